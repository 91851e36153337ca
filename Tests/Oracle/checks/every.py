"""Runs every check of the oracle, two side by side, and prints what each said when it ends.

`make test` runs them on a little input, `make fuzz` with `--fuzz` on much.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent


class Check(NamedTuple):
    """A script beside this one with its options; it is shown the tool where it takes one."""

    script: str
    options: str = ""
    takes_tool: bool = True


# The longest first, so that the two queues end together.
TESTS = [
    Check("compare.py", "--cases 200"),
    Check("compare.py", "--self-test"),
    Check("redaction.py", "--cases 300"),
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


def run(check: Check, tool: str) -> tuple[Check, int, str, float]:
    """Runs a check; returns its status, what it printed and the seconds that it took."""
    command = [sys.executable, str(HERE / check.script), *(["--tool", tool] if check.takes_tool else []), *check.options.split()]
    start = time.monotonic()
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", check=False)
    return check, done.returncode, done.stdout, time.monotonic() - start


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tool", required=True)
    parser.add_argument("--fuzz", action="store_true", help="on much more input")
    parser.add_argument("--jobs", type=int, default=min(2, os.cpu_count() or 1), help="how many run side by side")
    arguments = parser.parse_args()
    failed = []
    with ThreadPoolExecutor(arguments.jobs) as pool:
        runs = [pool.submit(run, check, arguments.tool) for check in (FUZZING if arguments.fuzz else TESTS)]
        for ended in as_completed(runs):
            check, status, said, seconds = ended.result()
            print(f"== {check.script} {check.options}: {'failed' if status else 'passed'} in {seconds:.0f} s", said, sep="\n", flush=True)
            if status:
                failed.append(f"{check.script} {check.options}")
    if failed:
        print("failed:", *failed, sep="\n  ")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
