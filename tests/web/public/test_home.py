"""What the front page counts is what the ledger counts, and it is news only up to the day asked for."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from palermo.treaties import Code
from palermo.web.treaties import labels, queries
from tests.web.treaties.invented import accept, act

pytestmark = pytest.mark.usefixtures("register")

DAYS = ("1999-01-01", "2003-12-25", "2014-06-01", "2026-03-01")


@pytest.mark.parametrize("day", DAYS)
def test_the_core_is_counted_as_the_depositary_counts(client: Client, day: str) -> None:
    ledger = queries.whole()
    shown = client.get(f"/en/?on={day}").context["core"]
    expected = [
        (held, ledger.parties(held.code, date.fromisoformat(day))) for held in ledger.catalogue.family("core")
    ]
    assert [(cell.text, parties, as_of) for cell, parties, as_of in shown] == [
        (held.name(), len(parties), held.as_of) for held, parties in expected
    ]


@pytest.mark.parametrize("day", DAYS)
def test_the_map_marks_every_state_as_the_ledger_does(client: Client, day: str) -> None:
    held = client.get(f"/en/?on={day}").context["map"]
    ledger = queries.whole()
    for place in held.places:
        assert place.status == ledger.status("TIP", place.code, date.fromisoformat(day)).code, place.name
        assert place.link == f"/en/states/{place.code}/?on={day}"
    assert [count for _, _, count in held.legend] == [
        sum(status.code is code for status in ledger.standings("TIP", date.fromisoformat(day))) for code in Code
    ]


def test_the_news_are_the_last_consents_and_leave_out_who_only_signed(client: Client) -> None:
    accept(act("TIP YEM signature 2026-02-01"), act("TIP YEM accession 2026-01-15"), act("ROME YEM accession 2026"))
    lately = client.get("/en/").context["lately"]
    assert lately[0][0] == "2026-01-15"
    assert (lately[0][1].text, lately[0][3]) == ("Yemen", str(labels.KIND[act("TIP YEM accession 2026-01-15").kind]))
    assert len(lately) == 8
    assert str(labels.KIND[act("TIP YEM signature 2026-02-01").kind]) not in {row[3] for row in lately}


@pytest.mark.parametrize("day", ["2003-12-25", "2010-07-01"])
def test_no_news_comes_from_after_the_day(client: Client, day: str) -> None:
    days = [row[0] for row in client.get(f"/en/?on={day}").context["lately"]]
    assert days == sorted(days, reverse=True)
    assert max(days) <= day


def test_the_form_keeps_the_day(client: Client) -> None:
    text = client.get("/en/?on=2010-01-01").content.decode()
    form = text.split('role="search"')[1].split("</form>")[0]
    assert '<input type="hidden" name="on" value="2010-01-01">' in form
    assert 'name="on"' not in client.get("/en/").content.decode().split('role="search"')[1].split("</form>")[0]


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru", "ar", "zh"])
def test_the_words_are_explained_in_every_language(client: Client, language: str) -> None:
    held = client.get(f"/{language}/about/").context["meanings"]
    assert [code for code, _, _ in held] == [code.value for code in Code]
    assert all(len(str(meaning)) > len(str(label)) for _, label, meaning in held)
