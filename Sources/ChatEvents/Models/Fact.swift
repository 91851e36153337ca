/// What a member says about a person.
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
  /// What gives access to something: a key, or an address that is known to nobody else.
  case secret
  /// Roughly where the person is.
  case location
  /// Text that may say anything.
  case freeText
  /// The address of a page, whose parameters may say anything.
  case link
  /// It is an object whose members say something of the person, each by its name.
  case person
  /// It is an object or a list, whose own members decide.
  case inside
  /// It is the name of the author of a message: the visitor or an operator.
  case author
  /// It may be the visitor's id, or begin with it, if a chat has no id of its own.
  case derived
  /// It is made of the person's ids.
  case remade
  /// It is what a visitor entered; the member of that name has what they were asked for.
  case answer(to: String)
  /// The same about an operator, who is not the person that redaction is for.
  case agent(Fact)
  /// The same about a company or a group.
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
