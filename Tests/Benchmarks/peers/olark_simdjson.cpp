// The routes olark -> rudderstack and olark -> segment as a C++ programmer would write them for speed, on simdjson's on-demand parser.
//
//     olark_simdjson rudderstack|segment [FILE]
//
// Reads transcripts, one a line, from a file or standard input; writes events, one a line. What passes through is copied as it is
// written, without decoding. It takes for granted that its input is in order, and that ids and times have no escapes.

#include <fcntl.h>
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string_view>
#include <vector>

#include "simdjson.h"

using namespace simdjson;
using namespace std::literals;
using View = std::string_view;

// Text that grows. Room is asked for before a write; `append` may then overshoot by 32 bytes, of which the next write makes use.
struct Text {
  char *begin, *end, *limit;
  explicit Text(size_t room) : begin(static_cast<char *>(malloc(room))), end(begin), limit(begin + room - 64) {}
  void reserve(size_t count) {
    if (__builtin_expect(end + count < limit, 1)) return;
    size_t used = end - begin, room = 2 * (limit - begin) + count + 128;
    begin = static_cast<char *>(realloc(begin, room));
    end = begin + used, limit = begin + room - 64;
  }
  // Of the input or of another Text: both can be read beyond their ends.
  void append(View text) {
    reserve(text.size());
    if (text.size() > 256) memcpy(end, text.data(), text.size());
    else for (size_t at = 0; at < text.size(); at += 32) memcpy(end + at, text.data() + at, 32);
    end += text.size();
  }
  template <size_t N> void literal(const char (&text)[N]) { reserve(N), memcpy(end, text, N - 1), end += N - 1; }
  void character(char one) { reserve(1), *end++ = one; }
  void number(uint64_t value) {
    char digits[20], *at = digits + 20;
    do *--at = '0' + value % 10; while (value /= 10);
    reserve(20), memcpy(end, at, digits + 20 - at), end += digits + 20 - at;
  }
  View view() const { return {begin, size_t(end - begin)}; }
};

// ---- Ids: a UUID of version 5 (SHA-1), and one of MD5.

static uint32_t left(uint32_t value, int count) { return value << count | value >> (32 - count); }

struct SHA1 {
  static constexpr bool bigEndian = true;
  uint32_t h[5] = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};
  void block(const uint8_t *from) {
    uint32_t w[16], a = h[0], b = h[1], c = h[2], d = h[3], e = h[4];
    for (int i = 0; i < 16; i++) memcpy(&w[i], from + 4 * i, 4), w[i] = __builtin_bswap32(w[i]);
    auto rounds = [&](int first, uint32_t key, auto mix) __attribute__((always_inline)) {
#pragma GCC unroll 20
      for (int i = first; i < first + 20; i++) {
        if (i >= 16) w[i & 15] = left(w[(i - 3) & 15] ^ w[(i - 8) & 15] ^ w[(i - 14) & 15] ^ w[i & 15], 1);
        uint32_t next = left(a, 5) + mix() + e + key + w[i & 15];
        e = d, d = c, c = left(b, 30), b = a, a = next;
      }
    };
    rounds(0, 0x5a827999, [&] { return d ^ (b & (c ^ d)); });
    rounds(20, 0x6ed9eba1, [&] { return b ^ c ^ d; });
    rounds(40, 0x8f1bbcdc, [&] { return (b & c) | (d & (b | c)); });
    rounds(60, 0xca62c1d6, [&] { return b ^ c ^ d; });
    h[0] += a, h[1] += b, h[2] += c, h[3] += d, h[4] += e;
  }
  void digest(uint8_t *out) const {
    for (int i = 0; i < 4; i++) { uint32_t word = __builtin_bswap32(h[i]); memcpy(out + 4 * i, &word, 4); }
  }
};

