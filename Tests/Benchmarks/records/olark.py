"""Olark's transcripts, as the webhook sends them."""

from __future__ import annotations

import random
from typing import Any

from .texts import BROWSERS, CITIES, CONVERSATION, VISITOR, email, messages, name, page, sentence

FEEDBACK = {"overall_chat": 4, "responsiveness": 5, "friendliness": 5}


def record(rng: random.Random, other: float) -> dict[str, Any]:
    operators = [_operator(rng, "John"), *([_operator(rng, "Zoë")] if rng.random() < 0.2 else [])]
    visitor = _visitor(rng)
    time = rng.randrange(1_400_000_000_000_000, 1_700_000_000_000_000)
    items = []
    for _ in range(messages(rng)):
        time += rng.randrange(1_000_000, 60_000_000)
        from_operator = rng.random() < 0.5
        operator = rng.choice(operators)
        items.append(
            {
                "kind": "MessageToVisitor" if from_operator else "MessageToOperator",
                "nickname": operator["nickname"] if from_operator else visitor["fullName"],
                **({"operatorId": operator["id"]} if from_operator else {}),
                "timestamp": f"{time // 10**6}.{time % 10**6:06}",
                "body": sentence(rng, other),
            }
        )
    group_name = rng.choice(["Sales", "Support", "Péče o zákazníky"])
    group = {"kind": "Group", "id": f"{rng.getrandbits(128):032x}", "name": group_name}
    return {
        "kind": "Conversation",
        "id": CONVERSATION,
        "manuallySubmitted": False,
        "items": items,
        "tags": rng.sample(["olark", "customer", "sale", "réclamation"], rng.randrange(3)),
        **({"groups": [group]} if rng.random() < 0.5 else {}),
        "visitor": visitor,
        "operators": {operator["id"]: operator for operator in operators},
    }


def owners(value: dict[str, Any]) -> list[dict[str, Any]]:
    return [value, value["visitor"], *value["items"], *value.get("groups", [])]


def _operator(rng: random.Random, nickname: str) -> dict[str, Any]:
    name = nickname.replace("ë", "e").lower()
    return {
        "kind": "Operator",
        "id": str(rng.randrange(10**5, 10**6)),
        "nickname": nickname,
        "emailAddress": f"{name}@example.com",
        "username": name,
    }


def _visitor(rng: random.Random) -> dict[str, Any]:
    city, region, country, code = rng.choice(CITIES)
    return {
        "kind": "Visitor",
        "id": VISITOR,
        "fullName": name(rng),
        "phoneNumber": "(555) 555-5555",
        "emailAddress": email(rng),
        "ip": "",
        "city": city,
        "region": region,
        "country": country,
        "countryCode": code,
        "organization": "Widgets Inc.",
        "browser": rng.choice(BROWSERS),
        "operatingSystem": rng.choice(["Windows", "Macintosh"]),
        "referrer": "https://www.example.com/search?q=chat",
        "conversationBeginPage": page(rng),
        **({"chat_feedback": FEEDBACK} if rng.random() < 0.3 else {}),
    }
