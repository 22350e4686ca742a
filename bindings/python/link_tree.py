# SPDX-License-Identifier: MIT
"""Puts the package together in the build tree: link_tree.py FOLDER STAMP FILE..."""
import os
import pathlib
import sys

folder, stamp = map(pathlib.Path, sys.argv[1:3])
folder.mkdir(parents=True, exist_ok=True)
for source in map(pathlib.Path, sys.argv[3:]):
    link = folder / source.name
    if source.suffix == ".c":
        continue
    link.unlink(missing_ok=True)
    os.symlink(source.resolve(), link)
stamp.touch()
