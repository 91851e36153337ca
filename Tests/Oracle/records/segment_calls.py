"""Seeded calls of Segment's six kinds, alone and in batches, usual and odd; a share of them refused for one fault."""

from __future__ import annotations

import random
from collections.abc import Callable

from odd_values import disturb, maybe, random_text, remove_member, set_member, unknown
from raw_writer import Object, Raw, Style, Value, write

SAMPLE = b'{"type":"identify","userId":"jo@example.com","traits":{"name":"Jo Blo","phone":"555"}}'

KINDS = ["identify"] * 8 + ["page"] * 3 + ["track"] * 3 + ["screen", "group", "alias"]
# Each trait that is looked for, in spellings that count and in such that do not.
KEYS = {
    "email": ["email", "Email", "E-Mail", "$email", "e_mail", "EMAIL", " email ", "émail", "email.", "e.mail", "emails"],
    "name": ["name", "Name", "NAME", "$name", "na-me", "\u212aname", "n\u00e4ame", "full_name", "name\u0000", ".name"],
    "firstName": ["firstName", "first_name", "FIRST NAME", "firstname", "First-Name", "first.name"],
    "lastName": ["lastName", "last_name", "LASTNAME", "Last-Name", "lastNames"],
    "phone": ["phone", "Phone", "PHONE", "phone!", "phone_number", "phoneNumber"],
    "phones": ["phones", "Phones", "_phones"],
    "username": ["username", "userName", "user_name", "User Name"],
    "id": ["id", "ID", "_id"],
}
EDGES_OF_NAMES = [
    "", " ", "\u00a0", "\ufeff", "\t\n\r\v\f", "\u2028", "\u3000\u2003\u1680", "\u180e", "\u0085", "\u200b", "\x1c", "\ud800",
]  # fmt: skip
NAMES = ["Jo", "Jo Blo", "Zoë", "ΟΔΥΣΣΕΥΣ", "5", "🦉", '"q"', "\\u0020", "Jo  Blo", "İpek", "</script>", "2020-01-01"]
FALSY = ["", None, Raw(b"false"), Raw(b"0"), Raw(b"-0"), Raw(b"0.0"), Raw(b"0e5"), Raw(b"-0.00E-7")]
TRUTHY = [
    Raw(b"true"), Raw(b"7"), Raw(b"1.10"), Raw(b"-1"), Raw(b"0.10e1"), [], ["x"], Object([]), Object([("a", Raw(b"1"))]), " ",
]  # fmt: skip
USER_IDS = [
    "u1", "a@b.co", "a@b", "zoë@x.y", "a\n@b.co", "a@\u2028b.co", "x a@b.c y", "@b.co", "a@.co", "a@b.", "a@b.\nc", "\ud83e@x.y",
    "🦉@x.y", "42", "a@@b..c", "undefined", "NULL", "[object Object]", "0",
]  # fmt: skip
EVENTS = [
    "Order Completed", "ÄÖÜ", "ΟΔΟΣ ΣΑΣ", "Σ", "İI", "A\ud800B", '"quoted" \\', "🦉 ǅ ẞ K", "already lower", "A\u0000\n", "𐐀 Ⅷ",
    "Σ.", "ΑΣ\u0301", "ΑΣ'Σ",
]  # fmt: skip
URLS = ["https://Example.com/A?b=C#D", " ", "/É", *FALSY, *TRUTHY, Raw(b"1E5")]
SWITCHES = [Raw(b"true"), Raw(b"false"), Raw(b"false"), None, Object([]), Raw(b"0"), "false"]


