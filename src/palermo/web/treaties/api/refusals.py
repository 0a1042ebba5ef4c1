# ruff: noqa: ARG001 -- ninja gives every handler the request and the error
"""How this API says no: one shape, a code for programs, a sentence for people, and the nearest names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja.errors import AuthenticationError, HttpError, ValidationError
from pydantic import BaseModel, Field

from palermo.reference import UnknownName
from palermo.treaties import BeforeTheData
from palermo.web.partners.rules import Refused
from palermo.web.presentation.days import BadDay
from palermo.web.treaties.api.answering import respond

# What stands in the way is not who asks, but what happened meanwhile: asking again may help.
CONFLICTS = frozenset({"already_decided", "already_proposed", "entry_replaced", "no_such_entry"})
BEARER = 'Bearer realm="palermo"'  # what a challenge begins with (RFC 6750)


class Nearest(BaseModel):
    """A code that comes near, and what it is called."""

    code: str
    name: str


class Fault(BaseModel):
    """One thing that is wrong with what was sent."""

    where: str = Field(description="`query.page`, `body.source.title`, …")
    message: str


class Refusal(BaseModel):
    """Why there is no answer."""

    code: str = Field(description="For programs; it stays the same.", examples=["unknown_state"])
    message: str = Field(description="For people, in the language asked for.")
    nearest: list[Nearest] | None = Field(None, description="What may have been meant.")
    errors: list[Fault] | None = Field(None, description="Each thing that is wrong with what was sent.")


def refuse(status: int, code: str, message: str, **more: Any) -> HttpResponse:
    """An answer that says no."""
    return respond({"code": code.replace("-", "_"), "message": message, **more}, status=status)


class Unreadable(ValueError):  # noqa: N818 -- named for what is wrong
    """What was sent cannot become what was asked for; `errors` says what is wrong where."""

    def __init__(self, errors: list[dict[str, str]]) -> None:
        self.errors = errors
        super().__init__(str(errors))


class Unanswerable(ValueError):  # noqa: N818 -- named for what is wrong
    """Each parameter is fit, and together they ask for nothing. `code` says why."""

    def __init__(self, code: str, message: str) -> None:
        self.code = code
        super().__init__(message)


def _unknown(request: HttpRequest, error: UnknownName) -> HttpResponse:
    nearest = [{"code": code, "name": name} for code, name in error.nearest]
    status = 404 if request.method == "GET" else 422
    return refuse(status, f"unknown_{error.what.lower()}", _unknown_message(error), nearest=nearest)


def _unknown_message(error: UnknownName) -> str:
    if error.what == "State":
        return _("There is no such State. Use a code of three letters or an official name.")
    if error.what == "instrument":
        return _("There is no such instrument. Use its code or its title.")
    if error.what == "family":
        return _("There is no such family of instruments. Use its code or its name.")
    return _("There is no such act.")


def _refused(request: HttpRequest, error: Refused) -> HttpResponse:
    response = refuse(409 if error.code in CONFLICTS else 403, error.code, str(error.reason))
    if error.code == "scope_missing":
        response.headers["WWW-Authenticate"] = f'{BEARER}, error="insufficient_scope"'
    return response


def _bad_question(request: HttpRequest, error: BadDay | Unanswerable) -> HttpResponse:
    return refuse(400, error.code, str(error))


def _before_the_data(request: HttpRequest, error: BeforeTheData) -> HttpResponse:
    return refuse(400, "before_the_data", _("The register knew nothing yet on that day. Ask for a later one."))


def _not_signed_in(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    given = "Authorization" in request.headers
    code = "bad_token" if given else "token_missing"
    message = (
        _("This token does not work: it is unknown, expired or revoked. Make another on your account page.")
        if given
        else _("Send a token: “Authorization: Bearer …”. You make one on your account page.")
    )
    response = refuse(401, code, message)
    response.headers["WWW-Authenticate"] = BEARER + (', error="invalid_token"' if given else "")
    return response


def _unfit(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Which parameter or field is wrong, in words; what was sent is not sent back."""
    errors = [
        {"where": _where(held["loc"]), "message": str(held["msg"]).removeprefix("Value error, ")}
        for held in error.errors
    ]
    return _unreadable(request, Unreadable(errors))


def _unreadable(request: HttpRequest, error: Unreadable) -> HttpResponse:
    message = _("What you sent cannot be used. Each thing that is wrong is listed under “errors”.")
    return refuse(422, "unfit", message, errors=error.errors)


# The names of the arguments that gather parameters or a body: they say nothing to whoever asks.
GATHERED = frozenset({"ask", "body"})


def _where(place: tuple[str | int, ...]) -> str:
    first, *rest = place
    return ".".join(str(part) for part in (first, *(rest[1:] if rest and rest[0] in GATHERED else rest)))


def _http(request: HttpRequest, error: HttpError) -> HttpResponse:
    if error.status_code == 400:
        return refuse(400, "not_json", _("The body cannot be read. Send JSON in UTF-8."))
    return refuse(error.status_code, "refused", str(error))


def _not_found(request: HttpRequest, error: Http404) -> HttpResponse:
    return refuse(404, "not_found", _("There is nothing here, or nothing that you may know of."))


HANDLERS: Mapping[type[Exception], Callable[[HttpRequest, Any], HttpResponse]] = {
    UnknownName: _unknown,
    Refused: _refused,
    BadDay: _bad_question,
    Unanswerable: _bad_question,
    BeforeTheData: _before_the_data,
    AuthenticationError: _not_signed_in,
    ValidationError: _unfit,
    Unreadable: _unreadable,
    HttpError: _http,
    Http404: _not_found,
}
