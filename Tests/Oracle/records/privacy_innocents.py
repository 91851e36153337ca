"""Makes sentences with numbers and ids that are nobody's: what looks like personal data and is none.

The check digits of book numbers and articles are right, those of cards and IBANs are wrong. The same seed makes the same sentences.
"""

from __future__ import annotations

import random
import string
from collections.abc import Callable

from privacy_corpus import Sentence
from privacy_values import digits, false_card, false_iban

Maker = Callable[[random.Random], str]

SENTENCES = ["{}", "it is {}", "see {}.", "{}, right?", "I have {} here", "about {} then", "({})", "das ist {}"]


def isbn10(source: random.Random) -> str:
    group = source.choice(["0", "1", "2", "3", "84", "88", "90", "91"])
    publisher = digits(source, source.randint(2, 5))
    title = digits(source, 9 - len(group) - len(publisher))
    number = group + publisher + title
    check = sum((place + 1) * int(digit) for place, digit in enumerate(number)) % 11
    return source.choice(["-", "-", " "]).join([group, publisher, title, "X" if check == 10 else str(check)])


def gs1_digit(number: str) -> str:
    """The check digit of an article's number that lacks it (GS1 General Specifications, 7.9)."""
    return str(-sum(int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(number))) % 10)


def isbn13(source: random.Random) -> str:
    publisher = digits(source, source.randint(2, 5))
    parts = [source.choice(["978", "979"]), source.choice("0123456"), publisher, digits(source, 8 - len(publisher))]
    return source.choice(["-", "-", " ", ""]).join([*parts, gs1_digit("".join(parts))])


def article(source: random.Random) -> str:
    """An EAN of 13 or 8 digits, or a UPC of 12, without marks or in the groups that are printed under the bars."""
    sizes = source.choice([[1, 6, 6], [1, 5, 5, 1], [4, 4]])
    number = digits(source, sum(sizes) - 1)
    number += gs1_digit(number)
    if source.random() < 0.6:
        return number
    groups, rest = [], number
    for size in sizes:
        groups.append(rest[:size])
        rest = rest[size:]
    return " ".join(groups)


def postal_code(source: random.Random) -> str:
    return source.choice([
        f"{digits(source, 5)}-{digits(source, 4)}",  # United States
        f"{digits(source, 5)}-{digits(source, 3)}",  # Brazil
        f"〒{digits(source, 3)}-{digits(source, 4)}",  # Japan
        f"{digits(source, 4)}-{digits(source, 3)}",  # Portugal
        f"{digits(source, 2)}-{digits(source, 3)}",  # Poland
        f"{digits(source, 3)} {digits(source, 2)}",  # Sweden
        digits(source, 5), digits(source, 6),  # many; China and India
        f"D-{digits(source, 5)}", f"SW1A {digits(source, 1)}AA", f"{digits(source, 3)} {digits(source, 3)}",
    ])  # fmt: skip


def stock_number(source: random.Random) -> str:
    sizes = source.choice([[3, 2, 4], [4, 3, 3], [2, 4, 3], [3, 3, 3], [4, 4, 2], [2, 3, 4], [4, 2, 4], [3, 4, 3]])
    text = source.choice("---./").join(source.choice("123456789") + digits(source, size - 1) for size in sizes)
    return source.choice(["{}", "{}", "SKU {}", "item {}", "Art.-Nr. {}", "part no. {}", "model {}", "{} in blue"]).replace("{}", text)


def browser(source: random.Random) -> str:
    major, build, patch = source.randint(80, 130), source.randint(3000, 7000), source.randint(10, 250)
    return source.choice([f"Chrome/{major}.0.{build}.{patch}", f"Chrome {major}.0.{build}.{patch} (64-bit)", f"Edg/{major}.0.{build}.{patch}",
                          f"{major}.0.{build}.{patch}", f"Chrome/{major}.0.0.0 Safari/537.36", f"Version/17.{patch % 9} Mobile/15E148",
                          f"Windows 10.0.{19000 + patch}.{build}", f"build {build}.{patch}.{major}", f"Firefox/{major}.0 Gecko/20100101",
                          f"OPR/{major}.0.{build}.{patch}", f"Build/UP1A.{digits(source, 6)}.00{patch % 9}", f"{build}{patch}.{major}"])  # fmt: skip


def announced_time(source: random.Random) -> str:
    hour, minute = source.randint(0, 23), source.randint(0, 59)
    clock = source.choice([f"{hour}:{minute:02}", f"{hour:02}.{minute:02}", f"{hour:02} {minute:02}", f"{hour:02}{minute:02}"])
    later = clock.replace(f"{hour:02}", f"{min(hour + 1, 23):02}", 1)
    day = source.choice([f"2024-{source.randint(1, 12):02}-{source.randint(1, 28):02}", f"{source.randint(1, 28):02}.{source.randint(1, 12):02}.2024",
                         f"{source.randint(1, 12)}/{source.randint(1, 28)}/24", f"2024{source.randint(1, 12):02}{source.randint(1, 28):02}"])  # fmt: skip
    cue = source.choice(["call me at", "ring", "call", "ring me at", "text me at", "rufen Sie um", "phone me at", "reach me", "tel. at"])
    return source.choice([f"{cue} {clock}", f"{cue} {day} {clock}", f"{cue} {clock}-{later}", f"{cue} {clock} - {later}", f"{cue} {clock}:30",
                          f"{cue} {day}, {clock}", f"{cue} {clock} {day}", f"{cue} {day}", f"{cue} {clock} or {later}"])  # fmt: skip


