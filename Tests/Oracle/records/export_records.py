"""Records around one visitor, in every format, with what trips spreadsheets in their texts."""

from __future__ import annotations

import random

from odd_values import random_text
from raw_writer import Object, Raw, Style, Value, write
from routes import ROUTES
from whose import spelled

ME = "Jo.Doe@Example.org"
NAMES = ["chats.jsonl", "=1+1.json", "a,b.txt", "-x", '"q".gz', "zoë.jsonl"]
NASTY = [
    "=1+1", "+49 30 123", "-2+3", "@SUM(A1)", "=cmd|'/C calc'!A0", "\t=1", "\r=1", "\n=1", " =1", "\u00a0-1", '"=1"', "'=1",
    "＝1", "＋1", "－1", "＠1", "\u200b=1", "\ufeff@", "“=1”", "a,b", 'say "x"', "two\nlines", "two\r\nlines", "a\rb", "a;b",
    "\x00", "\x00=1", "a\x00b", "\ud800", "\udc00=1", "x\ud83d", "", " ", ",", '"', '""', "\r\n", "a\tb", "plain", "1,000", "é=", "a;=1", "a\t=1", "a|=1", "a,=1", "a\n=1", "a;'=1", "x; \"=1\"", "a;;=1", "a\r\n- b", "a;\u200b=1",
    "email: jo.doe@example.org", "name: =Jo\nE-Mail : JO.DOE@EXAMPLE.ORG \r\nphone: +1", "e-mail: jo.doe@example.orgs",
]  # fmt: skip
# Addresses that the generators use; some records of them become the visitor's.
USUAL = [b'"bob@example.com"', b'"jo@example.com"', b'"c@d.e"', b'"e@x.y"', b'"a@b.co"']
TIMES = ["2014-12-29 11:23:24", "2026-01-01T00:00:00.1234+01:00", "1473774819.263", "0", "x", "1473774819263"]


def address(rng: random.Random) -> str:
    """The visitor's address in some spelling, or one that is nearly it."""
    spellings = [ME, ME.lower(), ME.upper(), ME.swapcase(), ME, ME.lower()]
    return rng.choice([*spellings, spelled(rng, ME), spelled(rng, ME), ME + "s", "x" + ME, "", "other@example.org"])


def texts(rng: random.Random) -> str:
    return rng.choice([*NASTY, random_text(rng), rng.choice(NASTY) + random_text(rng)])


def person(rng: random.Random) -> Object:
    """A visitor as Olark has them."""
    fields = Object([(texts(rng), rng.choice([texts(rng), Raw(b"1.10"), None, ["x"], "", address(rng), Object([("a", [address(rng)])])])) for _ in range(rng.randrange(3))])
    visitor: list[tuple[str, Value]] = [
        ("emailAddress", address(rng)), ("fullName", texts(rng)), ("id", rng.choice(["v1", "v2", Raw(b"3")])),
        ("conversationBeginPage", texts(rng)), ("customFields", fields), ("ip", rng.choice(["192.0.2.7", "not available", ""])),
        ("city", texts(rng)), ("region", texts(rng)), ("country", texts(rng)), ("countryCode", rng.choice(["US", ""])),
        ("organization", texts(rng)), ("referrer", texts(rng)), ("phoneNumber", rng.choice(["+49 30 123", "", "555"])),
    ]  # fmt: skip
    return Object(rng.sample(visitor, rng.randint(1, len(visitor))))


def stamp(rng: random.Random) -> Value:
    return rng.choice([*TIMES, Raw(b"1473774819.5"), None])


def items(rng: random.Random) -> list[Value]:
    kinds = ["MessageToVisitor", "MessageToOperator", "OfflineMessage", "Other", Raw(b"5")]
    members = ["body", "nickname", "visitor_nickname", "visitorNickname"]
    return [
        Object(
            [("kind", rng.choice(kinds)), ("timestamp", stamp(rng)), ("operatorId", rng.choice(["7", Raw(b"7"), "8", ""]))]
            + [(name, texts(rng)) for name in members if rng.random() < 0.6]
        )
        for _ in range(rng.randrange(4))
    ]


def transcript(rng: random.Random) -> Object:
    operators = Object([(key, Object([("nickname", texts(rng))])) for key in rng.sample(["7", "", "9"], 2)])
    return Object([("kind", "Conversation"), ("id", texts(rng)), ("visitor", person(rng)), ("items", items(rng)), ("operators", operators)])


