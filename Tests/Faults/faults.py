"""Has every call of the system in small runs fail, stop short or be interrupted once, and sends signals at any time.

    python3 Tests/Faults/faults.py --tool .build/release/chatevents [--signals N] [--seed N]

Whatever happens, a file that is replaced is the old one or the new one, no temporary file is left, what was written otherwise
is the beginning of what had to be, and the status is that of failure unless all was done. A call that is only short or interrupted
changes nothing at all. Linux alone: a library is loaded before the system's (`shim.c`).
"""

from __future__ import annotations

import argparse
import errno
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
CHAT = '{"kind":"Conversation","id":"c%d","visitor":{"id":"v1","emailAddress":"jo@example.org"},"items":[]}\n'
GOOD = "".join(CHAT % number for number in range(3))
MIXED = GOOD + '{"kind":"Conversation","visitor":{"city":"x"}}\n' + GOOD
OLD = "of an earlier run\n"

ERRORS = {
    "read": errno.EIO, "write": errno.ENOSPC, "open": errno.EACCES, "fsync": errno.EIO, "rename": errno.EIO, "close": errno.EIO,
    "poll": errno.ENOMEM, "lseek": errno.EIO, "mkdir": errno.ENOSPC,
}  # fmt: skip
# What an interruption ends; of the others the system says that they are not interrupted.
INTERRUPTED = ("read", "write", "open", "fsync", "close", "poll")
SHORT = 0


class Wrong(Exception):
    """A run broke a rule."""


class Case(NamedTuple):
    """A command, the files that it replaces, those that hold what was done before a failure, and whether standard input is the input.

    `reports` is a file that is replaced also if an input cannot be read: it reports that.
    """

    words: str
    replaced: tuple[str, ...] = ()
    partial: tuple[str, ...] = ()
    reads_stdin: bool = False
    reports: str = ""


CASES = [
    Case("convert --to rudderstack --summary mixed good"),
    Case("convert --to segment --jobs 2 --summary", reads_stdin=True),
    Case("convert --to rudderstack -o out --rejects rejects mixed good", ("out", "rejects")),
    Case("convert --to rudderstack --format batch -o out packed.gz", ("out",)),
    Case("convert --to rudderstack --rejects rejects mixed", ("rejects",), ("rejects",)),
    Case("convert --to rudderstack -o out.gz --rejects rejects.gz mixed", ("out.gz", "rejects.gz")),
    Case("redact -o out good", ("out",)),
    Case("redact --in-place one two", ("one", "two")),
    Case("redact --output-dir folder one two", ("folder/one", "folder/two")),
    Case("redact --email jo@example.org --follow-ids", reads_stdin=True),
    Case("redact --verify --email nobody@example.org good"),
    Case("export --visitor-id v1 -o out --profile profile mixed", ("out", "profile")),
    Case("validate --format json -o out mixed good", ("out",), reports="out"),
    Case("validate --format junit mixed"),
    Case("validate --write-baseline out mixed", ("out",)),
    Case("convert --to rudderstack --files-from list"),
    Case("redact --follow-ids --email jo@example.org -o out good mixed", ("out",)),
    Case("redact --output-dir new/folder one two"),
    Case("check --update --to rudderstack golden", ("golden/a.rudderstack.jsonl", "golden/a.diagnostics.txt")),
]


class Run(NamedTuple):
    status: int
    output: bytes
    errors: bytes
    files: dict[str, bytes]


