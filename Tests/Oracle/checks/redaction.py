"""Puts people into records of every format, and sees what `chatevents redact` leaves of them.

    python3 Tests/Oracle/checks/redaction.py --tool .build/release/chatevents [--cases N] [--seed N] [--only PART]

The parts, each a function below:

    leaks        nothing of a person that was put into a record is found in what comes out
    innocent     records that hold nothing personal come out byte for byte, but for the visitor's id
    containers   the same records in every container, packed or not, by one job or several, give the same
    routes       redacting and converting gives the same as converting and redacting
    again        what was redacted stays as it is
    pseudonyms   equal values have equal pseudonyms under one key, and others under another
    silence      what is told of records holds nothing of their text
    fields       members that are named are kept or replaced, and nothing else
    selection    only the records that are meant are touched

The first fact that does not hold ends the run with status 1; its input is kept in a file.
"""

from __future__ import annotations

import paths  # noqa: F401, where the modules that follow are found

import argparse
import random
import sys
import tempfile

import redaction_fields
import redaction_forms
import redaction_keys
import redaction_routes
import redaction_selection
import redaction_silence
from leaks import left_over
from planted_records import RECORDS, planted
from redact_tool import Broken, Redact, ndjson

BATCH = 50


def leaks(redact: Redact, rng: random.Random, cases: int) -> None:
    """Nothing of a person is found in what comes out; `--verify` tells the two apart."""
    for source in RECORDS:
        for _ in range(0, cases, BATCH * len(RECORDS)):
            made = [planted(rng, source, newlines=False) for _ in range(BATCH)]
            done = redact([text for text, _ in made], "--as", rng.choice([source, "auto"] if source != "rudderstack" else [source]))
            lines = done.stdout.splitlines()
            if done.status != 0 or len(lines) != len(made):
                raise Broken(f"{source}: status {done.status}, {len(lines)} records of {len(made)}\n{done.shown}", [text for text, _ in made])
            for (text, secrets), line in zip(made, lines):
                if left := left_over(line, secrets):
                    raise Broken(f"{source}: {left.kind} {left.value!r} is left in\n{line.decode()}", [text])
            verified = redact(lines, "--as", source, "--verify")
            if verified.status != 0:
                raise Broken(f"{source}: --verify finds something in what was redacted\n{verified.stdout[:3000].decode()}", lines)
            for text, secrets in made[:3]:
                if redact([text], "--as", source, "--verify").status != 1:
                    raise Broken(f"{source}: --verify finds nothing in\n{text.decode()}", [text])


PARTS = {
    "leaks": leaks,
    "innocent": redaction_forms.innocent,
    "containers": redaction_forms.containers,
    "routes": redaction_routes.routes,
    "again": redaction_keys.again,
    "pseudonyms": redaction_keys.pseudonyms,
    "silence": redaction_silence.silence,
    "fields": redaction_fields.fields,
    "selection": redaction_selection.selection,
}


def main() -> int:
    parser = argparse.ArgumentParser(description="See what redaction leaves.")
    parser.add_argument("--tool", required=True, help="the built program")
    parser.add_argument("--cases", type=int, default=600, help="how many records each part tries (default: 600)")
    parser.add_argument("--seed", type=int, default=None, help="repeat the run with this seed")
    parser.add_argument("--only", choices=PARTS, help="one of the parts")
    arguments = parser.parse_args()
    seed = random.SystemRandom().randrange(2**32) if arguments.seed is None else arguments.seed
    print(f"seed {seed}", flush=True)
    sys.setrecursionlimit(20_000)  # some records are deep
    redact = Redact(arguments.tool)
    for name, part in PARTS.items():
        if arguments.only not in (None, name):
            continue
        try:
            part(redact, random.Random(f"{seed} {name}"), arguments.cases)
        except Broken as broken:
            with tempfile.NamedTemporaryFile(prefix="chatevents-redaction-", suffix=".jsonl", delete=False) as kept:
                kept.write(ndjson(broken.texts))
            print(f"{name}: {broken}\ninput: {kept.name}\nseed {seed}")
            return 1
        print(f"{name} holds", flush=True)
    print(f"{arguments.cases} records a part were redacted, seed {seed}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
