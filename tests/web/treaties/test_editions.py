"""What is kept in memory is kept under the mark of the edition: nobody is ever shown what was true before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from palermo.web.audit.actions import SYSTEM
from palermo.web.treaties import actions, queries
from palermo.web.treaties.models import Act, Edition
from tests.web.treaties.invented import accept, act, enter

pytestmark = pytest.mark.usefixtures("register")

ON = date(2026, 2, 1)
YEMEN = "TIP YEM accession 2026-01-10"


def yemen() -> str:
    return queries.whole().status("TIP", "YEM", ON).code.value


def restored(mark: str, number: int) -> None:
    """What a restored backup does: acts, number and mark are those of an earlier day."""
    Act.objects.filter(state="YEM", instrument="TIP", kind="accession").delete()
    Edition.objects.filter(pk=1).update(mark=mark, number=number)


def test_a_new_edition_is_seen_at_once() -> None:
    assert yemen() == "unknown"
    accept(act(YEMEN))
    assert yemen() == "consented"


def test_every_page_that_shows_the_world_sees_it(client: Client) -> None:
    addresses = ("/en/states/?q=Yemen&format=json&on=2026-02-01", "/en/matrix/?q=Yemen&format=json&on=2026-02-01")
    before = [client.get(address).json()["rows"] for address in addresses]
    accept(act(YEMEN))
    after = [client.get(address).json()["rows"] for address in addresses]
    assert after[0][0]["parties"] == before[0][0]["parties"] + 1
    assert [held[0]["TIP"].split()[0] for held in (before[1], after[1])] == ["unknown", "consented"]
    assert client.get("/en/changes/?format=json&q=Yemen").json()["rows"][-1]["day"] == "2026-01-10"


def test_a_restored_older_edition_is_seen_at_once() -> None:
    earlier = Edition.objects.get()
    accept(act(YEMEN))
    assert yemen() == "consented"
    restored(earlier.mark, earlier.number)
    assert yemen() == "unknown"


def test_an_edition_is_known_by_its_mark_and_not_by_its_number() -> None:
    """A restored register counts on from an older number, and so comes to a number that was there before."""
    earlier = Edition.objects.get()
    accept(act(YEMEN))
    used = Edition.objects.get().number
    assert yemen() == "consented"
    restored(earlier.mark, earlier.number)
    accept(act("TIP YEM signature 2026-01-09"))
    assert Edition.objects.get().number == used
    assert yemen() == "signatory"


def test_what_was_undone_was_never_an_edition() -> None:
    before = queries.edition()
    with transaction.atomic():
        accept(act(YEMEN))
        assert yemen() == "consented"
        transaction.set_rollback(True)
    assert queries.edition() == before
    assert yemen() == "unknown"


def test_every_write_to_the_acts_makes_an_edition_and_reading_makes_none(tables: Path, client: Client) -> None:
    marks = [queries.edition()]
    for write in (lambda: accept(act(YEMEN)), lambda: accept(reaches={"TIP": "all"})):
        write()
        marks.append(queries.edition())
    assert len(set(marks)) == 3
    client.get("/en/states/FRA/")
    actions.load_shipped(by=SYSTEM, folder=tables)
    assert queries.edition() == marks[-1]


def costs(read: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as seen:
        read()
    return len(seen)


def test_the_world_is_read_once_for_an_edition() -> None:
    queries.whole()
    assert costs(queries.whole) == 1  # the mark
    assert costs(queries.catalogue) == 1
    accept(act(YEMEN))
    assert costs(queries.whole) > 1
    assert costs(queries.whole) == 1


def test_a_state_page_reads_that_state_only() -> None:
    queries.catalogue()
    before = len(queries.of_state("FRA").acts)
    enter(*(act(f"TIP {state} declaration 2020-01-0{day}") for state in ("DEU", "ITA") for day in range(1, 10)))
    assert len(queries.of_state("FRA").acts) == before
    assert {held.state for held in queries.of_state("FRA", "DEU").acts} == {"FRA", "DEU"}
    assert {held.instrument for held in queries.of_instrument("TIP").acts} == {"TIP"}
    assert {(held.instrument, held.state) for held in queries.of_pair("TIP", "FRA").acts} == {("TIP", "FRA")}


def test_an_empty_register_knows_nothing_and_says_so(client: Client) -> None:
    Act.objects.all().delete()
    Edition.objects.all().delete()
    assert queries.edition() == ""
    assert queries.whole().acts == ()
    for address in ("/en/", "/en/states/", "/en/states/FRA/", "/en/instruments/TIP/", "/en/changes/", "/en/sources/"):
        assert client.get(address).status_code == 200
