"""Lets a check import the modules of all folders of the oracle; each script imports this before any of them.

No two modules have one name, so an import says the name alone. The folders are no packages: `Tests/Benchmarks` has a
`records` of its own.

If the environment names a file in `ORACLE_EXECUTIONS`, a script that ends adds a line to it: how many processes it started, which are runs
of the tool but for a few.
"""

from __future__ import annotations

import atexit
import os
import sys
from pathlib import Path

ORACLE = Path(__file__).resolve().parents[1]
sys.path[:0] = [*(str(ORACLE / folder) for folder in ("rules", "records", "lib")), str(ORACLE.parent)]


class Executions:
    """Counts the processes that this one starts."""

    def __init__(self, file: str) -> None:
        self.file, self.count = file, 0
        sys.addaudithook(self.note)
        atexit.register(self.write)

    def note(self, event: str, _: tuple[object, ...]) -> None:
        if event == "subprocess.Popen":
            self.count += 1

    def write(self) -> None:
        with open(self.file, "a") as file:
            file.write(f"{self.count}\n")


if "ORACLE_EXECUTIONS" in os.environ:
    Executions(os.environ["ORACLE_EXECUTIONS"])
