"""The way back: from a lossless event to the transcript that it was made from, one document at a time."""

from __future__ import annotations

from rawjson import Node, compact
from transcript_rules import Rejected, Rule, anything, check_members, object_with, text

CALLS = ("identify", "track", "page", "screen", "group", "alias")

PROPERTIES: dict[str, Rule] = {"items": anything, "tags": anything, "olark": object_with({}, nullable=True)}
EVENT: dict[str, Rule] = {"type": text, "properties": object_with(PROPERTIES, nullable=True)}


def convert(document: Node) -> list[bytes]:
    """The transcript in a list of its own, or no transcript from a call that is no track."""
    marks = [member.value for member in document.members if member.key == "type"]
    if document.kind != "object" or all(mark.kind == "null" for mark in marks):
        raise Rejected("unknown-shape", "")
    check_members(document, "", EVENT)
    call = document.get("type")
    if call.text not in CALLS:
        raise Rejected("unknown-call", "/type", call.start)
    if call.text != "track":
        return []
    properties = document.get("properties")
    transcript = properties.get("olark") if properties is not None else None
    if transcript is None or transcript.kind != "object":
        raise Rejected("not-lossless", "/properties/olark" if transcript is not None else "")
    members = [member.raw_key + b":" + compact(member.value) for member in transcript.members]
    for name in ("items", "tags"):
        value = properties.get(name)
        if value is not None and value.kind != "null":
            members.append(b'"%b":%b' % (name.encode(), compact(value)))
    return [b"{%b}" % b",".join(members)]
