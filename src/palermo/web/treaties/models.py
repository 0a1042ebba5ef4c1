"""Acts of States and where they come from. States and instruments are reference facts: tables name them by code."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from palermo.reference import ActKind


class Edition(models.Model):
    """One row that counts: every change of acts, sources or reaches makes the next edition.

    Whoever keeps something derived keeps the mark of the edition beside it, and knows when it is stale. The mark is
    drawn anew each time, so that a restored backup is never taken for the edition that had the same number.
    """

    number = models.PositiveBigIntegerField(default=0)
    mark = models.CharField(max_length=32, default="")

    class Meta:
        constraints: ClassVar = [models.CheckConstraint(condition=Q(id=1), name="edition_is_one_row")]

    def __str__(self) -> str:
        return f"edition {self.number}"


class Source(models.Model):
    """One published table or document, and the day up to which it speaks."""

    code = models.CharField(max_length=80, unique=True)
    address = models.CharField(max_length=300, blank=True)
    path = models.CharField(max_length=300, blank=True)
    revision = models.CharField(max_length=80, blank=True)
    as_of = models.DateField()
    description = models.TextField()
    licence = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["code"]

    def __str__(self) -> str:
        return self.code


class Reach(models.Model):
    """Up to which day the data on an instrument speak, and of whom (see `palermo.reference.Reach`)."""

    instrument = models.CharField(max_length=40)
    scope = models.CharField(max_length=10, choices=[(scope, scope) for scope in ("all", "members", "listed")])
    as_of = models.DateField()
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering: ClassVar = ["instrument", "as_of", "scope"]
        verbose_name_plural = "reaches"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["instrument", "scope", "as_of"], name="reach_is_said_once")
        ]

    def __str__(self) -> str:
        return f"{self.instrument} {self.scope} {self.as_of}"


class Act(models.Model):
    """One act of one State. Rows are added and never changed: a correction is a row that replaces another.

    `date` and `effect` are kept as far as the source gives them: YYYY, YYYY-MM or YYYY-MM-DD.
    """

    ref = models.CharField(max_length=120, unique=True)
    instrument = models.CharField(max_length=40)
    state = models.CharField(max_length=3)
    kind = models.CharField(max_length=30, choices=[(kind.value, kind.value) for kind in ActKind])
    date = models.CharField(max_length=10, blank=True)
    effect = models.CharField(max_length=10, blank=True)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="acts")
    recorded = models.DateField()
    articles = models.CharField(max_length=400, blank=True)
    towards = models.CharField(max_length=3, blank=True)
    precludes = models.BooleanField(default=False)
    subject = models.CharField(max_length=120, blank=True)
    replaces = models.CharField(max_length=120, blank=True)
    flags = models.CharField(max_length=80, blank=True)
    note = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["ref"]
        indexes: ClassVar = [
            models.Index(fields=["state", "instrument"], name="act_by_state"),
            models.Index(fields=["instrument", "state"], name="act_by_instrument"),
        ]
        constraints: ClassVar = [
            # Two corrections of one entry cannot both win.
            models.UniqueConstraint(fields=["replaces"], condition=~Q(replaces=""), name="act_is_replaced_once"),
        ]

    def __str__(self) -> str:
        return self.ref


class Correction(models.Model):
    """A change to an act, proposed by a focal point with its source and decided by a moderator with a reason."""

    class State(models.TextChoices):
        """Where a correction stands. `rules.MOVES` says what may follow what."""

        PROPOSED = "proposed", "proposed"
        ACCEPTED = "accepted", "accepted"
        REFUSED = "refused", "refused"
        WITHDRAWN = "withdrawn", "withdrawn"

    class Change(models.TextChoices):
        """What is asked for."""

        ADD = "add", "add"
        REPLACE = "replace", "replace"
        STRIKE = "strike", "strike"

    status = models.CharField(max_length=10, choices=State.choices, default=State.PROPOSED)
    change = models.CharField(max_length=10, choices=Change.choices)
    act = models.CharField(max_length=120, blank=True)
    instrument = models.CharField(max_length=40)
    state = models.CharField(max_length=3)
    kind = models.CharField(max_length=30, blank=True)
    date = models.CharField(max_length=10, blank=True)
    effect = models.CharField(max_length=10, blank=True)
    articles = models.CharField(max_length=400, blank=True)
    note = models.TextField(blank=True)
    source_title = models.CharField(max_length=300)
    source_address = models.URLField(max_length=300, blank=True)
    source_as_of = models.DateField()
    explanation = models.TextField()
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    decided_at = models.DateTimeField(null=True)
    reason = models.TextField(blank=True)
    result = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering: ClassVar = ["-proposed_at", "-id"]
        indexes: ClassVar = [models.Index(fields=["status", "state"], name="correction_by_status")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(status="proposed") | Q(decided_at__isnull=False), name="correction_decided_has_a_day"
            ),
            models.CheckConstraint(condition=Q(change="add") | ~Q(act=""), name="correction_names_what_it_changes"),
        ]

    def __str__(self) -> str:
        return f"correction {self.pk} of {self.instrument} {self.state}"


class Import(models.Model):
    """A file that was accepted: what it was, what it held and what it changed."""

    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    layout = models.CharField(max_length=20)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="imports")
    added = models.PositiveIntegerField()
    changed = models.PositiveIntegerField()
    unchanged = models.PositiveIntegerField()
    accepted_by = models.CharField(max_length=120)
    accepted_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-accepted_at"]

    def __str__(self) -> str:
        return f"{self.file_name} ({self.accepted_at:%Y-%m-%d})"
