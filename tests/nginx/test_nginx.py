# SPDX-License-Identifier: MIT
"""The example endpoint in a real nginx on a loopback port."""
import concurrent.futures
import glob
import http.client
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest

SOURCE = os.environ["OGP_SOURCE_ROOT"]
EXAMPLE = os.path.join(SOURCE, "examples", "nginx")
MODULES = ["/usr/lib/nginx/modules", "/usr/lib64/nginx/modules"]
CONFIGURATION = """
{modules}
worker_processes {workers};
pid {work}/pid;
error_log {work}/error.log;
events {{ worker_connections 256; }}
http {{
    access_log off;
    client_body_temp_path {work}/body;
    proxy_temp_path {work}/proxy; fastcgi_temp_path {work}/fastcgi;
    uwsgi_temp_path {work}/uwsgi; scgi_temp_path {work}/scgi;
    keepalive_requests 100000;
    lua_package_path "{example}/?.lua;{lua_path};;";
    lua_package_cpath "{lua_cpath};;";
    server {{ listen 127.0.0.1:{port} reuseport; include {example}/ogp.conf; }}
}}
"""
COMMITMENT = json.dumps({
    "id": "JO0056", "plan": "AP", "member": "JOR", "language": "en", "title": "Publish the register",
    "description": "The Ministry of Justice will publish 12 datasets by 31 December 2022.", "start": "2022-01-01",
    "end": "2022-12-31"
}).encode()
PLAN = json.dumps({"format": "ogp-plan/1", "id": "AP", "member": "JOR", "commitments": [{"number": "1"}]}).encode()


def find_modules():
    """load_module lines, or None where nginx has no Lua."""
    built_in = "lua" in subprocess.run(["nginx", "-V"], text=True, stderr=subprocess.PIPE).stderr
    for folder in MODULES:
        names = [os.path.join(folder, name) for name in ("ndk_http_module.so", "ngx_http_lua_module.so")]
        if all(os.path.exists(name) for name in names):
            return "".join("load_module %s;\n" % name for name in names)
    return "" if built_in else None


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Endpoint(unittest.TestCase):
    workers = 2

    @classmethod
    def setUpClass(cls):
        cls.work = tempfile.mkdtemp()
        os.chmod(cls.work, 0o755)
        cls.port = free_port()
        path = os.path.join(cls.work, "nginx.conf")
        with open(path, "w") as file:
            file.write(("user root;\n" if os.geteuid() == 0 else "") + CONFIGURATION.format(
                modules=find_modules(), workers=cls.workers, work=cls.work, example=EXAMPLE, port=cls.port,
                lua_path=os.environ["LUA_PATH"].strip(";"), lua_cpath=os.environ["LUA_CPATH"].strip(";")))
        cls.server = subprocess.Popen(["nginx", "-p", cls.work, "-c", path, "-g", "daemon off;"],
                                      stderr=subprocess.PIPE)
        cls.wait()

    @classmethod
    def wait(cls):
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", cls.port)).close()
                return
            except OSError:
                if cls.server.poll() is not None:
                    raise AssertionError(cls.server.stderr.read().decode())
                time.sleep(0.1)
        raise AssertionError("nginx does not answer")

    @classmethod
    def tearDownClass(cls):
        cls.server.terminate()
        cls.server.wait(10)
        cls.server.stderr.close()
        shutil.rmtree(cls.work)

    def ask(self, body, query="", method="POST"):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request(method, "/check" + query, body)
        response = connection.getresponse()
        text = response.read().decode()
        connection.close()
        return response.status, json.loads(text) if text.startswith(("{", "[")) else text

    def test_good(self):
        status, english = self.ask(PLAN)
        self.assertEqual(status, 200, english)
        self.assertTrue(english["findings"])
        status, arabic = self.ask(PLAN, "?lang=ar")
        self.assertEqual(status, 200)
        self.assertEqual(len(arabic["findings"]), len(english["findings"]))
        self.assertNotEqual(arabic, english)
        self.assertEqual(self.ask(COMMITMENT)[0], 200)

    def test_bad(self):
        status, failure = self.ask(b'{"format": "ogp-plan/1",\n "id": }')
        self.assertEqual((status, failure["code"], failure["line"], failure["column"]), (400, "syntax", 2, 8))
        status, failure = self.ask(b'{"format": "ogp-plan/1", "commitments": [{"id": 3}]}')
        self.assertEqual((status, failure["code"], failure["path"]), (400, "format", "/commitments/0/id"))
        self.assertEqual(self.ask(PLAN, "?lang=xx")[0], 400)
        self.assertEqual(self.ask(b"")[0], 400)
        self.assertEqual(self.ask(None, method="GET")[0], 405)
        self.assertEqual(self.ask(b" " * (9 << 20))[0], 413)

    def test_large_body(self):
        plan = json.dumps(
            {"format": "ogp-plan/1", "commitments": [{"id": str(i), "title": "x" * 500} for i in range(2000)]})
        self.assertEqual(self.ask(plan.encode())[0], 200)

    @classmethod
    def worker_ids(cls):
        return [
            pid for name in glob.glob("/proc/%d/task/*/children" % cls.server.pid) for pid in open(name).read().split()
        ]

    def resident(self):
        """Kilobytes of all workers."""
        total = 0
        for pid in self.worker_ids():
            with open("/proc/%s/status" % pid) as file:
                total += int(next(line for line in file if line.startswith("VmRSS")).split()[1])
        return total

    def burst(self, requests, in_flight):
        """Milliseconds of each request; 50 connections are kept open."""
        local, times, connections = threading.local(), [], []

        def one(_):
            if not hasattr(local, "connection"):
                local.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
                connections.append(local.connection)
            start = time.perf_counter()
            local.connection.request("POST", "/check?lang=ar", COMMITMENT)
            response = local.connection.getresponse()
            text = response.read()
            times.append((time.perf_counter() - start) * 1000)
            return response.status, text

        with concurrent.futures.ThreadPoolExecutor(in_flight) as pool:
            answers = set(pool.map(one, range(requests)))
        for connection in connections:
            connection.close()
        self.assertEqual(len(answers), 1, "the same request got different answers")
        self.assertEqual(next(iter(answers))[0], 200)
        return sorted(times)

    def test_many_at_once(self):
        self.burst(2000, 50)
        before = self.resident()
        times = self.burst(1000, 50)
        self.burst(4000, 50)
        after = self.resident()
        print("1,000 requests, 50 in flight, seen from a Python client: median %.2f ms, p99 %.2f ms"
              % (times[len(times) // 2], times[len(times) * 99 // 100]))
        print("workers' memory: %d kB, after 5,000 more requests %d kB" % (before, after))
        self.assertLess(after - before, 4096)

    def test_time_by_ab(self):
        if shutil.which("ab") is None:
            self.skipTest("ab (apache2-utils) is not installed")
        body = os.path.join(self.work, "commitment.json")
        with open(body, "wb") as file:
            file.write(COMMITMENT)
        done = subprocess.run(["ab", "-q", "-k", "-n", "1000", "-c", "50", "-T", "application/json", "-p", body,
                               "http://127.0.0.1:%d/check" % self.port], text=True, stdout=subprocess.PIPE)
        self.assertRegex(done.stdout, r"Failed requests:\s+0")
        print("ab: " + "; ".join(" ".join(line.split()) for line in done.stdout.splitlines()
                                 if line.startswith(("Requests per second", "  50%", "  99%"))))


if __name__ == "__main__":
    if shutil.which("nginx") is None or find_modules() is None:
        print("nginx with its Lua module is not installed")
        sys.exit(77)
    unittest.main(verbosity=2)
