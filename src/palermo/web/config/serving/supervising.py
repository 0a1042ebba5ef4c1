"""Keeps the service's processes running: starts them, starts them again when they fall, and stops them together."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import structlog

FIRST_WAIT, LONGEST_WAIT = 1.0, 30.0
STEADY_SECONDS = 60.0  # who ran that long and fell is not falling over and over
GRACE_SECONDS = 8.0  # then it is ended by force, so that all is over within ten
LOOK_SECONDS = 0.2

log = structlog.stdlib.get_logger("palermo.serve")


@dataclass
class Child:
    """One process to keep alive: `name` for the log, `arguments` for this Python."""

    name: str
    arguments: Sequence[str]
    process: subprocess.Popen[bytes] | None = None
    began: float = 0.0
    wait: float = FIRST_WAIT
    due: float = 0.0

    def start(self, environment: Mapping[str, str]) -> None:
        """Start it in a group of its own, so that a signal to it reaches what it started itself."""
        command = [sys.executable, *self.arguments]
        self.process = subprocess.Popen(command, env=dict(environment), start_new_session=True)  # noqa: S603 -- our own
        self.began = time.monotonic()
        log.info("started", process=self.name, pid=self.process.pid)

    def fallen(self) -> bool:
        """Whether it ran and is over; notes when to start it again, twice as late each time it falls soon."""
        if self.process is None or self.process.poll() is None:
            return False
        lived = time.monotonic() - self.began
        wait = FIRST_WAIT if lived >= STEADY_SECONDS else self.wait
        self.due, self.wait = time.monotonic() + wait, min(wait * 2, LONGEST_WAIT)
        log.error("fell", process=self.name, code=self.process.returncode, again_in_seconds=wait)
        self.process = None
        return True

    def send(self, number: signal.Signals) -> None:
        """Send a signal to the process and all it started."""
        if self.process is not None:
            try:
                os.killpg(self.process.pid, number)
            except ProcessLookupError:
                return


@dataclass
class Supervisor:
    """Runs `children` until a signal or `stop` ends it."""

    children: Sequence[Child]
    environment: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))
    _stopping: threading.Event = field(default_factory=threading.Event)

    def run(self, meanwhile: Callable[[], None] = lambda: None) -> None:
        """Start all, call `meanwhile` once, keep all running until told to stop, and return when all have ended."""
        before = {number: signal.signal(number, self._told) for number in (signal.SIGTERM, signal.SIGINT)}
        try:
            for child in self.children:
                child.start(self.environment)
            meanwhile()
            while not self._stopping.wait(LOOK_SECONDS):
                self.look()
        finally:
            self._end()
            for number, handler in before.items():
                signal.signal(number, handler)

    def look(self) -> None:
        """Start again what has fallen, once its wait is over."""
        for child in self.children:
            child.fallen()
            if child.process is None and time.monotonic() >= child.due:
                child.start(self.environment)

    def stop(self) -> None:
        """Ask `run` to return."""
        self._stopping.set()

    @property
    def stopping(self) -> bool:
        """Whether it was told to stop."""
        return self._stopping.is_set()

    def _told(self, number: int, _frame: object) -> None:
        log.info("stopping", signal=signal.Signals(number).name)
        self.stop()

    def _end(self) -> None:
        for child in self.children:
            child.send(signal.SIGTERM)
        until = time.monotonic() + GRACE_SECONDS
        for child in self.children:
            if child.process is None:
                continue
            try:
                child.process.wait(max(until - time.monotonic(), 0.0))
            except subprocess.TimeoutExpired:
                log.warning("ended by force", process=child.name)
            child.send(signal.SIGKILL)  # also whatever it may have left behind
            child.process.wait()
