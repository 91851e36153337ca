"""Seeded records of Olark's JavaScript API as raw JSON text: callbacks, answers of getDetails, all sorts of times."""

from __future__ import annotations

import random

from odd_values import BLANK, WRONG, disturb, maybe, random_id, random_text, remove_member, set_member, unknown
from raw_writer import Object, Raw, Style, Value, number_token, write
from transcripts import VISITOR_TEXTS

SAMPLE = b'{"callback":"api.chat.onMessageToOperator","event":{"message":{"body":"x"}},"userId":"u","timestamp":1}'
CHAT = ["BeginConversation", "MessageToOperator", "MessageToVisitor", "OfflineMessageToOperator"]
SILENT = ["chat.onReady", "chat.onOperatorsAvailable", "chat.onOperatorsAway", "chat.onCommandFromOperator"]
BOX = ["box.onShow", "box.onHide", "box.onExpand", "box.onShrink"]
FOREIGN = ["", "api.chat.onmessagetooperator", "onMessageToOperator", "api.chat.onMessage", "api.box.onReady", "x"]
STRANGE_KEYS = ["x", "", "Callback", "é", "data ", "time", "a\ud800"]

ISO_TIMES = [
    "2026-11-21T08:00:00Z", "2026-11-21 08:00:00.5+01:00", "2024-02-29t23:59:59.999999999z", "1969-12-31T23:59:59.9999Z",
    "0000-01-01T00:00:00Z", "9999-12-31T23:59:59.9999-0000", "2026-11-21T00:30:00+1400", "1970-01-01T00:00:00.0001-00:30",
    "0399-12-31T23:59:59.1234Z", "0001-03-01 00:00:00+23:59",
]  # fmt: skip
NUMBER_TIMES = [
    "1473774819.263083", "1473774819263", "1473774819263.9999", "99999999999.9999", "100000000000", "-100000000000",
    "-62167219200", "0", "-0.0001", "1", "253402300799999", "-62167219200000", "-0",
]  # fmt: skip
BAD_TIMES: list[Value] = [
    "", " ", "x", "1e5", Raw(b"1e5"), Raw(b"1E+11"), ".5", "1.", "+1", " 1", "2026-11-21T08:00:00", "2026-11-21",
    "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-11-21T24:00:00Z", "2026-11-21T23:59:60Z", "2026-11-21T08:00Z",
    "2026-11-21T08:00:00.Z", "2026-11-21T08:00:00,5Z", "2026-11-21T08:00:00+01", "2026-11-21T08:00:00+24:00",
    "2026-11-21T08:00:00+01:60", "2026-11-21T08:00:00 Z", "20261121T080000Z", "-0001-01-01T00:00:00Z",
    "12026-11-21T08:00:00Z", "9999-12-31T23:59:59-00:01", "0000-01-01T00:00:00+00:01", "253402300800000",
    "-62167219200001", "-62167219200.0001", "-99999999999", "99999999999999999999", "２026-11-21T08:00:00Z", "2026-11-21T08:00:00Zx", "2026-00-10T00:00:00Z",
    "2026-10-00T00:00:00Z", "2026-11-21T08:60:00Z", "2026-11-21T08:00:00.5", "2026-11-21  08:00:00Z",
]  # fmt: skip


def record(rng: random.Random, newlines: bool = True, invalid: float = 0.2) -> bytes:
    """One record's text: a callback, an answer of getDetails, or both; `invalid` is the share with a fault."""
    root = Object([])
    if rng.random() < 0.85:
        root.append(("callback", callback(rng)))
        maybe(rng, root, "event", _event(rng), 0.85)
        maybe(rng, root, "visitor", details(rng), 0.7)
    if len(root) == 0 or rng.random() < 0.1:
        root.append(("getDetails", details(rng)))
    root += stamps(rng)
    maybe(rng, root, "conversationId", conversation_id(rng), 0.6)
    disturb(rng, root, STRANGE_KEYS)
    if rng.random() < invalid:
        _break_a_rule(rng, root)
    return write(root, Style.random(rng, newlines))


def callback(rng: random.Random) -> str:
    """A name of the API."""
    return f"api.chat.on{rng.choice(CHAT)}" if rng.random() < 0.75 else f"api.{rng.choice([*SILENT * 2, *BOX])}"


