"""What the page says of schedulers, of statuses and of Spark, each shown by a run of its own."""

from __future__ import annotations

import csv
import json
import os
import random
import subprocess
from collections.abc import Callable
from pathlib import Path

import duckdb

from compared import events_of, must_equal
from exports import BROKEN, make_bad_file, make_exports, pack
from page import Shell, Wrong, blocks

CHAT = '{"kind":"Conversation","id":"c%d","visitor":{"id":"v1"},"items":[{"kind":"MessageToVisitor","timestamp":"1.%d","body":"%s"}]}\n'
# Runs the tool on a part of what it is to do, and then kills by SIGKILL; once for each input.
KILLER = """#!/bin/sh
for last; do :; done
input=$(mktemp "{tries}/input-XXXXXX")
if [ -f "$last" ]; then cat "$last" > "$input"; else cat > "$input"; fi
key={tries}/$(cksum < "$input" | tr ' ' -)
echo run >> "$key.runs"
if mkdir "$key" 2> /dev/null; then
  if [ -f "$last" ]; then "{tool}" "$@"; else "{tool}" "$@" < "$input" | head -c 20000; fi
  kill -KILL {victim}
elif [ -f "$last" ]; then "{tool}" "$@"
else "{tool}" "$@" < "$input"
fi
"""


