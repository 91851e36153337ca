"""Records the first minute in a terminal of 80 and of 40 columns, and writes its screens to Docs/images as SVG.

    python3 Packaging/screens.py --tool .build/release/chatevents            # make screens
    python3 Packaging/screens.py --tool .build/release/chatevents --check    # a part of make check-package

tmux is the terminal. It has no status line and no configuration, its shell reads no profile, and the files are copies of fixtures with short
names, so the screens depend on the tool alone. `--check` writes nothing and fails if a screen differs.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unicodedata
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "Docs/images"
WIDTHS = (80, 40)
ROWS = 200

# The files of the recording, by their names in it: fixtures, and one record with personal data.
FIXTURES = {
    "chat.json": "Fixtures/olark/members/browser-several-words.input.json",
    "wrong.json": "Fixtures/olark/refused/number-as-name.input.json",
}
PERSONAL = {
    "kim.json": """{"kind":"Conversation","visitor":{"id":"v1","fullName":"Kim Doe"},"items":[{"body":"Kim here, call me: 030 1234567"}]}\n""",
}


class Screen(NamedTuple):
    """A picture: its name, what it shows, and the commands."""

    name: str
    title: str
    commands: list[str]


SCREENS = [
    Screen("convert", "A transcript becomes an event", ["chatevents convert --to rudderstack --format pretty chat.json"]),
    Screen("validate", "A wrong record, with its location and a fix", ["chatevents validate wrong.json", "echo $?"]),
    Screen("redact", "Personal data is redacted", ["chatevents redact kim.json", "chatevents redact kim.json | chatevents redact --verify"]),
    Screen("help", "The help", ["chatevents --help"]),
]

# Colours of a terminal with a dark background, and the basic ones of SGR 30 to 37 and 90 to 97.
BACKGROUND, PLAIN = "#1e1e2a", "#d8d8e0"
COLOURS = ["#5c5c6c", "#f07178", "#9ccc65", "#ffcb6b", "#82aaff", "#c792ea", "#89ddff", "#d8d8e0"]
FONTS = "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace"
CELL, LINE, MARGIN = 8.4, 18, 12


class Style(NamedTuple):
    colour: str = PLAIN
    is_bold: bool = False
    is_faint: bool = False


class Terminal:
    """A tmux server of its own, with one shell in a folder."""

    def __init__(self, folder: Path, tool: Path, columns: int, rows: int) -> None:
        self.socket = str(folder / "tmux")
        ready = f"tmux -S {self.socket} wait-for -S ready"
        # The server's environment is the shell's: nothing of the caller's gets into a picture.
        self.environment = {
            "PATH": f"{tool.parent}:{os.environ['PATH']}", "HOME": str(folder), "LANG": "C.UTF-8", "TERM": "xterm-256color",
            "PROMPT_COMMAND": ready, "HISTFILE": "/dev/null", "SHELL": "/bin/bash",
        }
        size = ["-x", str(columns), "-y", str(rows)]
        session = ["new-session", "-d", *size, "-c", str(folder / "files"), "PS1='$ ' exec bash --norc --noprofile"]
        self.run("-f", "/dev/null", "-u", *session, ";", "set-option", "-g", "status", "off", ";", "resize-window", *size)
        self.wait()

    def wait(self) -> None:
        """Waits for the prompt: the shell reports that it is about to print it, then the cursor is after it."""
        self.run("wait-for", "ready")
        for _ in range(1000):
            if self.run("display-message", "-p", "#{cursor_x}").strip() == "2" and self.run("capture-pane", "-p").rstrip().endswith("$"):
                return
            time.sleep(0.01)
        sys.exit("the shell of tmux prints no prompt")

    def run(self, *words: str) -> str:
        command = ["tmux", "-S", self.socket, *words]
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, timeout=60, check=False)
        if done.returncode != 0:
            sys.exit(f"tmux {words[0]} failed: {done.stderr}")
        return done.stdout

    def type(self, command: str) -> None:
        """Types a command and waits for the prompt after it."""
        self.run("send-keys", "-l", command)
        self.run("send-keys", "Enter")
        self.wait()

    def screen(self) -> list[str]:
        """Returns the lines of the screen, with the sequences of their colours."""
        return self.run("capture-pane", "-p", "-e").rstrip("\n").split("\n")

    def close(self) -> None:
        """Ends the server, and waits for that, so that the folder can be removed."""
        server = int(self.run("display-message", "-p", "#{pid}"))
        self.run("kill-server")
        for _ in range(1000):
            try:
                os.kill(server, 0)
            except ProcessLookupError:
                return
            time.sleep(0.01)
        sys.exit("tmux does not end")


def styled(line: str) -> list[tuple[str, Style]]:
    """Splits a line into texts of one style; sequences that are not of SGR do not occur."""
    style, parts = Style(), []
    for number, part in enumerate(re.split(r"\x1b\[([0-9;]*)m", line)):
        if number % 2 == 0:
            if part:
                parts.append((part, style))
            continue
        for code in (int(word or 0) for word in part.split(";")):
            if code == 0:
                style = Style()
            elif code == 1:
                style = style._replace(is_bold=True)
            elif code == 2:
                style = style._replace(is_faint=True)
            elif code == 22:
                style = style._replace(is_bold=False, is_faint=False)
            elif code == 39:
                style = style._replace(colour=PLAIN)
            elif 30 <= code <= 37 or 90 <= code <= 97:
                style = style._replace(colour=COLOURS[code % 10])
    return parts


def cells(text: str) -> int:
    """Returns how many columns a text takes."""
    return sum(0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def svg(title: str, lines: list[str], columns: int) -> str:
    """Returns a picture of a screen. Each text has the length of its cells, whatever font a reader has."""
    width, height = columns * CELL + 2 * MARGIN, len(lines) * LINE + 2 * MARGIN
    drawn = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}" viewBox="0 0 {width:g} {height:g}" role="img">',
        f"<title>{escape(title)}</title>",
        f'<rect width="100%" height="100%" rx="6" fill="{BACKGROUND}"/>',
        f'<g font-family="{FONTS}" font-size="14" fill="{PLAIN}" xml:space="preserve">',
    ]
    for row, line in enumerate(lines):
        column = 0
        for text, style in styled(line):
            length = cells(text)
            if text.strip():
                looks = "".join([
                    f' fill="{style.colour}"' if style.colour != PLAIN else "",
                    ' font-weight="bold"' if style.is_bold else "",
                    ' opacity="0.7"' if style.is_faint else "",
                ])
                place = f'x="{MARGIN + column * CELL:g}" y="{MARGIN + row * LINE + 13:g}" textLength="{length * CELL:g}"'
                drawn.append(f"<text {place}{looks}>{escape(text)}</text>")
            column += length
    return "\n".join([*drawn, "</g>", "</svg>"]) + "\n"


def recorded(screen: Screen, columns: int, tool: Path) -> str:
    """Types the commands of a screen and returns its picture."""
    with tempfile.TemporaryDirectory(prefix="chatevents-screens-") as name:
        folder = Path(name)
        (folder / "files").mkdir()
        for copy, fixture in FIXTURES.items():
            shutil.copyfile(ROOT / fixture, folder / "files" / copy)
        for made, text in PERSONAL.items():
            (folder / "files" / made).write_text(text)
        terminal = Terminal(folder, tool, columns, ROWS)
        try:
            for command in screen.commands:
                terminal.type(command)
            lines = terminal.screen()
        finally:
            terminal.close()
    if lines[0][:2] != "$ ":
        sys.exit(f"{screen.name}, {columns} columns: the first command has left the screen; more rows are needed")
    # The last prompt says nothing.
    return svg(screen.title, lines[:-1] if lines[-1].strip() == "$" else lines, columns)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tool", type=Path, required=True, help="the built tool")
    parser.add_argument("--check", action="store_true", help="compare the screens with those of Docs/images, and write nothing")
    arguments = parser.parse_args()
    tool = arguments.tool.resolve()
    if not tool.is_file():
        sys.exit(f"{tool} does not exist; make build builds it")
    if shutil.which("tmux") is None:
        sys.exit("tmux is not installed\n  fix: apt-get install tmux")
    drawn = {IMAGES / f"{screen.name}-{columns}.svg": recorded(screen, columns, tool) for screen in SCREENS for columns in WIDTHS}
    wrong = [path for path, text in drawn.items() if not path.exists() or path.read_text() != text]
    stray = sorted(set(IMAGES.glob("*.svg")) - set(drawn))
    if arguments.check:
        for path in wrong + stray:
            print(f"{path.relative_to(ROOT)} is out of date (make screens)", file=sys.stderr)
    else:
        IMAGES.mkdir(exist_ok=True)
        for path in wrong:
            path.write_text(drawn[path])
        for path in stray:
            path.unlink()
    print(f"{len(drawn)} screens, {len(wrong) + len(stray)} {'differ' if arguments.check else 'written'}")
    return 1 if arguments.check and wrong + stray else 0


if __name__ == "__main__":
    sys.exit(main())
