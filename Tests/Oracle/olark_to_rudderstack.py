"""The route from an Olark transcript to RudderStack events, one document at a time.

The table is RudderStack's: what its Olark source reads and where it puts it. Values are copied as
the raw tokens that the transcript has.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
import uuid

from rawjson import Node, compact
from transcript_rules import Rejected, check

DEFAULT_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "chatevents")

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

_UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_CHARACTER = re.compile(rb"\\u[0-9a-fA-F]{4}|\\.|[^\\]", re.DOTALL)

Members = list[tuple[bytes, bytes]]


def namespace(text: str | None) -> uuid.UUID:
    """The namespace of message ids for a `--namespace` text, or the default one."""
    if text is None:
        return DEFAULT_NAMESPACE
    if _UUID.fullmatch(text):
        return uuid.UUID(text)
    return uuid.uuid5(DEFAULT_NAMESPACE, text)


def convert(document: Node, ids_under: uuid.UUID = DEFAULT_NAMESPACE) -> list[bytes]:
    """The events of one transcript, one line each without its newline; `Rejected` if it has a fault."""
    check(document)
    visitor = document.get("visitor")
    written_id = visitor.get("id") if visitor is not None else None
    visitor_id = present(written_id)
    if visitor_id is None or not visible(id_text(visitor_id)):
        place, offset = "", None
        if written_id is not None:
            place, offset = "/visitor/id", written_id.start
        elif visitor is not None:
            place, offset = "/visitor", visitor.start
        raise Rejected("no-identity", place, offset)
    user = (b"userId", id_token(visitor_id))
    rudder = (b"rudderId", quoted(rudder_id(id_text(visitor_id))))
    conversation = conversation_key(document, visitor_id)

    def message(name: str) -> tuple[bytes, bytes]:
        return b"messageId", quoted(str(uuid5(ids_under, name)))

    items = elements(document.get("items"))
    ip = copied(document, "ip", b"ip")
    track: Members = [
        (b"type", b'"track"'),
        (b"event", compact(document.get("kind"))),
        (b"traits", copied_all(visitor, TRAITS)),
        user,
        (b"context", context(visitor, ip)),
        rudder,
        message(f"track/{conversation}/{len(items)}/{time_text(items, -1)}"),
        (b"properties", written(copied(document, "tags", b"tags") + copied(document, "items", b"items") + ip)),
        INTEGRATIONS,
    ]
    events = [written(track)]
    for group in elements(document.get("groups")):
        group_id = present(group.get("id"))
        if group_id is None or group_id.raw in (b"0", b"-0"):
            continue
        name = group.get("name")
        events.append(
            written(
                [
                    (b"type", b'"group"'),
                    (b"groupId", id_token(group_id)),
                    *([(b"name", compact(name))] if name is not None else []),
                    (b"traits", written(copied(group, "kind", b"kind") + copied(document, "operators", b"operators"))),
                    user,
                    (b"context", written([LIBRARY, INTEGRATION])),
                    rudder,
                    message(f"group/{conversation}/{id_text(group_id)}"),
                    INTEGRATIONS,
                ]
            )
        )
    return events


def context(visitor: Node, ip: Members) -> bytes:
    """A track's context; `os`, `page` and `browser` only where they hold something."""
    parts = [
        (b"os", copied_all(visitor, CONTEXT_OS)),
        (b"page", copied_all(visitor, CONTEXT_PAGE)),
        (b"traits", copied_all(visitor, CONTEXT_TRAITS)),
        (b"browser", browser(visitor.get("browser"))),
    ]
    filled = [(key, value) for key, value in parts if value != b"{}" or key == b"traits"]
    return written([*filled, LIBRARY, INTEGRATION, *ip])


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
    return str(uuid.UUID(bytes=hashlib.md5(utf8(user_id + ":")).digest(), version=4))


def uuid5(under: uuid.UUID, name: str) -> uuid.UUID:
    return uuid.UUID(bytes=hashlib.sha1(under.bytes + utf8(name)).digest()[:16], version=5)


def conversation_key(document: Node, visitor_id: Node) -> str:
    """The conversation's id, or what stands in for it."""
    own = present(document.get("id"))
    if own is not None:
        return id_text(own)
    return f"{id_text(visitor_id)}/{time_text(elements(document.get('items')), 0)}"


def time_text(items: list[Node], place: int) -> str:
    """The timestamp text of the first (0) or last (-1) item, "" where there is none."""
    time = items[place].get("timestamp") if items else None
    if time is None or time.kind == "null":
        return ""
    return time.text if time.kind == "string" else time.raw.decode()


def present(node: Node | None) -> Node | None:
    """The node, unless it is absent, null or the empty string."""
    return None if node is None or node.kind == "null" or node.raw == b'""' else node


def elements(node: Node | None) -> list[Node]:
    return [] if node is None else node.elements


def id_text(node: Node) -> str:
    return node.text if node.kind == "string" else node.raw.decode()


def id_token(node: Node) -> bytes:
    """An id as a string token: an integer gets quotes."""
    return node.raw if node.kind == "string" else b'"%b"' % node.raw


def visible(text: str) -> bool:
    """Whether any character is neither a separator nor a control, format or unassigned one."""
    return any(unicodedata.category(character)[0] not in "CZ" for character in utf8(text).decode())


def utf8(text: str) -> bytes:
    """UTF-8, with U+FFFD for each lone surrogate."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text).encode()


def quoted(text: str) -> bytes:
    return b'"%b"' % text.encode()


def copied(owner: Node, key: str, name: bytes) -> Members:
    """The member under its new name, or nothing where it is absent or null."""
    node = owner.get(key)
    return [] if node is None or node.kind == "null" else [(name, compact(node))]


def copied_all(owner: Node, table: list[tuple[str, bytes]]) -> bytes:
    return written([member for key, name in table for member in copied(owner, key, name)])


def written(members: Members) -> bytes:
    return b"{%b}" % b",".join(b'"%b":%b' % member for member in members)
