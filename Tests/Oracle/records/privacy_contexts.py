"""Makes sentences in which personal data stands where it is hard to see: in links, beside versions, glued to words, in escapes.

Usage: python3 Tests/Oracle/records/privacy_contexts.py [--seed N] [--each N] > corpus.jsonl

Numbers of all countries come from the package `phonenumbers`. The same seed makes the same sentences.
"""

from __future__ import annotations

import argparse
import json
import random
import string
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict
from functools import cache
from urllib.parse import quote

import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberType
from privacy_corpus import Sentence, varied
from privacy_values import Value, card, iban

Context = Callable[[random.Random, Value], str]

# Where a value is put, by the name of the context; {} is its place, {cue} a word that announces it, or nothing.
TEMPLATES = {
    "in a sentence": ["{cue}{}", "{cue}{} please", "hi, {cue}{} thanks", "Sure: {cue}{}.", "({cue}{})", "{cue}{}, any time",
                      "„{cue}{}“", "we moved\n{cue}{}\nregards"],
    "in a link's path": ["https://x.example/{path}{}/edit", "see http://www.shop.example/{path}{}", "x.example/{path}{}",
                         "https://x.example/#/{path}{}", "https://x.example/a/b/{path}{}?c=1", "https://x.example:8443/{path}{}#top"],
    "in a link's query": ["https://x.example/?{key}={}", "https://x.example/a?b=1&{key}={}&c=2", "/find?{key}={}"],
    "next to system and version words": ["Windows 10, {cue}{}", "Chrome 119 / {cue}{}", "Android 14 | {cue}{}", "app version 4.2.1, {cue}{}",
                                        "iOS 17.1: {cue}{}", "Firefox/121.0 {cue}{}", "Safari 17 ({cue}{})", "I use Edge; {cue}{}",
                                        "{cue}{} (macOS 14.2)", "update 7 done, {cue}{}", "build 1024 ({cue}{})"],
    "between bars, slashes and similar marks": ["Ann{s}{cue}{}{s}Berlin", "{cue}{}{s}Berlin", "Ann{s}{cue}{}", "{s}{cue}{}{s}", "{s}{s}{cue}{}{s}{s}",
                          "Ann {s} {cue}{} {s} Berlin"],
    "between - and _": ["-{cue}{}-", "_{cue}{}_", "--{cue}{}--", "__{cue}{}__", "- {cue}{}", "{cue}{}-", "{cue}{}_", "- {cue}{} -",
                        "{cue}{} - Ann", "{cue}{}_Ann"],
}  # fmt: skip

CUES = ["tel ", "Tel.: ", "phone: ", "my number is ", "call me at ", "mobile ", "Handy ", "téléphone : ", "teléfono ", "cell: ",
        "телефон ", "Telefon: ", "fax: ", "reach me on ", "WhatsApp "]  # fmt: skip
GLUED_PHONE = ["tel{}", "Tel:{}", "Phone{}", "phone:{}", "mob{}", "fon:{}", "Telefon{}", "tel.{}", "cell:{}", "Fax{}", "mobile={}",
               "phone_{}", "tel-{}", "T:{}", "WhatsApp:{}"]  # fmt: skip
GLUED = {
    "email": ["email:{}", "mail:{}", "e-mail={}", "Mailto:{}", "Email-{}", "mail={}", "E-Mail:{},"],
    "address": ["ip:{}", "IP={}", "ip{}", "IP-{}", "host:{}", "addr={}", "ip_{}", "from:{}", "server={}"],
    "card": ["card:{}", "Card={}", "cc:{}", "card{}", "Visa:{}", "Karte:{}", "card-{}", "card_{}"],
    "iban": ["IBAN:{}", "iban={}", "IBAN{}", "IBAN-{}", "iban_{}", "Konto:{}"],
}  # fmt: skip
KEYS = {"email": ["mail", "email", "user", "q"], "address": ["ip", "host", "addr", "from"], "phone": ["phone", "tel", "mobile"],
        "card": ["card", "cc", "q"], "iban": ["iban", "account", "q"]}  # fmt: skip
