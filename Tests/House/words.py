"""Checks the words of everything that users read: phrases to avoid, and spelling.

    .build/venv/bin/python3 Tests/House/words.py            # what make lint runs
    .build/venv/bin/python3 Tests/House/words.py --all      # the classes of text that are not checked yet, too
    .build/venv/bin/python3 Tests/House/words.py --list     # the classes, and how many phrases each has

words.txt lists the phrases, each with what to write instead. In Markdown, code and the targets of links do not count; of Swift,
only documentation comments of public declarations do. codespell (Tests/requirements.txt) checks the spelling.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from pathlib import Path
from typing import Iterator, NamedTuple

ROOT = Path(__file__).resolve().parents[2]
LIST = Path(__file__).with_name("words.txt")

# Every class of text: the files, and whether it is checked. To switch a class on, let it pass first: --all names what it lacks.
CLASSES = {
    "documents": (["README.md", "CONTRIBUTING.md", "SECURITY.md", "Docs/*.md"], True),
    "changes": (["CHANGELOG.md"], True),
    "fixtures": (["Fixtures/README.md"], True),
    "mappings": (["Docs/mappings/*.md", "Docs/olark-javascript-api-names.md"], True),
    "diagnostics": (["Docs/diagnostics.md"], True),
    "help": (["Tests/CommandLineTests/Documents/Help/*.txt"], True),
    "manual": (["Docs/man/*.1"], True),
    "public": (["Sources/JSONText/**/*.swift", "Sources/PersonalData/**/*.swift", "Sources/ChatEvents/**/*.swift"], True),
    "settings": (["action.yml", ".pre-commit-hooks.yaml"], True),
    "landing": (["Sources/*/*.docc/*.md"], True),
}

# Pages that other classes have.
GENERATED = {"Docs/diagnostics.md", "Docs/olark-javascript-api-names.md"}


class Phrase(NamedTuple):
    pattern: re.Pattern[str]
    instead: str
    example: str


class Finding(NamedTuple):
    path: str
    line: int
    found: str
    instead: str


def phrases() -> list[Phrase]:
    """Returns the list of words.txt."""
    found = []
    for number, line in enumerate(LIST.read_text().splitlines(), 1):
        if not line.strip() or line.startswith("# "):
            continue
        pattern, tab, rest = line.partition("\t")
        instead, mark, example = rest.partition(" ## ")
        if not (tab and mark and instead and example):
            sys.exit(f"{LIST.name}:{number}: expected: expression, tab, what to write, ' ## ', an example")
        found.append(Phrase(re.compile(pattern, re.I), instead, example))
    return found


def files(name: str) -> list[Path]:
    """Returns the files of a class; to find none is an error."""
    found = [path for glob in CLASSES[name][0] for path in sorted(ROOT.glob(glob))]
    found = [path for path in found if name in ("diagnostics", "mappings") or str(path.relative_to(ROOT)) not in GENERATED]
    if not found:
        sys.exit(f"the class {name} has no files")
    return found


def prose(path: Path) -> Iterator[tuple[int, str]]:
    """Returns the lines that are English, with their numbers from 1."""
    lines = path.read_text().splitlines()
    if path.suffix == ".md":
        yield from markdown(lines)
    elif path.suffix == ".swift":
        yield from public_comments(lines)
    elif path.suffix == ".1":
        yield from ((number, re.sub(r"^\.\w\w |\\f.|\\-", "", line)) for number, line in enumerate(lines, 1) if not line.startswith(r'.\"'))
    else:
        yield from enumerate(lines, 1)


def markdown(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Leaves out blocks of code, code in a line, comments, and the targets of links."""
    is_code = False
    for number, line in enumerate(lines, 1):
        if line.lstrip().startswith("```"):
            is_code = not is_code
        elif not is_code and not (line.startswith("    ") and not re.match(r" +(?:[-*|]|\d+\.) ", line) and is_indented(lines, number)):
            yield number, re.sub(r"`[^`]*`", "`…`", re.sub(r"\]\([^)]*\)", "]", line))


