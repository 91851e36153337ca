"""Makes the folder that the page converts: gzip files of chats, some of them broken."""

from __future__ import annotations

import gzip
import json
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Benchmarks"))

from corpora import Corpus  # noqa: E402

MONTHS = ("2026-01", "2026-02", "2026-03")
FILES = 3
BROKEN = (
    b'{"kind":"Conversation","id":"cut","visitor":{"id":"v',
    b'{"kind":"Conversation","id":"wrong","visitor":{"id":"v1","fullName":7}}',
    b'{"kind":"Conversation","id":"nobody"}',
    b'{"kind":"Pod","id":"foreign"}',
)


def make_exports(folder: Path, seed: int, records: int = 60) -> None:
    """Writes files in a folder for each month: one a line, one pretty-printed, one empty; at most one record in thirty is broken."""
    rng = random.Random(seed)
    corpus = Corpus("compact", seed=seed)
    number, broken = 0, [*BROKEN]
    for month in MONTHS:
        for place in range(FILES):
            lines = []
            for _ in range(rng.randint(records, 2 * records)):
                lines.append(corpus.record(number))
                number += 1
            # Each way of being broken occurs once; what follows is any of them.
            for _ in range(rng.randint(1, 2)):
                lines.insert(rng.randrange(len(lines)), broken.pop() if broken else rng.choice(BROKEN))
            pack(folder / month / f"team {place}.jsonl.gz", b"\n".join(lines) + b"\n")
    pretty = [json.dumps(json.loads(corpus.record(number + more)), indent=2).encode() for more in range(records)]
    pack(folder / MONTHS[0] / "pretty.gz", b"\n".join(pretty) + b"\n")
    pack(folder / MONTHS[1] / "empty.gz", b"")


def make_bad_file(folder: Path) -> None:
    """Writes a file whose status is 1, however many rejects are allowed: there is no comma between two records."""
    record = Corpus("compact").record(10**6).decode()
    pack(folder / MONTHS[2] / "bad.gz", f"[{record} {record},\n7,\n8]\n".encode())


def pack(path: Path, text: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text, mtime=0))
