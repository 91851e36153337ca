"""What a transcript says of its visitor's consent, and the options that look for it.

Python's `re` and the tool's own engine differ in some things; the expressions here mean the same to both.
"""

from __future__ import annotations

import random
import re

from olark_conversation import elements
from members import Members
from rawjson import Node
from settings import Settings

GRANTED = [
    "granted", "(?i)granted", "(?i)consent (was )?granted", r"(?i)^yes\b", "I (do )?agree", "agréé|[Gg]rant", "✔",
    r"\bgranted\b", r"[+][1-9]{1,2}",
]  # fmt: skip
WITHDRAWN = [
    "withdr[ae]w", "(?i)not? ", r"(?i)\bno\b", "(?s)granted.*(withdrawn|revoked)", "denied|revoked", "^Yes, but", r"[.]\s*$",
]  # fmt: skip
PHRASES = [
    "Consent granted", "consent was GRANTED", "granted", "ungranted", "granted_", "consent.granted", "Yes", "yes, please",
    "yesterday", "Yes, but", "I agree", "I do agree", "agréé", "✔", "+1", "+10", "+0",
    "I withdraw", "withdrew", "withdrawn", "granted, then withdrawn", "granted\nrevoked", "Not granted", "No", "no ",
    "nobody", "denied", "revoked", "the end.", "the end.\n",
]  # fmt: skip
SURELY = [
    ("--consent-granted", "(?i)grant", "--consent-withdrawn", "(?i)withdr[ae]w|revoked"),
    ("--consent-granted", r"\bgranted\b", "--require-consent"),
    ("--consent-withdrawn", "withdr[ae]w"),
]


PARTS = ["g", "r", "an", "te", "d", "yes", "no", "o", "w", "e", " ", "é", "[a-e]", "[^a-m]", r"[n-z\-]", r"\x67", r"\.", r"\u0061"]


def expression(rng: random.Random) -> str:
    """An expression by chance that is not found in an empty text. No group is repeated without end: `re` goes back."""
    while True:
        made = rng.choice(["", "", "(?i)", "^"]) + choice(rng, 2)
        if re.search(made, "") is None:
            return made


def choice(rng: random.Random, depth: int) -> str:
    return "|".join(sequence(rng, depth) for _ in range(rng.choice([1, 1, 2])))


def sequence(rng: random.Random, depth: int) -> str:
    return "".join(repeated(rng, depth) for _ in range(rng.randint(1, 3)))


def repeated(rng: random.Random, depth: int) -> str:
    if depth > 0 and rng.random() < 0.3:
        group = rng.choice(["(", "(?:", "(?i:"]) + choice(rng, depth - 1) + ")"
        return group + rng.choice(["", "", "?", "{2}", "{0,2}"])
    return rng.choice(PARTS) + rng.choice(["", "", "", "?", "*", "+", "{2}", "{1,3}", "{,2}", "*?", "+?"])


def words(rng: random.Random) -> list[str]:
    """Words of the command line that look for consent, or, mostly, none."""
    granted, withdrawn = rng.random() < 0.25, rng.random() < 0.2
    expressions = [rng.choice(known) if rng.random() < 0.6 else expression(rng) for known in (GRANTED, WITHDRAWN)]
    return [
        *(["--consent-granted", expressions[0]] if granted else []),
        *(["--consent-withdrawn", expressions[1]] if withdrawn else []),
        *(["--require-consent"] if granted and rng.random() < 0.5 else []),
    ]


def text(rng: random.Random, other: str) -> str:
    """What somebody writes who may be speaking of consent."""
    before, behind = rng.choice(["", "", other + " "]), rng.choice(["", "", " " + other])
    return before + rng.choice(PHRASES) + behind


def last_mark(document: Node, settings: Settings) -> bool | None:
    """How the last item stands that grants consent or withdraws it."""
    state = None
    for item in elements(document.get("items")):
        body = item.get("body")
        if body is None or body.kind != "string":
            continue
        if says(settings.consent_granted, body.text):
            state = True
        if says(settings.consent_withdrawn, body.text):
            state = False
    return state


def says(expression: str | None, body: str) -> bool:
    return expression is not None and re.search(expression, body) is not None


def properties(document: Node, settings: Settings) -> Members:
    """The property that tells it; none where there is nothing to tell."""
    state = last_mark(document, settings)
    return [] if state is None else [(b"consent", b"true" if state else b"false")]


def is_left_out(document: Node, settings: Settings) -> bool:
    return settings.require_consent and last_mark(document, settings) is not True
