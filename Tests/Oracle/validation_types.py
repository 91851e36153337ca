"""The types of a record's members, as the printed schemas name them; of numbers and times exactly as they are written.

`schema.py` holds the schemas against a public validator; here they are the table of which member has which type.
"""

from __future__ import annotations

import re
from typing import Any

from decimals import is_decimal
from iso_time import callback_time
from pointers import step
from rawjson import Node
from rules import Rejected, is_integer
from validation_findings import Finding, Value
from validation_times import clock_moment, is_written_time

Schema = dict[str, Any]


class Types:
    """The members of one model and of those inside it."""

    def __init__(self, document: Schema, demands: bool = True, without: tuple[str, ...] = ()) -> None:
        self.document = document
        # A service's door says what a call must have; nobody says it twice.
        self.demands = demands
        self.without = without

    def findings(self, record: Value) -> list[Finding]:
        """What is wrong with the types of an object's members."""
        return list(self._object(record, self.document, self.demands, self.without))

    def _object(self, owner: Value, schema: Schema, demands: bool = True, without: tuple[str, ...] = ()):
        kinds = [part for part in schema.get("allOf", []) if "if" in part]
        for part in kinds:
            (name, told) = next(iter(part["if"]["properties"].items()))
            own = owner.node.get(name)
            if own is not None and own.kind == "string" and own.text == told["const"]:
                yield from self._object(owner, self._resolved(part["then"]), demands, without)
                return
        seen: dict[str, Node] = {}
        known = {name: told for name, told in schema.get("properties", {}).items() if name not in without}
        for member in owner.node.members:
            if member.key not in known:
                continue
            pointer = owner.pointer + step(member.key)
            if member.key in seen:
                yield Finding(member.start, pointer, "repeated-key")
            seen[member.key] = member.value
            if member.value.kind != "null":
                yield from self._value(Value(member.value, pointer), known[member.key])
        if demands:
            yield from self._missing(owner, schema, seen, without)

    def _missing(self, owner: Value, schema: Schema, seen: dict[str, Node], without: tuple[str, ...]):
        for name in schema.get("required", []):
            if name not in without and (name not in seen or seen[name].kind == "null"):
                yield owner.finding("missing-member")
        for group in (part["anyOf"] for part in schema.get("allOf", []) if "anyOf" in part):
            names = {name for part in group for name in part["required"]}
            own = [member.value for member in owner.node.members if member.key in names]
            if not any(value.kind != "null" and value.raw != b'""' for value in own):
                yield owner.finding("missing-member")

    def _value(self, value: Value, schema: Schema):
        schema = self._resolved(schema)
        kind = value.node.kind
        types = schema.get("type", "string")
        types = [types] if isinstance(types, str) else types
        names = {"true": ["boolean"], "false": ["boolean"], "number": ["number"], "null": ["null"]}.get(kind, [kind])
        if kind == "number" and is_integer(value.node):
            names = ["number", "integer"]
        if not set(names) & set(types):
            yield value.finding("type-mismatch")
        elif kind == "object":
            yield from self._inside(value, schema)
        elif kind == "array":
            if "items" in schema:
                for element in value.elements():
                    yield from self._value(element, schema["items"])
        else:
            code = self._refusal(value.node, schema)
            if code:
                yield value.finding(code)

    def _inside(self, value: Value, schema: Schema):
        if "additionalProperties" in schema:
            for member in value.node.members:
                if member.value.kind != "null":
                    told = Value(member.value, value.pointer + step(member.key))
                    yield from self._value(told, schema["additionalProperties"])
        else:
            yield from self._object(value, schema)

    def _refusal(self, node: Node, schema: Schema) -> str | None:
        """What is wrong with a value of the right type."""
        if "enum" in schema or "const" in schema:
            return None if node.text in schema.get("enum", [schema.get("const")]) else "value-not-allowed"
        if "minimum" in schema:
            return None if schema["minimum"] <= float(node.raw) <= schema["maximum"] else "rating-out-of-range"
        if schema.get("format") == "date-time":
            return None if is_written_time(node.text) else "time-not-iso"
        if "minLength" in schema:
            return None if node.text else "value-not-allowed"
        return self._refused_pattern(node, schema.get("pattern", ""))

    @staticmethod
    def _refused_pattern(node: Node, pattern: str) -> str | None:
        text = node.text if node.kind == "string" else node.raw.decode()
        if "Zz" in pattern and "|-?" in pattern:
            try:
                callback_time(node)
            except Rejected as rejected:
                return rejected.code
            return None
        if "Zz" in pattern:
            return None if clock_moment(text) is not None else "invalid-timestamp"
        if pattern.startswith("^-?[0-9]"):
            return None if is_decimal(text) else "invalid-timestamp"
        return None if re.fullmatch(pattern.removesuffix("$") or ".*", text, re.DOTALL) else "value-not-allowed"

    def _resolved(self, schema: Schema) -> Schema:
        """The schema that a reference means; of a value that may be null the other one."""
        for part in schema.get("anyOf", []):
            if "$ref" in part:
                schema = part
        if "$ref" in schema:
            named = self.document["$defs"][schema["$ref"].removeprefix("#/$defs/")]
            return {"type": "object"} | named
        return schema
