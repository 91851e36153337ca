"""The route from an Olark transcript to RudderStack events, one document at a time.

The table is RudderStack's: what its Olark source reads and where it puts it. Values are copied as
the raw tokens that the transcript has.
"""

from __future__ import annotations

import hashlib
import random
import re
import uuid
from collections.abc import Iterator

import consent
from choices import namespace_words
from event_time import iso_8601
from identity import gateway_text, id_text, id_token, present, visible
from members import Members, copied, quoted, written
from message_ids import uuid5
from olark_conversation import conversation_key, elements, is_test, time_text
from rawjson import Node, compact
from rules import Rejected, Skipped
from settings import Settings
from transcript_rules import check

SURELY = [(), ("--timestamps",), ("--lossless",), ("--skip-tests",), *consent.SURELY]

LIBRARY = (b"library", b'{"name":"unknown","version":"unknown"}')
INTEGRATION = (b"integration", b'{"name":"Olark"}')
INTEGRATIONS = (b"integrations", b'{"Olark":false}')

# (member of the visitor, member of the event), in the event's order.
CONTEXT_OS = [("operatingSystem", b"name")]
CONTEXT_PAGE = [("conversationBeginPage", b"url"), ("referrer", b"referrer")]
CONTEXT_TRAITS = [
    ("city", b"city"),
    ("fullName", b"name"),
    ("emailAddress", b"email"),
    ("phoneNumber", b"phone"),
    ("region", b"region"),
    ("country", b"country"),
]
TRAITS = [("organization", b"organization"), ("chat_feedback", b"chat_feedback")]
LOSSLESS_TRAITS = [("countryCode", b"countryCode"), ("kind", b"kind")]

_CHARACTER = re.compile(rb"\\u[0-9a-fA-F]{4}|\\.|[^\\]", re.DOTALL)


def options(rng: random.Random) -> list[str]:
    """Words of the command line, chosen at random."""
    flags = set(rng.choice(SURELY[:4])) | ({"--skip-tests"} if rng.random() < 0.1 else set())
    return [*namespace_words(rng), *sorted(flags), *consent.words(rng)]


def convert(document: Node, settings: Settings = Settings()) -> list[bytes]:
    """The events of one transcript, one line each without its newline; `Rejected` if it has a fault."""
    check(document, settings)
    visitor = document.get("visitor")
    user_id = visitor_id(visitor)
    if (settings.skip_tests and is_test(document)) or consent.is_left_out(document, settings):
        raise Skipped
    items = elements(document.get("items"))
    user = (b"userId", id_token(user_id))
    rudder = (b"rudderId", quoted(rudder_id(id_text(user_id))))
    times = time_members(items) if settings.times else []
    conversation = conversation_key(document, id_text(user_id))

    def message(name: str) -> tuple[bytes, bytes]:
        return b"messageId", quoted(str(uuid5(settings.ids_under, name)))

    track: Members = [
        (b"type", b'"track"'),
        (b"event", compact(document.get("kind"))),
        (b"traits", copied_all(visitor, TRAITS + (LOSSLESS_TRAITS if settings.lossless else []))),
        user,
        (b"context", context(document, visitor, settings)),
        rudder,
        message(f"track/{conversation}/{len(items)}/{time_text(items, -1)}"),
        *times,
        (b"properties", properties(document, settings)),
        INTEGRATIONS,
    ]
    events = [written(track)]
    for group in elements(document.get("groups")):
        group_id = present(group.get("id"))
        if group_id is None or group_id.raw in (b"0", b"-0"):
            continue
        name = group.get("name")
        kind = copied(group, "kind", b"kind")
        traits = kind + (copied(group, "name", b"name") if settings.lossless else [])
        events.append(
            written(
                [
                    (b"type", b'"group"'),
                    (b"groupId", id_token(group_id)),
                    *([(b"name", compact(name))] if name is not None else []),
                    (b"traits", written(traits + copied(document, "operators", b"operators"))),
                    user,
                    (b"context", written([LIBRARY, INTEGRATION])),
                    rudder,
                    message(f"group/{conversation}/{id_text(group_id)}"),
                    *times,
                    *([(b"properties", written(kind))] if settings.lossless and kind else []),
                    INTEGRATIONS,
                ]
            )
        )
    return events


