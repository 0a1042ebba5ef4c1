"""The API: its name, its routes, its refusals, and the page that describes it."""

from __future__ import annotations

import copy
from functools import lru_cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, URLResolver, path, register_converter, reverse
from django.urls.converters import StringConverter
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.openapi.docs import DocsBase

from palermo.web.config.api_doors import doored
from palermo.web.treaties.api import ROUTERS
from palermo.web.treaties.api.answering import OPEN, OPEN_TO_OTHER_SITES, respond
from palermo.web.treaties.api.refusals import HANDLERS, refuse

DESCRIPTION = """\
Who is bound by what, since when and towards whom: the register of States and the instruments against trafficking in \
persons. Reading is open to all. Corrections are proposed and decided with a token.

Every status names the day that its data reach (`as_of`). `party` is true, false or null: null means that it is not \
known, which is not a no. Wherever the facts are shown, print the line in `about.source`.\
"""


class Reference(DocsBase):
    """The page that describes the API, made on the server: the usual ones load their scripts from elsewhere."""

    def render_page(self, request: HttpRequest, api: NinjaAPI, **_: Any) -> HttpResponse:
        """Every route with its parameters, answers and refusals."""
        context = {"request": _at_the_front(request), "about": DESCRIPTION.replace("`", ""), "tags": routes(api)}
        return render(request, "api/reference.html", context)


def _at_the_front(request: HttpRequest) -> HttpRequest:
    """The same request, as if for the front page: this one has no language, so other languages lead there."""
    other = copy.copy(request)
    other.path_info = "/en/"
    return other


@lru_cache(maxsize=1)
def document(api: NinjaAPI) -> dict[str, Any]:
    """The OpenAPI document. It changes with a release only."""
    return api.get_openapi_schema()


@lru_cache(maxsize=1)
def routes(api: NinjaAPI) -> dict[str, list[dict[str, Any]]]:
    """The routes under their headings, for the page."""
    found: dict[str, list[dict[str, Any]]] = {}
    schemas = document(api)["components"]["schemas"]
    for address, methods in document(api)["paths"].items():
        for method, told in methods.items():
            fields = _fields(told.get("requestBody"), schemas)
            route = {**told, "address": address, "method": method.upper(), "fields": fields}
            found.setdefault(told["tags"][0], []).append(route)
    return found


def _fields(body: dict[str, Any] | None, schemas: dict[str, Any]) -> list[tuple[str, str]]:
    if not body:
        return []
    name = body["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
    return [(field, told.get("description", "")) for field, told in schemas[name]["properties"].items()]


def openapi(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """The OpenAPI document."""
    return respond(document(api), headers={**OPEN_TO_OTHER_SITES, "Cache-Control": OPEN})


def front(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """The API's own address leads to the page that describes it."""
    return redirect("api:openapi-view")


def nowhere(request: HttpRequest, rest: str) -> HttpResponse:  # noqa: ARG001
    """404 in the API's own shape, for every address that is none."""
    message = _("There is no such address. All of them are described at %(address)s.")
    return refuse(404, "no_such_address", message % {"address": reverse("api:openapi-view")})


class Anything(StringConverter):
    """Whatever is left of an address, with line breaks too: Django's own `path` lets those fall through to a page."""

    regex = "(?s:.+)"


register_converter(Anything, "anything")
OWN = {"api-root": front, "openapi-json": openapi}


class Doored(NinjaAPI):
    """ninja's routes behind our doors, and an answer of the API's own where there is none."""

    def _get_urls(self) -> list[URLResolver | URLPattern]:
        found = super()._get_urls()
        for pattern in found:
            if isinstance(pattern, URLPattern) and pattern.name != "openapi-view":
                pattern.callback = OWN.get(str(pattern.name)) or doored(pattern.callback)
        return [*found, path("<anything:rest>", doored(nowhere), name="nowhere")]


api = Doored(
    title="Palermo",
    version="1",
    description=DESCRIPTION,
    urls_namespace="api",
    docs=Reference(),
    docs_url="/reference",
)
for _prefix, _router in ROUTERS:
    api.add_router(_prefix, _router)
for _error, _handler in HANDLERS.items():
    api.add_exception_handler(_error, _handler)
