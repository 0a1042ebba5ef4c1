"""Who may do what with a correction, as a table: who asks × what for × the code of the answer. Blank means yes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import product

import pytest

from palermo.reference import ActKind, PartialDate
from palermo.web.partners.rules import VISITOR, Kind, Post, Refused, Role, Standing
from palermo.web.treaties import rules
from palermo.web.treaties.models import Correction

ME, OTHER = 7, 8


def standing(role: Role | None, kind: Kind = Kind.NGO, state: str = "", **fields: object) -> Standing:
    posts = (Post(role, 1, kind, state, bool(fields.pop("simulated", False))),) if role else ()
    return Standing(**{"person": ME, "posts": posts, "mfa": True, **fields})  # type: ignore[arg-type]


FRANCE = standing(Role.FOCAL_POINT, Kind.STATE_BODY, "FRA")
WHO = {
    "visitor": VISITOR,
    "nobody": standing(None),
    "contributor": standing(Role.CONTRIBUTOR),
    "France": FRANCE,
    "France without a factor": standing(Role.FOCAL_POINT, Kind.STATE_BODY, "FRA", mfa=False),
    "France, closed": standing(Role.FOCAL_POINT, Kind.STATE_BODY, "FRA", active=False),
    "simulated": standing(Role.FOCAL_POINT, Kind.STATE_BODY, "", simulated=True),
    "moderator": standing(Role.MODERATOR, Kind.UN_ENTITY),
    "administrator": standing(Role.ADMINISTRATOR, Kind.UN_ENTITY),
    "moderator without a factor": standing(Role.MODERATOR, Kind.UN_ENTITY, mfa=False),
}
# propose for France, for Germany; decide on another's, on their own; withdraw theirs, another's; see another's
TABLE = {
    "visitor": ("signed_out", "signed_out", "signed_out", "signed_out", "not_yours", "not_yours", "signed_out"),
    "nobody": ("no_role", "no_role", "no_role", "no_role", "", "not_yours", "no_role"),
    "contributor": (
        "not_focal_point", "not_focal_point", "not_moderator", "not_moderator", "", "not_yours", "not_moderator",
    ),
    "France": ("", "other_state", "not_moderator", "not_moderator", "", "not_yours", "not_moderator"),
    "France without a factor": (*["second_factor_missing"] * 4, "", "not_yours", "second_factor_missing"),
    "France, closed": (*["signed_out"] * 4, "", "not_yours", "signed_out"),
    "simulated": ("other_state", "other_state", "not_moderator", "not_moderator", "", "not_yours", "not_moderator"),
    "moderator": ("not_focal_point", "not_focal_point", "", "own_proposal", "", "not_yours", ""),
    "administrator": ("not_focal_point", "not_focal_point", "", "own_proposal", "", "not_yours", ""),
    "moderator without a factor": (*["second_factor_missing"] * 4, "", "not_yours", "second_factor_missing"),
}  # fmt: skip
ASKED = (
    ("propose", rules.check_may_propose, rules.may_propose, "FRA"),
    ("propose elsewhere", rules.check_may_propose, rules.may_propose, "DEU"),
    ("decide", rules.check_may_decide, rules.may_decide, OTHER),
    ("decide on their own", rules.check_may_decide, rules.may_decide, ME),
    ("withdraw", rules.check_may_withdraw, rules.may_withdraw, ME),
    ("withdraw another's", rules.check_may_withdraw, rules.may_withdraw, OTHER),
    ("see", rules.check_may_see, rules.may_see, OTHER),
)


def answer(check: object, who: Standing, about: object) -> str:
    """The code with which a check refuses; blank where it lets pass."""
    try:
        check(who, about)  # type: ignore[operator]
    except Refused as refusal:
        return refusal.code
    return ""


@pytest.mark.parametrize("who", WHO)
def test_who_may(who: str) -> None:
    for (what, check, twin, about), code in zip(ASKED, TABLE[who], strict=True):
        assert answer(check, WHO[who], about) == code, f"{who}, {what}"
        assert twin(WHO[who], about) is not bool(code), f"{who}, {what}: the twin says otherwise"  # type: ignore[operator]


def test_everybody_sees_what_they_proposed_themselves() -> None:
    assert all(rules.may_see(who, who.person) for who in WHO.values() if who.person)


def test_a_visitor_is_not_taken_for_the_proposer_of_what_nobody_proposed() -> None:
    assert not rules.may_withdraw(VISITOR, 0)


def test_a_simulated_body_speaks_for_any_state_in_the_demonstration_and_nowhere_else() -> None:
    assert rules.may_propose(WHO["simulated"], "DEU", demo=True)
    assert not rules.may_propose(WHO["simulated"], "DEU", demo=False)
    assert not rules.may_propose(FRANCE, "DEU", demo=True)


def test_a_body_without_a_state_speaks_for_no_state() -> None:
    assert not rules.may_propose(standing(Role.FOCAL_POINT, Kind.STATE_BODY, ""), "")


ALLOWED = {("proposed", "accepted"), ("proposed", "refused"), ("proposed", "withdrawn")}


@pytest.mark.parametrize(("status", "target"), list(product([*Correction.State.values, "", "gone"], repeat=2)))
def test_a_correction_is_decided_once_and_nothing_leaves_a_decision(status: str, target: str) -> None:
    assert rules.can_move(status, target) is ((status, target) in ALLOWED)
    if (status, target) not in ALLOWED:
        with pytest.raises(Refused) as refusal:
            rules.check_can_move(status, target)
        assert refusal.value.code == "already_decided"


def refusal(check: Callable[..., None], *values: object) -> str:
    try:
        check(*values)
    except Refused as refused:
        return refused.code
    return ""


@pytest.mark.parametrize(
    ("when", "code"),
    [("1899", "before_adoption"), ("2000-11-14", "before_adoption"), ("2000-10", "before_adoption"),
     ("2000-11-15", ""), ("2000-11", ""), ("2000", ""), ("2030-01-01", "")],
)  # fmt: skip
def test_nothing_is_dated_before_the_instrument(when: str, code: str) -> None:
    values = (PartialDate.parse(when), date(2000, 11, 15))
    assert refusal(rules.check_may_be_dated, *values) == code
    assert rules.may_be_dated(*values) is not bool(code)


@pytest.mark.parametrize(
    ("kind", "when", "effect", "code"),
    [
        ("ratification", "2002-10-29", "2002-10-28", "effect_before_act"),
        ("ratification", "2002-10-29", "2002-10-29", ""),
        ("ratification", "2002-10-29", "2002", ""),
        ("ratification", "2002", "2002-01-01", ""),
        ("ratification", "2002", "2001", "effect_before_act"),
        ("denunciation", "2002-10", "2002-09-30", "effect_before_act"),
        ("succession", "2002-10-29", "1990-01-01", ""),
        ("ratification", "", "1990", ""),
        ("ratification", "2002", "", ""),
    ],
)
def test_only_a_succession_takes_effect_before_its_day(kind: str, when: str, effect: str, code: str) -> None:
    days = [PartialDate.parse(text) if text else None for text in (when, effect)]
    assert refusal(rules.check_may_take_effect, ActKind(kind), *days) == code
    assert rules.may_take_effect(ActKind(kind), *days) is not bool(code)


def test_the_second_of_two_alike_is_refused_with_the_number_of_the_first() -> None:
    assert rules.is_new(None)
    assert not rules.is_new(12)
    with pytest.raises(rules.AlreadyProposed) as refused:
        rules.check_is_new(12)
    assert (refused.value.code, refused.value.number) == ("already_proposed", 12)
    assert "12" in str(refused.value.reason)


def test_every_move_is_between_states_that_there_are() -> None:
    named = set(rules.MOVES) | {target for targets in rules.MOVES.values() for target in targets}
    assert named == set(Correction.State.values)
