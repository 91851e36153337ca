"""What is wrong with a transcript, by Olark's documents."""

from __future__ import annotations

from fractions import Fraction

from identity import id_text, identity
from rules import is_integer
from validation_findings import Finding, Value, each_value_once, placeholder_ids, redacted_identity, text_of
from validation_times import decimal_moment, in_order
from validation_types import Types

ITEM_KINDS = {"MessageToVisitor", "MessageToOperator", "OfflineMessage"}


def findings(record: Value, types: Types, now: Fraction) -> list[Finding]:
    rules = [*_items(record, now), *_test_data(record), *_visitor(record)]
    return each_value_once(_kind(record), types.findings(record), rules, redacted_identity(record, "olark"), placeholder_ids(record, "olark"))


def _kind(record: Value) -> list[Finding]:
    kind = record.member("kind")
    text = text_of(kind)
    # ASCII letters alone have two cases here: a long s is none of them.
    is_other = text is not None and not (text.isascii() and text.lower() == "conversation")
    return [kind.finding("unknown-kind")] if is_other else []


def _items(record: Value, now: Fraction) -> list[Finding]:
    listed = record.keys("operators")
    found, times = [], []
    for item in record.rows("items"):
        kind, operator, time = (item.member(name) for name in ("kind", "operatorId", "timestamp"))
        if text_of(kind) is not None and kind.text not in ITEM_KINDS:
            found.append(kind.finding("unknown-item-kind"))
        if operator and (operator.node.kind == "string" or is_integer(operator.node)):
            if id_text(operator.node) not in listed:
                found.append(operator.finding("unknown-operator"))
        if time and time.node.kind in ("string", "number"):
            times.append((time, decimal_moment(id_text(time.node))))
    return found + in_order(times, now)


def _test_data(record: Value) -> list[Finding]:
    tags = record.member("tags").elements() if record.member("tags") else []
    kind = text_of(record.member("kind"))
    marks = [
        kind is not None and kind.isascii() and kind.lower() == "test",  # as Olark's button once wrote
        (text_of(record.member("id")) or "").startswith("NOTAREALTRANSCRIPT"),
        (text_of(record.member("visitor", "id")) or "").startswith("NOTAREALVISITORID"),
        any(tag.text == "test_example" for tag in tags),
    ]
    return [record.whole("test-data")] if any(marks) else []


def _visitor(record: Value) -> list[Finding]:
    visitor, own = record.member("visitor"), record.member("visitor", "id")
    if own is None:
        return [visitor.finding("no-identity") if visitor else record.whole("no-identity")]
    return [own.finding("no-identity")] if identity(own.node) is None else []
