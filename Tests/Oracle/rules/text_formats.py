"""The formats of texts that tracking plans may demand, from their standards.

Python's `jsonschema` takes any text with an @ for an e-mail address, and looks at dates and URIs only with other packages.

- RFC 3339, "Date and Time on the Internet: Timestamps", section 5.6
- RFC 5321, "Simple Mail Transfer Protocol", section 4.1.2: a Mailbox; its address literals are not looked into
- RFC 3986, "Uniform Resource Identifier: Generic Syntax", appendix A; of what stands in brackets only the characters count
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from jsonschema import FormatChecker

TIME = re.compile(r"(\d{4}-\d\d-\d\d)[Tt](\d\d):(\d\d):(\d\d)(\.\d+)?([Zz]|([+-])(\d\d):(\d\d))", re.ASCII)

ATOM = r"[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~]+"
QUOTED = r'"(?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\[\x20-\x7e])*"'
LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
MAILBOX = re.compile(rf"(?:{ATOM}(?:\.{ATOM})*|{QUOTED})@(?:{LABEL}(?:\.{LABEL})*|\[[\x21-\x5a\x5e-\x7e]+\])")

ENCODED = r"%[0-9A-Fa-f]{2}"
UNRESERVED = r"A-Za-z0-9\-._~"
DELIMITERS = r"!$&'()*+,;="
PCHAR = rf"(?:[{UNRESERVED}{DELIMITERS}:@]|{ENCODED})"
USER = rf"(?:[{UNRESERVED}{DELIMITERS}:]|{ENCODED})*"
NAME = rf"(?:[{UNRESERVED}{DELIMITERS}]|{ENCODED})*"
LITERAL = rf"\[[{UNRESERVED}{DELIMITERS}:]+\]"
AUTHORITY = rf"(?:{USER}@)?(?:{LITERAL}|{NAME})(?::[0-9]*)?"
HIER = rf"(?://{AUTHORITY}(?:/{PCHAR}*)*|/(?:{PCHAR}+(?:/{PCHAR}*)*)?|{PCHAR}+(?:/{PCHAR}*)*|)"
TAIL = rf"(?:{PCHAR}|[/?])*"
URI = re.compile(rf"[A-Za-z][A-Za-z0-9+\-.]*:{HIER}(?:\?{TAIL})?(?:#{TAIL})?")


def is_date_time(text: object) -> bool:
    if not isinstance(text, str):
        return True
    found = TIME.fullmatch(text)
    if not found:
        return False
    day, hour, minute, second, _, _, sign, hours, minutes = found.groups()
    if int(hours or 0) > 23 or int(minutes or 0) > 59:
        return False
    try:
        moment = datetime.strptime(f"{day} {hour}:{minute}:{min(int(second), 59)}", "%Y-%m-%d %H:%M:%S")
    except ValueError:
        return False
    offset = timedelta(hours=int(hours or 0), minutes=int(minutes or 0)) * (-1 if sign == "-" else 1)
    if int(second) < 60:
        return True
    # A leap second ends a day of UTC. The year does not matter, and may have no neighbour.
    utc = moment.replace(year=2000) - offset
    return int(second) == 60 and (utc.hour, utc.minute) == (23, 59)


CHECKER = FormatChecker(formats=[])
CHECKER.checks("date-time")(is_date_time)
CHECKER.checks("email")(lambda text: not isinstance(text, str) or MAILBOX.fullmatch(text) is not None)
CHECKER.checks("uri")(lambda text: not isinstance(text, str) or URI.fullmatch(text) is not None)
