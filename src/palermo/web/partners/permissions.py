"""The rules under names, for `has_perm` and the `rules` package: `person.has_perm("treaties.moderate")`.

A permission needs an object where its rule does: an organisation's number, a State's code.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import rules as registry_module
from django.conf import settings

from palermo.web.partners import rules
from palermo.web.partners.rules import Standing

registry: Any = registry_module  # the package ships no types

NAMED: dict[str, Callable[[Standing, Any], bool]] = {
    "audit.read": lambda who, _: rules.may_read_log(who),
    "partners.write": lambda who, _: rules.may_write(who),
    "partners.see_people": lambda who, organisation: rules.may_see_people(who, organisation),
    "partners.invite": lambda who, organisation: rules.may_invite(who, organisation, rules.Role.CONTRIBUTOR),
    "partners.found_organisation": lambda who, _: rules.may_found_organisation(who),
    "partners.issue_token": lambda who, _: rules.may_issue_token(who),
    "partners.speak_for": lambda who, state: rules.may_speak_for(who, state, demo=settings.PALERMO_DEMO),
    "partners.moderate": lambda who, _: rules.may_moderate(who),
}


def register() -> None:
    """Give each rule to the `rules` package under its name."""
    for name, decide in NAMED.items():
        registry.set_perm(name, _predicate(name, decide))


def permitted(name: str, user: Any, subject: Any = None) -> bool:
    """Whether the rule of this name lets it pass; no for a name that nobody registered."""
    return bool(registry.has_perm(name, user, subject)) if registry.perm_exists(name) else False


def standing(user: Any) -> Standing:
    """Where a person, or whoever is not signed in, stands."""
    held: Standing = getattr(user, "standing", rules.VISITOR)
    return held


def _predicate(name: str, decide: Callable[[Standing, Any], bool]) -> Any:
    @registry.predicate(name=name)  # type: ignore[untyped-decorator]
    def test(user: Any, subject: Any = None) -> bool:
        return decide(standing(user), subject)

    return test
