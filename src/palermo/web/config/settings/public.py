"""The public and coordination service: the register, its readers and its partners."""

from __future__ import annotations

from importlib.util import find_spec

from palermo.web.config.settings.base import *  # noqa: F403 -- settings are layered
from palermo.web.config.settings.base import INSTALLED_APPS, TEMPLATES

ROOT_URLCONF = "palermo.web.config.urls_public"
WSGI_APPLICATION = "palermo.web.config.wsgi.application"
INSTALLED_APPS = [
    *(room for room in ("palermo.web.public", "palermo.web.treaties", "palermo.web.presentation") if find_spec(room)),
    *INSTALLED_APPS,
]
if find_spec("palermo.web.public"):
    TEMPLATES[0]["OPTIONS"]["context_processors"].append("palermo.web.public.navigation.navigation")
