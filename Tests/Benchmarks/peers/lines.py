"""What all peers share: lines in, lines out, ids, and times."""

from __future__ import annotations

import re
import sys
import uuid
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta, timezone
from functools import cache
from hashlib import sha1
from typing import Any, BinaryIO

import orjson

NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "chatevents").bytes
BLOCK = 1 << 20
VARIANT = {digit: "89ab"[int(digit, 16) & 3] for digit in "0123456789abcdef"}
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
MICROSECOND = timedelta(microseconds=1)
TOKENS = re.compile(rb'"(?:[^"\\]++|\\.)*+"|[^\s"]++').findall

Convert = Callable[[bytes], Iterable[Any]]


def run(convert: Convert, file: str | None) -> None:
    """Converts a file, or standard input, to standard output."""
    if file is None:
        write_all(sys.stdin.buffer, sys.stdout.buffer, convert)
    else:
        with open(file, "rb", buffering=BLOCK) as source:
            write_all(source, sys.stdout.buffer, convert)
    sys.stdout.buffer.flush()


def write_all(source: BinaryIO, out: BinaryIO, convert: Convert) -> None:
    dumps, newline = orjson.dumps, orjson.OPT_APPEND_NEWLINE
    block: list[bytes] = []
    held = 0
    for line in source:
        for event in convert(line):
            text = dumps(event, option=newline)
            block.append(text)
            held += len(text)
        if held >= BLOCK:
            out.write(b"".join(block))
            block.clear()
            held = 0
    out.write(b"".join(block))


def formatted(digits: str, version: str) -> str:
    """A UUID's text from hexadecimal digits, with the bits of its version and variant."""
    return f"{digits[:8]}-{digits[8:12]}-{version}{digits[13:16]}-{VARIANT[digits[16]]}{digits[17:20]}-{digits[20:32]}"


def uuid5(name: bytes) -> str:
    return formatted(sha1(NAMESPACE + name).hexdigest(), "5")


def without_space(line: bytes, value: Any) -> bytes:
    """A record's text without the white space between its tokens."""
    line = line.rstrip()
    if orjson.dumps(value) == line:
        return line
    if b'\\"' in line:
        return b"".join(TOKENS(line))
    # Every second part is a string. What stands between strings holds no NUL.
    parts = line.split(b'"')
    parts[::2] = b"\0".join(parts[::2]).translate(None, b" \t\r").split(b"\0")
    return b'"'.join(parts)


@cache
def day(number: int) -> str:
    return f"{EPOCH + timedelta(days=number):%Y-%m-%d}T"


@cache
def clock(second: int) -> str:
    return f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}."


def written(microseconds: int) -> str:
    """A time in ISO 8601, with milliseconds."""
    days, rest = divmod(microseconds // 1000, 86_400_000)
    second, milliseconds = divmod(rest, 1000)
    return f"{day(days)}{clock(second)}{milliseconds:03}Z"


def microseconds(time: datetime) -> int:
    return (time - EPOCH) // MICROSECOND
