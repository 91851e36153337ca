"""Where records start and end in an input, outside of envelopes: the rule, simple and slow. Offsets are of the input as it stands."""

from __future__ import annotations

import re
from typing import NamedTuple

from balance import next_start_line, resume_in_array, trimmed
from rawjson import JSONFault, Node, parse_document, parse_value, skip_space

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
    is_form: bool = False  # the document is what a form body holds


def records(source: bytes) -> list[Record]:
    """Every record of the input, in order; what is in envelopes is not looked at."""
    found: list[Record] = []
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
        except JSONFault as fault:
            # The part that is looked at may end inside of two escapes that are one character.
            if fault.offset >= len(line) - 12 and len(line) == 4096 and at + 4096 < len(source):
                return False
            break
        if end < len(line) and line[end] > 0x20 and line[end] not in b",[]{":
            break
        place = end
    return re.search(rb"""\{["\\' }]""", line[place:]) is not None


def _read_value(source: bytes, at: int, found: list[Record]) -> int:
    try:
        node, end = parse_value(source, at)
    except JSONFault:
        end = next_start_line(source, at)
        found.append(Record(at, trimmed(source, at, end), None))
        return end
    found.append(Record(at, end, node))
    return end


def _read_form(source: bytes, at: int, found: list[Record]) -> int:
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
        found.append(Record(at, end, parse_document(value.removeprefix(BOM)), is_form=True))
    except JSONFault:
        found.append(Record(at, end, None))
    return line_end


def _read_array(source: bytes, at: int, found: list[Record]) -> int:
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
                found.append(Record(at, end, node))
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
