# SPDX-License-Identifier: MIT
"""A build with the word lists of English alone (-Dlanguages=en): the same facts of English texts, none of others.

test_english.py RUNNER RUNNER-OF-ENGLISH ENGLISH.jsonl OTHER.jsonl
"""
import json
import subprocess
import sys
import unittest

RUNNER, ENGLISH_RUNNER, ENGLISH, OTHER = sys.argv[1:5]


def facts(runner, *args):
    out = subprocess.run([runner, *args], stdout=subprocess.PIPE, check=True).stdout.decode("utf-8")
    return [json.loads(line) for line in out.splitlines()]


class OneLanguage(unittest.TestCase):
    def test_same_facts(self):
        found = facts(ENGLISH_RUNNER, ENGLISH)
        self.assertGreater(sum(len(text["facts"]) for text in found), 100)
        self.assertEqual(found, facts(RUNNER, ENGLISH))

    def test_other_languages_are_read_as_english(self):
        found = facts(ENGLISH_RUNNER, OTHER, "guess")
        self.assertEqual({text["lang"] for text in found}, {"en"})
        self.assertEqual({text["lang"] for text in facts(RUNNER, OTHER)}, {"fr"})


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
