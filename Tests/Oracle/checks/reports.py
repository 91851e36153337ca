"""Holds the reports of `validate` against faults that were planted, and against each other.

    python3 Tests/Oracle/checks/reports.py --tool .build/release/chatevents [--cases N] [--seed N] [--schema sarif-2.1.0.json]

Each case is a folder of files with awkward names: transcripts and calls, one a line, in an array, indented, as form bodies,
as bodies of batches, packed with gzip. Into some records faults are planted, each where its place and its code are known
beforehand. The tool tells of them in its five formats, with one job and with several. Each report is read as its reader
would read it, and must hold the planted faults, all of them, in order, and nothing else. Places are computed here, by
the offset of the value in the file's bytes.

With `--schema` the SARIF is also held against the given schema, by the package jsonschema.
"""

from __future__ import annotations

import paths  # noqa: F401, where the modules that follow are found

import argparse
import gzip
import json
import random
import re
import subprocess
import sys
import tempfile
import unicodedata
import urllib.parse
import xml.etree.ElementTree as xml
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import Any

from pointers import step
from rawjson import Node, parse_document

NAMES = [
    "plain.jsonl", "sub folder/100%.json", "a,b:c.jsonl", 'quo"te\'s.txt', "]]><&>.json", "zürich 日本.jsonl",
    "line\nfeed.json", "carriage\rreturn.json", "tab\t.json", "escape\x1b[31m.jsonl", "%41%0A.json", "sub folder/#?=+.json",
]
TEXTS = ["Ann", "", "Zoë", "日本", "🙂 e\u0301", 'say "x"', "a\\b", "<b>&amp;]]>", "%0A::error::x", "\u202eright", "\x7f", "line\nfeed"]
NOW = 1_795_000_000
SEVERITY = {"unknown-item-kind": "warning", "unknown-operator": "warning", "future-timestamp": "warning"}


@dataclass(frozen=True)
class Fault:
    """What is planted: in which member, what stands there, and how it is reported."""

    pointer: str
    code: str


@dataclass(frozen=True)
class Told:
    """A finding, as any report tells it."""

    file: str
    line: int
    column: int
    pointer: str
    severity: str
    code: str


class Disagreement(Exception):
    """The tool did otherwise than expected."""


def check(condition: bool, *what: object) -> None:
    if not condition:
        raise Disagreement(" ".join(str(part) for part in what))


def transcript(pick: random.Random) -> dict[str, Any]:
    """A sound transcript, with its members in some order."""
    def text() -> str:
        return pick.choice(TEXTS)

    visitor = {"id": f"v{pick.randrange(1000)}"}
    for name in ("fullName", "emailAddress", "city", "countryCode", "browser", "referrer", "own/~member"):
        if pick.random() < 0.6:
            visitor[name] = text()
    if pick.random() < 0.3:
        visitor["chat_feedback"] = {"knowledge": pick.randint(1, 5), "comments": text()}
    items = []
    for number in range(pick.randrange(4)):
        item = {"kind": "MessageToOperator", "timestamp": f"{1_500_000_000 + number}.5", "body": text()}
        if pick.random() < 0.5:
            item |= {"kind": "MessageToVisitor", "operatorId": "7"}
        items.append(shuffled(pick, item))
    record = {
        "kind": "Conversation", "id": f"c{pick.randrange(10**9)}", "visitor": shuffled(pick, visitor), "items": items,
        "operators": {"7": {"id": "7", "nickname": text(), "emailAddress": "a@b.c"}}, "tags": [text() for _ in range(pick.randrange(3))],
        "groups": [{"id": "1", "name": text()}], "extra": {"id": 5, "list": [text(), None, 1.5e3]},
    }
    return shuffled(pick, record)


def call(pick: random.Random) -> dict[str, Any]:
    """A sound call to Segment."""
    record = {
        "type": "track", "userId": "u1", "event": "Order", "messageId": f"m{pick.randrange(10**9)}",
        "timestamp": "2016-11-21T10:00:00.000Z", "properties": {"text": pick.choice(TEXTS), "list": [1, {}]},
        "context": {"ip": "::1", "page": {"title": pick.choice(TEXTS)}},
    }
    return shuffled(pick, record)


