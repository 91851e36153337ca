"""The formats of input, and what makes a document one of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from rawjson import Node
from rules import Rejected

# The members of a document that are not null, by name; of a repeated one the last counts.
Members = dict[str, Node]

TRACKING_EVENTS = frozenset("""
    button_displayed button_hidden chat_butler chat_butler_cancel chat_butler_connect chat_connected
    chat_connected_proactive chat_quit chat_requested chat_started chat_started_proactive chat_window_maximized
    chat_window_minimized chat_window_minimzed contact_first_message conversation_resume disclaimer_ok error_message
    facebook_login_timeout feedback_rating_cancel feedback_rating_show feedback_submit group_select_show
    group_select_submit message_client_terminating message_operator_terminating offline_form_show offline_form_submit
    offline_mode offline_view_show post_survey_show post_survey_submit pre_survey_show pre_survey_submit proactive_offer
    proactive_reject proactive_timer proactive_unavailable rating_submit slot_available slot_check slot_connect
    slot_unavailable window_invisible window_visible
""".split())


def word(node: Node | None) -> str:
    """The text of a string, in small letters where it is ASCII; else nothing."""
    if node is None or node.kind != "string":
        return ""
    return "".join(letter.lower() if letter.isascii() else letter for letter in node.text)


def holds(node: Node | None, *names: str) -> bool:
    """Whether an object's last member of one of these names is not null."""
    if node is None or node.kind != "object":
        return False
    return any(name in members_of(node) for name in names)


def members_of(document: Node) -> Members:
    last = {member.key: member.value for member in document.members}
    return {name: value for name, value in last.items() if value.kind != "null"}


def is_api_name(node: Node | None) -> bool:
    """Whether it has the form of all names of Olark's JavaScript API."""
    return node is not None and node.kind == "string" and node.text.startswith("api.") and len(node.text) > 4


def is_transcript(its: Members) -> bool:
    return "kind" in its and (word(its["kind"]) == "conversation" or "visitor" in its or {"operators", "items"} <= set(its))


def is_recorded_by_olark(its: Members) -> bool:
    if "getDetails" in its:
        return True
    known = is_api_name(its.get("callback")) or "visitor" in its or holds(its.get("event"), "message", "command")
    somebody = "userId" in its or "anonymousId" in its
    return "callback" in its and (known or ("timestamp" in its and somebody))


def is_posted_by_userlike(its: Members) -> bool:
    kinds = {"chat_meta", "offline_message", "chat_widget", "chat_session", "um_widget"}
    return "_type" in its and (word(its["_type"]) in kinds or "_event" in its or "client_uuid" in its)


def is_call(its: Members) -> bool:
    """Whether it is a call to Segment or RudderStack, or a batch of them."""
    if "type" in its:
        if word(its["type"]) in {"identify", "track", "page", "screen", "group", "alias"}:
            return True
        if set(its) & {"anonymousId", "originalTimestamp", "traits"}:
            return True
        if "userId" in its and set(its) & {"event", "properties", "messageId", "context"}:
            return True
    return "batch" in its and (its["batch"].kind == "array" or bool(set(its) & {"writeKey", "sentAt", "integrations"}))


def is_told_by_the_widget(its: Members) -> bool:
    return "event" in its and (word(its["event"]) in TRACKING_EVENTS or "globalCtx" in its or "sessionCtx" in its)


# In the order in which they are looked for; calls have an `event` too.
SHAPES: dict[str, Callable[[Members], bool]] = {
    "olark": is_transcript,
    "olark-js": is_recorded_by_olark,
    "userlike": is_posted_by_userlike,
    "segment": is_call,
    "rudderstack": is_call,
    "userlike-js": is_told_by_the_widget,
}

# The members that a document needs where the caller says what it is.
MARKS: dict[str, tuple[str, ...]] = {
    "olark": ("kind",),
    "olark-js": ("callback", "getDetails"),
    "userlike": ("_type",),
    "segment": ("type", "batch"),
    "rudderstack": ("type", "batch"),
    "userlike-js": ("event",),
}

Of = TypeVar("Of")


def of_each_format(table: dict[str, Of], but: Iterable[str] = ()) -> dict[str, Of]:
    """The table, if it has each format but those: what is forgotten would be tried by nobody, and without a word."""
    wanted = set(MARKS) - set(but)
    if set(table) != wanted:
        different = ", ".join(sorted(set(table) ^ wanted))
        raise LookupError(f"a table of the formats {', '.join(table)} has another set of them than rules/formats.py: {different}")
    return table


def recognised(document: Node, source: str, candidates: Iterable[str]) -> str:
    """The format of a document: the one that `--from` says, or one of those from which a route leads."""
    if document.kind != "object":
        raise Rejected("unknown-shape", "")
    if source != "auto":
        if has_mark(document, source):
            return source
        raise Rejected("unknown-shape", "")
    found = [name for name in SHAPES if is_of(document, [name])]
    if not found:
        raise Rejected("unknown-shape", "")
    equals = [name for name in SHAPES if SHAPES[name] is SHAPES[found[0]]]
    leading = [name for name in equals if name in candidates]
    if not leading:
        raise Rejected("no-route", "")
    return leading[0]


def has_mark(document: Node, name: str) -> bool:
    """Whether a document has a member by which that format is known, whatever it holds."""
    return bool(set(members_of(document)) & set(MARKS[name]))


def is_of(document: Node, names: Iterable[str]) -> bool:
    """Whether a document has the shape of one of these formats."""
    its = members_of(document)
    return any(SHAPES[name](its) for name in names)
