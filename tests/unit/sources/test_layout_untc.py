"""Status tables in the manner of the United Nations Treaty Collection. All dates are simulated."""

from __future__ import annotations

import pytest

from palermo.reference import ActKind

from .conftest import codes, only

HEAD = "Ratification, Acceptance(A), Approval(AA), Formal confirmation(c), Accession(a), Succession(d)"


def page(*rows: tuple[str, str, str], notes: str = "", head: str = HEAD) -> str:
    body = "".join(f"<tr><td>{a}</td><td>{b}</td><td>{c}</td></tr>" for a, b, c in rows)
    return (
        "<!DOCTYPE html><html><body><ul><li>1. Home</li><li>2. Depositary</li></ul><table><tr><td>"
        f"<table><tr><th>Participant</th><th>Signature</th><th>{head}</th></tr>{body}</table></td></tr></table>"
        f"<h3>End Note</h3>{notes}</body></html>"
    )


def acts(reading) -> list[tuple[str, str, str]]:
    return [(act.state, act.kind.value, str(act.date)) for act in reading.acts]


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("7 May 2004", "ratification"),
        ("7 May 2004 a", "accession"),
        ("7 May 2004 A", "acceptance"),
        ("7 May 2004 AA", "approval"),
        ("7 May 2004 c", "formal confirmation"),
        ("7 May 2004 d", "succession"),
        ("7 May 2004 s", "definitive signature"),
        ("7 May 2004 P", "participation"),
        ("&nbsp;7 mai 2004&nbsp;a", "accession"),
        ("7 May 2004<sup>3</sup> a", "accession"),
    ],
)
def test_the_mark_says_how_a_state_consented(reading, cell, kind):
    held = reading(page(("Albania", "", cell)), instrument="TIP")
    assert acts(held) == [("ALB", kind, "2004-05-07")]
    assert (held.layout, held.problems) == ("untc", ())


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("China <sup>2</sup><sup>, 3</sup>", "CHN"),
        ("China 2, 3", "CHN"),
        ("Netherlands (Kingdom of the) 5", "NLD"),
        ("Bolivia (Plurinational State of)", "BOL"),
        ("Côte d'Ivoire", "CIV"),
        ("European Union", "EUE"),
        ("Viet Nam*", "VNM"),
    ],
)
def test_footnote_marks_are_no_part_of_a_name(reading, name, code):
    assert [act.state for act in reading(page((name, "7 May 2001", "")), instrument="TIP").acts] == [code]


def test_text_between_tabs_or_commas_is_read_alike(reading):
    rows = [
        ["Participant", "Signature", HEAD],
        ["Albania", "12 Dec 2000", "21 Aug 2002"],
        ["Chad", "", "18 Aug 2009 a"],
    ]
    wanted = [
        ("ALB", "ratification", "2002-08-21"),
        ("ALB", "signature", "2000-12-12"),
        ("TCD", "accession", "2009-08-18"),
    ]
    tabbed = "\n".join("\t".join(row) for row in rows)
    quoted = "\n".join(",".join(f'"{cell}"' for cell in row) for row in rows)
    assert acts(reading(tabbed, instrument="TIP")) == wanted
    assert acts(reading(quoted, instrument="TIP")) == wanted


def test_lines_above_the_table_and_notes_below_it_are_not_rows(reading):
    table = (
        f"Status as at: 31-01-2026\n\nParticipant\tSignature\t{HEAD}\n[Burundi 1]\t\t7 May 2012\n"
        "Chad\t\t18 Aug 2009 a\n"
        "End Note\n1. On 2 March 2017, Burundi denounced the Protocol with effect from 2 March 2018.\n"
    )
    held = reading(table, instrument="TIP")
    assert ("BDI", "denunciation", "2017-03-02") in acts(held)
    assert held.rows == 2


def test_a_territory_and_a_state_that_is_no_more_are_left_out_with_a_warning(reading):
    held = reading(
        page(("Aruba", "", "7 May 2004"), ("Yugoslavia (former)", "", "7 May 2004"), ("Chad", "", "7 May 2004")),
        instrument="TIP",
    )
    assert [problem.level for problem in held.problems] == ["warning", "warning"]
    assert codes(held) == [("territory", 2), ("former-state", 3)]
    assert [act.state for act in held.acts] == ["TCD"]


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("31 Feb 2004", "impossible-date"),
        ("7 May 2004 x", "mark"),
        ("7 May 2004 a A", "mark"),
        ("7 Floréal 2004", "not-a-date"),
        ("7/5/2004", "ambiguous-date"),
        ("7 May 1999", "before-adoption"),
        ("7 May 2026", "future-date"),
        ("", "no-act"),
    ],
)
def test_a_cell_that_cannot_be_read_is_named(reading, cell, code):
    held = reading(page(("Albania", "", cell), ("Chad", "", "7 May 2004")), instrument="TIP")
    assert (only(held).code, only(held).row) == (code, 2)
    assert [act.state for act in held.acts] == ["TCD"]