struct MD5 {
  static constexpr bool bigEndian = false;
  uint32_t h[4] = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};
  static const uint32_t *keys() { // floor(2^32 * |sin(i + 1)|)
    static uint32_t table[64], *made = nullptr;
    if (!made) { for (int i = 0; i < 64; i++) table[i] = uint32_t(4294967296.0 * __builtin_fabs(__builtin_sin(i + 1))); made = table; }
    return made;
  }
  void block(const uint8_t *from) {
    uint32_t w[16], a = h[0], b = h[1], c = h[2], d = h[3];
    memcpy(w, from, 64);
    const uint32_t *key = keys();
    auto rounds = [&](int first, int factor, int offset, int s0, int s1, int s2, int s3, auto mix) __attribute__((always_inline)) {
      const int shifts[] = {s0, s1, s2, s3};
#pragma GCC unroll 16
      for (int i = first; i < first + 16; i++) {
        uint32_t next = b + left(a + mix() + key[i] + w[(factor * i + offset) & 15], shifts[i & 3]);
        a = d, d = c, c = b, b = next;
      }
    };
    rounds(0, 1, 0, 7, 12, 17, 22, [&] { return d ^ (b & (c ^ d)); });
    rounds(16, 5, 1, 5, 9, 14, 20, [&] { return c ^ (d & (b ^ c)); });
    rounds(32, 3, 5, 4, 11, 16, 23, [&] { return b ^ c ^ d; });
    rounds(48, 7, 0, 6, 10, 15, 21, [&] { return c ^ (b | ~d); });
    h[0] += a, h[1] += b, h[2] += c, h[3] += d;
  }
  void digest(uint8_t *out) const { memcpy(out, h, 16); }
};

// The UUID of a text, which must have room for 128 bytes more.
template <class Hash> static void appendID(Text &out, Text &text, int version) {
  text.reserve(128);
  size_t size = text.end - text.begin, padded = (size + 8) / 64 * 64 + 64;
  memset(text.end, 0, padded - size);
  *text.end = char(0x80);
  uint64_t bits = Hash::bigEndian ? __builtin_bswap64(size * 8) : size * 8;
  memcpy(text.begin + padded - 8, &bits, 8);
  Hash hash;
  for (size_t at = 0; at < padded; at += 64) hash.block(reinterpret_cast<uint8_t *>(text.begin) + at);
  uint8_t bytes[16];
  hash.digest(bytes);
  bytes[6] = (bytes[6] & 0x0f) | version << 4, bytes[8] = (bytes[8] & 0x3f) | 0x80;
  out.reserve(36);
  for (int i = 0; i < 16; i++) {
    if (i == 4 || i == 6 || i == 8 || i == 10) *out.end++ = '-';
    *out.end++ = "0123456789abcdef"[bytes[i] >> 4], *out.end++ = "0123456789abcdef"[bytes[i] & 15];
  }
}

static const uint8_t namespaceBytes[] = {0x1f, 0x5d, 0xe2, 0x5e, 0x59, 0xdc, 0x54, 0x6c, 0xab, 0xe1, 0x46, 0x7b, 0x2c, 0xba, 0x80, 0x34};
static Text named(4096); // what an id is made of

static void beginName() { named.end = named.begin, named.reserve(16), memcpy(named.end, namespaceBytes, 16), named.end += 16; }

// ---- Reading: slices of the input. One that is absent is empty, and so is null.

static View trimmed(View text) {
  while (!text.empty() && uint8_t(text.back()) <= ' ') text.remove_suffix(1);
  return text == "null"sv ? View() : text;
}
static View token(ondemand::value value) { return trimmed(value.raw_json_token()); }
static View whole(ondemand::value value) { return trimmed(value.raw_json()); }
static bool isString(View text) { return !text.empty() && text[0] == '"'; }
static bool isFilled(View text) { return text.size() > 2 && text[0] == '"'; }
static View bare(View text) { return isString(text) ? text.substr(1, text.size() - 2) : text; } // a string's characters, or a number

struct Item { View kind, operatorID, timestamp, body; };
struct Group { View id, name, kind; };
struct Operator { View key, nickname, username; };
struct Visitor { View id, fullName, email, phone, city, region, country, organization, browser, system, referrer, page, feedback, ip; };
struct Transcript {
  View kind, id, tags, ip, operatorsText, itemsText;
  bool manual;
  Visitor visitor;
  std::vector<Item> items;
  std::vector<Group> groups;
  std::vector<Operator> operators;
};

template <size_t N> static bool is(View key, const char (&name)[N]) { return key.size() == N - 1 && !memcmp(key.data(), name, N - 1); }

template <bool live> static void readItems(ondemand::value list, Transcript &to) {
  const char *start = View(list.raw_json_token()).data();
  for (auto element : list.get_array()) {
    Item &item = to.items.emplace_back();
    for (auto field : element.get_object()) {
      View key = field.escaped_key();
      if (is(key, "timestamp")) item.timestamp = token(field.value());
      else if constexpr (live) {
        if (is(key, "body")) item.body = token(field.value());
        else if (is(key, "kind")) item.kind = token(field.value());
        else if (is(key, "operatorId")) item.operatorID = token(field.value());
      }
    }
  }
  const char *after = list.current_location();
  while (after[-1] != ']') after--;
  to.itemsText = {start, size_t(after - start)};
}

