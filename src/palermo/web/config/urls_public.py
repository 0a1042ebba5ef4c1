"""Every address of the public service. Pages stand under a language; machines' addresses do not."""

from __future__ import annotations

from django.conf.urls.i18n import urlpatterns as set_language
from django.urls import include, path

from palermo.web.config import pages
from palermo.web.config.api import api
from palermo.web.config.health import health
from palermo.web.config.languages import in_each_language

urlpatterns = [
    path("", pages.front, name="front"),
    path("health", health, name="health"),
    path("api/v1/", api.urls),
    path("language/", include(set_language)),
    *in_each_language(
        path("account/", include("palermo.web.partners.urls")),
        path("account/", include("palermo.web.partners.sign_in_urls")),
        path("audit/", include("palermo.web.audit.urls")),
        path("", include("palermo.web.treaties.urls")),
        path("", include("palermo.web.public.urls")),
    ),
]

handler400 = pages.bad_request
handler403 = pages.forbidden
handler404 = pages.not_found
handler500 = pages.failed
