"""What is around records besides containers: envelopes, JSON texts in strings, unpacked forms, rejects files.

`Opener.leaves` takes an input apart until nothing is around its records. At most four of these may be around one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from formats import MARKS, SHAPES, has_mark, is_of
from rawjson import JSONFault, Node, parse_document
from splitting import BOM, SYNTAX, Record, records
from values_inside import (
    Content, Repeated, Undecodable, begins_like_records, contents_of, decoded, holds_records, is_rejects_line, last, present, rejected_text,
    targets, text_of, tokens_of, unpacked_form,
)  # fmt: skip

LAYERS = 4
TOO_MANY = "too-many-layers"


class Leaf(NamedTuple):
    """A record with nothing around it, or something that is none: then `document` is None, and `code` says why.

    `start` is None in a text that was decoded from a string; `origin` is where that string, or the record around it, starts.
    """

    record: bytes
    document: Node | None
    code: str | None
    start: int | None
    origin: int
    pointer: str | None = None
    fault: int | None = None


class Row(NamedTuple):
    """A known envelope: what it must have at its top level, and where its records are, by pointers with their packing."""

    has: tuple[str, ...]  # one of these, not null
    says: tuple[str, str] | None
    places: tuple[tuple[str, str], ...]

    @property
    def is_sure(self) -> bool:
        return bool(self.has) or self.says is not None


KNOWN = [
    Row(("specversion",), None, (("/data", "text"), ("/data_base64", "base64"))),
    Row(("detail-type",), None, (("/detail", "text"),)),
    Row((), ("Type", "Notification"), (("/Message", "text"),)),
    Row((), None, (("/Records/*/Sns/Message", "text"),)),
    Row((), None, (("/Records/*/body", "text"),)),
    Row((), None, (("/Messages/*/Body", "text"),)),
    Row((), None, (("/Records/*/kinesis/data", "base64"),)),
    Row(("subscription",), None, (("/message/data", "base64"),)),
    Row(("requestContext", "httpMethod", "isBase64Encoded", "headers"), None, (("/body", "isBase64Encoded"),)),
    Row((), None, (("/request_body", "text"),)),
    Row((), None, (("/data", "text"),)),
]


class Inside(IntEnum):
    """The best that is in something."""

    NOTHING = 0
    BROKEN = 1
    TOO_DEEP = 2
    RECORD = 3


class Opener:
    """Takes inputs apart, for a run that reads some formats."""

    def __init__(self, source: str, candidates: Iterable[str], pointers: Sequence[str] = ()) -> None:
        self.named = source
        self.is_named = source != "auto"
        self.candidates = list(candidates)
        self.pointers = [tokens_of(pointer) for pointer in pointers]

    def leaves(self, source: bytes, layers: int = LAYERS, origin: int | None = None) -> Iterator[Leaf]:
        """Everything in an input that is a record or a reject, in order; `origin` is where the string starts that holds the input."""
        located = origin is None
        for record in records(source):
            start = record.start if located else None
            at = record.start if origin is None else origin
            leaf = Leaf(source[record.start : record.end], record.document, record.code, start, at)
            if record.document is None:
                yield leaf if record.code != "missing-comma" else leaf._replace(record=b"")
            elif record.is_form and layers < 1:
                yield leaf._replace(document=None, code=TOO_MANY)
            else:
                yield from self._document(leaf, layers - record.is_form, source if located else None)

    def _document(self, leaf: Leaf, layers: int, source: bytes | None) -> Iterator[Leaf]:
        """What is in a value that stands as a record; `source` is the input if places in it can be told."""
        node = leaf.document
        assert node is not None
        try:
            contents = self.unwrapped(node)
            if contents is None and node.kind == "string":
                contents = self._string(node, layers)
            if contents is None and node.kind == "object" and not self.is_asked_for(node):
                text = None if is_of(node, SHAPES) else rejected_text(node)
                if text is not None:
                    yield from self.leaves(text, layers - 1, leaf.origin) if layers > 0 else [too_many(leaf)]
                    return
                contents = self.known(node, max(1, layers))
                if contents is None:
                    form = unpacked_form(node)
                    if form is not None:
                        yield from self._form(leaf, form, layers) if layers > 0 else [too_many(leaf)]
                        return
        except Repeated:
            yield leaf._replace(document=None, code="repeated-key")
            return
        except Undecodable as error:
            yield leaf._replace(document=None, code=str(error))
            return
        if contents is None:
            yield leaf
        elif layers < 1:
            yield too_many(leaf)
        else:
            for content in contents:
                yield from self._content(content, layers - 1, source, leaf.origin)

    def is_asked_for(self, node: Node) -> bool:
        """Whether a document is taken for a record without a look at what is in it."""
        return has_mark(node, self.named) if self.is_named else is_of(node, self.candidates)

    def _form(self, leaf: Leaf, string: Node, layers: int) -> Iterator[Leaf]:
        """An unpacked form: one document alone. It stands for the record around it."""
        text = decoded(string, b"surrogatepass")
        try:
            document = parse_document(text.removeprefix(BOM))
        except JSONFault:
            yield leaf._replace(document=None, code=SYNTAX)
            return
        yield from self._document(leaf._replace(document=document), layers - 1, None)

    def _content(self, content: Content, layers: int, source: bytes | None, origin: int) -> Iterator[Leaf]:
        node = content.node
        start = node.start if node.source is source else None
        origin = origin if start is None else start
        leaf = Leaf(node.raw, node if node.kind == "object" else None, "unknown-shape", start, origin)
        if node.kind == "object":
            yield from self._document(leaf, layers, source)
        elif node.kind == "string" and not content.is_missed:
            try:
                text = text_of(content)
            except Undecodable as error:
                yield leaf._replace(code=str(error))
                return
            yield from self.leaves(text, layers, origin)
        else:
            yield leaf

    def unwrapped(self, node: Node) -> list[Content] | None:
        """What the first pointer that leads somewhere leads to."""
        for tokens in self.pointers:
            found = targets(node, tokens)
            if found is not None:
                return contents_of(found, "either")
        return None

    def known(self, node: Node, layers: int) -> list[Content] | None:
        """What a known envelope holds, if that is a record."""
        accepted = self.candidates if self.is_named or is_of(node, SHAPES) else list(MARKS)
        found = self._known(node, layers, accepted)
        return None if found is None else found[0]

    def _known(self, node: Node, layers: int, accepted: list[str]) -> tuple[list[Content], Inside] | None:
        names = [member.key for member in node.members]
        if names.count("data") > 1 and present(node, "data"):
            raise Repeated
        for row in KNOWN:
            if row.has and not any(present(node, name) for name in row.has):
                continue
            if row.says and not ((said := last(node, row.says[0])) and said.kind == "string" and said.text == row.says[1]):
                continue
            is_data = not row.is_sure and row.places[0][0] == "/data"
            if is_data and unpacked_form(node) is not None:
                continue
            contents = None
            for pointer, packing in row.places:
                found = targets(node, tokens_of(pointer))
                if found is not None:
                    if packing == "isBase64Encoded":
                        flag = last(node, packing)
                        packing = "base64" if flag is not None and flag.kind == "true" else "text"
                    contents = contents_of(found, packing)
                    break
            if contents is None:
                continue
            inside = max((self.inside(one, layers - 1, accepted) for one in contents if not one.is_missed), default=Inside.NOTHING)
            if inside == Inside.NOTHING or (inside == Inside.BROKEN and not row.is_sure):
                continue
            beside = [member.value for member in node.members if member.key != "data"] if is_data else []
            return None if any(holds_records(value, accepted) for value in beside) else (contents, inside)
        holding = [member for member in node.members if holds_records(member.value, accepted)]
        if len(holding) == 1 and holding[0].value.kind == "array" and last(node, holding[0].key) is holding[0].value:
            return contents_of([(holding[0].value, True)], "text"), Inside.RECORD
        return None

    def inside(self, content: Content, layers: int, accepted: list[str]) -> Inside:
        """What is in a content; `layers` more envelopes may be around a record there."""
        if content.node.kind == "object":
            return self._inside_object(content.node, layers, accepted)
        if content.node.kind != "string":
            return Inside.NOTHING
        try:
            return self._inside_text(text_of(content), layers, accepted)
        except Undecodable:
            return Inside.BROKEN

    def _inside_object(self, node: Node, layers: int, accepted: list[str]) -> Inside:
        if is_of(node, accepted):
            return Inside.RECORD
        is_kept = is_rejects_line(node)
        if layers == 0:
            return Inside.TOO_DEEP if is_kept or may_be_known(node) else Inside.NOTHING
        if is_kept:
            return Inside.RECORD
        try:
            found = self._known(node, layers, accepted)
        except Repeated:
            found = None
        if found is not None:
            return found[1]
        form = unpacked_form(node)
        return Inside.NOTHING if form is None else self._inside_text(decoded(form, b"replace"), layers - 1, accepted)

    def _inside_text(self, text: bytes, layers: int, accepted: list[str]) -> Inside:
        best = Inside.NOTHING
        for record in records(text) if begins_like_records(text) else []:
            found = self._inside_record(record, layers, accepted)
            best = max(best, found)
            if best == Inside.RECORD:
                break
        return best

    def _inside_record(self, record: Record, layers: int, accepted: list[str]) -> Inside:
        node = record.document
        if node is None:
            return Inside.BROKEN
        if record.is_form:
            if layers == 0:
                return Inside.TOO_DEEP
            return self._inside_object(node, layers - 1, accepted) if node.kind == "object" else Inside.NOTHING
        if node.kind == "object":
            return self._inside_object(node, layers, accepted)
        if node.kind != "string":
            return Inside.NOTHING
        found = self._inside_text(decoded(node, b"replace"), max(0, layers - 1), accepted)
        return found if layers > 0 or found == Inside.NOTHING else Inside.TOO_DEEP

    def _string(self, node: Node, layers: int) -> list[Content] | None:
        """What a string that stands alone holds, if that is a record."""
        content = Content(node, "text")
        try:
            text = text_of(content)
        except Undecodable:
            return None
        inside = self._inside_text(text, max(0, layers - 1), self.candidates if self.is_named else list(MARKS))
        return [content] if inside > Inside.NOTHING else None


def too_many(leaf: Leaf) -> Leaf:
    return leaf._replace(document=None, code=TOO_MANY)


def may_be_known(document: Node) -> bool:
    """Whether a document has what tells a known envelope, whatever that holds."""
    for row in KNOWN:
        if row.has and not any(present(document, name) for name in row.has):
            continue
        if row.says and not ((said := last(document, row.says[0])) and said.kind == "string" and said.text == row.says[1]):
            continue
        if not row.is_sure and row.places[0][0] == "/data" and unpacked_form(document) is not None:
            continue
        if any(present(document, tokens_of(pointer)[0]) for pointer, _ in row.places):
            return True
    return False
