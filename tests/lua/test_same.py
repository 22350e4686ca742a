# SPDX-License-Identifier: MIT
"""The findings on a plan, byte for byte the same from the program and from Lua: test_same.py OGP LUA PLAN..."""
import subprocess
import sys

SCRIPT = """
local ogp = require "ogp"
local name, lang = arg[1], arg[2]
local file = assert(io.open(name, "rb"))
local text = file:read("*a")
file:close()
io.write(ogp.load(name):check(lang):write("json", lang, name, text))
"""


def main(ogp, lua, *plans):
    for plan in plans:
        for lang in ("ar", "en", "es", "fr"):
            program = subprocess.run([ogp, "check", "--format", "json", "--lang", lang, plan],
                                     stdout=subprocess.PIPE).stdout
            done = subprocess.run([lua, "-e", "arg = {'%s', '%s'}" % (plan, lang), "-e", SCRIPT],
                                  stdout=subprocess.PIPE)
            if not program or done.returncode != 0 or done.stdout != program:
                raise SystemExit("%s in %s: %s and the program differ" % (plan, lang, lua))
    print("%d plans in 4 languages: the same bytes" % len(plans))


if __name__ == "__main__":
    main(*sys.argv[1:])
