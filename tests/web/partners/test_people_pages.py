"""The pages of organisations: what focal points and administrators do there."""

from __future__ import annotations

import pytest
from django.core import mail

from palermo.web.audit.models import Entry
from palermo.web.partners.models import Invitation, Membership, Organisation
from palermo.web.partners.rules import Role
from tests.web.cast import Cast, join, make_person

pytestmark = pytest.mark.django_db


def page_of(cast: Cast, role: str) -> str:
    return f"/en/account/organisations/{cast.organisations[role].pk}/"


def test_a_focal_point_sees_and_invites_to_their_own_body(cast: Cast) -> None:
    client, page = cast.clients["focal_point"], page_of(cast, "focal_point")
    assert "focal_point@example.org" in client.get(page).content.decode()
    answer = client.post(f"{page}invite/", {"email": "new@example.org", "role": "contributor", "language": "ar"})
    assert answer.status_code == 302
    held = Invitation.objects.get()
    assert (held.email, held.language, held.role) == ("new@example.org", "ar", "contributor")
    assert "http://testserver/en/account/invitation/" in str(mail.outbox[0].body)
    assert "new@example.org" in client.get(page).content.decode()
    client.post(f"/en/account/invitations/{held.pk}/withdraw/")
    held.refresh_from_db()
    assert held.withdrawn
    assert [entry.verb for entry in Entry.objects.all()] == ["invite", "withdraw_invitation"]


def test_the_form_offers_only_roles_that_may_be_given(cast: Cast) -> None:
    def offered(role: str, body: str) -> list[str]:
        form = cast.clients[role].get(page_of(cast, body)).context["form"]
        return [value for value, _ in form.fields["role"].choices]

    assert offered("focal_point", "focal_point") == ["contributor"]
    assert offered("administrator", "contributor") == ["contributor"]
    assert offered("administrator", "focal_point") == ["contributor", "focal_point"]
    assert offered("administrator", "administrator") == ["contributor", "moderator", "administrator"]


def test_a_role_that_was_not_offered_is_not_given(cast: Cast) -> None:
    page = page_of(cast, "focal_point")
    given = {"email": "new@example.org", "role": "administrator", "language": "en"}
    assert cast.clients["focal_point"].post(f"{page}invite/", given).status_code == 422
    assert not Invitation.objects.exists()


def test_a_member_cannot_be_invited_again(cast: Cast) -> None:
    page = page_of(cast, "focal_point")
    given = {"email": "focal_point@example.org", "role": "contributor", "language": "en"}
    answer = cast.clients["administrator"].post(f"{page}invite/", given)
    assert answer.status_code == 422
    assert "belongs to the organisation already" in answer.content.decode()


@pytest.mark.parametrize("role", ["contributor", "focal_point", "moderator"])
def test_what_is_not_yours_does_not_exist(cast: Cast, role: str) -> None:
    client, page = cast.clients[role], page_of(cast, "administrator")
    held = Membership.objects.get(person=cast.people["administrator"])
    assert client.get(page).status_code == 404
    assert (
        client.post(f"{page}invite/", {"email": "x@example.org", "role": "moderator", "language": "en"}).status_code
        == 404
    )
    assert client.post(f"/en/account/memberships/{held.pk}/role/", {"role": "contributor"}).status_code == 404
    assert client.post(f"/en/account/memberships/{held.pk}/end/").status_code == 404
    assert client.get("/en/account/organisations/999999/").status_code == 404
    assert not Entry.objects.exists()


def test_an_administrator_changes_and_ends(cast: Cast) -> None:
    colleague = make_person("colleague@example.org", name="Colleague")
    held = join(colleague, cast.organisations["moderator"], Role.CONTRIBUTOR)
    client = cast.clients["administrator"]
    client.post(f"/en/account/memberships/{held.pk}/role/", {"role": "moderator"})
    now = Membership.objects.get(person=colleague, until=None)
    assert now.role == Role.MODERATOR
    client.post(f"/en/account/memberships/{now.pk}/end/")
    assert not Membership.objects.filter(person=colleague, until=None).exists()
    assert [entry.verb for entry in Entry.objects.all()] == ["change_role", "end_membership"]


def test_a_refusal_is_a_page_with_its_reason(cast: Cast) -> None:
    held = Membership.objects.get(person=cast.people["administrator"])
    answer = cast.clients["administrator"].post(f"/en/account/memberships/{held.pk}/end/")
    assert answer.status_code == 403
    assert "This is the last administrator" in answer.content.decode()


def test_an_administrator_enters_an_organisation(cast: Cast) -> None:
    given = {"name": "Coast guard", "kind": "state_body", "state": "ken"}
    answer = cast.clients["administrator"].post("/en/account/organisations/", given)
    made = Organisation.objects.get(name="Coast guard")
    assert (answer["Location"], made.state) == (f"/en/account/organisations/{made.pk}/", "KEN")
    wrong = cast.clients["administrator"].post(
        "/en/account/organisations/", {**given, "name": "Other", "state": "XXX"}
    )
    assert wrong.status_code == 422
    assert "for example KEN" in wrong.content.decode()


def test_leaving_is_everybodys_own(cast: Cast) -> None:
    held = Membership.objects.get(person=cast.people["contributor"])
    assert cast.clients["contributor"].post(f"/en/account/memberships/{held.pk}/end/")["Location"] == "/en/account/"
    assert "can read only" in cast.clients["contributor"].get("/en/account/").content.decode()
