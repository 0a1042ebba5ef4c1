"""Inviting somebody, taking an invitation back, and accepting one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from palermo.web.audit import clock
from palermo.web.audit.actions import Actor
from palermo.web.partners import keys, rules, tasks
from palermo.web.partners.actions.accounts import keep_new
from palermo.web.partners.actions.asking import ask, log
from palermo.web.partners.actions.memberships import end, keep_an_administrator
from palermo.web.partners.models import Invitation, Membership, Organisation, Person
from palermo.web.partners.queries import is_withdrawn, person_of_address
from palermo.web.partners.rules import Kind, Refused, Role

VALID = timedelta(days=7)


@transaction.atomic
def invite(
    *,
    by: Actor,
    email: str,
    organisation: Organisation,
    role: Role,
    link: Callable[[str], str],
    language: str = "en",
) -> Invitation:
    """Offer a place by mail. `link` makes the address of the key, which is in the mail only and works once in a week.

    An earlier open invitation of the same address to the same organisation ends. Raise `Refused`.
    """
    email = email.strip().lower()
    ask(by, rules.check_may_invite, organisation.pk, role)
    rules.check_role_fits(role, Kind(organisation.kind), organisation.state, simulated=organisation.simulated)
    if organisation.memberships.on(clock.today()).filter(person__email__iexact=email).exists():
        raise Refused("already_member", _("This person belongs to the organisation already."))
    now, key = clock.now(), keys.new_key()
    Organisation.objects.select_for_update().get(pk=organisation.pk)  # of two at once the later one stays open
    _open(organisation).filter(email=email).update(withdrawn=now)
    made = Invitation.objects.create(
        email=email,
        organisation=organisation,
        role=role,
        language=language,
        hash=keys.hashed(key),
        invited_by=by if isinstance(by, Person) else None,
        sent=now,
        expires=now + VALID,
    )
    _post(made, by, link(key))
    log(by, "invite", made.identifier, organisation=organisation.identifier, role=role)
    return made


@transaction.atomic
def withdraw_invitation(*, by: Actor, invitation: Invitation) -> None:
    """Take an open invitation back; raise `Refused` where it was accepted or may not be withdrawn by this person."""
    held = Invitation.objects.select_for_update().get(pk=invitation.pk)
    ask(by, rules.check_may_invite, held.organisation_id, Role(held.role))
    if held.accepted:
        raise Refused("invitation_used", _("This invitation has been accepted already."))
    held.withdrawn = held.withdrawn or clock.now()
    held.save(update_fields=["withdrawn"])
    log(by, "withdraw_invitation", held.identifier, organisation=f"organisation:{held.organisation_id}")


@transaction.atomic
def accept_invitation(*, by: Person | None, key: str, name: str = "", password: str = "") -> Person:
    """Use the key: make the account where the address has none, and the membership. `by` is whoever is signed in.

    Raise `Refused` for a key that is unknown, used, withdrawn or late, for somebody signed in under another address,
    for an address that has an account while nobody is signed in, and where nobody would be left to administer.
    """
    held = Invitation.objects.select_for_update().filter(hash=keys.hashed(key)).first()
    if held is None:
        raise Refused("invitation_unknown", _("There is no such invitation. Copy the whole address from the mail."))
    now = clock.now()
    rules.check_may_accept(accepted=bool(held.accepted), withdrawn=is_withdrawn(held), expires=held.expires, now=now)
    person = _accepting(held, by, name, password)
    for present in held.organisation.memberships.filter(person=person, until=None):
        keep_an_administrator(present)
        end(present)
    made = _join(person, held)
    held.accepted = now
    held.save(update_fields=["accepted"])
    organisation = held.organisation.identifier
    log(
        person,
        "accept_invitation",
        held.identifier,
        membership=made.identifier,
        organisation=organisation,
        role=held.role,
    )
    return person


def _open(organisation: Organisation) -> QuerySet[Invitation]:
    return organisation.invitations.filter(accepted=None, withdrawn=None)


def _accepting(held: Invitation, by: Person | None, name: str, password: str) -> Person:
    """Who accepts: the one signed in, if the invitation is theirs; else a new account."""
    owner = person_of_address(held.email)
    if by is not None:
        rules.check_is_for(held.email, held.email if owner == by else by.email)
        return by
    known = Refused("invitation_sign_in_first", _("You have an account. Sign in, then open the invitation again."))
    if owner is not None:
        raise known
    simulated = settings.PALERMO_DEMO or held.organisation.simulated  # nobody real has an account in a demonstration
    person = Person(email=held.email, name=name.strip(), language=held.language, simulated=simulated)
    person.set_password(password)
    keep_new(person, otherwise=known)  # the mail proved that the address is theirs
    return person


def _join(person: Person, held: Invitation) -> Membership:
    try:
        with transaction.atomic():
            return Membership.objects.create(
                person=person, organisation=held.organisation, role=held.role, since=clock.today()
            )
    except IntegrityError:  # the other of two invitations was accepted in the moment since
        raise Refused("already_member", _("This person belongs to the organisation already.")) from None


def _post(invitation: Invitation, by: Actor, link: str) -> None:
    with translation.override(invitation.language):
        held = {"invitation": invitation, "by": by.label, "link": link}
        tasks.post(
            to=invitation.email,
            subject=gettext("Palermo: invitation to %(organisation)s") % {"organisation": invitation.organisation},
            body=render_to_string("partners/mail/invitation.txt", held),
        )
