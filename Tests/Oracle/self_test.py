"""Checks the oracle itself: RudderStack's published sample, and facts that need no tool."""

from __future__ import annotations

import base64
import json
import random
import uuid

import reading
from containers import CONTAINERS
from edges import EDGES, OK
from event_time import iso_8601
from olark_to_rudderstack import DEFAULT_NAMESPACE, Settings, convert, namespace, rudder_id
from rawjson import JSONFault, compact, parse_document
from transcripts import transcripts

# RudderStack, "Olark Source": the sample payload that Olark sends.
PAYLOAD = b"""{"kind": "Conversation", "id": "NOTAREALTRANSCRIPT5LGcbVTa3hKBRB", "manuallySubmitted": false, "items": [
  {"kind": "MessageToVisitor", "nickname": "Olark operator", "operatorId": "6208911878914048",
   "timestamp": "1473774819.263083", "body": "Hi from an operator"},
  {"kind": "MessageToOperator", "nickname": "Returning Visitor | USA (San Francisco, CA) #7617",
   "timestamp": "1473774821.411154", "body": "Hi from a visitor", "visitor_nickname": "Olark Visitor"}],
 "tags": ["test_example"],
 "visitor": {"kind": "Visitor", "id": "NOTAREALVISITORIDS5LGl6QUrK2OaPP", "fullName": "Olark",
  "phoneNumber": "5555555555", "emailAddress": "support+integrationtest@olark.com", "ip": "",
  "city": "San Francisco", "region": "CA", "country": "United States", "countryCode": "US",
  "organization": "Visitor Organization", "browser": "Internet Explorer 11", "operatingSystem": "Windows",
  "referrer": "http://www.olark.com", "conversationBeginPage": "http://www.olark.com",
  "chat_feedback": {"overall_chat": 4, "responsiveness": 5, "knowledge": 4, "friendliness": 5}},
 "operators": {"6208911878914048": {"kind": "Operator", "id": "6208911878914048", "nickname": "integration",
  "emailAddress": "integration-accounts@rudderstack.com", "username": "integration-accounts-92750bc547"}}}"""

# The event that the same page shows for it. Its messageId is random there.
EVENT = b"""{"type": "track", "event": "Conversation",
 "traits": {"organization": "Visitor Organization",
  "chat_feedback": {"knowledge": 4, "friendliness": 5, "overall_chat": 4, "responsiveness": 5}},
 "userId": "NOTAREALVISITORIDS5LGl6QUrK2OaPP",
 "context": {"os": {"name": "Windows"}, "page": {"url": "http://www.olark.com", "referrer": "http://www.olark.com"},
  "traits": {"city": "San Francisco", "name": "Olark", "email": "support+integrationtest@olark.com",
   "phone": "5555555555", "region": "CA", "country": "United States"},
  "browser": {"name": "Internet Explorer", "version": "11"},
  "library": {"name": "unknown", "version": "unknown"}, "integration": {"name": "Olark"}},
 "rudderId": "62b1b505-2826-4e08-a266-dd64ba9f36b7", "messageId": "a98d637b-7e9b-44c3-a0fe-90a50823c7ba",
 "properties": {"tags": ["test_example"], "items": [
  {"body": "Hi from an operator", "kind": "MessageToVisitor", "nickname": "Olark operator",
   "timestamp": "1473774819.263083", "operatorId": "6208911878914048"},
  {"body": "Hi from a visitor", "kind": "MessageToOperator",
   "nickname": "Returning Visitor | USA (San Francisco, CA) #7617", "timestamp": "1473774821.411154",
   "visitor_nickname": "Olark Visitor"}]},
 "integrations": {"Olark": false}}"""


def published_sample() -> None:
    events = convert(parse_document(PAYLOAD))
    assert len(events) == 1
    event, shown = json.loads(events[0]), json.loads(EVENT)
    assert key_order(event) == key_order(shown)
    name = "track/NOTAREALTRANSCRIPT5LGcbVTa3hKBRB/2/1473774821.411154"
    assert event["messageId"] == str(uuid.uuid5(DEFAULT_NAMESPACE, name))
    shown["messageId"] = event["messageId"]
    assert event == shown


def key_order(event: dict[str, object]) -> list[list[str]]:
    """The order of an event's own members; that of verbatim ones is the transcript's."""
    context = event["context"]
    assert isinstance(context, dict)
    return [list(event), list(context), *(list(context[name]) for name in ("page", "traits", "browser", "library"))]


def rudder_ids() -> None:
    assert rudder_id("NOTAREALVISITORIDS5LGl6QUrK2OaPP") == "62b1b505-2826-4e08-a266-dd64ba9f36b7"


def namespaces() -> None:
    text = "6BA7B810-9DAD-11D1-80B4-00C04FD430C8"
    assert namespace(None) == uuid.uuid5(uuid.NAMESPACE_DNS, "chatevents")
    assert namespace(text) == uuid.NAMESPACE_DNS
    assert namespace("{" + text + "}") == uuid.uuid5(DEFAULT_NAMESPACE, "{" + text + "}")


def times() -> None:
    written = {
        "0": "1970-01-01T00:00:00.000Z",
        "1473774819.263983": "2016-09-13T13:53:39.263Z",
        "951782400.5": "2000-02-29T00:00:00.500Z",
        "-0.0001": "1969-12-31T23:59:59.999Z",
        "-62167219200": "0000-01-01T00:00:00.000Z",
        "253402300799.9999": "9999-12-31T23:59:59.999Z",
        "00012": "1970-01-01T00:00:12.000Z",
    }
    for text, expected in written.items():
        assert iso_8601(text) == expected, text
    for text in ["", "-62167219200.0001", "253402300800", "99999999999999999999.000"]:
        assert iso_8601(text) is None, text


