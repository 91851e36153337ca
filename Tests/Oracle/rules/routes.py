"""The list of all routes: where each leads, what it does, and how it is tried."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import olark_js_records
import olark_js_to_segment
import olark_to_rudderstack
import olark_to_segment
import rudderstack_records
import rudderstack_to_olark
import segment_calls
import segment_to_olark_js
import segment_to_userlike_js
import transcripts
import userlike_js_to_segment
import userlike_records
import userlike_to_segment
from formats import of_each_format
from rawjson import Node
from settings import Settings

Words = Sequence[str]


@dataclass(frozen=True)
class Route:
    """One route.

    `convert` gives a record's events, a line each without its line feed, or raises `Rejected` or `Skipped`.
    `record` makes the text of one record: whether line ends may stand between tokens, and the share of
    records with a fault. `options` chooses words of the command line; each of `surely` is tried in every run.
    `sample` is one record on one line that gives events.
    """

    source: str
    target: str
    convert: Callable[[Node, Settings], list[bytes]]
    record: Callable[[random.Random, bool, float], bytes]
    sample: bytes
    surely: Sequence[Words] = ((),)
    options: Callable[[random.Random], Words] = lambda rng: ()

    @property
    def name(self) -> str:
        return f"{self.source}:{self.target}"

    def records(self, rng: random.Random, count: int, newlines: bool = True, invalid: float = 0.2) -> list[bytes]:
        return [self.record(rng, newlines, invalid) for _ in range(count)]


ROUTES = [
    Route(
        "olark", "rudderstack", olark_to_rudderstack.convert, transcripts.transcript, transcripts.SAMPLE,
        surely=olark_to_rudderstack.SURELY, options=olark_to_rudderstack.options,
    ),
    Route(
        "olark", "segment", olark_to_segment.convert, transcripts.transcript, transcripts.SAMPLE,
        surely=olark_to_segment.SURELY, options=olark_to_segment.options,
    ),
    Route(
        "olark-js", "segment", olark_js_to_segment.convert, olark_js_records.record, olark_js_records.SAMPLE,
        surely=olark_js_to_segment.SURELY, options=olark_js_to_segment.options,
    ),
    Route(
        "segment", "olark-js", segment_to_olark_js.convert, segment_calls.record, segment_calls.SAMPLE,
        surely=segment_to_olark_js.SURELY, options=segment_to_olark_js.options,
    ),
    Route(
        "segment", "userlike-js", segment_to_userlike_js.convert, segment_calls.record, segment_calls.SAMPLE,
        surely=segment_to_userlike_js.SURELY, options=segment_to_userlike_js.options,
    ),
    Route(
        "rudderstack", "olark", rudderstack_to_olark.convert, rudderstack_records.record, rudderstack_records.SAMPLE,
    ),
    Route(
        "userlike", "segment", userlike_to_segment.convert, userlike_records.record, userlike_records.SAMPLE,
        surely=userlike_to_segment.SURELY, options=userlike_to_segment.options,
    ),
    Route(
        "userlike-js", "segment", userlike_js_to_segment.convert, userlike_records.js_record, userlike_records.JS_SAMPLE,
        surely=userlike_js_to_segment.SURELY, options=userlike_js_to_segment.options,
    ),
]  # fmt: skip


# How the text of a record of each format is made.
RECORDS = of_each_format({route.source: route.record for route in ROUTES})


def sources(target: str) -> list[str]:
    """The formats from which a route leads to this one."""
    return [route.source for route in ROUTES if route.target == target]


def find(source: str, target: str) -> Route:
    return next(route for route in ROUTES if (route.source, route.target) == (source, target))
