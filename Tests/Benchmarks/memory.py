"""Sees that the memory of a run is bounded by the record limit, whatever the input and the number of jobs.

    python3 Tests/Benchmarks/memory.py --tool .build/release/chatevents [--limit MB]

Docs/rejects.md ("Long records") states the bound: twelve times the record limit, 64 MB a job, and 40 MB besides; forty times the limit
where everything is broken, since what is wrong with so much text is known before it is reported.
"""

from __future__ import annotations

import argparse
import gzip
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from measure import peak

MEGABYTE = 1 << 20
JOBS = [1, 2, 16]
COMMANDS = [["convert", "--to", "rudderstack", "--lossless"], ["convert", "--to", "segment"], ["validate"], ["redact"]]


def record(size: int, closed: bool = True) -> Iterator[bytes]:
    """A transcript with one message of so many bytes; one that is not closed goes on to the end of its source."""
    yield b'{"kind":"Conversation","id":"c","visitor":{"id":"v"},"items":[{"kind":"MessageToOperator","timestamp":"1307116657.1","body":"'
    for _ in range(size // MEGABYTE):
        yield b"word " * (MEGABYTE // 5)
    if closed:
        yield b'"}]}\n'


def inputs(limit: int) -> dict[str, Iterator[bytes]]:
    """Records just below the limit, far above it, without an end, and beginnings of records without end."""
    below = limit - 2 * MEGABYTE
    return {
        "six records below the limit": (part for _ in range(6) for part in record(below)),
        "two records above the limit": (part for _ in range(2) for part in record(limit * 8)),
        "a record without an end": record(limit * 8, closed=False),
        "arrays and objects that are never closed": (b'[{"a":\n' * 1000 for _ in range(limit // 7000)),
        "objects in one line that are never closed": (b'{"a":' * 1000 for _ in range(limit // 2500)),
        "white space": (b" " * MEGABYTE for _ in range(limit * 4 // MEGABYTE)),
        "one number": (b"1" * MEGABYTE for _ in range(limit * 4 // MEGABYTE)),
        "a form": (b"data=%22" if place == 0 else b"x" * MEGABYTE for place in range(limit * 4 // MEGABYTE)),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description="See that memory is bounded.")
    parser.add_argument("--tool", required=True)
    parser.add_argument("--limit", type=int, default=8, help="megabytes of the largest record (default: 8)")
    arguments = parser.parse_args()
    limit = arguments.limit * MEGABYTE
    runs, worst = 0, 0.0
    with tempfile.TemporaryDirectory(prefix="chatevents-memory-") as folder:
        for name, parts in inputs(limit).items():
            path = Path(folder) / "input.gz"
            with gzip.open(path, "wb", compresslevel=1) as file:
                for part in parts:
                    file.write(part)
            times = 40 if "never closed" in name else 12
            for command in COMMANDS:
                for jobs in JOBS:
                    words = [*command, "--jobs", str(jobs), "--record-limit", str(limit), str(path)]
                    taken, allowed = peak([arguments.tool, *words], (0, 1)), times * limit + (40 + 64 * jobs) * MEGABYTE
                    runs += 1
                    worst = max(worst, taken / allowed)
                    if taken > allowed:
                        print(f"{name}: {' '.join(words[:-1])} takes {taken >> 20} MB, and {allowed >> 20} are allowed")
                        return 1
    print(f"{runs} runs, at most {worst:.0%} of the memory that is allowed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
