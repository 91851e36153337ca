"""Makes JSON Schemas of the keywords that tracking plans use, and values that mostly fit them, as text."""

from __future__ import annotations

import json
import random
from typing import Any

DRAFT_07 = "http://json-schema.org/draft-07/schema#"
DRAFT_2020 = "https://json-schema.org/draft/2020-12/schema"

TYPES = ["string", "integer", "number", "boolean", "object", "array", "null"]
NAMES = ["total", "currency", "items", "note", "é", "e\u0301", "a/b", "m~n", "", "id", "visitor name", "0"]
TEXTS = [
    "", "a", "ab", "abc", "EUR", "é", "e\u0301", "\U0001f44d", "a\nb", "1", "2026-12-01T10:00:00Z", "2026-12-01 10:00:00Z",
    "2016-12-31T23:59:60Z", "2026-02-29T00:00:00Z", "2026-12-01T10:00:00+05:30", "2016-12-31T22:59:60-01:00",
    "jo@example.org", "jo@", "@example.org", "jo.@example.org", '"j o"@example.org', "jo@[127.0.0.1]", "jo@-a.org",
    "https://example.org/a?b#c", "mailto:jo@example.org", "//example.org", "https://example.org/%zz", "http://[::1]:80/",
    "1:a", "urn:a:b", "https://exa mple.org", "a:b#c#d", "x\\y", '"', "\u0000", "ABC-123", "abc-",
]  # fmt: skip
NUMBERS = [
    "0", "-0", "0.0", "1", "1.0", "10e-1", "1E0", "2", "3", "10", "-1", "-1.5", "1.5", "15e-1", "0.1", "1e2", "100", "9007199254740993",
    "9007199254740992.0", "9007199254740992", "123456789012345678901234567890", "1.25e20", "125000000000000000000", "-1e-7",
]  # fmt: skip

# Patterns that Python and the tool read alike.
PATTERNS = [
    "^[a-z]+$", "b", "^$", ".*", "[0-9]{1,3}", "^(a|ab)$", "^[A-Z]{3}$", "a.b", "[^a]", "^\\w+@", "(?:abc|-)", "x*", "^.{2,}$",
]  # fmt: skip


class Spelled(str):
    """A number in one of its spellings."""


def written(rng: random.Random, value: Any) -> str:
    """A value as JSON text: escapes and white space as they come."""
    space = rng.choice(["", "", "", " "])
    if isinstance(value, Spelled):
        return str(value)
    if isinstance(value, dict):
        members = [f"{written(rng, key)}{space}:{space}{written(rng, item)}" for key, item in value.items()]
        return "{" + space + f",{space}".join(members) + space + "}"
    if isinstance(value, list):
        return "[" + space + f",{space}".join(written(rng, item) for item in value) + "]"
    if isinstance(value, str) and value and rng.random() < 0.1:
        return '"' + "".join(f"\\u{unit:04x}" for unit in units(value)) + '"'
    return json.dumps(value, ensure_ascii=rng.random() < 0.5)


def units(text: str) -> list[int]:
    """The code units of UTF-16."""
    data = text.encode("utf-16-le", "surrogatepass")
    return [int.from_bytes(data[place : place + 2], "little") for place in range(0, len(data), 2)]


