"""Writes the manual pages from what the tool says of its commands, or checks the pages that there are.

    python3 Packaging/manual.py --tool .build/release/chatevents           write Docs/man
    python3 Packaging/manual.py --tool .build/release/chatevents --check   fail if a page is not what would be written
    python3 Packaging/manual.py --tool .build/release/chatevents --shown   fail if mandoc or man loses text of a page

The tool describes itself in JSON (`--experimental-dump-help`): there is nothing on a page that the help does not say. The date
of the pages is that of the last release in CHANGELOG.md, so that the same sources make the same pages.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import re
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
PAGES = ROOT / "Docs/man"
TOOL = "chatevents"
MARK = '.\\" Written by `make docs` (Packaging/manual.py): do not edit.'

Command = dict[str, Any]
Argument = dict[str, Any]


class Part(NamedTuple):
    """A paragraph of a discussion, or lines that keep their layout."""

    lines: list[str]
    is_literal: bool


class Text(NamedTuple):
    """What a command's discussion holds, by the sections of its page."""

    description: list[Part]
    examples: list[Part]
    status: list[Part]


def main() -> int:
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--tool", required=True)
    mode = options.add_mutually_exclusive_group()
    mode.add_argument("--check", action="store_true")
    mode.add_argument("--shown", action="store_true")
    settings = options.parse_args()
    words = [settings.tool, "--experimental-dump-help"]
    tool = json.loads(subprocess.run(words, check=True, capture_output=True).stdout)["command"]
    commands = [command for command in tool["subcommands"] if command["commandName"] != "help"]
    if settings.shown:
        return report([fault for command in [tool, *commands] for fault in lost(command)])
    pages = {f"{TOOL}.1": overview(tool, commands)}
    pages |= {f"{TOOL}-{command['commandName']}.1": page(command) for command in commands}
    if settings.check:
        return report(different(pages))
    PAGES.mkdir(parents=True, exist_ok=True)
    for old in PAGES.glob("*.1"):
        old.unlink()
    for name, text in pages.items():
        (PAGES / name).write_text(text)
    return 0


def report(faults: list[str]) -> int:
    """Prints what is wrong, and returns the exit status."""
    for fault in faults:
        print(f"error: {fault}", file=sys.stderr)
    return 1 if faults else 0


def different(pages: dict[str, str]) -> list[str]:
    """Names the pages that are not what would be written."""
    there = {path.name: path.read_text() for path in PAGES.glob("*.1")}
    names = sorted(name for name in there.keys() | pages.keys() if there.get(name) != pages.get(name))
    return [f"Docs/man/{name} is not what the help says: run `make docs`, and read the difference" for name in names]


# What is written.


def overview(tool: Command, commands: list[Command]) -> str:
    """The page of the tool itself, which lists its commands."""
    text = sections(tool)
    lines = [*head(TOOL, tool), f".Nm {TOOL}", ".Ar command", ".Op Ar argument ..."]
    lines += [f".Nm {TOOL}", ".Fl -version", f".Nm {TOOL}", ".Cm help", ".Op Ar command"]
    lines += [".Sh DESCRIPTION", *written(text.description), ".Pp", "The commands, each with a page of its own:"]
    lines += [".Bl -tag -width Ds"]
    for command in commands:
        name = command["commandName"]
        lines += [f".It Cm {name}", *prose(command["abstract"]), "See", f".Xr {TOOL}-{name} 1 ."]
    lines += [".El", *option_list(tool), *tail(text)]
    names = sorted(command["commandName"] for command in commands)
    lines += [f".Xr {TOOL}-{name} 1{' ,' if name != names[-1] else ''}" for name in names]
    return "\n".join(lines) + "\n"


def page(command: Command) -> str:
    """The page of a command."""
    name, text = command["commandName"], sections(command)
    lines = [*head(f"{TOOL}-{name}", command), f".Nm {TOOL}", f".Cm {name}", ".Op Ar options"]
    for argument in positional(command):
        lines.append(f".Op Ar {argument['valueName']}{' ...' if argument['isRepeating'] else ''}")
    lines += [".Sh DESCRIPTION", *prose(command["abstract"])]
    if text.description:
        lines += [".Pp", *written(text.description)]
    lines += [*option_list(command), *tail(text), f".Xr {TOOL} 1"]
    return "\n".join(lines) + "\n"


def head(name: str, command: Command) -> list[str]:
    """The lines that every page begins with, up to its synopsis."""
    summary = command["abstract"].rstrip(".")
    return [
        MARK, f".Dd {release_date():%B} {release_date().day}, {release_date().year}", f".Dt {name.upper()} 1", ".Os",
        ".Sh NAME", f".Nm {name}", f".Nd {plain(summary[0].lower() + summary[1:])}", ".Sh SYNOPSIS",
    ]


def tail(text: Text) -> list[str]:
    """The sections after the options, up to the beginning of the last one."""
    lines = [".Sh EXIT STATUS", *written(text.status)] if text.status else []
    if text.examples:
        lines += [".Sh EXAMPLES", *written(text.examples)]
    return [*lines, ".Sh SEE ALSO"]


def release_date() -> datetime.date:
    """The date of the last release."""
    found = re.search(r"^## \d+\.\d+\.\d+ - (\d{4}-\d{2}-\d{2})$", (ROOT / "CHANGELOG.md").read_text(), re.M)
    if not found:
        raise SystemExit("error: CHANGELOG.md has no release: a line such as `## 0.2.0 - 2026-12-01`")
    return datetime.date.fromisoformat(found[1])


