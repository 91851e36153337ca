internal import JSONText

/// Looks for a record inside a value that is none, the least deep first, and finds the pointers that lead there.
///
/// It gives up after some looks at each byte, so that its cost grows with the record's length and not with its depth.
struct RecordSearch {
  /// A text: the source's, or one that was decoded from a string.
  private struct Layer {
    let bytes: [UInt8]
    /// How many strings are around it.
    let depth: Int
  }

  /// A value that was come to.
  private struct Node {
    let layer: Int
    let value: Slice
    let parent: Int?
    /// Its name or index in the value around it; nil for the outermost of a text.
    let token: String?
    let isElement: Bool
  }

  private let recogniser: Recogniser
  private let layerLimit: Int
  private var layers: [Layer]
  private var nodes: [Node]
  private var budget: Int

  /// How often each byte may be looked at.
  private static let looks = 16

  init(_ recogniser: Recogniser, _ value: Slice, _ bytes: Span<UInt8>, layers: Int) {
    self.recogniser = recogniser
    layerLimit = layers
    let text = bytes.copied(value.range) + [UInt8](repeating: 0, count: Scanner.padding)
    self.layers = [Layer(bytes: text, depth: 0)]
    let root = Slice(start: 0, count: value.range.count, kind: value.kind, flags: value.flags)
    nodes = [Node(layer: 0, value: root, parent: nil, token: nil, isElement: false)]
    budget = Self.looks * value.range.count
  }

  /// A record that was found.
  struct Hit {
    let format: Format
    /// The pointers that lead to it, one a text, the outermost text's first.
    let pointers: [UnwrapPointer]
    /// Whether there are records to which they do not lead.
    var isOneOfMany = false
  }

  /// Returns the first record, and whether there are others elsewhere; nil if there is none.
  mutating func found() -> Hit? {
    var (next, hit) = (0, Hit?.none)
    while next < nodes.count, budget > 0 {
      let node = nodes[next]
      budget -= node.value.range.count
      if next > 0, let format = format(of: node) {
        let pointers = pointers(to: next)
        if let hit, hit.pointers != pointers {
          return Hit(format: hit.format, pointers: hit.pointers, isOneOfMany: true)
        }
        guard let pointers else { return nil }
        hit = hit ?? Hit(format: format, pointers: pointers)
      } else {
        switch node.value.kind {
        case .object, .array: enter(node, next)
        case .string where layers[node.layer].depth < layerLimit: open(node, next)
        default: break
        }
      }
      next += 1
    }
    return hit
  }

  private func format(of node: Node) -> Format? {
    guard node.value.kind == .object else { return nil }
    let text = layers[node.layer].bytes
    return recogniser.marks.format(
      of: text.span, node.value.range.lowerBound, end: node.value.range.upperBound,
      among: recogniser.formats)
  }

  /// Adds the values in an object or an array that may hold records.
  private mutating func enter(_ node: Node, _ index: Int) {
    budget -= node.value.range.count
    let text = layers[node.layer].bytes
    let bytes = text.span
    var inner: [Node] = []
    func add(_ value: Slice, _ token: String, isElement: Bool) {
      guard value.kind == .object || value.kind == .array || value.kind == .string else { return }
      inner.append(
        Node(layer: node.layer, value: value, parent: index, token: token, isElement: isElement))
    }
    if node.value.kind == .array {
      for (index, element) in node.value.elements(bytes).enumerated() {
        add(element, String(index), isElement: true)
      }
    } else {
      for member in node.value.members(bytes) {
        let name = String(decoding: Text.unescaped(bytes, member.key.content), as: UTF8.self)
        add(member.value, name, isElement: false)
      }
    }
    nodes += inner
  }

