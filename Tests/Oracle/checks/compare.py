"""Holds the tool against the oracle on generated inputs.

    python3 Tests/Oracle/checks/compare.py --tool .build/release/chatevents [--seed N] [--cases N] [--only PART] [--route A:B]
    python3 Tests/Oracle/checks/compare.py --self-test [--tool .build/release/chatevents]

Each route that the tool lists is compared. The first disagreement ends the run with status 1; its input is kept in
a file.
"""

from __future__ import annotations

import paths  # noqa: F401, where the modules that follow are found

import argparse
import base64
import json
import random
import shlex
import sys
import tempfile
from collections.abc import Callable
from itertools import product
from typing import Any

import self_test
from choices import namespace_words
from containers import CONTAINERS, array_one_line, ndjson, quoted
from edges import edges
from layouts import LARGEST_BODY
from reading import run as run_oracle
from routes import ROUTES, Route, Words
from shrink import shrunk
from tool import Options, disagreement, listed_routes, record_bytes, run
from transcripts import mutate

FILES_A_RUN = 50


class Disagreed(Exception):
    """The tool and the oracle differ."""


class Comparison:
    """One run of all parts for a route: the tool, the randomness, and how many cases were compared."""

    def __init__(self, tool: str, route: Route, listed: list[Route], seed: int, cases: int) -> None:
        self.tool = tool
        self.route = route
        self.listed = listed
        self.random = random.Random(f"{seed} {route.name}")
        self.cases = cases
        self.compared = 0

    def check(self, inputs: list[bytes], options: Options, what: str) -> None:
        """Compares inputs in one process; a disagreement is narrowed down to one of them."""
        message = self._difference(inputs, options)
        self.compared += len(inputs)
        if message is None:
            return
        for text in inputs if len(inputs) > 1 else []:
            alone = self._difference([text], options)
            if alone is not None:
                inputs, message = [text], alone
                break
        if len(inputs) == 1 and options.pieces == 1:
            inputs = [shrunk(inputs[0], lambda text: self._difference([text], options) is not None)]
            message = self._difference(inputs, options) or message
        with tempfile.NamedTemporaryFile(prefix="chatevents-disagreement-", suffix=".txt", delete=False) as kept:
            kept.write(b"".join(inputs))
        command = f"{shlex.join([self.tool, *options.arguments])} {'<' if options.through_stdin else ''} {kept.name}"
        command += f"  # in {options.pieces} pieces" if options.pieces > 1 else ""
        raise Disagreed(f"{what}: {message}\ninput: {kept.name}\ncommand: {command}")

    def _difference(self, inputs: list[bytes], options: Options) -> str | None:
        return disagreement(inputs, options, run(self.tool, inputs, options))

    def texts(self, count: int, newlines: bool = True, invalid: float = 0.2) -> list[bytes]:
        return self.route.records(self.random, count, newlines, invalid)

    def options(self, words: Words | None = None, **ways: Any) -> Options:
        """Options chosen at random; the words, where they are not given, too."""
        chosen = self.route.options(self.random) if words is None else words
        if words is None and self.random.random() < 0.15:
            chosen = (*chosen, "--i-json")
        source = self.random.choice([self.route.source, "auto"])
        ways = ways or {"through_stdin": self.random.choice([True, False])}
        return Options(self.route.target, source, tuple(chosen), **ways)

    def edges(self) -> None:
        """Each hand-written input alone, from a file and through standard input; and all of them with each of the options."""
        inputs, surely = edges(self.route.sample), self.route.surely
        for (what, text), through_stdin in product(inputs.items(), (False, True)):
            self.check([text], self.options(surely[0], through_stdin=through_stdin), f"edge, {what}")
        for words in surely[1:]:
            self.check(list(inputs.values()), self.options(words, through_stdin=False), "edge")

    def records(self) -> None:
        """Records one a line, many a process."""
        surely = self.route.surely
        size = min(500, self.cases // len(surely) + 1)
        for done in range(0, self.cases, size):
            texts = self.texts(min(size, self.cases - done), newlines=False)
            options = self.options(surely[done // size] if done < size * len(surely) else None)
            whole = b"\n".join(texts)
            if self._difference([whole], options) is None:
                self.compared += len(texts)
                continue
            for text in texts:
                self.check([text], options, "record")
            self.check([whole], options, "records together")

    def formats(self) -> None:
        """Records of all formats that lead to the target in one input, of which none says what it is."""
        others = [route for route in self.listed if route.target == self.route.target]
        for _ in range(max(1, self.cases // 100)):
            texts = [self.random.choice(others).record(self.random, True, 0.2) for _ in range(40)]
            write = self.random.choice(list(CONTAINERS.values()))
            options = Options(self.route.target, "auto", tuple(namespace_words(self.random)))
            self.check([write(texts, self.random)], options, "formats")

    def bodies(self) -> None:
        """Events as bodies of requests, where a service takes such, some of them too large for it."""
        if self.route.target not in LARGEST_BODY:
            return
        for _ in range(max(1, self.cases // 500)):
            options = self.options()
            texts = [self._lengthened(text) for text in self.texts(300, newlines=False)]
            options = Options(options.target, options.source, (*options.words, "--format", "batch"))
            self.check([b"\n".join(texts)], options, "bodies")

    def _lengthened(self, text: bytes) -> bytes:
        """The record, or a part of them with long texts in the place of short ones."""
        if self.random.random() < 0.9:
            return text
        size = self.random.choice([1_000, 30_000, 32_000, 33_000])
        return text.replace(b"hello", b"h" * size, 1)

    def containers(self) -> None:
        """The same records in each container."""
        for _ in range(max(1, self.cases // 100)):
            texts = self.texts(8)
            inputs = {name: write(texts, self.random) for name, write in CONTAINERS.items()}
            options = self.options()
            self.check(list(inputs.values()), options, "containers")
            outputs = {name: run(self.tool, [text], options).stdout for name, text in inputs.items()}
            for name, output in outputs.items():
                if output != outputs["ndjson"]:
                    raise Disagreed(f"container {name} gives other bytes than ndjson")

    def unwrapped(self) -> None:
        """The same records where only pointers lead to them."""
        names = ["a", "a/b", "m~n", "", "Records", "data", "0"]
        for _ in range(max(1, self.cases // 100)):
            texts = self.texts(6)
            options = self.options()
            plain = run(self.tool, [ndjson(texts, self.random)], options).stdout
            path = [self.random.choice(names) for _ in range(self.random.randint(1, 3))]
            # Records have members of these names themselves.
            if path[0] == "" or path == ["data"]:
                path[0] = "0"
            pointer = "".join("/" + name.replace("~", "~0").replace("/", "~1") for name in path)
            # A pointer is tried in the record too, and all of them have a member.
            if len(path) > 1 and self.random.random() < 0.3:
                pointer = pointer[: pointer.rindex("/")] + "/*"
            kind = self.random.choice(["array", "text", "base64"])
            value = array_one_line(texts, self.random)
            if kind == "text":
                value = quoted(value, self.random)
            elif kind == "base64":
                value = b'"' + base64.b64encode(value) + b'"'
            for name in reversed(path):
                value = b"{" + json.dumps(name).encode() + b":" + value + b"}"
            words = (*options.words, "--unwrap", "/unused", "--unwrap", pointer)
            options = Options(options.target, options.source, words, through_stdin=True)
            self.check([value], options, f"unwrapped, {kind} at {pointer}")
            if run(self.tool, [value], options).stdout != plain:
                raise Disagreed(f"--unwrap {pointer} gives other bytes than ndjson")

    def cuts(self) -> None:
        """Twenty lines cut off anywhere, and twenty lines of which one in the middle is cut."""
        lines = [line + b"\n" for line in ndjson(self.texts(20, invalid=0.05), self.random).splitlines()]
        whole = b"".join(lines)
        inputs: list[bytes] = [whole[: self.random.randrange(len(whole))] for _ in range(self.cases // 8)]
        for _ in range(self.cases // 8):
            place = self.random.randrange(1, len(lines) - 1)
            cut = lines[place][: self.random.randrange(len(lines[place]))] + b"\n"
            inputs.append(b"".join([*lines[:place], cut, *lines[place + 1 :]]))
        self._in_runs(inputs, "cut")

    def mutations(self) -> None:
        """Broken inputs in every container."""
        inputs = []
        for _ in range(self.cases):
            write = self.random.choice(list(CONTAINERS.values()))
            inputs.append(mutate(self.random, write(self.texts(self.random.randint(1, 4)), self.random)))
        self._in_runs(inputs, "mutation")

    def pieces(self) -> None:
        """Broken inputs and the hand-written ones, arriving piece by piece."""
        inputs = list(edges(self.route.sample).values())
        for _ in range(self.cases // 20):
            write = self.random.choice(list(CONTAINERS.values()))
            inputs.append(mutate(self.random, write(self.texts(2), self.random)))
        for text in inputs:
            self.check([text], self._piecemeal(), "pieces")

    def _piecemeal(self) -> Options:
        return self.options(through_stdin=True, pieces=self.random.randint(2, 25))

    def rejects(self) -> None:
        """Rejects files as input: as they were written; and mended, which gives exactly the missing events."""
        for _ in range(max(1, self.cases // 40)):
            options = self.options()
            write = self.random.choice(list(CONTAINERS.values()))
            broken = mutate(self.random, write(self.texts(5), self.random))
            self.check([run(self.tool, [broken], options).rejects_file], options, "rejects file")
            self._mended(options)

    def _mended(self, options: Options) -> None:
        """Breaks some of the lines, puts the sound ones into the rejects file, and reads that."""
        lines = ndjson(self.texts(30, invalid=0), self.random).splitlines()
        expected = [run_oracle(line, options.settings) for line in lines]
        sound = [line for line, reading in zip(lines, expected) if not reading.rejects]
        broken = {self._broken(line): line for line in sound if self.random.random() < 0.3}
        unmended = dict(zip(broken.values(), broken))
        source = b"".join(unmended.get(line, line) + b"\n" for line in sound)
        first = run(self.tool, [source], options)
        if [record_bytes(reject) for reject in first.rejects] != [unmended[line] for line in sound if line in unmended]:
            raise Disagreed("rejects: other records than the broken ones were kept")
        again = run(self.tool, [first.rejects_file], options)
        kept = [[(reject["code"], record_bytes(reject)) for reject in outcome.rejects] for outcome in (first, again)]
        if again.stdout or kept[0] != kept[1]:
            raise Disagreed(f"rejects: unmended, they give other rejects or events\n{kept[0]}\n{kept[1]}")
        mended = [json.dumps(reject | {"record": broken[record_bytes(reject)].decode()}) for reject in first.rejects]
        last = run(self.tool, ["\n".join(mended).encode()], options)
        missing = b"".join(run_oracle(line, options.settings).output for line in sound if line in unmended)
        if last.stdout != missing or last.rejects or last.status != 0:
            raise Disagreed("rejects: mended, they do not give the missing events")
        self.compared += len(sound)

    def _broken(self, line: bytes) -> bytes:
        """A line with a fault that another byte would mend, and that is the same fault wherever it stands."""
        return self.random.choice([b"{1" + line[1:], line[:-1] + b',"a":01}', line[:-1] + b',"\xff":1}'])

    def large(self) -> None:
        """Inputs of some megabytes, broken in many places: records on the edges of what is read at once."""
        for _ in range(max(1, self.cases // 1000)):
            parts = []
            for _ in range(80):
                write = self.random.choice(list(CONTAINERS.values()))
                part = write(self.texts(12), self.random)
                parts.append(mutate(self.random, part) if self.random.random() < 0.5 else part)
            self.check([b"\n".join(parts)], self.options(), "large")

    def _in_runs(self, inputs: list[bytes], what: str) -> None:
        for start in range(0, len(inputs), FILES_A_RUN):
            self.check(inputs[start : start + FILES_A_RUN], self.options(), what)


PARTS: dict[str, Callable[[Comparison], None]] = {
    "edges": Comparison.edges,
    "records": Comparison.records,
    "formats": Comparison.formats,
    "bodies": Comparison.bodies,
    "containers": Comparison.containers,
    "unwrapped": Comparison.unwrapped,
    "cuts": Comparison.cuts,
    "mutations": Comparison.mutations,
    "pieces": Comparison.pieces,
    "rejects": Comparison.rejects,
    "large": Comparison.large,
}


def main() -> int:
    parser = argparse.ArgumentParser(description="Hold the tool against the oracle.")
    parser.add_argument("--tool", help="the built program")
    parser.add_argument("--seed", type=int, default=None, help="repeat the run with this seed")
    parser.add_argument("--cases", type=int, default=2000, help="how many records and mutations (default: 2000)")
    parser.add_argument("--only", choices=PARTS, action="append", help="run this part alone; may be repeated")
    parser.add_argument("--route", choices=[route.name for route in ROUTES], action="append", help="this route alone")
    parser.add_argument("--self-test", action="store_true", help="check the oracle itself; with --tool, its routes too")
    arguments = parser.parse_args()
    if arguments.self_test:
        return self_test.main(arguments.tool)
    if arguments.tool is None:
        parser.error("--tool is missing")
    seed = random.SystemRandom().randrange(2**32) if arguments.seed is None else arguments.seed
    print(f"seed {seed}", flush=True)
    names = listed_routes(arguments.tool)
    listed = [route for route in ROUTES if route.name in names]
    chosen = [route for route in listed if arguments.route is None or route.name in arguments.route]
    if not chosen:
        parser.error("the tool lists none of these routes")
    compared = 0
    for route in chosen:
        comparison = Comparison(arguments.tool, route, listed, seed, arguments.cases)
        for name in arguments.only or PARTS:
            try:
                PARTS[name](comparison)
            except Disagreed as disagreed:
                print(f"{disagreed}\nseed {seed}, route {route.name}, part {name}")
                return 1
            print(f"{route.name} {name}: agreed", flush=True)
        compared += comparison.compared
    print(f"compared {compared} cases, seed {seed}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
