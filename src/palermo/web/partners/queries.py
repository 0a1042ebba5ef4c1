"""Reads of the room: what one person may see of it, and whose token this is."""

from __future__ import annotations

from dataclasses import dataclass

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db.models import Q, QuerySet

from palermo.web.audit import clock
from palermo.web.partners import keys
from palermo.web.partners.models import Invitation, Membership, Organisation, Person, Token
from palermo.web.partners.rules import Role, check_token_reaches, may_invite


@dataclass(frozen=True)
class Scope:
    """Everything of this room that one person may see, and nothing else. Views look things up in here only."""

    person: Person

    @property
    def organisations(self) -> QuerySet[Organisation]:
        """Organisations whose people this person may see: all for an administrator, else those they speak for.

        None without a second factor: to know who keeps the register is worth as much to some as to write in it.
        """
        if not self.person.standing.mfa:
            return Organisation.objects.none()
        if self.person.standing.holds(Role.ADMINISTRATOR):
            return Organisation.objects.all()
        mine = [post.organisation for post in self.person.standing.posts if post.role == Role.FOCAL_POINT]
        return Organisation.objects.filter(pk__in=mine)

    @property
    def memberships(self) -> QuerySet[Membership]:
        """Present memberships in those organisations, and one's own."""
        seen = Q(organisation__in=self.organisations) | Q(person=self.person)
        return (
            Membership.objects.on(clock.today()).filter(seen).select_related("person", "organisation").order_by("pk")
        )

    @property
    def invitations(self) -> QuerySet[Invitation]:
        """Open invitations to those organisations."""
        open_ones = Invitation.objects.filter(accepted=None, withdrawn=None, expires__gt=clock.now())
        return open_ones.filter(organisation__in=self.organisations).select_related("organisation")

    @property
    def tokens(self) -> QuerySet[Token]:
        """One's own tokens that still work."""
        return self.person.tokens.filter(revoked=None, expires__gt=clock.now())

    @property
    def sessions(self) -> QuerySet[UserSession]:
        """One's own sessions."""
        found: QuerySet[UserSession] = UserSession.objects.filter(user=self.person).order_by("-last_seen_at")
        return found

    @property
    def authenticators(self) -> QuerySet[Authenticator]:
        """One's own second factors and recovery codes."""
        found: QuerySet[Authenticator] = Authenticator.objects.filter(user=self.person).order_by("created_at")
        return found


def for_person(person: Person) -> Scope:
    """What this person may see."""
    return Scope(person)


def person_of_token(text: str, scope: str) -> Person | None:
    """Whose token this is, if it still works; notes the day of its last use, once a day.

    Raise `Refused` where it works and was not made for `scope`.
    """
    today, now = clock.today(), clock.now()
    held = (
        Token.objects.select_related("person").filter(hash=keys.hashed(text), revoked=None, expires__gt=now).first()
    )
    if held is None or not held.person.is_active:
        return None
    check_token_reaches(held.scopes, scope)
    if held.last_used != today:
        Token.objects.filter(pk=held.pk).update(last_used=today)
    return held.person


def person_of_address(email: str) -> Person | None:
    """Whose account this address belongs to, as the first or as a further one that they have confirmed."""
    confirmed = EmailAddress.objects.filter(email__iexact=email, verified=True).values("user")
    return Person.objects.filter(Q(email__iexact=email) | Q(pk__in=confirmed)).first()


def is_withdrawn(invitation: Invitation) -> bool:
    """Whether it was taken back, or whoever sent it could not send it today: what they lost, their guests lose."""
    if invitation.withdrawn or invitation.invited_by is None:
        return bool(invitation.withdrawn)
    return not may_invite(invitation.invited_by.standing, invitation.organisation_id, Role(invitation.role))


def invitation_of_key(key: str) -> Invitation | None:
    """The invitation that this key opens, used or late ones too, so that the page can say what is the matter."""
    return Invitation.objects.select_related("organisation", "invited_by").filter(hash=keys.hashed(key)).first()
