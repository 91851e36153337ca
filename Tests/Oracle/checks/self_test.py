"""Checks the oracle itself: RudderStack's published sample, and facts that need no tool."""

from __future__ import annotations

import base64
import json
import random
import uuid

import layouts
import olark_js_records
import posted_twice
import reading
from containers import CONTAINERS
from decimals import decimal, decimal_text
from edges import EDGES, OK
from event_time import iso_8601
from formats import MARKS, of_each_format
from iso_time import callback_time
from item_times import duration, effective
from message_ids import DEFAULT_NAMESPACE, namespace
from olark_to_rudderstack import convert, rudder_id
from raw_writer import Style, write
from rawjson import JSONFault, compact, parse_document
from routes import ROUTES
from rules import Rejected
from settings import Settings
from tool import listed_routes

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
    # What RudderStack's gateway made of ids with spaces around them, and of one with characters that are not seen.
    assert rudder_id(" v1 ") == rudder_id("\u2800v\u200b1\t") == rudder_id("v1") == "c3c361ac-8e56-4098-a31d-dcee94bdd6a1"
    assert rudder_id("v 1") != rudder_id("v1")


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
        "253402300799999.9": "9999-12-31T23:59:59.999Z",
        "99999999999.9": "5138-11-16T09:46:39.900Z",
        "100000000000": "1973-03-03T09:46:40.000Z",
        "00012": "1970-01-01T00:00:12.000Z",
    }
    for text, expected in written.items():
        assert iso_8601(text) == expected, text
    for text in ["", "-62167219200.0001", "253402300800000", "99999999999999999999.000"]:
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
    assert [(reject.record, reject.code) for reject in reading.run(kept * 2).rejects] == [(text, "no-identity")] * 2
    mended = kept.replace(rb'\"id\":\"\"', rb'\"id\":\"v\"')
    assert reading.run(mended).output == reading.run(text.replace(b'""', b'"v"')).output != b""
    packed = b'{"code":"x","record_base64":"' + base64.b64encode(b"\xff\n" + text) + b'"}'
    assert [reject.record for reject in reading.run(packed).rejects] == [b"\xff", text]


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
    rng = random.Random(8)
    for route in ROUTES:
        texts = route.records(rng, 30)
        settings = Settings(target=route.target)
        expected = reading.run(CONTAINERS["ndjson"](texts, rng), settings)
        for name, write in CONTAINERS.items():
            found = reading.run(write(texts, rng), settings)
            assert found.output == expected.output, (route.name, name)
            assert [reject.code for reject in found.rejects] == [reject.code for reject in expected.rejects], name
            assert (found.converted, found.skipped) == (expected.converted, expected.skipped), name


def generators_reach_everything() -> None:
    """Samples give events, sound records are mostly taken, and faults make rejects."""
    rng = random.Random(11)
    for route in ROUTES:
        assert reading.run(route.sample, Settings(source=route.source, target=route.target)).events, route.name
        for invalid, least, most in ((0, 0, 15), (1, 40, 150)):
            counts = [reading.run(text, Settings(target=route.target)) for text in route.records(rng, 150, invalid=invalid)]
            rejects = sum(len(count.rejects) for count in counts)
            assert least <= rejects <= most, (route.name, invalid, rejects)


def conversations_posted_twice() -> None:
    """Two posts of one conversation go together, and ids that depend on the post are found out."""
    pairs = posted_twice.sound_posts(random.Random(5), 40)
    posted_twice.check(lambda post: reading.run(post, Settings(target="segment")).output, pairs)
    for name in (lambda post: str(len(post)), lambda post: str(post.count(b"true"))):
        try:
            posted_twice.check(
                lambda post: reading.run(post, Settings(target="segment", ids_under=namespace(name(post)))).output, pairs
            )
        except posted_twice.Confused:
            continue
        raise AssertionError("ids that depend on the post were not found out")


def decimals() -> None:
    texts = {"0004.150": "4.15", "-0.50": "-0.5", "100": "100", "-0.0": "0", "1" + "0" * 5000 + ".5": "1" + "0" * 5000 + ".5"}
    assert {text: decimal_text(decimal(text)) for text in texts} == texts
    assert duration(decimal("1.10"), decimal("5.25")) == "4.15" and duration(decimal("5"), decimal("4.9")) == "0"
    assert effective([None, None, 7, None, 3]) == [7, 7, 7, 7, 3] and effective([None, None]) == [None, None]


def callback_times() -> None:
    written = {
        b'"2026-11-21t08:00:00.1239+0100"': "2026-11-21T07:00:00.123Z",
        b'"0000-01-01 00:00:00Z"': "0000-01-01T00:00:00.000Z",
        b"99999999999.9999": "5138-11-16T09:46:39.999Z",
        b"100000000000": "1973-03-03T09:46:40.000Z",
        b'"-0.0001"': "1969-12-31T23:59:59.999Z",
    }
    for token, expected in written.items():
        assert callback_time(parse_document(token)) == expected, token
    for time in olark_js_records.BAD_TIMES:
        try:
            found = callback_time(parse_document(write(time, Style.plain())))
        except Rejected:
            continue
        raise AssertionError(f"{time!r} was taken for {found}")


