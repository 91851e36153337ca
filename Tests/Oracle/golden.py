"""Prints what the tool must write for an input, or holds the fixtures against it.

    python3 Tests/Oracle/golden.py FILE...    the expected standard output of a conversion of the fixtures' inputs
    python3 Tests/Oracle/golden.py --check    compares every fixture; status 1 where one differs
    python3 Tests/Oracle/golden.py --update   writes every fixture's expected output anew; a person reads the diff

Of a fixture's diagnostics the number, the codes and, as far as the rules fix them, the pointers and
places are compared; their words are the tool's own. Options of a case are in its `.args`.
"""

from __future__ import annotations

import argparse
import difflib
import gzip
import os
import re
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

import reading
import rudderstack_to_olark
from olark_to_rudderstack import Settings, namespace
from tool import line_and_column

FIXTURES = Path(__file__).resolve().parents[2] / "Fixtures"
TARGETS = {"olark": "rudderstack", "rudderstack": "olark"}  # by the folder of the inputs
NAME = re.compile(
    r"(?P<case>[a-z0-9]+(?:-[a-z0-9]+){0,3})\."
    r"(?:input\.(?:json|jsonl|txt)|args|(?P<target>[a-z-]+)\.jsonl|diagnostics\.txt)"
)
REPORT = re.compile(r"(?P<place>\d+:\d+): error: .*?(?: at (?P<pointer>/.*))? \[(?P<code>[a-z0-9-]+)\]")

# What the rules call a fault of the JSON has one of these codes.
FAULTS_OF_JSON = {
    "expected-value",
    "expected-key",
    "expected-colon",
    "expected-comma-or-brace",
    "expected-comma-or-bracket",
    "invalid-number",
    "control-character",
    "invalid-escape",
    "invalid-utf8",
    "too-deep",
    "unexpected-end",
    "lone-surrogate",
    "missing-element",
    "trailing-text",
    "utf-16",
}


def complaints(folder: Path) -> Iterator[str]:
    """What is wrong with each case of the folder; nothing where all agree."""
    cases = inputs(folder)
    for file in sorted(folder.iterdir()):
        name = NAME.fullmatch(file.name)
        if name is None or name["case"] not in cases or name["target"] not in (None, TARGETS[folder.name]):
            yield f"{file.name}: no such fixture: <case>.input.json, .input.jsonl or .input.txt is missing"
    for case, file in cases.items():
        expected, rejects = run(file)
        yield from difference(golden_file(file), expected)
        yield from misreported(folder / f"{case}.diagnostics.txt", file.name, text_of(file), rejects)


def run(file: Path) -> tuple[bytes, list[reading.Reject]]:
    """What a conversion of a case's input gives, with the case's options."""
    source = text_of(file)
    if file.parent.name == "rudderstack":
        return reading.run_with(rudderstack_to_olark.convert, source)
    return reading.run(source, settings(file.with_name(f"{case_of(file)}.args")))


def text_of(file: Path) -> bytes:
    """The input, unpacked where it is gzip."""
    source = file.read_bytes()
    return gzip.decompress(source) if source.startswith(b"\x1f\x8b") else source


def settings(arguments: Path) -> Settings:
    """The options in a file; those that change no event may stand there too."""
    words = shlex.split(arguments.read_text()) if arguments.exists() else []
    parser = argparse.ArgumentParser(allow_abbrev=False)
    parser.add_argument("--namespace")
    parser.add_argument("--timestamps", action="store_true")
    parser.add_argument("--lossless", action="store_true")
    parser.add_argument("--from", choices=TARGETS)
    parser.add_argument("--summary", action="store_true")
    known = parser.parse_args(words)
    return Settings(namespace(known.namespace), known.timestamps, known.lossless)


def folders() -> list[Path]:
    return [FIXTURES / name for name in TARGETS]


def case_of(file: Path) -> str:
    return file.name.split(".")[0]


