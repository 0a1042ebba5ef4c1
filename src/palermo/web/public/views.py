"""Home, search and about."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from palermo.reference import Catalogue, UnknownName, plain
from palermo.treaties import PARTY, Ledger
from palermo.web.presentation.tables import Cell
from palermo.web.treaties import labels, queries
from palermo.web.treaties.views import cells, maps
from palermo.web.treaties.views.asking import Ask, page

PROTOCOL, CONVENTION = "TIP", "UNTOC"
LATELY = 8
FOUND = 40


@page
def home(request: HttpRequest, ask: Ask) -> HttpResponse:
    """Search, the map of the Protocol, how far the core has come, and what changed last."""
    ledger = queries.whole(ask.day.known_on)
    catalogue = ledger.catalogue
    grid = ledger.grid(ask.day.on)
    protocol = catalogue.instruments[PROTOCOL]
    context = {
        "ask": ask,
        "protocol": cells.instrument(ask, protocol),
        "as_of": protocol.as_of,
        "map": maps.of_standings(ask, catalogue, grid.rows[PROTOCOL]),
        "core": [
            (
                cells.instrument(ask, held),
                sum(cell.code in PARTY for cell in grid.rows[held.code].values()),
                held.as_of,
            )
            for held in catalogue.family("core")
        ],
        "members": sum(state.standing == "member" for state in catalogue.states.values()),
        "lately": _lately(ask, ledger),
        "names": _names(ask, catalogue),
    }
    return render(request, "public/home.html", context)


def _lately(ask: Ask, ledger: Ledger) -> list[tuple[str, Cell, Cell, str]]:
    """The last acts on record up to the day asked for, signatures left out: they bind nobody yet."""
    acts = [
        act for act in ledger.current if act.date is not None and act.day <= ask.day.on and act.kind != "signature"
    ]
    acts.sort(key=lambda act: (act.day, act.id), reverse=True)
    return [
        (
            str(act.date),
            cells.state_named(ask, ledger.catalogue, act.state),
            cells.instrument_named(ask, ledger.catalogue, act.instrument),
            str(labels.KIND[act.kind]),
        )
        for act in acts[:LATELY]
    ]


def _names(ask: Ask, catalogue: Catalogue) -> list[str]:
    states = [held.name(ask.language) for held in catalogue.states.values()]
    return sorted([*states, *(held.name(ask.language) for held in catalogue.ordered)])


@page
def search(request: HttpRequest, ask: Ask) -> HttpResponse:
    """States and instruments whose name, code or title has the words; a full name leads straight to its page."""
    text = request.GET.get("q", "").strip()
    catalogue = queries.catalogue()
    address = _exact(catalogue, text)
    if address:
        return HttpResponseRedirect(ask.day.link(address))
    wanted = plain(text)
    states = [
        cells.state(ask, held)
        for held in catalogue.states.values()
        if wanted and any(wanted in plain(name) for name in (held.code, *held.names.values(), *held.aliases))
    ]
    instruments = [
        cells.instrument(ask, held)
        for held in catalogue.ordered
        if wanted
        and any(
            wanted in plain(name) for name in (held.code, *held.short.values(), *held.titles.values(), *held.aliases)
        )
    ]
    context = {"ask": ask, "q": text, "states": states[:FOUND], "instruments": instruments[:FOUND]}
    return render(
        request, "public/search.html", {**context, "nearest": [] if states or instruments else _near(catalogue, text)}
    )


def _exact(catalogue: Catalogue, text: str) -> str:
    """The address of the State or instrument with exactly this name or code; empty where there is none."""
    try:
        return reverse("treaties:state", args=[catalogue.state(text).code])
    except UnknownName:
        pass
    try:
        return reverse("treaties:instrument", args=[catalogue.instrument(text).code])
    except UnknownName:
        return ""


def _near(catalogue: Catalogue, text: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for find in (catalogue.state, catalogue.instrument):
        try:
            find(text)
        except UnknownName as error:
            found.extend(error.nearest)
    return found


@page
def about(request: HttpRequest, ask: Ask) -> HttpResponse:
    """What this is, what the words mean, and what it does not know."""
    context = {
        "ask": ask,
        "meanings": [(code.value, labels.STATUS[code], labels.MEANING[code]) for code in labels.STATUS],
    }
    return render(request, "public/about.html", context)