def test_a_bare_date_needs_a_column_for_ratification(reading):
    held = reading(page(("Albania", "", "7 May 2004"), head="Accession(a), Succession(d)"), instrument="TIP")
    assert codes(held) == [("mark", 2)]


def test_a_signature_may_be_definitive_or_by_succession(reading):
    held = reading(page(("Albania", "7 May 2004 s", ""), ("Chad", "7 May 2004 d", "")), instrument="TIP")
    assert [(act.kind, act.note) for act in held.acts] == [
        (ActKind.DEFINITIVE_SIGNATURE, ""),
        (ActKind.SIGNATURE, "signature by succession"),
    ]


@pytest.mark.parametrize("row", [("[Burundi 4]", "13 Jan 2001", "21 Sep 2004"), ("Burundi 4", "", "[21 Sep 2004 a]")])
def test_a_footnote_tells_since_when_a_bracketed_state_has_left(reading, row):
    note = (
        "<p>2. In general.</p><p>4. On 27 October 2016, the Government of Burundi notified the Secretary-General "
        "of its decision to withdraw from the Protocol with effect from 27 October 2017.</p>"
    )
    held = reading(page(row, notes=note), instrument="TIP")
    (end,) = [act for act in held.acts if act.kind is ActKind.DENUNCIATION]
    assert (str(end.date), str(end.effect)) == ("2016-10-27", "2017-10-27")
    assert (only(held).code, only(held).level) == ("withdrawal-read", "note")
    assert any(act.kind is not ActKind.DENUNCIATION for act in held.acts)


@pytest.mark.parametrize("notes", ["", "<p>4. Burundi denounced the Protocol.</p>", "<p>4. As amended.</p>"])
def test_a_bracketed_state_without_a_clear_footnote_is_left_out_and_never_called_a_party(reading, notes):
    held = reading(
        page(("[Burundi 4]", "", "21 Sep 2004"), ("Chad", "", "7 May 2004"), notes=notes), instrument="TIP"
    )
    assert [act.state for act in held.acts] == ["TCD"]
    assert (only(held).code, only(held).level, only(held).row) == ("withdrawal-unclear", "warning", 2)


def test_an_unclear_footnote_of_another_row_only_warns(reading):
    note = "<p>4. Burundi revoked its notification of withdrawal of 1 May 2017.</p>"
    held = reading(page(("Burundi 4", "", "21 Sep 2004"), notes=note), instrument="TIP")
    assert acts(held) == [("BDI", "ratification", "2004-09-21")]
    assert (only(held).code, only(held).level) == ("withdrawal-unclear", "warning")


def test_the_instrument_must_be_named(refusal):
    assert refusal(page(("Albania", "", "7 May 2004"))).code == "instrument-needed"
    error = refusal(page(("Albania", "", "7 May 2004")), instrument="Palermo Protocoll")
    assert error.code == "unknown-instrument"


def test_an_instrument_may_be_named_by_its_title(reading, catalogue):
    held = reading(page(("Albania", "", "7 May 2004")), instrument=catalogue.instruments["TIP"].title("fr"))
    assert held.acts[0].instrument == "TIP"


def test_a_column_that_is_not_read_is_mentioned(reading):
    table = f"Participant\tSignature\t{HEAD}\tSpecial notification\nChad\t\t7 May 2004\tyes\n"
    assert codes(reading(table, instrument="TIP")) == [("column-ignored", 1)]


def test_a_printed_entry_into_force_is_taken(reading):
    table = f"Participant\tSignature\t{HEAD}\tEntry into force\nChad\t\t7 May 2004\t6 Jun 2004\n"
    assert str(reading(table, instrument="TIP").acts[0].effect) == "2004-06-06"


def test_two_columns_of_one_kind_are_refused(refusal):
    table = "Participant\tRatification\tAccession (a)\nChad\t7 May 2004\t\n"
    assert refusal(table, instrument="TIP").code == "columns"
