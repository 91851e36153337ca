import JSONText

@testable import ChatEvents

/// What is found in the records of a text, as `code pointer`, in the order of the text.
struct Validated: Equatable, CustomStringConvertible {
  var description: String

  /// The moment that counts as present, unless it is said: 2026-11-18T11:06:40Z.
  static let now = "1795000000"

  init(_ text: String, as format: Format, now: String = Self.now, isUnique: Bool = false) throws {
    var settings = ValidationSettings()
    settings.setPresent(now)
    settings.tellsIdentities = isUnique
    let conversion = try Conversion("\(text)\n".utf8) {
      $0 = RunOptions(from: format, task: .validate(settings))
    }
    var ids = UniqueIDs()
    var found: [String] = []
    for var record in conversion.checked {
      if isUnique { ids.pass(&record) }
      found += record.findings.map { finding in
        finding.pointer.description.isEmpty
          ? finding.code.name : "\(finding.code.name) \(finding.pointer.description)"
      }
    }
    description = found.joined(separator: ", ")
  }
}
