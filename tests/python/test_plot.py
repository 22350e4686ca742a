# SPDX-License-Identifier: MIT
"""Figures say what they show, in every language; tables for notebooks are escaped and run the right way."""
import os
import pathlib
import unittest
import warnings
from importlib.util import find_spec

import ogp
from ogp import _words

ROOT = pathlib.Path(os.environ["OGP_SOURCE_ROOT"])
TABLE = ROOT / "examples" / "tables" / "commitments.csv"
PLAN = ROOT / "examples" / "plans" / "ar-five-axes.json"
RECORD = {"country": "X", "budget_proposal": 1, "audit_report": 1, "access_to_information": "law", "civil_liberties": 6}


def texts(ax):
    """All that is written on a figure."""
    found = [ax.get_title(loc="left"), ax.get_title(loc="right"), ax.get_xlabel(), ax.get_ylabel()]
    found += [t.get_text() for t in ax.texts] + [t.get_text() for t in ax.get_xticklabels() + ax.get_yticklabels()]
    found += [t.get_text() for t in ax.get_legend().get_texts()] if ax.get_legend() else []
    return found


@unittest.skipUnless(find_spec("matplotlib"), "matplotlib is not installed")
class Figures(unittest.TestCase):
    def setUp(self):
        import matplotlib
        matplotlib.use("Agg")
        import matplotlib.pyplot as plt
        self.addCleanup(plt.close, "all")

    def drawn(self, ax):
        """Draws it, and fails for a letter that the font lacks."""
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            ax.figure.canvas.draw()
        return texts(ax)

    def languages(self):
        return ("en", "fr", "es") + (("ar",) if find_spec("arabic_reshaper") else ())

    def test_years_and_stars(self):
        ds = ogp.read_commitments(TABLE)
        for lang in self.languages():
            for draw, title in ((ogp.plot.years, "years_title"), (ogp.plot.stars, "stars_title")):
                with self.subTest(lang=lang, title=title):
                    found = self.drawn(draw(ds, lang=lang))
                    for name in (title, "share_of_commitments"):
                        self.assertIn(_words.shaped(_words.word(name, lang)), found)
                    self.assertTrue(any("irm-2024" in text and ogp.rulebook().version in text for text in found),
                                    "the source")

    def test_values_are_the_summary(self):
        ds = ogp.read_commitments(TABLE)
        line = ogp.plot.years(ds).get_lines()[0]
        rows = {row["year"]: row for row in ds.summary("year")}
        self.assertEqual([str(x) for x in line.get_xdata()], sorted(rows))
        for year, value in zip(line.get_xdata(), line.get_ydata()):
            share = rows[str(year)]["ambitious_share"]
            self.assertTrue(value != value if share is None else abs(value - 100 * share) < 1e-9, (year, value, share))

    def test_gaps_stay_gaps(self):
        line = ogp.plot.stars(ogp.read_commitments(TABLE)).get_lines()[0]
        self.assertEqual([value != value for value in line.get_ydata()], [False, True, True])

    def test_eligibility(self):
        trend = ogp.eligibility_trend([{**RECORD, "year": 2015, "asset_disclosure": "none"},
                                       {**RECORD, "year": 2016, "asset_disclosure": "public"}])
        for lang in self.languages():
            found = self.drawn(ogp.plot.eligibility(trend, lang=lang))
            for row in trend["years"]:
                self.assertIn(f"{row['points']}/{row['maximum']}", found)

    def test_smart(self):
        plan = ogp.load(PLAN)
        marks = ogp.smart(plan)
        found = self.drawn(ogp.plot.smart(plan, lang="ar") if "ar" in self.languages() else ogp.plot.smart(marks))
        self.assertEqual(
            found.count("○"),
            sum(
                getattr(m, c) == 0 for m in marks
                for c in ("specific", "measurable", "answerable", "relevant", "time_bound")))
        self.assertEqual([t for t in found if t.isdigit()], [str(m.score) for m in marks])

    def test_on_given_axes(self):
        import matplotlib.pyplot as plt
        ax = plt.figure().subplots()
        self.assertIs(ogp.plot.years(ogp.read_commitments(TABLE), ax=ax), ax)

    def test_wrong_arguments(self):
        for call in (lambda: ogp.plot.years(3), lambda: ogp.plot.smart(None), lambda: ogp.plot.smart([]),
                     lambda: ogp.plot.eligibility({}), lambda: ogp.plot.years(ogp.read_commitments(TABLE), ax=3),
                     lambda: ogp.plot.stars(ogp.read_commitments(TABLE), lang="xx")):
            self.assertRaises(ogp.UsageError, call)


class Words(unittest.TestCase):
    def test_every_word_in_four_languages(self):
        for name, four in _words._WORDS.items():
            self.assertTrue(all(four), name)
            holes = [set(part.split("}")[0] for part in text.split("{")[1:]) for text in four]
            self.assertEqual(holes, [holes[0]] * 4, name)

    def test_arabic_is_joined_and_runs_from_the_right(self):
        try:
            import arabic_reshaper  # noqa: F401
            import bidi  # noqa: F401
        except ImportError:
            self.skipTest("arabic_reshaper or bidi is not installed")
        shown = _words.shaped(_words.word("rulebook", "ar", version="2026-11-01"))
        self.assertTrue(shown.startswith("2026-11-01"), shown)
        self.assertFalse(any("\u0627" <= letter <= "\u064a" for letter in shown), "letters are joined")
        self.assertEqual(_words.shaped("a – b"), "a – b")


class Tables(unittest.TestCase):
    def test_plans_run_their_own_way(self):
        self.assertIn('dir="rtl" lang="ar"', ogp.load(PLAN)._repr_html_())
        self.assertIn('dir="ltr" lang="en"', ogp.load(ROOT / "examples" / "plans" / "en-clean.json")._repr_html_())

    def test_escaped(self):
        plan = ogp.Plan.from_dict({"title": "<b>&", "language": '"><script>', "commitments": [{"title": "<script>"}]})
        shown = plan._repr_html_()
        self.assertIn("&lt;script&gt;", shown)
        self.assertNotIn("<script", shown)
        self.assertNotIn("<b>", shown)

    def test_long_ones_say_how_many_more(self):
        plan = ogp.Plan.from_dict(
            {"title": "t", "language": "en", "commitments": [{"title": f"no. {i}"} for i in range(25)]})
        shown = plan._repr_html_()
        self.assertEqual(shown.count("<tr>"), 21)
        self.assertIn("5 more rows", shown)

    def test_rows_and_datasets(self):
        ds = ogp.read_commitments(TABLE)
        rows = ds.summary("year")
        self.assertEqual(rows._repr_html_().count("<tr>"), 1 + len(rows))
        self.assertIn("median_completion", rows._repr_html_())
        self.assertEqual(ds._repr_html_().count("<tr>"), 1 + len(ds))
        self.assertIn("0.667", rows._repr_html_())


if __name__ == "__main__":
    unittest.main()
