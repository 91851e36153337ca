"""Runs the libFuzzer targets for a time; prints how many inputs they ran, and keeps an input that shows a fault.

    python3 Tests/Fuzz/fuzz.py --program .build/fuzz/debug/Fuzz --seconds 60

The seeds are the texts in `corpus` and the small inputs of the fixtures. Before each stand the two bytes that an input begins with: which
target runs, and in which steps the text arrives. They are chosen anew in each run. Inputs that reached new code are kept beside the
program, and the next run begins with them.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
LARGEST_SEED = 4096

# The runtime keeps what is made once for as long as the program runs: that is not a leak.
OPTIONS = "detect_leaks=0"


def texts() -> list[bytes]:
    """Returns the texts of the seeds."""
    files = sorted((HERE / "corpus").rglob("*.*")) + sorted((ROOT / "Fixtures").rglob("*.input.*"))
    return [path.read_bytes() for path in files if path.stat().st_size <= LARGEST_SEED]


def write_seeds(folder: Path, seed: int, targets: int) -> int:
    """Writes each text for some targets; returns how many seeds there are."""
    chosen = random.Random(seed)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    count = 0
    for text in texts():
        for _ in range(targets):
            (folder / f"{count:05}").write_bytes(bytes([chosen.randrange(256), chosen.randrange(256)]) + text)
            count += 1
    return count


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True, type=Path)
    parser.add_argument("--seconds", required=True, type=int, help="how long each process runs")
    parser.add_argument("--jobs", type=int, default=min(2, os.cpu_count() or 1), help="how many processes run side by side")
    parser.add_argument("--seed", type=int, default=random.randrange(1, 1 << 31))
    parser.add_argument("--targets", type=int, default=2, help="how many targets each text is a seed of")
    arguments = parser.parse_args()
    program = arguments.program.resolve()
    folder = program.parents[1] / "inputs"
    seeds, found, faults = folder / "seeds", folder / "found", folder / "faults"
    for path in (found, faults):
        path.mkdir(parents=True, exist_ok=True)
    count = write_seeds(seeds, arguments.seed, arguments.targets)
    print(f"seed {arguments.seed}: {count} seeds of {len(texts())} texts, {len(list(found.iterdir()))} inputs of earlier runs", flush=True)
    words = [
        str(program), str(found), str(seeds), f"-artifact_prefix={faults}/", f"-dict={HERE / 'dictionary.txt'}",
        f"-max_total_time={arguments.seconds}", f"-max_len={LARGEST_SEED}", "-timeout=30", "-rss_limit_mb=4096",
        "-print_final_stats=1", "-reload=1",
    ]
    logs = [folder / f"log-{job}" for job in range(arguments.jobs)]
    runs = [start([*words, f"-seed={arguments.seed + job}"], log) for job, log in enumerate(logs)]
    executions, failed = 0, False
    for log, run in zip(logs, runs, strict=True):
        run.wait()
        said = log.read_text(errors="replace")
        units = re.search(r"stat::number_of_executed_units: +(\d+)", said)
        executions += int(units[1]) if units else 0
        if run.returncode or not units:
            failed = True
            report(said, program)
    print(f"libFuzzer: {executions} executions in {arguments.seconds} s, {arguments.jobs} processes")
    return 1 if failed else 0


def start(words: list[str], log: Path) -> subprocess.Popen[bytes]:
    """Starts a process that writes what it reports to a file: a pipe would stay open for as long as a process of its own has it."""
    environment = os.environ | {"ASAN_OPTIONS": OPTIONS, "SWIFT_BACKTRACE": "enable=no"}
    with log.open("wb") as file:
        return subprocess.Popen(words, env=environment, stdin=subprocess.DEVNULL, stdout=file, stderr=subprocess.STDOUT)


def report(said: str, program: Path) -> None:
    """Prints what a run that ended early said of its fault, and how to repeat it."""
    ours = re.search(r"== fault:.*?(?=\n\n(?:Current stack trace|\*\*\*)|\Z)", said, re.DOTALL)
    fault = ours or re.search(r"==\d+== ?ERROR.*", said, re.DOTALL)
    print(fault[0][:8000] if fault else said[-8000:])
    kept = re.search(r"Test unit written to (\S+)", said)
    if kept:
        print(f"kept: {kept[1]}\nrepeat: ASAN_OPTIONS={OPTIONS} {program} {kept[1]}"
              f"\nmake it small: ASAN_OPTIONS={OPTIONS} {program} -minimize_crash=1 -runs=10000 {kept[1]}")


if __name__ == "__main__":
    sys.exit(main())
