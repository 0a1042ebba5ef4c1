"""Every write to the acts: load what ships, accept an import, propose and decide a correction."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from palermo.reference import Act, ActKind, Catalogue, PartialDate, Source, identify
from palermo.reference import acts as shipped_acts
from palermo.reference import load as load_catalogue
from palermo.web.audit import clock
from palermo.web.audit.actions import Actor, record
from palermo.web.partners.actions.asking import ask
from palermo.web.partners.models import Person
from palermo.web.partners.rules import Refused
from palermo.web.treaties import models, queries, records, rules
from palermo.web.treaties.models import Correction

BATCH = 2000
LONGEST_NAME = 200


def load_shipped(*, by: Actor, folder: Path) -> int:
    """Bring the acts, sources and reaches of a folder of tables into the register; return how many acts were new.

    What the register has already, by reference, it keeps as it is: a second call changes nothing.
    """
    catalogue = load_catalogue(folder)
    with transaction.atomic():
        held = set(models.Act.objects.values_list("ref", flat=True))
        fresh = [act for act in shipped_acts(catalogue, folder) if act.id not in held]
        reaches = _missing_reaches(catalogue)
        if not fresh and not reaches:
            return 0
        _write(fresh, catalogue.sources)
        models.Reach.objects.bulk_create(reaches)
        _next_edition()
        detail = {"acts": len(fresh), "reaches": len(reaches)}
        record(by=by, verb="load", room="treaties", subject="reference", detail=detail)
    return len(fresh)


def accept_import(
    *,
    by: Actor,
    file_name: str,
    sha256: str,
    layout: str,
    source: Source,
    new: Iterable[Act],
    replacing: Iterable[Act],
    unchanged: int,
    reaches: Mapping[str, str],
) -> models.Import:
    """Write what an operator has seen in a dry run and accepted: all of it, or nothing.

    `reaches` gives for each instrument of which the file is a full table the scope for which it speaks. An act of
    `replacing` names in `replaces` the entry that it takes the place of. Raise `Refused` for a person who may not.
    """
    ask(by, rules.check_may_import)
    added, changed = list(new), list(replacing)
    with transaction.atomic():
        if not models.Source.objects.filter(code=source.code).exists():
            row = records.source_row(source)
            row.clean_fields()  # as with acts, on every database
            row.save()  # a newer table may do no more than confirm what is held
        _write([*added, *changed], {source.code: source})
        for instrument, scope in reaches.items():
            models.Reach.objects.get_or_create(instrument=instrument, scope=scope, as_of=source.as_of)
        made = models.Import.objects.create(
            file_name=file_name.encode(errors="replace").decode()[-LONGEST_NAME:],
            sha256=sha256,
            layout=layout,
            source=models.Source.objects.get(code=source.code),
            added=len(added),
            changed=len(changed),
            unchanged=unchanged,
            accepted_by=by.label,
            accepted_at=clock.now(),
        )
        _next_edition()
        detail = {
            "file": file_name,
            "sha256": sha256,
            "source": source.code,
            "added": len(added),
            "changed": len(changed),
        }
        record(by=by, verb="import", room="treaties", subject=f"import:{made.pk}", detail=detail)
    return made


def propose_correction(*, by: Person, correction: Correction) -> Correction:
    """Keep a proposed correction for a moderator.

    Raise `Refused` where this person does not speak for the State or has asked for the same, or where it cannot be.
    """
    rules.check_may_propose(by.standing, correction.state, demo=settings.PALERMO_DEMO)
    with transaction.atomic():
        Person.objects.select_for_update().get(pk=by.pk)  # the second of two clicks waits for the first
        if correction.change != Correction.Change.ADD and not _stands(correction):
            raise Refused(
                "no_such_entry", _("The entry to be corrected has been replaced meanwhile. Look at it again.")
            )
        correction.proposed_by, correction.proposed_at = by, clock.now()
        _as_act(correction)  # refuses what could never become an act
        rules.check_is_new(queries.same_as(correction).filter(proposed_by=by).values_list("pk", flat=True).first())
        correction.save()
        detail = {"change": correction.change, "act": correction.act, "state": correction.state}
        record(by=by, verb="propose", room="treaties", subject=f"correction:{correction.pk}", detail=detail)
    return correction


def accept_correction(*, by: Person, correction: int, reason: str) -> Correction:
    """Make a proposed correction part of the register: a new act from today on, which replaces or strikes the old."""
    with transaction.atomic():
        held = _decide(by, correction, Correction.State.ACCEPTED, reason)
        act = _as_act(held)
        source = _source_of(held)
        try:
            with transaction.atomic():
                _write([act], {source.code: source})
        except IntegrityError:
            raise Refused(
                "entry_replaced", _("Another correction of the same entry was accepted first. Refuse this one.")
            ) from None
        held.result = act.id
        held.save(update_fields=["result"])
        _next_edition()
        _record_decision(by, held)
    return held


def refuse_correction(*, by: Person, correction: int, reason: str) -> Correction:
    """Refuse a proposed correction, with the reason that its proposer will read."""
    with transaction.atomic():
        held = _decide(by, correction, Correction.State.REFUSED, reason)
        _record_decision(by, held)
    return held


def withdraw_correction(*, by: Person, correction: int) -> Correction:
    """Take back a correction that was not decided yet."""
    with transaction.atomic():
        held = Correction.objects.select_for_update().get(pk=correction)
        rules.check_may_withdraw(by.standing, held.proposed_by_id)
        _move(held, Correction.State.WITHDRAWN, by, "")
        _record_decision(by, held)
    return held


def _decide(by: Person, correction: int, target: Correction.State, reason: str) -> Correction:
    held = Correction.objects.select_for_update().get(pk=correction)
    rules.check_may_decide(by.standing, held.proposed_by_id)
    if not reason.strip():
        raise Refused("no_reason", _("Give the reason for your decision: the proposer and later readers need it."))
    _move(held, target, by, reason.strip())
    return held


def _move(held: Correction, target: Correction.State, by: Person, reason: str) -> None:
    rules.check_can_move(held.status, target)
    held.status, held.decided_by, held.decided_at, held.reason = target, by, clock.now(), reason
    held.save(update_fields=["status", "decided_by", "decided_at", "reason"])


def _record_decision(by: Person, held: Correction) -> None:
    detail = {"status": held.status, "result": held.result, "reason": held.reason}
    record(by=by, verb=str(held.status), room="treaties", subject=f"correction:{held.pk}", detail=detail)


def _as_act(held: Correction) -> Act:
    """The act that a correction amounts to. Its identifier carries the correction's number, and is so its own."""
    kind = ActKind.STRUCK if held.change == Correction.Change.STRIKE else ActKind(held.kind)
    when = held.date or held.effect
    _check_days(held, kind)
    replaced = models.Act.objects.filter(ref=held.act, kind=kind.value).first() if held.act else None
    return Act(
        id=f"{identify(held.instrument, held.state, kind.value, when)}.c{held.pk or 0}",
        instrument=held.instrument,
        state=held.state,
        kind=kind,
        date=PartialDate.parse(held.date) if held.date else None,
        source=f"correction-{held.pk or 0}",
        recorded=clock.today(),
        effect=PartialDate.parse(held.effect) if held.effect else None,
        articles=tuple(part.strip() for part in re.split("[;؛]", held.articles) if part.strip()),
        # What the form does not ask for stays as it was: at whom an objection aims, and what it does between the two.
        towards=replaced.towards if replaced else "",
        precludes=replaced.precludes if replaced else False,
        subject=replaced.subject if replaced else "",
        replaces=held.act,
        note=held.note,
    )


