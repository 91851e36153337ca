"""Compares what the tool wrote with what it must be equal to, before anything is timed.

Each function is named by a row; it takes the tool's output, the yardstick's, and the corpus, and fails with `Differs`.
"""

from __future__ import annotations

import filecmp
import json
import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any

import orjson

ADDRESS = re.compile(rb"visitor[0-9]+@example\.com")
STATEMENT = re.compile(r"^(?:olark\('([^']+)', (.*)\);|(\w+) = (.*);)$")


class Differs(Exception):
    """The outputs are not equal."""


def events(ours: Path, theirs: Path, corpus: Path) -> None:
    """Lines that are equal as JSON."""
    _equal(_lines(ours), _lines(theirs))


def without_ids(ours: Path, theirs: Path, corpus: Path) -> None:
    """The same, of a peer that makes no ids."""
    _equal((_less(event, "rudderId", "messageId") for event in _lines(ours)), _lines(theirs))


def without_bodies(ours: Path, theirs: Path, corpus: Path) -> None:
    """The same, but for the texts of messages and their lengths."""

    def less(event: Any) -> Any:
        return event | {"properties": _less(event["properties"], "message_body", "message_length")}

    _equal(map(less, _lines(ours)), map(less, _lines(theirs)))


def json_array(ours: Path, theirs: Path, corpus: Path) -> None:
    _equal(iter(orjson.loads(ours.read_bytes())), _lines(theirs))


def batch(ours: Path, theirs: Path, corpus: Path) -> None:
    _equal((event for body in _lines(ours) for event in body["batch"]), _lines(theirs))


def pretty(ours: Path, theirs: Path, corpus: Path) -> None:
    _equal(_documents(ours.read_text()), _lines(theirs))


def js(ours: Path, theirs: Path, corpus: Path) -> None:
    """Statements, by their names and arguments."""
    _equal(map(_call, ours.read_text().split("\n")[:-1]), _lines(theirs))


def counts(ours: Path, theirs: Path, corpus: Path) -> None:
    """A report that counts the records of the corpus, and finds no error in them."""
    count = sum(1 for _ in _texts(corpus))
    _same(ours.read_text().splitlines()[-1].partition(",")[0], f"{count} records: 0 errors")


def redacted(ours: Path, theirs: Path, corpus: Path) -> None:
    """As many records, in which none of the corpus' addresses is left."""
    _same(sum(1 for _ in _lines(ours)), sum(1 for _ in _texts(corpus)))
    if not ADDRESS.search(corpus.read_bytes()):
        raise Differs("the corpus has no address")
    if found := ADDRESS.search(ours.read_bytes()):
        raise Differs(f"an address is left: {found.group()!r}")


def exported(ours: Path, theirs: Path, corpus: Path) -> None:
    """The records of the corpus' first visitor, by the address."""
    records = list(_lines(corpus))
    address = records[0]["visitor"]["emailAddress"]
    of_visitor = [record for record in records if record["visitor"]["emailAddress"] == address]
    _equal((one["record"] for one in orjson.loads(ours.read_bytes())["records"]), iter(of_visitor))


def rejected(ours: Path, theirs: Path, corpus: Path) -> None:
    """No event, and each record among the rejects."""
    _same(ours.stat().st_size, 0)
    rejects = (orjson.loads(one["record"]) for one in _lines(ours.with_name("rejects")))
    _equal(rejects, _lines(corpus))


def same_bytes(ours: Path, theirs: Path, corpus: Path) -> None:
    if not filecmp.cmp(ours, theirs, shallow=False):
        raise Differs("other bytes")


def nothing(ours: Path, theirs: Path, corpus: Path) -> None:
    """Nothing can be compared."""


def _texts(path: Path) -> Iterator[bytes]:
    with path.open("rb") as lines:
        yield from lines


def _lines(path: Path) -> Iterator[Any]:
    return map(orjson.loads, _texts(path))


def _documents(text: str) -> Iterator[Any]:
    decoder, at, end = json.JSONDecoder(), 0, len(text.rstrip())
    while at < end:
        value, at = decoder.raw_decode(text, at)
        yield value
        at += 1


def _call(statement: str) -> Any:
    found = STATEMENT.match(statement)
    if found is None:
        raise Differs(f"no statement: {statement[:200]}")
    name, argument = found.group(1), found.group(2)
    return {"call": name, "arguments": [orjson.loads(argument)]}


def _less(event: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in event.items() if name not in names}


def _equal(ours: Iterable[Any], theirs: Iterable[Any]) -> None:
    count = 0
    for count, (one, other) in enumerate(zip_longest(ours, theirs), start=1):
        if one != other:
            raise Differs(f"event {count} differs\ntool {one!r}\npeer {other!r}"[:4000])
    if count == 0:
        raise Differs("no events")


def _same(one: object, other: object) -> None:
    if one != other:
        raise Differs(f"{one!r} is not {other!r}")


COMPARE = {"json": json_array} | {
    function.__name__: function
    for function in (
        events, without_ids, without_bodies, batch, pretty, js, counts, redacted, exported, rejected, same_bytes, nothing
    )
}
