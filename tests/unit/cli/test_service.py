"""`palermo demo` and `palermo serve` as processes: they answer, start again what falls, and stop in peace."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import sqlite3
import stat
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from palermo.cli.errors import Exit
from tests.unit.cli.conftest import Process

WITHIN = 60.0
OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answer(address: str, **headers: str) -> tuple[int, str]:
    try:
        with OPENER.open(urllib.request.Request(address, headers=headers), timeout=10) as response:
            return response.status, response.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()
    except OSError:
        return 0, ""


def until(address: str) -> tuple[int, str]:
    """The first answer with status 200."""
    end = time.monotonic() + WITHIN
    while time.monotonic() < end:
        status, body = answer(address)
        if status == 200:
            return status, body
        time.sleep(0.1)
    raise AssertionError(f"nothing answered at {address}")


@contextmanager
def running(environment: dict[str, str], *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """A command that runs until the block ends; it must then stop within ten seconds, in peace."""
    command = [sys.executable, "-m", "palermo", *arguments]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        yield process
        began = time.monotonic()
        process.send_signal(signal.SIGTERM)
        process.told = process.communicate(timeout=15)  # type: ignore[attr-defined]
        assert time.monotonic() - began < 10
        assert process.returncode == 0
    finally:
        process.kill()
        process.wait()


def children(pid: int) -> dict[str, int]:
    """The processes that a process started, by the last part of the module that they run."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = re.search(r"^PPid:\t(\d+)", (folder / "status").read_text(), re.MULTILINE)
            words = (folder / "cmdline").read_text().split("\0")
        except OSError:
            continue
        if parent and int(parent[1]) == pid and "-m" in words:
            found[words[words.index("-m") + 1].rpartition(".")[2]] = int(folder.name)
    return found


def test_every_start_prints_the_same_account_for_each_role_and_keeps_it_to_itself(
    demonstration: dict[str, str],
) -> None:
    kept = Path(demonstration["PALERMO_DATA"]) / "demo-accounts.txt"
    before = kept.read_text()
    command = [sys.executable, "-m", "palermo", "demo", "--no-serve"]
    told = subprocess.run(command, env=demonstration, capture_output=True, text=True, check=True, timeout=60).stdout
    assert kept.read_text() == before
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    rows = [line.split("\t") for line in kept.read_text().splitlines() if not line.startswith("#")]
    assert [row[0] for row in rows] == ["contributor", "focal_point", "moderator", "administrator"]
    for _, _, email, password, secret in rows:
        assert re.search(rf"{re.escape(email)}\s+{re.escape(password)}\s+\d{{6}}\s+{secret}", told)
    assert "all simulated" in told


def test_accounts_whose_file_is_lost_get_new_passwords(demonstration: dict[str, str]) -> None:
    kept = Path(demonstration["PALERMO_DATA"]) / "demo-accounts.txt"
    before = kept.read_text()
    kept.write_text("scribbled over\n")
    command = [sys.executable, "-m", "palermo", "demo", "--no-serve"]
    subprocess.run(command, env=demonstration, capture_output=True, check=True, timeout=60)
    assert kept.read_text() != before
    assert kept.read_text().count("@demo.example") == 4


@pytest.mark.slow
def test_the_demonstration_serves_pages_and_stops(demonstration: dict[str, str]) -> None:
    port = str(free_port())
    with running(demonstration, "demo", "--port", port) as process:
        until(f"http://127.0.0.1:{port}/health")
        status, page = answer(f"http://127.0.0.1:{port}/en/account/login/")
        assert status == 200
        assert "csrfmiddlewaretoken" in page
        time.sleep(0.5)  # the announcement comes with the first page
    out, _err = process.told  # type: ignore[attr-defined]
    assert f"Palermo is at http://localhost:{port}/" in out