def sections(command: Command) -> Text:
    """Divides a discussion: what follows `Examples:` are examples, and a paragraph may be about the exit status."""
    text = Text([], [], [])
    current = text.description
    for part in parts(command.get("discussion") or ""):
        first = part.lines[0]
        if part.lines == ["Examples:"]:
            current = text.examples
        elif first.startswith("Exit status: "):
            current = text.description
            text.status.append(Part([first.removeprefix("Exit status: "), *part.lines[1:]], False))
        else:
            current.append(part)
    return text


def parts(discussion: str) -> list[Part]:
    """Divides a text at its blank lines and where the indentation begins or ends."""
    found: list[Part] = []
    is_new = True
    for line in discussion.splitlines():
        if not line.strip():
            is_new = True
        elif is_new or found[-1].is_literal != line.startswith(" "):
            found.append(Part([line], line.startswith(" ")))
            is_new = False
        else:
            found[-1].lines.append(line)
    return found


def written(text: list[Part]) -> list[str]:
    """The parts of a text in mdoc."""
    lines: list[str] = []
    for index, part in enumerate(text):
        if part.is_literal:
            margin = min(len(line) - len(line.lstrip()) for line in part.lines)
            lines += [".Bd -literal -offset indent", *(plain(line[margin:]) for line in part.lines), ".Ed"]
        else:
            lines += [".Pp"] if index else []
            lines += prose(" ".join(part.lines))
    return lines


def option_list(command: Command) -> list[str]:
    """The arguments and options, with a heading for each group."""
    groups: dict[str, list[Argument]] = {"Arguments": positional(command)}
    shown = [argument for argument in command["arguments"] if argument["kind"] != "positional" and argument["shouldDisplay"]]
    for argument in sorted(shown, key=lambda argument: not argument.get("sectionTitle")):
        groups.setdefault(argument.get("sectionTitle") or "Options", []).append(argument)
    lines = [".Sh OPTIONS"]
    for title, arguments in groups.items():
        if arguments:
            lines += [f".Ss {plain(title)}", ".Bl -tag -width Ds"]
            lines += [line for argument in arguments for line in item(argument)]
            lines.append(".El")
    return lines


def positional(command: Command) -> list[Argument]:
    return [argument for argument in command["arguments"] if argument["kind"] == "positional" and argument["shouldDisplay"]]


def item(argument: Argument) -> list[str]:
    """An argument with what it means, its values and its default."""
    value = f"Ar {argument['valueName']}"
    if argument["kind"] == "positional":
        lines = [f".It {value}{' ...' if argument['isRepeating'] else ''}"]
    else:
        names = [("Fl " if name["kind"] == "short" else "Fl -") + name["name"] for name in argument["names"]]
        lines = [".It " + " , ".join(names) + (f" {value}" if argument["kind"] == "option" else "")]
    lines += prose(argument["abstract"])
    if argument.get("allValues"):
        lines += prose(f"Values: {', '.join(argument['allValues'])}.")
    if argument.get("defaultValue"):
        lines += prose(f"Default: {argument['defaultValue']}.")
    return lines


def prose(text: str) -> list[str]:
    """A paragraph: each sentence begins a line, as mdoc wants it."""
    sentences = re.split(r"(?<=[.!?]) +(?=[A-Z\"'])", text)
    return [plain(line) for sentence in sentences for line in textwrap.wrap(sentence, 72, break_long_words=False, break_on_hyphens=False)]


SPECIAL = {"\\": "\\e", "'": "\\(aq", "`": "\\(ga", "^": "\\(ha", "~": "\\(ti", "-": "\\-"}


def plain(text: str) -> str:
    """A text in which nothing is a command of roff, and a hyphen is the character of ASCII."""
    text = "".join(SPECIAL.get(character, character) for character in text)
    return "\\&" + text if text.startswith(".") else text


# What is shown.

VIEWERS = {
    "mandoc": ["mandoc", "-Tutf8", "-O", "width=1000"],
    "man": ["man", "--local-file", "--pager=cat"],
}


def lost(command: Command) -> list[str]:
    """Says which texts of the help a viewer does not show."""
    name = TOOL if command["commandName"] == TOOL else f"{TOOL}-{command['commandName']}"
    text = sections(command)
    wanted = [command["abstract"].rstrip(".")] if name != TOOL else []
    for part in [*text.description, *text.examples, *text.status]:
        wanted += part.lines if part.is_literal else [" ".join(part.lines)]
    for argument in command["arguments"]:
        if argument["shouldDisplay"]:
            wanted += [argument["abstract"], *(f"--{name['name']}" for name in argument.get("names", []) if name["kind"] == "long")]
    faults = []
    for viewer, words in VIEWERS.items():
        path = PAGES / f"{name}.1"
        surroundings = {**os.environ, "MANWIDTH": "1000", "LC_ALL": "C.UTF-8"}
        try:
            run = subprocess.run([*words, str(path)], check=True, capture_output=True, text=True, env=surroundings)
        except FileNotFoundError:
            return [f"{viewer} is not installed"]
        except subprocess.CalledProcessError as failure:
            return [f"{viewer} refuses {path.name}: {failure.stderr.strip()}"]
        shown = squeezed(re.sub(r".\x08|\x1b\[[0-9;]*m", "", run.stdout))
        faults += [f"{viewer} does not show in {path.name}: {text}" for text in wanted if squeezed(text) not in shown]
        if run.stderr.strip():
            faults.append(f"{viewer} says of {path.name}: {run.stderr.strip()}")
    return faults


def squeezed(text: str) -> str:
    return " ".join(text.split())


if __name__ == "__main__":
    sys.exit(main())
