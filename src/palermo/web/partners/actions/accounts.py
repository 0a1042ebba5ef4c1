"""Accounts: one's own profile, accounts made at the command line, and closing an account."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from palermo.web.audit import clock
from palermo.web.audit.actions import Actor, By
from palermo.web.partners import rules
from palermo.web.partners.actions.asking import ask, log
from palermo.web.partners.models import Membership, Organisation, Person
from palermo.web.partners.queries import person_of_address
from palermo.web.partners.rules import Kind, Refused, Role


@transaction.atomic
def change_profile(*, by: Person, name: str, language: str) -> None:
    """Change one's own name and language; raise `Refused` for a language that the interface has not."""
    if language not in dict(settings.LANGUAGES):
        raise Refused("unknown_language", _("Choose one of the languages of the list."))
    changed = [field for field, value in (("name", name), ("language", language)) if getattr(by, field) != value]
    by.name, by.language = name, language
    by.save(update_fields=["name", "language"])
    log(by, "change_profile", by.identifier, fields=changed)


@transaction.atomic
def create_person(
    *, by: By, email: str, name: str, password: str, organisation: Organisation, role: Role, simulated: bool = False
) -> Person:
    """Make an account without an invitation: the operator's way to the first administrator. Raise `Refused`."""
    rules.check_role_fits(role, Kind(organisation.kind), organisation.state, simulated=organisation.simulated)
    email = email.strip().lower()
    taken = Refused("address_taken", _("There is an account with this address already."))
    if person_of_address(email) is not None:
        raise taken
    person = Person(email=email, name=name, simulated=simulated)
    person.set_password(password)
    keep_new(person, otherwise=taken)
    Membership.objects.create(person=person, organisation=organisation, role=role, since=clock.today())
    log(by, "create_person", person.identifier, organisation=organisation.identifier, role=role, simulated=simulated)
    return person


def keep_new(person: Person, *, otherwise: Refused) -> None:
    """Save a new account with its address; raise `otherwise` where somebody took the address in the moment since."""
    try:
        with transaction.atomic():
            person.save()
            EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    except IntegrityError:
        raise otherwise from None


@transaction.atomic
def close_account(*, by: Actor, person: Person) -> None:
    """Lock somebody out everywhere: memberships, tokens and sessions end, sign-in is refused. Raise `Refused`."""
    ask(by, rules.check_may_close, person.pk)
    held = Person.objects.select_for_update().get(pk=person.pk)
    if rules.Role.ADMINISTRATOR in held.memberships.filter(until=None).values_list("role", flat=True):
        raise Refused("administrator", _("Give an administrator another role before closing the account."))
    held.is_active = False
    held.save(update_fields=["is_active"])
    held.memberships.filter(until=None).update(until=clock.today())
    held.tokens.filter(revoked=None).update(revoked=clock.now())
    for session in UserSession.objects.filter(user=held):
        session.end()
    log(by, "close_account", held.identifier)
