"""Reads what the tool prints as build servers do, and looks for commands that an input has put there.

    python3 Tests/Oracle/checks/build_servers.py --tool .build/release/chatevents [--cases N] [--seed N]

GitHub's runner takes a line as a command if it begins with `::name …::`, after white space, or has `##[name …]` anywhere.
Azure's agent takes `##vso[area.action …]` and `##[name …]` anywhere, TeamCity's `##teamcity[name …]`. Each case is a
folder of hostile records, file names, member names and golden cases, more than fifty texts. The tool reports them in all
forms, and is given such texts as values of options. No line on standard output or standard error may be a command, except those of `--format github`: as many as there
are findings, each of a known form. No line of a report for people, and no message, may have a control character.

Sources: GitHub Docs, "Workflow commands for GitHub Actions"; Microsoft Learn, "Logging commands", "Formatting commands";
TeamCity Docs, "Service Messages"; and how the first two agents, which are public, look for the marks. Read in November 2026.
"""

from __future__ import annotations

import paths  # noqa: F401, where the modules that follow are found

import argparse
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path
from typing import Any

# GitHub's runner trims a line before it looks at its start; the other marks count wherever they are.
AT_THE_START = re.compile(r"::[^:\s]+(?: .*?)?::")
ANYWHERE = re.compile(r"##\[[^\]]*\]|##(?:vso|teamcity)\[[^\]]*\]", re.IGNORECASE)
ANNOTATION = re.compile(r"::(error|warning|notice)(?: ([^:]*))?::(.*)")
PROPERTY = re.compile(r"(file|line|col|title)=([^,:\r\n]*)")

COMMANDS = [
    "##[error]x", "##[command]x", "##[add-path]/x", "##[group]", "##vso[task.setvariable variable=x]y", "##VSO[task.complete result=Failed;]",
    "##vso[build.addbuildtag]x", "::error::x", "::error file=a,line=1::x", "::set-output name=a::b", "::add-mask::x", "::stop-commands::t",
    "###[error]x", "##teamcity[buildProblem description='x']", "##vso##vso[task.x]", "#\\u0023[error]", "::::error::x", "##[debug", "::warning::##[error]",
]
BEFORE = [
    "", " ", "\t", "\n", "\r", "\r\n", "\n\n  ", "\u00a0", "\u2003", "\u3000", "\x1b[2K", "\x1b[1G", "\x85", "\u2028", "\x0b", "\x0c", "a", "## ", "##",
    "%0A", "%0D", "\\n", "&#10;", '"', "'", "\x9b1G", "\u202e", "\x08", "]", "::", "x\n", "x\r", "\x1e",
]
AFTER = ["", "\n", "\r", "]", "::", "##", "#", " ", "\n::error::y", "é"]
FORMS = ["text", "json", "github", "sarif", "junit", "gitlab"]


# How many texts were made.
made = [0]


class Failure(Exception):
    """A line that would be obeyed, or is not what a report may have."""


def hostile(pick: random.Random) -> str:
    """A text that would like to be a command."""
    made[0] += 1
    return pick.choice(BEFORE) + pick.choice(COMMANDS) + pick.choice(AFTER)


def file_name(pick: random.Random) -> bytes:
    """The name of a file of that kind; now and then with a byte that is no UTF-8."""
    name = hostile(pick).replace("/", "_").replace("\0", "").encode()
    if pick.random() < 0.1:
        name += b"\xff"
    return name.lstrip(b"-")[:150]


def record(pick: random.Random) -> bytes:
    """A record with hostile texts as values, ids and names of members; broken in some way, or not."""
    def text() -> str:
        return hostile(pick)

    def some(*values: Any) -> Any:
        return pick.choice(values)

    kinds: list[dict[str, Any]] = [
        {
            "kind": "Conversation", "id": text(), "visitor": {"id": text(), "fullName": some(text(), 5), text(): some(text(), {text(): [text()]})},
            "items": [{"kind": some("MessageToVisitor", text()), "timestamp": some("1479718801", text()), "body": text(), "operatorId": text()}],
            "operators": {text(): {"id": text(), "nickname": some(text(), [text()])}}, "tags": some([text()], text()), text(): text(),
        },
        {"type": some("track", text()), "event": some(text(), 7), "userId": text(), "messageId": text(), "timestamp": some("2016-11-21T10:00:00Z", text()), "properties": some({text(): text()}, text()), "context": {"ip": some(text(), 5)}},
        {"batch": [{"type": "identify", "userId": text(), "traits": some({}, [text()])}, {text(): text()}]},
        {"event": text(), "data": {text(): text()}},
        {text(): {"kind": "Conversation", "visitor": {text(): text()}}},
    ]
    whole = json.dumps(pick.choice(kinds), ensure_ascii=pick.random() < 0.5, indent=some(None, None, 1)).encode()
    broken = pick.random()
    if broken < 0.15:
        return whole[: pick.randrange(1, len(whole))]
    if broken < 0.3:
        return text().encode()
    if broken < 0.4:
        at = pick.randrange(len(whole))
        return whole[:at] + text().encode() + pick.choice([b"", b"\xff", b"\x80"]) + whole[at:]
    return whole