static void readVisitor(ondemand::object object, Visitor &to) {
  for (auto field : object) {
    View key = field.escaped_key();
    ondemand::value value = field.value();
    if (is(key, "id")) to.id = token(value);
    else if (is(key, "fullName")) to.fullName = token(value);
    else if (is(key, "phoneNumber")) to.phone = token(value);
    else if (is(key, "emailAddress")) to.email = token(value);
    else if (is(key, "ip")) to.ip = token(value);
    else if (is(key, "city")) to.city = token(value);
    else if (is(key, "region")) to.region = token(value);
    else if (is(key, "country")) to.country = token(value);
    else if (is(key, "organization")) to.organization = token(value);
    else if (is(key, "browser")) to.browser = token(value);
    else if (is(key, "operatingSystem")) to.system = token(value);
    else if (is(key, "referrer")) to.referrer = token(value);
    else if (is(key, "conversationBeginPage")) to.page = token(value);
    else if (is(key, "chat_feedback")) to.feedback = whole(value);
  }
}

static void readOperators(ondemand::object object, Transcript &to) {
  for (auto member : object) {
    Operator &one = to.operators.emplace_back();
    one.key = member.escaped_key();
    for (auto field : member.value().get_object()) {
      View key = field.escaped_key();
      if (is(key, "nickname")) one.nickname = token(field.value());
      else if (is(key, "username")) one.username = token(field.value());
    }
  }
}

static void readGroups(ondemand::array list, Transcript &to) {
  for (auto element : list) {
    Group &group = to.groups.emplace_back();
    for (auto field : element.get_object()) {
      View key = field.escaped_key();
      if (is(key, "kind")) group.kind = token(field.value());
      else if (is(key, "id")) group.id = token(field.value());
      else if (is(key, "name")) group.name = token(field.value());
    }
  }
}

template <bool live> static void readTranscript(ondemand::object object, Transcript &to) {
  to.kind = to.id = to.tags = to.ip = to.operatorsText = to.itemsText = {}, to.manual = false, to.visitor = {};
  to.items.clear(), to.groups.clear(), to.operators.clear();
  for (auto field : object) {
    View key = field.escaped_key();
    ondemand::value value = field.value();
    if (is(key, "items")) { if (!value.is_null()) readItems<live>(value, to); }
    else if (is(key, "visitor")) readVisitor(value.get_object(), to.visitor);
    else if (is(key, "groups")) { if (!value.is_null()) readGroups(value.get_array(), to); }
    else if (is(key, "operators")) {
      if constexpr (!live) to.operatorsText = whole(value);
      else if (!value.is_null()) readOperators(value.get_object(), to);
    }
    else if (is(key, "kind")) to.kind = token(value);
    else if (is(key, "id")) to.id = token(value);
    else if (is(key, "ip")) to.ip = token(value);
    else if (is(key, "tags")) { if constexpr (!live) to.tags = whole(value); }
    else if (is(key, "manuallySubmitted")) to.manual = token(value) == "true"sv;
  }
}

// ---- Writing.

template <size_t N> static void copy(Text &out, const char (&key)[N], View value) {
  if (!value.empty()) out.literal(key), out.append(value);
}
template <size_t N> static void copyFilled(Text &out, const char (&key)[N], View value) {
  if (isFilled(value)) out.literal(key), out.append(value);
}
template <size_t N> static void copyID(Text &out, const char (&key)[N], View value) {
  if (!value.empty()) out.literal(key), out.character('"'), out.append(bare(value)), out.character('"');
}
// An object whose members each begin with a comma: the first one's becomes the brace. It is left out if it has none, or kept as {}.
template <size_t N, class Members> static void nested(Text &out, const char (&key)[N], bool keepsEmpty, Members members) {
  out.literal(key);
  size_t start = out.end - out.begin;
  members();
  if (size_t(out.end - out.begin) > start) out.begin[start] = '{', out.character('}');
  else if (keepsEmpty) out.literal("{}");
  else out.end -= N - 1;
}

