"""What the routes demand of a transcript before they read it.

One fault is reported: the first wrong type or repetition in the order of
the document; else a foreign kind; else the first timestamp that is no number.
"""

from __future__ import annotations

import re
from functools import partial

from decimals import is_decimal
from identity import id_text
from rawjson import Node
from rules import (
    Rejected, Rule, anything, boolean, check_members, identifier, list_of, map_of, object_with, text,
)  # fmt: skip
from rules import time as time_rule
from settings import Settings
from visitor import TEXTS, check_custom_fields, custom_field


def check(document: Node, settings: Settings) -> None:
    """Raises `Rejected` for the first fault on the way to RudderStack.

    Lossless events read more of the visitor, who looks for tests reads the tags, and who looks for consent what was said.
    """
    rules = dict(LOSSLESS_ROOT if settings.lossless else ROOT)
    if settings.skip_tests:
        rules["tags"] = list_of(anything)
    if settings.looks_for_consent:
        rules["items"] = list_of(object_with({"timestamp": time_rule, "body": text}, nullable=False))
    check_members(document, "", rules)
    check_kind(document)
    check_timestamps(document)


def check_for_segment(document: Node, settings: Settings) -> None:
    """Raises `Rejected` for the first fault: of types and repetitions, of the kind, of a time.

    What one call alone carries, or one option alone asks for, is looked at only then.
    """
    calls = settings.calls or {"track"}
    item: dict[str, Rule] = {"kind": text, "timestamp": time_rule, "operatorId": identifier}
    group_rules: dict[str, Rule] = {"id": identifier}
    visitor_rules: dict[str, Rule] = {"id": identifier, **{name: text for name in TEXTS}}
    operator: dict[str, Rule] = {"nickname": text, "username": text}
    if settings.looks_for_consent or ("track" in calls and settings.events & {"sent", "received"}):
        item["body"] = text
    if "group" in calls:
        group_rules["name"] = text
    if "identify" in calls:
        visitor_rules["organization"] = text
    if "identify" in calls or custom_field(settings.user_id) is not None:
        visitor_rules["customFields"] = partial(check_custom_fields, user_id=settings.user_id)
    root: dict[str, Rule] = {
        "kind": text,
        "id": identifier,
        "ip": text,
        "manuallySubmitted": boolean,
        "items": list_of(object_with(item, nullable=False)),
        **({"tags": list_of(anything)} if settings.skip_tests else {}),
        "visitor": object_with(visitor_rules, nullable=True),
        "operators": map_of(object_with(operator, nullable=True)),
        "groups": list_of(object_with(group_rules, nullable=False)),
    }
    check_members(document, "", root)
    check_kind(document)
    check_timestamps(document)


def check_kind(document: Node) -> None:
    kind = document.get("kind")
    if not re.fullmatch("conversation", kind.text, re.IGNORECASE | re.ASCII):
        raise Rejected("unknown-kind", "/kind", kind.start)


def check_timestamps(document: Node) -> None:
    items = document.get("items")
    for place, item in enumerate(items.elements if items is not None else []):
        time = item.get("timestamp")
        if time is not None and time.kind != "null" and not is_decimal(id_text(time)):
            raise Rejected("invalid-timestamp", f"/items/{place}/timestamp", time.start)


VISITOR_TEXTS = [
    "fullName",
    "phoneNumber",
    "emailAddress",
    "city",
    "region",
    "country",
    "operatingSystem",
    "browser",
    "referrer",
    "conversationBeginPage",
    "organization",
]

VISITOR: dict[str, Rule] = {
    "id": identifier,
    **{name: text for name in VISITOR_TEXTS},
    "chat_feedback": anything,
}

ROOT: dict[str, Rule] = {
    "kind": text,
    "id": identifier,
    "ip": text,
    "items": list_of(object_with({"timestamp": time_rule}, nullable=False)),
    "tags": anything,
    "visitor": object_with(VISITOR, nullable=True),
    "operators": anything,
    "groups": list_of(object_with({"id": identifier, "name": text, "kind": text}, nullable=False)),
}

LOSSLESS_VISITOR: dict[str, Rule] = {**VISITOR, "ip": text, "countryCode": text, "kind": text}
LOSSLESS_ROOT: dict[str, Rule] = {**ROOT, "visitor": object_with(LOSSLESS_VISITOR, nullable=True)}
