"""Where reading goes on after a record that is broken."""

from __future__ import annotations

import re

from rawjson import WHITE_SPACE

_START_LINE = re.compile(rb"\n(?=\x1e?(?:\xef\xbb\xbf)?(?:[{\[]|data=))")
_STRING = re.compile(rb'"(?:[^"\\\n]++|\\[^\n])*+')
_CLOSES = {ord("]"): ord("["), ord("}"): ord("{")}


def next_start_line(source: bytes, start: int) -> int:
    """The first line after that of `start` that begins with `{`, `[` or `data=`, perhaps behind marks, else the input's end."""
    found = _START_LINE.search(source, start)
    return found.end() if found else len(source)


def trimmed(source: bytes, start: int, end: int) -> int:
    """`end`, moved before the white space that precedes it."""
    return start + len(source[start:end].rstrip(WHITE_SPACE))


def resume_in_array(source: bytes, start: int, fault: int) -> tuple[bool, int]:
    """Where an array goes on after the broken element at `start`, and whether the element balanced.

    `fault` is the byte of the syntax error; a start line there or behind it ends the search for balance.
    """
    place = _balance(source, start, fault)
    return (False, next_start_line(source, start)) if place is None else (True, place)


def _balance(source: bytes, start: int, fault: int) -> int | None:
    limit = next_start_line(source, fault - 1)
    opened: list[int] = []
    at = start
    while at < limit:
        byte = source[at]
        if not opened and byte in b",]":
            return at
        if byte in b"{[":
            opened.append(byte)
        elif byte in b"}]":
            if not opened or opened.pop() != _CLOSES[byte]:
                return None
        elif byte == ord('"'):
            at = _STRING.match(source, at).end()
            if source[at : at + 1] != b'"':
                return None
        at += 1
    return None
