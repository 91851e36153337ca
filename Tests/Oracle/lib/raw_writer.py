"""Writes JSON in every spelling the grammar allows: white space, escapes, numbers, keys."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Union


class Raw(bytes):
    """A token or text that is written as it is."""


class Object(list):
    """An object's members, (key, value) in order; a key may stand there twice, and may be a token."""


Value = Union[Raw, Object, list, str, None]

_SHORT = {'"': rb"\"", "\\": rb"\\", "/": rb"\/", "\b": rb"\b", "\f": rb"\f", "\n": rb"\n", "\r": rb"\r", "\t": rb"\t"}


@dataclass
class Style:
    """How one text is written: the white space between tokens, the share of needless escapes."""

    rng: random.Random
    spaces: list[bytes]
    after_mark: bytes
    escapes: float
    key_escapes: float

    @staticmethod
    def random(rng: random.Random, newlines: bool) -> Style:
        wild = [b"", b"", b" ", b"\t", b"  ", b"\r"] + ([b"\n", b"\r\n", b"\n  "] if newlines else [])
        return Style(
            rng,
            spaces=rng.choice([[b""], [b""], wild]),
            after_mark=rng.choice([b"", b" "]),
            escapes=rng.choice([0.0, 0.0, 0.05, 0.5, 1.0]),
            key_escapes=rng.choice([0.0, 0.0, 0.0, 0.02, 0.3]),
        )

    @staticmethod
    def plain() -> Style:
        """No white space, and no escape that is not needed."""
        return Style(random.Random(0), [b""], b"", 0.0, 0.0)

    def gap(self) -> bytes:
        """White space for one place between tokens, or none."""
        return self.rng.choice(self.spaces)


def write(value: Value, style: Style) -> bytes:
    """The value's text, without white space around it."""
    if value is None:
        return b"null"
    if isinstance(value, Raw):
        return bytes(value)
    if isinstance(value, str):
        return string_token(style.rng, value, style.escapes)
    if isinstance(value, Object):
        members = [_member(key, child, style) for key, child in value]
        return b"{" + (b"," + style.after_mark).join(members or [style.gap()]) + b"}"
    elements = [style.gap() + write(child, style) + style.gap() for child in value]
    return b"[" + (b"," + style.after_mark).join(elements or [style.gap()]) + b"]"


def _member(key: str | Raw, value: Value, style: Style) -> bytes:
    name = write(key, style) if isinstance(key, Raw) else string_token(style.rng, key, style.key_escapes)
    return b"".join([style.gap(), name, style.gap(), b":", style.after_mark, style.gap(), write(value, style), style.gap()])


def string_token(rng: random.Random, text: str, escapes: float = 0.1) -> bytes:
    """A string token: what must be escaped is, of the rest the given share of characters."""
    return b'"' + b"".join(_character(rng, character, escapes) for character in text) + b'"'


def number_token(rng: random.Random) -> bytes:
    return rng.choice([b"0", b"-0", b"5", b"1.10", b"-0.0", b"1e5", b"1E+05", b"2.50e-7", b"123456789012345678901234567890"])


def _character(rng: random.Random, character: str, escapes: float) -> bytes:
    code = ord(character)
    must = character in '"\\' or code < 0x20 or 0xD800 <= code <= 0xDFFF
    if not must and rng.random() >= escapes:
        return character.encode()
    if character in _SHORT and rng.random() < 0.6:
        return _SHORT[character]
    units = [code] if code < 0x10000 else [0xD800 + (code - 0x10000 >> 10), 0xDC00 + (code - 0x10000 & 0x3FF)]
    return b"".join(b"\\u" + _mixed_case(rng, b"%04x" % unit) for unit in units)


def _mixed_case(rng: random.Random, digits: bytes) -> bytes:
    return bytes(rng.choice((digit, ord(chr(digit).upper()))) for digit in digits)
