"""Vectors of what Segment refuses and of what its Olark destination does, held against the oracle and the tool.

    python3 Tests/Oracle/checks/vectors.py [--tool .build/release/chatevents]

What is expected is written by hand, from what Segment's and Olark's integration code has been seen to do. Two things differ
here: a text that looks like a date stays a text, and what Segment's ingestion refuses comes nowhere near the destination, but for
what its code in a page needs not: an id, a name that is not empty.
"""

from __future__ import annotations

import paths  # noqa: F401, where the modules that follow are found

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import segment_to_olark_js
import segment_to_userlike_js
from rawjson import parse_document
from rules import Rejected
from settings import settings

NOTIFY = ["--pageview", "--track"]
ROUTES = {"olark-js": segment_to_olark_js.convert, "userlike-js": segment_to_userlike_js.convert}
Expected = list[Any] | str


class Vector(NamedTuple):
    """An input, and the lines that it gives or the code that it is refused with."""

    name: str
    document: str
    expected: Expected
    options: list[str] = []
    target: str = "olark-js"


# The calls of Olark's API.


def called(function: str, argument: str, value: Any) -> dict[str, Any]:
    return {"call": function, "arguments": [{argument: value}]}


def fields(members: str) -> dict[str, Any]:
    return {"call": "api.visitor.updateCustomFields", "arguments": [json.loads(members)]}


def email(value: Any) -> dict[str, Any]:
    return called("api.visitor.updateEmailAddress", "emailAddress", value)


def phone(value: Any) -> dict[str, Any]:
    return called("api.visitor.updatePhoneNumber", "phoneNumber", value)


def full_name(value: Any) -> dict[str, Any]:
    return called("api.visitor.updateFullName", "fullName", value)


def nickname(value: Any) -> dict[str, Any]:
    return called("api.chat.updateVisitorNickname", "snippet", value)


def told(body: str) -> dict[str, Any]:
    return called("api.chat.sendNotificationToOperator", "body", body)


# Who is identified.


def user(name: str, user_id: str, traits: str | None, *expected: dict[str, Any]) -> Vector:
    """An identify of a user id and traits, both as JSON."""
    own = "" if traits is None else f',"traits":{traits}'
    return Vector(name, f'{{"type":"identify","userId":{user_id}{own}}}', list(expected))


def visitor(name: str, traits: str, *expected: dict[str, Any]) -> Vector:
    """An identify of someone without a user id; the traits come back as custom fields."""
    return Vector(name, f'{{"type":"identify","anonymousId":"x","traits":{traits}}}', [fields(traits), *expected])


IDENTIFIED = [
    Vector("nobody", '{"type":"identify","traits":{"name":"n"}}', [fields('{"name":"n"}'), full_name("n"), nickname("n")]),
    Vector("null identities", '{"type":"identify","userId":null,"anonymousId":null}', [fields("{}")]),
    Vector("nothing", '{"type":"identify","anonymousId":"x"}', [fields("{}")]),
    visitor("no traits", "{}"),
    user("an address as user id", '"a@b.co"', None, fields('{"id":"a@b.co"}'), email("a@b.co"), nickname("a@b.co")),
    user("an address without a point", '"a@b"', None, fields('{"id":"a@b"}'), nickname("a@b")),
    user("a user id beside a trait id", '"u"', '{"id":"t"}', fields('{"id":"u"}'), nickname("u")),
    visitor("a trait id alone", '{"id":"t"}'),
    visitor("a name with spaces around it", '{"name":" Jo Blo "}', full_name("Jo Blo"), nickname("Jo Blo")),
    visitor("a name of a space", '{"name":" "}'),
    visitor("an empty name beside others", '{"name":"","firstName":"A","lastName":"B"}', full_name("A"), nickname("A")),
    visitor("a number as name", '{"name":5,"firstName":"A","lastName":"B"}', full_name("A B"), nickname("A B")),
    visitor("a null as name", '{"name":null,"firstName":"A","lastName":"B"}', full_name("A B"), nickname("A B")),
    visitor("a last name alone", '{"lastName":"B"}'),
    visitor("a first name alone", '{"firstName":" A "}', full_name("A"), nickname("A")),
    visitor("names with underscores", '{"first_name":"A","last_name":"B"}', full_name("A B"), nickname("A B")),
    visitor("names in capitals", '{"FIRST NAME":"A","Last-Name":"B"}', full_name("A B"), nickname("A B")),
    visitor("NAME", '{"NAME":"n"}', full_name("n"), nickname("n")),
    visitor("$name", '{"$name":"n"}', full_name("n"), nickname("n")),
    visitor("two keys for one trait", '{"Email":1,"email":2}', email(1), nickname(1)),
    visitor("a null ends the search", '{"email":null,"Email":"e@x.y"}'),
    user(
        "an empty e-mail beside an address as user id", '"a@b.co"', '{"email":""}',
        fields('{"email":"","id":"a@b.co"}'), email("a@b.co"), nickname("a@b.co"),
    ),
    visitor("an e-mail of a space", '{"email":" "}', email(" "), nickname(" ")),
    visitor("a number as e-mail", '{"email":7}', email(7), nickname(7)),
    visitor("an object as e-mail", '{"email":{}}', email({}), nickname({})),
    visitor("an empty phone beside phones", '{"phone":"","phones":["9"]}', phone("9")),
    visitor("phones alone", '{"phones":["9","8"]}', phone("9")),
    visitor("an object as phones", '{"phones":{}}'),
    visitor("no phones", '{"phones":[]}'),
    visitor("a phone and an e-mail", '{"phone":"9","email":"e"}', email("e"), phone("9"), nickname("e")),
    visitor("a phone number by another name", '{"phoneNumber":"9"}'),
    visitor("a user name of a space", '{"username":" "}', nickname(" ")),
    visitor("a name and an e-mail", '{"name":"n","email":"e"}', email("e"), full_name("n"), nickname("n (e)")),
    user(
        "a name and an address as user id", '"a@b.co"', '{"name":"n"}',
        fields('{"name":"n","id":"a@b.co"}'), email("a@b.co"), full_name("n"), nickname("n (a@b.co)"),
    ),
    visitor("a name like a date", '{"name":"2020-01-01"}', full_name("2020-01-01"), nickname("2020-01-01")),
    visitor("a phone like a date", '{"phone":"2020-01-01"}', phone("2020-01-01")),
    visitor("a phone like a date without hyphens", '{"phone":"20200101"}', phone("20200101")),
    visitor("a trait like a month that is none", '{"a":"2020-13-45"}'),
    visitor("a trait like a local time", '{"a":"2020-01-01 10:00:00"}'),
    visitor("a trait like a time of microseconds", '{"a":"2020-01-01T10:00:00.123456Z"}'),
    visitor("NBSP and BOM around a name", '{"name":"\\u00a0\\ufeffn\\ufeff\\u00a0"}', full_name("n"), nickname("n")),
]  # fmt: skip


