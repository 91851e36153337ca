"""Lossless events, made by the tool from Olark's transcripts."""

from __future__ import annotations

import json
import random
import subprocess
from collections.abc import Iterator
from typing import Any

from . import olark

AT_ONCE = 100
ROUTE = ["--from", "olark", "--to", "rudderstack", "--lossless"]


def records(rng: random.Random, other: float, tool: str) -> Iterator[dict[str, Any]]:
    """Events without end, in the order of their transcripts."""
    while True:
        transcripts = "\n".join(json.dumps(olark.record(rng, other)) for _ in range(AT_ONCE))
        done = subprocess.run([tool, "convert", *ROUTE], input=transcripts.encode(), stdout=subprocess.PIPE, check=True)
        yield from map(json.loads, done.stdout.splitlines())


def owners(value: dict[str, Any]) -> list[dict[str, Any]]:
    transcript = value.get("properties", {}).get("olark")
    inside = [] if transcript is None else [transcript["visitor"], *value["properties"]["items"], *transcript.get("groups", [])]
    own = [value["properties"]] if transcript is not None else []
    return [value, value["context"], *own, *inside]
