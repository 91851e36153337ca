"""Words of the command line that several routes take, chosen at random."""

from __future__ import annotations

import random
import uuid

NAMESPACES = [None, None, "shop-2", "zoë", str(uuid.NAMESPACE_DNS), str(uuid.NAMESPACE_DNS).upper()]


def namespace_words(rng: random.Random) -> list[str]:
    """A namespace in one of its spellings, or none."""
    chosen = rng.choice(NAMESPACES)
    return [] if chosen is None else ["--namespace", chosen]
