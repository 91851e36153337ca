internal import JSONText

/// Everything that the tool can report about its input, by its stable code.
public enum Catalogue {
  /// One thing that can be reported.
  public struct Entry: Sendable {
    /// Its name, what is wrong, and what to do.
    public let code: Code

    /// Whether the record is lost to the output, or only may not do what its sender thinks.
    public let severity: Severity

    /// What it means: a sentence or two, for somebody who meets it for the first time.
    public let meaning: String

    /// A short input that shows it; nil where that would be too long to print.
    public let example: Example?
  }

  /// An input that shows a diagnostic.
  public enum Example: Sendable {
    /// Input of `convert`, and the format that it is to be converted to.
    case input(String, to: Format)
    /// A call or a setting of Olark's JavaScript API.
    case call(String)
    /// Input of `validate`, and what is asked of it.
    case validation(String, arguments: String = "")
    /// Input of `redact --verify`.
    case verification(String)
  }

  /// The entries, those about the JSON first.
  public static let entries = json + records + segment + olarkJavaScript + warnings

  /// How bad each is, by the name of its code.
  static let severities = Dictionary(
    entries.map { ($0.code.name, $0.severity) }, uniquingKeysWith: { first, _ in first })

  /// Returns the entry of a code; nil where there is none of that name.
  public static func entry(named name: String) -> Entry? { entries.first { $0.code.name == name } }
}

extension Catalogue {
  private static func error(_ code: Code, _ meaning: String, _ example: Example?) -> Entry {
    Entry(code: code, severity: .error, meaning: meaning, example: example)
  }

  private static func fault(_ reason: JSONFault.Reason, _ meaning: String, _ text: String) -> Entry {
    error(Code(reason), meaning, .input(text, to: .rudderstack))
  }

  private static func record(_ code: Code, _ meaning: String, _ text: String?) -> Entry {
    error(code, meaning, text.map { .input($0, to: .rudderstack) })
  }

  private static func warning(
    _ code: Code, _ meaning: String, _ text: String?, arguments: String = ""
  ) -> Entry {
    Entry(
      code: code, severity: .warning, meaning: meaning,
      example: text.map { .validation($0, arguments: arguments) })
  }

  private static func call(_ code: Code, _ meaning: String, _ text: String) -> Entry {
    error(code, meaning, .input(text, to: .olarkJS))
  }

