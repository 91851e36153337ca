internal import ChatEvents
internal import JSONText

/// Findings that are known, as a file has them: one a line, in JSON, sorted, so that a person can read what has changed.
struct Baseline {
  /// What is known of a finding: all but its line, which changes where others are put in before it.
  struct Entry: Hashable {
    let file: String
    let code: String
    let pointer: String
    let message: String

    init(_ finding: LocatedDiagnostic, in file: String) {
      (self.file, code, pointer) = (file, finding.code.name, finding.pointer.description)
      message = finding.message
    }

    fileprivate var order: [String] { [file, code, pointer, message] }
  }

  /// A line of the file.
  fileprivate struct Line: Decodable {
    let file, code, pointer, message: String
    let count: Int
  }

  /// Why a file is no baseline.
  struct Fault: Error, CustomStringConvertible {
    let line: Int
    var description: String { "line \(line) is not a finding that --write-baseline wrote" }
  }

  /// How often each may still come.
  private var counts: [Entry: Int] = [:]
  /// The files that were validated.
  private var files: Set<String> = []

  /// Knows nothing.
  init() {}

  /// Reads what a file has.
  init(_ text: [UInt8]) throws(Fault) {
    for (index, line) in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .enumerated()
    where !line.isEmpty {
      guard let known = try? JSONTextDecoder().decode(Line.self, from: Array(line)), known.count > 0 else {
        throw Fault(line: index + 1)
      }
      counts[Entry(known), default: 0] += known.count
    }
  }

  /// Takes note that a file is validated.
  mutating func begin(_ file: String) { files.insert(file) }

  mutating func add(_ entry: Entry) { counts[entry, default: 0] += 1 }

  /// Takes a finding out, and returns whether it was known.
  mutating func take(_ entry: Entry) -> Bool {
    guard let count = counts[entry], count > 0 else { return false }
    counts[entry] = count - 1
    return true
  }

  private var sorted: [(key: Entry, value: Int)] {
    counts.filter { $0.value > 0 }.sorted { $0.key.order.lexicographicallyPrecedes($1.key.order) }
  }

  /// What the file has.
  var text: [UInt8] {
    var output = Output(capacity: 1 << 10)
    for (entry, count) in sorted {
      output.append(#"{"file":"#, entry.file)
      output.append(#","code":"#, entry.code)
      output.append(#","pointer":"#, entry.pointer)
      output.append(#","message":"#, entry.message)
      output.append(#","count":"#, count)
      output.append("}\n")
    }
    return output.written
  }

  /// How many entries that no longer occur are named.
  private static let mostNamed = 10

  /// What is known of files that were validated and no longer occurs, a text each with its fix.
  var warnings: [String] {
    let gone = sorted.filter { files.contains($0.key.file) }
    let fix = "  fix: write the file again with --write-baseline\n"
    var warnings = gone.prefix(Self.mostNamed).map { entry, count in
      let times = count == 1 ? "" : " (\(count) times)"
      let place = entry.pointer.isEmpty ? "" : " at \(entry.pointer)"
      let line = "\(entry.file): \(entry.message)\(place) [\(entry.code)]\(times)"
      return "a known finding no longer occurs: \(PrintedText.oneLine(line))\n\(fix)"
    }
    if gone.count > Self.mostNamed {
      warnings.append("\(gone.count - Self.mostNamed) more known findings no longer occur\n\(fix)")
    }
    return warnings
  }
}

extension Baseline.Entry {
  fileprivate init(_ line: Baseline.Line) {
    (file, code, pointer, message) = (line.file, line.code, line.pointer, line.message)
  }
}
