"""Holds `chatevents export` against a rule of its own: every record of a visitor is found, and no other one.

    python3 Tests/Oracle/checks/export.py --tool .build/release/chatevents [--cases N] [--seed N]

A case is a pile of files: records of all formats, some broken, some in batches, with what trips spreadsheets in their
texts; in every container, packed or not. The table must open with Python's `csv` and hold the cells of the rule, none of
which begins a formula; the JSON must hold the records' own tokens, and what they tell. Several jobs write what one writes.
"""

from __future__ import annotations

import paths  # noqa: F401, where the modules that follow are found

import argparse
import csv
import gzip
import io
import json
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import export_rule
from containers import CONTAINERS
from export_rule import COLUMNS, Asked, Export
from odd_values import random_text
from raw_writer import Object, Raw, Style, Value, write
from rawjson import Node, compact, parse_document
from routes import ROUTES

csv.field_size_limit(1 << 30)

ME = "Jo.Doe@Example.org"
NAMES = ["chats.jsonl", "=1+1.json", "a,b.txt", "-x", '"q".gz', "zoë.jsonl"]
NASTY = [
    "=1+1", "+49 30 123", "-2+3", "@SUM(A1)", "=cmd|'/C calc'!A0", "\t=1", "\r=1", "\n=1", " =1", "\u00a0-1", '"=1"', "'=1",
    "＝1", "＋1", "－1", "＠1", "\u200b=1", "\ufeff@", "“=1”", "a,b", 'say "x"', "two\nlines", "two\r\nlines", "a\rb", "a;b",
    "\x00", "\x00=1", "a\x00b", "\ud800", "\udc00=1", "x\ud83d", "", " ", ",", '"', '""', "\r\n", "a\tb", "plain", "1,000", "é=",
    "email: jo.doe@example.org", "name: =Jo\nE-Mail : JO.DOE@EXAMPLE.ORG \r\nphone: +1", "e-mail: jo.doe@example.orgs",
]  # fmt: skip
# Addresses that the generators use; some records of them become the visitor's.
USUAL = [b'"bob@example.com"', b'"jo@example.com"', b'"c@d.e"', b'"e@x.y"', b'"a@b.co"']
TIMES = ["2014-12-29 11:23:24", "2026-01-01T00:00:00.1234+01:00", "1473774819.263", "0", "x", "1473774819263"]


def address(rng: random.Random) -> str:
    """The visitor's address in some spelling, or one that is nearly it."""
    spellings = [ME, ME.lower(), ME.upper(), ME.swapcase(), ME, ME.lower()]
    return rng.choice([*spellings, ME + "s", "x" + ME, "", " " + ME, "other@example.org"])


def texts(rng: random.Random) -> str:
    return rng.choice([*NASTY, random_text(rng), rng.choice(NASTY) + random_text(rng)])


def person(rng: random.Random) -> Object:
    """A visitor as Olark has them."""
    fields = Object([(texts(rng), rng.choice([texts(rng), Raw(b"1.10"), None, ["x"], ""])) for _ in range(rng.randrange(3))])
    visitor: list[tuple[str, Value]] = [
        ("emailAddress", address(rng)), ("fullName", texts(rng)), ("id", rng.choice(["v1", "v2", Raw(b"3")])),
        ("conversationBeginPage", texts(rng)), ("customFields", fields), ("ip", rng.choice(["192.0.2.7", "not available", ""])),
        ("city", texts(rng)), ("phoneNumber", rng.choice(["+49 30 123", "", "555"])),
    ]  # fmt: skip
    return Object(rng.sample(visitor, rng.randint(1, len(visitor))))


def stamp(rng: random.Random) -> Value:
    return rng.choice([*TIMES, Raw(b"1473774819.5"), None])


def items(rng: random.Random) -> list[Value]:
    kinds = ["MessageToVisitor", "MessageToOperator", "OfflineMessage", "Other", Raw(b"5")]
    members = ["body", "nickname", "visitor_nickname", "visitorNickname"]
    return [
        Object(
            [("kind", rng.choice(kinds)), ("timestamp", stamp(rng)), ("operatorId", rng.choice(["7", Raw(b"7"), "8", ""]))]
            + [(name, texts(rng)) for name in members if rng.random() < 0.6]
        )
        for _ in range(rng.randrange(4))
    ]


