"""Runs every check of the oracle, two side by side, and prints what each said when it ends.

`make test` runs them on a little input; `--fuzz` on much, for some hours. With `--seconds` they run in a new order each time, again and
again with new seeds, until the time is over: short parts for `make fuzz-smoke`, and with `--fuzz` all that generate input for `make fuzz`.
The last line says how many processes they have started: runs of the tool but for a few.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import NamedTuple

import paths  # noqa: F401, where the modules that follow are found
from routes import ROUTES

HERE = Path(__file__).parent


class Check(NamedTuple):
    """A script beside this one with its options; it is shown the tool where it takes one."""

    script: str
    options: str = ""
    takes_tool: bool = True


# The longest first, so that the two queues end together.
TESTS = [
    Check("compare.py", "--cases 100"),
    Check("compare.py", "--self-test"),
    Check("redaction.py", "--cases 140"),
    Check("privacy_twice.py", "--cases 5000"),
    Check("validation.py", "--cases 600"),
    Check("batch_bodies.py", "--cases 20"),
    Check("jobs.py", "--size 4"),
    Check("compare.py", "--cases 2000 --only records"),
    Check("roundtrip.py"),
    Check("build_servers.py", "--cases 3"),
    Check("reports.py"),
    Check("report_readers.py"),
    Check("schema.py"),
    Check("plans.py", "--cases 2000"),
    Check("posted_twice.py", "--cases 400"),
    Check("export.py", "--cases 100"),
    Check("javascript.py"),
    Check("vectors.py"),
    Check("tables.py"),
    Check("golden.py", "--check", takes_tool=False),
    Check("planted.py", "--self-test", takes_tool=False),
]

FUZZING = [
    Check("compare.py", "--cases 50000"),
    Check("roundtrip.py", "--cases 100000"),
    Check("posted_twice.py", "--cases 50000"),
    Check("jobs.py", "--size 100"),
    Check("javascript.py", "--cases 50000"),
    Check("batch_bodies.py", "--cases 2000"),
    Check("schema.py", "--cases 20000"),
    Check("plans.py", "--cases 10000"),
    Check("validation.py", "--cases 20000"),
    Check("reports.py", "--cases 2000"),
    Check("build_servers.py", "--cases 50"),
    Check("redaction.py", "--cases 20000"),
    Check("export.py", "--cases 5000"),
    Check("privacy_twice.py", "--cases 1000000"),
]

# A few seconds each.
SHORT = [
    Check("roundtrip.py", "--cases 500"),
    Check("posted_twice.py", "--cases 200"),
    Check("plans.py", "--cases 200"),
    Check("schema.py", "--cases 100"),
    Check("privacy_twice.py", "--cases 2000"),
    *(
        Check("compare.py", f"--cases 20 --only {part} --route {route.name}")
        for part in ("records", "mutations", "containers", "cuts", "pieces", "rejects")
        for route in ROUTES
    ),
]


def run(check: Check, tool: str, end: float) -> tuple[Check, int, str, float] | None:
    """Runs a check; returns its status, what it printed and the seconds that it took. Runs nothing if the time is over."""
    if time.monotonic() > end:
        return None
    command = [sys.executable, str(HERE / check.script), *(["--tool", tool] if check.takes_tool else []), *check.options.split()]
    start = time.monotonic()
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", check=False)
    return check, done.returncode, done.stdout, time.monotonic() - start


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tool", required=True)
    parser.add_argument("--fuzz", action="store_true", help="on much more input")
    parser.add_argument("--seconds", type=int, help="go on until so much time is over")
    parser.add_argument("--jobs", type=int, default=min(2, os.cpu_count() or 1), help="how many run side by side")
    arguments = parser.parse_args()
    checks = FUZZING if arguments.fuzz else TESTS
    if arguments.seconds:
        generating = {check.script for check in FUZZING}
        pool = SHORT + ([check for check in TESTS if check.script in generating] if arguments.fuzz else [])
        checks = [check for _ in range(1000) for check in random.sample(pool, len(pool))]
    end = time.monotonic() + (arguments.seconds or 1e9)
    failed = []
    with tempfile.TemporaryDirectory(prefix="chatevents-oracle-") as folder, ThreadPoolExecutor(arguments.jobs) as workers:
        counts = Path(folder, "executions")
        counts.touch()
        os.environ["ORACLE_EXECUTIONS"] = str(counts)
        runs = [workers.submit(run, check, arguments.tool, end) for check in checks]
        for ended in as_completed(runs):
            result = ended.result()
            if result is None:
                continue
            check, status, said, seconds = result
            print(f"== {check.script} {check.options}: {'failed' if status else 'passed'} in {seconds:.0f} s", said, sep="\n", flush=True)
            if status:
                failed.append(f"{check.script} {check.options}")
        executions = sum(map(int, counts.read_text().split()))
    if failed:
        print("failed:", *failed, sep="\n  ")
    print(f"oracle: {executions} executions")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