def shuffled(pick: random.Random, record: dict[str, Any]) -> dict[str, Any]:
    return dict(pick.sample(list(record.items()), len(record)))


def plant(pick: random.Random, record: dict[str, Any], most: int) -> list[Fault]:
    """Makes up to so many things wrong in a record, and says which."""
    if "type" in record:
        spots = [(record, name, f"/{name}", "time-not-iso" if name == "timestamp" else None) for name in ("timestamp",)]
        spots += [(record["context"], "ip", "/context/ip", "type-mismatch"), (record["context"]["page"], "title", "/context/page/title", "type-mismatch")]
        spots += [(record, "event", "/event", "event-not-string"), (record, "properties", "/properties", "properties-not-object")]
    else:
        visitor = record["visitor"]
        spots = [(visitor, name, "/visitor" + step(name), "type-mismatch") for name in visitor if name not in ("id", "own/~member", "chat_feedback")]
        if "chat_feedback" in visitor:
            spots.append((visitor["chat_feedback"], "knowledge", "/visitor/chat_feedback/knowledge", "rating-out-of-range"))
        for number, item in enumerate(record["items"]):
            for name, code in (("body", "type-mismatch"), ("kind", "unknown-item-kind"), ("timestamp", "invalid-timestamp"), ("operatorId", "unknown-operator")):
                if name in item:
                    spots.append((item, name, f"/items/{number}/{name}", code))
        spots += [(record["operators"]["7"], "nickname", "/operators/7/nickname", "type-mismatch"), (record["groups"][0], "name", "/groups/0/name", "type-mismatch")]
        spots += [(record["tags"], number, f"/tags/{number}", "type-mismatch") for number in range(len(record["tags"]))]
    chosen = pick.sample(spots, min(len(spots), pick.randint(1, most)))
    faults = []
    for place, name, pointer, code in chosen:
        wrong = {
            "unknown-item-kind": "Note 日本", "invalid-timestamp": "today", "unknown-operator": "8", "rating-out-of-range": 6,
            "time-not-iso": "yesterday", "event-not-string": 5, "properties-not-object": [1],
        }
        place[name] = wrong[code] if code in wrong else pick.choice([5, [], {}, True, -1.5e2])
        faults.append(Fault(pointer, code))
    return faults


def walk(node: Node, tokens: list[str]) -> Node:
    """The value to which a pointer leads."""
    for token in tokens:
        found = node.get(token) if node.kind == "object" else node.elements[int(token)]
        check(found is not None, "no member", token)
        node = found
    return node


def offset_of(text: bytes, pointer: str) -> int:
    tokens = [part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:]]
    return walk(parse_document(text), tokens).start


@dataclass(eq=False)
class Source:
    """A file: what is in it, and which faults it must be told of, by their offsets."""

    name: str
    content: bytes
    packed: bool
    starts: list[int]
    faults: list[list[tuple[int, Fault]]]

    @cached_property
    def lines(self) -> list[bytes]:
        return self.content.split(b"\n")

    @cached_property
    def line_starts(self) -> list[int]:
        return [0, *accumulate(len(line) + 1 for line in self.lines)]

    @cached_property
    def start_places(self) -> list[tuple[int, int]]:
        return [self.place(start) for start in self.starts]

    @cached_property
    def told(self) -> list[list[Told]]:
        """For each record what is to be told of it."""
        records = []
        for faults in self.faults:
            told = []
            for offset, fault in sorted(faults, key=lambda pair: pair[0]):
                line, column = self.place(offset)
                told.append(Told(shown_name(self.name), line, column, fault.pointer, SEVERITY.get(fault.code) or ("warning" if fault.code == "time-not-iso" else "error"), fault.code))
            records.append(told)
        return records

    def place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1


