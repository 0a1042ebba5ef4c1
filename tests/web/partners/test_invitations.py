"""Invitations: made, sent, accepted; and every way to misuse one."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client

from palermo.web.audit import clock
from palermo.web.audit.actions import OPERATOR
from palermo.web.audit.models import Entry
from palermo.web.partners import keys
from palermo.web.partners.actions import accept_invitation, change_role, end_membership, invite, withdraw_invitation
from palermo.web.partners.models import Invitation, Membership, Person
from palermo.web.partners.rules import Refused, Role
from tests.web.cast import PASSWORD, Cast, client_of, join, make_person

pytestmark = pytest.mark.django_db
GUEST = "guest@example.org"
ACCEPT = "/en/account/invitation/"


def send(
    cast: Cast,
    *,
    by: str = "administrator",
    to: str = GUEST,
    role: Role = Role.CONTRIBUTOR,
    where: str = "contributor",
) -> str:
    """Invite somebody; give the key that the mail holds."""
    invite(
        by=cast.people[by],
        email=to,
        organisation=cast.organisations[where],
        role=role,
        link=lambda key: f"https://x/{key}/",
    )
    found = re.search(r"https://x/(\S+)/", str(mail.outbox[-1].body))
    assert found
    return found[1]


def verbs() -> list[str]:
    return list(Entry.objects.values_list("verb", flat=True))


def test_an_invitation_is_mailed_recorded_once_and_its_key_is_kept_nowhere(cast: Cast) -> None:
    key = send(cast)
    made = Invitation.objects.get()
    assert (made.email, made.hash) == (GUEST, keys.hashed(key))
    assert verbs() == ["invite"]
    rows = [*Invitation.objects.values_list(), *Entry.objects.values_list()]
    assert key not in str(rows)
    assert GUEST not in Entry.objects.get().detail
    assert mail.outbox[0].to == [GUEST]
    assert "The secretariat" not in mail.outbox[0].subject
    assert "Open Door" in mail.outbox[0].subject


def test_the_mail_is_in_the_language_of_the_guest(cast: Cast) -> None:
    invite(
        by=cast.people["administrator"],
        email=GUEST,
        organisation=cast.organisations["contributor"],
        role=Role.CONTRIBUTOR,
        language="fr",
        link=str,
    )
    assert Invitation.objects.get().language == "fr"


def test_a_new_account_belongs_and_is_recorded_once(cast: Cast) -> None:
    key = send(cast)
    person = accept_invitation(by=None, key=key, name="Guest", password=PASSWORD)
    assert person.check_password(PASSWORD)
    assert Membership.objects.get(person=person).role == Role.CONTRIBUTOR
    assert verbs() == ["invite", "accept_invitation"]
    assert Entry.objects.get(verb="accept_invitation").actor == person.identifier


@pytest.mark.parametrize("demo", [False, True])
def test_nobody_real_has_an_account_in_a_demonstration(cast: Cast, settings: Any, demo: bool) -> None:
    settings.PALERMO_DEMO = demo
    person = accept_invitation(by=None, key=send(cast), name="Guest", password=PASSWORD)
    assert person.simulated is demo


def test_a_key_works_once(cast: Cast) -> None:
    key = send(cast)
    person = accept_invitation(by=None, key=key, name="Guest", password=PASSWORD)
    for by in (None, person):
        with pytest.raises(Refused, match="invitation_used"):
            accept_invitation(by=by, key=key, name="Again", password=PASSWORD)
    assert Person.objects.filter(email=GUEST).count() == 1


def test_a_key_works_for_a_week(cast: Cast) -> None:
    key = send(cast)
    with clock.held(clock.now() + timedelta(days=7)), pytest.raises(Refused, match="invitation_expired"):
        accept_invitation(by=None, key=key, name="Late", password=PASSWORD)
    assert not Person.objects.filter(email=GUEST).exists()


@pytest.mark.parametrize("key", ["", "x", "0" * 43])
def test_an_invented_key_opens_nothing(cast: Cast, key: str) -> None:
    send(cast)
    with pytest.raises(Refused, match="invitation_unknown"):
        accept_invitation(by=None, key=key, name="Eve", password=PASSWORD)


def test_a_withdrawn_key_opens_nothing(cast: Cast) -> None:
    key = send(cast)
    withdraw_invitation(by=cast.people["administrator"], invitation=Invitation.objects.get())
    with pytest.raises(Refused, match="invitation_withdrawn"):
        accept_invitation(by=None, key=key, name="Guest", password=PASSWORD)
    assert verbs() == ["invite", "withdraw_invitation"]


def test_a_second_invitation_ends_the_first(cast: Cast) -> None:
    first, second = send(cast), send(cast)
    with pytest.raises(Refused, match="invitation_withdrawn"):
        accept_invitation(by=None, key=first, name="Guest", password=PASSWORD)
    accept_invitation(by=None, key=second, name="Guest", password=PASSWORD)


def test_somebody_else_who_is_signed_in_cannot_take_it(cast: Cast) -> None:
    key = send(cast)
    with pytest.raises(Refused, match="invitation_other_address"):
        accept_invitation(by=cast.people["contributor"], key=key)


def test_the_address_of_an_account_must_sign_in_first(cast: Cast) -> None:
    person = make_person(GUEST)
    key = send(cast)
    with pytest.raises(Refused, match="invitation_sign_in_first"):
        accept_invitation(by=None, key=key, name="Eve", password="another password")
    assert accept_invitation(by=person, key=key) == person
    person.refresh_from_db()
    assert person.check_password(PASSWORD)


def test_a_leaving_focal_point_takes_open_invitations_along(cast: Cast) -> None:
    key = send(cast, by="focal_point", where="focal_point")
    held = Membership.objects.get(person=cast.people["focal_point"])
    end_membership(by=cast.people["administrator"], membership=held)
    with pytest.raises(Refused, match="invitation_withdrawn"):
        accept_invitation(by=None, key=key, name="Guest", password=PASSWORD)


def test_refusals_leave_nothing_behind(cast: Cast) -> None:
    with pytest.raises(Refused, match="role_too_high"):
        send(cast, by="focal_point", where="focal_point", role=Role.FOCAL_POINT)
    with pytest.raises(Refused, match="already_member"):
        send(cast, to="CONTRIBUTOR@example.org")
    with pytest.raises(Refused, match="focal_point_without_state"):
        send(cast, role=Role.FOCAL_POINT)
    assert (Invitation.objects.count(), Entry.objects.count(), len(mail.outbox)) == (0, 0, 0)


def test_the_key_leaves_the_address_at_once(cast: Cast) -> None:
    key = send(cast)
    answer = cast.clients["stranger"].get(f"{ACCEPT}{key}/")
    assert (answer.status_code, answer["Location"], answer["Referrer-Policy"]) == (302, ACCEPT, "no-referrer")
    assert "no-store" in answer["Cache-Control"]
    assert key not in cast.clients["stranger"].get(ACCEPT).content.decode()


def test_accepting_on_the_page_signs_in_and_asks_for_a_second_factor(cast: Cast) -> None:
    client = cast.clients["stranger"]
    client.get(f"{ACCEPT}{send(cast)}/")
    given = {"name": "Guest", "password": "lanterns over the quiet bay", "again": "lanterns over the quiet bay"}
    answer = client.post(ACCEPT, given)
    assert (answer.status_code, answer["Location"]) == (302, "/en/account/")
    page = client.get("/en/account/").content.decode()
    assert "set up a second factor first" in page
    for address in ("totp/activate", "webauthn/add"):
        assert client.get(f"/en/account/2fa/{address}/").status_code == 200, "asked for the password again"
    assert client.get(ACCEPT).status_code == 404


@pytest.mark.parametrize(
    ("password", "again", "complaint"),
    [
        ("lanterns over the quiet bay", "lanterns over the loud bay", "differ"),
        ("short", "short", "too short"),
        ("guest@example.org", "guest@example.org", "too similar"),
        ("123456789012345", "123456789012345", "entirely numeric"),
    ],
)
def test_weak_passwords_are_explained_at_their_field(cast: Cast, password: str, again: str, complaint: str) -> None:
    client = cast.clients["stranger"]
    client.get(f"{ACCEPT}{send(cast)}/")
    answer = client.post(ACCEPT, {"name": "Guest", "password": password, "again": again})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert complaint in page
    field = "id_again" if complaint == "differ" else "id_password"
    assert f'id="{field}_error"' in page
    assert re.search(rf'aria-describedby="[^"]*{field}_error', page)
    assert f'value="{password}"' not in page
    assert not Person.objects.filter(email=GUEST).exists()


def test_a_stranger_with_an_invented_key_sees_no_page(cast: Cast) -> None:
    client = cast.clients["stranger"]
    client.get(f"{ACCEPT}{'0' * 43}/")
    assert client.get(ACCEPT).status_code == 404


def test_the_page_says_what_is_the_matter(cast: Cast) -> None:
    key = send(cast)
    client = cast.clients["contributor"]
    client.get(f"{ACCEPT}{key}/")
    assert "another address" in client.get(ACCEPT).content.decode()
    assert client.post(ACCEPT).status_code == 403


def test_one_who_has_an_account_is_led_to_sign_in(cast: Cast) -> None:
    person = make_person(GUEST)
    key = send(cast)
    cast.clients["stranger"].get(f"{ACCEPT}{key}/")
    assert "/en/account/login/?next=/en/account/invitation/" in cast.clients["stranger"].get(ACCEPT).content.decode()
    client = client_of(person)
    client.get(f"{ACCEPT}{key}/")
    assert client.post(ACCEPT)["Location"] == "/en/account/"
    assert Membership.objects.filter(person=person).exists()


def test_an_invented_key_costs_no_session(cast: Cast) -> None:
    client = Client()
    assert client.get(f"{ACCEPT}{'0' * 43}/").status_code == 404
    assert not client.cookies


def test_who_loses_a_role_gives_it_to_nobody_else(cast: Cast) -> None:
    key = send(cast, role=Role.ADMINISTRATOR, where="administrator")
    held = Membership.objects.get(person=cast.people["administrator"])
    other_administrator(cast)
    change_role(by=OPERATOR, membership=held, role=Role.MODERATOR)
    cast.clients["stranger"].get(f"{ACCEPT}{key}/")
    assert "was withdrawn" in cast.clients["stranger"].get(ACCEPT).content.decode()
    with pytest.raises(Refused, match="invitation_withdrawn"):
        accept_invitation(by=None, key=key, name="Guest", password=PASSWORD)


def test_the_last_administrator_does_not_leave_by_accepting_another_role(cast: Cast) -> None:
    person = cast.people["administrator"]
    key = send(cast, by="administrator", where="administrator")
    Invitation.objects.update(email=person.email)
    with pytest.raises(Refused, match="last_administrator"):
        accept_invitation(by=person, key=key)
    other_administrator(cast)
    accept_invitation(by=person, key=key)
    assert Membership.objects.get(person=person, until=None).role == Role.CONTRIBUTOR


def test_a_further_address_of_an_account_is_that_account(cast: Cast) -> None:
    person = cast.people["contributor"]
    EmailAddress.objects.create(user=person, email=GUEST, verified=True, primary=False)
    key = send(cast, where="moderator")
    with pytest.raises(Refused, match="invitation_sign_in_first"):
        accept_invitation(by=None, key=key, name="Twice", password=PASSWORD)
    client = cast.clients["contributor"]
    client.get(f"{ACCEPT}{key}/")
    assert client.post(ACCEPT).status_code == 302
    assert Membership.objects.filter(person=person, organisation=cast.organisations["moderator"]).exists()


def other_administrator(cast: Cast) -> Membership:
    """One more administrator."""
    return join(make_person("second@example.org"), cast.organisations["administrator"], Role.ADMINISTRATOR)
