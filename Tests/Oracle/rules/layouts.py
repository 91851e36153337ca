"""How events are put together: one a line, or as the bodies of requests."""

from __future__ import annotations

from collections.abc import Iterator

from rules import Rejected
from settings import Settings

LARGEST_BODY = {"segment": 500_000, "rudderstack": 4_000_000}
MOST_EVENTS = {"segment": 2_500}
OPENING, CLOSING = b'{"batch":[', b"]}"
# Segment refuses a larger one. RudderStack's open-source server takes any in a body that it takes.
LARGEST_EVENT = {"segment": 32_767, "rudderstack": LARGEST_BODY["rudderstack"] - len(OPENING + CLOSING)}


def written(events: list[bytes], settings: Settings) -> bytes:
    """Standard output for the events of a whole run."""
    lines = bodies(events, settings.target) if settings.layout == "batch" else events
    return b"".join(line + b"\n" for line in lines)


def check(events: list[bytes], settings: Settings) -> None:
    """Refuses a record whose events no body may hold."""
    if settings.layout != "batch":
        return
    largest = settings.max_event_size or LARGEST_EVENT[settings.target]
    if any(len(event) > largest for event in events):
        raise Rejected("event-too-large", "")


def bodies(events: list[bytes], target: str) -> Iterator[bytes]:
    """Each body holds as many of the events that are left as the service takes."""
    held: list[bytes] = []
    size = len(body([]))
    for event in events:
        if held and (size + 1 + len(event) > LARGEST_BODY[target] or len(held) == MOST_EVENTS.get(target)):
            yield body(held)
            held, size = [], len(body([]))
        size += len(event) + (1 if held else 0)
        held.append(event)
    if held:
        yield body(held)


def body(events: list[bytes]) -> bytes:
    return OPENING + b",".join(events) + CLOSING
