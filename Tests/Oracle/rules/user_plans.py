"""Tracking plans of the user's own that events must keep to: JSON Schemas by event.

Source: JSON Schema, as the Python package `jsonschema` reads it; the names of violations are those of RudderStack's "Violation
Management", read in November 2026.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from rules import Rejected

CODES = {
    "required": "plan-required-missing",
    "type": "plan-datatype-mismatch",
    "additionalProperties": "plan-additional-properties",
}


def plan(path: str) -> dict[str, Any]:
    """The schemas of a file by event."""
    return json.loads(Path(path).read_text(encoding="utf-8"))


def check(events: list[bytes], plans: tuple[dict[str, Any], ...]) -> None:
    """Refuses a record of which an event breaks a plan."""
    for event in map(json.loads, events if plans else []):
        codes = violations(event, plans)
        if codes:
            # Which of several comes first is the tool's choice.
            raise Rejected(codes.pop() if len(codes) == 1 else None, "")


def violations(event: dict[str, Any], plans: tuple[dict[str, Any], ...]) -> set[str]:
    # Only what has plans needs the package.
    from jsonschema import Draft202012Validator
    from text_formats import CHECKER

    kind = event["type"]
    name, section = (event["event"], "properties") if kind == "track" else (kind, "traits" if kind in ("identify", "group") else "properties")
    schemas = [schemas[name] for schemas in plans if name in schemas]
    if not schemas:
        return {"unplanned-event"} if kind == "track" else set()
    return {
        CODES.get(error.validator, "plan-violation")
        for schema in schemas
        for error in Draft202012Validator(schema, format_checker=CHECKER).iter_errors(event.get(section, {}))
    }
