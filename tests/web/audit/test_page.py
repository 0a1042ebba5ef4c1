"""The log's page: who sees it, what it shows, how it is narrowed."""

from __future__ import annotations

import pytest
from django.db import transaction

from palermo.web.audit.actions import SYSTEM, By, record
from tests.web.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def entries() -> None:
    """Sixty entries, of two actors."""
    with transaction.atomic():
        for number in range(60):
            by = SYSTEM if number % 2 else By("person:7", "Ada")
            record(
                by=by,
                verb="invite",
                room="partners",
                subject=f"organisation:{number}",
                detail={"role": "contributor"},
            )


@pytest.mark.parametrize(
    ("role", "status"),
    [("stranger", 404), ("contributor", 404), ("focal_point", 404), ("moderator", 200), ("administrator", 200)],
)
def test_only_keepers_know_that_there_is_a_log(cast: Cast, role: str, status: int) -> None:
    assert cast.clients[role].get("/en/audit/").status_code == status


def test_newest_first_fifty_a_page(cast: Cast, entries: None) -> None:
    first = cast.clients["moderator"].get("/en/audit/").content.decode()
    second = cast.clients["moderator"].get("/en/audit/?page=2").content.decode()
    assert "organisation:59" in first
    assert "organisation:5<" not in first
    assert "organisation:5<" in second


def test_filters_narrow_and_stay_while_paging(cast: Cast, entries: None) -> None:
    answer = cast.clients["moderator"].get("/en/audit/?actor=person:7&until=2999-01-01")
    page = answer.context["page"]
    assert page.paginator.count == 30
    assert answer.context["kept"] == "actor=person%3A7&until=2999-01-01"
    assert cast.clients["moderator"].get("/en/audit/?subject=organisation:3").context["page"].paginator.count == 1


def test_a_bad_filter_says_so_and_narrows_nothing(cast: Cast, entries: None) -> None:
    answer = cast.clients["moderator"].get("/en/audit/?since=yesterday")
    assert answer.context["page"].paginator.count == 60
    assert 'id="id_since_error"' in answer.content.decode()
