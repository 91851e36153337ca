"""How a route says what it demands of a document: rules by member name, checked in the document's order."""

from __future__ import annotations

import re
from collections.abc import Callable

from pointers import step
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


class Skipped(Exception):
    """A document of a known kind that an option leaves out."""


Rule = Callable[[Node, str], None]

_INTEGER = re.compile(rb"-?[0-9]+")


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
    """Any value."""


def text(node: Node, pointer: str) -> None:
    """A string or null."""
    of_kind(node, pointer, "string")


def boolean(node: Node, pointer: str) -> None:
    """True, false or null."""
    of_kind(node, pointer, "true", "false")


def identifier(node: Node, pointer: str) -> None:
    """A string, an integer or null."""
    if node.kind != "number" or not is_integer(node):
        of_kind(node, pointer, "string")


def time(node: Node, pointer: str) -> None:
    """A string, a number or null."""
    of_kind(node, pointer, "string", "number")


def of_kind(node: Node, pointer: str, *kinds: str) -> None:
    """Refuses a value that is neither null nor of these kinds."""
    if node.kind not in (*kinds, "null") and not ("object" in kinds and is_empty_array(node)):
        raise Rejected("type-mismatch", pointer, node.start)


def is_empty_array(node: Node) -> bool:
    """Whether it is what PHP writes for an object without members."""
    return node.kind == "array" and not node.elements


def object_with(rules: dict[str, Rule], nullable: bool) -> Rule:
    """An object whose members follow these rules."""

    def rule(node: Node, pointer: str) -> None:
        if nullable and node.kind == "null":
            return
        if node.kind != "object" and not is_empty_array(node):
            raise Rejected("type-mismatch", pointer, node.start)
        check_members(node, pointer, rules)

    return rule


def map_of(value: Rule) -> Rule:
    """An object or null, whose members have any names and follow one rule."""

    def rule(node: Node, pointer: str) -> None:
        of_kind(node, pointer, "object")
        for member in node.members:
            value(member.value, pointer + step(member.key))

    return rule


def list_of(element: Rule) -> Rule:
    """An array or null, each element of which follows the rule."""

    def rule(node: Node, pointer: str) -> None:
        of_kind(node, pointer, "array")
        for place, child in enumerate(node.elements):
            element(child, f"{pointer}/{place}")

    return rule


def is_integer(node: Node) -> bool:
    """Whether a number is written without a point and an exponent."""
    return node.kind == "number" and _INTEGER.fullmatch(node.raw) is not None
