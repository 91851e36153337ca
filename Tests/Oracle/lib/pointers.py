"""JSON pointers (RFC 6901)."""

from __future__ import annotations

import re


def step(key: str) -> str:
    """One step of a pointer, to a member of any name; U+FFFD stands for each lone surrogate."""
    return "/" + re.sub("[\ud800-\udfff]", "\ufffd", key).replace("~", "~0").replace("/", "~1")
