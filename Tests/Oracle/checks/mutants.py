"""Breaks the sources in small ways, and sees that the check which each mutant stands under notices.

Usage: python3 Tests/Oracle/checks/mutants.py [--only TEXT] [--list] [--again]

`mutants_list.py` has the mutants. A copy of the checkout is built under `.build/mutants`. A mutant inside of a function is
compiled beside the sources as they are, behind a number that is read from the environment, so that one build serves many; no
release has that switch, it is written into the copy alone. Any other mutant, of a table or a declaration, has a build of its own.

Each result is kept as it comes. A second run goes on after the last one; a result counts as long as neither the sources, the
oracle nor the mutant change (`--again` forgets all). Ends with `N mutants were found out`; a mutant that its check does not
notice, that does not compile, or whose place is gone, fails the run.
"""

from __future__ import annotations

import paths  # noqa: F401, where the modules that follow are found

import argparse
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from mutants_list import MUTANTS, Mutant
from mutants_places import Place, enclosing, find

ROOT = Path(__file__).resolve().parents[3]
WORK = ROOT / ".build" / "mutants"
COPY = WORK / "copy"
RESULTS = WORK / "results.jsonl"
TOOL = COPY / ".build/release/chatevents"
VARIABLE = "CHATEVENTS_MUTANT"
AT_MOST = 1800  # seconds of a check; one that runs longer has noticed that something is wrong

SWITCH = f"""#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

@usableFromInline let chosenMutant: Int32 = unsafe getenv("{VARIABLE}").map {{ unsafe atoi($0) }} ?? 0
@usableFromInline func isMutant(_ number: Int32) -> Bool {{ chosenMutant == number }}
"""


class Case(NamedTuple):
    """A mutant, the check that must notice it, and where it is; its number among those of a build."""

    number: int
    check: str
    mutant: Mutant
    place: Place


def state() -> str:
    """A hash of what a result depends on, but for the mutant."""
    made = hashlib.sha256()
    files = [ROOT / "Package.swift", *(ROOT / "Sources").rglob("*"), *(ROOT / "Tests/Oracle").rglob("*.py")]
    for path in sorted(path for path in files if path.is_file() and not path.stem.startswith("mutants")):
        made.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes() + b"\0")
    return made.hexdigest()


def key_of(state: str, check: str, mutant: Mutant | None) -> str:
    return hashlib.sha256(json.dumps([state, check, mutant]).encode()).hexdigest()


def known_results() -> dict[str, str]:
    if not RESULTS.exists():
        return {}
    found = {}
    for line in RESULTS.read_text().splitlines():
        try:
            told = json.loads(line)
        except ValueError:
            continue  # a run was ended while it wrote
        found[told["key"]] = told["result"]
    return found


def keep(key: str, result: str, check: str, fact: str) -> None:
    with RESULTS.open("a") as file:
        file.write(json.dumps({"key": key, "result": result, "check": check, "fact": fact}) + "\n")


# The copy.


def write(path: Path, text: bytes) -> None:
    """Writes what differs alone, so that a build has little to do."""
    if not path.exists() or path.read_bytes() != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text)


def write_copy(changed: dict[Path, str]) -> None:
    """Makes the copy what the checkout is, but for the changed files, the switch, and warnings, which mutants may have."""
    listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, check=True,
                            capture_output=True).stdout  # fmt: skip
    names = {name.decode() for name in listed.split(b"\0") if name and (ROOT / name.decode()).is_file()}
    for name in names:
        path = ROOT / name
        text = changed[path].encode() if path in changed else path.read_bytes()
        if name == "Package.swift":
            text = text.replace(b"  .treatAllWarnings(as: .error),\n", b"")
        write(COPY / name, text)
    switches = set()
    for module in (ROOT / "Sources").iterdir():
        if any(module.rglob("*.swift")):
            switches.add(f"Sources/{module.name}/ChosenMutant.swift")
            write(COPY / f"Sources/{module.name}/ChosenMutant.swift", SWITCH.encode())
    for folder in ("Sources", "Tests"):
        for path in (COPY / folder).rglob("*"):
            name = str(path.relative_to(COPY))
            if path.is_file() and name not in names | switches and "__pycache__" not in name:
                path.unlink()


