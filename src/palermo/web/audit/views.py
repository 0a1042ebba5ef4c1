"""The log's page, for moderators and administrators."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from palermo.web.audit import queries
from palermo.web.audit.forms import Filter

PER_PAGE = 50


@require_safe
def log(request: HttpRequest) -> HttpResponse:
    """Entries, newest first, filtered by the query string; 404 for who may not know that there is a log."""
    if not request.user.has_perm("audit.read"):
        raise Http404
    form = Filter(request.GET)
    chosen = form.cleaned_data if form.is_valid() else {}
    page = Paginator(queries.entries(**chosen), PER_PAGE).get_page(request.GET.get("page"))
    kept = request.GET.copy()
    kept.pop("page", None)
    return render(request, "audit/log.html", {"form": form, "page": page, "kept": kept.urlencode()})
