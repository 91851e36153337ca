"""Where in the sources a mutant is: its text, and the body of the function around it."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from mutants_list import Mutant

Range = tuple[int, int]
FUNCTION = re.compile(r"\b(?:func|subscript)\b|\binit[?!]?\s*[(<]|\bvar\s+\w+\s*:[^=]*$")


class Place(NamedTuple):
    path: Path
    range: Range


def find(sources: dict[Path, str], mutant: Mutant) -> list[Place]:
    """All places of a mutant's text, whatever the white space between its words; after a text, the first place of each file."""
    pattern = re.compile(r"\s+".join(map(re.escape, mutant.old.split())))
    found = []
    for path, text in sources.items():
        if mutant.after:
            start = text.find(mutant.after)
            one = pattern.search(text, start) if start >= 0 else None
            found += [Place(path, one.span())] if one else []
        else:
            found += [Place(path, one.span()) for one in pattern.finditer(text)]
    return found


def enclosing(text: str, around: Range) -> Range | None:
    """What is between the braces of the outermost function around a place, or else of the outermost closure with parameters."""
    closure = None
    for start, end in blocks(text):
        if not (start <= around[0] and around[1] <= end):
            continue
        if FUNCTION.search(_heading(text, start)):
            return start, end
        signature = re.match(r"\s*(?:\[[^\]]*\]\s*)?(?:\w+(?:,\s*\w+)*|\([^()]*\)(?:\s*->\s*[\w.]+)?)\s+in\b", text[start:end])
        if closure is None and signature and start + signature.end() <= around[0]:
            closure = start + signature.end(), end
    return closure


def _heading(text: str, start: int) -> str:
    """What is before a brace, from the end of the last block or the last empty line on; without comments."""
    before = text[:start - 1]
    before = before[max(before.rfind("}"), before.rfind("{"), before.rfind("\n\n")) + 1 :]
    return re.sub(r"//[^\n]*", "", before)


@lru_cache(maxsize=64)
def blocks(text: str) -> list[Range]:
    """What is between each pair of braces, the outer before the inner; braces in strings and comments are none."""
    found: list[Range] = []
    opened: list[int] = []
    position = 0
    while position < len(text):
        one = text[position]
        if text.startswith("//", position):
            position = _after(text, "\n", position)
        elif text.startswith("/*", position):
            position = _after(text, "*/", position)
        elif string := re.compile(r'(#*)("""|")').match(text, position):
            position = _after_string(text, position, string[1], string[2])
        else:
            if one == "{":
                opened.append(position + 1)
            elif one == "}" and opened:
                found.append((opened.pop(), position))
            position += 1
    return sorted(found)


def _after(text: str, mark: str, position: int) -> int:
    at = text.find(mark, position)
    return len(text) if at < 0 else at + len(mark)


def _after_string(text: str, position: int, hashes: str, quote: str) -> int:
    """The end of a string; what is interpolated may have strings of its own."""
    position += len(hashes + quote)
    escape = "\\" + hashes
    while position < len(text):
        if text.startswith(quote + hashes, position):
            return position + len(quote + hashes)
        if text.startswith(escape + "(", position):
            position, depth = position + len(escape) + 1, 1
            while depth and position < len(text):
                if string := re.compile(r'(#*)("""|")').match(text, position):
                    position = _after_string(text, position, string[1], string[2])
                    continue
                depth += {"(": 1, ")": -1}.get(text[position], 0)
                position += 1
        elif text.startswith(escape, position):
            position += len(escape) + 1
        else:
            position += 1
    return position
