"""The matrix: every State under every instrument of a family, on one day."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from palermo.reference import Catalogue, Instrument, State, plain
from palermo.treaties import Cell as Standing
from palermo.treaties import Code, Grid, Spell
from palermo.web.presentation import downloads
from palermo.web.presentation.tables import Cell, Column, Table
from palermo.web.treaties import labels, queries
from palermo.web.treaties.views import cells, doubts
from palermo.web.treaties.views.asking import Ask, page, show

ALL = "all"


@page
def matrix(request: HttpRequest, ask: Ask) -> HttpResponse:
    """States down, instruments across; filtered by family, group and name."""
    ledger = queries.whole(ask.day.known_on)
    family, group = request.GET.get("family") or "core", request.GET.get("group", "")
    held = ledger.catalogue.ordered if family == ALL else ledger.catalogue.family(family)
    grid = ledger.grid(ask.day.on)
    states = _states(ask, ledger.catalogue, group, request.GET.get("q", ""))
    if request.GET.get("format") in downloads.FORMATS:
        return show(request, ask, "treaties/matrix.html", _table(ask, held, grid, states), {})
    context = {
        "instruments": [(cells.instrument(ask, one), one.title(ask.language), one.as_of) for one in held],
        "rows": _rows(ask, held, grid, states),
        "legend": [(code.value, labels.STATUS[code], labels.MEANING[code]) for code in Code],
        "doubt": doubts.beside() if _in_doubt(held, grid, states) else "",
        "families": [(label.code, label.name(ask.language)) for label in ledger.catalogue.families.values()],
        "groups": [(label.code, label.name(ask.language)) for label in ledger.catalogue.groups.values()],
        "family": family,
        "group": group,
        "search": request.GET.get("q", ""),
    }
    return show(request, ask, "treaties/matrix.html", Table("matrix", _("Matrix"), (), ()), context)


def _states(ask: Ask, catalogue: Catalogue, group: str, search: str) -> list[State]:
    wanted = plain(search)
    found = [
        held
        for held in catalogue.states.values()
        if (not group or held.group == group) and (not wanted or wanted in plain(held.name(ask.language)))
    ]
    return sorted(found, key=lambda held: held.name(ask.language))


def _in_doubt(held: tuple[Instrument, ...], grid: Grid, states: list[State]) -> bool:
    return any(grid.rows[one.code][state.code].possibly is not None for one in held for state in states)


def _rows(ask: Ask, held: tuple[Instrument, ...], grid: Grid, states: list[State]) -> list[tuple[Cell, SafeString]]:
    """A row of marks for each State. There are thousands of cells and twelve kinds: each kind is written once.

    What may have changed already says until when it is open, and is written on its own.
    """
    marks = {(code, beyond): _mark(code, beyond) for code in Code for beyond in (False, True)}
    across = [grid.rows[one.code] for one in held]

    def mark(cell: Standing) -> SafeString:
        return _mark(cell.code, cell.beyond, cell.possibly) if cell.possibly else marks[cell.code, cell.beyond]

    def row(code: str) -> SafeString:
        return mark_safe("".join(mark(column[code]) for column in across))  # noqa: S308 -- made of _mark only

    return [(cells.state(ask, state), row(state.code)) for state in states]


def _mark(code: Code, beyond: bool, possibly: Spell | None = None) -> SafeString:
    label = str(labels.STATUS[code])
    text = _("%(status)s, as last known") % {"status": label} if beyond and code is not Code.UNKNOWN else label
    kind = f"{code.value} beyond" if beyond else code.value
    if possibly is None:
        return format_html('<td class="status-{}">{}</td>', kind, text)
    return format_html(
        '<td class="status-{}" title="{}">{}. {} {}</td>',
        kind,
        labels.possibly(possibly),
        text,
        labels.possibly(possibly),
        doubts.beside(),
    )


def _table(ask: Ask, held: tuple[Instrument, ...], grid: Grid, states: list[State]) -> Table:
    columns = (
        Column("state", _("State")),
        Column("iso3", "ISO 3166"),
        *(Column(one.code, one.name(ask.language)) for one in held),
        Column("on", _("On")),
    )

    def cell(one: Instrument, state: State) -> Cell:
        found = grid.rows[one.code][state.code]
        reach = one.known_until(state.standing) or one.as_of
        last = f" (last known {reach})" if found.beyond and found.code is not Code.UNKNOWN else ""
        return Cell(f"{found.code.value}{last}{_doubt(found)}")

    rows = tuple(
        (
            cells.state(ask, state),
            cells.code(state.code),
            *(cell(one, state) for one in held),
            cells.day(ask.day.on),
        )
        for state in states
    )
    return Table("matrix", _("Matrix"), columns, rows)


def _doubt(found: Standing) -> str:
    if found.possibly is None:
        return ""
    return f" (possibly {found.possibly.code.value}, at the latest from {found.possibly.start})"
