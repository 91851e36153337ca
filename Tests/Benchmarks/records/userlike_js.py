"""Captured calls of Userlike's function for tracking, in any state of a chat."""

from __future__ import annotations

import random
from datetime import datetime, timezone
from typing import Any

from .texts import NUMBER, VISITOR

EVENTS = {
    "message_operator_terminating": 35,
    "message_client_terminating": 35,
    "chat_started": 8,
    "chat_quit": 8,
    "button_displayed": 6,
    "chat_requested": 4,
    "rating_submit": 4,
}


def record(rng: random.Random, other: float) -> dict[str, Any]:
    event = rng.choices(list(EVENTS), list(EVENTS.values()))[0]
    milliseconds = rng.randrange(1_600_000_000_000, 1_700_000_000_000)
    time = datetime.fromtimestamp(milliseconds // 1000, timezone.utc)
    written = f"{time:%Y-%m-%dT%H:%M:%S}.{milliseconds % 1000:03}Z"
    operator = rng.choice(["Zoë Vau", "小林 直子"] if rng.random() < other else ["Jane Roe", "D V"])
    session = {
        "chat_id": NUMBER,
        "session_id": f"{rng.getrandbits(128):032x}",
        "operator_id": rng.randrange(100),
        "operator_name": operator,
    }
    return {
        "event": event,
        "globalCtx": {"widget_id": f"{rng.getrandbits(160):040x}", "client_uuid": VISITOR, "widget_lang": "en"},
        "sessionCtx": {} if event == "button_displayed" else session,
        "timestamp": written if rng.random() < 0.6 else milliseconds,
    }


def owners(value: dict[str, Any]) -> list[dict[str, Any]]:
    return [value, value["globalCtx"], value["sessionCtx"]]
