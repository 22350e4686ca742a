# SPDX-License-Identifier: MIT
"""Every example of docs/python.md, of the readme and of the first steps runs."""
import os
import pathlib
import re
import shutil
import tempfile
import unittest
import warnings

import ogp

ROOT = pathlib.Path(os.environ["OGP_SOURCE_ROOT"])
PAGES = [ROOT / "docs" / "python.md", ROOT / "README.md", *sorted(ROOT.glob("docs/start/*.md"))]
TABLE = ROOT / "examples" / "tables" / "commitments.csv"
NEEDS = {"ogp.plot": "matplotlib", "to_pandas": "pandas"}
RECORD = {
    "country": "X", "budget_proposal": 1, "audit_report": 1, "access_to_information": "law", "civil_liberties": 6.0
}


def has(module):
    try:
        __import__(module)
    except ImportError:
        return False
    return True


class Docs(unittest.TestCase):
    def test_blocks(self):
        blocks = [
            block for page in PAGES
            for block in re.findall(r"```python\n(.*?)```", page.read_text(encoding="utf-8"), flags=re.S)
        ]
        self.assertGreaterEqual(len(blocks), 6)
        home = os.getcwd()
        self.addCleanup(os.chdir, home)
        folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, folder)
        os.chdir(folder)
        os.symlink(ROOT / "examples", "examples")
        for name in ("commitments.csv", "a.csv", "b.csv"):
            shutil.copy(TABLE, name)
        ogp.convert(TABLE, "commitments.ndjson")
        names = {
            "ogp": ogp, "records": [{**RECORD, "year": year} for year in (2022, 2023, 2024)],
            "print": lambda *words, **options: None
        }
        if has("pandas"):
            import pandas

            names["frame"] = pandas.read_csv(TABLE, keep_default_na=False, dtype=str)
        else:
            names["frame"] = ogp.read_commitments(TABLE)
        if has("matplotlib"):
            import matplotlib

            matplotlib.use("Agg")
            from matplotlib import pyplot

            names["axes"] = pyplot.subplots()[1]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for block in blocks:
                if all(has(module) for word, module in NEEDS.items() if word in block):
                    exec(compile(block, "example", "exec"), names)  # pylint: disable=exec-used


if __name__ == "__main__":
    unittest.main()