def lossless() -> None:
    source = rb"""{"kind":"conversation","id":7,"items":[{},{"timestamp":"1.5"}], "tags" : null,"operators":{},
      "visitor":{"id":"v","ip":"192.0.2.7","countryCode":"US","kind":"Visitor"},"groups":[{"id":"g","name":"N","kind":"G"}]}"""
    track, group = convert(parse_document(source), Settings(lossless=True))
    assert track.startswith(b'{"type":"track","event":"conversation","traits":{"countryCode":"US","kind":"Visitor"},')
    assert b'"integration":{"name":"Olark"},"ip":"192.0.2.7"},"rudderId"' in track
    assert b'"originalTimestamp":"1970-01-01T00:00:01.500Z","timestamp":"1970-01-01T00:00:01.500Z","properties"' in track
    assert b'"properties":{"items":[{},{"timestamp":"1.5"}],"conversation_id":"7","operators":{},"olark":{' in track
    assert b'"olark":{"kind":"conversation","id":7,"tags":null,"operators":{},"visitor":{' in track
    assert b'"traits":{"kind":"G","name":"N","operators":{}}' in group and b'"properties":{"kind":"G"},' in group


def kept_rejects() -> None:
    text = b'{"kind":"conversation","visitor":{"id":""}}'
    kept = b'{"code":"no-identity","record":' + json.dumps(text.decode()).encode() + b"}\n"
    assert [(reject.record, reject.code) for reject in reading.run(kept * 2)[1]] == [(text, "no-identity")] * 2
    mended = kept.replace(rb'\"id\":\"\"', rb'\"id\":\"v\"')
    assert reading.run(mended) == reading.run(text.replace(b'""', b'"v"'))
    packed = b'{"code":"x","record_base64":"' + base64.b64encode(b"\xff\n" + text) + b'"}'
    assert [reject.record for reject in reading.run(packed)[1]] == [b"\xff", text]


def groups() -> None:
    source = rb"""{"kind":"conversation","visitor":{"id":42,"browser":"A\u0020b \\u0020"},"items":[{"timestamp":1.10}],
      "groups":[{"id":"g","name":null,"kind":"G"},{"id":0},{"id":""},{"name":"x"},{"id":7,"kind":null}],"operators":{}}"""
    track, first, second = convert(parse_document(source))
    assert rb'"browser":{"name":"A\u0020b","version":"\\u0020"}' in track
    assert b'"userId":"42"' in track and b'"traits":{}' in track and b'"items":[{"timestamp":1.10}]' in track
    assert first.startswith(b'{"type":"group","groupId":"g","name":null,"traits":{"kind":"G","operators":{}},"userId":"42"')
    assert second.startswith(b'{"type":"group","groupId":"7","traits":{"operators":{}},"userId":"42","context":{"library":')
    expected = uuid.uuid5(DEFAULT_NAMESPACE, "group/42/1.10/7")
    assert f'"messageId":"{expected}"'.encode() in second


def strictness() -> None:
    for text in ["01", "[1,]", '{"a":1,}', '"\\x"', '"\n"', "1.", "-", "+1", "tru", "", "1 2", '{"a"}', "[" * 513]:
        refused(text.encode())
    for raw in [b'"\xed\xa0\x80"', b'"\xc0\x80"', b'"\xf4\x90\x80\x80"', b'"\xe2\x82"', b'"\x80"']:
        refused(raw)
    for raw in [b"[" * 512 + b"]" * 512, rb'"\ud800"', b"-0.0e+1", b' { "a" : [ 1.10 , "b c" ] } ']:
        parse_document(raw)
    assert compact(parse_document(b' { "a b" : [ 1.10 , "\\" ]" ] , "a b":{ } } ')) == b'{"a b":[1.10,"\\" ]"],"a b":{}}'


def refused(raw: bytes) -> None:
    try:
        parse_document(raw)
    except JSONFault:
        return
    raise AssertionError(f"{raw!r} was parsed")


def containers_agree() -> None:
    rng = random.Random(7)
    texts = transcripts(rng, 30)
    expected, rejects = reading.run(CONTAINERS["ndjson"](texts, rng))
    for name, write in CONTAINERS.items():
        written, rejected = reading.run(write(texts, rng))
        assert written == expected, name
        assert [reject.code for reject in rejected] == [reject.code for reject in rejects], name


def rejected_texts() -> None:
    def texts(name: str) -> list[bytes]:
        return [reject.record for reject in reading.run(EDGES[name])[1]]

    assert texts("a document cut off") == [OK[:-1]]
    assert texts("garbage on lines of its own") == [b"garbage\nmore\n  " + OK]
    assert texts("a missing middle element") == [b","]
    assert texts("a missing comma") == [OK]
    assert texts("garbage for a comma") == [b"x"]
    assert texts("garbage behind a balanced element") == [b'{"a" 1} y']
    assert texts("an unbalanced element") == [b'{"a":[1},']
    assert texts("a brace too many") == [b"},"]
    assert texts("an array never closed") == [b""]
    assert texts("depth 512") == [] and len(texts("depth 513")) == 1


TESTS = [
    published_sample, rudder_ids, namespaces, times, lossless, groups, strictness, containers_agree,
    rejected_texts, kept_rejects,
]


def main() -> int:
    for test in TESTS:
        test()
    print(f"self-test: {len(TESTS)} checks passed")
    return 0
