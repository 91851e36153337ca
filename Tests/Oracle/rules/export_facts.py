"""What records tell of their visitor: each fact with the member that tells it, and the lists and columns made of them.

Written from `Docs/export.md`, and sharing no line with the tool.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple

import form_answers
from export_values import Handed, at, characters, clean, elements, tells, text
from rawjson import Node, compact, parse_document

# The visitor's columns, and the list of the profile of which each has the first value of its record.
VISITOR = {
    "visitor_name": "names", "visitor_email": "email_addresses", "visitor_phone": "phone_numbers", "visitor_city": "cities",
    "visitor_region": "regions", "visitor_country": "countries", "visitor_organization": "organizations",
    "visitor_referrer": "referrers",
}  # fmt: skip
# The lists of the profile, and what the table of its facts calls each of them.
KINDS = {
    "names": "name", "email_addresses": "email", "phone_numbers": "phone", "ids": "id", "ip_addresses": "ip", "cities": "city",
    "regions": "region", "countries": "country", "organizations": "organization", "referrers": "referrer",
}  # fmt: skip
FACTS = list(KINDS)


class Fact(NamedTuple):
    """What a record tells: in which list of the profile, by which name if the site made it up, and where."""

    list: str
    field: str
    value: str  # characters, or JSON if it is a field's
    member: str


def visitor_cells(handed: Handed) -> list[str]:
    """The cells of the visitor's columns: of each kind the first value, and an object of all fields."""
    told = list(facts(handed))
    first = [next((fact.value for fact in told if fact.list == name), "") for name in VISITOR.values()]
    fields: dict[str, str] = {}
    for fact in told:
        if fact.list == "custom_fields":
            fields.setdefault(fact.field, fact.value)
    written = ",".join(f"{quoted(name)}:{value}" for name, value in fields.items())
    return [*first, "{" + written + "}" if fields else ""]


def quoted(text: str) -> str:
    """A JSON string in which is escaped what must be, in the short way if there is one."""
    return json.dumps(text, ensure_ascii=False)


def profile(handed: list[Handed]) -> dict[str, object]:
    """What the records tell: values once each, in their order; custom fields by name, as tokens."""
    told: dict[str, list[str]] = {name: [] for name in FACTS}
    fields: dict[str, list[bytes]] = {}
    for record in handed:
        for fact in facts(record):
            if fact.list == "custom_fields":
                values = fields.setdefault(fact.field, [])
                token = fact.value.encode()
                if token not in values:
                    values.append(token)
            elif fact.value not in told[fact.list]:
                told[fact.list].append(fact.value)
    return {**told, "custom_fields": fields}


def facts(record: Handed) -> Iterator[Fact]:
    """What a record and its batch tell, in the order in which the members are listed in the docs."""
    yield from told(record.document, record.format)
    if record.context is not None:
        batch = parse_document(b'{"context":' + compact(record.context) + b"}")
        yield from (fact._replace(member=f"batch {fact.member}") for fact in context_facts(batch))


def told(document: Node, form: str) -> Iterator[Fact]:
    if form == "olark":
        yield from transcript_facts(document, "")
    elif form == "olark-js":
        yield from named(document, "", {"userId": "ids", "anonymousId": "ids"})
        yield from visitor_facts(document, "visitor")
        yield from visitor_facts(document, "getDetails")
        if text(document, "callback", strings=True) == "api.chat.onOfflineMessageToOperator":
            yield from answer_facts(at(document, "event.message.body"), "event.message.body")
    elif form == "userlike":
        yield from named(document, "", {
            "client_name": "names", "client_email": "email_addresses", "client_uuid": "ids", "loc_city": "cities",
            "loc_country": "countries", "referrer": "referrers",
        })  # fmt: skip
        yield from field_facts(document, "custom")
        for number in ("01", "02", "03"):
            name, value = text(document, f"client_additional{number}_name"), at(document, f"client_additional{number}_value")
            if name and value is not None and tells(value):
                yield Fact("custom_fields", name, compact(value).decode(), f"/client_additional{number}_value")
        if text(document, "_type", strings=True) == "offline_message":
            yield from answer_facts(at(document, "message"), "message")
    elif form == "userlike-js":
        who = "custom.segmentio.visitor"
        yield from named(document, "", {"globalCtx.client_uuid": "ids", f"{who}.name": "names", f"{who}.email": "email_addresses"})
    elif form == "segment":
        yield from named(document, "", {"userId": "ids", "anonymousId": "ids", "previousId": "ids"})
        yield from context_facts(document)
        if text(document, "type", strings=True) != "group":
            yield from trait_facts(document, "traits")
        yield from named(document, "properties", {"ip": "ip_addresses"})
        offline = at(document, "properties.offline")
        if offline is not None and compact(offline) == b"true":
            yield from answer_facts(at(document, "properties.message_body"), "properties.message_body")
        yield from item_facts(document, "properties.items")
        yield from transcript_facts(document, "properties.olark")
    else:
        raise LookupError(f"no facts of {form}")


