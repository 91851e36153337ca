"""What becomes of an input: its records, whatever is around them, are converted, and so the rule says what the tool must write, skip
and reject."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import interoperable
import layouts
import nesting
import routes
import segment_to_olark_js
import user_plans
from envelopes import Opener
from formats import recognised
from rawjson import Node
from rules import Rejected, Skipped
from settings import Settings
from splitting import MISSING_COMMA

__all__ = ["MISSING_COMMA", "Reading", "Reject", "run"]


class Reject(NamedTuple):
    """A record that gave no events; the code is None for a fault of the JSON itself.

    `pointer` and `fault`, the offset of what is wrong, are None where the rule leaves them open:
    in faults of the JSON and in documents that were unpacked from a form or a string. So is `start` in
    what a string holds.
    """

    record: bytes
    code: str | None
    start: int | None
    pointer: str | None = None
    fault: int | None = None


class Reading:
    """What became of an input, or of several that are read one after the other."""

    def __init__(self, settings: Settings = Settings()) -> None:
        self.settings = settings
        self.candidates = [settings.source] if settings.source != "auto" else routes.sources(settings.target)
        self.events: list[bytes] = []
        self.rejects: list[Reject] = []
        self.reported: list[Reject] = []  # the rejects, and between them the commas that arrays lack
        self.converted = 0
        self.skipped = 0
        self.skips_page = False  # whether the next page call of the input is its first, and that is left out

    @property
    def output(self) -> bytes:
        """What standard output must be."""
        return layouts.written(self.events, self.settings)

    def read(self, source: bytes) -> None:
        """Converts the records of an input, and of what is in envelopes and rejects files."""
        self.skips_page = self.settings.skip_first_page
        opener = Opener(self.settings.source, self.candidates, self.settings.unwrap)
        for leaf in opener.leaves(source):
            if leaf.code == MISSING_COMMA:
                self.reported.append(Reject(b"", leaf.code, leaf.start, "", leaf.start))
                continue
            code, pointer, fault = leaf.code, leaf.pointer, leaf.fault
            if leaf.document is not None:
                try:
                    self._convert(leaf.document)
                    continue
                except Rejected as rejected:
                    code = rejected.code
                    if leaf.document.source is source:
                        pointer, fault = rejected.pointer, rejected.offset
            self.rejects.append(Reject(leaf.record, code, leaf.start, pointer, fault))
            self.reported.append(self.rejects[-1])

    def _convert(self, document: Node) -> None:
        route = routes.find(recognised(document, self.settings.source, self.candidates), self.settings.target)
        if self.settings.i_json:
            interoperable.refuse_repeated_keys(document)
        nesting.refuse_deep(document, self.settings.target)
        settings = self.settings
        if settings.skip_first_page and not self.skips_page:
            settings = replace(settings, skip_first_page=False)
        try:
            events = route.convert(document, settings)
        except Skipped:
            self._pass_page(route, document)
            self.skipped += 1
            return
        if self.settings.i_json:
            events = [interoperable.cleaned(event) for event in events]
        user_plans.check(events, self.settings.plans)
        layouts.check(events, self.settings)
        self._pass_page(route, document)
        self.events += events
        self.converted += 1

    def _pass_page(self, route: routes.Route, document: Node) -> None:
        """Notes that the first page call of the input was there."""
        if self.skips_page and segment_to_olark_js.has_page(document, "Olark" if route.target == "olark-js" else "Userlike"):
            self.skips_page = False


def run(source: bytes, settings: Settings = Settings()) -> Reading:
    """What a conversion of one input gives."""
    reading = Reading(settings)
    reading.read(source)
    return reading
