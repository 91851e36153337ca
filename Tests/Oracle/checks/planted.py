"""Says whether values that were planted in an input can still be found in an output, however they are written there.

Usage: python3 Tests/Oracle/checks/planted.py --self-test

An output is looked at as it stands, and with every layer taken off that text hides behind: escapes of JSON strings, per cent
escapes (and plus signs for spaces), and base64 with either alphabet, three layers deep in any order. It shares no line with
what the tool looks for: it knows the values, and no form.
"""

from __future__ import annotations

import argparse
import base64
import binascii
import json
import random
import re
import sys
import urllib.parse
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

DEPTH = 3
ESCAPE = re.compile(r'\\(?:u([0-9a-fA-F]{4})|(["\\/bfnrt]))')
SHORT = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
PERCENT = re.compile(r"(?:%[0-9a-fA-F]{2})+")
BASE64 = re.compile(r"[A-Za-z0-9+/_-]{8,}={0,2}")
BETWEEN_DIGITS = re.compile(r"[\s().\-/\u00a0\u00ad\u2000-\u2015\u202f\u2060\u2212]+")


@dataclass(frozen=True)
class Planted:
    """A value and how it is compared: `text` and `email` without regard to case, `phone` by its digits, `address` as a whole."""

    kind: str
    value: str


def unescaped(text: str) -> str:
    """The text with JSON's escapes read, wherever they stand."""
    plain = ESCAPE.sub(lambda match: chr(int(match[1], 16)) if match[1] else SHORT.get(match[2], match[2]), text)
    # Pairs of surrogates become the characters that they are.
    return plain.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def decoded_percent(text: str) -> str:
    return PERCENT.sub(lambda match: urllib.parse.unquote(match[0], errors="replace"), text)


def decoded_base64(text: str) -> Iterator[str]:
    """What runs of base64 say, each at four places where it may begin; those that are no text are left out."""
    for match in BASE64.finditer(text):
        run = match[0].rstrip("=").replace("-", "+").replace("_", "/")
        for start in range(4):
            piece = run[start:]
            piece = piece[: len(piece) - (len(piece) % 4 == 1)]
            if len(piece) < 6:
                continue
            try:
                said = base64.b64decode(piece + "=" * (-len(piece) % 4), validate=True)
            except binascii.Error:
                continue
            letters = said.decode("utf-8", "ignore")
            if len(letters.encode()) * 2 > len(said):
                yield letters


def readings(output: bytes, depth: int = DEPTH) -> set[str]:
    """All texts that the output can be read as."""
    seen = {output.decode("utf-8", "replace")}
    layer = set(seen)
    for _ in range(depth):
        following: set[str] = set()
        for text in layer:
            following |= {unescaped(text), decoded_percent(text), decoded_percent(text.replace("+", " "))}
            following |= set(decoded_base64(text))
        layer = following - seen
        seen |= layer
    return seen


def holds(text: str, planted: Planted) -> bool:
    """Whether a text holds a value."""
    if planted.kind == "phone":
        digits = "".join(str(int(character)) for character in planted.value if character.isdecimal())
        # Whatever may separate digits is taken out between them, and nowhere else.
        stripped = re.sub(rf"(?<=\d){BETWEEN_DIGITS.pattern}(?=\d)", "", text)
        return digits in "".join(str(int(c)) if c.isdecimal() else c for c in stripped)
    if planted.kind == "address":
        return re.search(rf"(?<![\w.:]){re.escape(planted.value)}(?![\w:]|\.\d)", text, re.IGNORECASE) is not None
    return planted.value.casefold() in text.casefold()


def still_found(output: bytes, values: Iterable[Planted]) -> list[Planted]:
    """Those of the values that the output still holds."""
    texts = readings(output)
    return [planted for planted in values if any(holds(text, planted) for text in texts)]


# MARK: Its own check


def hidden(source: random.Random, value: str) -> tuple[str, list[str]]:
    """A value behind layers of escapes, and which ones."""

    def percent(text: str) -> str:
        return "".join(f"%{byte:02X}" if source.random() < 0.5 or byte >= 0x80 or byte == 0x25 else chr(byte) for byte in text.encode())

    def escapes(text: str) -> str:
        return "".join(json.dumps(c)[1:-1] if source.random() < 0.5 else "".join(f"\\u{unit:04x}" for unit in units(c)) for c in text)

    def units(character: str) -> list[int]:
        data = character.encode("utf-16-be")
        return [int.from_bytes(data[place : place + 2]) for place in range(0, len(data), 2)]

    layers = {
        "percent": percent,
        "quote_plus": urllib.parse.quote_plus,
        "JSON": escapes,
        "base64": lambda text: base64.b64encode(text.encode()).decode(),
        "base64 for links": lambda text: base64.urlsafe_b64encode(text.encode()).decode().rstrip("="),
    }
    names = [source.choice(list(layers)) for _ in range(source.randint(0, DEPTH))]
    for name in names:
        value = layers[name](value)
    return value, names


def self_test(seed: int) -> int:
    print(f"seed {seed}")
    source = random.Random(seed)
    values = [Planted("email", "Jo.Doe@Example.org"), Planted("phone", "+49 (30) 123-456"), Planted("address", "192.0.2.17"),
              Planted("address", "2001:db8::17"), Planted("text", "Zoë Müller-Łukasz"), Planted("text", "李小龙 😀 文本")]  # fmt: skip
    for _ in range(2000):
        planted = source.choice(values)
        spoken = planted.value
        if planted.kind == "email":
            spoken = source.choice([spoken, spoken.upper(), spoken.lower()])
        if planted.kind == "phone":
            spoken = source.choice([spoken, "+4930123456", "004930123456", "49.30.123\u2011456", "49 30\u00a0123 456"])
        text, layers = hidden(source, f"hello {spoken} there")
        around = source.choice(['{{"body":"{}"}}', "{}", '[1,"x {} y"]\n', "https://x.example/?q={}&z=1"])
        output = around.format(text).encode()
        if planted not in still_found(output, values):
            print(f"{planted} is not found behind {layers}: {output!r}")
            return 1
        others = [other for other in still_found(output, values) if other != planted]
        if others:
            print(f"{others} are found in {output!r}")
            return 1
    for harmless in [b"", b'{"body":"<redacted>"}', b"192.0.2.170", b"1192.0.2.17", b"4930-12345", b"0f1e2d3c4b5a69788796a5b4c3d2e1f0",
                     base64.b64encode(b"jo.doe at example.org"), b"jo.doe%2540example", b"\xff\xfe%ff%"]:  # fmt: skip
        if found := still_found(harmless, values):
            print(f"{found} are found in {harmless!r}")
            return 1
    print("every value is found behind every layer, and none where none is")
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(description="Find planted values however they are written.")
    parser.add_argument("--self-test", action="store_true", required=True)
    parser.add_argument("--seed", type=int, default=None)
    arguments = parser.parse_args()
    return self_test(random.randrange(2**32) if arguments.seed is None else arguments.seed)


if __name__ == "__main__":
    sys.exit(main())
