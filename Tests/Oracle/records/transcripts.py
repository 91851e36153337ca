"""Seeded transcripts as raw JSON text, usual and odd, and a mutator that breaks texts.

Odd means what the format allows and a careless reader gets wrong: escapes in keys, numbers as ids,
nulls, shuffled and unknown members, long bodies, missing times. A share of them breaks a rule of a route.
"""

from __future__ import annotations

import random

import consent
from odd_values import (
    BLANK, WRONG, disturb, maybe, random_id, random_text, remove_member, set_member, unknown,
)  # fmt: skip
from raw_writer import Object, Raw, Style, Value, number_token, write

SAMPLE = b'{"kind":"Conversation","id":"c","visitor":{"id":"v"},"items":[{"kind":"MessageToVisitor","body":"x"}]}'

VISITOR_TEXTS = {
    "fullName": ["Bob Doe", "", "USA (Coventry, RI) #2979", "Zoë 🦉", "null", '"quoted"'],
    "phoneNumber": ["(555) 555-5555", "", "5555555555"],
    "emailAddress": ["bob@example.com", "", "zoë@bücher.example", " ", "\u200b"],
    "city": ["Palo Alto", "São Paulo", "", "東京"],
    "region": ["CA", "", "Île-de-France"],
    "country": ["United States", "India", ""],
    "operatingSystem": ["Windows", "Macintosh", ""],
    "referrer": ["http://www.example.com/?a=1&data=%7B", "", "https://example.com/path#x"],
    "conversationBeginPage": ["http://localhost:5503/", "", "http://www.example.com/{path}"],
    "organization": ["Widgets Inc.", "", "Road\tRunner"],
}
BROWSERS = [
    "Chrome 12.1", "Internet Explorer 11", "", "Chrome", "Chrome ", " ", " 9", "a  b", "Śafari 6.0 ",
    "x\\ y\\\\ z",
]  # fmt: skip
RAW_BROWSERS = [
    rb'"A\u0020b"', rb'"A \u0020"', rb'"A\\u0020b"', rb'"\u0020"', rb'"a b\u0020c\\ud"',
    rb'"\ud800\u0020\u00e9"',
]  # fmt: skip
LOSSLESS_TEXTS = {"ip": ["192.0.2.7", "", "2001:db8::1"], "countryCode": ["US", ""], "kind": ["Visitor", ""]}
TIMES = ["1473774819.263083", "1307116657.1", "1445956507", "-3.50", "0", "0012.10", "99999999999999999999.000"]
ODD_TIMES = [
    "-0.0005", "-62167219200", "-62167219200.0001", "253402300799999.9", "253402300800000", "951782399.1239", "-0",
    "1473774819263", "1473774819000.5", "-100000000000", "99999999999.9", "100000000000", "0001473774819263",
    "-0.0", "00000000000000000000000000001.5",
]  # fmt: skip
BAD_TIMES: list[Value] = ["", "x", "1.", ".5", "1.2.3", " 1", "1e5", "+1", "１", "-", Raw(b"1e5"), Raw(b"-0.5E1")]
ITEM_KINDS = ["MessageToVisitor", "MessageToOperator", "MessageToVisitor", "MessageToOperator", "OfflineMessage"]
STRANGE_KINDS: list[Value] = ["SomethingNew", "messagetovisitor", "", None, "MessageToVisitor "]
OPERATORS = ["828848", "é/1", "1", "2", "3", "", "a\ud800"]
CUSTOM_FIELDS = ["internalId", "é", "a.b", "", "x y"]  # those that `--user-id` may name


def transcript(rng: random.Random, newlines: bool = True, invalid: float = 0.2) -> bytes:
    """One transcript's text; `newlines` allows line ends between tokens, `invalid` is the broken share."""
    root = _root(rng)
    if rng.random() < invalid:
        _break_a_rule(rng, root)
    return write(root, Style.random(rng, newlines))


def conversation(rng: random.Random, count: int) -> tuple[Object, list[Value]]:
    """A transcript that breaks no rule, and its items; the object lists the items as its last member."""
    root = _root(rng)
    items = _items(rng, count)
    set_member(root, "items", items)
    return root, items


