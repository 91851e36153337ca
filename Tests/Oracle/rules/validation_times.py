"""Moments as validation compares them, and what is told of them."""

from __future__ import annotations

from fractions import Fraction

from decimals import decimal, is_decimal
from event_time import MILLISECONDS_FROM
from identity import id_text
from iso_time import clock, offset_of, since_1970
from validation_findings import Finding, Value

YEAR_2009 = 1_230_768_000
YEAR_0, YEAR_10000 = -62_167_219_200, 253_402_300_800


def is_written_time(text: str) -> bool:
    """Whether it is a date and a time of day that there are, with a zone that there is, or without one."""
    return written_moment(text) is not None


def written_moment(text: str) -> Fraction | None:
    """Seconds since 1970; a clock without a zone shows UTC."""
    read = clock(text)
    offset = offset_of(text) if read else None
    return None if read is None or offset is None else since_1970(read) - offset


def clock_moment(text: str) -> Fraction | None:
    """The same of Userlike's times, which events can carry: the year has four digits in UTC as well."""
    moment = written_moment(text)
    return moment if moment is not None and YEAR_0 <= moment < YEAR_10000 else None


def decimal_moment(text: str) -> Fraction | None:
    """A decimal number of seconds, or of milliseconds; all before the year 0 are alike, and all behind 9999."""
    if not is_decimal(text):
        return None
    moment = decimal(text) / (1000 if counts_milliseconds(text) else 1)
    return Fraction(YEAR_0 - 1) if moment < YEAR_0 else min(moment, Fraction(YEAR_10000))


def counts_milliseconds(text: str) -> bool:
    """Whether a number is too large for seconds."""
    return is_decimal(text) and abs(decimal(text)) >= MILLISECONDS_FROM


def implausible(value: Value, moment: Fraction | None, now: Fraction) -> list[Finding]:
    """What is told of a moment before there were live chats, or after the present one."""
    if moment is not None and moment < YEAR_2009:
        return [value.finding("implausible-time")]
    return [value.finding("future-timestamp")] if moment is not None and moment > now else []


def in_order(times: list[tuple[Value, Fraction | None]], now: Fraction) -> list[Finding]:
    """What is told of the times of messages: each before the latest of those before it, each that has not come."""
    found: list[Finding] = []
    latest: Fraction | None = None
    for value, moment in times:
        if moment is None:
            continue
        if latest is not None and moment < latest:
            found.append(value.finding("items-out-of-order"))
        latest = moment if latest is None else max(latest, moment)
        if counts_milliseconds(id_text(value.node)) and YEAR_0 <= moment < YEAR_10000:
            found.append(value.finding("time-in-milliseconds"))
        found += implausible(value, moment, now)
    return found
