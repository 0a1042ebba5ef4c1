"""The filter above the log."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


def _date() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date", "class": "form-control"}, format="%Y-%m-%d")


def _text() -> forms.TextInput:
    return forms.TextInput(attrs={"class": "form-control", "dir": "ltr"})


class Filter(forms.Form):
    """Narrows the log; every field may stay empty."""

    actor = forms.CharField(label=_("Who"), required=False, max_length=64, widget=_text())
    verb = forms.CharField(label=_("Did what"), required=False, max_length=64, widget=_text())
    room = forms.CharField(label=_("Where"), required=False, max_length=32, widget=_text())
    subject = forms.CharField(label=_("To what"), required=False, max_length=200, widget=_text())
    since = forms.DateField(label=_("Since"), required=False, widget=_date())
    until = forms.DateField(label=_("Until"), required=False, widget=_date())
