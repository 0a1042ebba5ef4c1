"""Instruments: the list of all, and one instrument's page with its parties, its growth and who is left."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from palermo.reference import Act, ActKind, Instrument
from palermo.treaties import PARTY, Code, Ledger, Row, Status, findings
from palermo.web.presentation import curves
from palermo.web.presentation.tables import Cell, Column, Table
from palermo.web.treaties import labels, queries
from palermo.web.treaties.views import cells, maps
from palermo.web.treaties.views.asking import Ask, page, show
from palermo.web.treaties.views.states import finding_text

BY = ("group", "region", "subregion")


@page
def instruments(request: HttpRequest, ask: Ask) -> HttpResponse:
    """Every instrument, with its parties on the day and the day that its data reach."""
    ledger = queries.whole(ask.day.known_on)
    return show(request, ask, "treaties/instruments.html", _instruments_table(ask, ledger), {})


def _instruments_table(ask: Ask, ledger: Ledger) -> Table:
    grid = ledger.grid(ask.day.on)
    columns = (
        Column("instrument", _("Instrument")),
        cells.hidden("code"),
        Column("adopted", _("Adopted")),
        Column("in_force", _("Entry into force")),
        Column("parties", _("Parties"), numeric=True),
        Column("as_of", _("Data as of")),
        Column("families", _("Families")),
        cells.hidden("title"),
        cells.hidden("on"),
    )
    families = ledger.catalogue.families

    def parties(held: Instrument) -> Cell:
        if held.as_of is None:
            return Cell(str(labels.STATUS[Code.UNKNOWN]), status=Code.UNKNOWN.value)
        count = sum(cell.code in PARTY for cell in grid.rows[held.code].values())
        return Cell(str(count), value=count)

    rows = tuple(
        (
            cells.instrument(ask, held),
            cells.code(held.code),
            cells.day(held.adopted),
            cells.day(held.in_force),
            parties(held),
            cells.day(held.as_of),
            Cell(", ".join(families[code].name(ask.language) for code in held.families if code in families)),
            cells.code(held.title(ask.language)),
            cells.day(ask.day.on),
        )
        for held in ledger.catalogue.ordered
    )
    return Table("instruments", _("Instruments"), columns, rows)


@page
def instrument(request: HttpRequest, ask: Ask, code: str) -> HttpResponse:
    """One instrument: where every State stands, the curve, the map, and who is left in each group."""
    held = queries.catalogue().instrument(code)
    ledger = queries.of_instrument(held.code, ask.day.known_on)
    statuses = ledger.standings(held.code, ask.day.on)
    table = _party_table(ask, ledger, held, statuses)
    by = request.GET.get("by", BY[0])
    return show(request, ask, "treaties/instrument.html", table, _context(ask, ledger, held, statuses, by))


def _context(ask: Ask, ledger: Ledger, held: Instrument, statuses: tuple[Status, ...], by: str) -> dict[str, Any]:
    catalogue = ledger.catalogue
    by = by if by in BY else BY[0]
    points = ledger.timeline(held.code)
    depositary = catalogue.depositaries.get(held.depositary)
    return {
        "instrument": held,
        "sheet": ask.day.link(reverse("treaties:instrument-sheet", args=[held.code])),
        "name": held.name(ask.language),
        "title": held.title(ask.language),
        "place": _(held.place) if held.place else "",
        "depositary": depositary,
        "depositary_name": depositary.name(ask.language) if depositary else "",
        "rules": labels.rules(held.clause),
        "reaches": [(labels.SCOPE[reach.scope], reach.as_of) for reach in held.reaches],
        "parties": sum(status.code in PARTY for status in statuses),
        "in_force_for": sum(status.code is Code.BOUND for status in statuses),
        "unknown": sum(status.code is Code.UNKNOWN for status in statuses),
        "curve": curves.step([(point.day, point.parties) for point in points], held.as_of, ask.day.on),
        "growth": [
            {
                "day": point.day,
                "parties": point.parties,
                "joined": _names(ask, ledger, point.joined),
                "left": _names(ask, ledger, point.left),
            }
            for point in points
            if point.day <= ask.day.on
        ],
        "map": maps.of_standings(ask, catalogue, {status.state: status for status in statuses}),
        "by": by,
        "by_label": labels.BY[by],
        "bys": [(key, labels.BY[key]) for key in BY],
        "coverage": [_coverage(ask, ledger, row, by) for row in ledger.coverage(held.code, ask.day.on, by)],
        "findings": [
            (cells.state_named(ask, catalogue, found.act.state), found.act, finding_text(ask, catalogue, found))
            for found in findings(ledger)
            if found.code != "party-without-parent"  # the parent's acts are not in this ledger
        ],
        "has_acts": bool(ledger.current),
    }


def _names(ask: Ask, ledger: Ledger, codes: tuple[str, ...]) -> str:
    return ", ".join(ledger.catalogue.states[code].name(ask.language) for code in codes)


def _coverage(ask: Ask, ledger: Ledger, row: Row, by: str) -> dict[str, Any]:
    catalogue = ledger.catalogue
    held = (catalogue.groups if by == "group" else catalogue.regions).get(row.label)
    return {
        "name": held.name(ask.language) if held else _("In no group"),
        "total": row.total,
        "parties": row.parties,
        "unknown": row.unknown,
        "share": round(100 * row.parties / row.total) if row.total else 0,
        "left": [(cells.state(ask, catalogue.states[status.state]), cells.status(status)) for status in row.left],
    }


def _party_table(ask: Ask, ledger: Ledger, held: Instrument, statuses: tuple[Status, ...]) -> Table:
    signatures = {
        act.state: act for act in ledger.current if act.kind is ActKind.SIGNATURE and act.earliest <= ask.day.on
    }
    columns = (
        Column("state", _("State")),
        cells.hidden("iso3"),
        cells.hidden("instrument"),
        Column("status", _("Status")),
        Column("signed", _("Signature")),
        Column("act", _("Act")),
        Column("dated", _("Day of the act")),
        Column("since", _("Status since")),
        Column("reservations", _("Reservations, declarations")),
        cells.hidden("as_of"),
        Column("source", _("Source")),
        cells.hidden("on"),
        *(cells.hidden(key) for key in cells.DOUBT),
    )
    states = ledger.catalogue.states
    rows = tuple(
        (
            cells.state(ask, states[status.state]),
            cells.code(status.state),
            cells.code(held.code),
            cells.status(status),
            cells.act_date(signatures.get(status.state)),
            cells.act_kind(status.act),
            cells.act_date(status.act),
            cells.day(status.since),
            _reservations(ledger.standing(held.code, status.state, ask.day.on)),
            cells.day(status.as_of),
            cells.source(ask, status.act),
            cells.day(ask.day.on),
            *cells.doubt(status),
        )
        for status in sorted(statuses, key=lambda status: states[status.state].name(ask.language))
    )
    return Table(f"instrument-{held.code}", held.name(ask.language), columns, rows)


def _reservations(acts: tuple[Act, ...]) -> Cell:
    texts = []
    for act in acts:
        articles = ", ".join(act.articles)
        kind = str(labels.KIND[act.kind])
        texts.append(_("%(kind)s (art. %(articles)s)") % {"kind": kind, "articles": articles} if articles else kind)
    return Cell("; ".join(texts))
