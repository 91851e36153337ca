"""What an export hands over: which records are a visitor's, the rows of the table, and what they tell of the visitor.

Written from `Docs/export.md`, slow, and sharing no line with the tool.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from envelopes import Opener
from export_facts import KINDS, VISITOR, Fact, facts
from export_values import Handed, at, clean, dated, elements, last, text, time
from formats import MARKS, of_each_format, recognised
from rawjson import Node, compact, parse_document
from rules import Rejected
from splitting import MISSING_COMMA
from whose import address, emails_of, identity, ids_of, names_address

COLUMNS = ["conversation_id", "message_number", "time", "kind", "from", "author", "body", "page", "source", "line"]
COLUMNS += [*VISITOR, "visitor_custom_fields"]
SEPARATORS = ",;\t|"
FACT_COLUMNS = ["kind", "field", "value", "member", "conversation_id", "time", "source", "line"]
QUOTES = "\"'`‘’‚“”„«»＂＇"
STARTERS = "=+-@＝＋－＠﹦﹢﹣﹫"


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
                told = without_traits(context) if names_address(at(call, "context.traits")) else context
                yield Handed(line, call, form, None if told is None or told.kind == "null" else told)
    elif is_meant(document, form, asked):
        yield Handed(line, document, form)


def without_traits(context: Node | None) -> Node | None:
    """What a batch says of a call that names an address itself: the batch's traits are another person's."""
    if context is None or all(clean(member.key) != "traits" for member in context.members):
        return context
    kept = [member for member in context.members if clean(member.key) != "traits"]
    written = (member.raw_key + b":" + compact(member.value) for member in kept)
    return parse_document(b"{" + b",".join(written) + b"}")


TIMES = of_each_format({  # members that date a record; then a list of messages and where each has its time
    "olark": ([], "items", "timestamp"),
    "olark-js": (["timestamp"], None, None),
    "userlike": (["created_at", "ended_at"], "messages", "sent_at"),
    "userlike-js": (["timestamp"], None, None),
    "segment": (["timestamp", "originalTimestamp"], None, None),
}, but=["rudderstack"])  # fmt: skip


def is_meant(document: Node, form: str, asked: Asked, around: Node | None = None) -> bool:
    """Whether a record fits all that is asked."""
    if asked.emails and not set(map(address, asked.emails)) & emails_of(document, form, around):
        return False
    if asked.visitor_ids and not set(map(identity, asked.visitor_ids)) & ids_of(document, form, around):
        return False
    if asked.before is not None:
        times, rows, row_time = TIMES[form]
        seconds = [dated(at(document, path)) for path in times]
        seconds += [dated(at(row, row_time)) for row in elements(at(document, rows))] if rows else []
        known = [time for time in seconds if time is not None]
        if not known or max(known) >= asked.before:
            return False
    return True


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


def harmless(cell: str, separator: str = ",") -> str:
    """The cell with an apostrophe before each part that a spreadsheet may run, and without U+0000.

    Line ends, and separators other than the table's own, part a text where a program takes it for another table.
    """
    parts = re.split(f"([\r\n{re.escape(SEPARATORS.replace(separator, ''))}])", cell)
    starts = cell[:1] in ("\t", "\r", "\n") and cell != "" or begins_formula(cell)
    made = ("'" if starts else "") + parts[0]
    for end, part in zip(parts[1::2], parts[2::2]):
        # A part ends at any of the separators.
        made += end + ("'" if begins_formula(re.split(f"[{re.escape(SEPARATORS)}]", part)[0]) else "") + part
    return made.replace("\0", "\ufffd")


def begins_formula(text: str) -> bool:
    """Whether a text begins with what a spreadsheet runs, behind nothing but quotes and what cannot be seen."""
    for character in text:
        if character in STARTERS:
            return True
        if character not in QUOTES and unicodedata.category(character) not in ("Zs", "Zl", "Zp", "Cc", "Cf"):
            return False
    return False


def fact_rows(records: list[tuple[str, Handed]]) -> Iterator[list[str]]:
    """The rows of the table of facts: each fact of each member once, with the first record that tells it."""
    known: set[Fact] = set()
    for name, handed in records:
        cells = rows(handed)
        when = next((row[2] for row in cells if row[2]), "")
        for fact in facts(handed):
            if fact not in known:
                known.add(fact)
                value = fact.value if fact.list != "custom_fields" or fact.value[:1] != '"' else clean(json.loads(fact.value))
                kind = KINDS.get(fact.list, "custom_field")
                yield [kind, fact.field, value, fact.member, cells[0][0], when, name, str(handed.line)]
