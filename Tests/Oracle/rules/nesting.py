"""How deep a record may be nested of which a service's events are made, so that these can be read again.

A document is read up to 512 levels. An event has what it copies at most two levels deeper than its record, and a body has its
events two levels deep.
"""

from __future__ import annotations

from pointers import step
from rawjson import Node
from rules import Rejected

SERVICES = ("rudderstack", "segment")
MOST = 512 - 2 - 2


def refuse_deep(document: Node, target: str) -> None:
    """Raises `Rejected` for the first object or array of a document that is too deep for events."""
    if target not in SERVICES:
        return
    waiting = [(document, "", 1)]
    while waiting:
        node, pointer, level = waiting.pop()
        if node.kind not in ("object", "array"):
            continue
        if level > MOST:
            raise Rejected("too-deep", pointer, node.start)
        inside = [(member.value, pointer + step(member.key), level + 1) for member in node.members]
        inside += [(element, pointer + step(str(index)), level + 1) for index, element in enumerate(node.elements)]
        waiting += reversed(inside)
