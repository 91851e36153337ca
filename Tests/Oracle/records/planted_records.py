"""Records of all formats into which a person was put, each in places where such records tell of people."""

from __future__ import annotations

import ipaddress
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import quote

from form_answers import INNOCENT, LABELS
from formats import of_each_format
from leaks import Secret
from raw_writer import Object, Raw, Style, Value, write
from rawjson import parse_document
from routes import RECORDS
from shrink import as_value

Path = tuple[str, ...]
# The members whose value is known wherever it stands in a record.
TELLING = (
    "id", "fullName", "phoneNumber", "emailAddress", "nickname", "visitor_nickname", "userId", "anonymousId", "previousId", "client_email",
    "client_name", "client_uuid", "name", "email", "phone", "firstName",
)  # fmt: skip
LETTERS = "bcdfghjklmnpqrstvwxz"


@dataclass
class Person:
    """Who is put into a record, and what of them was."""

    rng: random.Random
    secrets: list[Secret] = field(default_factory=list)
    # What a member of the record says of them, so that it is known wherever else it stands.
    known: list[Secret] = field(default_factory=list)

    def email(self) -> str:
        local = self.rng.choice(["{}", "{}.{}", "{}+x", "{}_7", "O-{}"]).format(self._word(), self._word())
        return self._kept("email", f"{local}@{self._word()}.{self.rng.choice(['example', 'co.uk', 'org', 'museum'])}")

    def phone(self) -> str:
        area, line = self.rng.randint(201, 989), self.rng.randint(2_000_000, 9_999_999)
        far, near = str(line)[:3], str(line)[3:]
        forms = [
            f"+1 {area} {far} {near}", f"+1 ({area}) {far}-{near}", f"+1-{area}-{far}-{near}", f"+49 30 {line}",
            f"+44 20 {line}{self.rng.randint(2, 9)}", f"0049 30 {line}", f"+33 6 {line}{self.rng.randint(2, 9)}", f"+4930{line}",
        ]  # fmt: skip
        return self._kept("phone", self.rng.choice(forms))

    def address(self) -> str:
        if self.rng.random() < 0.6:
            return self._kept("address", ".".join(str(self.rng.randint(11, 254)) for _ in range(4)))
        number = 0x2001_0DB8 << 96 | self.rng.randrange(1 << self.rng.choice([16, 64, 96])) + 1
        address = ipaddress.IPv6Address(number)
        return self._kept("address", self.rng.choice([address.compressed, address.exploded, address.compressed.upper()]))

    def name(self) -> str:
        return self._kept("name", f"{self._word().title()} {self._word().title()}")

    def id(self) -> str:
        return self._kept("id", f"{self._word()}{self.rng.randint(1000, 9999)}{self._word()}")

    def text(self) -> str:
        """A sentence, a link or a form's answers in which something of the person stands."""
        made = self.rng.choice([self._sentence, self._sentence, self._link, self._form])
        return made()

    def _sentence(self) -> str:
        rng = self.rng
        made = [lambda: f"write to {self.email()}", lambda: f"call {self.phone()}", lambda: f"it was {self.address()}"]
        parts = rng.sample(made + [self._again] * min(1, len(self.known)), 2)
        return rng.choice(["", "hello, ", "🦉 "]) + ", or ".join(part() for part in parts) + rng.choice(["", ".", " / thanks", "\n"])

    def _again(self) -> str:
        """What the record tells elsewhere, in another spelling."""
        rng, one = self.rng, self.rng.choice(self.known)
        value = one.value
        if one.kind == "name":
            words = value.split()
            joint = rng.choice([" ", "-", "_", "+", "%20", ".", ", ", "  "])
            value = joint.join(words[::-1] if rng.random() < 0.3 else words)
        if rng.random() < 0.5 and "%" not in value:
            value = rng.choice([value.upper(), value.lower()])
        return f"as ({self._kept(one.kind, value)}) said"

    def _link(self) -> str:
        email = quote(self.email(), safe="")
        if self.rng.random() < 0.3:
            email = quote(email, safe="")  # in a link that is a part of another link
        return f"https://shop.example/a/b?mail={email}&x=%7B&tel={quote(self.phone(), safe='')}#top"

    def _form(self) -> str:
        rng, end = self.rng, self.rng.choice(["\n", "\r\n"])
        name = self._answer("name", self.name())
        lines = [name, self._answer("email", self.email()), self._answer("phone", self.phone()), f"{rng.choice(INNOCENT)}: no idea"]
        lines.append(self._answer("other", self.name()))
        rng.shuffle(lines)
        return end.join(lines[: rng.randint(1, 5)] + [name])

    def _answer(self, fact: str, answer: str) -> str:
        """An answer behind one of its labels, in one of the ways to write them."""
        label = self.rng.choice(LABELS[fact])
        label = self.rng.choice([label, label.upper(), label.capitalize()])
        return self.rng.choice(["{}: {}", "{} :{}", "{}:\t{}", "{}\t: {}", "- {}: {}", "*{}:* {}", "{}\uff1a{}", "{}:\n{}", "2. {}: {}"]).format(label, answer)

    def free(self) -> Value:
        """Data of which no model says what it is, with something of the person in names and values."""
        rng = self.rng
        members = [
            ("note", self.text()),
            (self.email(), Raw(b"1")),
            ("list", [self.text(), Object([("deep", [Object([("x", self.text())])])])]),
            (rng.choice(["first_name", "Last Name", "fullName", "surname"]), self.name()),
            (rng.choice(["phone", "Mobile-Number", "tel"]), Raw(str(rng.randint(10**9, 10**10)).encode())),
            ("p", Raw(b"null")),
        ]
        phone = members[4][1]
        chosen = rng.sample(members, rng.randint(1, 4))
        if rng.random() < 0.3:
            chosen.append(("packed", self._packed()))
        if any(value is phone for _, value in chosen):
            self.secrets.append(Secret("phone", phone.decode()))
        return Object(chosen)

    def _packed(self) -> str:
        """JSON as the text of a string."""
        member = Object([("surname", self.name()), ("mobile", self.phone()), ("note", self.text())])
        return self.rng.choice(["{}", " {}\n", "[1,{}]"]).format(write(member, Style.random(self.rng, False)).decode("utf-8", "replace"))

    def _word(self) -> str:
        return "".join(self.rng.choices(LETTERS, k=8))

    def _kept(self, kind: str, value: str) -> str:
        self.secrets.append(Secret(kind, value))
        return value


