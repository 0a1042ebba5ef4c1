"""Changing what somebody does in an organisation, and ending it."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from palermo.web.audit import clock
from palermo.web.audit.actions import Actor
from palermo.web.partners import rules
from palermo.web.partners.actions.asking import ask, log
from palermo.web.partners.models import Invitation, Membership
from palermo.web.partners.rules import Kind, Refused, Role


@transaction.atomic
def change_role(*, by: Actor, membership: Membership, role: Role) -> Membership:
    """Give somebody another role: the old membership ends today and a new one begins, so that history stays.

    Raise `Refused` where it is not allowed, where the role does not fit the organisation, or where nobody would be
    left to administer.
    """
    held = _locked(membership)
    ask(by, rules.check_may_change_role, held.person_id)
    body = held.organisation
    rules.check_role_fits(role, Kind(body.kind), body.state, simulated=body.simulated)
    if role == held.role:
        raise Refused("same_role", _("This person holds this role already."))
    keep_an_administrator(held)
    was = held.role
    end(held)
    made = Membership.objects.create(person=held.person, organisation=body, role=role, since=clock.today())
    log(by, "change_role", made.identifier, person=held.person.identifier, was=was, role=role)
    return made


@transaction.atomic
def end_membership(*, by: Actor, membership: Membership) -> None:
    """End a membership today, and the invitations that its holder has open for the organisation. Raise `Refused`."""
    held = _locked(membership)
    ask(by, rules.check_may_end_membership, held.person_id, held.organisation_id, Role(held.role))
    keep_an_administrator(held)
    end(held)
    withdrawn = Invitation.objects.filter(
        invited_by=held.person_id, organisation=held.organisation_id, accepted=None, withdrawn=None
    ).update(withdrawn=clock.now())
    log(by, "end_membership", held.identifier, person=held.person.identifier, invitations_withdrawn=withdrawn)


def _locked(membership: Membership) -> Membership:
    """The membership as it is now, locked against others who change it."""
    held = (
        Membership.objects.select_for_update(of=("self",))
        .select_related("organisation", "person")
        .get(pk=membership.pk)
    )
    if held.until is not None:
        raise Refused("membership_ended", _("This membership has ended already."))
    return held


def end(membership: Membership) -> None:
    """End a membership today."""
    membership.until = clock.today()
    membership.save(update_fields=["until"])
    membership.person.__dict__.pop("standing", None)


def keep_an_administrator(leaving: Membership) -> None:
    """Somebody must always be able to give roles. All administrators are locked, so that two cannot leave at once."""
    if leaving.role != Role.ADMINISTRATOR:
        return
    others = Membership.objects.select_for_update().filter(role=Role.ADMINISTRATOR, until=None)
    if not [held for held in others.select_related("person") if held.pk != leaving.pk and held.person.is_active]:
        raise Refused(
            "last_administrator", _("This is the last administrator. Give the role to somebody else first.")
        )