def together(cases: list[Case]) -> dict[Path, str]:
    """The files with each mutant behind its number: a function's body, or a value, as it is and as each mutant has it."""
    changed = {}
    for path in {case.place.path for case in cases}:
        own = [case for case in cases if case.place.path == path]
        text = path.read_text()
        bodies = {enclosing(text, case.place.range) or case.place.range for case in own}
        outermost = [
            one for one in bodies
            if not any(one != other and other[0] <= one[0] and one[1] <= other[1] for other in bodies)
        ]  # fmt: skip
        for start, end in sorted(outermost, reverse=True):
            inside = [case for case in own if start <= case.place.range[0] and case.place.range[1] <= end]
            broken = [(case.number, _broken(text, case)[start : end - len(text) or None]) for case in inside]
            if enclosing(text, (start, end)) == (start, end):
                branches = "".join(f" if isMutant({number}) {{{body}\n}} else" for number, body in broken)
                text = f"{text[:start]}{branches} {{{text[start:end]}\n}} {text[end:]}"
            else:
                choice = "".join(f"isMutant({number}) ? ({value}) : " for number, value in broken)
                text = f"{text[:start]}({choice}({text[start:end]})){text[end:]}"
        changed[path] = text
    return changed


def _broken(text: str, case: Case) -> str:
    first, last = case.place.range
    return text[:first] + case.mutant.new + text[last:]


def alone(case: Case) -> dict[Path, str]:
    return {case.place.path: _broken(case.place.path.read_text(), case)}


def shares_a_build(case: Case) -> bool:
    return case.mutant.value or enclosing(case.place.path.read_text(), case.place.range) is not None


