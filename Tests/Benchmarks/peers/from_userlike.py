"""Userlike's callback records and captured tracking events as Segment's live chat events."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timezone, tzinfo

from orjson import loads

from lines import microseconds, uuid5, without_space, written
from live_chat import ENDED, LIBRARY, RECEIVED, SENT, STARTED, Object, callback_time, is_identity

CONTEXT = {"integration": {"name": "userlike", "version": "1.0.0"}, "library": LIBRARY}
INTEGRATIONS = {"Userlike": False}
EVENTS = {
    "chat_started": STARTED,
    "message_operator_terminating": SENT,
    "message_client_terminating": RECEIVED,
    "chat_quit": ENDED,
}

# Userlike's callback records.


def userlike(line: bytes, zone: tzinfo | None) -> Iterator[Object]:
    record = loads(line)
    kind = record["_type"]
    if kind == "chat_meta":
        yield from chat(record, zone)
    elif kind == "offline_message":
        conversation = f"offline_message-{record['id']}"
        client = record.get("client_uuid")
        who = str(client) if is_identity(client) else conversation
        properties = {"conversation_id": conversation, "message_id": f"{conversation}-0"}
        if (body := record.get("message")) is not None:
            properties["message_body"] = body
        properties["offline"] = True
        event = {"type": "track", "event": SENT, "anonymousId": who, "messageId": f"{uuid5(conversation.encode())}-0"}
        if (text := record.get("created_at")) is not None:
            event["timestamp"] = written(local_time(text, zone))
        event["context"] = context_of(record)
        event["properties"] = properties
        event["integrations"] = INTEGRATIONS
        yield event


def chat(record: Object, zone: tzinfo | None) -> Iterator[Object]:
    get = record.get
    who = str(record["client_uuid"])
    created = get("created_at")
    conversation = get("id")
    conversation = f"{who}/{created or ''}" if conversation in (None, "") else str(conversation)
    ids = uuid5(conversation.encode())
    context = context_of(record)
    messages = get("messages") or []
    start = None if created is None else local_time(created, zone)
    times = []
    last_time = start
    for message in messages:
        if text := message.get("sent_at"):
            last_time = local_time(text, zone)
        times.append(last_time)
    if start is None and last_time is not None:
        start = next(time for time in times if time is not None)
        times = [start if time is None else time for time in times]

    def event(name: str, suffix: str | int, time: int | None, message: Object, agent: Object) -> Object:
        found = {"type": "track", "event": name, "anonymousId": who, "messageId": f"{ids}-{suffix}"}
        properties: Object = {"conversation_id": conversation}
        if time is not None:
            found["timestamp"] = written(time)
            if start is not None:
                properties["conversation_duration"] = (time - start) / 1_000_000 if time > start else 0
        properties.update(message)
        properties.update(agent)
        found["context"] = context
        found["properties"] = properties
        found["integrations"] = INTEGRATIONS
        return found

    first, last = get("operator_created"), get("operator_current")
    starting, going_on = agent_of(first or last), agent_of(last or first)
    # Who answers, by name: the operator of now before the one of the beginning.
    answering = {one["name"]: agent_of(one) for one in (first, last) if one and one.get("name")}
    client = get("client_name") or None
    yield event(STARTED, "started", start, {}, starting)
    for place, message in enumerate(messages):
        own = {"message_id": f"{conversation}-{place}"}
        if (body := message.get("message")) is not None:
            own["message_body"] = body
        person = message.get("person")
        if message.get("type") == "co" or (person and person == client):
            yield event(SENT, place, times[place], own, going_on)
        elif not person:
            yield event(RECEIVED, place, times[place], own, going_on)
        else:
            yield event(RECEIVED, place, times[place], own, answering.get(person) or {"agent_name": person})
    if (text := get("ended_at")) is not None:
        yield event(ENDED, "ended", local_time(text, zone), {}, going_on)


def agent_of(operator: Object | None) -> Object:
    agent: Object = {}
    if operator:
        if (number := operator.get("id")) not in (None, ""):
            agent["agent_id"] = str(number)
        if name := operator.get("name"):
            agent["agent_name"] = name
    return agent


def context_of(record: Object) -> Object:
    get = record.get
    context: Object = CONTEXT.copy()
    if page := {name: value for name in ("url", "referrer") if (value := get(name))}:
        context["page"] = page
    if system := get("browser_os"):
        context["os"] = {"name": system}
    traits: Object = {name: value for name in ("name", "email") if (value := get(f"client_{name}"))}
    if address := {name: value for name in ("city", "country") if (value := get(f"loc_{name}"))}:
        traits["address"] = address
    if traits:
        context["traits"] = traits
    return context


def local_time(text: str, zone: tzinfo | None) -> int:
    """A time of a zone's clocks, in microseconds; None is UTC."""
    time = datetime.fromisoformat(text)
    if time.tzinfo is None:
        time = time.replace(tzinfo=zone or timezone.utc)
    return microseconds(time)


# Captured calls of Userlike's function for tracking.


def userlike_js(line: bytes) -> list[Object]:
    record = loads(line)
    name = EVENTS.get(record["event"])
    if name is None:
        return []
    event = {"type": "track", "event": name, "anonymousId": str(record["globalCtx"]["client_uuid"])}
    if (time := callback_time(record.get("timestamp"))) is not None:
        event["messageId"] = uuid5(without_space(line, record))
        event["timestamp"] = time
    event["context"] = CONTEXT
    get = (record.get("sessionCtx") or {}).get
    event["properties"] = properties = {}
    if (conversation := get("chat_id")) not in (None, ""):
        properties["conversation_id"] = str(conversation)
    if (operator := get("operator_id")) not in (None, ""):
        properties["agent_id"] = str(operator)
    if operator_name := get("operator_name"):
        properties["agent_name"] = operator_name
    event["integrations"] = INTEGRATIONS
    return [event]
