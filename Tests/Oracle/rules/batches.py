"""Calls that arrive alone or as a batch; a batch is one record."""

from __future__ import annotations

from collections.abc import Iterator

from rawjson import Node
from rules import Rejected, check_members, of_kind

Call = tuple[Node, str, Node | None]


def calls(document: Node) -> Iterator[Call]:
    """Each call of a record, one after the other: the call, the pointer to it, the batch that it stands in."""
    if [member.value.kind for member in document.members if member.key == "type"][-1:] not in ([], ["null"]):
        yield document, "", None
        return
    check_members(document, "", {"batch": lambda node, pointer: of_kind(node, pointer, "array")})
    batch = document.get("batch")
    if not batch.elements:
        raise Rejected("empty-batch", "/batch", batch.start)
    for place, call in enumerate(batch.elements):
        pointer = f"/batch/{place}"
        if call.kind != "object":
            raise Rejected("type-mismatch", pointer, call.start)
        yield call, pointer, document


def in_batch(call: Node, batch: Node | None, key: str) -> Node | None:
    """A key of `integrations`: the call's own, else the batch's."""
    for owner in (call, batch):
        integrations = owner.get("integrations") if owner is not None else None
        found = integrations.get(key) if integrations is not None else None
        if found is not None:
            return found
    return None
