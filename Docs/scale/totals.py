"""Adds up the summaries of all jobs; the status is 1 if more than 5 % of all records were rejected."""

import json
import pathlib
import sys


def add(total: dict, part: dict) -> None:
    for name, value in part.items():
        if isinstance(value, dict):
            add(total.setdefault(name, {}), value)
        else:
            total[name] = total.get(name, 0) + value


total: dict = {"read": 0, "rejected": 0}
for log in pathlib.Path(sys.argv[1]).rglob("*.log"):
    add(total, json.loads(log.read_bytes().splitlines()[-1]))
print(json.dumps(total))
sys.exit(total["rejected"] > 0.05 * total["read"])
