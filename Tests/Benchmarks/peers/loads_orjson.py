"""Reads each line of a file as JSON with orjson, and does nothing with it: what commands without a peer are measured beside."""

from __future__ import annotations

import sys

from orjson import JSONDecodeError, loads


def main() -> None:
    with open(sys.argv[1], "rb", buffering=1 << 20) as source:
        for line in source:
            try:
                loads(line)
            except JSONDecodeError:
                pass


if __name__ == "__main__":
    main()
