"""The matrix, the map and the page of sources say of each State what the ledger says, and lead where they point."""

from __future__ import annotations

import csv
import re
from datetime import date
from pathlib import Path

import pytest
from django.test import Client

import palermo.web
from palermo.web.treaties import queries
from tests.web.treaties.invented import accept, act

pytestmark = pytest.mark.usefixtures("register")

MAP = Path(palermo.web.__file__).parent / "static/map"
ROW = re.compile(r'<tr><th scope="row"><a href="/en/states/(\w{3})/[^"]*">.*?</a></th>(.*?)</tr>', re.DOTALL)
MARK = re.compile(r'<td class="status-([\w-]+?)( beyond)?">([^<]*)</td>')


def marks(client: Client, **query: str) -> dict[str, list[tuple[str, bool]]]:
    """The marks of each State as the page draws them: code, and whether the data end before the day."""
    text = client.get("/en/matrix/", query).content.decode()
    return {
        code: [(mark, bool(beyond)) for mark, beyond, _ in MARK.findall(cells)] for code, cells in ROW.findall(text)
    }


@pytest.mark.parametrize("day", ["2002-12-31", "2014-06-01", "2026-03-01"])
@pytest.mark.parametrize("family", ["core", "regional", "all"])
def test_every_mark_is_the_status_of_the_ledger(client: Client, day: str, family: str) -> None:
    ledger = queries.whole()
    held = ledger.catalogue.ordered if family == "all" else ledger.catalogue.family(family)
    shown = marks(client, family=family, on=day)
    assert set(shown) == set(ledger.catalogue.states)
    for state in sorted(shown)[::11]:
        statuses = [ledger.pair(one, state, date.fromisoformat(day)) for one in held]
        assert [mark for mark, _ in shown[state]] == [status.code.value for status in statuses], state
        for (_, beyond), status in zip(shown[state], statuses, strict=True):
            assert beyond is status.beyond, (state, status.instrument)


@pytest.mark.parametrize(
    "query", [{}, {"family": "all", "group": "AFR"}, {"q": "guinea"}, {"group": "EEG", "q": "al"}]
)
def test_the_download_holds_the_rows_and_marks_of_the_page(client: Client, query: dict[str, str]) -> None:
    page = marks(client, **query)
    rows = client.get("/en/matrix/", {**query, "format": "json"}).json()["rows"]
    assert [row["iso3"] for row in rows] == list(page)
    for row in rows:
        codes = [text.split()[0] for name, text in row.items() if name not in ("state", "iso3", "on")]
        assert codes == [mark for mark, _ in page[row["iso3"]]]


def test_what_is_not_known_is_never_called_the_last_thing_known(client: Client) -> None:
    text = client.get("/en/matrix/?family=all").content.decode()
    said = {(code, label) for code, beyond, label in MARK.findall(text) if beyond}
    assert ("unknown", "Not known") in said
    assert {label for code, label in said if code == "bound"} == {"In force, as last known"}


def test_filters_narrow_the_rows_and_forgive_spelling(client: Client) -> None:
    states = queries.catalogue().states
    assert set(marks(client, group="EEG")) == {code for code, held in states.items() if held.group == "EEG"}
    assert list(marks(client, q="COTE D’IVOIRE")) == ["CIV"]
    assert marks(client, group="nowhere") == {}
    assert "No State fits this filter." in client.get("/en/matrix/?q=atlantis").content.decode()


@pytest.mark.parametrize("address", ["/en/matrix/", "/en/states/FRA/"])
def test_an_unknown_family_is_answered_with_help(client: Client, address: str) -> None:
    response = client.get(address, {"family": "cor"})
    assert response.status_code == 404
    assert "core" in [code for code, _ in response.context["nearest"]]


# --- The map -------------------------------------------------------------------------------------------------------


def shapes() -> set[str]:
    """The States that have a shape on the map."""
    with (MAP / "shapes.csv").open(encoding="utf-8", newline="") as stream:
        return {row["iso3"] for row in csv.DictReader(stream)}


def test_every_state_has_a_shape_or_no_territory_of_its_own() -> None:
    states = queries.catalogue().states
    assert shapes() == {code for code, held in states.items() if held.m49}
    assert {code for code, held in states.items() if not held.m49} == {"EUE"}


def test_every_shape_is_in_the_drawing() -> None:
    drawn = set(re.findall(r'id="([A-Z]+)"', (MAP / "world.svg").read_text(encoding="utf-8")))
    assert shapes() | {"SPHERE", "GRATICULE", "OTHER"} <= drawn