def record(rng: random.Random, newlines: bool = True, invalid: float = 0.2) -> bytes:
    """One call, or one batch of them."""
    of_all = rng.choice(["All", "all", "ALL"])
    if rng.random() < 0.75:
        root = _call(rng, of_all)
        if rng.random() < invalid:
            _refuse(rng, root)
    else:
        calls = [_call(rng, of_all) for _ in range(rng.choice([1, 1, 2, 4]))]
        root = Object([("batch", calls)])
        _around(rng, root, of_all)
        for name in ("timestamp", "sentAt", "receivedAt"):
            maybe(rng, root, name, "2020-01-01T00:00:00Z", 0.1)
        if rng.random() < invalid:
            _refuse(rng, rng.choice(calls)) if rng.random() < 0.6 else _refuse_batch(rng, root)
        root = disturb(rng, root)
    return write(root, Style.random(rng, newlines))


def _call(rng: random.Random, of_all: str) -> Object:
    kind = rng.choice(KINDS)
    call = Object([("type", kind)])
    ids = rng.choice(["user", "user", "anonymous", "both"])
    if ids != "anonymous" or kind == "alias":
        call.append(("userId", rng.choice(USER_IDS)))
    elif rng.random() < 0.2:
        call.append(("userId", None))
    if ids != "user":
        call.append(("anonymousId", rng.choice(["a1", "ä", " "])))
    _around(rng, call, of_all)
    for make in _MEMBERS.get(kind, []):
        make(rng, call)
    maybe(rng, call, "messageId", random_text(rng), 0.3)
    maybe(rng, call, "timestamp", "2020-01-01", 0.3)
    maybe(rng, call, rng.choice(["sentAt", "receivedAt"]), "2020-01-01T00:00:00Z", 0.1)
    return disturb(rng, call)


def _around(rng: random.Random, owner: Object, of_all: str) -> None:
    """Context and integrations, which a call and a batch may have; one spelling of `All` a record."""
    maybe(rng, owner, "context", Object([("ip", "192.0.2.7"), ("traits", Object([("email", "c@d.e")]))]), 0.3)
    if rng.random() < 0.4:
        switches = Object([])
        maybe(rng, switches, rng.choice(["Olark", "Userlike", "olark"]), rng.choice(SWITCHES), 0.6)
        maybe(rng, switches, of_all, rng.choice(SWITCHES), 0.6)
        maybe(rng, owner, "integrations", disturb(rng, switches, ["Salesforce", "x"]), 1)


def _traits(rng: random.Random, call: Object) -> None:
    traits = Object([])
    for name, spellings in KEYS.items():
        for _ in range(rng.choice([0, 0, 1, 1, 1, 2])):
            traits.append((rng.choice([name, name, *spellings]), _trait(rng, name)))
    if rng.random() < 0.5:
        rng.shuffle(traits)
    maybe(rng, call, "traits", disturb(rng, traits, ["plan", "é", "age", "a\ud800"]), 0.9)


def _trait(rng: random.Random, name: str) -> Value:
    odd = rng.random()
    if odd < 0.12:
        return rng.choice(FALSY)
    if odd < 0.22:
        return rng.choice(TRUTHY)
    if name == "phones":
        return rng.choice([["9"], [], Object([("0", "9")]), [rng.choice(FALSY), "9"], [rng.choice(TRUTHY)], "9"])
    if name == "email":
        return rng.choice(["e@x.y", " e@x.y ", "E", "\u00a0"])
    return rng.choice(EDGES_OF_NAMES) + rng.choice([*NAMES, "", ""]) + rng.choice(EDGES_OF_NAMES)


def _event(rng: random.Random, call: Object) -> None:
    call.append(("event", rng.choice([*EVENTS, rng.choice("xY") + random_text(rng)])))


def _properties(rng: random.Random, call: Object) -> None:
    properties = Object([])
    maybe(rng, properties, "url", rng.choice(URLS), 0.7)
    maybe(rng, properties, rng.choice(["URL", "name", "Url", "path"]), rng.choice(NAMES), 0.4)
    maybe(rng, call, "properties", disturb(rng, properties, ["revenue", "é"]), 0.8)


def _page_names(rng: random.Random, call: Object) -> None:
    maybe(rng, call, "name", rng.choice(["", " ", "x" + rng.choice(EDGES_OF_NAMES), *NAMES, *EVENTS]), 0.5)
    maybe(rng, call, "category", rng.choice(["", " ", *NAMES]), 0.4)


