# SPDX-License-Identifier: MIT
"""What the example endpoint for nginx answers in: 1,000 requests of one commitment with 50 in flight, by ab (apache2-utils).

   usage: meson devenv -C build python3 bench/endpoint.py [TRIES]
Prints a line a try, then the best one: what else the machine does only ever makes it slower."""
import os
import re
import subprocess
import sys

SOURCE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
os.environ.setdefault("OGP_SOURCE_ROOT", SOURCE)
sys.path.insert(0, os.path.join(SOURCE, "tests", "nginx"))
from test_nginx import COMMITMENT, Endpoint, find_modules  # noqa: E402


def measure(body, requests):
    """Milliseconds by percentile, requests a second, failures."""
    times = body + ".times"
    command = ["ab", "-q", "-k", "-n", str(requests), "-c", "50", "-T", "application/json", "-e", times, "-p", body,
               "http://127.0.0.1:%d/check?lang=ar" % Endpoint.port]
    report = subprocess.run(command, text=True, check=True, stdout=subprocess.PIPE).stdout
    with open(times) as file:
        at = dict(line.strip().split(",") for line in file.readlines()[1:])
    failed = sum(int(n) for n in re.findall(r"(?:Failed requests|Non-2xx responses):\s+(\d+)", report))
    return float(at["50"]), float(at["99"]), float(re.search(r"Requests per second:\s+([\d.]+)", report)[1]), failed


def main():
    Endpoint.setUpClass()
    try:
        body = os.path.join(Endpoint.work, "commitment.json")
        with open(body, "wb") as file:
            file.write(COMMITMENT)
        measure(body, 2000)
        tries = []
        for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 10):
            tries.append(measure(body, 1000))
            print("p50 %6.2f ms   p99 %6.2f ms   %6.0f requests/s   %d failed" % tries[-1])
        print("best of %d: p50 %.2f ms, p99 %.2f ms; failed in all: %d"
              % (len(tries), min(t[0] for t in tries), min(t[1] for t in tries), sum(t[3] for t in tries)))
    finally:
        Endpoint.tearDownClass()


if __name__ == "__main__":
    if find_modules() is None:
        sys.exit("nginx with its Lua module is not installed")
    main()
