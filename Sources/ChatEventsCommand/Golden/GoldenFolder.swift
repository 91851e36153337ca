internal import ChatEvents

/// An input, and the files beside it that say what becomes of it.
struct GoldenCase: Sendable, Hashable {
  /// What the names of its files begin with.
  let name: String

  /// The input's file.
  let input: String

  /// The formats that it has an expected output in, in the order of ``Format/all``; none where it is new.
  fileprivate(set) var targets: [Format] = []

  /// Whether it has options of its own.
  fileprivate(set) var hasOptions = false

  /// Whether something is expected to be reported.
  fileprivate(set) var hasDiagnostics = false

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
  fileprivate(set) var cases: [GoldenCase] = []

  /// Files that belong to no case and look as if they did, in the order of their names.
  fileprivate(set) var problems: [Problem] = []

  /// Where each case stands, by name.
  private var indices: [String: Int] = [:]

  /// Finds the cases.
  ///
  /// A file belongs to a case by its name: `<case>.input.json`, `.input.jsonl` or `.input.txt`; `<case>.<format>.jsonl`;
  /// `<case>.args`; `<case>.diagnostics.txt`. What has none of these forms, and no case's name, is no concern of a case's.
  ///
  /// - Parameter files: the names of all files in the folder.
  init(files: [String]) {
    for file in files.sorted() { if case .input(let name) = Part(file) { addCase(name, file) } }
    for file in files { add(file) }
    for index in cases.indices {
      let found = cases[index].targets
      cases[index].targets = Routes.targets.filter(found.contains)
    }
    cases.sort { $0.name < $1.name }
    problems.sort { $0.file < $1.file }
  }

  private mutating func addCase(_ name: String, _ file: String) {
    if let index = indices[name] {
      addProblem(file, "the case has the input \(cases[index].input) already")
    } else {
      indices[name] = cases.count
      cases.append(GoldenCase(name: name, input: file))
    }
  }

  private mutating func add(_ file: String) {
    switch Part(file) {
    case .input: break
    case .otherInput:
      addProblem(file, "the name of an input ends with .input.json, .input.jsonl or .input.txt")
    case .options(let name): change(name, file) { $0.hasOptions = true }
    case .diagnostics(let name): change(name, file) { $0.hasDiagnostics = true }
    case .events(let name, let format):
      let names = Routes.targets.map(\.name)
      guard let target = Routes.targets.first(where: { $0.name == format }) else {
        let meant = NearestName.hint(among: names, for: format)
        return addProblem(
          file, "no route writes a format '\(format)'.\(meant) There are: \(names.joined(separator: ", "))")
      }
      change(name, file) { $0.targets.append(target) }
    case nil:
      if let owner = cases.first(where: { file.hasPrefix("\($0.name).") }) {
        addProblem(file, "the case \(owner.name) has no such part")
      }
    }
  }

  private mutating func change(_ name: String, _ file: String, _ change: (inout GoldenCase) -> Void) {
    guard let index = indices[name] else {
      return addProblem(file, "its input is missing: \(name).input.json, .input.jsonl or .input.txt")
    }
    change(&cases[index])
  }

  private mutating func addProblem(_ file: String, _ message: String) {
    problems.append(Problem(file: file, message: message))
  }

  /// What a file is, by its name.
  private enum Part {
    case input(of: String)
    case otherInput
    case options(of: String)
    case diagnostics(of: String)
    case events(of: String, to: String)

    init?(_ file: String) {
      func name(before end: String) -> String? {
        file.hasSuffix(end) && file.count > end.count ? String(file.dropLast(end.count)) : nil
      }
      if let name = [".input.json", ".input.jsonl", ".input.txt"].lazy.compactMap(name(before:)).first {
        self = .input(of: name)
      } else if let name = name(before: ".args") {
        self = .options(of: name)
      } else if let name = name(before: ".diagnostics.txt") {
        self = .diagnostics(of: name)
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
