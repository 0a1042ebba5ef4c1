"""Excel workbooks: what they hide, join, compute and pretend. All dates are simulated."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from palermo.sources import Limits

from .conftest import codes, only

ASKED = {"state": "Country", "consent_date": "Ratified", "instrument": "ILO-C189"}


def book(fill: Callable[[Worksheet], object]) -> bytes:
    workbook = openpyxl.Workbook()
    fill(workbook.active)
    return saved(workbook)


def saved(workbook: openpyxl.Workbook) -> bytes:
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def rows(*cells: tuple[object, ...]) -> Callable[[Worksheet], object]:
    return lambda sheet: [sheet.append(row) for row in (("Country", "Ratified"), *cells)]


def packed(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return stream.getvalue()


def test_dates_may_be_cells_or_text_or_a_year(reading):
    held = reading(
        book(rows(("Chad", date(2014, 3, 24)), ("Chile", datetime.fromisoformat("2015-01-02")), ("Italy", 2016))),
        mapping=ASKED,
    )
    assert [(act.state, str(act.date)) for act in held.acts] == [
        ("CHL", "2015-01-02"), ("ITA", "2016"), ("TCD", "2014-03-24"),
    ]  # fmt: skip
    assert held.sheet == "Sheet"


@pytest.mark.parametrize(("epoch", "day"), [("1900", "2014-03-24"), ("1904", "2018-03-25")])
def test_a_date_left_as_a_number_is_read_by_the_epoch_of_the_workbook_and_said(reading, epoch, day):
    workbook = openpyxl.Workbook()
    if epoch == "1904":
        workbook.epoch = datetime.fromisoformat("1904-01-01")
    rows(("Chad", 41722))(workbook.active)
    held = reading(saved(workbook), mapping=ASKED)
    assert [str(act.date) for act in held.acts] == [day]
    assert (only(held).code, only(held).sheet) == ("serial-date", "Sheet")


def test_a_formula_is_never_run_and_its_cell_is_named(reading):
    held = reading(book(rows(("=1+1", date(2014, 3, 24)), ("Chad", "=DATE(2014,3,24)"))), mapping=ASKED)
    assert held.acts == ()
    assert [(problem.code, problem.place) for problem in held.problems] == [
        ("formula", "sheet Sheet, row 2, column Country"),
        ("formula", "sheet Sheet, row 3, column Ratified"),
    ]


def test_cells_joined_downwards_are_filled_and_said(reading):
    def fill(sheet: Worksheet) -> None:
        rows(("Chad", date(2014, 3, 24)), ("Chile", None), ("Italy", None))(sheet)
        sheet.merge_cells("B2:B3")

    held = reading(book(fill), mapping=ASKED)
    assert [act.state for act in held.acts] == ["CHL", "TCD"]
    assert codes(held) == [("joined-cells", 2), ("no-act", 4)]
    assert "B2:B3" in held.problems[0].got


def test_cells_joined_across_columns_are_refused_by_name(reading, refusal):
    def fill(sheet: Worksheet) -> None:
        rows(("Chad", "x"), ("Chile", date(2014, 3, 24)))(sheet)
        sheet["C2"] = "y"
        sheet.merge_cells("A2:B2")

    held = reading(book(fill), mapping=ASKED)
    assert [act.state for act in held.acts] == ["CHL"]
    assert (only(held).code, only(held).got) == ("joined-cells", "the joined cells A2:B2")

    def header(sheet: Worksheet) -> None:
        rows(("Chad", date(2014, 3, 24)))(sheet)
        sheet["C1"] = "Note"
        sheet["D1"] = None
        sheet.merge_cells("C1:D1")

    assert refusal(book(header), mapping=ASKED).code == "joined-cells"


def test_a_joined_title_above_the_table_does_no_harm(reading):
    def fill(sheet: Worksheet) -> None:
        sheet.append(("Ratifications of C189 (simulated)",))
        rows(("Chad", date(2014, 3, 24)))(sheet)
        sheet.merge_cells("A1:B1")

    assert len(reading(book(fill), mapping=ASKED).acts) == 1


def test_hidden_sheets_are_not_read_and_said(reading, refusal):
    workbook = openpyxl.Workbook()
    rows(("Chad", date(2014, 3, 24)))(workbook.active)
    hidden = workbook.create_sheet("Secret")
    rows(("Chile", date(2014, 3, 24)))(hidden)
    assert refusal(saved(workbook), mapping=ASKED).code == "sheets"
    assert [act.state for act in reading(saved(workbook), mapping=ASKED | {"sheet": "Secret"}).acts] == ["CHL"]
    hidden.sheet_state = "veryHidden"
    held = reading(saved(workbook), mapping=ASKED)
    assert [act.state for act in held.acts] == ["TCD"]
    assert (only(held).code, only(held).got) == ("hidden-sheet", "'Secret'")


def test_our_own_layouts_may_be_workbooks_too(reading):
    def fill(sheet: Worksheet) -> None:
        sheet.append(("instrument_id", "iso3", "signature_date", "consent_type", "consent_date"))
        sheet.append(("TIP", "TCD", None, "accession", date(2009, 8, 18)))

    assert reading(book(fill)).layout == "status"


def test_a_zip_bomb_is_refused_by_its_directory_before_it_is_unpacked(refusal):
    bomb = packed(xl__workbook_xml=b"<workbook/>", xl__worksheets__sheet1_xml=b"\0" * 30_000_000)
    assert len(bomb) < 50_000
    assert refusal(bomb, mapping=ASKED).code == "zip-bomb"
    large = packed(xl__workbook_xml=b"<workbook/>", other_xml=bytes(range(32, 127)) * 20_000)
    assert refusal(large, mapping=ASKED, limits=Limits(unpacked=1_000_000)).code == "zip-bomb"


def test_a_directory_that_lies_about_sizes_is_found_out_while_reading(refusal):
    honest = packed(xl__workbook_xml=b"<a/>" + b" " * 5_000_000)
    size = (5_000_004).to_bytes(4, "little")
    lying = honest.replace(size, (100).to_bytes(4, "little"))
    assert lying != honest
    assert refusal(lying, mapping=ASKED).code in ("workbook", "zip-bomb")


def test_too_many_parts_are_refused(refusal):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for number in range(2_001):
            archive.writestr(f"part{number}", b"")
    assert refusal(stream.getvalue(), mapping=ASKED).code == "zip-bomb"


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"xl__workbook_xml": b'<!DOCTYPE a [<!ENTITY x "y">]><a/>'}, "entities"),
        ({"xl__workbook_xml": "<a/>".encode("utf-16")}, "entities"),
        ({"xl__workbook_xml": b"<a/>"}, "workbook"),
        ({"word__document_xml": b"<a/>"}, "format"),
        ({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}, "format"),
    ],
)
def test_archives_that_are_no_plain_workbook_are_refused(refusal, parts, code):
    assert refusal(packed(**parts), mapping=ASKED).code == code


def test_a_workbook_cut_short_is_damaged(refusal):
    whole = book(rows(("Chad", date(2014, 3, 24))))
    assert refusal(whole[: len(whole) // 2], mapping=ASKED).code == "workbook"


def test_a_password_is_asked_to_be_removed(refusal):
    whole = bytearray(packed(xl__workbook_xml=b"<a/>"))
    directory = whole.rindex(b"PK\x01\x02")
    whole[directory + 8] |= 1
    assert refusal(bytes(whole), mapping=ASKED).code == "encrypted"


def test_a_sheet_without_rows_is_empty(refusal):
    assert refusal(book(lambda sheet: None), mapping=ASKED).code == "empty"


@pytest.mark.parametrize(
    ("limits", "code"),
    [(Limits(rows=2), "rows"), (Limits(columns=1), "columns"), (Limits(cells=3), "cells"), (Limits(cell=5), "cell")],
)
def test_a_sheet_that_is_too_large_is_refused(refusal, limits, code):
    content = book(rows(("Chad", date(2014, 3, 24)), ("Chile", date(2014, 3, 24))))
    assert refusal(content, mapping=ASKED, limits=limits).code == code


def test_one_cell_far_away_costs_nothing(reading):
    def fill(sheet: Worksheet) -> None:
        rows(("Chad", date(2014, 3, 24)))(sheet)
        sheet.cell(1_000_000, 1, "Chile")

    assert codes(reading(book(fill), mapping=ASKED)) == [("no-act", 1_000_000)]
