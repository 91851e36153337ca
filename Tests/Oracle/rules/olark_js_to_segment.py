"""The route from captured calls of Olark's JavaScript API to Segment's live chat events, one document at a time."""

from __future__ import annotations

import random
from functools import partial

from callbacks import callback_message_id
from choices import namespace_words
from identity import id_token, identity, present
from iso_time import callback_time
from members import Members, copied, filled, group, member, written
from rawjson import Node
from rules import Rejected, Rule, Skipped, check_members, identifier, object_with, text, time
from segment_events import context, event, integrations, live_chat
from settings import Settings
from visitor import TEXTS, check_custom_fields, custom_field, identify_traits, traits, user_id_words, who

SURELY = [
    (),
    ("--calls", "identify"),
    ("--calls", "track"),
    ("--no-bodies",),
    ("--user-id", "visitor.emailAddress"),
    ("--skip-anonymous",),
    ("--events", "started,received"),
    ("--events", "ended"),
    ("--integrations", '{ "All": false }'),
]
EVENTS = {
    "api.chat.onBeginConversation": "started",
    "api.chat.onMessageToOperator": "sent",
    "api.chat.onOfflineMessageToOperator": "sent",
    "api.chat.onMessageToVisitor": "received",
}
SILENT = (
    "api.chat.onReady", "api.chat.onOperatorsAvailable", "api.chat.onOperatorsAway", "api.chat.onCommandFromOperator",
    "api.box.onShow", "api.box.onHide", "api.box.onExpand", "api.box.onShrink",
)  # fmt: skip
NO_ADDRESS = "not available"  # what the API says for an address that it keeps to itself


def options(rng: random.Random) -> list[str]:
    """Words of the command line, chosen at random."""
    words = [*namespace_words(rng), *user_id_words(rng)]
    for flag in ("--no-bodies", "--skip-anonymous"):
        words += [flag] if rng.random() < 0.2 else []
    for name, values in (("--calls", ["identify", "track"]), ("--events", ["started", "sent", "received", "ended"])):
        if rng.random() < 0.4:
            words += [name, ",".join(rng.sample(values, rng.randint(1, len(values))))]
    return words + (["--integrations", '{"All":false,"Olark":true}'] if rng.random() < 0.2 else [])


def convert(document: Node, settings: Settings) -> list[bytes]:
    """The events of one record: an identify of what getDetails told, and the live chat event of a callback."""
    check(document, settings)
    callback = member(document, "callback")
    if callback is not None and callback.text not in (*EVENTS, *SILENT) and not callback.text.startswith("api."):
        raise Rejected("unknown-callback", "/callback", callback.start)
    when = callback_time(document.get("timestamp"))
    name = event_of(document, callback, settings)
    details = member(document, "getDetails")
    identified = identities(document, details, settings) if details is not None else []
    visitor = member(document, "visitor")
    writing = identities(document, visitor, settings) if name is not None else []
    if settings.skip_anonymous and any(ids[:1] and ids[0][0] == b"anonymousId" for ids in (identified, writing)):
        raise Skipped
    message_id = callback_message_id(document, settings, when is not None)
    sent_back = integrations(settings, "Olark")
    lines: list[bytes] = []
    if details is not None and "identify" in calls_of(settings):
        own_id = message_id if message_id is None or callback is None else f"{message_id}-identify"
        body = (b"traits", written(identify_traits(details)))
        lines.append(event("identify", [], identified, own_id, when, surroundings(details, False), body, sent_back))
    if name is not None and "track" in calls_of(settings) and name in settings.events:
        what = properties(document, callback.text, settings)
        lines.append(live_chat(name, writing, message_id, when, surroundings(visitor, True), what, sent_back))
    return lines


