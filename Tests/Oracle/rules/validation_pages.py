"""What is wrong with what a page recorded or is to say: callbacks and calls of Olark's API, Userlike's events and data."""

from __future__ import annotations

from fractions import Fraction

from decimals import decimal, is_decimal
from formats import TRACKING_EVENTS
from identity import id_text, identity
from iso_time import MILLISECONDS_FROM, callback_time, zoned_seconds
from rules import Rejected
from validation_api import Catalogue
from validation_findings import Finding, Value, each_value_once, placeholder_ids, present, redacted_identity, text_of
from validation_times import implausible
from validation_types import Types
from vendor_types import Type

OLARK_EVENTS = {f"api.chat.on{name}" for name in (
    "BeginConversation", "MessageToOperator", "MessageToVisitor", "OfflineMessageToOperator")}  # fmt: skip
USERLIKE_EVENTS = {"chat_started", "message_operator_terminating", "message_client_terminating", "chat_quit"}


def olark(record: Value, types: Types, catalogue: Catalogue, now: Fraction) -> list[Finding]:
    """Of a record that a page wrote down; or of a call or a setting, which it is to make."""
    name, answer = record.member("callback"), present(record.member("getDetails"))
    if not present(name) and not answer and (record.member("call") or record.member("setting")):
        return catalogue.findings(record)
    tells = [text_of(name) in OLARK_EVENTS, answer is not None]
    unknown = text_of(name) is not None and name.text not in catalogue.callbacks
    found = [name.finding("unknown-event" if name.text.startswith("api.") else "unknown-callback")] if unknown else []
    said = any(_is_somebody(record.member(own)) for own in ("userId", "anonymousId"))
    for is_told, details in zip(tells, ("visitor", "getDetails"), strict=True):
        if is_told and not said and not _is_somebody(record.member(details, "id")):
            found.append(record.whole("no-identity"))
            break
    found += _time(record, any(tells), now)
    found += _lacking(record.member("event"), catalogue.received(text_of(name)))
    return each_value_once(types.findings(record), found, redacted_identity(record, "olark-js"), placeholder_ids(record, "olark-js"))


def _lacking(given: Value | None, wanted: Type | None) -> list[Finding]:
    """What is missing in what a callback was given, where the page wrote that down."""
    if given is None or given.node.kind != "object" or wanted is None or wanted.name != "members":
        return []
    found = []
    for name, one in dict(wanted.members).items():
        own = given.member(name)
        if present(own):
            found += _lacking(own, one)
        elif one.is_required:
            found.append(given.finding("missing-member"))
    return found


def userlike(record: Value, types: Types, of_data: Types, now: Fraction) -> list[Finding]:
    """Of an event that a page wrote down; or of the data that it gives the widget."""
    event = record.member("event")
    if not present(event) and record.member("custom"):
        return of_data.findings(record)
    is_told = text_of(event) in USERLIKE_EVENTS
    unknown = text_of(event) is not None and event.text not in TRACKING_EVENTS
    found = [event.finding("unknown-event")] if unknown else []
    if is_told and not _is_somebody(record.member("globalCtx", "client_uuid")):
        own = record.member("globalCtx", "client_uuid")
        found.append(own.finding("no-identity") if own else record.whole("no-identity"))
    found += _time(record, is_told, now)
    return each_value_once(types.findings(record), found, redacted_identity(record, "userlike-js"), placeholder_ids(record, "userlike-js"))


def _is_somebody(own: Value | None) -> bool:
    return own is not None and identity(own.node) is not None


def _time(record: Value, gives_event: bool, now: Fraction) -> list[Finding]:
    """What gives an event has a time, by which it is told from another one; and that has come."""
    own = record.member("timestamp")
    if not present(own):
        return [record.whole("no-message-id")] if gives_event else []
    if own.node.kind not in ("string", "number"):
        return []
    try:
        callback_time(own.node)
    except Rejected:
        return []  # its type says so
    text = id_text(own.node)
    if is_decimal(text):
        moment = decimal(text) / (1 if abs(decimal(text)) < MILLISECONDS_FROM else 1000)
    else:
        moment = zoned_seconds(text)
    return implausible(own, moment, now)
