# SPDX-License-Identifier: MIT
"""What a reader sees of the built-in rulebook: messages, mends, names.

usage: test_texts.py MERGED
"""
import json
import re
import sys
import unittest

LANGUAGES = ("en", "ar", "fr", "es")
ARABIC = re.compile("[\u0621-\u064a]")
LATIN = re.compile("[A-Za-z]{2,}")
DIRECTION_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c]")


def placeholders(text):
    return sorted(set(re.findall(r"\{[^}]*\}", text)))


def prose(text):
    """A text without arguments and without what is quoted from a document or a table."""
    text = re.sub(r"\{[^}]*\}", "", text)
    text = re.sub(r"https?://\S+", "", text)
    return re.sub(r"[\"«“`'‘][\x20-\x7e]*?[\"»”`'’]", "", text)


class Texts(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with open(sys.argv[1], encoding="utf-8") as file:
            cls.book = json.load(file)

    def rule_texts(self):
        for rule in self.book["rules"]:
            for member in ("message", "mend"):
                yield f"{rule['id']} {member}", rule[member]

    def check_text(self, language, texts):
        text = texts[language]
        self.assertEqual(text, text.strip())
        self.assertNotIn("  ", text)
        self.assertNotRegex(text, r"[.;:,،؛]$", "no stop at the end: run scripts/rulebook-tidy.py")
        self.assertNotRegex(text, r"[\n\t]")
        self.assertIsNone(DIRECTION_MARKS.search(text), "the renderer isolates Latin words")
        if language == "ar":
            self.assertRegex(text, ARABIC)
            others = [set(LATIN.findall(texts[code])) for code in LANGUAGES if code != "ar"]
            words = set(LATIN.findall(prose(text))) - set.intersection(*others)
            self.assertEqual(words, set(), "Latin words that the other languages do not share")
            self.assertNotRegex(re.sub("[\x20-\x7e]*[A-Za-z][\x20-\x7e]*", "", prose(text)), r"[,;?]",
                                "Arabic has its own comma, semicolon and question mark")
        else:
            self.assertIsNone(ARABIC.search(prose(text)))
        if language == "es":
            self.assertEqual(text.count("?"), text.count("¿"))

    def test_rules(self):
        for name, texts in self.rule_texts():
            for language in LANGUAGES:
                with self.subTest(name, language=language):
                    self.check_text(language, texts)
                    self.assertEqual(placeholders(texts[language]), placeholders(texts["en"]))

    def test_arabic_speaks_to_an_administration(self):
        """Mends ask in the plural, in every family: no imperative of one family stands in the singular in another."""
        words = {word for _, texts in self.rule_texts() for word in re.findall(r"[\u0621-\u0652]+", texts["ar"])}
        singular = {word[:-2] for word in words if word.endswith("وا")}
        for rule in self.book["rules"]:
            for clause in re.split(r"[:؛،.] ?| أو ", rule["mend"]["ar"]):
                with self.subTest(rule["id"], clause=clause):
                    self.assertNotIn((clause.split() or [""])[0], singular)

    def test_translated(self):
        for name, texts in self.rule_texts():
            with self.subTest(name):
                self.assertEqual(len(set(texts.values())), len(LANGUAGES), "a text is the same in two languages")

    def test_names_are_unique_in_a_family(self):
        seen = {}
        for rule in self.book["rules"]:
            key = (rule["family"], rule["name"])
            self.assertNotIn(key, seen, f"{rule['id']} is called like {seen.get(key)}")
            seen[key] = rule["id"]

    def test_own_readings_are_unverified(self):
        entries = [(r["id"], r) for r in self.book["rules"]]
        for section in ("editions", "params", "members"):
            entries += self.book[section].items()
        for name, entry in entries:
            if entry.get("source") == "OWN":
                with self.subTest(name):
                    self.assertEqual(entry["status"], "unverified",
                                     "nobody but libogp says so; rules of its own formats have the source FORMAT")

    def test_terms(self):
        for name, term in self.book["terms"].items():
            for language in LANGUAGES:
                with self.subTest(name, language=language):
                    self.assertEqual(term[language], term[language].strip())
                    self.assertIsNone(DIRECTION_MARKS.search(term[language]))
                    if language == "ar":
                        self.assertRegex(term[language], ARABIC)
                    else:
                        self.assertIsNone(ARABIC.search(term[language]))

    def test_every_area_has_a_name(self):
        areas = self.book["policy_areas"]["areas"]
        for area in areas:
            self.assertIn(f"area.{area}", self.book["terms"])
        groups = self.book["policy_areas"]["groups"]
        for name, group in groups.items():
            self.assertEqual(sorted(group["members"]), sorted(a for a in areas if areas[a].get("group") == name))
        for derived in self.book["policy_areas"]["derived"].values():
            for alternative in derived["any_of"]:
                self.assertLessEqual(set(alternative), set(areas))

    def test_countries(self):
        names, codes = {}, {}
        for code, country in self.book["countries"].items():
            self.assertNotIn(country["alpha2"], codes)
            codes[country["alpha2"]] = code
            for name in {*country["name"].values(), *country.get("aliases", [])}:
                self.assertEqual(names.setdefault(name.casefold(), code), code, f"{name} names two countries")
            self.assertRegex(country["name"]["ar"], ARABIC)
        self.assertEqual(sum(c.get("un", True) for c in self.book["countries"].values()), 193)

    def test_members(self):
        prefixes = {}
        for code, member in self.book["members"].items():
            self.assertIn(member["country"], self.book["countries"])
            self.assertIn(member["region"], self.book["vocabularies"]["regions"])
            self.assertNotIn(member["prefix"], prefixes, f"{code} has the prefix of {prefixes.get(member['prefix'])}")
            prefixes[member["prefix"]] = code
        for code, prefix in {"MAR": "MO", "GBR": "UK", "PNG": "PNG", "XKX": "XK", "ARBA": "BUE", "JOR": "JO"}.items():
            self.assertEqual(self.book["members"][code]["prefix"], prefix)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