def build(checks: set[str]) -> str:
    """Builds the copy; returns the errors, or nothing."""
    commands = [["swift", "build", "-c", "release", "--product", "chatevents"]]
    if any(check.startswith("swift ") for check in checks):
        commands.append(["swift", "build", "--build-tests"])
    for command in commands:
        done = subprocess.run(command, cwd=COPY, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        if done.returncode:
            return done.stdout
    return ""


def build_together(cases: list[Case]) -> tuple[list[Case], list[Case]]:
    """Builds as many mutants as compile beside one another; returns those, and the others."""
    others: list[Case] = []
    while True:
        changed = together(cases)
        write_copy(changed)
        errors = build({case.check for case in cases})
        if not errors:
            return cases, others
        bad = {case for case in cases if _is_blamed(case, changed[case.place.path], errors)}
        if not bad:
            raise SystemExit(f"the copy does not build:\n{errors[-4000:]}")
        print(f"builds of their own: {', '.join(case.mutant.fact for case in bad)}", flush=True)
        others += bad
        cases = [case for case in cases if case not in bad]


def _is_blamed(case: Case, changed: str, errors: str) -> bool:
    """Whether an error is in the function that a mutant changed."""
    path = COPY / case.place.path.relative_to(ROOT)
    lines = {int(line) for line in re.findall(re.escape(str(path)) + r":([0-9]+):[0-9]+: error", errors)}
    at = changed.index(f"isMutant({case.number}) ")
    start, end = enclosing(changed, (at, at)) or (at, at)
    return any(changed.count("\n", 0, start) < line <= changed.count("\n", 0, end) + 1 for line in lines)


# The checks.


def holds(check: str, number: int) -> bool:
    """Whether a check finds nothing wrong with the copy, when a mutant is chosen; 0 is none."""
    if check.startswith("swift "):
        command, folder = check.split(), COPY
    else:
        script, *rest = check.split()
        command, folder = [sys.executable, f"Tests/Oracle/checks/{script}", "--tool", str(TOOL), *rest], ROOT
    around = os.environ | {VARIABLE: str(number)}
    try:
        done = subprocess.run(command, cwd=folder, env=around, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False,
                              timeout=AT_MOST)  # fmt: skip
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


class Run:
    """The results so far, and what is still to do."""

    def __init__(self) -> None:
        self.state = state()
        self.results = known_results()

    def result(self, check: str, mutant: Mutant | None) -> str | None:
        return self.results.get(key_of(self.state, check, mutant))

    def tell(self, check: str, mutant: Mutant | None, result: str) -> None:
        fact = mutant.fact if mutant else "the sources as they are"
        key = key_of(self.state, check, mutant)
        self.results[key] = result
        keep(key, result, check, fact)
        print(f"{result} by {check}: {fact}", flush=True)

    def sources_pass(self, checks: list[str]) -> bool:
        """Whether the sources as they are, in the copy that is built, pass; a check that they fail shows nothing."""
        for check in checks:
            if self.result(check, None) is None:
                self.tell(check, None, "passed" if holds(check, 0) else "FAILED")
        return all(self.result(check, None) == "passed" for check in checks)

    def judge(self, case: Case, number: int) -> None:
        self.tell(case.check, case.mutant, "SURVIVED" if holds(case.check, number) else "found out")

    def do(self, cases: list[Case]) -> bool:
        """Judges what has no result yet."""
        left = [case for case in cases if self.result(case.check, case.mutant) is None]
        inside = [case for case in left if shares_a_build(case)]
        single = [case for case in left if case not in inside]
        before = len(cases) - len(left)
        print(f"{before} judged before; {len(inside)} in one build, {len(single)} in builds of their own", flush=True)
        checks = list(dict.fromkeys(case.check for case in left))
        if left:
            inside, others = build_together(inside)
            single += others
            if not self.sources_pass(checks):
                return False
        for case in inside:
            self.judge(case, case.number)
        for case in single:
            write_copy(alone(case))
            if build({case.check}):
                self.tell(case.check, case.mutant, "DOES NOT COMPILE, so not judged")
            else:
                self.judge(case, 0)
        return True


def main() -> int:
    parser = argparse.ArgumentParser(description="See that broken sources are found out.")
    parser.add_argument("--only", action="append", help="mutants whose fact, or whose check, holds this text; may be repeated")
    parser.add_argument("--list", action="store_true", help="say where each mutant is, and build nothing")
    parser.add_argument("--again", action="store_true", help="forget the results of earlier runs")
    arguments = parser.parse_args()
    chosen = [
        (check, mutant)
        for check, mutants in MUTANTS.items()
        for mutant in mutants
        if arguments.only is None or any(only in mutant.fact or only in check for only in arguments.only)
    ]
    sources = {path: path.read_text() for path in sorted((ROOT / "Sources").rglob("*.swift"))}
    cases, gone = [], []
    for number, (check, mutant) in enumerate(chosen, start=1):
        places = find(sources, mutant)
        if len(places) == 1:
            cases.append(Case(number, check, mutant, places[0]))
        else:
            gone.append(mutant.fact)
            print(f"{'GONE' if not places else f'in {len(places)} places'}: {mutant.fact} ({check})")
    if arguments.list:
        for case in cases:
            kind = "together" if shares_a_build(case) else "alone"
            line = sources[case.place.path].count("\n", 0, case.place.range[0]) + 1
            print(f"{kind}: {case.mutant.fact}: {case.place.path.relative_to(ROOT)}:{line}")
        return 1 if gone else 0
    if arguments.again:
        shutil.rmtree(RESULTS, ignore_errors=True)
        RESULTS.unlink(missing_ok=True)
    WORK.mkdir(parents=True, exist_ok=True)
    run = Run()
    if not run.do(cases):
        return 1
    unnoticed = [case.mutant.fact for case in cases if run.result(case.check, case.mutant) != "found out"]
    if unnoticed or gone:
        print(f"{len(unnoticed) + len(gone)} of {len(chosen)} were not found out: {', '.join(unnoticed + gone)}")
        return 1
    print(f"{len(chosen)} mutants were found out")
    return 0


if __name__ == "__main__":
    sys.exit(main())
