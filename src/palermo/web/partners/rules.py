"""Who may do what. Pure: a rule takes where somebody stands, and what they ask for, and no database.

Rules come in pairs: `check_may_…` raises `Refused` with a code and a reason, `may_…` says yes or no for the page.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ParamSpec

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

P = ParamSpec("P")


class Role(StrEnum):
    """What somebody does in an organisation. Who has no account is a visitor."""

    CONTRIBUTOR = "contributor"
    FOCAL_POINT = "focal_point"
    MODERATOR = "moderator"
    ADMINISTRATOR = "administrator"


class Kind(StrEnum):
    """The kinds of organisation that the Plan addresses."""

    STATE_BODY = "state_body"
    UN_ENTITY = "un_entity"
    REGIONAL = "regional"
    NGO = "ngo"
    BUSINESS = "business"
    ACADEMIA = "academia"
    MEDIA = "media"


@dataclass(frozen=True, slots=True)
class Post:
    """One role in one organisation, held today."""

    role: Role
    organisation: int
    kind: Kind
    state: str = ""
    simulated: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """Somebody, as the rules see them. `person` is 0 for a visitor; `mfa` whether a second factor is set up."""

    person: int = 0
    posts: tuple[Post, ...] = ()
    mfa: bool = False
    active: bool = True

    def holds(self, *roles: Role) -> bool:
        """Whether one of these roles is held, anywhere."""
        return self.active and any(post.role in roles for post in self.posts)

    def holds_in(self, organisation: int, *roles: Role) -> bool:
        """Whether one of these roles is held in this organisation."""
        return self.active and any(post.organisation == organisation and post.role in roles for post in self.posts)


VISITOR = Standing()


class Refused(PermissionError):  # noqa: N818 -- named for what happened
    """A rule says no. `code` is for machines and tests, `reason` for the person, in their language."""

    def __init__(self, code: str, reason: str | Promise) -> None:
        self.code, self.reason = code, reason
        super().__init__(f"{code}: {reason}")


def may(check: Callable[P, None]) -> Callable[P, bool]:
    """The twin of a check: yes or no, for the page."""

    def answer(*args: P.args, **kwargs: P.kwargs) -> bool:
        try:
            check(*args, **kwargs)
        except Refused:
            return False
        return True

    answer.__doc__ = f"Whether `{check.__name__}` lets it pass."
    return answer


def check_may_write(who: Standing) -> None:
    """Only people with a role write, and only with a second factor set up."""
    if not who.person or not who.active:
        raise Refused("signed_out", _("Sign in first."))
    if not who.holds(*Role):
        raise Refused("no_role", _("You belong to no organisation at present, so you can read only."))
    if not who.mfa:
        raise Refused("second_factor_missing", _("Set up a second factor first: a passkey or an authenticator app."))


def check_role_fits(role: Role, kind: Kind, state: str, *, simulated: bool = False) -> None:
    """A focal point speaks for a State, so only a body of that State can have one. Others keep the register."""
    if role == Role.FOCAL_POINT and (kind != Kind.STATE_BODY or not (state or simulated)):
        raise Refused("focal_point_without_state", _("Only a body of a State can have a focal point."))
    if role in (Role.MODERATOR, Role.ADMINISTRATOR) and kind not in (Kind.UN_ENTITY, Kind.REGIONAL) and not simulated:
        raise Refused(
            "keeper_outside_secretariat", _("Moderators and administrators belong to an international body.")
        )


def check_may_see_people(who: Standing, organisation: int) -> None:
    """People of an organisation are seen by its focal points and by administrators, with a second factor."""
    check_may_write(who)
    if not (who.holds(Role.ADMINISTRATOR) or who.holds_in(organisation, Role.FOCAL_POINT)):
        raise Refused("not_your_organisation", _("You may see the people of your own organisation only."))


def check_may_invite(who: Standing, organisation: int, role: Role) -> None:
    """An administrator invites anybody anywhere; a focal point invites contributors to their own organisation."""
    check_may_write(who)
    if who.holds(Role.ADMINISTRATOR):
        return
    if not who.holds_in(organisation, Role.FOCAL_POINT):
        raise Refused("not_your_organisation", _("You may invite people to your own organisation only."))
    if role != Role.CONTRIBUTOR:
        raise Refused("role_too_high", _("A focal point invites contributors; an administrator gives other roles."))


def check_may_change_role(who: Standing, person: int) -> None:
    """Only an administrator changes roles, and nobody their own."""
    check_may_write(who)
    if not who.holds(Role.ADMINISTRATOR):
        raise Refused("not_administrator", _("Only an administrator changes roles."))
    if who.person == person:
        raise Refused("own_role", _("Nobody changes their own role. Ask another administrator."))


def check_may_end_membership(who: Standing, person: int, organisation: int, role: Role) -> None:
    """Who may invite to a role may end it, and everybody may leave; the last administrator is kept by the action."""
    if who.person and who.person == person:
        return
    check_may_invite(who, organisation, role)


def check_may_found_organisation(who: Standing) -> None:
    """Only an administrator enters an organisation."""
    check_may_write(who)
    if not who.holds(Role.ADMINISTRATOR):
        raise Refused("not_administrator", _("Only an administrator enters an organisation."))


def check_may_issue_token(who: Standing) -> None:
    """A token acts for its person, so it is given to whoever may write, with a second factor."""
    check_may_write(who)


def check_token_reaches(scopes: Collection[str], scope: str) -> None:
    """A token does what it was made for, and nothing else."""
    if scope not in scopes:
        message = gettext(
            "This token was not made for this. Make one with the scope “%(scope)s” on your account page."
        )
        raise Refused("scope_missing", message % {"scope": scope})


def check_may_revoke(who: Standing, owner: int) -> None:
    """Everybody revokes what is theirs; an administrator also what belongs to others."""
    if not who.person or (who.person != owner and not who.holds(Role.ADMINISTRATOR)):
        raise Refused("not_yours", _("You may revoke your own sessions and tokens only."))


def check_may_close(who: Standing, person: int) -> None:
    """Only an administrator closes accounts, and nobody their own."""
    check_may_change_role(who, person)


def check_may_read_log(who: Standing) -> None:
    """The log is read by those who answer for the register, with a second factor: it tells who they are."""
    check_may_write(who)
    if not who.holds(Role.MODERATOR, Role.ADMINISTRATOR):
        raise Refused("not_keeper", _("Only moderators and administrators read the log."))


def check_may_moderate(who: Standing) -> None:
    """Moderators and administrators accept or refuse what others propose."""
    check_may_write(who)
    if not who.holds(Role.MODERATOR, Role.ADMINISTRATOR):
        raise Refused("not_moderator", _("Only a moderator decides on proposals."))


def check_may_speak_for(who: Standing, state: str, *, demo: bool = False) -> None:
    """A focal point speaks for the State of their body; a simulated one for any, in the demonstration only."""
    check_may_write(who)
    posts = [post for post in who.posts if post.role == Role.FOCAL_POINT]
    if not posts:
        raise Refused("not_focal_point", _("Only a focal point speaks for a State."))
    if not any((post.simulated and demo) or (post.state and post.state == state) for post in posts):
        raise Refused("other_state", _("You are the focal point of another State."))


def check_may_accept(*, accepted: bool, withdrawn: bool, expires: datetime, now: datetime) -> None:
    """An invitation opens once, in its time, unless it was withdrawn."""
    if accepted:
        raise Refused("invitation_used", _("This invitation has been used. Sign in instead."))
    if withdrawn:
        raise Refused(
            "invitation_withdrawn", _("This invitation was withdrawn. Ask whoever invited you for another.")
        )
    if now >= expires:
        raise Refused("invitation_expired", _("This invitation has expired. Ask whoever invited you for another."))


def check_is_for(invited: str, signed_in: str) -> None:
    """An invitation is for one address; whoever is signed in under another must sign out first."""
    if signed_in and signed_in.lower() != invited.lower():
        raise Refused("invitation_other_address", _("This invitation is for another address. Sign out first."))


may_write = may(check_may_write)
may_see_people = may(check_may_see_people)
may_invite = may(check_may_invite)
may_change_role = may(check_may_change_role)
may_end_membership = may(check_may_end_membership)
may_found_organisation = may(check_may_found_organisation)
may_issue_token = may(check_may_issue_token)
token_reaches = may(check_token_reaches)
may_revoke = may(check_may_revoke)
may_close = may(check_may_close)
may_read_log = may(check_may_read_log)
may_moderate = may(check_may_moderate)
may_speak_for = may(check_may_speak_for)
may_accept = may(check_may_accept)
is_for = may(check_is_for)
role_fits = may(check_role_fits)
