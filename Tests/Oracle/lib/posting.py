"""The loops of the documents that post batches, run as they are printed, and a server that refuses what it is told to."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import textwrap
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[3]
KEY = "KEY"
SENT = "bodies.sent"
HEADERS = {"Host": "api.segment.io", "Authorization": "Basic S0VZOg==", "Content-Type": "application/json"}
SHELLS = ("sh", "bash")


class Loop(NamedTuple):
    """A loop as a document prints it, and which one that is."""

    document: str
    text: str

    @property
    def resumes(self) -> bool:
        """Whether it goes on where an earlier run has stopped."""
        return SENT in self.text


class Refusal(NamedTuple):
    """Which body a server refuses, counted from 1, with which status, or by no longer being there (0), and how often."""

    place: int
    status: int
    times: int | None = None


class Posted(NamedTuple):
    """What became of a run: its status, standard error, and the bodies that arrived, those that were refused too."""

    status: int
    errors: str
    bodies: list[bytes]


def documented_loops() -> list[Loop]:
    """The loops of `Docs/batches.md`."""
    document = "Docs/batches.md"
    loops = [Loop(document, text) for text in loops_of((ROOT / document).read_text())]
    if [loop.resumes for loop in loops] != [False, True]:
        raise ValueError(f"other loops are documented: {loops}")
    return loops


def loops_of(text: str) -> list[str]:
    """The indented blocks of a document that run curl."""
    blocks: list[list[str]] = [[]]
    for line in text.split("\n"):
        if line.startswith("  "):
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    loops = [block for block in blocks if any("curl " in line for line in block)]
    return [textwrap.dedent("\n".join(loop)) + "\n" for loop in loops]


class Receiver(HTTPServer):
    """Takes bodies as the services do, but for one."""

    def __init__(self, refusal: Refusal | None) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.timeout = 0.05
        self.refusal, self.refused, self.taken = refusal, 0, 0
        self.bodies: list[bytes] = []
        self.is_open = True
        self.leave_in_time()

    def answer(self, body: bytes, is_sound: bool) -> int:
        """The status that a body gets."""
        self.bodies.append(body)
        if self.refusal is not None and self.taken + 1 == self.refusal.place and self.refused != self.refusal.times:
            self.refused += 1
            return self.refusal.status
        self.taken += is_sound
        self.leave_in_time()
        return 200 if is_sound else 401

    def leave_in_time(self) -> None:
        """Closes the port before the last body that is taken is answered, so that the next one finds it closed."""
        if self.refusal is not None and self.refusal.status == 0 and self.taken + 1 == self.refusal.place:
            self.is_open = False
            self.server_close()

    def serve(self) -> None:
        while self.is_open:
            self.handle_request()
        self.server_close()


class Handler(BaseHTTPRequestHandler):
    """Hands each body to its `Receiver`."""

    server: Receiver

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        is_sound = self.path == "/v1/batch" and all(self.headers[name] == value for name, value in HEADERS.items())
        status = self.server.answer(body, is_sound)
        told = b'{"success":true}' if status == 200 else b'{"success":false}'
        self.send_response(status)
        if status // 100 == 3:
            self.send_header("Location", "https://api.segment.io/elsewhere")
        self.send_header("Content-Length", str(len(told)))
        self.end_headers()
        self.wfile.write(told)

    def log_message(self, *words: object) -> None:
        """Says nothing."""


def post(
    shell: str, loop: str, tool: str, folder: Path, refusal: Refusal | None = None, key: str | None = KEY, again: bool = False
) -> Posted:
    """Runs a loop in a folder, with the tool and the stand-in for curl first on `PATH`; `again` keeps what it has noted before."""
    if not again:
        (folder / SENT).unlink(missing_ok=True)
    commands = folder / "commands"
    commands.mkdir(exist_ok=True)
    for name, words in {"chatevents": [os.path.abspath(tool)], "curl": [sys.executable, "-I", "-S", str(ROOT / "Tests/Oracle/lib/curl.py")]}.items():
        (commands / name).write_text(f'#!/bin/sh\nexec {shlex.join(words)} "$@"\n')
        (commands / name).chmod(0o755)
    receiver = Receiver(refusal)
    thread = threading.Thread(target=receiver.serve)
    thread.start()
    around = {**os.environ, "PATH": f"{commands}:{os.environ['PATH']}", "CURL_CONNECTS_TO": f"127.0.0.1:{receiver.server_port}"}
    around.pop("WRITE_KEY", None)
    if key is not None:
        around["WRITE_KEY"] = key
    try:
        done = subprocess.run([shell, "-c", loop], cwd=folder, env=around, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    finally:
        receiver.is_open = False
        thread.join()
    return Posted(done.returncode, done.stderr.decode(errors="replace"), receiver.bodies)
