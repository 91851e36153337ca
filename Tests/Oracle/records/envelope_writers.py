"""The same records inside what services and servers put around them.

No name that is written here is a mark of a format.
"""

from __future__ import annotations

import base64
import json
import random
from collections.abc import Callable
from urllib.parse import quote_from_bytes

from rawjson import compact, parse_document

Texts = list[bytes]


def around(texts: Texts, rng: random.Random, layers: int) -> bytes:
    """One value around all the records, with that many layers, form bodies aside."""
    if layers > 1:
        return string_envelope(around(texts, rng, layers - 1), rng)
    if rng.random() < 0.4 and all(text.count(b"[") + text.count(b"{") < 300 for text in texts):
        return rng.choice(IN_PLACE)([one_line(text) for text in texts], rng)
    return string_envelope(rng.choice(TEXTS)(texts, rng), rng)


def string_envelope(text: bytes, rng: random.Random) -> bytes:
    """An envelope around a text in a string."""
    return rng.choice(STRINGS)(text, rng)


def one_line(text: bytes) -> bytes:
    return compact(parse_document(text))


def quoted(text: bytes, rng: random.Random) -> bytes:
    return json.dumps(text.decode(), ensure_ascii=rng.random() < 0.5).encode()


def packed(text: bytes) -> bytes:
    return b'"' + base64.b64encode(text) + b'"'


TEXTS: list[Callable[[Texts, random.Random], bytes]] = [
    lambda texts, rng: b"\n".join(map(one_line, texts)),
    lambda texts, rng: b"".join(texts),
    lambda texts, rng: b"[" + b" ,".join(texts) + b"]",
    lambda texts, rng: b"\xef\xbb\xbf" + b"\n\x1e".join(map(one_line, texts)) + b"\n\0\0",
    lambda texts, rng: b"\n".join(b"a=1&data=" + quote_from_bytes(text).encode() for text in texts),
]

IN_PLACE: list[Callable[[Texts, random.Random], bytes]] = [
    lambda texts, rng: b'{"data":[' + b",".join(texts) + b"]}",
    lambda texts, rng: b'{"meta":{"page":1},"data": ' + (texts[0] if len(texts) == 1 else b"[" + b",".join(texts) + b"]") + b"}",
    lambda texts, rng: b'{"tags":["a"],"chats" : [' + b"\n,".join(texts) + b'],"next":null}',
    lambda texts, rng: b'{"detail-type":"chat","source":"x","detail":[' + b",".join(texts) + b"]}",
    lambda texts, rng: b'{"specversion":"1.0","id":"1","data":[' + b",".join(texts) + b"]}",
    lambda texts, rng: b'{"headers":{},"body":[' + b",".join(texts) + b"]}",
]

STRINGS: list[Callable[[bytes, random.Random], bytes]] = [
    lambda text, rng: b'{"requestContext":{"stage":"x"},"body":' + quoted(text, rng) + b',"isBase64Encoded":false}',
    lambda text, rng: b'{"isBase64Encoded":true,"body":' + packed(text) + b"}",
    lambda text, rng: b'{"Type":"Notification","Message":' + quoted(text, rng) + b"}",
    lambda text, rng: b'{"Records":[{"EventSource":"aws:sns","Sns":{"Message":' + quoted(text, rng) + b"}}]}",
    lambda text, rng: b'{"Records":[{"messageId":"m","body":' + quoted(text, rng) + b"}]}",
    lambda text, rng: b'{"Messages":[{"Body":' + quoted(text, rng) + b"}]}",
    lambda text, rng: b'{"Records":[{"kinesis":{"data":' + packed(text) + b"}}]}",
    lambda text, rng: b'{"subscription":"s","message":{"data":' + packed(text) + b"}}",
    lambda text, rng: b'{"specversion":"1.0","data_base64":' + packed(text) + b"}",
    lambda text, rng: b'{"specversion":"1.0","data":' + quoted(text, rng) + b"}",
    lambda text, rng: b'{"status":200,"request_body":' + quoted(text, rng) + b"}",
    quoted,
]
