"""Draws the speed of the routes that have several peers, from the figures that bench.py wrote, as SVG.

    python3 Tests/Benchmarks/plot.py .build/bench.json Docs/speed.svg
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

ROUTES = ("olark -> rudderstack", "olark -> segment")
NAMES = {"tool": "chatevents", "simdjson": "C++, simdjson", "Node": "JavaScript, Node", "orjson": "Python, orjson", "jq": "jq"}
WIDTH, LEFT, RIGHT = 720, 150, 90
BAR, STEP, HEAD = 16, 24, 40

STYLE = """
  text { font: 13px system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; fill: #1f2328 }
  .head { font-weight: 600 }
  .note { fill: #59636e; font-size: 12px }
  .bar { fill: #afb8c1 }
  .tool { fill: #0969da }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 }
    .note { fill: #9198a1 }
    .bar { fill: #57606a }
    .tool { fill: #4493f8 }
  }
"""


def drawing(figures: list[dict[str, Any]]) -> str:
    """A bar for each program, in the order of their speeds, all routes on one scale."""
    chosen = [one for name in ROUTES for one in figures if one["section"] == "routes" and one["name"] == name]
    panels = [one for one in chosen if one["variant"] == "compact"]
    most = max(max(one["speeds"].values()) for one in panels)
    parts: list[str] = []
    top = 0
    for panel in panels:
        parts.append(f'<text class="head" x="0" y="{top + 24}">{escape(panel["name"].replace("->", "→"))}</text>')
        top += HEAD
        for name, speed in sorted(panel["speeds"].items(), key=lambda pair: -pair[1]):
            length = max(1, round(speed / most * (WIDTH - LEFT - RIGHT)))
            kind = "bar tool" if name == "tool" else "bar"
            weight = ' class="head"' if name == "tool" else ""
            parts += [
                f'<text{weight} x="{LEFT - 10}" y="{top + 13}" text-anchor="end">{escape(NAMES[name])}</text>',
                f'<rect class="{kind}" x="{LEFT}" y="{top}" width="{length}" height="{BAR}" rx="2"/>',
                f'<text{weight} x="{LEFT + length + 8}" y="{top + 13}">{speed:,.0f} MB/s</text>',
            ]
            top += STEP
    note = "One thread, MB of input a second of processor time, compact records. Longer is faster."
    parts.append(f'<text class="note" x="0" y="{top + 20}">{note}</text>')
    height = top + 30
    told = "Speed of chatevents compared with the same work in other languages"
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}" role="img">'
    return "\n".join([head, f"<title>{told}</title>", f"<style>{STYLE}</style>", *parts, "</svg>", ""])


def main() -> None:
    if len(sys.argv) != 3:
        sys.exit(f"usage: {sys.argv[0]} FIGURES OUTPUT")
    figures = json.loads(Path(sys.argv[1]).read_text())["figures"]
    if not any(one["section"] == "routes" and one["name"] in ROUTES for one in figures):
        sys.exit(f"{sys.argv[1]}: no figures of {' or '.join(ROUTES)}")
    Path(sys.argv[2]).write_text(drawing(figures))


if __name__ == "__main__":
    main()
