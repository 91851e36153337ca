"""Stands in for `curl` where a documented command posts a body: takes the options that the documents use, and no other.

It connects to `CURL_CONNECTS_TO` (host:port) instead of the URL's host, without TLS. It fails where curl does, with the same
status, and repeats at once what curl repeats after a while.
"""

from __future__ import annotations

import argparse
import base64
import http.client
import os
import sys
from urllib.parse import urlsplit

TRANSIENT = {408, 429, 500, 502, 503, 504}
REFUSED, NOT_TAKEN, REDIRECTED, BROKEN = 7, 22, 47, 56


def main() -> int:
    parser = argparse.ArgumentParser(prog="curl", allow_abbrev=False)
    parser.add_argument("--fail-with-body", action="store_true")
    parser.add_argument("--location", action="store_true")
    parser.add_argument("--max-redirs", type=int, default=50)
    parser.add_argument("--silent", action="store_true")
    parser.add_argument("--show-error", action="store_true")
    parser.add_argument("--retry", type=int, default=0)
    parser.add_argument("--user", required=True)
    parser.add_argument("--header", required=True)
    parser.add_argument("--data-binary", required=True, choices=["@-"])
    parser.add_argument("url", type=urlsplit)
    asked = parser.parse_args()
    body = sys.stdin.buffer.read()
    name, _, value = asked.header.partition(": ")
    headers = {"Host": asked.url.netloc, "Authorization": "Basic " + base64.b64encode(asked.user.encode()).decode(), name: value}
    for left in reversed(range(asked.retry + 1)):
        connection = http.client.HTTPConnection(os.environ["CURL_CONNECTS_TO"])
        try:
            connection.request("POST", asked.url.path, body, headers)
            answer = connection.getresponse()
            told = answer.read()
        except ConnectionRefusedError:
            return failure(asked, REFUSED, "the connection was refused")
        except (OSError, http.client.HTTPException) as broken:
            return failure(asked, BROKEN, str(broken))
        finally:
            connection.close()
        if answer.status not in TRANSIENT or left == 0:
            break
    sys.stdout.buffer.write(told)
    if answer.status >= 400 and asked.fail_with_body:
        return failure(asked, NOT_TAKEN, f"The requested URL returned error: {answer.status}")
    if answer.headers["Location"] is not None and asked.location:
        # Only that it follows none is known here.
        return failure(asked, REDIRECTED if asked.max_redirs == 0 else BROKEN, "too many redirects")
    return 0


def failure(asked: argparse.Namespace, status: int, text: str) -> int:
    if asked.show_error or not asked.silent:
        print(f"curl: ({status}) {text}", file=sys.stderr)
    return status


if __name__ == "__main__":
    sys.exit(main())
