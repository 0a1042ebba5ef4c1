"""Our status table: one row for each State and instrument becomes signature, consent and withdrawal."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from palermo.reference import CONSENTS, ActKind, PartialDate, acts
from palermo.sources import compare, read

from .conftest import codes, only

HEADER = (
    "instrument_id,iso3,state_name,signature_date,consent_type,consent_date,date_precision,entry_into_force_date,"
    "eif_basis,withdrawal_date,source_id,note\n"
)


def test_a_row_gives_a_signature_and_a_consent(reading):
    held = reading(HEADER + "TIP,FRA,France,2000-12-12,ratification,2002-10-29,day,,,,,\n")
    assert [(act.id, act.source) for act in held.acts] == [
        ("TIP.FRA.ratification.2002-10-29", "operator-2026"),
        ("TIP.FRA.signature.2000-12-12", "operator-2026"),
    ]
    assert (held.layout, held.rows, held.problems) == ("status", 1, ())


@pytest.mark.parametrize(("basis", "effect"), [("source", PartialDate.parse("2004-01-01")), ("computed", None)])
def test_only_a_printed_entry_into_force_is_a_fact(reading, basis, effect):
    held = reading(HEADER + f"TIP,FRA,France,,ratification,2003-12-02,day,2004-01-01,{basis},,,\n")
    assert [act.effect for act in held.acts] == [effect]


def test_an_undivided_ratification_or_accession_is_consent(reading):
    held = reading(HEADER + "CEDAW,PRK,,,ratification or accession,2001,year,,,,,\n")
    (act,) = held.acts
    assert (act.kind, act.date) == (ActKind.CONSENT, PartialDate.parse("2001"))


def test_a_definitive_signature_is_not_also_a_signature(reading):
    held = reading(HEADER + "SLAVERY1956,FRA,,1963-05-26,definitive signature,1963-05-26,day,,,,,\n")
    assert [act.kind for act in held.acts] == [ActKind.DEFINITIVE_SIGNATURE]


def test_a_signature_without_a_date_stays_undated(reading):
    held = reading(HEADER + "TIP,FRA,,,,,,,,,,signatory (date not in source)\n")
    assert [(act.kind, act.date) for act in held.acts] == [(ActKind.SIGNATURE, None)]


def test_a_withdrawal_is_a_denunciation_from_that_day(reading):
    held = reading(HEADER + "ROME,PHL,,2000-12-28,ratification,2011-08-30,day,,,2019-03-17,,\n")
    end = next(act for act in held.acts if act.kind is ActKind.DENUNCIATION)
    assert (end.date, str(end.effect)) == (None, "2019-03-17")


def test_a_row_names_its_own_source_where_the_register_knows_it(reading):
    row = "TIP,FRA,,,ratification,2002-10-29,day,,,,{},\n"
    known = reading(HEADER + row.format("zmjones-18-12-a"))
    assert (known.acts[0].source, str(known.acts[0].recorded)) == ("zmjones-18-12-a", "2014-01-27")
    unknown = reading(HEADER + row.format("somewhere"))
    assert unknown.acts[0].source == "operator-2026"
    assert codes(unknown) == [("unknown-source", 2)]


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        ("TIP,FRA,,2002-02-31,,,,,,,,", "impossible-date", "signature_date"),
        ("TIP,FRA,,03/04/2005,,,,,,,,", "ambiguous-date", "signature_date"),
        ("TIP,FRA,,soon,,,,,,,,", "not-a-date", "signature_date"),
        ("TIP,FRA,,2026-02-01,,,,,,,,", "future-date", "signature_date"),
        ("TIP,FRA,,2000-11-14,,,,,,,,", "before-adoption", "signature_date"),
        ("TIP,FRA,,,promise,2002-10-29,day,,,,,", "kind", "consent_type"),
        ("TIP,FRA,,,,2002-10-29,day,,,,,", "kind", "consent_type"),
        ("TIP,FRA,,,,,,,,,,", "no-act", ""),
        ("TIP,,,2001-01-01,,,,,,,,", "no-state", "iso3"),
        ("TIP,Frence,,2001-01-01,,,,,,,,", "unknown-state", "iso3"),
        ("TIPS,FRA,,2001-01-01,,,,,,,,", "unknown-instrument", "instrument_id"),
        ('TIP,"=HYPERLINK(""x"")",,2001-01-01,,,,,,,,', "formula", "iso3"),
        ("TIP,FRA,,,ratification,2002-10-29,day,,,,,@SUM(1)", "formula", "note"),
    ],
)
def test_a_row_that_cannot_be_true_gives_no_act_and_says_why(reading, row, code, column):
    held = reading(HEADER + row + "\n")
    assert held.acts == ()
    assert (only(held).code, only(held).row, only(held).column) == (code, 2, column)
    assert only(held).advice


def test_an_unknown_state_comes_with_the_nearest_names(reading):
    problem = only(reading(HEADER + "TIP,Frence,,2001-01-01,,,,,,,,\n"))
    assert ("FRA", "France") in problem.nearest
    assert "row 2, column iso3: expected a State by code or name, got 'Frence'" in str(problem)


def test_a_repeated_row_counts_once_and_a_contradicting_one_not_at_all(reading):
    row = "TIP,FRA,,,ratification,2002-10-{},day,,,,,\n"
    held = reading(HEADER + row.format("29") + row.format("29") + row.format("30"))
    assert [str(act.date) for act in held.acts] == ["2002-10-29"]
    assert codes(held) == [("duplicate", 3), ("contradiction", 4)]


def test_a_consent_before_the_signature_is_kept_with_a_warning(reading):
    held = reading(HEADER + "TIP,FRA,,2002-12-12,ratification,2001-10-29,day,,,,,\n")
    assert len(held.acts) == 2
    assert (only(held).code, only(held).level) == ("consent-before-signature", "warning")


def test_nothing_can_have_happened_after_today(reading):
    row = HEADER + "TIP,FRA,,,ratification,2026-02-10,day,,,,,\n"
    later = reading(row, today=date(2026, 3, 1))
    assert [act.state for act in later.acts] == ["FRA"]
    assert codes(later) == [("after-source", 2)]
    assert codes(reading(row)) == [("future-date", 2)]


@pytest.mark.shared
def test_the_status_table_gives_the_acts_that_ship_with_the_package(catalogue, source):
    folder = os.environ.get("PALERMO_SHARED")
    if not folder:
        pytest.skip("PALERMO_SHARED does not name the folder with the reference tables")
    held = read(Path(folder) / "data/treaties/status.csv", catalogue=catalogue, source=source)
    # The maintainers flagged some entries since; a flag is a judgement on a fact, not the fact.
    wanted = {
        replace(act, flags=())
        for act in acts(catalogue)
        if (act.kind is ActKind.SIGNATURE or act.kind in CONSENTS) and act.source != "general-knowledge"
    }
    assert {replace(act, flags=()) for act in held.acts} == wanted
    assert compare(acts(catalogue), held.acts).changed == ()
    assert len(wanted) > 6000
