"""The route from an Olark transcript to Segment's live chat events, one document at a time."""

from __future__ import annotations

import random

import consent
from choices import namespace_words
from members import member
from olark_chat import Chat
from olark_conversation import is_test
from rawjson import Node
from rules import Rejected, Skipped
from settings import Settings
from transcript_rules import check_for_segment
from visitor import user_id_words, who

SURELY = [
    (),
    ("--calls", "identify,group,track"),
    ("--no-bodies",),
    ("--user-id", "visitor.emailAddress"),
    ("--user-id", "visitor.customFields.internalId", "--skip-anonymous"),
    ("--skip-tests",),
    ("--events", "sent,received"),
    ("--integrations", '{ "All": false, "Zoë" : {"a b": [1.10, true]} }'),
    *consent.SURELY,
]


def options(rng: random.Random) -> list[str]:
    """Words of the command line, chosen at random."""
    words = [*namespace_words(rng), *user_id_words(rng), *consent.words(rng)]
    for flag in ("--no-bodies", "--skip-anonymous", "--skip-tests"):
        words += [flag] if rng.random() < 0.2 else []
    for name, all_names in (("--calls", ["identify", "group", "track"]), ("--events", ["started", "sent", "received", "ended"])):
        if rng.random() < 0.4:
            words += [name, ",".join(rng.sample(all_names, rng.randint(1, len(all_names))))]
    return words + (["--integrations", rng.choice(["{}", '{"All":false,"Olark":true}'])] if rng.random() < 0.2 else [])


def convert(document: Node, settings: Settings) -> list[bytes]:
    """The events of one transcript."""
    check_for_segment(document, settings)
    person = who(member(document, "visitor"), settings.user_id)
    if not person:
        raise no_identity(document)
    chat = Chat(document, person, settings)
    calls = settings.calls or {"track"}
    tracks = chat.tracks() if "track" in calls else []  # what is wrong with a record shows also where it is left out
    if settings.skip_tests and is_test(document):
        raise Skipped
    if consent.is_left_out(document, settings):
        raise Skipped
    if settings.skip_anonymous and person[0][0] == b"anonymousId":
        raise Skipped
    return [
        *(chat.identify() if "identify" in calls else []),
        *(chat.groups() if "group" in calls else []),
        *tracks,
    ]


def no_identity(document: Node) -> Rejected:
    person = document.get("visitor")
    own = person.get("id") if person is not None else None
    if own is not None:
        return Rejected("no-identity", "/visitor/id", own.start)
    return Rejected("no-identity", "" if person is None else "/visitor", None if person is None else person.start)
