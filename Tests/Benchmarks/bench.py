"""Measures the tool against its peers, and with two jobs against one, on generated corpora, in one run, as ratios.

    python3 Tests/Benchmarks/bench.py --tool .build/release/chatevents [--size 40] [--rounds 5]
    python3 Tests/Benchmarks/bench.py --tool .build/release/chatevents --route olark:segment
    python3 Tests/Benchmarks/bench.py --tool .build/release/chatevents --jobs --size 200
    python3 Tests/Benchmarks/bench.py --tool .build/release/chatevents --memory

Before anything is timed, both sides must give equal events. Then they run in turn.
"""

from __future__ import annotations

import argparse
import filecmp
import subprocess
import sys
import tempfile
from contextlib import nullcontext
from dataclasses import dataclass
from itertools import product, zip_longest
from pathlib import Path
from statistics import median

import orjson
from corpora import CONTAINERS, MEGABYTE, VARIANTS, write_corpus
from measure import Run, peak, run

PEERS = Path(__file__).parent / "peers"

JOBS_AT_LEAST = {"lines": 1.6}
VALIDATE_AT_LEAST = 0.5
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
    options: tuple[str, ...]
    peer: tuple[str, ...]
    at_least: float = 2.0
    compact_at_least: float = 0

    @property
    def name(self) -> str:
        return " ".join([f"{self.source} -> {self.target}", *self.options])

    def tool(self, tool: str, corpus: Path, jobs: int = 1) -> list[str]:
        route = ["--from", self.source, "--to", self.target, *self.options]
        return [tool, "convert", *route, "--jobs", str(jobs), str(corpus)]

    def other(self, corpus: Path) -> list[str]:
        peer, *words = self.peer
        return [sys.executable, str(PEERS / peer), *words, *self.options, str(corpus)]


class Redaction(Route):
    """What is personal in records is replaced: no route, but measured like one."""

    def tool(self, tool: str, corpus: Path, jobs: int = 1) -> list[str]:
        return [tool, "redact", "--as", "olark", *self.options, "--jobs", str(jobs), str(corpus)]


# fmt: off
ROUTES = [
    #     from           to             options                           peer                                      at least
    Route("olark",       "rudderstack", (),                               ("rudderstack_orjson.py",),               3, 4.5),
    Route("olark",       "rudderstack", ("--lossless",),                  ("rudderstack_orjson.py",),               3, 4.5),
    Route("olark",       "segment",     (),                               ("segment_orjson.py", "olark")),
    Route("olark-js",    "segment",     (),                               ("segment_orjson.py", "olark-js")),
    Route("userlike",    "segment",     (),                               ("segment_orjson.py", "userlike")),
    Route("userlike",    "segment",     ("--timezone", "Europe/Berlin"),  ("segment_orjson.py", "userlike")),
    Route("userlike-js", "segment",     (),                               ("segment_orjson.py", "userlike-js")),
    Route("segment",     "olark-js",    ("--pageview", "--track"),        ("widgets_orjson.py", "olark-js")),
    Route("segment",     "userlike-js", (),                               ("widgets_orjson.py", "userlike-js")),
    Route("rudderstack", "olark",       (),                               ("olark_orjson.py",)),
    Redaction("olark-personal", "redacted", (),                           ("redact_orjson.py",),                  3),
]
# fmt: on


@dataclass(frozen=True)
class Bench:
    """What a run measures, and where and how."""

    tool: str
    routes: list[Route]
    folder: Path
    size: float
    rounds: int
    verdict: bool

    def corpus(self, source: str, variant: str, size: float, container: str = "lines") -> Path:
        """A corpus in the folder; one that is there already is used again."""
        path = self.folder / f"{source}-{variant}-{size:g}-{container}.json"
        if not path.exists():
            unfinished = path.with_suffix(".part")
            with unfinished.open("wb") as out:
                write_corpus(out, variant, int(size * MEGABYTE), container, source=source, tool=self.tool)
            unfinished.rename(path)
        return path


