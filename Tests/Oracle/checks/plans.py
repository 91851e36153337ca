"""Holds `chatevents validate --plan` against a public validator of JSON Schema.

    python3 Tests/Oracle/checks/plans.py --tool .build/release/chatevents [--cases N] [--seed N]

Generated schemas of the keywords that plans use, in both drafts and with references, are put into plans of every form that is
read: a file of schemas by event, a folder, and what Segment and RudderStack export. Calls with generated properties, one a line
or in batches, are judged by the Python package `jsonschema` and by the tool: each violation must be of the same kind and have the
same place. Then plans with one keyword that is not read, somewhere inside: each must be refused by the keyword's name; and plans that are
broken anywhere. The first disagreement ends the run with status 1.
"""

from __future__ import annotations

import paths  # noqa: F401, where the modules that follow are found

import argparse
import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

from jsonschema import Draft7Validator, Draft202012Validator

from plan_schemas import DRAFT_07, DRAFT_2020, SchemaMaker, fitting, value, written
from text_formats import CHECKER

FIXTURES = Path(__file__).resolve().parents[3] / "Fixtures" / "plans"

# What stands in broken plans.
BREAKS = [b"", b"{", b"}", b"[", b"]", b'"', b"\\", b",", b":", b"\xff", b"\x00", b"0", b"null", b'"$ref":"#",', b'"not":{},', b'"type":[],']

VALIDATORS = {DRAFT_07: Draft7Validator, DRAFT_2020: Draft202012Validator}

# The names that RudderStack has for violations, by keyword; any other is Unknown-Violation.
# Source: RudderStack, "Violation Management"; rudder-transformer, `src/util/eventValidation.js`. Read in November 2026.
CODES = {
    "required": "plan-required-missing",
    "type": "plan-datatype-mismatch",
    "additionalProperties": "plan-additional-properties",
}
CLASSES = {
    "unplanned-event": "Unplanned-Event",
    "plan-required-missing": "Required-Missing",
    "plan-datatype-mismatch": "Datatype-Mismatch",
    "plan-additional-properties": "Additional-Properties",
    "plan-violation": "Unknown-Violation",
}

# Keywords of JSON Schema that are not read, each with a value.
UNREAD = {
    "uniqueItems": True, "multipleOf": 2, "patternProperties": {}, "propertyNames": True, "contains": True, "minProperties": 1,
    "maxProperties": 9, "if": True, "then": True, "else": True, "dependentRequired": {}, "dependentSchemas": {}, "prefixItems": [True],
    "unevaluatedProperties": False, "unevaluatedItems": False, "$anchor": "a", "$dynamicRef": "#a", "dependencies": {},
    "additionalItems": False, "contentEncoding": "base64", "requried": ["a"],
}  # fmt: skip


class Disagreed(Exception):
    """The validator and the tool judge differently."""


class Case(NamedTuple):
    """A schema of the properties of an event, its draft, and the call's properties."""

    event: str
    schema: Any
    draft: str
    properties: Any
    is_planned: bool


def pointer(path: Any) -> str:
    return "".join("/" + str(token).replace("~", "~0").replace("/", "~1") for token in path)


def with_places(schema: Any) -> Any:
    """The schema with `{"not": {}}` in place of `false`, of which the validator does not say where it refused something."""
    if schema is False:
        return {"not": {}}
    if not isinstance(schema, dict):
        return schema
    made = dict(schema)
    for keyword in ("properties", "$defs", "definitions"):
        if keyword in made:
            made[keyword] = {name: with_places(part) for name, part in made[keyword].items()}
    for keyword in ("anyOf", "oneOf", "allOf"):
        if keyword in made:
            made[keyword] = [with_places(part) for part in made[keyword]]
    for keyword in ("items", "not"):
        if keyword in made:
            made[keyword] = with_places(made[keyword])
    if isinstance(made.get("additionalProperties"), dict):
        made["additionalProperties"] = with_places(made["additionalProperties"])
    return made


