"""What every page may show: the demonstration's banner, and where its mail goes."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from palermo.web.partners.languages import catalogue_code


def page(_request: HttpRequest) -> dict[str, Any]:
    """`demo`, `mail_folder` (empty where mail goes by SMTP) and `catalogue_language` (`zh`, not `zh-hans`)."""
    by_file = settings.EMAIL_BACKEND.endswith("filebased.EmailBackend")
    return {
        "demo": settings.PALERMO_DEMO,
        "mail_folder": str(settings.EMAIL_FILE_PATH) if by_file else "",
        "catalogue_language": catalogue_code(),
    }
