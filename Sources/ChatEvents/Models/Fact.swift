/// What a member contains about a person.
public indirect enum Fact: Sendable, Hashable {
  /// Nothing by itself.
  case none
  /// A name.
  case name
  /// An e-mail address.
  case email
  /// A phone number.
  case phone
  /// A part of a postal address that is more exact than a town.
  case postalAddress
  /// An IP address.
  case ip
  /// Who the person is: an id, a user name or a picture.
  case identity
  /// When the person was born.
  case birth
  /// Something that grants access: a key, or a secret address.
  case secret
  /// The person's approximate location.
  case location
  /// Free text.
  case freeText
  /// The address of a page, whose parameters may contain anything.
  case link
  /// An object whose members are classified by their names.
  case person
  /// An object or a list, whose own members are classified.
  case inside
  /// The name of the author of a message: the visitor or an operator.
  case author
  /// An id that may be the visitor's id, or begin with it, if a chat has no id of its own.
  case derived
  /// A value derived from the person's ids.
  case remade
  /// A visitor's answer; the named member contains the question.
  case answer(to: String)
  /// A fact about an operator, whom redaction does not concern.
  case agent(Fact)
  /// A fact about a company or a group.
  case company(Fact)
}

extension Fact {
  /// What redaction does with the value.
  var privacy: Field.Privacy {
    switch self {
    case .none: .glance
    case .agent: .keep
    case .name, .email, .phone, .postalAddress, .ip, .identity, .birth, .secret: .drop
    case .freeText, .link, .location, .company: .scan
    case .person: .person
    case .inside: .inside
    case .author: .author
    case .derived: .derived
    case .remade: .remade
    case .answer: .answer
    }
  }
}
