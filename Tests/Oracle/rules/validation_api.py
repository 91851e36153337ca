"""What is wrong with a call or a setting of Olark's JavaScript API, by the typed-in catalogue (`vendor_olark_api.py`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rules import is_integer
from validation_findings import Finding, Value, present
from vendor_olark_api import CALLBACK, ENTRIES, SETTING
from vendor_types import Type

KINDS = {
    "text": "string", "one-of": "string", "color": "string", "number": "number", "list": "array", "object": "object",
    "members": "object",
}  # fmt: skip


class Catalogue:
    """The names of the API, and what each takes."""

    callbacks = {name for name, entry in ENTRIES.items() if entry.kind == CALLBACK}

    @staticmethod
    def received(callback: str | None) -> Type | None:
        """The argument of a callback; None where the page names nothing."""
        return ENTRIES[callback].receives if callback in ENTRIES else None

    def findings(self, record: Value) -> list[Finding]:
        call, setting = present(record.member("call")), present(record.member("setting"))
        if call and setting:
            return [setting.finding("unknown-member")]
        name = call or setting
        if name is None:
            return [record.finding("missing-member")]
        if name.text is None:
            return [name.finding("type-mismatch")]
        entry = ENTRIES.get(name.text)
        if entry is None:
            return [name.finding("unknown-name")]
        if (entry.kind == SETTING) != (setting is not None):
            return [name.finding("wrong-use")]
        taken = entry.arguments
        if setting:
            value = present(record.member("value"))
            return list(checked(value, taken[0])) if value else [_missing(record, taken[0], "missing-member")]
        return self._arguments(record, taken)

    @staticmethod
    def _arguments(record: Value, taken: tuple[Type, ...]) -> list[Finding]:
        given = present(record.member("arguments"))
        if given is None:
            return [_missing(record, one, "missing-argument") for one in taken]
        if given.node.kind != "array":
            return [given.finding("type-mismatch")]
        values = given.elements()
        found = [finding for value, one in zip(values, taken) for finding in checked(value, one)]
        found += [value.finding("extra-argument") for value in values[len(taken) :]]
        return found + [_missing(given, one, "missing-argument") for one in taken[len(values) :]]


def _missing(owner: Value, wanted: Type, code: str) -> Finding:
    return owner.finding("function-needed" if wanted.name == "function" else code)


def checked(value: Value, wanted: Type) -> Iterator[Finding]:
    """What is wrong with a value."""
    if wanted.name == "either":
        yield from _either(value, wanted.types)
    elif wanted.name == "function":
        yield value.finding("function-needed")
    elif not _is_of_type(value, wanted.name):
        yield value.finding("type-mismatch")
    elif wanted.name == "one-of":
        if value.text not in wanted.values:
            yield value.finding("value-not-allowed")
    elif wanted.name == "size":
        if int(value.node.raw) < 0:
            yield value.finding("value-not-allowed")
    elif wanted.name == "color":
        if not re.fullmatch("#([0-9A-Fa-f]{3}){1,2}", value.text):
            yield value.finding("value-not-allowed")
    elif wanted.name == "list":
        for element in value.elements():
            yield from checked(element, wanted.of)
    elif wanted.name == "members":
        yield from _object(value, dict(wanted.members))


def _is_of_type(value: Value, name: str) -> bool:
    if name in ("whole", "size"):
        return is_integer(value.node)
    if name == "flag":
        return value.node.kind in ("true", "false")
    return value.node.kind == KINDS[name]


def _object(value: Value, wanted: dict[str, Type]) -> Iterator[Finding]:
    own = {member.key: value.member(member.key) for member in value.node.members}
    for key, inner in own.items():
        if present(inner):
            yield from checked(inner, wanted[key]) if key in wanted else [inner.finding("unknown-member")]
    for name, one in wanted.items():
        if one.is_required and not present(own.get(name)):
            yield _missing(value, one, "missing-member")


def _either(value: Value, types: tuple[Type, ...]) -> Iterator[Finding]:
    """What is wrong inside one of the types says more than that none fits."""
    found = [list(checked(value, one)) for one in types]
    if not all(found):
        return
    for told in found:
        if all(finding.pointer != value.pointer for finding in told):
            yield from told
            return
    codes = {finding.code for told in found for finding in told}
    yield value.finding("value-not-allowed" if "value-not-allowed" in codes else "type-mismatch")
