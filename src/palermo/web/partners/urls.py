"""Addresses of the partners room."""

from __future__ import annotations

from django.urls import path

from palermo.web.partners import views

app_name = "partners"
urlpatterns = [path("", views.account, name="account")]
