"""The register that tests copy is the one that loading makes, and the log says so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.db import models, transaction

from palermo.web.audit import clock
from palermo.web.audit.actions import SYSTEM
from palermo.web.audit.models import ChainHead, Entry
from palermo.web.audit.queries import Verdict, verify
from palermo.web.treaties import actions, queries
from palermo.web.treaties.models import Act, Edition, Reach, Source
from tests.register import Loaded
from tests.web.conftest import TODAY

Rows = list[dict[str, Any]]


def rows(model: type[models.Model]) -> Rows:
    """The rows of a table without their numbers and without what chance draws."""
    names = [field.name for field in model._meta.concrete_fields if field.name not in ("id", "mark")]
    named = ["source__code" if name == "source" else name for name in names]
    return sorted(model._default_manager.values(*named), key=str)


def told() -> dict[str, Rows]:
    return {model.__name__: rows(model) for model in (Act, Source, Reach, Edition, Entry, ChainHead)}


@pytest.mark.django_db
def test_a_copy_is_what_loading_makes(loaded: Loaded, tables: Path) -> None:
    with transaction.atomic(), clock.held(TODAY):
        actions.load_shipped(by=SYSTEM, folder=tables)
        made = told()
        transaction.set_rollback(True)
    loaded.copy()
    assert told() == made
    assert made["Act"]


@pytest.mark.django_db
def test_every_copy_is_an_edition_of_its_own_and_its_log_holds(loaded: Loaded) -> None:
    marks = set()
    for _ in range(2):
        with transaction.atomic():
            loaded.copy()
            marks.add(queries.edition())
            assert verify() == Verdict(ok=True, length=1, head=ChainHead.objects.get().hash)
            transaction.set_rollback(True)
    assert len(marks) == 2
