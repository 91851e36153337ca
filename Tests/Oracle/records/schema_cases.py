"""Documents by hand: the schema that judges them, the document, and whether it is sound."""

from __future__ import annotations

import json
from typing import Any

import olark_js_records
import rudderstack_records
import segment_calls
import transcripts
import userlike_records

TRACK = {"type": "track", "userId": "u", "event": "e"}
CHAT = {"_type": "chat_meta", "id": 67, "created_at": "2014-12-29 11:23:24", "rate": 5}


def _rated(rating: Any) -> dict[str, Any]:
    return {"kind": "Conversation", "visitor": {"chat_feedback": {"overall_chat": rating}}}


def _sent(time: Any) -> dict[str, Any]:
    return {"kind": "Conversation", "items": [{"timestamp": time}]}


def _without(document: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in document.items() if key != name}


BY_HAND: list[tuple[str, Any, bool]] = [
    ("olark-transcript", json.loads(transcripts.SAMPLE), True),
    ("olark-transcript", {"kind": "Conversation"}, True),
    ("olark-transcript", {"kind": "cONVERSATION", "id": None, "visitor": None, "later": []}, True),
    ("olark-transcript", {}, False),
    ("olark-transcript", [], False),
    ("olark-transcript", {"kind": None}, False),
    ("olark-transcript", {"kind": "Ticket"}, False),
    ("olark-transcript", {"kind": "Conversation\n"}, False),
    ("olark-transcript", {"kind": "Conversation", "id": 1.5}, False),
    ("olark-transcript", {"kind": "Conversation", "id": 1}, True),
    ("olark-transcript", {"kind": "Conversation", "visitor": {"fullName": 1}}, False),
    ("olark-transcript", {"kind": "Conversation", "operators": {"1": {"nickname": 1}}}, False),
    ("olark-transcript", {"kind": "Conversation", "operators": {"1": None}}, True),
    ("olark-transcript", {"kind": "Conversation", "items": [None]}, False),
    ("olark-transcript", {"kind": "Conversation", "tags": [1]}, False),
    *[("olark-transcript", _rated(rating), True) for rating in (1, 4.5, 5, None)],
    *[("olark-transcript", _rated(rating), False) for rating in (0, 5.1, "5", True)],
    *[("olark-transcript", _sent(time), True) for time in ("1473774819.263083", "-1", 5, 1.5, None)],
    *[("olark-transcript", _sent(time), False) for time in ("", "1.", "1e5", "yesterday", " 1", True)],
    ("olark-callback-record", json.loads(olark_js_records.SAMPLE), True),
    ("olark-callback-record", {"getDetails": {"fullName": "Jo"}}, True),
    ("olark-callback-record", {"getDetails": {"fullName": 1}}, False),
    *[("olark-callback-record", {"getDetails": {"visitCount": count}}, True) for count in (0, -1, 3.0, 1e2, None)],
    *[("olark-callback-record", {"getDetails": {"visitCount": count}}, False) for count in (1.5, 1e-1, "3", True)],
    ("olark-callback-record", {"event": {}}, False),
    ("olark-callback-record", {"callback": None, "getDetails": None}, False),
    ("olark-callback-record", {"callback": "a", "timestamp": "2014-12-29T11:23:24Z"}, True),
    ("olark-callback-record", {"callback": "a", "timestamp": 1419852204263}, True),
    ("olark-callback-record", {"callback": "a", "timestamp": "2014-12-29T11:23:24"}, False),
    ("olark-call", {"call": "api.box.show", "arguments": []}, True),
    ("olark-call", {"arguments": []}, False),
    ("userlike-record", json.loads(userlike_records.SAMPLE), True),
    ("userlike-record", CHAT, True),
    ("userlike-record", CHAT | {"rate": 6}, False),
    ("userlike-record", CHAT | {"visits": 2, "page_impressions": 7.0}, True),
    ("userlike-record", CHAT | {"visits": 2.5}, False),
    ("userlike-record", CHAT | {"_type": "offline_message", "page_impressions": 2.5}, False),
    ("userlike-record", CHAT | {"created_at": "2014-12-29"}, False),
    ("userlike-record", CHAT | {"messages": [{"sent_at": "now"}]}, False),
    ("userlike-record", CHAT | {"_type": "operator", "created_at": 1}, True),
    ("userlike-record", CHAT | {"_type": "chat_session"}, False),
    ("userlike-record", {"_type": "offline_message", "message": 1}, False),
    ("userlike-record", {"_type": "offline_message", "messages": 1}, True),
    ("userlike-record", {"id": 67}, False),
    ("userlike-tracking-record", json.loads(userlike_records.JS_SAMPLE), True),
    ("userlike-tracking-record", {"event": "chat_started"}, True),
    ("userlike-tracking-record", {"globalCtx": {}}, False),
    ("userlike-data", {"custom": {"segmentio": {"listen": True, "visitor": {"email": "jo@example.com"}}}}, True),
    ("userlike-data", {"custom": {"segmentio": {"listen": "yes"}}}, False),
    ("segment-event", json.loads(segment_calls.SAMPLE), True),
    ("segment-event", TRACK, True),
    ("segment-event", TRACK | {"userId": None, "anonymousId": "a"}, True),
    ("segment-event", TRACK | {"userId": 7}, False),
    ("segment-event", TRACK | {"userId": "", "anonymousId": "a"}, False),
    ("segment-event", _without(TRACK, "userId"), False),
    ("segment-event", _without(TRACK, "event"), False),
    ("segment-event", TRACK | {"event": None}, False),
    ("segment-event", TRACK | {"event": ""}, False),
    ("segment-event", TRACK | {"properties": []}, True),
    ("segment-event", TRACK | {"properties": [1]}, False),
    ("segment-event", TRACK | {"context": []}, True),
    ("segment-event", TRACK | {"type": "Track"}, False),
    ("segment-event", TRACK | {"type": None}, False),
    ("segment-event", TRACK | {"context": {"page": {"url": 1}}}, False),
    ("segment-event", TRACK | {"context": {"protocols": {"event_version": 2.0}}}, True),
    ("segment-event", TRACK | {"context": {"protocols": {"event_version": 2.5}}}, False),
    ("segment-event", {"type": "page", "userId": "u", "event": 1}, True),
    ("segment-event", {"type": "page", "userId": "u", "name": ""}, False),
    ("segment-event", {"type": "screen", "userId": "u", "category": 1}, False),
    ("segment-event", {"type": "group", "userId": "u", "groupId": "g", "traits": {"employees": 329}}, True),
    ("segment-event", {"type": "group", "userId": "u"}, False),
    ("segment-event", {"type": "identify", "userId": "u", "traits": "t"}, False),
    ("segment-event", {"type": "alias", "anonymousId": "a"}, False),
    ("segment-event", {"type": "alias", "userId": "u", "previousId": "p"}, True),
    *[("segment-company", {"id": name}, True) for name in ("acme", 7, 1.5, None)],
    *[("segment-company", {"id": name}, False) for name in (True, [7], {})],
    ("segment-batch", {"batch": [TRACK, {"type": "alias", "userId": "u"}]}, True),
    ("segment-batch", {"batch": [TRACK, {"type": "alias"}]}, False),
    ("segment-batch", {"batch": None}, False),
    ("rudderstack-event", json.loads(rudderstack_records.SAMPLE), False),  # nobody is named
    ("rudderstack-event", json.loads(rudderstack_records.SAMPLE) | {"userId": "u"}, True),
    ("rudderstack-event", {"type": "track", "userId": "u"}, True),
    ("rudderstack-event", {"type": "page", "anonymousId": "a"}, True),
    ("rudderstack-event", {"type": "track", "userId": "", "anonymousId": "a"}, True),
    ("rudderstack-event", {"type": "track", "userId": "", "anonymousId": None}, False),
    ("rudderstack-event", {"type": "pay", "userId": "u"}, False),
    ("rudderstack-event", {"type": "group", "userId": "u", "traits": [{}]}, False),
    ("rudderstack-batch", {"batch": [{"type": "track", "userId": "u"}]}, True),
    ("rudderstack-event", {"type": "track", "userId": "u", "request_ip": "192.0.2.8", "channel": "server"}, True),
    ("rudderstack-event", {"type": "track", "userId": "u", "receivedAt": 1419852204}, False),
    ("rudderstack-event", {"type": "group", "userId": "u", "request_ip": 5}, False),
    ("rudderstack-event", {"type": "group", "userId": "u", "properties": []}, True),
    ("rudderstack-event", {"type": "group", "userId": "u", "properties": [[]]}, False),
    ("rudderstack-batch", {"batch": [{"type": "track"}]}, False),
    ("rudderstack-batch", {"batch": [], "context": {"ip": "192.0.2.8"}, "integrations": {}}, True),
    ("rudderstack-batch", {"batch": [], "context": {"ip": 5}}, False),
    ("rudderstack-batch", {"batch": [], "integrations": [1]}, False),
    ("rudderstack-batch", {}, False),
]
