"""Seeded changes of a document, at the members that its schema names."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from typing import Any

VALUES: list[Any] = [
    None, "", "x", " ", 0, 1, 5, 6, 7, -1, 4.5, 5.5, True, False, [], {}, ["a"], [1], [None], [{}], [[]], {"a": 1}, {"a": {}},
    {"a": None}, "1473774819.263083", "-1", "1e5", "1473774819.", "0x10", "2014-12-29 11:23:24", "2014-12-29T11:23:24.5Z",
    "2014-12-29T11:23:24+0100", "2014-12-29", "2014-13-29 11:23:24", "2014-12-29 11:23:24\n", "yesterday", 1473774819,
    1473774819.263, "Conversation", "cONVERSATION", "Conversation\n", "track", "Track", "page", "alias", "chat_meta", "operator",
]  # fmt: skip

# What a schema demands of a value beyond its type.
NARROW = {"minimum", "pattern", "minLength", "enum", "const", "items", "additionalProperties"}

# The object that has a member, or could have it; the member's name; and its schema.
Place = tuple[dict[str, Any], str, dict[str, Any]]


def changed(rng: random.Random, document: Any, schema: dict[str, Any]) -> Any:
    """A copy with one member or two dropped, set to another value, or added."""
    document = copied(document)
    for _ in range(rng.choice([1, 1, 2])):
        places = list(members(document, schema, schema))
        if not places:
            break
        owner, name, told = rng.choice(rng.choice(worth_a_look(places, document)))
        if name in owner and rng.random() < 0.3:
            del owner[name]
        else:
            owner[name] = copied(rng.choice(edges(told) if rng.random() < 0.3 else VALUES))
    return document


def worth_a_look(places: list[Place], document: Any) -> list[list[Place]]:
    """All places; and those among them that are few, but of which most is demanded: at the top, and of certain values."""
    top = [place for place in places if place[0] is document]
    narrow = [place for place in places if NARROW & place[2].keys()]
    return [part for part in (places, top, narrow) if part]


def edges(told: dict[str, Any]) -> list[Any]:
    """Values of a member that its schema just allows, or just forbids."""
    limits = [told[name] + step for name in ("minimum", "maximum") if name in told for step in (-1, -0.5, 0, 0.5, 1)]
    inside = [None, {}, 1, "a"] if "items" in told or "additionalProperties" in told else []
    held = [[value] if "items" in told else {"a": value} for value in inside]
    return [None, "", *limits, *held, *told.get("enum", []), *([told["const"]] if "const" in told else [])]


def copied(value: Any) -> Any:
    """A copy that shares nothing, of a value that may be nested deeply."""
    return json.loads(json.dumps(value))


def members(value: Any, schema: dict[str, Any], root: dict[str, Any]) -> Iterator[Place]:
    """Each member that the schema names in the objects of a value."""
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].removeprefix("#/$defs/")]
    for part in schema.get("anyOf", []):
        if "$ref" in part:
            yield from members(value, part, root)
    if isinstance(value, list) and "items" in schema:
        for element in value:
            yield from members(element, schema["items"], root)
    if not isinstance(value, dict):
        return
    for name, told in schema.get("properties", {}).items():
        yield value, name, told
        if name in value:
            yield from members(value[name], told, root)
    if "additionalProperties" in schema:
        for inner in value.values():
            yield from members(inner, schema["additionalProperties"], root)
    for part in schema.get("allOf", []):
        if "if" in part and all(value.get(name) == told["const"] for name, told in part["if"]["properties"].items()):
            yield from members(value, part["then"], root)