def _check_days(held: Correction, kind: ActKind) -> None:
    if kind is ActKind.STRUCK:
        return
    day, effect = (PartialDate.parse(text) if text else None for text in (held.date, held.effect))
    for when in filter(None, (day, effect)):
        rules.check_may_be_dated(when, queries.catalogue().instruments[held.instrument].adopted)
    rules.check_may_take_effect(kind, day, effect)


def _source_of(held: Correction) -> Source:
    return Source(
        code=f"correction-{held.pk}",
        address=held.source_address,
        path="",
        revision="",
        as_of=held.source_as_of,
        description=held.source_title,
        licence="",
    )


def _stands(correction: Correction) -> bool:
    """Whether the entry to be changed is one of this State under this instrument, and was not replaced meanwhile."""
    acts = models.Act.objects
    own = acts.filter(ref=correction.act, state=correction.state, instrument=correction.instrument)
    return own.exists() and not acts.filter(replaces=correction.act).exists()


def _write(held: list[Act], sources: Mapping[str, Source]) -> None:
    """Add acts, and the sources they name where the register has none of that code yet."""
    known = {row.code: row for row in models.Source.objects.all()}
    missing = [records.source_row(sources[code]) for code in sorted({act.source for act in held} - set(known))]
    models.Source.objects.bulk_create(missing)
    known |= {row.code: row for row in models.Source.objects.filter(code__in=[row.code for row in missing])}
    rows = list(records.rows(held, known))
    for row in rows:
        # What is too long for its column is refused on every database, not on PostgreSQL only. The source was read a
        # moment ago: asking the database for it again, act by act, took three quarters of the time to load.
        row.clean_fields(exclude={"source"})
    models.Act.objects.bulk_create(rows, batch_size=BATCH)


def _missing_reaches(catalogue: Catalogue) -> list[models.Reach]:
    held: set[tuple[str, str, date]] = set(models.Reach.objects.values_list("instrument", "scope", "as_of"))
    return [
        models.Reach(instrument=code, scope=reach.scope, as_of=reach.as_of, note=reach.note)
        for code, instrument in catalogue.instruments.items()
        for reach in instrument.reaches
        if (code, reach.scope, reach.as_of) not in held
    ]


def _next_edition() -> None:
    """Tell whoever keeps something derived that it is stale. The row's lock puts writers one after the other."""
    models.Edition.objects.get_or_create(pk=1)
    row = models.Edition.objects.select_for_update().get(pk=1)
    row.number, row.mark = row.number + 1, secrets.token_hex(16)
    row.save()