def routes_agree(tool: str) -> bool:
    """Whether the routes that the tool has are those that are measured here."""
    done = subprocess.run([tool, "explain"], stdout=subprocess.PIPE, check=True, text=True)
    known = {line.partition(":")[0] for line in done.stdout.splitlines()}
    measured = {f"{route.source} -> {route.target}" for route in ROUTES if not isinstance(route, Redaction)}
    good = [says(f"{name} has a peer", False) for name in sorted(known - measured)]
    good += [says(f"{name} is a route of the tool", False) for name in sorted(measured - known)]
    return not good


def must_agree(bench: Bench, route: Route, corpus: Path) -> int:
    """Ends the run unless both give the same events as JSON values; returns how many."""
    ours, theirs = bench.folder / "tool.out", bench.folder / "peer.out"
    run(route.tool(bench.tool, corpus), ours)
    run(route.other(corpus), theirs)
    count = 0
    with ours.open("rb") as left, theirs.open("rb") as right:
        for count, (one, other) in enumerate(zip_longest(left, right), start=1):
            if one is None or other is None or (one != other and orjson.loads(one) != orjson.loads(other)):
                raise SystemExit(f"{route.name}, {corpus.name}: event {count} differs\ntool {one!r}\npeer {other!r}")
    ours.unlink()
    theirs.unlink()
    if count == 0:
        raise SystemExit(f"{route.name}, {corpus.name}: no events")
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


def speed(bench: Bench) -> bool:
    """Each route beside its peer, on each variant; the worst counts."""
    good = True
    table: list[tuple[Route, dict[str, float]]] = []
    for route in bench.routes:
        print(f"{route.name}, {bench.size:g} MB, {bench.rounds} rounds")
        ratios: dict[str, float] = {}
        for variant in VARIANTS:
            corpus = bench.corpus(route.source, variant, bench.size)
            must_agree(bench, route, corpus)
            sides = {"tool": route.tool(bench.tool, corpus), "peer": route.other(corpus)}
            ratios[variant] = measure(variant, corpus.stat().st_size / MEGABYTE, bench.rounds, sides)
        table.append((route, ratios))
    if not bench.verdict:
        return good
    print_table(table)
    for route, ratios in table:
        worst = min(ratios, key=lambda variant: ratios[variant])
        told = f"{route.name}: worst {ratios[worst]:.1f}x ({worst})"
        good &= says(f"{told}, at least {route.at_least:g}x", ratios[worst] >= route.at_least)
        if route.compact_at_least:
            told = f"{route.name}: compact {ratios['compact']:.1f}x, at least {route.compact_at_least:g}x"
            good &= says(told, ratios["compact"] >= route.compact_at_least)
    return good


def validation(bench: Bench) -> bool:
    """Validation of transcripts, which writes nothing, beside their conversion to Segment, which asks less of them."""
    good = True
    print(f"validate beside convert --to segment, {bench.size:g} MB, {bench.rounds} rounds")
    for variant in VARIANTS:
        corpus = bench.corpus("olark", variant, bench.size)
        words = ["--jobs", "1", str(corpus)]
        sides = {
            "validate": [bench.tool, "validate", "--as", "olark", *words],
            "convert": [bench.tool, "convert", "--from", "olark", "--to", "segment", *words],
        }
        ratio = measure(variant, corpus.stat().st_size / MEGABYTE, bench.rounds, sides)
        if bench.verdict:
            told = f"validate: {ratio:.2f} times the speed of convert, at least {VALIDATE_AT_LEAST:g} ({variant})"
            good &= says(told, ratio >= VALIDATE_AT_LEAST)
    return good


def print_table(table: list[tuple[Route, dict[str, float]]]) -> None:
    width = max(len(route.name) for route, _ in table)
    print("".join([f"{'times the peer':{width}}", *(f"{variant:>10}" for variant in VARIANTS), f"{'worst':>10}"]))
    for route, ratios in table:
        shown = [f"{ratio:10.2f}" for ratio in (*ratios.values(), min(ratios.values()))]
        print("".join([f"{route.name:{width}}", *shown]))