def transcript(rng: random.Random) -> Object:
    operators = Object([(key, Object([("nickname", texts(rng))])) for key in rng.sample(["7", "", "9"], 2)])
    return Object([("kind", "Conversation"), ("id", texts(rng)), ("visitor", person(rng)), ("items", items(rng)), ("operators", operators)])


def callback(rng: random.Random) -> Object:
    names = ["MessageToVisitor", "MessageToOperator", "OfflineMessageToOperator", "BeginConversation"]
    message = Object([("body", texts(rng)), ("nickname", texts(rng))])
    return Object([
        ("callback", f"api.chat.on{rng.choice(names)}"), ("event", Object([("message", message)])), ("timestamp", stamp(rng)),
        (rng.choice(["visitor", "getDetails"]), person(rng)), ("conversationId", texts(rng)),
    ])  # fmt: skip


def userlike(rng: random.Random) -> Object:
    client = texts(rng)
    messages = [
        Object([("message", texts(rng)), ("person", rng.choice([client, texts(rng)])), ("type", rng.choice(["co", "", Raw(b"1")]))])
        for _ in range(rng.randrange(3))
    ]
    return Object([
        ("_type", rng.choice(["chat_meta", "offline_message"])), ("client_email", address(rng)), ("client_name", client),
        ("client_uuid", rng.choice(["v1", "c"])), ("created_at", stamp(rng)), ("messages", messages), ("message", texts(rng)),
        ("url", texts(rng)), ("client_additional01_name", texts(rng)), ("client_additional01_value", texts(rng)),
        ("custom", Object([(texts(rng), texts(rng))])),
    ])  # fmt: skip


def call(rng: random.Random) -> Object:
    own_address = [("email", address(rng))] if rng.random() < 0.7 else []
    traits = Object([*own_address, ("name", texts(rng)), (texts(rng), texts(rng))])
    properties = Object([("conversation_id", texts(rng)), ("message_body", texts(rng)), ("agent_name", texts(rng))])
    if rng.random() < 0.3:
        properties.append(("items", items(rng)))
    if rng.random() < 0.2:
        properties.append(("olark", Object([("kind", "Conversation"), ("visitor", person(rng))])))
    context = Object([("traits", traits), ("page", Object([("url", texts(rng))])), ("ip", "192.0.2.8")])
    made = Object([
        ("type", rng.choice(["track", "track", "identify", "group", "page"])), ("timestamp", stamp(rng)),
        ("event", rng.choice(["Live Chat Message Sent", "Live Chat Message Received", "Conversation", texts(rng)])),
        ("userId", rng.choice(["v1", "u", address(rng)])), ("context", context), ("properties", properties),
    ])  # fmt: skip
    if rng.random() < 0.4:
        made.append(("traits", Object([("email", address(rng)), ("plan", texts(rng))])))
    return made


def batch(rng: random.Random) -> Object:
    calls: list[Value] = [call(rng) if rng.random() < 0.9 else Raw(b"5") for _ in range(rng.randint(1, 4))]
    # With a type of its own it is a call, whatever else it holds.
    call_of_its_own = [("type", "track"), ("userId", rng.choice(["v1", address(rng)]))]
    members: list[tuple[str, Value]] = [("batch", calls), ("writeKey", "w"), *rng.choice([[], [], [("type", None)], call_of_its_own])]
    return Object(members + rng.choice([[], [("context", Object([("ip", "192.0.2.9"), ("traits", Object([("a", "b"), ("email", address(rng))]))]))]]))


def record(rng: random.Random) -> bytes:
    """A record around the visitor, or one of the generators', in which addresses are now and then the visitor's."""
    if rng.random() < 0.6:
        return write(rng.choice([transcript, callback, userlike, call, batch])(rng), Style.random(rng, True))
    made = rng.choice(ROUTES).record(rng, True, 0.1)
    for usual in USUAL:
        made = made.replace(usual, write(rng.choice([usual_text(usual), address(rng)]), Style.plain()))
    return made


def usual_text(token: bytes) -> str:
    return token.strip(b'"').decode()


