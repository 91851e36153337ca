"""Olark's transcripts, callbacks and calls: the members of each object.

Sources: Olark, "Webhooks" (olark.com/help/webhooks), its sample chat and its sample offline message; the transcript that its
"Send test" button posts; payloads that consumers of the webhook published between 2011 and 2022 (2013: `emailAddress` is "";
2022: `ip` is ""); Olark, "Javascript API": "Get visitor details" and the sections of the callbacks.

Decisions where the documents are silent:
- An id is a text in every payload; an integer is taken as well, since PHP makes one of a key.
- `timestamp` is decimal digits as a text; a number is taken too, since its text is read and never rounded.
- `ip` at the top is no member of Olark's: RudderStack's source reads it there.
- `visitorNickname` is `visitor_nickname` as Snowplow writes it on.
- A record of a callback is ours: Olark's page says what a callback is given, not how a site writes it down.
- A visitor's details have an `id` in our records, and not on Olark's page: the record says who the visitor is.
- A call without arguments may leave them out; what each call takes is in `vendor_olark_api.py`.
- The answers of `chat_feedback` are whole numbers in all payloads; nothing says that there is no half.
"""

from __future__ import annotations

from vendor_types import (
    ARRAY, CALLBACK_TIME, DECIMAL, FLAG, ID, NUMBER, OBJECT, TEXT, WHOLE, Model, list_of, map_of, model, rating, required,
    word,
)  # fmt: skip

MODELS = {
    # "Webhooks": the object in the field `data`.
    "olark-transcript": Model({
        "kind": required(word("Conversation")),  # "conversation" in the documents of 2012
        "id": ID,
        "manuallySubmitted": FLAG,
        "items": list_of(model("olark-item")),
        "tags": list_of(TEXT),
        "groups": list_of(model("olark-group")),
        "visitor": model("olark-visitor"),
        "operators": map_of(model("olark-operator")),  # by the operator's id; absent in offline messages
        "ip": TEXT,
    }),
    "olark-item": Model({
        "kind": TEXT,  # MessageToVisitor, MessageToOperator, OfflineMessage; new kinds are kept
        "nickname": TEXT,  # absent in offline messages
        "operatorId": ID,
        "timestamp": DECIMAL,  # "1307116657.1"; Olark's own sample for AWS Lambda expects that it may be missing
        "body": TEXT,
        "visitor_nickname": TEXT,  # in the test transcript
        "visitorNickname": TEXT,
    }),
    "olark-group": Model({"kind": TEXT, "id": ID, "name": TEXT}),
    "olark-operator": Model({"kind": TEXT, "id": ID, "username": TEXT, "nickname": TEXT, "emailAddress": TEXT}),
    "olark-visitor": Model({
        "kind": TEXT,
        "id": ID,
        "fullName": TEXT,
        "emailAddress": TEXT,
        "phoneNumber": TEXT,
        "city": TEXT,
        "region": TEXT,
        "country": TEXT,
        "countryCode": TEXT,
        "organization": TEXT,
        "ip": TEXT,
        "browser": TEXT,  # "Chrome 12.1", name and version in one
        "operatingSystem": TEXT,
        "conversationBeginPage": TEXT,
        "referrer": TEXT,
        "customFields": OBJECT,
        "chat_feedback": model("olark-chat-feedback"),
    }),
    # Each answer is on a scale of 1 to 5.
    "olark-chat-feedback": Model({
        "overall_chat": rating(1, 5),
        "responsiveness": rating(1, 5),
        "knowledge": rating(1, 5),
        "friendliness": rating(1, 5),
        "comments": TEXT,
    }),

    # What a site writes down of "Javascript API".
    "olark-callback-record": Model({
        "callback": TEXT,
        "event": model("olark-callback-event"),
        "timestamp": CALLBACK_TIME,
        "userId": ID,
        "anonymousId": ID,
        "conversationId": ID,
        "visitor": model("olark-visitor-details"),
        "getDetails": model("olark-visitor-details"),
    }, one_needed=("callback", "getDetails")),
    "olark-callback-event": Model({"message": model("olark-callback-message"), "command": model("olark-callback-command")}),
    # body and nickname: the page; automated and targeted: the types that are published for TypeScript.
    "olark-callback-message": Model({"body": TEXT, "nickname": TEXT, "automated": FLAG, "targeted": FLAG}),
    "olark-callback-command": Model({"name": TEXT, "body": TEXT}),
    # "Get visitor details", in the page's order.
    "olark-visitor-details": Model({
        "id": ID,
        "emailAddress": TEXT,
        "fullName": TEXT,
        "phoneNumber": TEXT,
        "city": TEXT,
        "region": TEXT,
        "country": TEXT,
        "countryCode": TEXT,
        "organization": TEXT,
        "visitCount": WHOLE,  # total number of times
        "pageCountForThisVisit": WHOLE,  # number of pages
        "pageCountAcrossAllVisits": WHOLE,
        "secondsSpentForThisVisit": NUMBER,  # number of seconds
        "secondsSpentAcrossAllVisits": NUMBER,
        "currentPage": model("olark-page-view"),  # has a title and URL
        "recentPageHistory": list_of(model("olark-page-view")),  # the last 10 pages
        "conversationCount": WHOLE,
        "isConversing": FLAG,
        "messageCountForThisVisit": WHOLE,
        "messageCountAcrossAllVisits": WHOLE,
        "secondsSinceLastMessage": NUMBER,
        "secondsSinceLastMessageToOperator": NUMBER,
        "secondsSinceLastMessageToVisitor": NUMBER,
        "secondsSinceLastNotificationToOperator": NUMBER,
        "conversationBeginPage": TEXT,
        "referrer": TEXT,
        "referredByPaidAdvertisingThisVisit": FLAG,
        "referredByPaidAdvertisingEver": FLAG,
        "referredByCampaignThisVisit": FLAG,
        "referredByCampaignEver": FLAG,
        "searchTextForThisVisit": TEXT,
        "searchTextForPreviousVisits": TEXT,
        "browser": TEXT,
        "operatingSystem": TEXT,
        "ip": TEXT,
        "customFields": OBJECT,
    }),
    "olark-page-view": Model({"title": TEXT, "url": TEXT}),
    "olark-call": Model({"call": required(TEXT), "arguments": ARRAY}),
}  # fmt: skip
