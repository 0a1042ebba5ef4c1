"""A second factor before any write: enforced in one place, for every room, by page and by API."""

from __future__ import annotations

import json
from base64 import b64decode

import pytest
from allauth.mfa.models import Authenticator
from django.http import HttpResponse
from django.test import Client, RequestFactory

from palermo.web.audit import clock
from palermo.web.audit.models import Entry
from palermo.web.partners.actions.demonstration import DemoAccount, new_secret
from palermo.web.partners.closed import ClosedUnlessOpen
from palermo.web.partners.models import Person
from palermo.web.partners.rules import Kind, Role
from tests.web.cast import PASSWORD, Cast, client_of, join, make_organisation, make_person, set_up_second_factor

pytestmark = pytest.mark.django_db
SECURITY = "/en/account/security/"


def newcomer(role: Role = Role.CONTRIBUTOR) -> Person:
    """Somebody with a role and without a second factor."""
    person = make_person("new@example.org")
    join(
        person,
        make_organisation("New body", Kind.UN_ENTITY if role != Role.FOCAL_POINT else Kind.STATE_BODY, ""),
        role,
    )
    return person


def code(secret: str) -> str:
    """What the authenticator app shows now."""
    return DemoAccount(Role.CONTRIBUTOR, "", "", "", secret).code(clock.now())


@pytest.mark.parametrize("role", list(Role))
def test_without_one_every_write_leads_to_the_set_up_page(role: Role) -> None:
    person = newcomer(role)
    client = client_of(person)
    for address in (
        "/en/account/",
        "/en/account/tokens/",
        "/en/account/organisations/1/invite/",
        "/en/account/password/change/",
    ):
        answer = client.post(address, {"name": "Other", "language": "fr"})
        assert (answer.status_code, answer["Location"]) == (302, SECURITY), address
    person.refresh_from_db()
    assert person.name == "New"
    assert not Entry.objects.exists()


def test_reading_stays_open_and_says_what_is_missing() -> None:
    client = client_of(newcomer())
    assert "Set it up" in client.get("/en/account/").content.decode()
    assert client.get(SECURITY).status_code == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_the_api_answers_with_a_code(method: str) -> None:
    request = RequestFactory().generic(method, "/api/v1/anything")
    request.user, request.resolver_match = newcomer(), None
    answer = ClosedUnlessOpen(lambda _: HttpResponse()).process_view(request)
    assert answer is not None
    assert answer.status_code == 403
    assert json.loads(answer.content) == {
        "code": "second_factor_missing",
        "message": "Set up a second factor first: a passkey or an authenticator app.",
    }


def test_who_has_no_role_may_still_change_their_own_profile() -> None:
    person = make_person("reader@example.org")
    assert client_of(person).post("/en/account/", {"name": "Reader R.", "language": "ar"}).status_code == 302
    person.refresh_from_db()
    assert (person.name, person.language) == ("Reader R.", "ar")


def test_an_authenticator_app_is_set_up_sealed_recorded_and_opens_the_way() -> None:
    person = newcomer()
    client = Client()
    client.post("/en/account/login/", {"login": person.email, "password": PASSWORD})
    assert "reauthenticate" in client.get("/en/account/2fa/totp/activate/")["Location"]
    client.post("/en/account/reauthenticate/", {"password": PASSWORD})
    page = client.get("/en/account/2fa/totp/activate/")
    secret = page.context["form"].secret
    drawn = b64decode(page.context["totp_svg_data_uri"].partition("base64,")[2]).decode()
    assert 'fill="#fff"/><path' in drawn
    answer = client.post("/en/account/2fa/totp/activate/", {"code": code(secret)})
    assert answer.status_code == 302
    held = Authenticator.objects.get(user=person, type=Authenticator.Type.TOTP)
    assert secret not in str(held.data)
    assert "add_second_factor" in Entry.objects.values_list("verb", flat=True)
    assert secret not in str(list(Entry.objects.values_list("detail", flat=True)))
    client.post("/en/account/", {"name": "Changed", "language": "en"})
    person.refresh_from_db()
    assert person.name == "Changed"