def pile(rng: random.Random, count: int) -> list[tuple[str, bytes, bytes]]:
    """Files: name, content, and the content as it lies on the disk."""
    files = []
    for name in rng.sample(NAMES, rng.randint(1, 4)):
        content = rng.choice(list(CONTAINERS.values()))([record(rng) for _ in range(rng.randint(1, count))], rng)
        if rng.random() < 0.3:
            at = rng.randrange(len(content) + 1)
            content = content[:at] + rng.choice([b"\n{broken\n", b"\x00", b'\n{"a":"\xff"}\n', b"\n\n"]) + content[at:]
        if rng.random() < 0.2:
            kept = b'{"code":"x","record":%b}\n' % json.dumps(content.decode("utf-8", "replace")).encode()
            content = b"\n" * rng.randrange(3) + kept
        files.append((name, content, gzip.compress(content) if rng.random() < 0.3 else content))
    return files


def asked(rng: random.Random) -> Asked:
    found = Asked(emails=[ME] if rng.random() < 0.8 else [])
    if found.emails and rng.random() < 0.3:
        found.emails += rng.sample(["OTHER@example.org", "bob@example.com", "nobody@example.net"], rng.randint(1, 2))
    if not found.emails or rng.random() < 0.1:
        found.visitor_ids = rng.sample(["v1", "3", "u"], rng.choice([1, 1, 2]))
    if rng.random() < 0.2:
        found.before = rng.choice([1_473_774_819, 1_473_774_820, 1_800_000_000])
    return found


def words(what: Asked) -> list[str]:
    pairs = [("--email", email) for email in what.emails] + [("--visitor-id", visitor) for visitor in what.visitor_ids]
    return [word for pair in pairs for word in pair] + ([] if what.before is None else ["--before", str(what.before)])


def silence(files: list[tuple[str, bytes, bytes]], what: Asked, expected: Export) -> set[str]:
    """What must be told of demands that nothing fits: each that is asked alone and finds nothing, or else all together."""
    alone = {f"--email {email}": Asked(emails=[email]) for email in what.emails}
    alone |= {f"--visitor-id {visitor}": Asked(visitor_ids=[visitor]) for visitor in what.visitor_ids}
    alone |= {} if what.before is None else {f"--before {what.before}": Asked(before=what.before)}
    silent = set()
    for name, demand in alone.items():
        found = Export(demand)
        for file, content, _ in files:
            found.read(content, file)
        if not found.handed:
            silent.add(name)
    return silent or (set() if expected.handed else {f"all of: {', '.join(alone)}"})


class Wrong(Exception):
    """The tool did otherwise than the rule."""


def run(tool: str, folder: Path, names: list[str], arguments: list[str]) -> tuple[bytes, int, dict[str, int], str]:
    command = [tool, "export", "--summary=json", *arguments, "--", *names]
    done = subprocess.run(command, capture_output=True, check=False, cwd=folder, timeout=120)
    messages = done.stderr.decode(errors="replace")
    lines = [line for line in messages.splitlines() if line.startswith('{"read":')]
    if done.returncode not in (0, 1) or not lines:
        raise Wrong(f"status {done.returncode}: {messages[-2000:]}")
    return done.stdout, done.returncode, json.loads(lines[-1]), messages


def try_case(tool: str, rng: random.Random, files: list[tuple[str, bytes, bytes]], what: Asked) -> int:
    expected = Export(what)
    for name, content, _ in files:
        expected.read(content, name)
    with tempfile.TemporaryDirectory(prefix="chatevents-export-") as place:
        folder = Path(place)
        for name, _, packed in files:
            (folder / name).write_bytes(packed)
        names = [name for name, _, _ in files]
        for form, check in (("csv", check_table), ("json", check_json)):
            arguments = ["--format", form, *words(what)]
            one = run(tool, folder, names, [*arguments, "--jobs", "1"])
            several = run(tool, folder, names, [*arguments, "--jobs", str(rng.choice([2, 3, 8]))])
            if one != several:
                raise Wrong(f"several jobs write another {form}")
            output, status, balance, messages = one
            counted = (balance["converted"], balance["skipped"], balance["rejected"])
            if counted != (expected.converted, expected.skipped, expected.rejected):
                raise Wrong(f"converted, skipped, rejected: {counted}, expected {expected}"[:2000])
            if status != (1 if expected.rejected or expected.lacks_commas else 0):
                raise Wrong(f"status {status}")
            told = set(re.findall(r"warning: no record that was read matches (.*)", messages))
            if told != silence(files, what, expected):
                raise Wrong(f"told of nothing found: {told}, expected {silence(files, what, expected)}")
            check(output, expected)
    return len(expected.handed)


