"""Tokens as the API's key: `Authorization: Bearer plm_…`."""

from __future__ import annotations

from django.http import HttpRequest
from ninja.security import HttpBearer

from palermo.web.partners.models import Person
from palermo.web.partners.queries import person_of_token


class TokenKey(HttpBearer):
    """Lets a request in with a token of this scope; `request.auth` is the person it belongs to.

    A token never does more than its person may: actions ask the rules again. A token is only issued, and only works,
    with a second factor set up (`check_may_write`).
    """

    def __init__(self, scope: str) -> None:
        super().__init__()
        self._scope = scope

    def authenticate(self, request: HttpRequest, token: str) -> Person | None:  # noqa: ARG002
        """The person, or None, which answers 401; raise `Refused`, which answers 403, for another scope."""
        return person_of_token(token, self._scope)


write_token = TokenKey("write")
read_token = TokenKey("read")