def live_chat() -> None:
    source = rb"""{"kind":"Conversation","id":"c\u0031","items":[{"kind":"MessageToOperator","body":"\u00e9","timestamp":"10.10"},
      {"kind":"New"},{"kind":"MessageToVisitor","operatorId":7,"timestamp":"14.250"},{"kind":"MessageToVisitor","timestamp":"9"}],
      "operators":{"\u0037":{"nickname":"N","username":""}},"visitor":{"id":"v","emailAddress":"","city":"C"},"ip":""}"""
    events = [json.loads(line) for line in reading.run(source, Settings(target="segment")).events]
    assert [event["event"].removeprefix("Live Chat ") for event in events] == [
        "Conversation Started", "Message Sent", "Message Received", "Message Received", "Conversation Ended",
    ]  # fmt: skip
    agents = [event["properties"].get("agent_id") for event in events]
    assert agents == ["7", "7", "7", None, "7"] and events[1]["properties"]["agent_name"] == "N"
    assert [event["properties"]["conversation_duration"] for event in events] == [0, 0, 4.15, 0, 0]
    assert [event["messageId"].split("-", 5)[5] for event in events] == ["started", "0", "2", "3", "ended"]
    assert events[0]["messageId"][:36] == str(uuid.uuid5(DEFAULT_NAMESPACE, "c1"))
    assert events[0]["timestamp"] == "1970-01-01T00:00:10.100Z"
    assert events[0]["context"]["traits"] == {"address": {"city": "C"}} and "ip" not in events[0]["context"]
    assert rb'"message_id":"c\u0031-0","message_body":"\u00e9"' in reading.run(source, Settings(target="segment")).output


def request_bodies() -> None:
    """Bodies are as long as the service takes and no longer."""
    event = b'{"a":"' + b"x" * 992 + b'"}'
    bodies = layouts.written([event] * 3000, Settings(target="segment", layout="batch")).splitlines()
    sizes = [len(body) for body in bodies]
    assert max(sizes) <= 500_000 < sizes[0] + 1 + len(event) and len(bodies) == 7, sizes
    assert [event for body in bodies for event in json.loads(body)["batch"]] == [json.loads(event)] * 3000
    small = layouts.written([b"{}"] * 5001, Settings(target="segment", layout="batch")).splitlines()
    assert [len(json.loads(body)["batch"]) for body in small] == [2500, 2500, 1]


def rejected_texts() -> None:
    def texts(name: str) -> list[bytes]:
        return [reject.record for reject in reading.run(EDGES[name]).rejects]

    assert texts("a document cut off") == [OK[:-1]]
    assert texts("garbage on lines of its own") == [b"garbage\nmore\n  " + OK]
    assert texts("a missing middle element") == [b","]
    assert texts("a missing comma") == []
    assert [report.code for report in reading.run(EDGES["missing commas in two arrays"]).reported] == ["missing-comma"] * 2
    assert texts("garbage for a comma") == [b"x"]
    assert texts("garbage behind a balanced element") == [b'{"a" 1} y']
    assert texts("an unbalanced element") == [b'{"a":[1},']
    assert texts("a brace too many") == [b"},"]
    assert texts("an array never closed") == [b""]
    assert texts("depth 508") == [] and len(texts("depth 509")) == len(texts("depth 512")) == len(texts("depth 513")) == 1


def formats_are_not_forgotten() -> None:
    complete = dict.fromkeys(MARKS, 0)
    assert of_each_format(complete) == complete
    less = {name: 0 for name in MARKS if name != "rudderstack"}
    assert of_each_format(less, but=["rudderstack"]) == less
    for table, but in ((less, []), (complete, ["rudderstack"]), ({**complete, "other": 0}, [])):
        try:
            of_each_format(table, but)
        except LookupError as error:
            assert str(error).endswith("rudderstack" if "other" not in table else "other")
        else:
            raise AssertionError("a table of other formats is taken")


TESTS = [
    published_sample, rudder_ids, namespaces, times, lossless, groups, strictness, containers_agree,
    rejected_texts, kept_rejects, generators_reach_everything, conversations_posted_twice, decimals, callback_times,
    live_chat, request_bodies, formats_are_not_forgotten,
]  # fmt: skip


def knows_every_route(tool: str) -> None:
    """The oracle knows each route that the tool lists."""
    missing = set(listed_routes(tool)) - {route.name for route in ROUTES}
    assert not missing, f"no oracle for {', '.join(sorted(missing))}"


def main(tool: str | None = None) -> int:
    for test in TESTS:
        test()
    if tool is not None:
        knows_every_route(tool)
    print(f"self-test: {len(TESTS) + (tool is not None)} checks passed")
    return 0