  // swift-format-ignore
  private static let json = [
    fault(.expectedValue, "Where JSON has a value, something else stands: nothing, a word without quotes, a second comma.", #"{"kind":}"#),
    fault(.expectedKey, "Inside an object each member begins with its key in double quotes. A comma behind the last member is the usual cause.", #"{"kind":"Conversation",}"#),
    fault(.expectedColon, "A key is not followed by a colon and a value.", #"{"kind" "Conversation"}"#),
    fault(.expectedCommaOrBrace, "A member has ended, and neither another follows nor does the object end.", #"{"kind":"Conversation" "id":"c"}"#),
    fault(.expectedCommaOrBracket, "An element has ended, and neither another follows nor does the array end.", #"{"kind":"Conversation","tags":["a" "b"]}"#),
    error(Code(.expectedEnd), "Something follows a text that should hold one document alone. Only the library reports it: a file may hold many documents.", nil),
    fault(.invalidNumber, "JSON's numbers have no leading zeros, no plus sign, and digits on both sides of a point.", #"{"kind":"Conversation","id":01}"#),
    fault(.controlCharacter, "Line feeds, tabs and other characters below the space must be escaped inside a string. An unescaped line feed mostly means that the record was cut off.", "{\"kind\":\"Conv\tersation\"}"),
    fault(.invalidEscape, "Behind a backslash JSON knows only a few letters, and u with four hexadecimal digits.", #"{"kind":"Conversation","id":"\x41"}"#),
    error(Code(.invalidUTF8), "The bytes of a string are no UTF-8: the input is in another encoding, or was cut in the middle of a character.", nil),
    error(Code(.tooDeep), "Objects and arrays are nested deeper than 512 levels, which no service sends.", nil),
    fault(.unexpectedEnd, "The input ends while a string, an object or an array is still open: the record was cut off.", #"{"kind":"Conversation","id":5"#),
    fault(.typeMismatch, "A member that is read has a value of another type than its vendor documents.", #"{"kind":"Conversation","visitor":{"id":"v","fullName":5}}"#),
    fault(.repeatedKey, "A member that is read stands twice in its object, so nobody can tell which one is meant.", #"{"kind":"Conversation","visitor":{"id":"v","id":"w"}}"#),
    fault(.loneSurrogate, "An escape is one half of a pair that together make a character. Such text passes through, but an unpacked form cannot be decoded.", #"{"data":"\ud800"}"#),
  ]

  // swift-format-ignore
  private static let records = [
    record(.unknownShape, "The document has none of the members by which the formats are known that can be converted to what was asked for.", #"{"name":"Jo"}"#),
    record(.noRoute, "The document is of a format from which no route leads to the one that was asked for.", #"{"type":"track","userId":"u","event":"x"}"#),
    record(.unknownKind, "An Olark record whose `kind` is no conversation, or a Userlike record of a `_type` that its documents do not describe.", #"{"kind":"Ping"}"#),
    error(.unknownCallback, "A recorded callback has a name that Olark's JavaScript API does not have.", .input(#"{"callback":"api.chat.onPing"}"#, to: .segment)),
    error(.notLossless, "The way back to a transcript needs an event that was made with --lossless.", .input(#"{"type":"track","userId":"u","event":"Conversation"}"#, to: .olark)),
    record(.noIdentity, "Segment and RudderStack refuse an event that says of nobody who it was.", #"{"kind":"Conversation","visitor":{"id":""}}"#),
    record(.invalidTimestamp, "A time is written in a way that the vendor's documents do not have. It is read as the text that it is, never through floating point.", #"{"kind":"Conversation","visitor":{"id":"v"},"items":[{"timestamp":"today"}]}"#),
    record(.invalidForm, "A form body cannot be decoded: a percent sign without two hexadecimal digits, or the field data twice.", "data=%7"),
    record(.trailingText, "A form body's data, or an unpacked form, holds more than one document.", #"{"data":"{\"kind\":\"Conversation\",\"visitor\":{\"id\":\"v\"}} {}"}"#),
    record(.invalidBase64, "A line of a rejects file holds bytes that are no base64.", #"{"code":"invalid-utf8","record_base64":"*"}"#),
    record(.recordNotKept, "A line of a rejects file says only where its record was, since that was too long to be kept.", #"{"code":"record-too-long","bytes":[0,5]}"#),
    error(.utf16, "The input is UTF-16, as some tools on Windows write it.", nil),
    record(.recordTooLong, "A record is longer than --record-limit allows, often because a bracket in it is not closed.", nil),
    error(.ratingOutOfRange, "Olark's visitors give 1 to 5, Userlike's up to 5 stars.", .validation(#"{"kind":"Conversation","visitor":{"id":"v","chat_feedback":{"knowledge":6}}}"#)),
    error(.personalData, "`redact --verify` found something that redaction would replace. What it is does not stand in the report.", .verification(#"{"kind":"Conversation","visitor":{"id":"v"}}"#)),
    error(.batchTooLarge, "A batch has more bytes than the service takes in one request, or more calls.", nil),
    record(.missingComma, "In an array an element follows another without a comma. Both are read; the input is still not valid JSON.", #"[{"kind":"Conversation","visitor":{"id":"v"}} {"kind":"Conversation","visitor":{"id":"w"}}]"#),
    record(.missingElement, "In an array a comma has nothing before or behind it.", #"[{"kind":"Conversation","visitor":{"id":"v"}},]"#),
    record(.eventTooLarge, "An event has more bytes than the service takes. In `--format batch` its record is rejected, in other layouts this is a warning.", nil),
  ]

  // swift-format-ignore
  private static let segment = [
    call(.unknownCall, "A call is none of the six that Segment and RudderStack know; their names are written in small letters.", #"{"type":"Track"}"#),
    call(.emptyBatch, "A batch holds no call.", #"{"batch":[]}"#),
    call(.idNotString, "Segment drops a call with an id that is no string, or empty.", #"{"type":"page","userId":42}"#),
    call(.eventNotDefined, "Segment drops a track call that does not say which event it tells.", #"{"type":"track","userId":"u"}"#),
    call(.eventNotString, "Segment drops a track call with an event that is no string, or empty.", #"{"type":"track","userId":"u","event":5}"#),
    call(.propertiesNotObject, "Segment drops a call with properties that are no object.", #"{"type":"track","userId":"u","event":"x","properties":[]}"#),
    call(.traitsNotObject, "Segment drops a call with traits that are no object.", #"{"type":"identify","userId":"u","traits":"Jo"}"#),
    call(.nameNotString, "Segment drops a page or screen with a name that is no string, or empty.", #"{"type":"page","userId":"u","name":5}"#),
    call(.categoryNotString, "Segment drops a page or screen with a category that is no string, or empty.", #"{"type":"page","userId":"u","category":""}"#),
    call(.noGroupID, "Segment drops a group call that does not say which group it is about.", #"{"type":"group","userId":"u"}"#),
    call(.noUserID, "Segment drops an alias call that does not say which id is the new one.", #"{"type":"alias","anonymousId":"a"}"#),
  ]

  // swift-format-ignore
  private static let olarkJavaScript = [
    error(.unknownName, "Olark's JavaScript API has nothing of this name.", .call(#"{"call":"api.box.open"}"#)),
    error(.wrongUse, "A setting is called, or a method is configured, or a callback is either.", .call(#"{"call":"system.hb_position"}"#)),
    error(.missingArgument, "A call lacks an argument that it needs.", .call(#"{"call":"api.visitor.updateFullName"}"#)),
    error(.extraArgument, "A call has more arguments than it takes.", .call(#"{"call":"api.box.show","arguments":[1]}"#)),
    error(.functionNeeded, "A call needs a function, which JSON cannot hold.", .call(#"{"call":"api.visitor.getDetails"}"#)),
    error(.missingMember, "An object lacks a member that it needs.", .call(#"{"call":"api.visitor.updateFullName","arguments":[{}]}"#)),
    error(.unknownMember, "An object has a member that nothing reads.", .call(#"{"call":"api.visitor.updateFullName","arguments":[{"fullName":"Jo","full_name":"Jo"}]}"#)),
    error(.valueNotAllowed, "A value is none of those that are allowed.", .call(#"{"setting":"system.hb_chatbox_size","value":"xl"}"#)),
  ]

  // swift-format-ignore
  private static let warnings = [
    Entry(code: .noMessageID, severity: .warning, meaning: "A callback was recorded without its time. Two that are equal may be two, so their events get no messageId, and a receiver cannot tell one that was sent twice.", example: .input(#"{"callback":"api.chat.onBeginConversation","userId":"u"}"#, to: .segment)),
    warning(.unknownItemKind, "Olark's documents know three kinds of items. Others pass through where a transcript is kept whole, and give no event of their own.", #"{"kind":"Conversation","visitor":{"id":"v"},"items":[{"kind":"Whisper"}]}"#),
    warning(.unknownOperator, "An item names an operator whom the transcript does not list, so their name and address are not known.", #"{"kind":"Conversation","visitor":{"id":"v"},"operators":{"1":{}},"items":[{"kind":"MessageToVisitor","operatorId":"2"}]}"#),
    warning(.itemsOutOfOrder, "Messages stand in the order in which they were sent. Events keep that order; a duration takes the first and the last.", #"{"kind":"Conversation","visitor":{"id":"v"},"items":[{"timestamp":"20"},{"timestamp":"10"}]}"#),
    warning(.testData, "Olark's button for trying out a webhook posts transcripts that no visitor wrote.", #"{"kind":"Conversation","id":"NOTAREALTRANSCRIPT1","visitor":{"id":"v"}}"#),
    warning(.futureTimestamp, "A time lies behind the present one, or behind --now. Mostly the sender's clock is wrong, or milliseconds were taken for seconds.", #"{"kind":"Conversation","visitor":{"id":"v"},"items":[{"timestamp":"9999999999"}]}"#),
    warning(.timeNotISO, "Segment and RudderStack want ISO 8601 with a date and a time of day. What they do with another spelling is their guess.", #"{"type":"track","userId":"u","event":"x","timestamp":"21.11.2026"}"#),
    warning(.messageIDTooLong, "One of Segment's pages allows up to 100 characters, the other fewer than 100.", nil),
    warning(.duplicateID, "With --unique-ids: a transcript's id, a call's messageId, or an event of a Userlike chat came before, in this input or an earlier one. Olark posts a chat again that goes on.", "{\"kind\":\"Conversation\",\"id\":\"c\",\"visitor\":{\"id\":\"v\"}}\n{\"kind\":\"Conversation\",\"id\":\"c\",\"visitor\":{\"id\":\"v\"}}", arguments: "--unique-ids"),
    Entry(code: .callNotTaken, severity: .warning, meaning: "A call was written with an argument of a type that Olark's API does not take; the trait that it comes from has that type.", example: .input(#"{"type":"identify","userId":"u","traits":{"email":7}}"#, to: .olarkJS)),
  ]
}
