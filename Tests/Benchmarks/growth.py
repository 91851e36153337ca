"""Looks for input on which the work grows faster than the input, or that takes too long.

    python3 Tests/Benchmarks/growth.py --tool .build/release/chatevents [--size MB] [--only TEXT]

Each kind of hostile input is read by every command with one job and with several, at a size and at twice that size. A run may take
a second of the processor for 5 MB read and another for 50 MB written (output, messages and rejects), and twice the input at most 2.2
times as long. Runs of less than a fifth of a second are not compared: there the start counts.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

MEGABYTE = 1_000_000
JOBS = ["1", "2", "7"]
COMMANDS = {
    "convert --to rudderstack": ["convert", "--to", "rudderstack", "--lossless"],
    "convert --to segment": ["convert", "--to", "segment", "--calls", "identify,group,track"],
    "convert --rejects": ["convert", "--to", "segment", "--rejects", os.devnull],
    "convert --to olark-js": ["convert", "--to", "olark-js"],
    "validate": ["validate"],
    "redact": ["redact"],
    "redact --verify": ["redact", "--verify"],
    "export": ["export", "--email", "jo@example.org"],
}


def repeated(unit: bytes, before: bytes = b"", after: bytes = b"\n") -> Callable[[int], bytes]:
    return lambda size: before + unit * (size // len(unit)) + after


def message(unit: bytes) -> Callable[[int], bytes]:
    """One transcript with one long message."""
    head = b'{"kind":"Conversation","id":"c","visitor":{"id":"v","emailAddress":"jo@example.org"},"items":[{"kind":"MessageToOperator",'
    return repeated(unit, head + b'"timestamp":"1307116657.1","body":"', b'"}]}\n')


def operators(size: int) -> bytes:
    """As many operators as items, each of which names one."""
    count = size // 150
    names = b",".join(b'"%d":{"id":%d,"nickname":"n"}' % (number, number) for number in range(count))
    items = b",".join(b'{"kind":"MessageToVisitor","timestamp":"1307116657.1","body":"b","operatorId":%d}' % number for number in range(count))
    return b'{"kind":"Conversation","id":"c","visitor":{"id":"v"},"operators":{%s},"items":[%s]}\n' % (names, items)


INPUTS: dict[str, Callable[[int], bytes]] = {
    "digits and spaces in a message": message(b"12 345 "),
    "one-digit groups in a message": message(b"1-1-"),
    "addresses in a message": message(b"jo@example.org "),
    "at signs in a message": message(b"@"),
    "dots and letters in a message": message(b"a."),
    "colons in a message": message(b"a:1:"),
    "labels in a message": message(b"name: x\\n"),
    "escapes in a message": message(b"\\u0041"),
    "surrogates in a message": message(b"\\ud83d\\ude00"),
    "escaped JSON in a message": message(b'{\\"email\\":\\"jo@example.org\\"},'),
    "escaped brackets in a message": message(b"[{"),
    "per cent escapes in a message": message(b"%2540"),
    "entities in a message": message(b"&#64;"),
    "links in a message": message(b"https://example.org/?email=jo%40example.org&x=1 "),
    "zero-width characters in a message": message("\u200b".encode()),
    "digits in a message": message(b"4111111111111111"),
    "scalars in one line": repeated(b"1-1-"),
    "numbers in one line": repeated(b"12 345 "),
    "one number": repeated(b"1"),
    "braces": repeated(b"{"),
    "brackets": repeated(b"["),
    "cut objects in lines": repeated(b'{"a":\n'),
    "cut arrays in lines": repeated(b'[{"a":"\n'),
    "empty objects in one line": repeated(b"{}"),
    "empty objects in an array": repeated(b"{},", b"[", b"{}]\n"),
    "commas in an array": repeated(b",", b"[", b"]\n"),
    "words in lines": repeated(b"word\n"),
    "lines of a log": repeated(b'2026-12-01 INFO {"a":1}\n'),
    "fields of a form": repeated(b"a=1&"),
    "forms in lines": repeated(b"data=%7B%7D\n"),
    "white space": repeated(b" \n"),
    "members of one object": lambda size: b"{" + b",".join(b'"%d":1' % number for number in range(size // 10)) + b"}\n",
    "items of one transcript": repeated(b"1,", b'{"kind":"Conversation","visitor":{"id":"v"},"items":[', b"1]}\n"),
    "tags of one transcript": repeated(b'"t",', b'{"kind":"Conversation","visitor":{"id":"v"},"items":[],"tags":[', b'"t"]}\n'),
    "operators and items": operators,
    "calls of one batch": repeated(
        b'{"type":"track","userId":"u","event":"e"},', b'{"batch":[', b'{"type":"track","userId":"u","event":"e"}]}\n'
    ),
    "text in a string": lambda size: b'"' + (b'{\\"kind\\":\\"Conversation\\"}\\n' * (size // 30)) + b'"\n',
    "bodies in an envelope": repeated(b'{"body":"data=%7B%7D"},', b'{"Records":[', b"{}]}\n"),
}


def measured(command: list[str], folder: Path) -> tuple[float, int]:
    """Seconds of the processor, and bytes written."""
    out, errors = folder / "out", folder / "errors"
    with out.open("wb") as output, errors.open("wb") as messages:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=messages)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)}: status {process.returncode}")
    return usage.ru_utime + usage.ru_stime, out.stat().st_size + errors.stat().st_size


def main() -> int:
    parser = argparse.ArgumentParser(description="Look for work that grows faster than the input.")
    parser.add_argument("--tool", required=True)
    parser.add_argument("--size", type=float, default=2, help="megabytes of the smaller input (default: 2)")
    parser.add_argument("--only", default="", help="inputs, or commands, whose name holds this text")
    arguments = parser.parse_args()
    runs, faults = 0, 0
    with tempfile.TemporaryDirectory(prefix="chatevents-growth-") as name:
        folder = Path(name)
        paths = [folder / "one", folder / "two"]
        for what, make in INPUTS.items():
            for path, times in zip(paths, (1, 2)):
                path.write_bytes(make(int(arguments.size * MEGABYTE * times)))
            for title, words in COMMANDS.items():
                if arguments.only not in what and arguments.only not in title:
                    continue
                for jobs in JOBS:
                    commands = [[arguments.tool, *words, "--jobs", jobs, str(path)] for path in paths]
                    (once, _), (twice, written) = (measured(command, folder) for command in commands)
                    runs += 2
                    allowed = 0.2 + paths[1].stat().st_size / (5 * MEGABYTE) + written / (50 * MEGABYTE)
                    if twice > allowed:
                        faults += 1
                        print(f"{what}: {title} --jobs {jobs}: {twice:.2f} s, and {allowed:.2f} s are allowed", flush=True)
                    elif twice > 0.2 and twice > 2.2 * max(once, 0.05) and twice > 2.2 * measured(commands[0], folder)[0]:
                        faults += 1
                        print(f"{what}: {title} --jobs {jobs}: {once:.2f} s, and {twice:.2f} s for twice as much", flush=True)
    print(f"{runs} runs, {faults} that take too long")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
