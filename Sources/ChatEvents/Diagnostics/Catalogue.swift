public import JSONText

// All codes, a row each; a row is all that is said about one. `make docs` makes Docs/diagnostics.md of them, in this order.

extension Code {
  /// All codes, those of JSON faults first.
  public static let all: [Code] =
    JSONFault.Reason.allCases.map { Code($0) } + records + segment + plans + olarkJavaScript + warnings
}

// Faults of the JSON itself; their names, messages and fixes are those of JSONText.
// swift-format-ignore
extension Code {
  /// Creates the code for a fault in the JSON itself.
  public init(_ reason: JSONFault.Reason) {
    let (meaning, example): (String, String?) =
      switch reason {
      case .expectedValue:
        ("A JSON value is required here, but something else was found: nothing, an unquoted word, a second comma.",
         #"{"kind":}"#)
      case .expectedKey:
        ("In an object, each member begins with a key in double quotes. A trailing comma after the last member is the usual cause.",
         #"{"kind":"Conversation",}"#)
      case .expectedColon:
        ("A key is not followed by a colon and a value.",
         #"{"kind" "Conversation"}"#)
      case .expectedCommaOrBrace:
        ("A member is followed neither by a comma nor by the end of the object.",
         #"{"kind":"Conversation" "id":"c"}"#)
      case .expectedCommaOrBracket:
        ("An element is followed neither by a comma nor by the end of the array.",
         #"{"kind":"Conversation","tags":["a" "b"]}"#)
      case .expectedEnd:
        ("More text follows a single document. Only the library reports this: a file may hold many documents.",
         nil)
      case .invalidNumber:
        ("A JSON number has no leading zeros, no plus sign, and digits on both sides of the decimal point.",
         #"{"kind":"Conversation","id":01}"#)
      case .controlCharacter:
        ("Line feeds, tabs and other characters below U+0020 must be escaped in a string. An unescaped line feed usually means that the record is truncated.",
         "{\"kind\":\"Conv\tersation\"}")
      case .invalidEscape:
        ("After a backslash, JSON allows only a few characters, or u followed by four hexadecimal digits.",
         #"{"kind":"Conversation","id":"\x41"}"#)
      case .invalidUTF8:
        ("A string is not valid UTF-8: the input has another encoding, or was cut in the middle of a character.",
         nil)
      case .tooDeep:
        ("Objects and arrays are nested deeper than 512 levels, which no service sends. The limit is 508 for a record that is converted to events, since events and batches add levels.",
         nil)
      case .unexpectedEnd:
        ("The input ends while a string, an object or an array is still open: the record is truncated.",
         #"{"kind":"Conversation","id":5"#)
      case .typeMismatch:
        ("A member has a different type from the one its vendor documents.",
         #"{"kind":"Conversation","visitor":{"id":"v","fullName":5}}"#)
      case .repeatedKey:
        ("A member that is read appears more than once in its object, so its value is ambiguous.",
         #"{"kind":"Conversation","visitor":{"id":"v","id":"w"}}"#)
      case .loneSurrogate:
        ("An escape is one half of a surrogate pair, and the other half is missing. Such text is passed through unchanged, but a JSON text inside a string cannot be decoded.",
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
    "unknown-shape", .error, "unknown kind of record",
    meaning: "The document has none of the formats that can be converted to the requested one: the members that identify them are missing, or have values that the vendor does not write. `{\"kind\":\"Pod\"}` is not a transcript.",
    fix: "remove the record, or convert it to one of these formats first",
    example: .input(#"{"name":"Jo"}"#))

  static let noRoute = Code(
    "no-route", .error, "no route from this format",
    meaning: "No route converts the document's format to the requested one.",
    fix: "list the routes with: chatevents explain",
    example: .input(#"{"type":"track","userId":"u","event":"x"}"#))

  static let unknownKind = Code(
    "unknown-kind", .error, "expected the kind \"Conversation\"",
    meaning: "The `kind` of an Olark record is not a conversation, or the `_type` of a Userlike record is not documented.",
    fix: "turn off Olark's extra events, or remove this record",
    example: .input(#"{"kind":"Ping","visitor":{"id":"v"}}"#))

  static let unknownCallback = Code(
    "unknown-callback", .error, "unknown callback of Olark's API",
    meaning: "The name of a recorded callback does not begin with `api.`, as all callbacks of Olark's JavaScript API do.",
    fix: "list the names with: chatevents api --kind callback",
    example: .input(#"{"callback":"onPing","visitor":{"id":"v"}}"#, to: "segment"))

  static let notLossless = Code(
    "not-lossless", .error, "the event does not contain its transcript",
    meaning: "Only an event that was created with --lossless can be converted back to a transcript.",
    fix: "convert the transcript again with --lossless",
    example: .input(#"{"type":"track","userId":"u","event":"Conversation"}"#, to: "olark"))

  static let noIdentity = Code(
    "no-identity", .error, "the visitor has no id; receivers reject events without one",
    meaning: "Segment and RudderStack reject an event that does not identify a person. When `segment` is converted to `olark-js` or `userlike-js`, this is a warning: Segment's code in a page needs no id.",
    fix: "set visitor.id to your id for this visitor",
    example: .input(#"{"kind":"Conversation","visitor":{"id":""}}"#))

  static let invalidTimestamp = Code(
    "invalid-timestamp", .error, "expected seconds since 1970 in decimal digits",
    meaning: "A time does not have the form that the vendor documents. Times are parsed as decimal text, never as floating point.",
    fix: "write a time such as \"1307116657.1\"",
    example: .input(#"{"kind":"Conversation","visitor":{"id":"v"},"items":[{"timestamp":"today"}]}"#))

  static let invalidForm = Code(
    "invalid-form", .error, "a percent sign must be followed by two hexadecimal digits",
    meaning: "A form body cannot be decoded: a percent sign is not followed by two hexadecimal digits, or the field `data` appears twice.",
    fix: "write a literal percent sign as %25",
    example: .input("data=%7"))

  static let trailingText = Code(
    "trailing-text", .error, "unexpected text after the document",
    meaning: "The `data` field of a form body, or a JSON text inside a string, holds more than one document.",
    fix: "put one document in each data field",
    example: .input(#"{"data":"{\"kind\":\"Conversation\",\"visitor\":{\"id\":\"v\"}} {}"}"#))

  static let tooManyLayers = Code(
    "too-many-layers", .error, "the record is inside more than four envelopes",
    meaning: "Envelopes, JSON texts inside strings and form bodies are unwrapped up to four levels deep. This one is inside four others.",
    fix: "remove some of the envelopes first",
    example: .input(#"{"data":{"data":{"data":{"data":{"data":{"kind":"Conversation","visitor":{"id":"v"}}}}}}}"#))

  static let invalidBase64 = Code(
    "invalid-base64", .error, "the rejected bytes are not valid base64",
    meaning: "A line of a rejects file, or an envelope with base64 data, is not valid base64.",
    fix: "re-encode with base64 -w0",
    example: .input(#"{"code":"invalid-utf8","record_base64":"*"}"#))

  static let recordNotKept = Code(
    "record-not-kept", .error, "the record was too long to be stored in the rejects file",
    meaning: "A line of a rejects file gives only the location of its record, which was too long to be stored.",
    fix: "re-extract it from its source; bytes gives its offsets",
    example: .input(#"{"code":"record-too-long","bytes":[0,5]}"#))

  static let utf16 = Code(
    "utf-16", .error, "the input is UTF-16, but JSON must be UTF-8",
    meaning: "The input is UTF-16, which some tools on Windows write, or UTF-32.",
    fix: "convert it first: iconv -f UTF-16 -t UTF-8",
    example: nil)

  static let foreignFormat = Code(
    "foreign-format", .error, "the input is not JSON",
    meaning: "The input begins like a file of another format: an archive, a compressed file, a web page, a table.",
    fix: "decompress it, or export the records as JSON",
    example: .input("id,kind,visitor"))

  static let textBeforeJSON = Code(
    "text-before-json", .error, "text before the JSON of the line, as in a log",
    meaning: "A line has a time, a level or other text before its object. It is rejected together with the following lines, up to one that begins like a record.",
    fix: "remove it first: sed 's/^[^{]*//'",
    example: .input(#"2026-11-21T08:00:00Z INFO {"kind":"Conversation"}"#))

  static let recordTooLong = Code(
    "record-too-long", .error, "the record is longer than the limit",
    meaning: "A record is longer than --record-limit allows, often because of an unclosed bracket.",
    fix: "raise --record-limit, or look for an unclosed bracket",
    example: nil)

  static let ratingOutOfRange = Code(
    "rating-out-of-range", .error, "rating out of range",
    meaning: "Olark's ratings range from 1 to 5; Userlike's go up to 5 stars.",
    fix: "convert the rating to the expected scale",
    example: .validation(#"{"kind":"Conversation","visitor":{"id":"v","chat_feedback":{"knowledge":6}}}"#))

  static let personalData = Code(
    "personal-data", .error, "personal data is left",
    meaning: "`redact --verify` found something that redaction would replace. The report does not contain the data itself.",
    fix: "redact the file: chatevents redact",
    example: .verification(#"{"kind":"Conversation","visitor":{"id":"v"}}"#))

  static let valueLeft = Code(
    "value-left", .error, "a value that must be erased is left",
    meaning: "`redact --verify` found a value that it searched for: one given by `--contains`, an address given by `--email`, an id given by `--visitor-id`, or another address, id or phone number from a record of that person. The report names the option, never the value.",
    fix: "redact the record, or remove the value",
    example: nil)

  static let batchTooLarge = Code(
    "batch-too-large", .error, "the batch exceeds the service's limit",
    meaning: "A batch has more bytes or more calls than the service accepts in one request.",
    fix: "split it into several batches",
    example: nil)

  static let missingComma = Code(
    "missing-comma", .error, "missing comma between array elements",
    meaning: "Two elements of an array have no comma between them. Both are read, but the input is not valid JSON.",
    fix: "separate the elements with commas (reported once per array)",
    example: .input(#"[{"kind":"Conversation","visitor":{"id":"v"}} {"kind":"Conversation","visitor":{"id":"w"}}]"#))

  static let missingElement = Code(
    "missing-element", .error, "missing array element before or after a comma",
    meaning: "In an array, no element precedes or follows a comma.",
    fix: "remove the comma",
    example: .input(#"[{"kind":"Conversation","visitor":{"id":"v"}},]"#))

  static let eventTooLarge = Code(
    "event-too-large", .error, "the event exceeds the service's limit",
    meaning: "An event has more bytes than the service accepts. With `--format batch`, its record is rejected; in other layouts, this is a warning. `--max-event-size` sets another limit.",
    fix: "shorten it: remove long members from the record",
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
    meaning: "The type of a call is none of the six that Segment and RudderStack accept; their names are lower-case.",
    fix: "set type to one of these, in lower case",
    example: .input(#"{"type":"Track"}"#, to: "olark-js"))

  static let emptyBatch = Code(
    "empty-batch", .error, "the batch contains no calls",
    meaning: "A batch contains no calls.",
    fix: "remove the batch",
    example: .input(#"{"batch":[]}"#, to: "olark-js"))

  static let idNotString = Code(
    "id-not-string", .error, "an id must be a non-empty string",
    meaning: "Segment drops a call if an id is not a string, or is empty.",
    fix: "quote the id, or remove it",
    example: .input(#"{"type":"page","userId":42}"#, to: "olark-js"))

  static let eventNotDefined = Code(
    "event-not-defined", .error, "a track call needs an event",
    meaning: "Segment drops a track call without `event`.",
    fix: "set event to the name of the action",
    example: .input(#"{"type":"track","userId":"u"}"#, to: "olark-js"))

  static let eventNotString = Code(
    "event-not-string", .error, "the name of an event must be a non-empty string",
    meaning: "Segment drops a track call if `event` is not a string, or is empty.",
    fix: "quote the name",
    example: .input(#"{"type":"track","userId":"u","event":5}"#, to: "olark-js"))

  static let propertiesNotObject = Code(
    "properties-not-object", .error, "properties must be an object",
    meaning: "Segment drops a call if `properties` is not an object.",
    fix: "write the properties as members of an object",
    example: .input(#"{"type":"track","userId":"u","event":"x","properties":[1]}"#, to: "olark-js"))

  static let traitsNotObject = Code(
    "traits-not-object", .error, "traits must be an object",
    meaning: "Segment drops a call if `traits` is not an object.",
    fix: "write the traits as members of an object",
    example: .input(#"{"type":"identify","userId":"u","traits":"Jo"}"#, to: "olark-js"))

  static let nameNotString = Code(
    "name-not-string", .error, "the name of a page or screen must be a non-empty string",
    meaning: "Segment drops a page or screen call if `name` is not a string, or is empty. `convert` accepts an empty name with a warning, as Segment's code in a page does.",
    fix: "quote the name, or remove it",
    example: .input(#"{"type":"page","userId":"u","name":5}"#, to: "olark-js"))

  static let categoryNotString = Code(
    "category-not-string", .error, "the category of a page or screen must be a non-empty string",
    meaning: "Segment drops a page or screen call if `category` is not a string, or is empty. `convert` accepts an empty category with a warning, as Segment's code in a page does.",
    fix: "quote the category, or remove it",
    example: .input(#"{"type":"page","userId":"u","category":5}"#, to: "olark-js"))

  static let noGroupID = Code(
    "no-group-id", .error, "a group call needs a groupId",
    meaning: "A group call does not identify its group. Segment drops it, and RudderStack documents `groupId` as required.",
    fix: "set groupId to the group's id, as a string",
    example: .input(#"{"type":"group","userId":"u"}"#, to: "olark-js"))

  static let noUserID = Code(
    "no-user-id", .error, "an alias call needs a userId",
    meaning: "Segment drops an alias call without the new id.",
    fix: "set userId to the person's new id",
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
    "unknown-name", .error, "unknown name in Olark's JavaScript API",
    meaning: "Olark's JavaScript API has no call, callback or setting with this name.",
    fix: "list the names with: chatevents api",
    example: .call(#"{"call":"api.box.open"}"#))

  static let wrongUse = Code(
    "wrong-use", .error, "wrong use of the name",
    meaning: "A setting or callback is called, or a method or callback is configured as a setting.",
    fix: nil,
    example: .call(#"{"call":"system.hb_position"}"#))

  static let missingArgument = Code(
    "missing-argument", .error, "missing argument",
    meaning: "A call lacks a required argument.",
    fix: nil,
    example: .call(#"{"call":"api.visitor.updateFullName"}"#))

  static let extraArgument = Code(
    "extra-argument", .error, "too many arguments",
    meaning: "A call has more arguments than it accepts.",
    fix: "remove it",
    example: .call(#"{"call":"api.box.show","arguments":[1]}"#))

  static let functionNeeded = Code(
    "function-needed", .error, "a function is required, which JSON cannot represent",
    meaning: "A call requires a function, which JSON cannot represent.",
    fix: "write this call in the page's own JavaScript",
    example: .call(#"{"call":"api.visitor.getDetails"}"#))

  static let missingMember = Code(
    JSONError.missingMember, .error, "required member is missing",
    meaning: "An object lacks a required member.",
    fix: nil,
    example: .call(#"{"call":"api.visitor.updateFullName","arguments":[{}]}"#))

  static let unknownMember = Code(
    "unknown-member", .error, "unknown member",
    meaning: "An object has a member that Olark's API does not read.",
    fix: "remove it",
    example: .call(#"{"call":"api.visitor.updateFullName","arguments":[{"fullName":"Jo","full_name":"Jo"}]}"#))

  static let valueNotAllowed = Code(
    "value-not-allowed", .error, "value not allowed",
    meaning: "A value is not one of the allowed values.",
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
    "no-message-id", .warning, "a record has no timestamp, so its event has no messageId and receivers cannot drop duplicates",
    meaning: "A callback was recorded without its time. Two equal records may be two different callbacks, so their events get no messageId, and a receiver cannot recognise an event that is sent again.",
    fix: "record the time of each callback in timestamp",
    example: .input(#"{"callback":"api.chat.onBeginConversation","userId":"u"}"#, to: "segment"))

  static let placeholderID = Code(
    "placeholder-id", .warning, "an id is a placeholder for a missing value",
    meaning: "The id of a person is `undefined`, `null`, `[object Object]`, `NaN`, `0`, `anonymous`, `None`, `nil`, `(null)` or a UUID of zeros (case-insensitive). A program wrote it in place of a missing id, and a receiver merges all such people into one.",
    fix: "omit the id if there is none",
    example: .validation(#"{"type":"track","userId":"undefined","event":"x"}"#))

  static let replayedTime = Code(
    "replayed-time", .warning, "a time is from an earlier delivery",
    meaning: "A call has a `receivedAt`, which only the receiving service sets, or a `sentAt` more than a day in the past. Services use `sentAt` to correct an event's time: an old one moves the event to the day on which it is sent again.",
    fix: "remove it; timestamp is the time of the event",
    example: .validation(#"{"type":"track","userId":"u","event":"x","receivedAt":"2026-01-02T03:04:05.000Z"}"#))

  static let batchTimestamp = Code(
    "batch-timestamp", .warning, "a batch has one time for all of its calls",
    meaning: "A batch has its own `timestamp` or `originalTimestamp`. It replaces those of its calls, so that all of them get the same time.",
    fix: "give each call its own timestamp",
    example: .validation(#"{"batch":[{"type":"track","userId":"u","event":"x"}],"timestamp":"2026-01-02T03:04:05.000Z"}"#))

  static let unknownItemKind = Code(
    "unknown-item-kind", .warning, "undocumented kind of item",
    meaning: "Olark documents three kinds of items. Other items are kept if the whole transcript is kept, and produce no event of their own.",
    fix: "check whether Olark has added this kind; it is passed through but not treated as a message",
    example: .validation(#"{"kind":"Conversation","visitor":{"id":"v"},"items":[{"kind":"Whisper"}]}"#))

  static let unknownEvent = Code(
    "unknown-event", .warning, "undocumented callback or tracking event",
    meaning: "A page recorded an Olark callback or a Userlike tracking event that the vendor does not document. It is accepted and produces no event; `--summary` counts such names.",
    fix: "check the spelling; a new name of the vendor produces no event",
    example: .validation(#"{"event":"chat_strated","globalCtx":{}}"#))

  static let unknownOperator = Code(
    "unknown-operator", .warning, "the item's operator is not among operators",
    meaning: "An item names an operator that the transcript does not list, so their name and e-mail address are unknown.",
    fix: "add the operator to operators under this id",
    example: .validation(#"{"kind":"Conversation","visitor":{"id":"v"},"operators":{"1":{}},"items":[{"kind":"MessageToVisitor","operatorId":"2"}]}"#))

  static let itemsOutOfOrder = Code(
    "items-out-of-order", .warning, "the time is before that of the preceding message",
    meaning: "Messages are expected in the order in which they were sent. Events keep the order of the input; a duration is computed from the first and the last message.",
    fix: "sort the messages by time",
    example: .validation(#"{"kind":"Conversation","visitor":{"id":"v"},"items":[{"timestamp":"1700000020"},{"timestamp":"1700000010"}]}"#))

  static let testData = Code(
    "test-data", .warning, "this is an Olark test transcript",
    meaning: "Olark's webhook test button posts transcripts that are not from a visitor.",
    fix: "remove it, or convert with --skip-tests",
    example: .validation(#"{"kind":"Conversation","id":"NOTAREALTRANSCRIPT1","visitor":{"id":"v"}}"#))

  static let redactedIdentity = Code(
    "redacted-identity", .warning, "an id is <redacted>, as in all redacted records, so receivers merge their visitors",
    meaning: "Olark replaces every visitor's id with the same text. A receiver that identifies people or conversations by this id merges all of them. The ids that `redact` writes, `redacted-` and a digest, differ between conversations.",
    fix: "remove such records before you convert or send them",
    example: .validation(#"{"kind":"Conversation","visitor":{"id":"<redacted>"}}"#))

  static let timeInMilliseconds = Code(
    "time-in-milliseconds", .warning, "a time is in milliseconds instead of seconds, and is read as such",
    meaning: "A number with twelve or more digits before the decimal point is read as milliseconds: seconds reach that length in the year 5138. Olark writes seconds; some exporters do not.",
    fix: "divide the times by 1000, so that every program reads them the same way",
    example: .validation(#"{"kind":"Conversation","visitor":{"id":"v"},"items":[{"timestamp":1473774819263}]}"#))

  static let implausibleTime = Code(
    "implausible-time", .warning, "a time is before 2009, or more than a day after now",
    meaning: "The chat cannot have happened then: a clock was not set, the unit is different, or a missing time was written as 0. The current time is --now or SOURCE_DATE_EPOCH, if given. `validate` reports any later time as `future-timestamp`.",
    fix: "check the sender's clock and the unit of the times",
    example: .validation(#"{"kind":"Conversation","visitor":{"id":"v"},"items":[{"timestamp":"0"}]}"#))

  /// The warnings of which reports name the first place.
  static let placedWarnings: Set<Code> = [
    .redactedIdentity, .placeholderID, .timeInMilliseconds, .implausibleTime, .noIdentity, .nameNotString,
    .categoryNotString, .missingMember,
  ]

  static let futureTimestamp = Code(
    "future-timestamp", .warning, "the time is in the future",
    meaning: "A time is later than the current time, or than --now. Usually the sender's clock is wrong, or milliseconds were read as seconds.",
    fix: "check the sender's clock, and whether milliseconds were read as seconds",
    example: .validation(#"{"kind":"Conversation","visitor":{"id":"v"},"items":[{"timestamp":"9999999999"}]}"#))

  static let timeNotISO = Code(
    "time-not-iso", .warning, "expected an ISO 8601 date and time",
    meaning: "Segment and RudderStack require ISO 8601 with a date and a time of day. Their handling of other forms is not documented.",
    fix: "write a time such as \"2026-11-21T10:00:00.000Z\"",
    example: .validation(#"{"type":"track","userId":"u","event":"x","timestamp":"21.11.2026"}"#))

  static let messageIDTooLong = Code(
    "message-id-too-long", .warning, "the messageId is 100 characters or longer",
    meaning: "One page of Segment's documentation allows up to 100 characters, another fewer than 100.",
    fix: "use a shorter id; a UUID has 36 characters",
    example: nil)

  static let duplicateID = Code(
    "duplicate-id", .warning, "duplicate id",
    meaning: "With --unique-ids: a transcript's id, a call's messageId, or an event of a Userlike chat already appeared in this input or an earlier one. Olark posts a chat again if it continues.",
    fix: "keep the latest post of a continued chat; drop exact duplicates",
    example: .validation("{\"kind\":\"Conversation\",\"id\":\"c\",\"visitor\":{\"id\":\"v\"}}\n{\"kind\":\"Conversation\",\"id\":\"c\",\"visitor\":{\"id\":\"v\"}}", arguments: "--unique-ids"))

  static let callNotTaken = Code(
    "call-not-taken", .warning, "Olark's API does not accept an argument of a call",
    meaning: "A call was written with an argument of a type that Olark's API does not accept; the trait that it comes from has that type.",
    fix: "show the call's arguments with: chatevents api NAME",
    example: .input(#"{"type":"identify","userId":"u","traits":{"email":7}}"#, to: "olark-js"))

  static let notInteroperable = Code(
    "not-interoperable", .warning, "programs may read this JSON differently",
    meaning: "The JSON is valid, but some programs reject it or read it differently: an unpaired surrogate, a noncharacter, U+0000, a duplicate key, a number too large for a double (RFC 7493). jq, DuckDB, PostgreSQL and others may reject it.",
    fix: "fix the program that writes it, or convert with --i-json",
    example: .validation(#"{"kind":"Conversation","visitor":{"id":"v","fullName":"Jo\ud83d"}}"#))

  static let emptyEnvelope = Code(
    "empty-envelope", .warning, "the envelope contains no records",
    meaning: "The value at --unwrap is empty: an empty array or an empty string. No record is counted.",
    fix: "check whether it may be empty, like the last page of an export",
    example: .validation(#"[{"chats":[]},{"chats":[{"kind":"Conversation","visitor":{"id":"v"}}]}]"#, arguments: "--unwrap /chats"))
}
