"""Control totals: what the shipped ledger counts, against what the depositaries publish.

Totals up to a day count consents by their day of deposit. A consent known to its year only counts on the last day of
that year, so that totals of instruments with such consents (CRC, CEDAW, CMW) are asked for at the end of a year.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cache

import pytest

from palermo.treaties import Code, Ledger, findings


@cache
def ledger() -> Ledger:
    return Ledger.load()


@pytest.mark.parametrize(
    ("instrument", "on", "parties"),
    [
        ("TIP", "2007-08-22", 114),
        ("TIP", "2008-09-26", 124),
        ("TIP", "2014-01-27", 159),
        ("TIP", "2022-11-30", 180),
        ("TIP", "2025-04-10", 184),
        ("UNTOC", "2020-12-31", 190),
        ("UNTOC", "2025-05-07", 193),
        ("CRC", "2015-12-31", 196),
        ("CRC", "2022-12-31", 196),
        ("CEDAW", "2022-12-31", 189),
        ("COE-197", "2024-07-16", 48),
        ("COE-210", "2024-12-20", 39),
        ("ILO-C182", "2023-09-07", 187),
        ("ILO-C029", "2017-07-11", 178),
        ("ILO-P029", "2022-10-10", 59),
        ("ROME", "2022-05-12", 123),
        ("ICCPR", "2022-06-13", 173),
        ("CMW", "2022-12-31", 57),
        ("TRAFFIC1949", "2013-07-06", 82),
        ("REFUGEE1951", "2013-07-06", 145),
    ],
)
def test_as_many_parties_as_published(instrument: str, on: str, parties: int) -> None:
    assert len(ledger().parties(instrument, date.fromisoformat(on))) == parties


def test_consents_to_the_crc_known_to_a_year_count_at_its_end() -> None:
    open_dated = [
        held for held in ledger().parties("CRC", date(2022, 12, 31)) if held.act and held.act.date
        if held.act.date.precision == "year"
    ]  # fmt: skip
    assert len(open_dated) == 2
    last = max(held.act.day for held in open_dated if held.act)
    assert len(ledger().parties("CRC", last)) == 196


@pytest.mark.parametrize(
    ("instrument", "state", "year"),
    [("ROME", "BDI", 2017), ("ROME", "PHL", 2019), ("COE-210", "TUR", 2021), ("ILO-C105", "MYS", 1991),
     ("ILO-C105", "SGP", 1980)],
)  # fmt: skip
def test_known_withdrawals(instrument: str, state: str, year: int) -> None:
    """The year in which the State was out: under an ILO convention, the one after it gave notice (article 4)."""
    before = ledger().status(instrument, state, date(year - 1, 12, 31))
    within = ledger().status(instrument, state, date(year, 6, 30))
    after = ledger().status(instrument, state, date(year, 12, 31))
    assert (before.code, before.party) == (Code.BOUND, True)
    assert (within.code, within.party) == (Code.BOUND, None)
    assert (after.code, after.party) == (Code.WITHDRAWN, False)
    assert after.act is not None
    assert "unverified" in after.act.flags


@pytest.mark.parametrize("instrument", ["ILO-C029", "ILO-C105"])
def test_nauru_is_shown_but_not_counted(instrument: str) -> None:
    assert any(act.instrument == instrument and act.state == "NRU" for act in ledger().acts)
    assert ledger().status(instrument, "NRU", date(2017, 1, 1)).code is Code.NO_ACT


def test_contradictions_in_the_sources_are_found() -> None:
    found = {(held.code, held.act.instrument, held.act.state) for held in findings(ledger())}
    departs = "effect-departs-from-rule"
    assert found == {
        (departs, "COE-197", "FRA"),
        *((departs, "ILO-C189", state) for state in ("DEU", "MDG", "MLT", "NAM", "SYC")),
        (departs, "ILO-C029", "GNB"),
        (departs, "ILO-P029", "DNK"),
        (departs, "ILO-P029", "SLE"),
        (departs, "ILO-C138", "CUB"),
        ("effect-before-entry-into-force", "ILO-C138", "CUB"),
    }


def test_the_rule_reproduces_every_other_printed_entry_into_force() -> None:
    printed = Counter(
        act.instrument for act in ledger().current if act.effect and act.date and act.kind != "denunciation"
    )
    assert printed["TIP"] == 184
    assert sum(printed.values()) > 1000


def test_what_the_source_itself_doubts_is_flagged() -> None:
    flagged = {(act.instrument, act.state) for act in ledger().acts if "verify" in act.flags}
    assert flagged >= {("COE-197", "FRA"), *(("ILO-C189", state) for state in ("MDG", "MLT", "NAM", "SYC"))}


def test_coverage_counts_members_and_observers_only() -> None:
    rows = ledger().coverage("TIP", date(2025, 4, 10), by="group")
    assert sum(row.total for row in rows) == 195
    assert sum(row.parties for row in rows) == 183  # 184 with the European Union
    assert {row.label for row in rows} == {"", "AFR", "APG", "EEG", "GRULAC", "WEOG"}


def test_the_united_states_are_not_a_party_to_the_crc_and_niue_is() -> None:
    assert ledger().status("CRC", "USA", date(2022, 6, 13)).code is Code.SIGNATORY
    assert ledger().status("CRC", "NIU", date(2014, 1, 1)).code is Code.BOUND


def test_data_that_stop_in_2013_say_nothing_of_later() -> None:
    missing = [held for held in ledger().standings("REFUGEE1951", date(2020, 1, 1)) if held.code not in (Code.BOUND,)]
    assert missing
    assert {held.party for held in missing} == {None}
