"""The route from Userlike's callback records to Segment's live chat events, one document at a time.

A chat gives the whole conversation, message by message; an offline message gives one. Times carry no zone: they are local to
the zone of the settings. Instants are seconds since 1970, exact.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from fractions import Fraction
from zoneinfo import ZoneInfo

from decimals import decimal_text
from event_time import in_range, written_time
from identity import id_token, identity, present
from iso_time import clock, has_zone, since_1970, zoned_seconds
from members import Members, filled, group, member
from message_ids import uuid5
from rawjson import Node, decode_string
from rules import Rejected, Rule, check_members, identifier, list_of, object_with, text
from segment_events import context, integrations, live_chat
from settings import Settings

OPERATOR: dict[str, Rule] = {"id": identifier, "name": text}
MESSAGE: dict[str, Rule] = {"person": text, "sent_at": text, "type": text}
RECORD: dict[str, Rule] = {
    "_type": text,
    "id": identifier,
    "client_uuid": identifier,
    "client_name": text,
    "client_email": text,
    "created_at": text,
    "ended_at": text,
    "url": text,
    "referrer": text,
    "browser_os": text,
    "loc_city": text,
    "loc_country": text,
    "operator_created": object_with(OPERATOR, nullable=True),
    "operator_current": object_with(OPERATOR, nullable=True),
}
KINDS = ("chat_meta", "offline_message", "operator", "chat_widget")

# Zones in which an hour or a day is missing or comes twice, half an hour does, or winter time is the exception.
ZONES = [
    "UTC", "Europe/Berlin", "Europe/Dublin", "America/New_York", "America/St_Johns", "Australia/Lord_Howe",
    "Asia/Kathmandu", "Pacific/Apia", "America/Sao_Paulo", "Africa/Casablanca",
]  # fmt: skip
SURELY: list[tuple[str, ...]] = [(), ("--timezone", "Europe/Berlin"), ("--no-bodies",)]


def options(rng: random.Random) -> list[str]:
    """Command-line words at random."""
    words = ["--timezone", rng.choice(ZONES)] if rng.random() < 0.7 else []
    return words + ["--no-bodies"] * (rng.random() < 0.25) + common_options(rng)


def common_options(rng: random.Random) -> list[str]:
    """Those that both routes from Userlike have."""
    chosen = [
        ["--events", ",".join(rng.sample(["started", "sent", "received", "ended"], rng.randint(1, 4)))],
        ["--integrations", rng.choice(['{"All":false,"Userlike":true}', "{}", '{ "Zo\u00eb" : { "a" : 1.10 } }'])],
        ["--namespace", rng.choice(["shop-2", "zoë", "6ba7b810-9dad-11d1-80b4-00c04fd430c8"])],
    ]
    return [word for words in chosen if rng.random() < 0.25 for word in words]


@dataclass(frozen=True)
class Happening:
    """One event before it is written: its short name, what ends its id, when it was, and its own properties."""

    name: str
    suffix: str
    time: Fraction | None
    message: Members
    agent: Members


def convert(document: Node, settings: Settings) -> list[bytes]:
    """The events of one record."""
    kind = check(document, settings)
    if kind == "chat_meta":
        return chat(document, settings)
    return offline_message(document, settings) if kind == "offline_message" else []


def check(document: Node, settings: Settings) -> str:
    """The record's kind, if each member that is read has its type; the text of a message is read only for its event."""
    message = {**MESSAGE, **({"message": text} if settings.events & {"sent", "received"} else {})}
    rules = {**RECORD, "messages": list_of(object_with(message, nullable=False))}
    check_members(document, "", rules | ({"message": text} if "sent" in settings.events else {}))
    kind = document.get("_type")
    if kind.text not in KINDS:
        raise Rejected("unknown-kind", "/_type", kind.start)
    return kind.text


def chat(document: Node, settings: Settings) -> list[bytes]:
    """Started, each message, and Ended where the chat has ended."""
    created, ended = (time_of(document, "", name, settings.timezone) for name in ("created_at", "ended_at"))
    messages = elements(document.get("messages"))
    times = message_times(messages, created, settings.timezone)
    client = document.get("client_uuid")
    if identity(client) is None:
        raise no_identity(document, "client_uuid")
    conversation = inside(document, "id")
    if not conversation:
        conversation = inside(document, "client_uuid") + b"/" + inside(document, "created_at")
    start = created if created is not None else next(iter(times), None)
    first, last = member(document, "operator_created"), member(document, "operator_current")
    happenings = [Happening("started", "started", start, [], agent(first or last))]
    for place, message in enumerate(messages):
        name = "sent" if from_client(document, message) else "received"
        who = agent(last or first) if name == "sent" else answering(message, first, last)
        own = message_members(conversation, place, message, settings)
        happenings.append(Happening(name, str(place), times[place], own, who))
    if ended is not None:
        happenings.append(Happening("ended", "ended", ended, [], agent(last or first)))
    return [
        track(
            document,
            happening,
            id_token(client),
            conversation,
            [*duration(start, happening.time), *happening.message, *happening.agent],
            settings,
        )
        for happening in happenings
        if happening.name in settings.events
    ]


