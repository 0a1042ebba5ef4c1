"""Tables as files: CSV, XLSX and JSON, each with its day, its source and what it does not know."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from datetime import date

import xlsxwriter
from django.http import HttpResponse

from palermo.web.presentation.tables import Table, Value

FORMATS = ("csv", "xlsx", "json")
# A spreadsheet takes a text that begins like this for a formula and would run it.
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")
SHEET_NAME = 31


def respond(table: Table, form: str, about: Mapping[str, str]) -> HttpResponse:
    """The table as an attachment in one of `FORMATS`; `about` says what it is, as of when, and from where."""
    body, kind = {"csv": _csv, "xlsx": _xlsx, "json": _json}[form](table, about)
    response = HttpResponse(body, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{table.name}.{form}"'
    return response


def harmless(text: str) -> str:
    """`text` with an apostrophe before it where a spreadsheet would otherwise run it as a formula."""
    return f"'{text}" if text.startswith(DANGEROUS) else text


def _csv(table: Table, _about: Mapping[str, str]) -> tuple[bytes, str]:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(column.key for column in table.columns)
    for row in table.rows:
        writer.writerow(_written(cell.plain_value) for cell in row)
    # The mark at the beginning tells spreadsheets that Arabic and Chinese follow.
    return stream.getvalue().encode("utf-8-sig"), "text/csv; charset=utf-8"


def _written(value: Value) -> Value:
    return harmless(value) if isinstance(value, str) else value


def _xlsx(table: Table, about: Mapping[str, str]) -> tuple[bytes, str]:
    stream = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "default_date_format": "yyyy-mm-dd",
    }
    with xlsxwriter.Workbook(stream, options) as book:
        sheet = book.add_worksheet(table.name[:SHEET_NAME])
        bold = book.add_format({"bold": True})
        for across, column in enumerate(table.columns):
            sheet.write_string(0, across, column.key, bold)
        for down, row in enumerate(table.rows, start=1):
            for across, cell in enumerate(row):
                value = cell.plain_value
                if isinstance(value, date):
                    sheet.write_datetime(down, across, value)
                elif isinstance(value, str):
                    sheet.write_string(down, across, harmless(value))
                elif value is not None:
                    sheet.write_number(down, across, value)
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
        sheet.autofit()
        notes = book.add_worksheet("about")
        for down, (name, text) in enumerate(about.items()):
            notes.write_string(down, 0, name, bold)
            notes.write_string(down, 1, text)
        notes.set_column(0, 1, 40)
    return stream.getvalue(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _json(table: Table, about: Mapping[str, str]) -> tuple[bytes, str]:
    keys = [column.key for column in table.columns]
    rows = [dict(zip(keys, (_plain(cell.plain_value) for cell in row), strict=True)) for row in table.rows]
    text = json.dumps({"about": dict(about), "rows": rows}, ensure_ascii=False, indent=1)
    return text.encode(), "application/json"


def _plain(value: Value) -> str | int | float | None:
    return value.isoformat() if isinstance(value, date) else value
