"""Breaks the sources in small ways, one at a time, and sees that a comparison notices each.

Usage: python3 Tests/Oracle/mutants.py [--only TEXT]

Each mutant stands under the comparison that must turn red. Works on a copy of the checkout, built there, of which all
comparisons must hold first. Ends with `N mutants were found out`; a mutant that its comparison does not notice, or whose
place in the sources is gone, fails the run.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROUTES = "Sources/ChatEvents/Routes/"
PIPELINE = "Sources/ChatEvents/Pipeline/"
PRIVACY = "Sources/ChatEvents/Privacy/"
MAPPING = "Sources/ChatEvents/Mapping/"
TIME = "Sources/ChatEvents/Time/"
IDENTIFIERS = "Sources/ChatEvents/Identifiers/"
SCANNING = "Sources/JSONText/Scanning/"
TO_RUDDERSTACK = ROUTES + "OlarkToRudderStack.swift"
TRANSCRIPTS = MAPPING + "Transcripts/TranscriptComputations.swift"
OLARK_TO_SEGMENT = ROUTES + "OlarkToSegment.swift"
OLARK_CHAT = MAPPING + "Chats/OlarkConversation.swift"
LIVE_CHAT = MAPPING + "Chats/ChatOperation.swift"
OLARK_JS = ROUTES + "OlarkJSToSegment.swift"
OLARK_CALLBACK = MAPPING + "Chats/OlarkCallback.swift"
CALLBACK = MAPPING + "Chats/CallbackChat.swift"
USERLIKE = ROUTES + "UserlikeToSegment.swift"
USERLIKE_CHAT = MAPPING + "Chats/UserlikeConversation.swift"
USERLIKE_JS = ROUTES + "UserlikeJSToSegment.swift"
TO_OLARK_JS = ROUTES + "SegmentToOlarkJS.swift"
TO_USERLIKE_JS = ROUTES + "SegmentToUserlikeJS.swift"
DOOR = MAPPING + "Calls/SegmentChecks.swift"
WIDGET_DATA = MAPPING + "Calls/UserlikeDataComputations.swift"
DESTINATION = MAPPING + "Calls/SegmentDestination.swift"
PERSON = MAPPING + "Calls/IdentifiedPerson.swift"
LIMITS = "Sources/ChatEvents/Formats/Format.swift"
WRITE_PLAN = MAPPING + "WritePlan.swift"
LAYOUT = PIPELINE + "EventLayout.swift"
CONSENT = "Sources/ChatEvents/Privacy/ConsentMarks.swift"
PATTERN = "Sources/ChatEvents/Privacy/TextPattern.swift"
WRITTEN_TIME = TIME + "WrittenTime.swift"
JAVASCRIPT_TEXT = SCANNING + "Text+JavaScript.swift"
MODELS = "Sources/ChatEvents/Models/"
VALIDATION = "Sources/ChatEvents/Validation/"
ZONE = "Sources/ChatEventsCommand/ZoneName.swift"

# What is changed, under the comparison that must notice: the fact that is broken, the file, the text, and what it becomes.
MUTANTS = {
    "compare.py --route olark:rudderstack --only records": [
        ("two rows swapped", TO_RUDDERSTACK, '.copy("visitor.city",                 to: "context.traits.city")',
         '.copy("visitor.region",               to: "context.traits.city")'),
        ("a row dropped", TO_RUDDERSTACK, '    .verbatim("tags",                     to: "properties.tags"),\n', ""),
        ("null name dropped", TO_RUDDERSTACK, ".copyKeepingNull(", ".copy("),
        ("an object left out when empty", TO_RUDDERSTACK, 'alwaysThere: ["traits", "context.traits", "properties"]',
         'alwaysThere: ["traits", "context.traits"]'),
        ("anyone is identified", TO_RUDDERSTACK, ", VisitorIsIdentified.self]", "]"),
        ("split at the first space", TRANSCRIPTS, 'if byte == UInt8(ascii: " ") { last',
         'if byte == UInt8(ascii: " "), last == nil { last'),
        ("an escaped space is none", TRANSCRIPTS, "== 0x3032_3030", "== 0x3032_3031"),
        ("a group without an id", IDENTIFIERS + "Slice+Identity.swift", "case .string: return !content.isEmpty", "case .string: return true"),
        ("another name for a messageId", TRANSCRIPTS, '"track/"', '"truck/"'),
        ("the version bits of rudderId", IDENTIFIERS + "UUIDBytes.swift", "version: 4)", "version: 5)"),
        ("times rounded up", TIME + "ExactTime.swift", "{ Int(fraction / 1_000_000_000_000_000) }",
         "{ Int((fraction + 500_000_000_000_000) / 1_000_000_000_000_000) }"),
        ("keys may repeat", SCANNING + "PlannedScan.swift", "object(.repeatedKey, at: key)", ""),
        ("who says nothing consents", CONSENT, "found.chat.consent != true", "found.chat.consent == false"),
        ("a point within a word", PATTERN, ".wordBoundaryKind(.simple)", ""),
    ],
    "compare.py --route olark:rudderstack --cases 400": [
        ("brackets start no line", PIPELINE + "Resynchronisation.swift",
         '|| bytes[position] == UInt8(ascii: "[") { return true }', "{ return true }"),
        ("balance shifted by one", PIPELINE + "Resynchronisation.swift", "where position + 1 >= fault",
         "where position + 1 > fault + 1"),
        ("a plus is a plus", PIPELINE + "FormBody.swift", 'text.append(UInt8(ascii: " "))',
         'text.append(UInt8(ascii: "+"))'),
        ("what is no list is copied", SCANNING + "PlannedScan.swift",
         "if found.kind != .null { object(.typeMismatch, at: position) }\n      values[slot]", "values[slot]"),
        ("surrogates are UTF-8", SCANNING + "Strings.swift",
         "case 0xed: (isSecond, length) = (second & 0xe0 == 0x80, 3)", "case 0xed: (isSecond, length) = (true, 3)"),
        ("leading zeros are fine", SCANNING + "Scalars.swift",
         "if isDigit(bytes[position]) { throw JSONFault(.invalidNumber, at: position) }", ""),
    ],
    "compare.py --route olark:segment --only records": [
        ("the first mark of consent", CONSENT, "(0..<Int(items.count)).reversed()", "0..<Int(items.count)"),
        ("granted wins", CONSENT, "if Self.isFound(patterns.withdrawn, in: text) { return false }",
         "if Self.isFound(patterns.withdrawn, in: text), !Self.isFound(patterns.granted, in: text) { return false }"),
        ("a city for a region", OLARK_TO_SEGMENT, '.copyFilled("visitor.region",         to: "traits.address.state")',
         '.copyFilled("visitor.city",           to: "traits.address.state")'),
        ("a trait dropped", OLARK_TO_SEGMENT, '    .copyFilled("visitor.organization",   to: "traits.organization"),\n', ""),
        ("a digit of a duration lost", TIME + "ExactTime.swift", "static let digits = 18", "static let digits = 17"),
        ("messages counted from 1", LIVE_CHAT, "output.append(decimal: message)", "output.append(decimal: message + 1)"),
        ("one message alone before the first operator", OLARK_CHAT, "for earlier in 0..<found.chat.agents.count",
         "for earlier in 0..<min(1, found.chat.agents.count)"),
        ("a reply of nobody is the last operator's", OLARK_CHAT, "found.chat.agents.append(ChatScratch.Agent())",
         "found.chat.agents.append(current)"),
        ("the first operator ends it", OLARK_CHAT, "found.chat.lastAgent = current",
         "found.chat.lastAgent = found.chat.firstAgent"),
        ("ended in the middle of the chat", OLARK_CHAT, ", !found.slice(isManual).isTrue(bytes) else", " else"),
        ("offline messages alone end it", OLARK_CHAT, "to: OlarkItem.Kind.offlineMessage.rawValue)\n    {",
         "to: OlarkItem.Kind.messageToOperator.rawValue)\n    {"),
        ("a first group without an id", OLARK_CHAT, "if found.slice(groupID).isTrueID(bytes) {", "if row == 0 {"),
        ("an invisible user id", OLARK_CHAT, "if chosen.isIdentity(bytes) {", "if chosen.isPresent {"),
        ("a test visitor is nobody's test", MAPPING + "Transcripts/TranscriptChecks.swift", "NOTAREALVISITORID", "NOTAREALVISITOR_"),
        ("a row taken as shared", LIVE_CHAT, "case .messageID, .messageEventID, .groupEventID: true",
         "case .messageID, .groupEventID: true"),
        ("no comma before a copied stretch", WRITE_PLAN, "output.appendWritten(range)",
         "output.appendWritten(range.lowerBound + 1..<range.upperBound)"),
        ("a stretch of the record before", MAPPING + "EmissionPlan.swift", "    found.written.stretches.forget()\n", ""),
    ],
    "compare.py --route olark:segment --only edges": [
        ("an operator may stand twice", OLARK_CHAT,
         "if isKnown { return Complaint(code: Code(.repeatedKey), offset: Int(key.start)) }", "if isKnown { return nil }"),
    ],
    "compare.py --route olark-js:segment --only records": [
        ("a city for a country", OLARK_JS, 'to: Path("\\(traits).address.country")', 'to: Path("\\(traits).address.city")'),
        ("the visitor for whom was asked", OLARK_CALLBACK, "found.chat.asked = person(asked,", "found.chat.asked = person(visitor,"),
        ("a chosen id before the record's own", OLARK_CALLBACK, "    if isKnown { return }\n", ""),
        ("an answer's id like the callback's", LIVE_CHAT, 'output.append("-identify\\"")', 'output.append("\\"")'),
        ("an address that is kept secret", LIVE_CHAT, '"not available")', '"not avail")'),
        ("an anonymous answer is not skipped", MAPPING + "Chats/ChatScratch.swift", "{ person.isAnonymous || asked.isAnonymous }",
         "{ person.isAnonymous }"),
    ],
    "compare.py --route userlike:segment --only records": [
        ("city and country swapped", USERLIKE, '.copyFilled("loc_city",           to: "context.traits.address.city")',
         '.copyFilled("loc_country",        to: "context.traits.address.city")'),
        ("the last operator began it", USERLIKE_CHAT, "found.chat.firstAgent = created ?? present",
         "found.chat.firstAgent = present"),
        ("every chat has ended", USERLIKE_CHAT, "found.chat.tellsEnd = ended.isPresent", "found.chat.tellsEnd = true"),
        ("an offline visitor's id without its name", USERLIKE_CHAT, 'name.append("offline_message-")',
         'name.append("offline-message-")'),
        ("an offset of the other sign", WRITTEN_TIME, "(isAhead ? 60 : -60)", "(isAhead ? -60 : 60)"),
        ("2000 was none", WRITTEN_TIME, "(year % 100 != 0 || year % 400 == 0)", "year % 100 != 0"),
        ("of two hours the later one", ZONE, "candidates.max()", "candidates.min()"),
        ("clocks are put forward before the gap", ZONE, "?? before", "?? after"),
    ],
    "compare.py --route userlike:segment --only edges": [
        ("1900 was a leap year", WRITTEN_TIME, "year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)", "year % 4 == 0"),
    ],
    "compare.py --route userlike-js:segment --only records": [
        ("sent for received", USERLIKE_JS, '.trackingEvent("message_operator_terminating")',
         '.trackingEvent("message_client_terminating")'),
        ("milliseconds from 13 digits on", CALLBACK, "digits > 11 ? 3 : 0", "digits > 12 ? 3 : 0"),
        ("milliseconds from 11 digits on", CALLBACK, "digits > 11 ? 3 : 0", "digits > 10 ? 3 : 0"),
        ("leading zeros make milliseconds", CALLBACK, "let isLeadingZero = digits == 0 &&", "let isLeadingZero = digits < 0 &&"),
        ("an id without a time", LIVE_CHAT, "if began != nil { output.append", "if !isAnonymous { output.append"),
    ],
    "compare.py --route segment:olark-js --only records": [
        ("of a trait that stands twice, the first", PERSON, "!= Text.characters(bytes, key)", "== Text.characters(bytes, key)"),
    ],
    "vectors.py": [
        ("the last refusal told first", DOOR, "complaints(bytes).first", "complaints(bytes).last"),
        ("phone and address swapped", TO_OLARK_JS, "customFields, emailAddress, phoneNumber,",
         "customFields, phoneNumber, emailAddress,"),
        ("a null does not end the search", PERSON, "if keys[trait].isPresent, ", "if values[trait].isPresent, "),
        ("a last name behind an empty name", PERSON, "guard name == nil, let last", "guard let last"),
        ("no sigma is final", JAVASCRIPT_TEXT, '"\\u{3a3}" &&', '"\\u{3a4}" &&'),
        ("a byte order mark is no space", JAVASCRIPT_TEXT, "0x3000, 0xfeff:", "0x3000:"),
        ("a batch switches nothing off", DESTINATION, "batch.integrations.members(bytes)",
         "batch.integrations.members(bytes).prefix(0)"),
        ("All in capitals alone", DESTINATION, ' ?? member("all", found.slice(allInLowerCase))', ""),
        ("Olark's switch for Userlike", WIDGET_DATA, 'SegmentDestination("Userlike"', 'SegmentDestination("Olark"'),
        ("no visitor of whom nothing is known", TO_USERLIKE_JS, 'alwaysThere: ["custom.segmentio.visitor"]', "alwaysThere: []"),
    ],
    "javascript.py": [
        ("a script may end", LAYOUT, '"\\\\u003c"', '"<"'),
        ("a line may end", LAYOUT, "[0xe2, 0x80, 0xa8]", "[0xe2, 0x80, 0xa7]"),
        ("a prototype is set", LAYOUT, '"__proto__"', '"__prato__"'),
    ],
    "batch_bodies.py --cases 20": [
        ("a smaller event for Segment", LIMITS, "event: 32_768, batch: 500_000", "event: 32_767, batch: 500_000"),
        ("a larger event for RudderStack", LIMITS, "event: 32_768, batch: 4_000_000", "event: 32_769, batch: 4_000_000"),
        ("a body of a byte too many", LIMITS, "batch: 500_000", "batch: 500_001"),
        ("an event too few in a body", LIMITS, "eventsInBatch: 2_500", "eventsInBatch: 2_499"),
        ("a body of a byte too few", LAYOUT, "+ Self.closing.count - 1", "+ Self.closing.count"),
    ],
    "schema.py": [
        ("a rating of six", VALIDATION + "FieldType+Schema.swift", "limits.upperBound", "limits.upperBound + 1"),
        ("seconds without a fraction", VALIDATION + "FieldType+Schema.swift", '#"-?[0-9]+(\\.[0-9]+)?"#', '#"-?[0-9]+"#'),
        ("what is needed may be null", VALIDATION + "Model+Schema.swift", "!required.contains(field.name)", "true"),
        ("an empty id is one", VALIDATION + "Model+Schema.swift", '["enum": [nil, ""]]', '["enum": [nil]]'),
        ("no kind is judged", VALIDATION + "Model+Schema.swift", "models.map { value, model in",
         "models.prefix(0).map { value, model in"),
        ("one kind's needs are no other's", MODELS + "Model+Variants.swift", "required: [field.name]", "required: []"),
        ("nulls in lists", VALIDATION + "ModelCheck.swift", "isNullable: false", "isNullable: true"),
        ("a needed null is there", VALIDATION + "ModelCheck.swift", "filled &= ~bit", "filled |= bit"),
    ],
    "validation.py --cases 400 --format olark": [
        ("a tie runs backwards", VALIDATION + "OlarkRules.swift", "if let latest, time < latest", "if let latest, time <= latest"),
        ("a time is compared with its neighbour", VALIDATION + "OlarkRules.swift", "latest = max(latest ?? time, time)",
         "latest = time"),
        ("escaped ids are other ids", VALIDATION + "OlarkRules.swift",
         "return Text.characters(bytes, left) == Text.characters(bytes, right)", "return false"),
        ("the present has no fraction", VALIDATION + "Rule.swift", "present < time else", "present.seconds < time.seconds else"),
        ("a second key behind a null is the first", VALIDATION + "ModelCheck.swift", "          seen |= bit\n",
         '          if bytes[position] != UInt8(ascii: "n") { seen |= bit }\n'),
    ],
    "validation.py --cases 400 --format segment": [
        ("99 characters are too long", VALIDATION + "SegmentRules.swift", "id.content.count >= 100, Text.scalarCount(bytes, id) >= 100",
         "id.content.count >= 99, Text.scalarCount(bytes, id) >= 99"),
        ("an event is measured with its spaces", VALIDATION + "Validation.swift",
         "found.document.compactCount(bytes, orAtMost: limits.event)", "found.document.range.count"),
        ("2500 calls are too many", VALIDATION + "Validation.swift", "calls > most", "calls >= most"),
        ("calls in a batch have no ids", VALIDATION + "Validation.swift", "identities.append(identity)",
         "if index < 0 { identities.append(identity) }"),
    ],
    "validation.py --cases 400 --format userlike --format olark-js": [
        ("an operator's times count", VALIDATION + "UserlikeRules.swift",
         'guard isChat || Text.isEqual(bytes, found.slice(type), to: "offline_message") else { return }', ""),
        ("what is recorded may be a call", VALIDATION + "CallbackRules.swift",
         "guard record.isCall(found), !record.isRecorded(found),", "guard record.isCall(found),"),
    ],
    "redaction.py --only leaks": [
        ("a visitor's name is text", "Sources/ChatEvents/Formats/Olark/OlarkVisitor.swift",
         r'\.fullName,              .text,                            .name,', r'\.fullName,              .text, .freeText,'),
        ("names of members stay", PRIVACY + "LooseRedaction.swift",
         "if FreeText.mayHold(bytes, key.content) { redact(", "if key.content.isEmpty { redact("),
        ("no form asks for a name", PRIVACY + "FormAnswers.swift", '["name", "email"', '["email"'),
        ("what another kind has is unknown", PRIVACY + "FieldRedaction.swift", "let others = all.fields.filter",
         "let others = all.fields.prefix(0).filter"),
    ],
    "redaction.py --only innocent": [
        ("what shows nothing is replaced", PRIVACY + "LooseRedaction.swift",
         "if Replacement.isClean(characters) || !value.isIdentity(bytes) { return }",
         "if Replacement.isClean(characters) { return }"),
    ],
    "redaction.py --only routes": [
        ("every number becomes an integer", PRIVACY + "LooseRedaction.swift", '(value.kind == .integer ? "0" : "0.0")',
         '(value.kind == .integer ? "0" : "0")'),
        ("ids made of the visitor's stay", PRIVACY + "LooseRedaction.swift",
         'guard isPrefix, bytes[start + id.text.count] == UInt8(ascii: "/")',
         'guard isPrefix, bytes[start + id.text.count] == UInt8(ascii: "|")'),
    ],
    "redaction.py --only pseudonyms": [
        ("an address in capitals is another", PRIVACY + "Replacement.swift", "as: UTF8.self).lowercased().utf8)",
         "as: UTF8.self).utf8)"),
    ],
    "redaction.py --only silence": [
        ("the names of members are told", "Sources/ChatEvents/Pipeline/Redacting.swift", "redaction.toldPart(of: pointer)",
         "pointer"),
        ("the ways into broken records are told", "Sources/ChatEvents/Pipeline/Rejecting.swift",
         "pointer: isRedacting\n        ? JSONPointer()\n        : ", "pointer: "),
    ],
    "redaction.py --only selection": [
        ("the first time of a record counts", PRIVACY + "SelectionPlan.swift",
         "          last = max(last ?? time, time)\n        }\n      }\n    }\n    return", "          last = min(last ?? time, time)\n        }\n      }\n    }\n    return"),
        ("no comma goes with a call", PRIVACY + "Redaction.swift", "? calls[index - 1].range.upperBound..<call",
         "? call.range.lowerBound..<call"),
    ],
    "jobs.py --size 6": [
        ("pieces are not verified", PIPELINE + "OrderedConversion.swift", "state.start.agrees(with: reading)",
         "(state.start.agrees(with: reading) || true)"),
    ],
}  # fmt: skip


def build(copy: Path) -> None:
    subprocess.run(["swift", "build", "-c", "release", "--product", "chatevents"], cwd=copy, check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip


def holds(comparison: str, copy: Path) -> bool:
    """Whether a comparison finds nothing wrong with the tool of the copy."""
    script, *rest = comparison.split()
    command = [sys.executable, f"Tests/Oracle/{script}", "--tool", str(copy / ".build/release/chatevents"), *rest]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return done.returncode == 0


def main() -> int:
    parser = argparse.ArgumentParser(description="See that broken sources are found out.")
    parser.add_argument("--only", default="", help="mutants whose fact, or whose comparison, holds this text")
    only = parser.parse_args().only
    chosen = [(comparison, *mutant) for comparison, mutants in MUTANTS.items() for mutant in mutants
              if only in mutant[0] or only in comparison]  # fmt: skip
    survivors = []
    with tempfile.TemporaryDirectory(prefix="chatevents-mutants-") as name:
        copy = Path(name) / "copy"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".build*", ".git"), symlinks=True)
        build(copy)
        for comparison in dict.fromkeys(comparison for comparison, *_ in chosen):
            if not holds(comparison, copy):
                print(f"the sources as they are do not pass {comparison}")
                return 1
        for comparison, fact, file, old, new in chosen:
            text = (ROOT / file).read_text()
            (copy / file).write_text(text.replace(old, new, 1))
            if old in text:
                build(copy)
            word = "gone" if old not in text else "SURVIVED" if holds(comparison, copy) else "found out"
            print(f"{word} by {comparison}: {fact}", flush=True)
            survivors += [fact] if word != "found out" else []
            (copy / file).write_text(text)
    if survivors:
        print(f"{len(survivors)} of {len(chosen)} survived: {', '.join(survivors)}")
        return 1
    print(f"{len(chosen)} mutants were found out")
    return 0


if __name__ == "__main__":
    sys.exit(main())
