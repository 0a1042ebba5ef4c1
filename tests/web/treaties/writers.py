"""Many at once, in a database of their own: `python -m tests.web.treaties.writers imports|rivals|tally`.

`imports`: 16 threads accept an import each, of one act and one replaced entry or none. `rivals`: 16 threads accept
one each of 16 corrections of the same entry, and print how each ended. `tally`: print what the register holds.
"""

from __future__ import annotations

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

THREADS = 16
ENTRY = "TIP.FRA.ratification.2002-10-29"


def imports(number: int) -> str:
    """One import of one act, from a source of its own."""
    from dataclasses import replace

    from tests.web.treaties.invented import SOURCE, accept, act

    source = replace(SOURCE, code=f"invented-{number}")
    accept(
        act(f"TIP FRA declaration 2020-01-{number + 1:02}", source=source.code), reaches={"TIP": "all"}, source=source
    )
    return "written"


def rivals(number: int) -> str:
    """One moderator accepts one of the rival corrections."""
    from palermo.web.partners.models import Person
    from palermo.web.partners.rules import Refused
    from palermo.web.treaties import actions
    from palermo.web.treaties.models import Correction

    moderator = Person.objects.get(email="moderator@example.org")
    try:
        actions.accept_correction(
            by=moderator, correction=Correction.objects.order_by("pk")[number].pk, reason="Checked."
        )
    except Refused as refusal:
        return refusal.code
    return "accepted"


def prepare() -> None:
    """The entry, its moderator, and a rival correction for each thread."""
    from palermo.web.audit import clock
    from palermo.web.partners.rules import Kind, Role
    from palermo.web.treaties.models import Correction
    from tests.web.cast import join, make_organisation, make_person, set_up_second_factor
    from tests.web.treaties.invented import accept, act

    accept(act("TIP FRA ratification 2002-10-29"))
    proposer, moderator = make_person("proposer@example.org"), make_person("moderator@example.org")
    join(moderator, make_organisation("The secretariat", Kind.UN_ENTITY), Role.MODERATOR)
    set_up_second_factor(moderator)
    for number in range(THREADS):
        Correction.objects.create(
            change="replace", act=ENTRY, instrument="TIP", state="FRA", kind="ratification",
            date=f"2002-11-{number + 1:02}", source_title="Invented", source_as_of=date(2026, 1, 1),
            explanation="Invented", proposed_by=proposer, proposed_at=clock.now(),
        )  # fmt: skip


def at_once(task: str) -> list[str]:
    """Let all threads begin together; raise what any of them raised."""
    from django.db import connection

    gate = Barrier(THREADS)

    def one(number: int) -> str:
        gate.wait()
        try:
            return {"imports": imports, "rivals": rivals}[task](number)
        finally:
            connection.close()

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(one, range(THREADS)))


def tally() -> str:
    """Edition, acts, imports, whether the log is one chain and how long, and what replaces the entry."""
    from palermo.web.audit.queries import verify
    from palermo.web.treaties.models import Act, Correction, Edition, Import, Reach

    found, edition = verify(), Edition.objects.get()
    accepted = Correction.objects.filter(status="accepted").count()
    return " ".join(
        f"{name}={value}"
        for name, value in {
            "edition": edition.number,
            "acts": Act.objects.count(),
            "imports": Import.objects.count(),
            "reaches": Reach.objects.count(),
            "chain": found.ok,
            "entries": found.length,
            "replaced": Act.objects.filter(replaces=ENTRY).count(),
            "accepted": accepted,
        }.items()
    )


if __name__ == "__main__":
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "palermo.web.config.settings.public")
    django.setup()
    if sys.argv[1] == "rivals":
        prepare()
    print(tally() if sys.argv[1] == "tally" else " ".join(sorted(at_once(sys.argv[1]))))  # noqa: T201 -- its answer
