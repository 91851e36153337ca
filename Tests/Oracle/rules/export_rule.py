"""What an export hands over: which records are a visitor's, the rows of the table, and what they tell of the visitor.

Written from `Docs/export.md`, slow, and sharing no line with the tool.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

from decimals import decimal, is_decimal
from event_time import in_range, written_time
from formats import MARKS, of_each_format, recognised
from iso_time import MILLISECONDS_FROM, clock, offset_of, since_1970
from rawjson import Node, compact
from envelopes import Opener
from splitting import MISSING_COMMA
from rules import Rejected

COLUMNS = ["conversation_id", "message_number", "time", "kind", "from", "author", "body", "page", "source", "line"]
ANSWER = re.compile(r"[ \t]*(name|email|e-mail|phone)[ \t]*:[ \t]*(.*?)[ \t]*", re.IGNORECASE | re.ASCII)
FACTS = ["names", "email_addresses", "phone_numbers", "ids", "ip_addresses", "cities"]
QUOTES = "\"'`‘’‚“”„«»＂＇"
STARTERS = "=+-@＝＋－＠﹦﹢﹣﹫"


class Handed(NamedTuple):
    """A record that is handed over, the line on which it begins, and what the batch around it says of all calls."""

    line: int
    document: Node
    format: str
    context: Node | None = None


@dataclass
class Asked:
    """Whose records are asked for: one of each kind that is said must fit."""

    emails: list[str] = field(default_factory=list)
    visitor_ids: list[str] = field(default_factory=list)
    before: int | None = None


@dataclass
class Export:
    """What is handed over of some inputs, and how many records were."""

    asked: Asked
    handed: list[tuple[str, Handed]] = field(default_factory=list)
    converted: int = 0
    skipped: int = 0
    rejected: int = 0
    lacks_commas: bool = False

    def read(self, source: bytes, name: str) -> None:
        for leaf in Opener("auto", MARKS).leaves(source):
            if leaf.code == MISSING_COMMA:
                self.lacks_commas = True
                continue
            line = source.count(b"\n", 0, leaf.origin) + 1
            self._take(leaf.document, name, line)

    def _take(self, document: Node | None, name: str, line: int) -> None:
        if document is None:
            self.rejected += 1
            return
        try:
            form = recognised(document, "auto", MARKS)
        except Rejected:
            self.rejected += 1
            return
        found = [(name, handed) for handed in meant(document, form, line, self.asked)]
        self.handed += found
        self.converted += bool(found)
        self.skipped += not found


def meant(document: Node, form: str, line: int, asked: Asked) -> Iterator[Handed]:
    """The record itself, or the calls of a batch, where they are meant."""
    calls = last(document, "batch")
    kind = last(document, "type")
    if form == "segment" and calls is not None and calls.kind == "array" and (kind is None or kind.kind == "null"):
        context = last(document, "context")
        for call in calls.elements:
            if call.kind == "object" and is_meant(call, form, asked, context):
                yield Handed(line, call, form, None if context is None or context.kind == "null" else context)
    elif is_meant(document, form, asked):
        yield Handed(line, document, form)


PLACES = of_each_format({  # addresses, ids, times; then a list of messages and where each has its time
    "olark": (["visitor.emailAddress"], ["visitor.id"], [], "items", "timestamp"),
    "olark-js": (
        ["visitor.emailAddress", "getDetails.emailAddress"],
        ["userId", "anonymousId", "visitor.id", "getDetails.id"], ["timestamp"], None, None,
    ),
    "userlike": (["client_email"], ["client_uuid"], ["created_at", "ended_at"], "messages", "sent_at"),
    "userlike-js": (["custom.segmentio.visitor.email"], ["globalCtx.client_uuid"], ["timestamp"], None, None),
    "segment": (
        ["traits.email", "context.traits.email", "userId"], ["userId", "anonymousId", "previousId"],
        ["timestamp", "originalTimestamp"], None, None,
    ),
}, but=["rudderstack"])  # fmt: skip


def is_meant(document: Node, form: str, asked: Asked, around: Node | None = None) -> bool:
    """Whether a record fits all that is asked; an address that the batch around it has is that of each call without its own."""
    emails, ids, times, rows, row_time = PLACES[form]
    if asked.emails:
        told = [text(document, path) for path in emails]
        if around is not None and at(document, "context.traits.email") is None:
            told.append(text(around, "traits.email"))
        if form == "olark":
            told += [answer for item in elements(at(document, "items")) for _, answer in answers(item)]
        known_addresses = {address.lower() for address in told}
        if not any(email.lower() in known_addresses for email in asked.emails):
            return False
    if asked.visitor_ids and not set(asked.visitor_ids) & {text(document, path) for path in ids}:
        return False
    if asked.before is not None:
        seconds = [moment(at(document, path)) for path in times]
        seconds += [moment(at(row, row_time)) for row in elements(at(document, rows))] if rows else []
        known = [time for time in seconds if time is not None]
        if not known or max(known) >= asked.before:
            return False
    return True


def answers(item: Node) -> Iterator[tuple[str, str]]:
    """The answers to the form of an offline message, with the question's first letter."""
    body = at(item, "body")
    if text(item, "kind") != "OfflineMessage" or body is None or body.kind != "string":
        return
    for line in re.split(r"[\n\r]", characters(body)):
        found = ANSWER.fullmatch(line)
        if found and found[2]:
            yield found[1][0].lower(), found[2]


