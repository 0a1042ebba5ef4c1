"""One simulated account for each role, so that a demonstration can be looked at from every side."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
import struct
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from palermo.web.audit.actions import By
from palermo.web.partners.actions.accounts import create_person
from palermo.web.partners.actions.asking import log
from palermo.web.partners.actions.organisations import found_organisation
from palermo.web.partners.models import Organisation, Person
from palermo.web.partners.rules import Kind, Refused, Role

# Invented bodies, none of a real State: in the demonstration, the rules let a simulated focal point act for any.
CAST = (
    (Role.CONTRIBUTOR, "Ada Example", "Lantern House (simulated)", Kind.NGO),
    (Role.FOCAL_POINT, "Farid Example", "National Coordination Office of Exampleland (simulated)", Kind.STATE_BODY),
    (Role.MODERATOR, "Mei Example", "Demonstration Secretariat (simulated)", Kind.UN_ENTITY),
    (Role.ADMINISTRATOR, "Amara Example", "Demonstration Secretariat (simulated)", Kind.UN_ENTITY),
)
DOMAIN = "demo.example"  # a name that can belong to nobody (RFC 2606)
STEP_SECONDS = 30


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """How to sign in as one of the simulated people."""

    role: Role
    name: str
    email: str
    password: str
    secret: str

    def code(self, at: datetime) -> str:
        """What an authenticator app shows at this moment (RFC 6238: SHA-1, six digits, thirty seconds)."""
        counter = struct.pack(">Q", int(at.timestamp()) // STEP_SECONDS)
        digest = hmac.new(base64.b32decode(self.secret), counter, hashlib.sha1).digest()
        start = digest[-1] & 0x0F
        return f"{(struct.unpack('>I', digest[start : start + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


def new_secret() -> str:
    """160 bits, as authenticator apps want them."""
    return base64.b32encode(secrets.token_bytes(20)).decode("ascii")


@transaction.atomic
def create_demo_accounts(*, by: By, password_source: Callable[[], str]) -> tuple[DemoAccount, ...]:
    """Make one simulated account for each role, or give those that are there a new password; tell how to sign in.

    Raise `Refused` outside the demonstration: accounts whose passwords are printed have no place in a service.
    """
    if not settings.PALERMO_DEMO:
        raise Refused("not_demo", _("Simulated accounts are for the demonstration only. Set PALERMO_DEMO=1."))
    return tuple(_account(by, *part, password_source()) for part in CAST)


def _account(by: By, role: Role, name: str, body: str, kind: Kind, password: str) -> DemoAccount:
    email = f"{role.value.replace('_', '.')}@{DOMAIN}"
    person = Person.objects.filter(email=email).first()
    if person is None:
        organisation = Organisation.objects.filter(name=body).first()
        if organisation is None:
            organisation = found_organisation(by=by, name=body, kind=kind, simulated=True)
        person = create_person(
            by=by, email=email, name=name, password=password, organisation=organisation, role=role, simulated=True
        )
    else:
        person.set_password(password)
        person.save(update_fields=["password"])
        log(by, "renew_demo_password", person.identifier)
    return DemoAccount(role, name, email, password, _authenticator_secret(person))


def _authenticator_secret(person: Person) -> str:
    """The secret of the person's authenticator app; set up now where there is none."""
    held = Authenticator.objects.filter(user=person, type=Authenticator.Type.TOTP).first()
    if held is not None:
        return str(get_adapter().decrypt(held.data["secret"]))
    secret = new_secret()
    Authenticator.objects.create(
        user=person, type=Authenticator.Type.TOTP, data={"secret": get_adapter().encrypt(secret)}
    )
    return secret
