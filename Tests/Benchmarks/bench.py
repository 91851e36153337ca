"""Measures the tool against its peers, and with two jobs against one, on generated corpora, in one run, as ratios.

    python3 Tests/Benchmarks/bench.py --tool .build/release/chatevents [--size 100] [--rounds 5]
    python3 Tests/Benchmarks/bench.py --tool .build/release/chatevents --jobs
    python3 Tests/Benchmarks/bench.py --tool .build/release/chatevents --memory

Before anything is timed, both sides must give equal events. Then they run in turn.
"""

from __future__ import annotations

import argparse
import filecmp
import json
import sys
import tempfile
from contextlib import nullcontext
from dataclasses import dataclass, replace
from itertools import product, zip_longest
from pathlib import Path
from statistics import median

from corpora import CONTAINERS, MEGABYTE, VARIANTS, write_corpus
from measure import Run, peak, run

PEERS = Path(__file__).parent / "peers"

JOBS_AT_LEAST = {"lines": 1.6}
JOBS_ROUNDS = 3  # times the rounds: a run is short, and disturbed by whatever else runs
MEMORY_CONTAINERS = ("lines", "array", "gzip")
MEMORY_SIZES = (20, 400)
MEMORY_LIMIT = 64 * MEGABYTE
MEMORY_GROWTH = 1.2


@dataclass(frozen=True)
class Route:
    """A route of the tool, its peer, and how many times the peer's speed is asked of it."""

    source: str
    target: str
    peer: Path
    compact_at_least: float
    worst_at_least: float
    options: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return " ".join([f"{self.source} → {self.target}", *self.options])

    def tool(self, tool: str, corpus: Path, jobs: int = 1) -> list[str]:
        route = ["--from", self.source, "--to", self.target, *self.options]
        return [tool, "convert", *route, "--jobs", str(jobs), str(corpus)]

    def other(self, corpus: Path) -> list[str]:
        return [sys.executable, str(self.peer), *self.options, str(corpus)]


RUDDERSTACK = Route("olark", "rudderstack", PEERS / "rudderstack_orjson.py", compact_at_least=4.5, worst_at_least=3.0)
ROUTES = [RUDDERSTACK, replace(RUDDERSTACK, options=("--lossless",))]


def corpus_file(folder: Path, variant: str, size: float, container: str = "lines") -> Path:
    """A corpus in the folder; one that is there already is used again."""
    path = folder / f"{variant}-{size:g}-{container}.json"
    if not path.exists():
        unfinished = path.with_suffix(".part")
        with unfinished.open("wb") as out:
            write_corpus(out, variant, int(size * MEGABYTE), container)
        unfinished.rename(path)
    return path


def must_agree(route: Route, tool: str, corpus: Path, folder: Path) -> int:
    """Ends the run unless both give the same events as JSON values; returns how many."""
    ours, theirs = folder / "tool.out", folder / "peer.out"
    run(route.tool(tool, corpus), ours)
    run(route.other(corpus), theirs)
    count = 0
    with ours.open("rb") as left, theirs.open("rb") as right:
        for count, (one, other) in enumerate(zip_longest(left, right), start=1):
            if one is None or other is None or (one != other and json.loads(one) != json.loads(other)):
                raise SystemExit(f"{route.name}, {corpus.name}: event {count} differs\ntool {one!r}\npeer {other!r}")
    ours.unlink()
    theirs.unlink()
    return count


def measure(name: str, size: float, rounds: int, sides: dict[str, list[str]]) -> float:
    """Runs two commands in turn, prints a line, and returns the median ratio: how many times as fast the first is."""
    pairs: list[tuple[Run, Run]] = []
    for _ in range(rounds):
        ours, theirs = (run(command) for command in sides.values())
        pairs.append((ours, theirs))
    ratio = median(other.wall / ours.wall for ours, other in pairs)
    on_processor = median(other.processor / ours.processor for ours, other in pairs)
    speeds = [f"{size / median(part.wall for part in side):6.0f} MB/s" for side in zip(*pairs)]
    shown = "   ".join(f"{side}{speed}" for side, speed in zip(sides, speeds))
    print(f"  {name:14} {shown}   {ratio:5.2f}x   (processor {on_processor:5.2f}x)", flush=True)
    return ratio


