"""Breaks the sources in small ways, one at a time, and sees that the oracle notices each.

Usage: python3 Tests/Oracle/mutants.py [--only TEXT]

Works on a copy of the checkout, built there. Ends with `N mutants were found out`; a mutant that no comparison
notices, or whose place in the sources is gone, fails the run.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROUTE = "Sources/ChatEvents/Routes/OlarkToRudderStack.swift"
COMPUTE = "Sources/ChatEvents/Routes/OlarkComputations.swift"

# What is changed: the fact that is broken, the file, the text, and what it becomes.
MUTANTS = [
    ("two rows swapped", ROUTE, '.copy("visitor.city",                 to: "context.traits.city")',
     '.copy("visitor.region",               to: "context.traits.city")'),
    ("a row dropped", ROUTE, '    .verbatim("tags",                     to: "properties.tags"),\n', ""),
    ("null name dropped", ROUTE, ".copyKeepingNull(", ".copy("),
    ("an object left out when empty", ROUTE, 'alwaysThere: ["traits", "context.traits", "properties"]',
     'alwaysThere: ["traits", "context.traits"]'),
    ("anyone is identified", ROUTE, "[.itemTimes, .visitorIsIdentified]", "[.itemTimes]"),
    ("split at the first space", COMPUTE, 'if byte == UInt8(ascii: " ") { last',
     'if byte == UInt8(ascii: " "), last == nil { last'),
    ("an escaped space is none", COMPUTE, "== 0x3032_3030", "== 0x3032_3031"),
    ("a group without an id", COMPUTE, "case .string: return !id.content.isEmpty", "case .string: return true"),
    ("another name for a messageId", COMPUTE, '"track/"', '"truck/"'),
    ("the version bits of rudderId", "Sources/ChatEvents/Identity/UUIDBytes.swift", "version: 4)", "version: 5)"),
    ("times rounded up", "Sources/ChatEvents/Identity/EventTime.swift", "if place < 3 {", "if place < 2 {"),
    ("brackets start no line", "Sources/ChatEvents/Pipeline/Resynchronisation.swift",
     '|| bytes[position] == UInt8(ascii: "[") { return true }', "{ return true }"),
    ("balance shifted by one", "Sources/ChatEvents/Pipeline/Resynchronisation.swift",
     "where position + 1 >= fault", "where position + 1 > fault + 1"),
    ("a plus is a plus", "Sources/ChatEvents/Pipeline/FormBody.swift", 'text.append(UInt8(ascii: " "))',
     'text.append(UInt8(ascii: "+"))'),
    ("keys may repeat", "Sources/JSONText/Scanning/PlannedScan.swift", "object(.repeatedKey, at: key)", ""),
    ("surrogates are UTF-8", "Sources/JSONText/Scanning/Strings.swift",
     "case 0xed: (isSecond, length) = (second & 0xe0 == 0x80, 3)", "case 0xed: (isSecond, length) = (true, 3)"),
    ("leading zeros are fine", "Sources/JSONText/Scanning/Scalars.swift",
     "if isDigit(bytes[position]) { throw JSONFault(.invalidNumber, at: position) }", ""),
    ("pieces are not verified", "Sources/ChatEvents/Pipeline/OrderedConversion.swift",
     "state.start.agrees(with: reading)", "(state.start.agrees(with: reading) || true)"),
]  # fmt: skip

COMPARISONS = [
    ["compare.py", "--cases", "400"],
    ["roundtrip.py", "--cases", "300"],
    ["jobs.py", "--size", "6"],
]


def is_found_out(copy: Path) -> bool:
    """Builds the copy and says whether any comparison turns red."""
    subprocess.run(["swift", "build", "-c", "release", "--product", "chatevents"], cwd=copy, check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    tool = str(copy / ".build/release/chatevents")
    return any(
        subprocess.run([sys.executable, f"Tests/Oracle/{script}", "--tool", tool, *rest], cwd=ROOT,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
        for script, *rest in COMPARISONS
    )  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description="See that broken sources are found out.")
    parser.add_argument("--only", default="", help="mutants whose fact holds this text")
    arguments = parser.parse_args()
    survivors = []
    chosen = [mutant for mutant in MUTANTS if arguments.only in mutant[0]]
    with tempfile.TemporaryDirectory(prefix="chatevents-mutants-") as name:
        copy = Path(name) / "copy"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".build*", ".git"), symlinks=True)
        if is_found_out(copy):
            print("the sources as they are do not pass")
            return 1
        for fact, file, old, new in chosen:
            text = (ROOT / file).read_text()
            found = old in text
            (copy / file).write_text(text.replace(old, new, 1))
            if not found or not is_found_out(copy):
                survivors.append(fact)
            print(f"{'gone' if not found else 'SURVIVED' if fact in survivors else 'found out'}: {fact}", flush=True)
            (copy / file).write_text(text)
    if survivors:
        print(f"{len(survivors)} of {len(chosen)} survived: {', '.join(survivors)}")
        return 1
    print(f"{len(chosen)} mutants were found out")
    return 0


if __name__ == "__main__":
    sys.exit(main())
