"""What every page of this room asks first: which day, in which language; and how it refuses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from palermo.reference import UnknownName
from palermo.web.audit import clock
from palermo.web.partners.languages import catalogue_code
from palermo.web.presentation import days, downloads
from palermo.web.presentation.days import AsOf, BadDay
from palermo.web.presentation.tables import Table, select, view

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Ask:
    """A reader's question: the day it is about and the language to answer in."""

    day: AsOf
    language: str


Page = Callable[Concatenate[HttpRequest, Ask, P], HttpResponse]


def page(answer: Page[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """A page that is only read: what else is tried is answered 405."""
    return require_safe(_asking(answer))


def form_page(answer: Page[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """A page with a form that is sent back to it."""
    return require_http_methods(["GET", "HEAD", "POST"])(_asking(answer))


def _asking(answer: Page[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Read the day and the language, answer, and turn a bad day or an unknown name into a page that helps."""

    @wraps(answer)
    def view(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        ask = None
        try:
            ask = Ask(days.read(request.GET, clock.today()), catalogue_code())
            return answer(request, ask, *args, **kwargs)
        except BadDay as error:
            return refuse(request, ask, 400, _("This day cannot be shown"), str(error))
        except UnknownName as error:
            return refuse(request, ask, 404, _("There is no such State or instrument"), "", error.nearest)

    return view


def refuse(
    request: HttpRequest,
    ask: Ask | None,
    status: int,
    title: str,
    message: str,
    nearest: tuple[tuple[str, str], ...] = (),
) -> HttpResponse:
    """A page that says what was wrong and what to do; `ask` is None where the day itself could not be read."""
    context = {"ask": ask, "status": status, "title": title, "message": message, "nearest": nearest}
    return render(request, "treaties/refused.html", context, status=status)


def show(request: HttpRequest, ask: Ask, template: str, table: Table, context: dict[str, Any]) -> HttpResponse:
    """The page, or its table as a file where the address asks for `format=csv`, `xlsx` or `json`."""
    form = request.GET.get("format", "")
    if form in downloads.FORMATS:
        return downloads.respond(select(table, request.GET), form, about(request, ask, table))
    return render(request, template, {**context, "ask": ask, "view": view(table, request.GET)})


def about(request: HttpRequest, ask: Ask, table: Table) -> dict[str, str]:
    """What a download says of itself."""
    return {
        "title": table.caption,
        "as of": ask.day.on.isoformat(),
        "made on": ask.day.today.isoformat(),
        "address": request.build_absolute_uri(),
        "source": _("Source: United Nations and other depositaries; each row names its own source and day."),
        "note": _(
            "Where the data do not reach, the status is not known. This does not mean that a State is not a party."
        ),
    }
