"""A time as events carry it: ISO 8601 in UTC with milliseconds, cut off towards the past."""

from __future__ import annotations

import math
from datetime import datetime, timedelta
from fractions import Fraction

from decimals import decimal

FIRST_YEAR = -62_167_219_200  # 0000-01-01T00:00:00Z in seconds since 1970
BEHIND_LAST_YEAR = 253_402_300_800  # 10000-01-01T00:00:00Z
MILLISECONDS_FROM = 100_000_000_000  # as many seconds are the year 5138
GREGORIAN_CYCLE = timedelta(days=146_097)  # after 400 years the calendar repeats itself


def since_1970(number: Fraction) -> Fraction:
    """The seconds that a number tells where seconds are documented: one of twelve digits and more counts milliseconds."""
    return number / 1000 if abs(number) >= MILLISECONDS_FROM else number


def iso_8601(text: str) -> str | None:
    """The time of so many seconds or milliseconds since 1970 in decimal text; None where that is empty or out of range."""
    return None if text == "" else written_time(since_1970(decimal(text)))


def written_time(seconds: Fraction) -> str | None:
    """The time of so many seconds since 1970; None where the year lies outside 0000 to 9999."""
    if not in_range(seconds):
        return None
    milliseconds = math.floor(seconds * 1000)
    # Python's years start at 1; before 1970 the same day 400 years later is taken.
    later = 1 if milliseconds < 0 else 0
    time = datetime(1970, 1, 1) + later * GREGORIAN_CYCLE + timedelta(milliseconds=milliseconds)
    return f"{time.year - 400 * later:04}-{time:%m-%dT%H:%M:%S}.{milliseconds % 1000:03}Z"


def in_range(seconds: Fraction) -> bool:
    """Whether the year lies in 0000 to 9999."""
    return FIRST_YEAR <= seconds < BEHIND_LAST_YEAR