  /// Adds the documents of the text in a string.
  private mutating func open(_ node: Node, _ index: Int) {
    // Most strings say by their first bytes that they hold no record.
    let text = layers[node.layer].bytes
    let bytes = text.span
    guard node.value.content.count > 2 else { return }
    budget -= node.value.range.count
    let content = Envelope.Content(value: node.value, packing: .either)
    guard let packed = try? content.text(bytes), packed.beginsLikeRecords else { return }
    let padded = packed.bytes + [UInt8](repeating: 0, count: Scanner.padding)
    let end = packed.bytes.count
    var reader = RecordReader(at: ReadingPosition(), end: end, isLast: true, recordLimit: end)
    var slots = Slots()
    let depth = layers[node.layer].depth + 1
    layers.append(Layer(bytes: padded, depth: depth))
    let layer = layers.count - 1
    while let item = reader.next(padded.span, FormatMarks.nothing, into: &slots) {
      switch item {
      case .document(let document, _):
        nodes.append(
          Node(layer: layer, value: document.slice, parent: index, token: nil, isElement: false))
      case .form(let form, _) where depth < layerLimit:
        append(form, depth: depth + 1, from: index)
        return
      default: return
      }
    }
  }

  /// Adds the document in a form body.
  private mutating func append(_ form: FormBody.Decoded, depth: Int, from index: Int) {
    guard let (padded, value) = form.document else { return }
    layers.append(Layer(bytes: padded, depth: depth))
    nodes.append(
      Node(layer: layers.count - 1, value: value, parent: index, token: nil, isElement: false))
  }
}

extension RecordSearch {
  /// Returns the pointers that lead to a node, the outermost text's first; nil if following them would lead elsewhere.
  private func pointers(to index: Int) -> [UnwrapPointer]? {
    var steps: [(document: Node, pointer: UnwrapPointer)] = []
    var end = index
    while true {
      var tokens: [(text: String, isElement: Bool)] = []
      var node = nodes[end]
      while let token = node.token, let parent = node.parent {
        tokens.insert((token, node.isElement), at: 0)
        node = nodes[parent]
      }
      if !tokens.isEmpty || node.value.kind == .string {
        guard let pointer = pointer(tokens, from: node) else { return nil }
        steps.insert((node, pointer), at: 0)
      }
      guard let parent = node.parent else { break }
      end = parent
    }
    var pointers: [UnwrapPointer] = []
    for step in steps where !pointers.contains(step.pointer) { pointers.append(step.pointer) }
    // The pointers are tried in each text, and in the record itself.
    for step in steps where first(of: pointers, in: step.document) != step.pointer { return nil }
    return first(of: pointers, in: nodes[index]) == nil ? pointers : nil
  }

  /// Makes a pointer in which `*` stands for indexes, if it then leads somewhere from each element.
  private func pointer(_ tokens: [(text: String, isElement: Bool)], from node: Node) -> UnwrapPointer? {
    let text = layers[node.layer].bytes
    let bytes = text.span
    let general = UnwrapPointer(tokens.map { $0.isElement ? UnwrapPointer.any : $0.text })
    if let targets = try? general.targets(in: node.value, bytes), targets.allSatisfy(\.isReached) {
      return general
    }
    let exact = UnwrapPointer(tokens.map(\.text))
    return (try? exact.targets(in: node.value, bytes).isEmpty) == false ? exact : nil
  }

  private func first(of pointers: [UnwrapPointer], in node: Node) -> UnwrapPointer? {
    let text = layers[node.layer].bytes
    let bytes = text.span
    return pointers.first { (try? $0.targets(in: node.value, bytes).isEmpty) != true }
  }
}

extension Recogniser {
  /// Returns where a record seems to be inside a value that is none, and how to have it read; nil if none is found.
  ///
  /// - Parameter layers: how many envelopes may be around it.
  func advice(about value: Slice, _ bytes: Span<UInt8>, layers: Int) -> String? {
    guard layers > 0 else { return nil }
    var search = RecordSearch(self, value, bytes, layers: layers - 1)
    return search.found().flatMap { UnwrapPointer.advice(about: $0) }
  }
}

extension UnwrapPointer {
  /// Returns what to do to have a record read that was found; nil if the pointers cannot be shown.
  fileprivate static func advice(about hit: RecordSearch.Hit) -> String? {
    let texts = hit.pointers.map(\.text)
    guard texts.reduce(0, { $0 + $1.utf8.count }) < 200,
      texts.allSatisfy({ $0.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7f } })
    else { return nil }
    let places = texts.map { $0.isEmpty ? "in the string" : "at \($0)" }.joined(separator: ", then ")
    let others = hit.isOneOfMany ? " and others" : ""
    let options = hit.pointers.map(\.option).joined(separator: " ")
    return "read the \(hit.format.noun) \(places)\(others) with \(options)"
  }
}