def source(pick: random.Random, name: str, size: int, most: int) -> Source:
    """Makes a file."""
    layout = pick.choice(["lines", "lines", "array", "one-line array", "pretty", "forms", "batch"])
    content = bytearray(pick.choice([b"", b"\n\n", b"\xef\xbb\xbf"]) if layout != "batch" else b"")
    starts: list[int] = []
    planted: list[list[tuple[int, Fault]]] = []
    if layout == "batch":
        return batch(pick, name, size, most)
    if "array" in layout:
        content += b"["
    for number in range(size):
        record = transcript(pick) if layout == "forms" or pick.random() < 0.7 else call(pick)
        faults = plant(pick, record, most) if pick.random() < 0.6 else []
        indent = 2 if layout == "pretty" else None
        text = json.dumps(record, ensure_ascii=pick.random() < 0.2, indent=indent, separators=pick.choice([None, (",", ":")])).encode()
        if number > 0 and "array" in layout:
            content += b"," if layout == "one-line array" else b",\n  "
        if layout == "forms":
            head = pick.choice([b"data=", b"x=1&data="])
            body, moved = form(pick, text)
            starts.append(len(content))
            planted.append([(len(content) + len(head) + moved[offset_of(text, fault.pointer)], fault) for fault in faults])
            content += head + body + pick.choice([b"", b"&y=2"]) + b"\n"
        else:
            starts.append(len(content))
            planted.append([(len(content) + offset_of(text, fault.pointer), fault) for fault in faults])
            content += text
        if layout in ("lines", "pretty"):
            content += pick.choice([b"\n", b"\r\n", b"\n\n"])
    if "array" in layout:
        content += b"]\n"
    return Source(name, bytes(content), pick.random() < 0.2, starts, planted)


