"""Decimal numbers as text, without rounding: exact values, and as few digits as they need."""

from __future__ import annotations

import re
import sys
from fractions import Fraction

_DECIMAL = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
sys.set_int_max_str_digits(0)  # a time may have any number of digits


def is_decimal(text: str) -> bool:
    """Whether a text is digits, perhaps with a sign before them and a point among them."""
    return _DECIMAL.fullmatch(text) is not None


def decimal(text: str) -> Fraction:
    """The exact value of such a text."""
    whole, _, fraction = text.partition(".")
    return Fraction(int(whole + fraction), 10 ** len(fraction))


def decimal_text(value: Fraction) -> str:
    """A value that has a finite decimal text: no exponent, no zeros at the end, `0` for nothing."""
    digits = 0
    while (value * 10**digits).denominator != 1:
        digits += 1
    scaled = str(abs(int(value * 10**digits))).rjust(digits + 1, "0")
    whole, fraction = scaled[: len(scaled) - digits], scaled[len(scaled) - digits :]
    return ("-" if value < 0 else "") + whole + ("." + fraction if fraction else "")
