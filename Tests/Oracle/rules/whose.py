"""Whose a record is: the values by which it names its visitor, each in the form in which a person would compare it.

Written from `Docs/export.md`, "Whose records", and `Docs/privacy.md`, "When two values are the same".
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Iterator
from urllib.parse import quote, unquote_to_bytes

from form_answers import answers
from formats import of_each_format
from rawjson import Node

INVISIBLE = {"Cc", "Cf"}
# Letters, marks and symbols without a shape, and marks that choose a glyph.
SHAPELESS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0") | set(map(chr, [*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)]))
PLAUSIBLE = re.compile(r"[^\s@]+@[^\s@.]+(\.[^\s@.]+)+")


def shown(text: str) -> str:
    """The text without what shows nothing, in the widths of ASCII."""
    narrow = "".join(chr(ord(one) - 0xFEE0) if "\uff01" <= one <= "\uff5e" else one for one in text)
    kept = (" " if one.isspace() else one for one in narrow)
    return "".join(one for one in kept if one == " " or unicodedata.category(one) not in INVISIBLE and one not in SHAPELESS)


def identity(text: str) -> str:
    """The form of an id."""
    return unicodedata.normalize("NFC", shown(text).strip())


def unescaped(text: str) -> str:
    while True:
        read = unquote_to_bytes(text.encode("utf-8", "replace")).decode("utf-8", "replace")
        if read == text:
            return text
        text = read


def address(text: str) -> str:
    """The form of an address; that of anything else is no address."""
    text = shown(text).strip()
    if found := re.search(r"<([^<>]*@[^<>]*)>?[^<>]*$", text):
        text = found[1].strip()
    elif found := re.fullmatch(r"[^@]+\(([^()]*@[^()]*)\)", text):
        text = found[1].strip()
    if text.lower().startswith("mailto:"):
        text = text[7:].partition("?")[0]
    text = unescaped(text).strip()
    text = text.rstrip(" .,;:!?>)}'’”»").lstrip(" <([{'‘“„«").rstrip(" ]" if "[" not in text or text.startswith("[") else " ")
    text = unicodedata.normalize("NFC", text.lower()).replace("ς", "σ")
    local, at, domain = text.rpartition("@")
    return local + at + ".".join(label_of(label) for label in re.split("[.。｡]", domain))


def label_of(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return unicodedata.normalize("NFC", label[4:].encode("ascii").decode("punycode").lower())
    except UnicodeError:
        return label


def spellings(email: str) -> list[Callable[[str], str]]:
    """Ways to write an address that are the same to a person."""
    local, _, domain = email.partition("@")
    return [
        str, str.upper, str.swapcase, lambda one: f" {one}\n", lambda one: f"<{one}>", lambda one: f'"Doe, Jo" <{one}>', lambda one: f"mailto:{one}",
        lambda one: f"{one}.", lambda one: f"({one}),", lambda one: one.replace("@", "\uff20"), lambda one: one[:1] + "\u200b" + one[1:],
        lambda one: quote(one, safe=""), lambda one: f"Jo ({one})", lambda _: unicodedata.normalize("NFD", local) + "@" + domain,
        lambda _: local + "@" + ".".join(_ascii(label) for label in domain.split(".")),
    ]  # fmt: skip


def _ascii(label: str) -> str:
    return label if label.isascii() else "xn--" + label.lower().encode("punycode").decode()


def spelled(rng: random.Random, email: str) -> str:
    """An address in one of these ways."""
    return rng.choice(spellings(email))(email)


# The places, for each format: those of addresses and of ids, and what a site fills in under names of its own, with the member
# that is an id there and those that it has from elsewhere.
PLACES = of_each_format({
    "olark": (["visitor.emailAddress"], ["visitor.id"], [("visitor.customFields", None, [])]),
    "olark-js": (
        ["visitor.emailAddress", "getDetails.emailAddress"], ["userId", "anonymousId", "visitor.id", "getDetails.id"],
        [("visitor.customFields", None, []), ("getDetails.customFields", None, []), ("arguments", "id", [])],
    ),
    "userlike": (["client_email"], ["client_uuid"], [(f"client_additional0{number}_value", None, []) for number in (1, 2, 3)] + [("custom", None, [])]),
    "userlike-js": ([], ["globalCtx.client_uuid"], [("custom", None, [])]),
    "segment": (
        ["properties.olark.visitor.emailAddress"], ["userId", "anonymousId", "previousId", "properties.olark.visitor.id"],
        [("traits", "id", []), ("context.traits", "id", []), ("properties", None, ["items", "olark"]), ("properties.olark.visitor.customFields", None, [])],
    ),
}, but=["rudderstack"])  # fmt: skip


def emails_of(document: Node, form: str, around: Node | None = None) -> set[str]:
    """The visitor's addresses; one that the batch around a call has is that of each call without its own."""
    emails, ids, fields = PLACES[form]
    told = [_text(_at(document, path)) for path in emails + ids]
    for path, _, others in fields:
        told += _strings(_at(document, path), others)
    told += [answer for body in _forms(document, form) for _, answer in answers(body)]
    own = _at(document, "context.traits")
    if form == "segment" and not names_address(own):
        told += _strings(_at(around, "traits"), [])
    return {found for found in map(address, told) if "@" in found}


