"""Cells as HTML. Not a template: a page shows hundreds, and a template takes ten times as long."""

from __future__ import annotations

import re
from datetime import date
from html import escape

from django.utils.safestring import SafeString, mark_safe

from palermo.web.presentation.tables import Cell, Column, View

DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")


def apart(text: object) -> str:
    """`text` isolated within a sentence, so that a date keeps its order among Arabic words (Unicode FSI … PDI)."""
    return f"\u2068{text}\u2069"


def body(view: View) -> SafeString:
    """The rows of a page of a table; the first cell of each names the row. Every text is escaped here."""
    places = [(place, column) for place, column in enumerate(view.table.columns) if not column.hidden]
    rows = ("".join(_cell(row[place], column, place == 0) for place, column in places) for row in view.rows)
    return mark_safe("".join(f"<tr>{row}</tr>\n" for row in rows))  # noqa: S308 -- made of _cell only


def inner(cell: Cell) -> SafeString:
    """What stands in a cell: its mark or its link, and its small print."""
    return mark_safe(_inner(cell))  # noqa: S308 -- made of escaped texts


def _cell(cell: Cell, column: Column, heads_row: bool) -> str:
    kind = ' class="num"' if column.numeric else ' class="day"' if isinstance(cell.value, date) else ""
    if heads_row:
        return f'<th scope="row"{kind}>{_inner(cell)}</th>'
    return f"<td{kind}>{_inner(cell)}</td>"


def _inner(cell: Cell) -> str:
    text = escape(cell.text)
    if cell.status:
        shown = f'<span class="status status-{escape(cell.status)}">{text}</span>'
    elif cell.link:
        shown = f'<a href="{escape(cell.link)}"><bdi>{text}</bdi></a>'
    else:
        shown = f"<bdi>{text}</bdi>" if text else ""
    return f'{shown}<small class="cell-note">{_whole_days(escape(cell.note))}</small>' if cell.note else shown


def _whole_days(text: str) -> str:
    """A day within a sentence is not parted at its hyphens."""
    return DAY.sub(r'<span class="day">\g<0></span>', text)
