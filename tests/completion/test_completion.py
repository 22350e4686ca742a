# SPDX-License-Identifier: MIT
"""What the shells offer after some words of a command line: test_completion.py OGP SHELL"""
import os
import shutil
import subprocess
import sys
import unittest

OGP, SHELL = (sys.argv.pop(1), sys.argv.pop(1)) if len(sys.argv) > 2 else (None, None)
FOLDER = os.path.join(os.environ["OGP_SOURCE_ROOT"], "tools", "completion")


def shell(*command):
    env = dict(os.environ, PATH=os.path.dirname(OGP) + os.pathsep + os.environ["PATH"])
    done = subprocess.run([SHELL, *command], env=env, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          cwd=FOLDER)
    assert done.returncode == 0 and done.stderr == "", done.stderr
    return done.stdout


class Completion(unittest.TestCase):
    def offered(self, *words):
        """Bash's answers for the last word."""
        line = " ".join("'%s'" % word for word in words)
        return shell(
            "-c", "source ./ogp.bash; COMP_WORDS=(%s); COMP_CWORD=%d; _ogp; printf '%%s\\n' \"${COMPREPLY[@]}\"" %
            (line, len(words) - 1)).split()

    def options(self, command):
        """Zsh's description of a command's options."""
        return shell("-c", "source ./_ogp; _ogp_options " + command).splitlines()

    def test_commands(self):
        if SHELL == "bash":
            self.assertIn("rules", self.offered("ogp", ""))
            self.assertEqual(self.offered("ogp", "rul"), ["rules"])
        else:
            self.assertIn("rules:the rulebook", shell("-c", "source ./_ogp; _ogp_commands"))

    def test_options(self):
        if SHELL == "bash":
            self.assertEqual(self.offered("ogp", "rules", "--la"), ["--lang"])
        else:
            self.assertIn("--help[say how to call this]", self.options("rules"))

    def test_choices(self):
        if SHELL == "bash":
            self.assertEqual(sorted(self.offered("ogp", "rules", "--lang", "")), ["ar", "en", "es", "fr"])
            self.assertEqual(self.offered("ogp", "rules", "-f", "j"), ["json"])
        else:
            language = [line for line in self.options("rules") if line.startswith("--lang=")]
            self.assertTrue(language and language[0].endswith(":LANG:(ar en es fr)"), language)

    def test_files(self):
        if SHELL == "bash":
            self.assertIn("meson.build", self.offered("ogp", "check", "mes"))
        else:
            output = [line for line in self.options("rules") if line.startswith("--output=")]
            self.assertTrue(output and output[0].endswith(":FILE:_files"), output)

    def test_rules(self):
        if SHELL == "bash":
            self.assertEqual(self.offered("ogp", "rules", "TPL010"), ["TPL010"])


if __name__ == "__main__":
    if shutil.which(SHELL) is None:
        sys.exit(77)
    unittest.main(verbosity=2)