def is_indented(lines: list[str], number: int) -> bool:
    """Whether a line belongs to a block of code that is indented: text of a list has its mark above, without a blank line between."""
    at = number - 1
    while at > 0 and lines[at].startswith("    "):
        at -= 1
    return not lines[at].strip()


def public_comments(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Returns the documentation comments before public declarations, and before cases of public enumerations."""
    comment: list[tuple[int, str]] = []
    is_public_enum = False
    for number, line in enumerate(lines, 1):
        bare = line.strip()
        if bare.startswith("///"):
            comment.append((number, re.sub(r"`[^`]*`", "`…`", bare[3:])))
        elif not bare.startswith(("@", "//")):
            if re.search(r"\benum \w", bare):
                is_public_enum = bare.startswith("public ")
            if bare.startswith("public ") or (bare.startswith("case ") and is_public_enum):
                yield from comment
            comment = []


def check(name: str, listed: list[Phrase]) -> list[Finding]:
    """Returns the phrases that a class has and should not; one may go over the end of a line."""
    found = []
    for path in files(name):
        lines = list(prose(path))
        for at, (number, line) in enumerate(lines):
            after = lines[at + 1][1].strip() if at + 1 < len(lines) and lines[at + 1][0] == number + 1 else ""
            joined = f"{line.strip()} {after}"
            for phrase in listed:
                for match in phrase.pattern.finditer(joined):
                    if match.start() < len(line.strip()):
                        found.append(Finding(str(path.relative_to(ROOT)), number, match.group().strip(), phrase.instead))
    return found


def misspelt(names: list[str]) -> int:
    """Runs codespell over the prose of the classes, prints what it finds, and returns how much that is."""
    places = [(path, number, line) for name in names for path in files(name) for number, line in prose(path)]
    text = "".join(f"{line}\n" for _, _, line in places)
    command = [sys.executable, "-m", "codespell_lib", "-"]
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
    found = re.findall(r"^(\d+): .*\n\t(.*)$", done.stdout, re.M)
    if done.stderr or (done.returncode != 0) != bool(found):
        sys.exit(f"codespell failed: {done.stdout[-1000:]}{done.stderr[-1000:]}")
    for at, words in found:
        path, number, _ = places[int(at) - 1]
        print(f"{path.relative_to(ROOT)}:{number}: {words}", file=sys.stderr)
    return len(found)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--all", action="store_true", help="check the classes that are not checked yet, too")
    parser.add_argument("--list", action="store_true", help="list the classes, whether they are checked, and how many phrases they have")
    parser.add_argument("classes", nargs="*", metavar="CLASS", help="check these classes only")
    arguments = parser.parse_args()
    listed = phrases()
    unfound = [phrase for phrase in listed if not phrase.pattern.search(phrase.example)]
    for phrase in unfound:
        print(f"{LIST.name}: {phrase.pattern.pattern} does not find its example: {phrase.example}", file=sys.stderr)
    if arguments.list:
        for name, (_, is_checked) in CLASSES.items():
            print(f"{name:12} {'checked' if is_checked else 'not yet':8} {len(check(name, listed)):5} phrases in {len(files(name))} files")
        return 1 if unfound else 0
    names = arguments.classes or [name for name, (_, is_checked) in CLASSES.items() if is_checked or arguments.all]
    if unknown := [name for name in names if name not in CLASSES]:
        parser.error(f"unknown class {unknown[0]}; there are {', '.join(CLASSES)}")
    found = [finding for name in names for finding in check(name, listed)]
    for finding in found:
        print(f"{finding.path}:{finding.line}: '{finding.found}': write {finding.instead}", file=sys.stderr)
    spelling = misspelt(names)
    print(f"{sum(len(files(name)) for name in names)} files, {len(listed)} phrases to avoid: {len(found)} found, {spelling} misspelt words")
    return 1 if found or unfound or spelling else 0


if __name__ == "__main__":
    sys.exit(main())
