"""A strict RFC 8259 parser over bytes that keeps every token as it was written.

Numbers and strings stay raw text, objects stay ordered lists with their repetitions, and each
node knows which bytes it came from. Parsing uses an explicit stack, so depth costs no recursion.
"""

from __future__ import annotations

import json
import re
from typing import NamedTuple

MAX_DEPTH = 512
WHITE_SPACE = b" \t\r\n"

_SPACE = re.compile(rb"[ \t\r\n]*+")
_STRING = re.compile(rb'"(?:[^"\\\x00-\x1f]++|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*+')
_INTEGER = re.compile(rb"-?+(?:0|[1-9][0-9]*+)")
_FRACTION = re.compile(rb"\.[0-9]++")
_EXPONENT = re.compile(rb"[eE][+-]?+[0-9]++")
_TOKEN_OR_SPACE = re.compile(rb'("(?:[^"\\]++|\\.)*+")|[ \t\r\n]++')
_LITERALS = {ord("t"): (b"true", "true"), ord("f"): (b"false", "false"), ord("n"): (b"null", "null")}


class JSONFault(ValueError):
    """The bytes are no JSON; `offset` is that of the first byte that cannot stand there."""

    def __init__(self, offset: int, reason: str) -> None:
        super().__init__(f"{reason} at byte {offset}")
        self.offset = offset
        self.reason = reason


class Member(NamedTuple):
    """One member of an object: its key as written, the key decoded, its value, where the key starts."""

    raw_key: bytes
    key: str
    value: Node
    start: int


class Node:
    """One value. `kind` is object, array, string, number, true, false or null."""

    __slots__ = ("kind", "source", "start", "end", "members", "elements")

    def __init__(self, kind: str, source: bytes, start: int, end: int = -1) -> None:
        self.kind = kind
        self.source = source
        self.start = start
        self.end = end
        self.members: list[Member] = []
        self.elements: list[Node] = []

    @property
    def raw(self) -> bytes:
        """The bytes of this value as they stand in the source, white space included."""
        return self.source[self.start : self.end]

    @property
    def text(self) -> str:
        """The decoded characters of a string; lone surrogates stay lone surrogates."""
        return decode_string(self.raw)

    def get(self, key: str) -> Node | None:
        """The value of the first member whose decoded key is `key`."""
        return next((member.value for member in self.members if member.key == key), None)


def decode_string(raw: bytes) -> str:
    """Decodes a valid string token, quotes included."""
    return json.loads(raw.decode("utf-8"))


def skip_space(source: bytes, offset: int) -> int:
    """The offset of the next byte that is no JSON white space."""
    return _SPACE.match(source, offset).end()


def compact(node: Node) -> bytes:
    """The value without white space between its tokens, each token as it was written."""
    return _TOKEN_OR_SPACE.sub(lambda found: found[1] or b"", node.raw)


def parse_document(source: bytes) -> Node:
    """Parses bytes that hold exactly one value, white space around it allowed."""
    node, end = parse_value(source, 0)
    end = skip_space(source, end)
    if end != len(source):
        raise JSONFault(end, "text after the value")
    return node


def parse_value(source: bytes, offset: int) -> tuple[Node, int]:
    """Parses the one value that starts at `offset` (white space before it allowed).

    Returns it and the offset behind it; what follows there is not looked at.
    """
    offset = skip_space(source, offset)
    open_nodes: list[Node] = []
    keys: list[tuple[bytes, str, int]] = []
    while True:
        # A value is expected at `offset`.
        first = source[offset] if offset < len(source) else 0
        if first in b"{[":
            if len(open_nodes) == MAX_DEPTH:
                raise JSONFault(offset, "nesting is too deep")
            node = Node("object" if first == ord("{") else "array", source, offset)
            inside = skip_space(source, offset + 1)
            closer = b"}" if node.kind == "object" else b"]"
            if source[inside : inside + 1] != closer:
                open_nodes.append(node)
                offset = inside
                if node.kind == "object":
                    offset = _read_key(source, offset, keys)
                continue
            node.end = inside + 1
        else:
            node = _scalar(source, offset, first)
        # A value ended; so may the containers around it.
        while True:
            if not open_nodes:
                return node, node.end
            parent = open_nodes[-1]
            if parent.kind == "object":
                raw_key, key, start = keys.pop()
                parent.members.append(Member(raw_key, key, node, start))
            else:
                parent.elements.append(node)
            offset = skip_space(source, node.end)
            mark = source[offset : offset + 1]
            if mark == b",":
                offset = skip_space(source, offset + 1)
                if parent.kind == "object":
                    offset = _read_key(source, offset, keys)
                break
            if mark != (b"}" if parent.kind == "object" else b"]"):
                raise JSONFault(offset, "expected a comma or the end of the container")
            parent.end = offset + 1
            node = open_nodes.pop()


def _read_key(source: bytes, offset: int, keys: list[tuple[bytes, str, int]]) -> int:
    """Reads a key and its colon, notes the key, and returns where the value starts."""
    if source[offset : offset + 1] != b'"':
        raise JSONFault(offset, "expected a key")
    end = _string_end(source, offset)
    raw = source[offset:end]
    keys.append((raw, decode_string(raw), offset))
    colon = skip_space(source, end)
    if source[colon : colon + 1] != b":":
        raise JSONFault(colon, "expected a colon")
    return skip_space(source, colon + 1)


def _scalar(source: bytes, offset: int, first: int) -> Node:
    if first == ord('"'):
        return Node("string", source, offset, _string_end(source, offset))
    if first in _LITERALS:
        literal, kind = _LITERALS[first]
        if not source.startswith(literal, offset):
            raise JSONFault(offset, "expected a value")
        return Node(kind, source, offset, offset + len(literal))
    if first == ord("-") or ord("0") <= first <= ord("9"):
        return Node("number", source, offset, _number_end(source, offset))
    raise JSONFault(offset, "expected a value")


def _string_end(source: bytes, offset: int) -> int:
    """The offset behind the closing quote of the string that opens at `offset`."""
    stop = _STRING.match(source, offset).end()
    try:
        source[offset:stop].decode("utf-8")
    except UnicodeDecodeError as error:
        raise JSONFault(offset + error.start, "invalid UTF-8") from None
    if source[stop : stop + 1] != b'"':
        raise JSONFault(stop, "a string that does not end, or a bad byte or escape in it")
    return stop + 1


def _number_end(source: bytes, offset: int) -> int:
    whole = _INTEGER.match(source, offset)
    if whole is None:
        raise JSONFault(offset + 1, "expected a digit")
    end = whole.end()
    if source[end : end + 1].isdigit():
        raise JSONFault(end, "a leading zero")
    for mark, part in ((b".", _FRACTION), (b"eE", _EXPONENT)):
        byte = source[end : end + 1]
        if byte and byte in mark:
            found = part.match(source, end)
            if found is None:
                raise JSONFault(end + 1, "expected a digit")
            end = found.end()
    return end
