"""An import is written whole or not at all, keeps what it replaces, and makes a new edition."""

from __future__ import annotations

import csv
import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from palermo.reference import Source, TableError
from palermo.web.audit.actions import SYSTEM
from palermo.web.audit.models import Entry
from palermo.web.audit.queries import verify
from palermo.web.partners.rules import Refused, Role
from palermo.web.treaties import actions, models, queries
from tests.web.cast import Cast, join, make_person
from tests.web.treaties.invented import SOURCE, accept, act

pytestmark = pytest.mark.usefixtures("register")

FRANCE = "TIP.FRA.ratification.2002-10-29"
ON = date(2026, 2, 1)


def counts() -> tuple[object, ...]:
    """All that an import may change."""
    tables = (models.Act, models.Source, models.Reach, models.Import, Entry)
    return (queries.edition(), *(table.objects.count() for table in tables))


def test_what_is_replaced_stays_on_record_and_no_longer_speaks() -> None:
    better = act("TIP FRA ratification 2002-10-30", replaces=FRANCE)
    accept(replacing=[better])
    status = queries.whole().status("TIP", "FRA", ON)
    assert (status.act and status.act.id) == better.id
    assert models.Act.objects.filter(ref=FRANCE).exists()
    before = queries.whole().status("TIP", "FRA", ON, known_on=date(2026, 1, 31))
    assert (before.act and before.act.id) == FRANCE


@pytest.mark.parametrize(
    ("role", "code"),
    [("contributor", "not_keeper"), ("focal_point", "not_keeper"), ("moderator", ""), ("administrator", "")],
)
def test_only_who_keeps_the_register_accepts_an_import(cast: Cast, role: str, code: str) -> None:
    before = counts()
    if code:
        with pytest.raises(Refused) as refusal:
            accept(act("TIP YEM accession 2026-01-10"), by=cast.people[role])
        assert refusal.value.code == code
        assert counts() == before
    else:
        made = accept(act("TIP YEM accession 2026-01-10"), by=cast.people[role])
        assert made.accepted_by == cast.people[role].label


def test_who_keeps_the_register_needs_a_second_factor_for_it(cast: Cast) -> None:
    person = make_person("keeper@example.org")
    join(person, cast.organisations["moderator"], Role.MODERATOR)
    with pytest.raises(Refused, match="second_factor_missing"):
        accept(act("TIP YEM accession 2026-01-10"), by=person)


def test_an_address_that_no_column_holds_is_refused_on_every_database() -> None:
    before = counts()
    long = replace(SOURCE, address="https://example.org/" + "a" * 300)
    with pytest.raises(ValidationError, match="at most 300 characters"):
        accept(act("TIP YEM accession 2026-01-10"), source=long)
    assert counts() == before


@pytest.mark.parametrize("stem", ["a" * 250, "half a character \udcc3"])
def test_the_longest_and_the_oddest_name_of_a_file_is_kept_as_far_as_it_can_be(stem: str) -> None:
    accept(act("TIP YEM accession 2026-01-10"), file_name=f"{stem}.csv")
    held = models.Import.objects.get().file_name
    assert held.endswith((f"{'a' * 190}.csv", "half a character ?.csv"))


def test_an_import_counts_what_it_added_and_what_it_changed() -> None:
    row = accept(
        act("TIP YEM accession 2026-01-10"), replacing=[act("TIP FRA ratification 2002-10-30", replaces=FRANCE)]
    )
    assert (row.added, row.changed, row.source.code) == (1, 1, SOURCE.code)
    entry = Entry.objects.order_by("-sequence").first()
    assert entry is not None
    assert (entry.verb, entry.subject) == ("import", f"import:{row.pk}")
    assert json.loads(entry.detail)["added"] == 1
    assert verify().ok


def test_two_imports_cannot_replace_the_same_entry() -> None:
    accept(replacing=[act("TIP FRA ratification 2002-10-30", replaces=FRANCE)])
    before = counts()
    with pytest.raises(IntegrityError):
        accept(
            act("TIP YEM accession 2026-01-10"), replacing=[act("TIP FRA ratification 2002-10-31", replaces=FRANCE)]
        )
    assert counts() == before


