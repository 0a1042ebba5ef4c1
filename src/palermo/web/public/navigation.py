"""The main pages, for the strip under the header."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

PAGES = (
    ("treaties:states", _("States")),
    ("treaties:instruments", _("Instruments")),
    ("treaties:matrix", _("Matrix")),
    ("treaties:compare", _("Compare")),
    ("treaties:changes", _("Changes")),
    ("treaties:sources", _("Data and sources")),
    ("public:about", _("About")),
)


def navigation(_request: HttpRequest) -> dict[str, Any]:
    """`navigation`: the name of each page's address and its label."""
    return {"navigation": PAGES}
