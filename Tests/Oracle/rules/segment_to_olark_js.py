"""The route from Segment's calls to calls of Olark's JavaScript API, one document at a time.

First the door: what Segment refuses is refused, but for what its code in a page needs not: an id, a name that is not empty. Then the gate: a call whose `integrations` switch the widget off gives
nothing. Then what Segment's Olark destination does with an identify, a page and a track.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from batches import calls, in_batch
from members import member
from rawjson import Member, Node, compact, decode_string
from rules import Rejected, Rule, Skipped, check_members, is_empty_array, object_with
from settings import Settings

CALLS = ("identify", "track", "page", "screen", "group", "alias")

MEMBERS = ("type", "userId", "anonymousId", "event", "properties", "traits", "name", "category", "groupId")

# What each call has beside an identity, in the order in which it is looked at, with the code of a wrong type.
OWN_MEMBERS = {
    "identify": {"traits": "traits-not-object"},
    "track": {"event": "event-not-string", "properties": "properties-not-object"},
    "page": {"properties": "properties-not-object", "name": "name-not-string", "category": "category-not-string"},
    "screen": {"properties": "properties-not-object", "name": "name-not-string", "category": "category-not-string"},
    "group": {"groupId": "no-group-id", "traits": "traits-not-object"},
    "alias": {},
}  # fmt: skip

# What JavaScript's trim takes away.
JS_SPACE = frozenset("\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff" + "".join(map(chr, range(0x2000, 0x200B))))
EMAIL_IN_ID = re.compile(r"[^\n\r\u2028\u2029]@[^\n\r\u2028\u2029]+\.[^\n\r\u2028\u2029]")
ZERO = re.compile(rb"-?0(?:\.0+)?(?:[eE][+-]?[0-9]+)?")
CHARACTER = re.compile(
    rb"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"  # a pair of surrogates
    rb"|\\u[0-9a-fA-F]{4}|\\.|[^\\\x80-\xff]|[\xc0-\xff][\x80-\xbf]+"
)
UNSAFE_IN_SCRIPTS = {"<": b"\\u003c", ">": b"\\u003e", "&": b"\\u0026", "\u2028": b"\\u2028", "\u2029": b"\\u2029"}

STRING_OR_KEY = re.compile(rb'("(?:[^"\\]++|\\.)*+")(:?)')

Made = tuple[str, bytes]  # the function, and its one argument

SURELY: list[tuple[str, ...]] = [(), ("--pageview", "--track"), ("--pageview", "--track", "--format", "js"), ("--pageview", "--skip-first-page")]


def options(rng: random.Random) -> list[str]:
    """Command-line words at random."""
    chosen = [["--pageview"], ["--track"], ["--format", "js"]]
    return [word for words in chosen if rng.random() < 0.5 for word in words]


@dataclass(frozen=True)
class Call:
    """One call, the pointer to it, and the batch that it came in."""

    node: Node
    pointer: str
    batch: Node | None

    def get(self, name: str) -> Node | None:
        """A member's value, unless it is absent or null."""
        return member(self.node, name)

    @property
    def kind(self) -> str:
        return self.node.get("type").text


def convert(document: Node, settings: Settings) -> list[bytes]:
    """One line for each call of Olark's API."""
    write = as_script if settings.layout == "js" else as_json
    found = admitted(document, "Olark", settings.pageview)
    if settings.skip_first_page:
        found = without_first_page(found)
    return [write(*made) for call in found for made in api_calls(call, settings)]


def admitted(document: Node, integration: str, reads_addresses: bool = False) -> Iterator[Call]:
    """The calls of a document that Segment takes whole, but for those that switch the integration off."""
    found = [Call(*call) for call in calls(document)]
    switches = {"integrations": switches_once(integration)}
    if found[0].batch is not None:
        check_members(document, "", switches)
    for call in found:
        check(call, switches)
        if reads_addresses and call.kind == "page" and call.get("properties") is not None:
            check_members(call.get("properties"), f"{call.pointer}/properties", {"url": once})
    return (call for call in found if switched_on(call, integration))


def without_first_page(found: Iterable[Call]) -> list[Call]:
    """The calls but for the first page call, which the destination swallows; a record that is nothing else is left out."""
    left = list(found)
    first = next((call for call in left if call.kind == "page"), None)
    if first is not None and first.batch is None:
        raise Skipped
    return [call for call in left if call is not first]


def has_page(document: Node, integration: str) -> bool:
    """Whether a page call for the destination is among the calls of a document that is taken."""
    return any(call.kind == "page" for call in admitted(document, integration))


# The door.


