"""Makes sentences of chats with and without personal data, each with what a person would mark in it.

Usage: python3 Tests/Oracle/records/privacy_corpus.py [--seed N] > corpus.jsonl

The numbers of all countries come from the package `phonenumbers` (`Tests/requirements.txt`). The same seed makes the same
sentences.
"""

from __future__ import annotations

import argparse
import json
import random
import string
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberType

ROOT = Path(__file__).resolve().parents[3]


@dataclass(frozen=True)
class Sentence:
    """A text, the kind of data that it is about, the group that is counted, and what is to be found in it."""

    text: str
    kind: str
    group: str
    values: tuple[str, ...] = ()


# Sentences around something to be found; {} is its place.
PLAIN = ["{}", "{} please", "hi, {} thanks", "it is {}", "(that is {})", "Sure: {}.", "I am Ann, {}", "or {}?", "{}, any time",
         "my answer:\n{}\nregards", "just use {} then", "we moved, now {} :)", "„{}“", "das ist {}.", "c'est {} !"]  # fmt: skip
WITH_WORD = ["call me at {}", "my phone number is {}", "tel: {}", "Phone: {}", "you can reach me on {}", "mobile {}, thanks",
             "text me: {}", "Meine Telefonnummer ist {}", "rufen Sie mich an: {}", "Handy {}", "mon téléphone : {}",
             "mi teléfono es {}", "Il mio cellulare è {}", "мой телефон {}", "我的电话号码是{}", "ring me back on {} after 5",
             "fax {}", "T: {}"]  # fmt: skip

# Sentences without anything to be found, by what they look like; {} is a random value of one of the makers below.
ORDER_LIKE = ["order {}", "my order number is {}", "Order #{}", "invoice {} is wrong", "ticket no. {}", "ref: {}", "#{}",
              "Bestellung {}", "Kundennummer {}", "commande {}", "tracking {}", "item {} is out of stock", "SKU {}",
              "https://shop.example/item/{}", "https://shop.example/orders?id={}", "case {}, still open", "№{}"]  # fmt: skip


def digits(source: random.Random, count: int, first: str = "123456789") -> str:
    return source.choice(first) + "".join(source.choice(string.digits) for _ in range(count - 1))


# MARK: Phone numbers


def numbers(source: random.Random) -> Iterator[tuple[str, str]]:
    """Valid numbers of all regions, in the formats of E.164 and RFC 3966 and as their countries write them."""
    formats = [("E.164", PhoneNumberFormat.E164), ("international", PhoneNumberFormat.INTERNATIONAL),
               ("RFC 3966", PhoneNumberFormat.RFC3966), ("national, with separators", PhoneNumberFormat.NATIONAL)]  # fmt: skip
    for region in sorted(phonenumbers.SUPPORTED_REGIONS):
        for kind in [PhoneNumberType.FIXED_LINE, PhoneNumberType.MOBILE, PhoneNumberType.TOLL_FREE]:
            example = phonenumbers.example_number_for_type(region, kind)
            if example is None:
                continue
            number = varied(source, example)
            for name, form in formats:
                yield name, phonenumbers.format_number(number, form).removeprefix("tel:")
            international = phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL)
            yield "international", respelled(source, international)
            yield "00", "00" + international[1:]
            national = phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL)
            alone = "".join(character for character in national if character.isdigit())
            yield ("national, digits alone, from 0" if alone[0] == "0" else "national, digits alone"), alone


def varied(source: random.Random, example: phonenumbers.PhoneNumber) -> phonenumbers.PhoneNumber:
    """Another valid number with the same beginning; the example itself where none is found."""
    for _ in range(20):
        number = phonenumbers.PhoneNumber()
        number.merge_from(example)
        number.national_number = example.national_number // 10000 * 10000 + source.randrange(10000)
        if phonenumbers.is_valid_number(number):
            return number
    return example


def respelled(source: random.Random, number: str) -> str:
    """The number with other separators than those of its country."""
    separator = source.choice([".", "-", "\u00a0", "\u2011", " ", "/", "\u202f"])
    return number.replace("-", " ").replace(" ", separator)


