"""The way back: from a lossless event to the transcript that it was made from, one document at a time."""

from __future__ import annotations

from batches import calls
from members import member
from rawjson import Node, compact
from rules import Rejected, Rule, anything, check_members, object_with, text
from settings import Settings

CALLS = ("identify", "track", "page", "screen", "group", "alias")

PROPERTIES: dict[str, Rule] = {"items": anything, "tags": anything, "olark": object_with({"kind": text}, nullable=True)}
EVENT: dict[str, Rule] = {"type": text, "properties": object_with(PROPERTIES, nullable=True)}


def convert(document: Node, settings: Settings = Settings()) -> list[bytes]:
    """The transcripts of a record's calls; a call that is no track has none."""
    found = [transcript(call, pointer) for call, pointer, _ in calls(document)]
    return [text for text in found if text is not None]


def transcript(event: Node, pointer: str) -> bytes | None:
    """The transcript of an event, or None for a call that is no track."""
    check_members(event, pointer, EVENT)
    call = event.get("type")
    if call is None or call.kind == "null" or call.text not in CALLS:
        raise Rejected("unknown-call", f"{pointer}/type" if call is not None else pointer, (call or event).start)
    if call.text != "track":
        return None
    properties = event.get("properties")
    kept = member(properties, "olark")
    if member(kept, "kind") is None:
        raise Rejected("not-lossless", f"{pointer}/properties/olark" if kept is not None else pointer)
    members = [member.raw_key + b":" + compact(member.value) for member in kept.members]
    for name in ("items", "tags"):
        value = properties.get(name)
        if value is not None and value.kind != "null":
            members.append(b'"%b":%b' % (name.encode(), compact(value)))
    return b"{%b}" % b",".join(members)
