"""Reads the reports of `validate` and `check` by the rules of those that read them, over inputs with every kind of fault.

    python3 Tests/Oracle/checks/report_readers.py --tool .build/release/chatevents

The rules are typed in from the readers' documents, read in November 2026:

- GitHub Docs, "Workflow commands for GitHub Actions": the properties of annotations and their escapes;
- GitHub Docs, "SARIF support for code scanning", and OASIS, "SARIF 2.1.0", sections 3.20 and 3.58: what is demanded of a run;
- Jenkins, JUnit plug-in, and GitLab Docs, "Unit test reports": suites, cases, and what makes two cases the same;
- GitLab Docs, "Code Quality": the members of an issue.

A fault of an input is one that no record has: it is missing, a folder without files, empty, cut within gzip, or without a
record. Each report must have it as an error, beside the findings in other inputs, and its status must not be 0.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import subprocess
import sys
import tempfile
import urllib.parse
import xml.etree.ElementTree as xml
from pathlib import Path
from typing import Any, NamedTuple

WRONG = '{"kind":"Conversation","id":"c%d","visitor":{"id":"v","fullName":5},"items":[]}\n'
DOUBTFUL = '{"kind":"Conversation","id":"d","visitor":{"id":"v"},"items":[{"kind":"Note","timestamp":"1479718801"}]}\n'


class Found(NamedTuple):
    """What a reader has seen: in which file, at which line (None for none), how bad, and of what kind."""

    file: str
    line: int | None
    level: str
    code: str


def demand(condition: bool, *what: object) -> None:
    if not condition:
        raise AssertionError(" ".join(map(str, what)))


def read_json(report: str) -> list[Found]:
    """One object a line, all with the same members."""
    found = []
    for line in report.splitlines():
        entry = json.loads(line)
        demand(list(entry) == ["file", "line", "column", "pointer", "severity", "code", "message", "fix"], entry)
        demand(isinstance(entry["line"], int) and entry["line"] > 0 and isinstance(entry["column"], int) and entry["column"] > 0, entry)
        found.append(Found(entry["file"], entry["line"], entry["severity"], entry["code"]))
    return found


def unescaped(text: str, more: tuple[tuple[str, str], ...] = ()) -> str:
    for code, character in (*more, ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(code, character)
    return text


def read_github(report: str) -> list[Found]:
    """Annotations: a line each, with properties that the runner knows, and a notice in the end."""
    found = []
    *lines, last = report.removesuffix("\n").split("\n")
    demand(last.startswith("::notice title=chatevents::"), last)
    for line in lines:
        match = re.fullmatch(r"::(error|warning) ([^:]*)::(.+)", line)
        demand(match is not None, "no annotation", line)
        properties = dict(part.split("=", 1) for part in match[2].split(","))
        demand(set(properties) <= {"title", "file", "line", "endLine", "col", "endColumn"}, properties)
        demand("file" in properties or "line" not in properties, "a line of no file", line)
        file = unescaped(properties.get("file", "<stdin>"), (("%3A", ":"), ("%2C", ",")))
        found.append(Found(file, int(properties["line"]) if "line" in properties else None, match[1], properties["title"]))
    errors = sum(one.level == "error" for one in found)
    demand(re.search(rf": {errors} errors?, ", last) is not None or "differ" in last or "expected" in last, "the notice does not count", errors, last)
    return found


def read_sarif(report: str) -> list[Found]:
    """One run, as code scanning takes it, whose invocation says whether it was complete."""
    log = json.loads(report)
    demand(log["version"] == "2.1.0" and "sarif-2.1.0" in log["$schema"] and len(log["runs"]) == 1, "the log")
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    demand(driver["name"] and driver["rules"], "the driver")
    rules = {rule["id"]: rule for rule in driver["rules"]}
    demand(len(rules) == len(driver["rules"]), "two rules with an id")
    for rule in rules.values():
        demand(all(rule[name]["text"] for name in ("shortDescription", "fullDescription", "help")), rule)
        demand(len(rule["shortDescription"]["text"]) <= 1024 and len(rule["fullDescription"]["text"]) <= 1024, rule)
        demand(rule["defaultConfiguration"]["level"] in ("none", "note", "warning", "error"), rule)
    found = []
    demand(len(run["results"]) <= 25_000, "too many results")
    for result in run["results"]:
        demand(result["ruleId"] in rules and driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"], result)
        demand(result["level"] in ("none", "note", "warning", "error") and result["message"]["text"], result)
        demand(0 < len(result["locations"]) <= 10, result)
        place = result["locations"][0]["physicalLocation"]
        demand(place["region"]["startLine"] >= 1 and place["region"].get("startColumn", 1) >= 1, place)
        demand(all(isinstance(value, str) for value in result["partialFingerprints"].values()), result)
        found.append(Found(sarif_file(place["artifactLocation"]), place["region"]["startLine"], result["level"], result["ruleId"]))
    (invocation,) = run["invocations"]
    demand(isinstance(invocation["executionSuccessful"], bool), invocation)
    failures = []
    for notification in invocation["toolExecutionNotifications"]:
        demand(notification["message"]["text"] and notification["level"] in ("none", "note", "warning", "error"), notification)
        place = notification["locations"][0]["physicalLocation"]
        failures.append(Found(sarif_file(place["artifactLocation"]), None, notification["level"], notification["descriptor"]["id"]))
    demand(invocation["executionSuccessful"] == (not failures), invocation)
    return found + failures


def sarif_file(location: dict[str, Any]) -> str:
    """An address that begins at the root of the sources, or standard input, which has none."""
    if "uri" not in location:
        demand(location["description"]["text"] == "standard input", location)
        return "<stdin>"
    address = urllib.parse.urlsplit(location["uri"])
    demand((address.scheme, location.get("uriBaseId")) in (("", "%SRCROOT%"), ("file", None)), location)
    return urllib.parse.unquote(address.path)


def read_junit(report: str) -> list[Found]:
    """Suites whose counts are right, with cases that no reader takes for one another."""
    root = xml.fromstring(report)
    demand(root.tag == "testsuites", root.tag)
    found: list[Found] = []
    names = set()
    for suite in root:
        demand(suite.tag == "testsuite" and suite.get("name"), suite.attrib)
        kinds = [[child.tag for child in case] for case in suite]
        for name, tag in (("failures", "failure"), ("errors", "error")):
            demand(int(suite.get(name)) == sum(tag in kind for kind in kinds), name, suite.attrib)
        demand(int(suite.get("tests")) == len(suite), suite.attrib)
        for case in suite:
            name = (suite.get("name"), case.get("classname"), case.get("name"))
            demand(all(name) and name not in names, "two cases are one", name)
            names.add(name)
            line = re.search(r"\(line (\d+)\)", case.get("name"))
            for child in case:
                demand(child.tag in ("failure", "error", "system-out"), child.tag)
                level = "warning" if child.tag == "system-out" else "error"
                found.append(Found(suite.get("name"), int(line[1]) if line else None, level, child.get("type") or ""))
    for name in ("tests", "failures", "errors"):
        demand(int(root.get(name)) == sum(int(suite.get(name)) for suite in root), name)
    return found


def read_gitlab(report: str) -> list[Found]:
    """A list of issues, each with a fingerprint of its own."""
    demand(report.startswith("["), "something stands before the list")
    issues = json.loads(report)
    found = []
    for issue in issues:
        demand(set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}, issue)
        demand(issue["severity"] in ("info", "minor", "major", "critical", "blocker"), issue)
        demand(all(isinstance(issue[name], str) and issue[name] for name in ("description", "check_name", "fingerprint")), issue)
        path, line = issue["location"]["path"], issue["location"]["lines"]["begin"]
        demand(not path.startswith("./") and isinstance(line, int) and line > 0, issue)
        found.append(Found(path, line, "warning" if issue["severity"] == "minor" else "error", issue["check_name"]))
    demand(len({issue["fingerprint"] for issue in issues}) == len(issues), "a fingerprint comes twice")
    return found


READERS = {"json": read_json, "github": read_github, "sarif": read_sarif, "junit": read_junit, "gitlab": read_gitlab}


def run(tool: str, folder: Path, *words: str, said: str = "") -> tuple[str, str, int]:
    # On a build server `check --update` writes nothing.
    around = {name: value for name, value in os.environ.items() if name != "CI"}
    done = subprocess.run([tool, *words], cwd=folder, input=said.encode(), capture_output=True, timeout=60, env=around)
    return done.stdout.decode(), done.stderr.decode(), done.returncode


# Each fault of an input: what is named on the command line, the code that must be told, the file, and the status.
FAULTS = [
    ("missing.json", "unreadable", "work/missing.json", 66),
    ("hollow", "unreadable", "work/hollow", 66),
    ("empty.json", "nothing-to-validate", "work/empty.json", 1),
    ("blank.json", "nothing-to-validate", "work/blank.json", 1),
    ("list.json", "nothing-to-validate", "work/list.json", 1),
    ("empty.json.gz", "nothing-to-validate", "work/empty.json.gz", 1),
    ("cut.json.gz", "unreadable", "work/cut.json.gz", 74),
    ("head.json.gz", "unreadable", "work/head.json.gz", 74),
    ("-", "nothing-to-validate", "<stdin>", 1),
    ("--files-from=none", "nothing-to-validate", "", 1),
]


def prepare(top: Path) -> Path:
    """Makes a repository with a folder of inputs in it, which is where the tool is run."""
    folder = top / "work"
    (folder / "hollow").mkdir(parents=True)
    (top / ".git").mkdir()
    whole = gzip.compress((WRONG % 1 * 500).encode())
    for name, content in {
        "empty.json": b"", "blank.json": b"\n \n", "list.json": b"[]", "none": b"", "empty.json.gz": gzip.compress(b""),
        "cut.json.gz": whole[: len(whole) // 2], "head.json.gz": whole[:5], "wrong.jsonl": (WRONG % 1 + DOUBTFUL).encode(),
    }.items():
        (folder / name).write_bytes(content)
    return folder


def check_faults(tool: str, folder: Path) -> int:
    """Every form tells of every fault, alone and beside records, on standard output and in a file."""
    count = 0
    for form, read in READERS.items():
        for named, code, file, status in FAULTS:
            for beside in ([], ["wrong.jsonl"]):
                if beside and named.startswith("--"):
                    continue
                words = ["validate", "--format", form, "--output", "report", *beside, named]
                _, errors, actual = run(tool, folder, *words)
                demand(actual == status, words, "status", actual, errors)
                found = read((folder / "report").read_text())
                (folder / "report").unlink()
                about = [one for one in found if one.code == code]
                demand(len(about) == 1 and about[0].level == "error", words, found)
                demand(about[0].file == file or not file, words, about)
                demand(errors.startswith("chatevents: "), words, errors)
                demand(not beside or any(one.file == "work/wrong.jsonl" and one.code == "type-mismatch" for one in found), words, found)
                count += 1
    return count


def check_paths(tool: str, folder: Path) -> None:
    """All forms name one file alike, whatever the command line calls it, and standard input in their own way."""
    for form, read in READERS.items():
        for named in ("wrong.jsonl", "./wrong.jsonl", "../work//wrong.jsonl", str(folder / "wrong.jsonl"), "."):
            report, _, _ = run(tool, folder, "validate", "--format", form, named)
            files = {one.file for one in read(report) if one.code == "type-mismatch"}
            demand(files == {"work/wrong.jsonl"} or named == "." and "work/wrong.jsonl" in files, form, named, files)
        report, _, _ = run(tool, folder, "validate", "--format", form, said=WRONG % 1)
        demand({one.file for one in read(report)} == {"<stdin>"}, form, report)
    outside = folder.parent.parent / "outside.jsonl"
    outside.write_text(WRONG % 1)
    for form, read in READERS.items():
        report, _, _ = run(tool, folder, "validate", "--format", form, "../../outside.jsonl")
        demand({one.file for one in read(report)} == {str(outside)}, form, report)


def check_fingerprints(tool: str, folder: Path) -> None:
    """A fingerprint stays where lines are put in before, and two findings never share one."""
    def prints(text: str, *more: str) -> list[str]:
        (folder / "prints.jsonl").write_text(text)
        report, _, _ = run(tool, folder, "validate", "--format", "gitlab", "prints.jsonl", *more)
        read_gitlab(report)
        return [issue["fingerprint"] for issue in json.loads(report)]

    before = prints(WRONG % 1 + WRONG % 1 + DOUBTFUL)
    demand(before == prints("\n\n" + WRONG % 1 + "\n" + WRONG % 1 + DOUBTFUL), "fingerprints change with lines")
    demand(len(prints(WRONG % 1, "prints.jsonl", "wrong.jsonl")) == 4, "a file that is named twice")
    demand(before[0] != prints(WRONG % 2)[0], "a fingerprint does not depend on the text")


def check_golden(tool: str, folder: Path) -> None:
    """The forms of `check`, each with a case that is as expected, one that differs, and one that cannot be judged."""
    cases = folder / "cases"
    cases.mkdir()
    for name in ("fine", "off", "lone"):
        (cases / f"{name}.input.json").write_text(DOUBTFUL)
    for name in ("fine", "off"):
        (cases / f"{name}.segment.jsonl").write_text("")
    run(tool, folder, "check", "--update", "cases")
    (cases / "off.segment.jsonl").write_text((cases / "off.segment.jsonl").read_text() + "more\n")
    (cases / "records.2026.jsonl").write_text(DOUBTFUL)
    lines = len((cases / "off.segment.jsonl").read_text().splitlines())
    differs = Found("work/cases/off.segment.jsonl", lines, "error", "differs")
    lone = Found("work/cases/lone.input.json", 1, "error", "not-checked")
    report, _, status = run(tool, folder, "check", "--format", "json", "cases")
    entries = [json.loads(line) for line in report.splitlines()]
    demand(all(list(entry) == ["file", "line", "severity", "code", "case", "message", "difference"] for entry in entries), entries)
    told = {Found(entry["file"], entry["line"], entry["severity"], entry["code"]) for entry in entries}
    demand(status == 1 and told == {differs, lone} and len(entries) == 2, report)
    report, _, status = run(tool, folder, "check", "--format", "github", "cases")
    demand(status == 1 and set(read_github(report)) == {differs, lone}, report)
    report, _, status = run(tool, folder, "check", "--format", "junit", "cases")
    demand(status == 1 and {(one.file, one.code) for one in read_junit(report)} == {("work/cases", "differs"), ("work/cases", "not-checked")}, report)
    demand(xml.fromstring(report).get("tests") == "3", report)
    # One folder serves both commands: what cases must give is no input, and other records are no case's.
    report, errors, status = run(tool, folder, "validate", "--verdicts", "cases")
    files = [json.loads(line)["place"]["file"].rpartition("/")[2] for line in report.splitlines()]
    demand(files == ["fine.input.json", "lone.input.json", "off.input.json", "records.2026.jsonl"] and status == 0, report, errors)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tool", required=True)
    tool = str(Path(parser.parse_args().tool).resolve())
    with tempfile.TemporaryDirectory(prefix="chatevents-readers-") as name:
        folder = prepare(Path(name).resolve() / "top")
        try:
            count = check_faults(tool, folder)
            for check in (check_paths, check_fingerprints, check_golden):
                check(tool, folder)
        except AssertionError as failure:
            print(str(failure)[:4000])
            return 1
    print(f"{count} reports of faulty inputs, paths, fingerprints and golden cases are read as they should be")
    return 0


if __name__ == "__main__":
    sys.exit(main())
