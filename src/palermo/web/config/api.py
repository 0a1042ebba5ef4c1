"""The API, version 1: the routers of the rooms, one shape for every problem, and its description in OpenAPI.

Read without a key; write with a token in `Authorization: Bearer …`. No page of documentation is drawn by a script
from elsewhere: the description is at `/api/v1/openapi.json`.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI, Schema
from ninja.errors import AuthenticationError, HttpError, ValidationError

from palermo.reference import UnknownName
from palermo.web.partners.rules import Refused

ROOMS = ("palermo.web.treaties.api",)


class Problem(Schema):
    """What went wrong: a code for programs, a sentence for people."""

    code: str
    message: str


api = NinjaAPI(
    title="Palermo",
    version="1",
    description="The register of the United Nations Global Plan of Action to Combat Trafficking in Persons.",
    urls_namespace="api",
    docs_url=None,
)
for room in ROOMS:
    router = getattr(import_module(room), "router", None) if find_spec(room) else None
    if router is not None:
        api.add_router("", router)


def problem(request: HttpRequest, status: int, code: str, message: str) -> HttpResponse:
    """The answer for a problem."""
    return api.create_response(request, {"code": code, "message": message}, status=status)


@api.exception_handler(AuthenticationError)
def unknown_key(request: HttpRequest, _error: AuthenticationError) -> HttpResponse:
    """401."""
    message = "Send a token that still works and has the scope: Authorization: Bearer plm_…"
    response = problem(request, 401, "token_missing", message)
    response["WWW-Authenticate"] = "Bearer"
    return response


@api.exception_handler(Refused)
def refused(request: HttpRequest, error: Refused) -> HttpResponse:
    """403: a rule says no."""
    return problem(request, 403, error.code, str(error.reason))


@api.exception_handler(Http404)
def not_found(request: HttpRequest, _error: Http404) -> HttpResponse:
    """404."""
    return problem(request, 404, "not_found", "There is nothing at this address.")


@api.exception_handler(UnknownName)
def unknown_name(request: HttpRequest, error: UnknownName) -> HttpResponse:
    """404, with the names that come near."""
    return problem(request, 404, "unknown_name", str(error))


@api.exception_handler(ValidationError)
def invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """422: each field with what was expected."""
    parts = (f"{'.'.join(str(step) for step in part['loc'])}: {part['msg']}" for part in error.errors)
    return problem(request, 422, "invalid", "; ".join(parts))


@api.exception_handler(HttpError)
def other(request: HttpRequest, error: HttpError) -> HttpResponse:
    """Any other status that a route gives."""
    return problem(request, error.status_code, "refused", str(error))
