"""Measures the tool beside its peers on generated corpora, in one run, as ratios, and compares these with the floors of rows.py.

    python3 Tests/Benchmarks/bench.py --tool .build/release/chatevents [--size 40] [--rounds 5] [--json FILE]
    python3 Tests/Benchmarks/bench.py --tool .build/release/chatevents --only routes layouts
    python3 Tests/Benchmarks/bench.py --tool .build/release/chatevents --row 'olark -> segment'
    python3 Tests/Benchmarks/bench.py --tool .build/release/chatevents --smoke

Before anything is timed, outputs are compared. Then all commands of a row run in turn.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from contextlib import nullcontext
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median

import orjson

import shapes
from agreement import COMPARE, Differs
from corpora import FORMATS, MEGABYTE, write_corpus
from measure import Run, peak, run, run_two
from peer_programs import Programs
from rows import MEMORY, RATIOS, ROUTES, START, Row

SECTIONS = (*RATIOS, "start", "memory")
SILENT = ("loads", "zlib", "two runs")  # yardsticks whose output is not looked at
TWO_PROCESSORS = 1.7  # how much faster than one run two at once must be, for two jobs to be judged
SHARES = {"jq": 0.1, "Node": 1, "orjson": 1}  # peers that take long, and the most of --size that they get
PYTHON = [sys.executable, "-I", "-S", "-c", "pass"]


@dataclass
class Figure:
    """What was measured of a row on one variant: megabytes of input a second, and the ratio to each yardstick.

    Of the start, speeds are milliseconds, and of memory, megabytes at the peak.
    """

    section: str
    name: str
    variant: str
    wanted: str
    speeds: dict[str, float]
    ratios: dict[str, float]


@dataclass
class Bench:
    """What a run measures, where and how, and what it found."""

    programs: Programs
    folder: Path
    size: float
    rounds: int
    verdict: bool
    keep: bool
    figures: list[Figure] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def corpus(self, name: str, variant: str = "compact", size: float | None = None) -> Path:
        """A corpus in the folder; one that is there already is used again."""
        source, _, container = name.partition(":")
        megabytes = self.size if size is None else size
        path = self.folder / f"{source}-{variant}-{megabytes:g}-{container or 'lines'}.json"
        if not path.exists():
            unfinished = path.with_suffix(".part")
            with unfinished.open("wb") as out:
                if source in FORMATS:
                    count = int(megabytes * MEGABYTE)
                    write_corpus(out, variant, count, container or "lines", source=source, tool=self.programs.tool)
                else:
                    out.writelines(shapes.write(source, int(megabytes * MEGABYTE)))
            unfinished.rename(path)
        return path

    def drop(self, name: str) -> None:
        """Removes the corpora of a format, which take gigabytes together, unless they are to be kept."""
        if not self.keep:
            for path in self.folder.glob(f"{name.partition(':')[0]}-*"):
                path.unlink()

    def check(self, what: str, holds: bool) -> None:
        """A floor; at sizes too small to judge it is not looked at."""
        if not self.verdict:
            return
        print(f"    {'holds' if holds else 'FAILS'}: {what}", flush=True)
        if not holds:
            self.faults.append(what)

    def command(self, row: Row, corpus: Path) -> list[str]:
        words = row.words.split()
        if "{email}" in words:
            with corpus.open("rb") as lines:
                words[words.index("{email}")] = orjson.loads(lines.readline())["visitor"]["emailAddress"]
        words = [word.replace("{folder}", str(self.folder)) for word in words]
        jobs = [] if "--jobs" in words else ["--jobs", "1"]
        return [self.programs.tool, *words, *jobs, str(corpus)]


def routes_agree(tool: str) -> list[str]:
    """Where the routes that the tool has are not those that are measured here."""
    done = subprocess.run([tool, "explain"], stdout=subprocess.PIPE, check=True, text=True)
    known = {line.partition(":")[0] for line in done.stdout.splitlines()}
    measured = {" ".join(row.name.split()[:3]) for row in ROUTES}
    return [f"{name} has no row in ROUTES" for name in sorted(known - measured)] + [
        f"{name} is no route of the tool" for name in sorted(measured - known)
    ]


def must_agree(bench: Bench, row: Row, corpora: dict[str, Path]) -> None:
    """Ends the run unless the outputs are equal, as far as the row's comparison looks."""
    ours, theirs = bench.folder / "tool.out", bench.folder / "peer.out"
    for name in [name for name in corpora if name not in (*SILENT, "tool")] or ["tool"]:
        corpus = corpora[name]
        run(bench.command(row, corpus), ours, row.status)
        command = bench.programs.command(row.beside[name], corpus) if name != "tool" else None
        if command is not None:
            run(command, theirs)
        try:
            COMPARE["without_ids" if name == "jq" else row.agreement](ours, theirs, corpus)
        except Differs as differs:
            raise SystemExit(f"{row.name}, {corpus.name}, {name}: {differs}") from None
    ours.unlink()
    theirs.unlink(missing_ok=True)


