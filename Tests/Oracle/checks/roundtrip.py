"""Takes generated transcripts to lossless events and back, and holds what comes back against what went in.

    python3 Tests/Oracle/checks/roundtrip.py --tool .build/release/chatevents [--cases N] [--seed N]

Two transcripts are equal where they have the same members: numbers by their text, strings by their characters, repeated
keys and the order of members included, but for the order at the top. From what came back the same events are made, byte
for byte. The first difference ends the run with status 1.
"""

from __future__ import annotations

import paths  # noqa: F401, where the modules that follow are found

import argparse
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import zip_longest

import olark_to_rudderstack
from rawjson import Member, Node, compact, parse_document
from rules import Rejected
from settings import Settings
from transcripts import transcript

BATCH = 2000


class Lost(Exception):
    """Something did not come back."""


def valid_transcripts(rng: random.Random, count: int) -> Iterator[bytes]:
    """Transcripts that the route takes."""
    while count > 0:
        text = transcript(rng, invalid=0)
        try:
            olark_to_rudderstack.convert(parse_document(text), Settings(lossless=True))
        except Rejected:
            continue
        count -= 1
        yield text


def convert(tool: str, source: bytes, *options: str) -> bytes:
    done = subprocess.run([tool, "convert", *options], input=source, capture_output=True, check=False)
    if done.returncode != 0 or b"error: " in done.stderr:
        raise Lost(f"status {done.returncode} of {' '.join(options)}\n{done.stderr.decode(errors='replace')[:2000]}")
    return done.stdout


def come_back(tool: str, texts: list[bytes]) -> None:
    """Raises `Lost` unless each of the transcripts comes back."""
    events = convert(tool, b"\n".join(texts), "--to", "rudderstack", "--lossless")
    back = convert(tool, events, "--to", "olark")
    for number, (before, after) in enumerate(zip_longest(texts, back.splitlines())):
        if before is None or after is None:
            raise Lost(f"{len(texts)} transcripts went in, {len(back.splitlines())} came back")
        if not equal(parse_document(before), parse_document(after)):
            raise Lost(f"transcript {number} comes back as another\nbefore {before!r}\nafter  {after!r}")
    if convert(tool, back, "--to", "rudderstack", "--lossless") != events:
        raise Lost("from what came back other events are made")


def equal(left: Node, right: Node) -> bool:
    """Whether two transcripts are the same but for the order of their members."""
    return same_members(*(sorted(node.members, key=lambda member: member.key) for node in (left, right)))


def same_members(left: list[Member], right: list[Member]) -> bool:
    return [member.key for member in left] == [member.key for member in right] and all(
        same(one.value, other.value) for one, other in zip(left, right)
    )


def same(left: Node, right: Node) -> bool:
    if compact(left) == compact(right):
        return True
    if left.kind != right.kind or len(left.elements) != len(right.elements):
        return False
    if left.kind == "string":
        return left.text == right.text
    if left.kind == "object":
        return same_members(left.members, right.members)
    return left.kind == "array" and all(map(same, left.elements, right.elements))


def main() -> int:
    parser = argparse.ArgumentParser(description="Take transcripts there and back.")
    parser.add_argument("--tool", required=True, help="the built program")
    parser.add_argument("--cases", type=int, default=2000, help="how many transcripts (default: 2000)")
    parser.add_argument("--seed", type=int, default=None, help="repeat the run with this seed")
    arguments = parser.parse_args()
    seed = random.SystemRandom().randrange(2**32) if arguments.seed is None else arguments.seed
    print(f"seed {seed}", flush=True)
    rng = random.Random(seed)
    for done in range(0, arguments.cases, BATCH):
        texts = list(valid_transcripts(rng, min(BATCH, arguments.cases - done)))
        try:
            come_back(arguments.tool, texts)
        except Lost as lost:
            with tempfile.NamedTemporaryFile(prefix="chatevents-lost-", suffix=".json", delete=False) as kept:
                kept.write(b"\n".join(texts))
            print(f"{lost}\ninput: {kept.name}, seed {seed}")
            return 1
    print(f"{arguments.cases} transcripts came back, seed {seed}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
