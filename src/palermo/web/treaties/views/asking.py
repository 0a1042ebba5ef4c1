"""What every page of this room asks first: which day, in which language; and how it refuses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.encoding import escape_uri_path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from palermo.reference import UnknownName
from palermo.treaties import BeforeTheData
from palermo.web.audit import clock
from palermo.web.partners.languages import catalogue_code
from palermo.web.presentation import days, downloads
from palermo.web.presentation.days import AsOf, BadDay
from palermo.web.presentation.tables import Cell, Column, Table, select, view

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
    """Read the day and the language, answer, and turn what cannot be answered into a page that helps."""

    @wraps(answer)
    def view(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        ask = None
        try:
            ask = Ask(days.read(request.GET, clock.today()), catalogue_code())
            check_format(request)
            return delivered(request, answer(request, ask, *args, **kwargs))
        except BadFormat as error:
            return refuse(request, ask, 400, _("This format is not offered"), str(error))
        except BeforeTheData:
            message = _("The register knew nothing yet on that day. Ask for a later one.")
            return refuse(request, None, 400, _("This day cannot be shown"), message)  # no link may keep that day
        except BadDay as error:
            return refuse(request, ask, 400, _("This day cannot be shown"), str(error))
        except UnknownName as error:
            return refuse(request, ask, 404, _("There is no such State or instrument"), "", error.nearest)

    return view


class BadFormat(ValueError):  # noqa: N818 -- named for what is wrong
    """A page is asked for as a file of a kind that there is not, or not of this page."""


def check_format(request: HttpRequest) -> None:
    """Raise `BadFormat` unless `?format=` names a kind of file, or nothing."""
    form = request.GET.get("format", "")
    if form and form not in downloads.FORMATS:
        message = _("“%(format)s” is no format of this site. Choose %(formats)s.")
        raise BadFormat(message % {"format": form[:40], "formats": ", ".join(downloads.FORMATS)})


def delivered(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """The answer; raise `BadFormat` where a file was asked for and the page has none to give."""
    if request.GET.get("format") and response.status_code == 200 and "Content-Disposition" not in response:
        raise BadFormat(_("There is no file of this page. Read it here."))
    return response


def refuse(
    request: HttpRequest,
    ask: Ask | None,
    status: int,
    title: str,
    message: str,
    nearest: tuple[tuple[str, str], ...] = (),
) -> HttpResponse:
    """A page that says what was wrong and what to do; `ask` is None where the day itself could not be read."""
    context = {
        "ask": ask,
        "status": status,
        "title": title,
        "message": message,
        "nearest": nearest,
        "again": _again(request),
    }
    return render(request, "treaties/refused.html", context, status=status)


def _again(request: HttpRequest) -> str:
    """The address of the same page, without what can be wrong in it: the days and the format."""
    query = request.GET.copy()
    for name in ("on", "known_on", "since", "format"):
        query.pop(name, None)
    address = escape_uri_path(request.path)
    return f"{address}?{query.urlencode()}" if query else address


def show(request: HttpRequest, ask: Ask, template: str, table: Table, context: dict[str, Any]) -> HttpResponse:
    """The page, or its table as a file where the address asks for `format=csv`, `xlsx` or `json`."""
    form = request.GET.get("format", "")
    if form in downloads.FORMATS:
        return downloads.respond(dated(ask, select(table, request.GET)), form, about(request, ask, table))
    return render(request, template, {**context, "ask": ask, "view": view(table, request.GET)})


def dated(ask: Ask, table: Table) -> Table:
    """The table with the day of knowledge in every row, where one was asked for: a CSV can say it nowhere else."""
    if ask.day.known_on is None:
        return table
    day = Cell(ask.day.known_on.isoformat(), value=ask.day.known_on)
    return replace(
        table,
        columns=(*table.columns, Column("known_on", "known_on", hidden=True)),
        rows=tuple((*row, day) for row in table.rows),
    )


def about(request: HttpRequest, ask: Ask, table: Table) -> dict[str, str]:
    """What a download says of itself."""
    return {
        "title": table.caption,
        "as of": ask.day.on.isoformat(),
        **({"known on": ask.day.known_on.isoformat()} if ask.day.known_on else {}),
        "made on": ask.day.today.isoformat(),
        "address": request.build_absolute_uri(),
        "source": _("Source: United Nations and other depositaries; each row names its own source and day."),
        "note": _(
            "Where the data do not reach, the status is not known. This does not mean that a State is not a party."
        ),
    }
