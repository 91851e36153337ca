"""Looks for what was to be removed from a text, in whatever way it is written there."""

from __future__ import annotations

import base64
import binascii
import ipaddress
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

DEPTH = 3

_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"', re.DOTALL)
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)
_SHORT = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_BASE64 = re.compile(r"[A-Za-z0-9+/]{12,}={0,2}")
_ADDRESS = re.compile(r"[0-9a-fA-F:.]*[:.][0-9a-fA-F:.]+")


@dataclass(frozen=True)
class Secret:
    """Something of a person: an `email`, a `phone`, an `address`, a `name` or an `id`, as it was put into a record."""

    kind: str
    value: str


def left_over(output: bytes, secrets: Iterable[Secret]) -> Secret | None:
    """The first of some secrets that a text tells; None where it tells none."""
    texts = list(readings(output.decode("utf-8", "replace"), DEPTH))
    whole = "\n".join(texts).casefold()
    digits = [re.sub(r"[^0-9]", "", text) for text in texts]
    addresses = {address for text in texts for token in _ADDRESS.findall(text) if (address := parsed(token))}
    for secret in secrets:
        if secret.value.casefold() in whole:
            return secret
        if secret.kind == "phone" and any(bare(secret.value) in number for number in digits):
            return secret
        if secret.kind == "address" and parsed(secret.value) in addresses:
            return secret
    return None


def bare(phone: str) -> str:
    """The digits of a number, without what dials abroad."""
    return re.sub(r"[^0-9]", "", phone).lstrip("0")


def parsed(token: str) -> object | None:
    try:
        return ipaddress.ip_address(token.strip(".:") if token.count(":") < 2 else token)
    except ValueError:
        return None


def readings(text: str, depth: int) -> Iterator[str]:
    """The text, and what it becomes when JSON's escapes, a link's or base64 are read, in any order."""
    yield text
    if depth == 0:
        return
    for string in _STRING.findall(text) if '"' in text else []:
        yield from readings(unescaped(string), depth - 1)
    if "\\" in text and '"' not in text:
        yield from readings(unescaped(text), depth - 1)
    if "%" in text:
        yield from readings(unquote_to_bytes(text).decode("utf-8", "replace"), depth - 1)
    for token in _BASE64.findall(text):
        try:
            yield from readings(base64.b64decode(token, validate=True).decode("utf-8"), depth - 1)
        except (binascii.Error, UnicodeDecodeError):
            pass


def unescaped(content: str) -> str:
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)) if found[1] else _SHORT.get(found[2], found[2]), content)