# What is looked at and done.


def page(name: str, members: str, *expected: dict[str, Any]) -> Vector:
    return Vector(name, f'{{"type":"page","userId":"u",{members}}}', list(expected), NOTIFY)


def track(name: str, event: str, *expected: dict[str, Any]) -> Vector:
    return Vector(name, f'{{"type":"track","userId":"u","event":{event}}}', list(expected), NOTIFY)


NOTIFIED = [
    page("a category alone", '"category":"C"'),
    page("a category and an address", '"category":"C","properties":{"url":"http://H/"}', told("looking at http://h/")),
    page("a name and a category", '"name":"Home","category":"Docs"', told("looking at docs home page")),
    page("a name and an address", '"name":"Home","properties":{"url":"http://h/"}', told("looking at home page")),
    page("a name in the properties alone", '"properties":{"name":"Home"}'),
    page("an address in capitals alone", '"properties":{"URL":"http://h/"}'),
    page("a name of a space", '"name":" "', told("looking at" + 3 * " " + "page")),
    page("neither name nor address", '"properties":{}'),
    page("an empty name and an address", '"name":"","properties":{"url":"http://H/"}', told("looking at http://h/")),
    page("an empty name and a category", '"name":"","category":"Docs"'),
    page("an empty category", '"name":"Home","category":""', told("looking at home page")),
    Vector("a page of nobody", '{"type":"page","name":"Home"}', [told("looking at home page")], NOTIFY),
    Vector("a track of nobody", '{"type":"track","userId":null,"event":"E"}', [told('visitor triggered "e"')], NOTIFY),
    Vector("a page unasked for", '{"type":"page","userId":"u","name":"Home"}', [], ["--track"]),
    Vector("a screen", '{"type":"screen","userId":"u","name":"Home"}', [], NOTIFY),
    track("a track", '"Order Completed"', told('visitor triggered "order completed"')),
    track("an event like a date", '"2020-01-01"', told('visitor triggered "2020-01-01"')),
    track("a final sigma", '"\u039f\u0394\u039f\u03a3"', told('visitor triggered "\u03bf\u03b4\u03bf\u03c2"')),
    Vector("a track unasked for", '{"type":"track","userId":"u","event":"E"}', [], ["--pageview"]),
]


# What Segment refuses.


def refused(name: str, members: str, code: str) -> Vector:
    return Vector(name, f"{{{members}}}", code, NOTIFY)


def each(name: str, values: str, members: Callable[[str], str], code: str) -> list[Vector]:
    """One refusal for each of the values, which are JSON with spaces between them."""
    return [refused(f"{name}: {value}", members(value), code) for value in values.split()]


