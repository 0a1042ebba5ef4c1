"""Asked for what the register knew on a day, every page answers that, says so, and takes the day along."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from django.test import Client

from palermo.web.treaties import actions, queries
from palermo.web.treaties.models import Correction
from tests.web.cast import Cast

pytestmark = pytest.mark.usefixtures("register")

RATIFIED = "TIP.FRA.ratification.2002-10-29"
ON, THEN, NOW = "2005-01-01", "2026-02-28", "2026-03-01"
PAGES = (
    "/en/", "/en/states/", "/en/states/FRA/", "/en/instruments/", "/en/instruments/TIP/", "/en/matrix/",
    "/en/compare/?a=FRA&b=DEU", "/en/changes/", "/en/sources/",
)  # fmt: skip


@pytest.fixture
def struck(register: None, cast: Cast) -> None:
    """On 1 March 2026 the register learns that France never ratified the Protocol. (Invented.)"""
    asked = Correction(
        change="strike", act=RATIFIED, instrument="TIP", state="FRA", source_title="Invented",
        source_as_of=date(2026, 1, 1), explanation="Invented",
    )  # fmt: skip
    held = actions.propose_correction(by=cast.people["focal_point"], correction=asked)
    actions.accept_correction(by=cast.people["moderator"], correction=held.pk, reason="Invented")


def ask(client: Client, address: str, **query: str) -> Any:
    path, _, own = address.partition("?")
    return client.get(path, {**dict(pair.split("=") for pair in own.split("&") if pair), **query})


def rows(client: Client, address: str, **query: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = ask(client, address, format="json", on=ON, **query).json()["rows"]
    return found


def state(client: Client, **query: str) -> str:
    return next(str(row["status"]) for row in rows(client, "/en/states/FRA/", **query) if row["code"] == "TIP")


def instrument(client: Client, **query: str) -> str:
    return next(str(row["status"]) for row in rows(client, "/en/instruments/TIP/", **query) if row["iso3"] == "FRA")


def matrix(client: Client, **query: str) -> str:
    return next(str(row["TIP"]) for row in rows(client, "/en/matrix/", **query) if row["iso3"] == "FRA")


def compare(client: Client, **query: str) -> str:
    both = {row["code"] for row in rows(client, "/en/compare/?a=FRA&b=BEL", **query)}
    return "bound" if "TIP" in both else "signatory"


@pytest.mark.usefixtures("struck")
@pytest.mark.parametrize("page", [state, instrument, matrix, compare])
def test_a_page_knows_what_the_register_knew(client: Client, page: Any) -> None:
    assert page(client) == page(client, known_on=NOW) == "signatory"
    assert page(client, known_on=THEN) == "bound"


@pytest.mark.usefixtures("struck")
def test_what_is_counted_is_counted_as_known(client: Client) -> None:
    def parties(**query: str) -> int:
        return int(ask(client, "/en/instruments/TIP/", on=ON, **query).context["parties"])

    assert parties(known_on=THEN) == parties() + 1
    (row,) = [row for row in rows(client, "/en/instruments/", known_on=THEN) if row["code"] == "TIP"]
    assert row["parties"] == parties(known_on=THEN)


@pytest.mark.parametrize("address", PAGES)
def test_every_page_says_so_beside_its_day_and_keeps_it_in_its_links(client: Client, address: str) -> None:
    response = ask(client, address, known_on=THEN, on=ON)
    text = response.content.decode()
    bar = text.split('<form class="as-of"')[1].split("</form>")[0]
    assert f"As known on {THEN}: what was recorded or corrected later is left out." in bar
    assert f'<input type="hidden" name="known_on" value="{THEN}">' in bar
    assert "Show what is known now" in bar
    led = re.findall(r'href="(/en/(?:states|instruments|matrix|compare|sources)/[^"]*)"', text)
    assert led
    assert [link for link in led if f"known_on={THEN}" not in link or f"on={ON}" not in link] == []


@pytest.mark.parametrize("address", PAGES)
def test_a_page_that_was_not_asked_says_nothing_of_knowledge(client: Client, address: str) -> None:
    text = ask(client, address).content.decode()
    assert "As known on" not in text
    assert "known_on" not in text


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("day", ["soon", "2026-02-30", "2026-03-02", "1899-12-31", "2013-01-01", "20260101"])
def test_a_day_of_knowledge_that_cannot_be_is_answered_with_help(client: Client, address: str, day: str) -> None:
    response = ask(client, address, known_on=day)
    assert response.status_code == 400
    text = response.content.decode()
    assert "This day cannot be shown" in text
    assert "Show the page itself" in text
    led = re.findall(r'href="([^"]*)"', text.split("<main")[1].split("</main>")[0])
    assert not [link for link in led if "known_on" in link]  # none leads back into the fault


def test_before_the_first_entry_of_all_nothing_is_known_of_anybody_and_from_then_on_of_everybody(
    client: Client,
) -> None:
    first = queries.whole().begins
    assert first is not None
    for code in ("FRA", "PLW"):
        assert ask(client, f"/en/states/{code}/", known_on=first.isoformat()).status_code == 200
    early = rows(client, "/en/states/PLW/", known_on=first.isoformat())
    assert max(row["as_of"] or "" for row in early) <= first.isoformat()


@pytest.mark.parametrize("form", ["csv", "json"])
def test_a_file_says_it_in_every_row(client: Client, form: str) -> None:
    body = ask(client, "/en/states/FRA/", format=form, known_on=THEN).content.decode("utf-8-sig")
    head = body.splitlines()[0]
    assert head.endswith(",known_on") if form == "csv" else f'"known on": "{THEN}"' in body
    assert body.count(THEN) >= len(queries.catalogue().instruments)
    assert "known_on" not in ask(client, "/en/states/FRA/", format="csv").content.decode("utf-8-sig")


@pytest.mark.usefixtures("struck")
def test_a_sheet_says_it_in_its_name_and_is_another(client: Client) -> None:
    then, now = (ask(client, "/en/states/FRA/sheet.pdf", on=ON, **more) for more in ({"known_on": THEN}, {}))
    assert f"palermo-FRA-{ON}-known-{THEN}-en.pdf" in then["Content-Disposition"]
    assert then["ETag"] != now["ETag"]


# --- Files that there are not --------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("form", ["pdf", "CSV", "xls", "csv;", "<script>"])
def test_a_format_that_is_none_is_answered_with_those_that_there_are(client: Client, address: str, form: str) -> None:
    response = ask(client, address, format=form, on=ON)
    assert response.status_code == 400
    text = response.content.decode()
    assert "csv, xlsx, json" in text
    assert "<script>”" not in text
    assert 'href="/en/' in text.split("Show the page itself")[0].rpartition("<a ")[2]


@pytest.mark.parametrize("address", ["/en/", "/en/about/", "/en/search/?q=gui"])
def test_a_page_without_a_table_gives_no_file_and_says_so(client: Client, address: str) -> None:
    response = ask(client, address, format="csv")
    assert response.status_code == 400
    assert "There is no file of this page." in response.content.decode()


@pytest.mark.parametrize("address", PAGES[1:])
def test_an_empty_format_is_none(client: Client, address: str) -> None:
    assert ask(client, address, format="").status_code == 200