def check(call: Call, switches: dict[str, Rule]) -> None:
    """Raises `Rejected` where Segment's ingestion would refuse the call."""
    check_members(call.node, call.pointer, {name: once for name in MEMBERS} | switches)
    kind = call.get("type")
    if kind is None or kind.kind != "string" or kind.text not in CALLS:
        raise fault(call, "unknown-call", "type")
    own = OWN_MEMBERS[call.kind]
    for name in ("userId", "anonymousId"):
        non_empty_string(call, name, "id-not-string")
    if call.kind == "track" and call.get("event") is None:
        raise fault(call, "event-not-defined", "event")
    if call.kind == "group" and call.get("groupId") is None:
        raise fault(call, "no-group-id", "groupId")
    if call.kind == "alias" and call.get("userId") is None:
        raise fault(call, "no-user-id", "userId")
    for name, code in own.items():
        if name in ("name", "category"):
            string(call, name, code)
        elif name not in ("traits", "properties"):
            non_empty_string(call, name, code)
        elif call.get(name) is not None and call.get(name).kind != "object" and not is_empty_array(call.get(name)):
            raise fault(call, code, name)


def switches_once(integration: str) -> Rule:
    """An object in which each key that is looked for stands once."""
    return object_with({name: once for name in (integration, "All", "all")}, nullable=True)


def once(node: Node, pointer: str) -> None:
    """Any value, for which the door has codes of its own."""


def string(call: Call, name: str, code: str) -> None:
    value = call.get(name)
    if value is not None and value.kind != "string":
        raise fault(call, code, name)


def non_empty_string(call: Call, name: str, code: str) -> None:
    string(call, name, code)
    if call.get(name) is not None and call.get(name).raw == b'""':
        raise fault(call, code, name)


def fault(call: Call, code: str, *names: str) -> Rejected:
    """A fault of the first of these members that is written, else of the call."""
    name, node = next(((name, node) for name in names if (node := call.node.get(name)) is not None), (None, call.node))
    return Rejected(code, call.pointer if name is None else f"{call.pointer}/{name}", node.start)


# The gate.


def switched_on(call: Call, integration: str) -> bool:
    """Whether the integration gets the call: what names it decides, else what is said of all, else yes."""
    named = in_batch(call.node, call.batch, integration)
    if named is not None:
        return named.kind != "false"
    of_all = (in_batch(call.node, call.batch, key) for key in ("All", "all"))
    return next((value.kind == "true" for value in of_all if value is not None and value.kind in ("true", "false")), True)


# What the destination does.


def api_calls(call: Call, settings: Settings) -> list[Made]:
    """The functions that are called, each with its argument."""
    if call.kind == "identify":
        return identify(call)
    if call.kind == "page" and settings.pageview:
        return notification(looking_at(call))
    if call.kind == "track" and settings.track:
        return notification(b'visitor triggered \\"%b\\"' % content(call.get("event")))
    return []


def identify(call: Call) -> list[Made]:
    """Custom fields always; e-mail, phone, name and nickname where there are any."""
    user_id = call.get("userId")
    traits = traits_of(call)
    email, name = email_of(traits, user_id), name_of(traits)
    made: list[Made] = [("api.visitor.updateCustomFields", custom_fields(traits, user_id))]
    for function, argument, value in (
        ("api.visitor.updateEmailAddress", b"emailAddress", email),
        ("api.visitor.updatePhoneNumber", b"phoneNumber", phone_of(traits)),
        ("api.visitor.updateFullName", b"fullName", name),
        ("api.chat.updateVisitorNickname", b"snippet", nickname(name, email, look_up(traits, "username"), user_id)),
    ):
        if value is not None:
            made.append((function, b'{"%b":%b}' % (argument, value)))
    return made


def custom_fields(traits: list[Member], user_id: Node | None) -> bytes:
    """The traits as they are, `id` being the user's id."""
    parts = [
        b"%b:%b" % (trait.raw_key, compact(user_id if user_id is not None and trait.key == "id" else trait.value))
        for trait in traits
    ]
    if user_id is not None and all(trait.key != "id" for trait in traits):
        parts.append(b'"id":' + user_id.raw)
    return b"{%b}" % b",".join(parts)


def email_of(traits: list[Member], user_id: Node | None) -> bytes | None:
    """The trait, of whatever type, else a user id in which an address stands."""
    trait = look_up(traits, "email")
    if truthy(trait):
        return compact(trait)
    return user_id.raw if user_id is not None and EMAIL_IN_ID.search(user_id.text) else None


def phone_of(traits: list[Member]) -> bytes | None:
    """The trait `phone`, else the first of the array `phones`."""
    phone, phones = look_up(traits, "phone"), look_up(traits, "phones")
    if not truthy(phone) and phones is not None and phones.elements:
        phone = phones.elements[0]
    return compact(phone) if truthy(phone) else None