NO_TEXTS = '0 42 true false [] ["u"] {} {"a":1}'
NO_STRINGS = '"" 0 42 true false [] ["u"] {} {"a":1}'
TRACK = '"type":"track","userId":"u","event":"e"'
GROUP = '"type":"group","userId":"u","groupId":"g"'
NO_OBJECTS = '"" "x" 0 1 true false [{}] [[]]'

REFUSED = [
    *each("type", '"" "Identify" "delete" 0 5 true [] ["track"] {}', lambda value: f'"type":{value},"userId":"u"', "unknown-call"),
    refused("a group without an id of nobody", '"type":"group"', "no-group-id"),
    *each("userId", NO_STRINGS, lambda value: f'"type":"identify","userId":{value}', "id-not-string"),
    *each("userId", NO_STRINGS, lambda value: f'"type":"page","userId":{value},"anonymousId":"x"', "id-not-string"),
    *each("anonymousId", NO_STRINGS, lambda value: f'"type":"screen","userId":"u","anonymousId":{value}', "id-not-string"),
    *each("traits", NO_OBJECTS, lambda value: f'"type":"identify","userId":"u","traits":{value}', "traits-not-object"),
    *each("traits", NO_OBJECTS, lambda value: f'{GROUP},"traits":{value}', "traits-not-object"),
    refused("no event", '"type":"track","userId":"u"', "event-not-defined"),
    refused("a null event", '"type":"track","userId":"u","event":null', "event-not-defined"),
    *each("event", NO_STRINGS, lambda value: f'"type":"track","userId":"u","event":{value}', "event-not-string"),
    *each("properties", NO_OBJECTS, lambda value: f'{TRACK},"properties":{value}', "properties-not-object"),
    *each("properties", NO_OBJECTS, lambda value: f'"type":"page","userId":"u","properties":{value}', "properties-not-object"),
    *each("properties", NO_OBJECTS, lambda value: f'"type":"screen","userId":"u","properties":{value}', "properties-not-object"),
    *each("name", NO_TEXTS, lambda value: f'"type":"page","userId":"u","name":{value}', "name-not-string"),
    *each("name", NO_TEXTS, lambda value: f'"type":"screen","userId":"u","name":{value}', "name-not-string"),
    *each("category", NO_TEXTS, lambda value: f'"type":"page","userId":"u","category":{value}', "category-not-string"),
    *each("category", NO_TEXTS, lambda value: f'"type":"screen","userId":"u","category":{value}', "category-not-string"),
    refused("no group id", '"type":"group","userId":"u"', "no-group-id"),
    *each("groupId", "null " + NO_STRINGS, lambda value: f'"type":"group","userId":"u","groupId":{value}', "no-group-id"),
    refused("an alias without ids", '"type":"alias","previousId":"p"', "no-user-id"),
    refused("an alias of nobody", '"type":"alias","anonymousId":"x","previousId":"p"', "no-user-id"),
]
IN_BATCHES = [
    Vector("no call in a batch", '{"batch":[]}', "empty-batch"),
    Vector("no type in a batch", '{"batch":[{"userId":"u"}]}', "unknown-call"),
    Vector("one of two refused", '{"batch":[{"type":"identify","userId":"u"},{"type":"identify","userId":0}]}', "id-not-string"),
    *(Vector(f"in a batch, {one.name}", f'{{"batch":[{one.document}]}}', one.expected, one.options) for one in REFUSED),
    *(Vector(f"in a batch, {one.name}", f'{{"batch":[{one.document}]}}', one.expected, one.options) for one in IDENTIFIED),
]  # fmt: skip


# What a call may say about where it goes.


def switched(switches: str, on: bool, around: str = "") -> Vector:
    name = f"{switches}{' in ' + around if around else ''}"
    call = f'{{"type":"identify","anonymousId":"x","integrations":{switches}}}'
    document = f'{{"batch":[{call}],"integrations":{around}}}' if around else call
    return Vector(name, document, [fields("{}")] if on else [])


SWITCHED = [
    switched("{}", True),
    switched("null", True),
    switched('{"Olark":true}', True),
    switched('{"Olark":false}', False),
    switched('{"olark":false}', True),
    switched('{"Olark":null}', True),
    switched('{"All":false,"Olark":{}}', True),
    switched('{"All":false,"Olark":0}', True),
    switched('{"All":false}', False),
    switched('{"all":false}', False),
    switched('{"All":true,"Olark":false}', False),
    switched('{"All":0}', True),
    switched("{}", False, '{"Olark":false}'),
    switched('{"Olark":true}', True, '{"Olark":false}'),
    switched('{"All":true}', False, '{"Olark":false}'),
    switched("{}", False, '{"All":false}'),
    switched('{"Userlike":false}', True, '{"All":true}'),
]


