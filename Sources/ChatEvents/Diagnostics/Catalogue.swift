public import JSONText

// All codes, a row each; a row is all that is said about one. `make docs` makes Docs/diagnostics.md of them, in this order.

extension Code {
  /// All of them, those about the JSON first.
  public static let all: [Code] =
    JSONFault.Reason.allCases.map { Code($0) } + records + segment + plans + olarkJavaScript + warnings
}

// Faults of the JSON itself; their names, messages and fixes are those of JSONText.
// swift-format-ignore
extension Code {
  /// Makes the code of a fault in the JSON itself.
  public init(_ reason: JSONFault.Reason) {
    let (meaning, example): (String, String?) =
      switch reason {
      case .expectedValue:
        ("Where JSON has a value, something else stands: nothing, a word without quotes, a second comma.",
         #"{"kind":}"#)
      case .expectedKey:
        ("Inside an object each member begins with its key in double quotes. A comma behind the last member is the usual cause.",
         #"{"kind":"Conversation",}"#)
      case .expectedColon:
        ("A key is not followed by a colon and a value.",
         #"{"kind" "Conversation"}"#)
      case .expectedCommaOrBrace:
        ("A member has ended, and neither another follows nor does the object end.",
         #"{"kind":"Conversation" "id":"c"}"#)
      case .expectedCommaOrBracket:
        ("An element has ended, and neither another follows nor does the array end.",
         #"{"kind":"Conversation","tags":["a" "b"]}"#)
      case .expectedEnd:
        ("Something follows a text that should hold one document alone. Only the library reports it: a file may hold many documents.",
         nil)
      case .invalidNumber:
        ("JSON's numbers have no leading zeros, no plus sign, and digits on both sides of a point.",
         #"{"kind":"Conversation","id":01}"#)
      case .controlCharacter:
        ("Line feeds, tabs and other characters below the space must be escaped inside a string. An unescaped line feed mostly means that the record was cut off.",
         "{\"kind\":\"Conv\tersation\"}")
      case .invalidEscape:
        ("Behind a backslash JSON knows only a few letters, and u with four hexadecimal digits.",
         #"{"kind":"Conversation","id":"\x41"}"#)
      case .invalidUTF8:
        ("The bytes of a string are no UTF-8: the input is in another encoding, or was cut in the middle of a character.",
         nil)
      case .tooDeep:
        ("Objects and arrays are nested deeper than 512 levels, which no service sends; 508 in a record that becomes events for a service, since events and batches are deeper.",
         nil)
      case .unexpectedEnd:
        ("The input ends while a string, an object or an array is still open: the record was cut off.",
         #"{"kind":"Conversation","id":5"#)
      case .typeMismatch:
        ("A member that is read has a value of another type than its vendor documents.",
         #"{"kind":"Conversation","visitor":{"id":"v","fullName":5}}"#)
      case .repeatedKey:
        ("A member that is read stands twice in its object, so nobody can tell which one is meant.",
         #"{"kind":"Conversation","visitor":{"id":"v","id":"w"}}"#)
      case .loneSurrogate:
        ("An escape is one half of a pair that together make a character. Such text passes through, but an unpacked form cannot be decoded.",
         #"{"data":"\ud800"}"#)
      }
    self.init(
      reason.code, .error, reason.message, meaning: meaning, fix: reason.fix, example: example.map { .input($0) })
  }
}

// Records, and what they are in.
// swift-format-ignore
extension Code {
  static let records: [Code] = [
    .unknownShape, .noRoute, .unknownKind, .unknownCallback, .notLossless, .noIdentity, .invalidTimestamp,
    .invalidForm, .trailingText, .tooManyLayers, .invalidBase64, .recordNotKept, .utf16, .foreignFormat, .textBeforeJSON, .recordTooLong, .ratingOutOfRange,
    .personalData, .valueLeft, .batchTooLarge, .missingComma, .missingElement, .eventTooLarge,
  ]

  static let unknownShape = Code(
    "unknown-shape", .error, "no known kind of record",
    meaning: "The document is of none of the formats that can be converted to what was asked for: it lacks the members by which they are known, or these do not hold what the vendor writes. `{\"kind\":\"Pod\"}` is no transcript.",
    fix: "leave the record out, or turn it into one of these first",
    example: .input(#"{"name":"Jo"}"#))

  static let noRoute = Code(
    "no-route", .error, "no route from this format",
    meaning: "The document is of a format from which no route leads to the one that was asked for.",
    fix: "see the routes with: chatevents explain",
    example: .input(#"{"type":"track","userId":"u","event":"x"}"#))

  static let unknownKind = Code(
    "unknown-kind", .error, "expected the kind \"Conversation\"",
    meaning: "An Olark record whose `kind` is no conversation, or a Userlike record of a `_type` that its documents do not describe.",
    fix: "turn off Olark's extra events, or leave this record out",
    example: .input(#"{"kind":"Ping","visitor":{"id":"v"}}"#))

  static let unknownCallback = Code(
    "unknown-callback", .error, "no callback of Olark's API has this name",
    meaning: "A recorded callback has a name that does not begin as those of Olark's JavaScript API do, with `api.`.",
    fix: "see the names with: chatevents api --kind callback",
    example: .input(#"{"callback":"onPing","visitor":{"id":"v"}}"#, to: "segment"))

  static let notLossless = Code(
    "not-lossless", .error, "the event does not hold the transcript that it was made from",
    meaning: "The way back to a transcript needs an event that was made with --lossless.",
    fix: "convert the transcript again, with --lossless",
    example: .input(#"{"type":"track","userId":"u","event":"Conversation"}"#, to: "olark"))

  static let noIdentity = Code(
    "no-identity", .error, "the visitor has no id, and receivers refuse an event without one",
    meaning: "Segment and RudderStack refuse an event that says of nobody who it was. On the way from `segment` to `olark-js` or `userlike-js` this is a warning: Segment's code in a page needs no id.",
    fix: "give visitor.id the id under which you know this person",
    example: .input(#"{"kind":"Conversation","visitor":{"id":""}}"#))

  static let invalidTimestamp = Code(
    "invalid-timestamp", .error, "expected seconds since 1970 in decimal digits",
    meaning: "A time is written in a way that the vendor's documents do not have. It is read as the text that it is, never through floating point.",
    fix: "write the time like \"1307116657.1\"",
    example: .input(#"{"kind":"Conversation","visitor":{"id":"v"},"items":[{"timestamp":"today"}]}"#))

  static let invalidForm = Code(
    "invalid-form", .error, "two hexadecimal digits must follow a percent sign",
    meaning: "A form body cannot be decoded: a percent sign without two hexadecimal digits, or the field data twice.",
    fix: "write a percent sign itself as %25",
    example: .input("data=%7"))

  static let trailingText = Code(
    "trailing-text", .error, "something follows the document",
    meaning: "A form body's data, or an unpacked form, holds more than one document.",
    fix: "put one document into each data field",
    example: .input(#"{"data":"{\"kind\":\"Conversation\",\"visitor\":{\"id\":\"v\"}} {}"}"#))

  static let tooManyLayers = Code(
    "too-many-layers", .error, "the record is inside more than four envelopes",
    meaning: "Envelopes, JSON texts in strings and form bodies are opened up to four deep. What is in this one is inside four others already.",
    fix: "take the records out of some of the envelopes first",
    example: .input(#"{"data":{"data":{"data":{"data":{"data":{"kind":"Conversation","visitor":{"id":"v"}}}}}}}"#))

  static let invalidBase64 = Code(
    "invalid-base64", .error, "the rejected bytes are no base64",
    meaning: "A line of a rejects file, or an envelope that says so, holds bytes that are no base64.",
    fix: "write them anew with base64 -w0",
    example: .input(#"{"code":"invalid-utf8","record_base64":"*"}"#))

  static let recordNotKept = Code(
    "record-not-kept", .error, "the record was too long to be kept here",
    meaning: "A line of a rejects file says only where its record was, since that was too long to be kept.",
    fix: "fetch it from its source, where bytes says",
    example: .input(#"{"code":"record-too-long","bytes":[0,5]}"#))

  static let utf16 = Code(
    "utf-16", .error, "the input is UTF-16, and JSON is UTF-8",
    meaning: "The input is UTF-16, as some tools on Windows write it, or UTF-32.",
    fix: "convert it first: iconv -f UTF-16 -t UTF-8",
    example: nil)

  static let foreignFormat = Code(
    "foreign-format", .error, "the input is no JSON",
    meaning: "The input begins as files of another format do: an archive, a packed file, a page, a table. It was not unpacked or converted before.",
    fix: "unpack it, or export the records as JSON",
    example: .input("id,kind,visitor"))

  static let textBeforeJSON = Code(
    "text-before-json", .error, "text stands before the JSON of the line, as in a log",
    meaning: "A line begins with a time, a level or other text, and goes on with an object. It is rejected with the lines after it, up to one that begins as a record does.",
    fix: "cut it off first: sed 's/^[^{]*//'",
    example: .input(#"2026-11-21T08:00:00Z INFO {"kind":"Conversation"}"#))

  static let recordTooLong = Code(
    "record-too-long", .error, "the record is longer than the limit",
    meaning: "A record is longer than --record-limit allows, often because a bracket in it is not closed.",
    fix: "raise --record-limit, or look for a bracket that is not closed",
    example: nil)

  static let ratingOutOfRange = Code(
    "rating-out-of-range", .error, "the rating is none that a visitor can give",
    meaning: "Olark's visitors give 1 to 5, Userlike's up to 5 stars.",
    fix: "look at where the number comes from: another scale must be converted first",
    example: .validation(#"{"kind":"Conversation","visitor":{"id":"v","chat_feedback":{"knowledge":6}}}"#))

  static let personalData = Code(
    "personal-data", .error, "personal data is left",
    meaning: "`redact --verify` found something that redaction would replace. What it is does not stand in the report.",
    fix: "redact the file: chatevents redact",
    example: .verification(#"{"kind":"Conversation","visitor":{"id":"v"}}"#))

  static let valueLeft = Code(
    "value-left", .error, "a value that must not be left is there",
    meaning: "`redact --verify` found a value that it was told to look for: one that `--contains` names, an address of `--email`, an id of `--visitor-id`, or another address, id or phone number that a record of that person had. The report names the option, and never the value.",
    fix: "redact the record, or remove the value where it stands",
    example: nil)

  static let batchTooLarge = Code(
    "batch-too-large", .error, "the batch is larger than the service takes",
    meaning: "A batch has more bytes than the service takes in one request, or more calls.",
    fix: "send its calls in several batches",
    example: nil)

  static let missingComma = Code(
    "missing-comma", .error, "no comma between two elements of an array",
    meaning: "In an array an element follows another without a comma. Both are read; the input is still not valid JSON.",
    fix: "separate the elements with commas; this is reported once for each array",
    example: .input(#"[{"kind":"Conversation","visitor":{"id":"v"}} {"kind":"Conversation","visitor":{"id":"w"}}]"#))

  static let missingElement = Code(
    "missing-element", .error, "a comma with no element",
    meaning: "In an array a comma has nothing before or behind it.",
    fix: "remove the comma",
    example: .input(#"[{"kind":"Conversation","visitor":{"id":"v"}},]"#))

  static let eventTooLarge = Code(
    "event-too-large", .error, "the event is larger than the service takes",
    meaning: "An event has more bytes than the service takes. In `--format batch` its record is rejected, in other layouts this is a warning. `--max-event-size` sets another limit.",
    fix: "leave out what is long: fewer members in the record",
    example: nil)
}

// Calls to Segment and RudderStack.
// swift-format-ignore
extension Code {
  static let segment: [Code] = [
    .unknownCall, .emptyBatch, .idNotString, .eventNotDefined, .eventNotString, .propertiesNotObject,
    .traitsNotObject, .nameNotString, .categoryNotString, .noGroupID, .noUserID,
  ]

  static let unknownCall = Code(
    "unknown-call", .error, "expected identify, track, page, screen, group or alias",
    meaning: "A call is none of the six that Segment and RudderStack know; their names are written in small letters.",
    fix: "give the call the type under which the service knows it",
    example: .input(#"{"type":"Track"}"#, to: "olark-js"))

  static let emptyBatch = Code(
    "empty-batch", .error, "the batch holds no call",
    meaning: "A batch holds no call.",
    fix: "leave the batch out",
    example: .input(#"{"batch":[]}"#, to: "olark-js"))

  static let idNotString = Code(
    "id-not-string", .error, "an id must be a string that is not empty",
    meaning: "Segment drops a call with an id that is no string, or empty.",
    fix: "write the id in quotes, or leave it out",
    example: .input(#"{"type":"page","userId":42}"#, to: "olark-js"))

  static let eventNotDefined = Code(
    "event-not-defined", .error, "a track call needs an event",
    meaning: "Segment drops a track call that does not say which event it tells.",
    fix: "give event the name of what was done",
    example: .input(#"{"type":"track","userId":"u"}"#, to: "olark-js"))

  static let eventNotString = Code(
    "event-not-string", .error, "the name of an event must be a string that is not empty",
    meaning: "Segment drops a track call with an event that is no string, or empty.",
    fix: "write the name in quotes",
    example: .input(#"{"type":"track","userId":"u","event":5}"#, to: "olark-js"))

  static let propertiesNotObject = Code(
    "properties-not-object", .error, "properties must be an object",
    meaning: "Segment drops a call with properties that are no object.",
    fix: "write what is known of the event as members of an object",
    example: .input(#"{"type":"track","userId":"u","event":"x","properties":[1]}"#, to: "olark-js"))

  static let traitsNotObject = Code(
    "traits-not-object", .error, "traits must be an object",
    meaning: "Segment drops a call with traits that are no object.",
    fix: "write what is known of the person or group as members of an object",
    example: .input(#"{"type":"identify","userId":"u","traits":"Jo"}"#, to: "olark-js"))

  static let nameNotString = Code(
    "name-not-string", .error, "the name of a page or screen must be a string that is not empty",
    meaning: "Segment drops a page or screen with a name that is no string, or empty. `convert` takes an empty one, as Segment's code in a page does, with a warning.",
    fix: "write the name in quotes, or leave it out",
    example: .input(#"{"type":"page","userId":"u","name":5}"#, to: "olark-js"))

  static let categoryNotString = Code(
    "category-not-string", .error, "the category of a page or screen must be a string that is not empty",
    meaning: "Segment drops a page or screen with a category that is no string, or empty. `convert` takes an empty one, as Segment's code in a page does, with a warning.",
    fix: "write the category in quotes, or leave it out",
    example: .input(#"{"type":"page","userId":"u","category":5}"#, to: "olark-js"))

  static let noGroupID = Code(
    "no-group-id", .error, "a group call needs a groupId",
    meaning: "A group call does not say which group it is about. Segment drops it, and RudderStack's page demands a groupId too.",
    fix: "give groupId the group's id, as a string",
    example: .input(#"{"type":"group","userId":"u"}"#, to: "olark-js"))

  static let noUserID = Code(
    "no-user-id", .error, "an alias call needs a userId",
    meaning: "Segment drops an alias call that does not say which id is the new one.",
    fix: "give userId the id under which the person is known now",
    example: .input(#"{"type":"alias","anonymousId":"a"}"#, to: "olark-js"))
}

// Calls and settings of Olark's JavaScript API.
// swift-format-ignore
extension Code {
  static let olarkJavaScript: [Code] = [
    .unknownName, .wrongUse, .missingArgument, .extraArgument, .functionNeeded, .missingMember, .unknownMember,
    .valueNotAllowed,
  ]

  static let unknownName = Code(
    "unknown-name", .error, "Olark's JavaScript API has no such name",
    meaning: "Olark's JavaScript API has nothing of this name.",
    fix: "see the names with: chatevents api",
    example: .call(#"{"call":"api.box.open"}"#))

  static let wrongUse = Code(
    "wrong-use", .error, "the name is used in another way",
    meaning: "A setting is called, or a method is configured, or a callback is either.",
    fix: nil,
    example: .call(#"{"call":"system.hb_position"}"#))

  static let missingArgument = Code(
    "missing-argument", .error, "the call needs an argument",
    meaning: "A call lacks an argument that it needs.",
    fix: nil,
    example: .call(#"{"call":"api.visitor.updateFullName"}"#))

  static let extraArgument = Code(
    "extra-argument", .error, "the call takes no further argument",
    meaning: "A call has more arguments than it takes.",
    fix: "remove it",
    example: .call(#"{"call":"api.box.show","arguments":[1]}"#))

  static let functionNeeded = Code(
    "function-needed", .error, "a function is needed here, which JSON cannot hold",
    meaning: "A call needs a function, which JSON cannot hold.",
    fix: "write this call into the page's own JavaScript",
    example: .call(#"{"call":"api.visitor.getDetails"}"#))

  static let missingMember = Code(
    JSONError.missingMember, .error, "the object needs a member",
    meaning: "An object lacks a member that it needs.",
    fix: nil,
    example: .call(#"{"call":"api.visitor.updateFullName","arguments":[{}]}"#))

  static let unknownMember = Code(
    "unknown-member", .error, "the object has no use for this member",
    meaning: "An object has a member that nothing reads.",
    fix: "remove it",
    example: .call(#"{"call":"api.visitor.updateFullName","arguments":[{"fullName":"Jo","full_name":"Jo"}]}"#))

  static let valueNotAllowed = Code(
    "value-not-allowed", .error, "the value is none of those that are allowed",
    meaning: "A value is none of those that are allowed.",
    fix: nil,
    example: .call(#"{"setting":"system.hb_chatbox_size","value":"xl"}"#))
}

// Warnings: the record can be used.
// swift-format-ignore
extension Code {
  static let warnings: [Code] = [
    .noMessageID, .placeholderID, .replayedTime, .batchTimestamp, .unknownItemKind, .unknownEvent, .unknownOperator, .itemsOutOfOrder, .testData, .redactedIdentity, .timeInMilliseconds,
    .implausibleTime, .futureTimestamp, .timeNotISO,
    .messageIDTooLong, .duplicateID, .callNotTaken, .notInteroperable,
    .emptyEnvelope,
  ]

  static let noMessageID = Code(
    "no-message-id", .warning, "a record has no timestamp, so its event has no messageId, and counts twice where it is sent twice",
    meaning: "A callback was recorded without its time. Two that are equal may be two, so their events get no messageId, and a receiver cannot tell one that was sent twice.",
    fix: "record the time of each callback, in timestamp",
    example: .input(#"{"callback":"api.chat.onBeginConversation","userId":"u"}"#, to: "segment"))

  static let placeholderID = Code(
    "placeholder-id", .warning, "an id is what a program writes where it has none",
    meaning: "The id of a person is `undefined`, `null`, `[object Object]`, `NaN`, `0`, `anonymous`, `None`, `nil`, `(null)` or a UUID of zeros, in capitals or small letters. A program wrote it in place of an id that it did not have, and a receiver takes all such people for one.",
    fix: "leave the id out where there is none",
    example: .validation(#"{"type":"track","userId":"undefined","event":"x"}"#))

  static let replayedTime = Code(
    "replayed-time", .warning, "a time is that of an earlier delivery",
    meaning: "A call has a `receivedAt`, which the service writes that receives it, or a `sentAt` of more than a day ago. Services work out from `sentAt` when an event happened: an old one moves the event to the day on which it is sent again.",
    fix: "leave it out; timestamp says when the event happened",
    example: .validation(#"{"type":"track","userId":"u","event":"x","receivedAt":"2026-01-02T03:04:05.000Z"}"#))

  static let batchTimestamp = Code(
    "batch-timestamp", .warning, "a batch has one time for all its calls",
    meaning: "A batch has a `timestamp` or an `originalTimestamp` beside its calls. It takes the place of those of the calls, so that all of them happened at once.",
    fix: "give each call its own timestamp",
    example: .validation(#"{"batch":[{"type":"track","userId":"u","event":"x"}],"timestamp":"2026-01-02T03:04:05.000Z"}"#))

  static let unknownItemKind = Code(
    "unknown-item-kind", .warning, "no item of this kind is documented",
    meaning: "Olark's documents know three kinds of items. Others pass through where a transcript is kept whole, and give no event of their own.",
    fix: "see whether Olark has a new kind of item: it passes through, and is no message",
    example: .validation(#"{"kind":"Conversation","visitor":{"id":"v"},"items":[{"kind":"Whisper"}]}"#))

  static let unknownEvent = Code(
    "unknown-event", .warning, "no callback or tracking event of this name is documented",
    meaning: "A page recorded a callback of Olark or a tracking event of Userlike that the vendor's documents do not name. It passes, and gives no event; `--summary` counts such names.",
    fix: "look for a typing error; a new name of the vendor gives no event",
    example: .validation(#"{"event":"chat_strated","globalCtx":{}}"#))

  static let unknownOperator = Code(
    "unknown-operator", .warning, "the item's operator is not among operators",
    meaning: "An item names an operator whom the transcript does not list, so their name and address are not known.",
    fix: "add the operator to operators, under this id",
    example: .validation(#"{"kind":"Conversation","visitor":{"id":"v"},"operators":{"1":{}},"items":[{"kind":"MessageToVisitor","operatorId":"2"}]}"#))

  static let itemsOutOfOrder = Code(
    "items-out-of-order", .warning, "the time lies before that of an earlier message",
    meaning: "Messages stand in the order in which they were sent. Events keep that order; a duration takes the first and the last.",
    fix: "put the messages in the order of their times",
    example: .validation(#"{"kind":"Conversation","visitor":{"id":"v"},"items":[{"timestamp":"1700000020"},{"timestamp":"1700000010"}]}"#))

  static let testData = Code(
    "test-data", .warning, "this is Olark's own test transcript",
    meaning: "Olark's button for trying out a webhook posts transcripts that no visitor wrote.",
    fix: "leave it out; convert does so with --skip-tests",
    example: .validation(#"{"kind":"Conversation","id":"NOTAREALTRANSCRIPT1","visitor":{"id":"v"}}"#))

  static let redactedIdentity = Code(
    "redacted-identity", .warning, "an id is <redacted>, as that of all redacted records, so a receiver takes them for one",
    meaning: "Olark puts one text in place of every visitor's id. A receiver that tells people or conversations apart by such an id makes one of all of them. The ids that `redact` writes, redacted- and a digest, differ from conversation to conversation.",
    fix: "leave such records out before they are converted or sent",
    example: .validation(#"{"kind":"Conversation","visitor":{"id":"<redacted>"}}"#))

  static let timeInMilliseconds = Code(
    "time-in-milliseconds", .warning, "a time is in milliseconds where seconds are documented, and is taken as such",
    meaning: "A number of twelve digits or more before the point counts milliseconds: seconds reach that length in the year 5138. Olark writes seconds; some exporters do not.",
    fix: "divide the times by 1000, so that every reader takes them alike",
    example: .validation(#"{"kind":"Conversation","visitor":{"id":"v"},"items":[{"timestamp":1473774819263}]}"#))

  static let implausibleTime = Code(
    "implausible-time", .warning, "a time is before 2009, or more than a day after now",
    meaning: "No such chat can have been: a clock was not set, the unit is another one, or a time is missing and stands as 0. Now is --now or SOURCE_DATE_EPOCH if given. `validate` reports any time after now as `future-timestamp`.",
    fix: "look at the sender's clock, and at the unit of the times",
    example: .validation(#"{"kind":"Conversation","visitor":{"id":"v"},"items":[{"timestamp":"0"}]}"#))

  /// The warnings of which reports name the first place.
  static let placedWarnings: Set<Code> = [
    .redactedIdentity, .placeholderID, .timeInMilliseconds, .implausibleTime, .noIdentity, .nameNotString,
    .categoryNotString, .missingMember,
  ]

  static let futureTimestamp = Code(
    "future-timestamp", .warning, "the time lies in the future",
    meaning: "A time lies behind the present one, or behind --now. Mostly the sender's clock is wrong, or milliseconds were taken for seconds.",
    fix: "look at the sender's clock, and whether milliseconds were taken for seconds",
    example: .validation(#"{"kind":"Conversation","visitor":{"id":"v"},"items":[{"timestamp":"9999999999"}]}"#))

  static let timeNotISO = Code(
    "time-not-iso", .warning, "expected a date and a time of day as ISO 8601 writes them",
    meaning: "Segment and RudderStack want ISO 8601 with a date and a time of day. What they do with another spelling is their guess.",
    fix: "write the time like \"2026-11-21T10:00:00.000Z\"",
    example: .validation(#"{"type":"track","userId":"u","event":"x","timestamp":"21.11.2026"}"#))

  static let messageIDTooLong = Code(
    "message-id-too-long", .warning, "the messageId has 100 characters or more",
    meaning: "One of Segment's pages allows up to 100 characters, the other fewer than 100.",
    fix: "make it shorter: a UUID has 36",
    example: nil)

  static let duplicateID = Code(
    "duplicate-id", .warning, "a record with this id came before",
    meaning: "With --unique-ids: a transcript's id, a call's messageId, or an event of a Userlike chat came before, in this input or an earlier one. Olark posts a chat again that goes on.",
    fix: "keep the later one of a chat that went on; drop what is there twice",
    example: .validation("{\"kind\":\"Conversation\",\"id\":\"c\",\"visitor\":{\"id\":\"v\"}}\n{\"kind\":\"Conversation\",\"id\":\"c\",\"visitor\":{\"id\":\"v\"}}", arguments: "--unique-ids"))

  static let callNotTaken = Code(
    "call-not-taken", .warning, "Olark's API does not take an argument of a call",
    meaning: "A call was written with an argument of a type that Olark's API does not take; the trait that it comes from has that type.",
    fix: "see what a call takes with chatevents api and its name",
    example: .input(#"{"type":"identify","userId":"u","traits":{"email":7}}"#, to: "olark-js"))

  static let notInteroperable = Code(
    "not-interoperable", .warning, "not every program reads this JSON alike",
    meaning: "The JSON is sound, and others refuse it or read something else: half of a surrogate pair, a noncharacter, U+0000, a repeated key, a number that no double holds (RFC 7493). jq, DuckDB, PostgreSQL and others stop there.",
    fix: "mend it where it is written; convert does so with --i-json",
    example: .validation(#"{"kind":"Conversation","visitor":{"id":"v","fullName":"Jo\ud83d"}}"#))

  static let emptyEnvelope = Code(
    "empty-envelope", .warning, "the envelope holds no record",
    meaning: "What --unwrap leads to is there and holds nothing: an empty array, or a text that is empty. No record is counted.",
    fix: "check whether it may be empty, as the last page of an export is",
    example: .validation(#"[{"chats":[]},{"chats":[{"kind":"Conversation","visitor":{"id":"v"}}]}]"#, arguments: "--unwrap /chats"))
}
