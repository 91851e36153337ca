"""Holds the JSON Schemas that the tool prints against what the tool itself finds in documents.

    python3 Tests/Oracle/checks/schema.py --tool .build/release/chatevents [--cases N] [--seed N] [--format NAME]

First the schemas alone: each is a schema of its draft, and documents written by hand are judged as they should be. Then
generated records and those of the fixtures, most of them changed in one or two places, are judged by a public validator
and by `chatevents validate`: a document is sound for both or for neither, as far as a schema can say it. The first
disagreement ends the run with status 1. Needs the Python package `jsonschema`.
"""

from __future__ import annotations

import paths  # noqa: F401, where the modules that follow are found

import argparse
import json
import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, ValidationError, validators

from formats import MARKS, of_each_format
from golden import FAULTS_OF_JSON
from identity import visible
from routes import RECORDS
from schema_cases import BY_HAND
from schema_changes import changed

FIXTURES = Path(__file__).resolve().parents[3] / "Fixtures"

# What a schema can say about any record, and what about those of one format.
SAYABLE = {"type-mismatch", "missing-member", "value-not-allowed", "rating-out-of-range"}
OF_SEGMENT = {
    "id-not-string", "event-not-defined", "event-not-string", "name-not-string", "category-not-string",
    "properties-not-object", "traits-not-object", "no-group-id", "no-user-id", "no-identity", "unknown-call",
}  # fmt: skip

# Times that look like one: a schema does not know that there is no such day, or that a year has five digits.
TIME_LIKE = re.compile(
    r"-?[0-9]+(\.[0-9]+)?|[0-9]{4}-[01][0-9]-[0-3][0-9][Tt ][0-2][0-9]:[0-5][0-9]:[0-5][0-9](\.[0-9]+)?"
    r"([Zz]|[+-][0-2][0-9]:?[0-5][0-9])?"
)

# The members of documents that hold a record as text: webhooks' forms, and lines of rejects files.
WRAPPERS = {"data", "record", "record_base64"}


class Disagreed(Exception):
    """The schema and the tool judge differently."""


class Unfit(Exception):
    """A document that Python reads otherwise than it stands there."""


@dataclass(frozen=True)
class Format:
    """A format: the schema of its records, what a schema can say of them, and the schema of its batches."""

    name: str
    schema: str
    codes: set[str]
    batch: str | None = None


FORMATS = [
    Format("olark", "olark-transcript", {"unknown-kind", "invalid-timestamp"}),
    Format("olark-js", "olark-callback-record", {"invalid-timestamp"}),
    Format("userlike", "userlike-record", {"unknown-kind", "invalid-timestamp"}),
    Format("userlike-js", "userlike-tracking-record", {"invalid-timestamp"}),
    Format("segment", "segment-event", OF_SEGMENT, batch="segment-batch"),
    Format("rudderstack", "rudderstack-event", {"no-identity", "unknown-call"}, batch="rudderstack-batch"),
]
of_each_format({form.name: form for form in FORMATS})


def pattern_as_in_javascript(_: Any, pattern: str, value: Any, __: Any) -> Iterator[ValidationError]:
    """The end of a pattern is the end of the text; Python's `$` also stands before a line end."""
    if isinstance(value, str) and not re.search(re.sub(r"\$$", r"\\Z", pattern), value):
        yield ValidationError(f"{value!r} does not match {pattern!r}")


Validator = validators.extend(Draft202012Validator, {"pattern": pattern_as_in_javascript})


class Schemas:
    """The schemas as the tool prints them, each of them checked."""

    def __init__(self, tool: str) -> None:
        self.names = [line.split()[0] for line in self._printed(tool)]
        self.documents = {name: json.loads("\n".join(self._printed(tool, name))) for name in self.names}
        for document in self.documents.values():
            Draft202012Validator.check_schema(document)
        self.validators = {name: Validator(document) for name, document in self.documents.items()}

    def of(self, form: Format, document: Any) -> str:
        """The name of the schema that a document of the format is judged by."""
        return form.batch if form.batch and isinstance(document, dict) and "batch" in document else form.schema

    def error(self, name: str, document: Any) -> str | None:
        """What is wrong with a document; None where it is sound."""
        found = next(self.validators[name].iter_errors(document), None)
        return None if found is None else f"{found.json_path}: {found.message[:300]}"

    @staticmethod
    def _printed(tool: str, *arguments: str) -> list[str]:
        done = subprocess.run([tool, "schema", *arguments], capture_output=True, check=True, text=True)
        return done.stdout.splitlines()


def check_by_hand(schemas: Schemas) -> int:
    """Judges the documents that are written by hand, and returns how many there are."""
    for name, document, is_sound in BY_HAND:
        error = schemas.error(name, document)
        if (error is None) != is_sound:
            raise Disagreed(f"{name}: {json.dumps(document)} should be {'sound' if is_sound else 'unsound'}: {error}")
    missing = {form.schema for form in FORMATS} - {name for name, _, _ in BY_HAND}
    if missing:
        raise Disagreed(f"no document by hand for {', '.join(sorted(missing))}")
    return len(BY_HAND)


def fixtures(form: Format) -> list[Any]:
    """The documents of the fixtures, those of them that are JSON as they stand."""
    documents = []
    for path in sorted((FIXTURES / form.name).rglob("*.input.json*")):
        text = path.read_bytes()
        for part in [text] if path.suffix == ".json" else text.splitlines():
            try:
                document = parsed(part)
            except (ValueError, Unfit, RecursionError):
                continue
            if isinstance(document, dict) and set(MARKS[form.name]) & document.keys() and not WRAPPERS & document.keys():
                documents.append(document)
    return documents


