"""Which JSON every program reads alike (RFC 7493, and U+0000): what is not so in a document, and how it is written instead."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from pointers import step
from rawjson import Node
from rules import Rejected
from validation_findings import Finding

_CODE = "not-interoperable"
# One character of a string: a pair of escapes, an escape, or the bytes of a character.
_CHARACTER = re.compile(
    rb"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\."
    rb"|[\x00-\x7f]|[\xc2-\xdf].|[\xe0-\xef]..|[\xf0-\xf4]...",
    re.DOTALL,
)
_MAY_MATTER = re.compile(rb"\\u|\xef[\xb7\xbf]|\xbf[\xbe\xbf]")


def findings(record: Node, others: list[Finding]) -> list[Finding]:
    """What not every program reads alike, but for keys that are an error already."""
    told = {finding.offset for finding in others if finding.code == "repeated-key"}
    return [finding for finding in _findings(record, "") if finding.offset not in told]


def refuse_repeated_keys(record: Node) -> None:
    """Raises `Rejected` for the first key that comes again in its object, as programs read the keys."""
    repeated = [found for owner, pointer in _containers(record, "") for found in _repeated(owner, pointer)]
    if repeated:
        offset, pointer = min(repeated)
        raise Rejected("repeated-key", pointer, offset)


def cleaned(text: bytes) -> bytes:
    """JSON with U+FFFD for what no text may hold, spelt as that was, and without U+0000."""
    if not _MAY_MATTER.search(text):
        return text
    return _CHARACTER.sub(lambda found: _written(found[0]), text)


def _written(spelt: bytes) -> bytes:
    character = _decoded(spelt)
    if character == "\0":
        return b""
    if _is_wrong(character):
        return b"\\ufffd" if spelt.startswith(b"\\") else "\ufffd".encode()
    return spelt


def _decoded(spelt: bytes) -> str:
    return json.loads(b'"' + spelt + b'"') if spelt.startswith(b"\\") else spelt.decode()


def _is_wrong(character: str) -> bool:
    """Whether it is half of a surrogate pair or a noncharacter."""
    code = ord(character)
    return 0xD800 <= code <= 0xDFFF or 0xFDD0 <= code <= 0xFDEF or code & 0xFFFF in (0xFFFE, 0xFFFF)


def _key(key: str) -> str:
    return "".join("\ufffd" if _is_wrong(character) else character for character in key if character != "\0")


def _first_wrong(raw: bytes) -> int | None:
    """The offset in a string's bytes of the first character that should not be there."""
    if not _MAY_MATTER.search(raw):
        return None
    for found in _CHARACTER.finditer(raw, 1, len(raw) - 1):
        character = _decoded(found[0])
        if character == "\0" or _is_wrong(character):
            return found.start()
    return None


def _repeated(owner: Node, pointer: str) -> Iterator[tuple[int, str]]:
    seen: set[str] = set()
    for member in owner.members:
        if _key(member.key) in seen:
            yield member.start, pointer + step(member.key)
        seen.add(_key(member.key))


def _containers(node: Node, pointer: str) -> Iterator[tuple[Node, str]]:
    yield node, pointer
    for value, place in _inner(node, pointer):
        yield from _containers(value, place)


def _inner(node: Node, pointer: str) -> list[tuple[Node, str]]:
    members = [(member.value, pointer + step(member.key)) for member in node.members]
    return members + [(element, f"{pointer}/{place}") for place, element in enumerate(node.elements)]


def _findings(record: Node, pointer: str) -> Iterator[Finding]:
    for node, place in _containers(record, pointer):
        repeated = dict(_repeated(node, place))
        for member in node.members:
            if member.start in repeated or _first_wrong(member.raw_key) is not None:
                yield Finding(member.start, place + step(member.key), _CODE)
        if node.kind == "string":
            wrong = _first_wrong(node.raw)
            if wrong is not None:
                yield Finding(node.start + wrong, place, _CODE)
        if node.kind == "number" and float(node.raw) in (float("inf"), float("-inf")):
            yield Finding(node.start, place, _CODE)
