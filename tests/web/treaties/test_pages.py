"""What a reader sees: every page answers for any day, says what it does not know, and refuses with help."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.utils.html import escape

pytestmark = pytest.mark.usefixtures("register")

PAGES = [
    "/en/",
    "/en/states/",
    "/en/states/FRA/",
    "/en/instruments/",
    "/en/instruments/TIP/",
    "/en/instruments/ILO-C190/",
    "/en/matrix/",
    "/en/matrix/?family=all&group=AFR",
    "/en/compare/",
    "/en/compare/?a=FRA&b=KHM",
    "/en/changes/",
    "/en/sources/",
    "/en/about/",
    "/en/search/?q=repub",
]


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_page_answers_and_names_its_day_and_source(client: Client, address: str, language: str) -> None:
    response = client.get(address.replace("/en/", f"/{language}/"))
    text = response.content.decode()
    assert response.status_code == 200
    assert "2026-03-01" in text
    assert 'class="source-line"' in text
    assert f'dir="{"rtl" if language == "ar" else "ltr"}"' in text


def test_a_state_page_tells_status_since_and_source(client: Client) -> None:
    text = client.get("/en/states/FRA/").content.decode()
    assert "Trafficking in Persons Protocol" in text
    assert "2003-12-25" in text
    assert "fedlex-2006-864-20250410" in text
    assert 'As last known on <span class="day">2025-04-10</span>.' in text


def test_a_day_reckoned_from_a_year_is_said_to_be_the_latest(client: Client) -> None:
    assert "At the latest" not in client.get("/en/instruments/TIP/?q=France").content.decode()
    assert "At the latest; the source says 2017 only." in client.get("/en/states/BDI/").content.decode()


def test_beyond_the_data_a_missing_act_is_not_known(client: Client) -> None:
    text = client.get("/en/instruments/TIP/?on=2026-01-01&q=Yemen").content.decode()
    assert '<span class="status status-unknown">Not known</span>' in text
    assert '<span class="status status-no-act">No act recorded</span>' not in text


def test_within_the_data_a_missing_act_is_said_to_be_missing(client: Client) -> None:
    text = client.get("/en/instruments/TIP/?on=2020-01-01&q=Yemen").content.decode()
    assert '<span class="status status-no-act">No act recorded</span>' in text


def test_the_chosen_day_travels_along_every_link(client: Client) -> None:
    text = client.get("/en/states/?on=2010-01-01").content.decode()
    assert 'href="/en/states/AFG/?on=2010-01-01"' in text
    assert 'href="/en/matrix/?on=2010-01-01"' in text
    assert 'href="/fr/states/?on=2010-01-01"' in text


@pytest.mark.parametrize(
    ("query", "status", "says"),
    [
        ("on=2031-01-01", 400, "lies in the future"),
        ("on=2020-13-01", 400, "is not a day of the calendar"),
        ("on=<script>", 400, escape("“<script>” is not a day")),
        ("on=1800-01-01", 400, "before the first instrument"),
    ],
)
def test_a_day_that_cannot_be_shown_is_explained(client: Client, query: str, status: int, says: str) -> None:
    response = client.get(f"/en/states/FRA/?{query}")
    assert response.status_code == status
    assert says in response.content.decode()
    ways_out = re.findall(r'<a [^>]*href="(/en/[^"]*)"', response.content.decode())
    assert "/en/" in ways_out
    assert [address for address in ways_out if "on=" in address and "FRA" not in address] == []


@pytest.mark.parametrize(
    ("address", "nearest"),
    [("/en/states/Frnce/", "France"), ("/en/instruments/Palrmo/", ""), ("/en/compare/?a=FRA&b=Cambodai", "Cambodia")],
)
def test_an_unknown_name_is_answered_with_the_nearest(client: Client, address: str, nearest: str) -> None:
    response = client.get(address)
    assert response.status_code == 404
    assert nearest in response.content.decode()
    assert "without a day" not in response.content.decode()


def test_a_name_in_any_language_leads_to_its_page(client: Client) -> None:
    assert client.get("/en/search/?q=франция")["Location"] == "/en/states/FRA/"
    assert client.get("/en/search/?q=UNTOC&on=2010-01-01")["Location"] == "/en/instruments/UNTOC/?on=2010-01-01"


def test_comparing_a_state_with_itself_is_refused_kindly(client: Client) -> None:
    assert "Choose two different ones" in client.get("/en/compare/?a=FRA&b=France").content.decode()


def test_comparison_is_the_same_from_either_side(client: Client) -> None:
    one = client.get("/en/compare/?a=FRA&b=BDI&format=json").json()["rows"]
    other = client.get("/en/compare/?a=BDI&b=FRA&format=json").json()["rows"]
    strip = [{k: v for k, v in row.items() if k not in ("a", "b")} for row in one]
    assert strip == [{k: v for k, v in row.items() if k not in ("a", "b")} for row in other]
    assert {row["code"] for row in one} == {"TIP", "UNTOC"}  # Burundi has left the Rome Statute


@pytest.mark.parametrize("form", ["csv", "xlsx", "json"])
@pytest.mark.parametrize(
    "address", ["/en/states/", "/en/states/FRA/", "/en/instruments/TIP/", "/en/matrix/", "/en/sources/"]
)
def test_every_table_can_be_downloaded(client: Client, address: str, form: str) -> None:
    response = client.get(f"{address}?format={form}&on=2020-01-01")
    assert response.status_code == 200
    assert "attachment" in response["Content-Disposition"]
    assert len(response.content) > 300


def test_a_download_holds_the_filtered_rows_and_their_day(client: Client) -> None:
    held = client.get("/en/instruments/TIP/?format=json&q=france&on=2020-01-01").json()
    assert [row["iso3"] for row in held["rows"]] == ["FRA"]
    assert held["about"]["as of"] == "2020-01-01"
    assert held["rows"][0]["as_of"] == "2025-04-10"


def test_the_matrix_as_a_file_says_of_each_status_up_to_when_it_is_known(client: Client) -> None:
    rows = client.get("/en/matrix/?format=json&on=2026-01-01&q=france").json()["rows"]
    assert rows[0]["TIP"] == "bound (last known 2025-04-10)"
    rows = client.get("/en/matrix/?format=json&on=2020-01-01&q=france").json()["rows"]
    assert rows[0]["TIP"] == "bound"


def test_the_feed_is_atom_with_one_name_for_one_event_in_every_language(client: Client) -> None:
    english, french = (client.get(f"/{language}/changes/feed/").content.decode() for language in ("en", "fr"))
    assert 'xmlns="http://www.w3.org/2005/Atom"' in english
    ids = [line for line in english.split("<id>") if line.startswith("tag:")]
    assert ids
    assert [line.split("</id>")[0] for line in ids] == [
        line.split("</id>")[0] for line in french.split("<id>") if line.startswith("tag:")
    ]


def test_a_span_that_runs_backwards_is_refused(client: Client) -> None:
    response = client.get("/en/changes/?since=2020-01-02&on=2020-01-01")
    assert response.status_code == 400
    assert "Choose an earlier beginning" in response.content.decode()


def test_an_instrument_without_data_says_so(client: Client) -> None:
    text = client.get("/en/instruments/ILO-C190/").content.decode()
    assert "There are no status data for this instrument yet" in text
    assert "status-no-act" not in text.split('id="parties"')[1]
