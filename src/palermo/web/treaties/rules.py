"""Who may propose and decide a correction, what it may say, and what may follow what.

Pure, in pairs, each no with a code.
"""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from palermo.reference import ActKind, PartialDate
from palermo.web.partners.rules import (
    Refused,
    Role,
    Standing,
    check_may_moderate,
    check_may_speak_for,
    check_may_write,
    may,
)

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


def check_may_import(who: Standing) -> None:
    """An import writes acts of every State, so that only those who keep the register accept one."""
    check_may_write(who)
    if not who.holds(Role.MODERATOR, Role.ADMINISTRATOR):
        raise Refused("not_keeper", _("Only moderators and administrators accept an import."))


def check_may_be_dated(when: PartialDate, adopted: date) -> None:
    """Nothing was done under an instrument before there was one; nor does any source speak of it."""
    if when.latest < adopted:
        message = gettext("%(when)s is too early: the instrument was adopted on %(adopted)s.")
        raise Refused("before_adoption", message % {"when": when, "adopted": adopted})


def check_may_take_effect(kind: ActKind, when: PartialDate | None, effect: PartialDate | None) -> None:
    """An act takes effect on its day or later. Only a succession reaches back, to the day of independence."""
    if when and effect and kind is not ActKind.SUCCESSION and effect.latest < when.earliest:
        message = gettext(
            "%(effect)s is before the day of the act, %(when)s. Only a succession takes effect earlier."
        )
        raise Refused("effect_before_act", message % {"effect": effect, "when": when})


class AlreadyProposed(Refused):
    """The same correction waits for its decision; `number` is the first's."""

    def __init__(self, number: int) -> None:
        self.number = number
        message = gettext("You have proposed the same already: correction %(number)d waits for its decision.")
        super().__init__("already_proposed", message % {"number": number})


def check_is_new(first: int | None) -> None:
    """Nobody asks twice for the same while the first is open. `first` is the number of that one, if there is one."""
    if first is not None:
        raise AlreadyProposed(first)


def check_can_move(status: str, target: str) -> None:
    """A correction is decided once."""
    if target not in MOVES.get(status, frozenset()):
        raise Refused("already_decided", _("This correction has been decided already. Propose a new one instead."))


may_propose = may(check_may_propose)
may_decide = may(check_may_decide)
may_withdraw = may(check_may_withdraw)
may_see = may(check_may_see)
may_import = may(check_may_import)
may_be_dated = may(check_may_be_dated)
may_take_effect = may(check_may_take_effect)
is_new = may(check_is_new)
can_move = may(check_can_move)
