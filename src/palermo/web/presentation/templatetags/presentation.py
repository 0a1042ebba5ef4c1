"""Template tags that carry the chosen day along, change a page's query, and lead to its other languages."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.encoding import escape_uri_path
from django.utils.safestring import SafeString

from palermo.web.presentation import markup
from palermo.web.presentation.tables import Cell, View

register = template.Library()


@register.simple_tag
def rows(view: View) -> SafeString:
    """The rows of a page of a table."""
    return markup.body(view)


@register.simple_tag
def shown(cell: Cell) -> SafeString:
    """One cell outside a table."""
    return markup.inner(cell)


@register.simple_tag(takes_context=True)
def link(context: dict[str, Any], name: str, *args: str, **query: str) -> str:
    """The address of a page, with the day that the reader chose. A day that was refused (no `ask`) leads nowhere."""
    address, ask = reverse(name, args=args), context.get("ask")
    if ask:
        return str(ask.day.link(address, **query))
    return f"{address}?{urlencode(query)}" if query else address


@register.simple_tag(takes_context=True)
def with_query(context: dict[str, Any], **values: str | int) -> str:
    """This page's own query with some values changed; an empty value takes its name out."""
    request: HttpRequest = context["request"]
    query = request.GET.copy()
    for name, value in values.items():
        if value in ("", 0):
            query.pop(name, None)
        else:
            query[name] = str(value)
    return f"?{query.urlencode()}"


@register.simple_tag(takes_context=True)
def other_fields(context: dict[str, Any], *own: str) -> list[tuple[str, str]]:
    """The values in this page's query that a form does not ask for itself, to be carried along in hidden fields."""
    request: HttpRequest = context["request"]
    kept = ((name, values) for name, values in request.GET.lists() if name not in (*own, "page"))
    return [(name, value) for name, values in kept for value in values]


@register.simple_tag(takes_context=True)
def translated_addresses(context: dict[str, Any]) -> list[tuple[str, str, str]]:
    """This page in each language: the language's code, its name, and the address with the same query.

    A page stands under its language, so that the first part of the address is all that differs. From one that stands
    under none the links lead to the front page of each language.
    """
    request: HttpRequest = context["request"]
    first, _, rest = request.path_info.lstrip("/").partition("/")
    if first not in {code[:2] for code, _name in settings.LANGUAGES}:
        return [(code, str(name), f"/{code[:2]}/") for code, name in settings.LANGUAGES]
    query = f"?{request.GET.urlencode()}" if request.method == "GET" and request.GET else ""
    return [(code, str(name), f"/{code[:2]}/{escape_uri_path(rest)}{query}") for code, name in settings.LANGUAGES]
