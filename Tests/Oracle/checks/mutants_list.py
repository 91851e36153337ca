"""How the sources are broken, under the check that must notice: what `mutants.py` reads.

A mutant says which fact it breaks, the text that is replaced, and by what. The text is looked for in all sources, whatever the
file and however its words are spaced, and must be in one place alone; if it is in several, `after` names a text of one file, and
the first place after that is meant. `value` says that the text is a whole value, and so is what replaces it: outside of functions
such a mutant needs no build of its own. A check is a script of this folder, or a command that begins with `swift test`.
"""

from __future__ import annotations

from typing import NamedTuple


class Mutant(NamedTuple):
    fact: str
    old: str
    new: str
    after: str = ""
    value: bool = False


MUTANTS = {
    "compare.py --route olark:rudderstack --only records": [
        Mutant(
            "two rows swapped",
            '.copy("visitor.city", to: "context.traits.city")',
            '.copy("visitor.region",               to: "context.traits.city")',
            value=True,
        ),
        Mutant("a row dropped", '.verbatim("tags", to: "properties.tags"),', ""),
        Mutant("null name dropped", ".copyKeepingNull(", ".copy("),
        Mutant(
            "an object left out when empty",
            '["traits", "context.traits", "properties"]',
            '["traits", "context.traits"]',
            value=True,
        ),
        Mutant(
            "anyone is identified",
            "[ItemTimesAreSeconds.self, VisitorIsIdentified.self]",
            "[ItemTimesAreSeconds.self]",
            value=True,
        ),
        Mutant(
            "split at the first space",
            'if byte == UInt8(ascii: " ") { last',
            'if byte == UInt8(ascii: " "), last == nil { last',
        ),
        Mutant("an escaped space is none", "== 0x3032_3030", "== 0x3032_3031"),
        Mutant(
            "a group without an id",
            "case .string: return !content.isEmpty",
            "case .string: return true",
            after="func isTrueID(",
        ),
        Mutant("another name for a messageId", '"track/"', '"truck/"'),
        Mutant("the version bits of rudderId", "version: 4)", "version: 5)"),
        Mutant(
            "times rounded up",
            "Int(time.fraction / (ShortTime.one / 1000))",
            "Int((time.fraction + ShortTime.one / 2000) / (ShortTime.one / 1000))",
        ),
        Mutant("keys may repeat", "!plan.members[member].mayRepeat { object(.repeatedKey, at: key) }", "!plan.members[member].mayRepeat {}"),
        Mutant("who says nothing consents", "record.chat.consent != true", "record.chat.consent == false"),
        Mutant("a point within a word", 'value &- 0x30 < 10 || self == "_"', 'value &- 0x30 < 10 || self == "_" || self == "."'),
    ],
    "compare.py --route olark:rudderstack --cases 400": [
        Mutant("brackets start no line", '|| bytes[position] == UInt8(ascii: "[") { return true }', "{ return true }"),
        Mutant("balance shifted by one", "where position + 1 >= fault", "where position + 1 > fault + 1"),
        Mutant("a plus is a plus", 'text.append(UInt8(ascii: " "))', 'text.append(UInt8(ascii: "+"))', after="enum FormBody"),
        Mutant(
            "what is no list is copied",
            "if found.kind != .null { object(.typeMismatch, at: position) } values[slot]",
            "values[slot]",
        ),
        Mutant(
            "surrogates are UTF-8",
            "case 0xed: (isSecond, length) = (second & 0xe0 == 0x80, 3)",
            "case 0xed: (isSecond, length) = (true, 3)",
        ),
        Mutant("leading zeros are fine", "if isDigit(bytes[position]) { throw JSONFault(.invalidNumber, at: position) }", ""),
    ],
    "compare.py --route olark:segment --only records": [
        Mutant("the first mark of consent", "(0..<Int(items.count)).reversed()", "0..<Int(items.count)"),
        Mutant(
            "granted wins",
            "if withdrawn.isFound(in: bytes, text) { return false }",
            "if withdrawn.isFound(in: bytes, text), !granted.isFound(in: bytes, text) { return false }",
        ),
        Mutant(
            "a city for a region",
            '.copyFilled("visitor.region", to: "traits.address.state")',
            '.copyFilled("visitor.city",           to: "traits.address.state")',
            value=True,
        ),
        Mutant("a trait dropped", '.copyFilled("visitor.organization", to: "traits.organization"),', ""),
        Mutant("a digit of a duration lost", "18", "17", after="static let digits =", value=True),
        Mutant(
            "messages counted from 1",
            "output.append(decimal: message)",
            "output.append(decimal: message + 1)",
            after="func writeMessageID(",
        ),
        Mutant(
            "one message alone before the first operator",
            "for earlier in 0..<record.chat.agents.count",
            "for earlier in 0..<min(1, record.chat.agents.count)",
        ),
        Mutant(
            "a reply of nobody is the last operator's",
            "record.chat.agents.append(ChatScratch.Agent())",
            "record.chat.agents.append(current)",
        ),
        Mutant("the first operator ends it", "record.chat.lastAgent = current", "record.chat.lastAgent = record.chat.firstAgent"),
        Mutant("ended in the middle of the chat", ", !record.slice(isManual).isTrue(bytes) else", " else"),
        Mutant(
            "offline messages alone end it",
            "KnownText(OlarkItem.Kind.offlineMessage.rawValue)",
            "KnownText(OlarkItem.Kind.messageToOperator.rawValue)",
        ),
        Mutant("a first group without an id", "if record.slice(groupID).isTrueID(bytes) {", "if row == 0 {"),
        Mutant("an invisible user id", "if chosen.isIdentity(bytes) {", "if chosen.isPresent {"),
        Mutant("a test visitor is nobody's test", "NOTAREALVISITORID", "NOTAREALVISITOR_"),
        Mutant("a row taken as shared", "$0.list != rows", "$0.list == $0.list"),
        Mutant(
            "no comma before a copied stretch",
            "output.append(again: range)",
            "output.append(again: range.lowerBound + 1..<range.upperBound)",
        ),
        Mutant("a brace that each row has is shared", "if output.count == marks[depth].content { canRepeat = false }", ""),
        Mutant("a row repeats the one before", "guard write(members[index], bytes,", "guard write(members[own.lowerBound], bytes,"),
        Mutant("a kind's length is off by one", "places[text.count] = UInt8(place + 1)", "places[text.count] = UInt8(place)"),
        Mutant("a stretch of the record before", "record.written.stretches.forget()", "", after="struct EmissionPlan"),
    ],
    "compare.py --route olark:segment --only edges": [
        Mutant(
            "an operator may stand twice",
            "if let second = found.second {",
            "if let second = found.second, second < 0 {",
        ),
    ],
    "compare.py --route olark-js:segment --only records": [
        Mutant("a city for a country", 'to: Path("\\(traits).address.country")', 'to: Path("\\(traits).address.city")'),
        Mutant(
            "the visitor for whom was asked",
            "record.chat.asked = person(asked, bytes, record)",
            "record.chat.asked = person(visitor, bytes, record)",
        ),
        Mutant("a chosen id before the record's own", "if isKnown { return }", ""),
        Mutant("an answer's id like the callback's", 'output.append("-identify\\"")', 'output.append("\\"")'),
        Mutant(
            "an address that is kept secret",
            'if !Text.isEqual(bytes, record.slice(address), to: "not available")',
            "if true",
        ),
        Mutant("an anonymous answer is not skipped", "person.isAnonymous || asked.isAnonymous", "person.isAnonymous"),
    ],
    "compare.py --route userlike:segment --only records": [
        Mutant(
            "city and country swapped",
            '.copyFilled("loc_city", to: "context.traits.address.city")',
            '.copyFilled("loc_country",        to: "context.traits.address.city")',
            value=True,
        ),
        Mutant("the last operator began it", "record.chat.firstAgent = created ?? present", "record.chat.firstAgent = present"),
        Mutant("every chat has ended", "record.chat.tellsEnd = ended.isPresent", "record.chat.tellsEnd = true"),
        Mutant(
            "an offline visitor's id without its name",
            'name.append("offline_message-")',
            'name.append("offline-message-")',
        ),
        Mutant("an offset of the other sign", "(isAhead ? 60 : -60)", "(isAhead ? -60 : 60)"),
        Mutant("2000 was none", "(year % 100 != 0 || year % 400 == 0)", "year % 100 != 0", after="let isLeap = year"),
        Mutant("of two hours the later one", "candidates.max()", "candidates.min()"),
        Mutant("clocks are put forward before the gap", "?? before", "?? after"),
    ],
    "compare.py --route userlike:segment --only edges": [
        Mutant("1900 was a leap year", "year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)", "year % 4 == 0", after="let isLeap = year"),
    ],
    "compare.py --route userlike-js:segment --only records": [
        Mutant(
            "sent for received",
            '.trackingEvent("message_operator_terminating")',
            '.trackingEvent("message_client_terminating")',
            value=True,
        ),
        Mutant("milliseconds from 13 digits on", "return digits > 11", "return digits > 12"),
        Mutant("milliseconds from 11 digits on", "return digits > 11", "return digits > 10"),
        Mutant("leading zeros make milliseconds", "let isLeadingZero = digits == 0 &&", "let isLeadingZero = digits < 0 &&"),
        Mutant("an id without a time", "if began != nil { output.append(quoted: id) }", "output.append(quoted: id)"),
    ],
    "compare.py --route segment:olark-js --only records": [
        Mutant("of a trait that stands twice, the first", "!= Text.characters(bytes, key)", "== Text.characters(bytes, key)"),
    ],
    "vectors.py": [
        Mutant("the last refusal told first", "in door.diagnostics(bytes) {", "in door.diagnostics(bytes).reversed() {"),
        Mutant("a call without ids is refused", "case .noIdentity: fact = diagnostic.message", "case .noIdentity: return nil"),
        Mutant(
            "phone and address swapped",
            "customFields, emailAddress, phoneNumber,",
            "customFields, phoneNumber, emailAddress,",
        ),
        Mutant("a null does not end the search", "if keys[trait].isPresent,", "if values[trait].isPresent, "),
        Mutant(
            "a last name behind an empty name",
            "if let name = trimmed(traits[.name], bytes) { return name }",
            "if let name = trimmed(traits[.name], bytes), !name.isEmpty { return name }",
        ),
        Mutant("no sigma is final", '"\\u{3a3}" &&', '"\\u{3a4}" &&'),
        Mutant("a byte order mark is no space", "0x3000, 0xfeff:", "0x3000:"),
        Mutant(
            "a batch switches nothing off",
            "batch.integrations.members(bytes)",
            "batch.integrations.members(bytes).prefix(0)",
        ),
        Mutant("All in capitals alone", '?? member("all", record.slice(allInLowerCase))', ""),
        Mutant("Olark's switch for Userlike", 'SegmentDestination("Userlike", &inputs)', 'SegmentDestination("Olark", &inputs)'),
        Mutant("no visitor of whom nothing is known", '["custom.segmentio.visitor"]', "[]", value=True),
    ],
    "javascript.py": [
        Mutant("a script may end", '"\\\\u003c"', '"<"'),
        Mutant("a line may end", "& 0xfe == 0xa8", "& 0xff == 0xa9"),
        Mutant("a prototype is set", '"__proto__"', '"__prato__"'),
    ],
    "batch_bodies.py --cases 20": [
        Mutant(
            "a smaller event for Segment",
            "ServiceLimits(event: 32_767, batch: 500_000, eventsInBatch: 2_500)",
            "ServiceLimits(event: 32_766, batch: 500_000, eventsInBatch: 2_500)",
            value=True,
        ),
        Mutant(
            "a larger event for RudderStack",
            "ServiceLimits(event: nil, batch: 4_000_000, eventsInBatch: nil)",
            "ServiceLimits(event: 4_000_000, batch: 4_000_000, eventsInBatch: nil)",
            value=True,
        ),
        Mutant(
            "a body of a byte too many",
            "ServiceLimits(event: 32_767, batch: 500_000, eventsInBatch: 2_500)",
            "ServiceLimits(event: 32_767, batch: 500_001, eventsInBatch: 2_500)",
            value=True,
        ),
        Mutant(
            "an event too few in a body",
            "ServiceLimits(event: 32_767, batch: 500_000, eventsInBatch: 2_500)",
            "ServiceLimits(event: 32_767, batch: 500_000, eventsInBatch: 2_499)",
            value=True,
        ),
        Mutant("a body of a byte too few", "batch.count + 1 + event.count + 2", "batch.count + 1 + event.count + 3"),
    ],
    "schema.py": [
        Mutant("a rating of six", "limits.upperBound", "limits.upperBound + 1"),
        Mutant("seconds without a fraction", '#"-?[0-9]+(\\.[0-9]+)?"#', '#"-?[0-9]+"#', value=True),
        Mutant("what is needed may be null", "!required.contains(field.name)", "true"),
        Mutant("an empty id is one", '["enum": [nil, ""]]', '["enum": [nil]]'),
        Mutant("no kind is judged", "models.map { value, model in", "models.prefix(0).map { value, model in"),
        Mutant("one kind's needs are no other's", "required: [field.name]", "required: []"),
        Mutant(
            "nulls in lists",
            'if !isNullable || bytes[start] != UInt8(ascii: "n") {',
            'if bytes[start] != UInt8(ascii: "n") {',
        ),
        Mutant("a needed null is there", "filled &= ~bit", "filled |= bit"),
    ],
    "plans.py --cases 3000": [
        Mutant(
            "a number with a fraction is an integer",
            "contains(.integer) && ExactNumber(value, bytes).isWhole",
            "contains(.integer)",
        ),
        Mutant("a limit that counts itself out", "case .minimum: !(number < limit)", "case .minimum: limit < number"),
        Mutant("what is beside a reference counts in the wrong draft", "if root.draft == .draft07, let reference", "if root.draft == .draft202012, let reference"),
        Mutant("two of oneOf may fit", "if count == 1 { return fits }", "if count >= 1 { return fits }"),
    ],
    "swift test --filter ExactNumberTests": [
        Mutant("-0 is another number than 0", "digits.isEmpty ? 0 : isNegative ? -1 : 1", "isNegative ? -1 : digits.isEmpty ? 0 : 1"),
    ],
    "swift test --filter TextFormatTests": [
        Mutant("a date that there is not", "day <= days(of: month, in: year)", "day <= 31"),
    ],
    "swift test --filter PlannedConversionTests": [
        Mutant(
            "events that break a plan are written",
            "output.truncate(to: written)\n      counts = counted\n      return .diagnostic(diagnostic)",
            "return .diagnostic(diagnostic)",
        ),
    ],
    "swift test --filter TrackingPlanTests": [
        Mutant("the newest version counts", "entries.first { $0.version == version && version != nil } ?? oldest", "entries.last ?? oldest"),
        Mutant("a plan that has the event does not make it planned", "isPlanned = true\n        tally", "tally"),
    ],
    "validation.py --cases 400 --format olark": [
        Mutant(
            "a tie runs backwards",
            "if let latest, time < latest",
            "if let latest, time <= latest",
            after="struct ItemTimesAreInOrder",
        ),
        Mutant(
            "a time is compared with its neighbour",
            "latest = max(latest ?? time, time)",
            "latest = time",
            after="struct ItemTimesAreInOrder",
        ),
        Mutant(
            "escaped ids are other ids",
            "return Text.characters(bytes, self) == Text.characters(bytes, other)",
            "return false",
        ),
        Mutant("the present has no fraction", "present < time else", "present.seconds < time.seconds else"),
        Mutant(
            "a second key behind a null is the first",
            "seen |= bit",
            '          if bytes[position] != UInt8(ascii: "n") { seen |= bit }\n',
        ),
    ],
    "validation.py --cases 400 --format segment": [
        Mutant(
            "99 characters are too long",
            "id.content.count >= 100 && Text.scalarCount(bytes, id) >= 100",
            "id.content.count >= 99 && Text.scalarCount(bytes, id) >= 99",
        ),
        Mutant(
            "an event is measured with its spaces",
            "found.document.compactCount(bytes, orAtMost: limits.event)",
            "found.document.range.count",
        ),
        Mutant("2500 calls are too many", "calls > most", "calls >= most"),
        Mutant("calls in a batch have no ids", "identities.append(identity)", "if index < 0 { identities.append(identity) }"),
    ],
    "validation.py --cases 400 --format userlike --format olark-js": [
        Mutant(
            "an operator's times count",
            'guard isChat || Text.isEqual(bytes, found.slice(type), to: "offline_message") else { return [] }',
            "",
        ),
        Mutant(
            "what is recorded may be a call",
            "guard record.isCall(found), !record.isRecorded(found),",
            "guard record.isCall(found),",
        ),
    ],
    "redaction.py --only leaks": [
        Mutant(
            "a visitor's name is text",
            '\\.fullName,              .text,                            .name,',
            '\\.fullName,              .text,                            .freeText,',
            after='"olark-visitor"',
        ),
        Mutant(
            "a request's address is kept",
            'Member("request_ip", \\.requestIP, .text, .ip,',
            'Member("request_ip", \\.requestIP, .text, .none,',
        ),
        Mutant(
            "names of members stay",
            "if knowsValues || FreeText.mayHold(bytes, key.content) { redact(",
            "if key.content.isEmpty { redact(",
        ),
        Mutant(
            "no label is answered beside it",
            "isAnswer(characters, rest, to: label)",
            "isAnswer(characters, rest.prefix(0), to: label)",
        ),
        Mutant(
            "the line below a label stays",
            "isAnswer(characters, rest, to: before)",
            "isAnswer(characters, rest.prefix(0), to: before)",
        ),
        Mutant(
            "JSON in a string is text",
            "case .string where around != .other && redactJSON(",
            "case .string where around == .other && redactJSON(",
        ),
        Mutant(
            "no additional field is asked for",
            "return MemberWords.factAsked(bytes, label)",
            "return MemberWords.factAsked(bytes, .absent)",
        ),
        Mutant(
            "what another kind has is unknown",
            "let others = all.fields.filter",
            "let others = all.fields.prefix(0).filter",
        ),
    ],
    "redaction.py --only innocent": [
        Mutant(
            "what shows nothing is replaced",
            "if Replacement.isClean(characters) || !value.isIdentity(bytes) { return }",
            "if Replacement.isClean(characters) { return }",
        ),
        Mutant(
            "people are told apart by their messages, not by their conversations",
            "for slot in context.conversation {",
            "for slot in context.conversation.reversed() {",
        ),
    ],
    "redaction.py --only routes": [
        Mutant(
            "every number becomes an integer",
            '(value.kind == .integer ? "1" : "0.5")',
            '(value.kind == .integer ? "1" : "1")',
        ),
        Mutant(
            "ids made of the visitor's stay",
            "case .derived where isExpected:",
            "case .derived where !isExpected:",
        ),
        Mutant(
            "what is said of a person is judged like any data",
            "case .person: .person\n        case .postalAddress",
            "case .birth: .person\n        case .postalAddress",
        ),
        Mutant(
            "an id that is an address becomes none",
            "if id.isEmailAddress(bytes), !new",
            "if !id.isEmailAddress(bytes), !new",
        ),
    ],
    "redaction.py --only pseudonyms": [
        Mutant(
            "an address in capitals is another",
            "let lower = ComposedText.composed(lowercased(text))",
            "let lower = ComposedText.composed(text)",
        ),
    ],
    "redaction.py --only silence": [
        Mutant("the names of members are told", "redaction.toldPart(of: pointer)", "pointer"),
        Mutant("the ways into broken records are told", "hasPointer: reporting.quotes", "hasPointer: true"),
    ],
    "redaction.py --only selection": [
        Mutant(
            "the first time of a record counts",
            "last = max(last ?? time, time) } } return",
            "last = min(last ?? time, time)\n      }\n    }\n    return",
        ),
        Mutant(
            "a second address is not looked for",
            "Self.places(of: selection.emails, .email, from: 0)",
            "Self.places(of: Array(selection.emails.prefix(1)), .email, from: 0)",
        ),
        Mutant(
            "no comma goes with a call",
            "gaps.append(parts[index - 1].upperBound..<part.upperBound)",
            "gaps.append(part.lowerBound..<part.upperBound)",
        ),
        Mutant(
            "what a batch says stays for all its calls",
            "if !settings.verifies { return .sharing }",
            "if settings.verifies { return .sharing }",
        ),
        Mutant("nobody is followed", "if form.kind == .id, followedIDs.contains(form)", "if form.kind == .phone, followedIDs.contains(form)"),
        Mutant("records without a time are not counted", "if fit == .undated { tally.undated += 1 }", ""),
    ],
    "jobs.py --size 6": [
        Mutant("pieces are not verified", "state.start.agrees(with: reading)", "(state.start.agrees(with: reading) || true)"),
    ],
    "swift test --filter MissingCommaTests/allElementsAreConvertedAndTheCommaIsReportedOnce": [
        Mutant(
            "a missing comma is told for each element",
            "if position.container.isArray { position.container = .arraySeparator }",
            "if position.container.isArray { (position.container, position.missesComma) = (.arraySeparator, false) }",
        ),
    ],
    "swift test --filter SharedLineTests/valuesOnOneLineAreReadOnce": [
        Mutant("what is certain is given up", "if position.isGuess, strays > Self.strayLimit {", "if strays > Self.strayLimit {"),
    ],
    "swift test --filter TextPatternTests": [
        Mutant(
            "a line ends in the middle of its end",
            r'''$0.isLineEnd && !($0 == "\n" && before == "\r")''',
            "$0.isLineEnd",
        ),
        Mutant("a capital is looked for alone", "holds(scalar.withoutCase) || holds(scalar.capital)", "holds(scalar.withoutCase)"),
    ],
    "swift test --filter AccountNumberTests": [
        Mutant("any last digit of a card is right", "return sum % 10 == 0", "return true"),
        Mutant("any check digits of an account are right", "if remainder == 1 {", "if remainder > 0 {"),
        Mutant("a card that is kept goes", "kind != .card || !wanted.keepsCards {", "kind != .card || wanted.keepsCards == wanted.keepsCards {"),
    ],
    "swift test --filter SpellingTests": [
        Mutant("a soft hyphen is a hyphen", "if breaks { text.append(byte, from: position) }", "text.append(byte, from: position)"),
        Mutant("the number of a book has other check digits", "return bookSum(text, 4) % 11 == 0", "return bookSum(text, 4) % 11 == 1"),
        Mutant("a time is no schedule", "return dates + clocks > 1 || dates == 1", "return dates == 1"),
    ],
    "swift test --filter FreeTextTests/whatIsReplacedBesidesBordersAsAReplacementDoes": [
        Mutant(
            "an answer is no border",
            "floor = RedactionMarks.domainEnd(text, other.upperBound, count)",
            "floor = stretch.lowerBound",
        ),
    ],
    "swift test --filter FreeTextPropertyTests": [
        Mutant(
            "the domain behind a replacement is text",
            "floor = RedactionMarks.domainEnd(text, match.range.upperBound, stretch.upperBound)",
            "floor = match.range.upperBound",
        ),
    ],
    "swift test --filter KnownValuesTests": [
        Mutant("a part of a number is an id", "if words.isPartOfNumber(index..<index + count, text) { continue }", ""),
        Mutant("a name is not found with its last word first", "addWords([last] + all.dropLast(), whole)", "addWords(all, whole)"),
        Mutant("a number is another one with more digits", "longer.count - shorter.count <= 3", "longer.count - shorter.count <= 30"),
        Mutant("a letter that is escaped is not seen", "return TextCharacter.isLetterOrDigit(byte) } private static func hidesAsItIs", "return false } private static func hidesAsItIs"),
        Mutant("what nobody sees hides nothing", "case .nothing, .unseen: .unseen", "case .nothing, .unseen: .itself"),
        Mutant("a part of a word is too short to look for", "run.count >= (isPart ? 2 : 3)", "run.count >= 3"),
        Mutant("a word ends where ASCII does", "return hasOthers || text[position] < 0x80 || text[position] == 0xe2", "return hasOthers"),
    ],
    "swift test --filter CleanTextsTests": [
        Mutant("a text is clean by how it begins", "while offset < content.count {", "while offset < 8 {"),
    ],
    "swift test --filter PersonsValuesTests": [
        Mutant("what a batch says is not known of its calls", "known.add(shared.values, bytes, shared.edits, text.replacement)", ""),
        Mutant("the text of a string has the document's offsets", "LooseRedaction(text.inside(string), isInString: true)", "LooseRedaction(text, isInString: true)"),
        Mutant("operators lose their names", "if !context.text.knowsValues { loose.value(", "do { loose.value("),
    ],
    "swift test --filter QueryFieldsTests": [
        Mutant("a link in a link is passed", 'while digits + 1 < count, text[digits] == UInt8(ascii: "2")', 'while false, text[digits] == UInt8(ascii: "2")'),
        Mutant("any field is personal", "return fact.privacy == .drop ? fact : nil", "return .secret"),
    ],
    "swift test --filter RecogniserTests": [
        Mutant("a fifth envelope is opened", "layers > 0 ? answer : .unknown(Diagnostic(code: .tooManyLayers))", "answer"),
        Mutant(
            "a record with data is an envelope",
            "guard isNamed || format == nil || marks.format(of: bytes, document, among: formats) == nil else {",
            "guard true else {",
        ),
    ],
    "swift test --filter OverlappingEditsTests/whatIsMadeOfIdsReplacesWhatIsFoundInIt": [
        Mutant(
            "an edit inside another wins",
            "list.replaceSubrange(first..<end, with: [Edit(range: whole, text: text, kind: kind)])",
            "if whole != range || whole == list[first].range {\n"
            "      list.replaceSubrange(first..<end, with: [Edit(range: whole, text: text, kind: kind)])\n    }",
        ),
    ],
    "swift test --filter ModelCheckTests/aCountHasNoFraction": [
        Mutant("a count may have a fraction", "as: UTF8.self))?.isWhole ?? false", "as: UTF8.self)) != nil"),
    ],
    "swift test --filter JSONNumberTests/aNumberWithAFractionIsNotWhole": [
        Mutant(
            "a half is whole",
            "zeros == digits.count || fraction <= zeros",
            "zeros == digits.count || fraction <= digits.count",
        ),
        Mutant(
            "a negative exponent keeps a number whole",
            "fraction - zeros <= exponent",
            "fraction - zeros <= max(exponent, 0)",
        ),
    ],
    "swift test --filter FileListTests": [
        Mutant(
            "the last name of a list with NULs is lost",
            "names.split(separator: 0).map {",
            "names.split(separator: 0).dropLast().map {",
        ),
        Mutant(
            "a name is cut at its line feed",
            "if names.contains(0) {",
            'if names.contains(0), !names.contains(UInt8(ascii: "\\n")) {',
        ),
    ],
    "swift test --filter GlobTests": [
        Mutant("a run in a pattern takes one thing more at most", "retry = (last.place, last.index + 1)", "retry = nil"),
        Mutant(
            "what a folder holds is the folder too",
            "if parts.last == .folders { parts.append(.name([.run])) }",
            "",
        ),
        Mutant("the end of a packed file's name counts", 'if name.hasSuffix(".gz") { name.removeLast(3) }', ""),
    ],
    "build_servers.py": [
        Mutant(
            "a mark passes in the middle of a line",
            'if byte == UInt8(ascii: "#"), last == byte, isName(after: index, in: bytes) {',
            'if byte == UInt8(ascii: "#"), last == byte, isAtStart {',
        ),
        Mutant(
            "a command passes behind white space",
            "if byte == UInt8(ascii: \"\\n\") { isAtStart = true } else if 0x21..<0x80 ~= byte,",
            "if byte == UInt8(ascii: \"\\n\") { isAtStart = true } else if",
        ),
        Mutant(
            "a pointer has line feeds",
            "PrintedText.oneLine(diagnostic.pointer.shortened(over: 156, begin: 76, end: 40))",
            "diagnostic.pointer.shortened(over: 156, begin: 76, end: 40)",
        ),
        Mutant("a refused value has line feeds", "quotedOnOneLine(in: UsageError.message(for: error, of: command))", "UsageError.message(for: error, of: command)"),
        Mutant("XML has marks", 'append("&#35;")', 'append("#")'),
        Mutant("a message has the lines of what it quotes", ".map { PrintedText.oneLine(String($0)) }", ".map { String($0) }"),
    ],
    "report_readers.py": [
        Mutant("an empty input passes", "guard !takesNothing, input.isEmpty, !input.hasFailed, !isStopped else { return }", "return"),
        Mutant("a failure hides in a report that is not written", "(tellsFailures || !isStopped && status <= .rejected)", "!isStopped && status <= .rejected"),
        Mutant("two findings have one fingerprint", "occurrences[hash, default: 0] += 1", ""),
        Mutant("a file that is named twice has its fingerprints twice", "if let count = beginnings[path], count > 1 { name.append(decimal: count) }", ""),
        Mutant("what a case must give is an input", "if isExpected, !readsExpected { return .passOver(.expected) }", ""),
        Mutant("standard input is a file", "if source.isStandardInput { return append(", "if false { return append("),
    ],
    "swift test --filter FileFilterTests": [
        Mutant(
            "a file that nothing includes is read",
            "return isFolder ? .read : .passOver(.notIncluded)",
            "return .read",
        ),
    ],
    "swift test --filter ListedValuesTests": [
        Mutant("an empty list selects everybody", "if all.isEmpty, !files.isEmpty { selection.isNothing = true }", ""),
    ],
    "swift test --filter MaxRejectsTests": [
        Mutant("what is not kept is tolerated", "&& (reject.record != nil || !keepsText)", ""),
        Mutant("just so many are too many", "return rejected <= count", "return rejected < count"),
    ],
    "swift test --filter MaxEventSizeTests": [
        Mutant(
            "an option that is given is advised",
            "if route.options.contains(.noBodies), !settings.options.contains(.noBodies) {",
            "if route.options.contains(.noBodies) {",
        ),
    ],
    "swift test --filter InteroperableTextTests": [
        Mutant("keys that differ in U+0000 are two", "if fault != .zero {", "if true {"),
        Mutant(
            "keys are compared in small objects alone",
            "insert(Self.cleaned(bytes, key)).inserted == false",
            "insert(Self.cleaned(bytes, key)).inserted == nil",
        ),
        Mutant(
            "a pair may be a noncharacter",
            "return Piece(end: start + 12, fault: scalar.isNoncharacter ? .noncharacter : nil)",
            "return Piece(end: start + 12)",
        ),
    ],
    "swift test --filter LogLineTests": [
        Mutant("no text is before JSON", "if isText, opens(bytes[position + 1]) { return true }", ""),
        Mutant("a long string is text", "if error.reason == .unexpectedEnd, stop == start + limit { return false }", ""),
        Mutant("each line of a log is a report", "case true?: position = line", "case true?: return .resumes(at: line, afterValue: false)"),
    ],
    "swift test --filter AnyPiecesTests": [
        Mutant("what was read decides what is kept", "guard next - start > recordLimit", "guard scanner.end - start > recordLimit"),
        Mutant("a guess knows its line", "if position.isGuess { isVoid = true }", "", after="// The line is known only"),
        Mutant("a fault after the limit counts", "if fault.offset > limit || isCut && scanner.end > limit", "if isCut && scanner.end > limit"),
    ],
    "swift test --filter NearJSONTests": [
        Mutant(
            "minus infinity has no name",
            "isThere($0.word, at: offset) || isThere($0.word, at: offset - 1)",
            "isThere($0.word, at: offset)",
        ),
    ],
    "swift test --filter ModelWalkTests": [
        Mutant("a key like another is not looked for", "if looksAgain { texts.lookAgain(bytes, at: start) }", ""),
        Mutant("what no table names is not shown", "return texts.pass(bytes, position)", "return SoundText.slice(bytes, position).range.upperBound"),
    ],
    "swift test --filter EnvelopeTests": [
        Mutant("an envelope around nothing is silent", "let count = ledger.balance.read - before", "let count = ledger.balance.read - before + 1"),
        Mutant("what lacks the record is read as a text", "case .string where !content.isMissed:", "case .string:"),
    ],
    "swift test --filter OddTimesTests": [
        Mutant("no time is odd", "UInt(bitPattern: seconds &- Self.first) <= span", "true"),
    ],
    "swift test --filter FolderTests/eachFileOfAFolderIsReadOnce": [
        Mutant("a file of a folder is read twice", "known.insert($0).inserted })", "known.insert($0).inserted || true })"),
    ],
    "swift test --filter TemporaryFileTests": [
        Mutant("the temporary name is always the same", "UInt64.random(in: .min ... .max)", "UInt64.max"),
        Mutant("what is not finished stays", "deinit { abandon() }", "deinit {}"),
        Mutant("an abandoned file stays open", "if isOpen { try? descriptor.close() }", ""),
    ],
    "swift test --filter ReplacedFileTests": [
        Mutant("a link that leads nowhere is replaced", "guard let target = link(at: path) else { return path }", "return path"),
        Mutant("the owner changes", "if descriptor.status?.owner != status.owner", "if false"),
    ],
    "swift test --filter SignalTests": [
        Mutant("an ignored signal counts", "if isIgnoring(before) { ignore(number) }", ""),
        Mutant("a signal is passed on to nobody", "passing.store(writing, ordering: .sequentiallyConsistent)", ""),
        Mutant("a file that may not grow ends the run", "ignore(SIGXFSZ)", ""),
    ],
    "swift test --filter ExitStatusTests/aFullDiskBehindStandardErrorIsStatus74": [
        Mutant("a lost message is no failure", "lost.store(true, ordering: .relaxed)", ""),
    ],
    "swift test --filter HostileTextTests": [
        Mutant("a quoted line gives advice", "text[..<end].ranges(of: Self.fix).last", "text[..<end].ranges(of: Self.fix).first"),
        Mutant("a report for programs steers a terminal", "let isPlain = report.allSatisfy {", "let isPlain = true || report.allSatisfy {"),
    ],
    "swift test --filter OverlappingEditsTests/aMemberThatIsNamedIsSettledWhateverItHolds": [
        Mutant("a number in place of an id stays", "other?.range != edit.range || other?.isNumber == true", "other?.range != edit.range"),
    ],
    "swift test --filter DepthTests": [
        Mutant("an event is deeper than can be read", "route.to.limits == nil ? Scanner.depthLimit : Self.deepest", "Scanner.depthLimit"),
        Mutant("what is too deep for events is passed in silence", "object(.tooDeep, at: start)", ""),
    ],
    "swift test --filter PackedTextTests/placesAreTheSameInWhateverOrderTheyAreAskedFor": [
        Mutant("a place before the last is that of its stretch", "marks.last { $0.decoded <= offset }", "marks.last { $0.decoded < mark.decoded }"),
    ],
}
