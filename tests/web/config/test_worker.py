"""What the worker takes away when it has done its work, and what it keeps."""

from __future__ import annotations

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django_tasks_db.models import DBTaskResult

from palermo.web.audit import clock
from palermo.web.config import worker
from tests.web.cast import Cast

pytestmark = pytest.mark.django_db


def job(**fields: object) -> DBTaskResult:
    """A job as the database keeps it."""
    given = {"task_path": "x.y", "args_kwargs": {}, "backend_name": "default", "exception_class_path": "", **fields}
    return DBTaskResult.objects.create(**given)


def test_ended_sessions_go_and_present_ones_stay(cast: Cast) -> None:
    for role in ("contributor", "moderator"):
        cast.clients[role].get("/en/account/")
    ended, present = (cast.clients[role].session.session_key for role in ("contributor", "moderator"))
    Session.objects.filter(pk=ended).update(expire_date=clock.now() - timedelta(seconds=1))
    worker.tidy()
    assert not Session.objects.filter(pk=ended).exists()
    assert set(UserSession.objects.values_list("session_key", flat=True)) == {present}
    assert cast.clients["moderator"].get("/en/account/").status_code == 200
    assert cast.clients["contributor"].get("/en/account/").status_code == 302


def test_jobs_of_a_month_ago_go_and_those_that_wait_stay() -> None:
    old = job(finished_at=clock.now() - timedelta(days=31))
    kept = {job(finished_at=clock.now() - timedelta(days=29)).pk, job().pk}
    worker.tidy()
    assert set(DBTaskResult.objects.values_list("pk", flat=True)) == kept
    assert old.pk not in kept
