"""Holds what `validate` finds in generated records of all formats against rules that are written a second time.

    python3 Tests/Oracle/checks/validation.py --tool .build/release/chatevents [--cases N] [--seed N] [--format NAME]

The rules are those of the vendors' documents, one module a vendor; types and the names of Olark's API come from the tables
that are typed in from the same documents (`vendor_*.py`), never from the tool. Each finding has its line, column, JSON pointer
and code; all of them must be there, in the order of their places, and no other. The first record of which the two think
differently ends the run with status 1.
"""

from __future__ import annotations

import paths  # noqa: F401, where the modules that follow are found

import argparse
import json
import random
import subprocess
import sys
import tempfile
from bisect import bisect_right
from typing import NamedTuple

import interoperable
import validation_calls
import validation_olark
import validation_pages
import validation_userlike
from decimals import decimal
from rawjson import parse_document
from validation_api import Catalogue
from validation_findings import Finding, Value
from validation_ids import disagreement
from validation_records import NOW, TWISTS, at_the_limits, record
from validation_types import MODELS, Types

TOGETHER = 100  # records that are validated in one process


class Disagreed(Exception):
    """The tool finds other things than the rules do."""


class Told(NamedTuple):
    """A finding as it is reported."""

    line: int
    column: int
    pointer: str
    code: str


class Judge:
    """All rules, with the tables that they use."""

    def __init__(self) -> None:
        self.catalogue = Catalogue()
        self.now = decimal(NOW)
        doors = ("segment-event", "rudderstack-event", "segment-batch", "rudderstack-batch")
        self.types = {
            name: Types(name, demands=name not in doors, without=("batch",) if name.endswith("-batch") else ())
            for name in MODELS
        }

    def findings(self, name: str, text: bytes) -> list[Finding]:
        """What is wrong with a record of a format, and what not every program reads alike."""
        root = Value(parse_document(text), "")
        found = self._findings(name, root)
        return found + interoperable.findings(root.node, found)

    def _findings(self, name: str, root: Value) -> list[Finding]:
        types, now = self.types, self.now
        match name:
            case "olark":
                return validation_olark.findings(root, types["olark-transcript"], now)
            case "userlike":
                return validation_userlike.findings(root, types["userlike-record"], now)
            case "olark-js":
                return validation_pages.olark(root, types["olark-callback-record"], self.catalogue, now)
            case "userlike-js":
                return validation_pages.userlike(root, types["userlike-tracking-record"], types["userlike-data"], now)
            case "segment" | "rudderstack":
                batches = types[f"{name}-batch"]
                return validation_calls.findings(root, name, types[f"{name}-event"], batches, now)
        raise LookupError(f"no rules for {name}")


def reported(tool: str, name: str, text: bytes) -> list[Told]:
    """What the tool finds in a file."""
    with tempfile.NamedTemporaryFile(prefix="chatevents-validation-", suffix=".txt") as file:
        file.write(text)
        file.flush()
        command = [tool, "validate", "--as", name, "--format", "json", "--now", NOW, file.name]
        done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode not in (0, 1) or done.stderr:
        raise Disagreed(f"status {done.returncode} of {' '.join(command)}\n{done.stderr.decode(errors='replace')[:2000]}")
    told = [json.loads(line) for line in done.stdout.split(b"\n") if line]
    return [Told(*(one[member] for member in ("line", "column", "pointer", "code"))) for one in told]


def together(rng: random.Random, records: list[bytes]) -> tuple[bytes, list[int]]:
    """A file of records, behind one another or in an array; and where each of them starts."""
    in_array = rng.random() < 0.3
    gap = rng.choice([b",", b" ,\n "]) if in_array else b"\n"
    text, starts = bytearray(b"[" if in_array else rng.choice([b"", b"\xef\xbb\xbf", b"\r\n"])), []
    for place, one in enumerate(records):
        text += gap if place else b""
        starts.append(len(text))
        text += one
    return bytes(text + (b"]\n" if in_array else b"\n")), starts


def compare(tool: str, judge: Judge, rng: random.Random, name: str, records: list[bytes]) -> dict[str, int]:
    """Judges records both ways, and returns how often each code was found; raises `Disagreed`."""
    text, starts = together(rng, records)
    lines = [0, *(at + 1 for at, byte in enumerate(text) if byte == 10)]
    expected: list[list[Told]] = []
    for start, one in zip(starts, records, strict=True):
        found = []
        for finding in judge.findings(name, one):
            offset = start + finding.offset
            line = bisect_right(lines, offset)
            found.append(Told(line, offset - lines[line - 1] + 1, finding.pointer, finding.code))
        expected.append(found)
    actual = reported(tool, name, text)
    if [told[:2] for told in actual] != sorted(told[:2] for told in actual):
        raise Disagreed(f"{name}: the findings are not in the order of their places")
    wanted = [told for found in expected for told in found]
    if sorted(actual) != sorted(wanted):
        if len(records) == 1:
            raise Disagreed(f"{name}: {text[:4000]!r}\nexpected {sorted(wanted)}\nfound    {sorted(actual)}")
        for one in records:
            compare(tool, judge, random.Random(0), name, [one])
        raise Disagreed(f"{name}: {len(records)} records together give other findings than each alone\n{text[:2000]!r}")
    counts: dict[str, int] = {}
    for told in wanted:
        counts[told.code] = counts.get(told.code, 0) + 1
    return counts


def main() -> int:
    parser = argparse.ArgumentParser(description="Hold what is found in records against the vendors' rules.")
    parser.add_argument("--tool", required=True, help="the built program")
    parser.add_argument("--cases", type=int, default=2000, help="how many records of each format (default: 2000)")
    parser.add_argument("--seed", type=int, default=None, help="repeat the run with this seed")
    parser.add_argument("--format", choices=list(TWISTS), action="append", help="this format alone")
    arguments = parser.parse_args()
    sys.setrecursionlimit(20_000)  # some records are deep
    seed = random.SystemRandom().randrange(2**32) if arguments.seed is None else arguments.seed
    print(f"seed {seed}", flush=True)
    try:
        judge = Judge()
        for name in arguments.format or TWISTS:
            rng = random.Random(f"{seed} {name}")
            counts: dict[str, int] = {}
            for large in at_the_limits() if name in ("segment", "rudderstack") else []:
                compare(arguments.tool, judge, rng, name, [large])
            for start in range(0, arguments.cases, TOGETHER):
                records = [record(rng, name) for _ in range(min(TOGETHER, arguments.cases - start))]
                for code, count in compare(arguments.tool, judge, rng, name, records).items():
                    counts[code] = counts.get(code, 0) + count
            shown = ", ".join(f"{code} {count}" for code, count in sorted(counts.items()))
            print(f"{name}: {arguments.cases} records agree: {shown}", flush=True)
        rng = random.Random(f"{seed} ids")
        for _ in range(max(1, arguments.cases // 20)):
            different = disagreement(arguments.tool, rng)
            if different:
                raise Disagreed(different)
        print(f"ids that come again: {max(1, arguments.cases // 20)} runs agree", flush=True)
    except Disagreed as disagreed:
        print(f"{disagreed}\nseed {seed}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
