"""The cast: one person for each role, and a client for each, signed in with a second factor set up.

    def test_something(cast):
        answer = cast.clients["moderator"].get("/en/audit/")
        cast.people["contributor"].standing

Roles: stranger (not signed in), contributor (of an NGO), focal_point (of a French body), moderator, administrator.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.test import Client

from palermo.web.partners.actions.demonstration import new_secret
from palermo.web.partners.models import Membership, Organisation, Person
from palermo.web.partners.rules import Kind, Role

ROLES = ("stranger", "contributor", "focal_point", "moderator", "administrator")
PASSWORD = "correct horse battery staple"
SINCE = date(2020, 1, 1)

BODIES = {
    "contributor": ("Open Door", Kind.NGO, ""),
    "focal_point": ("Interministerial mission", Kind.STATE_BODY, "FRA"),
    "moderator": ("The secretariat", Kind.UN_ENTITY, ""),
    "administrator": ("The secretariat", Kind.UN_ENTITY, ""),
}


class Clients(dict[str, Client]):
    """A client for each role, signed in when it is first asked for: most tests ask for one."""

    def __init__(self, people: dict[str, Person]) -> None:
        super().__init__()
        self._people = people

    def __missing__(self, role: str) -> Client:
        if role not in ROLES:
            raise KeyError(role)
        return self.setdefault(role, client_of(self._people.get(role)))


@dataclass(frozen=True)
class Cast:
    """People and clients by role. `stranger` has a client and no person."""

    people: dict[str, Person]
    clients: Clients
    organisations: dict[str, Organisation]


def make_person(email: str, *, name: str = "", **fields: Any) -> Person:
    """Somebody with an account, a password and a verified address, and no role."""
    person = Person(email=email, name=name or email.partition("@")[0].title(), **fields)
    person.set_password(PASSWORD)
    person.save()
    EmailAddress.objects.create(user=person, email=email, verified=True, primary=True)
    return person


def make_organisation(name: str, kind: Kind = Kind.NGO, state: str = "", **fields: Any) -> Organisation:
    """An organisation, the same one for the same name."""
    return Organisation.objects.get_or_create(name=name, defaults={"kind": kind, "state": state, **fields})[0]


def join(person: Person, organisation: Organisation, role: Role, **fields: Any) -> Membership:
    """Make somebody a member; forget what their standing was before."""
    person.__dict__.pop("standing", None)
    return Membership.objects.create(
        person=person, organisation=organisation, role=role, **{"since": SINCE, **fields}
    )


def set_up_second_factor(person: Person) -> str:
    """An authenticator app for this person; gives its secret."""
    secret = new_secret()
    data = {"secret": get_adapter().encrypt(secret)}
    Authenticator.objects.bulk_create(
        [Authenticator(user=person, type=Authenticator.Type.TOTP, data=data)]
    )  # unlogged
    person.__dict__.pop("standing", None)
    return secret


def client_of(person: Person | None) -> Client:
    """A client signed in as this person; nobody's where there is none."""
    client = Client()
    if person is not None:
        client.force_login(person)
    return client


@pytest.fixture
def cast(db: None) -> Cast:
    """One of each."""
    people: dict[str, Person] = {}
    organisations: dict[str, Organisation] = {}
    for role, (name, kind, state) in BODIES.items():
        people[role] = make_person(f"{role}@example.org")
        organisations[role] = make_organisation(name, kind, state)
        join(people[role], organisations[role], Role(role))
        set_up_second_factor(people[role])
    return Cast(people, Clients(people), organisations)
