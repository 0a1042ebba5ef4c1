"""Registers the room with Django, for its templates and template tags."""

from django.apps import AppConfig


class PresentationConfig(AppConfig):
    """The room that other rooms show their answers with."""

    name = "palermo.web.presentation"
    label = "presentation"
