"""Seeded transcripts as raw JSON text, usual and odd, and a mutator that breaks texts.

Odd means what the format allows and a careless reader gets wrong: escapes in keys, numbers as ids,
nulls, shuffled and unknown members, long bodies. A share of them breaks a rule of the route.
"""

from __future__ import annotations

import random

from raw_writer import Object, Raw, Style, Value, number_token, string_token, write

VISITOR_TEXTS = {
    "fullName": ["Bob Doe", "", "USA (Coventry, RI) #2979", "Zoë 🦉", "null", '"quoted"'],
    "phoneNumber": ["(555) 555-5555", "", "5555555555"],
    "emailAddress": ["bob@example.com", "", "zoë@bücher.example"],
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
]
RAW_BROWSERS = [
    rb'"A\u0020b"', rb'"A \u0020"', rb'"A\\u0020b"', rb'"\u0020"', rb'"a b\u0020c\\ud"',
    rb'"\ud800\u0020\u00e9"',
]
WORDS = [
    "hello", "billing", "žluťoučký", "東京", "🦉", "data=", "[", '{"kind":"x"}', "\n", "\t", "a/b", "\\", '"',
    "\x7f", "\u2028", "\ud83d", "\udc00", "\x00",
]
LOSSLESS_TEXTS = {"ip": ["192.0.2.7", "", "2001:db8::1"], "countryCode": ["US", ""], "kind": ["Visitor", ""]}
TIMES = ["1473774819.263083", "1307116657.1", "1445956507", "-3.50", "0", "0012.10", "99999999999999999999.000"]
ODD_TIMES = ["-0.0005", "-62167219200", "-62167219200.0001", "253402300799.9999", "253402300800.0", "951782399.1239"]
ITEM_KINDS = ["MessageToVisitor", "MessageToOperator", "OfflineMessage", "SomethingNew"]
WRONG = [Raw(b"true"), Raw(b"false"), Raw(b"1.5"), Raw(b"1e3"), ["x"], Object([("id", "x")])]


def transcript(rng: random.Random, newlines: bool = True, invalid: float = 0.2) -> bytes:
    """One transcript's text; `newlines` allows line ends between tokens, `invalid` is the broken share."""
    root = _root(rng)
    if rng.random() < invalid:
        _break_a_rule(rng, root)
    return write(root, Style.random(rng, newlines))


def transcripts(rng: random.Random, count: int, newlines: bool = True, invalid: float = 0.2) -> list[bytes]:
    return [transcript(rng, newlines, invalid) for _ in range(count)]


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
    visitor = _visitor(rng)
    root = Object([("kind", rng.choice(["Conversation", "conversation", "CONVERSATION", "Conversation"]))])
    _maybe(rng, root, "id", _id(rng), 0.9)
    _maybe(rng, root, "manuallySubmitted", Raw(rng.choice([b"true", b"false"])), 0.5)
    no_items = Raw(b"null") if rng.random() < 0.04 else None
    _maybe(rng, root, "items", no_items or [_item(rng) for _ in range(rng.choice([0, 1, 1, 2, 3, 6]))], 0.9)
    _maybe(rng, root, "tags", rng.choice([[], ["olark", _text(rng)], "tag", Raw(b"1.10"), _unknown(rng)]), 0.6)
    _maybe(rng, root, "groups", [_group(rng) for _ in range(rng.choice([0, 1, 1, 2, 4]))], 0.6)
    root.append(("visitor", visitor))
    _maybe(rng, root, "operators", Object([("828848", Object([("id", "828848"), ("nickname", _text(rng))]))]), 0.5)
    _maybe(rng, root, "ip", rng.choice(["127.0.0.1", "", "::1"]), 0.3)
    return _disturb(rng, root)


def _visitor(rng: random.Random) -> Object:
    visitor = Object([("id", _id(rng, empty=False))])
    for name, texts in [*LOSSLESS_TEXTS.items(), *VISITOR_TEXTS.items()]:
        _maybe(rng, visitor, name, rng.choice([*texts, _text(rng)]), 0.6)
    browser = Raw(rng.choice(RAW_BROWSERS)) if rng.random() < 0.3 else rng.choice(BROWSERS)
    _maybe(rng, visitor, "browser", browser, 0.8)
    feedback = Object([("overall_chat", Raw(number_token(rng))), ("comments", None)])
    _maybe(rng, visitor, "chat_feedback", rng.choice([feedback, _unknown(rng)]), 0.4)
    _maybe(rng, visitor, "customFields", Object([("a", _unknown(rng))]), 0.3)
    return _disturb(rng, visitor)


def _item(rng: random.Random) -> Object:
    item = Object([("kind", rng.choice(ITEM_KINDS))])
    time = rng.choice(TIMES if rng.random() < 0.8 else ODD_TIMES)
    as_number = rng.random() < 0.15 and not time.startswith("00")
    _maybe(rng, item, "timestamp", Raw(time.encode()) if as_number else time, 0.9)
    _maybe(rng, item, "body", _text(rng, long=rng.random() < 0.05), 0.9)
    _maybe(rng, item, "nickname", _text(rng), 0.5)
    return _disturb(rng, item)