def date(source: random.Random) -> str:
    year, month, day = source.randint(1950, 2049), source.randint(1, 12), source.randint(1, 28)
    return source.choice([f"{year}-{month:02}-{day:02}", f"{day:02}.{month:02}.{year}", f"{month:02}/{day:02}/{year}", f"{day}. {month}. {year}",
                          f"{year}{month:02}{day:02}", f"{year}/{month:02}/{day:02}", f"{day:02} {month:02} {year}",
                          f"{year}-{month:02}-{day:02} {day:02}:{month:02}", f"{day:02}.{month:02}.-{day + 2:02}.{month:02}.{year}",
                          f"{year}-{month:02}-{day:02}/{year}-{month:02}-{day + 2:02}", f"{year}{month:02}{day:02}{day:02}{month:02}00"])  # fmt: skip


def price(source: random.Random) -> str:
    amount = source.randint(1000, 99999999)
    return source.choice([f"{amount:,}.00 EUR", f"${amount:,}", f"{amount:,}".replace(",", " ") + " €", f"{amount:,}".replace(",", ".") + ",00 €",
                          f"EUR {amount}.99", f"{amount} users", f"CHF {amount / 100:.2f}", f"{amount:,}".replace(",", "'") + ".- CHF",
                          f"USD {amount}", f"₹{amount}", f"{amount} Kč", f"{amount / 100:.2f}"])  # fmt: skip


def order(source: random.Random) -> str:
    number = source.choice([digits(source, 9), digits(source, 10), digits(source, 12), f"{digits(source, 3)}-{digits(source, 7)}-{digits(source, 7)}",
                            f"{digits(source, 4)}-{digits(source, 6)}", f"AB-{digits(source, 8)}", f"2024-{digits(source, 6)}"])  # fmt: skip
    return source.choice(["order ", "Order #", "my order number is ", "#", "invoice ", "Bestellung ", "ticket ", "tracking ", "ref: ",
                          "https://shop.example/orders/", "https://shop.example/?order=", "case ", "Rechnung Nr. "]) + number  # fmt: skip


def version(source: random.Random) -> str:
    small = ".".join(str(source.randint(0, 20)) for _ in range(source.randint(3, 5)))
    return source.choice(["version ", "v", "release ", "firmware ", "updated to version ", "build ", "section "]) + small


def coordinates(source: random.Random) -> str:
    latitude, longitude = source.uniform(-90, 90), source.uniform(-180, 180)
    return source.choice([f"{latitude:.6f}, {longitude:.6f}", f"{latitude:.4f} {longitude:.4f}", f"@{latitude:.5f},{longitude:.5f},15z",
                          f"{latitude:.6f},{longitude:.6f}", f"geo:{latitude:.4f},{longitude:.4f}", f"{latitude:.5f}/{longitude:.5f}"])  # fmt: skip


def hexadecimal(source: random.Random) -> str:
    word = "".join(source.choice("0123456789abcdef") for _ in range(40))
    identifier = f"{word[:8]}-{word[8:12]}-{word[12:16]}-{word[16:20]}-{word[20:32]}"
    numeric = digits(source, 32)
    return source.choice([word, word[:32], word[:24], word[:12], identifier, identifier.upper(), f"0x{word[:16]}",
                          f"{numeric[:8]}-{numeric[8:12]}-{numeric[12:16]}-{numeric[16:20]}-{numeric[20:]}", ":".join(word[place : place + 2] for place in range(0, 12, 2)),
                          word[:10] + "".join(source.choice(string.ascii_letters) for _ in range(12))])  # fmt: skip


KINDS: dict[str, Maker] = {
    "ISBN of 10 digits": isbn10,
    "ISBN of 13 digits": isbn13,
    "EAN and UPC": article,
    "postal codes": postal_code,
    "stock numbers in three groups": stock_number,
    "builds of browsers": browser,
    "times behind a word that announces": announced_time,
    "dates": date,
    "prices and counts": price,
    "orders": order,
    "versions": version,
    "coordinates": coordinates,
    "cards with a wrong check digit": false_card,
    "IBANs with wrong check digits": false_iban,
    "hexadecimal ids": hexadecimal,
}


def innocents(seed: int, each: int) -> list[Sentence]:
    """That many sentences of each kind; nothing is to be found in any."""
    sentences = []
    for name, make in KINDS.items():
        source = random.Random(f"{seed} {name}")
        for _ in range(each):
            sentences.append(Sentence(source.choice(SENTENCES).replace("{}", make(source)), "innocent", name))
    return sentences
