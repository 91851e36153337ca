"""A time in decimal text, as ISO 8601 in UTC with milliseconds."""

from __future__ import annotations

import math
from datetime import datetime, timedelta
from fractions import Fraction

FIRST_YEAR = -62_167_219_200  # 0000-01-01T00:00:00Z in seconds since 1970
BEHIND_LAST_YEAR = 253_402_300_800  # 10000-01-01T00:00:00Z
GREGORIAN_CYCLE = timedelta(days=146_097)  # after 400 years the calendar repeats itself


def iso_8601(text: str) -> str | None:
    """The time of so many seconds since 1970, cut off to milliseconds towards the past.

    None where the text is empty, or where the year lies outside 0000 to 9999.
    """
    if text == "":
        return None
    milliseconds = math.floor(Fraction(text) * 1000)
    if not FIRST_YEAR * 1000 <= milliseconds < BEHIND_LAST_YEAR * 1000:
        return None
    # Python's years start at 1; before 1970 the same day 400 years later is taken.
    later = 1 if milliseconds < 0 else 0
    time = datetime(1970, 1, 1) + later * GREGORIAN_CYCLE + timedelta(milliseconds=milliseconds)
    return f"{time.year - 400 * later:04}-{time:%m-%dT%H:%M:%S}.{milliseconds % 1000:03}Z"