def offline_message(document: Node, settings: Settings) -> list[bytes]:
    """One message that nobody was there to answer."""
    created = time_of(document, "", "created_at", settings.timezone)
    if not inside(document, "id"):
        raise no_identity(document, "id")
    conversation = b"offline_message-" + inside(document, "id")
    client = identity(document.get("client_uuid"))
    who = id_token(client) if client is not None else token(conversation)
    own = message_members(conversation, 0, document, settings)
    happening = Happening("sent", "0", created, [*own, (b"offline", b"true")], [])
    return [track(document, happening, who, conversation, happening.message, settings)] * ("sent" in settings.events)


def track(
    document: Node, happening: Happening, anonymous: bytes, conversation: bytes, own: Members, settings: Settings
) -> bytes:
    """One track call as a line."""
    message_id = f"{uuid5(settings.ids_under, decode_string(token(conversation)))}-{happening.suffix}"
    return live_chat(
        happening.name,
        [(b"anonymousId", anonymous)],
        message_id,
        None if happening.time is None else written_time(happening.time),
        visitor_context(document),
        [(b"conversation_id", token(conversation)), *own],
        integrations(settings, "Userlike"),
    )


def visitor_context(document: Node) -> bytes:
    """Properties of the page and of the visitor."""
    address = filled(document, "loc_city", b"city") + filled(document, "loc_country", b"country")
    traits = filled(document, "client_name", b"name") + filled(document, "client_email", b"email")
    return context(
        "userlike",
        [
            *group(b"page", filled(document, "url", b"url") + filled(document, "referrer", b"referrer")),
            *group(b"os", filled(document, "browser_os", b"name")),
            *group(b"traits", traits + group(b"address", address)),
        ],
    )


def message_members(conversation: bytes, place: int, message: Node, settings: Settings) -> Members:
    """A message's id, and its text or how long that is."""
    members = [(b"message_id", token(b"%b-%d" % (conversation, place)))]
    body = member(message, "message")
    if body is None:
        return members
    if settings.bodies or body.kind != "string":  # of any type where nobody asks for messages
        return [*members, (b"message_body", body.raw)]
    return [*members, (b"message_length", b"%d" % len(body.text))]


# Who wrote.


def from_client(document: Node, message: Node) -> bool:
    """Whether the visitor wrote it: its type says so, or the visitor's name stands there."""
    kind = present(message.get("type"))
    said = kind is not None and kind.text == "co"
    return said or same(document.get("client_name"), message.get("person"))


def answering(message: Node, first: Node | None, last: Node | None) -> Members:
    """The operator whose name stands there, else that name alone; without a name the operator of the chat."""
    person = present(message.get("person"))
    if person is None:
        return agent(last or first)
    named = next((one for one in (last, first) if one is not None and same(one.get("name"), person)), None)
    return [(b"agent_name", person.raw)] if named is None else agent(named)


def agent(operator: Node | None) -> Members:
    if operator is None:
        return []
    own = present(operator.get("id"))
    return ([(b"agent_id", id_token(own))] if own is not None else []) + filled(operator, "name", b"agent_name")


def same(left: Node | None, right: Node | None) -> bool:
    """Whether both are texts of the same characters, and not empty."""
    left, right = present(left), present(right)
    return left is not None and right is not None and left.text == right.text


def no_identity(document: Node, name: str) -> Rejected:
    node = document.get(name)
    return Rejected("no-identity", "") if node is None else Rejected("no-identity", f"/{name}", node.start)


# When.


def message_times(messages: list[Node], created: Fraction | None, zone: str) -> list[Fraction | None]:
    """Each message's time: its own, that of the one before, when the chat began, or that of the next one."""
    own = [time_of(message, f"/messages/{place}", "sent_at", zone) for place, message in enumerate(messages)]
    before = created if created is not None else next((time for time in own if time is not None), None)
    times = []
    for time in own:
        before = time if time is not None else before
        times.append(before)
    return times


def time_of(owner: Node, pointer: str, name: str, zone: str) -> Fraction | None:
    node = member(owner, name)
    if node is None:
        return None
    time = zoned_seconds(node.text) if has_zone(node.text) else local_seconds(node.text, zone)
    if time is None or not in_range(time):
        raise Rejected("invalid-timestamp", f"{pointer}/{name}", node.start)
    return time


def local_seconds(written: str, zone: str) -> Fraction | None:
    """Seconds since 1970 of a time on the clocks of a zone; None for other texts.

    A time that comes twice is the earlier one; one that clocks pass over counts as if they had not yet been put forward.
    """
    read = clock(written)
    if read is None:
        return None
    # Where the calendar is 400 years ahead no zone had been thought of, then and 400 years later.
    ahead = read[0].replace(tzinfo=ZoneInfo(zone)).utcoffset()
    return since_1970(read) - int(ahead.total_seconds())


def duration(start: Fraction | None, time: Fraction | None) -> Members:
    """Seconds since the chat began, with no more digits than they need."""
    if start is None or time is None:
        return []
    return [(b"conversation_duration", decimal_text(max(time - start, Fraction(0))).encode())]


# Pieces of JSON.


def inside(owner: Node, name: str) -> bytes:
    """What stands between an id's quotes, or an integer's digits; nothing where there is none."""
    node = present(owner.get(name))
    return b"" if node is None else id_token(node)[1:-1]


def token(content: bytes) -> bytes:
    """The string token with this between its quotes."""
    return b'"%b"' % content


def elements(node: Node | None) -> list[Node]:
    return [] if node is None else node.elements
