#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Precision, recall and F1 of the text facts on passages of real plans, which are no part of the project.

real.py RUNNER OGP FILE.jsonl... [--errors] [--floors FILE.json]

The files hold marks alone: where a passage stands in the data that OGP_SHARED names (source, row, member, start and
length in it, blanks made one; a CRC of it), and its facts by their offsets in the passage. Without the data it skips.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import zlib

import score

DATA = pathlib.Path(os.environ.get("OGP_SHARED", "/nonexistent")) / "data"
SKIPPED = 77


def rows(ogp, path):
    """The commitments of a table; of a page of text its body, below the front matter."""
    if path.suffix == ".csv":
        out = subprocess.run([ogp, "convert", "--format", "ndjson", path], stdout=subprocess.PIPE,
                             stderr=subprocess.DEVNULL, check=True).stdout.decode("utf-8")
        return [json.loads(line) for line in out.splitlines()]
    return [{"body": path.read_text(encoding="utf-8").split("---", 2)[-1]}]


def member(row, pointer):
    for key in pointer.split("/"):
        row = row[int(key)] if isinstance(row, list) else row[key]
    return re.sub(r"\s+", " ", row).strip()


def passage(mark, sources):
    text = member(sources[mark["source"]][mark["row"]], mark["member"])[mark["start"]:][:mark["length"]]
    if zlib.crc32(text.encode("utf-8")) != mark["crc"]:
        sys.exit("%s: %s has another text than the one that was marked" % (mark["id"], mark["source"]))
    facts = [dict(f, text=text[f["start"]:f["end"]]) for f in mark["facts"]]
    return {"id": mark["id"], "lang": mark["lang"], "text": text, "facts": facts}


def main(argv):
    options = argv.index("--floors") if "--floors" in argv else len(argv)
    runner, ogp, *paths = [a for a in argv[1:options] if a != "--errors"]
    marks = {path: score.read(path) for path in paths}
    names = sorted({m["source"] for file in marks.values() for m in file})
    if not all((DATA / name).exists() for name in names):
        print("skipped: the plans' tables are not there")
        return SKIPPED
    sources = {name: rows(ogp, DATA / name) for name in names}
    with tempfile.TemporaryDirectory() as folder:
        whole = [pathlib.Path(folder) / pathlib.Path(path).name for path in paths]
        for path, out in zip(paths, whole):
            out.write_text("".join(json.dumps(passage(m, sources)) + "\n" for m in marks[path]), encoding="utf-8")
        return score.main([argv[0], runner, *map(str, whole), *(a for a in argv if a == "--errors"), *argv[options:]])


if __name__ == "__main__":
    sys.exit(main(sys.argv))
