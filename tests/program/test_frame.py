# SPDX-License-Identifier: MIT
"""The frame of the program: options, output, diagnostics, exit statuses, the same for every command."""
import os
import pathlib
import re
import stat
import subprocess
import sys
import tempfile
import unittest

from program import PROGRAM, ROOT, commands, ogp

LINE = re.compile(r"^ogp: (?:.+?(?::\d+(?::\d+)?)?: )?.+ \[(syntax|format|limit|io|memory|usage)\]\n$")


class Calls(unittest.TestCase):
    def wrong(self, *words, saying=""):
        result = ogp(*words)
        self.assertEqual(result.status, 2, words)
        self.assertEqual(result.out, "")
        self.assertRegex(result.err, LINE)
        self.assertIn("[usage]", result.err)
        self.assertIn(saying, result.err)

    def test_wrong_calls(self):
        self.wrong(saying="which command?")
        self.wrong("nonsense", saying="no command")
        self.wrong("rulez", saying='did you mean "rules"?')
        self.wrong("help", "rulez", saying='did you mean "rules"?')
        self.wrong("help", "nothing", saying="no command")
        self.wrong("--format", "rules", saying="the command comes first")
        self.wrong("rules", "--formt", "json", saying="did you mean --format?")
        self.wrong("rules", "--format", saying="--format needs a value")
        self.wrong("rules", "--format", "pdf", saying="text|json")
        self.wrong("rules", "--lang=de", saying="ar|en|es|fr")
        self.wrong("rules", "--all=yes", saying="takes no value")
        self.wrong("rules", "-x", saying="no option -x")
        self.wrong("rules", "NOPE", saying="NOPE")
        self.wrong("rules", "", saying='""')
        self.wrong("convert", saying="an input is missing")
        self.wrong("rules", "--output", "", saying="--output names no file")
        self.wrong("convert", "-", "", saying="OUT names no file")
        self.wrong("convert", "a", "b", "c", saying="one input too many")
        self.wrong("rules", "line\nbreak")
        for word in ("depth", "depth=", "depth=0", "depth=-1", "depth=1x", "nothing=3", "depth=99999999999999999999"):
            self.wrong("rules", "--limit", word, saying="findings_per_rule")

    def test_limits(self):
        plan = b'{"format": "ogp-plan/1", "x": [[[]]]}'
        self.assertEqual(ogp("convert", "-", stdin=plan).status, 0)
        for word in ("depth=2", "input_bytes=10", "string_bytes=3", "members=1"):
            result = ogp("convert", "-", "--limit", word, stdin=plan)
            self.assertEqual(result.status, 2, word)
            self.assertIn("[limit]", result.err)

    def test_every_command_has_help(self):
        for name in commands():
            for words in ((name, "--help"), (name, "-h"), ("help", name)):
                result = ogp(*words)
                self.assertEqual((result.status, result.err), (0, ""), words)
                self.assertTrue(result.out.startswith(f"Usage: ogp {name}"), words)
                for option in ("--lang", "--output", "--format", "--help", "--rulebook", "--version"):
                    self.assertIn(option, result.out, words)

    def test_commands_are_in_order(self):
        self.assertEqual(commands(), sorted(commands()))

    def test_help_and_version(self):
        for word in ("--help", "-h", "help"):
            self.assertIn("Commands:", ogp(word).out)
        self.assertRegex(ogp("--version").out, r"^ogp \d+\.\d+\.\d+\nrulebook \d{4}-\d\d-\d\d\n$")
        self.assertEqual(ogp("rules", "--version").out, ogp("--version").out)

    def test_options_stand_anywhere(self):
        expected = ogp("rules", "TPL010", "--format", "json").out
        for words in (("-f", "json", "TPL010"), ("-fjson", "TPL010"), ("--format=json", "--", "TPL010"),
                      ("--format=text", "TPL010", "--format=json")):
            self.assertEqual(ogp("rules", *words).out, expected, words)

    def test_diagnostics_are_one_line(self):
        with tempfile.TemporaryDirectory() as folder:
            odd = pathlib.Path(folder) / "a\nb\x1b[31m.json"
            odd.write_text("{")
            result = ogp("convert", odd)
        self.assertEqual(result.status, 2)
        self.assertRegex(result.err, LINE)
        self.assertNotIn("\x1b", result.err)


