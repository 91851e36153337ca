"""Records of all formats to be validated: generated ones, with twists of their own at what the rules look at."""

from __future__ import annotations

import random
from collections.abc import Callable
from copy import deepcopy

from formats import of_each_format
from raw_writer import Object, Raw, Style, Value, number_token, string_token, write
from rawjson import Node, decode_string, parse_document
from routes import RECORDS
from vendor_olark_api import ENTRIES, SETTING
from vendor_types import Type

NOW = "1795000000.25"  # 2026-11-18T11:06:40.25Z
TELLS_KIND = ("type", "_type")

SECONDS = [
    "1795000000.25", "1795000000.250", "1795000000.2500000000000000000001", "1795000000.24999999999999999999", "1795000000",
    "1795000000.3", "1795000001", "1794999999.9999999999999999999999", "1795000000.25000000000000000000", "1473774819263",
    "-99999999999999", "253402300799.9", "253402300800", "00000001795000000.26", "0", "-0.5",
]  # fmt: skip
CLOCKS = [
    "2026-11-18 11:06:40.25", "2026-11-18T11:06:40.2500000000000000000001", "2026-11-18 11:06:40", "2026-11-18t12:06:40.25+01:00",
    "2026-11-18T12:06:40.251+0100", "2026-11-18 11:06:40.249999z", "2026-11-18", "18.11.2026", "2026-02-29 00:00:00", "",
    "9999-12-31 23:59:59", "9999-12-31T23:59:59-00:01", "0000-01-01 00:00:00+00:01", "0000-01-01 00:00:00", "2014-12-29 11:23:24",
    "2014-12-29 11:23:24.000000000000000000000", "2014-12-29 11:23:24.0000000000000000000001", "2014-12-29 24:00:00", "now",
]  # fmt: skip
RATINGS = ["5", "5.0", "5.5", "0", "1e0", "1", "0.99", "-0", "50e-1", "5.01", "6", "-1", "1E+1", "4.5", "500E-2"]
ODD: list[Value] = [None, "", " ", "x", Raw(b"0"), Raw(b"5"), Raw(b"1.5"), Raw(b"true"), Raw(b"false"), [], Object([]), ["x"],
                    [None], Object([("a", None)]), "\u200b", "\ud800"]  # fmt: skip


def odd(rng: random.Random) -> Value:
    """One of the values of `ODD`, which whoever has it may change."""
    return deepcopy(rng.choice(ODD))


def tree(node: Node, depth: int = 0) -> Value:
    """A value that can be changed; what is no container, or lies deep in one, stays as it is written, and so do keys."""
    if node.kind == "object" and depth < 9:
        return Object([(Raw(member.raw_key), tree(member.value, depth + 1)) for member in node.members])
    return [tree(element, depth + 1) for element in node.elements] if node.kind == "array" and depth < 9 else Raw(node.raw)


def name_of(key: str | Raw) -> str:
    return decode_string(bytes(key)) if isinstance(key, Raw) else key


def own(owner: Value, name: str) -> Value:
    """A member's value; None where there is none."""
    found = [value for key, value in owner if name_of(key) == name] if isinstance(owner, Object) else []
    return found[-1] if found else None


def put(owner: Object, name: str, value: Value) -> None:
    """Sets a member, where it stood."""
    places = [place for place, (key, _) in enumerate(owner) if name_of(key) == name]
    if places:
        owner[places[-1]] = (owner[places[-1]][0], value)
    else:
        owner.append((name, value))


def inside(rng: random.Random, root: Object, name: str) -> Object:
    """A member that is an object, made one where it is none."""
    if not isinstance(own(root, name), Object):
        put(root, name, Object([]))
    return own(root, name)


def objects(value: Value) -> list[Object]:
    """All the objects in a value, itself too."""
    inner = [child for _, child in value] if isinstance(value, Object) else value if isinstance(value, list) else []
    return ([value] if isinstance(value, Object) else []) + [one for child in inner for one in objects(child)]


def seconds(rng: random.Random) -> Value:
    text = rng.choice(SECONDS)
    return Raw(text.encode()) if rng.random() < 0.3 and not text.startswith("00") else text


# Twists that any record can have.


def repeat(rng: random.Random, root: Object) -> None:
    """A member stands twice, the second time with another spelling of its key and perhaps another value."""
    owner = rng.choice([root, rng.choice(objects(root))])
    if owner:
        key, value = rng.choice(owner)
        name = name_of(key)
        spelt = Raw(string_token(rng, name, rng.choice([0.0, 0.5, 1.0])))
        owner.insert(rng.randrange(len(owner) + 1), (spelt, value if name in TELLS_KIND or rng.random() < 0.6 else odd(rng)))


