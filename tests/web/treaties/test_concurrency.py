"""Sixteen writers at once on one file: no edition is lost, the log is one chain, and of rivals exactly one wins."""

from __future__ import annotations

import pytest

from tests.web.audit.test_concurrency import environment, run

__all__ = ["environment"]

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
THREADS = 16
WRITERS = ("-m", "tests.web.treaties.writers")


def tally(environment: dict[str, str]) -> dict[str, str]:
    """What the register of that environment holds."""
    return dict(pair.split("=") for pair in run(environment, *WRITERS, "tally").split())


def test_sixteen_imports_make_sixteen_editions_and_lose_nothing(environment: dict[str, str]) -> None:
    run(environment, "-m", "django", "migrate", "-v0")
    assert run(environment, *WRITERS, "imports").split() == ["written"] * THREADS
    held = tally(environment)
    assert (held["edition"], held["acts"], held["imports"]) == ("16", "16", "16")
    assert held["reaches"] == "1"
    assert (held["chain"], held["entries"]) == ("True", "16")


def test_of_sixteen_corrections_of_one_entry_exactly_one_is_accepted(environment: dict[str, str]) -> None:
    run(environment, "-m", "django", "migrate", "-v0")
    assert run(environment, *WRITERS, "rivals").split() == ["accepted", *["entry_replaced"] * (THREADS - 1)]
    held = tally(environment)
    assert (held["replaced"], held["accepted"], held["chain"]) == ("1", "1", "True")
    assert held["edition"] == "2"  # the import before, and the one that won
