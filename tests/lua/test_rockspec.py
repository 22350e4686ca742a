# SPDX-License-Identifier: MIT
"""`luarocks make` in a checkout, against the installed libogp; what it installs is then used by each Lua found."""
import glob
import os
import re
import shutil
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.join(os.environ["OGP_SOURCE_ROOT"], "tests", "embed"))
import stage  # noqa: E402

PROGRAM = """
local ogp = require "ogp"
local plan = ogp.loads('{"format": "ogp-plan/1", "id": "AP", "commitments": [{"id": "A"}]}')
assert(plan.id == "AP" and #plan:check() > 0)
print(ogp.version)
"""


class Rock(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.work = tempfile.mkdtemp()
        cls.checkout = os.path.join(cls.work, "libogp")
        for folder in ("bindings", "include"):
            shutil.copytree(os.path.join(stage.SOURCE, folder), os.path.join(cls.checkout, folder))
        (cls.rockspec,) = glob.glob(os.path.join(cls.checkout, "bindings", "lua", "*.rockspec"))
        cls.env = dict(stage.search_path(), HOME=cls.work)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.work)

    def make_and_use(self, version):
        tree = os.path.join(self.work, "tree" + version)
        stage.run("luarocks", "--lua-version", version, "--tree", tree, "make", self.rockspec,
                  "OGP_DIR=" + stage.PREFIX, "OGP_LIBDIR=" + os.path.join(stage.PREFIX, "lib"), cwd=self.checkout,
                  env=self.env)
        paths = {
            "LUA_PATH": "%s/share/lua/%s/?.lua" % (tree, version), "LUA_CPATH": "%s/lib/lua/%s/?.so" % (tree, version)
        }
        said = stage.run("lua" + version, "-e", PROGRAM, env=dict(self.env, **paths))
        self.assertIn(said.strip() + "-1.rockspec", os.path.basename(self.rockspec))

    def test_every_lua(self):
        made = 0
        for version in ("5.1", "5.3", "5.4"):
            header = glob.glob("/usr/include/lua%s/lua.h" % version)
            if shutil.which("lua" + version) and header:
                with self.subTest(version=version):
                    self.make_and_use(version)
                made += 1
        if made == 0:
            self.skipTest("no Lua with its headers is installed")

    def test_version(self):
        with open(os.path.join(stage.SOURCE, "meson.build")) as file:
            version = re.search(r"version: '([^']+)'", file.read())[1]
        with open(self.rockspec) as file:
            self.assertIn('version = "%s-1"' % version, file.read())


if __name__ == "__main__":
    stage.need("cc", "luarocks", "swig")
    unittest.main(verbosity=2)
