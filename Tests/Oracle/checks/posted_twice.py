"""Posts conversations twice, in the middle and at the end, and sees that a receiver can tell what is new.

    python3 Tests/Oracle/checks/posted_twice.py --tool .build/release/chatevents [--cases N] [--seed N]

The first post is cut off after some items and says `manuallySubmitted`; the second has the same id and all items. What
both posts say has the same `messageId` in both, what only the second says has others, and of the two together there is
one event that the conversation ended: none where all of its items are offline messages. The first conversation that
breaks this ends the run with status 1.
"""

from __future__ import annotations

import paths  # noqa: F401, where the modules that follow are found

import argparse
import json
import random
import subprocess
import sys
from collections.abc import Callable

import reading
from odd_values import remove_member, set_member
from raw_writer import Object, Raw, Style, Value, write
from settings import Settings
from transcripts import conversation

ENDED = "Live Chat Conversation Ended"
BATCH = 500
Convert = Callable[[bytes], bytes]
Pair = tuple[bytes, bytes]


class Confused(Exception):
    """A receiver could not tell which events of two posts are the same."""


def posts(rng: random.Random) -> Pair:
    """One conversation as it is posted in the middle, and as it is posted at the end."""
    root, items = conversation(rng, rng.randint(2, 9))
    middle, end = posted(root, items[: rng.randint(1, len(items) - 1)], b"true"), posted(root, items, b"false")
    return tuple(write(post, Style.random(rng, newlines=False)) for post in (middle, end))


def posted(root: Object, items: list[Value], submitted: bytes) -> Object:
    """The conversation with these items, the members in an order of its own."""
    post = Object(root)
    set_member(post, "items", items)
    remove_member(post, "manuallySubmitted")
    post.insert(0, ("manuallySubmitted", Raw(submitted)))
    return post


def sound_posts(rng: random.Random, count: int) -> list[Pair]:
    """Conversations that the route takes."""
    found: list[Pair] = []
    while len(found) < count:
        pair = posts(rng)
        if all(not reading.run(post, Settings(target="segment")).rejects for post in pair):
            found.append(pair)
    return found


def check(convert: Convert, pairs: list[Pair]) -> None:
    """Raises `Confused` where the events of two posts do not go together."""
    for middle, end in pairs:
        first, second = (json_lines(convert(post)) for post in (middle, end))
        try:
            check_events(first, second)
        except Confused as confused:
            raise Confused(f"{confused}\nfirst  {middle!r}\nsecond {end!r}") from None


def check_events(first: list[dict], second: list[dict]) -> None:
    before, after = [{event["messageId"]: event for event in events} for events in (first, second)]
    if len(before) != len(first) or len(after) != len(second):
        raise Confused("two events of one post have the same messageId")
    if [event["event"] for event in first if event["event"] == ENDED]:
        raise Confused("a conversation that goes on has ended")
    if unknown := set(before) - set(after):
        raise Confused(f"the second post lacks events of the first: {unknown}")
    for message_id, event in before.items():
        if said(event) != said(after[message_id]):
            raise Confused(f"{message_id} is said of two different messages")
    ends = sum(event["event"] == ENDED for event in second)
    offline = all("offline" in event["properties"] for event in second if "message_id" in event["properties"])
    if ends > 1 or (ends == 0 and not offline):
        raise Confused(f"the conversation ends {ends} times")
    new = [event["properties"].get("message_id", event["event"]) for event in second if event["messageId"] not in before]
    if len(set(new)) != len(new):
        raise Confused("a message of the second post is there twice")


def said(event: dict) -> list[object]:
    """What does not change as a conversation goes on."""
    names = ("conversation_id", "message_id", "message_body", "offline")
    return [event["event"], *(event["properties"].get(name) for name in names)]


def json_lines(text: bytes) -> list[dict]:
    return [json.loads(line) for line in text.splitlines()]


def by_tool(tool: str, pairs: list[Pair]) -> Convert:
    """Conversions of all posts in one process, looked up one by one."""
    texts = [post for pair in pairs for post in pair]
    done = subprocess.run(
        [tool, "convert", "--from", "olark", "--to", "segment"], input=b"\n".join(texts), capture_output=True, check=False
    )
    if done.returncode != 0:
        raise Confused(f"status {done.returncode}\n{done.stderr.decode(errors='replace')[:2000]}")
    lines = done.stdout.splitlines(keepends=True)
    counts = [len(reading.run(text, Settings(target="segment")).events) for text in texts]
    if sum(counts) != len(lines):
        raise Confused(f"{len(lines)} events, {sum(counts)} were expected")
    outputs: dict[bytes, bytes] = {}
    for text, count in zip(texts, counts):
        outputs[text], lines = b"".join(lines[:count]), lines[count:]
    return outputs.__getitem__


def main() -> int:
    parser = argparse.ArgumentParser(description="Post conversations twice.")
    parser.add_argument("--tool", required=True, help="the built program")
    parser.add_argument("--cases", type=int, default=1000, help="how many conversations (default: 1000)")
    parser.add_argument("--seed", type=int, default=None, help="repeat the run with this seed")
    arguments = parser.parse_args()
    seed = random.SystemRandom().randrange(2**32) if arguments.seed is None else arguments.seed
    print(f"seed {seed}", flush=True)
    rng = random.Random(seed)
    for done in range(0, arguments.cases, BATCH):
        pairs = sound_posts(rng, min(BATCH, arguments.cases - done))
        try:
            check(by_tool(arguments.tool, pairs), pairs)
        except Confused as confused:
            print(f"{confused}\nseed {seed}")
            return 1
    print(f"{arguments.cases} conversations were posted twice, seed {seed}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