def check_table(output: bytes, expected: Export) -> None:
    if not output.endswith(b"\r\n"):
        raise Wrong("the table does not end with a line's end")
    rows = list(csv.reader(io.StringIO(output.decode("utf-8"), newline=""), strict=True))
    if rows[0] != COLUMNS:
        raise Wrong(f"the header is {rows[0]}")
    wanted = [
        [export_rule.harmless(cell) for cell in [*row, name]] + [str(handed.line)]
        for name, handed in expected.handed
        for row in export_rule.rows(handed)
    ]
    for number, (row, right) in enumerate(zip(rows[1:], wanted)):
        if row != right:
            raise Wrong(f"row {number + 1} is\n{row!r}, expected\n{right!r}")
    if len(rows) - 1 != len(wanted):
        raise Wrong(f"{len(rows) - 1} rows, expected {len(wanted)}")
    for cell in (cell for row in rows for cell in row):
        if cell.strip().lstrip("\"\u200b\ufeff“\x00")[:1] in tuple("=+-@＝＋－＠") or cell[:1] in ("\t", "\r", "\n"):
            if cell != "":
                raise Wrong(f"a cell begins a formula: {cell!r}")


def check_json(output: bytes, expected: Export) -> None:
    json.loads(output)
    document = parse_document(output)
    if [member.key for member in document.members] != ["records", "profile"]:
        raise Wrong("the members of the object are others")
    found = [entry(node) for node in document.get("records").elements]
    wanted = [
        (name, str(handed.line), compact(handed.context) if handed.context else None, compact(handed.document))
        for name, handed in expected.handed
    ]
    for number, (left, right) in enumerate(zip(found, wanted)):
        if left != right:
            raise Wrong(f"record {number} is\n{left!r}, expected\n{right!r}")
    if len(found) != len(wanted):
        raise Wrong(f"{len(found)} records, expected {len(wanted)}")
    check_profile(document.get("profile"), expected)


def entry(node: Node) -> tuple[str, str, bytes | None, bytes]:
    context = node.get("batch_context")
    return node.get("source").text, node.get("line").raw.decode(), context.raw if context else None, node.get("record").raw


def check_profile(node: Node, expected: Export) -> None:
    told = export_rule.profile([handed for _, handed in expected.handed])
    for name in export_rule.FACTS:
        found = [element.text for element in node.get(name).elements]
        if found != told[name]:
            raise Wrong(f"{name} are {found!r}, expected {told[name]!r}")
    fields = {member.key: [value.raw for value in member.value.elements] for member in node.get("custom_fields").members}
    if fields != told["custom_fields"]:
        raise Wrong(f"custom fields are {fields!r}, expected {told['custom_fields']!r}")


def main() -> int:
    parser = argparse.ArgumentParser(description="Hold exports against a rule.")
    parser.add_argument("--tool", required=True)
    parser.add_argument("--cases", type=int, default=100)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 32))
    arguments = parser.parse_args()
    tool = str(Path(arguments.tool).resolve())
    print(f"seed {arguments.seed}", flush=True)
    rng = random.Random(arguments.seed)
    handed = 0
    for number in range(arguments.cases + 1):
        files = pile(rng, 12)
        if number == arguments.cases:
            # More than several tasks take at a time.
            files = [("large.jsonl", CONTAINERS["ndjson"]([record(rng) for _ in range(4000)], rng), b"")]
            files = [(name, content, content) for name, content, _ in files]
        what = asked(rng)
        try:
            handed += try_case(tool, rng, files, what)
        except Wrong as wrong:
            kept = Path(tempfile.mkdtemp(prefix="chatevents-export-wrong-"))
            for name, content, _ in files:
                (kept / name).write_bytes(content)
            print(f"case {number}, {words(what)}: {wrong}\ninput: {kept}, seed {arguments.seed}")
            return 1
    print(f"{arguments.cases + 1} exports of {handed} records, seed {arguments.seed}")
    return 0 if handed else 1


if __name__ == "__main__":
    sys.exit(main())
