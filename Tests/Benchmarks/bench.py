"""Measures the tool against its peers on generated corpora, in one run, as ratios.

    python3 Tests/Benchmarks/bench.py --tool .build/release/chatevents [--size 100] [--rounds 5]
    python3 Tests/Benchmarks/bench.py --tool .build/release/chatevents --memory

Before anything is timed, tool and peer must give equal events. Then they run in turn.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from contextlib import nullcontext
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from statistics import median

from corpora import CONTAINERS, MEGABYTE, VARIANTS, Corpus
from measure import Run, peak, run

PEERS = Path(__file__).parent / "peers"
TOOL_FLAGS: list[str] = []

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

    @property
    def name(self) -> str:
        return f"{self.source} → {self.target}"

    def tool(self, tool: str, corpus: Path) -> list[str]:
        return [tool, "convert", "--from", self.source, "--to", self.target, *TOOL_FLAGS, str(corpus)]

    def other(self, corpus: Path) -> list[str]:
        return [sys.executable, str(self.peer), str(corpus)]


ROUTES = [
    Route("olark", "rudderstack", PEERS / "rudderstack_orjson.py", compact_at_least=4.5, worst_at_least=3.0),
]


def corpus_file(folder: Path, variant: str, size: float, container: str = "lines") -> Path:
    """A corpus in the folder; one that is there already is used again."""
    path = folder / f"{variant}-{size:g}-{container}.json"
    if not path.exists():
        unfinished = path.with_suffix(".part")
        with unfinished.open("wb") as out:
            Corpus(variant).write(out, int(size * MEGABYTE), container)
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


def measure(route: Route, tool: str, corpus: Path, rounds: int) -> float:
    """Runs tool and peer in turn, prints a line, and returns the median ratio of their times."""
    pairs: list[tuple[Run, Run]] = []
    for _ in range(rounds):
        pairs.append((run(route.tool(tool, corpus)), run(route.other(corpus))))
    megabytes = corpus.stat().st_size / MEGABYTE
    ratio = median(peer.wall / ours.wall for ours, peer in pairs)
    on_processor = median(peer.processor / ours.processor for ours, peer in pairs)
    speeds = [f"{megabytes / median(part.wall for part in side):9.0f} MB/s" for side in zip(*pairs)]
    variant = corpus.stem.split("-")[0]
    line = f"  {variant:9} tool{speeds[0]}   peer{speeds[1]}   {ratio:5.2f}x   (processor {on_processor:5.2f}x)"
    print(line, flush=True)
    return ratio


def speed(tool: str, folder: Path, size: float, rounds: int, verdict: bool) -> bool:
    good = True
    for route in ROUTES:
        print(f"{route.name}, {size:g} MB, {rounds} rounds")
        ratios: dict[str, float] = {}
        for variant in VARIANTS:
            corpus = corpus_file(folder, variant, size)
            must_agree(route, tool, corpus, folder)
            ratios[variant] = measure(route, tool, corpus, rounds)
        if verdict:
            good &= meets("compact", ratios["compact"], route.compact_at_least)
            worst = min(ratios, key=lambda variant: ratios[variant])
            good &= meets(f"worst, {worst},", ratios[worst], route.worst_at_least)
    return good


def memory(tool: str, folder: Path, sizes: tuple[float, float]) -> bool:
    good = True
    for route in ROUTES:
        for container in CONTAINERS:
            peaks = [peak(route.tool(tool, corpus_file(folder, "compact", size, container))) for size in sizes]
            shown = ", ".join(f"{reached / MEGABYTE:.1f} MB for {size:g} MB" for reached, size in zip(peaks, sizes))
            print(f"{route.name}, {container}: peak {shown}")
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
    parser.add_argument("--memory", action="store_true", help="measure peak memory instead of speed")
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
        return 0 if speed(arguments.tool, folder, size, rounds, verdict=not arguments.smoke) else 1


if __name__ == "__main__":
    sys.exit(main())
