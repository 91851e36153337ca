"""Version-5 UUIDs under a namespace, of which message ids are made."""

from __future__ import annotations

import hashlib
import re
import uuid

from identity import utf8

DEFAULT_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "chatevents")

_UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


def namespace(text: str | None) -> uuid.UUID:
    """The namespace of message ids for a `--namespace` text, or the default one."""
    if text is None:
        return DEFAULT_NAMESPACE
    if _UUID.fullmatch(text):
        return uuid.UUID(text)
    return uuid.uuid5(DEFAULT_NAMESPACE, text)


def uuid5(under: uuid.UUID, name: str | bytes) -> uuid.UUID:
    """The version-5 UUID of a name, whose lone surrogates count as U+FFFD."""
    named = name if isinstance(name, bytes) else utf8(name)
    return uuid.UUID(bytes=hashlib.sha1(under.bytes + named).digest()[:16], version=5)