def test_a_table_that_only_confirms_moves_the_reach_of_its_instrument() -> None:
    """The commonest import of all: the same parties, told again by a later table."""
    row = accept(reaches={"TIP": "all"})
    assert (row.added, row.changed) == (0, 0)
    assert queries.catalogue().instruments["TIP"].as_of == SOURCE.as_of
    assert queries.whole().status("TIP", "YEM", SOURCE.as_of).code == "no-act"
    assert queries.catalogue().sources[SOURCE.code].description == SOURCE.description


def test_the_same_reach_twice_is_one_reach() -> None:
    accept(act("TIP YEM accession 2026-01-10"), reaches={"TIP": "all"})
    accept(act("UNTOC YEM declaration 2026-01-11"), reaches={"TIP": "all", "UNTOC": "listed"})
    said = models.Reach.objects.filter(as_of=SOURCE.as_of).values_list("instrument", "scope")
    assert sorted(said) == [("TIP", "all"), ("UNTOC", "listed")]


def test_a_partial_table_does_not_make_absence_a_no() -> None:
    before = queries.catalogue().instruments["TIP"].known_until("member")
    accept(act("TIP YEM accession 2026-01-10"), reaches={"TIP": "listed"})
    assert queries.catalogue().instruments["TIP"].known_until("member") == before


def test_an_act_may_be_told_by_a_source_that_the_register_has_already() -> None:
    accept(act("TIP YEM accession 2026-01-10", source="fedlex-2006-864-20250410"))
    assert models.Act.objects.get(state="YEM", instrument="TIP", kind="accession").source.code.startswith("fedlex")


def test_an_act_told_by_nobody_that_is_known_leaves_everything_as_it_was() -> None:
    before = counts()
    with pytest.raises(KeyError):
        accept(act("TIP YEM accession 2026-01-10"), act("TIP YEM signature 2026-01-09", source="hearsay"))
    assert counts() == before


def test_a_source_without_a_day_takes_its_acts_down_with_it() -> None:
    before = counts()
    with pytest.raises(ValidationError):
        accept(
            act("TIP YEM accession 2026-01-10"),
            source=Source(SOURCE.code, "", "", "", None, "no day", ""),  # type: ignore[arg-type]
        )
    assert counts() == before


# --- The tables that ship ------------------------------------------------------------------------------------------


@pytest.fixture
def damaged(tables: Path, tmp_path: Path) -> Path:
    """A copy of the tables with one new act and, further down, one that names no kind of act there is."""
    folder = tmp_path / "tables"
    shutil.copytree(tables, folder)
    path = folder / "acts.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    first = {
        **rows[0],
        "act": "TIP.YEM.accession.2024-01-01",
        "instrument": "TIP",
        "state": "YEM",
        "kind": "accession",
    }
    last = {**rows[-1], "act": "TIP.YEM.oath.2024-01-02", "kind": "oath"}
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows([first, *rows, last])
    return folder


def test_a_table_that_is_broken_midway_brings_nothing_in(damaged: Path) -> None:
    before = counts()
    with pytest.raises(TableError, match=r"acts\.csv, line \d+"):
        actions.load_shipped(by=SYSTEM, folder=damaged)
    assert counts() == before


def test_a_release_with_one_more_act_brings_in_that_act_alone(damaged: Path) -> None:
    path = damaged / "acts.csv"
    path.write_text(
        "".join(line for line in path.read_text("utf-8").splitlines(keepends=True) if ".oath." not in line)
    )
    before = counts()
    assert actions.load_shipped(by=SYSTEM, folder=damaged) == 1
    assert counts()[1] == int(str(before[1])) + 1
    assert counts()[0] != before[0]


def test_a_release_brings_back_neither_what_was_struck_nor_what_was_corrected(tables: Path) -> None:
    accept(replacing=[act("TIP FRA ratification 2002-10-30", replaces=FRANCE)])
    accept(act("TIP DEU struck 2026-01-01", replaces="TIP.DEU.ratification.2006-06-14"))
    held = queries.whole().statuses("DEU", ON), queries.whole().statuses("FRA", ON)
    assert actions.load_shipped(by=SYSTEM, folder=tables) == 0
    assert (queries.whole().statuses("DEU", ON), queries.whole().statuses("FRA", ON)) == held


def test_what_is_too_long_for_its_column_is_refused_on_every_database() -> None:
    before = queries.edition()
    with pytest.raises(ValidationError, match="at most 400 characters"):
        accept(act("TIP YEM reservation 2026-01-10", articles=tuple(map(str, range(200)))))
    assert queries.edition() == before