def test_each_shape_of_the_map_is_a_link_with_its_name_status_and_day(client: Client) -> None:
    text = client.get("/ar/instruments/TIP/?on=2010-01-01").content.decode()
    found = re.findall(
        r'<a href="/ar/states/(\w{3})/\?on=2010-01-01" aria-label="([^"]+)">\s*<use class="status-([\w-]+)"', text
    )
    assert {code for code, _, _ in found} == shapes()
    france = next(label for code, label, _ in found if code == "FRA")
    assert france.startswith("فرنسا:")


# --- Compare -------------------------------------------------------------------------------------------------------


def compared(client: Client, **query: str) -> dict[str, dict[str, str]]:
    rows = client.get("/en/compare/", {"a": "FRA", "b": "DEU", "format": "json", **query}).json()["rows"]
    return {row["code"]: row for row in rows}


def test_what_a_reservation_takes_out_is_named_with_whose_it_is(client: Client) -> None:
    accept(act("TIP DEU reservation 2020-01-01", articles=("15", "5")))
    assert compared(client)["TIP"]["taken_out"] == "5, 15"
    assert compared(client, on="2019-12-31")["TIP"]["taken_out"] == ""
    page = client.get("/en/compare/?a=FRA&b=DEU").content.decode()
    assert "Germany: Reservation" in page


def test_what_gives_no_articles_is_to_be_read(client: Client) -> None:
    before = compared(client)["TIP"]["to_read"]
    accept(act("TIP DEU declaration 2020-01-01"))
    assert (
        compared(client)["TIP"]["to_read"].count("Germany: Declaration") == before.count("Germany: Declaration") + 1
    )


def test_an_objection_that_precludes_keeps_the_instrument_out_between_the_two_and_only_them(client: Client) -> None:
    accept(act("TIP DEU objection 2020-01-01", towards="FRA", precludes=True))
    assert compared(client)["TIP"]["between"] == "precluded"
    assert compared(client, a="DEU", b="FRA")["TIP"]["between"] == "precluded"
    assert compared(client, b="ITA")["TIP"]["between"] == "in force"
    assert "Kept out of force by an objection" in client.get("/en/compare/?a=FRA&b=DEU").content.decode()


def test_what_binds_one_only_is_shown_with_where_the_other_stands(client: Client) -> None:
    only = client.get("/en/compare/?a=FRA&b=BDI&on=2020-01-01").context["only"]
    assert {cell.text: [(held.text, mark.status) for held, mark in missing] for cell, missing in only} == {
        "France": [
            ("Rome Statute", "withdrawn"),
            ("CoE Anti-Trafficking Convention", "no-act"),
        ],
        "Burundi": [],
    }


@pytest.mark.parametrize("form", ["csv", "xlsx", "json"])
@pytest.mark.parametrize("query", ["", "a=FRA", "a=FRA&b=FRA", "b=FRA"])
def test_a_comparison_that_is_not_one_yet_is_an_empty_file(client: Client, query: str, form: str) -> None:
    response = client.get(f"/en/compare/?{query}&format={form}")
    assert response.status_code == 200
    assert "attachment" in response["Content-Disposition"]


# --- Sources -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address", ["/en/states/FRA/", "/en/instruments/TIP/?show=all", "/en/changes/?since=2000-01-01&show=all"]
)
def test_every_link_to_a_source_has_its_anchor(client: Client, address: str) -> None:
    led = set(re.findall(r'href="/en/sources/[^"#]*#([^"]+)"', client.get(address).content.decode()))
    anchors = set(re.findall(r'id="([^"]+)"', client.get("/en/sources/").content.decode()))
    assert led
    assert led <= anchors


def test_the_sources_count_the_acts_that_still_stand(client: Client) -> None:
    counted = {source.code: count for source, count in client.get("/en/sources/").context["sources"]}
    assert sum(counted.values()) == len(queries.whole().current)
    accept(act("TIP FRA struck 2026-01-01", replaces="TIP.FRA.ratification.2002-10-29"))
    after = {source.code: count for source, count in client.get("/en/sources/").context["sources"]}
    assert sum(after.values()) == sum(counted.values()) - 1


def test_an_import_is_listed_with_its_file_and_day(client: Client) -> None:
    accept(act("TIP YEM accession 2026-01-10"))
    text = client.get("/en/sources/").content.decode().split('id="imports"')[1]
    assert "table.csv" in text
    assert "2026-03-01" in text
    assert "+1 / 0" in text
