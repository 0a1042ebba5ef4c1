"""After a new edition the whole register is read once, however many ask for it at that moment."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from palermo.reference import Act, load
from palermo.web.treaties import queries


@pytest.fixture(autouse=True)
def _nothing_kept() -> Iterator[None]:
    queries._whole.cache_clear()
    yield
    queries._whole.cache_clear()


def test_many_who_ask_at_once_wait_for_one_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    catalogue, readings = load(), []

    def slow(_rows: Any) -> list[Act]:
        readings.append(1)
        time.sleep(0.05)
        return []

    monkeypatch.setattr(queries, "edition", lambda: "a mark of its own")
    monkeypatch.setattr(queries, "_catalogue", lambda _mark: catalogue)
    monkeypatch.setattr(queries.records, "acts", slow)
    with ThreadPoolExecutor(4) as pool:
        held = list(pool.map(lambda _number: queries.whole(), range(8)))
    assert len(readings) == 1
    assert all(one is held[0] for one in held)


def test_a_reading_that_fails_lets_the_next_one_try(monkeypatch: pytest.MonkeyPatch) -> None:
    catalogue = load()
    monkeypatch.setattr(queries, "edition", lambda: "another mark")
    monkeypatch.setattr(queries, "_catalogue", lambda _mark: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        queries.whole()
    monkeypatch.setattr(queries, "_catalogue", lambda _mark: catalogue)
    monkeypatch.setattr(queries.records, "acts", lambda _rows: [])
    assert queries.whole().acts == ()
