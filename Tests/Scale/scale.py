"""Runs the page Docs/scale.md, and compares what its jobs write with one local run.

    .build/scale-venv/bin/python3 Tests/Scale/scale.py --tool .build/release/chatevents [--seed N] [--megabytes N] [--only PART] [--update]

First the blocks of the page are run, in order; after each section its events, rejects and summaries are compared. Then what the page
says of schedulers and of Spark is tested, one claim at a time (`claims.py`). Last comes the measuring; `--update` writes its figures into
the page. The first disagreement ends the run with status 1.
"""

from __future__ import annotations

import argparse
import importlib.util
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import claims
from compared import SECTIONS
from cost import figures
from exports import make_exports
from page import END, PAGE, START, Shell, Wrong, blocks, environment

TOOLS = {
    "java": "openjdk-17-jre-headless",
    "parallel": "parallel",
    "xargs": "findutils",
    "gzip": "gzip",
    "bash": "bash",
    "nproc": "coreutils",
}
LEAST_JAVA = 17
A_DAY = 24 * 3600
PARTS = ["page", *(claim.__name__ for claim in claims.CLAIMS), "cost"]


def main() -> int:
    parser = argparse.ArgumentParser(description="Run Docs/scale.md.")
    parser.add_argument("--tool", type=Path, required=True, help="the program, built for release")
    parser.add_argument("--seed", type=int, default=random.randrange(10**9), help="of the generated exports; default: a new one")
    parser.add_argument("--megabytes", type=int, default=300, help="of the corpus that is measured; default: 300")
    parser.add_argument("--only", choices=PARTS, help="only the page, the cost, or this claim of claims.py")
    parser.add_argument("--update", action="store_true", help="write the figures into the page")
    parser.add_argument("--keep", action="store_true", help="keep the folder of the run")
    words = parser.parse_args()
    print(f"seed {words.seed}", flush=True)
    section: list[str] = []
    folder = Path(tempfile.mkdtemp(prefix="chatevents-scale-"))
    try:
        must_be_there()
        remove_old_logs()
        around = environment(words.tool.resolve(), Path(sys.executable), folder)
        if words.only in (None, "page"):
            run_page(Shell(folder, around), words.seed)
        claims.run_all(around, folder, words.seed, words.only)
        if words.only in (None, "cost"):
            section = figures(str(words.tool.resolve()), folder, words.megabytes)
    except Wrong as wrong:
        print(f"error: {wrong}\n  again: --seed {words.seed}", file=sys.stderr)
        return 1
    finally:
        if words.keep:
            print(f"kept: {folder}")
        else:
            shutil.rmtree(folder)
    print("\n".join(section))
    if words.update and section:
        before, rest = PAGE.read_text().split(START)
        PAGE.write_text("\n".join([before + START, *section, END + rest.partition(END)[2]]))
    return 0


def remove_old_logs() -> None:
    """Removes what the workers of a local cluster left in Spark's own folder, but for that of runs that may still go on."""
    if (spark := importlib.util.find_spec("pyspark")) is not None and spark.origin is not None:
        for left in Path(spark.origin).with_name("work").glob("*"):
            if left.stat().st_mtime < time.time() - A_DAY:
                shutil.rmtree(left, ignore_errors=True)


def must_be_there() -> None:
    """A tool that is missing ends the run; none of the comparisons is left out."""
    for tool, package in TOOLS.items():
        if shutil.which(tool) is None:
            raise Wrong(f"there is no {tool}\n  fix: install it; on Debian and Ubuntu: apt-get install {package}")
    if "GNU parallel" not in (told := printed("parallel", "--version")):
        raise Wrong(f"parallel is not GNU parallel: {told}\n  fix: on Debian and Ubuntu: apt-get install parallel")
    java = re.search(r'version "(\d+)', told := printed("java", "-version"))
    if java is None or int(java[1]) < LEAST_JAVA:
        raise Wrong(f"Spark needs Java {LEAST_JAVA} or later: {told}\n  fix: on Debian and Ubuntu: apt-get install {TOOLS['java']}")


def printed(*command: str) -> str:
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False).stdout


def run_page(shell: Shell, seed: int) -> None:
    """Runs all blocks; what a section has made is compared after its last block."""
    make_exports(shell.path("exports"), seed)
    todo = blocks()
    if (named := list(dict.fromkeys(block.section for block in todo))) != list(SECTIONS):
        raise Wrong(f"the sections with blocks are {named}, and {list(SECTIONS)} are compared")
    for block, following in zip(todo, [*todo[1:], None]):
        start = time.monotonic()
        try:
            shell.run(block.text)
        except Wrong as wrong:
            raise Wrong(f"{PAGE.name}:{block.line}: {wrong}") from None
        print(f"{PAGE.name}:{block.line}: runs ({time.monotonic() - start:.0f} s)", flush=True)
        if following is None or following.section != block.section:
            print(f"  {block.section}: {SECTIONS[block.section](shell)}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
