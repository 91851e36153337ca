"""What the route to RudderStack demands of a transcript before it reads it.

One fault is reported: that there is no kind; else the first wrong type or repetition in the order of
the document; else a foreign kind; else the first timestamp that is no number.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from rawjson import Node


class Rejected(Exception):
    """A document that the route does not take: a stable code, and a JSON pointer to the place.

    `offset` is the byte of the wrong value or of the second key, where one byte is to blame.
    """

    def __init__(self, code: str, pointer: str, offset: int | None = None) -> None:
        super().__init__(f"{code} at {pointer!r}")
        self.code = code
        self.pointer = pointer
        self.offset = offset


Rule = Callable[[Node, str], None]

_TIMESTAMP = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_INTEGER = re.compile(rb"-?[0-9]+")


def check(document: Node, lossless: bool = False) -> None:
    """Raises `Rejected` for the first fault; lossless events read more of the visitor."""
    if document.kind != "object":
        raise Rejected("unknown-shape", "")
    check_shape(document)
    check_members(document, "", LOSSLESS_ROOT if lossless else ROOT)
    check_kind(document)
    check_timestamps(document)


def check_shape(document: Node) -> None:
    if all(member.key != "kind" or member.value.kind == "null" for member in document.members):
        raise Rejected("unknown-shape", "")


def check_kind(document: Node) -> None:
    kind = document.get("kind")
    if not re.fullmatch("conversation", kind.text, re.IGNORECASE | re.ASCII):
        raise Rejected("unknown-kind", "/kind", kind.start)


def check_timestamps(document: Node) -> None:
    items = document.get("items")
    for place, item in enumerate(items.elements if items is not None else []):
        time = item.get("timestamp")
        if time is None or time.kind == "null":
            continue
        written = time.text if time.kind == "string" else time.raw.decode()
        if not _TIMESTAMP.fullmatch(written):
            raise Rejected("invalid-timestamp", f"/items/{place}/timestamp", time.start)


def check_members(owner: Node, pointer: str, rules: dict[str, Rule]) -> None:
    """Checks the members that `rules` names, in the document's order; others may be anything."""
    seen: set[str] = set()
    for member in owner.members:
        if member.key not in rules:
            continue
        place = f"{pointer}/{member.key}"
        if member.key in seen:
            raise Rejected("repeated-key", place, member.start)
        seen.add(member.key)
        rules[member.key](member.value, place)


def anything(node: Node, pointer: str) -> None:
    pass


def text(node: Node, pointer: str) -> None:
    if node.kind not in ("string", "null"):
        raise Rejected("type-mismatch", pointer, node.start)


def identifier(node: Node, pointer: str) -> None:
    if node.kind == "number" and _INTEGER.fullmatch(node.raw):
        return
    text(node, pointer)


def timestamp(node: Node, pointer: str) -> None:
    if node.kind not in ("string", "number", "null"):
        raise Rejected("type-mismatch", pointer, node.start)


def object_with(rules: dict[str, Rule], nullable: bool) -> Rule:
    def rule(node: Node, pointer: str) -> None:
        if nullable and node.kind == "null":
            return
        if node.kind != "object":
            raise Rejected("type-mismatch", pointer, node.start)
        check_members(node, pointer, rules)

    return rule


def list_of(element: Rule) -> Rule:
    def rule(node: Node, pointer: str) -> None:
        if node.kind not in ("array", "null"):
            raise Rejected("type-mismatch", pointer, node.start)
        for place, child in enumerate(node.elements):
            element(child, f"{pointer}/{place}")

    return rule


VISITOR_TEXTS = [
    "fullName",
    "phoneNumber",
    "emailAddress",
    "city",
    "region",
    "country",
    "operatingSystem",
    "browser",
    "referrer",
    "conversationBeginPage",
    "organization",
]

VISITOR: dict[str, Rule] = {
    "id": identifier,
    **{name: text for name in VISITOR_TEXTS},
    "chat_feedback": anything,
}

ROOT: dict[str, Rule] = {
    "kind": text,
    "id": identifier,
    "ip": text,
    "items": list_of(object_with({"timestamp": timestamp}, nullable=False)),
    "tags": anything,
    "visitor": object_with(VISITOR, nullable=True),
    "operators": anything,
    "groups": list_of(object_with({"id": identifier, "name": text, "kind": text}, nullable=False)),
}

LOSSLESS_VISITOR: dict[str, Rule] = {**VISITOR, "ip": text, "countryCode": text, "kind": text}
LOSSLESS_ROOT: dict[str, Rule] = {**ROOT, "visitor": object_with(LOSSLESS_VISITOR, nullable=True)}
