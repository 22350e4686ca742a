#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Rooms include only what lies below them. The floors are read from docs/ARCHITECTURE.md, from the line that begins
with "floors:"; so the document cannot say one thing and the code another. check-floors.py [ROOT]"""
import pathlib
import re
import sys


def read_floors(text):
    """{room: floor} from "floors: base < rulebook < model, text < ..."."""
    line = re.search(r"^\s*floors:\s*(.+)$", text, re.M).group(1)
    return {room.strip(): floor for floor, rooms in enumerate(line.split("<")) for room in rooms.split(",")}


def room_of(path, root):
    parts = path.relative_to(root).parts
    return parts[1] if parts[0] == "lib" else parts[0]


def breaches(path, root, floors):
    room = room_of(path, root)
    if room not in floors:
        yield 0, f'the room "{room}" stands on no floor of docs/ARCHITECTURE.md'
        return
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        include = re.match(r'\s*#\s*include\s+"([^"]+)"', line)
        if not include:
            continue
        target, slash, _ = include.group(1).partition("/")
        if not slash and room in ("tools", "bindings"):
            continue
        if not slash:
            yield number, f'"{include.group(1)}" is included without its room'
        elif target not in floors:
            yield number, f'"{target}" is no room'
        elif target != room and floors[target] >= floors[room]:
            yield number, f'"{room}" must not include "{include.group(1)}": it lies no lower'


def main(root):
    floors = read_floors((root / "docs" / "ARCHITECTURE.md").read_text(encoding="utf-8"))
    count = bad = 0
    for folder in ("lib", "tools", "bindings"):
        for path in sorted((root / folder).rglob("*.[ch]")):
            count += 1
            for line, message in breaches(path, root, floors):
                print(f"{path.relative_to(root)}:{line}: {message}")
                bad += 1
    print(f"{count} files on {max(floors.values()) + 1} floors, {bad} breaches")
    return bad > 0 or count == 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parents[1]))