def test_a_session_from_before_the_first_factor_ends_when_it_is_set_up() -> None:
    person = newcomer()
    thief, owner = Client(), Client()
    for client in (thief, owner):
        client.post("/en/account/login/", {"login": person.email, "password": PASSWORD})
        assert client.get("/en/account/").status_code == 200
    owner.post("/en/account/reauthenticate/", {"password": PASSWORD})
    secret = owner.get("/en/account/2fa/totp/activate/").context["form"].secret
    owner.post("/en/account/2fa/totp/activate/", {"code": code(secret)})
    assert thief.post("/en/account/", {"name": "Eve", "language": "en"})["Location"].startswith("/en/account/login/")
    assert owner.post("/en/account/", {"name": "Ada", "language": "en"}).status_code == 302
    person.refresh_from_db()
    assert person.name == "Ada"
    ended = {
        row.particulars["type"]: row.particulars["sessions_ended"]
        for row in Entry.objects.filter(room="partners")[:2]
    }
    assert ended == {"totp": 1, "recovery_codes": 0}


def test_without_one_nobody_learns_who_keeps_the_register(cast: Cast) -> None:
    person = newcomer(Role.ADMINISTRATOR)
    client, number = client_of(person), cast.organisations["focal_point"].pk
    closed = ("/en/audit/", f"/en/account/organisations/{number}/")
    assert [client.get(address).status_code for address in closed] == [404, 404]
    assert "Interministerial mission" not in client.get("/en/account/organisations/").content.decode()
    set_up_second_factor(person)
    assert [client.get(address).status_code for address in closed] == [200, 200]


def test_a_further_factor_ends_no_session() -> None:
    person = newcomer()
    set_up_second_factor(person)
    client = client_of(person)
    client.get("/en/account/")
    Authenticator.objects.create(user=person, type=Authenticator.Type.WEBAUTHN, data={})
    assert client.get("/en/account/").status_code == 200


def test_signing_in_asks_for_the_second_factor_and_takes_a_code_once() -> None:
    person = newcomer()
    secret = set_up_second_factor(person)
    first, second = Client(), Client()
    now = code(secret)
    for client in (first, second):
        answer = client.post("/en/account/login/", {"login": person.email, "password": PASSWORD})
        assert answer["Location"] == "/en/account/2fa/authenticate/"
        assert client.get("/en/account/").status_code == 302
    assert first.post("/en/account/2fa/authenticate/", {"code": now})["Location"] == "/en/account/"
    assert first.get("/en/account/").status_code == 200
    assert second.post("/en/account/2fa/authenticate/", {"code": now}).status_code == 200
    assert second.get("/en/account/").status_code == 302


def test_a_wrong_code_opens_nothing() -> None:
    person = newcomer()
    set_up_second_factor(person)
    client = Client()
    client.post("/en/account/login/", {"login": person.email, "password": PASSWORD})
    answer = client.post("/en/account/2fa/authenticate/", {"code": code(new_secret())})
    assert "Incorrect code" in answer.content.decode()
    assert client.get("/en/account/").status_code == 302


def test_recovery_codes_alone_are_no_second_factor() -> None:
    person = newcomer()
    Authenticator.objects.create(user=person, type=Authenticator.Type.RECOVERY_CODES, data={})
    assert not Person.objects.get(pk=person.pk).standing.mfa


def test_the_sign_in_page_offers_passkeys_with_scripts_from_here_only() -> None:
    page = Client().get("/en/account/login/").content.decode()
    assert 'id="passkey_login"' in page
    assert 'src="/static/mfa/js/webauthn.' in page
    assert "http://" not in page.replace("http://www.w3.org", "")
    assert "onclick" not in page


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru", "ar", "zh"])
def test_sign_in_pages_stand_in_every_language(language: str) -> None:
    for address in ("login/", "password/reset/", "signup/"):
        assert Client().get(f"/{language}/account/{address}").status_code == 200


def test_nobody_signs_up_without_an_invitation() -> None:
    given = {"email": "eve@example.org", "password1": PASSWORD, "password2": PASSWORD}
    answer = Client().post("/en/account/signup/", given)
    assert "Accounts come by invitation" in answer.content.decode()
    assert not Person.objects.exists()


def test_too_many_wrong_passwords_are_slowed_down(cast: Cast) -> None:
    given = {"login": "contributor@example.org", "password": "wrong"}
    pages = [Client().post("/en/account/login/", given).content.decode() for _ in range(7)]
    assert "Too many failed" in pages[-1]
    assert "Too many failed" not in pages[0]