def rows(handed: Handed) -> list[list[str]]:
    """The cells of a record's messages, but for source and line, before they are made harmless."""
    document = handed.document
    if handed.format == "olark":
        start = [text(document, "id"), "", "", text(document, "kind"), "", "", "", text(document, "visitor.conversationBeginPage")]
        return item_rows(start, at(document, "items"), text(document, "visitor.fullName"), at(document, "operators")) or [start]
    if handed.format == "olark-js":
        return [callback_row(document)]
    if handed.format == "userlike":
        return userlike_rows(document)
    if handed.format == "userlike-js":
        kind = text(document, "event") or "userlikeData"
        side = {"message_operator_terminating": "visitor", "message_client_terminating": "operator"}.get(kind, "")
        author = text(document, "sessionCtx.operator_name") if side == "operator" else ""
        return [[text(document, "sessionCtx.chat_id"), "", time(at(document, "timestamp")), kind, side, author, "", ""]]
    if handed.format == "segment":
        return call_rows(document)
    raise LookupError(f"no rows of {handed.format}")


def item_rows(start: list[str], items: Node | None, visitor: str, operators: Node | None) -> list[list[str]]:
    found = []
    for number, item in enumerate(elements(items), 1):
        kind = text(item, "kind")
        author, side = text(item, "nickname"), ""
        if kind == "MessageToVisitor":
            side = "operator"
            author = author or nickname(text(item, "operatorId"), operators)
        elif kind in ("MessageToOperator", "OfflineMessage"):
            side = "visitor"
            author = author or text(item, "visitor_nickname") or text(item, "visitorNickname") or visitor
        found.append([start[0], str(number), time(at(item, "timestamp")), kind, side, author, text(item, "body"), start[7]])
    return found


def nickname(operator: str, operators: Node | None) -> str:
    found = [member.value for member in (operators.members if operators else []) if operator and clean(member.key) == operator]
    return text(found[0], "nickname") if found else ""


def callback_row(document: Node) -> list[str]:
    kind = text(document, "callback") or "getDetails"
    side = author = ""
    if kind == "api.chat.onMessageToVisitor":
        side, author = "operator", text(document, "event.message.nickname")
    elif kind in ("api.chat.onMessageToOperator", "api.chat.onOfflineMessageToOperator"):
        side, author = "visitor", text(document, "visitor.fullName")
    pages = [f"{who}.{page}" for who in ("visitor", "getDetails") for page in ("currentPage.url", "conversationBeginPage")]
    page = next(filter(None, (text(document, path) for path in pages)), "")
    body = text(document, "event.message.body")
    return [text(document, "conversationId"), "", time(at(document, "timestamp")), kind, side, author, body, page]