def parsed(text: bytes) -> Any:
    """The document of a text; raises `Unfit` for what Python and the tool take for different things."""

    def members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        if len(dict(pairs)) < len(pairs):
            raise Unfit("a repeated key")
        return dict(pairs)

    def number(text: str) -> float:
        if float(text).is_integer() or "e" in text.lower():
            raise Unfit("a whole number that is not written as one")
        return float(text)

    return json.loads(text, object_pairs_hook=members, parse_float=number)


def documents(rng: random.Random, form: Format, schemas: Schemas, count: int) -> list[Any]:
    """Documents of a format, three in four of them changed."""
    known, made = fixtures(form), []
    if not known:
        raise Disagreed(f"{form.name}: no fixture can be read")
    while len(made) < count:
        try:
            sound = parsed(RECORDS[form.name](rng, False, 0.0)) if rng.random() < 0.8 else rng.choice(known)
        except (ValueError, Unfit):
            continue
        schema = schemas.documents[schemas.of(form, sound)]
        made.append(changed(rng, sound, schema) if rng.random() < 0.75 else sound)
    return [document for document in made if isinstance(document, dict)]


def findings(tool: str, form: Format, texts: list[str]) -> list[list[dict[str, Any]]]:
    """What the tool finds wrong with each document, one a line; warnings do not count."""
    with tempfile.NamedTemporaryFile(prefix="chatevents-schema-", suffix=".jsonl") as file:
        file.write("\n".join([*texts, ""]).encode())
        file.flush()
        command = [tool, "validate", "--as", form.name, "--format", "json", file.name]
        done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode not in (0, 1):
        raise Disagreed(f"status {done.returncode} of {' '.join(command)}\n{done.stderr.decode(errors='replace')[:2000]}")
    found: list[list[dict[str, Any]]] = [[] for _ in texts]
    for finding in map(json.loads, done.stdout.splitlines()):
        if finding["severity"] == "error":
            found[finding["line"] - 1].append(finding)
    return found


def is_beyond(document: Any, finding: dict[str, Any]) -> bool:
    """Whether a schema cannot know it: that there is no such day, that an id shows nothing, what a callback was given, or what an id
    is in a call of RudderStack's that no model has."""
    value = at(document, finding["pointer"])
    if finding["code"] == "missing-member" and finding["pointer"] in ("/event", "/event/message", "/event/command"):
        return True
    if finding["code"] == "type-mismatch" and finding["pointer"].rpartition("/")[2] in ("userId", "anonymousId", "previousId"):
        return at(document, finding["pointer"].rpartition("/")[0]).get("type") in ("identify", "page", "screen", "alias")
    if finding["code"] == "invalid-timestamp":
        return TIME_LIKE.fullmatch(str(value)) is not None
    if finding["code"] == "no-identity" and isinstance(value, str):
        event = at(document, finding["pointer"].rpartition("/")[0])
        return any(is_blank(event.get(name)) for name in ("userId", "anonymousId"))
    return False


def is_blank(value: Any) -> bool:
    """Whether it is a text of characters of which none is seen."""
    return isinstance(value, str) and value != "" and not visible(value)


def at(document: Any, pointer: str) -> Any:
    """The value at the end of a JSON pointer."""
    for token in pointer.split("/")[1:]:
        token = token.replace("~1", "/").replace("~0", "~")
        document = document[int(token)] if isinstance(document, list) else document[token]
    return document


def judge(tool: str, form: Format, schemas: Schemas, documents: list[Any]) -> int:
    """Judges the documents both ways, and returns how many of them the schema finds unsound; raises `Disagreed`."""
    texts = [json.dumps(document) for document in documents]
    unsound = 0
    for document, text, found in zip(documents, texts, findings(tool, form, texts), strict=True):
        error = schemas.error(schemas.of(form, document), document)
        if any(finding["code"] in FAULTS_OF_JSON for finding in found):
            continue  # a fault of the JSON ends a document: nobody looks at its members
        counted = [finding for finding in found if finding["code"] in SAYABLE | form.codes]
        if error is None:
            counted = [finding for finding in counted if not is_beyond(document, finding)]
        unsound += error is not None
        if (error is None) != (not counted):
            told = found or "sound"
            raise Disagreed(f"{form.name}: the schema says {error or 'sound'}; the tool says {told}\n{text[:10_000]}")
    return unsound


def main() -> int:
    parser = argparse.ArgumentParser(description="Hold the schemas against the tool.")
    parser.add_argument("--tool", required=True, help="the built program")
    parser.add_argument("--cases", type=int, default=1000, help="how many documents of each format (default: 1000)")
    parser.add_argument("--seed", type=int, default=None, help="repeat the run with this seed")
    parser.add_argument("--format", choices=[form.name for form in FORMATS], action="append", help="this format alone")
    arguments = parser.parse_args()
    seed = random.SystemRandom().randrange(2**32) if arguments.seed is None else arguments.seed
    print(f"seed {seed}", flush=True)
    try:
        schemas = Schemas(arguments.tool)
        print(f"{len(schemas.names)} schemas, {check_by_hand(schemas)} documents by hand: as they should be", flush=True)
        for form in FORMATS:
            if arguments.format and form.name not in arguments.format:
                continue
            cases = documents(random.Random(f"{seed} {form.name}"), form, schemas, arguments.cases)
            unsound = judge(arguments.tool, form, schemas, cases)
            print(f"{form.name}: {len(cases)} documents, {unsound} of them unsound: agreed", flush=True)
            if min(unsound, len(cases) - unsound) < arguments.cases // 10:
                raise Disagreed(f"{form.name}: too few of the documents are sound, or unsound, to show anything")
    except Disagreed as disagreed:
        print(f"{disagreed}\nseed {seed}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
