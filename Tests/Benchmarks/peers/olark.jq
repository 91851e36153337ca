# The route olark -> rudderstack in jq, without ids: jq has no SHA-1 and no MD5.
#
#     jq --compact-output --from-file olark.jq [FILE]

def filled: with_entries(select(.value != null));
def id: if type == "number" then tostring else . end;

{name: "unknown", version: "unknown"} as $library
| {name: "Olark"} as $integration
| .visitor as $visitor
| ($visitor.id | id) as $user
| ({url: $visitor.conversationBeginPage, referrer: $visitor.referrer} | filled) as $page
| ($visitor.browser // "" | split(" ")) as $browser
| {
    type: "track",
    event: .kind,
    traits: ($visitor | {organization, chat_feedback} | filled),
    userId: $user,
    context: ({
      os: (if $visitor.operatingSystem then {name: $visitor.operatingSystem} else null end),
      page: (if $page == {} then null else $page end),
      traits: ($visitor | {city, name: .fullName, email: .emailAddress, phone: .phoneNumber, region, country} | filled),
      browser: (if $browser == [] then null else {name: ($browser[:-1] | join(" ")), version: $browser[-1]} end),
      library: $library,
      integration: $integration,
      ip: .ip
    } | filled),
    properties: ({tags, items, ip} | filled),
    integrations: {Olark: false}
  },
  (.operators as $operators
  | .groups // []
  | .[]
  | select(.id != null and .id != "" and .id != 0)
  | ({type: "group", groupId: (.id | id), name} | filled) + {
      traits: ({kind, operators: $operators} | filled),
      userId: $user,
      context: {library: $library, integration: $integration},
      integrations: {Olark: false}
    })
