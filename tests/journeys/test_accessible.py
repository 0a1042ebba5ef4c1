"""axe finds no violation on any page, in either direction of writing, light and dark, wide and narrow."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.journeys.conftest import NARROW, WIDE, Watched
from tests.journeys.looking import violations

PAGES = [
    "",
    "states/",
    "states/FRA/",
    "states/MYS/",
    "instruments/",
    "instruments/TIP/",
    "instruments/ILO-C190/",
    "instruments/ROME/?on=2019-06-01&known_on=2026-06-01",
    "matrix/",
    "matrix/?family=all&on=2019-06-01",
    "compare/",
    "compare/?a=FRA&b=KHM",
    "changes/?since=2015-01-01",
    "sources/",
    "about/",
    "search/?q=republic",
    "states/FRA/?on=2020-02-31",
    "account/login/",
]


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_nothing(open_page: Callable[..., Watched], address: str, language: str, look: str) -> None:
    held = open_page(language, NARROW if look == "dark" else WIDE, dark=look == "dark")
    held.page.goto(address)
    assert violations(held.page) == []
    held.forgive(400)
