"""Compares the speed of the typed API in two builds: decoding and encoding of a transcript and of a Segment track.

    swift build -c release --product TypedBenchmark
    python3 Tests/Benchmarks/typed.py --base ../other/.build/release/TypedBenchmark [--rounds 5]

The builds run in turn. Printed is the fastest time of each, in nanoseconds a record, and the base's divided by this one's.
"""

from __future__ import annotations

import argparse
import subprocess


def times(program: str) -> dict[str, int]:
    lines = subprocess.run([program], check=True, capture_output=True, text=True).stdout.splitlines()
    return {name: int(time) for name, time in map(str.split, lines)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tool", default=".build/release/TypedBenchmark")
    parser.add_argument("--base", required=True)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    fastest: dict[str, dict[str, int]] = {arguments.base: {}, arguments.tool: {}}
    for _ in range(arguments.rounds):
        for program, known in fastest.items():
            for name, time in times(program).items():
                known[name] = min(time, known.get(name, time))
    for name, time in fastest[arguments.tool].items():
        base = fastest[arguments.base][name]
        print(f"{name:18} {base:7} ns -> {time:7} ns   {base / time:.2f}")


if __name__ == "__main__":
    main()
