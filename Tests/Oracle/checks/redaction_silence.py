"""What is told of records while they are redacted: their places, and nothing of their text."""

from __future__ import annotations

import json
import random
import tempfile
from pathlib import Path

from containers import CONTAINERS
from planted_records import RECORDS
from raw_writer import Object, Raw, Style, Value, write
from rawjson import parse_document
from redact_tool import Broken, Redact
from shrink import as_value
from transcripts import mutate

MARK = "Zwiebelkuchen"


def silence(redact: Redact, rng: random.Random, cases: int) -> None:
    """Broken records of all sorts, full of a word that must not be told."""
    for _ in range(cases // 8):
        source = rng.choice(list(RECORDS))
        texts = [write(marked(as_value(parse_document(RECORDS[source](rng, False, 0.5))), rng), Style.random(rng, True)) for _ in range(4)]
        whole = CONTAINERS[rng.choice(list(CONTAINERS))](texts, rng)
        whole = mutate(rng, whole, rng.choice([1, 3, 10])) if rng.random() < 0.8 else whole
        if rng.random() < 0.3:
            record = whole.decode("utf-8", "replace")
            whole = json.dumps({"code": "type-mismatch", "source": "x", "record": record}).encode() + b"\n" + whole
        words = ["--as", rng.choice([source, "auto"])] + rng.choice([[], ["--record-limit", "200"], ["--fail-fast"]])
        with tempfile.TemporaryDirectory(prefix="chatevents-redaction-") as folder:
            rejects = Path(folder, "rejects.jsonl")
            done = redact.run(whole, "redact", *words, "--rejects", str(rejects), "--summary")
            told = [done.stderr, rejects.read_bytes() if rejects.exists() else b""]
        verified = redact.run(whole, "redact", *words, "--verify", "--summary=json")
        told += [verified.stderr, verified.stdout]
        for text in told:
            if MARK.lower().encode() in text.lower():
                raise Broken(f"redact {' '.join(words)} tells\n{text.decode(errors='replace')[:2000]}", [whole])
        if done.status not in (0, 1) or verified.status not in (0, 1):
            raise Broken(f"statuses {done.status} and {verified.status}\n{done.shown}", [whole])


def marked(value: Value, rng: random.Random) -> Value:
    """The value with the word in its texts, in names of members that nobody knows, and beside personal data."""
    if isinstance(value, Object):
        made = Object([(key, marked(child, rng)) for key, child in value])
        if rng.random() < 0.4:
            made.append((MARK, rng.choice([MARK, Raw(b"5"), "jo@" + MARK + ".example", ["+49 30 1234567"], Object([("email", MARK)])])))
        if rng.random() < 0.1:
            made.append((f"{MARK}@{MARK}.example", Object([("email", "x")])))
        return made
    if isinstance(value, list):
        return [marked(child, rng) for child in value]
    if isinstance(value, Raw) and value[:1] == b'"' and rng.random() < 0.3:
        return MARK
    return value
