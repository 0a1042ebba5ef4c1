"""The language in the address: /en/ /fr/ /es/ /ru/ /ar/ /zh/.

Django knows Chinese as `zh-hans`, and finds its own texts under that code only; the register's tables and addresses
say `zh`. So the setting holds Django's code and this pattern writes the short one.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.urls import LocalePrefixPattern, URLPattern, URLResolver, path
from django.utils.translation import get_language
from django.views.generic import RedirectView

from palermo.web.partners.languages import catalogue_code


class LanguagePrefix(LocalePrefixPattern):
    """`/zh/` for `zh-hans`; every other language by its own code."""

    @property
    def language_prefix(self) -> str:
        """The first part of the address in the language of this request."""
        return f"{catalogue_code(get_language() or settings.LANGUAGE_CODE)}/"


def in_each_language(*patterns: URLPattern | URLResolver) -> list[URLResolver | URLPattern]:
    """The patterns under the prefix of each language; Django's own longer code leads to the short one."""
    longer = RedirectView.as_view(url="/zh/%(rest)s", query_string=True)
    prefix: Any = LanguagePrefix()
    return [URLResolver(prefix, list(patterns)), path("zh-hans/<path:rest>", longer, name="zh-hans")]
