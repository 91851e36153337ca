"""When each item of a conversation counts as said, where some have no time of their own."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from decimals import decimal, decimal_text
from event_time import in_range, since_1970, written_time


def counted(text: str) -> Fraction | None:
    """The time of a decimal text; none where that is empty, or its year has no four digits."""
    seconds = since_1970(decimal(text)) if text else None
    return seconds if seconds is not None and in_range(seconds) else None


def effective(times: Sequence[Fraction | None]) -> list[Fraction | None]:
    """Each item's own time, else that of the item before; of the leading ones that of the first that has one."""
    last = next((time for time in times if time is not None), None)
    found: list[Fraction | None] = []
    for time in times:
        last = last if time is None else time
        found.append(last)
    return found


def duration(start: Fraction | None, time: Fraction | None) -> str | None:
    """The seconds from the start as a number's text, never below 0; none where a time is missing."""
    return None if start is None or time is None else decimal_text(max(time - start, Fraction(0)))


def timestamp(time: Fraction | None) -> str | None:
    return None if time is None else written_time(time)