def speed(tool: str, folder: Path, size: float, rounds: int, verdict: bool) -> bool:
    good = True
    for route in ROUTES:
        print(f"{route.name}, {size:g} MB, {rounds} rounds")
        ratios: dict[str, float] = {}
        for variant in VARIANTS:
            corpus = corpus_file(folder, variant, size)
            must_agree(route, tool, corpus, folder)
            sides = {"tool": route.tool(tool, corpus), "peer": route.other(corpus)}
            ratios[variant] = measure(variant, corpus.stat().st_size / MEGABYTE, rounds, sides)
        if verdict:
            good &= meets("compact", ratios["compact"], route.compact_at_least)
            worst = min(ratios, key=lambda variant: ratios[variant])
            good &= meets(f"worst, {worst},", ratios[worst], route.worst_at_least)
    return good


def jobs(tool: str, folder: Path, size: float, rounds: int, verdict: bool) -> bool:
    """Two jobs against one, in each container."""
    good = True
    route = RUDDERSTACK
    rounds *= JOBS_ROUNDS
    print(f"{route.name}, two jobs against one, {size:g} MB, {rounds} rounds")
    for container in CONTAINERS:
        corpus = corpus_file(folder, "compact", size, container)
        outputs = [folder / f"{count}.out" for count in (1, 2)]
        for count, output in enumerate(outputs, start=1):
            run(route.tool(tool, corpus, count), output)
        if not filecmp.cmp(*outputs, shallow=False):
            raise SystemExit(f"{route.name}, {corpus.name}: two jobs give other bytes than one")
        sides = {"two": route.tool(tool, corpus, 2), "one": route.tool(tool, corpus, 1)}
        ratio = measure(container, size, rounds, sides)
        if verdict and container in JOBS_AT_LEAST:
            good &= meets(f"two jobs, {container},", ratio, JOBS_AT_LEAST[container])
    return good


def memory(tool: str, folder: Path, sizes: tuple[float, float]) -> bool:
    good = True
    for route, container, count in product(ROUTES, MEMORY_CONTAINERS, (1, 2)):
        peaks = [peak(route.tool(tool, corpus_file(folder, "compact", size, container), count)) for size in sizes]
        shown = ", ".join(f"{reached / MEGABYTE:.1f} MB for {size:g} MB" for reached, size in zip(peaks, sizes))
        print(f"{route.name}, {container}, {'two jobs' if count > 1 else 'one job'}: peak {shown}")
        good &= says("the peak does not grow by more than a fifth", peaks[1] <= peaks[0] * MEMORY_GROWTH)
        good &= says(f"the peak is below {MEMORY_LIMIT // MEGABYTE} MB", max(peaks) < MEMORY_LIMIT)
    return good


def meets(what: str, ratio: float, at_least: float) -> bool:
    return says(f"{what} {ratio:.2f}x, at least {at_least}x", ratio >= at_least)


def says(what: str, holds: bool) -> bool:
    print(f"  {'holds' if holds else 'FAILS'}: {what}", flush=True)
    return holds


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure the tool against its peers.")
    parser.add_argument("--tool", required=True, help="the program, built for release")
    parser.add_argument("--size", type=float, default=100, help="megabytes a corpus; default: 100")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--folder", type=Path, help="keep the corpora here and use them again")
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--jobs", action="store_true", help="measure two jobs against one")
    mode.add_argument("--memory", action="store_true", help="measure peak memory")
    parser.add_argument("--smoke", action="store_true", help="tiny sizes, no verdict on ratios: does it run at all?")
    arguments = parser.parse_args()
    keep = arguments.folder
    if keep is not None:
        keep.mkdir(parents=True, exist_ok=True)
    with nullcontext(keep) if keep is not None else tempfile.TemporaryDirectory(prefix="chatevents-bench-") as name:
        folder = Path(name)
        if arguments.memory:
            return 0 if memory(arguments.tool, folder, (1, 4) if arguments.smoke else MEMORY_SIZES) else 1
        size, rounds = (2, 1) if arguments.smoke else (arguments.size, arguments.rounds)
        part = jobs if arguments.jobs else speed
        return 0 if part(arguments.tool, folder, size, rounds, verdict=not arguments.smoke) else 1


if __name__ == "__main__":
    sys.exit(main())