# What Userlike's widget is handed.

SECRET = 's3"cr<t'
SECRET_FILE = "the file of the secret key"

def handed(name: str, call: str, visitor: dict[str, Any] | None, secret: bool = False) -> Vector:
    """What the widget is given of a visitor; nothing where that is None."""
    known = {"secretKey": SECRET} if secret else {}
    data = {"custom": {"segmentio": {**known, "listen": True, "visitor": visitor}}}
    options = ["--secret-key-file", SECRET_FILE] if secret else []
    return Vector(name, call, [] if visitor is None else [data], options, "userlike-js")


HANDED = [
    handed("nobody", '{"type":"identify","anonymousId":"x"}', {}),
    handed("a user id", '{"type":"identify","userId":"u"}', {}),
    handed("an address", '{"type":"identify","userId":"a@b.co"}', {"email": "a@b.co"}),
    handed("both", '{"type":"identify","userId":"u","traits":{"email":"e","Name":" n "}}', {"name": "n", "email": "e"}),
    handed("two names", '{"type":"identify","userId":"u","traits":{"lastName":"B","firstName":"A"}}', {"name": "A B"}),
    handed("a first name alone", '{"type":"identify","userId":"u","traits":{"firstName":"A"}}', {}),
    handed("a null as name, and a first name", '{"type":"identify","userId":"u","traits":{"name":null,"first_name":"A"}}', {}),
    handed("an empty name", '{"type":"identify","userId":"u","traits":{"name":""}}', {"name": ""}),
    handed("a name of a space beside others", '{"type":"identify","userId":"u","traits":{"name":" ","firstName":"A","lastName":"B"}}', {"name": ""}),
    handed("nobody at all", '{"type":"identify"}', {}),
    handed("switched off", '{"type":"identify","userId":"u","integrations":{"Userlike":false}}', None),
    handed("Olark switched off", '{"type":"identify","userId":"u","integrations":{"Olark":false}}', {}),
    handed("a secret key", '{"type":"identify","userId":"u"}', {}, secret=True),
    handed("a page", '{"type":"page","userId":"u","name":"n"}', None),
]

VECTORS = [*IDENTIFIED, *NOTIFIED, *REFUSED, *IN_BATCHES, *SWITCHED, *HANDED]


def words_of(vector: Vector, folder: str) -> list[str]:
    """The vector's options, with the file of the secret key where they name one."""
    path = Path(folder, "secret.txt")
    path.write_text(SECRET + "\n", encoding="utf-8")
    return [str(path) if word == SECRET_FILE else word for word in vector.options]


def by_oracle(vector: Vector) -> Expected:
    try:
        with tempfile.TemporaryDirectory(prefix="chatevents-vectors-") as folder:
            chosen = settings(words_of(vector, folder), "segment", vector.target)
        return [json.loads(line) for line in ROUTES[vector.target](parse_document(vector.document.encode()), chosen)]
    except Rejected as rejected:
        return rejected.code


def by_tool(tool: str, vector: Vector) -> Expected:
    with tempfile.TemporaryDirectory(prefix="chatevents-vectors-") as folder:
        rejects = Path(folder, "rejects.jsonl")
        words = ["convert", "--from", "segment", "--to", vector.target, *words_of(vector, folder), "--rejects", str(rejects)]
        done = subprocess.run([tool, *words], input=vector.document.encode(), capture_output=True, check=False)
        codes = [json.loads(line)["code"] for line in rejects.read_bytes().splitlines()] if rejects.exists() else []
    if done.returncode != (1 if codes else 0) or codes and done.stdout:
        return f"status {done.returncode}: {done.stderr.decode(errors='replace')[:500]}"
    return ", ".join(codes) if codes else [json.loads(line) for line in done.stdout.splitlines()]


def main() -> int:
    parser = argparse.ArgumentParser(description="Hold the vectors against the oracle and the tool.")
    parser.add_argument("--tool", help="the built program; without it the oracle alone is held against them")
    parser.add_argument("--all", action="store_true", help="go on after the first difference")
    tool = (arguments := parser.parse_args()).tool
    differences = 0
    for vector in VECTORS:
        for who, found in [("oracle", by_oracle(vector)), *([("tool", by_tool(tool, vector))] if tool else [])]:
            if json.dumps(found) == json.dumps(vector.expected):
                continue
            print(f"{vector.name}: the {who} gives another result\ninput    {vector.document}")
            print(f"options  --from segment --to {vector.target} {' '.join(vector.options)}")
            print(f"expected {json.dumps(vector.expected)}\nactual   {json.dumps(found)}")
            differences += 1
            if not arguments.all:
                return 1
    print(f"{len(VECTORS)} vectors, {differences} differences")
    return min(differences, 1)


if __name__ == "__main__":
    sys.exit(main())
