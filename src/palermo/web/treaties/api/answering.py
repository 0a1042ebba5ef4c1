"""How this API answers: one envelope, one encoder, pages with links, and an ETag that spares work."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import wraps
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

import palermo
from palermo.web.audit import clock
from palermo.web.treaties import queries
from palermo.web.treaties.api.asking import Asked, Paged

Facts = dict[str, Any]
Run = Callable[..., HttpResponse]

OPEN = "public, max-age=300, must-revalidate"
CLOSED = "private, no-store"
OPEN_TO_OTHER_SITES = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
encode = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


def respond(facts: Mapping[str, Any], status: int = 200, headers: Mapping[str, str] | None = None) -> HttpResponse:
    """These facts as JSON. They are plain values already: checking thousands of rows again would only cost."""
    body = encode(facts).encode("utf-8", "replace")  # half a character, in a name that was sent, becomes "?"
    return HttpResponse(body, status=status, content_type="application/json; charset=utf-8", headers=headers)


def about(ask: Asked, on: date | None = None, known_on: date | None = None) -> Facts:
    """What an answer says of itself: the day it is for, the day of knowledge, its source and its limits."""
    today = clock.today()
    return {
        "on": (on or today).isoformat(),
        "known_on": known_on.isoformat() if known_on else None,
        "today": today.isoformat(),
        "language": ask.language,
        "source": _("Source: United Nations and other depositaries; each row names its own source and day."),
        "note": _(
            "Where the data do not reach, the status is not known. This does not mean that a State is not a party."
        ),
    }


def one(ask: Asked, item: Facts, on: date | None = None, known_on: date | None = None) -> HttpResponse:
    """One thing."""
    return respond({"about": about(ask, on, known_on), "item": item})


def listed(
    request: HttpRequest,
    ask: Paged,
    rows: Sequence[Any] | QuerySet[Any],
    fact: Callable[[Any], Facts],
    on: date | None = None,
    known_on: date | None = None,
    **more: Any,
) -> HttpResponse:
    """A page of `rows`; only its own are read and turned into facts. Beyond the last page a list is empty."""
    total = rows.count() if isinstance(rows, QuerySet) else len(rows)
    links = _links(request, ask, total)
    begin = (ask.page - 1) * ask.per_page
    facts = {
        "about": {**about(ask, on, known_on), **more},
        "total": total,
        "page": ask.page,
        "per_page": ask.per_page,
        "next": links.get("next"),
        "previous": links.get("prev"),
        "items": [fact(row) for row in rows[begin : begin + ask.per_page]],
    }
    return respond(facts, headers={"Link": ", ".join(f'<{to}>; rel="{rel}"' for rel, to in links.items())})


def _links(request: HttpRequest, ask: Paged, total: int) -> dict[str, str]:
    """The addresses of the pages around this one, from the root of the service: a proxy's name for it is its own."""
    last = max(1, -(-total // ask.per_page))
    query = request.GET.copy()

    def to(page: int) -> str:
        query["page"] = str(page)
        return f"{request.path}?{query.urlencode()}"

    links = {"first": to(1), "last": to(last)}
    if ask.page > 1:
        links["prev"] = to(min(ask.page - 1, last))
    if ask.page < last:
        links["next"] = to(ask.page + 1)
    return links


def etag(request: HttpRequest) -> str:
    """What an answer hangs on: the edition of the data, the release, the present day, and the question."""
    question = f"{request.path}?{request.META.get('QUERY_STRING', '')}"
    parts = (queries.edition(), palermo.__version__, clock.today().isoformat(), question)
    digest = hashlib.sha256("\n".join(parts).encode("utf-8", "surrogateescape")).hexdigest()
    return f'"{digest[:32]}"'


def open_read(run: Run) -> Run:
    """Answer 304 before any work where the asker has this answer already; let others' pages and caches keep it."""

    @wraps(run)
    def answer(request: HttpRequest, **values: Any) -> HttpResponse:
        mark = etag(request)
        if mark in _marks(request.headers.get("If-None-Match", "")):
            response = HttpResponse(status=304)
        else:
            response = run(request, **values)
        for name, value in OPEN_TO_OTHER_SITES.items():
            response.headers[name] = value
        if response.status_code in (200, 304):
            response.headers["ETag"], response.headers["Cache-Control"] = mark, OPEN
        else:
            response.headers["Cache-Control"] = "no-store"
        return response

    return answer


def _marks(header: str) -> set[str]:
    """The marks in If-None-Match, weak or not: a proxy that compresses weakens them."""
    return {part.strip().removeprefix("W/") for part in header.split(",")}


def closed(run: Run) -> Run:
    """Keep an answer that hangs on who asks out of every cache."""

    @wraps(run)
    def answer(request: HttpRequest, **values: Any) -> HttpResponse:
        response = run(request, **values)
        response.headers["Cache-Control"], response.headers["Vary"] = CLOSED, "Authorization"
        return response

    return answer