def userlike_rows(document: Node) -> list[list[str]]:
    own, kind, page, client = (text(document, name) for name in ("id", "_type", "url", "client_name"))
    found = []
    for number, row in enumerate(elements(at(document, "messages")), 1):
        person = text(row, "person")
        side = "visitor" if text(row, "type", strings=True) == "co" or (client and person == client) else "operator"
        found.append([own, str(number), time(at(row, "sent_at")), kind, side, person, text(row, "message"), page])
    if found:
        return found
    offline = kind == "offline_message"
    created = time(at(document, "created_at"))
    return [[own, "", created, kind, "visitor" if offline else "", client if offline else "", text(document, "message"), page]]


def call_rows(call: Node) -> list[list[str]]:
    kind = text(call, "event") or text(call, "type")
    name = text(call, "context.traits.name") or text(call, "traits.name")
    side, author = {
        "Live Chat Message Sent": ("visitor", name),
        "Live Chat Message Received": ("operator", text(call, "properties.agent_name")),
    }.get(kind, ("", ""))
    own, body = text(call, "properties.conversation_id"), text(call, "properties.message_body")
    page = text(call, "context.page.url") or text(call, "properties.url")
    when = time(at(call, "timestamp")) or time(at(call, "originalTimestamp"))
    row = [own, "", when, kind, side, author, body, page]
    items = at(call, "properties.items")
    kinds = [at(item, "kind") for item in elements(items)]
    if kinds and all(kind is not None and kind.kind == "string" for kind in kinds):
        return item_rows(row, items, name, at(call, "properties.operators"))
    return [row]


def harmless(cell: str) -> str:
    """The cell with an apostrophe before it where a spreadsheet may run it, and without U+0000."""
    runs = cell[:1] in ("\t", "\r", "\n") and cell != ""
    for character in cell:
        if character in STARTERS:
            runs = True
        elif character in QUOTES or unicodedata.category(character) in ("Zs", "Zl", "Zp", "Cc", "Cf"):
            continue
        break
    return ("'" if runs else "") + cell.replace("\0", "\ufffd")


def profile(handed: list[Handed]) -> dict[str, object]:
    """What the records tell: values once each, in their order; custom fields by name, as tokens."""
    told: dict[str, list[str]] = {name: [] for name in FACTS}
    fields: dict[str, list[bytes]] = {}
    for record in handed:
        for name, value in facts(record):
            if any(ord(character) > 0x20 for character in value) and value not in told[name]:
                told[name].append(value)
        for name, token in custom_fields(record):
            values = fields.setdefault(name, [])
            if token not in values:
                values.append(token)
    return {**told, "custom_fields": fields}


def facts(record: Handed) -> Iterator[tuple[str, str]]:
    document = record.document
    if record.format == "olark":
        yield from transcript_facts(document)
    elif record.format == "olark-js":
        yield from [("ids", text(document, "userId")), ("ids", text(document, "anonymousId"))]
        yield from visitor_facts(at(document, "visitor"))
        yield from visitor_facts(at(document, "getDetails"))
    elif record.format == "userlike":
        names = [("names", "client_name"), ("email_addresses", "client_email"), ("ids", "client_uuid"), ("cities", "loc_city")]
        yield from ((fact, text(document, name)) for fact, name in names)
    elif record.format == "userlike-js":
        yield "ids", text(document, "globalCtx.client_uuid")
        yield "names", text(document, "custom.segmentio.visitor.name")
        yield "email_addresses", text(document, "custom.segmentio.visitor.email")
    elif record.format == "segment":
        yield from (("ids", text(document, name)) for name in ("userId", "anonymousId", "previousId"))
        yield from context_facts(at(document, "context"))
        if text(document, "type", strings=True) != "group":
            yield from trait_facts(at(document, "traits"))
        yield "ip_addresses", text(document, "properties.ip")
        properties = at(document, "properties")
        if properties is not None:
            yield from item_facts(properties)
        yield from transcript_facts(at(document, "properties.olark"))
        yield from context_facts(record.context)
    else:
        raise LookupError(f"no facts of {record.format}")


def transcript_facts(document: Node | None) -> Iterator[tuple[str, str]]:
    yield from visitor_facts(at(document, "visitor"))
    yield "ip_addresses", text(document, "ip")
    if document is not None:
        yield from item_facts(document)


