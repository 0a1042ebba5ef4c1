"""Data and sources: how far the data on each instrument reach, what contradicts itself, and where all is from."""

from __future__ import annotations

from collections import Counter

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from palermo.treaties import Ledger, findings
from palermo.web.presentation.markup import apart
from palermo.web.presentation.tables import Cell, Column, Table
from palermo.web.treaties import labels, models, queries
from palermo.web.treaties.views import cells
from palermo.web.treaties.views.asking import Ask, page, show
from palermo.web.treaties.views.states import finding_text


@page
def sources(request: HttpRequest, ask: Ask) -> HttpResponse:
    """The page of sources. Its table is the reach of each instrument's data."""
    ledger = queries.whole(ask.day.known_on)
    counted = Counter(act.source for act in ledger.current)
    catalogue = ledger.catalogue
    context = {
        "sources": [
            (held, counted[held.code]) for held in sorted(catalogue.sources.values(), key=lambda one: one.code)
        ],
        "findings": [
            (
                cells.state_named(ask, catalogue, held.act.state),
                cells.instrument_named(ask, catalogue, held.act.instrument),
                held.act,
                finding_text(ask, catalogue, held),
            )
            for held in findings(ledger)
        ],
        "flagged": [
            (
                cells.state_named(ask, catalogue, act.state),
                cells.instrument_named(ask, catalogue, act.instrument),
                act,
                " ".join(str(labels.FLAG[flag]) for flag in act.flags),
            )
            for act in ledger.current
            if act.flags
        ],
        "imports": models.Import.objects.select_related("source")[:20],
    }
    return show(request, ask, "treaties/sources.html", _table(ask, ledger), context)


def _table(ask: Ask, ledger: Ledger) -> Table:
    acts = Counter(act.instrument for act in ledger.current)
    columns = (
        Column("instrument", _("Instrument")),
        cells.hidden("code"),
        Column("as_of", _("Data as of")),
        Column("reach", _("Whom the data cover")),
        Column("acts", _("Acts recorded"), numeric=True),
        Column("depositary", _("Depositary")),
    )
    depositaries = ledger.catalogue.depositaries
    rows = tuple(
        (
            cells.instrument(ask, held),
            cells.code(held.code),
            cells.day(held.as_of) if held.as_of else Cell(_("No status data"), status="unknown"),
            Cell("; ".join(f"{labels.SCOPE[reach.scope]} ({apart(reach.as_of)})" for reach in held.reaches)),
            Cell(str(acts[held.code]), value=acts[held.code]),
            Cell(
                depositaries[held.depositary].name(ask.language) if held.depositary in depositaries else "",
                link=depositaries[held.depositary].link if held.depositary in depositaries else "",
            ),
        )
        for held in ledger.catalogue.ordered
    )
    return Table("reach", _("How far the data reach"), columns, rows)