class Scene:
    """A folder with the scripts, the exports of a seed, and the page's blocks to run in it."""

    def __init__(self, around: dict[str, str], folder: Path, seed: int) -> None:
        folder.mkdir()
        self.shell = Shell(folder, around)
        self.folder = folder
        self.exports = folder / "exports"
        make_exports(self.exports, seed)
        self.random = random.Random(seed)
        self.tool = Path(around["PATH"].split(os.pathsep)[0], "chatevents").resolve()
        self.shell.run('export IN="$PWD/exports" OUT="$PWD/out"')

    def block(self, section: str, status: int | tuple[int, ...] = 0, change: Callable[[str], str] = str) -> None:
        """Runs the first block of a section again."""
        text = next(block.text for block in blocks() if block.section == section)
        self.shell.run(change(text), status)

    def cut(self) -> tuple[Path, bytes]:
        """Cuts off one of the files; returns it, and what it was."""
        path = self.random.choice(sorted(self.exports.rglob("team*.gz")))
        whole = path.read_bytes()
        path.write_bytes(whole[: len(whole) // 2])
        return path, whole

    def killer(self, victim: str) -> Path:
        """Puts a program before the tool that kills itself ($$), or the script that runs it ($PPID), once for each input."""
        tries = self.folder / "tries"
        programs = self.folder / "killer"
        tries.mkdir()
        programs.mkdir()
        program = programs / "chatevents"
        program.write_text(KILLER.format(tries=tries, tool=self.tool, victim=victim))
        program.chmod(0o755)
        self.shell.around["PATH"] = f"{programs}{os.pathsep}{self.shell.around['PATH']}"
        return tries

    def whole(self) -> list[bytes]:
        """The events of one run, in which some records may be rejected."""
        done = subprocess.run([self.tool, "convert", "--to", "segment", "--i-json", self.exports], capture_output=True, check=False)
        must_equal("whether the status is above 1", done.returncode > 1, False)
        return done.stdout.splitlines()


def xargs_status(scene: Scene) -> str:
    path, whole = scene.cut()
    scene.block("xargs", 123)
    name = path.relative_to(scene.exports).with_suffix(".events")
    must_equal("events of a cut file", (scene.folder / "out" / name).exists(), False)
    must_equal("files of the other jobs", len(list((scene.folder / "out").rglob("*.events"))), len(list(scene.exports.rglob("*.gz"))) - 1)
    path.write_bytes(whole)
    scene.block("xargs")
    must_equal("events after the repetition", events_of(scene.folder / "out", "*.events"), scene.whole())
    return "a cut file is 123, has no events, and the others have theirs; repeated with the whole file all is well"


def xargs_killed(scene: Scene) -> str:
    scene.killer("$PPID")
    scene.block("xargs", 125)
    left = list((scene.folder / "out").glob(".job-*"))
    if not left:
        raise Wrong("a killed job leaves no folder, though the page says so")
    while len(list((scene.folder / "out").rglob("*.events"))) < len(list(scene.exports.rglob("*.gz"))):
        scene.block("xargs", (0, 125))
    must_equal("events after repetitions", events_of(scene.folder / "out", "*.events"), scene.whole())
    total = json.loads(scene.shell.run("python3 totals.py out"))
    must_equal("the number of events", sum(total["events"].values()), len(scene.whole()))
    return "a killed job is 125 and leaves .job-*; repeated until each file has its events, all is well"


def parallel_status(scene: Scene) -> str:
    path, whole = scene.cut()
    scene.block("GNU parallel", 1)
    jobs = list(csv.DictReader((scene.folder / "jobs.tsv").open(), delimiter="\t"))
    must_equal("failed jobs", [job["Exitval"] for job in jobs if job["Exitval"] != "0"], ["74"])
    path.write_bytes(whole)
    scene.block("GNU parallel")
    again = list(csv.DictReader((scene.folder / "jobs.tsv").open(), delimiter="\t"))[len(jobs) :]
    must_equal("jobs that ran again", [path.name in job["Command"].replace("\\", "") for job in again], [True])
    must_equal("events", events_of(scene.folder / "out-parallel", "*.events"), scene.whole())
    scene.cut()
    scene.block("GNU parallel", 74, halting)
    scene.shell.run("seq 101 | parallel false", 101)
    return "one failed job is 1, with 74 in jobs.tsv, and alone is run again; 74 with --halt; 101 for 101 jobs"


def halting(text: str) -> str:
    return text.replace("jobs.tsv", "halted.tsv").replace("parallel -0", "parallel -0 --halt soon,fail=1")


def statuses(scene: Scene) -> str:
    shell, given = scene.shell, scene.folder
    (given / "good.jsonl").write_text(CHAT % (1, 1, "x"))
    (given / "half.jsonl").write_bytes((CHAT % (1, 1, "x")).encode() + BROKEN[1] + b"\n")
    (given / "cut.gz").write_bytes(min(scene.exports.rglob("team*.gz")).read_bytes()[:300])
    (given / "old").write_text("old")
    convert = "chatevents convert --to segment --rejects r --output new"
    shell.run(f"{convert} --max-rejects 50% half.jsonl && test -s new && test -s r && rm new")
    shell.run(f"{convert} half.jsonl", 1)
    shell.run("test -s new && rm new")
    shell.run(f"{convert} --max-rejects 100% good.jsonl no-such-file", 66)
    shell.run(f"{convert} --no-such-option good.jsonl", 64)
    shell.run("chatevents convert --to segment --output old cut.gz", 74)
    shell.run("chatevents convert --to segment --max-rejects 100% --rejects r --output none cut.gz", 74)
    shell.run("cat cut.gz | chatevents convert --to segment --output none", 74)
    shell.run('test "$(cat old)" = old && ! test -e none')
    shell.run("chatevents convert --to segment good.jsonl > /dev/full", 74)
    shell.run("chatevents convert --to segment < /dev/null > nothing; ! test -s nothing")
    return "0, 1, 64, 66 and 74 as the table has them; a cut input leaves the old output"


def at_the_same_time(scene: Scene) -> str:
    file = min(scene.exports.rglob("team*.gz"))
    made = []
    for _ in range(5):
        scene.shell.run(f'for job in 1 2 3; do sh one.sh "{file}" & done; wait')
        made.append({path.name: path.read_bytes() for path in (scene.folder / "out").rglob("team*") if path.is_file()})
    must_equal("files of repeated jobs", [each == made[0] for each in made], [True] * 5)
    must_equal("files of a job", len(made[0]), 3)
    return "one file converted fifteen times, three times at once, is the same bytes"


def surrogates(scene: Scene) -> str:
    (scene.folder / "half.jsonl").write_text(CHAT % (1, 1, "\\ud83d") + CHAT % (2, 2, "x"))
    scene.shell.run("mkdir -p out; chatevents convert --to segment half.jsonl > out/x.events")
    if "surrogate" not in scene.shell.run("python3 days.py", 1):
        raise Wrong("DuckDB refuses something else than half of a surrogate pair")
    scene.shell.run("chatevents convert --to segment --i-json half.jsonl > out/x.events")
    scene.shell.run("python3 days.py")
    rows = duckdb.execute("SELECT count(*) FROM read_parquet(?)", [str(scene.folder / "events.parquet")]).fetchall()
    must_equal("rows", rows, [(len((scene.folder / "out" / "x.events").read_bytes().splitlines()),)])
    return "half of a surrogate pair stops DuckDB; with --i-json it is U+FFFD"


def spark_repeats_names(scene: Scene) -> str:
    make_bad_file(scene.exports)
    tries = scene.killer("$PPID")
    scene.block("Apache Spark, with the names of files", 0, only_spark)
    killed_once(scene, tries)
    must_equal("events", events_of(scene.folder / "out-names", "*.events"), scene.whole())
    return "each job killed once, each repeated, the same bytes and ids; status 1 ends nothing"


def spark_repeats_lines(scene: Scene) -> str:
    make_bad_file(scene.exports)
    tries = scene.killer("$$")
    scene.block("Apache Spark, with lines", 0, only_spark)
    killed_once(scene, tries)
    must_equal("events", events_of(scene.folder / "out-lines" / "events", "part-?????"), scene.whole())
    must_equal("files of rejects", len(list((scene.folder / "out-lines").glob("part-*.rejects"))), len(list(scene.exports.rglob("*.gz"))))
    return "each tool killed in the middle of its output once, each task repeated, the same bytes and ids; status 1 ends nothing"


def only_spark(text: str) -> str:
    return "".join(line for line in text.splitlines(keepends=True) if "totals" not in line)


def killed_once(scene: Scene, tries: Path) -> None:
    """Each input was run two times, for its first run was killed."""
    runs = [len(path.read_text().splitlines()) for path in tries.glob("*.runs")]
    must_equal("runs of each input", runs, [2] * len(list(scene.exports.rglob("*.gz"))))


def spark_pipe(scene: Scene) -> str:
    folder = scene.folder / "given"
    records = [json.loads(CHAT % (number, number, "x" * 300)) for number in range(2000)]
    lines = "".join(json.dumps(record) + "\n" for record in records)
    pretty = "".join(json.dumps(record, indent=2) + "\n" for record in records)
    folder.mkdir()
    (folder / "lines.jsonl").write_text(lines)
    (folder / "pretty.json").write_text(pretty)
    (folder / "latin.jsonl").write_bytes((CHAT % (1, 1, "caf%")).encode().replace(b"caf%", b"caf\xe9"))
    pack(folder / "pretty.gz", pretty.encode())
    pack(folder / "lines.gz", lines.encode())
    pack(folder / "cut.gz", lines.encode())
    (folder / "cut.gz").write_bytes((folder / "cut.gz").read_bytes()[:-2000])
    scene.shell.run("chatevents convert --to segment given/latin.jsonl", 1)
    script = Path(__file__).with_name("spark_pipe.py")
    scene.shell.run(f'spark-submit "{script}" given found.json')
    found = json.loads((scene.folder / "found.json").read_text())
    for claim, holds in found.items():
        if not holds:
            raise Wrong(f"Spark: not so: {claim}\n{json.dumps(found, indent=1)}")
    return "".join(f"\n    {claim}" for claim in found)


def spark_local(scene: Scene) -> str:
    script = Path(__file__).with_name("spark_local.py")
    for master, status in (("local[2]", 1), ("local[2,4]", 0)):
        scene.shell.run(f'MASTER="{master}" spark-submit --conf spark.task.maxFailures=4 "{script}" "$PWD/tried-{status}"', status)
    return "local[2] repeats no task, local[2,4] does"


CLAIMS = [
    xargs_status, xargs_killed, parallel_status, statuses, at_the_same_time, surrogates,
    spark_local, spark_pipe, spark_repeats_names, spark_repeats_lines,
]  # fmt: skip


def run_all(around: dict[str, str], folder: Path, seed: int, only: str | None = None) -> None:
    for claim in CLAIMS:
        if only in (None, claim.__name__):
            print(f"{claim.__name__}: {claim(Scene(around, folder / claim.__name__, seed))}", flush=True)