def planted(rng: random.Random, source: str, newlines: bool = True) -> tuple[bytes, list[Secret]]:
    """A record with something of a person in it, and what."""
    person = Person(rng)
    root = as_value(parse_document(RECORDS[source](rng, False, 0.0)))
    calls = [child for child in elements(member(root, "batch")) if isinstance(child, Object)] or [root]
    for call in calls:
        person.known = []
        for path, make in PLACES[source](call, person):
            if rng.random() < 0.6:
                value = make()
                put(call, path, value)
                if path[-1] in TELLING and isinstance(value, str):
                    person.known += [one for one in person.secrets[-1:] if one.value == value]
    if not person.secrets:
        put(root, ("unheard of",), person.text())
    if rng.random() < 0.3:
        rng.shuffle(root)
    return write(root, Style.random(rng, newlines)), person.secrets


def _unknown(person: Person, *owners: str) -> list[tuple[Path, Callable[[], Value]]]:
    """Members that no model names."""
    found: list[tuple[Path, Callable[[], Value]]] = []
    for owner in ("", *owners):
        path = tuple(owner.split(".")) if owner else ()
        found += [((*path, "unheard of"), person.text), ((*path, "new"), person.free), ((*path, "Email"), person.email)]
    return found


def _of_transcript(root: Object, person: Person) -> list[tuple[Path, Callable[[], Value]]]:
    visitor = {
        "id": person.id, "fullName": person.name, "phoneNumber": person.phone, "emailAddress": person.email,
        "ip": person.address, "organization": person.text, "referrer": person._link, "conversationBeginPage": person._link,
        "customFields": person.free,
    }  # fmt: skip
    found: list[tuple[Path, Callable[[], Value]]] = [(("visitor", name), make) for name, make in visitor.items()]
    found += [(("visitor", "chat_feedback", "comments"), person.text), (("ip",), person.address)]
    found.append((("tags",), lambda: ["sales", person.text()]))
    return [*found, *_unknown(person, "visitor", "visitor.chat_feedback"), *_olark_items(root, person)]


def _olark_items(root: Object, person: Person) -> list[tuple[Path, Callable[[], Value]]]:
    found: list[tuple[Path, Callable[[], Value]]] = []
    for place, item in enumerate(elements(member(root, "items"))):
        path = ("items", str(place))
        found += [((*path, "body"), person.text), ((*path, "visitor_nickname"), person.name), ((*path, "x"), person.free)]
        if text(member(item, "kind")) != "MessageToVisitor":
            found.append(((*path, "nickname"), person.name))
    return found


def _of_callback(root: Object, person: Person) -> list[tuple[Path, Callable[[], Value]]]:
    found: list[tuple[Path, Callable[[], Value]]] = [(("userId",), person.email), (("anonymousId",), person.id)]
    found += [(("event", "message", "body"), person.text), (("event", "command", "body"), person.text)]
    for owner in ("visitor", "getDetails"):
        details = {
            "id": person.id, "fullName": person.name, "phoneNumber": person.phone, "emailAddress": person.email,
            "ip": person.address, "organization": person.text, "referrer": person._link, "customFields": person.free,
            "searchTextForThisVisit": person.text,
        }  # fmt: skip
        if owner == "visitor" or member(root, owner) is not None:
            found += [((owner, name), make) for name, make in details.items()]
            found += [((owner, "currentPage", "url"), person._link), ((owner, "currentPage", "title"), person.text)]
    return [*found, *_unknown(person, "event")]