static bool isGroupID(View id) { return isString(id) ? isFilled(id) : !id.empty() && id != "0"sv; }
static void nameConversation(Text &out, const Transcript &t) {
  if (View id = bare(t.id); !id.empty()) return out.append(id);
  out.append(bare(t.visitor.id)), out.character('/');
  if (!t.items.empty()) out.append(bare(t.items[0].timestamp));
}

static void writeRudderStack(const Transcript &t, Text &out) {
  const Visitor &v = t.visitor;
  static Text rudderID(64);
  named.end = named.begin, named.append(bare(v.id)), named.character(':');
  rudderID.end = rudderID.begin, appendID<MD5>(rudderID, named, 4);

  out.literal("{\"type\":\"track\""), copy(out, ",\"event\":", t.kind);
  nested(out, ",\"traits\":", true, [&] { copy(out, ",\"organization\":", v.organization), copy(out, ",\"chat_feedback\":", v.feedback); });
  copyID(out, ",\"userId\":", v.id);
  nested(out, ",\"context\":", true, [&] {
    nested(out, ",\"os\":", false, [&] { copy(out, ",\"name\":", v.system); });
    nested(out, ",\"page\":", false, [&] { copy(out, ",\"url\":", v.page), copy(out, ",\"referrer\":", v.referrer); });
    nested(out, ",\"traits\":", true, [&] {
      copy(out, ",\"city\":", v.city), copy(out, ",\"name\":", v.fullName), copy(out, ",\"email\":", v.email);
      copy(out, ",\"phone\":", v.phone), copy(out, ",\"region\":", v.region), copy(out, ",\"country\":", v.country);
    });
    if (isFilled(v.browser)) {
      View browser = bare(v.browser);
      size_t space = browser.rfind(' ');
      out.literal(",\"browser\":{\"name\":\""), out.append(browser.substr(0, space == View::npos ? 0 : space));
      out.literal("\",\"version\":\""), out.append(browser.substr(space == View::npos ? 0 : space + 1)), out.literal("\"}");
    }
    out.literal(",\"library\":{\"name\":\"unknown\",\"version\":\"unknown\"},\"integration\":{\"name\":\"Olark\"}");
    copy(out, ",\"ip\":", t.ip);
  });
  out.literal(",\"rudderId\":\""), out.append(rudderID.view()), out.literal("\",\"messageId\":\"");
  beginName(), named.literal("track/"), nameConversation(named, t), named.character('/'), named.number(t.items.size()), named.character('/');
  if (!t.items.empty()) named.append(bare(t.items.back().timestamp));
  appendID<SHA1>(out, named, 5), out.character('"');
  nested(out, ",\"properties\":", true, [&] { copy(out, ",\"tags\":", t.tags), copy(out, ",\"items\":", t.itemsText), copy(out, ",\"ip\":", t.ip); });
  out.literal(",\"integrations\":{\"Olark\":false}}\n");

  for (const Group &group : t.groups) {
    if (!isGroupID(group.id)) continue;
    out.literal("{\"type\":\"group\""), copyID(out, ",\"groupId\":", group.id), copy(out, ",\"name\":", group.name);
    nested(out, ",\"traits\":", true, [&] { copy(out, ",\"kind\":", group.kind), copy(out, ",\"operators\":", t.operatorsText); });
    copyID(out, ",\"userId\":", v.id);
    out.literal(",\"context\":{\"library\":{\"name\":\"unknown\",\"version\":\"unknown\"},\"integration\":{\"name\":\"Olark\"}},\"rudderId\":\"");
    out.append(rudderID.view()), out.literal("\",\"messageId\":\"");
    beginName(), named.literal("group/"), nameConversation(named, t), named.character('/'), named.append(bare(group.id));
    appendID<SHA1>(out, named, 5), out.literal("\",\"integrations\":{\"Olark\":false}}\n");
  }
}

