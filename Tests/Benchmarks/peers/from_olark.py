"""Olark's transcripts and captured callbacks as Segment's live chat events."""

from __future__ import annotations

from collections.abc import Iterator

from orjson import loads

from lines import uuid5, without_space, written
from live_chat import ENDED, LIBRARY, RECEIVED, SENT, STARTED, Find, Object, callback_time, is_identity

CONTEXT = {"integration": {"name": "olark", "version": "1.0.0"}, "library": LIBRARY}
INTEGRATIONS = {"Olark": False}
TRAITS = (("name", "fullName"), ("email", "emailAddress"), ("phone", "phoneNumber"))
ADDRESS = (("city", "city"), ("state", "region"), ("country", "country"))
CALLBACKS = {
    "api.chat.onBeginConversation": STARTED,
    "api.chat.onMessageToOperator": SENT,
    "api.chat.onOfflineMessageToOperator": SENT,
    "api.chat.onMessageToVisitor": RECEIVED,
}

# Olark's transcripts.


def olark(line: bytes) -> Iterator[Object]:
    transcript = loads(line)
    items = transcript.get("items")
    if not items:
        return
    visitor = transcript["visitor"]
    times = item_times(items)
    conversation = transcript.get("id")
    if conversation is None or conversation == "":
        conversation = f"{visitor['id']}/{items[0].get('timestamp') or ''}"
    conversation = str(conversation)
    ids = uuid5(conversation.encode())
    start = times[0]
    context = context_of(transcript, visitor)
    who = str(visitor["id"])
    get_operator = (transcript.get("operators") or {}).get
    agents = {
        operator: agent_of(operator, get_operator(operator) or {})
        for operator in {str(item["operatorId"]) for item in items if item.get("operatorId")}
    }
    wrote = [str(item["operatorId"]) for item in items if item["kind"] == "MessageToVisitor" and item.get("operatorId")]
    last = agents[wrote[0]] if wrote else {}

    def event(name: str, suffix: str | int, time: int | None, message: Object, agent: Object) -> Object:
        found = {"type": "track", "event": name, "userId": who, "messageId": f"{ids}-{suffix}"}
        properties: Object = {"conversation_id": conversation}
        if time is not None:
            found["timestamp"] = written(time)
            properties["conversation_duration"] = (time - start) / 1_000_000 if time > start else 0
        properties.update(message)
        properties.update(agent)
        found["context"] = context
        found["properties"] = properties
        found["integrations"] = INTEGRATIONS
        return found

    yield event(STARTED, "started", start, {}, last)
    offline = True
    for place, item in enumerate(items):
        kind = item["kind"]
        message = {"message_id": f"{conversation}-{place}"}
        if (body := item.get("body")) is not None:
            message["message_body"] = body
        if kind == "MessageToVisitor":
            offline = False
            operator = item.get("operatorId")
            if operator:
                last = agents[str(operator)]
                yield event(RECEIVED, place, times[place], message, last)
            else:
                yield event(RECEIVED, place, times[place], message, {})
        elif kind == "MessageToOperator":
            offline = False
            yield event(SENT, place, times[place], message, last)
        elif kind == "OfflineMessage":
            message["offline"] = True
            yield event(SENT, place, times[place], message, last)
        else:
            offline = False
    if not offline and not transcript.get("manuallySubmitted"):
        yield event(ENDED, "ended", times[-1], {}, last)


def item_times(items: list[Object]) -> list[int | None]:
    """Each item's time in microseconds: its own, else that of the one before, else of the next one that has one."""
    times = []
    last = None
    for item in items:
        if text := item.get("timestamp"):
            whole, _, fraction = str(text).partition(".")
            last = int(whole) * 1_000_000 + int(f"{fraction[:6]:0<6}")
        times.append(last)
    if times[0] is None and last is not None:
        first = next(time for time in times if time is not None)
        times = [first if time is None else time for time in times]
    return times


def agent_of(operator: str, known: Object) -> Object:
    agent = {"agent_id": operator}
    if name := known.get("nickname"):
        agent["agent_name"] = name
    if name := known.get("username"):
        agent["agent_username"] = name
    return agent


def context_of(transcript: Object, visitor: Object) -> Object:
    get = visitor.get
    context = visitor_context(get, get("conversationBeginPage"), None, transcript.get("ip") or get("ip"))
    if traits := traits_of(get):
        context["traits"] = traits
    for group in transcript.get("groups") or ():
        if group_id := group.get("id"):
            context["groupId"] = str(group_id)
            break
    return context


def visitor_context(get: Find, url: str | None, title: str | None, ip: str | None) -> Object:
    context = CONTEXT.copy()
    page = {}
    if url:
        page["url"] = url
    if referrer := get("referrer"):
        page["referrer"] = referrer
    if title:
        page["title"] = title
    if page:
        context["page"] = page
    if system := get("operatingSystem"):
        context["os"] = {"name": system}
    if ip:
        context["ip"] = ip
    return context


def traits_of(get: Find) -> Object:
    traits: Object = {name: value for name, source in TRAITS if (value := get(source))}
    if address := {name: value for name, source in ADDRESS if (value := get(source))}:
        traits["address"] = address
    return traits


# Captured calls of Olark's JavaScript API.


def olark_js(line: bytes) -> list[Object]:
    record = loads(line)
    time = callback_time(record.get("timestamp"))
    details = record.get("getDetails")
    callback = record.get("callback")
    name = CALLBACKS.get(callback)
    if name is None and details is None:
        return []
    visitor = details or record.get("visitor") or {}
    head = own_identity(record) or {"userId": str(visitor["id"])}
    message_id = None
    if time is not None:
        message_id = uuid5(without_space(line, record))
        head["messageId"] = message_id
        head["timestamp"] = time
    get = visitor.get
    here = visitor.get("currentPage") or {}
    ip = get("ip")
    context = visitor_context(
        get, here.get("url") or get("conversationBeginPage"), here.get("title"), ip if ip != "not available" else None
    )
    events: list[Object] = []
    if details is not None:
        traits = traits_of(get)
        if organization := get("organization"):
            traits["organization"] = organization
        if (fields := get("customFields")) is not None:
            traits["customFields"] = fields
        identify = {"type": "identify", **head, "context": context, "traits": traits, "integrations": INTEGRATIONS}
        if name is not None and message_id is not None:
            identify["messageId"] = f"{message_id}-identify"
        events.append(identify)
    if name is not None:
        if traits := traits_of(get):
            context = {**context, "traits": traits}
        properties = properties_of(record, callback)
        events.append(
            {
                "type": "track",
                "event": name,
                **head,
                "context": context,
                "properties": properties,
                "integrations": INTEGRATIONS,
            }
        )
    return events


def properties_of(record: Object, callback: str) -> Object:
    properties: Object = {}
    if (conversation := record.get("conversationId")) not in (None, ""):
        properties["conversation_id"] = str(conversation)
    if callback == "api.chat.onBeginConversation":
        return properties
    message = (record.get("event") or {}).get("message") or {}
    if (body := message.get("body")) is not None:
        properties["message_body"] = body
    if callback == "api.chat.onOfflineMessageToOperator":
        properties["offline"] = True
    elif callback == "api.chat.onMessageToVisitor" and (name := message.get("nickname")):
        properties["agent_name"] = name
    return properties


def own_identity(record: Object) -> Object:
    return {name: str(value) for name in ("userId", "anonymousId") if is_identity(value := record.get(name))}
