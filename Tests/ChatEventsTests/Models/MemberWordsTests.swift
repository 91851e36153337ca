import Testing

@testable import ChatEvents

/// What names of members say that no model has.
@Suite struct MemberWordsTests {
  private func fact(_ name: String, ofPerson: Bool = false) -> Fact? {
    let bytes = Array(name.utf8)
    return MemberWords.fact(bytes.span, bytes.indices, ofPerson: ofPerson)
  }

  @Test(arguments: [
    ("email", Fact.email), ("E-Mail", .email), ("userEmail", .email), ("EMAIL_ADDRESS", .email),
    ("correo electrónico", .email), ("myemail", .email), ("xphone", .phone), ("hostipaddress", .ip),
    ("mynickname", .name),
    ("workPhone", .phone), ("mobile_nr", .phone), ("Phone-Number 2", .phone), ("Téléphone", .phone),
    ("Telefonnummer", .phone), ("ТЕЛЕФОН", .phone), ("電話番号", .phone), ("phoneHome", .phone),
    ("displayName", .name), ("middleName", .name), ("first_name", .name), ("Фамилия", .name),
    ("Prénom", .name), ("PRÉNOM", .name), ("TÉLÉPHONE", .phone), ("caféPhone", .phone),
    ("STRAßE", .postalAddress),
    ("nom_de_famille", .name), ("apellidos", .name),
    ("dob", .birth), ("dateOfBirth", .birth), ("birth-date", .birth), ("Geburtsdatum", .birth),
    ("password", .secret), ("accessToken", .secret), ("api_key", .secret), ("creditCard", .secret),
    ("cardNumber", .secret),
    ("clientIP", .ip), ("ipAddress", .ip), ("remote-addr", .ip), ("IPv4", .ip),
    ("user_id", .identity), ("customerID", .identity), ("username", .identity), ("User Name", .identity),
    ("socialSecurityNumber", .identity),
    ("zipCode", .postalAddress), ("Straße", .postalAddress), ("address_line_1", .postalAddress),
    ("homeAddress", .postalAddress), ("billing.address", .postalAddress),
  ])
  func aNameSaysWhatItsValueIs(name: String, expected: Fact) {
    #expect(fact(name) == expected)
  }

  @Test(arguments: [
    "name", "id", "address", "key", "number", "productName", "file_name", "company name", "orderId",
    "phoneModel",
    "emailVerified", "microphone", "voicemail", "description", "ship", "card_color", "keyboard", "statusCode",
    "due date",
    "iphone", "iPhone 12", "smartphone", "SmartPhone", "speakerphone", "saxophone", "Francophone",
    "shortlist", "2", "", "Email subject",
  ])
  func aNameThatMayBeAnythingSaysNothing(name: String) {
    #expect(fact(name) == nil)
  }

  @Test(arguments: [
    ("name", Fact.name), ("Name", .name), ("nom", .name), ("id", .identity), ("address", .postalAddress),
    ("first", .name), ("born", .birth), ("photo", .identity),
    // Segment's library sees the letters of ASCII alone.
    ("n äa me", .name), ("e.mail", .email), ("phon€es", .phone),
  ])
  func inAnObjectAboutAPersonMoreIsTheirs(name: String, expected: Fact) {
    #expect(fact(name, ofPerson: true) == expected)
  }

  @Test(arguments: ["productName", "order_id", "plan", "title", "web address book"])
  func aboutAPersonAnotherThingsNameStays(name: String) {
    #expect(fact(name, ofPerson: true) == nil)
  }

  @Test(arguments: [
    (
      #"{"customer":{"name":"Jo"},"product":{"name":"Hat"}}"#,
      #"{"customer":{"name":"<redacted>"},"product":{"name":"Hat"}}"#
    ),
    (
      #"{"homeAddress":{"line1":"5 High St","city":"Pune","country_code":"IN"}}"#,
      #"{"homeAddress":{"line1":"<redacted>","city":"Pune","country_code":"IN"}}"#
    ),
    (#"{"email":{"work":"x","sure":true}}"#, #"{"email":{"work":"<redacted>","sure":true}}"#),
  ])
  func objectsAreJudgedByTheNamesAroundThem(properties: String, expected: String) throws {
    let call = { (properties: String, id: String) in
      #"{"type":"track","event":"x","messageId":"m","userId":"\#(id)","properties":\#(properties)}"#
    }
    #expect(try redacted(call(properties, "u"), as: .segment) == [call(expected, token("m"))])
  }

  /// What says nothing by itself is looked through for what is unmistakable, and for nothing else.
  @Test func anAddressIsFoundWhereverItStands() throws {
    let call = { (a: String) in
      #"{"type":"track","event":"\#(a)","messageId":"m","context":{"userAgent":"x \#(a)"},"integrations":{"\#(a)":{"x":"\#(a)"}}}"#
    }
    #expect(try redacted(call("jo@example.org"), as: .segment) == [call("<redacted>")])
    #expect(try redacted(call("+49 30 1234567"), as: .segment) == [call("<redacted>")])
    #expect(try redacted(call("030 1234567"), as: .segment) == [call("030 1234567")])
  }
}
