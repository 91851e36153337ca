"""What redaction leaves as it was: bytes, order, and whatever a record stands in."""

from __future__ import annotations

import gzip
import hashlib
import json
import random
import re
import tempfile
from pathlib import Path

from containers import CONTAINERS
from formats import of_each_format
from planted_records import RECORDS, planted
from raw_writer import Object, Raw, Style, Value, write
from rawjson import parse_document
from redact_tool import Broken, Redact
from shrink import as_value
from whose import PLACES

BATCH = 50
IDS = {name: [tuple(path.split(".")) for path in places[1] if not path.startswith("properties.")] for name, places in PLACES.items()}
# Members that are personal as such, or named like such, in any format: innocent records have none of them.
PERSONAL = {
    "fullname", "phonenumber", "emailaddress", "ip", "nickname", "visitornickname", "clientname", "clientemail", "person",
    "email", "mail", "phone", "phones", "name", "firstname", "lastname", "username", "id", "previousid", "mobile",
    "userid", "anonymousid", "clientuuid", "traits", "context", "call", "setting", "writekey",
}  # fmt: skip
KEPT = {"timestamp", "created_at", "ended_at", "sent_at", "type", "_type", "kind", "callback", "event"}
# What tells the conversation that a record is of, the best member first: the table of Docs/privacy.md.
CONVERSATION: dict[str, list[tuple[str, ...]]] = of_each_format({
    "olark": [("id",)], "olark-js": [("conversationId",)], "userlike": [("id",)], "userlike-js": [("sessionCtx", "chat_id")],
    "segment": [("properties", "conversation_id"), ("messageId",)], "rudderstack": [("properties", "conversation_id"), ("messageId",)],
})  # fmt: skip
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
                text = write(root, Style.random(rng, newlines=False))
                root = as_value(parse_document(text))
                if collides(root, ids):
                    continue
                texts.append(text)
                expected.append(write(replaced(root, ids, source), Style.plain()))
            done = redact(texts, "--as", source)
            for text, wanted, line in zip(texts, expected, done.stdout.splitlines()):
                if line != wanted:
                    raise Broken(f"{source}: expected\n{wanted.decode()}\nactual\n{line.decode()}", [text])
            if done.status != 0 or done.stdout.count(b"\n") != len(texts):
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


def at(owner: Value, path: tuple[str, ...]) -> Value:
    """The value to which a path leads; of members that stand twice the last. None where it leads nowhere."""
    for name in path:
        members = owner if isinstance(owner, Object) else []
        owner = next((child for key, child in reversed(members) if text_of(key) == name), None)
    return owner


def said(value: Value) -> str:
    """The characters of a string, or the digits of a number; nothing for any other value."""
    if not isinstance(value, (str, Raw)) or value in (b"null", b"true", b"false"):
        return ""
    return text_of(value) if isinstance(value, str) or value[:1] == b'"' else value.decode()


def collides(root: Value, ids: list[tuple[str, ...]]) -> bool:
    """Whether the id of a conversation begins with the visitor's, so that it would be replaced too."""
    for call in [root, *(elements if isinstance(elements := named(root, "batch"), list) else [])]:
        conversations = {said(at(call, path)) for paths in CONVERSATION.values() for path in paths}
        people = {said(at(call, path)) for path in ids} - {""}
        if any(conversation.startswith(tuple(people)) for conversation in conversations if people):
            return True
    return False


def token(record: Value, source: str) -> str:
    """What stands in place of the visitor's id: made of what tells the conversation, else of the record."""
    for path in CONVERSATION[source]:
        if conversation := said(at(record, path)):
            break
    else:
        conversation = None
    made_of = write(record, Style.plain()) if conversation is None else re.sub("[\ud800-\udfff]", "\ufffd", conversation).encode()
    return "redacted-" + hashlib.sha256(made_of).hexdigest()[:32]


def replaced(value: Value, ids: list[tuple[str, ...]], source: str, new: str | None = None) -> Value:
    """What is expected of a record: its ids replaced, all else as it is."""
    if not isinstance(value, Object):
        return value
    new = new or token(value, source)
    made = Object([])
    for key, child in value:
        inner = [path[1:] for path in ids if path[0] == text_of(key) and len(path) > 1]
        if (text_of(key),) in ids and said(child).strip("\u00a0"):
            child = new
        elif text_of(key) == "batch" and isinstance(child, list):
            child = [replaced(call, ids, source) for call in child]
        elif inner:
            child = replaced(child, inner, source, new)
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
