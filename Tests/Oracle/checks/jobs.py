"""Holds runs with several jobs against a run with one: the same events, reports and rejects, byte for byte.

    python3 Tests/Oracle/checks/jobs.py --tool .build/release/chatevents [--size MB] [--seed N]

The corpus is that of the benchmarks with broken records strewn in, in every container that is cut into pieces: lines,
an array on one line, one of a line each, a pretty one, pretty documents, form bodies, and gzip of the first. Beside them
stand records of all formats, one a line, each converted to each of the services; and Segment's calls, alone and in batches
of a hundred, for the widgets.
"""

from __future__ import annotations

import paths  # noqa: F401, where the modules that follow are found

import argparse
import gzip
import json
import random
import subprocess
import sys
import tempfile
import urllib.parse
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "Benchmarks"))

import corpora  # noqa: E402
from containers import one_line  # noqa: E402
from routes import ROUTES, find  # noqa: E402

BROKEN = [
    b'{"kind":"Conversation","items":[',
    b'{"kind":"Conversation","visitor":{"id":""}}',
    b'{"kind":"Conversation","visitor":{"id":"v","fullName":5}}',
    b'{"a":01}',
    b"garbage",
    b'{"kind":"Conv',
    b"{}",
]
ALL_CALLS = ["--calls", "identify,group,track"]
NOTICES = ["--pageview", "--track"]
# Of the options of a target, one is chosen for each input.
OPTIONS = {
    "rudderstack": [[], ["--timestamps"], ["--lossless"], ["--format", "batch"]],
    "segment": [[], ALL_CALLS, ["--no-bodies", "--format", "batch"]],
    "olark-js": [NOTICES, [*NOTICES, "--format", "js"], ["--format", "json"]],
    "userlike-js": [[], ["--format", "js"]],
}
# The routes that remember most from one record, or one event, to the next.
SURELY = [
    ("lines.jsonl", "segment", ALL_CALLS),
    ("lines.jsonl", "segment", [*ALL_CALLS, "--format", "batch"]),
    ("array.json", "rudderstack", ["--format", "batch"]),
    ("calls.jsonl", "olark-js", NOTICES),
]


def records(size: int, generator: random.Random) -> list[bytes]:
    corpus = corpora.Corpus("compact", generator.randrange(1 << 30), pool=500)
    lines: list[bytes] = []
    held = 0
    while held < size * corpora.MEGABYTE:
        lines.append(corpus.record(len(lines)))
        held += len(lines[-1])
    return lines


def strew(lines: list[bytes], broken: list[bytes], generator: random.Random) -> list[bytes]:
    """The lines with a broken one in two hundred, and one among the first ten in any case."""
    sure = generator.randrange(10)
    return [
        generator.choice(broken) if place == sure or generator.random() < 0.005 else line
        for place, line in enumerate(lines)
    ]


def write_inputs(lines: list[bytes], generator: random.Random, folder: Path) -> list[Path]:
    """Writes each container; a record in two hundred is a broken one."""
    mixed = strew(lines, BROKEN, generator)
    # Records that do not balance would take an array's neighbours with them.
    balanced = strew(lines, BROKEN[1:4], generator)
    few = balanced[: len(balanced) // 4]
    pretty = [json.dumps(json.loads(line), indent=2).encode() if b'":01' not in line else line for line in few]
    indented = [text.replace(b"\n", b"\n  ") for text in pretty]
    forms = [b"data=" + urllib.parse.quote_plus(line).encode() for line in few]
    pool = [one_line(route.record(generator, False, 0.05)) for route in ROUTES for _ in range(200)]
    contents = {
        "formats.jsonl": b"\n".join(generator.choices(pool, k=len(lines))) + b"\n",
        "calls.jsonl": b"\n".join(strew(generator.choices(calls(generator), k=len(lines)), [b"garbage"], generator)) + b"\n",
        "lines.jsonl": b"\n".join(mixed) + b"\n",
        "array.json": b"[" + b",".join(balanced) + b"]",
        "array-lines.json": b"[\n" + b",\n".join(mixed) + b"\n]\n",
        "array-pretty.json": b"[\n  " + b",\n  ".join(indented) + b"\n]\n",
        "pretty.json": b"\n".join(pretty) + b"\n",
        "forms.txt": b"\n".join(forms) + b"\n",
        "lines.jsonl.gz": gzip.compress(b"\n".join(mixed) + b"\n", 1),
    }
    paths = []
    for name, content in contents.items():
        paths.append(folder / name)
        paths[-1].write_bytes(content)
    return paths


def calls(generator: random.Random) -> list[bytes]:
    """Segment's calls, one of two hundred refused, and batches of a hundred sound ones."""
    route = find("segment", "olark-js")
    sound = [one_line(route.record(generator, False, 0)) for _ in range(1000)]
    alone = [text for text in sound if "batch" not in json.loads(text)]
    batches = [b'{"integrations":{"All":true},"batch":[%b]}' % b",".join(generator.choices(alone, k=100)) for _ in range(20)]
    return [*sound, *batches, *(one_line(route.record(generator, False, 1)) for _ in range(5))]


def runs(paths: list[Path], generator: random.Random) -> list[tuple[Path, str, list[str]]]:
    """What is converted to what, with which options."""
    chosen = []
    for path in paths:
        targets = ["olark-js", "userlike-js"] if path.name == "calls.jsonl" else ["rudderstack", "segment"]
        chosen += [(path, target, generator.choice(OPTIONS[target])) for target in targets]
    return chosen + [(paths[0].with_name(name), target, options) for name, target, options in SURELY]


def run(tool: str, path: Path, target: str, jobs: int, options: list[str]) -> tuple[bytes, bytes, bytes, int]:
    """Standard output, messages, rejects and status of one run."""
    rejects = path.with_name("rejects.jsonl")
    command = [tool, "convert", "--to", target, "--jobs", str(jobs), *options]
    done = subprocess.run([*command, "--summary", "--rejects", str(rejects), str(path)], capture_output=True, check=False)
    return done.stdout, done.stderr, rejects.read_bytes(), done.returncode


def main() -> int:
    parser = argparse.ArgumentParser(description="Hold several jobs against one.")
    parser.add_argument("--tool", required=True)
    parser.add_argument("--size", type=int, default=8, help="megabytes of the corpus (default: 8)")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 32))
    arguments = parser.parse_args()
    print(f"seed {arguments.seed}")
    generator = random.Random(arguments.seed)
    compared = 0
    with tempfile.TemporaryDirectory(prefix="chatevents-jobs-") as name:
        folder = Path(name)
        lines = records(arguments.size, generator)
        for path, target, options in runs(write_inputs(lines, generator, folder), generator):
            one = run(arguments.tool, path, target, 1, options)
            if one[3] != 1 or len(one[0]) < path.stat().st_size // 10:
                print(f"{path.name} to {target}: one job gave {len(one[0])} bytes and status {one[3]}")
                return 1
            for jobs in (2, 3, 8):
                several = run(arguments.tool, path, target, jobs, options)
                compared += 1
                for what, left, right in zip(("output", "messages", "rejects", "status"), one, several):
                    if left != right:
                        words = " ".join(["--to", target, *options])
                        print(f"{path.name} {words}: {jobs} jobs give other {what}; seed {arguments.seed}")
                        return 1
    print(f"compared {compared} runs, seed {arguments.seed}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
