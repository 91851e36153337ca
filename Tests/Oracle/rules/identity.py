"""Ids and other short texts as a document writes them, and which of them can tell people apart."""

from __future__ import annotations

import re
import unicodedata

from rawjson import Node
from rules import is_integer


def present(node: Node | None) -> Node | None:
    """The node, unless it is absent, null or the empty string."""
    return None if node is None or node.kind == "null" or node.raw == b'""' else node


def identity(node: Node | None) -> Node | None:
    """The node, where it is an integer or a string in which something can be seen."""
    if node is None or not (is_integer(node) or node.kind == "string"):
        return None
    return node if visible(id_text(node)) else None


def visible(text: str) -> bool:
    """Whether any character is neither a separator nor a control, format, private or unassigned one.

    Half of a surrogate pair is seen as U+FFFD, which is what a receiver makes of it.
    """
    return any(unicodedata.category(character)[0] not in "CZ" for character in utf8(text).decode())


def id_text(node: Node) -> str:
    """The characters of a string, or the digits of a number."""
    return node.text if node.kind == "string" else node.raw.decode()


def id_token(node: Node) -> bytes:
    """An id as a string token, escapes as they were: an integer gets quotes."""
    return node.raw if node.kind == "string" else b'"%b"' % node.raw


def utf8(text: str) -> bytes:
    """UTF-8, with U+FFFD for each lone surrogate."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text).encode()
