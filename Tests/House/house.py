"""Checks the drawing of the house: which room of the sources uses which.

A room is a module, or a folder of the library `ChatEvents` (its files outside folders are rooms of their own). A room
uses another if its code names a type that the other declares, or a member that the other adds to somebody else's type.
The allowed arrows are the lines `Room → Room, Room` of the drawing in Docs/design.md; a room may use everything that
stands on its line. The check fails on a circle, on an arrow that the drawing does not have, and on an arrow or a room
of the drawing that the code does not have, so that the drawing stays true.

Names are read as text, without the compiler: comments and strings are removed, and a name that several rooms declare
counts for none of them, unless the using room is one of them.
"""

import argparse
import pathlib
import re
import sys
from collections import defaultdict

ROOT = pathlib.Path(__file__).resolve().parents[2]
LIBRARY = "ChatEvents"

# Longest first: a multi-line string may hold quotes, and an interpolation is code, but names no types of ours.
NOISE = re.compile(
    r'#*"""(?:.|\n)*?"""#*|#"(?:.)*?"#|"(?:\\.|[^"\\\n])*"|//[^\n]*|/\*(?:.|\n)*?\*/')
TYPE = re.compile(
    r"^(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|final|indirect)\s+)*"
    r"(?:struct|class|enum|actor|protocol|typealias)\s+(\w+)", re.M)
NESTED = re.compile(r"\b(?:struct|class|enum|actor|protocol|typealias|associatedtype) (\w+)|<(\w+): ", re.M)
EXTENSION = re.compile(r"^(?:(?:public|package|internal)\s+)?extension\s+(\w+)[^{\n]*\{\n((?:(?!^\}).*\n)*)^\}", re.M)
MEMBER = re.compile(
    r"^  (?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|static|mutating|final|nonisolated|consuming|borrowing)\s+)*"
    r"(?:func|var|let|case|subscript|struct|enum|class|typealias)\s+`?(\w+)", re.M)
WORD = re.compile(r"(?<![\w.])([A-Z]\w*)|\.(\w+)")


def code(path):
    """Returns the text of a Swift file without comments and strings."""
    return NOISE.sub(lambda match: '""' if match.group().lstrip("#").startswith('"') else "", path.read_text())


def room_of(path):
    """Returns the room of a Swift file."""
    parts = path.relative_to(ROOT / "Sources").parts
    if parts[0] != LIBRARY:
        return parts[0]
    return parts[1] if len(parts) > 2 else path.stem


class House:
    """What each room declares, and which other rooms it uses, with an example of each use."""

    def __init__(self):
        self.files = {path: code(path) for path in sorted((ROOT / "Sources").rglob("*.swift"))}
        self.rooms = sorted({room_of(path) for path in self.files})
        self.types = defaultdict(set)
        for path, text in self.files.items():
            for name in TYPE.findall(text):
                self.types[name].add(room_of(path))
        self.members = defaultdict(set)
        for path, text in self.files.items():
            for owner, body in EXTENSION.findall(text):
                for name in MEMBER.findall(body):
                    self.members[name].add((room_of(path), room_of(path) in self.types.get(owner, ())))
        # Members that types declare themselves make a name common: then `.name` says nothing.
        self.common = set()
        for path, text in self.files.items():
            for name in re.findall(r"\b(?:func|var|let|case)\s+`?(\w+)", EXTENSION.sub("", text)):
                self.common.add(name)
        # Types inside others, and hidden ones, are their room's own business, and may have the name of a type elsewhere.
        self.nested = defaultdict(set)
        for path, text in self.files.items():
            self.nested[room_of(path)] |= {name for pair in NESTED.findall(text) for name in pair}
        self.uses = defaultdict(dict)
        for path, text in self.files.items():
            room = room_of(path)
            for match in WORD.finditer(text):
                other = self.declarer(match)
                if other and other != room and match.group(1) not in self.nested[room]:
                    self.uses[room].setdefault(other, []).append((path, match.group(1) or "." + match.group(2)))

    def declarer(self, match):
        """Returns the only room that declares a name; None if none does or several do."""
        if match.group(1):
            rooms = self.types.get(match.group(1), ())
        else:
            name = match.group(2)
            if name in self.common:
                return None
            found = self.members.get(name, ())
            rooms = {room for room, _ in found}
            if any(own for _, own in found):
                return None
        return next(iter(rooms)) if len(rooms) == 1 else None

    def circles(self):
        """Returns the groups of rooms that use each other in a circle (Tarjan's strongly connected components)."""
        index, low, stack, groups = {}, {}, [], []

        def visit(room):
            index[room] = low[room] = len(index)
            stack.append(room)
            for other in self.uses[room]:
                if other not in index:
                    visit(other)
                    low[room] = min(low[room], low[other])
                elif other in stack:
                    low[room] = min(low[room], index[other])
            if low[room] == index[room]:
                group = []
                while not group or group[-1] != room:
                    group.append(stack.pop())
                if len(group) > 1:
                    groups.append(sorted(group))

        for room in self.rooms:
            if room not in index:
                visit(room)
        return groups

    def example(self, room, other):
        """Returns where a room uses another, as a few words."""
        uses = self.uses[room][other]
        names = sorted({name for _, name in uses}, key=lambda name: -sum(name == used for _, used in uses))
        return f"{', '.join(names[:4])} ({uses[0][0].relative_to(ROOT)})"


def drawing():
    """Returns the arrows that Docs/design.md lists, by room."""
    text = (ROOT / "Docs/design.md").read_text()
    arrows = {}
    for line in text.splitlines():
        match = re.fullmatch(r" {4}(\w+) +→ *(.*)", line)
        if match:
            arrows[match.group(1)] = {name.strip() for name in match.group(2).split(",") if name.strip(" –")}
    return arrows


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--arrows", action="store_true", help="print the arrows of the code as the drawing writes them")
    parser.add_argument("--why", nargs=2, metavar=("ROOM", "OTHER"), help="print what a room uses of another")
    arguments = parser.parse_args()
    house = House()
    if arguments.why:
        room, other = arguments.why
        for path, name in sorted(set(house.uses[room].get(other, []))):
            print(f"{path.relative_to(ROOT)}: {name}")
        return 0
    if arguments.arrows:
        for room in house.rooms:
            print(f"    {room} → {', '.join(sorted(house.uses[room])) or '–'}")
        return 0
    width = max(map(len, house.rooms))
    for row, room in enumerate(house.rooms):
        marks = "".join(" ■" if other in house.uses[room] else " ·" if other != room else "  " for other in house.rooms)
        print(f"{room:>{width}} {row:2}{marks}")
    faults = [f"circle: {' ↔ '.join(group)}" for group in house.circles()]
    for group in house.circles():
        for room in group:
            for other in sorted(set(house.uses[room]) & set(group)):
                faults.append(f"  {room} → {other}: {house.example(room, other)}")
    drawn = drawing()
    for room in house.rooms:
        if room not in drawn:
            faults.append(f"Docs/design.md does not draw the room {room}")
        for other in sorted(set(house.uses[room]) - drawn.get(room, set())):
            faults.append(f"Docs/design.md has no arrow {room} → {other}: {house.example(room, other)}")
        for other in sorted(drawn.get(room, set()) - set(house.uses[room])):
            faults.append(f"Docs/design.md has an arrow that the code does not have: {room} → {other}")
    for room in sorted(set(drawn) - set(house.rooms)):
        faults.append(f"Docs/design.md draws a room that the code does not have: {room}")
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"{len(house.rooms)} rooms, {sum(map(len, house.uses.values()))} arrows, {len(house.circles())} circles")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
