"""Holds the models and the API catalogue that the tool prints against tables that are typed in from the vendors' documents.

    python3 Tests/Oracle/checks/tables.py --tool .build/release/chatevents

For each model its members, their types, which of them are required, and the allowed values are compared, in both directions;
for each name of Olark's API its kind, its place in the page's menu, its arguments, and what a callback receives; the example
that is printed for it must be taken. A difference ends the run with status 1, unless `vendor_tables.KNOWN` lists it; so does a
row of that list which is mended.
"""

from __future__ import annotations

import paths  # noqa: F401, where the modules that follow are found

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import vendor_olark_api
from rawjson import parse_document
from validation_api import Catalogue
from validation_findings import Value
from vendor_tables import KNOWN, as_the_tool_has_them
from vendor_types import (
    ARRAY, CALLBACK_TIME, COLOR, DECIMAL, FILLED, FLAG, FUNCTION, ID, ISO_TIME, LOCAL_TIME, NUMBER, OBJECT, SIZE, TEXT,
    TEXT_OR_NUMBER, WHOLE, Model, Type, either, list_of, map_of, members, model, one_of, rating, required, word,
)  # fmt: skip

CLOCK = (
    r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[Tt ]([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]+)?"
    r"([Zz]|[+-]([01][0-9]|2[0-3]):?[0-5][0-9])"
)
PLAIN = {
    ("string",): TEXT, ("integer", "string"): ID, ("boolean",): FLAG, ("integer",): WHOLE, ("number",): NUMBER,
    ("object",): OBJECT, ("array",): ARRAY, ("number", "string"): TEXT_OR_NUMBER,
}  # fmt: skip
PATTERNS = {
    (("string",), f"^{CLOCK}?$"): LOCAL_TIME,
    (("number", "string"), rf"^({CLOCK}|-?[0-9]+(\.[0-9]+)?)$"): CALLBACK_TIME,
    (("number", "string"), r"^-?[0-9]+(\.[0-9]+)?$"): DECIMAL,
}
SAID = {"description", "title", "$comment"}


MODELS = as_the_tool_has_them()


class NotUnderstood(Exception):
    """A schema that this check has no word for."""


def printed(tool: str, *arguments: str) -> str:
    return subprocess.run([tool, *arguments], capture_output=True, check=True, text=True).stdout


