"""The addresses of the API, by version."""

from django.urls import path

from palermo.web.config.api import api

urlpatterns = [path("v1/", api.urls)]