def callback(rng: random.Random) -> Object:
    names = ["MessageToVisitor", "MessageToOperator", "OfflineMessageToOperator", "BeginConversation"]
    message = Object([("body", texts(rng)), ("nickname", texts(rng))])
    return Object([
        ("callback", f"api.chat.on{rng.choice(names)}"), ("event", Object([("message", message)])), ("timestamp", stamp(rng)),
        (rng.choice(["visitor", "getDetails"]), person(rng)), ("conversationId", texts(rng)),
    ])  # fmt: skip


def userlike(rng: random.Random) -> Object:
    client = texts(rng)
    messages = [
        Object([("message", texts(rng)), ("person", rng.choice([client, texts(rng)])), ("type", rng.choice(["co", "", Raw(b"1")]))])
        for _ in range(rng.randrange(3))
    ]
    return Object([
        ("_type", rng.choice(["chat_meta", "offline_message"])), ("client_email", address(rng)), ("client_name", client),
        ("client_uuid", rng.choice(["v1", "c"])), ("created_at", stamp(rng)), ("messages", messages), ("message", texts(rng)),
        ("url", texts(rng)), ("loc_country", texts(rng)), ("referrer", texts(rng)), ("client_additional01_name", texts(rng)), ("client_additional01_value", texts(rng)),
        ("custom", Object([(texts(rng), rng.choice([texts(rng), address(rng)]))])),
    ])  # fmt: skip


def call(rng: random.Random) -> Object:
    own_address = [(rng.choice(["email", "email", "Email", "work"]), address(rng))] if rng.random() < 0.7 else []
    places: list[tuple[str, Value]] = [
        ("address", Object([("city", texts(rng)), ("state", texts(rng)), ("country", texts(rng))])), ("region", texts(rng)),
        ("country", texts(rng)), ("organization", texts(rng)), ("company", rng.choice([Object([("name", texts(rng))]), texts(rng)])),
    ]  # fmt: skip
    places = rng.sample(places, rng.randrange(3))
    traits = Object([*own_address, ("name", texts(rng)), (texts(rng), texts(rng)), *places])
    own_address += [("id", rng.choice(["v1", " v1", "u"]))] if rng.random() < 0.2 else []
    properties = Object([("offline", Raw(rng.choice([b"true", b"false"]))), ("conversation_id", texts(rng)), ("message_body", texts(rng)), ("agent_name", texts(rng))])
    if rng.random() < 0.3:
        properties.append(("items", items(rng)))
    if rng.random() < 0.2:
        properties.append(("olark", Object([("kind", "Conversation"), ("visitor", person(rng))])))
    context = Object([("traits", traits), ("page", Object([("url", texts(rng)), ("referrer", texts(rng))])), ("ip", "192.0.2.8")])
    made = Object([
        ("type", rng.choice(["track", "track", "identify", "group", "page"])), ("timestamp", stamp(rng)),
        ("event", rng.choice(["Live Chat Message Sent", "Live Chat Message Received", "Conversation", texts(rng)])),
        ("userId", rng.choice(["v1", "u", address(rng)])), ("context", context), ("properties", properties),
    ])  # fmt: skip
    if rng.random() < 0.4:
        made.append(("traits", Object([("email", address(rng)), ("plan", texts(rng))])))
    return made


def batch(rng: random.Random) -> Object:
    calls: list[Value] = [call(rng) if rng.random() < 0.9 else Raw(b"5") for _ in range(rng.randint(1, 4))]
    # With a type of its own it is a call, whatever else it holds.
    call_of_its_own = [("type", "track"), ("userId", rng.choice(["v1", address(rng)]))]
    members: list[tuple[str, Value]] = [("batch", calls), ("writeKey", "w"), *rng.choice([[], [], [("type", None)], call_of_its_own])]
    return Object(members + rng.choice([[], [("context", Object([("ip", "192.0.2.9"), ("traits", Object([("a", "b"), ("email", address(rng))]))]))]]))


def record(rng: random.Random) -> bytes:
    """A record around the visitor, or one of the generators', in which addresses are now and then the visitor's."""
    if rng.random() < 0.6:
        return write(rng.choice([transcript, callback, userlike, call, batch])(rng), Style.random(rng, True))
    made = rng.choice(ROUTES).record(rng, True, 0.1)
    for usual in USUAL:
        made = made.replace(usual, write(rng.choice([usual_text(usual), address(rng)]), Style.plain()))
    return made


def usual_text(token: bytes) -> str:
    return token.strip(b'"').decode()
