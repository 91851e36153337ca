"""Posts what `--format batch` writes by the loops of the documents, and holds what arrives against the single events.

    python3 Tests/Oracle/checks/batch_bodies.py --tool .build/release/chatevents [--cases N] [--seed N]

Transcripts, among them some that give an event larger than the services take, are written one event a line and as batches.
Every line of the latter must be one body within the service's limits; together they must hold the same events, without those
of the records that are rejected for an event's size. Then the loops that the guide prints are run (`posting.py`): a
server must get every body, or, where it refuses one, nothing after that, and the loop must name it and fail.
"""

from __future__ import annotations

import paths  # noqa: F401, where the modules that follow are found

import argparse
import itertools
import json
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from posting import SENT, SHELLS, Loop, Refusal, documented_loops, post
from rawjson import compact, parse_document
from transcripts import transcript

class Service(NamedTuple):
    """A receiver of batches: its name, the most bytes of an event and of a body, and the most events in one.

    `options` are those under which that is so: RudderStack has no limit of its own for an event, but for what a body holds.
    """

    name: str
    most_in_event: int
    most_bytes: int
    most_events: int | None
    options: tuple[str, ...] = ()


SERVICES = [
    Service("segment", 32_767, 500_000, 2_500),
    Service("segment", 50_000, 500_000, 2_500, ("--max-event-size", "50000")),
    Service("rudderstack", 4_000_000 - len('{"batch":[]}'), 4_000_000, None),
    Service("rudderstack", 65_536, 4_000_000, None, ("--max-event-size", "64K")),
]


class Wrong(Exception):
    """The batches are not what they should be."""


