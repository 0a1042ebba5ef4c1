"""The log's entries, each bound to the one before by a hash, and the head that says where the chain ends."""

from __future__ import annotations

import json
from typing import Any

from django.db import models


class Entry(models.Model):
    """One write: who did what, to what, when. Never changed and never deleted; triggers in the database see to it.

    There are no foreign keys: an entry outlives what it speaks of, and holds nothing back from being deleted.
    """

    sequence = models.PositiveBigIntegerField(primary_key=True)
    at = models.DateTimeField(db_index=True)
    actor = models.CharField(max_length=64, db_index=True)
    actor_label = models.CharField(max_length=200)
    verb = models.CharField(max_length=64)
    room = models.CharField(max_length=32)
    subject = models.CharField(max_length=200, db_index=True)
    detail = (
        models.TextField()
    )  # canonical JSON as text: jsonb would rewrite numbers, and the hash would no longer fit
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ("sequence",)
        verbose_name_plural = "entries"

    def __str__(self) -> str:
        return f"{self.sequence} {self.actor} {self.verb} {self.subject}"

    @property
    def particulars(self) -> dict[str, Any]:
        """The detail as values."""
        held: dict[str, Any] = json.loads(self.detail)
        return held


class ChainHead(models.Model):
    """One row: the last entry's number and hash. Who appends locks it first, so that the chain cannot fork."""

    sequence = models.PositiveBigIntegerField()
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = (models.CheckConstraint(condition=models.Q(id=1), name="audit_one_head"),)

    def __str__(self) -> str:
        return f"{self.sequence} {self.hash}"