def ids_of(document: Node, form: str, around: Node | None = None) -> set[str]:
    """The visitor's ids; the one that the batch around a call has is that of each call without its own."""
    _, ids, fields = PLACES[form]
    told = [_text(_at(document, path)) for path in ids]
    for path, name, _ in fields:
        told += _ids(_at(document, path), name)
    if form == "segment" and not any(map(identity, _ids(_at(document, "context.traits"), "id"))):
        told += _ids(_at(around, "traits"), "id")
    return {found for found in map(identity, told) if found}


def names_address(traits: Node | None) -> bool:
    """Whether traits have an address of their own, or say that there is none."""
    if traits is None or traits.kind != "object":
        return False
    return any(member.key == "email" for member in traits.members) or any(PLAUSIBLE.fullmatch(address(one)) for one in _strings(traits, []))


def _ids(value: Node | None, name: str | None) -> list[str]:
    if value is None or name is None:
        return []
    if value.kind == "array":
        return [found for element in value.elements for found in _ids(element, name)]
    return [_text(member.value) for member in value.members if member.key == name]


def _strings(value: Node | None, others: list[str]) -> list[str]:
    if value is None:
        return []
    if value.kind == "string":
        return [_text(value)]
    inner = [member.value for member in value.members if member.key not in others] + value.elements
    return [text for one in inner for text in _strings(one, others if value.kind == "array" else [])]


def _forms(document: Node, form: str) -> Iterator[str]:
    """The texts in which a visitor answers a form."""
    def word(path: str) -> str:
        found = _at(document, path)
        return _text(found) if found is not None and found.kind == "string" else ""

    items = {"olark": "items", "segment": "properties.items"}.get(form)
    for item in _elements(_at(document, items)) if items else []:
        body = _at(item, "body")
        if _text(_at(item, "kind")) == "OfflineMessage" and body is not None and body.kind == "string":
            yield _text(body)
    offline = _at(document, "properties.offline")
    if form == "segment" and offline is not None and offline.kind == "true":
        yield word("properties.message_body")
    if form == "olark-js" and word("callback") == "api.chat.onOfflineMessageToOperator":
        yield word("event.message.body")
    if form == "userlike" and word("_type") == "offline_message":
        yield word("message")


def _at(node: Node | None, path: str) -> Node | None:
    for name in path.split("."):
        found = [member.value for member in node.members if member.key == name] if node is not None and node.kind == "object" else []
        node = found[-1] if found else None
    return node


def _elements(node: Node | None) -> list[Node]:
    return [one for one in node.elements if one.kind == "object"] if node is not None and node.kind == "array" else []


def _text(node: Node | None) -> str:
    if node is None or node.kind not in ("string", "number"):
        return ""
    return re.sub("[\ud800-\udfff]", "\ufffd", node.text) if node.kind == "string" else node.raw.decode()
