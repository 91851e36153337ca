"""What redaction leaves as it was: bytes, order, and whatever a record stands in."""

from __future__ import annotations

import gzip
import json
import random
import re
import tempfile
from pathlib import Path

from containers import CONTAINERS
from export_rule import PLACES
from planted_records import RECORDS, planted
from raw_writer import Object, Raw, Style, Value, write
from rawjson import parse_document
from redact_tool import Broken, Redact
from shrink import as_value

BATCH = 50
IDS = {name: [tuple(path.split(".")) for path in places[1]] for name, places in PLACES.items()}
# Members that are personal as such, or named like such, in any format: innocent records have none of them.
PERSONAL = {
    "fullname", "phonenumber", "emailaddress", "ip", "nickname", "visitornickname", "clientname", "clientemail", "person",
    "email", "mail", "phone", "phones", "name", "firstname", "lastname", "username", "id", "previousid", "mobile",
    "userid", "anonymousid", "clientuuid", "traits", "context", "call", "setting", "writekey",
}  # fmt: skip
KEPT = {"timestamp", "created_at", "ended_at", "sent_at", "type", "_type", "kind", "callback", "event"}
NOTHING = (None, "", b"null", b'""', b'"\\u00a0"')
GIVEN: list[Value] = ["v1", Raw(b'"v\\u0031"'), None, "", Raw(b'"\\u00a0"')]
FINE = re.compile(r"(?:[^@0-9%:.]|[0-9](?![0-9]{3}))*")


def innocent(redact: Redact, rng: random.Random, cases: int) -> None:
    """Records without anything personal come out as they were, but for white space and the visitor's id."""
    for source, ids in IDS.items():
        for _ in range(0, cases, BATCH * len(IDS)):
            texts, expected = [], []
            for _ in range(BATCH):
                root = harmless(as_value(parse_document(RECORDS[source](rng, False, 0.0))), 0)
                for call in [root, *(named(root, "batch") or [])]:
                    for path in ids:
                        give(call, path, GIVEN if source == "segment" else [*GIVEN, Raw(b"42")], rng)
                texts.append(write(root, Style.random(rng, newlines=False)))
                expected.append(write(replaced(root, ids), Style.plain()))
            done = redact(texts, "--as", source)
            for text, wanted, line in zip(texts, expected, done.stdout.splitlines()):
                if line != wanted:
                    raise Broken(f"{source}: expected\n{wanted.decode()}\nactual\n{line.decode()}", [text])
            if done.status != 0 or done.stdout.count(b"\n") != BATCH:
                raise Broken(f"{source}: status {done.status}, {done.shown}", texts)
            if redact(expected, "--as", source).stdout != b"".join(line + b"\n" for line in expected):
                raise Broken(f"{source}: records that need no change do not come out as they were", expected)


def harmless(value: Value, depth: int) -> Value:
    """The value without personal members and without texts that could look personal."""
    if isinstance(value, Object):
        kept = Object([])
        for key, child in value:
            name = text_of(key)
            if "".join(filter(str.isalpha, name.lower())) in PERSONAL and not (depth == 0 and name == "id"):
                continue
            if not FINE.fullmatch(name):
                continue
            kept.append((key, child if name in KEPT and isinstance(child, Raw) else harmless(child, depth + 1)))
        return kept
    if isinstance(value, list):
        return [harmless(child, depth + 1) for child in value]
    if isinstance(value, Raw) and value[:1] == b'"' and not FINE.fullmatch(text_of(value)):
        return Raw(b'"a\\u0062 c"')
    return value


def give(owner: Value, path: tuple[str, ...], given: list[Value], rng: random.Random) -> None:
    """Puts an id where one belongs."""
    inner = named(owner, path[0])
    if len(path) > 1:
        if isinstance(inner, Object):
            give(inner, path[1:], given, rng)
    elif isinstance(owner, Object) and rng.random() < 0.7:
        owner.insert(rng.randint(0, len(owner)), (Raw(b'"%b"' % path[0].encode()), rng.choice(given)))


def replaced(value: Value, ids: list[tuple[str, ...]]) -> Value:
    """What is expected of a record: its ids marked, all else as it is."""
    if not isinstance(value, Object):
        return value
    made = Object([])
    for key, child in value:
        inner = [path[1:] for path in ids if path[0] == text_of(key) and len(path) > 1]
        if (text_of(key),) in ids and child not in NOTHING:
            child = "<redacted>"
        elif text_of(key) == "batch" and isinstance(child, list):
            child = [replaced(call, ids) for call in child]
        elif inner:
            child = replaced(child, inner)
        made.append((key, child))
    return made


def named(owner: Value, name: str) -> Value:
    return next((child for key, child in owner if text_of(key) == name), None) if isinstance(owner, Object) else None


def text_of(token: str | Raw) -> str:
    return json.loads(token.decode("utf-8")) if isinstance(token, Raw) else token


def containers(redact: Redact, rng: random.Random, cases: int) -> None:
    """The same records in every container, packed or not, by one job or several, come out the same."""
    for _ in range(max(2, cases // 150)):
        source = rng.choice(list(RECORDS))
        texts = [planted(rng, source)[0] for _ in range(8)]
        wanted = redact.run(CONTAINERS["ndjson"](texts, rng), "redact", "--as", source).stdout
        if wanted.count(b"\n") != len(texts):
            raise Broken(f"{source}: records are missing", texts)
        for name, make in CONTAINERS.items():
            text = make(texts, rng)
            for jobs in ("1", "3"):
                if redact.run(text, "redact", "--as", source, "--jobs", jobs).stdout != wanted:
                    raise Broken(f"{source}: {name} with {jobs} jobs gives other bytes than ndjson", texts)
    with tempfile.TemporaryDirectory(prefix="chatevents-redaction-") as folder:
        path = Path(folder, "records.jsonl.gz")
        path.write_bytes(gzip.compress(CONTAINERS["ndjson"](texts, rng)))
        if redact.run(b"", "redact", "--as", source, str(path)).stdout != wanted:
            raise Broken(f"{source}: packed records give other bytes", texts)
