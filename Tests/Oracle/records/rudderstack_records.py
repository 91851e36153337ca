"""Seeded RudderStack calls and batches of them, many made from transcripts, as the way back reads them."""

from __future__ import annotations

import random

import olark_to_rudderstack
from odd_values import WRONG, disturb, maybe, random_id, set_member, unknown
from raw_writer import Object, Raw, Style, Value, write
from rawjson import Node, parse_document
from rules import Rejected
from settings import Settings
from transcripts import transcript

SAMPLE = b'{"type":"track","event":"Conversation","properties":{"items":[],"olark":{"kind":"Conversation","id":"c"}}}'
CALLS = ["track", "track", "track", "identify", "page", "screen", "group", "alias"]


def record(rng: random.Random, newlines: bool = True, invalid: float = 0.2) -> bytes:
    """A call or a batch; `invalid` is the share in which something is broken."""
    fault = rng.random() < invalid
    if rng.random() < 0.8:
        return write(call(rng, fault), Style.random(rng, newlines))
    batch: list[Value] = [call(rng, False) for _ in range(rng.randint(1, 4))]
    root = Object([("batch", batch)])
    if fault:
        _break_a_batch(rng, root, batch)
    return write(disturb(rng, root, ["context", "sentAt", "integrations"]), Style.random(rng, newlines))


def call(rng: random.Random, fault: bool) -> Object:
    """A call, or an event that came from a transcript."""
    made = _event(rng) if rng.random() < 0.6 else None
    root = made or Object([("type", rng.choice(CALLS)), ("userId", random_id(rng))])
    if made is None:
        maybe(rng, root, "properties", _properties(rng), 0.9)
        disturb(rng, root, ["event", "traits", "x", "Type"])
    if fault:
        _break_a_call(rng, root)
    return root


def _event(rng: random.Random) -> Object | None:
    """One of a transcript's lossless events."""
    try:
        events = olark_to_rudderstack.convert(parse_document(transcript(rng, invalid=0)), Settings(lossless=True))
    except Rejected:
        return None
    return as_object(parse_document(rng.choice(events)))


def as_object(node: Node) -> Object:
    """The members of an object, its values as they are written."""
    return Object([(member.key, Raw(member.value.raw)) for member in node.members])


def _properties(rng: random.Random) -> Object:
    properties = Object([])
    transcript_of = Object([("kind", "Conversation"), ("visitor", unknown(rng))])
    maybe(rng, properties, "olark", disturb(rng, transcript_of), 0.9)
    for name in ("items", "tags"):
        maybe(rng, properties, name, unknown(rng), 0.7)
    return disturb(rng, properties)


def _break_a_call(rng: random.Random, root: Object) -> None:
    key = rng.choice(["type", "properties", "olark"])
    action = rng.choice(["wrong", "repeated", "foreign"])
    if key == "olark":
        properties = Object([("olark", rng.choice([None, *WRONG])), ("items", [])])
        set_member(root, "properties", properties)
    elif action == "wrong":
        set_member(root, key, rng.choice(WRONG))
    elif action == "repeated":
        root.append((key, next((value for own, value in root if own == key), None)))
    else:
        set_member(root, "type", rng.choice(["tracks", "", "Track", None]))


def _break_a_batch(rng: random.Random, root: Object, batch: list[Value]) -> None:
    action = rng.randrange(4)
    if action == 0:
        set_member(root, "batch", rng.choice([[], *WRONG[:4], Object([])]))
    elif action == 1:
        root.append(("batch", [call(rng, False)]))
    else:
        batch[rng.randrange(len(batch))] = call(rng, True) if action == 2 else rng.choice([None, "x", [], Raw(b"1")])
