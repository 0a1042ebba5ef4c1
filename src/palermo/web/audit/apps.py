"""The audit room."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


def found_head(using: str = "default", **_: Any) -> None:
    """Give an empty log its head. A log with entries and no head has been tampered with, and is left as it is."""
    from palermo.web.audit.chain import GENESIS
    from palermo.web.audit.models import ChainHead, Entry

    if not Entry.objects.using(using).exists():
        ChainHead.objects.using(using).get_or_create(pk=1, defaults={"sequence": 0, "hash": GENESIS})


class AuditApp(AppConfig):
    """Append-only log of every write."""

    name = "palermo.web.audit"
    label = "audit"

    def ready(self) -> None:
        """After every migration, see that an empty log has its head."""
        post_migrate.connect(found_head, sender=self)
