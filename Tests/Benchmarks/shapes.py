"""Inputs of a special shape, generated: all records rejected, lines cut off, large records, many operators by many items."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from typing import Any

from corpora import Corpus
from records import olark


def rejected(size: int) -> Iterator[bytes]:
    """Transcripts of about 4 kB without a visitor's id, which no route takes."""
    corpus = Corpus("compact")
    for number in range(max(1, size // 4000)):
        record = json.loads(corpus.record(number))
        del record["visitor"]["id"]
        yield _line(record)


def cut_lines(size: int) -> Iterator[bytes]:
    """Lines that each begin a record; none ends one."""
    line = b'{"kind":"Conversation","items":[\n'
    for _ in range(max(1, size // len(line))):
        yield line


def large_records(size: int, each: int) -> Iterator[bytes]:
    """Transcripts of about `each` bytes, by their number of items; one at least."""
    rng = random.Random(each)
    written = 0
    while not written or written < size:
        record = olark.record(rng, 0.12)
        pool = [item for _ in range(100) for item in olark.record(rng, 0.12)["items"]]
        for item in pool:
            item.pop("operatorId", None)
        items = record["items"]
        held = len(_line(record))
        count = 0
        while held < each:
            items.append(pool[count % len(pool)])
            held += len(_line(items[-1]))
            count += 1
        line = _line(record | {"id": f"large-{written}"})
        written += len(line)
        yield line


def operators_by_items(size: int) -> Iterator[bytes]:
    """One transcript, whose every item is written by an operator of its own."""
    record = olark.record(random.Random(1), 0.12)
    item, operator = record["items"][0], next(iter(record["operators"].values()))
    count = max(2, size // (len(_line(item)) + len(_line(operator))))
    record["items"] = [
        item | {"kind": "MessageToVisitor", "operatorId": str(10**6 + number)} for number in range(count)
    ]
    record["operators"] = {str(10**6 + number): operator | {"id": str(10**6 + number)} for number in range(count)}
    yield _line(record)


def write(shape: str, size: int) -> Iterator[bytes]:
    """The lines of a shape."""
    makes = {
        "rejected": lambda: rejected(size),
        "cut-lines": lambda: cut_lines(size),
        "records-of-16-kB": lambda: large_records(size, 16_000),
        "records-of-1-MB": lambda: large_records(size, 1_000_000),
        "a-record-of-60-MB": lambda: large_records(0, min(60_000_000, size)),
        "operators-by-items": lambda: operators_by_items(size),
    }
    return makes[shape]()


def _line(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