// Nanoseconds since 1970; that a time is missing is the least number.
static constexpr int64_t missing = INT64_MIN, billion = 1'000'000'000;
static int64_t timeOf(View text) {
  text = bare(text);
  if (text.empty()) return missing;
  int64_t seconds = 0, fraction = 0, unit = billion;
  size_t at = 0;
  for (; at < text.size() && text[at] != '.'; at++) seconds = seconds * 10 + (text[at] - '0');
  for (at++; at < text.size() && unit > 1; at++) fraction += (text[at] - '0') * (unit /= 10);
  return seconds * billion + fraction;
}
static void digits(char *to, int count, int value) { for (; count--; value /= 10) to[count] = '0' + value % 10; }
static void appendDate(Text &out, int64_t time) { // ISO 8601 with milliseconds; the day before is often that of the next
  static int64_t knownDay = missing;
  static char text[24] = {0, 0, 0, 0, '-', 0, 0, '-', 0, 0, 'T', 0, 0, ':', 0, 0, ':', 0, 0, '.', 0, 0, 0, 'Z'};
  int64_t seconds = time / billion, day = seconds / 86400;
  if (day != knownDay) { // the civil calendar, in years that begin in March, from the year 0
    int64_t shifted = day + 719468, era = shifted / 146097, ofEra = shifted % 146097;
    int64_t year = (ofEra - ofEra / 1460 + ofEra / 36524 - ofEra / 146096) / 365;
    int64_t ofYear = ofEra - (365 * year + year / 4 - year / 100), month = (5 * ofYear + 2) / 153;
    digits(text + 8, 2, int(ofYear - (153 * month + 2) / 5 + 1)), digits(text + 5, 2, int(month < 10 ? month + 3 : month - 9));
    digits(text, 4, int(year + era * 400 + (month >= 10))), knownDay = day;
  }
  int second = int(seconds % 86400);
  digits(text + 11, 2, second / 3600), digits(text + 14, 2, second / 60 % 60), digits(text + 17, 2, second % 60);
  digits(text + 20, 3, int(time % billion / 1'000'000));
  out.reserve(24), memcpy(out.end, text, 24), out.end += 24;
}
static void appendDuration(Text &out, int64_t time) { // seconds, exact
  if (time <= 0) return out.character('0');
  out.number(time / billion);
  if (int fraction = int(time % billion)) {
    char text[10] = {'.'};
    digits(text + 1, 9, fraction);
    int count = 10;
    while (text[count - 1] == '0') count--;
    out.reserve(10), memcpy(out.end, text, 10), out.end += count;
  }
}

struct Agent { View id, nickname, username; };
static Agent agentOf(View id, const Transcript &t) {
  for (const Operator &one : t.operators) if (one.key == bare(id)) return {id, one.nickname, one.username};
  return {id, {}, {}};
}
static bool isFromOperator(const Item &item) { return item.kind == "\"MessageToVisitor\""sv; }
static bool hasOperator(const Item &item) { return !item.operatorID.empty() && item.operatorID != "\"\""sv; }

