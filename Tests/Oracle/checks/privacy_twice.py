"""Checks that redacting what is redacted changes nothing, on texts in which everything that is looked for is mixed at random.

Usage: python3 Tests/Oracle/checks/privacy_twice.py --tool .build/release/chatevents [--cases N] [--seed N]

The texts hold what redaction leaves too, and letters and marks touch it. Half of the runs replace by `<redacted>`, half by
pseudonyms. The seed is printed, so that a failure can be looked at again.
"""

from __future__ import annotations

import paths  # noqa: F401, where the modules that follow are found

import argparse
import json
import random
import secrets
import subprocess
import sys
import tempfile
from pathlib import Path

import privacy_contexts
import privacy_innocents

BATCH = 50000
KEY = "a key that is long enough for pseudonyms"

PIECES = ["jo", "x.org", "@", ".", "-", "+", "00", "0", "49", "30", "555", "123", "4567", "5551234567", " ", " ", "\n", "(", ")", "/", ":", "::",
          "2001:db8::1", "192.0.2.1", "version ", "phone ", "my number ", "order ", "call ", "ip ", "#", "$", "€", "%40", "%2B", "%20", "%2540",
          "%25", "?", "=", "&", "http://x.org/", "jo@x.org", "+4930123456", "(030) 123456", "555-123-4567", "2014-12-29", "12:30", '"',
          '"odd local"@x.org', "<", ">", "ext", "x9", ",", "é", "电话", "用户", "\u00a0", "\u2011", "＋", "０", "٣", "[", "]", "%", "fe80::1%eth0", "e",
          "dead:beef", "&#64;", "&commat;", "&amp;", "&#x3", "8;", "&period;", "\u200b", "\u00ad", "\ufeff", "٠٣٠١٢٣٤٥٦٧", "4111 1111 1111 1111",
          "4111", "1111", "DE89 3704 0044 0532 0130 00", "DE89", "3704", "\\n", "\\u0040", "_", "|", "*", ";", "\t", "tel", "email:", "978-3-16-148410-0",
          "<redacted>", "<redacted>", "redacted", "redacted-", "redacted-0123456789abcdef0123456789abcdef", "@redacted.invalid", ".invalid",
          "redacted-00000000001111111111222222222233@redacted.invalid", "0123456789abcdef0123456789abcdef", "name: ", "e-mail: ", "\nphone: "]  # fmt: skip


def pieces(source: random.Random) -> list[str]:
    """The pieces above, and one in four of them a value that is to be found, or one that is not."""
    made = []
    for _ in range(2000):
        made.append(source.choice([*privacy_innocents.KINDS.values()])(source))
        text = source.choice([*privacy_contexts.KINDS.values()])(source).text
        made.append(text if source.random() < 0.7 else source.choice([*privacy_contexts.SPELLINGS.values()])(source, text))
    return PIECES * (3 * len(made) // len(PIECES)) + made


def texts(source: random.Random, pool: list[str], count: int) -> list[str]:
    return [source.choice(["", "", " ", "|"]).join(source.choices(pool, k=source.randint(1, 14))) for _ in range(count)]


def redacted(tool: str, bodies: list[str], options: list[str]) -> list[str]:
    records = [{"kind": "Conversation", "id": "c", "items": [{"kind": "MessageToOperator", "body": body}], "visitor": {"id": "v"}}
               for body in bodies]  # fmt: skip
    given = "".join(json.dumps(record) + "\n" for record in records)
    done = subprocess.run([tool, "redact", *options], input=given.encode(), capture_output=True, check=True)
    return [json.loads(line)["items"][0]["body"] for line in done.stdout.decode().splitlines()]


def main() -> int:
    parser = argparse.ArgumentParser(description="Check that redacting twice changes nothing.")
    parser.add_argument("--tool", required=True, help="the built program")
    parser.add_argument("--cases", type=int, default=20000)
    parser.add_argument("--seed", type=int, default=secrets.randbelow(2**32))
    arguments = parser.parse_args()
    print(f"seed {arguments.seed}")
    source = random.Random(arguments.seed)
    pool = pieces(source)
    left, failed = arguments.cases, 0
    with tempfile.TemporaryDirectory() as folder:
        key = Path(folder) / "key"
        key.write_text(KEY)
        ways = [[], ["--pseudonymize", "--key-file", str(key)]]
        while left > 0:
            options = ways[left // BATCH % 2] if arguments.cases > BATCH else ways[left % 2]
            bodies = texts(source, pool, min(left, BATCH))
            left -= len(bodies)
            once = redacted(arguments.tool, bodies, options)
            for body, one, other in zip(bodies, once, redacted(arguments.tool, once, options), strict=True):
                if one != other:
                    failed += 1
                    if failed <= 10:
                        print(f"{body!r}\n    became {one!r}\n    then   {other!r}")
    print(f"{arguments.cases} texts redacted twice, {failed} changed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