def golden_file(file: Path) -> Path:
    """The expected output of an input."""
    return file.with_name(f"{case_of(file)}.{TARGETS[file.parent.name]}.jsonl")


def inputs(folder: Path) -> dict[str, Path]:
    return {case_of(file): file for file in sorted(folder.glob("*.input.*"))}


def difference(golden: Path, expected: bytes) -> Iterator[str]:
    """A unified diff from the fixture to what is expected."""
    if not golden.exists():
        yield f"{golden.name}: missing"
    elif (actual := golden.read_bytes()) != expected:
        lines = [text.decode("utf-8", "backslashreplace").splitlines(keepends=True) for text in (actual, expected)]
        yield "".join(difflib.unified_diff(*lines, golden.name, "expected")).rstrip("\n")


def misreported(golden: Path, source_name: str, source: bytes, rejects: list[reading.Reject]) -> Iterator[str]:
    """Where the reports of a case differ from the rejects that the rules give."""
    text = golden.read_text() if golden.exists() else ""
    reports = [line.removeprefix(f"{source_name}:") for line in text.splitlines() if line.startswith(f"{source_name}:")]
    if golden.exists() and not rejects:
        yield f"{golden.name}: nothing is rejected"
    elif len(reports) != len(rejects):
        yield f"{golden.name}: {len(rejects)} reports are expected, {len(reports)} stand there"
    for number, (report, reject) in enumerate(zip(reports, rejects), start=1):
        found = REPORT.fullmatch(report)
        if found is None or not agrees(found, source, reject):
            yield f"{golden.name}: report {number} is {report!r}\n  expected {described(source, reject)}"


def agrees(report: re.Match[str], source: bytes, reject: reading.Reject) -> bool:
    codes = FAULTS_OF_JSON if reject.code is None else {reject.code}
    if reject.code == "unknown-shape":
        codes = {"unknown-shape", "no-route"}  # the rules know no format but Olark's
    if report["code"] not in codes:
        return False
    if reject.start is None:  # kept by a rejects file
        return True
    if reject.fault is not None and report["place"] != place(source, reject.fault):
        return False
    return reject.pointer is None or (report["pointer"] or "") == reject.pointer


def described(source: bytes, reject: reading.Reject) -> str:
    code = reject.code or "a fault of the JSON"
    where = "" if reject.fault is None else f", its error at {place(source, reject.fault)}"
    record = "a record" if reject.start is None else f"the record at {place(source, reject.start)}"
    return f"{code} in {record}{where}, pointer {reject.pointer!r}"


def place(source: bytes, offset: int) -> str:
    line, column = line_and_column(source, offset)
    return f"{line}:{column}"


def check() -> int:
    found = [complaint for folder in folders() for complaint in complaints(folder)]
    for complaint in found:
        print(complaint)
    counts = [len(inputs(folder)) for folder in folders()]
    if 0 in counts:
        print(f"a folder of {FIXTURES} has no fixtures")
    elif not found:
        print(f"{sum(counts)} fixtures agree")
    return 0 if 0 not in counts and not found else 1


def update() -> int:
    if os.environ.get("CI"):
        print("fixtures are not written where CI is set")
        return 1
    written = 0
    for file in [file for folder in folders() for file in inputs(folder).values()]:
        golden = golden_file(file)
        expected, _ = run(file)
        if not golden.exists() or golden.read_bytes() != expected:
            golden.write_bytes(expected)
            written += 1
    print(f"{written} fixtures written")
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(description="What the tool must write for an input.")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--check", action="store_true", help="compare every fixture")
    parser.add_argument("--update", action="store_true", help="write every fixture's expected output anew")
    arguments = parser.parse_args()
    if [arguments.check, arguments.update, bool(arguments.files)].count(True) != 1:
        parser.error("say --check, --update, or which files to read")
    if arguments.check:
        return check()
    if arguments.update:
        return update()
    for file in arguments.files:
        sys.stdout.buffer.write(run(file.resolve())[0])
    return 0


if __name__ == "__main__":
    sys.exit(main())
