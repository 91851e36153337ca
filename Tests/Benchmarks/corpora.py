"""Generates records of every format for measuring: seeded, of any size, in five variants.

    python3 Tests/Benchmarks/corpora.py --size 100 --variant compact --container lines > corpus.jsonl
    python3 Tests/Benchmarks/corpora.py --from segment --variant shuffled > corpus.jsonl

A pool of some thousand records is made once; records are taken from it in turn, each with ids of its own, so that hundreds
of megabytes take seconds.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import sys
from collections.abc import Iterator
from typing import Any, BinaryIO

from records import olark, olark_js, olark_personal, rudderstack, segment, texts, userlike, userlike_js

FORMATS = {
    "olark": olark,
    "olark-js": olark_js,
    "olark-personal": olark_personal,
    "rudderstack": rudderstack,
    "segment": segment,
    "userlike": userlike,
    "userlike-js": userlike_js,
}
VARIANTS = ("compact", "spaced", "shuffled", "escaped", "unknown")
CONTAINERS = ("lines", "array", "array-one-line", "pretty", "gzip")
MEGABYTE = 1_000_000
POOL = 3000
BLOCK = 4 * MEGABYTE

EXTRAS = [None, True, 12.5, "unread text", ["a", "b", {"c": [1, 2, 3]}], {"kind": "x", "id": {"deep": [[]]}}]
_MARKS = re.compile(f'({texts.CONVERSATION}|{texts.VISITOR}|"{texts.NUMBER}")'.encode())


class Corpus:
    """The records of one format and variant, ready to be written out any number of times.

    RudderStack's need the tool, which makes them.
    """

    def __init__(
        self,
        variant: str,
        seed: int = 1,
        pool: int = POOL,
        pretty: bool = False,
        source: str = "olark",
        tool: str | None = None,
    ) -> None:
        self.pool = pool
        self.templates: list[list[bytes]] = []
        texts_of_records = _texts(source, variant, seed, tool)
        self._made = (_MARKS.split(_indented(text) if pretty else text) for text in texts_of_records)

    def record(self, number: int) -> bytes:
        """The record of that number, with ids that no other has."""
        place = number % self.pool
        while len(self.templates) <= place:
            self.templates.append(next(self._made))
        parts = list(self.templates[place])
        for place in range(1, len(parts), 2):
            parts[place] = _own_id(parts[place], number)
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


def write_corpus(
    out: BinaryIO,
    variant: str,
    size: int,
    container: str,
    seed: int = 1,
    source: str = "olark",
    tool: str | None = None,
) -> None:
    """Writes a corpus of `size` bytes; one that is packed has as many when it is unpacked."""
    corpus = Corpus(variant, seed, pretty=container == "pretty", source=source, tool=tool)
    if container == "gzip":
        with gzip.GzipFile(fileobj=out, mode="wb", compresslevel=6, mtime=0) as packed:
            corpus.write(packed, size)
    else:
        corpus.write(out, size, container)


def _own_id(mark: bytes, number: int) -> bytes:
    if mark == f'"{texts.NUMBER}"'.encode():
        return b"%d" % (10**6 + number)
    return b"%c%031X" % (b"c" if mark == texts.CONVERSATION.encode() else b"v", number * 2654435761 % 2**64)


def _texts(source: str, variant: str, seed: int, tool: str | None) -> Iterator[bytes]:
    """Records without end, laid out as the variant has it."""
    rng = random.Random(f"{source} {variant} {seed}")
    for value in _values(source, rng, 0.7 if variant == "escaped" else 0.12, tool):
        if variant == "unknown":
            _add_unknown(rng, FORMATS[source].owners(value))
        if variant == "shuffled":
            value = _shuffled(rng, value)
        separators = (", ", ": ") if variant == "spaced" else (",", ":")
        ensure_ascii = variant in ("escaped", "spaced") or rng.random() < 0.15
        yield json.dumps(value, ensure_ascii=ensure_ascii, separators=separators).encode()


def _values(source: str, rng: random.Random, other: float, tool: str | None) -> Iterator[dict[str, Any]]:
    if source == "rudderstack":
        if tool is None:
            raise ValueError("RudderStack's events are made by the tool")
        yield from rudderstack.records(rng, other, tool)
    while True:
        yield FORMATS[source].record(rng, other)


def _indented(text: bytes) -> bytes:
    return json.dumps(json.loads(text), ensure_ascii=False, indent=2).encode()


def _add_unknown(rng: random.Random, owners: list[dict[str, Any]]) -> None:
    """Puts members that no route reads among those of every object."""
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
    parser = argparse.ArgumentParser(description="Write a corpus to standard output.")
    parser.add_argument("--from", dest="source", choices=FORMATS, default="olark", help="the format; default: olark")
    parser.add_argument("--size", type=float, default=100, help="megabytes (10^6 bytes); default: 100")
    parser.add_argument("--variant", choices=VARIANTS, default="compact")
    parser.add_argument("--container", choices=CONTAINERS, default="lines")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tool", help="the program, which makes the events of RudderStack")
    words = parser.parse_args()
    if words.source == "rudderstack" and words.tool is None:
        parser.error("--from rudderstack needs --tool")
    size = int(words.size * MEGABYTE)
    write_corpus(sys.stdout.buffer, words.variant, size, words.container, words.seed, words.source, words.tool)


if __name__ == "__main__":
    main()
