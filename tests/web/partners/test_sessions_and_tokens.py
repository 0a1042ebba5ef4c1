"""Sessions and tokens: listed, ended, kept as hashes, and nobody else's."""

from __future__ import annotations

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.test import RequestFactory

from palermo.web.audit import clock
from palermo.web.audit.models import Entry
from palermo.web.partners import keys
from palermo.web.partners.actions import issue_token, revoke_session, revoke_token
from palermo.web.partners.api import read_token, write_token
from palermo.web.partners.models import Token
from palermo.web.partners.queries import person_of_token
from palermo.web.partners.rules import Refused
from tests.web.cast import Cast, client_of

pytestmark = pytest.mark.django_db
SECURITY = "/en/account/security/"


def test_a_token_is_shown_once_and_kept_as_a_hash(cast: Cast) -> None:
    client = cast.clients["contributor"]
    answer = client.post("/en/account/tokens/", {"label": "nightly", "scopes": ["read"], "days": "30"})
    held = Token.objects.get()
    page = answer.content.decode()
    text = page.split('value="plm_')[1].split('"')[0]
    assert held.hash == keys.hashed(f"plm_{text}")
    assert "no-store" in answer["Cache-Control"]
    assert held.prefix == f"plm_{text}"[:10]
    assert f"plm_{text}" not in str([*Token.objects.values_list(), *Entry.objects.values_list()])
    assert text not in client.get(SECURITY).content.decode()
    assert [entry.verb for entry in Entry.objects.all()] == ["issue_token"]


def test_a_token_does_what_its_scope_says_while_it_lives(cast: Cast) -> None:
    person = cast.people["contributor"]
    token, text = issue_token(by=person, label="x", scopes=["read"], days=30)
    assert person_of_token(text, "read") == person
    with pytest.raises(Refused) as refusal:
        person_of_token(text, "write")
    assert refusal.value.code == "scope_missing"
    assert person_of_token(text + "x", "read") is None
    with clock.held(clock.now() + timedelta(days=30)):
        assert person_of_token(text, "read") is None
    token.refresh_from_db()
    assert token.last_used == clock.today()


def test_the_api_takes_it_from_the_header(cast: Cast) -> None:
    person = cast.people["contributor"]
    _, text = issue_token(by=person, label="x", scopes=["read", "write"], days=1)
    request = RequestFactory().get("/", headers={"Authorization": f"Bearer {text}"})
    assert write_token(request) == read_token(request) == person
    assert not write_token(RequestFactory().get("/", {"token": text}))


def test_a_revoked_token_opens_nothing(cast: Cast) -> None:
    person = cast.people["contributor"]
    token, text = issue_token(by=person, label="x", scopes=["read"], days=30)
    with pytest.raises(Refused, match="not_yours"):
        revoke_token(by=cast.people["moderator"], token=token)
    assert client_of(cast.people["moderator"]).post(f"/en/account/tokens/{token.pk}/revoke/").status_code == 404
    cast.clients["contributor"].post(f"/en/account/tokens/{token.pk}/revoke/")
    assert person_of_token(text, "read") is None
    assert [entry.verb for entry in Entry.objects.all()] == ["issue_token", "revoke_token"]


def test_the_token_of_a_closed_account_opens_nothing(cast: Cast) -> None:
    person = cast.people["contributor"]
    _, text = issue_token(by=person, label="x", scopes=["read"], days=30)
    person.is_active = False
    person.save()
    assert person_of_token(text, "read") is None


@pytest.mark.parametrize(
    ("scopes", "days", "code"),
    [
        ([], 30, "unknown_scope"),
        (["admin"], 30, "unknown_scope"),
        (["read"], 0, "token_too_long"),
        (["read"], 366, "token_too_long"),
    ],
)
def test_tokens_that_are_not_issued(cast: Cast, scopes: list[str], days: int, code: str) -> None:
    with pytest.raises(Refused, match=code):
        issue_token(by=cast.people["contributor"], label="x", scopes=scopes, days=days)
    assert not Entry.objects.exists()


def test_a_bad_form_is_explained_and_issues_nothing(cast: Cast) -> None:
    answer = cast.clients["contributor"].post("/en/account/tokens/", {"label": "", "days": "30"})
    assert answer.status_code == 422
    assert 'id="id_label_error"' in answer.content.decode()
    assert not Token.objects.exists()


def test_sessions_are_listed_and_end_at_once(cast: Cast) -> None:
    here, there = cast.clients["contributor"], client_of(cast.people["contributor"])
    here.get(SECURITY)
    there.get(SECURITY)
    session = UserSession.objects.get(session_key=there.session.session_key)
    assert f"/en/account/sessions/{session.pk}/revoke/" in here.get(SECURITY).content.decode()
    here.post(f"/en/account/sessions/{session.pk}/revoke/")
    assert there.get(SECURITY).status_code == 302
    assert here.get(SECURITY).status_code == 200
    entry = Entry.objects.get()
    assert (entry.verb, entry.subject) == ("revoke_session", f"session:{session.pk}")
    assert session.session_key not in entry.detail


def test_nobody_ends_the_session_of_another(cast: Cast) -> None:
    cast.clients["contributor"].get(SECURITY)
    session = UserSession.objects.get()
    assert cast.clients["moderator"].post(f"/en/account/sessions/{session.pk}/revoke/").status_code == 404
    with pytest.raises(Refused, match="not_yours"):
        revoke_session(by=cast.people["moderator"], session=session)
    assert cast.clients["contributor"].get(SECURITY).status_code == 200
