"""Lets a check import the modules of all folders of the oracle; each script imports this before any of them.

No two modules have one name, so an import says the name alone. The folders are no packages: `Tests/Benchmarks` has a
`records` of its own.
"""

from __future__ import annotations

import sys
from pathlib import Path

ORACLE = Path(__file__).resolve().parents[1]
sys.path[:0] = [*(str(ORACLE / folder) for folder in ("rules", "records", "lib")), str(ORACLE.parent)]
