// The words themselves, in small letters and without accents: English, German, French, Spanish, Italian, Portuguese, Dutch,
// Polish, Czech, the Scandinavian languages, Russian, Ukrainian, Chinese, Japanese and Korean.

extension MemberWords {
  /// What a word at the end of a name says.
  static let roles: [UInt128: Role] = {
    var roles: [UInt128: Role] = [:]
    func add(_ words: String, _ role: Role) {
      for key in keys(words) { roles[key] = role }
    }
    add(
      """
      email emails mail emailaddress mailaddress emailadresse mailadresse courriel correo correoelectronico epost eposta
      sahkoposti почта почты пошта 邮箱 邮箱地址 电子邮箱 電子郵件 電子郵箱 电子邮件 メール メールアドレス 이메일
      """, .fact(.email))
    add(
      """
      phone phones phonenumber phonenumbers telephone telephonenumber tel tels mobile mobilephone mobilenumber cell cellphone
      cellular fax faxnumber msisdn whatsapp landline
      telefon telefonnummer telefonnr rufnummer handy handynummer mobil mobilnummer festnetz telefono telefonos movil celular
      telefone telemovel cellulare portable telefoon telefoonnummer mobiel puhelin komorka
      телефон телефона мобильный мобільний 电话 电话号码 联系电话 電話 聯絡電話 手机 手机号 手机号码 手機 電話番号 전화 전화번호
      휴대폰 연락처 telefonu telefoni
      """, .fact(.phone))
    add(
      """
      firstname lastname fullname middlename surname familyname givenname visitorname displayname nickname maidenname
      forename personname contactname customername realname
      vorname nachname familienname geburtsname spitzname prenom nomdefamille nomcomplet apellido apellidos nombrecompleto cognome
      sobrenome nomecompleto voornaam achternaam fornavn etternavn efternavn fornamn efternamn etunimi sukunimi imie nazwisko
      jmeno prijmeni имя фамилия отчество фио прізвище 姓名 您的姓名 你的名字 名字 名前 お名前 氏名 이름 성명
      """, .fact(.name))
    add(
      """
      street streetaddress streetname postalcode postcode zip zipcode plz strasse hausnummer anschrift wohnort postleitzahl
      rue codepostal calle codigopostal cep straat huisnummer ulica адрес адреса 住所 ご住所 地址 您的地址 주소
      """, .fact(.postalAddress))
    add("ip ipv ipaddress ipaddr remoteaddr clientip userip ipadresse", .fact(.ip))
    add(
      """
      username loginname userid visitorid customerid anonymousid deviceid advertisingid idfa gaid avatar
      passport ssn passnummer ausweisnummer personalausweis benutzername kundennummer
      """, .fact(.identity))
    add(
      """
      birthday birthdate dateofbirth dob birth bday geburtstag geburtsdatum naissance nacimiento fechanacimiento nascita
      nascimento geboortedatum fodselsdato fodelsedatum urodzenia narozeni рождения 生日 出生日期 生年月日 생일 생년월일
      """, .fact(.birth))
    add(
      """
      password passwords passwd pwd passphrase passwort kennwort motdepasse contrasena senha wachtwoord haslo heslo пароль 密码
      token secret secrets apikey secretkey privatekey accesskey credential credentials authorization creditcard cvv cvc
      cardnumber iban
      """, .fact(.secret))
    add(
      """
      number numbers nummer nr no num numero numer cislo home work private business primary secondary main value values
      field text input raw new old current
      """, .passed)
    add("name names nombre nom nome naam navn namn", .name)
    add("id ids uid uuid guid", .id)
    add("address addresses addr adresse adresses direccion indirizzo endereco adres", .address)
    add("code codes", .joined(with: keys("zip postal post"), .postalAddress))
    add("line lines", .joined(with: keys("address street"), .postalAddress))
    add("key keys", .joined(with: keys("api secret private access auth"), .secret))
    add("date day", .joined(with: keys("birth"), .birth))
    add("card", .joined(with: keys("credit debit payment number"), .secret))
    add("electronico", .joined(with: keys("correo"), .email))
    add("security", .joined(with: keys("social"), .identity))
    add("famille", .joined(with: keys("de"), .name))
    return roles
  }()