def phones(source: random.Random) -> Iterator[Sentence]:
    for name, number in numbers(source):
        if name == "national, with separators" and number.isdigit():
            continue
        for announced, templates in [("", PLAIN), (", announced", WITH_WORD)]:
            yield Sentence(source.choice(templates).format(number), "phone", name + announced, (number,))
    for number in ["(030) 123-456", "030/1234567", "0171-1234567", "555-123-4567", "(555) 123-4567 ext. 89", "555.123.4567",
                   "1-800-555-0199", "+49 (0) 30 1234567", "+49(0)30/1234567", "+1.555.123.4567", "+1 (555) 123-4567 x12",
                   "06.12.34.56.78", "8 (912) 345-67-89", "020 7946 0958", "+４９ ３０ １２３４５６７"]:  # fmt: skip
        for template in PLAIN:
            yield Sentence(template.format(number), "phone", "written by hand", (number,))


def number_like(source: random.Random) -> Iterator[Sentence]:
    def one(group: str, template: str, value: str) -> Sentence:
        return Sentence(template.format(value), "phone", group)

    for _ in range(40):
        year, month, day = source.randint(1950, 2049), source.randint(1, 12), source.randint(1, 28)
        clock = f"{source.randint(0, 23):02}:{source.randint(0, 59):02}"
        dates = [f"{year}-{month:02}-{day:02}", f"{day:02}.{month:02}.{year}", f"{month:02}/{day:02}/{year}",
                 f"{day}.{month}.{year % 100:02}", f"{year}-{month:02}-{day:02} {clock}", f"{day:02}-{month:02}-{year}",
                 f"{year}-{month:02}-{day:02}T{clock}:00Z", f"{day:02}.{month:02}.{year} um {clock} Uhr", f"{year}{month:02}{day:02}",
                 f"{year}/{month:02}/{day:02}", f"{clock}:59.123456", f"from {clock} to {clock}"]  # fmt: skip
        for date in dates:
            yield one("dates and times", source.choice(["on {}", "{}", "call me on {}", "since {} nothing", "born {}."]), date)
        for template in ORDER_LIKE:
            value = source.choice([digits(source, 9), digits(source, 10), digits(source, 6), digits(source, 12),
                                   f"{digits(source, 4)}-{digits(source, 4)}-{digits(source, 1)}",
                                   f"{digits(source, 4)}-{digits(source, 4)}", f"AB-{digits(source, 7)}"])  # fmt: skip
            yield one("orders and ids", template, value)
        amount = source.randint(1000, 99999999)
        for price in [f"{amount:,}.00 EUR", f"${amount:,}", "$ " + f"{amount:,}".replace(",", " "),
                      f"{amount:,}".replace(",", " ") + " €", f"{amount:,}".replace(",", ".") + ",00 €", f"EUR {amount}.99",
                      f"{amount:,}".replace(",", "\u00a0") + " Kč", f"{amount} users", f"CHF {amount / 100:.2f}"]:  # fmt: skip
            yield one("prices and counts", source.choice(["costs {}", "{}", "it is {} now", "between 5 and {}"]), price)
        for stamp in [f"1473{digits(source, 6)}.{digits(source, 6)}", f"1473{digits(source, 6)}", f"1473{digits(source, 9)}"]:
            yield one("timestamps", source.choice(["at {}", "{}", "timestamp {}", "log: {} error"]), stamp)
        word = "".join(source.choice("0123456789abcdef") for _ in range(32))
        identifier = f"{word[:8]}-{word[8:12]}-{word[12:16]}-{word[16:20]}-{word[20:]}"
        for name in [identifier, word, digits(source, 8) + identifier[8:], word[:12], identifier.upper()]:
            yield one("UUIDs and hexadecimal ids", source.choice(["{}", "id {}", "session {} failed", "/v1/{}/x"]), name)
        latitude, longitude = source.uniform(-90, 90), source.uniform(-180, 180)
        for place in [f"{latitude:.6f}, {longitude:.6f}", f"{latitude:.4f} {longitude:.4f}", f"@{latitude:.5f},{longitude:.5f},15z"]:
            yield one("coordinates", source.choice(["{}", "we are at {}", "https://maps.example/{}"]), place)
        listed = " ".join(str(source.randint(1, 60)) for _ in range(source.randint(3, 7)))
        for value in [listed, f"{source.randint(100, 999)}x{source.randint(100, 999)}", f"{year}-{year + 3}", f"{year} {year + 1} {year + 2}",
                      f"978-3-16-{digits(source, 6)}-{digits(source, 1)}", f"ISBN 3-16-{digits(source, 6)}-0", f"{source.randint(1, 99)}%",
                      f"{digits(source, 5)}-{digits(source, 4)}", f"{digits(source, 3)} {digits(source, 2)}", f"3.{digits(source, 9)}"]:  # fmt: skip
            yield one("other numbers", source.choice(["{}", "sizes {}", "take {} of them", "see {}."]), value)


