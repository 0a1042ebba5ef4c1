"""Who may propose and decide a correction, and what may follow what. Pure, in pairs, each no with a code."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from palermo.web.partners.rules import Refused, Standing, check_may_moderate, check_may_speak_for, may

# From where a correction stands to where it may go. Nothing leaves a decision.
MOVES = {"proposed": frozenset({"accepted", "refused", "withdrawn"})}


def check_may_propose(who: Standing, state: str, *, demo: bool = False) -> None:
    """A focal point proposes corrections to the acts of the State for which they speak."""
    check_may_speak_for(who, state, demo=demo)


def check_may_decide(who: Standing, proposer: int) -> None:
    """A moderator decides, but never on what they proposed themselves."""
    check_may_moderate(who)
    if who.person == proposer:
        raise Refused("own_proposal", _("You proposed this correction. Another moderator decides on it."))


def check_may_withdraw(who: Standing, proposer: int) -> None:
    """Only whoever proposed a correction takes it back."""
    if not who.person or who.person != proposer:
        raise Refused("not_yours", _("Only the person who proposed a correction may withdraw it."))


def check_may_see(who: Standing, proposer: int) -> None:
    """A correction that is not accepted is seen by its proposer and by moderators; to others it does not exist."""
    if who.person != proposer:
        check_may_moderate(who)


def check_can_move(status: str, target: str) -> None:
    """A correction is decided once."""
    if target not in MOVES.get(status, frozenset()):
        raise Refused("already_decided", _("This correction has been decided already. Propose a new one instead."))


may_propose = may(check_may_propose)
may_decide = may(check_may_decide)
may_withdraw = may(check_may_withdraw)
may_see = may(check_may_see)
can_move = may(check_can_move)
