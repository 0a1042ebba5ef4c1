"""Registers the room with Django."""

from django.apps import AppConfig


class PublicConfig(AppConfig):
    """The room that readers come in by."""

    name = "palermo.web.public"
    label = "public"