def _group(rng: random.Random) -> Object:
    group = Object([])
    _maybe(rng, group, "id", _id(rng), 0.85)
    _maybe(rng, group, "name", rng.choice(["Group 1", "", None, _text(rng)]), 0.8)
    _maybe(rng, group, "kind", rng.choice(["Group", "", None]), 0.8)
    return _disturb(rng, group)


def _id(rng: random.Random, empty: bool = True) -> Value:
    plain = "".join(rng.choices("ABCDEFGHJK0123456789abcdef", k=rng.choice([1, 7, 8, 9, 32, 33])))
    odd = [Raw(b"42"), Raw(b"-7"), Raw(b"12345678901234567890123"), "zoë/1", "a\ud800b", "🦉 ~", "0"]
    blank: list[Value] = ["", None, Raw(b"0"), Raw(b"-0")] if empty else []
    return plain if rng.random() < 0.7 else rng.choice(odd + blank)


def _text(rng: random.Random, long: bool = False) -> str:
    count = rng.randint(300, 900) if long else rng.randint(0, 9)
    return rng.choice(["", " "]).join(rng.choices(WORDS, k=count))


def _unknown(rng: random.Random, depth: int = 0) -> Value:
    choice = rng.randrange(8 if depth < 4 else 6)
    if choice == 6:
        return [_unknown(rng, depth + 1) for _ in range(rng.randrange(4))]
    if choice == 7:
        keys = [rng.choice(["id", "kind", "a", "é", "timestamp"]) for _ in range(rng.randrange(4))]
        return Object([(key, _unknown(rng, depth + 1)) for key in keys])
    return [None, Raw(b"true"), Raw(b"1.10"), Raw(number_token(rng)), _text(rng), Raw(string_token(rng, _text(rng)))][choice]


def _deep(rng: random.Random) -> Raw:
    depth = rng.choice([5, 60, 500])
    opened = [rng.choice([(b"[", b"]"), (b'{"a":', b"}")]) for _ in range(depth)]
    return Raw(b"".join(pair[0] for pair in opened) + b"1" + b"".join(pair[1] for pair in reversed(opened)))


def _maybe(rng: random.Random, owner: Object, key: str, value: Value, share: float) -> None:
    if rng.random() < share:
        owner.append((key, value if rng.random() < 0.92 or isinstance(value, list) and key != "tags" else None))


def _disturb(rng: random.Random, owner: Object) -> Object:
    """Adds unknown members, some of them twice, and shuffles the members of some objects."""
    while rng.random() < 0.3:
        key = rng.choice(["x", "countryCode", "", "kin", "kindd", "ID", "/~", "é", "visitor_nickname", "a\ud800"])
        owner.append((key, _deep(rng) if rng.random() < 0.03 else _unknown(rng)))
    if rng.random() < 0.4:
        rng.shuffle(owner)
    return owner


def _break_a_rule(rng: random.Random, root: Object) -> None:
    """Gives a transcript a fault (or rarely, two) of type, repetition, timestamp, kind or identity."""
    visitor = next(value for key, value in root if key == "visitor")
    keys = ["id", "browser", *VISITOR_TEXTS, *LOSSLESS_TEXTS]
    objects = [(root, ["kind", "id", "ip", "items", "visitor", "groups"]), (visitor, keys)]
    for name, keys in (("items", ["timestamp"]), ("groups", ["id", "name", "kind"])):
        children = next((value for key, value in root if key == name and isinstance(value, list)), [])
        objects += [(child, keys) for child in children]
    owner, keys = rng.choice(objects)
    key = rng.choice(keys)
    fault = rng.choice(["type", "type", "repeated", "timestamp", "identity", "kind", "two"])
    if fault in ("type", "two"):
        _set(owner, key, rng.choice(WRONG))
    if fault in ("repeated", "two"):
        owner.append((key, next((value for own, value in owner if own == key), None)))
    elif fault == "timestamp":
        bad = rng.choice(["", "x", "1.", ".5", "1.2.3", " 1", "1e5", "+1", "１", Raw(b"1e5"), Raw(b"-0.5E1")])
        _set(root, "items", [Object([("timestamp", "1.5")]), Object([("body", ""), ("timestamp", bad)])])
    elif fault == "identity":
        blank = rng.choice(["", None, " ", "\u00a0\u2003", "\u200b\u00ad", "\x00\ud800", "\u2028\ufeff"])
        rng.choice(
            [
                lambda: _set(visitor, "id", blank),
                lambda: _set(root, "visitor", None),
                lambda: _remove(root, "visitor"),
            ]
        )()
    elif fault == "kind":
        foreign = rng.choice([None, "", "Conversations", "onversation", "Conver\u017fation"])
        rng.choice([lambda: _set(root, "kind", foreign), lambda: _remove(root, "kind")])()


def _set(owner: Object, key: str, value: Value) -> None:
    _remove(owner, key)
    owner.append((key, value))


def _remove(owner: Object, key: str) -> None:
    owner[:] = [member for member in owner if member[0] != key]