def _group_id(rng: random.Random, call: Object) -> None:
    call.append(("groupId", rng.choice(["g", " ", "ü"])))


_MEMBERS: dict[str, list[Callable[[random.Random, Object], None]]] = {
    "identify": [_traits],
    "track": [_event, _properties],
    "page": [_page_names, _properties],
    "screen": [_page_names, _properties],
    "group": [_group_id, _traits],
}

NO_STRINGS: list[Value] = [
    "", Raw(b"0"), Raw(b"42"), Raw(b"true"), Raw(b"false"), [], ["u"], Object([]), Object([("a", Raw(b"1"))]),
]  # fmt: skip
NO_OBJECTS: list[Value] = ["", "x", Raw(b"0"), Raw(b"1"), Raw(b"true"), Raw(b"false"), [], ["x"]]


def _refuse(rng: random.Random, call: Object) -> None:
    """Gives a call one fault that Segment refuses it for, or that no call has."""
    kind = dict(call)["type"]
    refusals = [
        lambda: set_member(call, "type", rng.choice(["Identify", "", "delete", "track ", Raw(b"1"), ["track"]])),
        lambda: set_member(call, rng.choice(["userId", "anonymousId"]), rng.choice(NO_STRINGS)),
        lambda: _anonymise(rng, call),
        lambda: _repeat(rng, call, ["type", "userId", "integrations"]),
        lambda: set_member(call, "integrations", rng.choice(NO_OBJECTS)),
        lambda: set_member(call, "integrations", _twice(rng.choice(["Olark", "Userlike", "All", "x"]))),
    ]
    own = {
        "identify": [lambda: set_member(call, "traits", rng.choice(NO_OBJECTS))],
        "group": [
            lambda: set_member(call, "traits", rng.choice(NO_OBJECTS)),
            lambda: set_member(call, "groupId", rng.choice([*NO_STRINGS, None])),
            lambda: remove_member(call, "groupId"),
        ],
        "track": [
            lambda: set_member(call, "event", rng.choice([*NO_STRINGS, None])),
            lambda: remove_member(call, "event"),
            lambda: set_member(call, "properties", rng.choice(NO_OBJECTS)),
            lambda: _repeat(rng, call, ["event", "properties"]),
        ],
        "alias": [lambda: (remove_member(call, "userId"), set_member(call, "anonymousId", "a"))],
    }
    named = [
        lambda: set_member(call, rng.choice(["name", "category"]), rng.choice(NO_STRINGS)),
        lambda: set_member(call, "properties", rng.choice(NO_OBJECTS)),
        lambda: set_member(call, "properties", _twice(rng.choice(["url", "URL"]))),
    ]
    rng.choice(refusals + 2 * (named if kind in ("page", "screen") else own[kind]))()


def _refuse_batch(rng: random.Random, root: Object) -> None:
    rng.choice(
        [
            lambda: set_member(root, "batch", []),
            lambda: set_member(root, "batch", rng.choice(["x", Raw(b"1"), Object([])])),
            lambda: set_member(root, "batch", [rng.choice([Raw(b"1"), None, "x", []])]),
            lambda: set_member(root, "integrations", rng.choice(NO_OBJECTS)),
            lambda: _repeat(rng, root, ["batch"]),
        ]
    )()


def _anonymise(rng: random.Random, call: Object) -> None:
    for name in ("userId", "anonymousId"):
        remove_member(call, name)
    if rng.random() < 0.5:
        call.append((rng.choice(["userId", "anonymousId"]), None))


def _twice(key: str) -> Object:
    return Object([(key, Raw(b"true")), (key, Raw(b"true"))])


def _repeat(rng: random.Random, owner: Object, keys: list[str]) -> None:
    key = rng.choice(keys)
    value = next((value for own, value in owner if own == key), None)
    owner += [(key, value), (key, value)]
