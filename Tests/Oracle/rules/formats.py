"""The formats of input, and the member by which a record of each is recognised."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from rawjson import Node
from rules import Rejected

# In the order in which they are looked for; `event` is last, since other formats have such a member too.
MARKS: dict[str, tuple[str, ...]] = {
    "olark": ("kind",),
    "olark-js": ("callback", "getDetails"),
    "userlike": ("_type",),
    "segment": ("type", "batch"),
    "rudderstack": ("type", "batch"),
    "userlike-js": ("event",),
}

Of = TypeVar("Of")


def of_each_format(table: dict[str, Of], but: Iterable[str] = ()) -> dict[str, Of]:
    """The table, if it has each format but those: what is forgotten would be tried by nobody, and without a word."""
    wanted = set(MARKS) - set(but)
    if set(table) != wanted:
        different = ", ".join(sorted(set(table) ^ wanted))
        raise LookupError(f"a table of the formats {', '.join(table)} has another set of them than rules/formats.py: {different}")
    return table


def recognised(document: Node, source: str, candidates: Iterable[str]) -> str:
    """The format of a document: the one that `--from` says, or one of those from which a route leads."""
    if document.kind != "object":
        raise Rejected("unknown-shape", "")
    if source != "auto":
        if is_marked(document, [source]):
            return source
        raise Rejected("unknown-shape", "")
    found = [name for name in MARKS if is_marked(document, [name])]
    if not found:
        raise Rejected("unknown-shape", "")
    equals = [name for name in MARKS if MARKS[name] == MARKS[found[0]]]
    leading = [name for name in equals if name in candidates]
    if not leading:
        raise Rejected("no-route", "")
    return leading[0]


def is_marked(document: Node, names: Iterable[str]) -> bool:
    """Whether the document has a mark of one of these formats that is not null; of a repeated one the last counts."""
    marks = {mark for name in names for mark in MARKS[name]}
    found = {member.key: member.value for member in document.members if member.key in marks}
    return any(value.kind != "null" for value in found.values())
