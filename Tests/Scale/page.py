"""The blocks of Docs/scale.md, and how they are run."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "Docs" / "scale.md"
SCRIPTS = ROOT / "Docs" / "scale"
START, END = "<!-- figures of make scale -->", "<!-- end of the figures -->"


class Wrong(Exception):
    """Something is not as the page says."""


class Block(NamedTuple):
    """A `sh` block, the section that it is in, and its line."""

    section: str
    line: int
    text: str


def blocks() -> list[Block]:
    """The `sh` blocks of the page, in order; a block of another language is an error, for it would not be run."""
    found: list[Block] = []
    section = ""
    inside: tuple[int, list[str]] | None = None
    for number, line in enumerate(PAGE.read_text().splitlines(), 1):
        if inside is not None and line == "```":
            found.append(Block(section, inside[0] + 1, "".join(f"{text}\n" for text in inside[1])))
            inside = None
        elif inside is not None:
            inside[1].append(line)
        elif line.startswith("## "):
            section = line.removeprefix("## ")
        elif line.startswith("```"):
            if line != "```sh":
                raise Wrong(f"{PAGE.name}:{number}: a block of {line[3:]!r} would not be run")
            inside = (number, [])
    return found


class Shell:
    """Runs blocks in one folder; what a block exports is there in the next ones."""

    def __init__(self, folder: Path, around: dict[str, str]) -> None:
        self.folder = folder
        self.around = dict(around)
        for script in SCRIPTS.iterdir():
            shutil.copy(script, folder)

    def run(self, text: str, status: int | tuple[int, ...] = 0) -> str:
        """Runs a text to its end and returns what it prints; another status than the expected one is an error."""
        kept = self.folder / ".around"
        script = f'{text}\nenv -0 > "{kept}"\n'
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", script], cwd=self.folder, env=self.around, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", check=False,
        )  # fmt: skip
        allowed = status if isinstance(status, tuple) else (status,)
        if done.returncode not in allowed:
            raise Wrong(f"status {done.returncode}, expected {status}\n{text}{_end(done.stdout)}")
        if done.returncode == 0:
            for pair in kept.read_text().rstrip("\0").split("\0"):
                name, _, value = pair.partition("=")
                if name not in ("_", "SHLVL", "PWD", "OLDPWD"):
                    self.around[name] = value
        kept.unlink(missing_ok=True)
        return done.stdout

    def path(self, name: str) -> Path:
        return self.folder / name


def _end(text: str) -> str:
    """The first and last lines; of Spark's messages only errors, the first of which is mostly the cause."""
    lines = [line for line in text.splitlines() if not re.match(r"\S+ \S+ INFO |\tat ", line)]
    return "\n".join(lines if len(lines) <= 40 else [*lines[:20], "…", *lines[-20:]]) + "\n"


def environment(tool: Path, python: Path, folder: Path) -> dict[str, str]:
    """The variables for the blocks: the tool and the environment's programs come first in PATH; two workers as Spark's cluster."""
    programs = folder / "bin"
    programs.mkdir()
    (programs / "chatevents").symlink_to(tool)
    around = {name: os.environ[name] for name in ("HOME", "JAVA_HOME", "LANG", "TMPDIR") if name in os.environ}
    around["PATH"] = os.pathsep.join([str(programs), str(python.parent), os.environ["PATH"]])
    return around | {"MASTER": "local-cluster[2,1,1024]", "PYSPARK_PYTHON": str(python), "SPARK_LOCAL_IP": "127.0.0.1"}