def as_object(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of an object without what it says of PHP, which writes one without members as an empty array."""
    types = schema.get("type")
    if schema.get("maxItems") != 0 or not isinstance(types, list) or not {"object", "array"} <= set(types):
        return schema
    rest = [one for one in types if one != "array"]
    return {name: value for name, value in schema.items() if name != "maxItems"} | {"type": rest if len(rest) > 1 else rest[0]}


def type_of_schema(schema: dict[str, Any], is_required: bool) -> Type:
    """The word for a member's schema; a member that may be absent may be null, and no other."""
    told = {name: value for name, value in as_object(schema).items() if name not in SAID}
    if "anyOf" in told:
        parts = [part for part in told["anyOf"] if part != {"type": "null"}]
        may_be_null = len(parts) < len(told["anyOf"])
        if len(parts) != 1 or len(told) != 1:
            raise NotUnderstood(json.dumps(told))
        told = parts[0]
    else:
        types = told.get("type", ["string"])
        types = [types] if isinstance(types, str) else types
        may_be_null = "null" in types
        if None in told.get("enum", []):
            may_be_null = True
            told["enum"] = [value for value in told["enum"] if value is not None]
        if "type" in told:
            told["type"] = tuple(sorted(one for one in types if one != "null"))
    if may_be_null == is_required:
        raise NotUnderstood(f"{'required' if is_required else 'optional'} and {'null' if may_be_null else 'never null'}")
    found = _word(told)
    return required(found) if is_required else found


def _word(told: dict[str, Any]) -> Type:
    match told:
        case {"$ref": reference, **rest} if not rest:
            return model(reference.removeprefix("#/$defs/"))
        case {"enum": values, **rest} if not rest:
            return one_of(*values)
        case {"const": value, **rest} if not rest:
            return one_of(value)
        case {"type": ("string",), "format": "date-time", **rest} if not rest:
            return ISO_TIME
        case {"type": ("string",), "minLength": 1, **rest} if not rest:
            return FILLED
        case {"type": ("number",), "minimum": low, "maximum": high, **rest} if not rest:
            return rating(low, high)
        case {"type": types, "pattern": pattern, **rest} if not rest and (types, pattern) in PATTERNS:
            return PATTERNS[types, pattern]
        case {"type": ("string",), "pattern": pattern, **rest} if not rest:
            text = "".join(part[0] for part in pattern.removeprefix("^").removesuffix("$").strip("[]").split("]["))
            if pattern == "^" + "".join(f"[{one.upper()}{one.lower()}]" for one in text) + "$":
                return word(text.capitalize())
        case {"type": ("array",), "items": items, **rest} if not rest:
            return list_of(_word({**items, "type": (items["type"],)} if "type" in items else items))
        case {"type": ("object",), "additionalProperties": values, **rest} if not rest:
            return map_of(type_of_schema(values, False))
        case {"type": types, **rest} if not rest and types in PLAIN:
            return PLAIN[types]
    raise NotUnderstood(json.dumps(told))


def differences_of_models(tool: str) -> Iterator[str]:
    names = [line.split()[0] for line in printed(tool, "schema").splitlines()]
    yield from _sides(names, MODELS, "a model")
    inner: dict[str, list[tuple[str, Any]]] = {}
    for name in filter(MODELS.__contains__, names):
        document = json.loads(printed(tool, "schema", name))
        for defined, schema in document.pop("$defs", {}).items():
            inner.setdefault(defined, []).append((name, as_object(schema)))
        own = {key: value for key, value in document.items() if key not in ("$schema", "$id")}
        inner.setdefault(name, []).append((name, own))
        yield from _of_model(name, document, MODELS[name])
    for defined, found in inner.items():
        yield from [] if defined in MODELS else [f"{defined}: a model that only the tool has"]
        # A model is the same wherever it stands.
        yield from (f"{defined}: another inside {name} than inside {found[0][0]}" for name, one in found if one != found[0][1])


def _of_model(name: str, schema: dict[str, Any], typed: Model) -> Iterator[str]:
    told, needed = schema.get("properties", {}), schema.get("required", [])
    yield from (f"{name}.{one}" for one in _sides(told, typed.members, "a member"))
    yield from (f"{name}.{one}: required, but no member" for one in needed if one not in told)
    for member in filter(typed.members.__contains__, told):
        try:
            found: Type | str = type_of_schema(told[member], member in needed)
        except NotUnderstood as problem:
            found = f"not understood: {problem}"
        if found != typed.members[member]:
            yield f"{name}.{member}: the tool says {found}, the table {typed.members[member]}"
    expected = [_one_needed(typed)] if typed.one_needed else []
    expected += [
        {"if": {"properties": {typed.told_by: {"const": kind}}, "required": [typed.told_by]}, "then": {"$ref": f"#/$defs/{one}"}}
        for kind, one in typed.kinds.items()
    ]
    conditions = schema.get("allOf", [])
    yield from (f"{name}: only the tool says {json.dumps(one)}" for one in conditions if one not in expected)
    yield from (f"{name}: only the table says {json.dumps(one)}" for one in expected if one not in conditions)
    known = {"$schema", "$id", "$defs", "type", "properties", "required", "allOf", *SAID}
    yield from (f"{name}: the tool says {one}" for one in schema if one not in known)


def _one_needed(typed: Model) -> dict[str, Any]:
    filled = {"not": {"enum": [None, ""]}}
    return {"anyOf": [{"properties": {name: filled}, "required": [name]} for name in typed.one_needed]}


def _sides(tool: Any, table: Any, what: str) -> Iterator[str]:
    yield from (f"{one}: {what} that only the tool has" for one in tool if one not in table)
    yield from (f"{one}: {what} that only the table has" for one in table if one not in tool)


def type_of_argument(told: dict[str, Any]) -> Type:
    """The word for an argument's type as the catalogue prints it."""
    if "anyOf" in told:
        found = either(*map(type_of_argument, told["anyOf"]))
    elif "members" in told:
        found = members(**{one["name"]: type_of_argument(one) for one in told["members"]})
    elif "items" in told:
        found = list_of(type_of_argument(told["items"]))
    elif "enum" in told:
        found = one_of(*told["enum"])
    elif told.get("format") == "color":
        found = COLOR
    elif told.get("minimum") == 0:
        found = SIZE
    else:
        found = {"function": FUNCTION, "object": OBJECT, "array": ARRAY, "string": TEXT, "integer": WHOLE, "number": NUMBER,
                 "boolean": FLAG}[told["type"]]  # fmt: skip
    return required(found) if told.get("required") else found


def differences_of_the_api(tool: str) -> Iterator[str]:
    told = {entry["name"]: entry for entry in map(json.loads, printed(tool, "api", "--json").splitlines())}
    typed = vendor_olark_api.ENTRIES
    yield from _sides(told, typed, "a name of the API")
    for name in filter(typed.__contains__, told):
        entry = told[name]
        given = [one for taken in entry["arguments"] for one in taken.get("parameters", [])]
        own = {
            "kind": (entry["kind"], typed[name].kind),
            "category": (entry["category"], typed[name].category),
            "titles": (tuple(entry["titles"]), typed[name].titles),
            "arguments": (tuple(map(type_of_argument, entry["arguments"])), typed[name].arguments),
            "default": (entry.get("default"), vendor_olark_api.DEFAULTS.get(name)),
            "needs": (entry.get("needs"), vendor_olark_api.NEEDS.get(name)),
            "receives": (tuple(map(type_of_argument, given)), tuple(filter(None, [typed[name].receives]))),
        }
        for what, (theirs, ours) in own.items():
            if theirs != ours:
                yield f"{name}: {what}: the tool says {_shown(theirs)}, the table {_shown(ours)}"
        example = json.dumps(entry.get("example")).encode()
        refused = Catalogue().findings(Value(parse_document(example), "")) if "example" in entry else []
        yield from (f"{name}: its example is refused: {one.code} at {one.pointer}" for one in refused)


def _shown(value: Any) -> str:
    return f"({', '.join(map(str, value))})" if isinstance(value, tuple) else str(value)


def main() -> int:
    parser = argparse.ArgumentParser(description="Hold the tool's models and catalogue against the vendors' documents.")
    parser.add_argument("--tool", required=True, help="the built program")
    tool = parser.parse_args().tool
    found = [*differences_of_models(tool), *differences_of_the_api(tool)]
    rows = {f"{known.model}.{known.member}": known for known in KNOWN}
    for place, known in rows.items():
        print(f"known: {place}: {f'the tool says {known.tool}' if known.tool else 'the tool lacks it'}; {known.reason}")
    for difference in found:
        print(difference + (" (a row of KNOWN: is it mended?)" if difference.split(":")[0] in rows else ""))
    if found:
        return 1
    count = sum(len(one.members) for one in MODELS.values())
    names = len(vendor_olark_api.ENTRIES)
    print(f"{len(MODELS)} models with {count} members and {names} names of the API agree with the tables")
    print(f"{len(rows)} rows are known to be wrong")
    return 0


if __name__ == "__main__":
    sys.exit(main())