  /// Endings of words that are written as one.
  static let endings: [(key: UInt128, count: Int, role: Role)] = [
    ("email", .fact(.email)), ("emailaddress", .fact(.email)), ("phone", .fact(.phone)),
    ("phonenumber", .fact(.phone)), ("telefon", .fact(.phone)), ("telefonnummer", .fact(.phone)),
    ("password", .fact(.secret)), ("passwort", .fact(.secret)), ("birthday", .fact(.birth)),
    ("birthdate", .fact(.birth)), ("firstname", .fact(.name)), ("lastname", .fact(.name)),
    ("fullname", .fact(.name)), ("surname", .fact(.name)), ("nickname", .fact(.name)),
    ("username", .fact(.identity)), ("ipaddress", .fact(.ip)),
  ].map { ending, role in (word(ending).key, ending.utf8.count, role) }

  /// Words that only end like these.
  static let innocentEndings = keys(
    """
    iphone smartphone speakerphone payphone microphone headphone earphone megaphone saxophone gramophone dictaphone xylophone
    vibraphone homophone francophone anglophone voicemail
    """)

  /// Words before `phone` that make it a device: `iPhone`, `Smart Phone`.
  static let devices = keys("i smart speaker head ear micro")

  /// The last two letters of all endings: for each last one, a bit for each one before it.
  static let lastLetters: [UInt32] = endings.reduce(into: [UInt32](repeating: 0, count: 32)) {
    letters, ending in
    letters[Int(ending.key & 31)] |= 1 << UInt32(truncatingIfNeeded: ending.key >> 8 & 31)
  }

  /// Whose name it may be.
  static let people = keys(
    """
    first last middle full display nick given family sur maiden visitor customer client contact guest person personal your
    my real preferred legal billing shipping cardholder holder recipient sender member patient student parent child spouse partner
    lead subscriber buyer passenger traveler traveller kunden ansprechpartner
    ihr ihre dein votre vollstandiger
    """)

  /// Whose name is one to log in with.
  static let logins = keys("user login account")

  /// Whose id it may be.
  static let owners = keys(
    """
    user visitor customer client contact member person anonymous device advertising login patient student subscriber lead guest
    recipient profile cookie national tax passport
    """)

  /// Which address of a person it may be.
  static let places = keys(
    "home street postal billing shipping delivery mailing residential permanent wohn liefer rechnungs"
  )

  /// Which address is one of the network.
  static let networks = keys("remote peer")

  /// Objects that are about a person.
  static let persons = keys(
    """
    user visitor customer contact person client profile lead guest member traits patient recipient sender subscriber student
    kunde besucher cliente utilisateur usuario
    """)

  /// What a member of an address says that is no exact place.
  static let rough = keys(
    "city town state region province country county continent timezone stadt ort land ville pays ciudad pais")

  /// What a name of one word says in an object about a person, and nowhere else.
  static let personsOwn: [UInt128: Fact] = {
    var facts: [UInt128: Fact] = [:]
    for key in keys("first last middle given family full nick") { facts[key] = .name }
    for key in keys("photo picture image handle login") { facts[key] = .identity }
    for key in keys("born") { facts[key] = .birth }
    return facts
  }()

  /// The traits that a library looks for which routes follow, in small letters.
  static let traits: [UInt128: Fact] = [
    "name": .name, "firstname": .name, "lastname": .name, "email": .email, "phone": .phone, "phones": .phone,
    "username": .identity,
  ].reduce(into: [:]) { $0[word($1.key).key] = $1.value }

  /// For each first byte, a bit for each length that a word with it has.
  static let roleLengths = lengths(of: Array(roles.keys))
  static let personLengths = lengths(of: Array(persons))

  private static func lengths(of keys: [UInt128]) -> [UInt32] {
    var lengths = [UInt32](repeating: 0, count: 256)
    for key in keys {
      let count = (128 - key.leadingZeroBitCount + 7) / 8
      let first = UInt8(truncatingIfNeeded: key >> UInt128(8 * (count - 1)))
      // A word of sixteen bytes may be the end of a longer one.
      if count == 16 {
        for index in lengths.indices { lengths[index] |= ~0 << 16 }
      }
      lengths[Int(first)] |= 1 << UInt32(min(count, 31))
    }
    return lengths
  }

  static func keys(_ words: String) -> Set<UInt128> {
    Set(words.split(whereSeparator: \.isWhitespace).map { word(String($0)).key })
  }
}
