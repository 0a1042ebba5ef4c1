"""A State's and an instrument's page as a PDF to print, file and send."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.translation import gettext as _

from palermo.treaties import findings
from palermo.web.treaties import queries
from palermo.web.treaties.sheets import compiler, instrument, state
from palermo.web.treaties.sheets.parts import Asked, Facts
from palermo.web.treaties.views.asking import Ask, page, refuse
from palermo.web.treaties.views.states import finding_text

RETRY_AFTER = "5"


@page
def state_sheet(request: HttpRequest, ask: Ask, code: str) -> HttpResponse:
    """The sheet of one State."""
    held = queries.catalogue().state(code)
    ledger = queries.of_state(held.code, known_on=ask.day.known_on)
    found = [(one.act, finding_text(ask, ledger.catalogue, one)) for one in findings(ledger)]
    facts = state.facts(ledger, held, _asked(request, ask, "treaties:state", held.code), found)
    return _answer(request, "state", facts, ask, held.code)


@page
def instrument_sheet(request: HttpRequest, ask: Ask, code: str) -> HttpResponse:
    """The sheet of one instrument."""
    held = queries.catalogue().instrument(code)
    ledger = queries.of_instrument(held.code, ask.day.known_on)
    found = [
        (one.act, finding_text(ask, ledger.catalogue, one))
        for one in findings(ledger)
        if one.code != "party-without-parent"  # the parent's acts are not in this ledger
    ]
    facts = instrument.facts(ledger, held, _asked(request, ask, "treaties:instrument", held.code), found)
    return _answer(request, "instrument", facts, ask, held.code)


def _asked(request: HttpRequest, ask: Ask, name: str, code: str) -> Asked:
    """The address names the day even where the reader did not: paper outlives the day on which it was printed."""
    query = urlencode({**ask.day.query, "on": ask.day.on.isoformat()})
    return Asked(ask.day, ask.language, request.build_absolute_uri(f"{reverse(name, args=[code])}?{query}"))


def _answer(request: HttpRequest, template: str, facts: Facts, ask: Ask, code: str) -> HttpResponse:
    etag = f'"{compiler.mark(template, facts)}"'
    response = get_conditional_response(request, etag=etag)
    if response is None:
        response = _made(request, ask, template, facts)
    if response.status_code in (200, 304):
        response["ETag"] = etag
        patch_cache_control(response, no_cache=True)
    if response.status_code == 200:
        known = f"-known-{ask.day.known_on}" if ask.day.known_on else ""
        name = f"palermo-{code}-{ask.day.on}{known}-{ask.language}.pdf"
        response["Content-Disposition"] = f'inline; filename="{name}"'
    return response


def _made(request: HttpRequest, ask: Ask, template: str, facts: Facts) -> HttpResponse:
    try:
        return HttpResponse(compiler.pdf(template, facts, ask.day.today), content_type="application/pdf")
    except compiler.Busy:
        message = _("Many sheets are being made at this moment. Ask for it again in a few seconds.")
        response = refuse(request, ask, 503, _("This sheet has to wait"), message)
        response["Retry-After"] = RETRY_AFTER
        return response
