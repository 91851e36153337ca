"""Checks what the pages of the repository refer to, and how long they are.

    python3 Tests/House/documents.py

A link leads to a file that exists, and to a heading of it. What sources, tests and messages cite (a page of Docs by its path) exists. Every page of
Docs is in the reading order of Docs/README.md. No page that a person writes is longer than 300 lines.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MOST = 300

# These are generated, or have a row for every fixture.
LONG = {"Docs/diagnostics.md", "Docs/olark-javascript-api-names.md", "Fixtures/README.md"}

PAGES = ["*.md", "Docs/*.md", "Docs/mappings/*.md", "Fixtures/*.md", "Tests/*/README.md"]
CITING = ["Sources/**/*.swift", "Tests/**/*.swift", "Tests/**/*.py", "Tests/*.sh", "Packaging/*", "Docs/scale/*", "*.yml", "Makefile"]


def outside_code(text: str) -> str:
    """Returns the text of a page without blocks of code and code in lines."""
    return re.sub(r"`[^`\n]*`", "", re.sub(r"^```.*?^```", "", text, flags=re.M | re.S))


def anchors(text: str) -> set[str]:
    """Returns the names that a page's headings have on GitHub, the second and later ones of a name with their number."""
    found: set[str] = set()
    for heading in re.findall(r"^#+ +(.*)$", re.sub(r"^```.*?^```", "", text, flags=re.M | re.S), re.M):
        name = re.sub(r"[^\w\- ]", "", re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", heading).lower()).strip().replace(" ", "-")
        plain, number = name, 0
        while name in found:
            number += 1
            name = f"{plain}-{number}"
        found.add(name)
    return found


def main() -> int:
    pages = {path: path.read_text() for glob in PAGES for path in sorted(ROOT.glob(glob))}
    faults = []
    links = 0
    for path, text in pages.items():
        name = path.relative_to(ROOT)
        for target in re.findall(r"\]\(([^)\s]+)\)", outside_code(text)):
            if "://" in target or target.startswith("mailto:"):
                continue
            links += 1
            file, _, anchor = target.partition("#")
            page = (path.parent / file).resolve() if file else path
            if not page.exists():
                faults.append(f"{name}: the link {target} leads to no file")
            elif anchor and anchor not in anchors(page.read_text()):
                faults.append(f"{name}: the link {target} leads to no heading")
        lines = text.count("\n")
        if lines > MOST and str(name) not in LONG:
            faults.append(f"{name} has {lines} lines; the limit is {MOST}")
    order = (ROOT / "Docs/README.md").read_text()
    for path in sorted(ROOT.glob("Docs/*.md")):
        if path.name != "README.md" and f"]({path.name})" not in order:
            faults.append(f"Docs/README.md does not name {path.name}")
    for path in sorted({path for glob in CITING for path in ROOT.glob(glob) if path.is_file()}):
        for cited in re.findall(r"\bDocs/[\w/-]+\.(?:md|svg|py|sh)\b", path.read_text()):
            if not (ROOT / cited).exists():
                faults.append(f"{path.relative_to(ROOT)} cites {cited}, which does not exist")
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"{len(pages)} pages, {links} links, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
