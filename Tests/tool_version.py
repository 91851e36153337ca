"""Reads the version that the sources say they are: no test writes it down a second time."""

from __future__ import annotations

import re
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[1] / "Sources/ChatEvents/Identifiers/ChatEventsVersion.swift"


def tool_version() -> str:
    """The version, such as 0.2.0."""
    found = re.search(r' current = "(\d+\.\d+\.\d+)"', SOURCE.read_text())
    if not found:
        raise ValueError(f"{SOURCE} has no version")
    return found[1]
