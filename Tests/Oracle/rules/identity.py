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


# Letters, marks and symbols without a shape, which RudderStack's gateway removes too.
SHAPELESS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")


def visible(text: str) -> bool:
    """Whether any character is neither a separator nor a control, format, private or unassigned one, nor one without a shape.

    Half of a surrogate pair is seen as U+FFFD, which is what a receiver makes of it.
    """
    return any(is_seen(character) for character in utf8(text).decode())


def is_seen(character: str) -> bool:
    return unicodedata.category(character)[0] not in "CZ" and character not in SHAPELESS


def gateway_text(text: str) -> str:
    """An id as RudderStack's gateway reads it: without what is not seen but for spaces, and without spaces around it."""
    return "".join(character for character in utf8(text).decode() if character == " " or is_seen(character)).strip(" ")


def id_text(node: Node) -> str:
    """The characters of a string, or the digits of a number."""
    return node.text if node.kind == "string" else node.raw.decode()


def id_token(node: Node) -> bytes:
    """An id as a string token, escapes as they were: an integer gets quotes."""
    return node.raw if node.kind == "string" else b'"%b"' % node.raw


def utf8(text: str) -> bytes:
    """UTF-8, with U+FFFD for each lone surrogate."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text).encode()
