"""Two people at once: the later is told what the earlier did, on the form, and never that something went wrong."""

from __future__ import annotations

from typing import Any

import pytest

from palermo.web.audit.actions import OPERATOR
from palermo.web.audit.models import Entry
from palermo.web.partners.actions import accept_invitation, create_person, found_organisation
from palermo.web.partners.actions import accounts as accounts_module
from palermo.web.partners.actions import invitations as invitations_module
from palermo.web.partners.models import Membership, Organisation, Person
from palermo.web.partners.rules import Kind, Refused, Role
from tests.web.audit.test_concurrency import environment, run
from tests.web.cast import PASSWORD, Cast, join, make_person
from tests.web.partners.test_invitations import ACCEPT, GUEST, send
from tests.web.partners.writers import THREADS

__all__ = ["environment"]


@pytest.fixture
def unseen(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the other did comes after the question whether it is there, and before the write: only the table knows."""
    for module in (invitations_module, accounts_module):
        monkeypatch.setattr(module, "person_of_address", lambda _email: None)
    nothing = Organisation.objects.none()
    monkeypatch.setattr(Organisation.objects, "filter", lambda **_asked: nothing)


@pytest.mark.django_db
@pytest.mark.usefixtures("unseen")
def test_of_two_organisations_of_one_name_the_second_is_refused_on_the_form(cast: Cast) -> None:
    given = {"name": "Open Door", "kind": "ngo", "state": ""}
    answer = cast.clients["administrator"].post("/en/account/organisations/", given)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "There is an organisation of this name already." in page
    assert 'value="Open Door"' in page
    assert Organisation.objects.count() == 3
    assert not Entry.objects.exists()


@pytest.mark.django_db
@pytest.mark.usefixtures("unseen")
def test_a_refusal_at_the_table_leaves_the_transaction_whole(cast: Cast) -> None:
    with pytest.raises(Refused, match="name_taken"):
        found_organisation(by=cast.people["administrator"], name="Open Door", kind=Kind.NGO)
    made = found_organisation(by=cast.people["administrator"], name="Open Gate", kind=Kind.NGO)
    assert Organisation.objects.get(pk=made.pk).name == "Open Gate"


@pytest.mark.django_db
def test_of_two_invitations_to_one_address_the_second_asks_to_sign_in(cast: Cast, request: Any) -> None:
    first, second = send(cast), send(cast, where="focal_point")
    accept_invitation(by=None, key=first, name="Guest", password=PASSWORD)
    request.getfixturevalue("unseen")
    client = cast.clients["stranger"]
    client.get(f"{ACCEPT}{second}/")
    given = {"name": "Guest", "password": "lanterns over the quiet bay", "again": "lanterns over the quiet bay"}
    answer = client.post(ACCEPT, given)
    assert answer.status_code == 403
    assert "You have an account. Sign in, then open the invitation again." in answer.content.decode()
    assert Person.objects.filter(email=GUEST).count() == 1
    assert [entry.verb for entry in Entry.objects.all()] == ["invite", "invite", "accept_invitation"]


@pytest.mark.django_db
def test_who_joins_at_the_same_moment_on_another_way_belongs_once(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = make_person(GUEST)
    key = send(cast)
    join(person, cast.organisations["contributor"], Role.CONTRIBUTOR)
    monkeypatch.setattr(invitations_module, "end", lambda _membership: None)  # it was not there a moment ago
    with pytest.raises(Refused, match="already_member"):
        accept_invitation(by=person, key=key)
    assert Membership.objects.filter(person=person).count() == 1


@pytest.mark.django_db
@pytest.mark.usefixtures("unseen")
def test_an_account_made_twice_at_the_command_line_is_refused(cast: Cast) -> None:
    with pytest.raises(Refused, match="address_taken"):
        create_person(
            by=OPERATOR, email="contributor@example.org", name="Twice", password=PASSWORD,
            organisation=cast.organisations["contributor"], role=Role.CONTRIBUTOR,
        )  # fmt: skip


RACES = [
    ("found", ["done", *["name_taken"] * (THREADS - 1)], "(1, 0, 0) True"),
    ("invite", ["done"] * THREADS, "(0, 1, 0) True"),
    ("accept", ["done", *["invitation_sign_in_first"] * (THREADS - 1)], f"(0, {THREADS - 1}, 1) True"),
]


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("task", "ends", "left"), RACES, ids=[task for task, _, _ in RACES])
def test_of_eight_at_once_one_wins(environment: dict[str, str], task: str, ends: list[str], left: str) -> None:
    run(environment, "-m", "django", "migrate", "-v0")
    said = run(environment, "-m", "tests.web.partners.writers", task).splitlines()
    assert said == [" ".join(ends), left]
