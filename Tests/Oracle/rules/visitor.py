"""What an Olark visitor, of a transcript or of the JavaScript API, tells of a person."""

from __future__ import annotations

import random

from identity import id_token, identity
from members import Members, filled, group, member
from pointers import step
from rawjson import Node, compact
from rules import Rejected, of_kind

CUSTOM_FIELDS = "visitor.customFields."
TEXTS = (
    "fullName", "emailAddress", "phoneNumber", "city", "region", "country", "operatingSystem", "referrer",
    "conversationBeginPage", "ip",
)  # fmt: skip


def user_id_words(rng: random.Random) -> list[str]:
    """Where the identity comes from, chosen at random, or nothing."""
    names = ["internalId", "é", "a.b", "x y", "missing"]
    field = CUSTOM_FIELDS + rng.choice(names)
    chosen = rng.choice([None, None, "visitor.id", "visitor.emailAddress", field, field])
    return [] if chosen is None else ["--user-id", chosen]


def custom_field(user_id: str) -> str | None:
    """The custom field that `--user-id` names, if it names one."""
    return user_id.removeprefix(CUSTOM_FIELDS) if user_id.startswith(CUSTOM_FIELDS) else None


def check_custom_fields(node: Node, pointer: str, user_id: str) -> None:
    """An object or null; the field that the identity comes from stands once."""
    of_kind(node, pointer, "object")
    name = custom_field(user_id)
    seen = [own for own in node.members if own.key == name]
    if len(seen) > 1:
        raise Rejected("repeated-key", pointer + step(name), seen[1].start)


def found_user_id(visitor: Node | None, user_id: str) -> Node | None:
    """The value that `--user-id` points to, where it can tell people apart."""
    name = custom_field(user_id)
    if name is not None:
        return identity(member(member(visitor, "customFields"), name))
    return identity(member(visitor, user_id.removeprefix("visitor.")))


def who(visitor: Node | None, user_id: str) -> Members:
    """A `userId` where one is found, else the visitor's id as `anonymousId`, else nothing."""
    found = found_user_id(visitor, user_id)
    if found is not None:
        return [(b"userId", id_token(found))]
    own = identity(member(visitor, "id"))
    return [] if own is None else [(b"anonymousId", id_token(own))]


def traits(visitor: Node | None) -> Members:
    """The traits of a person in the context of any call, and first in those of an identify."""
    address = [
        *filled(visitor, "city", b"city"),
        *filled(visitor, "region", b"state"),
        *filled(visitor, "country", b"country"),
    ]
    return [
        *filled(visitor, "fullName", b"name"),
        *filled(visitor, "emailAddress", b"email"),
        *filled(visitor, "phoneNumber", b"phone"),
        *group(b"address", address),
    ]


def identify_traits(visitor: Node | None) -> Members:
    """The traits that an identify carries."""
    fields = member(visitor, "customFields")
    verbatim = [(b"customFields", compact(fields))] if fields is not None else []
    return [*traits(visitor), *filled(visitor, "organization", b"organization"), *verbatim]