def mutate(rng: random.Random, text: bytes, changes: int | None = None) -> bytes:
    """The text with one to three bytes deleted, inserted or replaced, or with its end cut off.

    No NUL comes into the first four bytes, which would make the text look like UTF-16.
    """
    broken = bytearray(text)
    alphabet = b'{}[]",:\\ \n\r\t0-1.eEudt%&=+\x00\x1f\x80\xc3\xed\xff'
    for _ in range(changes or rng.choice([1, 1, 1, 2, 3])):
        if not broken:
            break
        marks = [place for place, byte in enumerate(broken) if byte in b'{}[]",:\n\\']
        place = rng.choice(marks) if marks and rng.random() < 0.6 else rng.randrange(len(broken))
        byte = rng.choice(alphabet)
        byte = ord("0") if byte == 0 and place < 5 else byte
        action = rng.random()
        if action < 0.35:
            del broken[place]
        elif action < 0.65:
            broken.insert(place, byte)
        elif action < 0.93:
            broken[place] = byte
        elif action < 0.97:
            del broken[place : place + rng.randint(2, 60)]
        else:
            del broken[place:]
    return bytes(broken)


def _root(rng: random.Random) -> Object:
    root = Object([("kind", rng.choice(["Conversation", "conversation", "CONVERSATION", "Conversation"]))])
    own = "NOTAREALTRANSCRIPT5L" if rng.random() < 0.04 else random_id(rng)
    maybe(rng, root, "id", own, 0.9)
    maybe(rng, root, "manuallySubmitted", Raw(rng.choice([b"true", b"false"])), 0.5)
    maybe(rng, root, "items", _items(rng, rng.choice([0, 1, 1, 2, 3, 6, 14])), 0.9, nullable=rng.random() < 0.4)
    maybe(rng, root, "tags", _tags(rng), 0.6)
    maybe(rng, root, "groups", [_group(rng) for _ in range(rng.choice([0, 1, 1, 2, 4]))], 0.6, nullable=False)
    root.append(("visitor", _visitor(rng)))
    maybe(rng, root, "operators", _operators(rng), 0.8)
    maybe(rng, root, "ip", rng.choice(["127.0.0.1", "", "::1"]), 0.3)
    return disturb(rng, root)


def _tags(rng: random.Random) -> Value:
    tags = ["olark", random_text(rng)]
    return rng.choice([[], tags, tags, tags, [*tags, "test_example"]])


def _visitor(rng: random.Random) -> Object:
    own = "NOTAREALVISITORIDS5L" if rng.random() < 0.04 else random_id(rng, empty=False)
    visitor = Object([("id", own)])
    for name, texts in [*LOSSLESS_TEXTS.items(), *VISITOR_TEXTS.items()]:
        maybe(rng, visitor, name, rng.choice([*texts, random_text(rng)]), 0.6)
    browser = Raw(rng.choice(RAW_BROWSERS)) if rng.random() < 0.3 else rng.choice(BROWSERS)
    maybe(rng, visitor, "browser", browser, 0.8)
    feedback = Object([("overall_chat", Raw(number_token(rng))), ("comments", None)])
    maybe(rng, visitor, "chat_feedback", rng.choice([feedback, unknown(rng)]), 0.4)
    maybe(rng, visitor, "customFields", _custom_fields(rng), 0.5)
    return disturb(rng, visitor)


def _custom_fields(rng: random.Random) -> Object:
    fields = Object([])
    for name in CUSTOM_FIELDS:
        maybe(rng, fields, name, rng.choice([random_id(rng), unknown(rng), random_text(rng), rng.choice(BLANK)]), 0.5)
    return disturb(rng, fields, ["x", "", "other", "/~"])


def _items(rng: random.Random, count: int) -> list[Value]:
    """Items of which few or many have times, in order or not, or of which the first ones have none."""
    timed = rng.choice([0.95, 0.95, 0.5, 0.0])
    untimed_first = rng.choice([0, 0, 0, 1, 2])
    clock = None if rng.random() < 0.4 else rng.choice([1_473_774_819, 0, -5, 1_700_000_000])
    items: list[Value] = []
    for place in range(count):
        clock = None if clock is None else clock + rng.choice([0, 0, 1, 7, 100, -3])
        items.append(_item(rng, None if place < untimed_first or rng.random() > timed else _time(rng, clock)))
    return items


def _time(rng: random.Random, clock: int | None) -> str:
    """A second of the clock with any number of digits behind it, or a time from anywhere."""
    if clock is None or rng.random() < 0.05:
        return rng.choice(TIMES if rng.random() < 0.8 else ODD_TIMES)
    digits = "".join(rng.choices("0123456789", k=rng.choice([0, 1, 2, 3, 6, 6, 6, 20])))
    return f"{clock}.{digits}" if digits else f"{clock}"


