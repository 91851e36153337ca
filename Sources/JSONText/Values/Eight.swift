/// Eight values side by side, without memory of their own.
///
/// `InlineArray` does the same, and is missing from systems older than Swift 6.2.
@frozen @usableFromInline
package struct Eight<Element: BitwiseCopyable & Sendable>: Sendable {
  @usableFromInline
  package var values: (Element, Element, Element, Element, Element, Element, Element, Element)

  @inlinable @inline(__always)
  package init(repeating value: Element) {
    values = (value, value, value, value, value, value, value, value)
  }

  // The index is checked; a tuple of equal types is laid out as an array of them.
  @usableFromInline
  package subscript(index: Int) -> Element {
    @inlinable @inline(__always) get {
      precondition(UInt(bitPattern: index) < 8, "an index of 0 to 7")
      return unsafe withUnsafeBytes(of: values) {
        unsafe $0.load(fromByteOffset: index &* MemoryLayout<Element>.stride, as: Element.self)
      }
    }
    @inlinable @inline(__always) set {
      precondition(UInt(bitPattern: index) < 8, "an index of 0 to 7")
      unsafe withUnsafeMutableBytes(of: &values) {
        unsafe $0.storeBytes(
          of: newValue, toByteOffset: index &* MemoryLayout<Element>.stride, as: Element.self)
      }
    }
  }
}