PATHS = {"email": ["u/", "users/", "", "contact/"], "address": ["ip/", "host/", "", "whois/"], "phone": ["call/", "tel/", "phone/"],
         "card": ["card/", "", "pay/"], "iban": ["iban/", "", "pay/"]}  # fmt: skip


def placed(templates: list[str]) -> Context:
    """A context in which the value is written as it is, in one of some templates."""

    def context(source: random.Random, value: Value) -> str:
        kind = value.kind
        is_cued = value.is_announced or kind != "phone"
        template = source.choice(templates)
        return (template.replace("{cue}", source.choice(CUES) if kind == "phone" and value.is_announced else "")
                .replace("{s}", source.choice("|/=#*"))
                .replace("{path}", source.choice(PATHS[kind]) if is_cued else source.choice(["", "u/"]))
                .replace("{key}", source.choice(KEYS[kind]) if is_cued else source.choice(["q", "x"])))  # fmt: skip

    return context


def glued(source: random.Random, value: Value) -> str:
    return source.choice(GLUED_PHONE if value.kind == "phone" else GLUED[value.kind])


# MARK: Other spellings of a value


def other_digits(source: random.Random, text: str) -> str:
    """The text with digits of another script."""
    zero = source.choice([0x0660, 0x06F0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0E50, 0x0ED0, 0x1040,
                          0x17E0, 0xFF10, 0x1D7CE])  # fmt: skip
    return "".join(chr(zero + int(character)) if character in string.digits else character for character in text)


def full_width(source: random.Random, text: str) -> str:
    """The text in the full-width forms of ASCII: all of it, or all but the letters."""
    takes_letters = source.random() < 0.5
    return "".join(chr(ord(character) + 0xFEE0) if "!" <= character <= "~" and (takes_letters or not character.isalpha()) else character
                   for character in text)  # fmt: skip


NAMED = {"@": "commat", ".": "period", "+": "plus", "(": "lpar", ")": "rpar", ":": "colon", " ": "nbsp", "/": "sol", "_": "lowbar",
         "-": "hyphen"}  # fmt: skip


def entities(source: random.Random, text: str) -> str:
    """The text with entities of HTML for its marks, and for some digits and letters."""
    share = source.choice([0, 0, 0.3, 1])

    def one(character: str) -> str:
        if character.isascii() and character.isalnum() and source.random() >= share:
            return character
        forms = [f"&#{ord(character)};", f"&#x{ord(character):x};", f"&#X{ord(character):04X};"]
        return source.choice([*forms, f"&{NAMED[character]};"] if character in NAMED else forms)

    return "".join(map(one, text))


def entities_twice(source: random.Random, text: str) -> str:
    return entities(source, text).replace("&", source.choice(["&amp;", "&#38;"]))


def ignorable(source: random.Random, text: str) -> str:
    """The text with one to three characters in it that nobody sees."""
    for _ in range(source.randint(1, 3)):
        place = source.randint(1, len(text) - 1)
        unseen = source.choice("\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u2063\u180e\ufe0f\u061c\u034f")
        text = text[:place] + unseen + text[place:]
    return text


def escaped(layers: int) -> Callable[[random.Random, str], str]:
    def spelled(source: random.Random, text: str) -> str:
        takes_all = source.random() < 0.3
        text = "".join(f"%{byte:02X}" for byte in text.encode()) if takes_all else quote(text, safe="")
        for _ in range(layers - 1):
            text = text.replace("%", "%25")
        return text

    return spelled


SPELLINGS: dict[str, Callable[[random.Random, str], str]] = {
    "digits of other scripts": other_digits,
    "full-width": full_width,
    "entities of HTML": entities,
    "entities, escaped again": entities_twice,
    "invisible characters inside": ignorable,
    "1 layer of per cent escapes": escaped(1),
    "2 layers of per cent escapes": escaped(2),
    "3 layers of per cent escapes": escaped(3),
    "4 layers of per cent escapes": escaped(4),
}


# MARK: Values


@cache
def examples() -> list[phonenumbers.PhoneNumber]:
    kinds = [PhoneNumberType.FIXED_LINE, PhoneNumberType.MOBILE]
    found = [phonenumbers.example_number_for_type(region, kind) for region in sorted(phonenumbers.SUPPORTED_REGIONS) for kind in kinds]
    return [number for number in found if number is not None]