def named(document: Node, owner: str, places: dict[str, str]) -> Iterator[Fact]:
    """What members below an owner tell; a value without a visible character tells nothing."""
    for path, name in places.items():
        whole = f"{owner}.{path}" if owner else path
        value = text(document, whole)
        if any(ord(character) > 0x20 for character in value):
            yield Fact(name, "", value, pointer(whole))


def pointer(path: str) -> str:
    return "/" + path.replace(".", "/")


def transcript_facts(document: Node, owner: str) -> Iterator[Fact]:
    below = f"{owner}." if owner else ""
    yield from visitor_facts(document, f"{below}visitor")
    yield from named(document, owner, {"ip": "ip_addresses"})
    yield from item_facts(document, f"{below}items")


def item_facts(document: Node, items: str) -> Iterator[Fact]:
    for item in elements(at(document, items)):
        names = ["visitor_nickname", "visitorNickname"] + ["nickname"] * (text(item, "kind", strings=True) == "MessageToOperator")
        found = list(named(item, "", {name: "names" for name in names})) if item.kind == "object" else []
        if text(item, "kind", strings=True) == "OfflineMessage":
            found += answer_facts(at(item, "body"), "body")
        yield from (fact._replace(member=f"{pointer(items)}/*{fact.member}") for fact in found)


def answer_facts(body: Node | None, path: str) -> Iterator[Fact]:
    """The answers to the form of an offline message."""
    lists = {"name": "names", "email": "email_addresses", "phone": "phone_numbers"}
    for fact, answer in form_answers.answers(characters(body)) if body is not None and body.kind == "string" else ():
        if fact in lists and any(ord(character) > 0x20 for character in answer):
            yield Fact(lists[fact], "", answer, pointer(path))


def visitor_facts(document: Node, owner: str) -> Iterator[Fact]:
    places = {
        "fullName": "names", "emailAddress": "email_addresses", "phoneNumber": "phone_numbers", "id": "ids", "ip": "ip_addresses",
        "city": "cities", "region": "regions", "country": "countries", "countryCode": "countries",
        "organization": "organizations", "referrer": "referrers",
    }  # fmt: skip
    yield from (fact for fact in named(document, owner, places) if fact.value != "not available")
    yield from field_facts(document, f"{owner}.customFields")


def context_facts(document: Node) -> Iterator[Fact]:
    places = {"ip": "ip_addresses", "page.referrer": "referrers", "referrer.url": "referrers"}
    yield from named(document, "context", places)
    yield from trait_facts(document, "context.traits")


def trait_facts(document: Node, owner: str) -> Iterator[Fact]:
    places = {
        "name": "names", "email": "email_addresses", "phone": "phone_numbers", "id": "ids", "city": "cities", "address.city": "cities",
        "region": "regions", "address.state": "regions", "country": "countries", "address.country": "countries",
        "organization": "organizations", "company.name": "organizations",
    }  # fmt: skip
    yield from named(document, owner, places)
    yield from field_facts(document, owner, but={path for path in places if "." not in path})


def field_facts(document: Node, owner: str, but: set[str] = set()) -> Iterator[Fact]:
    """The members of an object whose names the site made up."""
    found = at(document, owner)
    for member in found.members if found is not None and found.kind == "object" else []:
        name = clean(member.key)
        if name not in but and tells(member.value):
            token = name.replace("~", "~0").replace("/", "~1")
            yield Fact("custom_fields", name, compact(member.value).decode(), f"{pointer(owner)}/{token}")
