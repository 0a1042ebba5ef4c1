"""The table of who may go where: every address of the service, asked by each of the cast.

The list of addresses comes from the service itself, so that none can be forgotten; the expected answers come from the
rooms (`tests/web/<room>/access.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.web.access import Row
from tests.web.cast import ROLES, Cast

TABLES = sorted(path.parent.name for path in Path(__file__).parent.glob("*/access.py"))
EXPECTED: dict[str, Row] = {
    name: row for room in TABLES for name, row in import_module(f"tests.web.{room}.access").ROWS.items()
}


def names(patterns: Sequence[URLPattern | URLResolver], space: str = "") -> Iterator[str]:
    """The full name of every address; those without a name by their pattern, so that they too must be listed."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from names(pattern.url_patterns, inner)
        else:
            yield f"{space}{pattern.name or pattern.pattern}"


ADDRESSES = sorted(set(names(get_resolver().url_patterns)))


def test_every_address_is_in_the_table() -> None:
    missing = [name for name in ADDRESSES if name not in EXPECTED]
    assert not missing, f"say in tests/web/<room>/access.py who is answered what at: {', '.join(missing)}"


def test_the_table_holds_no_address_that_is_gone() -> None:
    gone = [name for name in EXPECTED if name not in ADDRESSES]
    assert not gone, f"take these out of tests/web/<room>/access.py: {', '.join(gone)}"


def test_no_address_is_listed_by_two_rooms() -> None:
    tables = [import_module(f"tests.web.{room}.access").ROWS for room in TABLES]
    assert sum(map(len, tables)) == len(EXPECTED)


@pytest.mark.django_db
@pytest.mark.parametrize("name", [name for name in ADDRESSES if name in EXPECTED])
def test_each_of_the_cast_is_answered_as_the_table_says(cast: Cast, name: str) -> None:
    row = EXPECTED[name]
    address = reverse(name, kwargs=dict(row.values_for(cast)))
    answers = {role: cast.clients[role].generic(row.method, address, **body(row)).status_code for role in ROLES}
    assert answers == dict(row.expected), f"{row.method} {address} {row.note}"


def body(row: Row) -> dict[str, str]:
    """The form of a write, as a browser sends it."""
    from urllib.parse import urlencode

    if not row.data:
        return {}
    return {"data": urlencode(row.data, doseq=True), "content_type": "application/x-www-form-urlencoded"}
