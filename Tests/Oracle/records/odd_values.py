"""Values as chats hold them and as careless readers trip over, for all generators."""

from __future__ import annotations

import random

from raw_writer import Object, Raw, Value, number_token, string_token

WORDS = [
    "hello", "billing", "žluťoučký", "東京", "🦉", "data=", "[", '{"kind":"x"}', "\n", "\t", "a/b", "\\", '"',
    "\x7f", "\u2028", "\ud83d", "\udc00", "\x00",
]  # fmt: skip
WRONG = [Raw(b"true"), Raw(b"false"), Raw(b"1.5"), Raw(b"1e3"), ["x"], Object([("id", "x")]), [], Raw(b"[ ]")]
BLANK = ["", None, " ", "\u00a0\u2003", "\u200b\u00ad", "\x00", "\u2028\ufeff", "\ue000", "\u0378", "\u2800\u3164"]
STRANGE_KEYS = ["x", "countryCode", "", "kin", "kindd", "ID", "/~", "é", "visitor_nickname", "a\ud800"]


def random_text(rng: random.Random, long: bool = False) -> str:
    count = rng.randint(300, 900) if long else rng.randint(0, 9)
    return rng.choice(["", " "]).join(rng.choices(WORDS, k=count))


def random_id(rng: random.Random, empty: bool = True) -> Value:
    """An id: letters and digits, an integer, odd characters, or, where it may be, none that counts."""
    plain = "".join(rng.choices("ABCDEFGHJK0123456789abcdef", k=rng.choice([1, 7, 8, 9, 32, 33])))
    odd = [Raw(b"42"), Raw(b"-7"), Raw(b"12345678901234567890123"), "zoë/1", "a\ud800b", "🦉 ~", "0"]
    odd += [" v1 ", "v\u200b1\u034f", "\u2800 a\u00a0b\t"]
    blank: list[Value] = ["", None, Raw(b"0"), Raw(b"-0")] if empty else []
    return plain if rng.random() < 0.7 else rng.choice(odd + blank)


def unknown(rng: random.Random, depth: int = 0) -> Value:
    """Any value, nested a little."""
    choice = rng.randrange(8 if depth < 4 else 6)
    if choice == 6:
        return [unknown(rng, depth + 1) for _ in range(rng.randrange(4))]
    if choice == 7:
        keys = [rng.choice(["id", "kind", "a", "é", "timestamp"]) for _ in range(rng.randrange(4))]
        return Object([(key, unknown(rng, depth + 1)) for key in keys])
    text = random_text(rng)
    return [None, Raw(b"true"), Raw(b"1.10"), Raw(number_token(rng)), text, Raw(string_token(rng, text))][choice]


def deep(rng: random.Random) -> Raw:
    """A value of many levels."""
    depth = rng.choice([5, 60, 500])
    opened = [rng.choice([(b"[", b"]"), (b'{"a":', b"}")]) for _ in range(depth)]
    return Raw(b"".join(pair[0] for pair in opened) + b"1" + b"".join(pair[1] for pair in reversed(opened)))


def maybe(rng: random.Random, owner: Object, key: str, value: Value, share: float, nullable: bool = True) -> None:
    """Adds a member to a share of the owners; where it may be so, now and then as null."""
    if rng.random() < share:
        owner.append((key, None if nullable and rng.random() < 0.08 else value))


def disturb(rng: random.Random, owner: Object, keys: list[str] | None = None) -> Object:
    """Adds unknown members, some of them twice, and shuffles the members of some objects."""
    while rng.random() < 0.3:
        key = rng.choice(keys or STRANGE_KEYS)
        owner.append((key, deep(rng) if rng.random() < 0.03 else unknown(rng)))
    if rng.random() < 0.4:
        rng.shuffle(owner)
    return owner


def set_member(owner: Object, key: str, value: Value) -> None:
    remove_member(owner, key)
    owner.append((key, value))


def remove_member(owner: Object, key: str) -> None:
    owner[:] = [pair for pair in owner if pair[0] != key]
