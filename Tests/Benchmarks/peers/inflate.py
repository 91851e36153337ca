"""Unpacks a gzip file with zlib, and does nothing with it: what the reading of packed input is measured beside."""

from __future__ import annotations

import sys
import zlib


def main() -> None:
    with open(sys.argv[1], "rb", buffering=0) as source:
        inflate = zlib.decompressobj(wbits=31)
        while block := source.read(1 << 18):
            inflate.decompress(block)


if __name__ == "__main__":
    main()
