"""The list of corrections is found, sorted and paged by the database, and shows to each what concerns them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from palermo.reference import plain
from palermo.web.presentation.tables import PER_PAGE
from palermo.web.treaties import queries
from palermo.web.treaties.models import Correction
from tests.web.cast import Cast

pytestmark = pytest.mark.usefixtures("register")

ADDRESS = "/en/corrections/"
COUNT = 2 * PER_PAGE + 20
STATES = ("FRA", "CIV", "ALB", "DEU")
INSTRUMENTS = ("TIP", "ROME", "UNTOC")


@pytest.fixture
def many(cast: Cast) -> list[Correction]:
    """More than two pages, of several States, by two people; one of what the catalogue does not know."""
    began = datetime(2025, 1, 1, 12, tzinfo=UTC)
    rows = [
        Correction(
            change="add", kind="declaration", date="2024", source_title="Invented", source_as_of="2025-01-01",
            explanation="Invented", state=STATES[number % 4], instrument=INSTRUMENTS[number % 3],
            status="withdrawn" if number % 5 else "proposed", decided_at=began if number % 5 else None,
            proposed_by=cast.people["focal_point" if number % 2 else "moderator"],
            proposed_at=began + timedelta(days=number),
        )
        for number in range(COUNT)
    ]  # fmt: skip
    rows[7].state = "XYZ"
    return Correction.objects.bulk_create(rows)


def numbers(client: Client, **query: Any) -> list[int]:
    return [row[0].value for row in client.get(ADDRESS, query).context["view"].rows]


def names(client: Client, column: int, **query: Any) -> list[str]:
    return [row[column].text for row in client.get(ADDRESS, query).context["view"].rows]


def test_a_page_reads_its_own_rows_only(
    cast: Cast, many: list[Correction], django_assert_max_num_queries: Any
) -> None:
    client = cast.clients["moderator"]
    with django_assert_max_num_queries(20) as asked:
        client.get(ADDRESS)
    (read,) = (one["sql"] for one in asked if "explanation" in one["sql"])
    assert f"LIMIT {PER_PAGE}" in read


def test_the_pages_together_hold_each_once_the_latest_first(cast: Cast, many: list[Correction]) -> None:
    client = cast.clients["moderator"]
    pages = [numbers(client, page=page) for page in (1, 2, 3)]
    assert [len(page) for page in pages] == [PER_PAGE, PER_PAGE, 19]
    seen = [number for page in pages for number in page]
    assert seen == sorted((one.pk for one in many if one.state != "XYZ"), reverse=True)
    assert numbers(client, page=99) == pages[2]
    assert numbers(client, page="soon") == pages[0]
    assert numbers(client, show="all") == seen


def test_a_focal_point_sees_and_counts_their_own_only(cast: Cast, many: list[Correction]) -> None:
    view = cast.clients["focal_point"].get(ADDRESS).context["view"]
    own = [one for one in many if one.proposed_by == cast.people["focal_point"] and one.state != "XYZ"]
    assert (view.found, view.total) == (len(own), len(own))


@pytest.mark.parametrize(
    ("words", "column", "shown"),
    [
        ("cote d’ivoire", 2, "Côte d'Ivoire"),
        ("ROME", 3, "Rome Statute"),
        ("proposed", 1, "Proposed"),
        ("focal", 6, ""),
    ],
)
def test_a_filter_finds_what_a_cell_says(
    cast: Cast, many: list[Correction], words: str, column: int, shown: str
) -> None:
    view = cast.clients["moderator"].get(ADDRESS, {"q": words}).context["view"]
    assert 0 < view.found < view.total == COUNT - 1
    said = {row[column].text for row in view.rows}
    assert len(said) == 1
    assert plain(shown or words) in plain(said.pop())


def test_a_filter_finds_a_number_and_not_what_nothing_says(cast: Cast, many: list[Correction]) -> None:
    client = cast.clients["moderator"]
    assert numbers(client, q=many[3].pk) == [many[3].pk]
    for words in ("atlantis", "9" * 30):
        assert numbers(client, q=words) == []


@pytest.mark.parametrize(
    ("key", "column"), [("number", 0), ("state", 2), ("instrument", 3), ("proposed", 5), ("by", 6)]
)
def test_each_column_sorts_both_ways_across_pages(cast: Cast, many: list[Correction], key: str, column: int) -> None:
    client = cast.clients["moderator"]
    for sort, falling in ((key, False), (f"-{key}", True)):
        if column == 0:
            rising: list[Any] = [one for page in (1, 2, 3) for one in numbers(client, sort=sort, page=page)]
        else:
            rising = [plain(one) for page in (1, 2, 3) for one in names(client, column, sort=sort, page=page)]
        assert rising == sorted(rising, reverse=falling)
        assert len(rising) == COUNT - 1


def test_names_sort_by_the_language_of_the_page(cast: Cast, many: list[Correction]) -> None:
    page = cast.clients["moderator"].get("/fr/corrections/?sort=state").context["view"]
    assert page.rows[0][2].text == queries.catalogue().states["ALB"].name("fr")
    last = cast.clients["moderator"].get("/fr/corrections/?sort=-state").context["view"]
    assert last.rows[0][2].text == queries.catalogue().states["FRA"].name("fr")


@pytest.mark.parametrize("sort", ["", "explanation", "-", "password", "state,by"])
def test_a_column_that_is_not_there_sorts_nothing(cast: Cast, many: list[Correction], sort: str) -> None:
    client = cast.clients["moderator"]
    assert numbers(client, sort=sort) == numbers(client)


def test_a_download_holds_every_row_that_the_filter_finds(cast: Cast, many: list[Correction]) -> None:
    client = cast.clients["moderator"]
    rows = client.get(ADDRESS, {"format": "json"}).json()["rows"]
    assert len(rows) == COUNT - 1
    german = client.get(ADDRESS, {"format": "json", "q": "germany", "sort": "number"}).json()["rows"]
    assert {row["state"] for row in german} == {"Germany"}
    assert [row["number"] for row in german] == sorted(row["number"] for row in german)


@pytest.mark.parametrize(
    "address",
    [
        "/", "/en/", "/en/search/", "/en/about/", "/en/states/", "/en/states/FRA/", "/en/instruments/TIP/",
        "/en/matrix/", "/en/compare/", "/en/changes/", "/en/changes/feed/", "/en/sources/", "/en/corrections/",
    ],
)  # fmt: skip
@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_what_is_only_read_takes_no_other_method(cast: Cast, address: str, method: str) -> None:
    response = getattr(cast.clients["moderator"], method)(address)
    assert response.status_code == 405
    assert "GET" in response.headers["Allow"]


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_a_form_takes_no_method_but_those_of_forms(cast: Cast, many: list[Correction], method: str) -> None:
    for address in ("/en/states/FRA/propose/", f"/en/corrections/{many[1].pk}/"):
        assert getattr(cast.clients["focal_point"], method)(address).status_code == 405


def test_whoever_is_signed_in_is_led_to_the_list_from_every_page(cast: Cast) -> None:
    for address in ("/en/", "/en/states/FRA/", "/en/account/"):
        for role in ("contributor", "focal_point", "moderator"):
            assert 'href="/en/corrections/"' in cast.clients[role].get(address).content.decode()
    assert "/corrections/" not in cast.clients["stranger"].get("/en/").content.decode()
