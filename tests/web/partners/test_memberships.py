"""Roles and memberships: changed, ended, with history, one row each, and never without an administrator."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from palermo.web.audit import clock
from palermo.web.audit.actions import OPERATOR
from palermo.web.audit.models import Entry
from palermo.web.partners.actions import (
    change_role,
    close_account,
    create_person,
    end_membership,
    found_organisation,
)
from palermo.web.partners.models import Membership, Organisation, Person
from palermo.web.partners.queries import for_person
from palermo.web.partners.rules import Kind, Refused, Role
from tests.web.cast import PASSWORD, Cast, client_of, join, make_organisation, make_person

pytestmark = pytest.mark.django_db


def membership(cast: Cast, role: str) -> Membership:
    return Membership.objects.get(person=cast.people[role], until=None)


def fresh(person: Person) -> Person:
    return Person.objects.get(pk=person.pk)


def test_a_changed_role_keeps_its_history_and_leaves_one_row(cast: Cast) -> None:
    colleague = make_person("colleague@example.org")
    held = join(colleague, cast.organisations["moderator"], Role.CONTRIBUTOR)
    made = change_role(by=cast.people["administrator"], membership=held, role=Role.MODERATOR)
    held.refresh_from_db()
    assert (held.role, held.until, made.role, made.until) == (Role.CONTRIBUTOR, clock.today(), Role.MODERATOR, None)
    entry = Entry.objects.get()
    assert (entry.verb, entry.subject, entry.particulars["was"]) == ("change_role", made.identifier, "contributor")
    assert fresh(colleague).standing.holds(Role.MODERATOR)
    assert not fresh(colleague).standing.holds(Role.CONTRIBUTOR)


@pytest.mark.parametrize(
    ("by", "whose", "role", "code"),
    [
        ("moderator", "contributor", Role.CONTRIBUTOR, "not_administrator"),
        ("administrator", "administrator", Role.MODERATOR, "own_role"),
        ("administrator", "contributor", Role.MODERATOR, "keeper_outside_secretariat"),
        ("administrator", "contributor", Role.CONTRIBUTOR, "same_role"),
    ],
)
def test_refused_changes_change_nothing(cast: Cast, by: str, whose: str, role: Role, code: str) -> None:
    with pytest.raises(Refused, match=code):
        change_role(by=cast.people[by], membership=membership(cast, whose), role=role)
    assert not Entry.objects.exists()
    assert membership(cast, whose).role == whose


def test_an_ended_membership_takes_every_right_at_once(cast: Cast) -> None:
    person = cast.people["focal_point"]
    end_membership(by=cast.people["administrator"], membership=membership(cast, "focal_point"))
    assert Entry.objects.get().verb == "end_membership"
    assert fresh(person).standing.posts == ()
    assert (
        client_of(fresh(person)).get(f"/en/account/organisations/{cast.organisations['focal_point'].pk}/").status_code
        == 404
    )


def test_ending_twice_is_refused(cast: Cast) -> None:
    held = membership(cast, "contributor")
    end_membership(by=cast.people["contributor"], membership=held)
    with pytest.raises(Refused, match="membership_ended"):
        end_membership(by=cast.people["administrator"], membership=held)


def test_the_last_administrator_stays(cast: Cast) -> None:
    last = membership(cast, "administrator")
    with pytest.raises(Refused, match="last_administrator"):
        end_membership(by=cast.people["administrator"], membership=last)
    with pytest.raises(Refused, match="last_administrator"):
        change_role(by=OPERATOR, membership=last, role=Role.MODERATOR)
    second = make_person("second@example.org", is_active=False)
    join(second, cast.organisations["administrator"], Role.ADMINISTRATOR)
    with pytest.raises(Refused, match="last_administrator"):
        end_membership(by=cast.people["administrator"], membership=last)
    Person.objects.filter(pk=second.pk).update(is_active=True)
    end_membership(by=cast.people["administrator"], membership=last)
    assert not fresh(cast.people["administrator"]).standing.posts


def test_a_closed_account_is_shut_everywhere(cast: Cast) -> None:
    person = cast.people["contributor"]
    close_account(by=cast.people["administrator"], person=person)
    held = fresh(person)
    assert (held.is_active, held.standing.posts, held.has_perm("partners.write")) == (False, (), False)
    assert cast.clients["contributor"].get("/en/account/").status_code == 302
    assert Entry.objects.get().verb == "close_account"
    with pytest.raises(Refused, match="own_role"):
        close_account(by=cast.people["administrator"], person=cast.people["administrator"])


def test_memberships_hold_from_a_day_and_without_another(cast: Cast) -> None:
    person, body = make_person("then@example.org"), cast.organisations["contributor"]
    join(person, body, Role.CONTRIBUTOR, since=date(2024, 1, 10), until=date(2024, 2, 10))
    days = [date(2024, 1, 9), date(2024, 1, 10), date(2024, 2, 9), date(2024, 2, 10)]
    assert [person.memberships.on(day).exists() for day in days] == [False, True, True, False]


def test_the_database_refuses_what_the_rules_forgot(cast: Cast) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        join(cast.people["contributor"], cast.organisations["contributor"], Role.CONTRIBUTOR)
    with pytest.raises(IntegrityError), transaction.atomic():
        join(
            make_person("x@example.org"), cast.organisations["contributor"], Role.CONTRIBUTOR, until=date(2019, 1, 1)
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        make_organisation("A ministry (simulated)", Kind.STATE_BODY, "FRA", simulated=True)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"name": "A ministry", "kind": Kind.STATE_BODY}, "state_missing"),
        ({"name": "A ministry", "kind": Kind.STATE_BODY, "state": "XXX"}, "unknown_state"),
        ({"name": "open door", "kind": Kind.NGO}, "name_taken"),
        ({"name": "A ministry", "kind": Kind.STATE_BODY, "state": "KEN", "simulated": True}, "simulated_state_body"),
    ],
)
def test_organisations_that_cannot_be(cast: Cast, fields: dict[str, str], code: str) -> None:
    with pytest.raises(Refused, match=code):
        found_organisation(by=cast.people["administrator"], **fields)  # type: ignore[arg-type]
    assert not Entry.objects.exists()


def test_an_organisation_is_founded_by_administrators_only(cast: Cast) -> None:
    for role in ("contributor", "focal_point", "moderator"):
        with pytest.raises(Refused, match="not_administrator"):
            found_organisation(by=cast.people[role], name="New", kind=Kind.NGO)
    made = found_organisation(by=cast.people["administrator"], name="Coast guard", kind=Kind.STATE_BODY, state="KEN")
    assert Entry.objects.get().subject == made.identifier


def test_the_operator_makes_the_first_administrator(db: None) -> None:
    body = found_organisation(by=OPERATOR, name="Secretariat", kind=Kind.UN_ENTITY)
    made = create_person(
        by=OPERATOR,
        email="First@Example.org",
        name="First",
        password=PASSWORD,
        organisation=body,
        role=Role.ADMINISTRATOR,
    )
    assert (made.email, made.standing.mfa) == ("first@example.org", False)
    assert [entry.actor for entry in Entry.objects.all()] == ["operator", "operator"]
    with pytest.raises(Refused, match="address_taken"):
        create_person(
            by=OPERATOR, email="FIRST@example.org", name="", password="", organisation=body, role=Role.MODERATOR
        )


def test_everybody_sees_what_is_theirs_and_no_more(cast: Cast) -> None:
    seen = {role: set(for_person(person).organisations) for role, person in cast.people.items()}
    assert seen["contributor"] == seen["moderator"] == set()
    assert seen["focal_point"] == {cast.organisations["focal_point"]}
    assert seen["administrator"] == set(Organisation.objects.all())
    assert set(for_person(cast.people["contributor"]).memberships) == {membership(cast, "contributor")}


def test_yesterdays_membership_is_seen_no_more(cast: Cast) -> None:
    with clock.held(clock.now() - timedelta(days=1)):
        end_membership(by=cast.people["contributor"], membership=membership(cast, "contributor"))
    assert not for_person(cast.people["contributor"]).memberships.exists()
