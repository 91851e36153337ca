"""Runs the tool over inputs and holds what it did against what the oracle expects."""

from __future__ import annotations

import base64
import json
import re
import subprocess
import tempfile
import time
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import settings
from reading import MISSING_COMMA, Reading, Reject
from settings import Settings

TIMEOUT = 120
PAUSE = 0.002


@dataclass(frozen=True)
class Options:
    """What differs between two runs over the same input."""

    target: str
    source: str = "auto"
    words: tuple[str, ...] = ()
    through_stdin: bool = False
    pieces: int = 1

    @cached_property
    def settings(self) -> Settings:
        return settings.settings(self.words, self.source, self.target)

    @property
    def arguments(self) -> list[str]:
        return ["convert", "--from", self.source, "--to", self.target, *self.words]


@dataclass
class Outcome:
    status: int
    stdout: bytes
    stderr: bytes = b""
    rejects_file: bytes = b""
    sources: list[str] = field(default_factory=list)
    balance: dict[str, Any] = field(default_factory=dict)

    @cached_property
    def rejects(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.rejects_file.split(b"\n") if line]


def run(tool: str, inputs: list[bytes], options: Options) -> Outcome:
    """Converts the inputs in one process, as files; a single one through standard input if asked for."""
    with tempfile.TemporaryDirectory(prefix="chatevents-oracle-") as folder:
        rejects = Path(folder, "rejects.jsonl")
        command = [tool, *options.arguments, "--summary=json", "--rejects", str(rejects)]
        piped = options.through_stdin and len(inputs) == 1
        paths: list[str] = []
        if not piped:
            for place, text in enumerate(inputs):
                path = Path(folder, f"input-{place:04}.txt")
                path.write_bytes(text)
                paths.append(str(path))
        stdout, stderr = Path(folder, "stdout"), Path(folder, "stderr")
        with stdout.open("wb") as out, stderr.open("wb") as err:
            child = subprocess.Popen([*command, *paths], stdin=subprocess.PIPE, stdout=out, stderr=err)
            feed(child, inputs[0] if piped else b"", options.pieces)
            status = child.wait(TIMEOUT)
        kept = rejects.read_bytes() if rejects.exists() else b""
        messages = stderr.read_bytes()
        return Outcome(status, stdout.read_bytes(), messages, kept, paths, balance_of(messages))


def balance_of(messages: bytes) -> dict[str, Any]:
    """What `--summary=json` printed, if it came to that."""
    lines = [line for line in messages.splitlines() if line.startswith(b'{"read":')]
    return json.loads(lines[-1]) if lines else {}


def listed_routes(tool: str) -> list[str]:
    """The names of the routes that `explain` lists."""
    done = subprocess.run([tool, "explain"], capture_output=True, check=True, text=True)
    return [":".join(found) for found in re.findall(r"^(\S+) -> (\S+):", done.stdout, re.MULTILINE)]


def feed(child: subprocess.Popen[bytes], text: bytes, pieces: int) -> None:
    """Writes the text to a process in so many pieces, each late enough to be read by itself."""
    assert child.stdin is not None
    size = len(text) // pieces + 1
    try:
        for start in range(0, len(text), size):
            if start > 0:
                time.sleep(PAUSE)
            child.stdin.write(text[start : start + size])
            child.stdin.flush()
        child.stdin.close()
    except BrokenPipeError:
        pass  # it ended early; its status and output say more


def disagreement(inputs: list[bytes], options: Options, outcome: Outcome) -> str | None:
    """What the tool did otherwise than expected, or None."""
    reading = Reading(options.settings)
    rejects: list[tuple[int, Reject]] = []
    for place, text in enumerate(inputs):
        before = len(reading.rejects)
        reading.read(text)
        rejects += [(place, reject) for reject in reading.rejects[before:]]
    if outcome.stdout != reading.output:
        return "standard output differs\n" + first_difference(reading.output, outcome.stdout)
    for number, (place, reject) in enumerate(rejects):
        if number == len(outcome.rejects):
            return f"reject {number + 1} is missing: {described(inputs[place], reject)}"
        source = outcome.sources[place] if outcome.sources else None
        wrong = reject_difference(inputs[place], reject, outcome.rejects[number], source)
        if wrong:
            shown = described(inputs[place], reject)
            return f"reject {number + 1}: {wrong}\nexpected {shown}\nactual   {outcome.rejects[number]}"
    if len(outcome.rejects) > len(rejects):
        return f"reject {len(rejects) + 1} was not expected: {outcome.rejects[len(rejects)]}"
    if outcome.status != (1 if reading.reported else 0):
        return f"exit status {outcome.status} with {len(rejects)} rejects\n{outcome.stderr[-2000:].decode(errors='replace')}"
    commas = [report for report in reading.reported if report.code == MISSING_COMMA]
    if outcome.stderr.count(b" [missing-comma]\n") != len(commas):
        return f"{len(commas)} missing commas are expected to be reported\n{outcome.stderr[-2000:].decode(errors='replace')}"
    balance = [reading.converted, reading.skipped, len(rejects)]
    if [outcome.balance.get(name) for name in ("converted", "skipped", "rejected")] != balance:
        return f"the balance is {outcome.balance}; converted, skipped and rejected are expected to be {balance}"
    return None


def reject_difference(text: bytes, expected: Reject, actual: dict[str, Any], source: str | None) -> str | None:
    if record_bytes(actual) != expected.record:
        return "the record's text differs"
    if expected.start is not None and (actual["line"], actual["column"]) != line_and_column(text, expected.start):
        return "the record's line and column differ"
    if expected.code is not None and actual["code"] != expected.code:
        return "the code differs"
    if expected.pointer is not None and actual["pointer"] != expected.pointer:
        return "the pointer differs"
    at = actual["at"]
    if expected.fault is not None and (at["line"], at["column"]) != line_and_column(text, expected.fault):
        return f"the place of the fault differs: expected {line_and_column(text, expected.fault)}"
    if source is not None and actual["source"] != source:
        return "the source differs"
    return None


def record_bytes(reject: dict[str, Any]) -> bytes:
    if "record_base64" in reject:
        return base64.b64decode(reject["record_base64"])
    return reject["record"].encode("utf-8", "surrogatepass")


def line_and_column(text: bytes, offset: int) -> tuple[int, int]:
    """Both from 1; columns count bytes."""
    return text.count(b"\n", 0, offset) + 1, offset - text.rfind(b"\n", 0, offset)


def described(text: bytes, reject: Reject) -> str:
    place = "some place" if reject.start is None else line_and_column(text, reject.start)
    return f"{reject.code or 'a fault of the JSON'} {reject.pointer or ''} at {place}: {reject.record[:300]!r}"


def first_difference(expected: bytes, actual: bytes, around: int = 120) -> str:
    """The bytes about the first place where two texts part."""
    limit = min(len(expected), len(actual))
    place = next((at for at in range(limit) if expected[at] != actual[at]), limit)
    line = expected.count(b"\n", 0, place) + 1
    low, high = max(0, place - around), place + around
    return (
        f"at byte {place}, line {line}; {len(expected)} bytes expected, {len(actual)} written\n"
        f"expected …{expected[low:high]!r}\nactual   …{actual[low:high]!r}"
    )
