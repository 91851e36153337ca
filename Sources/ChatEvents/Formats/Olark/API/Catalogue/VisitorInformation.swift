// The calls that ask about the visitor, and those that tell Olark who it is.

// The columns are the point of this table; the formatter would close them up.
// swift-format-ignore
extension OlarkAPI.Category {
  static let visitor = Self("Visitor information", [
    .method("api.visitor.getDetails",         "Get visitor details",
            [.required("callback", .function([details]), "Called once with the answer")],
                                                                        "Requests the visitor's details"),
    .method("api.chat.updateVisitorNickname", "Update visitor nickname", options: [
      .required("snippet",      .string,  "The text", says: .identity),
      .optional("hidesDefault", .boolean, "Whether the name assigned by Olark is hidden"),
    ],                                                                  "Adds a text to the visitor's name in the operators' list"),
    .method("api.chat.updateVisitorStatus",   "Update visitor status", options: [
      .required("snippet", .either([.string, .array(of: .string)]), "The text, or several"),
    ],                                                                  "Adds texts to the visitor's status in the operators' list; an e-mail address among them becomes the visitor's"),
    .method("api.visitor.updateFullName",     "Update visitor name",
            options: [.required("fullName", .string, "The name", says: .name)],      "Sets the visitor's name"),
    .method("api.visitor.updateEmailAddress", "Update visitor email",
            options: [.required("emailAddress", .string, "The address", says: .email)], "Sets the visitor's e-mail address"),
    .method("api.visitor.updatePhoneNumber",  "Update visitor phone",
            options: [.required("phoneNumber", .string, "The number", says: .phone)], "Sets the visitor's phone number"),
    .method("api.visitor.updateCustomFields", "Update CRM custom fields",
            [.required("fields", .dictionary, "The fields, of any names", says: .person)],
                                                                        "Sets other data about the visitor, which transcripts include"),
  ])

  private static let details = OlarkAPI.Member.required("details", .object(OlarkAPI.visitorDetails), "The answer")
}
