// The route olark -> rudderstack in plain JavaScript, as one would write it for speed in Node.
//
//     node olark.js FILE

"use strict";

const { closeSync, openSync, readSync, writeSync } = require("node:fs");
const { createHash } = require("node:crypto");

const NAMESPACE = Buffer.from("1f5de25e59dc546cabe1467b2cba8034", "hex");
const LIBRARY = { name: "unknown", version: "unknown" };
const INTEGRATION = { name: "Olark" };
const INTEGRATIONS = { Olark: false };
const GROUP_CONTEXT = { library: LIBRARY, integration: INTEGRATION };
const BLOCK = 1 << 20;

function formatted(digits, version) {
  const variant = "89ab"[parseInt(digits[16], 16) & 3];
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-${version}${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20, 32)}`;
}

const uuid5 = (name) => formatted(createHash("sha1").update(NAMESPACE).update(name).digest("hex"), 5);
const md5 = (text) => formatted(createHash("md5").update(text).digest("hex"), 4);
const present = (value) => value ?? undefined; // JSON.stringify leaves undefined out

function* events(transcript) {
  const { visitor, operators } = transcript;
  const items = transcript.items ?? [];
  const user = String(visitor.id);
  const rudderId = md5(`${user}:`);
  const first = items[0]?.timestamp ?? "";
  const last = items.at(-1)?.timestamp ?? "";
  const conversation = transcript.id == null || transcript.id === "" ? `${user}/${first}` : String(transcript.id);
  const url = present(visitor.conversationBeginPage);
  const referrer = present(visitor.referrer);
  const space = visitor.browser ? visitor.browser.lastIndexOf(" ") : 0;
  yield {
    type: "track",
    event: transcript.kind,
    traits: { organization: present(visitor.organization), chat_feedback: present(visitor.chat_feedback) },
    userId: user,
    context: {
      os: visitor.operatingSystem == null ? undefined : { name: visitor.operatingSystem },
      page: url === undefined && referrer === undefined ? undefined : { url, referrer },
      traits: {
        city: present(visitor.city),
        name: present(visitor.fullName),
        email: present(visitor.emailAddress),
        phone: present(visitor.phoneNumber),
        region: present(visitor.region),
        country: present(visitor.country),
      },
      browser: visitor.browser
        ? { name: space < 0 ? "" : visitor.browser.slice(0, space), version: visitor.browser.slice(space + 1) }
        : undefined,
      library: LIBRARY,
      integration: INTEGRATION,
      ip: present(transcript.ip),
    },
    rudderId,
    messageId: uuid5(`track/${conversation}/${items.length}/${last}`),
    properties: { tags: present(transcript.tags), items: present(transcript.items), ip: present(transcript.ip) },
    integrations: INTEGRATIONS,
  };
  for (const group of transcript.groups ?? []) {
    if (!group.id) continue;
    yield {
      type: "group",
      groupId: String(group.id),
      name: group.name,
      traits: { kind: present(group.kind), operators: present(operators) },
      userId: user,
      context: GROUP_CONTEXT,
      rudderId,
      messageId: uuid5(`group/${conversation}/${group.id}`),
      integrations: INTEGRATIONS,
    };
  }
}

function writeAll(text) {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) at += writeSync(1, bytes, at);
}

const file = openSync(process.argv[2], "r");
let input = Buffer.allocUnsafe(BLOCK);
let held = 0;
for (let ended = false; !ended; ) {
  if (held + BLOCK > input.length) input = Buffer.concat([input, Buffer.allocUnsafe(input.length + BLOCK)]);
  const got = readSync(file, input, held, BLOCK);
  ended = got === 0;
  held += got;
  // A block is cut behind its last line feed, so that no character is cut.
  const end = ended ? held : input.lastIndexOf(10, held - 1) + 1;
  const out = [];
  for (const line of input.toString("utf8", 0, end).split("\n"))
    if (line) for (const event of events(JSON.parse(line))) out.push(JSON.stringify(event), "\n");
  writeAll(out.join(""));
  input.copy(input, 0, end, held);
  held -= end;
}
closeSync(file);
