"""Redaction of Olark's transcripts, as a Python programmer would write it for speed, on orjson and re.

Reads transcripts, one a line, from a file or standard input; writes them without what is personal. It knows the forms that
the corpus has, and looks no further: the tool also finds them escaped, in member names, and in other countries' writing.
"""

from __future__ import annotations

import hashlib
import re
import sys
from typing import Any

import orjson

from lines import run

MARK = "<redacted>"
DROPPED = ("fullName", "phoneNumber", "emailAddress", "ip")
SCANNED = ("organization", "referrer", "conversationBeginPage")

# Nothing can stand in a text that has none of these.
hint = re.compile(r"[0-9@]|::|(?im:^[ \t]*(?:name|e-?mail|phone)[ \t]*:)").search
answers = re.compile(r"(?im)(^[ \t]*(?:name|e-?mail|phone)[ \t]*:[ \t]*)(\S(?:.*\S)?)").sub
personal = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.])"
    r"|(?<![\w:])(?:[0-9a-f]{1,4}:){1,7}(?::[0-9a-f]{1,4}){1,6}(?![\w:])"
    r"|(?<!\w)\+\d[\d ()-]{6,}\d"
    r"|\(\d{3}\) ?\d{3}-\d{4}"
).sub


def redacted(text: str) -> str:
    if hint(text) is None:
        return text
    return personal(MARK, answers(r"\1" + MARK, text))


def anywhere(value: Any) -> Any:
    if isinstance(value, str):
        return redacted(value)
    if isinstance(value, dict):
        return {redacted(name): anywhere(child) for name, child in value.items()}
    return [anywhere(child) for child in value] if isinstance(value, list) else value


def transcript(line: bytes) -> list[dict[str, Any]]:
    value = orjson.loads(line)
    for item in value["items"]:
        item["body"] = redacted(item["body"])
        if item["kind"] != "MessageToVisitor" and item.get("nickname"):
            item["nickname"] = MARK
    value["tags"] = [redacted(tag) for tag in value["tags"]]
    visitor = value["visitor"]
    if visitor.get("id"):
        visitor["id"] = f"redacted-{hashlib.sha256(value['id'].encode()).hexdigest()[:32]}"
    for name in DROPPED:
        if visitor.get(name):
            visitor[name] = MARK
    for name in SCANNED:
        visitor[name] = redacted(visitor[name])
    if (fields := visitor.get("customFields")) is not None:
        visitor["customFields"] = anywhere(fields)
    for owner in (value, visitor, *value["items"], *value.get("groups", ())):
        for name in owner:
            if name.startswith("extra_"):
                owner[name] = anywhere(owner[name])
    return [value]


if __name__ == "__main__":
    run(transcript, sys.argv[1] if len(sys.argv) > 1 else None)
