"""What the pages have in common: who asks, and what becomes of a rule's refusal."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest

from palermo.web.partners.models import Person


def signed_in(request: HttpRequest) -> Person:
    """The person behind the request; for pages that ask for sign-in."""
    if not isinstance(request.user, Person):
        raise TypeError("expected a signed-in person; put @login_required on the view")
    return request.user


def say(request: HttpRequest, text: str) -> None:
    """Tell the person, on the next page, what was done."""
    messages.success(request, text)
