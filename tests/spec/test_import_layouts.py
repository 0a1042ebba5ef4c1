"""How the tables that operators download are read: one example for each layout, and what becomes of it.

Every table here is simulated: real States, invented dates, in the manner of each depositary.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from palermo.reference import Catalogue, Source, load
from palermo.sources import LAYOUTS, Difference, Reading, compare, read

SOURCE = Source("download", "treaties.un.org", "", "", date(2026, 1, 31), "simulated download", "facts")

TABLES = {
    "acts": (
        "acts.csv",
        "act,instrument,state,kind,date,effect,source,recorded,note\n"
        "TIP.TCD.accession.2009-08-18,TIP,TCD,accession,2009-08-18,,download,2026-01-31,'=simulated\n",
        {},
        ["TIP.TCD.accession.2009-08-18"],
    ),
    "status": (
        "status.csv",
        "instrument_id,iso3,state_name,signature_date,consent_type,consent_date,entry_into_force_date,eif_basis\n"
        "TIP,ALB,Albania,2000-12-12,ratification,2002-08-21,2003-12-25,computed\n",
        {},
        ["TIP.ALB.ratification.2002-08-21", "TIP.ALB.signature.2000-12-12"],
    ),
    "declarations": (
        "declarations.csv",
        "instrument_id,iso3,kind,articles,source_id\nTIP,ALB,declaration,5;6,\n",
        {},
        ["TIP.ALB.declaration.undated"],
    ),
    "untc": (
        "ViewDetails.html",
        "<html><table><tr><th>Participant</th><th>Signature</th><th>Ratification, Accession(a)</th></tr>"
        "<tr><td>Albania</td><td>12 Dec 2000</td><td>21 Aug 2002</td></tr>"
        "<tr><td>[Chad <sup>1</sup>]</td><td></td><td>18 Aug 2009 a</td></tr></table><p>End Note</p>"
        "<p>1. On 2 May 2016, the Government of Chad denounced the Protocol with effect from 2 May 2017.</p></html>",
        {"instrument": "TIP"},
        [
            "TIP.ALB.ratification.2002-08-21",
            "TIP.ALB.signature.2000-12-12",
            "TIP.TCD.accession.2009-08-18",
            "TIP.TCD.denunciation.2016-05-02",
        ],
    ),
    "mapped": (
        "normlex.csv",
        "Country;Date;Status\nArgentina;24/03/2014;In Force\n",
        {
            "mapping": {
                "state": "Country", "consent_date": "Date", "kind": "ratification", "date_format": "%d/%m/%Y",
                "instrument": "ILO-C189",
            }
        },
        ["ILO-C189.ARG.ratification.2014-03-24"],
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load()


def reading(example: str, folder: Path, catalogue: Catalogue, **asked: object) -> Reading:
    name, text, needed, _ = TABLES[example]
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read(path, catalogue=catalogue, source=SOURCE, **{**needed, **asked})


def test_every_layout_has_its_example_here():
    assert set(TABLES) == set(LAYOUTS)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_layout_is_recognised_and_its_acts_are_taken(layout, tmp_path, catalogue):
    held = reading(layout, tmp_path, catalogue)
    assert held.layout == layout
    assert [act.id for act in held.acts] == TABLES[layout][3]
    assert held.counts["error"] == held.counts["warning"] == 0


@pytest.mark.parametrize("layout", LAYOUTS)
def test_naming_the_layout_reads_the_same(layout, tmp_path, catalogue):
    named = reading(layout, tmp_path, catalogue, layout=layout)
    assert named.acts == reading(layout, tmp_path, catalogue).acts


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_second_import_of_the_same_file_changes_nothing(layout, tmp_path, catalogue):
    held = reading(layout, tmp_path, catalogue)
    first = compare([], held.acts)
    assert first.new == held.acts
    again = compare(first.new, held.acts)
    assert again == Difference((), (), (), held.acts, ())


def test_nothing_is_taken_for_true_that_the_depositary_did_not_print(tmp_path, catalogue):
    (consent, _) = reading("status", tmp_path, catalogue).acts
    assert consent.effect is None


def test_every_act_names_its_source_and_the_day_up_to_which_it_speaks(tmp_path, catalogue):
    for layout in LAYOUTS:
        for act in reading(layout, tmp_path, catalogue).acts:
            assert (act.source, act.recorded) == ("download", date(2026, 1, 31))
