"""The shape of a Segment event: its members in order, and those of its context."""

from __future__ import annotations

from members import Members, quoted, written
from settings import Settings
from tool_version import tool_version

LIVE_CHAT = {
    "started": "Live Chat Conversation Started",
    "sent": "Live Chat Message Sent",
    "received": "Live Chat Message Received",
    "ended": "Live Chat Conversation Ended",
}
LIBRARY = (b"library", b'{"name":"chatevents","version":"%s"}' % tool_version().encode())


def live_chat(
    name: str,
    who: Members,
    message_id: str | None,
    time: str | None,
    context: bytes,
    properties: Members,
    integrations: bytes,
) -> bytes:
    """The track of one of the four live chat events, by its short name."""
    head = [(b"event", quoted(LIVE_CHAT[name]))]
    return event("track", head, who, message_id, time, context, (b"properties", written(properties)), integrations)


def event(
    call: str,
    head: Members,
    who: Members,
    message_id: str | None,
    time: str | None,
    context: bytes,
    body: tuple[bytes, bytes],
    integrations: bytes,
) -> bytes:
    """Any call; `head` is what follows its type, `body` its `properties` or `traits`."""
    return written(
        [
            (b"type", quoted(call)),
            *head,
            *who,
            *([(b"messageId", quoted(message_id))] if message_id is not None else []),
            *([(b"timestamp", quoted(time))] if time is not None else []),
            (b"context", context),
            body,
            (b"integrations", integrations),
        ]
    )


def context(vendor: str, parts: Members) -> bytes:
    """A context of a vendor's (`olark`, `userlike`) and of what is known of the chat."""
    integration = (b"integration", b'{"name":"%b","version":"1.0.0"}' % vendor.encode())
    return written([integration, LIBRARY, *parts])


def integrations(settings: Settings, vendor: str) -> bytes:
    """That the event is not sent back to its vendor (`Olark`, `Userlike`), or what was asked for instead."""
    return settings.integrations or b'{"%b":false}' % vendor.encode()
