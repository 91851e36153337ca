"""Measures how much of the personal data in free text `chatevents redact` finds, and how much else it takes for such.

Usage: python3 Tests/Oracle/checks/privacy_report.py --tool .build/release/chatevents [--seed N] [--each N] [--alone] [--misses N]

Each sentence goes through the tool as the body of a chat's only message. There are three corpora: that of `privacy_corpus.py`, which
the rules were written with; that of `privacy_contexts.py`, with values where they are hard to see; and that of
`privacy_innocents.py`, with nothing to be found. What Presidio and `phonenumbers` find in the same sentences stands beside.

Recall is the share of values of which nothing but punctuation is left; precision, the share of what was replaced that is one of the
values, among the sentences about the kind and those that look like it. The status is 1 where a figure of `LEAST` or `MOST` is missed.
"""

from __future__ import annotations

import paths  # noqa: F401, where the modules that follow are found

import argparse
import json
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

import privacy_contexts
from privacy_corpus import Sentence, corpus
from privacy_innocents import innocents
from privacy_peers import Finder, phone_matches, presidio

MARK = "<redacted>"

# The recall that each kind must reach in the sentences of `privacy_contexts.py`, and in those of `privacy_corpus.py`.
LEAST = {"e-mail": 0.99, "IP": 0.99, "phone, international": 1.0, "phone, national, announced": 0.99,
         "phone, national, not announced": 0.70, "payment card": 0.99, "IBAN": 0.99}  # fmt: skip
LEAST_BEFORE = {"phone": 0.936, "email": 1.0, "address": 1.0}

# The share of innocent sentences that may be changed.
MOST = 0.06



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
    return f"{part / whole:.3f}" if whole else "-"


def is_found(sentence: Sentence, found: list[range]) -> bool:
    """Whether no letter or digit of the values is left when that is gone."""
    covered = {place for stretch in found for place in stretch}
    return all(place in covered or not sentence.text[place].isalnum() for stretch in places(sentence) for place in stretch)


def report_before(tool: str, seed: int, misses: int) -> list[str]:
    """Prints what becomes of the sentences that the rules were written with; returns which figures are missed."""
    sentences = corpus(seed)
    results = redacted(tool, [sentence.text for sentence in sentences])
    groups: dict[tuple[str, str, bool], Tally] = defaultdict(Tally)
    kinds: dict[str, Tally] = defaultdict(Tally)
    for sentence, result in zip(sentences, results, strict=True):
        judge(sentence, result, groups[sentence.kind, sentence.group, bool(sentence.values)])
        judge(sentence, result, kinds[sentence.kind])
    print(f"{len(sentences)} sentences that the rules were written with\n")
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
        for text, result in tally.misses[:misses]:
            print(f"\n{kind}, {group}: {text!r}\n    became {result!r}")
    return [f"{kind}: {kinds[kind].found / kinds[kind].values:.4f} of the sentences that the rules were written with"
            for kind, least in LEAST_BEFORE.items() if kinds[kind].found / kinds[kind].values < least] + again(tool, results)  # fmt: skip


def again(tool: str, results: list[str]) -> list[str]:
    changed = [(one, other) for one, other in zip(results, redacted(tool, results), strict=True) if one != other]
    for one, other in changed[:5]:
        print(f"\nnot the same when redacted once more: {one!r}\n    became {other!r}")
    return [f"{len(changed)} sentences changed when they were redacted once more"] if changed else []


@dataclass
class Compared:
    """How many sentences there are, and in how many of them each finder finds all that is to be found; or, of innocents, anything."""

    count: int = 0
    found: list[int] = field(default_factory=lambda: [0, 0, 0])
    misses: list[tuple[str, str]] = field(default_factory=list)

    def add(self, verdicts: list[bool]) -> None:
        self.count += 1
        self.found = [count + verdict for count, verdict in zip(self.found, verdicts, strict=True)]

    def shares(self, shown: list[bool]) -> str:
        return " | ".join(share(count, self.count) if is_shown else "-" for count, is_shown in zip(self.found, shown, strict=True))


