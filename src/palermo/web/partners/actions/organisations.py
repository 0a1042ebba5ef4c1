"""Entering an organisation."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from palermo.reference import tables
from palermo.web.audit.actions import Actor
from palermo.web.partners.actions.asking import ask, log
from palermo.web.partners.models import Organisation
from palermo.web.partners.rules import Kind, Refused, check_may_found_organisation


@lru_cache(maxsize=2)
def known_states(folder: Path) -> frozenset[str]:
    """The codes of every State in the reference tables; read once, for they change only with a release."""
    return frozenset(state.code for state in tables.read(folder, "states", tables.state))


def check_state(code: str) -> None:
    """Raise `Refused` unless `code` is a State of the catalogue."""
    if code not in known_states(Path(settings.PALERMO_REFERENCE)):
        raise Refused("unknown_state", _("Give the State's code of three letters, for example KEN."))


@transaction.atomic
def found_organisation(*, by: Actor, name: str, kind: Kind, state: str = "", simulated: bool = False) -> Organisation:
    """Enter an organisation; raise `Refused` for an unknown State, a taken name, or a body of no State."""
    ask(by, check_may_found_organisation)
    if state:
        check_state(state)
    if kind == Kind.STATE_BODY and not (state or simulated):
        raise Refused("state_missing", _("A State body belongs to a State. Choose which."))
    if simulated and state:
        raise Refused("simulated_state_body", _("A simulated organisation never belongs to a real State."))
    taken = Refused("name_taken", _("There is an organisation of this name already."))
    if Organisation.objects.filter(name__iexact=name).exists():
        raise taken
    try:
        with transaction.atomic():
            made = Organisation.objects.create(name=name, kind=kind, state=state, simulated=simulated)
    except IntegrityError:  # somebody entered it in the moment since
        raise taken from None
    log(by, "found_organisation", made.identifier, name=name, kind=kind, state=state, simulated=simulated)
    return made
