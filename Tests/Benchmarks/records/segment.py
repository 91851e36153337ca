"""Segment's calls, as its libraries send them: four in ten identify, and the others page, track and group."""

from __future__ import annotations

import random
from datetime import datetime, timedelta, timezone
from typing import Any

from .texts import CITIES, CONVERSATION, VISITOR, email, name, page, words

CALLS = {"identify": 40, "page": 25, "track": 25, "group": 10}
AGENT = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/105.0.0.0 Safari/537.36"
USUAL_TRAITS = ["email", "name", "firstName", "lastName", "phone", "username"]
SPELLINGS = {"firstName": "first_name", "lastName": "last_name", "email": "Email", "phone": "Phone"}


def record(rng: random.Random, other: float) -> dict[str, Any]:
    kind = rng.choices(list(CALLS), list(CALLS.values()))[0]
    time = datetime(2022, 1, 1, tzinfo=timezone.utc) + timedelta(milliseconds=rng.randrange(10**10))
    written = time.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return {
        "type": kind,
        **_own(rng, other, kind),
        "anonymousId": VISITOR,
        **({"userId": rng.choice([f"u{rng.randrange(10**6)}", email(rng)])} if rng.random() < 0.7 else {}),
        "messageId": f"ajs-{CONVERSATION}",
        "timestamp": written,
        "context": _context(rng, other),
        "integrations": rng.choice([{}, {}, {"All": True}, {"All": True, "Mixpanel": False}, {"All": False, "Olark": True}]),
        # Sent when `validate` looks at it, so that nothing is reported as sent before.
        "sentAt": "2026-11-21T09:00:00.000Z",
        "version": "1.0",
    }


def owners(value: dict[str, Any]) -> list[dict[str, Any]]:
    own = [value[key] for key in ("traits", "properties") if key in value]
    return [value, *own, value["context"], value["context"]["page"]]


def _own(rng: random.Random, other: float, kind: str) -> dict[str, Any]:
    """What this kind of call has beside all others."""
    if kind == "identify":
        return {"traits": _traits(rng, other)}
    if kind == "group":
        traits = {"name": "Widgets Inc.", "plan": "pro", "employees": rng.randrange(900)}
        return {"groupId": f"{rng.getrandbits(96):024x}", "traits": traits}
    if kind == "track":
        properties = {"order_id": f"{rng.getrandbits(40):x}", "revenue": rng.randrange(10**5) / 100, "currency": "USD"}
        return {"event": " ".join(words(rng, other, 2)).title(), "properties": properties}
    named = {"name": " ".join(words(rng, other, 3)).title()} if rng.random() < 0.6 else {}
    category = {"category": rng.choice(["Docs", "Shop"])} if rng.random() < 0.4 else {}
    return {**category, **named, "properties": _page(rng, other)}


def _traits(rng: random.Random, other: float) -> dict[str, Any]:
    """Between 5 and 25 traits, some of which the widget knows."""
    city, region, country, _ = rng.choice(CITIES)
    values = {
        "email": email(rng),
        "name": name(rng),
        "firstName": "Bob",
        "lastName": "Doe",
        "phone": "(555) 555-5555",
        "username": f"bob{rng.randrange(10**4)}",
        "address": {"city": city, "state": region, "country": country},
        "plan": rng.choice(["free", "pro"]),
        "logins": rng.randrange(1000),
        "createdAt": "2020-05-01T08:00:00.000Z",
    }
    for number in range(16):
        odd = [rng.randrange(10**6), rng.random() < 0.5, rng.randrange(10**5) / 100]
        values[f"trait_{number}"] = rng.choice([*odd, " ".join(words(rng, other, rng.randint(1, 6)))])
    count = rng.randint(5, 25)
    chosen = set(rng.sample(USUAL_TRAITS, 3)) | set(rng.sample(list(values), count - 3))
    names = {key: SPELLINGS.get(key, key) if rng.random() < 0.3 else key for key in values}
    return {names[key]: value for key, value in values.items() if key in chosen}


def _context(rng: random.Random, other: float) -> dict[str, Any]:
    return {
        "library": {"name": "analytics.js", "version": "2.1.0"},
        "page": _page(rng, other),
        "userAgent": AGENT,
        "ip": "192.0.2.7",
        "locale": "en-US",
        **({"campaign": {"name": "spring", "source": "mail", "medium": "email"}} if rng.random() < 0.3 else {}),
    }


def _page(rng: random.Random, other: float) -> dict[str, Any]:
    address = page(rng)
    return {
        "path": address.removeprefix("https://shop.example.com"),
        "referrer": "https://www.example.com/",
        "search": "",
        "title": " ".join(words(rng, other, 4)),
        "url": address,
    }
