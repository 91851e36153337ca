"""Writes objects from members whose values are raw tokens."""

from __future__ import annotations

import json

from identity import present
from rawjson import Node, compact

Members = list[tuple[bytes, bytes]]


def quoted(text: str) -> bytes:
    """A string token for a text that was made here, not copied: only what must be escaped is."""
    return json.dumps(text, ensure_ascii=False).encode()


def member(owner: Node | None, key: str) -> Node | None:
    """A member that is neither absent nor null, of an owner that may be so."""
    node = owner.get(key) if owner is not None else None
    return None if node is None or node.kind == "null" else node


def copied(owner: Node | None, key: str, name: bytes) -> Members:
    """The member under its new name, or nothing where it is absent or null."""
    node = member(owner, key)
    return [] if node is None else [(name, compact(node))]


def filled(owner: Node | None, key: str, name: bytes) -> Members:
    """The same, and nothing for an empty string either."""
    return copied(owner, key, name) if present(member(owner, key)) is not None else []


def group(name: bytes, members: Members) -> Members:
    """An object of its own under a name, left out where it has no members."""
    return [(name, written(members))] if members else []


def written(members: Members) -> bytes:
    """The object, without white space."""
    return b"{%b}" % b",".join(b'"%b":%b' % pair for pair in members)