def expected(case: Case) -> set[tuple[str, str]]:
    """Code and place of each violation."""
    if not case.is_planned:
        return {("unplanned-event", "/event")}
    found = set()
    for error in VALIDATORS[case.draft](with_places(case.schema), format_checker=CHECKER).iter_errors(case.properties):
        path = ["properties", *error.absolute_path]
        if error.validator == "additionalProperties":
            named = error.schema.get("properties", {})
            found |= {(CODES["additionalProperties"], pointer([*path, name])) for name in error.instance if name not in named}
        else:
            found.add((CODES.get(error.validator, "plan-violation"), pointer(path)))
    return found


def cases(rng: random.Random, count: int, default: str) -> tuple[list[Case], dict[str, str]]:
    """Cases with new schemas, and the text of the schema of each event."""
    made, schemas = [], {}
    while len(made) < count:
        event = f"Event {len(schemas)}" + rng.choice(["", " é", "/x", ' "'])
        draft = rng.choice([DRAFT_07, DRAFT_2020])
        raw = SchemaMaker(rng, draft).schema()
        if draft != default or rng.random() < 0.3:
            raw = {"$schema": draft, **raw}
        text = written(rng, raw)
        schema = json.loads(text)
        VALIDATORS[draft].check_schema(schema)
        schemas[event] = text
        for _ in range(rng.choice([1, 2, 4])):
            is_planned = rng.random() > 0.03
            properties = json.loads(spelled := written(rng, fitting(rng, raw, raw) if rng.random() < 0.85 else value(rng)))
            made.append((Case(event if is_planned else event.lower(), schema, draft, properties, is_planned), spelled))
    return made, schemas


def by_name(folder: Path, schemas: dict[str, str], _: random.Random) -> Path:
    path = folder / "plan.json"
    path.write_text("{" + ",".join(f"{json.dumps(name)}:{text}" for name, text in schemas.items()) + "}")
    return path


def in_folder(folder: Path, schemas: dict[str, str], rng: random.Random) -> Path:
    path = folder / "plan"
    path.mkdir()
    for name, text in schemas.items():
        file = path / (name.replace("/", "%2F") + rng.choice([".json", ".schema.json"]))
        # A schema that names its draft or its type tells by itself that it is one.
        schema = json.loads(text)
        if "$schema" not in schema and "type" not in schema and "$ref" not in schema:
            text = '{"$schema":' + json.dumps(DRAFT_2020) + "," + text.lstrip()[1:] if len(schema) else '{"$schema":' + json.dumps(DRAFT_2020) + "}"
        file.write_text(text)
    (path / "README.md").write_text("not a schema")
    return path


def whole(text: str, rng: random.Random) -> str:
    """The schema of the whole call around that of its properties: the draft is that of the whole."""
    schema = json.loads(text)
    draft = f'"$schema":{json.dumps(schema["$schema"])},' if "$schema" in schema else ""
    extra = rng.choice(["", '"labels":{"area":"a"},', '"eventMetadata":{"name":"n"},'])
    return f'{{{draft}{extra}"type":"object","properties":{{"context":{{}},"traits":{{}},"properties":{text}}}}}'


def refers(text: str) -> bool:
    return '"$ref"' in text or "\\u0024" in text


def of_segment(folder: Path, schemas: dict[str, str], rng: random.Random) -> Path:
    """The Public API's list; a schema that refers is not put into another, whose root is another."""
    rules = []
    for name, text in schemas.items():
        schema = text if refers(text) or rng.random() < 0.5 else whole(text, rng)
        rules.append(f'{{"type":"TRACK","key":{json.dumps(name)},"version":1,"jsonSchema":{schema}}}')
    body = '"rules":[' + ",".join(rules) + "]"
    path = folder / "segment.json"
    path.write_text(rng.choice(['{"id":"tp_1","name":"P",%s}', '{"data":{%s,"pagination":{"current":"MA=="}}}']) % body)
    return path


