"""Which records have an id that came before, in files and containers of every kind: `validate --unique-ids`."""

from __future__ import annotations

import gzip
import json
import random
import subprocess
import tempfile
import urllib.parse
from pathlib import Path

from raw_writer import Object, Raw, Style, Value, write

IDS: list[Value] = ["7", Raw(b"7"), Raw(b'"\\u0037"'), "é", Raw(b'"\\u00e9"'), "a", "b", "", None, " ", Raw(b"-7"), "\\u0037"]
EVENTS: list[Value] = ["start", "receive", Raw(b'"st\\u0061rt"')]


def transcript(id: Value, _: Value) -> Object:
    return Object([("kind", "Conversation"), ("visitor", Object([("id", "v")])), ("id", id)])


def chat(id: Value, event: Value) -> Object:
    return Object([("_type", "chat_meta"), ("_event", event), ("client_uuid", "c"), ("id", id)])


def call(id: Value, _: Value) -> Object:
    return Object([("type", "page"), ("userId", "u"), ("messageId", id)])


def characters(value: Value) -> str:
    """What an id says, in whatever spelling; nothing where it is none."""
    told = json.loads(write(value, Style.plain()))
    return "" if told is None else str(told)


def packed(rng: random.Random, records: list[Object], in_batches: bool) -> tuple[bytes, list[str]]:
    """The records in some container, and the pointer to the beginning of each."""
    texts = [write(record, Style.plain()) for record in records]
    kinds = ["lines", "array", "forms", "envelope", "envelopes"] + ["batch"] * 2 * in_batches
    kind = rng.choice(kinds)
    pointers = [""] * len(records)
    if kind == "array":
        content = b"[" + b",\n".join(texts) + b"]"
    elif kind == "forms":
        content = b"\n".join(b"x=1&data=" + urllib.parse.quote_plus(text).encode() for text in texts)
    elif kind == "envelope":
        content = b"\n".join(json.dumps({"data": text.decode()}).encode() for text in texts)
    elif kind == "envelopes":
        content = b"\n".join(json.dumps({"data": [text.decode()]}).encode() for text in texts)
    elif kind == "batch":
        content = b'{"batch":[' + b",".join(texts) + b"]}"
        pointers = [f"/batch/{place}" for place in range(len(texts))]
    else:
        content = b"\n".join(texts)
    return (gzip.compress(content + b"\n") if rng.random() < 0.3 else content + b"\n"), pointers


def disagreement(tool: str, rng: random.Random) -> str | None:
    """Validates a few files in one run; returns what was found otherwise than expected, or None."""
    name, make, member = rng.choice(
        [("olark", transcript, "id"), ("userlike", chat, "id"), ("segment", call, "messageId"), ("rudderstack", call, "messageId")]
    )
    seen: set[tuple[str, str]] = set()
    expected: list[tuple[str, str]] = []
    with tempfile.TemporaryDirectory(prefix="chatevents-ids-") as folder:
        paths = []
        for place in range(rng.randint(1, 4)):
            ids = [(rng.choice(IDS), rng.choice(EVENTS)) for _ in range(rng.randint(1, 6))]
            content, pointers = packed(rng, [make(*one) for one in ids], make is call)
            paths.append(str(Path(folder, f"{place}.txt")))
            Path(paths[-1]).write_bytes(content)
            for (own, event), pointer in zip(ids, pointers, strict=True):
                key = (characters(own), characters(event) if make is chat else "")
                if key[0].strip() and key in seen:
                    expected.append((paths[-1], f"{pointer}/{member}"))
                seen.add(key)
        command = [tool, "validate", "--as", name, "--unique-ids", "--format", "json", "--jobs", rng.choice("123"), *paths]
        done = subprocess.run(command, capture_output=True, check=False)
        told = [json.loads(line) for line in done.stdout.splitlines()]
        found = [(one["file"], one["pointer"]) for one in told if one["code"] == "duplicate-id"]
        if found != expected:
            shown = [Path(path).read_bytes()[:600] for path in paths]
            return f"{name}: duplicate ids found at {found}, expected {expected}\n{shown}\n{done.stderr[:500]!r}"
    return None
