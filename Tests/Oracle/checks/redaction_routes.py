"""Redacting before a route and behind it: the same events come out, on every route.

Some things are masked before the comparison. What stands in place of an id, `redacted-…`, is made of the record, which is another
before a route and behind it; so are `rudderId` and `messageId`, where they are made of ids,
and an id that a route makes of the conversation for somebody who has none. And what a route puts together of
several values (a first and a last name, a name and an address in brackets) is one value behind it: a row of marks is one mark.
What a record tells of its person is replaced wherever else it stands in it, and an event may have one of the two alone: what was
replaced as a whole in the record is a mark in the events.
"""

from __future__ import annotations

import json
import random
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from leaks import Secret
from planted_records import planted
from redact_tool import Broken, Redact
from routes import ROUTES, Route
from shrink import shrunk

FIXTURES = Path(__file__).resolve().parents[3] / "Fixtures"
BATCH = 50
KEY = "0123456789abcdef of routes"
MARK = "<redacted>"
TOKEN = re.compile(r"redacted-[0-9a-f]{32}(?:@redacted\.invalid)?")
# What a page's or an event's notice is written with, and what else routes need to be tried.
WORDS = {
    "segment:olark-js": ("--pageview", "--track"),
    "olark:segment": ("--calls", "identify,track,group"),
    "segment:userlike-js": ("--secret-key-file", str(FIXTURES / "userlike-key.txt")),
}
# What is made of ids, and what an option gives.
ELSEWHERE = ("rudderId", "messageId", "secretKey")
# The author of a message of which nothing tells whose it is: redaction takes it for the visitor, the route for an operator, who may
# then have an id.
AUTHOR = ("agent_name", "agent_id")


def routes(redact: Redact, rng: random.Random, cases: int) -> None:
    """On every fixture, and on records with and without people in them."""
    for route in ROUTES:
        for path in sorted((FIXTURES / route.source).rglob("*.input.json")):
            if wrong := difference(redact, path.read_bytes().replace(b"\n", b" "), route, None, []):
                raise Broken(f"{path} to {route.target}: {wrong}", [path.read_bytes()])
    for _ in range(0, cases, BATCH):
        for route in ROUTES:
            made = [record(redact, rng, route) for _ in range(BATCH)]
            for key in (None, KEY):
                compare(redact, made, route, key)


def record(redact: Redact, rng: random.Random, route: Route) -> tuple[bytes, list[Secret]]:
    """A record for a route: most with people in them. A transcript that an event can become again is made of one."""
    if route.name != "rudderstack:olark":
        return planted(rng, route.source, newlines=False) if rng.random() < 0.8 else (route.record(rng, False, 0.2), [])
    text, secrets = planted(rng, "olark", newlines=False)
    events = redact.run(text, "convert", "--from", "olark", "--to", "rudderstack", "--lossless").stdout.splitlines()
    return (events[0] if events else text), secrets


def compare(redact: Redact, made: list[tuple[bytes, list[Secret]]], route: Route, key: str | None) -> None:
    """Compares both ways for records together, and finds the one that goes astray."""
    if not difference(redact, b"\n".join(text for text, _ in made), route, key, [one for _, secrets in made for one in secrets]):
        return
    for text, secrets in made:
        if difference(redact, text, route, key, secrets):
            text = shrunk(text, lambda shorter: bool(difference(redact, shorter, route, key, secrets)))
            raise Broken(f"{route.name}: {difference(redact, text, route, key, secrets)}", [text])
    raise Broken(f"{route.name}: records differ together, and not alone", [text for text, _ in made])


def difference(redact: Redact, text: bytes, route: Route, key: str | None, secrets: list[Secret]) -> str | None:
    """What differs between the two ways; None where nothing does."""
    convert = ["convert", "--from", route.source, "--to", route.target, *WORDS.get(route.name, ())]
    pseudonymize = [] if key is None else ["--pseudonymize"]
    first = redact.run(text, "redact", "--as", route.source, *pseudonymize, key=key)
    behind = redact.run(first.stdout, *convert)
    events = redact.run(text, *convert)
    before = redact.run(events.stdout, "redact", "--as", route.target, *pseudonymize, key=key)
    if before.status != 0:
        return f"the events cannot be redacted\n{before.shown}"
    left, right = behind.stdout.splitlines(), before.stdout.splitlines()
    if len(left) != len(right):
        return f"{len(left)} events of redacted records, {len(right)} redacted events\n{events.shown}\n{behind.shown}"
    known = Known(told(text, first.stdout))
    secrets = secrets + [secret for event in events.stdout.splitlines() for secret in made_ids(event)]
    # The longest first: one may be a part of another.
    secrets = sorted(secrets, key=lambda secret: len(secret.value), reverse=True)
    for one, other in zip(left, right):
        if one != other and not same(masked(one, secrets), masked(other, secrets), known):
            return f"redacted, then converted\n{one.decode()}\nconverted, then redacted\n{other.decode()}"
    return None