def by_kind(folder: Path, schemas: dict[str, str], rng: random.Random) -> Path:
    """The form with events and kinds under `rules`, which both vendors have had."""
    events = [f'{{"name":{json.dumps(name)},"rules":{text if refers(text) else whole(text, rng)}}}' for name, text in schemas.items()]
    path = folder / "kinds.json"
    path.write_text('{"name":"P","version":2,"rules":{"events":[' + ",".join(events) + '],"identify":{},"group":null}}')
    return path


def of_rudderstack(folder: Path, schemas: dict[str, str], rng: random.Random) -> Path:
    events = [
        f'{{"id":"ev_{place}","name":{json.dumps(name)},"eventType":"track","rules":{text if refers(text) else whole(text, rng)}}}'
        for place, (name, text) in enumerate(schemas.items())
    ]
    path = folder / "rudderstack.json"
    path.write_text('{"id":"tp_1","name":"P","version":"3","events":[' + ",".join(events) + "]}")
    return path


FORMS = [(by_name, DRAFT_2020), (in_folder, DRAFT_2020), (of_segment, DRAFT_07), (by_kind, DRAFT_07), (of_rudderstack, DRAFT_07)]


def judge(tool: str, rng: random.Random, count: int) -> tuple[int, int]:
    """Judges that many calls under one plan; returns how many there were, and how many break it."""
    write, default = rng.choice(FORMS)
    made, schemas = cases(rng, count, default)
    with tempfile.TemporaryDirectory(prefix="chatevents-plans-") as name:
        folder = Path(name)
        plan = write(folder, schemas, rng)
        lines, places = [], []
        while len(places) < len(made):
            size = rng.choice([1, 1, 1, 2, 5])
            group = made[len(places) : len(places) + size]
            calls = [f'{{"type":"track","userId":"u","event":{json.dumps(case.event)},"properties":{text}}}' for case, text in group]
            is_batch = len(calls) > 1 or rng.random() < 0.1
            places += [(len(lines) + 1, f"/batch/{index}" if is_batch else "") for index in range(len(calls))]
            lines.append('{"batch":[' + ",".join(calls) + "]}" if is_batch else calls[0])
        file = folder / "calls.jsonl"
        file.write_text("\n".join([*lines, ""]))
        words = ["validate", "--as", rng.choice(["segment", "rudderstack"]), "--jobs", rng.choice("13"), "--format", "json"]
        done = subprocess.run([tool, *words, "--plan", str(plan), str(file)], capture_output=True, check=False)
        if done.returncode not in (0, 1):
            raise Disagreed(f"status {done.returncode} with {write.__name__}\n{done.stderr.decode(errors='replace')[:2000]}\n{plan_text(plan)[:3000]}")
    compare(made, places, [json.loads(line) for line in done.stdout.splitlines()], write.__name__)
    return len(made), sum(bool(expected(case)) for case, _ in made)


def plan_text(plan: Path) -> str:
    return plan.read_text() if plan.is_file() else ""


def compare(made: list[tuple[Case, str]], places: list[tuple[int, str]], findings: list[dict[str, Any]], form: str) -> None:
    found: dict[tuple[int, str], set[tuple[str, str]]] = {place: set() for place in places}
    for finding in findings:
        if finding["code"] not in CLASSES:
            continue
        if CLASSES[finding["code"]] not in finding["message"]:
            raise Disagreed(f"the message does not have the name of the violation: {finding}")
        line, way = finding["line"], finding["pointer"]
        prefix = "/".join(way.split("/")[:3]) if way.startswith("/batch/") else ""
        found[line, prefix].add((finding["code"], way[len(prefix) :]))
    for (case, text), place in zip(made, places, strict=True):
        should = expected(case)
        if found[place] != should:
            raise Disagreed(
                f"{form}: the validator says {sorted(should - found[place])}, the tool alone {sorted(found[place] - should)}\n"
                f"draft {case.draft}\nschema {json.dumps(case.schema, ensure_ascii=False)}\nproperties {text}"
            )


