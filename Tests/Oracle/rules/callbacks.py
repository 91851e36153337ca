"""What records of single callbacks have in common: an id made from the record itself."""

from __future__ import annotations

from message_ids import uuid5
from rawjson import Node, compact
from settings import Settings


def callback_message_id(document: Node, settings: Settings, has_time: bool) -> str | None:
    """The UUID of the record's text without white space; none without a time, as equal messages are two."""
    return str(uuid5(settings.ids_under, compact(document))) if has_time else None
