"""States: the list of all, and one State's page with all that binds it, is missing, or is not known."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from palermo.reference import Act, Catalogue, State
from palermo.treaties import PARTY, Code, Finding, Ledger, Status, findings
from palermo.web.partners.permissions import standing
from palermo.web.presentation.tables import Cell, Column, Row, Table
from palermo.web.treaties import labels, queries, rules
from palermo.web.treaties.views import cells
from palermo.web.treaties.views.asking import Ask, page, show

CORE = "core"


@page
def states(request: HttpRequest, ask: Ask) -> HttpResponse:
    """Every State, with how many of the Plan's instruments bind it."""
    ledger = queries.whole(ask.day.known_on)
    table = _states_table(ask, ledger)
    return show(request, ask, "treaties/states.html", table, {"catalogue": ledger.catalogue})


def _states_table(ask: Ask, ledger: Ledger) -> Table:
    grid = ledger.grid(ask.day.on)
    core = [held.code for held in ledger.catalogue.family(CORE)]
    columns = (
        Column("state", _("State")),
        cells.hidden("iso3"),
        Column("group", _("Regional group")),
        Column("region", _("Region")),
        Column("parties", _("Party to, of %(n)d core instruments") % {"n": len(core)}, numeric=True),
        Column("unknown", _("Not known"), numeric=True),
        cells.hidden("on"),
    )

    def row(held: State) -> Row:
        codes = Counter(grid.rows[instrument][held.code].code for instrument in core)
        parties = sum(codes[code] for code in PARTY)
        return (
            cells.state(ask, held),
            cells.code(held.code),
            cells.group(ask, ledger.catalogue, held),
            cells.region(ask, ledger.catalogue, held),
            Cell(str(parties), value=parties),
            Cell(str(codes[Code.UNKNOWN]), value=codes[Code.UNKNOWN]),
            cells.day(ask.day.on),
        )

    rows = tuple(row(held) for held in _by_name(ask, ledger.catalogue))
    return Table("states", _("States and the core instruments"), columns, rows)


def _by_name(ask: Ask, catalogue: Catalogue) -> list[State]:
    return sorted(catalogue.states.values(), key=lambda held: held.name(ask.language))


@page
def state(request: HttpRequest, ask: Ask, code: str) -> HttpResponse:
    """One State: its status under every instrument on the day asked for."""
    held = queries.catalogue().state(code)
    ledger = queries.of_state(held.code, known_on=ask.day.known_on)
    family = request.GET.get("family", "")
    statuses = ledger.statuses(held.code, ask.day.on, family or None)
    table = _state_table(ask, ledger, held, statuses)
    context = _state_context(ask, ledger, held, family)
    context["may_propose"] = rules.may_propose(standing(request.user), held.code, demo=queries.demonstration())
    return show(request, ask, "treaties/state.html", table, context)


def _state_context(ask: Ask, ledger: Ledger, held: State, family: str) -> dict[str, Any]:
    catalogue = ledger.catalogue
    statuses = ledger.statuses(held.code, ask.day.on)
    core = [status for status in statuses if CORE in catalogue.instruments[status.instrument].families]
    return {
        "state": held,
        "sheet": ask.day.link(reverse("treaties:state-sheet", args=[held.code])),
        "name": held.name(ask.language),
        "group": catalogue.groups[held.group].name(ask.language) if held.group else "",
        "region": catalogue.regions[held.subregion].name(ask.language) if held.subregion else "",
        "standing": labels.STANDING[held.standing],
        "counts": _counts(statuses),
        "core_total": len(core),
        "core_parties": sum(status.code in PARTY for status in core),
        "gaps": _gaps(ask, ledger, [status for status in core if status.code not in PARTY]),
        "narrowing": _narrowing(ask, ledger, held),
        "findings": _findings(ask, ledger),
        "families": [(label.code, label.name(ask.language)) for label in catalogue.families.values()],
        "family": family,
    }


def _counts(statuses: tuple[Status, ...]) -> list[tuple[str, str, int]]:
    counted = Counter(status.code for status in statuses)
    return [(code.value, str(labels.STATUS[code]), counted[code]) for code in Code]


def _state_table(ask: Ask, ledger: Ledger, held: State, statuses: tuple[Status, ...]) -> Table:
    columns = (
        Column("instrument", _("Instrument")),
        cells.hidden("code"),
        cells.hidden("state"),
        Column("status", _("Status")),
        Column("since", _("Since")),
        Column("act", _("Act")),
        Column("dated", _("Day of the act")),
        Column("as_of", _("Data as of")),
        Column("source", _("Source")),
        cells.hidden("on"),
        *(cells.hidden(key) for key in cells.DOUBT),
    )
    rows = tuple(
        (
            cells.instrument(ask, ledger.catalogue.instruments[status.instrument]),
            cells.code(status.instrument),
            cells.code(held.code),
            cells.status(status),
            cells.day(status.since),
            cells.act_kind(status.act),
            cells.act_date(status.act),
            cells.day(status.as_of),
            cells.source(ask, status.act),
            cells.day(ask.day.on),
            *cells.doubt(status),
        )
        for status in statuses
    )
    return Table(f"state-{held.code}", held.name(ask.language), columns, rows)


def _gaps(ask: Ask, ledger: Ledger, statuses: list[Status]) -> list[tuple[Cell, Cell, Status]]:
    instruments = ledger.catalogue.instruments
    return [(cells.instrument(ask, instruments[held.instrument]), cells.status(held), held) for held in statuses]


def _narrowing(ask: Ask, ledger: Ledger, held: State) -> list[tuple[Cell, Act, str]]:
    return [
        (cells.instrument(ask, instrument), act, str(labels.KIND[act.kind]))
        for instrument in ledger.catalogue.ordered
        for act in ledger.standing(instrument.code, held.code, ask.day.on)
    ]


def _findings(ask: Ask, ledger: Ledger) -> list[tuple[Cell, Act, str]]:
    catalogue = ledger.catalogue
    return [
        (cells.instrument_named(ask, catalogue, held.act.instrument), held.act, finding_text(ask, catalogue, held))
        for held in findings(ledger)
    ]


def finding_text(ask: Ask, catalogue: Catalogue, held: Finding) -> str:
    """A contradiction in words; where it points at an instrument, by that instrument's name."""
    expected = catalogue.instruments.get(held.expected)
    return str(labels.FINDING[held.code]) % {"expected": expected.name(ask.language) if expected else held.expected}