def international(source: random.Random) -> Value:
    number = varied(source, source.choice(examples()))
    form = source.choice([PhoneNumberFormat.E164, PhoneNumberFormat.INTERNATIONAL, PhoneNumberFormat.RFC3966])
    text = phonenumbers.format_number(number, form).removeprefix("tel:")
    return Value("phone", text if source.random() < 0.8 else "00" + text[1:])


def national(is_announced: bool, is_bare: bool) -> Callable[[random.Random], Value]:
    """A number as its country writes it at home, with the marks that it has there, or its digits alone."""

    def make(source: random.Random) -> Value:
        while True:
            number = varied(source, source.choice(examples()))
            text = phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL)
            digits = "".join(character for character in text if character.isdigit())
            if len(digits) >= 7 and not any(character.isalpha() for character in text) and (is_bare or not text.isdigit()):
                return Value("phone", digits if is_bare else text, is_announced)

    return make


def email(source: random.Random) -> Value:
    letters = string.ascii_lowercase
    name = "".join(source.choice(letters) for _ in range(source.randint(2, 9)))
    other = source.choice(["", f".{source.choice(letters)}{name}", f"_{source.randint(1, 99)}", f"+{name}", f"-{name}", str(source.randint(1, 2030))])
    domain = "".join(source.choice(letters) for _ in range(source.randint(2, 10)))
    below = source.choice(["", "", "", "mail.", "my-"])
    return Value("email", f"{name}{other}@{below}{domain}.{source.choice(['com', 'de', 'co.uk', 'org', 'museum', 'fr', 'io'])}")


def network_address(source: random.Random) -> Value:
    if source.random() < 0.6:
        return Value("address", ".".join(str(source.randint(1, 254)) for _ in range(4)))
    parts = [f"{source.randrange(4096, 65536):x}" for _ in range(8)]
    return Value("address", source.choice([":".join(parts), f"2001:db8::{parts[0]}:{source.randint(1, 9)}", f"fe80::{':'.join(parts[:3])}:{source.randint(1, 9)}",
                                           f"2a0{source.randint(0, 9)}:{':'.join(parts[:4])}::", "2001:db8:0:1::" + parts[1]]))  # fmt: skip


KINDS: dict[str, Callable[[random.Random], Value]] = {
    "e-mail": email,
    "IP": network_address,
    "phone, international": international,
    "phone, national, announced": national(is_announced=True, is_bare=False),
    "phone, national, not announced": national(is_announced=False, is_bare=False),
    "phone, digits alone, announced": national(is_announced=True, is_bare=True),
    "phone, digits alone, not announced": national(is_announced=False, is_bare=True),
    "payment card": card,
    "IBAN": iban,
}


def contexts(name: str, kind: str) -> Iterator[tuple[str, Context, Callable[[random.Random, str], str] | None]]:
    for context, templates in TEMPLATES.items():
        yield context, placed(templates), None
    if "not announced" not in name:
        yield "joined to a word", glued, None
    sentence, link = placed(TEMPLATES["in a sentence"]), placed(TEMPLATES["in a link's query"] + TEMPLATES["in a link's path"])
    for context, spelling in SPELLINGS.items():
        if context == "digits of other scripts" and kind == "email":
            continue
        yield context, link if "per cent" in context else sentence, spelling


def corpus(seed: int, each: int) -> list[Sentence]:
    """That many sentences for each kind of data in each context; the group of a sentence is its context."""
    sentences = []
    for name, make in KINDS.items():
        source = random.Random(f"{seed} {name}")
        for context, place, spelling in contexts(name, make(random.Random(0)).kind):
            for _ in range(each):
                value = make(source)
                spelled = spelling(source, value.text) if spelling else value.text
                sentences.append(Sentence(place(source, value).replace("{}", spelled), name, context, (spelled,)))
    return sentences


def main() -> int:
    parser = argparse.ArgumentParser(description="Make sentences in which personal data is hard to see.")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=300)
    arguments = parser.parse_args()
    for sentence in corpus(arguments.seed, arguments.each):
        print(json.dumps(asdict(sentence), ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
