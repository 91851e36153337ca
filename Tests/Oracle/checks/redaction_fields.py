"""What `redact --keep-field` and `--redact-field` change: the members that they name, and nothing else."""

from __future__ import annotations

import json
import random
import unicodedata
from typing import Any

from planted_records import RECORDS, planted
from redact_tool import Broken, Redact
from whose import identity

BATCH = 10
# Others are made of ids; texts of JSON have the rest inside, which the walks here do not read; calls are records of their own.
LEFT_OUT = {"userid", "anonymousid", "previousid", "id", "clientuuid", "rudderid", "kind", "surname", "mobile", "note", "batch"}


class Members(list[tuple[str, Any]]):
    """The members of an object, in their order."""


def fields(redact: Redact, rng: random.Random, cases: int) -> None:
    """Of a member that is kept everything stays, of one that is replaced nothing, and all others are as without the option."""
    for source in RECORDS:
        for _ in range(0, cases, BATCH * len(RECORDS)):
            texts = [planted(rng, source, newlines=False)[0] for _ in range(BATCH)]
            found = sorted({letters(name) for text in texts for name in names(load(text))} - LEFT_OUT - {""})
            name = rng.choice(found)
            plain = lines(redact, texts, source)
            kept = lines(redact, texts, source, "--keep-field", name)
            replaced = lines(redact, texts, source, "--redact-field", rng.choice([name, name.upper(), "-".join(name)]))
            for text, usual, one, other in zip(texts, plain, kept, replaced):
                if one != merged(load(text), usual, name):
                    raise Broken(f"{source}: --keep-field {name} gives\n{json.dumps(one)}\nwithout it\n{json.dumps(usual)}", [text])
                if not is_replaced(load(text), usual, other, name, False):
                    raise Broken(f"{source}: --redact-field {name} gives\n{json.dumps(other)}\nwithout it\n{json.dumps(usual)}", [text])


def lines(redact: Redact, texts: list[bytes], source: str, *options: str) -> list[Any]:
    return [load(line) for line in redact(texts, "--as", source, *options).stdout.splitlines()]


def load(text: bytes) -> Any:
    return json.loads(text, object_pairs_hook=Members, parse_int=number, parse_float=number)


def number(token: str) -> tuple[str, str]:
    """A number, by its text."""
    return ("number", token)


def letters(name: str) -> str:
    return "".join(one for one in name.lower() if one.isalnum())


def names(value: Any) -> list[str]:
    if isinstance(value, Members):
        return [name for key, child in value for name in [key, *names(child)]]
    return [name for child in value for name in names(child)] if type(value) is list else []


def merged(original: Any, usual: Any, name: str) -> Any:
    """The usual outcome, with the members of that name as they were."""
    if isinstance(original, Members) and isinstance(usual, Members):
        pairs = zip(original, usual)
        return Members((key, old if letters(was) == name else merged(old, new, name)) for (was, old), (key, new) in pairs)
    if type(original) is list and type(usual) is list:
        return [merged(old, new, name) for old, new in zip(original, usual)]
    return usual


def is_replaced(original: Any, usual: Any, other: Any, name: str, within: bool) -> bool:
    """Whether the members of that name are replaced, and all others are as usual."""
    if isinstance(original, Members) and isinstance(usual, Members):
        if not isinstance(other, Members) or [key for key, _ in usual] != [key for key, _ in other]:
            return False
        return all(is_replaced(old, new, now, name, within or letters(was) == name) for (was, old), (_, new), (_, now) in zip(original, usual, other))
    if type(original) is list and type(usual) is list:
        return type(other) is list and len(other) == len(usual) and all(is_replaced(*three, name, within) for three in zip(original, usual, other))
    if not within or original is None or isinstance(original, bool) or not is_seen(original):
        return bool(other == usual)
    return bool(other == "<redacted>" or other in (("number", "1"), ("number", "0.5")) or other == usual != original)


def is_seen(value: Any) -> bool:
    """Whether a text shows anything: half of a pair shows as a mark, and what no table has not at all."""
    return not isinstance(value, str) or any(identity(one) and unicodedata.category(one) not in {"Cn", "Co"} for one in value)
