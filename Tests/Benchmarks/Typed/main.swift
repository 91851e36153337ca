// How long the typed API takes for one record: decoding and encoding of a transcript and of a Segment track.
//
// Each line is a name and the nanoseconds a record, of the fastest of several rounds. `typed.py` compares two builds.

import ChatEvents
import JSONText

let transcript = #"""
  {"kind":"Conversation","id":"EV695BI2930A6XMO32886MPT899443414","manuallySubmitted":false,"items":[
  {"kind":"MessageToVisitor","nickname":"Olark operator","operatorId":"6475","timestamp":"1307116657.1","body":"Hi there. How can I help?"},
  {"kind":"MessageToOperator","nickname":"Bob","timestamp":"1307116661.25","body":"I have a question about my order, please.","visitor_nickname":"Bob"},
  {"kind":"MessageToVisitor","nickname":"Olark operator","operatorId":"6475","timestamp":"1307116672.5","body":"Of course. What is its number?"},
  {"kind":"MessageToOperator","nickname":"Bob","timestamp":"1307116680.75","body":"It is 12345, from \"last\" week.","visitor_nickname":"Bob"}],
  "tags":["olark","customer"],"groups":[{"kind":"Group","id":"0","name":"Sales"}],
  "visitor":{"kind":"Visitor","id":"9QRF9YWM5XW3ZSU7P9CGWRU89944341","fullName":"Bob Doe","phoneNumber":"(555) 555-5555",
  "emailAddress":"bob@example.com","ip":"192.0.2.7","city":"Palo Alto","region":"CA","country":"United States",
  "countryCode":"US","organization":"Stanford University","browser":"Chrome 12.1","operatingSystem":"Windows",
  "referrer":"https://www.example.com/search?q=chat","conversationBeginPage":"https://www.example.com/pricing",
  "customFields":{"myInternalCustomerId":"12341234","favoriteColor":"blue"},
  "chat_feedback":{"overall_chat":4,"responsiveness":5,"knowledge":4,"friendliness":5,"comments":"Very helpful!"}},
  "operators":{"6475":{"kind":"Operator","id":"6475","nickname":"Olark operator","emailAddress":"noreply@olark.com","username":"yay"}}}
  """#

let track = #"""
  {"type":"track","event":"Live Chat Message Sent","userId":"9QRF9YWM5XW3ZSU7P9CGWRU89944341","messageId":"b1a94c20-0f6e-5a0d-9a3c-0d2f5f7b1a11",
  "timestamp":"2011-06-03T15:57:37.100Z","context":{"ip":"192.0.2.7","os":{"name":"Windows"},"page":{"url":"https://www.example.com/pricing",
  "referrer":"https://www.example.com/search?q=chat"},"library":{"name":"chatevents","version":"0.2.0"},"locale":"en-US",
  "traits":{"name":"Bob Doe","email":"bob@example.com","phone":"(555) 555-5555","address":{"city":"Palo Alto","state":"CA"}},
  "userAgent":"Mozilla/5.0"},"properties":{"conversation_id":"EV695BI2930A6XMO32886MPT899443414","message_id":"1","message_body":"Hi there"},
  "integrations":{"All":true}}
  """#

/// Runs a task in rounds, and prints the time of the fastest.
func measure(_ name: String, _ task: () throws -> Void) rethrows {
  let clock = ContinuousClock()
  let records = 2_000
  var fastest = Duration.seconds(3_600)
  for _ in 0..<15 {
    let time = try clock.measure { for _ in 0..<records { try task() } }
    fastest = min(fastest, time)
  }
  print(name, Int64(fastest / .nanoseconds(1)) / Int64(records))
}

func measure<Record: Codable>(_ name: String, _ type: Record.Type, _ text: String) throws {
  let bytes = Array(text.utf8)
  let record = try JSONTextDecoder().decode(type, from: bytes)
  try measure("decode-\(name)") { _ = try JSONTextDecoder().decode(type, from: bytes) }
  try measure("encode-\(name)") { _ = try JSONTextEncoder().encode(record) }
}

try measure("transcript", OlarkTranscript.self, transcript)
try measure("track", SegmentTrack.self, track)