def stamps(rng: random.Random) -> list[tuple[str, Value]]:
    """A time in one of its forms, and who the visitor is, or one of the two."""
    found = Object([])
    maybe(rng, found, "timestamp", callback_time(rng), 0.85)
    kinds = rng.choice([*[("userId",), ("anonymousId",), ("userId", "anonymousId")] * 5, ()])
    for name in kinds:
        found.append((name, random_id(rng, empty=False) if rng.random() < 0.9 else rng.choice(BLANK)))
    return found


def callback_time(rng: random.Random) -> Value:
    """A time as text with a zone, or as a number, in quotes or not."""
    if rng.random() < 0.5:
        return rng.choice(ISO_TIMES)
    digits = rng.choice([1, 3, 6, 20])
    number = rng.choice([*NUMBER_TIMES, f"{rng.randrange(2**34)}.{rng.randrange(10**digits)}", f"{rng.randrange(2**43)}"])
    return Raw(number.encode()) if rng.random() < 0.6 else rng.choice(["", "00"]) + number if number[0] != "-" else number


def conversation_id(rng: random.Random) -> Value:
    return "NOTAREALTRANSCRIPT5L" if rng.random() < 0.04 else random_id(rng)


def details(rng: random.Random) -> Object:
    """What getDetails answers, now more and now less."""
    answer = Object([])
    maybe(rng, answer, "id", "NOTAREALVISITORID5L" if rng.random() < 0.04 else random_id(rng), 0.7)
    for name, texts in VISITOR_TEXTS.items():
        maybe(rng, answer, name, rng.choice([*texts, random_text(rng)]), 0.5)
    maybe(rng, answer, "ip", rng.choice(["not available", "192.0.2.7", "", "Not available"]), 0.7)
    page = Object([])
    maybe(rng, page, "url", rng.choice(["http://localhost/", "", random_text(rng)]), 0.8)
    maybe(rng, page, "title", rng.choice(["Home", "", random_text(rng)]), 0.8)
    maybe(rng, answer, "currentPage", disturb(rng, page), 0.6)
    fields = Object([])
    for name in ("internalId", "é", "a.b", "", "x y"):
        maybe(rng, fields, name, rng.choice([random_id(rng), unknown(rng), rng.choice(BLANK)]), 0.4)
    maybe(rng, answer, "customFields", disturb(rng, fields, ["other", "x"]), 0.5)
    maybe(rng, answer, "visitCount", Raw(number_token(rng)), 0.3)
    return disturb(rng, answer, ["browser", "pageCount", "x", "isConversing"])


def _event(rng: random.Random) -> Object:
    message = Object([])
    maybe(rng, message, "body", random_text(rng, long=rng.random() < 0.05), 0.9)
    maybe(rng, message, "nickname", rng.choice([random_text(rng), "John", ""]), 0.7)
    event = Object([])
    maybe(rng, event, "message", disturb(rng, message, ["automated", "targeted", "Body"]), 0.9)
    command = Object([])
    maybe(rng, command, "name", rng.choice(["end", "end", "End", "note", ""]), 0.9)
    maybe(rng, command, "body", random_text(rng), 0.4)
    maybe(rng, event, "command", disturb(rng, command, ["Name"]) if rng.random() < 0.8 else unknown(rng), 0.4)
    return disturb(rng, event, ["Message", "x"])


def _break_a_rule(rng: random.Random, root: Object) -> None:
    """Gives a record a fault of type, repetition, time, name or identity."""
    objects = [(root, ["callback", "event", "timestamp", "userId", "anonymousId", "conversationId", "visitor", "getDetails"])]
    for key, value in root:
        if key in ("visitor", "getDetails") and isinstance(value, Object):
            objects.append((value, ["id", "ip", "currentPage", "customFields", *VISITOR_TEXTS]))
        if key == "event" and isinstance(value, Object):
            objects += [(value, ["message"])]
            objects += [(child, ["body", "nickname"]) for own, child in value if own == "message" and child is not None]
    owner, keys = rng.choice(objects)
    key = rng.choice(keys)
    fault = rng.choice(["type", "type", "repeated", "time", "time", "name", "identity"])
    if fault == "type":
        set_member(owner, key, rng.choice(WRONG))
    elif fault == "repeated":
        owner.append((key, next((value for own, value in owner if own == key), None)))
        owner.append((key, None))
    elif fault == "time":
        set_member(root, "timestamp", rng.choice(BAD_TIMES))
    elif fault == "name":
        set_member(root, "callback", rng.choice(FOREIGN))
    else:
        for name in ("userId", "anonymousId", "visitor"):
            remove_member(root, name)
        root.append(("userId", rng.choice(BLANK)))
