"""What each section of the page has made, compared with one local run."""

from __future__ import annotations

import csv
import json
from collections import Counter
from pathlib import Path
from typing import Any

import duckdb

from exports import BROKEN
from page import Shell, Wrong


def events_of(folder: Path, pattern: str) -> list[bytes]:
    """The lines of all files, in the order of the files' paths."""
    return [line for path in sorted(folder.rglob(pattern)) for line in path.read_bytes().splitlines()]


def must_equal(what: str, found: Any, expected: Any) -> None:
    if found != expected:
        raise Wrong(f"{what} differs\n  found: {str(found)[:600]}\n  expected: {str(expected)[:600]}")


def totals_are_whole(shell: Shell, name: str) -> None:
    """The sum of the jobs' summaries is the summary of one run, which adds up and has rejects."""
    whole = json.loads(shell.path("whole.log").read_bytes().splitlines()[-1])
    must_equal(name, json.loads(shell.path(name).read_text()), whole)
    must_equal("the sum of a summary", whole["converted"] + whole["skipped"] + whole["rejected"], whole["read"])
    must_equal("the number of events", sum(whole["events"].values()), len(events_of(shell.folder, "whole.events")))
    if whole["rejected"] < len(BROKEN):
        raise Wrong(f"of the broken records only {whole['rejected']} were rejected")


def rejects_are_whole(shell: Shell, folder: str, of_files: bool) -> None:
    """The rejects of the jobs are those of one run; Spark's lines come from standard input, and only their places are the same."""
    found, expected = (
        Counter(
            (Path(reject["source"]).name if of_files else "", reject["line"], reject["code"], reject["record"])
            for reject in map(json.loads, lines)
        )
        for lines in (events_of(shell.path(folder), "*.rejects"), events_of(shell.folder, "whole.rejects"))
    )
    must_equal("rejects", found, expected)


def jobs_are_whole(shell: Shell, folder: str, pattern: str = "*.events", of_files: bool = True) -> str:
    """Events in the same order, and ids; rejects as a multiset."""
    whole = events_of(shell.folder, "whole.events")
    found = events_of(shell.path(folder), pattern)
    must_equal("the multiset of events", Counter(found), Counter(whole))
    must_equal("ids", *([json.loads(line)["messageId"] for line in sorted(lines)] for lines in (found, whole)))
    rejects_are_whole(shell, folder, of_files)
    must_equal("hidden folders", [path for path in shell.path(folder).rglob(".*") if path.is_dir()], [])
    order = "in the same order" if found == whole else "in another order"
    return f"{len(found):,} events equal those of one run, {order}; rejects too"


def xargs(shell: Shell) -> str:
    totals_are_whole(shell, "totals.json")
    return jobs_are_whole(shell, "out")


def parallel(shell: Shell) -> str:
    jobs = list(csv.DictReader(shell.path("jobs.tsv").open(), delimiter="\t"))
    must_equal("jobs.tsv", Counter(job["Exitval"] for job in jobs), {"0": len(list(shell.path("exports").rglob("*.gz")))})
    return jobs_are_whole(shell, "out-parallel")


def names(shell: Shell) -> str:
    totals_are_whole(shell, "totals-names.json")
    return jobs_are_whole(shell, "out-names")


def lines(shell: Shell) -> str:
    totals_are_whole(shell, "totals-lines.json")
    return jobs_are_whole(shell, "out-lines", "part-?????", of_files=False)


def parquet(shell: Shell) -> str:
    """Rows as the summary has events, by name; days as Python counts them from the lines."""
    whole = json.loads(shell.path("whole.log").read_bytes().splitlines()[-1])
    file = str(shell.path("events.parquet"))
    rows = duckdb.execute("SELECT event, count(*) FROM read_parquet(?) GROUP BY event", [file]).fetchall()
    must_equal("the rows of events.parquet", dict(rows), whole["events"])
    days: dict[str, set[str]] = {}
    events = [json.loads(line) for line in events_of(shell.folder, "whole.events")]
    for event in events:
        if event["event"] == "Live Chat Conversation Started":
            days.setdefault(event["timestamp"][:10], set()).add(event["properties"]["conversation_id"])
    found = [tuple(row.values()) for row in csv.DictReader(shell.path("days.csv").open())]
    must_equal("days.csv", found, [(day, str(len(days[day]))) for day in sorted(days)])
    ids = duckdb.execute("SELECT messageId FROM read_parquet(?) ORDER BY 1", [file]).fetchall()
    must_equal("ids in events.parquet", [id for (id,) in ids], sorted(event["messageId"] for event in events))
    return f"{len(events):,} rows, {len(days)} days"


SECTIONS = {
    "xargs": xargs,
    "GNU parallel": parallel,
    "Apache Spark, with the names of files": names,
    "Apache Spark, with lines": lines,
    "DuckDB and Parquet": parquet,
}
