"""Measures what a gigabyte costs on one processor, and says what ten terabytes would take."""

from __future__ import annotations

import datetime
import os
import platform
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Benchmarks"))

from corpora import MEGABYTE, write_corpus  # noqa: E402
from measure import run  # noqa: E402

ROUNDS = 5
TERABYTES = 10
CORES = 100


class Row(NamedTuple):
    """What was measured, and seconds of the processor for a gigabyte of input as it is stored and of JSON."""

    name: str
    of_input: float
    of_json: float


def figures(tool: str, folder: Path, megabytes: int) -> list[str]:
    """The lines of the page's last section."""
    size = megabytes * MEGABYTE
    compact, packed = folder / "corpus.jsonl", folder / "corpus.jsonl.gz"
    for path, container in ((compact, "lines"), (packed, "gzip")):
        with path.open("wb") as out:
            write_corpus(out, "compact", size, container)
    rows = []
    for route in ("segment", "rudderstack --timestamps"):
        words = f"convert --to {route} --i-json --jobs 1".split()
        rows += [
            measured(f"compact → {words[2]}", [tool, *words, str(compact)], compact, size),
            measured(f"gzip → {words[2]}", [tool, *words, str(packed)], packed, size),
        ]
    pipe = ["sh", "-c", f'"{tool}" convert --to segment --i-json --jobs 1 "{packed}" | gzip -1']
    rows.append(measured("gzip → segment, packed with `gzip -1`", pipe, packed, size))
    written = subprocess.run(f'"{tool}" convert --to segment "{packed}" | tee >(gzip -1 | wc -c >&2) | wc -c', shell=True,
                             executable="/bin/bash", capture_output=True, text=True, check=True)  # fmt: skip
    return told(rows, size, packed.stat().st_size, int(written.stdout), int(written.stderr))


def measured(name: str, command: list[str], stored: Path, size: int) -> Row:
    """The median of a few runs; events go to /dev/null, so storage is not measured."""
    processor = median(run(command).processor for _ in range(ROUNDS))
    return Row(name, processor / stored.stat().st_size * 1e9, processor / size * 1e9)


def told(rows: list[Row], size: int, packed: int, events: int, events_packed: int) -> list[str]:
    """The figures as Markdown; what it adds up is seconds and bytes in proportion to the corpus."""

    def terabytes(count: int) -> str:
        return f"{TERABYTES * count / packed:,.0f} TB"

    head = ["input → events", "MB/s of JSON", "s a GB of JSON", "s a GB as stored"]
    head += [f"hours for {TERABYTES} TB as stored", f"with {CORES} processors"]
    table = []
    for row in rows:
        hours = row.of_input * TERABYTES * 1000 / 3600
        cells = [f"{1000 / row.of_json:,.0f}", f"{row.of_json:.1f}", f"{row.of_input:.1f}", f"{hours:,.0f}", f"{hours / CORES * 60:,.0f} min"]
        table.append(f"| {' | '.join([row.name, *cells])} |")
    return [
        f"Measured on {datetime.date.today().isoformat()}: {machine()}, at a load of {os.getloadavg()[0]:.1f}, without which it takes less;",
        f"{size / MEGABYTE:,.0f} MB of generated transcripts, {packed / MEGABYTE:,.0f} MB as gzip; `--i-json --jobs 1`,",
        f"seconds of the processor, median of {ROUNDS}, events to /dev/null.",
        "",
        f"| {' | '.join(head)} |",
        "|---|---:|---:|---:|---:|---:|",
        *table,
        "",
        f"Hours are seconds a GB × {TERABYTES * 1000:,} GB / 3,600. They count no network and no disk, which decide at that size:",
        f"a GB of JSON becomes {events / size:.1f} GB of events for Segment, {events_packed / size:.2f} GB by `gzip -1`, as each repeats the",
        f"visitor's traits. {TERABYTES} TB of such gzip files are {terabytes(size)} of JSON and {terabytes(events)} of events,",
        f"{terabytes(events_packed)} if packed: pack them where they are made.",
    ]


def machine() -> str:
    """The processor by name, how many there are, and the system."""
    names = []
    if Path("/proc/cpuinfo").exists():
        names = [line.partition(":")[2].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
    return f"{names[0] if names else platform.machine()}, {os.cpu_count()} processors, {platform.system()}"
