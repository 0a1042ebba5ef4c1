"""What every test of the service needs: cast, clock, small register, a log that yields to the cleaning of tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.utils import translation
from pytest_django import DjangoDbBlocker

from palermo.web.audit import clock, triggers
from palermo.web.audit.models import ChainHead
from palermo.web.config.static import StaticFiles
from tests.register import Loaded, write_tables
from tests.web.cast import cast

__all__ = ["cast"]  # a fixture of every test below; pytest takes `pytest_plugins` at the top only
HELD = {"TIP", "UNTOC", "ROME", "ACTIP-2015", "COE-197"}
TODAY = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture(scope="session", autouse=True)
def _log_yields_to_flush() -> Iterator[None]:
    """A transactional test empties all tables at its end, which the log's triggers refuse. Lift them for that.

    The log's head, which a migration laid, is laid again: whatever test comes next finds what a new database has.
    """
    operations = type(connection.ops)
    flush: Callable[..., Any] = operations.execute_sql_flush

    def flush_without_triggers(self: Any, sql_list: list[str]) -> None:
        triggers.drop(self.connection)
        flush(self, sql_list)
        ChainHead.objects.get_or_create(pk=1, defaults={"sequence": 0, "hash": "0" * 64})
        triggers.create(self.connection)

    operations.execute_sql_flush = flush_without_triggers
    yield
    operations.execute_sql_flush = flush


@pytest.fixture(scope="session", autouse=True)
def _static_files_are_listed_once() -> Iterator[None]:
    """Each client of a test builds the whole service anew; of that, listing the files that ship costs the most."""
    listing: Callable[[StaticFiles], None] = StaticFiles.add_files_from_finders
    listed: dict[str, Any] = {}

    def list_once(self: StaticFiles) -> None:
        if not listed:
            listing(self)
            listed.update(self.files)
        self.files.update(listed)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(StaticFiles, "add_files_from_finders", list_once)
        yield


@pytest.fixture(autouse=True)
def _forget_attempts() -> None:
    """Failed sign-ins of one test must not slow down the next."""
    cache.clear()


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """A page in Spanish must not leave the next test speaking Spanish."""
    with translation.override("en"):
        yield


@pytest.fixture(scope="session")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped tables, with the acts under `HELD` only."""
    return write_tables(tmp_path_factory.mktemp("tables"), HELD)


@pytest.fixture(scope="session")
def loaded(tables: Path, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Loaded:
    """The register of `tables` on 1 March 2026, ready to be copied."""
    with django_db_blocker.unblock():
        return Loaded("web", tables, TODAY)


@pytest.fixture
def register(db: None, loaded: Loaded) -> Iterator[None]:
    """The register on 1 March 2026: enough for every page."""
    with clock.held(TODAY):
        loaded.copy()
        yield