# MARK: E-mail addresses


def emails(source: random.Random) -> Iterator[Sentence]:
    odd = {
        "usual": ["jo@example.org", "jo.doe@mail.example.co.uk", "Jo.Doe@EXAMPLE.ORG", "jo_doe-1@ex-ample.org", "j@x.io"],
        "plus address": ["jo+shop@example.org", "jo+2024-12@example.org"],
        "legal and odd": ["o'brien@example.org", "user/dept@example.org", "bounce+jo=example.com@list.example.org", "a{b}c@example.org",
                          "jo--doe@example.org", "1234567890@example.org", "jo!doe@example.org", "x@xn--mller-kva.example",
                          "jo..doe@docomo.example", "user%example.com@example.org", "jo*x@example.org"],
        "quoted": ['"odd local"@example.org', '"jo@home"@example.org', '"a\\"b"@example.org'],
        "not ASCII": ["jörg@müller.example", "пётр@пример.рф", "jo@例え.jp", "用户@例子.中国", "jo@bücher.example", "δοκιμή@παράδειγμα.ελ"],
        "literal": ["jo@[192.0.2.1]", "jo@[IPv6:2001:db8::1]"],
    }  # fmt: skip
    templates = [*PLAIN, "mailto:{}", "<{}>", "Ann <{}>", "email:{}", "mail to {};", "to={}", "**{}**", "[{}]", "我的邮箱是 {} 谢谢",
                 "{}\r\nthanks", "cc {}, bob", "e-mail={}", "<a href='mailto:{}'>"]  # fmt: skip
    for group, addresses in odd.items():
        for address in addresses:
            for template in templates:
                yield Sentence(template.format(address), "email", group, (address,))
    for _ in range(300):
        name = "".join(source.choice(string.ascii_lowercase + string.digits) for _ in range(source.randint(1, 12)))
        domain = "".join(source.choice(string.ascii_lowercase) for _ in range(source.randint(1, 12)))
        address = f"{name}{source.choice(['', '.', '_', '+', '-'])}{name}@{domain}.{source.choice(['com', 'de', 'co.uk', 'museum', 'fr'])}"
        yield Sentence(source.choice(templates).format(address), "email", "usual", (address,))
        escaped = "".join(f"%{byte:02X}" if chr(byte) in "@+" else chr(byte) for byte in address.encode())
        link = source.choice(["https://x.example/?email={}", "https://x.example/a?b=1&mail={}&c=2", "see http://x.example/u/{}/edit now",
                              "https://x.example/login?next=%2Fa%3Fe%3D{}"])  # fmt: skip
        yield Sentence(link.format(escaped), "email", "escaped in a link", (escaped,))
    for one, other in [("jo@example.org", "ann@example.org")]:
        for between in [", ", ";", " / ", "/", " or ", "\n", ",", " & "]:
            yield Sentence(f"{one}{between}{other}", "email", "two", (one, other))


def email_like(source: random.Random) -> Iterator[Sentence]:
    for text in ["@handle", "hey @jo.doe!", "5 @ 3", "5@3", "a@b", "root@localhost", "icon@2x.png", "pkg@1.2.3", "npm i @scope/pkg@4.17.21",
                 "https://medium.example/@user.name/story", "meet @ 5pm", "@@@", "a @ b.com", "foo@", "@x.org", "user@ example",
                 "https://maps.example/@51.5,-0.12,15z", "x@y.", "3 for $5 @shop", "@media print", "me@home", "logo@3x.png 200kb",
                 "<redacted>@x", "0123456789abcdef0123456789abcdef@redacted.invalid", "100%25 sure", "50%40x", "@jo @ann @bob",
                 "email me", "my e-mail is secret", "jo at example dot org"]:  # fmt: skip
        for template in ["{}", "ok {} then", "{}?", "({})"]:
            yield Sentence(template.format(text), "email", "at signs")


# MARK: IP addresses


