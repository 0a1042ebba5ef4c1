"""Any table, with a mapping that says which column is which. All dates are simulated."""

from __future__ import annotations

from pathlib import Path

import pytest

from palermo.reference import ActKind

from .conftest import codes, only

NORMLEX = {
    "state": "Country",
    "consent_date": "Date of ratification",
    "entry_into_force": "Entry into force",
    "kind": "ratification",
    "instrument": "ILO-C189",
    "date_format": "%d/%m/%Y",
}
TABLE = "Country;Date of ratification;Entry into force;Status\nArgentina;24/03/2014;24/03/2015;In Force\n"


def test_columns_are_found_by_their_names(reading):
    held = reading(TABLE, mapping=NORMLEX)
    (act,) = held.acts
    assert (act.id, str(act.effect)) == ("ILO-C189.ARG.ratification.2014-03-24", "2015-03-24")
    assert (held.layout, held.problems) == ("mapped", ())


def test_a_mapping_may_be_a_toml_file(reading, tmp_path: Path):
    path = tmp_path / "mapping.toml"
    path.write_text("".join(f'{name} = "{text}"\n' for name, text in NORMLEX.items()), encoding="utf-8")
    assert len(reading(TABLE, mapping=path).acts) == 1


def test_a_date_that_could_be_two_days_is_refused_and_the_format_suggested(reading):
    asked = {name: text for name, text in NORMLEX.items() if name != "date_format"}
    table = "Country,Date of ratification,Entry into force\nArgentina,03/04/2015,\nItaly,23/04/2015,\n"
    held = reading(table, mapping=asked)
    assert codes(held) == [("ambiguous-date", 2), ("ambiguous-date", 3)]
    assert "'%d/%m/%Y' or '%m/%d/%Y'" in held.problems[0].advice
    assert held.problems[1].advice.endswith("'%d/%m/%Y'.")


def test_the_kind_may_stand_in_a_column(reading):
    table = (
        "Participant,Action,Date of deposit,Date of effect\nAlbania,Signature,2000-12-12,\n"
        "Albania,Ratification,2002-08-21,2003-12-25\n"
        "Burundi,Denunciation,2016-10-27,2017-10-27\nChad,Adhésion,2009-08-18,\nChile,Promise,2009-08-18,\n"
    )
    asked = {
        "state": "Participant", "kind_column": "Action", "consent_date": "Date of deposit",
        "entry_into_force": "Date of effect", "instrument": "TIP",
    }  # fmt: skip
    held = reading(table, mapping=asked)
    assert [(act.state, act.kind.value, str(act.effect or "")) for act in held.acts] == [
        ("ALB", "ratification", "2003-12-25"),
        ("ALB", "signature", ""),
        ("BDI", "denunciation", "2017-10-27"),
        ("TCD", "accession", ""),
    ]
    assert codes(held) == [("kind", 6)]


def test_signatures_consents_and_denunciations_may_stand_side_by_side(reading):
    table = (
        "State|Signed|Ratified|Left|Out since|Note\nAlbania|1 Jan 2014|1 Feb 2015|1 Mar 2016|1 Apr 2017|here\n"
        "Chad|||||\n"
    )
    asked = {
        "state": "State", "signature_date": "Signed", "consent_date": "Ratified", "denunciation_date": "Left",
        "denunciation_effect": "Out since", "note": "Note", "instrument": "CoE Convention",
    }  # fmt: skip
    held = reading(table, mapping=asked | {"instrument": "COE-197"})
    assert [act.kind for act in held.acts] == [ActKind.CONSENT, ActKind.DENUNCIATION, ActKind.SIGNATURE]
    assert [act.note for act in held.acts] == ["here", "", ""]
    assert (only(held).code, only(held).level) == ("no-act", "note")


def test_the_instrument_may_stand_in_a_column_or_come_from_the_operator(reading):
    asked = {"state": "State", "consent_date": "Day", "instrument_column": "Treaty"}
    held = reading("State,Treaty,Day\nChad,TIP,2009-08-18\nChad,TIPP,2009-08-18\n", mapping=asked)
    assert [act.instrument for act in held.acts] == ["TIP"]
    assert codes(held) == [("unknown-instrument", 3)]
    plain = {"state": "State", "consent_date": "Day"}
    assert reading("State,Day\nChad,2009-08-18\n", mapping=plain, instrument="SOM").acts[0].instrument == "SOM"


@pytest.mark.parametrize(
    ("mapping", "code"),
    [
        ({"consent_date": "Date of ratification"}, "mapping"),
        ({"state": "Country"}, "mapping"),
        ({"state": "Country", "consent_date": "Date of ratification"}, "instrument-needed"),
        (NORMLEX | {"colour": "blue"}, "mapping"),
        (NORMLEX | {"kind": "promise"}, "mapping"),
        (NORMLEX | {"kind": 3}, "mapping"),
        (NORMLEX | {"date_format": "%y-%m-%d"}, "mapping"),
        (NORMLEX | {"date_format": "%d/%m"}, "mapping"),
        (NORMLEX | {"state": "Land"}, "layout"),
        (NORMLEX | {"sheet": "Other"}, "layout"),
        (NORMLEX | {"instrument": "ILO-C9999"}, "unknown-instrument"),
    ],
)
def test_a_mapping_that_does_not_fit_says_what_is_wrong(refusal, mapping, code):
    assert refusal(TABLE, mapping=mapping).code == code


@pytest.mark.parametrize("content", ["state = ", "state = 3", "\xff"])
def test_a_mapping_file_that_is_no_toml_is_refused(refusal, tmp_path: Path, content):
    path = tmp_path / "mapping.toml"
    path.write_bytes(content.encode("latin-1"))
    assert refusal(TABLE, mapping=path).code == "mapping"
    assert refusal(TABLE, mapping=tmp_path / "none.toml").code == "unreadable"
