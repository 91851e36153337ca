"""The answers to a form that are in a text, by their labels.

Written from `Docs/privacy.md`, "Answers to a form". The labels are a choice of those that must be known: records that are made hold no
others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

LABELS = {
    "name": ["name", "full name", "first name", "your name", "vorname", "nachname", "vor- und nachname", "nom", "prénom", "nombre",
             "apellidos", "имя", "фамилия", "姓名", "お名前", "name / company", "emergency contact name"],
    "email": ["email", "e-mail", "e-mail-adresse", "your email address", "email (required)", "courriel", "correo electrónico", "邮箱"],
    "phone": ["phone", "phone number", "your phone number", "telefon", "ihre telefonnummer", "téléphone", "phone (mobile)", "tel.",
              "teléfono", "номер телефона", "电话", "mobile"],
    "other": ["address", "street", "plz, ort", "date of birth", "password"],
}  # fmt: skip
INNOCENT = ["note", "subject", "product name", "company name", "opening hours", "problem with my phone", "id", "first", "question"]
COLONS = ":\uff1a\ufe55"
LONGEST = 96

_FACTS = {label: fact for fact, labels in LABELS.items() for label in labels}
_LABEL = re.compile(rf"([^{COLONS}]*)[{COLONS}]")
_SPACE = " \t"


def answers(text: str) -> Iterator[tuple[str, str]]:
    """What is answered: a name, an email, a phone or another fact, and the answer."""
    above: str | None = None
    for line in re.split(r"\r\n|[\n\r]", text):
        found = _LABEL.match(line)
        fact = _FACTS.get(label_of(found[1])) if found else None
        if found and fact:
            answer = line[found.end() :].lstrip(_SPACE + "*").rstrip(_SPACE)
            above = None if answer else fact
            if answers_it(answer, label_of(found[1])):
                yield fact, answer
            continue
        answer = line.lstrip(_SPACE + "*").rstrip(_SPACE)
        if above and len(answer.encode()) <= LONGEST and not answer.endswith("?") and not re.search(f"[{COLONS}]", answer) and answers_it(answer, ""):
            yield above, answer
        above = None


def label_of(text: str) -> str:
    """A label as it is compared: without bullets, numbers and marks around it."""
    return re.sub(r"^[\s\d*_•.)-]+|[\s*_?]+$", "", text).casefold()


def answers_it(answer: str, label: str) -> bool:
    """Whether something is answered; a phone number, where the label could be a thing."""
    return bool(re.search(r"[0-9]" if label == "mobile" else r"[0-9A-Za-z]|[^\x00-\x7f]", answer))
