"""Userlike's callbacks, tracking events and widget data: the members of each object.

Sources: Userlike's page of the add-on "API", with its samples of `chat_meta` (44 members), `offline_message` (25) and the
events of operators and widgets; the page on `userlikeTrackingEvent`, with the members that consumers read; what Segment's
integration hands to the widget.

Decisions where the documents are silent:
- Userlike's ids are integers, `client_uuid`, `session_id`, `screenshot_oid` texts; a text or an integer is taken for each.
- `rate` is 5 in the samples; Userlike's visitors give up to five stars.
- `notes` is empty in the samples; the members of a note are those of Userlike's REST interface, of which no
  value is shown: `sent_at` may have any form.
- Of operators and widgets nothing becomes an event, so no members of theirs are listed, and `_event` only where it counts.
- The integration copies its settings, `listen` and `secretKey`, beside the visitor.
"""

from __future__ import annotations

from vendor_types import (
    CALLBACK_TIME, FLAG, ID, LOCAL_TIME, NUMBER, OBJECT, TEXT, WHOLE, Model, list_of, model, one_of, rating, required,
)  # fmt: skip

KINDS = ("chat_meta", "offline_message", "operator", "chat_widget")

# What chats and offline messages share.
CLIENT = {
    "_event": TEXT,
    "id": ID,
    "client_name": TEXT,
    "client_email": TEXT,
    "created_at": LOCAL_TIME,
    "topic": TEXT,
    "status": TEXT,
    "url": TEXT,
    "custom": OBJECT,
    "data_privacy": FLAG,
    "chat_widget": model("userlike-chat-widget"),
    "browser_name": TEXT,
    "browser_os": TEXT,
    "browser_version": TEXT,
    "loc_city": TEXT,
    "loc_country": TEXT,
    "loc_lat": NUMBER,
    "loc_lon": NUMBER,
    "marked_read": FLAG,
    "page_impressions": WHOLE,
    "visits": WHOLE,
}

MODELS = {
    "userlike-record": Model(
        {"_type": required(one_of(*KINDS))},
        told_by="_type", kinds={"chat_meta": "userlike-chat", "offline_message": "userlike-offline-message"},
    ),
    "userlike-chat": Model({
        "_type": required(one_of("chat_meta")),
        **CLIENT,
        "client_uuid": ID,
        "client_additional01_name": TEXT,
        "client_additional01_value": TEXT,
        "client_additional02_name": TEXT,
        "client_additional02_value": TEXT,
        "client_additional03_name": TEXT,
        "client_additional03_value": TEXT,
        "ended_at": LOCAL_TIME,
        "duration": TEXT,  # "00:02:53"
        "messages": list_of(model("userlike-message")),
        "notes": list_of(model("userlike-note")),
        "operator_created": model("userlike-operator"),
        "operator_current": model("userlike-operator"),
        "operator_created_id": ID,
        "operator_current_id": ID,
        "chat_widget_goal": model("userlike-goal"),
        "rate": rating(0, 5),
        "feedback_message": TEXT,
        "post_survey_option": TEXT,
        "was_proactive": FLAG,
        "inital_url": TEXT,  # the typing error is in the data
        "referrer": TEXT,
    }),
    "userlike-offline-message": Model({
        "_type": required(one_of("offline_message")),
        **CLIENT,
        "message": TEXT,
        "screenshot_oid": ID,
        "screenshot_url": TEXT,
    }),
    "userlike-message": Model({"message": TEXT, "person": TEXT, "sent_at": LOCAL_TIME, "type": TEXT}),
    "userlike-note": Model({"body": TEXT, "operator_id": ID, "name": TEXT, "sent_at": TEXT}),
    "userlike-operator": Model({
        "id": ID,
        "email": TEXT,
        "first_name": TEXT,
        "last_name": TEXT,
        "name": TEXT,
        "operator_group": model("userlike-operator-group"),
    }),
    "userlike-operator-group": Model({"id": ID, "name": TEXT}),
    "userlike-chat-widget": Model({"id": ID, "name": TEXT}),
    "userlike-goal": Model({"id": ID, "name": TEXT}),

    # userlikeTrackingEvent(event_name, global_ctx, session_ctx)
    "userlike-tracking-record": Model({
        "event": required(TEXT),
        "globalCtx": model("userlike-global-context"),
        "sessionCtx": model("userlike-session-context"),
        "timestamp": CALLBACK_TIME,
    }),
    "userlike-global-context": Model({"widget_id": ID, "client_uuid": ID, "widget_lang": TEXT}),
    "userlike-session-context": Model({"chat_id": ID, "session_id": ID, "operator_id": ID, "operator_name": TEXT}),

    # The global variable `userlikeData`, as Segment's integration fills it.
    "userlike-data": Model({"custom": model("userlike-custom-data")}),
    "userlike-custom-data": Model({"segmentio": model("userlike-segment-data")}),
    "userlike-segment-data": Model({"listen": FLAG, "secretKey": TEXT, "visitor": model("userlike-visitor")}),
    "userlike-visitor": Model({"name": TEXT, "email": TEXT}),
}  # fmt: skip