def event_of(document: Node, callback: Node | None, settings: Settings) -> str | None:
    """The event of a callback; the end only of the operator's command for it, and only where it is asked for."""
    if callback is None:
        return None
    command = member(member(member(document, "event"), "command"), "name")
    if settings.asks_for_end and callback.text == "api.chat.onCommandFromOperator" and command is not None and command.text == "end":
        return "ended"
    return EVENTS.get(callback.text)


def check(document: Node, settings: Settings) -> None:
    """Raises `Rejected` for the first wrong type or repetition in what the events that are asked for carry."""
    identify, track = "identify" in calls_of(settings), "track" in calls_of(settings)
    fields = partial(check_custom_fields, user_id=settings.user_id)
    person: dict[str, Rule] = {"id": identifier}
    if settings.user_id == "visitor.emailAddress":
        person["emailAddress"] = identifier
    if custom_field(settings.user_id) is not None:
        person["customFields"] = fields
    about: dict[str, Rule] = {
        **person,
        **{name: text for name in TEXTS},
        "currentPage": object_with({"url": text, "title": text}, nullable=True),
    }
    message: dict[str, Rule] = {}
    if track and settings.events & {"sent", "received"}:
        message["body"] = text
    if track and "received" in settings.events:
        message["nickname"] = text
    root: dict[str, Rule] = {
        "callback": text,
        "timestamp": time,
        "userId": identifier,
        "anonymousId": identifier,
        "visitor": object_with(about if track else person, nullable=True),
        "getDetails": object_with(
            {**about, "organization": text, "customFields": fields} if identify else person, nullable=True
        ),
    }
    if track:
        root["conversationId"] = identifier
    told: dict[str, Rule] = {}
    if message:
        told["message"] = object_with(message, nullable=True)
    if settings.asks_for_end:
        told["command"] = object_with({"name": text}, nullable=True)
    if told:
        root["event"] = object_with(told, nullable=True)
    check_members(document, "", root)


def calls_of(settings: Settings) -> frozenset[str]:
    return settings.calls or frozenset({"identify", "track"})


def identities(document: Node, visitor: Node | None, settings: Settings) -> Members:
    """The record's own ids, else what is told of the visitor."""
    own = [
        (name.encode(), id_token(node))
        for name in ("userId", "anonymousId")
        if (node := identity(document.get(name))) is not None
    ]
    found = own or who(visitor, settings.user_id)
    if not found:
        raise Rejected("no-identity", "")
    return found


def properties(document: Node, callback: str, settings: Settings) -> Members:
    """What the callback tells of the conversation and of its message."""
    conversation = present(document.get("conversationId"))
    message = member(member(document, "event"), "message")
    body: Members = []
    agent: Members = []
    if callback not in ("api.chat.onBeginConversation", "api.chat.onCommandFromOperator"):
        body = copied(message, "body", b"message_body")
        # Where nobody asks for messages, the body may be of any type.
        if not settings.bodies and body and message.get("body").kind == "string":
            body = [(b"message_length", str(len(message.get("body").text)).encode())]
    if callback == "api.chat.onMessageToVisitor":
        agent = filled(message, "nickname", b"agent_name")
    return [
        *([(b"conversation_id", id_token(conversation))] if conversation is not None else []),
        *body,
        *([(b"offline", b"true")] if callback == "api.chat.onOfflineMessageToOperator" else []),
        *agent,
    ]


def surroundings(visitor: Node | None, with_traits: bool) -> bytes:
    """The context, from what is told of the visitor."""
    here = member(visitor, "currentPage")
    page = [
        *(filled(here, "url", b"url") or filled(visitor, "conversationBeginPage", b"url")),
        *filled(visitor, "referrer", b"referrer"),
        *filled(here, "title", b"title"),
    ]
    address = member(visitor, "ip")
    parts = [
        *group(b"page", page),
        *group(b"os", filled(visitor, "operatingSystem", b"name")),
        *(filled(visitor, "ip", b"ip") if address is not None and address.text != NO_ADDRESS else []),
        *(group(b"traits", traits(visitor)) if with_traits else []),
    ]
    return context("olark", parts)
