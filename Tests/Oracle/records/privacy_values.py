"""Invented payment cards and IBANs whose check digits are right, and those whose check digits are wrong."""

from __future__ import annotations

import random
import string
from dataclasses import dataclass


@dataclass(frozen=True)
class Value:
    """Something that is to be found, what it is, and whether a word announces it."""

    kind: str
    text: str
    is_announced: bool = False


# What the numbers of an issuer begin with, and how many digits they have (ISO/IEC 7812).
ISSUERS = [("4", 16), ("4", 16), ("4", 19), ("51", 16), ("52", 16), ("55", 16), ("2221", 16), ("2720", 16), ("34", 15), ("37", 15),
           ("36", 14), ("38", 14), ("305", 14), ("6011", 16), ("65", 16), ("644", 16), ("622126", 16), ("3528", 16), ("3589", 16),
           ("62", 19), ("5018", 12), ("6759", 18), ("6304", 19), ("2200", 16)]  # fmt: skip

# How many characters the IBAN of a country has behind the check digits, by kind: n a digit, a a letter, c either (ISO 13616).
BBAN = {"DE": "18n", "FR": "10n11c2n", "GB": "4a14n", "NL": "4a10n", "ES": "20n", "IT": "1a10n12c", "CH": "5n12c", "AT": "16n", "BE": "12n",
        "PL": "24n", "NO": "11n", "DK": "14n", "SE": "20n", "FI": "14n", "IE": "4a14n", "PT": "21n", "MT": "4a5n18c", "CZ": "20n",
        "HU": "24n", "LU": "3n13c", "GR": "7n16c", "RO": "4a16c", "BR": "23n1a1c", "SA": "2n18c", "AE": "19n", "TR": "5n1n16c"}  # fmt: skip


def digits(source: random.Random, count: int) -> str:
    return "".join(source.choice(string.digits) for _ in range(count))


def luhn_digit(number: str) -> str:
    """The check digit of a number that lacks it (ISO/IEC 7812-1, annex B)."""
    total = 0
    for place, digit in enumerate(reversed(number)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return str(-total % 10)


def card_number(source: random.Random) -> str:
    prefix, length = source.choice(ISSUERS)
    number = prefix + digits(source, length - 1 - len(prefix))
    return number + luhn_digit(number)


def grouped_card(source: random.Random, number: str) -> str:
    """The number without marks, or in the groups that are printed on cards of its length."""
    mark = source.choice(["", " ", "-"])
    sizes = {14: [4, 6, 4], 15: [4, 6, 5]}.get(len(number), [4, 4, 4, 4, 3])
    groups, rest = [], number
    for size in sizes:
        groups.append(rest[:size])
        rest = rest[size:]
    return mark.join(group for group in groups if group)


def card(source: random.Random) -> Value:
    return Value("card", grouped_card(source, card_number(source)))


def false_card(source: random.Random) -> str:
    """The number of a card with another check digit than is right."""
    number = card_number(source)
    return grouped_card(source, number[:-1] + str((int(number[-1]) + source.randint(1, 9)) % 10))


def iban_text(source: random.Random, wrong_by: int = 0) -> str:
    country = source.choice(sorted(BBAN))
    account, count = "", ""
    for character in BBAN[country]:
        if character.isdigit():
            count += character
            continue
        letters = {"n": string.digits, "a": string.ascii_uppercase, "c": 3 * string.digits + string.ascii_uppercase}[character]
        account += "".join(source.choice(letters) for _ in range(int(count)))
        count = ""
    value = int("".join(str(int(character, 36)) for character in f"{account}{country}00"))
    # Check digits are 02 to 98.
    return f"{country}{(98 - value % 97 - 2 + wrong_by) % 97 + 2:02}{account}"


def grouped_iban(source: random.Random, text: str) -> str:
    mark = source.choice(["", " ", " ", "-"])
    text = text.lower() if source.random() < 0.2 else text
    return mark.join(text[start : start + 4] for start in range(0, len(text), 4))


def iban(source: random.Random) -> Value:
    return Value("iban", grouped_iban(source, iban_text(source)))


def false_iban(source: random.Random) -> str:
    """An IBAN with other check digits than are right."""
    return grouped_iban(source, iban_text(source, wrong_by=source.randint(1, 96)))
