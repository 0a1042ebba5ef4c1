"""What people change about their own sign-in leaves one row, in the same transaction, without the secret."""

from __future__ import annotations

import json
import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.core import mail
from django.test import Client
from django.urls import URLPattern, get_resolver

from palermo.web.audit import actions, clock
from palermo.web.audit.models import Entry
from palermo.web.partners.actions.demonstration import DemoAccount
from palermo.web.partners.models import Person
from palermo.web.partners.rules import Role
from palermo.web.partners.sign_in_urls import CHANGES, patterns
from tests.web.cast import PASSWORD, Cast, client_of, make_person, set_up_second_factor

NEW = "lanterns over the quiet bay"


def verbs() -> list[str]:
    return list(Entry.objects.values_list("verb", flat=True))


@pytest.mark.django_db
def test_a_changed_password(cast: Cast) -> None:
    given = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}
    cast.clients["contributor"].post("/en/account/password/change/", given)
    assert Person.objects.get(email="contributor@example.org").check_password(NEW)
    assert verbs() == ["change_password"]
    assert NEW not in Entry.objects.get().detail


@pytest.mark.django_db
def test_a_forgotten_password_comes_back_by_mail_and_still_needs_the_second_factor(cast: Cast) -> None:
    client = Client()
    client.post("/en/account/password/reset/", {"email": "contributor@example.org"})
    found = re.search(r"http://testserver(/en/account/password/reset/key/\S+)", str(mail.outbox[0].body))
    assert found
    step = client.get(found[1])
    client.post(step["Location"], {"password1": NEW, "password2": NEW})
    assert verbs() == ["reset_password"]
    answer = client.post("/en/account/login/", {"login": "contributor@example.org", "password": NEW})
    assert answer["Location"] == "/en/account/2fa/authenticate/"


@pytest.mark.django_db
def test_a_stranger_who_asks_for_a_password_learns_nothing_and_mails_nobody() -> None:
    make_person("known@example.org")
    asked = ("known@example.org", "eve@example.org")
    answers = [Client().post("/en/account/password/reset/", {"email": email}) for email in asked]
    assert {answer["Location"] for answer in answers} == {"/en/account/password/reset/done/"}
    assert [message.to for message in mail.outbox] == [["known@example.org"]]


@pytest.mark.django_db
def test_an_app_that_is_removed_and_the_way_is_closed_again() -> None:
    person = make_person("ada@example.org")
    secret = set_up_second_factor(person)
    client = Client()
    client.post("/en/account/login/", {"login": person.email, "password": PASSWORD})
    client.post(
        "/en/account/2fa/authenticate/", {"code": DemoAccount(Role.CONTRIBUTOR, "", "", "", secret).code(clock.now())}
    )
    client.post("/en/account/reauthenticate/", {"password": PASSWORD})
    client.post("/en/account/2fa/totp/deactivate/")
    assert not Authenticator.objects.exists()
    assert verbs() == ["remove_second_factor"]
    assert not Person.objects.get(pk=person.pk).standing.mfa


@pytest.mark.django_db
def test_a_provider_that_may_vouch_for_somebody_is_recorded_once_and_so_is_its_end() -> None:
    person = make_person("ada@example.org")
    held = SocialAccount.objects.create(user=person, provider="oidc", uid="7", extra_data={"sub": "7"})
    held.save()
    assert verbs() == ["connect_provider"]
    assert json.loads(Entry.objects.get().detail) == {"provider": "oidc"}
    held.delete()
    assert verbs() == ["connect_provider", "disconnect_provider"]


@pytest.mark.django_db(transaction=True)
def test_no_row_no_change(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the log cannot be written, the password stays as it was."""
    person = make_person("ada@example.org")
    client = client_of(person)
    client.raise_request_exception = False
    monkeypatch.setattr(actions, "_append", lambda _: 1 / 0)
    given = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}
    assert client.post("/en/account/password/change/", given).status_code == 500
    assert Person.objects.get().check_password(PASSWORD)


def test_every_change_that_allauth_makes_runs_in_a_transaction() -> None:
    found: dict[str, URLPattern] = {str(pattern.name): pattern for pattern in patterns(get_resolver().url_patterns)}
    assert set(CHANGES) <= set(found)
    assert all(found[name].callback.__name__ for name in CHANGES)
    assert all("in_transaction" in found[name].callback.__code__.co_qualname for name in CHANGES)