def addresses(source: random.Random) -> Iterator[Sentence]:
    templates = [*PLAIN, "ping {}", "ip={}", "[{}]", "from {}:", "my IP is {}", "IP: {}", "\t{}\t", "{}/24 is down", "host={};", "client {}"]
    for _ in range(60):
        four = ".".join(str(source.randint(0, 255)) for _ in range(4))
        yield Sentence(source.choice(templates).format(four), "address", "version 4", (four,))
        around = source.choice(["{}:8080", "http://{}/x", "https://{}:8443/?a=b", "ssh root@{}", "{}-10.0.0.9", "{}, 10", "{}/32"])
        values = (four, "10.0.0.9") if "10.0.0.9" in around else (four,)
        yield Sentence(around.format(four), "address", "version 4, with a port and others", values)
        parts = [f"{source.randrange(65536):x}" for _ in range(8)]
        shown = source.choice([":".join(parts), f"2001:db8::{parts[0]}", f"fe80::{':'.join(parts[:4])}", f"{':'.join(parts[:5])}::",
                               f"::ffff:{four}", f"64:ff9b::{four}", ":".join(part.zfill(4).upper() for part in parts)])  # fmt: skip
        if any(c in string.digits for c in shown):
            yield Sentence(source.choice(templates).format(shown), "address", "version 6", (shown,))
            yield Sentence(f"http://[{shown}]:8080/", "address", "version 6, in brackets", (shown,))
    for six in ["::1", "2001:db8::", "fe80::1%eth0", "2001:DB8:0:0:8:800:200C:417A", "FF01::101", "::13.1.68.3", "1:2:3:4:5:6:7:8",
                "1:2:3:4:5:6:192.0.2.1", "fe80::1%25en0"]:  # fmt: skip
        for template in templates:
            yield Sentence(template.format(six), "address", "version 6", (six,))


def address_like(source: random.Random) -> Iterator[Sentence]:
    def number(limit: int) -> int:
        return source.randrange(limit)

    for _ in range(40):
        quad = f"{number(20)}.{number(20)}.{number(20)}.{number(20)}"
        pairs = [f"{number(256):02x}" for _ in range(20)]
        for text in [f"version {quad}", f"v{quad}", f"Chrome/{number(200)}.0.0.0", f"{quad}.{number(9)}", f"10.0.{19045}.{3000 + number(999)}",
                     f"Chrome/119.0.6045.{number(255)}", f"build {quad} is out", f"updated to version {quad}", f"see section {quad}",
                     f"firmware {quad}", f"{number(24):02}:{number(60):02}:{number(60):02}", ":".join(pairs[:6]), ":".join(pairs[:8]),
                     ":".join(pairs), "std::vector", "a::b", f"Foo::Bar{number(9)}", f"{number(9)}:{number(9)} won", f"256.{number(9)}.1.1",
                     f"1.{number(9)}.3", f"rule {number(9)}:{number(9)}", f"::", "x ::= y", "17:3:2024"]:  # fmt: skip
            yield Sentence(source.choice(["{}", "it says {}", "{}, right?"]).format(text), "address", "versions, times and names")


# MARK: The fixtures

STRUCTURE = {"kind", "type", "id", "timestamp", "event", "messageId", "browser", "operatingSystem", "city", "region", "country",
             "countryCode", "tags", "url", "referrer", "conversationBeginPage", "created_at", "ended_at", "sentAt", "receivedAt",
             "sent_at", "chat_id", "client_uuid", "browser_os", "category", "plan", "session_id", "version", "birthday"}  # fmt: skip
SPOKEN = {"body", "message", "comments", "title"}


def fixtures() -> Iterator[Sentence]:
    """What the fixtures hold that names nobody: their structure, and what is said without an at sign."""
    seen: set[str] = set()

    def walk(value: Any, key: str) -> Iterator[Sentence]:
        if isinstance(value, (dict, list)):
            for name, part in value.items() if isinstance(value, dict) else ((key, part) for part in value):
                yield from walk(part, name)
        elif isinstance(value, str) and value not in seen and (key in STRUCTURE or (key in SPOKEN and "@" not in value)):
            seen.add(value)
            if value.isprintable():
                yield Sentence(value, "phone", "strings of the fixtures")

    for path in sorted(ROOT.glob("Fixtures/*/**/*.input.json*")):
        for line in path.read_bytes().splitlines():
            try:
                yield from walk(json.loads(line), "")
            except (ValueError, RecursionError):
                continue


def corpus(seed: int) -> list[Sentence]:
    """All sentences; those about which nothing is to be found have no values."""
    source = random.Random(seed)
    parts = [phones, number_like, emails, email_like, addresses, address_like]
    return [sentence for part in parts for sentence in part(source)] + list(fixtures())


def main() -> int:
    parser = argparse.ArgumentParser(description="Make sentences with and without personal data.")
    parser.add_argument("--seed", type=int, default=1)
    for sentence in corpus(parser.parse_args().seed):
        print(json.dumps(asdict(sentence), ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
