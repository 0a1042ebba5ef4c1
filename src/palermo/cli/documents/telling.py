"""What goes to standard error while files are read: how far it is, and what could not be read."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Generator, Iterable
from dataclasses import asdict
from typing import TypeVar

import typer

from palermo.cli.documents.opening import Failure
from palermo.cli.errors import Exit, plain

Result = TypeVar("Result")
SOON, OFTEN = 1.0, 0.2


class Telling:
    """Counts the files of one command. `lines` tells failures as JSON Lines, for programs."""

    def __init__(self, total: int, *, lines: bool = False) -> None:
        self.total = total
        self.lines = lines
        self.done = 0
        self.failures: list[Failure] = []
        self._began = self._last = time.monotonic()
        self._shown = 0

    def good(self, results: Iterable[Result | Failure]) -> Generator[Result]:
        """The results that are no failures; those are told as they come."""
        try:
            for result in results:
                self.done += 1
                if isinstance(result, Failure):
                    self._clear()
                    self._tell(result)
                else:
                    yield result
                self._progress()
        except KeyboardInterrupt:
            self._clear()
            typer.echo(f"palermo: stopped after {self.done} of {self.total} files.", err=True)
            raise
        finally:
            self._clear()

    def conclude(self) -> None:
        """Raise `typer.Exit` with the code that says what went wrong; nothing where nothing did."""
        if not self.failures:
            return
        if self.total > 1 and not self.lines:
            count = len(self.failures)
            typer.echo(f"palermo: {count} of {self.total} files could not be done.", err=True)
        unexpected = any(failure.error == "unexpected" for failure in self.failures)
        raise typer.Exit(Exit.UNEXPECTED if unexpected else Exit.UNREADABLE)

    def _tell(self, failure: Failure) -> None:
        self.failures.append(failure)
        told = json.dumps(asdict(failure), ensure_ascii=False) if self.lines else f"palermo: {plain(failure.message)}"
        typer.echo(told, err=True)

    def _progress(self) -> None:
        now = time.monotonic()
        if not sys.stderr.isatty() or now - self._began < SOON or now - self._last < OFTEN:
            return
        self._last = now
        left = (now - self._began) / self.done * (self.total - self.done)
        line = f"{self.done:,} of {self.total:,} files, about {_span(left)} left"
        sys.stderr.write("\r" + line.ljust(self._shown))
        sys.stderr.flush()
        self._shown = len(line)

    def _clear(self) -> None:
        if self._shown:
            sys.stderr.write("\r" + " " * self._shown + "\r")
            sys.stderr.flush()
            self._shown = 0


def _span(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 90 else f"{seconds / 60:.0f} min"
