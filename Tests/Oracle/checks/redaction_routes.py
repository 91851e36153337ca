"""Redacting before a route and behind it: the same events come out."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

from planted_records import RECORDS, member, planted
from rawjson import JSONFault, parse_document
from redact_tool import Broken, Redact
from shrink import as_value, shrunk

FIXTURES = Path(__file__).resolve().parents[3] / "Fixtures" / "olark"
TARGETS = ["rudderstack", "segment"]
BATCH = 100
KEY = "0123456789abcdef of routes"


def routes(redact: Redact, rng: random.Random, cases: int) -> None:
    """On every fixture, and on records with and without faults, with people in them and without."""
    fixtures = [str(path) for path in sorted(FIXTURES.rglob("*.input.json*"))]
    for target in TARGETS:
        if difference(redact, b"", target, False, None, fixtures):
            for path in fixtures:
                if wrong := difference(redact, b"", target, False, None, [path]):
                    raise Broken(f"{path} to {target}: {wrong}", [])
            raise Broken(f"fixtures to {target} differ together, and not alone", [])
    for _ in range(0, cases, BATCH):
        for target in TARGETS:
            texts = [planted(rng, "olark", newlines=False)[0] for _ in range(BATCH // 4)]
            texts += [RECORDS["olark"](rng, False, 0.4) for _ in range(BATCH - len(texts))]
            with_ids = [text for text in texts if has_id(text)]
            for group, has_ids in ((with_ids, True), ([text for text in texts if text not in with_ids], False)):
                for key in (None, KEY):
                    compare(redact, group, target, has_ids, key)


def compare(redact: Redact, texts: list[bytes], target: str, has_ids: bool, key: str | None) -> None:
    """Compares both ways for records together, and finds the one that goes astray."""
    if not difference(redact, b"\n".join(texts), target, has_ids, key):
        return
    for text in texts:
        if difference(redact, text, target, has_ids, key):
            text = shrunk(text, lambda shorter: has_id(shorter) == has_ids and bool(difference(redact, shorter, target, has_ids, key)))
            raise Broken(f"to {target}: {difference(redact, text, target, has_ids, key)}", [text])
    raise Broken(f"to {target}: records differ together, and not alone", texts)


def difference(
    redact: Redact, text: bytes, target: str, has_ids: bool, key: str | None = None, paths: Sequence[str] = ()
) -> str | None:
    """What differs between the two ways; None where nothing does.

    A conversation without an id of its own has the visitor's instead; its `messageId` is made of that.
    """
    convert = ["convert", "--from", "olark", "--to", target]
    pseudonymize = [] if key is None else ["--pseudonymize"]
    first = redact.run(text, "redact", "--as", "olark", *pseudonymize, *paths, key=key)
    behind = redact.run(first.stdout, *convert)
    events = redact.run(text, *convert, *paths)
    before = redact.run(events.stdout, "redact", "--as", target, *pseudonymize, key=key)
    if before.status != 0:
        return f"the events cannot be redacted\n{before.shown}"
    left, right = behind.stdout.splitlines(), before.stdout.splitlines()
    if len(left) != len(right):
        return f"{len(left)} events of redacted records, {len(right)} redacted events\n{events.shown}\n{behind.shown}"
    for one, other in zip(left, right):
        if one != other and (has_ids or without_id(one) != without_id(other)):
            return f"redacted, then converted\n{one.decode()}\nconverted, then redacted\n{other.decode()}"
    return None


def has_id(text: bytes) -> bool:
    """Whether a transcript says which conversation it is."""
    try:
        return member(as_value(parse_document(text)), "id") not in (None, b"null", b'""')
    except JSONFault:
        return False


def without_id(event: bytes) -> list[tuple[str, str]]:
    """An event's members but for `messageId`, as they are written."""
    return [(one.key, one.value.raw.decode()) for one in parse_document(event).members if one.key != "messageId"]