def measured(bench: Bench, section: str, row: Row, variant: str) -> Figure:
    """Compares, then times: every command of the row once in each round."""
    corpora: dict[str, list[Path]] = {}
    for name in ("tool", *row.beside):
        # What is fast gets a longer input, so that its start does not count; outputs are compared on a shorter one.
        share = min(row.size, SHARES[name]) if name in SHARES else row.size
        corpora[name] = [bench.corpus(row.corpus, variant, bench.size * each) for each in (min(share, 1), share)]
    commands: dict[str, list[str]] = {}
    for name, words in row.beside.items():
        if (command := bench.programs.command(words, corpora[name][1])) is not None:
            commands[name] = command
    must_agree(bench, row, {name: corpora[name][0] for name in ("tool", *commands)})
    commands["tool"] = bench.command(row, corpora["tool"][1])
    megabytes = {name: corpora[name][1].stat().st_size / MEGABYTE for name in commands}
    if row.corpus.endswith(":gzip"):  # what counts is what is unpacked
        megabytes = dict.fromkeys(commands, bench.size * row.size)
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for _ in range(bench.rounds):
        for name, command in commands.items():
            status = row.status if name == "tool" else 0
            runs[name].append(run_two(command) if name == "two runs" else run(command, status=status))
    rates = {name: [megabytes[name] / getattr(one, row.clock) for one in done] for name, done in runs.items()}
    typical = max if row.clock == "wall" else median
    speeds = {name: typical(each) for name, each in rates.items()}
    if row.clock == "wall":
        ratios = {name: speeds["tool"] / speed for name, speed in speeds.items()}
    else:
        ratios = {name: median(a / b for a, b in zip(rates["tool"], each)) for name, each in rates.items()}
    del ratios["tool"]
    return Figure(section, row.name, row.label(variant), row.wanted, speeds, ratios)


def ratios(bench: Bench, section: str, only: str | None) -> None:
    """The rows of a section: a table of megabytes a second, and how many times as fast as each yardstick."""
    rows = [row for row in RATIOS[section] if only is None or only == row.name]
    if not rows:
        return
    print(f"\n{section}: MB/s, and times the speed of")
    for row, following in zip(rows, [*rows[1:], None]):
        of_row = []
        for variant in row.variants:
            figure = measured(bench, section, row, variant)
            of_row.append(figure)
            beside = "  ".join(f"{name} {_ratio(figure, name):11}" for name in row.beside).rstrip()
            print(f"  {row.name:50} {figure.variant:23} {shown(figure.speeds['tool']):>6}   {beside}", flush=True)
        bench.figures += of_row
        if following is None or following.corpus != row.corpus:
            bench.drop(row.corpus)
        for name, floor in row.floors.items():
            if name not in of_row[0].ratios:
                print(f"    not checked: there is no {name}")
                continue
            if name != "two runs" and not has_two_processors(of_row[0]):
                print(f"    not checked beside {name}: there are no two idle processors")
                continue
            worst = min(of_row, key=lambda figure: figure.ratios[name])
            found = f"{worst.ratios[name]:.2f} of {name} ({worst.variant}), floor {floor:g}"
            bench.check(f"{row.name}: {found}, wanted {row.wanted}", worst.ratios[name] >= floor)


def has_two_processors(figure: Figure) -> bool:
    """Whether two runs at once were so much faster than one that two jobs can be judged; if nothing is known, yes."""
    two = figure.speeds.get("two runs")
    return two is None or two >= TWO_PROCESSORS * figure.speeds["one job"]


