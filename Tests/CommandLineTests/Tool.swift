import Foundation
import Testing

/// The built tool, run as its users run it.
enum Tool {
  /// The root of the repository, where commands run that name no other folder.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Runs the tool.
  ///
  /// - Parameters:
  ///   - input: the bytes on standard input; none where it is nil.
  ///   - environment: variables that are set for this run.
  ///   - folder: the working directory.
  static func run(
    _ arguments: String..., input: String? = nil, environment: [String: String] = [:], at folder: URL = root
  ) throws -> Run {
    try run(arguments, input: input.map { Array($0.utf8) }, environment: environment, at: folder)
  }

  static func run(
    _ arguments: [String], input: [UInt8]? = nil, environment: [String: String] = [:], at folder: URL = root
  ) throws -> Run {
    try start(["chatevents"] + arguments, input, environment, folder)
  }

  /// Whether there must be what Linux alone has, such as `/dev/full`: then its absence fails tests, and skips none.
  static var isLinux: Bool {
    #if os(Linux)
      true
    #else
      false
    #endif
  }

  /// Runs a script by bash, with the tool's folder first on `PATH`.
  static func shell(
    _ script: String, environment: [String: String] = [:], at folder: URL = root
  ) throws -> Run {
    try start(["bash", "-c", script], nil, environment, folder)
  }

  /// Runs a script by bash that must succeed, to prepare a test.
  static func prepare(_ script: String, at scratch: Scratch) throws {
    let run = try shell("set -e; \(script)", at: scratch.folder)
    try #require(run.status == 0, "\(run.errors)")
  }

  /// Runs the tool without the superuser's right to read and write everything, so that permissions count for every user.
  static func unprivileged(_ arguments: [String], at folder: URL = root) throws -> Run {
    // On Linux the rights are CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH; 24 is PR_CAPBSET_DROP.
    let script = """
      import ctypes, os, sys
      if os.geteuid() == 0:
          if not sys.platform.startswith("linux") or any(ctypes.CDLL(None).prctl(24, n, 0, 0, 0) for n in (1, 2)):
              os.setgroups([]); os.setgid(65534); os.setuid(65534)
      os.execvp(sys.argv[1], sys.argv[1:])
      """
    return try start(["python3", "-c", script, "chatevents"] + arguments, nil, [:], folder)
  }

  /// Returns the folder of the built tool, which is that of the test bundle.
  static func binaries() throws -> URL {
    let folders = CommandLine.arguments.compactMap { argument -> URL? in
      var place = URL(filePath: argument)
      while place.pathComponents.count > 1 {
        if place.pathExtension == "xctest" { return place.deletingLastPathComponent() }
        place.deleteLastPathComponent()
      }
      return nil
    }
    return try #require(
      folders.first {
        FileManager.default.isExecutableFile(atPath: $0.appending(path: "chatevents").plainPath)
      },
      "the built tool stands beside no test bundle of \(CommandLine.arguments)")
  }

  /// Runs a command and waits for its end.
  ///
  /// Only standard output is a pipe, read while the command runs. Standard input and standard error are files, so that
  /// none of the three can wait for another, however much passes through them.
  private static func start(
    _ command: [String], _ input: [UInt8]?, _ changes: [String: String], _ folder: URL
  ) throws -> Run {
    let scratch = Scratch()
    let errors = try FileHandle(forWritingTo: URL(filePath: scratch.write("", to: "errors")))
    let output = Pipe()
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.currentDirectoryURL = folder
    process.environment = try environment.merging(changes) { $1 }
    process.standardInput =
      try input.map { try FileHandle(forReadingFrom: URL(filePath: scratch.write($0, to: "input"))) }
      ?? FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let written = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    try #require(process.terminationReason == .exit, "ended by signal \(process.terminationStatus)")
    return Run(
      output: Array(written), errors: try scratch.text("errors"), status: process.terminationStatus)
  }

  /// The environment of this process, with the tool first on `PATH`, and without what would change its messages.
  private static var environment: [String: String] {
    get throws {
      var variables = ProcessInfo.processInfo.environment
      for name in [
        "NO_COLOR", "TERM", "COLUMNS", "BASH_ENV", "CDPATH", "CI", "CHATEVENTS_USERLIKE_SECRET_KEY",
      ] {
        variables[name] = nil
      }
      variables["LC_ALL"] = "C"
      // Now is the day after the newest time of the fixtures.
      variables["SOURCE_DATE_EPOCH"] = variables["SOURCE_DATE_EPOCH"] ?? "1795392000"
      variables["PATH"] = try "\(binaries().plainPath):\(variables["PATH"] ?? "/usr/bin:/bin")"
      return variables
    }
  }
}

/// What a run has left behind.
struct Run {
  let output: [UInt8]
  let errors: String
  let status: Int32

  /// Standard output as text.
  var text: String { String(decoding: output, as: UTF8.self) }

  /// The lines of standard output.
  var lines: [String] { text.split(separator: "\n").map(String.init) }
}

extension URL {
  /// The path as the system takes it.
  var plainPath: String { path(percentEncoded: false) }
}
