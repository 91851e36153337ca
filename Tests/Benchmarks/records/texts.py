"""What people write and where they are, and marks in place of ids."""

from __future__ import annotations

import random

# Each record gets its own ids in place of these, when it is written.
CONVERSATION = "@conversation@"
VISITOR = "@visitor@"
NUMBER = "@number@"  # a string here, an integer there

ASCII_WORDS = (
    "hi hello thanks please the a is my order invoice account help with billing I can not find it where we will look "
    "into this one moment shipping address card payment error page when click button your number team today yes no"
).split()
OTHER_WORDS = (
    "für größer žluťoučký naïve café señor où déjà привет заказ спасибо 東京 注文 ありがとう 你好 🦉 👍 – …"
).split()
BROWSERS = ["Chrome 105.0.0.0", "Internet Explorer 11", "Safari 6.0", "Firefox 104.0"]
CITIES = [
    ("Palo Alto", "CA", "United States", "US"),
    ("Kolín", "Středočeský kraj", "Czechia", "CZ"),
    ("Pune", "MH", "India", "IN"),
]


def sentence(rng: random.Random, other: float) -> str:
    count = 1 + int(rng.expovariate(1 / 14))
    return rng.choice([" ", " ", " ", "\n"]).join(words(rng, other, count))


def words(rng: random.Random, other: float, count: int) -> list[str]:
    return [rng.choice(OTHER_WORDS if rng.random() < other else ASCII_WORDS) for _ in range(count)]


def name(rng: random.Random) -> str:
    return rng.choice(["Bob Doe", "Zoë Nováková", f"USA (San Francisco, CA) #{rng.randrange(10000)}"])


def email(rng: random.Random) -> str:
    return f"visitor{rng.randrange(10**6)}@example.com"


def page(rng: random.Random) -> str:
    return f"https://shop.example.com/products/{rng.randrange(10**6)}"


def messages(rng: random.Random) -> int:
    """How many messages a conversation has: 4 to 60."""
    return 4 + min(56, int(rng.expovariate(1 / 13.5)))
