"""What is wrong with the types of a record's members, by the typed-in tables; numbers and times exactly as they are written."""

from __future__ import annotations

from collections.abc import Iterator

import vendor_tables
from decimals import is_decimal
from iso_time import callback_time
from pointers import step
from rawjson import Node
from rules import Rejected, is_empty_array, is_integer
from validation_findings import Finding, Value
from validation_times import clock_moment, is_written_time
from vendor_types import Model, Type

MODELS = vendor_tables.as_the_tool_has_them()

# The kinds of JSON value that each word takes.
KINDS = {
    "text": {"string"}, "filled": {"string"}, "one-of": {"string"}, "word": {"string"}, "local-time": {"string"},
    "iso-time": {"string"}, "id": {"string", "integer"}, "text-or-number": {"string", "number"}, "decimal": {"string", "number"},
    "callback-time": {"string", "number"}, "flag": {"boolean"}, "whole": {"whole"}, "number": {"number"},
    "rating": {"number"}, "object": {"object"}, "model": {"object"}, "map": {"object"}, "array": {"array"}, "list": {"array"},
}  # fmt: skip


class Types:
    """The members of one model and of those inside it."""

    def __init__(self, name: str, demands: bool = True, without: tuple[str, ...] = ()) -> None:
        self.model = MODELS[name]
        # A service's door says what a call must have; nobody says it twice.
        self.demands = demands
        self.without = without

    def findings(self, record: Value) -> list[Finding]:
        """What is wrong with the types of an object's members."""
        return list(_object(record, self.model, self.demands, self.without))


def _object(owner: Value, model: Model, demands: bool = True, without: tuple[str, ...] = ()) -> Iterator[Finding]:
    told_by = owner.node.get(model.told_by) if model.told_by else None
    if told_by is not None and told_by.kind == "string" and told_by.text in model.kinds:
        yield from _object(owner, MODELS[model.kinds[told_by.text]], demands, without)
        return
    seen: dict[str, Node] = {}
    known = {name: one for name, one in model.members.items() if name not in without}
    for member in owner.node.members:
        if member.key not in known:
            continue
        pointer = owner.pointer + step(member.key)
        if member.key in seen:
            yield Finding(member.start, pointer, "repeated-key")
        seen[member.key] = member.value
        if member.value.kind != "null":
            yield from _value(Value(member.value, pointer), known[member.key])
    if demands:
        yield from _missing(owner, known, model.one_needed, seen)


def _missing(owner: Value, known: dict[str, Type], one_needed: tuple[str, ...], seen: dict[str, Node]) -> Iterator[Finding]:
    for name, one in known.items():
        if one.is_required and (name not in seen or seen[name].kind == "null"):
            yield owner.finding("missing-member")
    if one_needed:
        own = [member.value for member in owner.node.members if member.key in one_needed]
        if not any(value.kind != "null" and value.raw != b'""' for value in own):
            yield owner.finding("missing-member")


def _value(value: Value, wanted: Type) -> Iterator[Finding]:
    if not _kinds(value.node) & KINDS[wanted.name]:
        yield value.finding("type-mismatch")
    elif wanted.name == "model":
        yield from _object(value, MODELS[wanted.model])
    elif wanted.name == "map":
        for member in value.node.members:
            if member.value.kind != "null":
                yield from _value(Value(member.value, value.pointer + step(member.key)), wanted.of)
    elif wanted.name == "list":
        for element in value.elements():
            yield from _value(element, wanted.of)
    else:
        code = _refusal(value.node, wanted)
        if code:
            yield value.finding(code)


def _kinds(node: Node) -> set[str]:
    if node.kind in ("true", "false"):
        return {"boolean"}
    if is_empty_array(node):  # as PHP writes an object without members
        return {"array", "object"}
    if node.kind != "number":
        return {node.kind}
    return {"number", *(["integer"] if is_integer(node) else []), *(["whole"] if _is_whole(node.raw.decode()) else [])}


def _is_whole(text: str) -> bool:
    """Whether a number is whole as JSON Schema has it: the value counts, not how it is written."""
    mantissa, _, exponent = text.lower().lstrip("-").partition("e")
    before, _, after = mantissa.partition(".")
    digits = (before + after).strip("0") and (before + after).rstrip("0")
    # What is left of the digits, moved to its place, must not reach beyond the point.
    return not digits or len(digits) <= len(before) + int(exponent or "0")


def _refusal(node: Node, wanted: Type) -> str | None:
    """What is wrong with a value of the right kind."""
    text = node.text if node.kind == "string" else node.raw.decode() if node.kind == "number" else ""
    match wanted.name:
        case "one-of":
            return None if text in wanted.values else "value-not-allowed"
        case "word":  # ASCII letters alone have two cases here: a long s is none of them
            return None if text.isascii() and text.lower() == wanted.values[0].lower() else "value-not-allowed"
        case "filled":
            return None if text else "value-not-allowed"
        case "rating":
            return None if wanted.limits[0] <= float(text) <= wanted.limits[1] else "rating-out-of-range"
        case "iso-time":
            return None if is_written_time(text) else "time-not-iso"
        case "local-time":
            return None if clock_moment(text) is not None else "invalid-timestamp"
        case "decimal":
            return None if is_decimal(text) else "invalid-timestamp"
        case "callback-time":
            try:
                callback_time(node)
            except Rejected as rejected:
                return rejected.code
    return None
