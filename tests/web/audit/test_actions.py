"""Recording: in the transaction of the write, numbered, bound to the one before."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, connection, transaction

from palermo.web.audit import clock, triggers
from palermo.web.audit.actions import SYSTEM, By, NoHead, OutsideTransaction, record
from palermo.web.audit.chain import GENESIS
from palermo.web.audit.models import ChainHead, Entry

ADA = By("person:7", "Ada")
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.mark.django_db
def test_an_entry_says_who_did_what_where_to_what_and_when() -> None:
    with clock.held(NOON):
        entry = record(
            by=ADA, verb="invite", room="partners", subject="organisation:4", detail={"role": "contributor"}
        )
    held = Entry.objects.get()
    assert (held.sequence, held.at, held.actor, held.actor_label) == (1, NOON, "person:7", "Ada")
    assert (held.verb, held.room, held.subject) == ("invite", "partners", "organisation:4")
    assert held.particulars == {"role": "contributor"}
    assert held.hash == entry.hash != GENESIS


@pytest.mark.django_db
def test_entries_are_bound_to_each_other_and_the_head_follows() -> None:
    first = record(by=ADA, verb="a", room="r", subject="s")
    second = record(by=SYSTEM, verb="b", room="r", subject="s")
    assert (first.previous, second.previous) == (GENESIS, first.hash)
    head = ChainHead.objects.get()
    assert (head.sequence, head.hash) == (2, second.hash)


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_nothing_is_recorded() -> None:
    with pytest.raises(OutsideTransaction, match=r"inside one transaction.atomic\(\)"):
        record(by=ADA, verb="invite", room="partners", subject="organisation:4")
    assert not Entry.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_an_entry_vanishes_with_the_write_that_it_records() -> None:
    with transaction.atomic():
        record(by=ADA, verb="invite", room="partners", subject="organisation:4")
        transaction.set_rollback(True)
    assert not Entry.objects.exists()
    assert ChainHead.objects.get().sequence == 0


@pytest.mark.django_db
def test_without_a_head_nothing_is_written() -> None:
    triggers.drop(connection)
    ChainHead.objects.all().delete()
    with pytest.raises(NoHead, match="palermo audit verify"):
        record(by=ADA, verb="a", room="r", subject="s")


@pytest.mark.django_db
@pytest.mark.parametrize("detail", [{"when": NOON}, {"share": float("nan")}])
def test_what_is_no_json_is_refused(detail: dict[str, object]) -> None:
    with pytest.raises((TypeError, ValueError)):
        record(by=ADA, verb="a", room="r", subject="s", detail=detail)
    assert not Entry.objects.exists()


@pytest.mark.django_db
def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        record(by=ADA, verb="a", room="r", subject="s", at=NOON.replace(tzinfo=None))


@pytest.mark.django_db
@pytest.mark.parametrize(
    "change",
    [
        "UPDATE audit_entry SET actor = 'person:8'",
        "DELETE FROM audit_entry",
        "DELETE FROM audit_chainhead",
        "UPDATE audit_chainhead SET sequence = sequence - 1",
        "UPDATE audit_chainhead SET hash = 'x'",
    ],
)
def test_the_database_itself_refuses_changes(change: str) -> None:
    record(by=ADA, verb="a", room="r", subject="s")
    with pytest.raises(DatabaseError, match=r"append-only|moves forward|stays"), transaction.atomic():
        connection.cursor().execute(change)
    assert Entry.objects.get().actor == "person:7"


@pytest.mark.django_db
@pytest.mark.postgres
@pytest.mark.skipif(connection.vendor != "postgresql", reason="TRUNCATE is PostgreSQL's")
def test_nor_can_the_log_be_truncated() -> None:
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        connection.cursor().execute("TRUNCATE audit_entry")


def test_the_clock_can_be_held_and_runs_on_afterwards() -> None:
    with clock.held(NOON):
        assert clock.now() == NOON
        assert clock.today().isoformat() == "2026-03-01"
    assert clock.now() != NOON
    with pytest.raises(ValueError, match="tzinfo=UTC"), clock.held(NOON.replace(tzinfo=None)):
        pass
