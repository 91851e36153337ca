"""The route from calls of `userlikeTrackingEvent` to Segment's live chat events, one document at a time."""

from __future__ import annotations

from callbacks import callback_message_id
from identity import id_token, identity, present
from iso_time import callback_time
from members import Members, member
from rawjson import Node
from rules import Rejected, Rule, check_members, identifier, object_with, text, time
from segment_events import context, integrations, live_chat
from settings import Settings
from userlike_to_segment import common_options

# A message that ends at the operator is the visitor's.
EVENTS = {
    "chat_started": "started",
    "message_operator_terminating": "sent",
    "message_client_terminating": "received",
    "chat_quit": "ended",
}
PROPERTIES = [("chat_id", b"conversation_id"), ("operator_id", b"agent_id"), ("operator_name", b"agent_name")]
RECORD: dict[str, Rule] = {
    "event": text,
    "globalCtx": object_with({"client_uuid": identifier}, nullable=True),
    "sessionCtx": object_with({"chat_id": identifier, "operator_id": identifier, "operator_name": text}, nullable=True),
    "timestamp": time,
}
SURELY: list[tuple[str, ...]] = [()]
options = common_options


def convert(document: Node, settings: Settings) -> list[bytes]:
    """The event of one call, if it is one of the four."""
    check_members(document, "", RECORD)
    when = callback_time(document.get("timestamp"))
    name = EVENTS.get(document.get("event").text)
    if name is None:
        return []
    client = identity(member(member(document, "globalCtx"), "client_uuid"))
    if client is None:
        raise no_identity(document)
    if name not in settings.events:
        return []
    return [
        live_chat(
            name,
            [(b"anonymousId", id_token(client))],
            callback_message_id(document, settings, when is not None),
            when,
            context("userlike", []),
            properties(member(document, "sessionCtx")),
            integrations(settings, "Userlike"),
        )
    ]


def properties(session: Node | None) -> Members:
    values = [(name, present(member(session, key))) for key, name in PROPERTIES]
    return [(name, id_token(value)) for name, value in values if value is not None]


def no_identity(document: Node) -> Rejected:
    """The fault at the client's id where one is written, else of the record."""
    holder = document.get("globalCtx")
    client = holder.get("client_uuid") if holder is not None else None
    return Rejected("no-identity", "") if client is None else Rejected("no-identity", "/globalCtx/client_uuid", client.start)
