"""A transcript's items, their times as written, what names the conversation, and whether it is a test."""

from __future__ import annotations

from identity import id_text, present
from members import member
from rawjson import Node


def elements(node: Node | None) -> list[Node]:
    return [] if node is None else node.elements


def time_text(items: list[Node], place: int) -> str:
    """The timestamp text of the item at a place, -1 being the last; "" where there is none."""
    time = items[place].get("timestamp") if items else None
    return "" if time is None or time.kind == "null" else id_text(time)


def conversation_key(document: Node, visitor_id: str) -> str:
    """The conversation's id, or what stands in for it."""
    own = present(document.get("id"))
    if own is not None:
        return id_text(own)
    return f"{visitor_id}/{time_text(elements(document.get('items')), 0)}"


def is_test(document: Node) -> bool:
    """Whether Olark made the transcript to try something out."""
    own, visitor_id = member(document, "id"), member(member(document, "visitor"), "id")
    tags = member(document, "tags")
    return (
        (own is not None and id_text(own).startswith("NOTAREALTRANSCRIPT"))
        or (visitor_id is not None and id_text(visitor_id).startswith("NOTAREALVISITORID"))
        or any(tag.kind == "string" and tag.text == "test_example" for tag in elements(tags))
    )
