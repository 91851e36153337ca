"""Writes the figures of bench.py into Docs/performance.md, as tables between its two marks.

    python3 Tests/Benchmarks/figures.py .build/bench.json Docs/performance.md
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from bench import shown

FIRST, LAST = "<!-- figures: make bench-plot writes what follows -->", "<!-- end of the figures -->"
PEERS = ("simdjson", "orjson", "jq", "Node")
HEADINGS = {
    "layouts": "Layouts",
    "commands": "Commands and options",
    "shapes": "Records of special shapes",
    "jobs": "Two jobs, by the wall clock",
    "start": "Start, in milliseconds of processor time",
    "memory": "Peak memory",
}

Figures = list[dict[str, Any]]


def main() -> None:
    if len(sys.argv) != 3:
        sys.exit(f"usage: {sys.argv[0]} FIGURES DOCUMENT")
    figures = json.loads(Path(sys.argv[1]).read_text())["figures"]
    document = Path(sys.argv[2])
    before, first, rest = document.read_text().partition(FIRST)
    _, last, after = rest.partition(LAST)
    if not first or not last:
        sys.exit(f"{document}: the marks {FIRST} and {LAST} are missing")
    document.write_text("\n".join([before + first, *tables(figures), last + after]))


def tables(figures: Figures) -> list[str]:
    routes = [one for one in figures if one["section"] == "routes"]
    lines: list[str] = []
    for name in dict.fromkeys(one["name"] for one in routes if "simdjson" in one["ratios"]):
        lines += from_olark([one for one in routes if one["name"] == name])
    others = [one for one in routes if not any(has(figures, one["name"], peer) for peer in PEERS if peer != "orjson")]
    lines += other_routes(others)
    for section, heading in HEADINGS.items():
        if chosen := [one for one in figures if one["section"] == section]:
            lines += rows(section, heading, chosen)
    return lines


def has(figures: Figures, name: str, peer: str) -> bool:
    return any(one["section"] == "routes" and one["name"] == name and peer in one["ratios"] for one in figures)


def from_olark(figures: Figures) -> list[str]:
    """A route that has several peers: a line for each variant, a column for each peer."""
    peers = [peer for peer in PEERS if peer in figures[0]["ratios"]]
    lines = table(figures[0]["name"], ["variant", "chatevents, MB/s", *peers], right=2)
    for one in figures:
        cells = [f"{one['ratios'][peer]:.2f} × ({shown(one['speeds'][peer])})" for peer in peers]
        lines.append(row([one["variant"], f"{one['speeds']['tool']:,.0f}", *cells]))
    return [*lines, "", f"Wanted: {figures[0]['wanted']}.", ""]


def other_routes(figures: Figures) -> list[str]:
    """Routes beside orjson: a line for each, the ratio on each variant."""
    if not figures:
        return []
    variants = list(dict.fromkeys(one["variant"] for one in figures))
    headings = ["route", "MB/s, compact", "wanted", *(f"{variant}, × orjson" for variant in variants)]
    lines = table("Other routes", headings, right=2)
    for name in dict.fromkeys(one["name"] for one in figures):
        of_route = {one["variant"]: one for one in figures if one["name"] == name}
        speed = f"{of_route['compact']['speeds']['tool']:,.0f}"
        ratios = [f"{of_route[variant]['ratios']['orjson']:.1f}" for variant in variants]
        lines.append(row([arrow(name), speed, of_route["compact"]["wanted"], *ratios]))
    return [*lines, ""]


def rows(section: str, heading: str, figures: Figures) -> list[str]:
    unit = {"start": "ms", "memory": "MB"}.get(section, "MB/s")
    lines = table(heading, ["command", "corpus", unit, "compared with", "wanted"], right=3)
    for one in figures:
        beside = ", ".join(f"{ratio:.2f} × {name} ({shown(one['speeds'][name])})" for name, ratio in one["ratios"].items())
        speed = one["speeds"]["tool"]
        told = f"{speed:.1f}" if section in ("start", "memory") else shown(speed)
        lines.append(row([arrow(one["name"]), one["variant"], told, beside, one["wanted"]]))
    return [*lines, ""]


def table(heading: str, names: list[str], right: int) -> list[str]:
    """A heading and the head of a table, whose column of figures is set to the right."""
    rules = ["---:" if place == right - 1 else "---" for place in range(len(names))]
    return [f"### {arrow(heading)}", "", row(names), f"|{'|'.join(rules)}|"]


def row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def arrow(name: str) -> str:
    return name.replace("->", "→")


if __name__ == "__main__":
    main()
