"""Captured calls of Olark's JavaScript API: mostly messages, with what getDetails had answered."""

from __future__ import annotations

import random
from datetime import datetime, timezone
from typing import Any

from .texts import BROWSERS, CITIES, CONVERSATION, VISITOR, email, name, page, sentence

CALLBACKS = {
    "api.chat.onMessageToOperator": 40,
    "api.chat.onMessageToVisitor": 40,
    "api.chat.onBeginConversation": 8,
    "api.chat.onOfflineMessageToOperator": 3,
    "api.chat.onReady": 2,
    "api.box.onExpand": 2,
}


def record(rng: random.Random, other: float) -> dict[str, Any]:
    if rng.random() < 0.05:
        return {"getDetails": _details(rng, other), **_circumstances(rng)}
    callback = rng.choices(list(CALLBACKS), list(CALLBACKS.values()))[0]
    return {
        "callback": callback,
        "event": {"message": _message(rng, other, callback)} if "Message" in callback else {},
        **_circumstances(rng),
        "visitor": _details(rng, other),
    }


def owners(value: dict[str, Any]) -> list[dict[str, Any]]:
    visitor = value.get("visitor") or value["getDetails"]
    event = value.get("event", {})
    return [value, visitor, visitor["currentPage"], *[part for part in (event, event.get("message")) if part]]


def _circumstances(rng: random.Random) -> dict[str, Any]:
    """When it was, and who it was: most sites know their visitors."""
    milliseconds = rng.randrange(1_600_000_000_000, 1_700_000_000_000)
    time = datetime.fromtimestamp(milliseconds // 1000, timezone.utc)
    written = f"{time:%Y-%m-%dT%H:%M:%S}.{milliseconds % 1000:03}Z"
    known = rng.random()
    return {
        "timestamp": written if rng.random() < 0.6 else milliseconds,
        **({"userId": VISITOR} if known < 0.5 else {"anonymousId": VISITOR} if known < 0.9 else {}),
        "conversationId": CONVERSATION,
    }


def _message(rng: random.Random, other: float, callback: str) -> dict[str, Any]:
    message: dict[str, Any] = {"body": sentence(rng, other)}
    if callback == "api.chat.onMessageToVisitor":
        message["nickname"] = rng.choice(["John", "Zoë"])
        message["automated"] = rng.random() < 0.1
    return message


def _details(rng: random.Random, other: float) -> dict[str, Any]:
    city, region, country, code = rng.choice(CITIES)
    return {
        "id": VISITOR,
        "emailAddress": email(rng),
        "fullName": name(rng),
        "phoneNumber": rng.choice(["(555) 555-5555", ""]),
        "city": city,
        "region": region,
        "country": country,
        "countryCode": code,
        "organization": "Widgets Inc.",
        "visitCount": rng.randrange(50),
        "pageCountForThisVisit": rng.randrange(50),
        "pageCountAcrossAllVisits": rng.randrange(500),
        "secondsSpentForThisVisit": rng.randrange(5000),
        "currentPage": {"title": sentence(rng, other)[:60], "url": page(rng)},
        "recentPageHistory": [{"title": sentence(rng, other)[:60], "url": page(rng)} for _ in range(rng.randrange(4))],
        "conversationCount": rng.randrange(9),
        "isConversing": True,
        "messageCountForThisVisit": rng.randrange(60),
        "secondsSinceLastMessage": rng.randrange(600),
        "conversationBeginPage": page(rng),
        "referrer": "https://www.example.com/search?q=chat",
        "referredByPaidAdvertisingThisVisit": False,
        "browser": rng.choice(BROWSERS),
        "operatingSystem": rng.choice(["Windows", "Macintosh"]),
        "ip": rng.choice(["not available", "192.0.2.7"]),
        "customFields": {"internalId": f"{rng.getrandbits(64):x}", "plan": "pro", "seats": rng.randrange(20)},
    }
