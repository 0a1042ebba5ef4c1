"""Acts on accounts and invitations that are refused: with a code, on a page or as JSON, and without a trace."""

from __future__ import annotations

import json

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from palermo.web.audit.actions import OPERATOR
from palermo.web.audit.models import Entry
from palermo.web.partners.actions import accept_invitation, change_profile, close_account, invite, withdraw_invitation
from palermo.web.partners.closed import ClosedUnlessOpen
from palermo.web.partners.models import Invitation, Person
from palermo.web.partners.rules import Refused, Role
from palermo.web.partners.views.asking import signed_in
from tests.web.cast import Cast

pytestmark = pytest.mark.django_db


def refusal(code: str, act: object) -> None:
    """The act is refused with this code, and the log says nothing."""
    entries = Entry.objects.count()
    with pytest.raises(Refused) as caught:
        act()  # type: ignore[operator]
    assert (caught.value.code, bool(str(caught.value.reason))) == (code, True)
    assert Entry.objects.count() == entries


# --- Accounts -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["de", "", "EN", "en-gb", "xx\0"])
def test_a_language_that_the_pages_have_not_is_refused(cast: Cast, language: str) -> None:
    person = cast.people["contributor"]
    was = (person.name, person.language)
    refusal("unknown_language", lambda: change_profile(by=person, name="Another", language=language))
    held = Person.objects.get(pk=person.pk)
    assert (held.name, held.language) == was


@pytest.mark.parametrize(
    ("name", "language", "fields"), [("A. Name", "ar", ["name", "language"]), ("A. Name", "", ["name"]), ("", "", [])]
)
def test_the_log_names_the_fields_that_changed_and_not_what_they_hold(
    cast: Cast, name: str, language: str, fields: list[str]
) -> None:
    person = cast.people["contributor"]
    change_profile(by=person, name=name or person.name, language=language or person.language)
    entry = Entry.objects.get()
    assert (entry.verb, entry.particulars) == ("change_profile", {"fields": fields})
    assert "A. Name" not in entry.detail


def test_an_administrator_is_not_closed_while_one(cast: Cast) -> None:
    person = cast.people["administrator"]
    refusal("administrator", lambda: close_account(by=OPERATOR, person=person))
    assert Person.objects.get(pk=person.pk).is_active
    assert person.memberships.filter(until=None).exists()


@pytest.mark.parametrize("by", ["contributor", "focal_point", "moderator"])
def test_nobody_but_administrators_closes_an_account(cast: Cast, by: str) -> None:
    cast.clients["contributor"].get("/en/account/")
    sessions = UserSession.objects.count()
    refusal("not_administrator", lambda: close_account(by=cast.people[by], person=cast.people["contributor"]))
    assert UserSession.objects.count() == sessions


# --- Invitations --------------------------------------------------------------------------------------------------


@pytest.fixture
def invitation(cast: Cast) -> tuple[Invitation, str]:
    """An open invitation to the contributor's organisation, and its key."""
    keys: list[str] = []

    def link(key: str) -> str:
        keys.append(key)
        return f"https://example.org/{key}"

    made = invite(
        by=cast.people["administrator"],
        email="guest@example.org",
        organisation=cast.organisations["contributor"],
        role=Role.CONTRIBUTOR,
        link=link,
    )
    return made, keys[0]


def test_an_invitation_that_was_accepted_cannot_be_taken_back(cast: Cast, invitation: tuple[Invitation, str]) -> None:
    made, key = invitation
    accept_invitation(by=None, key=key, name="Guest", password="a lantern in the window")
    by = cast.people["administrator"]
    refusal("invitation_used", lambda: withdraw_invitation(by=by, invitation=made))
    made.refresh_from_db()
    assert made.withdrawn is None


def test_taking_an_invitation_back_twice_keeps_the_first_moment(
    cast: Cast, invitation: tuple[Invitation, str]
) -> None:
    made, _ = invitation
    moments = []
    for _time in range(2):
        withdraw_invitation(by=cast.people["administrator"], invitation=made)
        made.refresh_from_db()
        moments.append(made.withdrawn)
    assert moments[0] == moments[1]
    assert moments[0] is not None


@pytest.mark.parametrize("by", ["contributor", "focal_point", "moderator"])
def test_an_invitation_is_taken_back_by_who_may_invite(
    cast: Cast, invitation: tuple[Invitation, str], by: str
) -> None:
    made, _ = invitation
    refusal("not_your_organisation", lambda: withdraw_invitation(by=cast.people[by], invitation=made))
    made.refresh_from_db()
    assert made.withdrawn is None


# --- What becomes of a refusal that no view dealt with ------------------------------------------------------------


def answer(path: str, error: Exception) -> HttpResponse | None:
    """The answer of the service to an error that a view let through."""
    request = RequestFactory().get(path)
    request.user = AnonymousUser()
    held: HttpResponse | None = ClosedUnlessOpen(lambda _request: HttpResponse()).process_exception(request, error)
    return held


def test_a_program_gets_the_code_and_the_reason_as_json() -> None:
    held = answer("/api/v1/corrections", Refused("not_yours", "It is another's."))
    assert held is not None
    assert (held.status_code, json.loads(held.content)) == (
        403,
        {"code": "not_yours", "message": "It is another's."},
    )


def test_a_person_gets_a_page_with_the_reason() -> None:
    held = answer("/en/account/", Refused("not_yours", "It is <another's>."))
    assert held is not None
    assert held.status_code == 403
    assert "It is &lt;another&#x27;s&gt;." in held.content.decode()


def test_who_was_signed_out_meanwhile_is_led_back_to_where_they_were() -> None:
    held = answer("/en/account/?page=2", Refused("signed_out", "You are signed out."))
    assert held is not None
    assert held.status_code == 302
    assert held["Location"].endswith("/account/login/?next=/en/account/%3Fpage%3D2")


@pytest.mark.parametrize("error", [ValueError("x"), PermissionError(), KeyError("signed_out")])
def test_other_errors_are_not_refusals(error: Exception) -> None:
    assert answer("/en/account/", error) is None


def test_a_page_that_forgot_to_ask_for_sign_in_says_so_to_its_author() -> None:
    request = HttpRequest()
    request.user = AnonymousUser()
    with pytest.raises(TypeError, match="put @login_required on the view"):
        signed_in(request)
