"""Verifying in the database: a whole chain, and each kind of tampering by somebody who lifted the triggers."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from django.db import connection

from palermo.web.audit import triggers
from palermo.web.audit.actions import By, record
from palermo.web.audit.apps import found_head
from palermo.web.audit.chain import GENESIS, Link
from palermo.web.audit.models import ChainHead, Entry
from palermo.web.audit.queries import Verdict, verify

pytestmark = pytest.mark.django_db
LENGTH = 7


@pytest.fixture
def log() -> list[Entry]:
    """Seven entries, in a log whose triggers somebody has lifted."""
    made = [record(by=By("person:7", "Ada"), verb=f"v{n}", room="r", subject=f"s:{n}") for n in range(LENGTH)]
    triggers.drop(connection)
    return made


def test_an_empty_log_holds() -> None:
    assert verify() == Verdict(True, 0, GENESIS)


def test_a_whole_log_holds_and_names_its_head(log: list[Entry]) -> None:
    assert verify() == Verdict(True, LENGTH, log[-1].hash)


@pytest.mark.parametrize("field", ["at", "actor", "actor_label", "verb", "room", "subject", "detail"])
def test_an_edit_is_found(log: list[Entry], field: str) -> None:
    value = "2020-01-01T00:00:00Z" if field == "at" else '{"forged":true}'
    Entry.objects.filter(sequence=4).update(**{field: value})
    assert verify() == Verdict(False, 3, log[2].hash, 4, "edited")


def test_a_deletion_in_the_middle_is_found(log: list[Entry]) -> None:
    Entry.objects.filter(sequence=4).delete()
    assert verify() == Verdict(False, 3, log[2].hash, 4, "missing")


def test_a_deletion_with_the_rest_renumbered_is_found(log: list[Entry]) -> None:
    Entry.objects.filter(sequence=4).delete()
    for number in range(5, LENGTH + 1):
        Entry.objects.filter(sequence=number).update(sequence=number - 1)
    assert verify() == Verdict(False, 3, log[2].hash, 4, "unlinked")


def test_a_cut_tail_is_found(log: list[Entry]) -> None:
    Entry.objects.filter(sequence__gt=5).delete()
    assert verify() == Verdict(False, 5, log[4].hash, 6, "cut")


def test_an_emptied_log_is_found(log: list[Entry]) -> None:
    Entry.objects.all().delete()
    assert verify() == Verdict(False, 0, GENESIS, 1, "cut")


def test_an_entry_beyond_the_head_is_found(log: list[Entry]) -> None:
    ChainHead.objects.update(sequence=6, hash=log[5].hash)
    assert verify() == Verdict(False, 6, log[5].hash, 7, "surplus")


def test_a_head_with_another_hash_is_found(log: list[Entry]) -> None:
    ChainHead.objects.update(hash="0" * 64)
    assert verify() == Verdict(False, 6, log[6].hash, 7, "edited")


def test_a_lost_head_is_found_and_not_replaced(log: list[Entry]) -> None:
    ChainHead.objects.all().delete()
    found_head()
    assert not ChainHead.objects.exists()
    assert verify().reason == "no_head"


def test_a_chain_rewritten_from_end_to_end_is_found_with_an_anchor_only(log: list[Entry]) -> None:
    """Who owns the database can forge a whole chain that holds. The anchor lies where they cannot reach."""
    anchor = (5, log[4].hash)
    assert verify(anchor=anchor).ok
    previous = GENESIS
    for entry in log:
        held = {field.name: getattr(entry, field.name) for field in fields(Link)}
        link = replace(Link(**held), actor="person:8", previous=previous, hash="")
        previous = link.digest()
        Entry.objects.filter(pk=entry.pk).update(actor="person:8", previous=link.previous, hash=previous)
    ChainHead.objects.update(hash=previous)
    assert verify().ok
    assert verify(anchor=anchor).reason == "anchor"


def test_a_log_shorter_than_the_anchor_is_found(log: list[Entry]) -> None:
    anchor = (LENGTH, log[-1].hash)
    Entry.objects.filter(sequence__gt=5).delete()
    ChainHead.objects.update(sequence=5, hash=log[4].hash)
    assert verify().ok
    assert verify(anchor=anchor) == Verdict(False, 5, log[4].hash, 6, "cut")
