"""What is wrong with a record of Userlike's add-on, by its page."""

from __future__ import annotations

from fractions import Fraction

from identity import identity
from validation_findings import Finding, Value, each_value_once, placeholder_ids, present, redacted_identity, text_of
from validation_times import clock_moment, implausible, in_order
from validation_types import Types

KINDS = {"chat_meta", "offline_message", "operator", "chat_widget"}


def findings(record: Value, types: Types, now: Fraction) -> list[Finding]:
    kind = record.member("_type")
    unknown = [kind.finding("unknown-kind")] if text_of(kind) is not None and kind.text not in KINDS else []
    rules = [*_person(record), *_times(record, now)]
    return each_value_once(unknown, types.findings(record), rules, redacted_identity(record, "userlike"), placeholder_ids(record, "userlike"))


def _person(record: Value) -> list[Finding]:
    kind = text_of(record.member("_type"))
    if kind == "chat_meta":
        own = record.member("client_uuid")
        is_missing = own is None or identity(own.node) is None
    elif kind == "offline_message":
        own = record.member("id")
        is_missing = present(own) is None or own.text == ""
    else:
        return []
    if not is_missing:
        return []
    return [own.finding("no-identity") if own else record.whole("no-identity")]


def _times(record: Value, now: Fraction) -> list[Finding]:
    """Operators and widgets have no times; only chats end, and only chats have messages."""
    kind = text_of(record.member("_type"))
    names = {"chat_meta": ["created_at", "ended_at"], "offline_message": ["created_at"]}.get(kind, [])
    found = []
    for own in filter(None, (record.member(name) for name in names)):
        found += implausible(own, clock_moment(own.text) if own.text else None, now)
    sent = [message.member("sent_at") for message in record.rows("messages")] if kind == "chat_meta" else []
    return found + in_order([(own, clock_moment(own.text)) for own in sent if text_of(own)], now)
