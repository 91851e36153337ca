"""Seeded changes of a document, at the members that its schema names."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator
from typing import Any

VALUES: list[Any] = [
    None, "", "x", " ", 0, 1, 5, 6, 7, -1, 4.5, 5.5, True, False, [], {}, ["a"], [1], [None], [{}], [[]], {"a": 1}, {"a": {}},
    {"a": None}, "1473774819.263083", "-1", "1e5", "1473774819.", "0x10", "2014-12-29 11:23:24", "2014-12-29T11:23:24.5Z",
    "2014-12-29T11:23:24+0100", "2014-12-29", "2014-13-29 11:23:24", "2014-12-29 11:23:24\n", "yesterday", 1473774819,
    1473774819.263, "Conversation", "cONVERSATION", "Conversation\n", "track", "Track", "page", "alias", "chat_meta", "operator",
]  # fmt: skip


def changed(rng: random.Random, document: Any, schema: dict[str, Any]) -> Any:
    """A copy with one member or two dropped, set to another value, or added."""
    document = copy.deepcopy(document)
    for _ in range(rng.choice([1, 1, 2])):
        places = list(members(document, schema, schema))
        if not places:
            break
        # Near the top there are few members, and most of what is demanded: those are taken as often as all others.
        top = [place for place in places if place[0] is document]
        owner, name, told = rng.choice(top if top and rng.random() < 0.5 else places)
        if name in owner and rng.random() < 0.3:
            del owner[name]
        else:
            owner[name] = copy.deepcopy(rng.choice([*VALUES, *told.get("enum", []), told.get("const")]))
    return document


def members(value: Any, schema: dict[str, Any], root: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str, dict[str, Any]]]:
    """Each member that the schema names in the objects of a value: the object, the name, and the member's schema."""
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
