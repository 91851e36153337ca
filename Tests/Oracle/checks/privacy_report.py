"""Measures how much of the personal data in free text `chatevents redact` finds, and how much else it takes for such.

Usage: python3 Tests/Oracle/checks/privacy_report.py --tool .build/release/chatevents [--seed N] [--misses N]

Each sentence of `privacy_corpus.py` goes through the tool as the body of a chat's only message. Recall is the share of values
of which nothing but punctuation is left; precision, the share of what was replaced that is one of the values, among the
sentences about the kind and those that look like it.
"""

from __future__ import annotations

import paths  # noqa: F401, where the modules that follow are found

import argparse
import json
import re
import subprocess
import sys
from collections import defaultdict
from dataclasses import dataclass, field

from privacy_corpus import Sentence, corpus

MARK = "<redacted>"


@dataclass
class Tally:
    values: int = 0
    found: int = 0
    sentences: int = 0
    wrong: int = 0
    replaced: int = 0
    too_much: int = 0
    misses: list[tuple[str, str]] = field(default_factory=list)


def redacted(tool: str, texts: list[str]) -> list[str]:
    """The texts as they come out of the tool."""
    records = [{"kind": "Conversation", "id": f"c{place}", "items": [{"kind": "MessageToOperator", "body": text}],
                "visitor": {"id": "v"}} for place, text in enumerate(texts)]  # fmt: skip
    given = "".join(json.dumps(record) + "\n" for record in records)
    done = subprocess.run([tool, "redact"], input=given.encode(), capture_output=True, check=True)
    lines = done.stdout.decode().splitlines()
    if len(lines) != len(texts):
        sys.exit(f"{len(texts)} records went in, {len(lines)} came out")
    return [json.loads(line)["items"][0]["body"] for line in lines]


def replaced_ranges(text: str, result: str) -> list[range]:
    """Which characters of a text the marks in the result stand for."""
    pieces = result.split(MARK)
    if MARK in text:  # a mark that was there before stands for itself
        return [] if text == result else [range(len(text))]
    pattern = "(.+?)".join(re.escape(piece) for piece in pieces)
    match = re.fullmatch(pattern, text, re.DOTALL)
    if match is None:
        sys.exit(f"not the text with marks in it: {text!r} became {result!r}")
    return [range(*match.span(group)) for group in range(1, len(pieces))]


def places(sentence: Sentence) -> list[range]:
    found = []
    behind = 0
    for value in sentence.values:
        start = sentence.text.index(value, behind)
        behind = start + len(value)
        found.append(range(start, behind))
    return found


def judge(sentence: Sentence, result: str, tally: Tally) -> None:
    """Counts what became of one sentence."""
    masked = replaced_ranges(sentence.text, result)
    covered = {place for stretch in masked for place in stretch}
    wanted = places(sentence)
    spoken = [{place for place in stretch if sentence.text[place].isalnum()} for stretch in wanted]
    inside = {place for stretch in wanted for place in stretch}
    tally.sentences += 1
    tally.values += len(wanted)
    tally.found += sum(letters <= covered for letters in spoken)
    tally.replaced += len(masked)
    tally.wrong += sum(inside.isdisjoint(stretch) for stretch in masked)
    tally.too_much += any(sentence.text[place].isalnum() for place in covered - inside) and bool(inside)
    if any(not letters <= covered for letters in spoken) or (masked and not wanted):
        tally.misses.append((sentence.text, result))


def share(part: int, whole: int) -> str:
    return f"{part / whole:.4f}" if whole else "-"


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure what is found in free text.")
    parser.add_argument("--tool", required=True, help="the built program")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--misses", type=int, default=0, help="how many misses to print for each group")
    arguments = parser.parse_args()
    sentences = corpus(arguments.seed)
    results = redacted(arguments.tool, [sentence.text for sentence in sentences])
    groups: dict[tuple[str, str, bool], Tally] = defaultdict(Tally)
    kinds: dict[str, Tally] = defaultdict(Tally)
    for sentence, result in zip(sentences, results, strict=True):
        judge(sentence, result, groups[sentence.kind, sentence.group, bool(sentence.values)])
        judge(sentence, result, kinds[sentence.kind])
    print(f"seed {arguments.seed}, {len(sentences)} sentences\n")
    print("| kind | values | recall | precision |\n|---|---|---|---|")
    for kind, tally in kinds.items():
        print(f"| {kind} | {tally.values} | {share(tally.found, tally.values)} "
              f"| {share(tally.replaced - tally.wrong, tally.replaced)} |")  # fmt: skip
    print("\n| kind | values that are | number | recall | more than the value taken |\n|---|---|---|---|---|")
    for (kind, group, holds), tally in groups.items():
        if holds:
            print(f"| {kind} | {group} | {tally.values} | {share(tally.found, tally.values)} | {tally.too_much} |")
    print("\n| like | sentences without | number | left as they were |\n|---|---|---|---|")
    for (kind, group, holds), tally in groups.items():
        if not holds:
            print(f"| {kind} | {group} | {tally.sentences} | {share(tally.sentences - len(tally.misses), tally.sentences)} |")
    for (kind, group, _), tally in groups.items():
        for text, result in tally.misses[: arguments.misses]:
            print(f"\n{kind}, {group}: {text!r}\n    became {result!r}")
    again = redacted(arguments.tool, results)
    changed = sum(one != other for one, other in zip(results, again, strict=True))
    print(f"\n{changed} sentences changed when they were redacted once more")
    return 1 if changed else 0


if __name__ == "__main__":
    sys.exit(main())