def _ratio(figure: Figure, name: str) -> str:
    return f"{figure.ratios[name]:.2f} ({shown(figure.speeds[name])})" if name in figure.ratios else "-"


def shown(speed: float) -> str:
    return f"{speed:,.0f}" if speed >= 10 else f"{speed:.2g}"


def start(bench: Bench) -> None:
    """How long one record takes, beside Python's own start, both in milliseconds of the processor."""
    record = bench.folder / "one-record.json"
    with bench.corpus("olark", "compact", bench.size / 10).open("rb") as lines:
        record.write_bytes(lines.readline())
    print("\nstart: milliseconds, and times the speed of Python's start")
    for words, (floor, wanted) in START.items():
        ours = [bench.programs.tool, *words.split(), *([] if words == "--version" else [str(record)])]
        times: list[list[float]] = [[], []]
        for _ in range(bench.rounds * 4):
            for command, each in zip((ours, PYTHON), times):
                each.append(run(command).processor * 1000)
        tool, python = map(median, times)
        print(f"  {words:74} {tool:6.1f}   Python {python / tool:.2f} ({python:.1f})")
        bench.figures.append(Figure("start", words, "", wanted, {"tool": tool, "Python": python}, {"Python": python / tool}))
        bench.check(f"{words}: {python / tool:.2f} of Python's start, floor {floor:g}, wanted {wanted}", python / tool >= floor)


def memory(bench: Bench) -> None:
    """Peak memory, which a machine's speed does not change."""
    print("\nmemory: MB at the peak")
    for (words, name, jobs, megabytes), (limit, wanted) in MEMORY.items():
        corpus = bench.corpus(name, "compact", megabytes if bench.verdict else megabytes / 100)
        reached = peak([bench.programs.tool, *words.split(), "--jobs", str(jobs), str(corpus)]) / MEGABYTE
        row = f"{words} --jobs {jobs}"
        size = f"{megabytes} MB, {name.removeprefix('olark:')}"
        print(f"  {row:56} {size:23} {reached:6.1f}", flush=True)
        bench.figures.append(Figure("memory", row, size, wanted, {"tool": reached}, {}))
        bench.check(f"{row}, {size}: {reached:.1f} MB, limit {limit} MB, wanted {wanted}", reached <= limit)


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure the tool beside its peers.")
    parser.add_argument("--tool", required=True, help="the program, built for release")
    parser.add_argument("--only", nargs="+", choices=SECTIONS, default=SECTIONS, help="these sections; default: all")
    parser.add_argument("--row", metavar="NAME", help="this row only, by its name in the table: 'olark -> segment'")
    parser.add_argument("--size", type=float, default=40, help="megabytes a corpus; default: 40")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--folder", type=Path, help="keep the corpora here and use them again")
    parser.add_argument("--json", type=Path, help="write the figures to this file too, for figures.py and plot.py")
    parser.add_argument("--smoke", action="store_true", help="tiny sizes, no verdict on ratios: does it run at all?")
    words = parser.parse_args()
    if words.row is not None and words.row not in [row.name for rows in RATIOS.values() for row in rows]:
        parser.error(f"--row {words.row}: there is no such row")
    faults = routes_agree(words.tool)
    programs = Programs(words.tool)
    print(programs.shown(), flush=True)
    if words.folder is not None:
        words.folder.mkdir(parents=True, exist_ok=True)
    with nullcontext(words.folder) if words.folder else tempfile.TemporaryDirectory(prefix="chatevents-bench-") as name:
        size, rounds = (0.3, 1) if words.smoke else (words.size, words.rounds)
        keep, verdict = words.folder is not None, not words.smoke
        bench = Bench(programs, Path(name), size, rounds, verdict, keep, faults=faults)
        for section in words.only:
            if section in RATIOS:
                ratios(bench, section, words.row)
            elif words.row is None:
                {"start": start, "memory": memory}[section](bench)
        for fault in bench.faults:
            print(f"FAILS: {fault}")
        if not bench.faults:
            print("all floors hold" if bench.verdict else "it runs")
        if words.json is not None:
            found = {"missing": programs.missing, "figures": [asdict(figure) for figure in bench.figures]}
            words.json.parent.mkdir(parents=True, exist_ok=True)
            words.json.write_text(json.dumps(found, indent=1) + "\n")
    return 1 if bench.faults else 0


if __name__ == "__main__":
    sys.exit(main())
