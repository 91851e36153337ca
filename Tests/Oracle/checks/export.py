"""Holds `chatevents export` against a rule of its own: every record of a visitor is found, and no other one.

    python3 Tests/Oracle/checks/export.py --tool .build/release/chatevents [--cases N] [--seed N]

A case is a pile of files: records of all formats, some broken, some in batches, with what trips spreadsheets in their
texts; in every container, packed or not. The table, with any separator, must open with Python's `csv` and hold the cells of
the rule, none of which begins a formula, nor any part of one that a program with another separator would make of it; the JSON
must hold the records' own tokens, and what they tell, and the table of facts the same. Several jobs write what one writes.
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

import export_facts
import export_rule
from containers import CONTAINERS
from export_records import ME, NAMES, record
from export_rule import COLUMNS, FACT_COLUMNS, SEPARATORS, Asked, Export
from rawjson import Node, compact, parse_document
from whose import spelled

csv.field_size_limit(1 << 30)


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
    found = Asked(emails=[spelled(rng, ME).strip()] if rng.random() < 0.8 else [])
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
        for form in ("csv", "json"):
            separator, has_mark = rng.choice(SEPARATORS), rng.random() < 0.5
            table = ["--profile", "facts", *(["--bom"] if has_mark else []), "--delimiter", separator.replace("\t", "\\t")]
            arguments = ["--format", form, *(table if separator != "," else [*table[:-2], *rng.choice([table[-2:], []])]), *words(what)]
            one, facts = run(tool, folder, names, [*arguments, "--jobs", "1"]), (folder / "facts").read_bytes()
            several = run(tool, folder, names, [*arguments, "--jobs", str(rng.choice([2, 3, 8]))])
            if one != several or facts != (folder / "facts").read_bytes():
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
            if form == "json":
                check_json(output, expected)
            else:
                check_table(output, COLUMNS, message_rows(expected), separator, has_mark)
            check_table(facts, FACT_COLUMNS, list(export_rule.fact_rows(expected.handed)), separator, has_mark)
    return len(expected.handed)


def message_rows(expected: Export) -> list[list[str]]:
    return [
        [*row, name, str(handed.line), *export_facts.visitor_cells(handed)]
        for name, handed in expected.handed
        for row in export_rule.rows(handed)
    ]


def check_table(output: bytes, columns: list[str], wanted: list[list[str]], separator: str, has_mark: bool) -> None:
    if output.startswith(b"\xef\xbb\xbf") != has_mark or output.find(b"\xef\xbb\xbf" + columns[0].encode(), 1) >= 0:
        raise Wrong("the byte order mark is not where it should be")
    if not output.endswith(b"\r\n"):
        raise Wrong("the table does not end with a line's end")
    text = output.decode("utf-8-sig" if has_mark else "utf-8")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    if rows[0] != columns:
        raise Wrong(f"the header is {rows[0]}")
    for number, (row, cells) in enumerate(zip(rows[1:], wanted)):
        right = [export_rule.harmless(cell, separator) for cell in cells]
        if row != right:
            raise Wrong(f"row {number + 1} is\n{row!r}, expected\n{right!r}")
    if len(rows) - 1 != len(wanted):
        raise Wrong(f"{len(rows) - 1} rows, expected {len(wanted)}")
    for cell in (cell for row in rows for cell in row):
        if cell[:1] in ("\t", "\r", "\n") and cell != "":
            raise Wrong(f"a cell begins with what may end it: {cell!r}")
        for part in [cell, *re.split(f"[\r\n{re.escape(SEPARATORS.replace(separator, ''))}]", cell)]:
            if part.strip().lstrip("\"\u200b\ufeff“\x00")[:1] in tuple("=+-@＝＋－＠"):
                raise Wrong(f"a cell, or a part of it, begins a formula: {cell!r}")


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
    told = export_facts.profile([handed for _, handed in expected.handed])
    for name in export_facts.FACTS:
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
    sys.setrecursionlimit(20_000)  # some records are deep
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
