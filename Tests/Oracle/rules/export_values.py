"""Looking into records that are handed over: of members that stand twice the last counts."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from decimals import decimal, is_decimal
from event_time import in_range, written_time
from iso_time import MILLISECONDS_FROM, clock, offset_of, since_1970
from rawjson import Node, compact


class Handed(NamedTuple):
    """A record that is handed over, the line on which it begins, and what the batch around it says of all calls."""

    line: int
    document: Node
    format: str
    context: Node | None = None


def tells(value: Node) -> bool:
    return value.kind != "null" and compact(value) != b'""'


def last(node: Node, key: str) -> Node | None:
    found = [member.value for member in node.members if clean(member.key) == key]
    return found[-1] if found else None


def at(node: Node | None, path: str) -> Node | None:
    for name in path.split("."):
        node = None if node is None or node.kind != "object" else last(node, name)
    return node


def text(node: Node | None, path: str, strings: bool = False) -> str:
    found = at(node, path)
    return "" if strings and (found is None or found.kind != "string") else characters(found)


def characters(node: Node | None) -> str:
    if node is None or node.kind not in ("string", "number"):
        return ""
    return clean(node.text) if node.kind == "string" else node.raw.decode()


def clean(value: str) -> str:
    """The text with U+FFFD for each half of a surrogate pair."""
    return re.sub("[\ud800-\udfff]", "\ufffd", value)


def elements(node: Node | None) -> list[Node]:
    return node.elements if node is not None and node.kind == "array" else []


def time(node: Node | None) -> str:
    seconds = moment(node)
    return "" if seconds is None else written_time(seconds) or ""


SHORT = re.compile(r"\s*(\d{4}-\d\d-\d\d)(?:(?:[Tt]|\s+)(\d\d:\d\d)(:\d\d)?([.,]\d+)?)?\s*(Z|z|UTC|GMT|[+-]\d\d:?\d\d)?\s*", re.ASCII)


def dated(node: Node | None) -> Fraction | None:
    """The moment that dates a record: in databases' ways too, in which a date alone is the beginning of its day."""
    seconds = moment(node)
    found = SHORT.fullmatch(characters(node)) if node is not None and node.kind == "string" else None
    if seconds is not None or found is None or (found[2] is None and found[5]):
        return seconds
    zone = "Z" if found[5] in ("UTC", "GMT") else found[5] or ""
    written = f"{found[1]}T{found[2] or '00:00'}{found[3] or ':00'}{(found[4] or '').replace(',', '.')}{zone}"
    read, offset = clock(written), offset_of(written)
    seconds = None if read is None or offset is None else since_1970(read) - offset
    return seconds if seconds is not None and in_range(seconds) else None


def moment(node: Node | None) -> Fraction | None:
    """Seconds since 1970, where a clock without a zone shows UTC."""
    written = characters(node)
    seconds: Fraction | None = None
    if is_decimal(written):
        number = decimal(written)
        seconds = number if abs(number) < MILLISECONDS_FROM else number / 1000
    elif node is not None and node.kind == "string" and (read := clock(written)) is not None:
        offset = offset_of(written)
        seconds = None if offset is None else since_1970(read) - offset
    return seconds if seconds is not None and in_range(seconds) else None
