"""The list of corrections. It grows for ever, so the database finds, sorts and pages it, not the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.contrib.auth.decorators import login_required
from django.db.models import Case, Q, QuerySet, Value, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from palermo.reference import Catalogue, plain
from palermo.web.partners.views.asking import signed_in
from palermo.web.presentation import downloads
from palermo.web.presentation.tables import Cell, Column, Row, Table, ordered, slice_of, window
from palermo.web.treaties import queries
from palermo.web.treaties.forms import CHANGES
from palermo.web.treaties.models import Correction
from palermo.web.treaties.views import cells
from palermo.web.treaties.views.asking import Ask, about, page
from palermo.web.treaties.views.corrections import STATUS, STATUS_LABELS

# What the database itself can sort by; names of States and instruments it does not know.
FIELDS = {
    "number": "pk",
    "status": "status",
    "change": "change",
    "proposed": "proposed_at",
    "by": "proposed_by__name",
}


@login_required
@page
def corrections(request: HttpRequest, ask: Ask) -> HttpResponse:
    """The corrections that this person may see: their own, or all for a moderator."""
    catalogue = queries.catalogue()
    seen = queries.corrections_for(signed_in(request)).filter(
        state__in=catalogue.states, instrument__in=catalogue.instruments
    )
    found = _sorted(ask, catalogue, _found(ask, catalogue, seen, request.GET.get("q", "")), request.GET)
    form = request.GET.get("format", "")
    if form in downloads.FORMATS:
        table = _table(ask, catalogue, found)
        return downloads.respond(table, form, about(request, ask, table))
    count = found.count()
    table = _table(ask, catalogue, found[slice_of(request.GET, count)])
    view = window(table, request.GET, found=count, total=seen.count())
    return render(request, "treaties/corrections.html", {"ask": ask, "view": view})


def _found(ask: Ask, catalogue: Catalogue, rows: QuerySet[Correction], text: str) -> QuerySet[Correction]:
    """The rows of which some cell has the words, in the language of the page."""
    wanted = plain(text)
    if not wanted:
        return rows

    def codes(named: Iterable[tuple[str, object]]) -> list[str]:
        return [code for code, name in named if wanted in plain(str(name))]

    fits = (
        Q(state__in=codes((code, held.name(ask.language)) for code, held in catalogue.states.items()))
        | Q(instrument__in=codes((code, held.name(ask.language)) for code, held in catalogue.instruments.items()))
        | Q(status__in=codes(STATUS_LABELS.items()))
        | Q(change__in=codes(CHANGES.items()))
        | Q(proposed_by__name__icontains=text.strip())
    )
    return rows.filter(
        fits | Q(pk=int(wanted)) if wanted.isascii() and wanted.isdigit() and len(wanted) < 10 else fits
    )


def _sorted(
    ask: Ask, catalogue: Catalogue, rows: QuerySet[Correction], params: Mapping[str, str]
) -> QuerySet[Correction]:
    """As the address asks; without it, the latest first."""
    key, falling = ordered(params)
    names = {
        "state": {code: held.name(ask.language) for code, held in catalogue.states.items()},
        "instrument": {code: held.name(ask.language) for code, held in catalogue.instruments.items()},
    }
    if key in names:
        rank = _rank(key, names[key])
        return rows.order_by(rank.desc() if falling else rank.asc(), "-pk")
    field = FIELDS.get(key)
    return rows.order_by(f"-{field}" if falling else field, "-pk") if field else rows


def _rank(field: str, names: Mapping[str, str]) -> Case:
    """The place of each code among the names, which the database does not know."""
    inorder = sorted(names, key=lambda code: plain(names[code]))
    return Case(*(When(**{field: code}, then=Value(place)) for place, code in enumerate(inorder)))


def _table(ask: Ask, catalogue: Catalogue, held: Iterable[Correction]) -> Table:
    columns = (
        Column("number", _("No.")),
        Column("status", _("Status")),
        Column("state", _("State")),
        Column("instrument", _("Instrument")),
        Column("change", _("What should be done")),
        Column("proposed", _("Proposed")),
        Column("by", _("By")),
    )
    return Table("corrections", _("Corrections"), columns, tuple(_row(ask, catalogue, one) for one in held))


def _row(ask: Ask, catalogue: Catalogue, one: Correction) -> Row:
    return (
        Cell(str(one.pk), value=one.pk, link=reverse("treaties:correction", args=[one.pk])),
        Cell(
            str(STATUS_LABELS[Correction.State(one.status)]),
            value=one.status,
            status=STATUS[Correction.State(one.status)],
        ),
        cells.state(ask, catalogue.states[one.state]),
        cells.instrument(ask, catalogue.instruments[one.instrument]),
        Cell(str(CHANGES[Correction.Change(one.change)])),
        cells.day(one.proposed_at.date()),
        Cell(one.proposed_by.name),
    )
