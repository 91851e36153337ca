import JSONText

/// Runs one input of libFuzzer: a byte selects the task, a byte is the step in which the text arrives, the rest is the text.
///
/// What is wrong ends the process; libFuzzer then writes the input to a file.
@_cdecl("LLVMFuzzerTestOneInput")
func runOneInput(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = unsafe Array(UnsafeBufferPointer(start: data, count: count))
  guard input.count >= 2 else { return 0 }
  let step = Int(input[1]) % 61 + 1
  let text = Array(input[2...])
  switch Int(input[0]) % (2 + RecordTarget.all.count) {
  case 0: TextTarget.test(text)
  case 1: ModelTarget.test(text)
  case let index: RecordTarget.all[index - 2].test(text, step: step)
  }
  return 0
}

/// Ends the process unless something holds.
///
/// - Parameter fault: says what does not hold, with the texts that show it.
func expect(_ holds: Bool, _ fault: @autoclosure () -> String) {
  if !holds { fail(fault()) }
}

/// Ends the process.
func fail(_ fault: String) -> Never { fatalError("\n== fault: \(fault)\n") }

/// Returns the start of a text, for a fault.
func shown(_ bytes: some Collection<UInt8>) -> String { String(decoding: bytes.prefix(4000), as: UTF8.self) }
