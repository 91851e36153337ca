"""The calls of Segment: the members of each object.

Sources: Segment, "Spec: Common Fields" (with "Context fields automatically collected" and "Timestamps"), "Spec: Identify",
"Track", "Page", "Screen", "Group", "Alias"; "HTTP API" (batches); "Protocols" (`event_version`); and "Delivery overview":
what an event is refused for, which also makes `event`, `name`, `category`, `groupId` and the ids texts that are not empty.

Decisions where the documents are silent, or say two things:
- `version` is a number in the table, and "1.1" in an example.
- `employees` is a text in the table, and a number in the examples; a company's `id` is told as either.
- `birthday` and `createdAt` are dates; a page writes them in any form, and they are texts.
- `context.integration` and `context.direct` are in no table: Segment's own integrations and its HTTP API know them.
- `previousId` is required by one page and optional by another.
"""

from __future__ import annotations

from vendor_types import (
    ARRAY, FILLED, FLAG, ISO_TIME, NUMBER, OBJECT, TEXT, TEXT_OR_NUMBER, WHOLE, Model, Type, list_of, model, one_of, required,
)  # fmt: skip

CALLS = ("identify", "track", "page", "screen", "group", "alias")
SOMEBODY = ("userId", "anonymousId")


def common(context: str) -> dict[str, Type]:
    """What each call has beside its type."""
    return {
        "messageId": TEXT,
        "context": model(context),
        "integrations": OBJECT,
        "timestamp": ISO_TIME,
        "originalTimestamp": ISO_TIME,
        "sentAt": ISO_TIME,
        "receivedAt": ISO_TIME,
        "version": TEXT_OR_NUMBER,
        "channel": TEXT,
    }


IDS = {"userId": FILLED, "anonymousId": FILLED}


def call(kind: str, **own: Type) -> Model:
    return Model({"type": required(one_of(kind)), **IDS, **common("segment-context"), **own}, one_needed=SOMEBODY)


MODELS = {
    "segment-event": Model(
        {"type": required(one_of(*CALLS))}, one_needed=SOMEBODY, told_by="type", kinds={kind: f"segment-{kind}" for kind in CALLS}
    ),
    "segment-identify": call("identify", traits=model("segment-traits")),
    "segment-track": call("track", event=required(FILLED), properties=OBJECT),
    "segment-page": call("page", name=FILLED, category=FILLED, properties=OBJECT),
    "segment-screen": call("screen", name=FILLED, category=FILLED, properties=OBJECT),
    "segment-group": call("group", groupId=required(FILLED), traits=model("segment-group-traits")),
    "segment-alias": call("alias", userId=required(FILLED), previousId=TEXT),
    "segment-batch": Model({
        "batch": required(list_of(model("segment-event"))),
        "context": model("segment-context"),
        "integrations": OBJECT,
        "writeKey": TEXT,
        "sentAt": ISO_TIME,
    }),

    # "Context fields"
    "segment-context": Model({
        "active": FLAG,
        "app": model("segment-app"),
        "campaign": model("segment-campaign"),
        "device": model("segment-device"),
        "ip": TEXT,
        "library": model("segment-software"),
        "locale": TEXT,
        "network": model("segment-network"),
        "os": model("segment-software"),
        "page": model("segment-context-page"),
        "referrer": model("segment-referrer"),
        "screen": model("segment-context-screen"),
        "timezone": TEXT,
        "groupId": TEXT,
        "traits": model("segment-traits"),
        "userAgent": TEXT,
        "userAgentData": model("segment-user-agent-data"),
        "channel": TEXT,
        "protocols": model("segment-protocols"),
        "integration": model("segment-software"),
        "direct": FLAG,
    }),
    "segment-app": Model({"name": TEXT, "version": TEXT, "build": TEXT, "namespace": TEXT}),
    "segment-campaign": Model({"name": TEXT, "source": TEXT, "medium": TEXT, "term": TEXT, "content": TEXT}),
    "segment-device": Model({
        "id": TEXT,
        "advertisingId": TEXT,
        "adTrackingEnabled": FLAG,
        "manufacturer": TEXT,
        "model": TEXT,
        "name": TEXT,
        "type": TEXT,
        "token": TEXT,
        "version": TEXT,
    }),
    "segment-software": Model({"name": TEXT, "version": TEXT}),
    "segment-network": Model({"bluetooth": FLAG, "carrier": TEXT, "cellular": FLAG, "wifi": FLAG}),
    "segment-context-page": Model({"path": TEXT, "referrer": TEXT, "search": TEXT, "title": TEXT, "url": TEXT}),
    "segment-referrer": Model({"id": TEXT, "type": TEXT, "name": TEXT, "url": TEXT, "link": TEXT}),
    "segment-context-screen": Model({"density": NUMBER, "height": NUMBER, "width": NUMBER}),
    "segment-user-agent-data": Model({
        "brands": list_of(model("segment-brand")),
        "mobile": FLAG,
        "platform": TEXT,
        "bitness": TEXT,
        "model": TEXT,
        "platformVersion": TEXT,
        "uaFullVersion": TEXT,
        "fullVersionList": list_of(model("segment-brand")),
        "wow64": FLAG,
    }),
    "segment-brand": Model({"brand": TEXT, "version": TEXT}),
    "segment-protocols": Model({"event_version": WHOLE}),

    # "Traits", of identify calls.
    "segment-traits": Model({
        "address": model("segment-address"),
        "age": NUMBER,
        "avatar": TEXT,
        "birthday": TEXT,
        "company": model("segment-company"),
        "createdAt": TEXT,
        "description": TEXT,
        "email": TEXT,
        "firstName": TEXT,
        "gender": TEXT,
        "id": TEXT,
        "lastName": TEXT,
        "name": TEXT,
        "phone": TEXT,
        "title": TEXT,
        "username": TEXT,
        "website": TEXT,
    }),
    "segment-address": Model({"city": TEXT, "country": TEXT, "postalCode": TEXT, "state": TEXT, "street": TEXT}),
    "segment-company": Model({
        "name": TEXT, "id": TEXT_OR_NUMBER, "industry": TEXT, "employee_count": NUMBER, "plan": TEXT,
    }),
    # "Traits", of group calls.
    "segment-group-traits": Model({
        "address": model("segment-address"),
        "avatar": TEXT,
        "createdAt": TEXT,
        "description": TEXT,
        "email": TEXT,
        "employees": TEXT_OR_NUMBER,
        "id": TEXT,
        "industry": TEXT,
        "name": TEXT,
        "phone": TEXT,
        "website": TEXT,
        "plan": TEXT,
    }),
}  # fmt: skip