def refusals(tool: str, rng: random.Random, count: int) -> None:
    """Puts one keyword that is not read somewhere into a schema: it must be named, with its place."""
    for _ in range(count):
        keyword = rng.choice(list(UNREAD))
        way, schema = [], {keyword: UNREAD[keyword]}
        for _ in range(rng.randint(0, 4)):
            step = rng.choice(["properties", "items", "not", "anyOf", "additionalProperties"])
            schema, inner = {step: {"a b": schema} if step == "properties" else [True, schema] if step == "anyOf" else schema}, schema
            way = [step, *(["a b"] if step == "properties" else ["1"] if step == "anyOf" else []), *way]
        with tempfile.TemporaryDirectory(prefix="chatevents-plans-") as folder:
            plan = Path(folder, "plan.json")
            plan.write_text(json.dumps({"E": schema}, indent=rng.choice([None, 2])))
            done = subprocess.run([tool, "validate", "--plan", str(plan)], input=b'{"type":"track","userId":"u","event":"E"}', capture_output=True, check=False)
        message = done.stderr.decode()
        if done.returncode != 64 or f'"{keyword}"' not in message or f"at {pointer(['E', *way])}" not in message.splitlines()[0] + "\n":
            raise Disagreed(f"{keyword} at {way}: status {done.returncode}\n{message}")


def break_plans(tool: str, rng: random.Random, count: int) -> None:
    """Breaks plans of the fixtures anywhere: each is read or refused with a place, and the tool never ends otherwise."""
    plans = [path.read_bytes() for path in sorted(FIXTURES.rglob("*.json"))]
    for _ in range(count):
        text = bytearray(rng.choice(plans))
        for _ in range(rng.randint(1, 3)):
            place = rng.randrange(len(text))
            text[place : place + rng.choice([0, 0, 1, 1, 9])] = rng.choice(BREAKS)
        with tempfile.TemporaryDirectory(prefix="chatevents-plans-") as folder:
            plan = Path(folder, "plan.json")
            plan.write_bytes(text)
            command = [tool, "validate", "--as", "segment", "--plan", str(plan), str(FIXTURES / "calls.jsonl")]
            done = subprocess.run(command, capture_output=True, check=False)
        if done.returncode not in (0, 1, 64) or (done.returncode == 64 and b"/plan.json:" not in done.stderr):
            raise Disagreed(f"status {done.returncode}\n{done.stderr.decode(errors='replace')[:1000]}\n{bytes(text)!r}")


def main() -> int:
    parser = argparse.ArgumentParser(description="Hold plans against jsonschema.")
    parser.add_argument("--tool", required=True, help="the built program")
    parser.add_argument("--cases", type=int, default=1000, help="how many calls (default: 1000)")
    parser.add_argument("--seed", type=int, default=None, help="repeat the run with this seed")
    arguments = parser.parse_args()
    seed = random.SystemRandom().randrange(2**32) if arguments.seed is None else arguments.seed
    print(f"seed {seed}", flush=True)
    rng = random.Random(seed)
    judged = broken = 0
    try:
        while judged < arguments.cases:
            count, unsound = judge(arguments.tool, rng, min(200, max(1, arguments.cases - judged)))
            judged, broken = judged + count, broken + unsound
        print(f"{judged} calls, {broken} of them break their plan: agreed", flush=True)
        if arguments.cases >= 500 and min(broken, judged - broken) < judged // 8:
            raise Disagreed("too few of the calls keep to their plan, or break it, to show anything")
        refusals(arguments.tool, rng, min(100, arguments.cases // 10))
        print("keywords that are not read: refused", flush=True)
        break_plans(arguments.tool, rng, min(500, arguments.cases // 10))
        print("broken plans: read, or refused with a place", flush=True)
    except Disagreed as disagreed:
        print(f"{disagreed}\nseed {seed}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
