"""The route olark → rudderstack as a Python programmer would write it for speed, on orjson.

Reads transcripts, one a line, from a file or standard input; writes events, one a line; with --lossless first, all that a
transcript holds.
"""

from __future__ import annotations

import argparse
from datetime import datetime, timezone
from hashlib import md5
from typing import Any

import orjson

from lines import formatted, run, uuid5

LIBRARY = {"name": "unknown", "version": "unknown"}
INTEGRATION = {"name": "Olark"}
INTEGRATIONS = {"Olark": False}
GROUP_CONTEXT = {"library": LIBRARY, "integration": INTEGRATION}

CONTEXT_TRAITS = (
    ("city", "city"),
    ("name", "fullName"),
    ("email", "emailAddress"),
    ("phone", "phoneNumber"),
    ("region", "region"),
    ("country", "country"),
)


def message_id(name: str) -> str:
    return uuid5(name.encode())


def conversation_time(items: list[dict[str, Any]]) -> str | None:
    """The time of the first item that has one, in ISO 8601."""
    for item in items:
        if written := item.get("timestamp"):
            seconds, _, fraction = str(written).partition(".")
            date = datetime.fromtimestamp(int(seconds), timezone.utc)
            return f"{date:%Y-%m-%dT%H:%M:%S}.{fraction[:3]:0<3}Z"
    return None


def add_rest(written: list[dict[str, Any]], transcript: dict[str, Any]) -> None:
    """Makes the events of a transcript lossless."""
    visitor = transcript["visitor"]
    time = conversation_time(transcript.get("items") or [])
    if time is not None:
        for event in written:
            event["originalTimestamp"] = event["timestamp"] = time
    track = written[0]
    for name in ("countryCode", "kind"):
        if (value := visitor.get(name)) is not None:
            track["traits"][name] = value
    if "ip" not in track["context"] and (ip := visitor.get("ip")):
        track["context"]["ip"] = ip
    properties = track["properties"]
    if (conversation := transcript.get("id")) is not None:
        properties["conversation_id"] = str(conversation)
    if (operators := transcript.get("operators")) is not None:
        properties["operators"] = operators
    properties["olark"] = {
        name: value for name, value in transcript.items() if value is None or name not in ("items", "tags")
    }
    for event in written[1:]:
        if (name := event.get("name")) is not None:
            event["traits"]["name"] = name
        if (kind := event["traits"].get("kind")) is not None:
            event["properties"] = {"kind": kind}


def events(transcript: dict[str, Any], lossless: bool = False) -> list[dict[str, Any]]:
    visitor = transcript["visitor"]
    get = visitor.get
    user = str(visitor["id"])
    rudder = formatted(md5(f"{user}:".encode()).hexdigest(), "4")
    items = transcript.get("items")
    ip = transcript.get("ip")
    operators = transcript.get("operators")

    first = (items[0].get("timestamp") or "") if items else ""
    last = (items[-1].get("timestamp") or "") if items else ""
    conversation = transcript.get("id")
    if conversation is None or conversation == "":
        conversation = f"{user}/{first}"

    context: dict[str, Any] = {}
    system = get("operatingSystem")
    if system is not None:
        context["os"] = {"name": system}
    url, referrer = get("conversationBeginPage"), get("referrer")
    if url is not None or referrer is not None:
        context["page"] = page = {}
        if url is not None:
            page["url"] = url
        if referrer is not None:
            page["referrer"] = referrer
    context["traits"] = {name: value for name, source in CONTEXT_TRAITS if (value := get(source)) is not None}
    if browser := get("browser"):
        name, _, version = browser.rpartition(" ")
        context["browser"] = {"name": name, "version": version}
    context["library"] = LIBRARY
    context["integration"] = INTEGRATION

    traits = {}
    if (organization := get("organization")) is not None:
        traits["organization"] = organization
    if (feedback := get("chat_feedback")) is not None:
        traits["chat_feedback"] = feedback
    properties = {}
    if (tags := transcript.get("tags")) is not None:
        properties["tags"] = tags
    if items is not None:
        properties["items"] = items
    if ip is not None:
        context["ip"] = properties["ip"] = ip

    written = [
        {
            "type": "track",
            "event": transcript["kind"],
            "traits": traits,
            "userId": user,
            "context": context,
            "rudderId": rudder,
            "messageId": message_id(f"track/{conversation}/{len(items or ())}/{last}"),
            "properties": properties,
            "integrations": INTEGRATIONS,
        }
    ]
    for group in transcript.get("groups") or ():
        if not (group_id := group.get("id")):
            continue
        event: dict[str, Any] = {"type": "group", "groupId": str(group_id)}
        if "name" in group:
            event["name"] = group["name"]
        event["traits"] = group_traits = {}
        if (kind := group.get("kind")) is not None:
            group_traits["kind"] = kind
        if operators is not None:
            group_traits["operators"] = operators
        event["userId"] = user
        event["context"] = GROUP_CONTEXT
        event["rudderId"] = rudder
        event["messageId"] = message_id(f"group/{conversation}/{group_id}")
        event["integrations"] = INTEGRATIONS
        written.append(event)
    if lossless:
        add_rest(written, transcript)
    return written


def main() -> None:
    parser = argparse.ArgumentParser(description="Convert Olark's transcripts to RudderStack's events.")
    parser.add_argument("--lossless", action="store_true")
    parser.add_argument("file", nargs="?")
    words = parser.parse_intermixed_args()
    run(lambda line: events(orjson.loads(line), words.lossless), words.file)


if __name__ == "__main__":
    main()
