"""Which records are meant, by a rule of its own."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from formats import of_each_format
from raw_writer import Object, Raw, Style, Value, write
from rawjson import compact, parse_document
from redact_tool import Broken, Done, Redact
from whose import address, identity, spelled

EMAILS = ["jo@example.org", "Jo@Example.ORG", "ann@example.org", "jo@example.org.uk", "", None]
IDS = ["v1", "V1", "v2", "42", None]
NOW = 1_700_000_000
AGES = {"h": 3600, "d": 86_400, "w": 604_800, "y": 365 * 86_400}


@dataclass
class Chat:
    """A record, and what a selection asks of it."""

    source: str
    email: str | None
    id: str | None
    times: list[int]
    offline: str | None = None

    def fits_email(self, email: str) -> bool:
        return address(email) in [address(one) for one in (self.email, self.offline) if one]

    def fits_id(self, visitor: str) -> bool:
        return self.id is not None and identity(self.id) == identity(visitor)

    def is_old(self, before: int) -> bool:
        return bool(self.times) and max(self.times) < before

    def is_meant(self, emails: list[str], visitors: list[str], before: int | None) -> bool:
        """Whether it fits one of each kind of demand that is made."""
        return self.is_of(emails, visitors) and (before is None or self.is_old(before))

    def is_of(self, emails: list[str], visitors: list[str]) -> bool:
        """Whether it fits the demands of people."""
        if emails and not any(self.fits_email(email) for email in emails):
            return False
        return not visitors or any(self.fits_id(visitor) for visitor in visitors)

    def fate(self, asked: Asked) -> str:
        """What becomes of it: keep, redact or drop."""
        if not self.is_of(asked.emails, asked.visitors):
            return "keep"
        if asked.before is not None and not self.times:
            return asked.undated or "keep"
        if asked.before is not None and not self.is_old(asked.before):
            return "keep"
        return "drop" if asked.drop else "redact"


@dataclass
class Asked:
    """What a command line asks of a selection."""

    emails: list[str]
    visitors: list[str]
    before: int | None
    drop: bool
    undated: str | None


def selection(redact: Redact, rng: random.Random, cases: int) -> None:
    """Records that are not meant come out as they were; of those that are, nothing is left, or they are left out."""
    for _ in range(max(8, cases // 12)):
        some = ["jo@example.org", "JO@example.org", "ann@EXAMPLE.org", "nobody@example.org"]
        emails = rng.sample(some, rng.choice([0, 1, 1, 2, 3]))
        visitors = rng.sample(["v1", "42", "v2", "v9"], rng.choice([0, 0, 1, 2]))
        time, before = _time_words(rng)
        people = [f"--email={email}" for email in emails] + [f"--visitor-id={visitor}" for visitor in visitors]
        rng.shuffle(people)
        words = time + people
        drop = rng.random() < 0.4 and len(words) > 0
        words += ["--drop"] if drop else []
        undated = rng.choice([None, None, "keep", "redact", "drop"]) if before is not None else None
        words += [f"--undated={undated}"] if undated else []
        asked = Asked(emails, visitors, before, drop, undated)
        chats = [_chat(rng, None, before) for _ in range(40)]
        texts = [WRITERS[chat.source](chat, rng) for chat in chats]
        expected = [_treated(redact, text, chat.fate(asked)) for chat, text in zip(chats, texts)]
        done = _compare(redact, texts, [line for line in expected if line is not None], words)
        _check_warnings(done, chats, emails, visitors, before, words, texts)
        _check_undated(done, chats, asked, texts)
        _in_batches(redact, rng, asked, words)
        _with_strict(redact, texts, done, words)
        _erased(redact, rng, chats, texts)


def _treated(redact: Redact, text: bytes, fate: str) -> bytes | None:
    return {"keep": lambda: compact(parse_document(text)), "redact": lambda: _redacted(redact, text), "drop": lambda: None}[fate]()


def _check_undated(done: Done, chats: list[Chat], asked: Asked, texts: list[bytes]) -> None:
    """Records that nobody can date are counted."""
    count = sum(asked.before is not None and not chat.times and chat.is_of(asked.emails, asked.visitors) for chat in chats)
    found = re.search(r"(\d+) records? ha(?:s|ve) no time that can be read", done.stderr.decode())
    if (int(found[1]) if found else 0) != count:
        raise Broken(f"{count} records without a time, told {done.shown}", texts)


def _erased(redact: Redact, rng: random.Random, chats: list[Chat], texts: list[bytes]) -> None:
    """Whoever has an address is followed by their ids, and `--verify` tells whether anything of them is left."""
    wanted = rng.choice(["jo@example.org", "ann@example.org", "nobody@example.org"])
    own = [chat for chat in chats if chat.fits_email(wanted)]
    ids = {identity(chat.id) for chat in own if chat.id}
    kept = [text for chat, text in zip(chats, texts) if chat not in own and not (chat.id and identity(chat.id) in ids)]
    email, jobs = f"--email={spelled(rng, wanted).strip()}", f"--jobs={rng.choice([1, 2])}"
    _compare(redact, texts, [compact(parse_document(text)) for text in kept], ["--drop", "--follow-ids", email, jobs])
    for left, is_clean in ((texts, not own), (kept, True)):
        verified = redact(left, "--verify", email, jobs)
        if verified.status != int(not is_clean) or wanted.encode() in verified.stdout:
            raise Broken(f"redact --verify {email}: status {verified.status}; {verified.stdout[:2000].decode()}", left)


def _with_strict(redact: Redact, texts: list[bytes], done: Done, words: list[str]) -> None:
    """The status is 1 if a demand matches nothing, and nothing else changes."""
    if not words:
        return
    strict = redact(texts, *words, "--strict")
    silent = b"no record that was read matches" in done.stderr
    if strict.status != int(silent) or strict.stdout != done.stdout:
        raise Broken(f"redact --strict {' '.join(words)}: status {strict.status}; {strict.shown}", texts)


def _check_warnings(done: Done, chats: list[Chat], emails: list[str], visitors: list[str], before: int | None, words: list[str], texts: list[bytes]) -> None:
    """Each demand that nothing fits is named, and no other one."""
    silent = {f"--email {email}" for email in emails if not any(chat.fits_email(email) for chat in chats)}
    silent |= {f"--visitor-id {visitor}" for visitor in visitors if not any(chat.fits_id(visitor) for chat in chats)}
    told = set(re.findall(r"warning: no record that was read matches (--(?:email|visitor-id) .*)", done.stderr.decode()))
    old = before is not None and not any(chat.is_old(before) for chat in chats)
    told_old = bool(re.search(r"matches --(?:older-than|before) ", done.stderr.decode()))
    alone = not silent and not old and bool(words) and not any(chat.is_meant(emails, visitors, before) for chat in chats)
    if told != silent or told_old != old or (b"matches all of: " in done.stderr) != alone:
        raise Broken(f"redact {' '.join(words)}: warnings {told}, {told_old}, expected {silent}, {old}; {done.shown}", texts)


def _compare(redact: Redact, texts: list[bytes], expected: list[bytes], words: list[str]) -> Done:
    done = redact(texts, *words)
    lines = done.stdout.splitlines()
    if done.status == 0 and lines == expected:
        return done
    wrong = next(((one, other) for one, other in zip(expected, lines) if one != other), (b"", b""))
    shown = f"expected\n{wrong[0].decode()}\nactual\n{wrong[1].decode()}"
    raise Broken(f"redact {' '.join(words)}: {len(lines)} records, {len(expected)} expected; {shown}\n{done.shown}", texts)


def _in_batches(redact: Redact, rng: random.Random, asked: Asked, words: list[str]) -> None:
    """Each call of a batch is a record of its own; where only some are meant, each first gets what the batch says of all."""
    texts, expected = [], []
    start = b'{"sentAt":"2020-01-01T00:00:00Z"'
    for _ in range(10):
        chats = [_chat(rng, "segment", asked.before) for _ in range(rng.randint(1, 3))]
        calls = [WRITERS["segment"](chat, rng) for chat in chats]
        fates = [chat.fate(asked) for chat in chats]
        context = rng.choice([b'{"ip":"192.0.2.7"}', b'{"locale":"de"}'])
        texts.append(start + b', "batch":[' + b" , ".join(calls) + b'],"context":' + context + b"}")
        is_whole = "keep" not in fates
        shares = not is_whole and set(fates) != {"keep"} and b"ip" in context
        if shares:
            calls = [compact(parse_document(call))[:-1] + b',"context":' + context + b"}" for call in calls]
        kept = [line for line in (_treated(redact, call, fate) for call, fate in zip(calls, fates)) if line is not None]
        if is_whole:
            context = context.replace(b"192.0.2.7", b"<redacted>")
        if kept:
            expected.append(start + b',"batch":[' + b",".join(kept) + b"]" + (b"" if shares else b',"context":' + context) + b"}")
    _compare(redact, texts, expected, ["--as", "segment", *words])


def _redacted(redact: Redact, text: bytes) -> bytes:
    return redact([text]).stdout.rstrip(b"\n")


def _time_words(rng: random.Random) -> tuple[list[str], int | None]:
    """Options that ask for old records, and the moment before which they lie."""
    unit = rng.choice(list(AGES))
    count = rng.randint(0, 20)
    age = ["--older-than", f"{count}{unit}", "--now", rng.choice([str(NOW), _written(NOW, "Z")])]
    limit = NOW - count * AGES[unit]
    moment = NOW - rng.randint(0, 10**8)
    before = ["--before", rng.choice([str(moment), _written(moment, "+00:00")])]
    return rng.choice([([], None), (age, limit), (before, moment), (age + before, min(limit, moment))])


def _written(moment: int, zone: str) -> str:
    return datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%dT%H:%M:%S") + zone


def _chat(rng: random.Random, source: str | None, limit: int | None) -> Chat:
    """A record of any time, or of times about the one before which records are meant."""
    source = source or rng.choice(list(WRITERS))
    start = NOW - rng.choice([rng.randint(-100, 10**6), rng.randint(0, 10**8), rng.randint(0, 4 * 10**8)])
    if limit is not None and rng.random() < 0.6:
        start = limit - rng.choice([0, 1, 2500, 5000, 5001])
    most = 1 if source in ("segment", "olark-js", "userlike-js") else 4
    times = sorted(start + rng.choice([0, 1, 2500, 5000]) for _ in range(rng.randint(0, most)))
    offline = rng.choice([None, None, *EMAILS[:3]]) if source == "olark" and times else None
    email, visitor = rng.choice(EMAILS), rng.choice(IDS)
    if visitor and rng.random() < 0.2:
        visitor = rng.choice([f" {visitor}", f"{visitor}\u200b"])
    return Chat(source, spelled(rng, email) if email else email, visitor, times, offline)


def _style(rng: random.Random) -> Style:
    return Style.random(rng, newlines=False)


def _number(text: str | None) -> Value:
    return Raw(text.encode()) if text == "42" else text


def _olark(chat: Chat, rng: random.Random) -> bytes:
    items = [Object([("kind", "MessageToOperator"), ("timestamp", f"{time}.25"), ("body", "hi")]) for time in chat.times]
    if chat.offline:
        body = f"question: what?\r\nemail : {chat.offline} \nname: Jo"
        items[0] = Object([("kind", "OfflineMessage"), ("timestamp", str(chat.times[0])), ("body", body)])
    rng.shuffle(items)
    visitor = Object([("id", _number(chat.id)), ("emailAddress", chat.email), ("fullName", "Jo")])
    return write(Object([("kind", "Conversation"), ("items", items), ("visitor", visitor)]), _style(rng))


def _olark_js(chat: Chat, rng: random.Random) -> bytes:
    owner = rng.choice(["visitor", "getDetails"])
    times = [("timestamp", Raw(str(time).encode())) for time in chat.times]
    id_name = rng.choice(["userId", "anonymousId"])
    root = Object([("callback", "api.chat.onReady"), (id_name, _number(chat.id)), (owner, rng.choice([Object([("emailAddress", chat.email)]), Object([("customFields", Object([("mine", chat.email)]))])])), *times])
    return write(root, _style(rng))


def _userlike(chat: Chat, rng: random.Random) -> bytes:
    clock = [datetime.fromtimestamp(time, UTC).strftime("%Y-%m-%d %H:%M:%S") for time in chat.times]
    messages = [Object([("message", "hi"), ("sent_at", time), ("type", "co")]) for time in clock]
    root = Object([("_type", "chat_meta"), ("client_email", chat.email), ("client_uuid", _number(chat.id)), ("client_name", "Jo")])
    root += [("created_at", clock[0])] if clock else []
    root.append(("messages", messages))
    return write(root, _style(rng))


def _userlike_js(chat: Chat, rng: random.Random) -> bytes:
    visitor = Object([("visitor", Object([("email", chat.email)]))])
    root = Object([("event", "chat_started"), ("globalCtx", Object([("client_uuid", _number(chat.id))]))])
    root += [("custom", Object([("segmentio", visitor)]))]
    root += [("timestamp", f"{time}123") for time in chat.times]
    return write(root, _style(rng))


def _segment(chat: Chat, rng: random.Random) -> bytes:
    id_name = rng.choice(["userId", "anonymousId", "previousId"])
    root = Object([("type", "identify"), (id_name, chat.id), ("traits", Object([(rng.choice(["email", "Email", "contact"]), chat.email)]))])
    root += [("timestamp", _written(time, rng.choice(["Z", ".500Z", "+00:00"]))) for time in chat.times]
    return write(root, _style(rng))


WRITERS: dict[str, Callable[[Chat, random.Random], bytes]] = of_each_format({
    "olark": _olark, "olark-js": _olark_js, "userlike": _userlike, "userlike-js": _userlike_js, "segment": _segment,
}, but=["rudderstack"])  # fmt: skip