def prepare(folder: Path) -> None:
    """Writes the inputs, and what earlier runs have left."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "folder").mkdir(parents=True)
    for name in ("good", "one", "two"):
        (folder / name).write_text(GOOD)
    (folder / "mixed").write_text(MIXED)
    (folder / "list").write_text("good\nmixed\n")
    subprocess.run(["gzip", "-nk", "good"], cwd=folder, check=True)
    (folder / "good.gz").rename(folder / "packed.gz")
    (folder / "golden").mkdir()
    (folder / "golden" / "a.input.jsonl").write_text(MIXED)
    for name in ("golden/a.rudderstack.jsonl", "golden/a.diagnostics.txt"):
        (folder / name).write_text(OLD)
    for name in ("out", "out.gz", "profile", "rejects", "rejects.gz", "folder/one", "folder/two"):
        (folder / name).write_text(OLD)


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def start(tool: str, case: Case, folder: Path, around: dict[str, str], is_open: bool = False) -> subprocess.Popen[bytes]:
    """Starts a run; its standard input stays open if the run is to go on until it is ended."""
    prepare(folder)
    with open(folder / "mixed") if case.reads_stdin else open(os.devnull) as source:
        return subprocess.Popen(
            [tool, *case.words.split()], cwd=folder, stdin=subprocess.PIPE if is_open else source, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env={**os.environ, "SOURCE_DATE_EPOCH": "1795392000", "SWIFT_BACKTRACE": "enable=no", **around},
        )  # fmt: skip


def run(tool: str, case: Case, folder: Path, around: dict[str, str]) -> Run:
    process = start(tool, case, folder, around)
    output, errors = process.communicate()
    return Run(process.returncode, output, errors, files_of(folder))


def check_files(case: Case, before: dict[str, bytes], expected: Run, found: Run) -> None:
    """Raises `Wrong` unless each file is the old or the new one, or a beginning of what a whole run gives if the case says so."""
    if more := set(found.files) - set(expected.files):
        raise Wrong(f"left behind: {more}")
    for name, content in found.files.items():
        whole = [before.get(name), expected.files[name]]
        if name == case.reports and found.status > 1 and b'"code":"unreadable"' in content:
            continue
        if content not in whole and not (name in case.partial and expected.files[name].startswith(content)):
            raise Wrong(f"{name} is neither old nor new: {content[:200]!r}")
        if name not in case.replaced and content != expected.files[name]:
            raise Wrong(f"{name} was changed")
    if missing := set(before) - set(found.files):
        raise Wrong(f"gone: {missing}")


def check_failure(case: Case, before: dict[str, bytes], expected: Run, found: Run) -> None:
    """Raises `Wrong` unless a run in which one call has failed reports that, or has done everything."""
    check_files(case, before, expected, found)
    if found.status in (0, 1):
        if found[:2] != expected[:2] or found.files != expected.files:
            raise Wrong(f"status {found.status}, and not all was done")
    elif found.status not in (66, 74):
        raise Wrong(f"status {found.status}")


def check_case(tool: str, case: Case, shim: Path, folder: Path) -> int:
    """Raises `Wrong` if a fault of some call breaks a rule; returns the number of runs."""
    prepare(folder)
    before = files_of(folder)
    expected = run(tool, case, folder, {})
    hit, runs = folder.parent / "hit", 0
    for call, error in ERRORS.items():
        kinds = [error] + [errno.EINTR] * (call in INTERRUPTED) + [SHORT] * (call in ("read", "write"))
        for kind in kinds:
            number = 0
            while True:
                number += 1
                hit.unlink(missing_ok=True)
                around = {"LD_PRELOAD": str(shim), "FAULT_CALL": call, "FAULT_AT": str(number), "FAULT_KIND": str(kind), "FAULT_HIT": str(hit)}
                found = run(tool, case, folder, around)
                runs += 1
                try:
                    if not hit.exists() or kind in (errno.EINTR, SHORT):
                        if found != expected:
                            raise Wrong("the run differs from one without faults")
                    else:
                        check_failure(case, before, expected, found)
                except Wrong as wrong:
                    name = errno.errorcode.get(kind, "a short transfer")
                    raise Wrong(f"{case.words}: {call} number {number}, {name}: {wrong}\nstatus {found.status}\n{found.errors.decode()}") from None
                if not hit.exists():
                    break
    return runs


SIGNALS = [signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM, signal.SIGXCPU, signal.SIGUSR1, signal.SIGALRM]


def check_signals(tool: str, folder: Path, count: int, rng: random.Random) -> None:
    """Raises `Wrong` if a signal at some time leaves a file that is neither old nor new."""
    cases = [case for case in CASES if case.replaced]
    known = {}
    for _ in range(count):
        case, number = rng.choice(cases), rng.choice(SIGNALS)
        if case not in known:
            prepare(folder)
            known[case] = (files_of(folder), run(tool, case, folder, {}))
        before, expected = known[case]
        process = start(tool, case, folder, {})
        for _ in range(rng.randrange(20_000)):
            if process.poll() is not None:
                break
        process.send_signal(number)
        output, errors = process.communicate()
        found = Run(process.returncode, output, errors, files_of(folder))
        try:
            check_files(case, before, expected, found)
            if found.status not in (expected.status, -number):
                raise Wrong(f"status {found.status}")
            if found.status == expected.status and found != expected:
                raise Wrong("the run ended as if nothing had come, and not all was done")
        except Wrong as wrong:
            raise Wrong(f"{case.words}: {number.name}: {wrong}\n{errors.decode()}") from None


def check_endings(tool: str, folder: Path, count: int, rng: random.Random) -> None:
    """Raises `Wrong` if a signal does not end a run that waits for input, or if that leaves anything behind."""
    case = Case("convert --to rudderstack -o out -", ("out",))
    prepare(folder)
    before = files_of(folder)
    for _ in range(count):
        number = rng.choice(SIGNALS)
        process = start(tool, case, folder, {}, is_open=True)
        while not any(path.name.endswith(".part") for path in folder.iterdir()):
            pass
        for _ in range(rng.randrange(1000)):
            pass
        process.send_signal(number)
        try:
            status = process.wait(timeout=60)
        except subprocess.TimeoutExpired:
            process.kill()
            raise Wrong(f"{number.name} did not end a run that waits") from None
        finally:
            for stream in (process.stdin, process.stdout, process.stderr):
                stream.close()
        if status != -number or files_of(folder) != before:
            raise Wrong(f"{number.name} at the start of a run: status {status}, files {sorted(files_of(folder))}")


def check_kept(tool: str, shim: Path, folder: Path) -> int:
    """Raises `Wrong` if a run that can neither put its file in place nor remove it reports success, or changes anything else."""
    cases = [case for case in CASES if case.replaced and "golden" not in case.words]
    for case in cases:
        prepare(folder)
        before = files_of(folder)
        fault = {"LD_PRELOAD": str(shim), "FAULT_CALL": "rename", "FAULT_AT": "1", "FAULT_KIND": str(errno.EIO), "FAULT_KEEP": "1"}
        found = run(tool, case, folder, {**fault, "FAULT_HIT": str(folder.parent / "hit")})
        changed = {name for name, content in found.files.items() if before.get(name) != content and not name.endswith(".part")}
        if found.status != 74 or b"rror" not in found.errors or changed - set(case.replaced):
            raise Wrong(f"{case.words}: no file can be renamed or removed: status {found.status}\n{found.errors.decode()}")
    return len(cases)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tool", required=True, help="the built program")
    parser.add_argument("--signals", type=int, default=500, help="how many runs get a signal (default: 500)")
    parser.add_argument("--seed", type=int, default=None, help="repeat the signals of a run with this seed")
    arguments = parser.parse_args()
    seed = random.SystemRandom().randrange(2**32) if arguments.seed is None else arguments.seed
    print(f"seed {seed}", flush=True)
    tool = os.path.abspath(arguments.tool)
    with tempfile.TemporaryDirectory(prefix="chatevents-faults-") as name:
        shim, folder = Path(name) / "shim.so", Path(name) / "work"
        subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", str(shim), str(HERE / "shim.c"), "-ldl"], check=True)
        try:
            for case in CASES:
                print(f"{case.words}: {check_case(tool, case, shim, folder)} runs", flush=True)
            print(f"no file can be renamed or removed: {check_kept(tool, shim, folder)} runs", flush=True)
            check_endings(tool, folder, arguments.signals // 5, random.Random(seed))
            check_signals(tool, folder, arguments.signals, random.Random(seed))
        except Wrong as wrong:
            print(f"{wrong}\nseed {seed}")
            return 1
    print(f"no fault and none of {arguments.signals} signals broke a rule, seed {seed}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