def _of_chat(root: Object, person: Person) -> list[tuple[Path, Callable[[], Value]]]:
    kind = text(member(root, "_type"))
    found: list[tuple[Path, Callable[[], Value]]] = [(("client_email",), person.email), (("client_name",), person.name)]
    found += [(("client_uuid",), person.id), (("custom",), person.free), (("url",), person._link), (("topic",), person.text)]
    found += [(("message",), person.text)] if kind == "offline_message" else []
    if kind == "chat_meta":
        found.append((("client_additional02_value",), lambda: labelled(root, "client_additional02_name", person)))
        found += [((name,), person.text) for name in ("client_additional01_value", "feedback_message", "post_survey_option")]
        found += [((name,), person._link) for name in ("inital_url", "referrer")]
        found += [(("notes",), lambda: [Object([("body", person.text())]), person.text()])]
        for place, _ in enumerate(elements(member(root, "messages"))):
            found.append((("messages", str(place), "message"), person.text))
            found.append((("messages", str(place)), lambda: Object([("type", "co"), ("person", person.name())])))
    return [*found, *_unknown(person)]


def labelled(root: Object, label: str, person: Person) -> str:
    """A name, of which another member says that it is one."""
    put(root, (label,), person.rng.choice(LABELS["name"]))
    return person.name()


def _of_tracking(root: Object, person: Person) -> list[tuple[Path, Callable[[], Value]]]:
    return [(("globalCtx", "client_uuid"), person.id), *_unknown(person, "globalCtx", "sessionCtx")]


def _of_call(root: Object, person: Person) -> list[tuple[Path, Callable[[], Value]]]:
    kind = text(member(root, "type"))
    found: list[tuple[Path, Callable[[], Value]]] = [(("userId",), person.email), (("anonymousId",), person.id)]
    found += [(("context", "ip"), person.address), (("context", "page", "url"), person._link), (("request_ip",), person.address)]
    found += [(("context", "traits", name), make) for name, make in (("email", person.email), ("name", person.name))]
    found += [(("context", "traits", "phone"), person.phone), (("context", "new"), person.free)]
    if kind in ("identify", "group"):
        found += [(("traits", "description"), person.text), (("traits", "new"), person.free)]
    if kind == "identify":
        found += [(("traits", "firstName"), person.name), (("traits", "address", "street"), person.name)]
    if kind in ("track", "page", "screen"):
        found += [(("properties", "message_body"), person.text), (("properties", "new"), person.free)]
    if kind in ("page", "screen"):
        # A form has lines of its own, which a notice of the page would join to other words.
        found += [(("name",), person._sentence)]
    if kind == "alias":
        found += [(("previousId",), person.email)]
    return [*found, *_unknown(person)]


# Where each format's records tell of people.
PLACES: dict[str, Callable[[Object, Person], list[tuple[Path, Callable[[], Value]]]]] = of_each_format({
    "olark": _of_transcript, "olark-js": _of_callback, "userlike": _of_chat, "userlike-js": _of_tracking,
    "segment": _of_call, "rudderstack": _of_call,
})  # fmt: skip


def text(value: Value) -> str | None:
    """The characters of a string; None for anything else."""
    if isinstance(value, Raw):
        return parse_document(value).text if value[:1] == b'"' else None
    return value if isinstance(value, str) else None


def elements(value: Value) -> list[Value]:
    """The elements of an array; none of anything else."""
    return value if isinstance(value, list) and not isinstance(value, Object) else []


def member(owner: Value, name: str) -> Value:
    """The value of an object's first member of a name."""
    for key, value in owner if isinstance(owner, Object) else []:
        if text(key) == name:
            return value
    return None


def put(owner: Value, path: Path, value: Value) -> None:
    """Gives a member a value; objects are made on the way, and nothing is where another value stands."""
    if isinstance(owner, list) and not isinstance(owner, Object):
        if len(path) == 1:
            owner[int(path[0])] = value
        else:
            put(owner[int(path[0])], path[1:], value)
        return
    if not isinstance(owner, Object):
        return
    inner = member(owner, path[0])
    if len(path) > 1:
        if not isinstance(inner, Object) and not (isinstance(inner, list) and path[1].isdigit()):
            remove(owner, path[0])
            inner = Object([])
            owner.append((path[0], inner))
        put(inner, path[1:], value)
        return
    remove(owner, path[0])
    owner.append((path[0], value))


def remove(owner: Object, name: str) -> None:
    owner[:] = [pair for pair in owner if text(pair[0]) != name]
