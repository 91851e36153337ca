"""Which records an input holds, whatever containers it uses: the rule, simple and slow.

`records` splits an input; `run` also converts, and so says what the tool must write, skip and reject.
Offsets are of the input as it stands.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable
from typing import NamedTuple

import interoperable
import layouts
import routes
from balance import next_start_line, resume_in_array, trimmed
from formats import MARKS, SHAPES, is_of, members_of, recognised
from rawjson import JSONFault, Node, decode_string, parse_document, parse_value, skip_space
from rules import Rejected, Skipped
from settings import Settings

BOM = b"\xef\xbb\xbf"
MARK = re.compile(rb"\xef\xbb\xbf|\0|\x1e|\\[nrt]")  # what is passed over between records like white space
UTF_16 = re.compile(rb"\0[^\0]")
FORM_START = re.compile(rb"(?:[^ \t\r\n{\[\"]*?&)?data=")
SYNTAX = None
MISSING_COMMA = "missing-comma"
VALUE_STARTS = b'{["-tfn0123456789'


class Record(NamedTuple):
    """One record: its bytes' range, and its document or, without one, the code of its fault.

    A code of `SYNTAX` (None) is any fault of the JSON itself. `MISSING_COMMA` marks the place of a comma that an array
    lacks, which is reported and is no record.
    """

    start: int
    end: int
    document: Node | None
    code: str | None = SYNTAX


class Reject(NamedTuple):
    """A record that gave no events; the code is None for a fault of the JSON itself.

    `pointer` and `fault`, the offset of what is wrong, are None where the rule leaves them open:
    in faults of the JSON and in documents that were unpacked from a form or an envelope. So is
    `start` in what a rejects file keeps.
    """

    record: bytes
    code: str | None
    start: int | None
    pointer: str | None = None
    fault: int | None = None


class Reading:
    """What became of an input, or of several that are read one after the other."""

    def __init__(self, settings: Settings = Settings()) -> None:
        self.settings = settings
        self.candidates = [settings.source] if settings.source != "auto" else routes.sources(settings.target)
        self.events: list[bytes] = []
        self.rejects: list[Reject] = []
        self.reported: list[Reject] = []  # the rejects, and between them the commas that arrays lack
        self.converted = 0
        self.skipped = 0

    @property
    def output(self) -> bytes:
        """What standard output must be."""
        return layouts.written(self.events, self.settings)

    def read(self, source: bytes, reads_rejects: bool = True) -> None:
        """Converts the records of an input; a rejects file stands for the records that it keeps."""
        for record in records(source, self.candidates, self.settings.source):
            code, pointer, fault = record.code, None, None
            if code == MISSING_COMMA:
                self.reported.append(Reject(b"", code, record.start, "", record.start))
                continue
            if record.document is not None:
                try:
                    kept = rejected_text(record.document, self.settings.source) if reads_rejects else None
                    if kept is None:
                        self._convert(record.document)
                    else:
                        self._read_kept(kept)
                    continue
                except Rejected as rejected:
                    code = rejected.code
                    if record.document.source is source:
                        pointer, fault = rejected.pointer, rejected.offset
            self.rejects.append(Reject(source[record.start : record.end], code, record.start, pointer, fault))
            self.reported.append(self.rejects[-1])

    def _convert(self, document: Node) -> None:
        route = routes.find(recognised(document, self.settings.source, self.candidates), self.settings.target)
        if self.settings.i_json:
            interoperable.refuse_repeated_keys(document)
        try:
            events = route.convert(document, self.settings)
        except Skipped:
            self.skipped += 1
            return
        if self.settings.i_json:
            events = [interoperable.cleaned(event) for event in events]
        layouts.check(events, self.settings)
        self.events += events
        self.converted += 1

    def _read_kept(self, text: bytes) -> None:
        """Reads what a rejects file kept; of its rejects the places are left open."""
        starts = [(found, len(found)) for found in (self.rejects, self.reported)]
        self.read(text, reads_rejects=False)
        for found, before in starts:
            found[before:] = [Reject(reject.record, reject.code, None) for reject in found[before:]]


def run(source: bytes, settings: Settings = Settings()) -> Reading:
    """What a conversion of one input gives."""
    reading = Reading(settings)
    reading.read(source)
    return reading


def has_mark(document: Node, source: str) -> bool:
    """Whether a document has a member by which the format is known that the caller has named; what it holds does not matter."""
    return source != "auto" and bool(set(members_of(document)) & set(MARKS[source]))


def rejected_text(document: Node, named: str = "auto") -> bytes | None:
    """What a line of a rejects file keeps of a record; None for any other document."""
    if document.kind != "object" or is_of(document, SHAPES) or has_mark(document, named):
        return None
    members = [document.get(name) for name in ("code", "record", "record_base64")]
    code, text, packed = [node if node is not None and node.kind == "string" else None for node in members]
    if code is None:
        return None
    if text is not None:
        return text.text.encode("utf-8", "surrogatepass")
    if packed is None:
        return None
    try:
        return base64.b64decode(packed.text, validate=True)
    except ValueError:
        raise Rejected("invalid-base64", "/record_base64", packed.start) from None


class Found(list[Record]):
    """The records found so far; what is of none of these formats may be an envelope."""

    def __init__(self, formats: frozenset[str], named: str) -> None:
        super().__init__()
        self.formats = formats
        self.named = named

    def add(self, start: int, end: int, node: Node) -> None:
        """Adds the record of a value that stands; an envelope gives the document inside it."""
        self.append(self._unpacked(start, end, node))

    def _unpacked(self, start: int, end: int, node: Node) -> Record:
        if node.kind != "object" or (has_mark(node, self.named) if self.named != "auto" else is_of(node, self.formats)):
            return Record(start, end, node)
        wrapped = [member.value for member in node.members if member.key == "data"]
        if not wrapped:
            return Record(start, end, node)
        texts = wrapped[0].elements if wrapped[0].kind == "array" else wrapped[:1]
        if len(texts) != 1 or texts[0].kind != "string":
            return Record(start, end, node)
        if len(wrapped) > 1:
            return Record(start, end, None, "repeated-key")
        text = decode_string(texts[0].raw).encode("utf-8", "surrogatepass")
        try:
            return Record(start, end, parse_document(text.removeprefix(BOM)))
        except JSONFault:
            return Record(start, end, None)


def records(source: bytes, formats: Iterable[str] = ("olark",), named: str = "auto") -> list[Record]:
    """Every record of the input, in order; what is of one of these formats is no envelope, or has a mark of a named one."""
    found = Found(frozenset(formats), named)
    at = 0
    while (at := skip_space(source, at)) < len(source):
        mark = MARK.match(source, at)
        if mark and not (at == 0 and UTF_16.match(source)):
            at = mark.end()
        elif FORM_START.match(source, at):
            at = _read_form(source, at, found)
        elif starts_log_line(source, at):
            end = next_start_line(source, at)
            while source[end : end + 1] == b"[" and starts_log_line(source, end):
                end = next_start_line(source, end)
            found.append(Record(at, trimmed(source, at, end), None, "text-before-json"))
            at = end
        elif source[at] == ord("["):
            at = _read_array(source, at, found)
        else:
            at = _read_value(source, at, found)
    return found


def starts_log_line(source: bytes, at: int) -> bool:
    """Whether text that is no JSON stands before an object on the line that starts here; JSON before it is records."""
    if source.rfind(b"\n", 0, at) + 1 < at or source[at : at + 1] in (b"{", b'"'):
        return False
    line = source[at : at + 4096].split(b"\n")[0]
    place = 0
    while place < len(line):
        if line[place : place + 1] == b"{":
            return False
        if line[place] in b" \t\r,[]":
            place += 1
            continue
        try:
            end = parse_value(line, place)[1]
        except JSONFault:
            break
        if end < len(line) and line[end] > 0x20 and line[end] not in b",[]{":
            break
        place = end
    return re.search(rb"""\{["\\' }]""", line[place:]) is not None


def _read_value(source: bytes, at: int, found: Found) -> int:
    try:
        node, end = parse_value(source, at)
    except JSONFault:
        end = next_start_line(source, at)
        found.append(Record(at, trimmed(source, at, end), None))
        return end
    found.add(at, end, node)
    return end


def _read_form(source: bytes, at: int, found: Found) -> int:
    line_end = source.find(b"\n", at)
    line_end = len(source) if line_end < 0 else line_end
    end = line_end - 1 if source[at:line_end].endswith(b"\r") else line_end
    values = [field[5:] for field in source[at:end].split(b"&") if field.startswith(b"data=")]
    if len(values) != 1 or re.search(rb"%(?![0-9a-fA-F]{2})", values[0]):
        found.append(Record(at, end, None, "invalid-form"))
        return line_end
    value = values[0].replace(b"+", b" ")
    value = re.sub(rb"%(..)", lambda escape: bytes([int(escape[1], 16)]), value)
    try:
        found.append(Record(at, end, parse_document(value.removeprefix(BOM))))
    except JSONFault:
        found.append(Record(at, end, None))
    return line_end


def _read_array(source: bytes, at: int, found: Found) -> int:
    """Reads an open array's elements as records; returns the offset behind its end.

    A value that follows another without a comma is an element all the same. The first comma that an array lacks is noted.
    """
    lacks_comma = False
    expected = "element"  # or: separator
    comma = -1  # the comma that was before, where an element is expected and none of its rejects took it
    at += 1
    while (at := skip_space(source, at)) < len(source):
        byte = source[at : at + 1]
        mark = MARK.match(source, at)
        if mark and byte != b"\0":
            at = mark.end()
            continue
        if byte in b",]" and comma >= 0:
            found.append(Record(comma, comma + 1, None))
        elif byte == b"," and expected == "element":
            found.append(Record(at, at + 1, None))
            at += 1
            continue
        if byte == b"]":
            return at + 1
        if byte == b",":
            expected, comma = "element", at
            at += 1
            continue
        fault = at
        if expected == "separator" and byte in VALUE_STARTS:
            if not lacks_comma:
                found.append(Record(at, at, None, MISSING_COMMA))
            lacks_comma, expected = True, "element"
        if expected != "separator":
            try:
                node, end = parse_value(source, at)
                found.add(at, end, node)
                at, comma, expected = end, -1, "separator"
                continue
            except JSONFault as error:
                fault = error.offset
        balanced, end = resume_in_array(source, at, fault)
        found.append(Record(at, trimmed(source, at, end), None))
        if not balanced and end == len(source):
            return end
        at, comma, expected = end, -1, "separator" if balanced else "element"
    found.append(Record(len(source), len(source), None, "unexpected-end"))
    return len(source)
