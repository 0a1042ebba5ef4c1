"""The rules, read as tables: who, asking for what, hears which answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from palermo.web.partners import rules
from palermo.web.partners.rules import VISITOR, Kind, Post, Refused, Role, Standing

HERE, ELSEWHERE = 1, 2


def standing(
    role: Role | None, *, mfa: bool = True, active: bool = True, state: str = "", simulated: bool = False
) -> Standing:
    posts = (Post(role, HERE, Kind.STATE_BODY, state, simulated),) if role else ()
    return Standing(person=7, posts=posts, mfa=mfa, active=active)


CONTRIBUTOR, MODERATOR, ADMINISTRATOR = (
    standing(role) for role in (Role.CONTRIBUTOR, Role.MODERATOR, Role.ADMINISTRATOR)
)
FOCAL_POINT = standing(Role.FOCAL_POINT, state="FRA")


def answer(check: Callable[..., None], *args: Any, **kwargs: Any) -> str:
    """The code of the refusal, empty where it passes."""
    try:
        check(*args, **kwargs)
    except Refused as refused:
        return refused.code
    return ""


@pytest.mark.parametrize(
    ("who", "code"),
    [
        (VISITOR, "signed_out"),
        (standing(Role.CONTRIBUTOR, active=False), "signed_out"),
        (standing(None), "no_role"),
        (standing(Role.CONTRIBUTOR, mfa=False), "second_factor_missing"),
        (standing(Role.FOCAL_POINT, mfa=False), "second_factor_missing"),
        (standing(Role.MODERATOR, mfa=False), "second_factor_missing"),
        (standing(Role.ADMINISTRATOR, mfa=False), "second_factor_missing"),
        (CONTRIBUTOR, ""),
    ],
)
def test_write(who: Standing, code: str) -> None:
    assert answer(rules.check_may_write, who) == code
    assert rules.may_write(who) is (code == "")


@pytest.mark.parametrize(
    ("scopes", "scope", "code"),
    [(["read"], "read", ""), (["read", "write"], "write", ""), (["read"], "write", "scope_missing"),
     ([], "read", "scope_missing"), (["reads"], "read", "scope_missing")],
)  # fmt: skip
def test_a_token_reaches_what_it_was_made_for(scopes: list[str], scope: str, code: str) -> None:
    assert answer(rules.check_token_reaches, scopes, scope) == code
    assert rules.token_reaches(scopes, scope) is (code == "")


@pytest.mark.parametrize(
    ("who", "organisation", "role", "code"),
    [
        (VISITOR, HERE, Role.CONTRIBUTOR, "signed_out"),
        (CONTRIBUTOR, HERE, Role.CONTRIBUTOR, "not_your_organisation"),
        (MODERATOR, HERE, Role.CONTRIBUTOR, "not_your_organisation"),
        (FOCAL_POINT, HERE, Role.CONTRIBUTOR, ""),
        (FOCAL_POINT, ELSEWHERE, Role.CONTRIBUTOR, "not_your_organisation"),
        (FOCAL_POINT, HERE, Role.FOCAL_POINT, "role_too_high"),
        (FOCAL_POINT, HERE, Role.ADMINISTRATOR, "role_too_high"),
        (ADMINISTRATOR, ELSEWHERE, Role.ADMINISTRATOR, ""),
        (standing(Role.ADMINISTRATOR, mfa=False), HERE, Role.CONTRIBUTOR, "second_factor_missing"),
    ],
)
def test_invite(who: Standing, organisation: int, role: Role, code: str) -> None:
    assert answer(rules.check_may_invite, who, organisation, role) == code
    assert rules.may_invite(who, organisation, role) is (code == "")


@pytest.mark.parametrize(
    ("who", "person", "code"),
    [
        (CONTRIBUTOR, 8, "not_administrator"),
        (FOCAL_POINT, 8, "not_administrator"),
        (MODERATOR, 8, "not_administrator"),
        (ADMINISTRATOR, 8, ""),
        (ADMINISTRATOR, 7, "own_role"),
    ],
)
def test_change_role_and_close_account(who: Standing, person: int, code: str) -> None:
    assert answer(rules.check_may_change_role, who, person) == code
    assert answer(rules.check_may_close, who, person) == code


@pytest.mark.parametrize(
    ("who", "person", "role", "code"),
    [
        (CONTRIBUTOR, 7, Role.CONTRIBUTOR, ""),
        (CONTRIBUTOR, 8, Role.CONTRIBUTOR, "not_your_organisation"),
        (FOCAL_POINT, 8, Role.CONTRIBUTOR, ""),
        (FOCAL_POINT, 8, Role.FOCAL_POINT, "role_too_high"),
        (ADMINISTRATOR, 8, Role.FOCAL_POINT, ""),
        (VISITOR, 0, Role.CONTRIBUTOR, "signed_out"),
    ],
)
def test_end_membership(who: Standing, person: int, role: Role, code: str) -> None:
    assert answer(rules.check_may_end_membership, who, person, HERE, role) == code


@pytest.mark.parametrize(
    ("who", "organisation", "sees"),
    [
        (VISITOR, HERE, False),
        (CONTRIBUTOR, HERE, False),
        (MODERATOR, HERE, False),
        (FOCAL_POINT, HERE, True),
        (FOCAL_POINT, ELSEWHERE, False),
        (ADMINISTRATOR, ELSEWHERE, True),
        (standing(Role.ADMINISTRATOR, active=False), HERE, False),
    ],
)
def test_see_people(who: Standing, organisation: int, sees: bool) -> None:
    assert rules.may_see_people(who, organisation) is sees


@pytest.mark.parametrize(
    ("who", "reads", "moderates", "founds"),
    [
        (VISITOR, False, False, False),
        (CONTRIBUTOR, False, False, False),
        (FOCAL_POINT, False, False, False),
        (MODERATOR, True, True, False),
        (ADMINISTRATOR, True, True, True),
        (standing(Role.MODERATOR, mfa=False), False, False, False),
    ],
)
def test_keep_the_register(who: Standing, reads: bool, moderates: bool, founds: bool) -> None:
    assert rules.may_read_log(who) is reads
    assert rules.may_moderate(who) is moderates
    assert rules.may_found_organisation(who) is founds


@pytest.mark.parametrize(
    ("who", "state", "demo", "code"),
    [
        (FOCAL_POINT, "FRA", False, ""),
        (FOCAL_POINT, "DEU", False, "other_state"),
        (FOCAL_POINT, "DEU", True, "other_state"),
        (FOCAL_POINT, "", False, "other_state"),
        (standing(Role.FOCAL_POINT, state="FRA", mfa=False), "FRA", False, "second_factor_missing"),
        (CONTRIBUTOR, "FRA", False, "not_focal_point"),
        (MODERATOR, "FRA", False, "not_focal_point"),
        (standing(Role.FOCAL_POINT, simulated=True), "FRA", False, "other_state"),
        (standing(Role.FOCAL_POINT, simulated=True), "FRA", True, ""),
    ],
)
def test_speak_for_a_state(who: Standing, state: str, demo: bool, code: str) -> None:
    assert answer(rules.check_may_speak_for, who, state, demo=demo) == code
    assert rules.may_speak_for(who, state, demo=demo) is (code == "")


@pytest.mark.parametrize(
    ("role", "kind", "state", "simulated", "code"),
    [
        (Role.CONTRIBUTOR, Kind.MEDIA, "", False, ""),
        (Role.FOCAL_POINT, Kind.STATE_BODY, "FRA", False, ""),
        (Role.FOCAL_POINT, Kind.STATE_BODY, "", False, "focal_point_without_state"),
        (Role.FOCAL_POINT, Kind.STATE_BODY, "", True, ""),
        (Role.FOCAL_POINT, Kind.NGO, "FRA", False, "focal_point_without_state"),
        (Role.MODERATOR, Kind.UN_ENTITY, "", False, ""),
        (Role.ADMINISTRATOR, Kind.REGIONAL, "", False, ""),
        (Role.ADMINISTRATOR, Kind.STATE_BODY, "FRA", False, "keeper_outside_secretariat"),
        (Role.MODERATOR, Kind.BUSINESS, "", False, "keeper_outside_secretariat"),
    ],
)
def test_a_role_fits_an_organisation(role: Role, kind: Kind, state: str, simulated: bool, code: str) -> None:
    assert answer(rules.check_role_fits, role, kind, state, simulated=simulated) == code


@pytest.mark.parametrize(
    ("who", "owner", "code"),
    [(VISITOR, 0, "not_yours"), (CONTRIBUTOR, 7, ""), (CONTRIBUTOR, 8, "not_yours"), (ADMINISTRATOR, 8, "")],
)
def test_revoke(who: Standing, owner: int, code: str) -> None:
    assert answer(rules.check_may_revoke, who, owner) == code


@pytest.mark.parametrize(
    ("accepted", "withdrawn", "minutes_left", "code"),
    [
        (False, False, 1, ""),
        (True, False, 1, "invitation_used"),
        (False, True, 1, "invitation_withdrawn"),
        (False, False, 0, "invitation_expired"),
        (False, False, -1, "invitation_expired"),
    ],
)
def test_accept(accepted: bool, withdrawn: bool, minutes_left: int, code: str) -> None:
    now = datetime(2026, 3, 1, tzinfo=UTC)
    expires = now + timedelta(minutes=minutes_left)
    found = answer(rules.check_may_accept, accepted=accepted, withdrawn=withdrawn, expires=expires, now=now)
    assert found == code


def test_an_invitation_is_for_one_address_whatever_its_case() -> None:
    assert rules.is_for("ada@example.org", "Ada@Example.org")
    assert rules.is_for("ada@example.org", "")
    assert not rules.is_for("ada@example.org", "eve@example.org")


def test_a_refusal_has_a_code_and_a_reason() -> None:
    with pytest.raises(Refused, match="not_administrator: Only an administrator") as caught:
        rules.check_may_found_organisation(CONTRIBUTOR)
    assert str(caught.value.reason) == "Only an administrator enters an organisation."
