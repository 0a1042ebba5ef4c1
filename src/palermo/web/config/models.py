"""One table: when the job worker last said that it is alive."""

from __future__ import annotations

from django.db import models


class Beat(models.Model):
    """The last beat of a worker."""

    worker = models.CharField(max_length=64, primary_key=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.worker} at {self.at:%Y-%m-%d %H:%M:%S}"