def test_the_demonstration_keeps_away_from_real_people(demonstration: dict[str, str], tmp_path: Path) -> None:
    source = Path(demonstration["PALERMO_DATA"]) / "palermo.sqlite3"
    with sqlite3.connect(source) as held, sqlite3.connect(tmp_path / "palermo.sqlite3") as copy:
        held.backup(copy)
        copy.execute("UPDATE partners_person SET simulated = 0 WHERE id = 1")
    environment = {**demonstration, "PALERMO_DATA": str(tmp_path)}
    command = [sys.executable, "-m", "palermo", "demo", "--no-serve"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == Exit.NOT_READY
    assert "Real people have accounts in this database (1)" in done.stderr
    assert not (tmp_path / "demo-accounts.txt").exists()


def test_the_service_does_not_start_on_the_demonstrations_accounts(demonstration: dict[str, str]) -> None:
    command = [sys.executable, "-m", "palermo", "serve", "--port", str(free_port())]
    done = subprocess.run(command, env=demonstration, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == Exit.NOT_READY
    assert "belongs to the demonstration" in done.stderr


def test_the_service_says_what_to_set_when_it_would_be_unsafe(process: Process, environment: dict[str, str]) -> None:
    folder = Path(environment["PALERMO_DATA"])
    folder.mkdir()
    folder.chmod(0o755)
    done = process("serve", "--port", str(free_port()))
    assert done.returncode == Exit.NOT_READY
    assert f"Run: chmod o-rwx {folder}" in done.stderr
    assert not (folder / "palermo.sqlite3").exists()


def test_a_service_is_no_demonstration(process: Process, environment: dict[str, str]) -> None:
    environment["PALERMO_DEMO"] = "1"
    done = process("serve", "--port", str(free_port()))
    assert done.returncode == Exit.NOT_READY
    assert "PALERMO_DEMO is set" in done.stderr
    assert not (Path(environment["PALERMO_DATA"]) / "palermo.sqlite3").exists()


def test_a_value_that_cannot_be_used_is_named(process: Process, environment: dict[str, str]) -> None:
    environment["PALERMO_HOSTS"] = "https://example.org/"
    done = process("serve")
    assert done.returncode == Exit.NOT_READY
    assert "PALERMO_HOSTS" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_port_in_use_is_said_before_anything_starts(process: Process) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = process("serve", "--port", str(taken.getsockname()[1]))
    assert done.returncode == Exit.NOT_READY
    assert "Choose another with --port" in done.stderr


@pytest.mark.slow
def test_the_service_answers_starts_again_what_falls_and_stops(environment: dict[str, str]) -> None:
    port = str(free_port())
    environment["PALERMO_LOG_LEVEL"] = "info"
    with running(environment, "serve", "--port", port, "--workers", "1") as process:
        _, body = until(f"http://127.0.0.1:{port}/health")
        assert json.loads(body) == {"status": "ok", "database": "ok", "migrations": "ok", "worker": "ok"}
        assert answer(f"http://127.0.0.1:{port}/en/account/login/", **{"X-Forwarded-Proto": "https"})[0] != 500
        before = children(process.pid)
        assert set(before) == {"pages", "jobs"}
        os.kill(before["jobs"], signal.SIGKILL)
        end = time.monotonic() + 10
        while children(process.pid).get("jobs") in (None, before["jobs"]) and time.monotonic() < end:
            time.sleep(0.1)
        after = children(process.pid)
        assert after["jobs"] != before["jobs"]
        assert after["pages"] == before["pages"]
    _out, err = process.told  # type: ignore[attr-defined]
    told = [json.loads(line) for line in err.splitlines()]
    assert {"ready to start", "started", "fell", "stopping"} <= {line["event"] for line in told}
    assert not any(Path(f"/proc/{pid}").exists() for pid in after.values())


@pytest.mark.slow
def test_several_processes_that_start_at_once_prepare_once(environment: dict[str, str]) -> None:
    code = (
        "import os; os.environ['DJANGO_SETTINGS_MODULE'] = 'palermo.web.config.settings.public'\n"
        "import django; django.setup()\n"
        "from palermo.web.config.serving.preparing import prepare; print(prepare())"
    )
    started = [
        subprocess.Popen([sys.executable, "-c", code], env=environment, stdout=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    loaded = sorted(int(process.communicate(timeout=120)[0]) for process in started)
    assert loaded[:2] == [0, 0]
    assert loaded[2] > 7000
