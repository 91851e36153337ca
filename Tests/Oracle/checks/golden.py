"""Prints what the tool must write for an input, or holds the fixtures against it.

    python3 Tests/Oracle/checks/golden.py FILE...    the expected standard output of a conversion of the fixtures' inputs
    python3 Tests/Oracle/checks/golden.py --check    compares every fixture; status 1 where one differs
    python3 Tests/Oracle/checks/golden.py --update   writes every fixture's expected output anew; a person reads the diff

A folder holds the inputs of one format, in folders of its own where they are many. Beside each input stand the expected outputs, `<case>.<to>.jsonl`, one for each
target of the case: a new case starts with an empty one, or, where only one route leads on, without. Options of a case
are in its `.args`. Of a case's diagnostics the number, the codes and, as far as the rules fix them, the pointers and
places are compared, for each of its targets; their words, and warnings, are the tool's own.
"""

from __future__ import annotations

import paths  # noqa: F401, where the modules that follow are found

import argparse
import contextlib
import difflib
import gzip
import os
import re
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

from reading import Reading, Reject
from routes import ROUTES
from settings import Settings, settings
from tool import line_and_column

FIXTURES = Path(__file__).resolve().parents[3] / "Fixtures"
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
    "foreign-format",
}


def complaints(folder: Path) -> Iterator[str]:
    """What is wrong with each case of the folder; nothing where all agree."""
    cases = inputs(folder)
    if not cases:
        yield f"{folder.name}: no fixtures"
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = NAME.fullmatch(file.name)
        if name is None or name["case"] not in cases or cases[name["case"]].parent != file.parent:
            yield f"{file.name}: no such fixture: <case>.input.json, .input.jsonl or .input.txt is missing"
        elif name["target"] not in (None, *routes_from(folder)):
            yield f"{file.name}: no route leads from {folder.name} to {name['target']}"
    for case, file in cases.items():
        if not targets(file):
            yield f"{file.name}: no expected output"
        for target in targets(file):
            reading = run(file, target)
            yield from difference(golden_file(file, target), reading.output)
            yield from misreported(file.with_name(f"{case}.diagnostics.txt"), file.name, text_of(file), reading.reported)


def run(file: Path, target: str) -> Reading:
    """What a conversion of a case's input gives, with the case's options."""
    reading = Reading(options(file, target))
    reading.read(text_of(file))
    return reading


def text_of(file: Path) -> bytes:
    """The input, unpacked where it is gzip."""
    source = file.read_bytes()
    return gzip.decompress(source) if source.startswith(b"\x1f\x8b") else source


def options(file: Path, target: str) -> Settings:
    """The options of a case; files that they name stand beside the input."""
    arguments = file.with_name(f"{case_of(file)}.args")
    words = shlex.split(arguments.read_text()) if arguments.exists() else []
    with contextlib.chdir(file.parent):
        return settings(words, "auto", target)


def folders() -> list[Path]:
    """The folder of each format; what diagnostics are shown by is no conversion."""
    return sorted(path for path in FIXTURES.iterdir() if path.is_dir() and path.name not in ("diagnostics", "plans"))


def format_folder(file: Path) -> Path:
    """The folder of the format of a case."""
    return FIXTURES / file.relative_to(FIXTURES).parts[0]


def routes_from(folder: Path) -> list[str]:
    """The formats to which routes lead from the folder's."""
    return [route.target for route in ROUTES if route.source == folder.name]


def targets(file: Path) -> list[str]:
    """The formats that a case has an output for; the only one that there is, where it has none yet."""
    possible = routes_from(format_folder(file))
    found = [target for target in possible if golden_file(file, target).exists()]
    return found or (possible if len(possible) == 1 else [])


def routes_without_fixtures() -> Iterator[str]:
    """A complaint for each route that no case has an output of."""
    for route in ROUTES:
        if not list(FIXTURES.glob(f"{route.source}/**/*.{route.target}.jsonl")):
            yield f"{route.name}: no fixtures"


