internal import ArgumentParser
internal import ChatEvents

/// What is read, and how: the options of every command that reads records.
struct ReadingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The largest record, in bytes; K, M and G are allowed, up to 1G.", valueName: "size"))
  var recordLimit = ByteCount.usual

  @Option(
    name: [.short, .long], help: ArgumentHelp("How many tasks work at a time, up to 256.", valueName: "count")
  )
  var jobs = JobCount.automatic

  @Option(
    help: ArgumentHelp(
      "Read the records at this JSON pointer in each document, with * for any element or member; if repeated, at the first that leads somewhere: /payload/chat, '/events/*/body'.",
      valueName: "pointer"),
    transform: UnwrapPointer.parse)
  var unwrap: [UnwrapPointer] = []

  @Option(
    help: ArgumentHelp(
      "Read also the files that this file lists, by lines or separated by NUL; may be repeated.",
      valueName: "list"),
    completion: .file())
  var filesFrom: [String] = []

  @Option(
    help: ArgumentHelp(
      "Of the files in folders read only those that this pattern matches, or another if repeated: '*.jsonl', 'exports/', '/2026/**/*.json'.",
      valueName: "glob"),
    transform: Glob.parse)
  var include: [Glob] = []

  @Option(
    help: ArgumentHelp(
      "Of the files in folders leave out those that this pattern matches, or another if repeated.",
      valueName: "glob"),
    transform: Glob.parse)
  var exclude: [Glob] = []

  @Flag(help: "Name the files in folders that are passed over, and the envelopes that were opened.")
  var verbose = false

  @OptionGroup var display: DisplayOptions

  @Argument(
    help: ArgumentHelp(
      "Files and folders to read, gzip too; standard input without any, or for -.", valueName: "file"),
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
      throw ValidationError("\(error).")
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
      throw ValidationError("\(error).")
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
