"""Whatever day is asked for, a page speaks of that day: of nothing later, and of what was not yet there as absent."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client

from palermo.treaties import PARTY, Code
from palermo.web.treaties import labels, queries
from tests.web.treaties.invented import accept, act, enter

pytestmark = pytest.mark.usefixtures("register")

PAGES = (
    "/en/", "/en/states/", "/en/states/FRA/", "/en/instruments/", "/en/instruments/TIP/", "/en/matrix/",
    "/en/compare/?a=FRA&b=DEU", "/en/changes/", "/en/sources/",
)  # fmt: skip
TODAY = "2026-03-01"


def rows(client: Client, address: str, **query: str) -> list[dict[str, str]]:
    """The table of a page as its download holds it."""
    found: list[dict[str, str]] = client.get(address, {"format": "json", **query}).json()["rows"]
    return found


@pytest.mark.parametrize("address", PAGES)
def test_every_page_has_a_bar_that_keeps_the_rest_of_its_question(client: Client, address: str) -> None:
    text = client.get(address, {"on": "2015-05-01", "a": "FRA", "b": "DEU"}).content.decode()
    bar = text.split('<form class="as-of"')[1].split("</form>")[0]
    assert 'name="on" value="2015-05-01"' in bar
    assert f'max="{TODAY}"' in bar
    assert '<input type="hidden" name="a" value="FRA">' in bar
    assert bar.count('name="on"') == 1


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("day", ["1900-01-01", "1999-12-31", TODAY])
def test_every_page_answers_on_the_first_day_and_on_the_last(client: Client, address: str, day: str) -> None:
    response = client.get(f"{address}{'&' if '?' in address else '?'}on={day}")
    assert response.status_code == 200
    assert day in response.content.decode()


@pytest.mark.parametrize(
    ("day", "code", "since"),
    [
        ("2000-11-14", "no-act", None),  # the day before adoption
        ("2000-12-12", "signatory", "2000-12-12"),
        ("2002-10-28", "signatory", "2000-12-12"),
        ("2002-10-29", "consented", "2002-10-29"),
        ("2003-12-24", "consented", "2002-10-29"),  # the day before the Protocol entered into force
        ("2003-12-25", "bound", "2003-12-25"),
    ],
)
def test_a_status_turns_on_its_very_day_on_every_page(client: Client, day: str, code: str, since: str | None) -> None:
    (row,) = [row for row in rows(client, "/en/states/FRA/", on=day) if row["code"] == "TIP"]
    assert (row["status"], row["since"] or None) == (code, since)
    (row,) = rows(client, "/en/instruments/TIP/", on=day, q="france")
    assert (row["status"], row["since"] or None) == (code, since)
    (row,) = rows(client, "/en/matrix/", on=day, q="france")
    assert row["TIP"] == code


def test_before_the_adoption_nobody_is_a_party_and_nobody_has_reserved_anything(client: Client) -> None:
    held = rows(client, "/en/instruments/TIP/", on="2000-11-14")
    assert {row["status"] for row in held} == {"no-act"}
    assert {row["reservations"] for row in held} == {""}


def test_a_signature_that_is_still_to_come_is_not_shown(client: Client) -> None:
    assert rows(client, "/en/instruments/TIP/", on="2000-12-11", q="france")[0]["signed"] == ""
    assert rows(client, "/en/instruments/TIP/", on="2000-12-12", q="france")[0]["signed"] == "2000-12-12"


def test_the_growth_of_an_instrument_ends_with_the_day(client: Client) -> None:
    text = client.get("/en/instruments/TIP/?on=2003-12-24").content.decode()
    days = re.findall(r'<tr><th scope="row"><bdi>(\d{4}-\d\d-\d\d)</bdi></th><td class="num">', text)
    assert days
    assert max(days) <= "2003-12-24"


@pytest.mark.parametrize("day", ["2004-06-01", "2020-01-01", TODAY])
def test_the_list_of_states_counts_what_the_ledger_counts(client: Client, day: str) -> None:
    ledger = queries.whole()
    core = ledger.catalogue.family("core")
    for row in rows(client, "/en/states/", on=day, show="all"):
        codes = [ledger.pair(held, row["iso3"], date.fromisoformat(day)).code for held in core]
        assert row["parties"] == sum(code in PARTY for code in codes), row["iso3"]
        assert row["unknown"] == codes.count(Code.UNKNOWN), row["iso3"]


@pytest.mark.parametrize("day", ["2001-01-01", "2010-01-01", TODAY])
def test_the_figures_above_an_instrument_are_those_of_the_ledger(client: Client, day: str) -> None:
    context = client.get(f"/en/instruments/TIP/?on={day}").context
    on = date.fromisoformat(day)
    codes = [held.code for held in queries.whole().standings("TIP", on)]
    assert context["parties"] == len(queries.whole().parties("TIP", on))
    assert context["in_force_for"] == codes.count(Code.BOUND)
    assert context["unknown"] == codes.count(Code.UNKNOWN)


@pytest.mark.parametrize("by", ["group", "region", "subregion"])
def test_who_is_left_is_what_the_ledger_says_is_left(client: Client, by: str) -> None:
    response = client.get(f"/en/instruments/TIP/?on=2010-01-01&by={by}")
    expected = queries.whole().coverage("TIP", date(2010, 1, 1), by)
    shown = response.context["coverage"]
    assert [(row["parties"], row["total"], len(row["left"])) for row in shown] == [
        (row.parties, row.total, len(row.left)) for row in expected
    ]
    assert response.context["by_label"] == labels.BY[by]
    assert all(row["name"] for row in shown)


def test_an_unknown_way_to_group_is_answered_with_the_usual_one(client: Client) -> None:
    assert client.get("/en/instruments/TIP/?by=moon").context["by"] == "group"


# --- What the catalogue does not know ------------------------------------------------------------------------------


@pytest.fixture
def strange(register: None) -> None:
    """Acts of a State and under an instrument that a new release of the reference facts no longer has."""
    enter(
        act("TIP XYZ accession 2020-01-01"),
        act("GONE FRA ratification 2020-01-02"),
        act("GONE XYZ declaration 2020-01-03"),
    )
    accept(act("TIP YEM accession 2020-01-04"))


@pytest.mark.usefixtures("strange")
@pytest.mark.parametrize(
    "address", [*PAGES, "/en/changes/?since=2019-01-01", "/en/changes/feed/", "/en/?on=2020-02-01"]
)
def test_entries_under_unknown_names_break_no_page(client: Client, address: str) -> None:
    assert client.get(address).status_code == 200


@pytest.mark.usefixtures("strange")
def test_entries_under_unknown_names_are_shown_as_what_does_not_fit(client: Client) -> None:
    text = client.get("/en/sources/").content.decode()
    assert "The State of this entry is not in the catalogue." in text
    assert "The instrument of this entry is not in the catalogue." in text
    assert "XYZ" in text
    assert "GONE" in text
