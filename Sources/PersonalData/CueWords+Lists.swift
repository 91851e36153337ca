// The words themselves, in lower case; a hyphen at the end of one says that others begin with it. They are what people
// write in chats in a dozen languages, and need no more than to be common.

extension CueWords {
  static let phoneWords = """
    phone- phon ph telephone- tel tels telef- téléph- tél telf tlf tlfn tfno tfn telno telp teléf- mobile- mobil- mob
    móvil móvel movil cell cellphone cellular- celular- cellulare cel handy handynr handynummer- fax faxnummer
    fon fono fone festnetz- rufnummer- hotline landline whatsapp- whats wapp viber signal sms gsm puhelin- puh
    telno mobiltelefon- callto wame numéro-de-téléphone portable
    telepon- ponsel numaram फोन फ़ोन मोबाइल ফোন মোবাইল தொலைபேசி ఫోన్ ഫോൺ هاتف- جوال- موبایل تلفن-
    телефон- Телефон- тел Тел моб Моб мобильн- мобільн- тлф هاتف جوال موبايل رقم-الهاتف טלפון נייד τηλ τηλέφωνο κινητό
    điện thoại sđt
    """

  static let callWords = """
    call callback calling ring dial text reach contact me-on anruf- anrufen ruf rufen ruft rufe rückruf- erreich- appel-
    rappel- joind- llam- llám- chiam- bel bellen bereik- lig- ring- ringa zadzwo- dzwo- zavol- volej- позвон- перезвон- звон-
    Позвон- Перезвон- Звон- ara arayın zvoni- sun-
    """

  static let otherWords = """
    order- invoice- ticket- case ref reference- item items sku isbn- issn id ids account acct tracking track parcel shipment-
    package iban bic card serial sn model part parts code codes pin zip postcode plz barcode ean upc gtin article- artikel-
    bestell- auftrag- rechnung- kunden- konto- sendung- vertrag- commande- facture- pedido- factura- ordine- fattura-
    zamówieni- objednáv- bestelling- заказ- Заказ- счет- счёт- номер-заказа price- preis- prix precio prezzo cost costs total-
    amount sum version- ver build- release- timestamp epoch unix transaction- txn vat ust ustid tax ein siret siren abn nif cif
    patent commit hash uuid guid session visitor conversation transcript member licen- key lot batch quote booking
    reservation confirmation flight policy claim contract po asin imei vin population views bytes page pages size sizes
    year years zone row line lines error status firmware coordinates lat lon latitude longitude gps score width height
    room apartment apt suite box
    """

  static let numberWords =
    "number- nummer nr no num numero número numéro номер- Номер- nro numer numar číslo szám"

  static let ownWords =
    "my mine meine mein mi mon ma mijn meu mio min mój moj můj moje our unsere his her мой Мой meiner"

  private static let versionWords =
    """
    version versions ver v vers build builds release releases rev revision firmware fw
    section sections chapter clause paragraph para article rule table figure fig oid sdk driver plugin patch
    abschnitt kapitel versión versione versie
    """

  private static let programWords =
    """
    app upgrade upgraded update updated
    chrome chromium firefox safari opera edge edg opr android ios windows macos office java flash nginx apache php kernel
    """

  private static let fillers =
    """
    is was are be now the a an to of on no nr num number nummer new latest current running only still got gets with
    ist auf die der das neue est la le sur es el en è il
    """

  private static let addressWords =
    """
    ip ips ipv4 address addresses addr host server servers ping from gateway router dns subnet network adresse dirección
    indirizzo client proxy vpn adres
    """

  /// What the words before four numbers say that they are, by their keys.
  static let quadWords: [UInt128: Quad] = {
    let lists = [
      (addressWords, Quad.address), (versionWords, .version), (programWords, .program), (fillers, .filler),
    ]
    let pairs = lists.flatMap { list, quad in
      list.split(whereSeparator: \.isWhitespace).map { (key(String($0)), quad) }
    }
    return Dictionary(pairs) { first, _ in first }
  }()
}
