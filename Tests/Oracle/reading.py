"""Which records an input holds, whatever containers it uses: the rule, simple and slow.

`records` splits an input; `run` also converts, and so says what the tool must write and reject.
Offsets are of the input as it stands.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from typing import NamedTuple

import olark_to_rudderstack
from balance import next_start_line, resume_in_array, trimmed
from olark_to_rudderstack import Settings
from rawjson import JSONFault, Node, decode_string, parse_document, parse_value, skip_space
from transcript_rules import Rejected

BOM = b"\xef\xbb\xbf"
FORM_START = re.compile(rb"(?:[^ \t\r\n{\[\"]*?&)?data=")
SYNTAX = None


class Record(NamedTuple):
    """One record: its bytes' range, and its document or, without one, the code of its fault.

    A code of `SYNTAX` (None) is any fault of the JSON itself.
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


Convert = Callable[[Node], list[bytes]]


def run(source: bytes, settings: Settings = Settings()) -> tuple[bytes, list[Reject]]:
    """What standard output and the rejects of a conversion of `source` are."""
    return run_with(lambda document: olark_to_rudderstack.convert(document, settings), source)


def run_with(convert: Convert, source: bytes, reads_rejects: bool = True) -> tuple[bytes, list[Reject]]:
    """The same for any route; a rejects file stands for the records that it keeps."""
    output: list[bytes] = []
    rejects: list[Reject] = []
    for record in records(source):
        code, pointer, fault = record.code, None, None
        if record.document is not None:
            try:
                kept = rejected_text(record.document) if reads_rejects else None
                if kept is not None:
                    written, again = run_with(convert, kept, reads_rejects=False)
                    output.append(written)
                    rejects += [Reject(reject.record, reject.code, None) for reject in again]
                    continue
                output += [event + b"\n" for event in convert(record.document)]
                continue
            except Rejected as rejected:
                code = rejected.code
                if record.document.source is source:
                    pointer, fault = rejected.pointer, rejected.offset
        rejects.append(Reject(source[record.start : record.end], code, record.start, pointer, fault))
    return b"".join(output), rejects


def rejected_text(document: Node) -> bytes | None:
    """What a line of a rejects file keeps of a record; None for any other document."""
    if document.kind != "object" or any(has(document, name) for name in ("kind", "type")):
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


def has(document: Node, name: str) -> bool:
    node = document.get(name)
    return node is not None and node.kind != "null"


def records(source: bytes) -> list[Record]:
    """Every record of the input, in order."""
    found: list[Record] = []
    at = len(BOM) if source.startswith(BOM) else 0
    while (at := skip_space(source, at)) < len(source):
        if FORM_START.match(source, at):
            at = _read_form(source, at, found)
        elif source[at] == ord("["):
            at = _read_array(source, at, found)
        else:
            at = _read_value(source, at, found)
    return found


def _read_value(source: bytes, at: int, found: list[Record]) -> int:
    try:
        node, end = parse_value(source, at)
    except JSONFault:
        end = next_start_line(source, at)
        found.append(Record(at, trimmed(source, at, end), None))
        return end
    found.append(_unpacked(at, end, node))
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
        found.append(_unpacked(at, end, parse_document(value)))
    except JSONFault:
        found.append(Record(at, end, None))
    return line_end


def _unpacked(start: int, end: int, node: Node) -> Record:
    """The record of a value that stands; an envelope gives the document inside it."""
    if node.kind != "object" or node.get("kind") is not None:
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
        return Record(start, end, parse_document(text))
    except JSONFault:
        return Record(start, end, None)


def _read_array(source: bytes, at: int, found: list[Record]) -> int:
    """Reads an open array's elements as records; returns the offset behind its end."""
    expected = "element"  # or: separator
    comma = -1  # the comma that was before, where an element is expected and none of its rejects took it
    at += 1
    while (at := skip_space(source, at)) < len(source):
        byte = source[at : at + 1]
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
        if expected != "separator":
            try:
                node, end = parse_value(source, at)
                found.append(_unpacked(at, end, node))
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
