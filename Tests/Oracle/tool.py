"""Runs the tool over inputs and holds what it did against what the oracle expects."""

from __future__ import annotations

import base64
import json
import subprocess
import tempfile
import time
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import reading
from olark_to_rudderstack import Settings, namespace

TIMEOUT = 120
PAUSE = 0.002


@dataclass(frozen=True)
class Options:
    """What differs between two runs over the same input."""

    source_format: str = "olark"
    namespace: str | None = None
    through_stdin: bool = False
    pieces: int = 1
    flags: tuple[str, ...] = ()

    @property
    def settings(self) -> Settings:
        return Settings(namespace(self.namespace), "--timestamps" in self.flags, "--lossless" in self.flags)

    @property
    def arguments(self) -> list[str]:
        namespace = [] if self.namespace is None else ["--namespace", self.namespace]
        return ["convert", "--from", self.source_format, "--to", "rudderstack", *namespace, *self.flags]


@dataclass
class Outcome:
    status: int
    stdout: bytes
    stderr: bytes = b""
    rejects_file: bytes = b""
    sources: list[str] = field(default_factory=list)

    @cached_property
    def rejects(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.rejects_file.split(b"\n") if line]


def run(tool: str, inputs: list[bytes], options: Options) -> Outcome:
    """Converts the inputs in one process, as files; a single one through standard input if asked for."""
    with tempfile.TemporaryDirectory(prefix="chatevents-oracle-") as folder:
        rejects = Path(folder, "rejects.jsonl")
        command = [tool, *options.arguments, "--rejects", str(rejects)]
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
        return Outcome(status, stdout.read_bytes(), stderr.read_bytes(), kept, paths)


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
    stdout: list[bytes] = []
    rejects: list[tuple[int, reading.Reject]] = []
    for place, text in enumerate(inputs):
        written, rejected = reading.run(text, options.settings)
        stdout.append(written)
        rejects += [(place, reject) for reject in rejected]
    expected = b"".join(stdout)
    if outcome.stdout != expected:
        return "standard output differs\n" + first_difference(expected, outcome.stdout)
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
    if outcome.status != (1 if rejects else 0):
        return f"exit status {outcome.status} with {len(rejects)} rejects\n{outcome.stderr[-2000:].decode(errors='replace')}"
    return None


def reject_difference(text: bytes, expected: reading.Reject, actual: dict[str, Any], source: str | None) -> str | None:
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


def described(text: bytes, reject: reading.Reject) -> str:
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
