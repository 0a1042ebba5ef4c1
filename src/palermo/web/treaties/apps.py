"""Registers the room with Django."""

from django.apps import AppConfig


class TreatiesConfig(AppConfig):
    """The room of treaty acts."""

    name = "palermo.web.treaties"
    label = "treaties"
