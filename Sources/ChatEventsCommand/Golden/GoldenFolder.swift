internal import ChatEvents

/// An input, and the files beside it that say what becomes of it.
struct GoldenCase: Sendable, Hashable {
  /// What the names of its files begin with.
  let name: String

  /// The input's file.
  let input: String

  /// The formats that it has an expected output in, in the order of ``Format/all``; none where it is new.
  let targets: [Format]

  /// Whether it has options of its own.
  let hasOptions: Bool

  /// Whether something is expected to be reported.
  let hasDiagnostics: Bool

  /// Finds what belongs to an input among all files of its folder.
  fileprivate init(_ name: String, input: String, among files: Set<String>) {
    (self.name, self.input) = (name, input)
    targets = Routes.targets.filter { files.contains("\(name).\($0.name).jsonl") }
    hasOptions = files.contains("\(name).args")
    hasDiagnostics = files.contains("\(name).diagnostics.txt")
  }

  /// The file of its options.
  var options: String { "\(name).args" }

  /// The file of what is expected on standard error.
  var diagnostics: String { "\(name).diagnostics.txt" }

  /// Returns the file of what is expected on standard output.
  func events(to target: Format) -> String { "\(name).\(target.name).jsonl" }
}

/// The golden cases among the files of one folder.
struct GoldenFolder: Sendable {
  /// A file that is not as it must be.
  struct Problem: Sendable, Hashable {
    /// The file's name.
    let file: String
    /// What is wrong: one clause.
    let message: String
  }

  /// The cases, by name.
  private(set) var cases: [GoldenCase] = []

  /// Files that belong to no case and look as if they did, in the order of their names.
  private(set) var problems: [Problem] = []

  /// Finds the cases.
  ///
  /// A file belongs to a case by its name: `<case>.input.json`, `.input.jsonl` or `.input.txt`; `<case>.<format>.jsonl`;
  /// `<case>.args`; `<case>.diagnostics.txt`. What has none of these forms, and no case's name, is no concern of a case's: records
  /// for `validate` can be in the same folder.
  ///
  /// - Parameter files: the names of all files in the folder.
  init(files: [String]) {
    let all = Set(files)
    var inputs: [String: String] = [:]
    for file in files.sorted() {
      guard case .input(let name) = Part(file) else { continue }
      if let input = inputs[name] {
        problems.append(Problem(file: file, message: "the case has the input \(input) already"))
      } else {
        inputs[name] = file
        cases.append(GoldenCase(name, input: file, among: all))
      }
    }
    for file in files {
      if let message = problem(file, inputs) { problems.append(Problem(file: file, message: message)) }
    }
    cases.sort { $0.name < $1.name }
    problems.sort { $0.file < $1.file }
  }

  /// Returns the files of what the cases must give on standard output.
  static func expectedFiles(among files: [String]) -> Set<String> {
    guard files.contains(where: { $0.contains(".input.") }) else { return [] }
    return Set(GoldenFolder(files: files).cases.flatMap { $0.targets.map($0.events(to:)) })
  }

  /// Returns what is wrong with a file that is no input; nil where it belongs to a case, or concerns none.
  private func problem(_ file: String, _ inputs: [String: String]) -> String? {
    switch Part(file) {
    case .input: return nil
    case .otherInput: return "the name of an input ends with .input.json, .input.jsonl or .input.txt"
    case .events(let name, let format) where !Routes.targets.contains { $0.name == format }:
      let names = Routes.targets.map(\.name)
      let meant = NearestName.hint(among: names, for: format)
      // Records have names with points too: orders.2026.jsonl.
      if meant.isEmpty, inputs[name] == nil { return nil }
      return "no route writes a format '\(format)' (formats: \(names.joined(separator: ", ")))\(meant)"
    case .events(let name, _), .part(let name):
      return inputs[name] == nil
        ? "its input is missing: \(name).input.json, .input.jsonl or .input.txt" : nil
    case nil:
      return cases.first { file.hasPrefix("\($0.name).") }.map { "the case \($0.name) has no such part" }
    }
  }

  /// What a file is, by its name.
  private enum Part {
    case input(of: String)
    case otherInput
    /// The options, or what is expected on standard error.
    case part(of: String)
    case events(of: String, to: String)

    init?(_ file: String) {
      func name(before end: String) -> String? {
        file.hasSuffix(end) && file.count > end.count ? String(file.dropLast(end.count)) : nil
      }
      if let name = [".input.json", ".input.jsonl", ".input.txt"].lazy.compactMap(name(before:)).first {
        self = .input(of: name)
      } else if let name = name(before: ".args") ?? name(before: ".diagnostics.txt") {
        self = .part(of: name)
      } else if file.contains(".input.") {
        self = .otherInput
      } else if let both = name(before: ".jsonl"), let point = both.lastIndex(of: "."),
        point > both.startIndex
      {
        self = .events(of: String(both[..<point]), to: String(both[both.index(after: point)...]))
      } else {
        return nil
      }
    }
  }
}
