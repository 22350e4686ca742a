# SPDX-License-Identifier: MIT
"""Documents tell the truth: every console block is run, every command is described, every file shown is the file.

In a ```console block, lines that begin with "$ " are run by the shell and what follows them is what they print,
standard error included. A line "..." stands for any number of lines, "..." within a line for any text."""
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

from program import PROGRAM, ROOT, commands, ogp

PAGES = [
    ROOT / "README.md",
    *(page for folder in ("cookbook", "start") for page in sorted((ROOT / "docs" / folder).glob("*.md")))
]


def blocks(page, language):
    return re.findall(rf"^```{language}\n(.*?)^```$", page.read_text(encoding="utf-8"), re.S | re.M)


def steps(block):
    """(command, expected output) pairs; a command goes on where its line ends with a backslash."""
    for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
        lines = part.splitlines(keepends=True)
        last = next(i for i, line in enumerate(lines) if not line.endswith("\\\n"))
        yield "".join(lines[:last + 1]), "".join(lines[last + 1:])


def pattern(expected):
    """A regular expression for what a document shows."""
    lines = [r"(?:.*\n)*?" if line == "...\n" else re.escape(line).replace(r"\.\.\.", ".*")
             for line in expected.splitlines(keepends=True)]
    return re.compile("".join(lines))


class Pages(unittest.TestCase):
    def in_sandbox(self, folder):
        """A folder that looks like the project's root, with the program as `ogp`."""
        for name in ("docs", "examples", "rulebook"):
            if (ROOT / name).exists():
                shutil.copytree(ROOT / name, pathlib.Path(folder) / name)
        return dict(os.environ, PATH=os.path.dirname(PROGRAM) + os.pathsep + os.environ["PATH"], NO_COLOR="1",
                    LC_ALL="C.UTF-8")

    def test_console_blocks(self):
        for page in PAGES:
            with tempfile.TemporaryDirectory() as folder:
                environment = self.in_sandbox(folder)
                for block in blocks(page, "console"):
                    for command, expected in steps(block):
                        done = subprocess.run(["sh", "-c", command], cwd=folder, env=environment,
                                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120,
                                              check=False)
                        printed = done.stdout.decode("utf-8")
                        with self.subTest(page=page.name, command=command.strip()):
                            self.assertRegex(printed, re.compile(r"\A" + pattern(expected).pattern + r"\Z"),
                                             f"\n--- shown\n{expected}--- printed\n{printed}")

    def test_there_are_console_blocks(self):
        self.assertTrue(blocks(PAGES[0], "console"))

    def test_files_that_are_shown(self):
        """<!-- file: PATH --> before a block: the block is that file."""
        shown = 0
        for page in PAGES:
            for path, block in re.findall(r"<!-- file: (\S+) -->\n+```\w*\n(.*?)^```$",
                                          page.read_text(encoding="utf-8"), re.S | re.M):
                with self.subTest(page=page.name, file=path):
                    self.assertEqual(block, (ROOT / path).read_text(encoding="utf-8"))
                shown += 1
        self.assertGreater(shown, 0)

    def test_links_lead_somewhere(self):
        for page in [
                *PAGES, *ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/**/*.md"),
                ROOT / "rulebook" / "README.md"
        ]:
            for link in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
                if "://" not in link and not link.startswith("mailto:"):
                    with self.subTest(page=page.name, link=link):
                        self.assertTrue((page.parent / link).exists())


class Commands(unittest.TestCase):
    def setUp(self):
        self.manual = (ROOT / "docs" / "man" / "ogp.1").read_text(encoding="utf-8")

    def section(self, name):
        found = re.search(rf"^\.Ss {name}\n(.*?)(?=^\.S[sh] )", self.manual, re.S | re.M)
        return found.group(1) if found else ""

    def test_every_command_is_in_the_manual(self):
        common = set(re.findall(r"--([a-z-]+)", ogp("rules", "--help").out)) - {"all"}
        common |= {"fail-on"}
        for name in commands():
            text = self.section(name).replace("\\-", "-")
            self.assertTrue(text, f"docs/man/ogp.1 has no section .Ss {name}")
            help_text = ogp(name, "--help").out
            for option in set(re.findall(r"^  .{4}--([a-z-]+)", help_text, re.M)) - common:
                self.assertRegex(text, rf"Fl -{option}\b|\| -{option}\b", f"{name} --{option}")
            for form in re.search(r"--format FORMAT +what to write: (.*?) \(", help_text).group(1).split(", "):
                self.assertIn(form, text, f"{name} --format {form}")

    def test_the_manual_has_no_other_commands(self):
        body = self.manual.split(".Sh COMMANDS")[1].split("\n.Sh ")[0]
        self.assertEqual(re.findall(r"^\.Ss (\S+)", body, re.M), commands())

    def test_the_readme_lists_the_commands(self):
        self.assertEqual(re.findall(r"^\| `([a-z]+)` \|", PAGES[0].read_text(encoding="utf-8"), re.M), commands())

    @unittest.skipUnless(shutil.which("mandoc"), "mandoc is not installed")
    def test_the_manual_is_clean(self):
        done = subprocess.run(
            ["mandoc", "-Tlint", "-Wwarning", str(ROOT / "docs" / "man" / "ogp.1")], capture_output=True, text=True,
            check=False)
        self.assertEqual((done.returncode, done.stdout + done.stderr), (0, ""))


if __name__ == "__main__":
    unittest.main()
