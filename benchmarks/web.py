"""What a page costs in CPU time of the server, on SQLite and PostgreSQL, and with a hundredfold register.

    python3 dev.py bench web [--requests 200] [--without-hundredfold]

A real granian with one worker answers a client on the loopback. CPU time is what the kernel charged to the server's
processes, divided by the requests. The first row, a page of text without any data, is the floor: what
Django and the middleware cost before any page is made; `ratio` is against it. The hundredfold register is simulated.
"""

from __future__ import annotations

import argparse
import csv
import http.client
import itertools
import os
import shutil
import socket
import string
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHIPPED = ROOT / "src/palermo/reference/data"
TICK = os.sysconf("SC_CLK_TCK")
Page = tuple[str, str, float | None]
PAGES: list[Page] = [
    ("about (floor)", "/en/about/", None),
    ("State page", "/en/states/FRA/", 15.0),
    ("instrument page", "/en/instruments/TIP/", None),
    ("matrix, core", "/en/matrix/", 60.0),
    ("matrix, all instruments", "/en/matrix/?family=all", 60.0),
    ("home", "/en/", None),
    ("API, 50 rows", "/api/v1/acts?per_page=50&instrument=TIP", 3.0),
]
PREPARE = """
import django; django.setup()
from django.core.management import call_command
from django.conf import settings
from palermo.web.audit.actions import SYSTEM
from palermo.web.treaties import actions
call_command("migrate", verbosity=0)
actions.load_shipped(by=SYSTEM, folder=settings.PALERMO_REFERENCE)
"""


def main() -> None:
    """Run what the arguments ask for and print one table for each database."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--requests", type=int, default=200)
    options.add_argument("--without-hundredfold", action="store_true")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        place = Path(folder)
        place.chmod(0o755)  # PostgreSQL runs as another user
        small = measure("SQLite, real data", place / "small", {}, PAGES, asked.requests)
        with postgres(place / "postgres") as address:
            if address:
                measure("PostgreSQL, real data", place / "pg", {"DATABASE_URL": address}, PAGES, asked.requests)
        if not asked.without_hundredfold:
            tables = place / "tables"
            acts = simulate(tables)
            pages = [page for page in PAGES if page[0] in ("about (floor)", "State page")]
            title = f"SQLite, {acts:,} acts (simulated, hundredfold)"
            large = measure(title, place / "large", {"PALERMO_REFERENCE": str(tables)}, pages, asked.requests)
            print(f"State page, hundredfold : real = {large['State page'] / small['State page']:.2f} (bar 2)")


def measure(title: str, data: Path, extra: dict[str, str], pages: list[Page], requests: int) -> dict[str, float]:
    """Start a service on these data, ask each page, print the table, and return CPU milliseconds by page."""
    environment = {**os.environ, "PALERMO_DEMO": "1", "PALERMO_DATA": str(data), "PYTHONPATH": str(ROOT / "src")}
    environment |= {"DJANGO_SETTINGS_MODULE": "palermo.web.config.settings.public", "PALERMO_LOG_LEVEL": "error"}
    environment |= extra
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", PREPARE], env=environment, check=True)
    print(f"\n{title} (prepared in {time.perf_counter() - began:.0f} s)")
    print(f"{'page':26} {'CPU ms':>8} {'bar':>6} {'ratio':>6} {'wall ms':>8} {'bytes':>9}", flush=True)
    found: dict[str, float] = {}
    with served(environment) as (port, pid):
        for name, address, bar in pages:
            cpu, wall, size = ask(port, pid, address, requests)
            found[name] = cpu
            ratio = cpu / next(iter(found.values()))
            shown = f"{bar:.0f}" if bar else ""
            mark = "" if bar is None or cpu <= bar else "  over the bar"
            print(f"{name:26} {cpu:8.2f} {shown:>6} {ratio:6.1f} {wall:8.2f} {size:9,}{mark}", flush=True)
    return found


@contextmanager
def served(environment: dict[str, str]) -> Iterator[tuple[int, int]]:
    """A granian with one worker; gives its port and the number of its first process."""
    port = free_port()
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--workers", "1", "--port", str(port)]
    command += ["--no-access-log", "--log-level", "error", "palermo.web.config.wsgi:application"]
    server = subprocess.Popen(command, env=environment)
    try:
        for _ in range(600):
            try:
                one(http.client.HTTPConnection("127.0.0.1", port, timeout=60), "/en/about/")
                break
            except OSError:
                time.sleep(0.1)
        yield port, server.pid
    finally:
        server.terminate()
        server.wait(timeout=20)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def one(connection: http.client.HTTPConnection, address: str) -> tuple[int, int]:
    """Ask once; status and size of the answer."""
    connection.request("GET", address, headers={"Host": "localhost"})
    answer = connection.getresponse()
    return answer.status, len(answer.read())


def ask(port: int, pid: int, address: str, requests: int) -> tuple[float, float, int]:
    """CPU and wall milliseconds for each request, and the size of an answer. Ten requests first, not counted."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    size = 0
    for _ in range(10):
        status, size = one(connection, address)
        if status != 200:
            sys.exit(f"{address} answered {status}; expected 200")
    cpu, wall = spent(pid), time.perf_counter()
    for _ in range(requests):
        one(connection, address)
    return (spent(pid) - cpu) * 1000 / requests, (time.perf_counter() - wall) * 1000 / requests, size


