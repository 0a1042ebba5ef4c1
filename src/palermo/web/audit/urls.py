"""Addresses of the audit room."""

from __future__ import annotations

from django.urls import path

from palermo.web.audit import views

app_name = "audit"
urlpatterns = [path("", views.log, name="log")]