def replace(rng: random.Random, root: Object) -> None:
    """A member has any value; nulls more often than others."""
    owner = rng.choice([root, rng.choice(objects(root))])
    if owner:
        place = rng.randrange(len(owner))
        owner[place] = (owner[place][0], None if rng.random() < 0.4 else odd(rng))


def drop(rng: random.Random, root: Object) -> None:
    if root:
        del root[rng.randrange(len(root))]


UNLIKE = [
    rb'"\ud800"', rb'"a\uDFFFb"', rb'"\ud83d\ude00"', rb'"\ud83d\ud83d\ude00"', rb'"a\u0000"', rb'"\\u0000"', rb'"\ufffe"', rb'"\uFDD0"',
    rb'"\ufdf0"', rb'"\ud83f\udfff"', rb'"\udbff\udffd"', b'"\xef\xbf\xbe"', b'"x\xef\xb7\xaf"', b'"\xef\xb8\x8f"', b'"\xf0\x9f\xbf\xbe"',
    b'"\xf4\x8f\xbf\xbf \xef\xbf\xbd"', rb'"\u0000\ud800"', b"1e400", b"-1E+309", b"1e308", b"1e-400", b"9" * 309, b"1" + b"0" * 308,
    rb'{"a":1,"\u0061":2,"a\u0000":3}', rb'{"\ud800":1,"\udc00":2}', rb'{"":1,"\u0000":2}', rb'[{"a":{"b":1}},{"a":{"b":1,"b":1}}]',
    rb'{"a\ufffe":1,"a\ufffd":2}', b'{"x":["x","x"],"y":"x"}', b"{" + b",".join(b'"k%d":0' % (n % 30) for n in range(32)) + b"}",
]  # fmt: skip


def unlike(rng: random.Random, root: Object) -> None:
    """A value that not every program reads alike, or one that is close to it, in a member of any name."""
    owner = rng.choice([root, rng.choice(objects(root))])
    name = rng.choice(["x", "y\0", Raw(rb'"z\ud800"'), Raw(rb'"\u0078"'), Raw(rb'"\uffff"')])
    owner.insert(rng.randrange(len(owner) + 1), (name, Raw(rng.choice(UNLIKE))))


IDS = ["userId", "anonymousId", "previousId", "messageId", "id", "client_uuid", "conversationId", "visitor.id", "getDetails.id",
       "properties.conversation_id", "globalCtx.client_uuid", "sessionCtx.chat_id"]  # fmt: skip


def redacted_ids(rng: random.Random, root: Object) -> None:
    """Ids that are what redaction leaves, or nearly."""
    for path in rng.sample(IDS, rng.randint(1, 6)):
        text = rng.choice(["<redacted>", "<redacted>", Raw(b'"\\u003credacted\\u003e"'), "<redacted> ", "redacted-00", "<Redacted>"])
        *owner, name = path.split(".")
        put(inside(rng, root, owner[0]) if owner else root, name, text)


EVERYWHERE = [repeat, replace, replace, drop, unlike, redacted_ids]


# Twists of the formats.


def item(rng: random.Random) -> Object:
    made = Object([("timestamp", seconds(rng))]) if rng.random() < 0.8 else Object([])
    if rng.random() < 0.5:
        kinds = ["MessageToVisitor", "MessageToOperator", "OfflineMessage", "Whisper", "messagetovisitor", "", "MessageToVisitor\0"]
        made.append(("kind", rng.choice(kinds)))
    if rng.random() < 0.6:
        made.append(("operatorId", rng.choice(["1", Raw(b"1"), Raw(b"-0"), "-0", "\u00e9", Raw(b'"\\u00E9"'), Raw(b'"\\u0031"'), "", "2", "\ud800"])))
    return made


def items(rng: random.Random, root: Object) -> None:
    put(root, "items", [item(rng) for _ in range(rng.randint(1, 5))])
    if rng.random() < 0.7:
        keys = rng.sample(["1", Raw(b'"\\u0031"'), Raw(b'"\\u00e9"'), "-0", "", "2", "\ud800"], rng.randrange(4))
        put(root, "operators", Object([(key, rng.choice([Object([]), None])) for key in keys]))


def ratings(rng: random.Random, root: Object) -> None:
    names = ["overall_chat", "responsiveness", "knowledge", "friendliness"]
    feedback = Object([(name, Raw(rng.choice(RATINGS).encode())) for name in names])
    put(inside(rng, root, "visitor"), "chat_feedback", feedback)


def test_data(rng: random.Random, root: Object) -> None:
    rng.choice(
        [
            lambda: put(root, "id", rng.choice(["NOTAREALTRANSCRIPT", Raw(b'"NOTAREAL\\u0054RANSCRIPT5"'), "NOTAREALTRANSCRIP"])),
            lambda: put(inside(rng, root, "visitor"), "id", rng.choice(["NOTAREALVISITORIDS5", "NOTAREALVISITORI", "notarealvisitorid"])),
            lambda: put(root, "tags", rng.choice([["test_example"], ["x", Raw(b'"test\\u005fexample"')], ["test_example "]])),
        ]
    )()