def _item(rng: random.Random, time: str | None) -> Object:
    item = Object([("kind", rng.choice(ITEM_KINDS if rng.random() < 0.9 else STRANGE_KINDS))])
    if time is not None:
        as_number = rng.random() < 0.15 and not time.lstrip("-").startswith("00")
        maybe(rng, item, "timestamp", Raw(time.encode()) if as_number else time, 1)
    body = random_text(rng, long=rng.random() < 0.05)
    maybe(rng, item, "body", consent.text(rng, body) if rng.random() < 0.25 else body, 0.9)
    maybe(rng, item, "nickname", random_text(rng), 0.5)
    operator = rng.choice([*OPERATORS, Raw(b"1"), Raw(b"2"), Raw(b"-0"), "nobody"])
    maybe(rng, item, "operatorId", operator, 0.7 if item[0][1] == "MessageToVisitor" else 0.1)
    return disturb(rng, item)


def _operators(rng: random.Random) -> Object:
    """The operators by their ids, some of them missing, some twice."""
    operators = Object([])
    for name in OPERATORS:
        operator = Object([("id", name)])
        maybe(rng, operator, "nickname", rng.choice([random_text(rng), "John", ""]), 0.8)
        maybe(rng, operator, "username", rng.choice([random_text(rng), "jdoe", ""]), 0.8)
        maybe(rng, operators, name, disturb(rng, operator), 0.6, nullable=False)
    return disturb(rng, operators, ["é", "other", "4"]) if rng.random() < 0.1 else operators


def _group(rng: random.Random) -> Object:
    group = Object([])
    maybe(rng, group, "id", random_id(rng), 0.85)
    maybe(rng, group, "name", rng.choice(["Group 1", "", None, random_text(rng)]), 0.8)
    maybe(rng, group, "kind", rng.choice(["Group", "", None]), 0.8)
    return disturb(rng, group)


def _break_a_rule(rng: random.Random, root: Object) -> None:
    """Gives a transcript a fault (or rarely, two) of type, repetition, timestamp, kind or identity."""
    visitor = next(value for key, value in root if key == "visitor")
    keys = ["id", "browser", "customFields", *VISITOR_TEXTS, *LOSSLESS_TEXTS]
    own = ["kind", "id", "ip", "items", "visitor", "groups", "operators", "tags", "manuallySubmitted"]
    objects = [(root, own), (visitor, keys)]
    for name, keys in (
        ("items", ["timestamp", "kind", "body", "operatorId"]),
        ("groups", ["id", "name", "kind"]),
        ("operators", ["nickname", "username", *OPERATORS]),
    ):
        value = next((value for key, value in root if key == name), None)
        objects += [(child, keys) for child in _children(value)]
    owner, keys = rng.choice(objects)
    key = rng.choice(keys)
    fault = rng.choice(["type", "type", "repeated", "timestamp", "identity", "kind", "two"])
    if fault in ("type", "two"):
        set_member(owner, key, rng.choice(WRONG))
    if fault in ("repeated", "two"):
        of_operators = any(name == "operators" and value is owner for name, value in root)
        owner.append((key, next((value for own, value in owner if own == key), Object([]) if of_operators else None)))
    elif fault == "timestamp":
        items = [Object([("timestamp", "1.5")]), Object([("body", ""), ("timestamp", rng.choice(BAD_TIMES))])]
        set_member(root, "items", items)
    elif fault == "identity":
        blank = rng.choice([*BLANK, "\x00\ud800"])
        rng.choice(
            [
                lambda: set_member(visitor, "id", blank),
                lambda: set_member(root, "visitor", None),
                lambda: remove_member(root, "visitor"),
            ]
        )()
    elif fault == "kind":
        foreign = rng.choice([None, "", "Conversations", "onversation", "Conver\u017fation"])
        rng.choice([lambda: set_member(root, "kind", foreign), lambda: remove_member(root, "kind")])()


def _children(value: Value) -> list[Object]:
    """The objects in a list, or an object and those in it."""
    if isinstance(value, Object):
        return [value, *(child for _, child in value if isinstance(child, Object))]
    return [child for child in value if isinstance(child, Object)] if isinstance(value, list) else []