def item_facts(owner: Node) -> Iterator[tuple[str, str]]:
    for item in elements(at(owner, "items")):
        yield "names", text(item, "visitor_nickname")
        yield "names", text(item, "visitorNickname")
        if text(item, "kind") == "MessageToOperator":
            yield "names", text(item, "nickname")
        questions = {"n": "names", "e": "email_addresses", "p": "phone_numbers"}
        yield from ((questions[letter], answer) for letter, answer in answers(item))


def visitor_facts(visitor: Node | None) -> Iterator[tuple[str, str]]:
    for fact, name in zip(FACTS, ["fullName", "emailAddress", "phoneNumber", "id", "ip", "city"]):
        value = text(visitor, name)
        if value != "not available":
            yield fact, value


def context_facts(context: Node | None) -> Iterator[tuple[str, str]]:
    yield "ip_addresses", text(context, "ip")
    yield from trait_facts(at(context, "traits"))


def trait_facts(traits: Node | None) -> Iterator[tuple[str, str]]:
    for fact, path in zip([*FACTS[:4], "cities", "cities"], ["name", "email", "phone", "id", "city", "address.city"]):
        yield fact, text(traits, path)


def custom_fields(record: Handed) -> Iterator[tuple[str, bytes]]:
    document, form = record.document, record.format
    owners: list[Node | None] = []
    known: set[str] = set()
    if form in ("olark", "olark-js"):
        owners = [at(document, f"{name}.customFields") for name in ("visitor", "getDetails")[: 1 if form == "olark" else 2]]
    elif form == "userlike":
        owners = [at(document, "custom")]
    elif form == "segment":
        known = {"name", "email", "phone", "id", "city"}
        owners = [at(document, "context.traits")]
        if text(document, "type", strings=True) != "group":
            owners.append(at(document, "traits"))
        owners += [at(document, "properties.olark.visitor.customFields"), at(record.context, "traits")]
    for place, owner in enumerate(owners):
        own = set() if form == "segment" and place == len(owners) - 2 else known
        for member in owner.members if owner is not None else []:
            if clean(member.key) not in own and tells(member.value):
                yield clean(member.key), compact(member.value)
    if form == "userlike":
        for number in ("01", "02", "03"):
            name, value = text(document, f"client_additional{number}_name"), at(document, f"client_additional{number}_value")
            if name and value is not None and tells(value):
                yield name, compact(value)


def tells(value: Node) -> bool:
    return value.kind != "null" and compact(value) != b'""'


# Looking into a document: of members that stand twice the last counts.


def last(node: Node, key: str) -> Node | None:
    found = [member.value for member in node.members if clean(member.key) == key]
    return found[-1] if found else None


def at(node: Node | None, path: str) -> Node | None:
    for name in path.split("."):
        node = None if node is None or node.kind != "object" else last(node, name)
    return node


def text(node: Node | None, path: str, strings: bool = False) -> str:
    found = at(node, path)
    return "" if strings and (found is None or found.kind != "string") else characters(found)


def characters(node: Node | None) -> str:
    if node is None or node.kind not in ("string", "number"):
        return ""
    return clean(node.text) if node.kind == "string" else node.raw.decode()


def clean(value: str) -> str:
    """The text with U+FFFD for each half of a surrogate pair."""
    return re.sub("[\ud800-\udfff]", "\ufffd", value)


def elements(node: Node | None) -> list[Node]:
    return node.elements if node is not None and node.kind == "array" else []


def time(node: Node | None) -> str:
    seconds = moment(node)
    return "" if seconds is None else written_time(seconds) or ""


def moment(node: Node | None) -> Fraction | None:
    """Seconds since 1970, where a clock without a zone shows UTC."""
    written = characters(node)
    seconds: Fraction | None = None
    if is_decimal(written):
        number = decimal(written)
        seconds = number if abs(number) < MILLISECONDS_FROM else number / 1000
    elif node is not None and node.kind == "string" and (read := clock(written)) is not None:
        offset = offset_of(written)
        seconds = None if offset is None else since_1970(read) - offset
    return seconds if seconds is not None and in_range(seconds) else None
