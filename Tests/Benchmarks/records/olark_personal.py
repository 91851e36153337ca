"""Olark's transcripts in which people say who they are: one message in twelve, a form's answers, and links."""

from __future__ import annotations

import random
from typing import Any

from . import olark
from .texts import email

owners = olark.owners


def record(rng: random.Random, other: float) -> dict[str, Any]:
    value = olark.record(rng, other)
    for item in value["items"]:
        if rng.random() < 1 / 12:
            item["body"] = rng.choice([f"{item['body']} {_said(rng)}", f"{_said(rng)} {item['body']}", _said(rng)])
    if rng.random() < 0.1:
        answers = f"name: {value['visitor']['fullName']}\nemail: {email(rng)}\nphone: {_phone(rng)}"
        value["items"][0] |= {"kind": "OfflineMessage", "body": f"{answers}\n{value['items'][0]['body']}"}
    if rng.random() < 0.1:
        value["visitor"]["conversationBeginPage"] = f"https://shop.example.com/?user={email(rng)}&item={rng.randrange(999)}"
    if rng.random() < 0.2:
        value["visitor"]["customFields"] = {"plan": "gold", "contact": email(rng), "note": _said(rng), "orders": 12}
    return value


def _said(rng: random.Random) -> str:
    return rng.choice(
        [
            f"please write to {email(rng)}, thanks",
            f"my number is {_phone(rng)}",
            f"it came from {rng.randrange(11, 250)}.{rng.randrange(256)}.{rng.randrange(256)}.{rng.randrange(1, 255)} again",
            f"or 2001:db8::{rng.randrange(1, 1 << 16):x} perhaps",
        ]
    )


def _phone(rng: random.Random) -> str:
    area, far, near = rng.randrange(201, 990), rng.randrange(200, 990), rng.randrange(10**4)
    return rng.choice([f"+1 {area} {far} {near:04}", f"({area}) {far}-{near:04}", f"+49 30 {rng.randrange(10**6, 10**7)}"])