class SchemaMaker:
    """Makes schemas of one draft that refer to each other."""

    def __init__(self, rng: random.Random, draft: str) -> None:
        self.rng, self.draft = rng, draft
        self.container = rng.choice(["$defs", "definitions"])
        self.count = rng.choice([0, 0, 1, 3])

    def schema(self) -> dict[str, Any]:
        """A schema with all that it refers to."""
        made = self.part(0, None)
        if made is True or made is False or "$ref" in made:
            made = {"allOf": [made]}
        if self.rng.random() < 0.6 and "type" not in made:
            made["type"] = "object"
        if self.count:
            made[self.container] = {f"d{place}": self.part(2, place) for place in range(self.count)}
        return made

    def part(self, depth: int, within: int | None, moved: bool = False) -> Any:
        """A schema inside; one that looks at a part of the value (`moved`) may refer to any other, else only to a later one."""
        rng = self.rng
        if rng.random() < 0.04:
            return rng.random() < 0.6
        made: dict[str, Any] = {}
        first = 0 if moved else (0 if within is None else within + 1)
        if first < self.count and rng.random() < (0.3 if depth else 0.1):
            made["$ref"] = f"#/{self.container}/d{rng.randrange(first, self.count)}"
            if rng.random() < 0.5:
                return made
        if depth and moved and rng.random() < 0.03:
            made["$ref"] = "#"
        keywords = rng.sample(list(self.KEYWORDS), rng.choice([1, 1, 2, 2, 3, 4]))
        if depth == 0 and rng.random() < 0.8:
            keywords = ["properties", "required", *keywords]
        for keyword in keywords:
            if depth > 2 and keyword in ("anyOf", "oneOf", "allOf", "not", "properties", "items"):
                continue
            made[keyword] = self.KEYWORDS[keyword](self, depth, within)
        if rng.random() < 0.1:
            made[rng.choice(["title", "description", "$comment"])] = "a note"
        return made

    def parts(self, depth: int, within: int | None) -> list[Any]:
        return [self.part(depth + 1, within) for _ in range(self.rng.choice([1, 2, 2, 3]))]

    def types(self, *_: Any) -> Any:
        rng = self.rng
        return rng.choice(TYPES) if rng.random() < 0.6 else rng.sample(TYPES, rng.randint(1, 3))

    def properties(self, depth: int, within: int | None) -> dict[str, Any]:
        names = self.rng.sample(NAMES, self.rng.randint(0, 5))
        return {name: self.part(depth + 1, within, moved=True) for name in names}

    def additional(self, depth: int, within: int | None) -> Any:
        return False if self.rng.random() < 0.7 else self.part(depth + 1, within, moved=True)

    def number(self, *_: Any) -> Spelled:
        return Spelled(self.rng.choice(NUMBERS))

    KEYWORDS = {
        "type": types,
        "properties": properties,
        "required": lambda self, *_: self.rng.sample(NAMES, self.rng.randint(0, 3)),
        "additionalProperties": additional,
        "items": lambda self, depth, within: self.part(depth + 1, within, moved=True),
        "enum": lambda self, *_: [value(self.rng, 1) for _ in range(self.rng.randint(1, 12))],
        "const": lambda self, *_: value(self.rng, 1),
        "pattern": lambda self, *_: self.rng.choice(PATTERNS),
        "minLength": lambda self, *_: Spelled(self.rng.choice(["0", "1", "2", "2.0", "1e1"])),
        "maxLength": lambda self, *_: self.rng.randint(0, 8),
        "minimum": number,
        "maximum": number,
        "exclusiveMinimum": number,
        "exclusiveMaximum": number,
        "minItems": lambda self, *_: self.rng.randint(0, 2),
        "maxItems": lambda self, *_: self.rng.randint(0, 3),
        "anyOf": lambda self, depth, within: self.parts(depth, within),
        "oneOf": lambda self, depth, within: self.parts(depth, within),
        "allOf": lambda self, depth, within: self.parts(depth, within),
        "not": lambda self, depth, within: self.part(depth + 1, within),
        "format": lambda self, *_: self.rng.choice(["date-time", "email", "uri"]),
    }


def value(rng: random.Random, depth: int = 0) -> Any:
    """Any value."""
    kind = rng.choice(TYPES if depth < 3 else TYPES[:4])
    if kind == "string":
        return rng.choice(TEXTS)
    if kind in ("integer", "number"):
        return Spelled(rng.choice(NUMBERS))
    if kind == "boolean":
        return rng.random() < 0.5
    if kind == "object":
        return {name: value(rng, depth + 1) for name in rng.sample(NAMES, rng.randint(0, 4))}
    if kind == "array":
        return [value(rng, depth + 1) for _ in range(rng.randint(0, 3))]
    return None


def fitting(rng: random.Random, schema: Any, root: Any, depth: int = 0) -> Any:
    """A value that mostly fits a schema."""
    if not isinstance(schema, dict) or depth > 6 or rng.random() < 0.05:
        return value(rng, depth)
    if "$ref" in schema and rng.random() < 0.8:
        target = root
        for token in schema["$ref"].split("/")[1:]:
            target = target[token]
        return fitting(rng, target, root, depth + 1)
    if "const" in schema:
        return schema["const"]
    if schema.get("enum"):
        return rng.choice(schema["enum"])
    for keyword in ("allOf", "anyOf", "oneOf"):
        if keyword in schema and rng.random() < 0.5 and "type" not in schema:
            return fitting(rng, rng.choice(schema[keyword]), root, depth + 1)
    return of_type(rng, schema, root, depth)


def of_type(rng: random.Random, schema: dict[str, Any], root: Any, depth: int) -> Any:
    """A value of one of the types of a schema, or of one that its other keywords are for."""
    types = schema.get("type", "object" if "properties" in schema or "required" in schema else "array" if "items" in schema else None)
    kind = rng.choice(types) if isinstance(types, list) else types
    if kind == "object":
        members = {name: fitting(rng, part, root, depth + 1) for name, part in schema.get("properties", {}).items() if rng.random() < 0.7}
        members |= {name: value(rng, depth + 2) for name in schema.get("required", []) if name not in members and rng.random() < 0.9}
        if rng.random() < (0.1 if "additionalProperties" in schema else 0.3):
            members[rng.choice(NAMES)] = value(rng, depth + 2)
        return members
    if kind == "array":
        return [fitting(rng, schema.get("items", True), root, depth + 1) for _ in range(rng.randint(0, 3))]
    if kind == "string":
        return rng.choice(TEXTS)
    if kind in ("integer", "number"):
        return Spelled(rng.choice(NUMBERS))
    if kind == "boolean":
        return rng.random() < 0.5
    return None if kind == "null" else value(rng, depth)
