"""The options of a conversion, as they stand on its command line."""

from __future__ import annotations

import argparse
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import user_plans
from message_ids import DEFAULT_NAMESPACE, namespace
from rawjson import compact, parse_document

LAYOUTS = ("ndjson", "json", "pretty", "batch", "js")


@dataclass(frozen=True)
class Settings:
    """What a route is asked for; each route reads what concerns it."""

    source: str = "auto"
    target: str = "rudderstack"
    layout: str = "ndjson"
    ids_under: uuid.UUID = DEFAULT_NAMESPACE
    timestamps: bool = False
    lossless: bool = False
    calls: frozenset[str] | None = None  # None: what the route gives unless asked
    events: frozenset[str] = frozenset({"started", "sent", "received", "ended"})
    asks_for_end: bool = False  # whether "ended" is named
    bodies: bool = True
    user_id: str = "visitor.id"
    skip_anonymous: bool = False
    skip_tests: bool = False
    integrations: bytes | None = None  # compact JSON in place of the route's own
    timezone: str = "UTC"
    pageview: bool = False
    track: bool = False
    skip_first_page: bool = False
    secret_key: str | None = None
    consent_granted: str | None = None  # regular expressions
    consent_withdrawn: str | None = None
    require_consent: bool = False
    i_json: bool = False  # only what every program reads alike
    unwrap: tuple[str, ...] = ()  # JSON pointers to records inside others
    max_event_size: int | None = None  # in bytes; None: what the service takes
    plans: tuple[dict[str, Any], ...] = ()  # JSON Schemas by event

    @property
    def looks_for_consent(self) -> bool:
        return self.consent_granted is not None or self.consent_withdrawn is not None

    @property
    def times(self) -> bool:
        """Whether RudderStack's events carry a time; lossless ones do as well."""
        return self.timestamps or self.lossless


def settings(words: Sequence[str] = (), source: str = "auto", target: str = "rudderstack") -> Settings:
    """The settings that command-line words ask for; words that change no event may stand among them."""
    parser = argparse.ArgumentParser(allow_abbrev=False)
    parser.add_argument("--from", dest="source", default=source)
    parser.add_argument("--to", dest="target", default=target)
    parser.add_argument("--format", dest="layout", choices=LAYOUTS, default="ndjson")
    parser.add_argument("--namespace", type=namespace, default=DEFAULT_NAMESPACE)
    for flag in ("timestamps", "lossless", "no-bodies", "skip-anonymous", "skip-tests", "pageview", "track", "skip-first-page", "summary", "i-json"):
        parser.add_argument(f"--{flag}", action="store_true")
    parser.add_argument("--calls", type=names)
    parser.add_argument("--events", type=names)
    parser.add_argument("--user-id", default=Settings.user_id)
    parser.add_argument("--integrations", type=compacted)
    parser.add_argument("--timezone", default=Settings.timezone)
    parser.add_argument("--secret-key-file", type=first_line)
    parser.add_argument("--consent-granted")
    parser.add_argument("--consent-withdrawn")
    parser.add_argument("--require-consent", action="store_true")
    parser.add_argument("--max-event-size", type=size)
    parser.add_argument("--unwrap", action="append", default=[])
    parser.add_argument("--plan", action="append", type=user_plans.plan, default=[])
    known = parser.parse_args(list(words))
    return Settings(
        source=known.source,
        target=known.target,
        layout=known.layout,
        ids_under=known.namespace,
        timestamps=known.timestamps,
        lossless=known.lossless,
        calls=known.calls,
        events=Settings.events if known.events is None else known.events,
        asks_for_end=known.events is not None and "ended" in known.events,
        bodies=not known.no_bodies,
        user_id=known.user_id,
        skip_anonymous=known.skip_anonymous,
        skip_tests=known.skip_tests,
        integrations=known.integrations,
        timezone=known.timezone,
        pageview=known.pageview,
        track=known.track,
        skip_first_page=known.skip_first_page,
        secret_key=known.secret_key_file,
        consent_granted=known.consent_granted,
        consent_withdrawn=known.consent_withdrawn,
        require_consent=known.require_consent,
        i_json=known.i_json,
        unwrap=tuple(known.unwrap),
        max_event_size=known.max_event_size,
        plans=tuple(known.plan),
    )


def names(text: str) -> frozenset[str]:
    return frozenset(name.strip() for name in text.split(","))


def compacted(text: str) -> bytes:
    return compact(parse_document(text.encode()))


def size(text: str) -> int:
    """A number of bytes, in units of 1,024 or their powers."""
    units = {"K": 1, "M": 2, "G": 3}
    power = units.get(text[-1].upper(), 0)
    return int(text[:-1] if power else text) * 1024**power


def first_line(path: str) -> str:
    """A key's file, without the line feed at its end."""
    with open(path, encoding="utf-8") as file:
        return file.read().strip()
