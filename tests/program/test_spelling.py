# SPDX-License-Identifier: MIT
"""SMART marks and scores are the same in every spelling of a text: on every marked text."""
import importlib.util
import json
import sys
import unicodedata
import unittest

from program import ROOT, ogp


def variants():
    spec = importlib.util.spec_from_file_location("test_metamorphic", ROOT / "tests" / "text" / "test_metamorphic.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.VARIANTS


def texts():
    for path in sorted((ROOT / "tests" / "gold").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield row["lang"], unicodedata.normalize("NFC", row["text"])


def scores(rows):
    stream = "".join(
        json.dumps({"id": f"XX{i:04d}", "language": language, "description": text}, ensure_ascii=False) + "\n"
        for i, (language, text) in enumerate(rows))
    result = ogp("smart", "--format", "csv", "-", stdin=stream.encode("utf-8"))
    assert result.status == 0, result.err
    return result.out.splitlines()


class Spelling(unittest.TestCase):
    def test_scores(self):
        rows = list(texts())
        plain = scores(rows)
        self.assertEqual(len(plain), len(rows) + 1)
        self.assertGreater(len({line.rsplit(",", 1)[1] for line in plain}), 10)
        for name, change in variants().items():
            with self.subTest(name):
                other = scores([(language, "".join(change(i, c, text) for i, c in enumerate(text)))
                                for language, text in rows])
                self.assertEqual(other, plain)


if __name__ == "__main__":
    sys.exit(unittest.main())
