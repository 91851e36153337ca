"""The routes to Segment's live chat events as a Python programmer would write them for speed, on orjson.

    segment_orjson.py olark|olark-js|userlike|userlike-js [--timezone ZONE] [FILE]

Reads records, one a line, from a file or standard input; writes events, one a line.
"""

from __future__ import annotations

import argparse
from functools import partial
from zoneinfo import ZoneInfo

from from_olark import olark, olark_js
from from_userlike import userlike, userlike_js
from lines import run


def main() -> None:
    parser = argparse.ArgumentParser(description="Convert records to Segment's live chat events.")
    parser.add_argument("source", choices=["olark", "olark-js", "userlike", "userlike-js"])
    parser.add_argument("--timezone")
    parser.add_argument("file", nargs="?")
    words = parser.parse_intermixed_args()
    zone = ZoneInfo(words.timezone) if words.timezone else None
    converts = {
        "olark": olark,
        "olark-js": olark_js,
        "userlike": partial(userlike, zone=zone),
        "userlike-js": userlike_js,
    }
    run(converts[words.source], words.file)


if __name__ == "__main__":
    main()
