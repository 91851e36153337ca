"""All typed-in models, by name; and the rows in which the tool is known to differ from them."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import vendor_olark
import vendor_rudderstack
import vendor_segment
import vendor_userlike
from vendor_types import Model, Type

MODELS: dict[str, Model] = {
    **vendor_olark.MODELS, **vendor_userlike.MODELS, **vendor_segment.MODELS, **vendor_rudderstack.MODELS
}  # fmt: skip


class Known(NamedTuple):
    """A row of the tool that the vendor's document contradicts, until it is mended: what it says, or None where it lacks it."""

    model: str
    member: str
    tool: Type | None
    reason: str


KNOWN: list[Known] = []


def as_the_tool_has_them() -> dict[str, Model]:
    """The models by which the tool's findings are judged: the typed-in ones, but for the rows of `KNOWN`."""
    judged = dict(MODELS)
    for known in KNOWN:
        rows = {name: told for name, told in judged[known.model].members.items() if name != known.member}
        if known.tool is not None:
            rows[known.member] = known.tool
        judged[known.model] = replace(judged[known.model], members=rows)
    return judged
