"""The shapes of a map as SVG."""

from __future__ import annotations

from html import escape

from django import template
from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe

from palermo.web.treaties.views import doubts
from palermo.web.treaties.views.maps import Map, Place

register = template.Library()


@register.simple_tag
def shapes(held: Map) -> SafeString:
    """A link around each State’s shape, then the marks of doubts, which no neighbour covers so.

    Two hundred of them, so that a template would take too long.
    """
    drawing = escape(static("map/world.svg"))
    drawn = [_shape(place, drawing) for place in held.places]
    marks = [doubts.placed(*place.doubt) for place in held.places if place.doubt]
    return mark_safe("\n".join([*drawn, *marks]))  # noqa: S308 -- made of escaped texts


def _shape(place: Place, drawing: str) -> str:
    label = f"{escape(place.name)}: {escape(place.label)}"
    return (
        f'<a href="{escape(place.link)}" aria-label="{label}">'
        f'<use class="status-{place.status}" href="{drawing}#{place.code}"><title>{label}</title></use></a>'
    )


@register.simple_tag
def doubt() -> SafeString:
    """The mark of a doubt, for a legend."""
    return doubts.beside()
