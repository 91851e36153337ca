"""Runs a command and says what it took, from the kernel's accounts of that one child."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path


# A child's peak counts from before its exec, when it is still a copy of its parent: so the parent
# whose child's peak is asked for must itself be small.
_SMALL_PARENT = """
import os, sys
out = os.open(os.devnull, os.O_WRONLY)
child = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, out, 1)])
_, status, usage = os.wait4(child, 0)
print(usage.ru_maxrss)
sys.exit(os.waitstatus_to_exitcode(status))
"""


@dataclass(frozen=True)
class Run:
    """Seconds by the clock, and seconds of the processor, user and system."""

    wall: float
    processor: float


def run(command: list[str], stdout: Path | None = None, status: int = 0) -> Run:
    """Runs the command to its end; its output goes to /dev/null or to a file.

    If it ends with another status than the expected one, the run ends, with its messages.
    """
    with open(stdout or os.devnull, "wb") as out, tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=errors)
        _, ended, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(ended)
        if child.returncode != status:
            errors.seek(0)
            told = errors.read(2000).decode(errors="replace")
            raise SystemExit(f"status {child.returncode}: {' '.join(command)}\n{told}")
    return Run(wall, usage.ru_utime + usage.ru_stime)


def run_two(command: list[str]) -> Run:
    """Runs the command twice at the same time, and returns what one took on average, so that twice as fast is half as long."""
    start = time.perf_counter()
    with ThreadPoolExecutor(2) as both:
        runs = list(both.map(run, [command, command]))
    return Run((time.perf_counter() - start) / 2, sum(one.processor for one in runs) / 2)


def peak(command: list[str], statuses: tuple[int, ...] = (0,)) -> int:
    """Runs the command and returns its peak memory in bytes; some 9 MB is the least that can be seen.

    If it ends with another status than these, the run ends, with its messages.
    """
    words = [sys.executable, "-I", "-S", "-c", _SMALL_PARENT, *command]
    done = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    if done.returncode not in statuses:
        raise SystemExit(f"status {done.returncode}: {' '.join(command)}\n{done.stderr[:2000].decode(errors='replace')}")
    unit = 1 if os.uname().sysname == "Darwin" else 1024
    return int(done.stdout) * unit