def visitor_id(visitor: Node | None) -> Node:
    """The id of a visitor who has one that can be seen."""
    written_id = visitor.get("id") if visitor is not None else None
    node = present(written_id)
    if node is not None and visible(id_text(node)):
        return node
    if written_id is not None:
        raise Rejected("no-identity", "/visitor/id", written_id.start)
    if visitor is not None:
        raise Rejected("no-identity", "/visitor", visitor.start)
    raise Rejected("no-identity", "")


def context(document: Node, visitor: Node, settings: Settings) -> bytes:
    """A track's context; `os`, `page` and `browser` only where they hold something."""
    parts = [
        (b"os", copied_all(visitor, CONTEXT_OS)),
        (b"page", copied_all(visitor, CONTEXT_PAGE)),
        (b"traits", copied_all(visitor, CONTEXT_TRAITS)),
        (b"browser", browser(visitor.get("browser"))),
    ]
    filled = [(key, value) for key, value in parts if value != b"{}" or key == b"traits"]
    ip = copied(document, "ip", b"ip")
    if settings.lossless and not ip and present(visitor.get("ip")) is not None:
        ip = copied(visitor, "ip", b"ip")
    return written([*filled, LIBRARY, INTEGRATION, *ip])


def properties(document: Node, settings: Settings) -> bytes:
    """A track's properties; a lossless one's hold the whole transcript."""
    members = [member for name in ("tags", "items", "ip") for member in copied(document, name, name.encode())]
    members += consent.properties(document, settings)
    if settings.lossless:
        own = document.get("id")
        if own is not None and own.kind != "null":
            members.append((b"conversation_id", id_token(own)))
        members += copied(document, "operators", b"operators")
        members.append((b"olark", rest(document)))
    return written(members)


def rest(document: Node) -> bytes:
    """The transcript without the items and tags that stand elsewhere; null ones stand nowhere else."""
    kept = [
        member.raw_key + b":" + compact(member.value)
        for member in document.members
        if member.key not in ("items", "tags") or member.value.kind == "null"
    ]
    return b"{%b}" % b",".join(kept)


def time_members(items: list[Node]) -> Members:
    """The time of the first item that has one, under both names; nothing where none has."""
    time = next((iso for iso in map(iso_8601, written_times(items)) if iso is not None), None)
    return [] if time is None else [(name, quoted(time)) for name in (b"originalTimestamp", b"timestamp")]


def written_times(items: list[Node]) -> Iterator[str]:
    return (time_text(items, place) for place in range(len(items)))


def browser(node: Node | None) -> bytes:
    """Name and version: what is before and behind the last space, escaped (`\\u0020`) or not."""
    node = present(node)
    if node is None:
        return b"{}"
    characters = _CHARACTER.findall(node.raw[1:-1])
    spaces = [place for place, character in enumerate(characters) if character in (b" ", rb"\u0020")]
    name, version = (characters[: spaces[-1]], characters[spaces[-1] + 1 :]) if spaces else ([], characters)
    return written([(b"name", b'"%b"' % b"".join(name)), (b"version", b'"%b"' % b"".join(version))])


def rudder_id(user_id: str) -> str:
    """RudderStack's id of a user without an anonymous id: an MD5 with the bits of a version-4 UUID."""
    return str(uuid.UUID(bytes=hashlib.md5((gateway_text(user_id) + ":").encode()).digest(), version=4))


def copied_all(owner: Node, table: list[tuple[str, bytes]]) -> bytes:
    return written([member for key, name in table for member in copied(owner, key, name)])
