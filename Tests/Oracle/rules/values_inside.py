"""Values inside documents: where pointers lead, and the texts that strings hold."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from formats import is_of
from rawjson import Node
from splitting import BOM, FORM_START

BETWEEN = re.compile(rb"\A(?:[\x00-\x20\xef\xbb\xbf]|\\[nrt])++")


class Content(NamedTuple):
    """A value in an envelope; `packing` says how a string holds a text: text, base64, either."""

    node: Node
    packing: str
    is_missed: bool = False


class Undecodable(Exception):
    """A string that holds no text; the code says why."""


class Repeated(Exception):
    """A key on the way to records is there twice."""


def rejected_text(document: Node) -> bytes | None:
    """What a line of a rejects file keeps of a record; None for any other document."""
    if not is_rejects_line(document):
        return None
    text, packed = last(document, "record"), last(document, "record_base64")
    if text is not None and text.kind == "string":
        return decoded(text, b"replace")
    if packed is None or packed.kind != "string":
        raise Undecodable("record-not-kept")
    try:
        return base64.b64decode(packed.text, validate=True)
    except ValueError:
        raise Undecodable("invalid-base64") from None


def is_rejects_line(document: Node) -> bool:
    def kind(name: str) -> str | None:
        node = last(document, name)
        return None if node is None else node.kind

    if kind("code") != "string":
        return False
    return "string" in (kind("record"), kind("record_base64")) or kind("bytes") == "array"


def unpacked_form(document: Node) -> Node | None:
    """The string in `data`, or the only one of an array there."""
    data = last(document, "data")
    if data is None or data.kind == "string":
        return data
    return data.elements[0] if data.kind == "array" and [one.kind for one in data.elements] == ["string"] else None


def holds_records(node: Node, accepted: list[str]) -> bool:
    found = [node] if node.kind == "object" else node.elements
    return any(one.kind == "object" and is_of(one, accepted) for one in found)


def last(node: Node, name: str) -> Node | None:
    return next((member.value for member in reversed(node.members) if member.key == name), None)


def present(node: Node, name: str) -> bool:
    found = last(node, name)
    return found is not None and found.kind != "null"


def tokens_of(pointer: str) -> list[str]:
    """The tokens of a JSON pointer (RFC 6901)."""
    return [token.replace("~1", "/").replace("~0", "~") for token in pointer.split("/")[1:]]


def targets(node: Node, tokens: list[str]) -> list[tuple[Node, bool]] | None:
    """What a pointer leads to, with the elements of arrays from which it leads nowhere; None if it leads nowhere at all."""
    if not tokens:
        return [(node, True)] if node.kind == "string" else None
    found = list(_targets(node, tokens))
    return found if any(is_reached for _, is_reached in found) else None


def _targets(node: Node, tokens: list[str]) -> Iterator[tuple[Node, bool]]:
    if not tokens:
        if node.kind != "null":
            yield node, True
        return
    first, rest = tokens[0], tokens[1:]
    if node.kind == "array" and first == "*":
        for element in node.elements:
            yield from list(_targets(element, rest)) or [(element, False)]
    elif node.kind == "array" and re.fullmatch("0|[1-9][0-9]*", first) and int(first) < len(node.elements):
        yield from _targets(node.elements[int(first)], rest)
    elif node.kind == "object":
        values = [member.value for member in node.members if first in ("*", member.key)]
        if first != "*" and len(values) > 1:
            raise Repeated
        for value in values:
            yield from _targets(value, rest)


def contents_of(found: Iterable[tuple[Node, bool]], packing: str) -> list[Content]:
    contents = []
    for node, is_reached in found:
        values = node.elements if is_reached and node.kind == "array" else [node]
        contents += [Content(value, packing, not is_reached) for value in values]
    return contents


def text_of(content: Content) -> bytes:
    """The text that a string holds."""
    packed = from_base64(content.node.text) if content.packing != "text" else None
    if content.packing == "base64":
        if not packed:
            raise Undecodable("invalid-base64")
        return packed
    if packed and begins_like_records(packed):
        return packed
    return decoded(content.node, b"lone")


def decoded(string: Node, surrogates: bytes) -> bytes:
    """A string's characters; half of a surrogate pair is replaced, or the string cannot be decoded."""
    text = string.text
    if re.search("[\ud800-\udfff]", text):
        if surrogates != b"replace":
            raise Undecodable("lone-surrogate")
        text = re.sub("[\ud800-\udfff]", "\ufffd", text)
    return text.encode()


def from_base64(text: str) -> bytes | None:
    """The bytes of base64 in either alphabet, padded or not, over several lines; None for anything else."""
    text = re.sub("[\r\n]", "", text)
    if not re.fullmatch("[A-Za-z0-9+/_-]*={0,2}", text):
        return None
    digits = text.rstrip("=")
    padding = len(text) - len(digits)
    if padding not in (0, -len(digits) % 4) or len(digits) % 4 == 1:
        return None
    try:
        return base64.b64decode(digits.replace("-", "+").replace("_", "/") + "=" * (-len(digits) % 4))
    except binascii.Error:
        return None


def begins_like_records(text: bytes) -> bool:
    rest = BETWEEN.sub(b"", text, count=1)
    return rest[:1] in (b"{", b"[", b'"') or FORM_START.match(rest) is not None