def jobs(bench: Bench) -> bool:
    """Two jobs against one, in each container."""
    good = True
    rounds = bench.rounds * JOBS_ROUNDS
    for route in bench.routes:
        print(f"{route.name}, two jobs against one, {bench.size:g} MB, {rounds} rounds")
        for container in CONTAINERS:
            corpus = bench.corpus(route.source, "compact", bench.size, container)
            outputs = [bench.folder / f"{count}.out" for count in (1, 2)]
            for count, output in enumerate(outputs, start=1):
                run(route.tool(bench.tool, corpus, count), output)
            if not filecmp.cmp(*outputs, shallow=False):
                raise SystemExit(f"{route.name}, {corpus.name}: two jobs give other bytes than one")
            sides = {"two": route.tool(bench.tool, corpus, 2), "one": route.tool(bench.tool, corpus, 1)}
            ratio = measure(container, bench.size, rounds, sides)
            if bench.verdict and container in JOBS_AT_LEAST:
                at_least = JOBS_AT_LEAST[container]
                good &= says(f"two jobs, {container}, {ratio:.2f}x, at least {at_least}x", ratio >= at_least)
    return good


def memory(bench: Bench, sizes: tuple[float, float]) -> bool:
    good = True
    for route, container, count in product(bench.routes, MEMORY_CONTAINERS, (1, 2)):
        corpora = [bench.corpus(route.source, "compact", size, container) for size in sizes]
        peaks = [peak(route.tool(bench.tool, corpus, count)) for corpus in corpora]
        shown = ", ".join(f"{reached / MEGABYTE:.1f} MB for {size:g} MB" for reached, size in zip(peaks, sizes))
        print(f"{route.name}, {container}, {'two jobs' if count > 1 else 'one job'}: peak {shown}")
        good &= says("the peak does not grow by more than a fifth", peaks[1] <= peaks[0] * MEMORY_GROWTH)
        good &= says(f"the peak is below {MEMORY_LIMIT // MEGABYTE} MB", max(peaks) < MEMORY_LIMIT)
    return good


def says(what: str, holds: bool) -> bool:
    print(f"  {'holds' if holds else 'FAILS'}: {what}", flush=True)
    return holds


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure the tool against its peers.")
    parser.add_argument("--tool", required=True, help="the program, built for release")
    parser.add_argument("--route", metavar="FROM:TO", help="this route only, say olark:segment")
    parser.add_argument("--size", type=float, default=40, help="megabytes a corpus; default: 40")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--folder", type=Path, help="keep the corpora here and use them again")
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--jobs", action="store_true", help="measure two jobs against one")
    mode.add_argument("--memory", action="store_true", help="measure peak memory")
    parser.add_argument("--smoke", action="store_true", help="tiny sizes, no verdict on ratios: does it run at all?")
    words = parser.parse_args()
    chosen = [route for route in ROUTES if words.route in (None, f"{route.source}:{route.target}")]
    if not chosen:
        names = dict.fromkeys(f"{route.source}:{route.target}" for route in ROUTES)
        parser.error(f"--route {words.route}: there are {', '.join(names)}")
    # Jobs and memory are the same code for every route; without --route, those of one format are measured, or one.
    if words.route is None and (words.jobs or words.memory):
        chosen = [route for route in ROUTES if route.source == "olark"][: 1 if words.jobs else None]
    good = routes_agree(words.tool)
    keep = words.folder
    if keep is not None:
        keep.mkdir(parents=True, exist_ok=True)
    with nullcontext(keep) if keep is not None else tempfile.TemporaryDirectory(prefix="chatevents-bench-") as name:
        size, rounds = (0.3, 1) if words.smoke else (words.size, words.rounds)
        bench = Bench(words.tool, chosen, Path(name), size, rounds, verdict=not words.smoke)
        if words.memory:
            good &= memory(bench, (1, 4) if words.smoke else MEMORY_SIZES)
        else:
            good &= jobs(bench) if words.jobs else speed(bench)
            if words.route is None and not words.jobs:
                good &= validation(bench)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
