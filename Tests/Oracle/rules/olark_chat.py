"""The live chat events, the identify and the groups of one Olark transcript."""

from __future__ import annotations

from fractions import Fraction

import consent
import visitor
from identity import id_text, id_token, present
from item_times import counted, duration, effective, timestamp
from members import Members, copied, filled, group, member, written
from message_ids import uuid5
from olark_conversation import conversation_key, elements, time_text
from pointers import step
from rawjson import Node
from rules import Rejected
from segment_events import context, event, integrations, live_chat
from settings import Settings
from visitor import identify_traits

MESSAGES = {"MessageToOperator": "sent", "OfflineMessage": "sent", "MessageToVisitor": "received"}


class Chat:
    """One transcript, and what all of its events share."""

    def __init__(self, document: Node, person: Members, settings: Settings) -> None:
        self.document = document
        self.person = person
        self.settings = settings
        self.visitor = member(document, "visitor")
        self.items = elements(document.get("items"))
        self.times = effective([counted(time_text(self.items, place)) for place in range(len(self.items))])
        visitor_id = member(self.visitor, "id")
        self.conversation = conversation_key(document, "" if visitor_id is None else id_text(visitor_id))
        self.uuid = uuid5(settings.ids_under, self.conversation)
        self.integrations = integrations(settings, "Olark")
        self.consent = consent.properties(document, settings)

    @property
    def start(self) -> str | None:
        """The first time."""
        return timestamp(self.times[0]) if self.items else None

    def identify(self) -> list[bytes]:
        body = (b"traits", written(identify_traits(self.visitor)))
        where = self.context(traits=False)
        message_id = f"{self.uuid}-identify"
        return [event("identify", [], self.person, message_id, self.start, where, body, self.integrations)]

    def groups(self) -> list[bytes]:
        written_groups: list[bytes] = []
        where = self.context(group_id=False)
        for place, own in enumerate(elements(self.document.get("groups"))):
            if not has_id(own):
                continue
            head = [(b"groupId", id_token(own.get("id")))]
            body = (b"traits", written(filled(own, "name", b"name")))
            message_id = f"{self.uuid}-group" + (f"-{place}" if written_groups else "")
            written_groups.append(
                event("group", head, self.person, message_id, self.start, where, body, self.integrations)
            )
        return written_groups

    def tracks(self) -> list[bytes]:
        """The live chat events in the order of the items; without items none."""
        if not self.items:
            return []
        tracks = [self.edge("started", 0)]
        for place, item in enumerate(self.items):
            tracks += self.message(place, item)
        if not self.goes_on():
            tracks.append(self.edge("ended", -1))
        return [line for name, line in tracks if name in self.settings.events]

    def goes_on(self) -> bool:
        """Whether the conversation has no end: it is not over, or never was one."""
        submitted = member(self.document, "manuallySubmitted")
        offline = all(kind_of(item) == "OfflineMessage" for item in self.items)
        return offline or (submitted is not None and submitted.kind == "true")

    def edge(self, name: str, place: int) -> tuple[str, bytes]:
        """The event at the first or the last item."""
        operators = [operator for operator in map(writer, self.items) if operator is not None]
        own = operators[place] if operators else None
        return self.track(name, name, self.times[place], [], [], own)

    def message(self, place: int, item: Node) -> list[tuple[str, bytes]]:
        """The event of an item, in a list of its own; none for an unknown kind, or one that nobody asks for."""
        name = MESSAGES.get(kind_of(item) or "")
        if name is None or name not in self.settings.events:  # and then the item's members may be of any type
            return []
        body = copied(item, "body", b"message_body")
        if not self.settings.bodies and body:
            body = [(b"message_length", str(len(item.get("body").text)).encode())]
        message = [(b"message_id", self.named(b"-%d" % place)), *body]
        offline = [(b"offline", b"true")] if kind_of(item) == "OfflineMessage" else []
        operator = writer(item) if name == "received" else self.nearest(place)
        return [self.track(name, str(place), self.times[place], message, offline, operator)]

    def nearest(self, place: int) -> Node | None:
        """The operator who wrote last before an item, else the first who wrote after it."""
        before = [operator for operator in map(writer, self.items[:place]) if operator is not None]
        after = [operator for operator in map(writer, self.items[place + 1 :]) if operator is not None]
        return before[-1] if before else after[0] if after else None

    def track(
        self, name: str, suffix: str, when: Fraction | None, message: Members, offline: Members, operator: Node | None
    ) -> tuple[str, bytes]:
        """A live chat event and its short name."""
        lasted = duration(self.times[0], when)
        properties = [
            (b"conversation_id", self.named()),
            *self.consent,
            *([(b"conversation_duration", lasted.encode())] if lasted is not None else []),
            *message,
            *offline,
            *self.agent(operator),
        ]
        line = live_chat(
            name, self.person, f"{self.uuid}-{suffix}", timestamp(when), self.context(), properties, self.integrations
        )
        return name, line

    def agent(self, operator: Node | None) -> Members:
        """Who the operator is, as far as the transcript says."""
        if operator is None:
            return []
        entry = self.entry(id_text(operator))
        return [
            (b"agent_id", id_token(operator)),
            *filled(entry, "nickname", b"agent_name"),
            *filled(entry, "username", b"agent_username"),
        ]

    def entry(self, name: str) -> Node | None:
        """The operator of a name; one that is needed may not stand there twice."""
        operators = member(self.document, "operators")
        found = [own for own in operators.members if own.key == name] if operators is not None else []
        if len(found) > 1:
            raise Rejected("repeated-key", "/operators" + step(name), found[1].start)
        return found[0].value if found else None

    def context(self, traits: bool = True, group_id: bool = True) -> bytes:
        """The context of a call: an identify says the traits itself, a group its id."""
        page = [
            *filled(self.visitor, "conversationBeginPage", b"url"),
            *filled(self.visitor, "referrer", b"referrer"),
        ]
        parts = [
            *group(b"page", page),
            *group(b"os", filled(self.visitor, "operatingSystem", b"name")),
            *(filled(self.document, "ip", b"ip") or filled(self.visitor, "ip", b"ip")),
            *(group(b"traits", visitor.traits(self.visitor)) if traits else []),
            *(self.first_group() if group_id else []),
        ]
        return context("olark", parts)

    def first_group(self) -> Members:
        found = next((own for own in elements(self.document.get("groups")) if has_id(own)), None)
        return [] if found is None else [(b"groupId", id_token(found.get("id")))]

    def named(self, behind: bytes = b"") -> bytes:
        """The conversation's name as a string token, escapes as they were, with something behind it."""
        own = present(self.document.get("id"))
        if own is not None:
            return quoted_raw(id_token(own)[1:-1] + behind)
        visitor_id = member(self.visitor, "id")
        first = member(self.items[0], "timestamp") if self.items else None
        parts = [b"" if node is None else id_token(node)[1:-1] for node in (visitor_id, first)]
        return quoted_raw(b"/".join(parts) + behind)


def quoted_raw(content: bytes) -> bytes:
    return b'"%b"' % content


def has_id(own: Node) -> bool:
    """Whether a group's id is one: no empty text, and not 0."""
    node = present(own.get("id"))
    return node is not None and node.raw not in (b"0", b"-0")


def kind_of(item: Node) -> str | None:
    kind = member(item, "kind")
    return None if kind is None else kind.text


def writer(item: Node) -> Node | None:
    """The operator who wrote an item, where it says so."""
    return present(item.get("operatorId")) if kind_of(item) == "MessageToVisitor" else None
