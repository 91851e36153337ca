"""The route from Segment's calls to what Segment's Userlike integration hands to the widget, one document at a time."""

from __future__ import annotations

import random

from members import quoted
from rawjson import Node
from segment_to_olark_js import admitted, email_of, full_name_of, script_safe, traits_of, without_first_page
from settings import Settings

SURELY: list[tuple[str, ...]] = [(), ("--format", "js"), ("--skip-first-page",)]


def options(rng: random.Random) -> list[str]:
    """Command-line words at random."""
    return ["--format", "js"] if rng.random() < 0.3 else []


def convert(document: Node, settings: Settings) -> list[bytes]:
    """One line for each identify."""
    found = []
    calls = admitted(document, "Userlike")
    for call in without_first_page(calls) if settings.skip_first_page else calls:
        if call.kind != "identify":
            continue
        told = [(b"name", full_name_of(traits_of(call))), (b"email", email_of(traits_of(call), call.get("userId")))]
        visitor = b",".join(b'"%b":%b' % (name, value) for name, value in told if value is not None)
        secret = b"" if settings.secret_key is None else b'"secretKey":%b,' % quoted(settings.secret_key)
        data = b'{"custom":{"segmentio":{%b"listen":true,"visitor":{%b}}}}' % (secret, visitor)
        found.append(as_script(data) if settings.layout == "js" else data)
    return found


def as_script(data: bytes) -> bytes:
    """The same as JavaScript that may stand in a script element."""
    return b"window.userlikeData = %b;" % script_safe(data)
