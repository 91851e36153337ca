"""Makes a record on which two programs differ as small as it can be while they still differ."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from raw_writer import Object, Raw, Style, Value, write
from rawjson import JSONFault, Node, decode_string, parse_document

PLAIN = Style.plain()
MOST_TRIES = 600
MOST_SECONDS = 30


def shrunk(text: bytes, differs: Callable[[bytes], bool]) -> bytes:
    """The smallest text found by leaving out parts of a document; the text itself where it is none."""
    try:
        value = as_value(parse_document(text))
    except JSONFault:
        return text
    if not differs(write(value, PLAIN)):
        return text
    tries, end = 0, time.monotonic() + MOST_SECONDS
    again = True
    while again:
        again = False
        for smaller in variants(value):
            tries += 1
            if tries > MOST_TRIES or time.monotonic() > end:
                return write(value, PLAIN)
            if differs(write(smaller, PLAIN)):
                value, again = smaller, True
                break
    return write(value, PLAIN)


def as_value(node: Node) -> Value:
    """A document that can be written again: tokens as they are, no white space."""
    if node.kind == "object":
        return Object([(Raw(member.raw_key), as_value(member.value)) for member in node.members])
    if node.kind == "array":
        return [as_value(element) for element in node.elements]
    return Raw(node.raw)


def variants(value: Value) -> Iterator[Value]:
    """The value with one part left out or made simpler, larger parts first."""
    if isinstance(value, list):
        rebuild = Object if isinstance(value, Object) else list
        for size in sorted({len(value) // 2, 1} - {0}, reverse=True):
            for start in range(0, len(value), size):
                yield rebuild(value[:start] + value[start + size :])
        for place, part in enumerate(value):
            key, child = part if isinstance(value, Object) else (None, part)
            if key is not None and key != (plainer := unescaped(key)):
                yield rebuild([*value[:place], (plainer, child), *value[place + 1 :]])
            for smaller in variants(child):
                yield rebuild([*value[:place], (key, smaller) if key is not None else smaller, *value[place + 1 :]])
    elif isinstance(value, Raw) and value[:1] == b'"' and value not in (b'""', b'"a"'):
        yield Raw(b'""')
        yield Raw(b'"a"')
        if value != unescaped(value):
            yield unescaped(value)


def unescaped(token: Raw) -> Raw:
    """A string token without the escapes that it need not have."""
    return Raw(write(decode_string(token), PLAIN))