def call_ids(rng: random.Random, root: Object) -> None:
    character = rng.choice(["a", "é", "🦉", "\n", "\ud800"])
    put(root, "messageId", Raw(string_token(rng, character * rng.choice([99, 100, 101]), rng.choice([0.0, 0.5, 1.0]))))


def call_times(rng: random.Random, root: Object) -> None:
    for name in rng.sample(["timestamp", "originalTimestamp", "sentAt", "receivedAt"], 2):
        put(root, name, rng.choice([rng.choice(CLOCKS), rng.choice(CLOCKS), seconds(rng)]))


def call_size(rng: random.Random, root: Object) -> None:
    """As long as an event may be, or a byte longer, without its white space."""
    if rng.random() < 0.3:
        put(root, "padding", "")
        size = len(write(root, Style.plain()))
        put(root, "padding", "x" * (32_767 - size + rng.choice([0, 1])))


def person(rng: random.Random, root: Object) -> None:
    for name in ("userId", "anonymousId"):
        put(root, name, rng.choice([None, "", "u", " ", "\u200b", Raw(b"5"), Object([]), "\ud800"]))


def refusals(rng: random.Random, root: Object) -> None:
    for name in rng.sample(["event", "name", "category", "groupId", "properties", "traits"], 2):
        put(root, name, odd(rng))


def userlike_times(rng: random.Random, root: Object) -> None:
    put(root, rng.choice(["created_at", "ended_at"]), rng.choice(CLOCKS))
    if rng.random() < 0.2:
        put(root, "_type", rng.choice(["operator", "chat_widget", "offline_message"]))
    put(root, "messages", [Object([("sent_at", rng.choice(CLOCKS))]) for _ in range(rng.randint(0, 4))])


def userlike_ids(rng: random.Random, root: Object) -> None:
    put(root, rng.choice(["id", "client_uuid"]), odd(rng))
    if rng.random() < 0.4:
        put(root, "rate", Raw(rng.choice(RATINGS).encode()))


def recorded(rng: random.Random, root: Object) -> None:
    milliseconds = ["1795000000250", "1795000000251", "1795000000250.0000000000000000001", "99999999999", "100000000000"]
    put(root, "timestamp", rng.choice([seconds(rng), rng.choice(CLOCKS), Raw(rng.choice(milliseconds).encode()), odd(rng)]))


def recorded_person(rng: random.Random, root: Object) -> None:
    for name in ("userId", "anonymousId", "visitor", "getDetails"):
        if rng.random() < 0.5:
            put(root, name, rng.choice([None, "", "u", Raw(b"7"), Object([]), Object([("id", odd(rng))])]))


def tracked_person(rng: random.Random, root: Object) -> None:
    put(root, "globalCtx", rng.choice([None, Object([]), Object([("client_uuid", odd(rng))])]))


def other_side(rng: random.Random, root: Object) -> None:
    """What is written for a page stands among what a page recorded."""
    name = rng.choice(["call", "setting", "custom"])
    put(root, name, rng.choice([None, "api.box.show", "x", Object([("segmentio", rng.choice([None, Raw(b"5"), Object([])]))])]))


def calls_in_batch(rng: random.Random, twists: list[Callable[[random.Random, Object], None]], root: Object) -> None:
    """Twists a batch, or calls in it."""
    calls = own(root, "batch")
    if not isinstance(calls, list) or rng.random() < 0.2:
        put(root, "batch", rng.choice([[], calls, Object([]), "x", None, [Raw(b"1")], [None, []]])) if rng.random() < 0.5 else None
        return
    for call in calls:
        if isinstance(call, Object) and rng.random() < 0.6:
            rng.choice(twists)(rng, call)


# Calls and settings of Olark's API.


def api_example(rng: random.Random, wanted: Type) -> Value:
    """A value that an argument takes."""
    match wanted.name:
        case "members":
            own = [(name, one) for name, one in wanted.members if one.is_required or rng.random() < 0.7]
            return Object([(name, api_example(rng, one)) for name, one in own])
        case "either":
            return api_example(rng, rng.choice(wanted.types))
        case "list":
            return [api_example(rng, wanted.of) for _ in range(rng.randrange(3))]
        case "one-of":
            return rng.choice(wanted.values)
    examples = {
        "text": ["", "hi", "\u2026"], "flag": [Raw(b"true"), Raw(b"false")], "whole": [Raw(b"7"), Raw(b"0")],
        "size": [Raw(b"25"), Raw(b"0"), Raw(b"-0"), Raw(b"-1")],
        "color": ["#744da8", "#FFF"], "object": [Object([]), Object([("internalCustomerId", "2194832109")])],
        "function": ["function () {}"],
    }  # fmt: skip
    return rng.choice(examples[wanted.name])


