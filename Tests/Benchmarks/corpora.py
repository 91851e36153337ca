"""Generates transcripts for measuring: seeded, of any size, in five variants.

    python3 Tests/Benchmarks/corpora.py --size 100 --variant compact --container lines > corpus.jsonl

A pool of some thousand transcripts is made once; records are taken from it in turn, each with a
conversation id and a visitor id of its own, so that hundreds of megabytes take seconds.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import sys
from typing import Any, BinaryIO

VARIANTS = ("compact", "spaced", "shuffled", "escaped", "unknown")
CONTAINERS = ("lines", "array", "array-one-line", "pretty", "gzip")
MEGABYTE = 1_000_000
POOL = 3000
BLOCK = 4 * MEGABYTE

CONVERSATION_MARK = "@conversation@"
VISITOR_MARK = "@visitor@"
_MARKS = re.compile(b"(@conversation@|@visitor@)")

ASCII_WORDS = (
    "hi hello thanks please the a is my order invoice account help with billing I can not find it where we will look "
    "into this one moment shipping address card payment error page when click button your number team today yes no"
).split()
OTHER_WORDS = (
    "für größer žluťoučký naïve café señor où déjà привет заказ спасибо 東京 注文 ありがとう 你好 🦉 👍 – …"
).split()
BROWSERS = ["Chrome 105.0.0.0", "Internet Explorer 11", "Safari 6.0", "Firefox 104.0"]
CITIES = [
    ("Palo Alto", "CA", "United States", "US"),
    ("Kolín", "Středočeský kraj", "Czechia", "CZ"),
    ("Pune", "MH", "India", "IN"),
]
FEEDBACK = {"overall_chat": 4, "responsiveness": 5, "friendliness": 5}
EXTRAS = [None, True, 12.5, "unread text", ["a", "b", {"c": [1, 2, 3]}], {"kind": "x", "id": {"deep": [[]]}}]


class Corpus:
    """The pool of one variant, ready to be written out any number of times."""

    def __init__(self, variant: str, seed: int = 1, pool: int = POOL, pretty: bool = False) -> None:
        rng = random.Random(f"{variant} {seed}")
        texts = (_text(rng, variant) for _ in range(pool))
        self.templates = [_MARKS.split(_indented(text) if pretty else text) for text in texts]

    def record(self, number: int) -> bytes:
        """The record of that number, with ids that no other has."""
        parts = list(self.templates[number % len(self.templates)])
        for place in range(1, len(parts), 2):
            letter = b"c" if parts[place] == CONVERSATION_MARK.encode() else b"v"
            parts[place] = b"%c%031X" % (letter, number * 2654435761 % 2**64)
        return b"".join(parts)

    def write(self, out: BinaryIO, size: int, container: str = "lines") -> int:
        """Writes records until `size` bytes are reached; returns how many."""
        between = {"array": b",\n", "array-one-line": b","}.get(container, b"\n")
        is_array = container.startswith("array")
        out.write(b"[" if is_array else b"")
        block: list[bytes] = []
        written = held = count = 0
        while written + held < size:
            record = self.record(count)
            block.append(record)
            held += len(record) + len(between)
            count += 1
            if held >= BLOCK or written + held >= size:
                out.write((between if written else b"") + between.join(block))
                written, held, block = written + held, 0, []
        out.write(b"]\n" if is_array else b"\n")
        return count


def write_corpus(out: BinaryIO, variant: str, size: int, container: str, seed: int = 1) -> None:
    """Writes a corpus of `size` bytes; one that is packed has as many when it is unpacked."""
    corpus = Corpus(variant, seed, pretty=container == "pretty")
    if container == "gzip":
        with gzip.GzipFile(fileobj=out, mode="wb", compresslevel=6, mtime=0) as packed:
            corpus.write(packed, size)
    else:
        corpus.write(out, size, container)


def _text(rng: random.Random, variant: str) -> bytes:
    value = _transcript(rng, 0.7 if variant == "escaped" else 0.12)
    if variant == "unknown":
        _add_unknown(rng, value)
    if variant == "shuffled":
        value = _shuffled(rng, value)
    separators = (", ", ": ") if variant == "spaced" else (",", ":")
    ensure_ascii = variant in ("escaped", "spaced") or rng.random() < 0.15
    return json.dumps(value, ensure_ascii=ensure_ascii, separators=separators).encode()


def _indented(text: bytes) -> bytes:
    return json.dumps(json.loads(text), ensure_ascii=False, indent=2).encode()


def _transcript(rng: random.Random, other: float) -> dict[str, Any]:
    operator = str(rng.randrange(10**5, 10**6))
    visitor = _visitor(rng)
    time = rng.randrange(1_400_000_000_000_000, 1_700_000_000_000_000)
    items = []
    for _ in range(4 + min(56, int(rng.expovariate(1 / 13.5)))):
        time += rng.randrange(1_000_000, 60_000_000)
        from_operator = rng.random() < 0.5
        items.append(
            {
                "kind": "MessageToVisitor" if from_operator else "MessageToOperator",
                "nickname": "John" if from_operator else visitor["fullName"],
                **({"operatorId": operator} if from_operator else {}),
                "timestamp": f"{time // 10**6}.{time % 10**6:06}",
                "body": _sentence(rng, other),
            }
        )
    group_name = rng.choice(["Sales", "Support", "Péče o zákazníky"])
    group = {"kind": "Group", "id": f"{rng.getrandbits(128):032x}", "name": group_name}
    return {
        "kind": "Conversation",
        "id": CONVERSATION_MARK,
        "manuallySubmitted": False,
        "items": items,
        "tags": rng.sample(["olark", "customer", "sale", "réclamation"], rng.randrange(3)),
        **({"groups": [group]} if rng.random() < 0.5 else {}),
        "visitor": visitor,
        "operators": {
            operator: {
                "kind": "Operator",
                "id": operator,
                "nickname": "John",
                "emailAddress": "john@example.com",
                "username": "john",
            }
        },
    }


def _visitor(rng: random.Random) -> dict[str, Any]:
    city, region, country, code = rng.choice(CITIES)
    name = rng.choice(["Bob Doe", "Zoë Nováková", f"USA (San Francisco, CA) #{rng.randrange(10000)}"])
    return {
        "kind": "Visitor",
        "id": VISITOR_MARK,
        "fullName": name,
        "phoneNumber": "(555) 555-5555",
        "emailAddress": f"visitor{rng.randrange(10**6)}@example.com",
        "ip": "",
        "city": city,
        "region": region,
        "country": country,
        "countryCode": code,
        "organization": "Widgets Inc.",
        "browser": rng.choice(BROWSERS),
        "operatingSystem": rng.choice(["Windows", "Macintosh"]),
        "referrer": "https://www.example.com/search?q=chat",
        "conversationBeginPage": f"https://shop.example.com/products/{rng.randrange(10**6)}",
        **({"chat_feedback": FEEDBACK} if rng.random() < 0.3 else {}),
    }


def _sentence(rng: random.Random, other: float) -> str:
    count = 1 + int(rng.expovariate(1 / 14))
    words = [rng.choice(OTHER_WORDS if rng.random() < other else ASCII_WORDS) for _ in range(count)]
    return rng.choice([" ", " ", " ", "\n"]).join(words)


def _add_unknown(rng: random.Random, value: dict[str, Any]) -> None:
    """Puts members that no route reads among those of every object."""
    owners = [value, value["visitor"], *value["items"], *value.get("groups", [])]
    for owner in owners:
        members = list(owner.items())
        for number in range(rng.randint(2, 6)):
            members.insert(rng.randrange(len(members) + 1), (f"extra_{number}", rng.choice(EXTRAS)))
        owner.clear()
        owner.update(members)


def _shuffled(rng: random.Random, value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _shuffled(rng, value[key]) for key in rng.sample(list(value), len(value))}
    return [_shuffled(rng, child) for child in value] if isinstance(value, list) else value


def main() -> None:
    parser = argparse.ArgumentParser(description="Write a corpus of Olark transcripts to standard output.")
    parser.add_argument("--size", type=float, default=100, help="megabytes (10^6 bytes); default: 100")
    parser.add_argument("--variant", choices=VARIANTS, default="compact")
    parser.add_argument("--container", choices=CONTAINERS, default="lines")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    size = int(arguments.size * MEGABYTE)
    write_corpus(sys.stdout.buffer, arguments.variant, size, arguments.container, arguments.seed)


if __name__ == "__main__":
    main()
