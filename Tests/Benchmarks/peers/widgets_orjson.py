"""The routes from Segment to chat widgets as a Python programmer would write them for speed, on orjson.

    widgets_orjson.py olark-js [--pageview] [--track] [FILE]
    widgets_orjson.py userlike-js [FILE]

Reads calls, one a line, from a file or standard input; writes what the widget is told, one call of it a line.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from functools import lru_cache, partial
from typing import Any

import orjson

from lines import run

Object = dict[str, Any]

LOOKED_FOR = {"email", "name", "firstname", "lastname", "phone", "phones", "username"}
NOT_IN_KEYS = re.compile(r"[^a-zA-Z0-9.]+")
EMAIL_IN_ID = re.compile(r"[^\n\r\u2028\u2029]@[^\n\r\u2028\u2029]+\.[^\n\r\u2028\u2029]")
SPACE = "\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff" + "".join(map(chr, range(0x2000, 0x200B)))


def olark_js(line: bytes, pageview: bool, track: bool) -> Iterator[Object]:
    call = orjson.loads(line)
    if not switched_on(call, "Olark"):
        return
    kind = call["type"]
    if kind == "identify":
        traits, user_id = call.get("traits") or {}, call.get("userId")
        found = looked_up(traits)
        yield said("api.visitor.updateCustomFields", traits if user_id is None else {**traits, "id": user_id})
        email, name = email_of(found, user_id), name_of(found)
        if email is not None:
            yield said("api.visitor.updateEmailAddress", {"emailAddress": email})
        if (phone := phone_of(found)) is not None:
            yield said("api.visitor.updatePhoneNumber", {"phoneNumber": phone})
        if name is not None:
            yield said("api.visitor.updateFullName", {"fullName": name})
        if (nickname := nickname_of(name, email, found, user_id)) is not None:
            yield said("api.chat.updateVisitorNickname", {"snippet": nickname})
    elif kind == "page" and pageview:
        if (place := looking_at(call)) is not None:
            yield said("api.chat.sendNotificationToOperator", {"body": place.lower()})
    elif kind == "track" and track:
        yield said("api.chat.sendNotificationToOperator", {"body": f'visitor triggered "{call["event"]}"'.lower()})


def userlike_js(line: bytes) -> list[Object]:
    call = orjson.loads(line)
    if call["type"] != "identify" or not switched_on(call, "Userlike"):
        return []
    found = looked_up(call.get("traits") or {})
    visitor = {}
    if (name := full_name_of(found)) is not None:
        visitor["name"] = name
    if (email := email_of(found, call.get("userId"))) is not None:
        visitor["email"] = email
    return [{"custom": {"segmentio": {"listen": True, "visitor": visitor}}}]


def said(function: str, argument: Object) -> Object:
    return {"call": function, "arguments": [argument]}


def switched_on(call: Object, integration: str) -> bool:
    switches = call.get("integrations")
    if not switches:
        return True
    if integration in switches:
        return switches[integration] is not False
    for key in ("All", "all"):
        if isinstance(value := switches.get(key), bool):
            return value
    return True


def looked_up(traits: Object) -> Object:
    """The traits that the widgets know, by the letters and digits of their keys; the first of equal ones counts."""
    found: Object = {}
    for key, value in traits.items():
        if (known := normalised(key)) is not None and known not in found:
            found[known] = value
    return found


@lru_cache(maxsize=65_536)
def normalised(key: str) -> str | None:
    known = NOT_IN_KEYS.sub("", key).lower()
    return known if known in LOOKED_FOR else None


def email_of(found: Object, user_id: str | None) -> Any:
    email = found.get("email")
    if truthy(email):
        return email
    return user_id if user_id is not None and EMAIL_IN_ID.search(user_id) else None


def phone_of(found: Object) -> Any:
    phone = found.get("phone")
    if not truthy(phone):
        phones = found.get("phones")
        phone = phones[0] if isinstance(phones, list) and phones else None
    return phone if truthy(phone) else None


def full_name_of(found: Object) -> str | None:
    name, first, last = trimmed(found.get("name")), trimmed(found.get("firstname")), trimmed(found.get("lastname"))
    if name is not None:
        return name
    return f"{first} {last}" if first and last else None


def name_of(found: Object) -> str | None:
    return full_name_of(found) or trimmed(found.get("firstname")) or None


def nickname_of(name: str | None, email: Any, found: Object, user_id: str | None) -> Any:
    if name is not None:
        if email is None or isinstance(email, dict | list):
            return name
        return f"{name} ({email if isinstance(email, str) else orjson.dumps(email).decode()})"
    if email is not None:
        return email
    username = found.get("username")
    return username if truthy(username) else user_id


def looking_at(call: Object) -> str | None:
    if name := call.get("name"):
        category = call.get("category")
        return f"looking at {category} {name} page" if category else f"looking at {name} page"
    url = (call.get("properties") or {}).get("url")
    if not truthy(url) or isinstance(url, dict | list):
        return None
    return f"looking at {url if isinstance(url, str) else orjson.dumps(url).decode()}"


def trimmed(value: Any) -> str | None:
    return value.strip(SPACE) if isinstance(value, str) else None


def truthy(value: Any) -> bool:
    """What JavaScript takes for true: empty objects and arrays too."""
    return bool(value) or isinstance(value, dict | list)


def main() -> None:
    parser = argparse.ArgumentParser(description="Convert Segment's calls to what chat widgets are told.")
    parser.add_argument("target", choices=["olark-js", "userlike-js"])
    parser.add_argument("--pageview", action="store_true")
    parser.add_argument("--track", action="store_true")
    parser.add_argument("file", nargs="?")
    words = parser.parse_intermixed_args()
    olark = partial(olark_js, pageview=words.pageview, track=words.track)
    run(olark if words.target == "olark-js" else userlike_js, words.file)


if __name__ == "__main__":
    main()