class Output(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.file = pathlib.Path(self.folder.name) / "out"

    def test_output_is_the_same_as_standard_output(self):
        expected = ogp("rules").out
        self.assertEqual(ogp("rules", "--output", self.file).out, "")
        self.assertEqual(self.file.read_text(encoding="utf-8"), expected)
        self.assertEqual(ogp("rules", "-o", "-").out, expected)
        self.assertEqual(os.listdir(self.folder.name), ["out"])

    def test_an_existing_file_keeps_its_mode_and_its_link(self):
        self.file.write_text("old")
        self.file.chmod(0o640)
        link = self.file.with_name("link")
        link.symlink_to("out")
        self.assertEqual(ogp("rules", "-o", link).status, 0)
        self.assertTrue(link.is_symlink())
        self.assertEqual(stat.S_IMODE(self.file.stat().st_mode), 0o640)
        self.assertNotEqual(self.file.read_text(encoding="utf-8"), "old")

    def test_nothing_is_written_when_the_input_is_bad(self):
        self.file.write_text("old")
        self.assertEqual(ogp("convert", "/nonexistent.json", "-o", self.file).status, 2)
        self.assertEqual(self.file.read_text(), "old")
        self.file.unlink()
        self.assertEqual(ogp("convert", "/nonexistent.json", "-o", self.file).status, 2)
        self.assertEqual(os.listdir(self.folder.name), [])

    def failing(self, *words):
        result = ogp("rules", *words)
        self.assertEqual(result.status, 2)
        self.assertRegex(result.err, LINE)
        self.assertIn("[io]", result.err)

    def test_places_that_cannot_be_written(self):
        self.failing("-o", self.folder.name)
        self.failing("-o", pathlib.Path(self.folder.name) / "no" / "such" / "folder")
        if os.path.exists("/dev/full"):
            self.failing("-o", "/dev/full")

    @unittest.skipUnless(os.path.exists("/dev/full"), "no /dev/full here")
    def test_full_standard_output(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([PROGRAM, "rules"], stdout=full, stderr=subprocess.PIPE, check=False)
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"[io]", done.stderr)

    def test_a_reader_that_leaves_is_no_error(self):
        with subprocess.Popen([PROGRAM, "rules", "--all"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
            run.stdout.close()
            errors = run.stderr.read()
            self.assertEqual((run.wait(), errors), (0, b""))


class Rules(unittest.TestCase):
    def test_the_rulebook_loads_again(self):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "rulebook.json"
            self.assertEqual(ogp("rules", "--format", "json", "--all", "-o", file).status, 0)
            self.assertEqual(ogp("rules", "--rulebook", file).out, ogp("rules").out)
            self.assertEqual(ogp("rules", "--all", "--rulebook", file).out, file.read_text(encoding="utf-8"))

    def test_one_rule_says_all(self):
        rule = ogp("rules", "TPL010", "--format", "json").json()[0]
        self.assertEqual(rule["id"], "TPL010")
        self.assertEqual(set(rule["message"]), {"en", "ar", "fr", "es"})
        self.assertIn(rule["status"], ("seen", "measured", "unverified"))
        self.assertTrue(all(source["address"].startswith("http") for source in rule["sources"] if source["address"]))
        for language in rule["message"]:
            text = ogp("rules", "TPL010", "--lang", language).out
            self.assertIn(rule["message"][language], text)

    def test_one_rule_in_each_language(self):
        for language, labels in (("en", ("family    template", "severity  warning", "editions  tpl-2011: error",
                                         "source    TPL: ", "status    seen")),
                                 ("fr", ("famille   template", "gravité   avertissement",
                                         "éditions  tpl-2011\u00a0: erreur", "source    TPL: ",
                                         "statut    constaté sur une page publique")),
                                 ("es", ("familia    template", "gravedad   advertencia", "ediciones  tpl-2011: error",
                                         "fuente     TPL: ", "estado     visto en una página pública")),
                                 ("ar", ("\u200fالعائلة    template", "\u200fالدرجة     تحذير",
                                         "\u200fالإصدارات  tpl-2011: خطأ", "\u200fالمصدر     TPL: ",
                                         "\u200fالحالة     مذكور في صفحة عامة"))):
            lines = ogp("rules", "TPL010", "--lang", language).out.splitlines()
            for label in labels:
                self.assertEqual(sum(line.startswith(label) for line in lines), 1, (language, label))

    def test_families_and_prefixes(self):
        every = ogp("rules", "--format", "json").json()
        for family in {rule["family"] for rule in every}:
            some = ogp("rules", family, "--format", "json").json()
            self.assertEqual(some, [rule for rule in every if rule["family"] == family])
        self.assertEqual(ogp("rules", "TPL", "--format", "json").json(),
                         [rule for rule in every if rule["id"].startswith("TPL")])

    def test_another_rulebook_must_be_one(self):
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            file.write('{\n "rules": 3}')
            file.flush()
            result = ogp("rules", "--rulebook", file.name)
        self.assertEqual(result.status, 2)
        self.assertRegex(result.err, LINE)


class Progress(unittest.TestCase):
    """Long work shows how far it is, on a terminal alone, and leaves no trace in what is written there."""

    TABLE = (ROOT / "examples" / "tables" / "commitments.csv").read_text("utf-8").splitlines(keepends=True)
    TEXT = '{"id": 1, "lang": "en", "text": "Publish 5 reports."}\n'

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.table, self.texts = (pathlib.Path(folder.name) / name for name in ("table.csv", "texts.ndjson"))
        self.table.write_text(self.TABLE[0] + "".join(self.TABLE[1:3]) * 5000, "utf-8")
        self.texts.write_text(self.TEXT * 2000, "utf-8")

    def on_terminal(self, *words, stdout=None):
        """What stands on the terminal that is standard error, and standard output too unless it goes elsewhere."""
        master, slave = os.openpty()
        with subprocess.Popen([PROGRAM, *map(str, words)], stdout=stdout or slave, stderr=slave) as child:
            os.close(slave)
            seen = b""
            try:
                while piece := os.read(master, 65536):
                    seen += piece
            except OSError:
                pass  # the other end was closed
        os.close(master)
        self.assertEqual(child.returncode, 0, seen[-300:])
        return seen

    def test_it_is_shown(self):
        for words, what in ((("irm", self.table), b"rows: 8192"), (("irm", "--audit", self.table), b"rows: 8192"),
                            (("smart", self.table), b"rows: 1024"), (("facts", self.texts), b"texts: 1024"),
                            (("convert", "-f", "ndjson", self.table), b"kilobytes: "),
                            (("summary", self.table, self.table), b"inputs: 1 of 2")):
            seen = self.on_terminal(*words, stdout=subprocess.DEVNULL)
            self.assertIn(b"\r\x1b[K" + what, seen, words)
            self.assertTrue(seen.endswith(b"\r\x1b[K") or seen.endswith(b"\n"), words)

    def test_rows_do_not_stand_behind_it(self):
        for words in (("irm", self.table), ("smart", self.table), ("facts", self.texts)):
            seen = self.on_terminal(*words)
            self.assertIn(b"\x1b[K", seen)
            self.assertNotRegex(seen, rb"(rows|texts|kilobytes): \d+[^\r\d]", words)


if __name__ == "__main__":
    sys.exit(unittest.main())
