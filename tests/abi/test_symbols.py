# SPDX-License-Identifier: MIT
"""The public headers, lib/libogp.map and the shared library name the same functions: test_symbols.py LIBRARY"""
import glob
import os
import re
import subprocess
import sys
import unittest

SOURCE = os.environ["OGP_SOURCE_ROOT"]
LIBRARY = sys.argv.pop() if len(sys.argv) > 1 and not sys.argv[-1].startswith("-") else None


def read(*parts):
    with open(os.path.join(SOURCE, *parts), encoding="utf-8") as file:
        return file.read()


def headers():
    return sorted(glob.glob(os.path.join(SOURCE, "include", "ogp", "*.h")))


def declared():
    """{function: its own comment, "" where it has none}"""
    found = {}
    for header in headers():
        doc = ""
        for match in re.finditer(
                r"/\*\*(?P<doc>.*?)\*/|^(?:OGP_API|OGP_DEPRECATED\(.*?\)) [^;(]*?\b(?P<name>ogp_\w+)\(", read(header),
                re.S | re.M):
            if match["doc"] is not None:
                doc = match["doc"]
            else:
                found[match["name"]] = doc
                doc = ""
    return found


def mapped():
    nodes = re.findall(r"^(OGP_\d+\.\d+)\s*\{(.*?)\}", read("lib", "libogp.map"), re.S | re.M)
    names = [(node, name) for node, body in nodes for name in re.findall(r"^\s*(ogp_\w+);", body, re.M)]
    return names


def exported():
    output = subprocess.run(["nm", "-D", "--defined-only", LIBRARY], check=True, text=True,
                            stdout=subprocess.PIPE).stdout
    return {name.split("@@")[0]: name.split("@@")[1] for name in re.findall(r"^\w+ T (\S+)$", output, re.M)}


class Symbols(unittest.TestCase):
    def test_map_is_exported(self):
        missing = sorted({name for _, name in mapped()} - set(exported()))
        self.assertEqual(missing, [], "in lib/libogp.map, but the library does not define it")

    def test_exported_is_in_the_map(self):
        self.assertEqual(sorted(set(exported()) - {name for _, name in mapped()}), [])

    def test_nodes(self):
        self.assertEqual(dict((name, node) for node, name in mapped()), exported())

    def test_map_is_sorted_and_single(self):
        names = mapped()
        self.assertEqual(names, sorted(set(names)))

    def test_map_is_declared(self):
        self.assertEqual(sorted({name
                                 for _, name in mapped()} - set(declared())), [], "in the map, but in no public header")

    def test_declared_is_in_the_map(self):
        self.assertEqual(sorted(set(declared()) - {name
                                                   for _, name in mapped()}), [],
                         "in a public header, but not in the map")

    def test_every_function_says_since_when(self):
        self.assertEqual(sorted(name for name, doc in declared().items() if "@since" not in doc), [])

    def test_every_function_says_what_it_means(self):
        silent = sorted(name for name, doc in declared().items() if not re.match(r"[\s*]*[\"\w]", doc))
        self.assertEqual(silent, [], "a public function needs a comment of its own that begins with its meaning")

    def test_versions_agree(self):
        version = re.search(r"version: '(\d+)\.(\d+)\.(\d+)'", read("meson.build")).groups()
        header = read("include", "ogp", "version.h")
        parts = tuple(
            re.search(r"OGP_VERSION_%s (\d+)" % part, header).group(1) for part in ("MAJOR", "MINOR", "PATCH"))
        self.assertEqual(parts, version)
        self.assertIn('OGP_VERSION_STRING "%s.%s.%s"' % version, header)


class Headers(unittest.TestCase):
    """Each compiles alone and twice, in C11 and C++17, without a warning; none shows another library's types."""

    def compile(self, header, compiler, *options):
        name = os.path.basename(header)
        text = "#include <ogp/%s>\n#include <ogp/%s>\nint main(void) { return 0; }\n" % (name, name)
        command = [compiler, *options, "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-fsyntax-only",
                   "-I" + os.path.join(SOURCE, "include"), "-"]
        done = subprocess.run(command, input=text, text=True, stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_alone(self):
        for header in headers():
            with self.subTest(header=os.path.basename(header)):
                self.compile(header, "cc", "-std=c11", "-x", "c")
                self.compile(header, "c++", "-std=c++17", "-x", "c++")

    def test_only_our_types(self):
        for header in headers():
            self.assertNotRegex(read(header), r"json_t|xmlNode|jansson\.h|libxml/|utf8proc", os.path.basename(header))

    def test_all_of_libogp(self):
        names = {os.path.basename(header) for header in headers()} - {"ogp.h", "macros.h"}
        self.assertEqual(names - set(re.findall(r"<ogp/(\w+\.h)>", read("include", "ogp", "ogp.h"))), set())
        self.assertEqual(names - set(re.findall(r"'(\w+\.h)'", read("include", "ogp", "meson.build"))), set())


MARKED = """
#include <ogp/macros.h>
OGP_DEPRECATED("new_thing") OGP_API int old_thing(void);
OGP_EXPERIMENTAL OGP_API int young_thing(void);
int use(void); int use(void) { return THING(); }
"""


class Marks(unittest.TestCase):
    """OGP_DEPRECATED and OGP_EXPERIMENTAL do what docs/STABILITY.md says."""

    def status(self, thing, *options):
        command = ["cc", "-Werror", "-O1", "-x", "c", "-c", "-o", os.devnull, "-DTHING=" + thing, *options,
                   "-I" + os.path.join(SOURCE, "include"), "-"]
        return subprocess.run(command, input=MARKED, text=True, stderr=subprocess.DEVNULL).returncode

    def test_deprecated(self):
        self.assertNotEqual(self.status("old_thing"), 0)
        self.assertEqual(self.status("old_thing", "-DOGP_NO_DEPRECATED_WARNINGS"), 0)
        self.assertNotEqual(self.status("old_thing", "-Wno-deprecated-declarations", "-DOGP_DISABLE_DEPRECATED"), 0)

    def test_experimental(self):
        self.assertEqual(self.status("young_thing"), 0)
        self.assertNotEqual(self.status("young_thing", "-DOGP_STABLE_ONLY"), 0)


if __name__ == "__main__":
    unittest.main(verbosity=2)
