"""The shipped facts come into the register once, whole or not at all, and a new edition tells everybody."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from palermo.reference import Act, ActKind, PartialDate, Source, acts, load
from palermo.treaties import Ledger
from palermo.web.audit.actions import SYSTEM
from palermo.web.audit.models import Entry
from palermo.web.treaties import actions, models, queries


def test_what_goes_in_comes_out_the_same(register: None, tables: Path) -> None:
    catalogue = load(tables)
    assert sorted(queries.whole().acts, key=lambda act: act.id) == sorted(
        acts(catalogue, tables), key=lambda act: act.id
    )


def test_a_second_load_changes_nothing(register: None, tables: Path) -> None:
    before = queries.edition(), Entry.objects.count()
    assert actions.load_shipped(by=SYSTEM, folder=tables) == 0
    assert (queries.edition(), Entry.objects.count()) == before


@pytest.mark.parametrize("state", ["FRA", "BDI", "KHM", "EUE", "YEM"])
def test_the_acts_of_one_state_tell_the_same_as_all_acts(register: None, state: str) -> None:
    on = date(2020, 1, 1)
    assert queries.of_state(state).statuses(state, on) == queries.whole().statuses(state, on)


def test_the_acts_under_one_instrument_tell_the_same_as_all_acts(register: None) -> None:
    on = date(2020, 1, 1)
    assert queries.of_instrument("TIP").parties("TIP", on) == queries.whole().parties("TIP", on)


def test_the_register_tells_the_same_as_the_files(register: None, tables: Path) -> None:
    ledger = Ledger.load(tables)
    assert queries.whole().grid(date(2021, 5, 1)).rows["TIP"] == ledger.grid(date(2021, 5, 1)).rows["TIP"]


SOURCE = Source("table-2026", "treaties.example.org", "", "", date(2026, 2, 1), "A table invented for this test", "")


def given_act(state: str = "YEM", **fields: object) -> Act:
    values = {"id": f"TIP.{state}.accession.2026-01-10", "date": PartialDate.parse("2026-01-10"), **fields}
    return Act(
        instrument="TIP", state=state, kind=ActKind.ACCESSION, source=SOURCE.code, recorded=SOURCE.as_of, **values
    )  # type: ignore[arg-type]


def accept(*new: Act) -> models.Import:
    return actions.accept_import(
        by=SYSTEM,
        file_name="table.csv",
        sha256="0" * 64,
        layout="status",
        source=SOURCE,
        new=new,
        replacing=(),
        unchanged=0,
        reaches={"TIP": "all"},
    )


def test_an_import_moves_the_reach_of_its_instrument(register: None) -> None:
    assert queries.catalogue().instruments["TIP"].as_of == date(2025, 4, 10)
    accept(given_act())
    assert queries.catalogue().instruments["TIP"].as_of == date(2026, 2, 1)
    assert queries.whole().status("TIP", "YEM", date(2026, 2, 20)).code == "bound"


def test_an_import_is_all_or_nothing(register: None) -> None:
    before = queries.edition()
    with pytest.raises(Exception, match=r"(?i)unique"):
        accept(given_act(), given_act())
    assert queries.edition() == before
    assert not models.Source.objects.filter(code=SOURCE.code).exists()
    assert not models.Act.objects.filter(state="YEM", instrument="TIP", kind="accession").exists()


def test_a_table_that_only_confirms_is_still_a_source_and_moves_the_reach(register: None) -> None:
    accept()
    assert models.Source.objects.filter(code=SOURCE.code).exists()
    assert queries.catalogue().instruments["TIP"].as_of == SOURCE.as_of
