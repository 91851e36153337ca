"""What Segment's live chat events share, from whatever vendor."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from lines import microseconds, written

sys.path.append(str(Path(__file__).resolve().parents[2]))

from tool_version import tool_version  # noqa: E402

Object = dict[str, Any]
Find = Callable[[str], Any]

LIBRARY = {"name": "chatevents", "version": tool_version()}
STARTED = "Live Chat Conversation Started"
SENT = "Live Chat Message Sent"
RECEIVED = "Live Chat Message Received"
ENDED = "Live Chat Conversation Ended"
MILLISECONDS_FROM = 100_000_000_000


def is_identity(value: Any) -> bool:
    return value is not None and (not isinstance(value, str) or bool(value.strip()))


def callback_time(value: Any) -> str | None:
    """The time of a callback: ISO 8601 with a zone, or seconds or milliseconds since 1970."""
    if value is None:
        return None
    if isinstance(value, str):
        if not value.lstrip("-").replace(".", "", 1).isdigit():
            time = datetime.fromisoformat(value)
            # As JavaScript's toISOString has it, so it stays.
            return value if len(value) == 24 and value[10] == "T" and value[23] == "Z" else written(microseconds(time))
        value = float(value) if "." in value else int(value)
    return written(int(value * 1_000_000 if abs(value) < MILLISECONDS_FROM else value * 1000))
