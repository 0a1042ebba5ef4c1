"""The public and coordination service: the register, its readers and its partners."""

from __future__ import annotations

from palermo.web.config.settings.base import *  # noqa: F403 -- settings are layered
from palermo.web.config.settings.base import INSTALLED_APPS, TEMPLATES

ROOT_URLCONF = "palermo.web.config.urls_public"
WSGI_APPLICATION = "palermo.web.config.wsgi.application"
INSTALLED_APPS = ["palermo.web.public", "palermo.web.treaties", "palermo.web.presentation", *INSTALLED_APPS]
TEMPLATES[0]["OPTIONS"]["context_processors"].append("palermo.web.public.navigation.navigation")
