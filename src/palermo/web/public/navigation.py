"""The main pages, for the strip under the header."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from palermo.web.partners.permissions import standing

PAGES = (
    ("treaties:states", _("States")),
    ("treaties:instruments", _("Instruments")),
    ("treaties:matrix", _("Matrix")),
    ("treaties:compare", _("Compare")),
    ("treaties:changes", _("Changes")),
    ("treaties:sources", _("Data and sources")),
    ("public:about", _("About")),
)
# For people with an account: what they proposed, or have to decide.
CORRECTIONS = ("treaties:corrections", _("Corrections"))


def navigation(request: HttpRequest) -> dict[str, Any]:
    """`navigation`: the name of each page's address and its label."""
    who = standing(getattr(request, "user", None))  # none yet, where the address of the service itself was refused
    return {"navigation": (*PAGES, CORRECTIONS) if who.person else PAGES}
