import Testing

@testable import ChatEvents

/// The answers to a form, and links, in the text of a message.
@Suite struct FormAnswersTests {
  private func body(_ text: String, fileLink: String? = nil) throws -> String {
    let patterns = try fileLink.map { [try TextPattern($0)] } ?? []
    let lines = try redacted(
      #"{"kind":"Conversation","items":[{"kind":"OfflineMessage","body":"\#(text)"}]}"#
    ) {
      $0.fileLinks = patterns
    }
    let line = try #require(lines.first)
    return String(
      line.dropFirst(#"{"kind":"Conversation","items":[{"kind":"OfflineMessage","body":""#.count).dropLast(4))
  }

  @Test(arguments: [
    (#"name: Jo Blo"#, #"name: <redacted>"#),
    (#"Hi\nNAME : Jo \r\nphone:5\nmore: less"#, #"Hi\nNAME : <redacted> \r\nphone:<redacted>\nmore: less"#),
    (#"name\t: Jo"#, #"name\t: <redacted>"#),
    (#"\u006eame: Jo"#, #"\u006eame: <redacted>"#),
    (#"e-mail: none\nE-Mail: none"#, #"e-mail: <redacted>\nE-Mail: <redacted>"#),
    (#"name: Jo, jo@x.org"#, #"name: <redacted>"#),
    (#"my name: Jo"#, #"my name: <redacted>"#),
    (#"name: <redacted>"#, #"name: <redacted>"#),
    // The colons of an address and of a time end no label.
    (#"address or 2001:db8::1"#, #"address or <redacted>"#),
    (#"my phone 10:30"#, #"my phone 10:30"#),
    (#"address 2:db8::1"#, #"address <redacted>"#),
    (#"address fe80::1:2"#, #"address <redacted>"#),
  ])
  func linesThatAnswerAQuestionAreReplacedBehindTheColon(text: String, expected: String) throws {
    #expect(try body(text) == expected)
  }

  @Test(arguments: [
    "Full name", "Telefon", "E-Mail-Adresse", "Nom ", "Your phone number", "- Name", "*Name", "1. First name",
    "• Vorname",
    "Date of birth", "Your date of birth", "Ihre Telefonnummer", "Vor- und Nachname", "Nom\\u00a0",
    "Votre prénom",
    "Teléfono móvil", "Correo electrónico", "Ваше имя", "Номер телефона", "お名前", "联系电话", "Имя и фамилия",
    "Straße, Hausnummer", "PLZ/Ort", "Name / Company", "Postal address", "Address", "Phone (mobile)",
    "Email (required, please)",
    "Email *", "Phone no.", "Tel.", "Numéro de téléphone", "What is your name?", "IP address", "User ID",
    "Password",
    "Best daytime phone number", "Imię i nazwisko", "Twój numer telefonu", "\\tName", "🙂 Name", "Ｎａｍｅ",
    "Te\\u0301le\\u0301phone",
    "Emergency contact name", "Kundentelefonnummer", "PLZ\\/Ort", "Zip", "Mobile", "Billing address",
    "Passport number",
  ])
  func aLabelSaysWhatIsAnswered(label: String) throws {
    for colon in [":", ": ", " : ", "：", "﹕ ", ":\\n", ":  \\r\\n"] {
      #expect(try body("Hi\\n\(label)\(colon)Kim 5\\nbye") == "Hi\\n\(label)\(colon)<redacted>\\nbye")
    }
    #expect(try body("*\(label):* Kim 5") == "*\(label):* <redacted>")
  }

  @Test(arguments: [
    "Note: Kim", "Subject: Kim", "Product name: Widget", "Company name: Kim Ltd", "Opening hours: 9-5",
    "http://kim.example",
    "10:30", "Problem with my phone: the screen", "Number of phones: 5", "Re your email: thanks",
    "File name: kim.txt",
    "Phone model: X5", "First: I tried", "Id: 5", "Mobile: it breaks", "Zip: it is damaged", "Login: no",
    "Contact: us",
    "How do I reset my password: kim", "Order number: 5", "I have a name: Kim", "Name:", "Name: -",
    "Email:\\nPhone:\\n",
    "Name:\\n\\nKim", "Name:\\nwho asks?", "Name:\\nNote: Kim", "Support email: in 2 days", "name = Jo",
    "Web address: kim",
    "the name of the product: Kim", "Image: below", "Company phone: none", "Name: \\u003credacted>", "key: 5",
    "Title: Dr", "My phone and tablet: broken", "Email and chat: down", "My phone, see below: broken",
  ])
  func whatAsksForNothingOfAPersonStays(text: String) throws {
    #expect(try body(text) == text)
  }

  @Test(arguments: [
    #"Name:\ncall jo@x.org: now"#, #"mobile: write jo@x.org"#, #"Name:\nat 192.0.2.7: x"#,
    #"Name:\njo@x.org?"#, "tel 492001:db8::1) and 5",
    #"my number 5551234567redacted-00000000001111111111222222222233@redacted.invalidemail:=DE89%40"#,
  ])
  func whatWasReplacedMakesNoAnswer(text: String) throws {
    for key in [nil, PseudonymKey(Array("0123456789abcdef".utf8))] {
      let record = #"{"kind":"Conversation","items":[{"kind":"OfflineMessage","body":"\#(text)"}]}"#
      let once = try redacted(record) { $0.key = key }
      #expect(once != [record])
      #expect(try redacted(once[0]) { $0.key = key } == once)
    }
  }

  @Test func linksAreReplacedWhereThePatternIsFound() throws {
    let text = #"see https:\/\/files.x.org\/a.png?b=1, and https://x.org/a"#
    #expect(try body(text) == text)
    #expect(try body(text, fileLink: "files\\.") == "see <redacted> and https://x.org/a")
    #expect(try body(text, fileLink: "x.org/a$") == #"see https:\/\/files.x.org\/a.png?b=1, and <redacted>"#)
  }
}