def check_lines(said: bytes, what: str, allowed: int = 0) -> None:
    """Reads lines as the agents do; so many annotations of GitHub's form are allowed."""
    found = 0
    for line in re.split(r"\r\n|\r|\n", said.decode(errors="replace")):
        if ANYWHERE.search(line):
            raise Failure(f"{what}: a command in {line!r}")
        if not AT_THE_START.match(line.strip()):
            continue
        annotation = ANNOTATION.fullmatch(line)
        if annotation is None or not allowed:
            raise Failure(f"{what}: a command at the start of {line!r}")
        for part in filter(None, (annotation[2] or "").split(",")):
            if not PROPERTY.fullmatch(part):
                raise Failure(f"{what}: the property {part!r} in {line!r}")
        found += 1
    if found != allowed:
        raise Failure(f"{what}: {found} annotations, and {allowed} are expected")


def check_controls(said: bytes, what: str) -> None:
    """No character that a terminal would obey, except the line feed."""
    for line in said.decode(errors="replace").split("\n"):
        for character in line:
            if unicodedata.category(character) in ("Cc", "Zl", "Zp") or character in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069":
                raise Failure(f"{what}: the character {character!r} in {line!r}")


class Case:
    """A folder, and the tool that is run in it."""

    def __init__(self, tool: str, folder: Path, pick: random.Random) -> None:
        self.tool, self.folder, self.pick = tool, folder, pick
        self.runs = 0
        names = {file_name(pick) + b".jsonl" for _ in range(6)}
        for name in names:
            (folder / os.fsdecode(name)).write_bytes(b"\n".join(record(pick) for _ in range(8)) + b"\n")
        self.files = [os.fsdecode(name) for name in sorted(names)]
        self.missing = os.fsdecode(file_name(pick) + b".json")
        self.golden()

    def golden(self) -> None:
        """Golden cases whose expected files have hostile lines, in a folder with such a name."""
        self.cases = Path(os.fsdecode(file_name(self.pick) + b"cases"))
        place = self.folder / self.cases
        place.mkdir()
        for _ in range(3):
            name = os.fsdecode(file_name(self.pick))
            lines = [record(self.pick).replace(b"\n", b" ") for _ in range(3)]
            (place / f"{name}.input.jsonl").write_bytes(b"\n".join(lines))
            expected = "\n".join(f"{hostile(self.pick)}" for _ in range(8))
            (place / f"{name}.segment.jsonl").write_bytes(expected.encode(errors="surrogateescape"))
            if self.pick.random() < 0.5:
                (place / f"{name}.args").write_text(f"--{self.pick.choice(['site', 'no-such', 'from'])} '{hostile(self.pick)}'", errors="replace")
        (place / os.fsdecode(file_name(self.pick) + b".segmnt.jsonl")).write_text("")

    def run(self, *words: str | bytes, annotations: int = 0, is_data: bool = False, for_people: bool = False, said: bytes = b"") -> bytes:
        """Runs the tool, reads what it printed, and returns its standard output."""
        done = subprocess.run([self.tool, *words], cwd=self.folder, input=said, capture_output=True, timeout=120)
        self.runs += 1
        what = " ".join(map(repr, words))
        if done.returncode not in (0, 1, 64, 66, 74):
            raise Failure(f"{what}: status {done.returncode}\n{done.stderr.decode(errors='replace')}")
        check_lines(done.stderr, f"standard error of {what}")
        check_controls(done.stderr, f"standard error of {what}")
        if not is_data:
            check_lines(done.stdout, f"standard output of {what}", annotations)
            if for_people:
                check_controls(done.stdout, f"standard output of {what}")
        return done.stdout

    def reports(self) -> None:
        """All forms of a report over files, and over standard input."""
        inputs = [*self.files, self.missing]
        for more in ([], ["--no-source"]):
            found = len(self.run("validate", "--format", "json", *more, *inputs).splitlines())
            for form in FORMS:
                notices = found + 1 if form == "github" else 0
                self.run("validate", "--format", form, *more, *inputs, annotations=notices, for_people=form == "text")
        said = b"\n".join(record(self.pick) for _ in range(8))
        self.run("validate", "--verdicts", "--summary", *inputs)
        self.run("validate", "--write-baseline", "known", *inputs)
        self.run("validate", "--baseline", "known", *inputs[1:])
        self.run("validate", "--summary=json", "--verbose", said=said, for_people=True)
        self.run("validate", "--unique-ids", ".", for_people=True)

    def checks(self) -> None:
        """Differences and messages of golden cases."""
        self.run("check", str(self.cases), for_people=True)
        for form in ("json", "junit"):
            self.run("check", "--format", form, str(self.cases))
        entries = len(self.run("check", "--format", "json", str(self.cases)).splitlines())
        self.run("check", "--format", "github", str(self.cases), annotations=entries + 1)
        self.run("check", "--update", str(self.cases), for_people=True)

    def messages(self) -> None:
        """What other commands say about such inputs."""
        inputs = [*self.files, self.missing]
        self.run("convert", "--to", "segment", "--summary", "--verbose", *inputs, is_data=True)
        self.run("convert", "--to", "rudderstack", "--summary=json", "--rejects", f"{self.missing}.rejects", *inputs, is_data=True)
        self.run("redact", "--summary", "--email", hostile(self.pick), "--visitor-id", hostile(self.pick), *inputs, is_data=True)
        self.run("redact", "--verify", "--contains", "x" + hostile(self.pick), *inputs)
        self.run("export", "--visitor-id", hostile(self.pick), *inputs, is_data=True)
        (self.folder / "list").write_bytes(b"\n".join(hostile(self.pick).encode() for _ in range(3)))
        self.run("convert", "--to", "segment", "--files-from", "list", is_data=True)
        self.run("redact", "--emails-from", "list", *inputs, is_data=True)

    def options(self) -> None:
        """Values that are refused, each a hostile text."""
        for words in (
            ["validate", "--format"], ["validate", "--as"], ["validate", "--now"], ["validate", "--timezone"], ["validate", "--ignore"],
            ["validate", "--baseline"], ["validate", "--write-baseline"], ["validate", "--record-limit"], ["validate", "--output"], ["validate", "--unwrap"],
            ["validate", "--include"], ["validate", "--files-from"], ["convert", "--to"], ["convert", "--from"], ["convert", "--unwrap"],
            ["redact", "--key-file"], ["redact", "--redact-field"], ["redact", "--file-link"], ["redact", "--older-than"], ["redact", "--output-dir"],
            ["export", "--profile"], ["export", "--delimiter"], ["check"], ["check", "--to"], ["check", "--format"], ["schema"], ["explain"],
            ["explain", "--to"], ["api"], [], ["validate"],
        ):
            value = (self.pick.choice(["", "--x", "no/"]) if len(words) == 1 else "") + hostile(self.pick)
            if words[-1:] == ["--write-baseline"] or words[-1:] == ["--output"]:
                value = "no/such/" + value
            self.run(*words, value, *(["."] if words[:1] != ["check"] and len(words) == 2 else []), is_data=words[:1] in (["convert"], ["redact"], ["export"]))
        self.run("validate", f"--{hostile(self.pick)}=x", ".")
        self.run("validate", f"-{hostile(self.pick)}", ".")


def self_test() -> None:
    """What the agents obey is found, and what they do not is not."""
    for line in ("::error::x", "  ::error file=a::x", "\u00a0::a::", "x ##[error]y", "##vso[a.b]", "a##VSO[a.b c=d;]e", "###[x]"):
        try:
            check_lines(line.encode(), "a line")
        except Failure:
            continue
        raise AssertionError(line)
    check_lines(b"a ::error::x\n## [error]\n##vs [a]\n: :error::\n", "fine")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tool", required=True)
    parser.add_argument("--cases", type=int, default=6)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 32))
    arguments = parser.parse_args()
    self_test()
    tool = str(Path(arguments.tool).resolve())
    runs = 0
    for number in range(arguments.cases):
        with tempfile.TemporaryDirectory(prefix="chatevents-servers-") as name:
            try:
                case = Case(tool, Path(name).resolve(), random.Random(f"{arguments.seed}:{number}"))
                for part in (case.reports, case.checks, case.messages, case.options):
                    part()
            except Failure as failure:
                print(f"case {number}: {failure}\nseed {arguments.seed}")
                return 1
            runs += case.runs
    print(f"{arguments.cases} cases, {runs} runs, {made[0]} texts: no line is a command, seed {arguments.seed}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
