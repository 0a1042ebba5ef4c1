"""Registers the checks that tell an operator what to set."""

from __future__ import annotations

from django.apps import AppConfig


class ConfigApp(AppConfig):
    """The room that puts the service together; it has no tables of its own but the worker's beat."""

    name = "palermo.web.config"
    label = "config"

    def ready(self) -> None:
        """Register the checks."""
        from palermo.web.config import checks

        checks.register_all()
