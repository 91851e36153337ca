"""What others find in a text: Presidio's recognisers of patterns, and the matcher of the package `phonenumbers`.

Of Presidio only the recognisers run, without a model of any language: what its analyser adds by words around a match changes how sure
it is, not what is found. Its package imports spaCy for those models; in its place stands a module without anything in it.
"""

from __future__ import annotations

import sys
import types
from collections.abc import Callable

import phonenumbers

Finder = Callable[[str], list[range]]

# Where numbers without a country's prefix may be from, for the matcher of `phonenumbers`.
REGIONS = [None, "US", "GB", "DE", "FR", "IN", "BR"]

# Which of Presidio's recognisers look for a kind of data, by the first word of the kind.
RECOGNISERS = {"e-mail": ["EmailRecognizer"], "IP": ["IpRecognizer"], "phone": ["PhoneRecognizer"], "payment": ["CreditCardRecognizer"],
               "IBAN": ["IbanRecognizer"]}  # fmt: skip


class Absent(types.ModuleType):
    """A module that has every name, each a class without anything in it."""

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {})


def presidio() -> dict[str, Finder] | str:
    """A finder for each kind; the error, where Presidio cannot be imported."""
    try:
        import tldextract

        # The list that the package brings along; no look-up.
        tldextract.extract = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
        for name in ["presidio_analyzer.nlp_engine", "spacy", "spacy.tokens"]:
            sys.modules.setdefault(name, Absent(name))
        from presidio_analyzer import predefined_recognizers as recognisers
    except Exception as error:  # whatever an import may raise
        return f"{type(error).__name__}: {error}"

    def finder(names: list[str]) -> Finder:
        made = [getattr(recognisers, name)() for name in names]

        def find(text: str) -> list[range]:
            return [range(found.start, found.end) for one in made for found in one.analyze(text, one.supported_entities, None)]

        return find

    finders = {kind: finder(names) for kind, names in RECOGNISERS.items()}
    finders["innocent"] = finder([name for names in RECOGNISERS.values() for name in names])
    return finders


def phone_matches(text: str) -> list[range]:
    """What the matcher finds for any of the regions."""
    return [range(match.start, match.end) for region in REGIONS for match in phonenumbers.PhoneNumberMatcher(text, region)]
