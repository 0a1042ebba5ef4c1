"""The partners room."""

from __future__ import annotations

from django.apps import AppConfig


class PartnersApp(AppConfig):
    """People, organisations, memberships, invitations and tokens."""

    name = "palermo.web.partners"
    label = "partners"

    def ready(self) -> None:
        """Register the rules, so that `has_perm` asks them, and record what people change about their own sign-in."""
        from palermo.web.partners import permissions, sign_in

        permissions.register()
        sign_in.connect()