def case_of(file: Path) -> str:
    return file.name.split(".")[0]


def golden_file(file: Path, target: str) -> Path:
    """The expected output of an input."""
    return file.with_name(f"{case_of(file)}.{target}.jsonl")


def inputs(folder: Path) -> dict[str, Path]:
    """The input of each case of a format, in the folder and in those within; no two cases have a name in common."""
    return {case_of(file): file for file in sorted(folder.rglob("*.input.*"))}


def difference(golden: Path, expected: bytes) -> Iterator[str]:
    """A unified diff from the fixture to what is expected."""
    if not golden.exists():
        yield f"{golden.name}: missing"
    elif (actual := golden.read_bytes()) != expected:
        lines = [text.decode("utf-8", "backslashreplace").splitlines(keepends=True) for text in (actual, expected)]
        yield "".join(difflib.unified_diff(*lines, golden.name, "expected")).rstrip("\n")


def misreported(golden: Path, source_name: str, source: bytes, rejects: list[Reject]) -> Iterator[str]:
    """Where the reports of a case differ from the rejects that the rules give."""
    text = golden.read_text() if golden.exists() else ""
    reports = [line.removeprefix(f"{source_name}:") for line in text.splitlines() if line.startswith(f"{source_name}:")]
    reports = [report for report in reports if not re.match(r"\d+:\d+: warning: ", report)]
    if golden.exists() and not rejects and "warning: " not in text:
        yield f"{golden.name}: nothing is rejected"
    elif len(reports) != len(rejects):
        yield f"{golden.name}: {len(rejects)} reports are expected, {len(reports)} stand there"
    for number, (report, reject) in enumerate(zip(reports, rejects), start=1):
        found = REPORT.fullmatch(report)
        if found is None or not agrees(found, source, reject):
            yield f"{golden.name}: report {number} is {report!r}\n  expected {described(source, reject)}"


def agrees(report: re.Match[str], source: bytes, reject: Reject) -> bool:
    codes = FAULTS_OF_JSON if reject.code is None else {reject.code}
    if report["code"] not in codes:
        return False
    if reject.start is None:  # kept by a rejects file
        return True
    if reject.fault is not None and report["place"] != place(source, reject.fault):
        return False
    return reject.pointer is None or (report["pointer"] or "") == reject.pointer


def described(source: bytes, reject: Reject) -> str:
    code = reject.code or "a fault of the JSON"
    where = "" if reject.fault is None else f", its error at {place(source, reject.fault)}"
    record = "a record" if reject.start is None else f"the record at {place(source, reject.start)}"
    return f"{code} in {record}{where}, pointer {reject.pointer!r}"


def place(source: bytes, offset: int) -> str:
    line, column = line_and_column(source, offset)
    return f"{line}:{column}"


def check() -> int:
    found = [*routes_without_fixtures(), *(complaint for folder in folders() for complaint in complaints(folder))]
    for complaint in found:
        print(complaint)
    cases = [file for folder in folders() for file in inputs(folder).values()]
    if cases and not found:
        print(f"{len(cases)} fixtures agree, {sum(len(targets(file)) for file in cases)} outputs")
    return 0 if cases and not found else 1


def update() -> int:
    if os.environ.get("CI"):
        print("fixtures are not written where CI is set")
        return 1
    written = 0
    for file in [file for folder in folders() for file in inputs(folder).values()]:
        for target in targets(file):
            golden = golden_file(file, target)
            expected = run(file, target).output
            if not golden.exists() or golden.read_bytes() != expected:
                golden.write_bytes(expected)
                written += 1
    print(f"{written} outputs written")
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(description="What the tool must write for an input.")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--to", help="of the files, the output in this format; without it, in each that the case has")
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
        for target in [arguments.to] if arguments.to else targets(file.resolve()):
            sys.stdout.buffer.write(run(file.resolve(), target).output)
    return 0


if __name__ == "__main__":
    sys.exit(main())
