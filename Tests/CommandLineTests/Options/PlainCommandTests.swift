import ArgumentParser
import Testing

@testable import ChatEventsCommand

/// A plain command line is read without the argument parser, and means the same.
@Suite struct PlainCommandTests {
  let scratch = Scratch()

  static let commands = ["convert", "validate", "redact", "export"]

  /// What a command needs to be complete.
  static let needed = ["convert": ["--to", "segment"], "export": ["--email", "jo@example.org"]]

  /// A value of each option that takes one, other than what counts without it, and the options that it needs beside it.
  static let samples: [String: (value: String, beside: [String])] = [
    "--from": ("olark", []), "--to": ("rudderstack", []), "--format": ("json", []), "--rejects": ("bad", []),
    "--output": ("out", []), "--record-limit": ("64M", []), "--jobs": ("3", []), "--files-from": ("list", []),
    "--color": ("never", []), "--calls": ("track,identify", []), "--events": ("started", []),
    "--user-id": ("visitor.id", []), "--integrations": (#"{"All":false}"#, []),
    "--timezone": ("UTC", []), "--consent-granted": ("yes|ja", []),
    "--consent-withdrawn": ("no", []), "--namespace": ("mine", []), "--as": ("segment", []),
    "--now": ("2026-11-21", ["--older-than", "1d"]), "--email": ("a@example.org", []),
    "--visitor-id": ("v1", []), "--older-than": ("90d", []), "--before": ("2026-11-21", []),
    "--file-link": ("files", []), "--key-file": ("key", ["--pseudonymize"]), "--secret-key-file": ("key", []),
    "--include": ("*.jsonl", []), "--exclude": ("old/", []), "--max-rejects": ("0.5%", ["--rejects", "bad"]),
    "--unwrap": ("/events/*/body", []), "--max-event-size": ("20K", []), "--since": ("90d", []),
    "--emails-from": ("list", []), "--ignore": ("type-mismatch", []), "--baseline": ("known", []),
    "--write-baseline": ("known", []),
    "--visitor-ids-from": ("list", []),
    "--contains": ("Jo", ["--verify"]), "--contains-from": ("list", ["--verify"]),
    "--undated": ("drop", ["--before", "2026-11-21"]), "--delimiter": (";", []), "--profile": ("facts", []),
    "--output-dir": ("new", ["c"]), "--plan": ("plan.json", []),
    "--limit": ("10", []),
    "--redact-field": ("/items/*/body", []), "--keep-field": ("plan", []),
  ]

  /// The options that need others beside them, or another format, though they are flags.
  static let besideFlags = [
    "--require-consent": ["--consent-granted", "yes"], "--drop": ["--older-than", "1d"],
    "--follow-ids": ["--email", "a@example.org"], "--strict": ["--email", "a@example.org"],
    "--lossless": ["--to", "rudderstack"], "--timestamps": ["--to", "rudderstack"],
    "--pageview": ["--to", "olark-js"], "--track": ["--to", "olark-js"],
    "--skip-first-page": ["--to", "olark-js"],
  ]
  static let besideValues = ["--secret-key-file": ["--to", "userlike-js"]]

  static let options = DeclaredOption.all.filter { commands.contains($0.command) }

  /// Returns what a command line means: without the argument parser, or nil if it is not plain, and with it.
  private static func meanings(_ command: String, _ words: [String]) throws
    -> (plain: String?, parsed: String)
  {
    let parsed = try ChatEventsCommand.Tool.parseAsRoot([command] + words)
    let plain: (any PlainCommand)? =
      switch command {
      case "convert": Convert(plain: words)
      case "validate": Validate(plain: words)
      case "redact": Redact(plain: words)
      default: Export(plain: words)
      }
    return (plain.map { String(describing: $0) }, String(describing: parsed))
  }

  /// Returns the words without an option and its value, if it stands among the words that are given.
  private static func complete(_ option: DeclaredOption, _ given: [String]) -> [String] {
    let beside =
      besideFlags[option.title] ?? besideValues[option.title] ?? samples[option.title]?.beside ?? []
    let needed = needed[option.command] ?? []
    let isGiven = !needed.isEmpty && (given + beside).contains { $0.hasPrefix(needed[0]) }
    // The present time of validation and conversion needs nothing beside it, and strict validation neither.
    let isNeeded =
      !(["validate", "convert"].contains(option.command) && ["--now", "--strict"].contains(option.title))
    return given + (isNeeded ? beside : []) + (isGiven ? [] : needed)
  }

  @Test(arguments: commands)
  func withoutOptionsDefaultsCount(command: String) throws {
    let (plain, parsed) = try Self.meanings(command, (Self.needed[command] ?? []) + ["a.json", "b c.json"])
    #expect(plain == parsed)
    #expect(parsed.contains("b c.json"))
  }

  @Test(arguments: options)
  func everyOptionMeansTheSame(option: DeclaredOption) throws {
    let lines: [[String]]
    if option.takesValue {
      let value = try #require(Self.samples[option.title], "no value for \(option.title)").value
      lines = option.spellings.flatMap { name in
        [["a", name, value, "b"]] + (name.hasPrefix("--") ? [["\(name)=\(value)"]] : [])
      }
    } else {
      lines = option.spellings.map { ["a", $0, "b"] }
    }
    for given in lines {
      let words = Self.complete(option, given)
      let without = Self.complete(option, ["a", "b"])
      let (plain, parsed) = try Self.meanings(option.command, words)
      #expect(plain == parsed, "\(words)")
      #expect(parsed != (try? Self.meanings(option.command, without).parsed), "\(words)")
    }
  }

  /// What the argument parser refuses, and what it may take and this does not know.
  @Test(arguments: [
    [], ["--to"], ["--to", "nothing"], ["--from", "userlike", "--to", "olark"],
    ["--to", "segment", "--to", "segment"],
    ["--to", "segment", "--"], ["--to", "segment", "-"], ["--to", "segment", ""],
    ["--to", "segment", "--help"], ["--to", "segment", "-h"], ["--to", "segment", "--version"],
    ["--to", "segment", "--timestamps=yes"], ["--to", "segment", "--jobs", "0"],
    ["--to", "segment", "--output="], ["--to", "segment", "--output", "-"], ["--to", "segment", "-o=x"],
    ["--to", "segment", "--rejects=-"], ["--to", "segment", "-j2"], ["--to", "segment", "--lossless"],
    ["--to", "segment", "--summary", "--summary-json"], ["--to", "segment", "--output", "a", "-o", "b"],
    ["--to", "segment", "--require-consent"], ["--to", "segment", "--namespace="],
    ["--to", "segment", "--timezone", "Nowhere/None"], ["--to", "segment", "--calls", "x"],
    ["--to", "segment", "--events", "started", "--events", "ended"], ["--to", "segment", "---completion"],
    ["--to", "segment", "--user-id", "visitor"], ["--to", "segment", "--integrations", "[]"],
    ["--to", "segment", "--format", "js"], ["--to", "segment", "--unknown"],
  ])
  func whatIsNotPlainIsLeftToTheParser(words: [String]) {
    #expect(Convert(plain: words) == nil)
  }

  @Test(arguments: [
    ["--drop"], ["--drop", "--email", "a", "--pseudonymize"], ["--verify", "--rejects", "x"],
    ["--key-file", "x"], ["--now", "2026-11-21"], ["--email="],
  ])
  func whatRedactRefusesIsNotPlain(words: [String]) { #expect(Redact(plain: words) == nil) }

  @Test func exportNeedsToKnowWhose() { #expect(Export(plain: ["a.json"]) == nil) }

  @Test func whatIsWrongIsExplained() throws {
    let run = try Tool.run("convert", "--to", "segment", "--require-consent")
    #expect(run.status == 64)
    #expect(run.errors.contains("--require-consent needs --consent-granted"))
    #expect(run.errors.contains("Usage: chatevents convert "))
  }
}
