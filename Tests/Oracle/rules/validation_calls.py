"""What is wrong with a call to Segment or RudderStack, or with a batch of them, by the services' documents."""

from __future__ import annotations

from fractions import Fraction
from math import floor

from identity import visible
from rawjson import compact
from rules import is_empty_array
from validation_findings import Finding, Value, each_value_once, placeholder_ids, present, redacted_identity, text_of
from validation_times import implausible, written_moment
from validation_types import Types

CALLS = {"identify", "track", "page", "screen", "group", "alias"}
TIMES = ["timestamp", "originalTimestamp", "sentAt", "receivedAt"]
EVENT_BYTES = {"segment": 32_767, "rudderstack": 4_000_000 - len('{"batch":[]}')}
BATCH_BYTES = {"segment": 500_000, "rudderstack": 4_000_000}
SEGMENTS_CALLS = 2_500


def findings(record: Value, service: str, types: Types, of_batches: Types, now: Fraction) -> list[Finding]:
    batch = record.member("batch")
    if present(batch) is None or present(record.member("type")):
        return [*_call(record, service, types, now), *_size(record, service)]
    found = each_value_once(of_batches.findings(record), _for_all_calls(record, now))
    if batch.node.kind != "array":
        return [*found, batch.finding("type-mismatch")]
    calls = batch.elements()
    if not calls:
        found.append(batch.finding("empty-batch"))
    for call in calls:
        if call.node.kind == "object":
            found += [*_call(call, service, types, now), *_size(call, service)]
        else:
            found.append(call.finding("type-mismatch"))
    if len(compact(record.node)) > BATCH_BYTES[service]:
        found.append(record.whole("batch-too-large"))
    if service == "segment" and len(calls) > SEGMENTS_CALLS:
        found.append(record.whole("batch-too-large"))
    return found


def _call(call: Value, service: str, types: Types, now: Fraction) -> list[Finding]:
    door = _segments_door(call) if service == "segment" else _kind(call)
    person = [] if service == "segment" else [*_somebody(call), *_ids_of_text(call), *_group(call)]
    rules = [*person, *_message_id(call), *_times(call, now)]
    ids = [redacted_identity(call, "calls"), placeholder_ids(call, "calls")]
    return each_value_once(door, types.findings(call), rules, _replayed(call, now), *ids)


def _size(call: Value, service: str) -> list[Finding]:
    return [call.whole("event-too-large")] if len(compact(call.node)) > EVENT_BYTES[service] else []


def _kind(call: Value) -> list[Finding]:
    kind = call.member("type")
    if kind is not None and kind.text in CALLS:
        return []
    return [kind.finding("unknown-call") if kind else call.whole("unknown-call")]


def _segments_door(call: Value) -> list[Finding]:
    """What Segment drops a call for."""
    found = _kind(call)
    own = {name: call.member(name) for name in (
        "type", "userId", "anonymousId", "event", "properties", "traits", "name", "category", "groupId")}  # fmt: skip
    kind = own["type"].text if own["type"] else None

    def blame(name: str, code: str, is_wrong: bool) -> None:
        if is_wrong:
            found.append(own[name].finding(code) if own[name] else call.whole(code))

    def no_text(name: str) -> bool:
        return present(own[name]) is not None and not own[name].text

    def no_object(name: str) -> bool:
        node = own[name].node if present(own[name]) is not None else None
        return node is not None and node.kind != "object" and not is_empty_array(node)

    for name in ("userId", "anonymousId"):
        blame(name, "id-not-string", no_text(name))
    if not present(own["userId"]) and not present(own["anonymousId"]):
        found.append(call.whole("no-identity"))
    if kind == "track":
        blame("event", "event-not-defined", not present(own["event"]))
        blame("event", "event-not-string", no_text("event"))
    if kind in ("track", "page", "screen"):
        blame("properties", "properties-not-object", no_object("properties"))
    if kind in ("page", "screen"):
        blame("name", "name-not-string", no_text("name"))
        blame("category", "category-not-string", no_text("category"))
    if kind in ("identify", "group"):
        blame("traits", "traits-not-object", no_object("traits"))
    if kind == "group":
        blame("groupId", "no-group-id", not present(own["groupId"]) or no_text("groupId"))
    if kind == "alias":
        blame("userId", "no-user-id", not present(own["userId"]))
    return found


def _somebody(call: Value) -> list[Finding]:
    """RudderStack takes any id of which something is left when what is invisible is gone; of another type it has digits."""
    own = [call.member(name) for name in ("userId", "anonymousId")]
    filled = [one for one in own if present(one)]
    if any(one.text is None or visible(one.text) for one in filled):
        return []
    return [filled[0].finding("no-identity") if filled else call.whole("no-identity")]


def _ids_of_text(call: Value) -> list[Finding]:
    """RudderStack's page has text for ids, in whatever call they are."""
    names = ["userId", "anonymousId", *(["previousId"] if text_of(call.member("type")) == "alias" else [])]
    own = (call.member(name) for name in names)
    return [one.finding("type-mismatch") for one in own if present(one) and one.text is None]


def _group(call: Value) -> list[Finding]:
    """A group call says which group it is about."""
    group = call.member("groupId")
    if text_of(call.member("type")) != "group" or (present(group) and group.text != ""):
        return []
    return [group.finding("no-group-id") if group else call.whole("no-group-id")]


def _message_id(call: Value) -> list[Finding]:
    own = call.member("messageId")
    return [own.finding("message-id-too-long")] if own and own.text is not None and len(own.text) >= 100 else []


def _replayed(owner: Value, now: Fraction) -> list[Finding]:
    """What an earlier delivery left: the time of receipt, and a time of sending that is more than a day ago."""
    sent, received = owner.member("sentAt"), owner.member("receivedAt")
    moment = written_moment(sent.text) if sent is not None and sent.text is not None else None
    found = [sent.finding("replayed-time")] if moment is not None and floor(moment) < floor(now) - 86_400 else []
    return found + ([received.finding("replayed-time")] if present(received) else [])


def _for_all_calls(batch: Value, now: Fraction) -> list[Finding]:
    """What a batch says for all its calls and should not."""
    own = (batch.member(name) for name in ("timestamp", "originalTimestamp"))
    return [one.finding("batch-timestamp") for one in own if present(one)] + _replayed(batch, now)


def _times(call: Value, now: Fraction) -> list[Finding]:
    found = []
    for own in (call.member(name) for name in TIMES):
        if own is not None and own.text is not None:
            moment = written_moment(own.text)
            found += [own.finding("time-not-iso")] if moment is None else implausible(own, moment, now)
    return found