def api_record(rng: random.Random) -> bytes:
    """A call or a setting that the API takes, with a twist; or a name with any arguments."""
    entry = rng.choice(list(ENTRIES.values()))
    arguments = [api_example(rng, one) for one in entry.arguments]
    content = [("call", entry.name), ("arguments", arguments)]
    if entry.kind == SETTING:
        content = [("setting", entry.name), ("value", arguments[0])]
    bare = rng.random() < 0.1
    root = Object([] if bare else content)
    name = rng.choice([entry.name, entry.name + "x", None, Raw(b"5"), ""]) if rng.random() < 0.2 else entry.name
    if bare or rng.random() < 0.15:
        put(root, rng.choice(["call", "setting"]), name)
    for _ in range(rng.choice([0, 1, 1, 2])):
        rng.choice([api_value, api_value, api_member, api_arguments])(rng, root)
    return write(root, Style.random(rng, True))


def api_value(rng: random.Random, root: Object) -> None:
    allowed = ["sm", "md", "lg", "dr", "left", "right", "soft", "hard", "SM"]
    values = [*ODD, *allowed, "#abc", "#abcdef", "#abcdeg", "#ab", "sm", "left", "soft", "en-US", Raw(number_token(rng)), [["x"]], [Raw(b"1")]]
    target = rng.choice([one for one in objects(root)])
    if target:
        place = rng.randrange(len(target))
        if name_of(target[place][0]) not in ("call", "setting"):
            target[place] = (target[place][0], deepcopy(rng.choice(values)))


def api_member(rng: random.Random, root: Object) -> None:
    target = rng.choice(objects(root))
    if rng.random() < 0.5:
        target.append((rng.choice(["x", "body", "general", "fonts", "full_name", "call", "setting", "é/~"]), odd(rng)))
    elif len(target) > 1:
        del target[rng.randrange(len(target))]


def api_arguments(rng: random.Random, root: Object) -> None:
    given = own(root, "arguments")
    if isinstance(given, list) and not isinstance(given, Object) and rng.random() < 0.6:
        given.append(odd(rng)) if rng.random() < 0.6 or not given else given.pop()
    else:
        put(root, "arguments", rng.choice([None, [], "x", Object([]), [odd(rng)], [odd(rng), Raw(b"1")]]))


def at_the_limits() -> list[bytes]:
    """Events and batches of as many bytes, and batches of as many calls, as a service takes, and of one more."""
    head = b'{"type":"page","userId":"u","x":"'
    events = [head + b"x" * (size - len(head) - 2) + b'"}' for size in (32_767, 32_768, 3_999_988, 3_999_989)]
    spaced = [event.replace(b",", b" ,\n ") for event in events]
    return events + spaced + [b'{"batch":[' + b" ,".join(spaced) + b"]}", *_batches_at_the_limits()]


def _batches_at_the_limits() -> list[bytes]:
    call = b'{"type":"page","userId":"u"}'
    counted = [b'{"batch":[' + b", ".join([call] * count) + b"]}" for count in (2_500, 2_501)]
    padded = b'{"type":"page","userId":"u","x":"' + b"x" * 24_900 + b'"}'
    body = b'{"batch":[' + b",".join([padded] * 20) + b'],"x":""}'
    return counted + [body[:-2] + b"x" * (size - len(body)) + b'" }' for size in (500_000, 500_001)]


CALL_TWISTS = [call_ids, call_times, call_times, call_size, person, refusals, refusals]
# What is twisted in records of each format.
TWISTS: dict[str, list[Callable[[random.Random, Object], None]]] = of_each_format({
    "olark": [items, items, items, ratings, test_data],
    "olark-js": [recorded, recorded_person, other_side],
    "userlike": [userlike_times, userlike_times, userlike_ids],
    "userlike-js": [recorded, tracked_person, other_side],
    "segment": CALL_TWISTS,
    "rudderstack": CALL_TWISTS,
})  # fmt: skip


def record(rng: random.Random, name: str) -> bytes:
    """A record of a format."""
    if name == "olark-js" and rng.random() < 0.4:
        return api_record(rng)
    twists = TWISTS[name]
    text = RECORDS[name](rng, True, rng.choice([0.0, 0.5]))
    if rng.random() < 0.15:
        return text
    root = tree(parse_document(text))
    for _ in range(rng.choice([0, 1, 1, 2, 3])):
        if own(root, "batch") is not None and rng.random() < 0.8:
            calls_in_batch(rng, [*twists, *EVERYWHERE], root)
        else:
            rng.choice([*twists, *twists, *EVERYWHERE])(rng, root)
    return write(root, Style.random(rng, True))
