"""The same transcripts in every container that the tool reads.

`CONTAINERS` maps a name to a writer: transcript texts in, input bytes out. Each of them holds the
same records, so each gives the same events.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from urllib.parse import quote_from_bytes

import envelope_writers as envelopes
from rawjson import Node, compact, parse_document

Texts = list[bytes]
Container = Callable[[Texts, random.Random], bytes]

BOM = b"\xef\xbb\xbf"


def one_line(text: bytes) -> bytes:
    """The text without white space between its tokens."""
    return compact(parse_document(text))


def pretty(text: bytes, indent: bytes = b"  ") -> bytes:
    """The text with one member or element a line, its tokens as they are."""
    return _pretty(parse_document(text), b"\n", indent) if _depth_allows(text) else one_line(text)


def ndjson(texts: Texts, rng: random.Random) -> bytes:
    return b"".join(one_line(text) + b"\n" for text in texts)


def ndjson_blank_lines(texts: Texts, rng: random.Random) -> bytes:
    return b"\n \n" + b"\n\n\t\r\n".join(map(one_line, texts))


def concatenated(texts: Texts, rng: random.Random) -> bytes:
    return b"".join(texts)


def pretty_printed(texts: Texts, rng: random.Random) -> bytes:
    return b"".join(pretty(text) + b"\n" for text in texts)


def pretty_touching(texts: Texts, rng: random.Random) -> bytes:
    return b" ".join(pretty(text, b"\t") for text in texts)


def array_one_line(texts: Texts, rng: random.Random) -> bytes:
    return b"[" + b",".join(map(one_line, texts)) + b"]"


def array_of_lines(texts: Texts, rng: random.Random) -> bytes:
    return b"[\n" + b",\n".join(map(one_line, texts)) + b"\n]\n"


def array_leading_commas(texts: Texts, rng: random.Random) -> bytes:
    return b"[ " + b"\n, ".join(texts) + b"\n]"


def array_pretty(texts: Texts, rng: random.Random) -> bytes:
    bodies = [b"  " + pretty(text).replace(b"\n", b"\n  ") for text in texts]
    return b"[\n" + b",\n".join(bodies) + b"\n]\n"


def arrays(texts: Texts, rng: random.Random) -> bytes:
    """An array of one and an array of the rest, an empty one between them."""
    return array_of_lines(texts[:1], rng) + b"[] " + array_one_line(texts[1:], rng)


def forms_plus(texts: Texts, rng: random.Random) -> bytes:
    return b"".join(form(text, plus=True) + b"\n" for text in texts)


def forms_percent(texts: Texts, rng: random.Random) -> bytes:
    return b"\n".join(form(text, plus=False) for text in texts)


def forms_between_fields(texts: Texts, rng: random.Random) -> bytes:
    before = [b"", b"a=1&", b"metadata=x&b&", b"x=%zz&", b"&"]
    after = [b"", b"&a=1", b"&metadata=2&", b"&data2=%7B", b"&%"]
    lines = [rng.choice(before) + form(text, rng.random() < 0.5) + rng.choice(after) for text in texts]
    return b"\r\n".join(lines) + b"\r\n"


def forms_sparingly_escaped(texts: Texts, rng: random.Random) -> bytes:
    """Only what would be misread is escaped, in lower-case digits, as some clients do."""
    unsafe = b"%&+\r\n"
    return b"".join(
        b"data=" + b"".join(b"%%%02x" % byte if byte in unsafe else bytes([byte]) for byte in text) + b"\n"
        for text in texts
    )


def unpacked(texts: Texts, rng: random.Random) -> bytes:
    return b"".join(b'{"data": ' + quoted(text, rng) + b"}\n" for text in texts)


def unpacked_list(texts: Texts, rng: random.Random) -> bytes:
    return b"".join(b'{"a":["1"],"data":[' + quoted(text, rng) + b'],"b":null}\n' for text in texts)


def unpacked_array(texts: Texts, rng: random.Random) -> bytes:
    return b"[" + b",\n".join(b'{"d\\u0061ta":[ ' + quoted(text, rng) + b" ]}" for text in texts) + b"]"


def with_bom(texts: Texts, rng: random.Random) -> bytes:
    return BOM + rng.choice([ndjson, array_pretty, forms_plus, pretty_printed])(texts, rng)


def with_marks(texts: Texts, rng: random.Random) -> bytes:
    """Each record or run of them behind what its writer left: marks, separators, zero bytes, escaped line feeds."""
    marks = [BOM, b"\x1e", b"\0" * 5, rb"\n", rb"\r\n", b"\n", b"\x1e" + BOM, b""]
    write = [ndjson, array_one_line, pretty_touching, forms_percent]
    return b"".join(b"\n" + rng.choice(marks) * rng.randint(1, 3) + rng.choice(write)([text], rng) for text in texts)


def with_crlf(texts: Texts, rng: random.Random) -> bytes:
    written = rng.choice([ndjson, array_of_lines, array_pretty, forms_percent, pretty_printed])(texts, rng)
    return written.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def mixed(texts: Texts, rng: random.Random) -> bytes:
    """Runs of the transcripts, each in another container, one after the other."""
    parts: list[bytes] = []
    place = 0
    while place < len(texts):
        count = rng.randint(1, 3)
        write = rng.choice([ndjson, concatenated, pretty_printed, array_one_line, array_pretty, forms_plus, unpacked])
        parts.append(write(texts[place : place + count], rng))
        place += count
    return b"\n".join(parts)


def in_envelopes(texts: Texts, rng: random.Random) -> bytes:
    """Runs of the records, each run in an envelope, or in several, one in the other."""
    parts: list[bytes] = []
    place = 0
    while place < len(texts):
        count = rng.randint(1, 3)
        parts.append(envelopes.around(texts[place : place + count], rng, rng.randint(1, 3)))
        place += count
    return b"\n".join(parts) if rng.random() < 0.7 else b"[" + b",\n".join(parts) + b"]"


def in_one_envelope(texts: Texts, rng: random.Random) -> bytes:
    return envelopes.around(texts, rng, 1)


CONTAINERS: dict[str, Container] = {
    writer.__name__: writer
    for writer in [
        ndjson,
        ndjson_blank_lines,
        concatenated,
        pretty_printed,
        pretty_touching,
        array_one_line,
        array_of_lines,
        array_leading_commas,
        array_pretty,
        arrays,
        forms_plus,
        forms_percent,
        forms_between_fields,
        forms_sparingly_escaped,
        unpacked,
        unpacked_list,
        unpacked_array,
        with_bom,
        with_marks,
        with_crlf,
        mixed,
        in_envelopes,
        in_one_envelope,
    ]
}


def form(text: bytes, plus: bool) -> bytes:
    """A form body whose field `data` is the text; spaces as `+` or as `%20`."""
    value = quote_from_bytes(text, safe=" " if plus else "").replace(" ", "+")
    return b"data=" + value.encode()


def quoted(text: bytes, rng: random.Random) -> bytes:
    """The text as a JSON string, its characters escaped beyond ASCII or not."""
    return json.dumps(text.decode(), ensure_ascii=rng.random() < 0.5).encode()


def _depth_allows(text: bytes) -> bool:
    """Whether the text is shallow enough to be indented by a function that calls itself."""
    return text.count(b"[") + text.count(b"{") < 300


def _pretty(node: Node, newline: bytes, indent: bytes) -> bytes:
    inside = newline + indent
    if node.members:
        parts = [member.raw_key + b": " + _pretty(member.value, inside, indent) for member in node.members]
        return b"{" + inside + (b"," + inside).join(parts) + newline + b"}"
    if node.elements:
        parts = [_pretty(element, inside, indent) for element in node.elements]
        return b"[" + inside + (b"," + inside).join(parts) + newline + b"]"
    return compact(node)
