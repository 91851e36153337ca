"""Times in ISO 8601 and in the forms that callbacks have, as exact seconds since 1970."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from fractions import Fraction

from decimals import decimal, is_decimal
from event_time import GREGORIAN_CYCLE, MILLISECONDS_FROM, written_time
from identity import id_text
from rawjson import Node
from rules import Rejected

_ISO = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt ]([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]+))?"
    r"(?:[Zz]|([+-])([0-9]{2}):?([0-9]{2}))?"
)
_ZONE = re.compile(r"(?:[Zz]|[+-][0-9]{2}:?[0-9]{2})\Z")


def has_zone(text: str) -> bool:
    """Whether a time says how far it is from UTC."""
    return _ISO.fullmatch(text) is not None and _ZONE.search(text[19:]) is not None


def clock(text: str) -> tuple[datetime, int, Fraction] | None:
    """A time's date and clock, how many years were added to them, and the fraction of a second.

    Python knows no year 0, so times before 0400 stand in the calendar 400 years later. The distance from
    UTC is not looked at. None where the text is no such time, or the calendar or the clock has no such
    place: an hour 24 and a second 60 too.
    """
    found = _ISO.fullmatch(text)
    if found is None:
        return None
    year, *rest = (int(part) for part in found.groups()[:6])
    later = 400 if year < 400 else 0
    try:
        time = datetime(year + later, *rest)
    except ValueError:
        return None
    return time, later, decimal(f"0.{found[7] or '0'}")


def zoned_seconds(text: str) -> Fraction | None:
    """Seconds since 1970 of a time with a zone: `2026-11-21T08:00:00.5+01:00`; None for other texts."""
    read = clock(text) if has_zone(text) else None
    if read is None:
        return None
    offset = offset_of(text)
    return None if offset is None else since_1970(read) - offset


def offset_of(text: str) -> int | None:
    """A zone's seconds east of UTC; None where it has no such hour or minute."""
    sign, hours, minutes = _ISO.fullmatch(text).groups()[7:]
    if sign is None:
        return 0
    if int(hours) > 23 or int(minutes) > 59:
        return None
    return (int(hours) * 60 + int(minutes)) * (-60 if sign == "-" else 60)


def since_1970(read: tuple[datetime, int, Fraction]) -> Fraction:
    """Seconds from 1970 to a clock's time, as if that were UTC."""
    time, later, fraction = read
    whole = (time - datetime(1970, 1, 1) - (later // 400) * GREGORIAN_CYCLE) // timedelta(seconds=1)
    return whole + fraction


def callback_time(node: Node | None, pointer: str = "/timestamp") -> str | None:
    """A callback's `timestamp` as events carry it; None where it has none.

    It is a time with a zone, or a decimal number, as text or not: seconds since 1970, and milliseconds
    from `MILLISECONDS_FROM` on.
    """
    if node is None or node.kind == "null":
        return None
    text = id_text(node)
    if is_decimal(text):
        number = decimal(text)
        seconds = number if abs(number) < MILLISECONDS_FROM else number / 1000
    else:
        seconds = zoned_seconds(text)
    written = None if seconds is None else written_time(seconds)
    if written is None:
        raise Rejected("invalid-timestamp", pointer, node.start)
    return written
