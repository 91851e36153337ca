"""The words of the typed-in tables: what a member of a vendor's document holds.

The tables themselves stand in `vendor_olark.py`, `vendor_olark_api.py`, `vendor_userlike.py`, `vendor_segment.py` and
`vendor_rudderstack.py`. They are written from the vendors' documents; none of them comes from the tool.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class Type:
    """What a value is. A member may be absent or null, unless it is required."""

    name: str
    values: tuple[str, ...] = ()  # of `one-of` and `word`
    of: Type | None = None  # of `list` and `map`
    model: str = ""  # of `model`
    limits: tuple[int, int] = (0, 0)  # of `rating`
    members: tuple[tuple[str, Type], ...] = ()  # of `members`: no others are allowed
    types: tuple[Type, ...] = ()  # of `either`
    is_required: bool = False

    def __str__(self) -> str:
        inner = [*self.values, *([str(self.of)] if self.of else []), *([self.model] if self.model else [])]
        inner += [f"{low}–{high}" for low, high in [self.limits] if high]
        inner += [f"{name}: {one}" for name, one in self.members] + [str(one) for one in self.types]
        return self.name + (f"({', '.join(inner)})" if inner else "") + (" required" if self.is_required else "")


TEXT = Type("text")
FILLED = Type("filled")  # a text that is not empty
ID = Type("id")  # a text or an integer
TEXT_OR_NUMBER = Type("text-or-number")
FLAG = Type("flag")
WHOLE = Type("whole")
SIZE = Type("size")  # a whole number that is not below 0
NUMBER = Type("number")
OBJECT = Type("object")  # of any members
ARRAY = Type("array")  # of anything
DECIMAL = Type("decimal")  # seconds since 1970 as decimal digits, as text or number
LOCAL_TIME = Type("local-time")  # `2014-12-29 11:23:24`, Userlike's
CALLBACK_TIME = Type("callback-time")  # ISO 8601 with a zone, or a decimal number
ISO_TIME = Type("iso-time")
COLOR = Type("color")  # `#744da8`
FUNCTION = Type("function")


def one_of(*values: str) -> Type:
    return Type("one-of", values=values)


def word(text: str) -> Type:
    """A text in capitals or small letters."""
    return Type("word", values=(text,))


def rating(low: int, high: int) -> Type:
    return Type("rating", limits=(low, high))


def list_of(one: Type) -> Type:
    return Type("list", of=one)


def map_of(one: Type) -> Type:
    return Type("map", of=one)


def model(name: str) -> Type:
    return Type("model", model=name)


def members(**named: Type) -> Type:
    """An object of these members and no others; those of the API's arguments are required unless said otherwise."""
    return Type("members", members=tuple(named.items()))


def either(*types: Type) -> Type:
    return Type("either", types=types)


def required(one: Type) -> Type:
    return replace(one, is_required=True)


@dataclass(frozen=True)
class Model:
    """A kind of object: its members; of which members one must be there and not empty; and which member says which model it is."""

    members: dict[str, Type]
    one_needed: tuple[str, ...] = ()
    told_by: str = ""
    kinds: dict[str, str] = field(default_factory=dict)
