"""Seeded records of Userlike's callbacks and of its tracking events, usual and odd; a share of them with one fault."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

from odd_values import BLANK, WRONG, disturb, maybe, random_id, random_text, remove_member, set_member
from raw_writer import Object, Raw, Style, Value, write
from userlike_js_to_segment import EVENTS
from userlike_to_segment import RECORD

SAMPLE = (
    b'{"_type":"chat_meta","_event":"receive","id":67,"client_name":"Jo","client_uuid":"nE.L3+FG/uQ","created_at":'
    b'"2014-12-29 11:23:24","ended_at":"2014-12-29 11:26:17","messages":[{"message":"Hi","person":"Jo","sent_at":'
    b'"2014-12-29 11:23:27","type":"co"}],"operator_current":{"id":13,"name":"Bea"}}'
)
JS_SAMPLE = (
    b'{"event":"chat_started","globalCtx":{"client_uuid":"nE.L3"},"sessionCtx":{"chat_id":67,"operator_id":13},'
    b'"timestamp":"2014-12-29T11:23:24Z"}'
)

NOBODY = [*BLANK, "\ud800", "\u200b\udc00"]
CHAT_EVENTS = ["start", "forward", "rating", "feedback", "survey", "receive", "goal"]
OTHER_EVENTS = [
    "button_displayed", "chat_requested", "window_visible", "chat_window_minimzed", "contact_first_message",
    "Chat_started", "chat_started ", "", "chat_started_proactive", "rating_submit",
]  # fmt: skip
PEOPLE = ["Jo", "Bea", "Bea Ö. Vau", "D V", "jo", "Jo ", "", "🦉", "a\ud800"]

# Where clocks of the zones that are tried are put forward or back, and far away from that.
TURNS = [
    datetime(2014, 3, 30, 2, 30), datetime(2014, 10, 26, 2, 30), datetime(2014, 3, 30, 1, 30), datetime(2014, 10, 26, 1, 30),
    datetime(2014, 3, 9, 2, 30), datetime(2014, 11, 2, 1, 30), datetime(2010, 3, 14, 0, 30), datetime(2010, 11, 6, 23, 30),
    datetime(2014, 10, 5, 2, 15), datetime(2014, 4, 6, 1, 45), datetime(2011, 12, 30, 12), datetime(1986, 1, 1, 0, 10),
    datetime(2014, 10, 19, 0, 30), datetime(2015, 2, 14, 23, 30), datetime(2014, 6, 28, 3), datetime(2014, 8, 2, 2, 30),
    datetime(1970, 1, 1), datetime(2000, 2, 29, 23, 59, 59), datetime(2080, 3, 31, 2, 30), datetime(1969, 12, 31, 23, 59, 59),
]  # fmt: skip
FAR = ["0000-02-29 00:00:00", "0001-01-01 00:00:00Z", "9999-12-31 12:00:00", "1600-02-29 00:00:00", "0399-12-31T23:59:59.9"]
NO_TIMES = [
    "", " ", "2014-12-29", "2014-12-29 11:23", "2014-13-01 00:00:00", "2014-00-01 00:00:00", "2014-02-29 00:00:00",
    "2014-12-32 00:00:00", "2014-12-29 24:00:00", "2014-12-29 23:60:00", "2014-12-29 23:59:60", "2014-12-29  11:23:24",
    "2014-12-29 11:23:24.", "2014-12-29 11:23:24,5", "2014-12-29 11:23:24+1:00", "2014-12-29 11:23:24+01",
    "2014-12-29 11:23:24+24:00", "2014-12-29 11:23:24+01:60", "2014-12-29 11:23:24 +01:00", "2014-12-29 11:23:24 Z",
    "２014-12-29 11:23:24", "2014-1-02 03:04:05", "-2014-12-29 11:23:24", " 2014-12-29 11:23:24", "2014-12-29 11:23:24\n",
    "0000-01-01 00:00:00+00:01", "9999-12-31 23:59:59-00:01", "20141229T112324Z", "2014-12-29T11:23:24ZZ", "now",
]  # fmt: skip
STAMPS = [
    "1419852204", "1419852204.263983", "1419852204263", "99999999999", "100000000000", "-62167219200", "-100000000000.5",
    "0", "-0.0005", "0012.10", "000001419852204", "1419852204263.9999", "253402300799999.9",
]  # fmt: skip
NO_STAMPS = [
    "", "1.", ".5", "1e5", "+1", "١", "253402300800000", "-62167219200000.1", "2014-12-29 11:23:24", "99999999999999999999",
    "-99999999999.999",
]  # fmt: skip


def record(rng: random.Random, newlines: bool = True, invalid: float = 0.2) -> bytes:
    """One callback record."""
    kind = rng.choices(["chat_meta", "offline_message", "operator", "chat_widget"], [10, 3, 1, 1])[0]
    root = {"chat_meta": _chat, "offline_message": _offline_message}.get(kind, _configuration)(rng)
    if rng.random() < invalid:
        _break_a_rule(rng, root, kind)
    root.insert(0, ("_type", kind)) if "_type" not in dict(root) else None
    return write(disturb(rng, root), Style.random(rng, newlines))


def js_record(rng: random.Random, newlines: bool = True, invalid: float = 0.2) -> bytes:
    """One call of the function that Userlike calls for tracking."""
    root = Object([("event", rng.choice([*EVENTS, *EVENTS, *OTHER_EVENTS[:2], rng.choice(OTHER_EVENTS)]))])
    client = Object([("client_uuid", _client(rng)), ("widget_id", Raw(b"7"))])
    root.append(("globalCtx", disturb(rng, client)))
    session = Object([])
    maybe(rng, session, "chat_id", random_id(rng), 0.8)
    maybe(rng, session, "session_id", random_text(rng), 0.4)
    maybe(rng, session, "operator_id", random_id(rng), 0.7)
    maybe(rng, session, "operator_name", rng.choice(PEOPLE), 0.7)
    maybe(rng, root, "sessionCtx", disturb(rng, session), 0.9)
    stamp = rng.choice(STAMPS)
    number = Raw(stamp.encode()) if rng.random() < 0.5 and not stamp.startswith("00") else stamp
    maybe(rng, root, "timestamp", rng.choice([number, _zoned(rng)]), 0.8)
    if rng.random() < invalid:
        _break_a_call(rng, root, client, session)
    return write(disturb(rng, root), Style.random(rng, newlines))


def _chat(rng: random.Random) -> Object:
    start = rng.choice(TURNS) + timedelta(seconds=rng.randint(-7200, 7200))
    root = Object([("_event", rng.choice(CHAT_EVENTS)), ("client_uuid", _client(rng))])
    maybe(rng, root, "id", rng.choice([Raw(b"67"), random_id(rng)]), 0.93)
    maybe(rng, root, "created_at", _time(rng, start), 0.93)
    maybe(rng, root, "ended_at", _time(rng, start + timedelta(seconds=rng.randint(-5, 9000))), 0.7)
    messages = [_message(rng, start) for _ in range(rng.choice([0, 1, 1, 2, 3, 6]))]
    maybe(rng, root, "messages", messages, 0.95)
    for name in ("operator_created", "operator_current"):
        maybe(rng, root, name, _operator(rng), 0.8)
        maybe(rng, root, name + "_id", Raw(b"5"), 0.5)
    _visitor(rng, root)
    maybe(rng, root, "notes", [random_text(rng)], 0.2)
    return root


def _offline_message(rng: random.Random) -> Object:
    root = Object([("_event", "receive"), ("id", rng.choice([Raw(b"9"), "m/1", "\ud83e x"]))])
    maybe(rng, root, "client_uuid", rng.choice([_client(rng), *NOBODY]), 0.5)
    maybe(rng, root, "created_at", _time(rng, rng.choice(TURNS)), 0.9)
    maybe(rng, root, "message", random_text(rng, long=rng.random() < 0.05), 0.9)
    _visitor(rng, root)
    return root


def _configuration(rng: random.Random) -> Object:
    """What tells of an operator or of a widget, and of no chat."""
    root = Object([("_event", rng.choice(["online", "offline", "away", "config"]))])
    maybe(rng, root, "id", Raw(b"5"), 0.8)
    maybe(rng, root, "name", rng.choice(PEOPLE), 0.8)
    return root


def _visitor(rng: random.Random, root: Object) -> None:
    maybe(rng, root, "client_name", rng.choice(PEOPLE), 0.8)
    maybe(rng, root, "client_email", rng.choice(["jo@example.com", "", "jö@bücher.example"]), 0.7)
    maybe(rng, root, "url", rng.choice(["https://example.com/?a=1&b=%7B", "", random_text(rng)]), 0.6)
    maybe(rng, root, "referrer", rng.choice(["https://example.com/", "", random_text(rng)]), 0.4)
    maybe(rng, root, "browser_os", rng.choice(["Mac OS X", "", "Windows"]), 0.6)
    maybe(rng, root, "loc_city", rng.choice(["Köln", "", "東京"]), 0.5)
    maybe(rng, root, "loc_country", rng.choice(["Germany", ""]), 0.5)
    maybe(rng, root, "loc_lat", Raw(b"50.9380"), 0.3)
    maybe(rng, root, "custom", Object([("basket", Object([])), ("id", random_text(rng))]), 0.3)


def _message(rng: random.Random, start: datetime) -> Object:
    message = Object([])
    maybe(rng, message, "message", random_text(rng, long=rng.random() < 0.05), 0.95)
    maybe(rng, message, "person", rng.choice(PEOPLE), 0.9)
    maybe(rng, message, "sent_at", _time(rng, start + timedelta(seconds=rng.randint(-3, 5000))), 0.8)
    maybe(rng, message, "type", rng.choice(["co", "oc", "", "CO", "co "]), 0.7)
    return disturb(rng, message)


def _operator(rng: random.Random) -> Object:
    operator = Object([])
    maybe(rng, operator, "id", rng.choice([Raw(b"5"), random_id(rng)]), 0.9)
    maybe(rng, operator, "name", rng.choice(PEOPLE), 0.9)
    maybe(rng, operator, "operator_group", Object([("id", Raw(b"14")), ("name", "G")]), 0.5)
    return disturb(rng, operator)


def _client(rng: random.Random) -> Value:
    return rng.choice(["nEit.L3mm+FG/uQ", "c", Raw(b"7"), Raw(b"0"), " c ", "\u200bx", "ü"])


def _time(rng: random.Random, time: datetime) -> str:
    if rng.random() < 0.03:
        return rng.choice(FAR)
    written = time.isoformat(rng.choice("   TTt"))
    return written + rng.choice(["", "", "", ".5", ".150", ".000", ".123456789012"]) + rng.choice([""] * 6 + [_zone(rng)])


def _zoned(rng: random.Random) -> str:
    return rng.choice(TURNS).isoformat(rng.choice(" Tt")) + rng.choice(["", ".5", ".9999999"]) + _zone(rng)


def _zone(rng: random.Random) -> str:
    return rng.choice(["Z", "z", "+01:00", "-0530", "+00:00", "-00:00", "+23:59", "-2359", "+0545"])


def _break_a_rule(rng: random.Random, root: Object, kind: str) -> None:
    """Gives a record one fault of type, repetition, time, identity or kind."""
    fault = rng.choice(["type", "type", "repeated", "time", "time", "identity", "kind"])
    if fault == "kind" or kind not in ("chat_meta", "offline_message"):
        other = ["chat_session", "conversation", "um_widget", "", "Chat_meta", "chat_meta ", Raw(b"5"), ["chat_meta"]]
        set_member(root, "_type", rng.choice(other))
    elif fault == "identity" and kind == "offline_message":
        set_member(root, "id", rng.choice([None, ""]))
    elif fault == "identity":
        set_member(root, "client_uuid", rng.choice(NOBODY)) if rng.random() < 0.7 else remove_member(root, "client_uuid")
    else:
        owner, keys = rng.choice(_objects(root, kind))
        key = rng.choice(keys)
        if fault == "type":
            wrong = [value for value in WRONG if not (isinstance(value, Object) and key.startswith("operator_"))]
            set_member(owner, key, rng.choice(wrong))
        elif fault == "repeated":
            _repeat(owner, key)
        else:
            place = [one for one in _objects(root, kind) if _times(one[1], kind)]
            owner, keys = rng.choice(place)
            set_member(owner, rng.choice(_times(keys, kind)), rng.choice(NO_TIMES))


def _repeat(owner: Object, key: str) -> None:
    """Puts a member there twice; what there already is, once more."""
    value = next((value for own, value in owner if own == key), None)
    owner += [(key, value)] * (1 if any(own == key for own, _ in owner) else 2)


def _objects(root: Object, kind: str) -> list[tuple[Object, list[str]]]:
    """The objects of a record of which members are read, each with their names."""
    names = [name for name in RECORD if name != "_type"]
    found = [(root, [*names, "messages", "message"])]
    for key, value in root:
        if key == "messages" and isinstance(value, list):
            found += [(message, ["message", "person", "sent_at", "type"]) for message in value]
        if key in ("operator_created", "operator_current") and isinstance(value, Object):
            found.append((value, ["id", "name"]))
    return found


def _times(keys: list[str], kind: str) -> list[str]:
    names = ["created_at", "sent_at", "ended_at"] if kind == "chat_meta" else ["created_at"]
    return [key for key in keys if key in names]


def _break_a_call(rng: random.Random, root: Object, client: Object, session: Object) -> None:
    fault = rng.choice(["type", "repeated", "time", "identity", "identity"])
    objects = [(root, ["event", "globalCtx", "sessionCtx", "timestamp"]), (client, ["client_uuid"])]
    objects += [(session, ["chat_id", "operator_id", "operator_name"])] if ("sessionCtx", session) in root else []
    owner, keys = rng.choice(objects)
    key = rng.choice(keys)
    if fault == "type":
        wrong = {"globalCtx": "x", "sessionCtx": ["x"], "timestamp": Raw(b"true"), "event": Raw(b"1")}
        set_member(owner, key, wrong.get(key, rng.choice(WRONG)))
    elif fault == "repeated":
        _repeat(owner, key)
    elif fault == "time":
        stamp = rng.choice(NO_STAMPS + NO_TIMES)
        number = stamp in ("1e5", "253402300800000", "-62167219200000.1") and rng.random() < 0.5
        set_member(root, "timestamp", Raw(stamp.encode()) if number else stamp)
    else:
        set_member(root, "event", rng.choice(list(EVENTS)))
        rng.choice(
            [
                lambda: set_member(client, "client_uuid", rng.choice(NOBODY)),
                lambda: remove_member(client, "client_uuid"),
                lambda: set_member(root, "globalCtx", None),
                lambda: remove_member(root, "globalCtx"),
            ]
        )()