def inputs(rng: random.Random, cases: int) -> list[bytes]:
    """Transcripts one a line: of every spelling, with a fault, with many messages, and with one of about the largest size."""
    made = [compact(parse_document(transcript(rng, newlines=False))) for _ in range(cases)]
    made += [long_chat(rng, place, rng.choice([1, 20, 60])) for place in range(cases // 4)]
    made += [chat_of(f"full-{place}", rng.randint(20_000, 31_000)) for place in range(160)]
    made += [large_message(rng, place) for place in range(max(12, cases // 8))]
    rng.shuffle(made)
    return made


def long_chat(rng: random.Random, place: int, messages: int) -> bytes:
    items = [{"kind": "MessageToOperator", "body": "é" * rng.randint(0, 400), "timestamp": f"{1_700_000_000 + at}.5"} for at in range(messages)]
    chat = {"kind": "Conversation", "id": f"long-{place}", "visitor": {"id": "v"}, "items": items}
    return json.dumps(chat, ensure_ascii=False, separators=(",", ":")).encode()


def large_message(rng: random.Random, place: int) -> bytes:
    """A chat with a message that makes its event almost, or more than, as large as some service takes it."""
    most = rng.choice([service.most_in_event for service in SERVICES])
    sizes = [most - rng.randint(0, 900), most + rng.randint(0, 200_000), 5_000_000]
    return chat_of(f"large-{place}", sizes[place % len(sizes)])


def chat_of(name: str, size: int) -> bytes:
    """A chat of three messages, of which the middle one is that long."""
    items = [{"kind": "MessageToOperator", "body": "x" * (size if at == 1 else 5), "timestamp": str(1_700_000_000 + at)} for at in range(3)]
    chat = {"kind": "Conversation", "id": name, "visitor": {"id": "v"}, "items": items}
    return json.dumps(chat, separators=(",", ":")).encode()


def convert(tool: str, source: bytes, service: Service, layout: str, rejects: Path, *options: str) -> list[bytes]:
    """The lines that the tool writes."""
    words = ["convert", "--to", service.name, "--format", layout, "--rejects", str(rejects), *service.options, *options]
    done = subprocess.run([tool, *words], input=source, capture_output=True, check=False)
    if done.returncode not in (0, 1):
        raise Wrong(f"status {done.returncode}\n{done.stderr.decode(errors='replace')[:2000]}")
    if done.stdout and not done.stdout.endswith(b"\n"):
        raise Wrong("the last line does not end")
    return done.stdout.split(b"\n")[:-1]


def check(tool: str, records: list[bytes], service: Service, folder: Path) -> tuple[list[bytes], list[bytes]]:
    """The bodies and the events in them; raises `Wrong` for anything that is not as it should be."""
    kept = folder / "rejects.jsonl"
    source = b"\n".join(records)
    bodies = convert(tool, source, service, "batch", kept)
    rejected = [(reject["code"], reject["record"].encode()) for reject in map(json.loads, kept.read_bytes().splitlines())]
    events = [event for body in bodies for event in events_in(body, service)]

    expected: list[bytes] = []
    expected_rejects: list[tuple[str, bytes]] = []
    for record in records:
        lines = convert(tool, record, service, "ndjson", kept)
        codes = [json.loads(line)["code"] for line in kept.read_bytes().splitlines()] if kept.exists() else []
        codes += ["event-too-large"] * any(len(line) > service.most_in_event for line in lines)
        expected_rejects += [(code, record) for code in codes]
        expected += [] if codes else lines
        kept.unlink(missing_ok=True)
    if rejected != expected_rejects:
        raise Wrong(f"other records are rejected: {first_of(rejected, expected_rejects)}")
    if events != expected:
        raise Wrong(f"other events are in the batches: {first_of(events, expected)}")
    if not any(code == "event-too-large" for code, _ in rejected):
        raise Wrong("no event was too large; the input proves too little")
    needless = sum(1 for one, next_one in zip(bodies, bodies[1:]) if fits(one, next_one, service))
    if needless > 0:
        raise Wrong(f"{needless} bodies end although the next event would fit")
    return bodies, events


def check_largest(tool: str, service: Service, folder: Path) -> None:
    """Raises `Wrong` unless an event of just the largest size is taken, and one of a byte more is not."""
    short = max(map(len, convert(tool, chat_of("c", 1000), service, "ndjson", folder / "rejects.jsonl")))
    for more, taken in ((0, True), (1, False)):
        chat = chat_of("c", 1000 + service.most_in_event - short + more)
        if bool(convert(tool, chat, service, "batch", folder / "rejects.jsonl")) != taken:
            raise Wrong(f"{service.name}: of {service.most_in_event + more} bytes an event must {'' if taken else 'not '}be taken")


def check_fullest(tool: str, service: Service, folder: Path) -> None:
    """Raises `Wrong` unless events that just fill a body stand in one, and those of a byte more in two."""
    rejects, size = folder / "rejects.jsonl", 14_000
    of_one = sum(len(event) + 1 for event in convert(tool, chat_of("c-000", size), service, "ndjson", rejects))
    count, left = divmod(service.most_bytes - len('{"batch":[]}') + 1, of_one)
    for more, expected in ((0, 1), (1, 2)):
        chats = [chat_of(f"c-{place:03}", size + (left + more if place == 0 else 0)) for place in range(count)]
        found = len(convert(tool, b"\n".join(chats), service, "batch", rejects))
        if found != expected:
            raise Wrong(f"{service.name}: {service.most_bytes + more} bytes must stand in {expected} bodies, not {found}")


def check_most(tool: str, service: Service, folder: Path) -> None:
    """Raises `Wrong` unless as many events as a body may hold stand in one, and one more in two."""
    for more, expected in ((0, 1), (1, 2)):
        source = b'{"getDetails":{"id":"v"}}\n' * (service.most_events + more)
        found = len(convert(tool, source, service, "batch", folder / "rejects.jsonl", "--integrations", "{}"))
        if found != expected:
            raise Wrong(f"{service.name}: {service.most_events} and {more} events must stand in {expected} bodies, not {found}")


def events_in(body: bytes, service: Service) -> list[bytes]:
    """The events of a body, which is one object with nothing but them."""
    document = parse_document(body)
    if compact(document) != body or [member.key for member in document.members] != ["batch"]:
        raise Wrong(f"a line is no body: {body[:300]!r}")
    events = [event.raw for event in document.members[0].value.elements]
    if not events or len(body) > service.most_bytes or len(events) > (service.most_events or len(events)):
        raise Wrong(f"a body of {len(events)} events has {len(body)} bytes")
    if any(len(event) > service.most_in_event for event in events):
        raise Wrong("an event is too large")
    return events


def fits(body: bytes, following: bytes, service: Service) -> bool:
    """Whether the first event of the next body could have been the last one of this."""
    first, count = (events_in(following, service)[0], len(events_in(body, service)))
    return len(body) + 1 + len(first) <= service.most_bytes and (service.most_events is None or count < service.most_events)


def check_arrival(tool: str, records: list[bytes], bodies: list[bytes], service: Service, loop: Loop, folder: Path) -> None:
    """Raises `Wrong` unless a loop posts all bodies, and tells by its status that records were rejected."""
    put(folder, records)
    text = loop.text.replace("--to segment", " ".join(["--to", service.name, *service.options]))
    done = post("sh", text, tool, folder)
    if done.bodies != bodies:
        raise Wrong(f"{loop.document}: other bodies arrive: {first_of(done.bodies, bodies)}\n{done.errors[-500:]}")
    if done.status != 1:
        raise Wrong(f"{loop.document}: status {done.status}, although records were rejected\n{done.errors[-500:]}")


def check_refusals(tool: str, loop: Loop, shell: str, folder: Path) -> int:
    """Raises `Wrong` unless a loop fails at each body that is refused, and posts all if none is; returns the count of runs."""
    records = [chat_of(f"refused-{place}", 20_000) for place in range(60)]
    put(folder, records)
    bodies = convert(tool, b"\n".join(records), SERVICES[0], "batch", folder / "rejects.jsonl")
    places, statuses = ((1, 2, len(bodies)), (0, 400, 413, 500)) if shell == "sh" else ((2,), (0, 400))
    refusals = [Refusal(place, status) for place in places for status in statuses]
    refusals += [Refusal(2, status) for status in (301, 401, 429) if shell == "sh"]
    for refusal in refusals:
        # The loop asks curl for five more tries where the server may be busy.
        tries = {0: 0, 429: 6, 500: 6}.get(refusal.status, 1)
        expected = bodies[: refusal.place - 1] + [bodies[refusal.place - 1]] * tries
        done = post(shell, loop.text, tool, folder, refusal)
        if done.bodies != expected:
            raise Wrong(f"{loop.document}, {shell}, {refusal}: {first_of(done.bodies, expected)}\n{done.errors}")
        if done.status == 0 or f"bodies.jsonl:{refusal.place}: " not in done.errors:
            raise Wrong(f"{loop.document}, {shell}, {refusal}: status {done.status}, or another body is named\n{done.errors}")
    for refusal, expected in ((None, bodies), (Refusal(2, 503, times=1), [*bodies[:2], *bodies[1:]])):
        done = post(shell, loop.text, tool, folder, refusal)
        if done != (0, "", expected):
            raise Wrong(f"{loop.document}, {shell}, {refusal}: status {done.status}\n{done.errors}{first_of(done.bodies, [*expected, b''])}")
    return len(refusals) + 2


def check_resumption(tool: str, loop: Loop, shell: str, folder: Path) -> int:
    """Raises `Wrong` unless each body is taken once, however often a loop that resumes is stopped; returns the count of runs."""
    records = [chat_of(f"resumed-{place}", 20_000) for place in range(90)] + [b"broken"]
    put(folder, records)
    bodies = convert(tool, b"\n".join(records), SERVICES[0], "batch", folder / "rejects.jsonl")
    last = len(bodies)
    (folder / SENT).unlink(missing_ok=True)
    runs = 0
    for stops in ([1], [2], [last], [1, 2, 2, last], list(range(1, last + 1))):
        before = 0
        for place in [*stops, None]:
            refusal = None if place is None else Refusal(place - before, 400)
            done = post(shell, loop.text, tool, folder, refusal, again=True)
            until = last if place is None else place
            if done.bodies != bodies[before:until]:
                raise Wrong(f"{loop.document}, {shell}, stops {stops}: {first_of(done.bodies, bodies[before:until])}\n{done.errors}")
            if (done.status == 1) != (place is None) or done.status == 0:
                raise Wrong(f"{loop.document}, {shell}, stops {stops}: status {done.status}\n{done.errors}")
            if place is not None and f"bodies.jsonl:{place}: " not in done.errors:
                raise Wrong(f"{loop.document}, {shell}, stops {stops}: another body is named\n{done.errors}")
            before = until - (place is not None)
            runs += 1
        if (folder / SENT).exists():
            raise Wrong(f"{loop.document}, {shell}: what was sent is still noted")
    return runs


def put(folder: Path, records: list[bytes]) -> None:
    """Writes records where the loops read them."""
    (folder / "exports").mkdir(exist_ok=True)
    for name in ("exports/chats.jsonl", "chats.jsonl"):
        (folder / name).write_bytes(b"\n".join(records))


def check_nothing_posted(tool: str, loop: Loop, shell: str, folder: Path) -> None:
    """Raises `Wrong` unless a loop fails without its key, and without its input, and posts nothing, nor what an earlier run left."""
    put(folder, [chat_of("c", 100)])
    runs = {"without a key": post(shell, loop.text, tool, folder, key=None)}
    shutil.rmtree(folder / "exports")
    (folder / "chats.jsonl").unlink()
    runs["without input"] = post(shell, loop.text, tool, folder)
    for name, done in runs.items():
        if done.status == 0 or done.bodies:
            raise Wrong(f"{loop.document}, {shell}, {name}: status {done.status}, {len(done.bodies)} bodies posted\n{done.errors}")
    if runs["without input"].status != 66:
        raise Wrong(f"{loop.document}, {shell}: the status of chatevents is lost\n{runs['without input'].errors}")


def first_of(actual: list[object], expected: list[object]) -> str:
    """The first place where two lists part, in short."""
    pairs = enumerate(zip([*actual, None], [*expected, None]))
    place, (one, other) = next((place, pair) for place, pair in pairs if pair[0] != pair[1])
    return f"{len(expected)} expected, {len(actual)} found; at {place}\nexpected {str(other)[:300]}\nactual   {str(one)[:300]}"


def run(tool: str, records: list[bytes]) -> None:
    loops = documented_loops()
    with tempfile.TemporaryDirectory(prefix="chatevents-bodies-") as name:
        folder = Path(name)
        for service in SERVICES:
            check_largest(tool, service, folder)
            check_fullest(tool, service, folder)
            if service.most_events is not None:
                check_most(tool, service, folder)
            if service.options:
                continue
            bodies, events = check(tool, records, service, folder)
            print(f"{' '.join([service.name, *service.options])}: {len(events)} events in {len(bodies)} bodies", flush=True)
            for loop in loops:
                check_arrival(tool, records, bodies, service, loop, folder)
        for loop, shell in itertools.product(loops, SHELLS):
            count = check_refusals(tool, loop, shell, folder)
            if loop.resumes:
                count += check_resumption(tool, loop, shell, folder)
            check_nothing_posted(tool, loop, shell, folder)
            print(f"{loop.document}: the loop by {shell} tells in {count} runs whether a body was refused", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description="Post the batches to a server.")
    parser.add_argument("--tool", required=True, help="the built program")
    parser.add_argument("--cases", type=int, default=200, help="how many transcripts of every spelling (default: 200)")
    parser.add_argument("--seed", type=int, default=None, help="repeat the run with this seed")
    arguments = parser.parse_args()
    seed = random.SystemRandom().randrange(2**32) if arguments.seed is None else arguments.seed
    print(f"seed {seed}", flush=True)
    records = inputs(random.Random(seed), arguments.cases)
    try:
        run(arguments.tool, records)
    except Wrong as wrong:
        with tempfile.NamedTemporaryFile(prefix="chatevents-bodies-", suffix=".jsonl", delete=False) as kept:
            kept.write(b"\n".join(records))
        print(f"{wrong}\ninput: {kept.name}, seed {seed}")
        return 1
    print(f"every event arrived once, seed {seed}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
