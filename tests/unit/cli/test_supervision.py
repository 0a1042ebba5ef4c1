"""Processes are kept running, waited for longer each time they fall, and ended together."""

from __future__ import annotations

import os
import signal
import threading
import time
from pathlib import Path

import pytest

from palermo.web.config.serving import supervising
from palermo.web.config.serving.supervising import Child, Supervisor

STAYS = "import time; time.sleep(60)"
FALLS = "raise SystemExit(3)"


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()


def test_all_run_until_it_is_told_to_stop() -> None:
    children = [Child("one", ["-c", STAYS]), Child("two", ["-c", STAYS])]
    seen: list[bool] = []
    supervisor = Supervisor(children)

    def look() -> None:
        seen.extend(alive(child.process.pid) for child in children if child.process)
        threading.Timer(0.3, supervisor.stop).start()

    supervisor.run(look)
    assert seen == [True, True]
    assert not any(alive(child.process.pid) for child in children if child.process)


def test_a_signal_stops_it_and_the_old_handler_comes_back() -> None:
    before = signal.getsignal(signal.SIGTERM)
    supervisor = Supervisor([Child("one", ["-c", STAYS])])
    supervisor.run(lambda: os.kill(os.getpid(), signal.SIGTERM))
    assert supervisor.stopping
    assert signal.getsignal(signal.SIGTERM) is before


def test_what_falls_waits_twice_as_long_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    child = Child("falling", ["-c", FALLS])
    waits = []
    for _ in range(7):
        child.start(os.environ)
        assert child.process
        child.process.wait()
        now = time.monotonic()
        assert child.fallen()
        waits.append(round(child.due - now))
    assert waits == [1, 2, 4, 8, 16, 30, 30]
    monkeypatch.setattr(supervising, "STEADY_SECONDS", 0.0)
    child.start(os.environ)
    assert child.process
    child.process.wait()
    now = time.monotonic()
    assert child.fallen()
    assert round(child.due - now) == 1


def test_nothing_is_started_before_its_wait_is_over() -> None:
    child = Child("falling", ["-c", FALLS])
    supervisor = Supervisor([child])
    child.start(os.environ)
    assert child.process
    child.process.wait()
    supervisor.look()
    assert child.process is None
    child.due = 0.0
    supervisor.look()
    assert child.process is not None
    child.process.wait()


def test_who_does_not_listen_is_ended_by_force(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervising, "GRACE_SECONDS", 0.3)
    deaf = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(60)"
    child = Child("deaf", ["-c", deaf])
    supervisor = Supervisor([child])
    began = time.monotonic()

    def stop_soon() -> None:
        time.sleep(0.5)
        supervisor.stop()

    supervisor.run(stop_soon)
    assert child.process
    assert child.process.returncode == -signal.SIGKILL
    assert time.monotonic() - began < 5
