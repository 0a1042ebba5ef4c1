"""From a language of the interface to its code in the register's tables."""

from __future__ import annotations

from django.utils.translation import get_language


def catalogue_code(language: str | None = None) -> str:
    """The code that the catalogue uses (`zh` for `zh-hans`), of `language` or of the language in use."""
    return (language or get_language() or "en").partition("-")[0]