def spent(pid: int) -> float:
    """CPU seconds of a process and all its children, as the kernel counts them."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    own = (int(fields[11]) + int(fields[12])) / TICK
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return own + sum(spent(int(child)) for child in children)


def simulate(folder: Path) -> int:
    """A register with a hundred times the acts: invented States, each with the acts of a real one; how many acts."""
    folder.mkdir(parents=True)
    for path in SHIPPED.glob("*.csv"):
        shutil.copy(path, folder)
    states, acts = rows("states"), rows("acts")
    by_state: dict[str, list[dict[str, str]]] = {}
    for act in acts:
        by_state.setdefault(act["state"], []).append(act)
    models = sorted(by_state.values(), key=len, reverse=True)[:150]  # the busier ones: codes run out before acts do
    taken, target = {row["iso3"] for row in states}, 100 * len(acts)
    codes = ("".join(letters) for letters in itertools.product(string.ascii_uppercase, repeat=3))
    for code, model in zip((code for code in codes if code not in taken), itertools.cycle(models), strict=False):
        if len(acts) >= target:
            break
        blank = {"iso3": code, "iso2": "", "m49": "", "aliases": ""}
        states.append({**states[0], **blank, **names(f"Simulated {code}")})
        acts += [{**act, "state": code, "act": act["act"].replace(f".{act['state']}.", f".{code}.")} for act in model]
    write(folder, "states", states)
    write(folder, "acts", acts)
    return len(acts)


def names(text: str) -> dict[str, str]:
    """The same invented name in every language."""
    return {f"name_{language}": text for language in ("en", "fr", "es", "ru", "ar", "zh")}


def rows(name: str) -> list[dict[str, str]]:
    """A shipped table."""
    with (SHIPPED / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def write(folder: Path, name: str, held: list[dict[str, str]]) -> None:
    """A table in the layout of the shipped ones."""
    with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(held[0]))
        writer.writeheader()
        writer.writerows(held)


@contextmanager
def postgres(folder: Path) -> Iterator[str]:
    """The address of a private PostgreSQL, empty where none can be started here."""
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not programs:
        print("\nPostgreSQL left out: no initdb under /usr/lib/postgresql; install the package postgresql")
        yield ""
        return
    folder.mkdir()
    become: list[str] = []
    if os.geteuid() == 0:
        become = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
        shutil.chown(folder, "postgres", "postgres")
    port, data = free_port(), str(folder / "data")
    made = [*become, str(programs[-1]), "-D", data, "-U", "palermo", "-A", "trust"]
    subprocess.run(made, check=True, stdout=subprocess.DEVNULL)
    control = [*become, str(programs[-1].with_name("pg_ctl")), "-D", data, "-s", "-w"]
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1"
    subprocess.run([*control, "-o", options, "-l", str(folder / "log"), "start"], check=True)
    try:
        yield f"postgres://palermo@127.0.0.1:{port}/postgres"
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], check=True)


if __name__ == "__main__":
    main()
