"""Redacting twice, and what stands in place of values under a key."""

from __future__ import annotations

import random
import re
import tempfile
from pathlib import Path
from urllib.parse import quote

from planted_records import RECORDS, planted
from raw_writer import Object, Style, write
from redact_tool import Broken, Redact

BATCH = 60
TOKEN = re.compile(rb"redacted-[0-9a-f]{32}(?:@redacted\.invalid)?")


def random_key(rng: random.Random) -> str:
    return "".join(rng.choices("abcdefghijkmnopqrstuvwxyz0123456789-+/=", k=rng.choice([16, 17, 40, 64, 65, 200])))


def again(redact: Redact, rng: random.Random, cases: int) -> None:
    """What was redacted stays as it is: with and without pseudonyms, and under another key."""
    for source in RECORDS:
        for _ in range(0, cases, BATCH * len(RECORDS)):
            texts = [planted(rng, source, newlines=False)[0] for _ in range(BATCH // 2)]
            texts += [RECORDS[source](rng, False, 0.3) for _ in range(BATCH // 2)]
            for key in (None, random_key(rng)):
                words = ["--as", source] + ["--pseudonymize"] * (key is not None)
                once = redact(texts, *words, key=key)
                lines = once.stdout.splitlines()
                if once.status != 0 or len(lines) != len(texts):
                    raise Broken(f"{source}: status {once.status}\n{once.shown}", texts)
                for other in (key, None) if key is None else (key, None, random_key(rng)):
                    words = ["--as", source] + ["--pseudonymize"] * (other is not None)
                    twice = redact(lines, *words, key=other).stdout.splitlines()
                    for text, line, later in zip(texts, lines, twice):
                        if line != later:
                            raise Broken(f"{source}: once\n{line.decode()}\ntwice\n{later.decode()}", [text])
                verified = redact(lines, "--as", source, "--verify")
                if verified.status != 0:
                    raise Broken(f"{source}: --verify does not take it for clean\n{verified.shown}", texts)


def pseudonyms(redact: Redact, rng: random.Random, cases: int) -> None:
    """Equal values have one pseudonym, however they are written; the key is nowhere."""
    for _ in range(max(10, cases // 20)):
        key, other = random_key(rng), random_key(rng)
        name = "".join(rng.choices("bcdfghkmnprst", k=9))
        email, number = f"{name}@{name[::-1]}.example", f"{rng.randint(2_000_000, 9_999_999)}"
        emails = [email, email.upper(), email.title(), f"https://x.example/?e={quote(email, safe='')}", f"e-mail: {email}", f"({email})"]
        emails.append(f"https://x.example/?u={quote('?e=' + quote(email, safe=''), safe='')}")
        phones = [f"+1 212 {number[:3]} {number[3:]}", f"+1 (212) {number[:3]}-{number[3:]}", f"+1212{number}", f"phone: +1-212-{number}"]
        phones += [f"https://x.example/?tel=%2B1212{number}", f"001 212 {number[:3]} {number[3:]}"]
        for values in (emails, phones):
            tokens = [token_of(redact, value, key, rng) for value in values]
            if len(set(tokens)) != 1:
                raise Broken(f"{values} become {tokens}", [])
            if token_of(redact, values[0], other, rng) == tokens[0]:
                raise Broken(f"{values[0]} becomes {tokens[0]!r} under two keys", [])
        if token_of(redact, email, key, rng) == token_of(redact, "x" + email, key, rng):
            raise Broken("two addresses have one pseudonym", [])
        _the_key_is_secret(redact, rng, key)


def token_of(redact: Redact, value: str, key: str, rng: random.Random) -> bytes:
    """The pseudonym that a text which holds one thing becomes, in a place where free text stands."""
    body = write(Object([("kind", "MessageToVisitor"), ("body", value)]), Style.random(rng, newlines=False))
    text = b'{"kind":"Conversation","items":[' + body + b'],"visitor":{"kind":"Visitor"}}'
    done = redact([text], "--pseudonymize", key=key)
    found = TOKEN.findall(done.stdout)
    if done.status != 0 or len(found) != 1:
        raise Broken(f"{value!r} becomes {found}\n{done.shown}", [text])
    return found[0]


def _the_key_is_secret(redact: Redact, rng: random.Random, key: str) -> None:
    """Nothing that is written or told holds the key: not in records, rejects, the balance, or what is wrong with it."""
    with tempfile.TemporaryDirectory(prefix="chatevents-redaction-") as folder:
        rejects, file = Path(folder, "rejects.jsonl"), Path(folder, "key.txt")
        file.write_text(key + rng.choice(["", "\n", "\r\n"]))
        texts = [planted(rng, "olark", newlines=False)[0], b'{"kind":"Conversation"', b"[1]"]
        words = ["--pseudonymize", "--summary=json", "--rejects", str(rejects)]
        by_file, by_variable = redact(texts, *words, "--key-file", str(file)), redact(texts, *words, key=key)
        if by_file.stdout != by_variable.stdout or not by_file.stdout:
            raise Broken("a key in a file is another than the same in a variable", texts)
        file.write_text(key[:15])
        short = redact(texts, "--pseudonymize", "--key-file", str(file))
        none = redact(texts, "--pseudonymize")
        unread = redact(texts, "--pseudonymize", "--key-file", folder + "/nothing")
        if [short.status, none.status, unread.status] != [64, 64, 66]:
            raise Broken(f"statuses {[short.status, none.status, unread.status]} for no key, {short.shown} {none.shown} {unread.shown}", [])
        told = b"".join(done.stdout + done.stderr for done in (by_file, by_variable, short)) + rejects.read_bytes()
        if key.encode() in told or key[:15].encode() in told:
            raise Broken("the key is told", texts)
