"""What holds at every address of the API, before its route: language, methods, size and kind of a body."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext as _

from palermo.web.treaties.api.answering import OPEN_TO_OTHER_SITES
from palermo.web.treaties.api.refusals import refuse

View = Callable[..., HttpResponse]

LARGEST_BODY = 64 * 1024
LANGUAGES = {"en": "en", "fr": "fr", "es": "es", "ru": "ru", "ar": "ar", "zh": "zh-hans"}
READING = frozenset({"GET", "HEAD", "OPTIONS"})
PREFLIGHT = {
    **OPEN_TO_OTHER_SITES,
    "Access-Control-Allow-Methods": "GET, HEAD",
    "Access-Control-Allow-Headers": "If-None-Match",
    "Access-Control-Max-Age": "86400",
}


def doored(view: View) -> View:
    """Answer in the language asked for, say no in the API's own shape, and know HEAD and OPTIONS."""

    @wraps(view)
    def answer(request: HttpRequest, **values: Any) -> HttpResponse:
        language = LANGUAGES.get(request.GET.get("language", ""), "en")
        with translation.override(language):
            response = _by_method(view, request, values)
        response.headers["Content-Language"] = language.partition("-")[0]
        return response

    answer.csrf_exempt = True  # type: ignore[attr-defined] # no cookie lets anybody in: there is nothing to forge
    return answer


def _unfit_body(request: HttpRequest) -> HttpResponse | None:
    if "Authorization" not in request.headers:
        return None  # whoever sends no token is told so first, by the route
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isdecimal() or int(length) > LARGEST_BODY:
        return refuse(413, "too_large", _("Send no more than %(bytes)d bytes.") % {"bytes": LARGEST_BODY})
    if request.content_type != "application/json":
        return refuse(415, "not_declared_json", _("Send JSON, and say so: “Content-Type: application/json”."))
    return None


def _by_method(view: View, request: HttpRequest, values: dict[str, Any]) -> HttpResponse:
    if request.method == "OPTIONS":
        return _options(_methods(view, request, values))
    if request.method == "POST" and "POST" in _methods(view, request, values):
        return _unfit_body(request) or view(request, **values)
    response = _as(view, request, values, "GET" if request.method == "HEAD" else str(request.method))
    return _not_allowed(_methods(view, request, values)) if response.status_code == 405 else response


def _as(view: View, request: HttpRequest, values: dict[str, Any], method: str) -> HttpResponse:
    """Ask the route with another method: the server drops the body of an answer to HEAD by itself."""
    asked, request.method = request.method, method
    try:
        return view(request, **values)
    finally:
        request.method = asked


def _methods(view: View, request: HttpRequest, values: dict[str, Any]) -> list[str]:
    """The methods that a route takes, as it says itself when asked with one that nobody takes."""
    response = _as(view, request, values, "")
    methods = {part.strip() for part in response.headers.get("Allow", "").split(",") if part.strip()}
    return sorted({*methods, "OPTIONS", *({"HEAD"} if "GET" in methods else ())})


def _not_allowed(methods: list[str]) -> HttpResponse:
    allowed = ", ".join(methods)
    response = refuse(405, "method_not_allowed", _("This address takes %(methods)s.") % {"methods": allowed})
    response.headers["Allow"] = allowed
    return response


def _options(methods: list[str]) -> HttpResponse:
    """Which methods there are. Other sites' pages may read what only reads, and name the answer they hold."""
    readable = READING.issuperset(methods)
    return HttpResponse(status=204, headers={"Allow": ", ".join(methods), **(PREFLIGHT if readable else {})})