def compared(tool: str, sentences: list[Sentence], peers: Callable[[str], list[Finder | None]],
             verdict: Callable[[Sentence, list[range]], bool]) -> tuple[dict[tuple[str, str], Compared], list[str]]:  # fmt: skip
    """What all finders find, by kind and group, and the texts as the tool leaves them."""
    rows: dict[tuple[str, str], Compared] = defaultdict(Compared)
    results = redacted(tool, [sentence.text for sentence in sentences])
    for sentence, result in zip(sentences, results, strict=True):
        ours = verdict(sentence, replaced_ranges(sentence.text, result))
        others = [find is not None and verdict(sentence, find(sentence.text)) for find in peers(sentence.kind)]
        row = rows[sentence.kind, sentence.group]
        row.add([ours, *others])
        if ours != bool(sentence.values):
            row.misses.append((sentence.text, result))
    return rows, results


def print_rows(rows: dict[tuple[str, str], Compared], peers: Callable[[str], list[Finder | None]], misses: int) -> dict[str, Compared]:
    """Prints a table of the groups, and of the kinds as a whole; returns the latter."""
    kinds: dict[str, Compared] = defaultdict(Compared)
    for (kind, group), row in rows.items():
        shown = [True, *(find is not None for find in peers(kind))]
        print(f"| {kind} | {group} | {row.count} | {row.shares(shown)} |")
        kinds[kind].count += row.count
        kinds[kind].found = [one + other for one, other in zip(kinds[kind].found, row.found, strict=True)]
    for kind, whole in kinds.items():
        print(f"| {kind} | **all** | {whole.count} | {whole.shares([True, *(find is not None for find in peers(kind))])} |")
    for (kind, group), row in rows.items():
        for text, result in row.misses[:misses]:
            print(f"\n{kind}, {group}: {text!r}\n    became {result!r}")
    return kinds


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure what is found in free text.")
    parser.add_argument("--tool", required=True, help="the built program")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=250, help="how many sentences for each kind and context")
    parser.add_argument("--alone", action="store_true", help="without the peers")
    parser.add_argument("--misses", type=int, default=0, help="how many misses to print for each group")
    arguments = parser.parse_args()
    found = {} if arguments.alone else presidio()
    if isinstance(found, str):
        print(f"Presidio cannot be imported: {found}\n")
        found = {}

    def peers(kind: str) -> list[Finder | None]:
        is_phone = kind.startswith("phone") or kind == "innocent"
        return [found.get(re.split("[ ,]", kind)[0]), phone_matches if is_phone and not arguments.alone else None]

    print(f"seed {arguments.seed}\n")
    missed = report_before(arguments.tool, arguments.seed, arguments.misses)
    rows, results = compared(arguments.tool, privacy_contexts.corpus(arguments.seed, arguments.each), peers, is_found)
    print("\nRecall where values are hard to see\n\n| kind | where | number | chatevents | Presidio | phonenumbers |\n|---|---|---|---|---|---|")
    kinds = print_rows(rows, peers, arguments.misses)
    missed += again(arguments.tool, results)
    missed += [f"{kind}: {share(kinds[kind].found[0], kinds[kind].count)} found, {least} wanted"
               for kind, least in LEAST.items() if kinds[kind].found[0] < least * kinds[kind].count]  # fmt: skip
    rows, results = compared(arguments.tool, innocents(arguments.seed, arguments.each), peers, lambda _, ranges: bool(ranges))
    print("\nThe share of innocent sentences that are changed\n\n| kind | what | number | chatevents | Presidio | phonenumbers |\n"
          "|---|---|---|---|---|---|")  # fmt: skip
    changed = print_rows(rows, peers, arguments.misses)["innocent"]
    missed += again(arguments.tool, results)
    if changed.found[0] > MOST * changed.count:
        missed.append(f"innocents: {share(changed.found[0], changed.count)} changed, {MOST} allowed")
    print("\nmissed:" if missed else "\nno figure is missed", *missed, sep="\n  ")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
