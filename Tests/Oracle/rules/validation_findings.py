"""What is wrong with a record: where, and under which code; and which of several findings about a value are told."""

from __future__ import annotations

from typing import NamedTuple

from identity import id_text
from pointers import step
from rawjson import Node
from rules import is_integer


class Finding(NamedTuple):
    """The offset of what is wrong, the way to it, the code; whether it is about the record as a whole."""

    offset: int
    pointer: str
    code: str
    is_whole: bool = False


class Value(NamedTuple):
    """A value and the way to it."""

    node: Node
    pointer: str

    def finding(self, code: str) -> Finding:
        return Finding(self.node.start, self.pointer, code)

    def whole(self, code: str) -> Finding:
        """What is wrong with the whole that this is."""
        return Finding(self.node.start, self.pointer, code, True)

    def member(self, *names: str) -> Value | None:
        """A member's value, or that of a member's member; None where it is not there.

        Of what stands twice, which is a finding of its own, the last counts that has what is looked for.
        """
        return next(reversed(self._all(*names)), None)

    def _all(self, *names: str) -> list[Value]:
        found = [self]
        for name in names:
            found = [
                Value(member.value, owner.pointer + step(name))
                for owner in found
                for member in owner.node.members
                if member.key == name
            ]
        return found

    def elements(self) -> list[Value]:
        """An array's elements; none of another value."""
        return [Value(node, f"{self.pointer}/{place}") for place, node in enumerate(self.node.elements)]

    def rows(self, name: str) -> list[Value]:
        """The elements of a member that is an array."""
        arrays = [value for value in self._all(name) if value.node.kind == "array"]
        return arrays[-1].elements() if arrays else []

    def keys(self, name: str) -> set[str]:
        """The keys of a member that is an object."""
        maps = [value.node for value in self._all(name) if value.node.kind == "object"]
        return {member.key for member in maps[-1].members} if maps else set()

    @property
    def text(self) -> str | None:
        """The characters of a string; None of another value."""
        return self.node.text if self.node.kind == "string" else None


def present(value: Value | None) -> Value | None:
    """The value, unless it is not there or null."""
    return None if value is None or value.node.kind == "null" else value


def text_of(value: Value | None) -> str | None:
    return value.text if value else None


def each_value_once(*stages: list[Finding]) -> list[Finding]:
    """The findings of which nobody has spoken before: of a value that one stage blames, the later ones say nothing."""
    told: list[Finding] = []
    for stage in stages:
        blamed = {finding.offset for finding in told if not finding.is_whole}
        told += [finding for finding in stage if finding.is_whole or finding.offset not in blamed]
    return told


# By which members receivers tell people and conversations apart, the one that is reported first.
_OF_CALLS = ["properties.olark.visitor.id", "properties.conversation_id", "messageId"]
IDS = {
    "olark": ["visitor.id", "id"],
    "olark-js": ["userId", "anonymousId", "visitor.id", "getDetails.id", "conversationId"],
    "userlike": ["client_uuid", "id"],
    "userlike-js": ["globalCtx.client_uuid", "sessionCtx.chat_id"],
    "calls": ["userId", "anonymousId", "previousId", *_OF_CALLS],
}


# What programs write in place of an id that they do not have, in small letters.
PLACEHOLDERS = {
    "undefined", "null", "[object object]", "nan", "0", "anonymous", "none", "nil", "(null)", "00000000-0000-0000-0000-000000000000",
}  # fmt: skip
OF_CHATS = {"id", "conversationId", "sessionCtx.chat_id", "properties.conversation_id", "messageId"}


def placeholder_ids(record: Value, form: str) -> list[Finding]:
    """Each id of a person that is a word for nothing."""
    ids = (record.member(*path.split(".")) for path in IDS[form] if path not in OF_CHATS)
    texts = ((one, id_text(one.node)) for one in ids if one is not None and (one.text is not None or is_integer(one.node)))
    return [one.finding("placeholder-id") for one, text in texts if text.isascii() and text.lower() in PLACEHOLDERS]


def redacted_identity(record: Value, form: str) -> list[Finding]:
    """An id that is what redaction leaves of every id."""
    ids = (record.member(*path.split(".")) for path in IDS[form])
    return [one.finding("redacted-identity") for one in ids if text_of(one) == "<redacted>"][:1]
