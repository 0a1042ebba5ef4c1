"""The front door without a language, and the pages for what went wrong."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from palermo.web.partners.languages import catalogue_code


@require_safe
def front(_request: HttpRequest) -> HttpResponse:
    """Lead to the home page in the reader's language."""
    response = HttpResponseRedirect(f"/{catalogue_code()}/")
    response.headers["Vary"] = "Accept-Language, Cookie"
    return response


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """400: the address or the form cannot be understood."""
    return _page(
        request, 400, _("This request could not be understood"), _("Go back, check what you entered and try again.")
    )


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """403: you are known, and may not do this."""
    return _page(
        request,
        403,
        _("You may not do this"),
        _("Your role does not allow it. Ask the administrator of your organisation."),
    )


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 -- Django's signature
    """403: the form was open too long, or was sent from another place."""
    return _page(request, 403, _("This form has expired"), _("Load the page again and send the form once more."))


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """404: there is nothing here, or nothing that you may know of."""
    return _page(request, 404, _("There is no such page"), _("Check the address, or search from the home page."))


def failed(request: HttpRequest) -> HttpResponse:
    """500: our fault. Without the shared page, which may be what failed."""
    return render(
        request,
        "errors/failed.html",
        {
            "heading": _("Something went wrong"),
            "advice": _("The fault is ours, and it has been recorded. Try again later."),
        },
        status=500,
    )


def _page(request: HttpRequest, status: int, heading: str, advice: str) -> HttpResponse:
    return render(
        request, "errors/error.html", {"status": status, "heading": heading, "advice": advice}, status=status
    )
