"""Posts what `--format batch` writes, line by line through the shell, and holds what arrives against the single events.

    python3 Tests/Oracle/batch_bodies.py --tool .build/release/chatevents [--cases N] [--seed N]

Transcripts, among them some that give an event larger than the services take, are written one event a line and as batches.
Every line of the latter must be one body within the service's limits; together they must hold the same events, without those
of the records that are rejected for an event's size. Then each body is posted by `curl` to a server that notes what it gets.
Without curl the posting is passed over, and fails where `CI` is `true`.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

from rawjson import compact, parse_document
from transcripts import transcript

MOST_IN_EVENT = 32_768
KEY = "KEY:"
POST = (
    'while IFS= read -r body; do printf %s "$body" | curl -sS --fail -u "$KEY" -H "Content-Type: application/json"'
    ' --data-binary @- "$URL" || exit 1; done'
)


class Service(NamedTuple):
    """A receiver of batches: its name, the most bytes of a body, and the most events in one."""

    name: str
    most_bytes: int
    most_events: int | None


SERVICES = [Service("segment", 500_000, 2_500), Service("rudderstack", 4_000_000, None)]


class Wrong(Exception):
    """The batches are not what they should be."""


class Posted(BaseHTTPRequestHandler):
    """Answers as the services do, and keeps the bodies."""

    protocol_version = "HTTP/1.1"
    bodies: list[bytes] = []

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        sound = self.headers["Authorization"] == "Basic S0VZOg==" and self.headers["Content-Type"] == "application/json"
        self.bodies.append(body)
        self.send_response(200 if sound else 401)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *words: object) -> None:
        """Says nothing."""


def inputs(rng: random.Random, cases: int) -> list[bytes]:
    """Transcripts one a line: of every spelling, with a fault, with many messages, and with one of about the largest size."""
    made = [compact(parse_document(transcript(rng, newlines=False))) for _ in range(cases)]
    made += [long_chat(rng, place, rng.choice([1, 20, 60])) for place in range(cases // 4)]
    made += [chat_of(f"full-{place}", rng.randint(20_000, 31_000)) for place in range(160)]
    made += [large_message(rng, place) for place in range(max(12, cases // 8))]
    rng.shuffle(made)
    return made


def long_chat(rng: random.Random, place: int, messages: int) -> bytes:
    items = [{"kind": "MessageToOperator", "body": "é" * rng.randint(0, 400), "timestamp": f"{at}.5"} for at in range(messages)]
    chat = {"kind": "Conversation", "id": f"long-{place}", "visitor": {"id": "v"}, "items": items}
    return json.dumps(chat, ensure_ascii=False, separators=(",", ":")).encode()


def large_message(rng: random.Random, place: int) -> bytes:
    """A chat with a message that makes its event almost, or more than, as large as it may be."""
    sizes = [MOST_IN_EVENT - rng.randint(0, 900), MOST_IN_EVENT + rng.randint(0, 200_000), 5_000_000]
    return chat_of(f"large-{place}", rng.choice(sizes))


def chat_of(name: str, size: int) -> bytes:
    """A chat of three messages, of which the middle one is that long."""
    items = [{"kind": "MessageToOperator", "body": "x" * (size if at == 1 else 5), "timestamp": str(at)} for at in range(3)]
    chat = {"kind": "Conversation", "id": name, "visitor": {"id": "v"}, "items": items}
    return json.dumps(chat, separators=(",", ":")).encode()


def convert(tool: str, source: bytes, service: Service, layout: str, rejects: Path, *options: str) -> list[bytes]:
    """The lines that the tool writes."""
    words = ["convert", "--to", service.name, "--format", layout, "--rejects", str(rejects), *options]
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
        codes += ["event-too-large"] * any(len(line) > MOST_IN_EVENT for line in lines)
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
        chat = chat_of("c", 1000 + MOST_IN_EVENT - short + more)
        if bool(convert(tool, chat, service, "batch", folder / "rejects.jsonl")) != taken:
            raise Wrong(f"{service.name}: of {MOST_IN_EVENT + more} bytes an event must {'' if taken else 'not '}be taken")


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
    if any(len(event) > MOST_IN_EVENT for event in events):
        raise Wrong("an event is too large")
    return events


def fits(body: bytes, following: bytes, service: Service) -> bool:
    """Whether the first event of the next body could have been the last one of this."""
    first, count = (events_in(following, service)[0], len(events_in(body, service)))
    return len(body) + 1 + len(first) <= service.most_bytes and (service.most_events is None or count < service.most_events)


def post(bodies: list[bytes]) -> list[bytes]:
    """What arrives of the bodies at a server that the shell posts them to."""
    Posted.bodies = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Posted)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    around = {**os.environ, "KEY": KEY, "URL": f"http://127.0.0.1:{server.server_port}/v1/batch", "no_proxy": "127.0.0.1"}
    lines = b"".join(body + b"\n" for body in bodies)
    done = subprocess.run(["sh", "-c", POST], input=lines, env=around, capture_output=True, check=False)
    server.shutdown()
    server.server_close()
    if done.returncode != 0:
        raise Wrong(f"posting ends with status {done.returncode}: {done.stderr.decode(errors='replace')[:500]}")
    return Posted.bodies


def first_of(actual: list[object], expected: list[object]) -> str:
    """The first place where two lists part, in short."""
    pairs = enumerate(zip([*actual, None], [*expected, None]))
    place, (one, other) = next((place, pair) for place, pair in pairs if pair[0] != pair[1])
    return f"{len(expected)} expected, {len(actual)} found; at {place}\nexpected {str(other)[:300]}\nactual   {str(one)[:300]}"


def run(tool: str, records: list[bytes], curl: bool) -> None:
    with tempfile.TemporaryDirectory(prefix="chatevents-bodies-") as name:
        for service in SERVICES:
            check_largest(tool, service, Path(name))
            check_fullest(tool, service, Path(name))
            if service.most_events is not None:
                check_most(tool, service, Path(name))
            bodies, events = check(tool, records, service, Path(name))
            print(f"{service.name}: {len(events)} events in {len(bodies)} bodies", flush=True)
            if not curl:
                continue
            arrived = post(bodies)
            if arrived != bodies or [event for body in arrived for event in events_in(body, service)] != events:
                raise Wrong(f"other bodies arrive: {first_of(arrived, bodies)}")


def main() -> int:
    parser = argparse.ArgumentParser(description="Post the batches to a server.")
    parser.add_argument("--tool", required=True, help="the built program")
    parser.add_argument("--cases", type=int, default=200, help="how many transcripts of every spelling (default: 200)")
    parser.add_argument("--seed", type=int, default=None, help="repeat the run with this seed")
    arguments = parser.parse_args()
    curl = shutil.which("curl") is not None
    if not curl:
        print("curl is missing; nothing is posted")
        if os.environ.get("CI") == "true":
            return 1
    seed = random.SystemRandom().randrange(2**32) if arguments.seed is None else arguments.seed
    print(f"seed {seed}", flush=True)
    records = inputs(random.Random(seed), arguments.cases)
    try:
        run(arguments.tool, records, curl)
    except Wrong as wrong:
        with tempfile.NamedTemporaryFile(prefix="chatevents-bodies-", suffix=".jsonl", delete=False) as kept:
            kept.write(b"\n".join(records))
        print(f"{wrong}\ninput: {kept.name}, seed {seed}")
        return 1
    print(f"every event arrived once, seed {seed}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
