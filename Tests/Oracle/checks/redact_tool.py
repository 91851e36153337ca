"""Running `chatevents redact`, and `convert` beside it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass

TIMEOUT = 120
KEY_VARIABLE = "CHATEVENTS_PSEUDONYM_KEY"


class Broken(Exception):
    """A fact about redaction does not hold for these records."""

    def __init__(self, message: str, texts: Sequence[bytes] = ()) -> None:
        super().__init__(message)
        self.texts = list(texts)


@dataclass
class Done:
    status: int
    stdout: bytes
    stderr: bytes

    @property
    def shown(self) -> str:
        return self.stderr[:3000].decode(errors="replace")


class Redact:
    """The tool; called with records, it redacts them."""

    def __init__(self, tool: str) -> None:
        self.tool = tool

    def __call__(self, texts: Sequence[bytes], *words: str, key: str | None = None) -> Done:
        return self.run(ndjson(texts), "redact", *words, key=key)

    def run(self, text: bytes, *words: str, key: str | None = None) -> Done:
        environment = {name: value for name, value in os.environ.items() if name != KEY_VARIABLE}
        if key is not None:
            environment[KEY_VARIABLE] = key
        done = subprocess.run(
            [self.tool, *words], input=text, capture_output=True, check=False, timeout=TIMEOUT, env=environment
        )
        return Done(done.returncode, done.stdout, done.stderr)


def ndjson(texts: Sequence[bytes]) -> bytes:
    """Records one behind the other, a line end behind each."""
    return b"".join(text + b"\n" for text in texts)
