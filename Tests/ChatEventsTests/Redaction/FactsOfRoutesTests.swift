import JSONText
import Testing

@testable import ChatEvents

/// What is copied means the same on both sides: else converting after redacting would give something else than the other way round.
@Suite struct FactsOfRoutesTests {
  @Test func aMemberThatIsCopiedIsRedactedInTheSameWay() {
    var compared = 0
    for route in Routes.all {
      for emission in route.emissions {
        let call = route.to.recordAsSent.variant(emission.call)
        for row in emission.rows {
          guard let source = row.copied, let written = call.field(row.target.steps[...]),
            let read = route.from.recordAsSent.field(source.steps, of: emission.list)
          else { continue }
          compared += 1
          #expect(read.privacy == written.privacy, "\(emission.name): \(source) -> \(row.target)")
        }
      }
    }
    #expect(compared > 100)
  }
}

extension Row {
  /// What it copies; nil for what is made in another way.
  fileprivate var copied: Path? {
    switch source {
    case .copy(let path, _), .verbatim(let path): path
    case .spread, .always, .compute: nil
    }
  }
}

extension Model {
  /// Returns the model of the calls of a kind.
  fileprivate func variant(_ kind: String) -> Model { variants?.model(for: kind) ?? self }

  /// Returns the field to which a way leads from an element of a list, or else from the record; nil if no model names it.
  fileprivate func field(_ steps: [String], of list: String?) -> Field? {
    list.flatMap { field((["\($0)[]"] + steps)[...]) } ?? field(steps[...])
  }

  /// Returns the field to which a way leads; nil if no model names it.
  fileprivate func field(_ steps: ArraySlice<String>) -> Field? {
    guard let step = steps.first else { return nil }
    let name = step.hasSuffix("[]") || step.hasSuffix("{}") ? String(step.dropLast(2)) : step
    guard let field = fields.first(where: { $0.name == name }) else { return nil }
    let rest = steps.dropFirst()
    if rest.isEmpty { return field }
    return switch field.type {
    case .object(let inner), .list(let inner), .map(let inner): inner.field(rest)
    default: nil
    }
  }
}