static void writeSegment(const Transcript &t, Text &out) {
  if (t.items.empty()) return;
  const Visitor &v = t.visitor;
  static Text name(256), head(4096), context(4096);
  static std::vector<int64_t> times;
  name.end = name.begin, nameConversation(name, t);
  head.end = head.begin, copyID(head, ",\"userId\":", v.id), head.literal(",\"messageId\":\"");
  beginName(), named.append(name.view()), appendID<SHA1>(head, named, 5), head.character('-');
  context.end = context.begin;
  nested(context, ",\"context\":", true, [&] {
    context.literal(",\"integration\":{\"name\":\"olark\",\"version\":\"1.0.0\"},\"library\":{\"name\":\"chatevents\",\"version\":\"" CHATEVENTS_VERSION "\"}");
    nested(context, ",\"page\":", false, [&] { copyFilled(context, ",\"url\":", v.page), copyFilled(context, ",\"referrer\":", v.referrer); });
    nested(context, ",\"os\":", false, [&] { copyFilled(context, ",\"name\":", v.system); });
    copyFilled(context, ",\"ip\":", isFilled(t.ip) ? t.ip : v.ip);
    nested(context, ",\"traits\":", false, [&] {
      copyFilled(context, ",\"name\":", v.fullName), copyFilled(context, ",\"email\":", v.email), copyFilled(context, ",\"phone\":", v.phone);
      nested(context, ",\"address\":", false, [&] {
        copyFilled(context, ",\"city\":", v.city), copyFilled(context, ",\"state\":", v.region), copyFilled(context, ",\"country\":", v.country);
      });
    });
    for (const Group &group : t.groups) if (isGroupID(group.id)) { copyID(context, ",\"groupId\":", group.id); break; }
  });
  context.literal(",\"properties\":{\"conversation_id\":\""), context.append(name.view()), context.character('"');

  // An item without a time has that of the one before, or else of the first that has one.
  times.clear();
  int64_t last = missing;
  for (const Item &item : t.items) if (last = timeOf(item.timestamp); last != missing) break;
  for (const Item &item : t.items) { if (int64_t own = timeOf(item.timestamp); own != missing) last = own; times.push_back(last); }
  Agent agent;
  for (const Item &item : t.items) if (isFromOperator(item) && hasOperator(item)) { agent = agentOf(item.operatorID, t); break; }

  auto begin = [&](auto &event) { out.literal(event), out.append(head.view()); };
  auto middle = [&](int64_t time) {
    out.character('"');
    if (time != missing) out.literal(",\"timestamp\":\""), appendDate(out, time), out.character('"');
    out.append(context.view());
    if (time != missing) out.literal(",\"conversation_duration\":"), appendDuration(out, time - times[0]);
  };
  auto finish = [&](const Agent &by) {
    copyID(out, ",\"agent_id\":", by.id), copyFilled(out, ",\"agent_name\":", by.nickname), copyFilled(out, ",\"agent_username\":", by.username);
    out.literal("},\"integrations\":{\"Olark\":false}}\n");
  };
  begin("{\"type\":\"track\",\"event\":\"Live Chat Conversation Started\""), out.literal("started"), middle(times[0]), finish(agent);
  bool offline = true;
  for (size_t place = 0; place < t.items.size(); place++) {
    const Item &item = t.items[place];
    bool received = isFromOperator(item), left = item.kind == "\"OfflineMessage\""sv;
    offline &= left;
    if (!received && !left && item.kind != "\"MessageToOperator\""sv) continue;
    if (received) begin("{\"type\":\"track\",\"event\":\"Live Chat Message Received\"");
    else begin("{\"type\":\"track\",\"event\":\"Live Chat Message Sent\"");
    out.number(place), middle(times[place]);
    out.literal(",\"message_id\":\""), out.append(name.view()), out.character('-'), out.number(place), out.character('"');
    copy(out, ",\"message_body\":", item.body);
    if (left) out.literal(",\"offline\":true");
    if (received && hasOperator(item) && bare(item.operatorID) != bare(agent.id)) agent = agentOf(item.operatorID, t);
    finish(received && !hasOperator(item) ? Agent() : agent);
  }
  if (offline || t.manual) return;
  begin("{\"type\":\"track\",\"event\":\"Live Chat Conversation Ended\""), out.literal("ended"), middle(times.back()), finish(agent);
}

static void flush(Text &out) {
  for (char *at = out.begin; at < out.end;) {
    ssize_t count = write(STDOUT_FILENO, at, out.end - at);
    if (count <= 0) exit(74);
    at += count;
  }
  out.end = out.begin;
}

int main(int count, char **words) {
  View target = count > 1 ? words[1] : "";
  if (target != "rudderstack"sv && target != "segment"sv) return fprintf(stderr, "usage: %s rudderstack|segment [FILE]\n", words[0]), 64;
  int file = count > 2 ? open(words[2], O_RDONLY) : STDIN_FILENO;
  if (file < 0) return perror(words[2]), 66;
  const size_t block = 1 << 20;
  size_t room = 2 * block, held = 0;
  char *input = static_cast<char *>(malloc(room + SIMDJSON_PADDING));
  Text out(4 * block);
  Transcript transcript;
  ondemand::parser parser;
  for (bool ended = false; !ended;) {
    if (held + block > room) input = static_cast<char *>(realloc(input, (room *= 2) + SIMDJSON_PADDING));
    ssize_t got = read(file, input + held, block);
    if (got < 0) return perror("read"), 74;
    ended = got == 0, held += got;
    char *line = input, *end = input + held;
    // Of a line that goes on, only what was read last is looked through.
    for (char *from = end - got; line < end; from = line) {
      char *feed = static_cast<char *>(memchr(from, '\n', end - from));
      if (!feed) { if (!ended) break; feed = end; }
      if (feed > line) try {
        auto document = parser.iterate(line, feed - line, input + room + SIMDJSON_PADDING - line);
        if (target == "segment"sv) readTranscript<true>(document.get_object(), transcript), writeSegment(transcript, out);
        else readTranscript<false>(document.get_object(), transcript), writeRudderStack(transcript, out);
      } catch (const simdjson_error &error) { return fprintf(stderr, "%s\n", error.what()), 65; }
      line = feed + 1;
      if (size_t(out.end - out.begin) > block) flush(out);
    }
    held = line < end ? end - line : 0;
    memmove(input, line < end ? line : input, held);
  }
  flush(out);
}
