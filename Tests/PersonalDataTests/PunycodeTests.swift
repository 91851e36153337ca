import PersonalData
import Testing

/// Labels of domains in ASCII.
///
/// Source: RFC 3492, 7.1. Read in November 2026.
@Suite struct PunycodeTests {
  @Test(arguments: [
    ("ihqwcrb4cv8a8dqg056pqjye", "他们为什么不说中文"),
    ("Proprostnemluvesky-uyb24dma41a", "Pročprostěnemluvíčesky"),
    ("n8jok5ay5dzabd5bym9f0cm5685rrjetr6pdxa", "なぜみんな日本語を話してくれないのか"),
    ("b1abfaaepdrnnbgefbaDotcwatmq2g4l", "почемужеонинеговорятпорусски"),
    ("PorqunopuedensimplementehablarenEspaol-fmd56a", "PorquénopuedensimplementehablarenEspañol"),
    ("TisaohkhngthchnitingVit-kjcr8268qyxafd2f1b9g", "TạisaohọkhôngthểchỉnóitiếngViệt"),
    ("3B-ww4c5e180e575a65lsy2b", "3年B組金八先生"),
    ("-with-SUPER-MONKEYS-pc58ag80a8qai00g7n9n", "安室奈美恵-with-SUPER-MONKEYS"),
    ("Hello-Another-Way--fc4qua05auwb3674vfr0b", "Hello-Another-Way-それぞれの場所"),
    ("2-u9tlzr9756bt3uc0v", "ひとつ屋根の下2"),
    ("MajiKoi5-783gue6qz075azm5e", "MajiでKoiする5秒前"),
    ("de-jg4avhby1noc0d", "パフィーdeルンバ"),
    ("d9juau41awczczp", "そのスピードで"),
    ("-> $1.00 <--", "-> $1.00 <-"),
  ])
  func theSamplesOfTheStandardAreRead(label: String, text: String) throws {
    #expect(try #require(Punycode.decoded(label.utf8)) == Array(text.unicodeScalars))
  }

  @Test(arguments: ["é", "a-é", "!", "99999999", "a-zzzzzzzzzzzzzz", String(repeating: "a", count: 64), "kj"])
  func whatIsNoLabelIsRefused(label: String) { #expect(Punycode.decoded(label.utf8) == nil) }
}
