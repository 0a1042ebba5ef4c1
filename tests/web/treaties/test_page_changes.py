"""The page of changes and its feed: what happened, on which day, and how sure that day is."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client
from lxml import etree

from palermo.web.treaties import queries
from tests.web.treaties.invented import accept, act

pytestmark = pytest.mark.usefixtures("register")

ATOM = "{http://www.w3.org/2005/Atom}"


def rows(client: Client, **query: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = client.get("/en/changes/", {"format": "json", **query}).json()["rows"]
    return found


def note(client: Client, state: str, what: str, **query: str) -> str:
    """The small print under the day of one event."""
    held = client.get("/en/changes/", {"show": "all", **query}).context["view"].table
    return next(row[0].note for row in held.rows if row[2].text == state and row[5].value == what)


@pytest.mark.parametrize(
    ("query", "since", "until"),
    [
        ({}, "2024-03-01", "2026-03-01"),
        ({"on": "2004-12-31"}, "2003-01-01", "2004-12-31"),
        ({"since": "2003-12-25", "on": "2003-12-25"}, "2003-12-25", "2003-12-25"),
        ({"on": "1900-06-01"}, "1900-01-01", "1900-06-01"),
    ],
)
def test_the_page_tells_what_the_ledger_tells_between_two_days(
    client: Client, query: dict[str, str], since: str, until: str
) -> None:
    expected = queries.whole().changes(date.fromisoformat(since), date.fromisoformat(until))
    assert [(row["day"], row["iso3"], row["code"], row["what"]) for row in rows(client, **query)] == [
        (str(held.day), held.act.state, held.act.instrument, held.what) for held in reversed(expected)
    ]


def test_the_latest_comes_first(client: Client) -> None:
    days = [row["day"] for row in rows(client, since="2000-01-01", on="2010-01-01")]
    assert len(days) > 300
    assert days == sorted(days, reverse=True)


IMPRECISE = {
    "a day": (act("TIP YEM accession 2019-05-06"), "accession", ""),
    "a year": (act("TIP YEM accession 2019"), "accession", "At the latest; the source says 2019 only."),
    "a month": (act("TIP YEM accession 2019-05"), "accession", "At the latest; the source says 2019-05 only."),
    "a year, by the rule": (
        act("TIP YEM accession 2019"), "entry into force", "At the latest; the source says 2019 only.",
    ),
    "a year, with a printed day of effect": (
        act("TIP YEM accession 2019", effect="2020-02-01"), "entry into force", "",
    ),
    "a day, with an effect known to its year": (
        act("TIP YEM accession 2018-12-01", effect="2019"),
        "entry into force",
        "At the latest; the source says 2019 only.",
    ),
    "no day at all": (
        act("TIP YEM accession ?", recorded=date(2020, 2, 1)),
        "entry into force",
        "at the latest; the source gives no day",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", IMPRECISE)
def test_a_day_says_how_sure_it_is(client: Client, case: str) -> None:
    told, what, expected = IMPRECISE[case]
    accept(told)
    assert note(client, "YEM", what, since="2018-01-01", q="Yemen") == expected


def test_an_end_known_to_its_year_is_not_said_to_be_of_its_last_day(client: Client) -> None:
    """Burundi left the Rome Statute in 2017; on which day, the register does not know."""
    (row,) = rows(client, since="2017-01-01", on="2018-01-01", q="Burundi")
    assert (row["day"], row["what"], row["code"]) == ("2017-12-31", "end", "ROME")
    said = note(client, "BDI", "end", since="2017-01-01", on="2018-01-01", q="Burundi")
    assert said == "At the latest; the source says 2017 only."


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("since=2020-01-02&on=2020-01-01", "Choose an earlier beginning"),
        ("since=2027-01-01", "lies in the future"),
        ("since=spring", "is not a day of the calendar"),
        ("since=1899-12-31", "before the first instrument"),
    ],
)
def test_a_span_that_cannot_be_is_refused_with_help(client: Client, query: str, says: str) -> None:
    response = client.get(f"/en/changes/?{query}")
    assert response.status_code == 400
    assert says in response.content.decode()


# --- The feed ------------------------------------------------------------------------------------------------------


def feed(client: Client, language: str = "en") -> etree._Element:
    response = client.get(f"/{language}/changes/feed/")
    assert response["Content-Type"].startswith("application/atom+xml")
    return etree.fromstring(response.content)


def texts(held: etree._Element, name: str) -> list[str]:
    return [str(found.text) for found in held.iterfind(f"{ATOM}entry/{ATOM}{name}")]


def test_every_entry_of_the_feed_has_a_name_of_its_own_and_they_are_the_latest_first(client: Client) -> None:
    held = feed(client)
    names, days = texts(held, "id"), texts(held, "updated")
    assert len(names) == len(set(names)) == 50
    assert days == sorted(days, reverse=True)
    assert str(held.findtext(f"{ATOM}updated")) == days[0]
    assert all(re.fullmatch(r"tag:palermo,\d{4}:[\w.-]+:[\w-]+", name) for name in names)


def test_news_does_not_rename_what_was_told_before(client: Client) -> None:
    before = texts(feed(client), "id")
    accept(act("TIP YEM accession 2026-01-10"))
    after = texts(feed(client), "id")
    new = [name for name in after if name not in before]
    assert {name.split(":", 2)[2] for name in new} == {
        "TIP.YEM.accession.2026-01-10:accession", "TIP.YEM.accession.2026-01-10:entry-into-force",
    }  # fmt: skip
    assert after[len(new) :] == before[: -len(new)]


def test_the_feed_speaks_the_language_of_its_address_and_leads_to_pages_that_answer(client: Client) -> None:
    held = feed(client, "fr")
    links = [str(found.get("href")) for found in held.iterfind(f"{ATOM}entry/{ATOM}link")]
    assert texts(held, "title") != texts(feed(client), "title")
    for link in links[:3]:
        assert "/fr/states/" in link
        assert client.get(link.split("testserver", 1)[-1]).status_code == 200


def test_a_feed_holds_nothing_that_breaks_it(client: Client) -> None:
    accept(act("TIP YEM accession 2026-01-10", note="<b>&\"'", id="TIP.YEM.<&>"))
    assert "TIP.YEM.<&>" in texts(feed(client), "id")[0]