def same(one: Any, other: Any, known: Known) -> bool:
    """Whether two masked events are the same, but for an id of a conversation that is also an id which no event carries."""
    for event, beside in ((one, other), (other, one)):
        for name in ("conversation_id", "message_id"):
            if isinstance(event.get("properties"), dict) and str(event["properties"].get(name)).startswith(MARK):
                beside["properties"][name] = event["properties"][name]
    return known.same(one, other)


def told(text: bytes, redacted: bytes) -> set[str]:
    """The values that were replaced as a whole in some records."""
    found: set[str] = set()

    def compare(one: Any, other: Any) -> None:
        if isinstance(one, (list, tuple)) and isinstance(other, (list, tuple)):
            for inner, beside in zip(one, other):
                compare(inner, beside)
        elif isinstance(other, str) and one != other and not TOKEN.sub(MARK, other).replace(MARK, ""):
            found.add(str(one))

    before, behind = documents(text.decode(errors="replace")), documents(redacted.decode())
    if len(before) == len(behind):
        compare(before, behind)
    return found


def documents(text: str) -> list[Any]:
    """The documents of a text, those of a list one by one, objects as lists of names and values; none of what is no JSON."""
    found: list[Any] = []
    while text := text.strip():
        try:
            value, end = json.JSONDecoder(object_pairs_hook=list).raw_decode(text)
        except json.JSONDecodeError:
            return []
        found += value if text[0] == "[" else [value]
        text = text[end:]
    return found


class Known:
    """The words of values that were replaced as a whole, and so wherever else they stand: an event may not carry what tells so."""

    WORD = re.compile(r"[^\W_]+")

    def __init__(self, values: set[str]) -> None:
        self.words = {word for value in values for word in self.WORD.findall(value.lower())}
        self.digits = {digits[-7:] for value in values if len(digits := re.sub(r"\D", "", value)) > 5}
        self.others = "".join(char for value in values for char in value if char > "\u0e00")

    def same(self, one: Any, other: Any) -> bool:
        """Whether an event is another in which some values are left that nothing in it tells."""
        if isinstance(one, dict) and isinstance(other, dict):
            return len(one) == len(other) and all(map(self.same, one.items(), other.items()))
        if isinstance(one, (list, tuple)) and isinstance(other, (list, tuple)):
            return len(one) == len(other) and all(map(self.same, one, other))
        if not (isinstance(one, str) and MARK in one and one != other):
            return bool(one == other)
        text = other if isinstance(other, str) else json.dumps(other)
        # Marks in a row are one gap: nothing tells which of them stands for what.
        pieces = re.split(f"(?:{re.escape(MARK)})+", one)
        left = re.fullmatch("(.+?)".join(map(re.escape, pieces)), text, re.DOTALL)
        return bool(left) and all(map(self.tells, left.groups() if left else ()))

    def tells(self, text: str) -> bool:
        """Whether a text is a mark, or has a word of a known value or its digits."""
        text = re.sub(r"\\u([0-9A-Fa-f]{4})", lambda found: chr(int(found[1], 16)), text)
        words = self.WORD.findall(unquote(text.replace(MARK, "").lower()))
        return (
            not words
            or any(word in self.words for word in words)
            or any(char in self.others for char in text)
            or re.sub(r"\D", "", text)[-7:] in self.digits
        )


def made_ids(event: bytes) -> list[Secret]:
    """The ids that a route makes of the conversation for somebody who has none."""
    members = json.loads(event)
    properties = members.get("properties")
    conversation = properties.get("conversation_id") if isinstance(properties, dict) else None
    return [Secret("id", conversation)] if conversation and members.get("anonymousId") == conversation else []


def masked(event: bytes, secrets: list[Secret]) -> Any:
    """An event without what may differ; a name that its own event does not tell is a mark too."""
    def mask(value: Any) -> Any:
        if isinstance(value, dict):
            kept = {name: inner for name, inner in value.items() if name not in AUTHOR}
            return {mask(name): MARK if name in ELSEWHERE else mask(inner) for name, inner in kept.items()}
        if isinstance(value, list):
            return [mask(inner) for inner in value]
        if not isinstance(value, str):
            return value
        text = TOKEN.sub(MARK, value)
        for secret in secrets:
            if secret.kind in ("name", "id") and secret.value.lower() in text.lower():
                # An id may be a letter of the mark's.
                text = re.sub(f"({re.escape(MARK)})|{re.escape(secret.value)}", MARK, text, flags=re.IGNORECASE)
        # An address may be `true`, which stays. What is put together of marks alone, with spaces and brackets and what cannot be seen, is one.
        return text if re.search(r"\w", text.replace(MARK, "").replace(" (true)", "")) else MARK

    return mask(json.loads(event))
