"""Many people at once, in a database of their own: `python -m tests.web.partners.writers found|invite|accept`.

`found`: 8 threads enter an organisation of one name. `invite`: 8 threads invite one address to one organisation.
`accept`: 8 threads accept an invitation each, all to one new address. Each prints how every thread ended, sorted, and
then what there is: organisations of that name, open invitations, people of that address.
"""

from __future__ import annotations

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

THREADS = 8
NAME, GUEST = "Harbour Light", "guest@example.org"


def found(_key: str) -> None:
    """Enter the organisation."""
    from palermo.web.audit.actions import OPERATOR
    from palermo.web.partners.actions import found_organisation
    from palermo.web.partners.rules import Kind

    found_organisation(by=OPERATOR, name=NAME, kind=Kind.NGO)


def invite_guest(key: str) -> None:
    """Invite the guest to the first organisation."""
    from palermo.web.audit.actions import OPERATOR
    from palermo.web.partners.actions import invite
    from palermo.web.partners.models import Organisation
    from palermo.web.partners.rules import Role

    held = Organisation.objects.get(name=key or "Body 0")
    invite(by=OPERATOR, email=GUEST, organisation=held, role=Role.CONTRIBUTOR, link=str)


def accept(key: str) -> None:
    """Make the guest's account with this key."""
    from palermo.web.partners.actions import accept_invitation

    accept_invitation(by=None, key=key, name="Guest", password="lanterns over the quiet bay")


def prepare(task: str) -> list[str]:
    """Organisations, and for `accept` an open invitation to each; a key for each thread."""
    from palermo.web.audit.actions import OPERATOR
    from palermo.web.partners.actions import found_organisation, invite
    from palermo.web.partners.rules import Kind, Role

    bodies = [found_organisation(by=OPERATOR, name=f"Body {n}", kind=Kind.NGO) for n in range(THREADS)]
    if task != "accept":
        return [""] * THREADS
    keys: list[str] = []

    def remember(key: str) -> str:
        keys.append(key)
        return key

    for body in bodies:
        invite(by=OPERATOR, email=GUEST, organisation=body, role=Role.CONTRIBUTOR, link=remember)
    return keys


def at_once(task: str, keys: list[str]) -> list[str]:
    """Let all threads begin together; for each the code of its refusal, or `done`."""
    from django.db import connection

    from palermo.web.partners.rules import Refused

    gate = Barrier(THREADS)

    def one(key: str) -> str:
        gate.wait()
        try:
            {"found": found, "invite": invite_guest, "accept": accept}[task](key)
        except Refused as refusal:
            return refusal.code
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(THREADS) as pool:
        return sorted(pool.map(one, keys))


def tally() -> str:
    """Organisations of the name, open invitations, people of the address, and whether the log is one chain."""
    from palermo.web.audit.queries import verify
    from palermo.web.partners.models import Invitation, Organisation, Person

    counts = (
        Organisation.objects.filter(name=NAME).count(),
        Invitation.objects.filter(accepted=None, withdrawn=None).count(),
        Person.objects.filter(email=GUEST).count(),
    )
    return f"{counts} {verify().ok}"


if __name__ == "__main__":
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "palermo.web.config.settings.public")
    django.setup()
    print(" ".join(at_once(sys.argv[1], prepare(sys.argv[1]))), tally(), sep="\n")  # noqa: T201 -- its answer
