"""Two States: the instruments that bind both, and what reservations and objections take out between them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from palermo.reference import Act
from palermo.treaties import Code, Ledger, Relation
from palermo.web.presentation.tables import Cell, Column, Table
from palermo.web.treaties import labels, queries
from palermo.web.treaties.views import cells
from palermo.web.treaties.views.asking import Ask, page, show


@page
def compare(request: HttpRequest, ask: Ask) -> HttpResponse:
    """Choose two States, or see what binds the two chosen."""
    catalogue = queries.catalogue()
    names = sorted((held.name(ask.language), held.code) for held in catalogue.states.values())
    chosen = [catalogue.state(text).code for text in (request.GET.get("a", ""), request.GET.get("b", "")) if text]
    context = {"names": names, "a": request.GET.get("a", ""), "b": request.GET.get("b", ""), "same": False}
    if len(chosen) < 2 or chosen[0] == chosen[1]:
        empty = Table("compare", _("Compare two States"), (), ())
        return show(request, ask, "treaties/compare.html", empty, {**context, "same": len(chosen) == 2})
    first, second = chosen
    ledger = queries.of_state(first, second, known_on=ask.day.known_on)
    states = [catalogue.states[code] for code in chosen]
    context |= {
        "a": first,
        "b": second,
        "states": [cells.state(ask, held) for held in states],
        "only": [_only(ask, ledger, code, other) for code, other in ((first, second), (second, first))],
    }
    table = _table(ask, ledger, ledger.relations(first, second, ask.day.on), first, second)
    return show(request, ask, "treaties/compare.html", table, context)


def _table(ask: Ask, ledger: Ledger, found: tuple[Relation, ...], first: str, second: str) -> Table:
    instruments = ledger.catalogue.instruments
    columns = (
        Column("instrument", _("Instrument")),
        cells.hidden("code"),
        Column("between", _("Between the two")),
        Column("since", _("Since")),
        Column("taken_out", _("Articles taken out by reservations")),
        Column("to_read", _("To be read before relying on it")),
        Column("as_of", _("Data as of")),
        cells.hidden("a"),
        cells.hidden("b"),
        cells.hidden("on"),
    )
    rows = tuple(
        (
            cells.instrument(ask, instruments[held.instrument]),
            cells.code(held.instrument),
            _between(held),
            cells.day(held.since),
            Cell(", ".join(held.taken_out), note=_who(ask, ledger, held.reservations)),
            Cell(_who(ask, ledger, held.to_read)),
            cells.day(held.as_of),
            cells.code(first),
            cells.code(second),
            cells.day(ask.day.on),
        )
        for held in found
    )
    return Table(f"compare-{first}-{second}", _("Instruments in force for both"), columns, rows)


def _between(held: Relation) -> Cell:
    if not held.in_force:
        return Cell(_("Kept out of force by an objection"), value="precluded", status="withdrawn")
    beyond = any(status.beyond for status in held.statuses)
    note = _("As last known on %(day)s.") % {"day": held.as_of} if beyond and held.as_of else ""
    return Cell(str(labels.STATUS[held.statuses[0].code]), value="in force", status="bound", note=note)


def _who(ask: Ask, ledger: Ledger, acts: tuple[Act, ...]) -> str:
    states = ledger.catalogue.states
    return "; ".join(f"{states[act.state].name(ask.language)}: {labels.KIND[act.kind]}" for act in acts)


def _only(ask: Ask, ledger: Ledger, code: str, other: str) -> tuple[Cell, list[tuple[Cell, Cell]]]:
    """What binds the first and not the other, with the other's status: the legal bases that are missing."""
    theirs = {held.instrument: held for held in ledger.statuses(other, ask.day.on)}
    instruments = ledger.catalogue.instruments
    missing = [
        (cells.instrument(ask, instruments[held.instrument]), cells.status(theirs[held.instrument]))
        for held in ledger.bound(code, ask.day.on)
        if theirs[held.instrument].code is not Code.BOUND
    ]
    return cells.state(ask, ledger.catalogue.states[code]), missing
