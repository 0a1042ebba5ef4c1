"""What every test of the service needs: the cast, the clock, and a log that yields to the cleaning of tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.utils import translation

from palermo.web.audit import triggers
from tests.web.cast import cast

__all__ = ["cast"]  # a fixture of every test below; pytest takes `pytest_plugins` at the top only


@pytest.fixture(scope="session", autouse=True)
def _log_yields_to_flush() -> Iterator[None]:
    """A transactional test empties all tables at its end, which the log's triggers refuse. Lift them for that."""
    operations = type(connection.ops)
    flush: Callable[..., Any] = operations.execute_sql_flush

    def flush_without_triggers(self: Any, sql_list: list[str]) -> None:
        triggers.drop(self.connection)
        flush(self, sql_list)
        triggers.create(self.connection)

    operations.execute_sql_flush = flush_without_triggers
    yield
    operations.execute_sql_flush = flush


@pytest.fixture(autouse=True)
def _forget_attempts() -> None:
    """Failed sign-ins of one test must not slow down the next."""
    cache.clear()


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """A page in Spanish must not leave the next test speaking Spanish."""
    with translation.override("en"):
        yield
