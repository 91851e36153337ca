internal import ArgumentParser
internal import ChatEvents

/// What is read, and how: the options of every command that reads records.
struct ReadingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Largest record, in bytes, up to 1G; K, M and G are allowed.", valueName: "size"))
  var recordLimit = ByteCount.usual

  @Option(
    name: [.customShort("j", allowingJoined: true), .long],
    help: ArgumentHelp("Number of parallel jobs, up to 256.", valueName: "count"))
  var jobs = JobCount.automatic

  @Option(
    help: ArgumentHelp(
      "Read the records at this JSON pointer in each document, with * for any element or member: /payload/chat, '/events/*/body'. If repeated, the first pointer that leads somewhere counts.",
      valueName: "pointer"),
    transform: UnwrapPointer.parse)
  var unwrap: [UnwrapPointer] = []

  @Option(
    help: ArgumentHelp(
      "Also read the files listed in this file, one per line or separated by NUL; may be repeated.",
      valueName: "list"),
    completion: .file())
  var filesFrom: [String] = []

  @Option(
    help: ArgumentHelp(
      "In folders, read only files that match this pattern: '*.jsonl', 'exports/', '/2026/**/*.json'; may be repeated.",
      valueName: "glob"),
    transform: Glob.parse)
  var include: [Glob] = []

  @Option(
    help: ArgumentHelp(
      "In folders, skip files that match this pattern; may be repeated.",
      valueName: "glob"),
    transform: Glob.parse)
  var exclude: [Glob] = []

  @Flag(help: "List skipped files in folders, and opened envelopes.")
  var verbose = false

  @OptionGroup var display: DisplayOptions

  @Argument(
    help: ArgumentHelp(
      "Files and folders to read, gzip too; - is standard input, the default.", valueName: "file"),
    completion: .file())
  var files: [String] = []

  /// Finds the files that are named and listed.
  ///
  /// - Parameter others: all other files that the command reads or writes.
  /// - Throws: the exit status, after a message, if a file would be lost because two of them are the same.
  func inputs(besides others: [FileUse?], readsExpected: Bool = true) throws -> InputPaths {
    var filter = FileFilter(includes: include, excludes: exclude)
    filter.readsExpected = readsExpected
    let inputs = InputPaths(named: files, lists: filesFrom, filter)
    let uses = others.compactMap(\.self) + filesFrom.map { FileUse("--files-from", $0, isWritten: false) }
    guard let refusal = FileUse.refusal(of: uses, over: inputs.paths) else { return inputs }
    throw display.failure(refusal, .usage)
  }
}

extension Glob {
  /// Reads an option's value.
  ///
  /// - Throws: an error that says what is wrong with it.
  static func parse(_ argument: String) throws -> Glob {
    do throws(Fault) {
      return try Glob(argument)
    } catch {
      throw ValidationError("\(error)")
    }
  }
}

extension UnwrapPointer {
  /// Reads an option's value.
  ///
  /// - Throws: an error that says what is wrong with it.
  static func parse(_ argument: String) throws -> UnwrapPointer {
    do throws(Fault) {
      return try UnwrapPointer(argument)
    } catch {
      throw ValidationError("\(error)")
    }
  }
}

/// A number of bytes as a person writes it: `64M`, `1G`, `4096`.
struct ByteCount: ExpressibleByArgument {
  let count: Int

  /// The largest record where no other is named.
  static let usual = ByteCount(256 << 20)

  private init(_ count: Int) { self.count = count }

  init?(argument: String) {
    let units: [Character: Int] = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30]
    let unit = argument.last.flatMap { units[Character($0.uppercased())] }
    guard let number = Int(unit == nil ? argument[...] : argument.dropLast()), number > 0,
      case let (product, overflows) = number.multipliedReportingOverflow(by: unit ?? 1),
      !overflows, product <= 1 << 30
    else { return nil }
    count = product
  }

  var defaultValueDescription: String { count % (1 << 20) == 0 ? "\(count >> 20)M" : "\(count)" }
}

/// A number of records, at least 1.
struct RecordCount: ExpressibleByArgument {
  let count: Int

  init?(argument: String) {
    guard let count = Int(argument), count > 0 else { return nil }
    self.count = count
  }
}

/// A number of tasks, from 1 to 256.
struct JobCount: ExpressibleByArgument {
  let count: Int

  /// As many as there are processors.
  static let automatic = JobCount(count: CurrentProcess.processorCount)

  private init(count: Int) { self.count = count }

  init?(argument: String) {
    guard let count = Int(argument), (1...256).contains(count) else { return nil }
    self.count = count
  }

  var defaultValueDescription: String { "all processors" }
}
