"""Userlike's callback records: finished chats, and a few messages that were left while nobody was there."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from typing import Any

from .texts import BROWSERS, CITIES, NUMBER, VISITOR, email, messages, name, page, sentence


def record(rng: random.Random, other: float) -> dict[str, Any]:
    return _offline_message(rng, other) if rng.random() < 0.1 else _chat(rng, other)


def owners(value: dict[str, Any]) -> list[dict[str, Any]]:
    operators = [value[key] for key in ("operator_created", "operator_current") if key in value]
    return [value, *value.get("messages", []), *operators]


def _chat(rng: random.Random, other: float) -> dict[str, Any]:
    start = time = _time(rng)
    client = name(rng)
    first, last = _operator(rng, 5, "Jane", "Roe"), _operator(rng, 13, "Zoë", "Vau")
    written = []
    for _ in range(messages(rng)):
        time += timedelta(seconds=rng.randrange(1, 60))
        from_client = rng.random() < 0.5
        written.append(
            {
                "message": sentence(rng, other),
                "person": client if from_client else rng.choice([first, last, last])["name"],
                "sent_at": str(time),
                "type": "co" if from_client else "oc",
            }
        )
    return {
        "_event": "receive",
        "_type": "chat_meta",
        **_common(rng, start, client),
        "client_uuid": VISITOR,
        "client_additional01_name": None,
        "client_additional01_value": None,
        "chat_widget_goal": {"id": None, "name": None},
        "duration": str(time - start),
        "ended_at": str(time + timedelta(seconds=rng.randrange(60))) if rng.random() < 0.95 else None,
        "feedback_message": rng.choice([None, sentence(rng, other)]),
        "inital_url": page(rng),
        "messages": written,
        "notes": [],
        "operator_created": first,
        "operator_created_id": first["id"],
        "operator_current": last,
        "operator_current_id": last["id"],
        "post_survey_option": rng.choice([None, "Very Satisfied"]),
        "rate": rng.choice([None, 4, 5]),
        "referrer": "https://www.example.com/search?q=chat",
        "visits": rng.randrange(20),
        "was_proactive": False,
    }


def _offline_message(rng: random.Random, other: float) -> dict[str, Any]:
    return {
        "_event": "receive",
        "_type": "offline_message",
        **_common(rng, _time(rng), name(rng)),
        "message": sentence(rng, other),
        "screenshot_oid": None,
        "screenshot_url": None,
    }


def _common(rng: random.Random, start: datetime, client: str) -> dict[str, Any]:
    city, _, country, _ = rng.choice(CITIES)
    browser, _, version = rng.choice(BROWSERS).rpartition(" ")
    return {
        "browser_name": browser,
        "browser_os": rng.choice(["Windows", "Mac OS X"]),
        "browser_version": version,
        "chat_widget": {"id": 9, "name": "Shop"},
        "client_email": rng.choice([None, email(rng)]),
        "client_name": client,
        "created_at": str(start),
        "custom": {"basket": {"item01": {"desc": "Lamp", "id": "4711", "price": 12.5}}, "ref": f"{rng.getrandbits(40):x}"},
        "data_privacy": rng.choice([False, None]),
        "id": NUMBER,
        "loc_city": city,
        "loc_country": country,
        "loc_lat": round(rng.uniform(-60, 60), 4),
        "loc_lon": round(rng.uniform(-180, 180), 4),
        "marked_read": False,
        "page_impressions": rng.randrange(30),
        "status": "new",
        "topic": None,
        "url": page(rng),
    }


def _operator(rng: random.Random, number: int, first: str, last: str) -> dict[str, Any]:
    return {
        "email": f"{first.lower()}@example.com",
        "first_name": first,
        "id": number,
        "last_name": last,
        "name": f"{first} {last}",
        "operator_group": {"id": rng.randrange(20), "name": "Support"},
    }


def _time(rng: random.Random) -> datetime:
    return datetime(2014, 1, 1) + timedelta(seconds=rng.randrange(10**8))