def full_name_of(traits: list[Member]) -> bytes | None:
    """The trait `name`, also an empty one; where it is no text, first and last name, if there are both."""
    name, first, last = (trimmed_text(look_up(traits, key)) for key in ("name", "firstname", "lastname"))
    if name is not None:
        return token(name)
    return token(first + b" " + last) if first and last else None


def name_of(traits: list[Member]) -> bytes | None:
    """The full name, unless it is empty; else the first name alone."""
    full, first = full_name_of(traits), trimmed_text(look_up(traits, "firstname"))
    if full not in (None, b'""'):
        return full
    return token(first) if first else None


def nickname(name: bytes | None, email: bytes | None, username: Node | None, user_id: Node | None) -> bytes | None:
    """Name and e-mail, or the first of them, the user name and the user's id that there is."""
    if name is not None:
        if email is None or email[:1] in b"{[":
            return name
        return b'%b (%b)"' % (name[:-1], email[1:-1] if email[:1] == b'"' else email)
    if email is not None:
        return email
    if truthy(username):
        return compact(username)
    return user_id.raw if user_id is not None else None


def looking_at(call: Call) -> bytes | None:
    """A page's category and name, else its address."""
    name, category = call.get("name"), call.get("category")
    if truthy(name):
        return b"looking at %b%b page" % (content(category) + b" " if truthy(category) else b"", content(name))
    properties = call.get("properties")
    url = properties.get("url") if properties is not None else None
    if not truthy(url) or url.kind in ("object", "array"):
        return None
    return b"looking at " + (content(url) if url.kind == "string" else url.raw)


def notification(body: bytes | None) -> list[Made]:
    if body is None:
        return []
    return [("api.chat.sendNotificationToOperator", b'{"body":%b}' % token(lower_case(body)))]


def as_json(function: str, argument: bytes) -> bytes:
    """One call as a line of JSON."""
    return b'{"call":"%b","arguments":[%b]}' % (function.encode(), argument)


def as_script(function: str, argument: bytes) -> bytes:
    """The same call as JavaScript that may stand in a script element."""
    return b"olark('%b', %b);" % (function.encode(), script_safe(argument))


def script_safe(text: bytes) -> bytes:
    """JSON without the characters that end a script element, a comment or a line of JavaScript.

    A key `__proto__`, which JavaScript would take for no member, stands in brackets.
    """
    for character, escape in UNSAFE_IN_SCRIPTS.items():
        text = text.replace(character.encode(), escape)
    return STRING_OR_KEY.sub(lambda found: b"[%b]:" % found[1] if is_prototype(found) else found[0], text)


def is_prototype(found: re.Match[bytes]) -> bool:
    return found[2] == b":" and decode_string(found[1]) == "__proto__"


# Traits and texts. A text is the inside of a string token, its escapes as they were written.


def look_up(traits: list[Member], name: str) -> Node | None:
    """The trait whose key has these letters and digits, whatever their case and what stands between them.

    The first such key counts; where the same key stands again later, its last value.
    """
    key = next((trait.key for trait in traits if normalised(trait.key) == name), None)
    return next((trait.value for trait in reversed(traits) if trait.key == key), None) if key is not None else None


def normalised(key: str) -> str:
    return re.sub(r"[^a-zA-Z0-9.]+", "", key).lower()


def truthy(node: Node | None) -> bool:
    """What JavaScript takes for true."""
    if node is None or node.kind in ("null", "false") or node.raw == b'""':
        return False
    return node.kind != "number" or not ZERO.fullmatch(node.raw)


def trimmed_text(node: Node | None) -> bytes | None:
    """A string's text without white space around it; None for anything else."""
    if node is None or node.kind != "string":
        return None
    pieces = CHARACTER.findall(content(node))
    while pieces and decoded(pieces[0]) in JS_SPACE:
        del pieces[0]
    while pieces and decoded(pieces[-1]) in JS_SPACE:
        del pieces[-1]
    return b"".join(pieces)


def lower_case(text: bytes) -> bytes:
    """The text in lower case; a character that stays the same stays as it was written."""
    pieces = CHARACTER.findall(text)
    characters = [decoded(piece) for piece in pieces]
    lowered = "".join(characters).lower()
    written: list[bytes] = []
    for piece, character in zip(pieces, characters):
        length = len(character.lower())
        lower, lowered = lowered[:length], lowered[length:]
        written.append(piece if lower == character else lower.encode())
    return b"".join(written)


def decoded(piece: bytes) -> str:
    return decode_string(token(piece))


def content(node: Node) -> bytes:
    """What stands between a string's quotes."""
    return node.raw[1:-1]


def token(text: bytes) -> bytes:
    """The string token with this between its quotes."""
    return b'"%b"' % text


def traits_of(call: Call) -> list[Member]:
    traits = call.get("traits")
    return [] if traits is None else traits.members