def batch(pick: random.Random, name: str, size: int, most: int) -> Source:
    """Makes a file with one batch of calls, which is one record."""
    calls, faults = [], []
    for number in range(max(1, size // 4)):
        record = call(pick)
        found = plant(pick, record, most) if pick.random() < 0.6 else []
        faults += [Fault(f"/batch/{number}{fault.pointer}", fault.code) for fault in found]
        calls.append(record)
    text = json.dumps({"batch": calls}, ensure_ascii=False).encode()
    return Source(name, text + b"\n", False, [0], [[(offset_of(text, fault.pointer), fault) for fault in faults]])


def form(pick: random.Random, text: bytes) -> tuple[bytes, list[int]]:
    """Encodes a form's field; and says for each byte where it has gone."""
    body, moved = bytearray(), []
    for byte in text:
        moved.append(len(body))
        if byte == 0x20:
            body += pick.choice([b"+", b"%20"])
        elif chr(byte).isalnum() and byte < 0x80 and pick.random() < 0.95:
            body.append(byte)
        else:
            body += b"%%%02X" % byte if pick.random() < 0.5 else b"%%%02x" % byte
    return bytes(body), moved


def run(tool: str, folder: Path, form: str, names: list[str], jobs: int, *more: str) -> tuple[bytes, str, int]:
    command = [tool, "validate", "--format", form, "--jobs", str(jobs), "--now", str(NOW), *more, *names]
    done = subprocess.run(command, cwd=folder, capture_output=True, timeout=600)
    return done.stdout, done.stderr.decode(), done.returncode


# Each report, read as its reader would.


def read_json(report: bytes) -> list[tuple[Told, str, str | None]]:
    found = []
    for line in report.decode().splitlines() if b"\x85" not in report else report.decode().split("\n"):
        if not line:
            continue
        entry = json.loads(line)
        check(list(entry) == ["file", "line", "column", "pointer", "severity", "code", "message", "fix"], "members", list(entry))
        found.append((Told(*(entry[name] for name in ("file", "line", "column", "pointer", "severity", "code"))), entry["message"], entry["fix"]))
    return found


HEAD = re.compile(r"(?P<file>.*?):(?P<line>\d+):(?P<column>\d+): (?P<severity>error|warning): (?P<rest>.*) \[(?P<code>[a-z0-9-]+)\]")


def shown_name(name: str) -> str:
    """The name of a file in a report of any form: a control character of ASCII as an escape."""
    marks = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
    return "".join(marks.get(c) or (f"\\x{ord(c):02X}" if c < " " or c == "\x7f" else c) for c in name)


def visible(text: str) -> str:
    """What a terminal is given in place of what it would obey."""
    shown = ""
    for character in text:
        number = ord(character)
        hidden = unicodedata.category(character) in ("Cc", "Zl", "Zp") or character in "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
        if number < 0x20:
            shown += chr(0x2400 + number)
        elif number == 0x7F:
            shown += "\u2421"
        else:
            shown += f"<U+{number:04X}>" if hidden else character
    return shown


def width(text: str) -> int:
    """The columns that a text takes on a terminal."""
    return sum(0 if unicodedata.category(c) in ("Mn", "Me", "Cf") else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def read_text(lines: list[str], expected: list[tuple[Told, str, str | None]], sources: dict[str, Source]) -> int:
    """Checks the findings as text, and returns how many lines they are."""
    at = 0
    for told, message, fix in expected:
        statement = f"{message} at {told.pointer}" if told.pointer else message
        head = f"{visible(told.file)}:{told.line}:{told.column}: {told.severity}: {visible(statement)} [{told.code}]"
        check(lines[at] == head, f"text says {lines[at]!r}, expected {head!r}")
        check(HEAD.fullmatch(lines[at]) is not None, "no head", lines[at])
        number, shown = lines[at + 1].split(" | ", 1)
        mark = lines[at + 2]
        check(int(number) == told.line, "the frame's number", number)
        margin = len(number) + 3
        check(re.fullmatch(r" *\| *\^", mark) is not None and mark.index("|") == len(number) + 1, "the frame's mark", mark)
        before = mark.index("^") - margin
        prefix = next((shown[:end] for end in range(len(shown) + 1) if width(shown[:end]) == before), None)
        check(prefix is not None, "the mark stands inside a character", shown, mark)
        line = sources[told.file].lines[told.line - 1]
        rest = visible(line[told.column - 1 :].rstrip(b"\r").decode()[:6])[:6]
        # Zero-width characters before the place belong to what stands before them.
        check(shown[len(prefix) :].lstrip("\u0301").startswith(rest[: len(shown) - len(prefix) - 1].rstrip("…")), f"the mark is at {shown[len(prefix):]!r}, not at {rest!r}")
        at += 3
        if fix is not None:
            check(lines[at] == f"  fix: {visible(fix)}", "the fix", lines[at])
            at += 1
    return at


def read_github(report: bytes) -> tuple[list[tuple[Told, str]], str]:
    """Reads workflow commands as the runner does."""
    found = []
    lines = report.decode().split("\n")
    check(lines[-1] == "", "the last line does not end")
    for line in lines[:-1]:
        command, _, data = line[2:].partition("::")
        check(line.startswith("::") and bool(data), "no command:", line)
        name, _, rest = command.partition(" ")
        properties = {}
        for part in rest.split(","):
            key, _, value = part.partition("=")
            for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
                value = value.replace(code, character)
            properties[key] = value
        for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
            data = data.replace(code, character)
        if name == "notice":
            return found, data
        check(list(properties) == ["file", "line", "col", "title"], "properties", properties)
        message = data.split("\nfix: ")[0]
        pointer = message.rpartition(" at /")
        told = Told(properties["file"], int(properties["line"]), int(properties["col"]), "/" + pointer[2] if pointer[1] else "", name, properties["title"])
        found.append((told, data))
    raise Disagreement("no summary in the end")


def read_sarif(report: bytes, expected: list[tuple[Told, str, str | None]], sources: dict[str, Source], schema: Any) -> None:
    log = json.loads(report)
    if schema is not None:
        import jsonschema

        jsonschema.validate(log, schema)
    check(log["version"] == "2.1.0" and log["$schema"].endswith("sarif-2.1.0.json") and len(log["runs"]) == 1, "the log")
    (work,) = log["runs"]
    check(work["columnKind"] == "unicodeCodePoints", "columnKind")
    driver = work["tool"]["driver"]
    check(driver["name"] == "chatevents" and re.fullmatch(r"\d+\.\d+\.\d+", driver["version"]) is not None, "the driver")
    rules = driver["rules"]
    check(len({rule["id"] for rule in rules}) == len(rules), "a rule stands twice")
    for rule in rules:
        check(all(rule[name]["text"] for name in ("shortDescription", "fullDescription", "help")), "a rule without words", rule["id"])
        check(rule["defaultConfiguration"]["level"] in ("error", "warning"), "a level")
    fingerprints = set()
    check(len(work["results"]) == len(expected), f"{len(work['results'])} results, expected {len(expected)}")
    for result, (told, message, fix) in zip(work["results"], expected):
        (location,) = result["locations"]
        place = location["physicalLocation"]
        uri = place["artifactLocation"]["uri"]
        check(re.fullmatch(r"(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+", uri) is not None, "a URI", uri)
        check(place["artifactLocation"]["uriBaseId"] == "%SRCROOT%", "the base")
        region = place["region"]
        pointer = location.get("logicalLocations", [{"fullyQualifiedName": ""}])[0]["fullyQualifiedName"]
        actual = (urllib.parse.unquote(uri), region["startLine"], pointer, result["level"], result["ruleId"])
        check(actual == (told.file, told.line, told.pointer, told.severity, told.code), f"SARIF says {actual}, expected {told}")
        check(rules[result["ruleIndex"]]["id"] == told.code, "the rule's index")
        statement = f"{message} at {told.pointer}" if told.pointer else message
        check(result["message"]["text"] == (f"{statement}\nfix: {fix}" if fix else statement), "the message", result["message"])
        line = sources[told.file].lines[told.line - 1]
        characters = len(line[: told.column - 1].decode()) + 1
        places = sources[told.file].start_places
        begun = places[bisect_right(places, (told.line, told.column)) - 1]
        # Nobody counts the characters of a longer line.
        known = (begun[0] < told.line or begun[1] == 1) and told.column <= 1 << 16
        check(region.get("startColumn") == (characters if known else None), f"startColumn {region.get('startColumn')}, expected {characters} (known: {known}) in {told}")
        check(region["snippet"]["text"].encode() in line, "the snippet")
        fingerprint = (uri, result["partialFingerprints"]["primaryLocationLineHash"])
        check(fingerprint not in fingerprints, "a fingerprint stands twice", fingerprint)
        fingerprints.add(fingerprint)
    check(work["invocations"][0]["toolExecutionNotifications"] == [], "notifications")


def read_junit(report: bytes, names: list[str], sources: dict[str, Source], expected: list[tuple[Told, str, str | None]]) -> None:
    root = xml.fromstring(report)
    check(root.tag == "testsuites" and len(root) == len(names), "the suites")
    words = {(told, number): (message, fix) for number, (told, message, fix) in enumerate(expected)}
    number = 0
    sums = [0, 0, 0]
    for suite, name in zip(root, map(shown_name, names)):
        records = sources[name].told
        check(suite.get("name") == name, "the suite's name", suite.get("name"))
        check(len(suite) == len(records) == int(suite.get("tests")), f"{len(suite)} cases, expected {len(records)}")
        failures = 0
        for place, (case, told) in enumerate(zip(suite, records)):
            line, _ = sources[name].start_places[place]
            check(case.get("classname") == name, "the class", case.get("classname"))
            check(re.fullmatch(rf"[a-z-]+ record {place + 1} \(line {line}\)", case.get("name")) is not None, "the case's name", case.get("name"))
            several = [(one, *words[one, number + index]) for index, one in enumerate(told)]
            number += len(told)
            errors = [one for one in several if one[0].severity == "error"]
            failures += bool(errors)
            check([child.tag for child in case] == (["failure"] if errors else ["system-out"] if told else []), "children", [child.tag for child in case])
            if not told:
                continue
            lines = case[0].text.split("\n")
            check(lines[read_text(lines, several, sources) :] == [""], "the text of a case", lines)
            if errors:
                check(case[0].get("type") == errors[0][0].code, "the failure's type")
                statements = [f"{message} at {one.pointer}" if one.pointer else message for one, message, _ in errors]
                check(case[0].get("message") == "; ".join(statements), "the failure's message", case[0].get("message"))
        check((int(suite.get("failures")), int(suite.get("errors"))) == (failures, 0), "the suite's counts")
        sums = [sums[0] + len(records), sums[1] + failures, 0]
    check([int(root.get(name)) for name in ("tests", "failures", "errors")] == sums, "the sums")


def sentence(sources: list[Source]) -> str:
    told = [records for one in sources for records in one.told]
    errors = sum(one.severity == "error" for record in told for one in record)
    warnings = sum(map(len, told)) - errors
    concerned = sum(bool(record) for record in told)

    def counted(count: int, thing: str) -> str:
        return f"{count} {thing}" + ("" if count == 1 else "s")

    return f"{counted(len(told), 'record')}: {counted(errors, 'error')}, {counted(warnings, 'warning')} in {counted(concerned, 'record')}"


def try_case(tool: str, pick: random.Random, size: int, schema: Any) -> int:
    """Runs one case, and returns how many findings it had."""
    with tempfile.TemporaryDirectory(prefix="chatevents-reports-") as name:
        folder = Path(name).resolve()
        (folder / ".git").mkdir()
        names = pick.sample(NAMES, pick.randint(1, 4))
        files = [source(pick, name, pick.randint(1, size), pick.choice([1, 3, 30])) for name in names]
        for one in files:
            path = folder / one.name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(gzip.compress(one.content) if one.packed else one.content)
        sources = {shown_name(one.name): one for one in files}
        planted = [told for one in files for record in one.told for told in record]
        reports = {}
        for form in ("json", "text", "github", "sarif", "junit"):
            reports[form], errors, status = run(tool, folder, form, names, 1)
            check(errors == "", f"{form}: standard error says {errors}")
            check(status == (1 if any(told.severity == "error" for told in planted) else 0), f"{form}: status {status}")
            strict = run(tool, folder, form, names, pick.choice([2, 3, 8]), "--strict")
            check(strict[0] == reports[form], f"{form}: several jobs write another report")
            check(strict[2] == (1 if planted else 0), f"{form}: status {strict[2]} with --strict")
        found = read_json(reports["json"])
        for actual, expected in zip([told for told, _, _ in found], planted):
            check(actual == expected, f"found {actual}, planted {expected}")
        check(len(found) == len(planted), f"found {len(found)}, planted {len(planted)}")
        lines = reports["text"].decode().split("\n")
        check(lines[read_text(lines, found, sources) :] == [sentence(files), ""], "the text's end")
        commands, summary = read_github(reports["github"])
        statements = [f"{message} at {told.pointer}" if told.pointer else message for told, message, _ in found]
        advice = [statement + (f"\nfix: {fix}" if fix else "") for statement, (_, _, fix) in zip(statements, found)]
        check(commands == [(told, words) for (told, _, _), words in zip(found, advice)], "the commands differ")
        check(summary == sentence(files), "the notice", summary)
        read_sarif(reports["sarif"], found, sources, schema)
        read_junit(reports["junit"], names, sources, found)
        return len(found)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tool", required=True)
    parser.add_argument("--cases", type=int, default=40)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 32))
    parser.add_argument("--schema", type=Path)
    arguments = parser.parse_args()
    tool = str(Path(arguments.tool).resolve())
    schema = json.loads(arguments.schema.read_text()) if arguments.schema else None
    found = 0
    for case in range(arguments.cases):
        # One case in twenty is large enough that several jobs share it.
        size = 1500 if case % 20 == 19 else 12
        pick = random.Random(f"{arguments.seed}:{case}")
        try:
            found += try_case(tool, pick, size, schema)
        except Disagreement as disagreement:
            print(f"case {case}: {disagreement}\nseed {arguments.seed}")
            return 1
    print(f"{arguments.cases} cases with {found} findings in five formats agree, seed {arguments.seed}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
