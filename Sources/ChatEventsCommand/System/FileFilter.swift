/// Which of the files in folders are read.
///
/// What the command line names itself is read whatever its name is. Of what a folder holds, `--include` and `--exclude` choose. If
/// nothing is included by name, files are passed over whose names say that they hold no records.
struct FileFilter {
  /// What is to be done with something in a folder.
  enum Verdict {
    case read
    /// A folder whose files are all read, unless they are excluded.
    case readAll
    case passOver(Reason)
  }

  /// Why something in a folder is passed over.
  enum Reason {
    /// No records are in files whose names end like this: `.md`.
    case ending(String)
    case excluded(by: Glob)
    /// It holds what a golden case must give.
    case expected
    case notIncluded
  }

  private let includes, excludes: [Glob]
  private var unmatched: Set<Glob>

  init(includes: [Glob] = [], excludes: [Glob] = []) {
    (self.includes, self.excludes) = (includes, excludes)
    unmatched = Set(includes + excludes)
  }

  /// Whether every file is read, whatever its name says.
  private var readsEveryName = false

  /// Whether what golden cases must give is read like any other file.
  var readsExpected = true

  /// Reads all files.
  static var everything: FileFilter {
    var filter = FileFilter()
    filter.readsEveryName = true
    return filter
  }

  /// The patterns that nothing has matched so far, with their options.
  var unmatchedOptions: [String] {
    includes.filter(unmatched.contains).map { "--include \($0.text)" }
      + excludes.filter(unmatched.contains).map { "--exclude \($0.text)" }
  }

  /// Decides about something in a folder.
  ///
  /// - Parameters:
  ///   - path: the path from where the walk has started.
  ///   - name: the last part of it.
  ///   - isIncluded: whether a folder around it is included.
  ///   - isExpected: whether it is what a golden case must give.
  mutating func verdict(
    _ path: String, name: String, isFolder: Bool, isIncluded: Bool, isExpected: Bool = false
  ) -> Verdict {
    if includes.isEmpty, excludes.isEmpty { return verdict(onName: name, isFolder, isExpected) }
    // All are compared, so that each is known that matches something.
    let matching = Set((includes + excludes).filter { $0.matches(path, name: name, isFolder: isFolder) })
    unmatched.subtract(matching)
    if let glob = excludes.first(where: matching.contains) { return .passOver(.excluded(by: glob)) }
    if includes.isEmpty { return verdict(onName: name, isFolder, isExpected) }
    if isIncluded || includes.contains(where: matching.contains) { return .readAll }
    return isFolder ? .read : .passOver(.notIncluded)
  }

  private func verdict(onName name: String, _ isFolder: Bool, _ isExpected: Bool) -> Verdict {
    if isExpected, !readsExpected { return .passOver(.expected) }
    guard !isFolder, !readsEveryName, let ending = FileEnding.ofNoRecords(in: name) else { return .read }
    return .passOver(.ending(ending))
  }
}

/// The ends of names whose files hold no records.
enum FileEnding {
  /// Returns the end of a name, or the whole name, that says that the file holds no records; nil if it does not.
  ///
  /// What may be data, even in a form that is not read, is no such name: an archive is read, and refused, so that nobody
  /// thinks that it was converted.
  static func ofNoRecords(in name: String) -> String? {
    var name = name.lowercased()
    if name.hasSuffix(".gz") { name.removeLast(3) }
    if names.contains(name) { return name }
    if let ending = compound.first(where: name.hasSuffix) { return ending }
    guard let point = name.lastIndex(of: "."), point > name.startIndex else { return nil }
    let ending = String(name[point...])
    return endings.contains(ending) ? ending : nil
  }

  private static let names: Set = [
    "authors", "codeowners", "copying", "dockerfile", "license", "makefile", "notice", "readme", "thumbs.db",
  ]

  /// Golden cases have the first beside their inputs; `chatevents schema` prints the second.
  private static let compound = [".diagnostics.txt", ".schema.json"]

  private static let endings: Set = Set(
    """
    .adoc .args .asc .avi .avif .bash .bat .bmp .c .cc .cer .cfg .class .cnf .conf .cpp .crt .cs .css .csv .dll .doc .docx
    .dylib .env .eot .eps .exe .fish .gif .go .h .heic .hpp .htm .html .ico .ini .ipynb .jar .java .jpeg .jpg .js .jsx .key
    .kt .lock .lua .m4a .markdown .md .md5 .mdx .mjs .mkv .mov .mp3 .mp4 .mpeg .mpg .o .odp .ods .odt .ogg .org .otf .pdf
    .pem .php .pl .plist .png .ppt .pptx .properties .ps1 .psd .py .pyc .r .rb .rs .rst .rtf .sarif .scss .sh .sha1
    .sha256 .sha512 .sig .so .sql .svg .swift .tex .tif .tiff .toml .ts .tsv .tsx .ttf .wasm .wav .webm .webp .woff .woff2
    .xhtml .xls .xlsx .xml .yaml .yml .zsh
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
