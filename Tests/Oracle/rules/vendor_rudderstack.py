"""The events of RudderStack: the members of each object.

Sources: RudderStack, "Olark Source", its table and the sample that it gives; "Common fields" (`anonymousId`, `channel`,
`context`, `type`, `originalTimestamp`, `sentAt`), "Identify", "Group"; what RudderStack's gateway adds to an event that it
stores: `rudderId`, `receivedAt`, `request_ip`, `messageId`; "HTTP API" (batches).

Decisions where the documents are silent:
- RudderStack's source writes `track` and `group` alone; those have models of their own, other calls have what all share.
- Ids are texts in the documents; the gateway takes any value that is not blank when it is written out.
- What a batch says for all its calls is read as of Segment's: the two take the same bodies.
- `context` has the members that RudderStack's source for Olark writes; others pass.
- A conversation's `properties` and `traits` hold what Olark sent, as it was sent: they are objects of any members.
"""

from __future__ import annotations

from vendor_segment import CALLS, SOMEBODY, common
from vendor_types import ISO_TIME, OBJECT, TEXT, Model, Type, list_of, model, one_of, required

IDS = {"userId": TEXT, "anonymousId": TEXT}


def event(kind: str, **own: Type) -> Model:
    shared = {name: told for name, told in common("rudderstack-context").items() if name != "version"}
    return Model(
        {"type": required(one_of(kind)), **IDS, **shared, "rudderId": TEXT, "request_ip": TEXT, **own}, one_needed=SOMEBODY
    )


MODELS = {
    "rudderstack-event": Model(
        {"type": required(one_of(*CALLS))}, one_needed=SOMEBODY, told_by="type",
        kinds={"track": "rudderstack-track", "group": "rudderstack-group"},
    ),
    "rudderstack-track": event("track", event=TEXT, properties=OBJECT, traits=OBJECT),
    "rudderstack-group": event("group", groupId=TEXT, name=TEXT, traits=OBJECT, properties=OBJECT),
    "rudderstack-batch": Model({
        "batch": required(list_of(model("rudderstack-event"))),
        "context": model("rudderstack-context"),
        "integrations": OBJECT,
        "sentAt": ISO_TIME,
    }),
    "rudderstack-context": Model({
        "ip": TEXT,
        "traits": OBJECT,
        "page": model("segment-context-page"),
        "os": model("segment-software"),
        "browser": model("segment-software"),
        "library": model("segment-software"),
        "integration": model("segment-software"),
    }),
}  # fmt: skip
