"""Runs background jobs from the database, and says every few seconds that it is alive."""

from __future__ import annotations

import threading
from datetime import timedelta
from itertools import count
from typing import Any

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import close_old_connections, connection
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from palermo.web.audit import clock
from palermo.web.config.models import Beat

BEAT_SECONDS = 15
TIDY_BEATS = 60 * 60 // BEAT_SECONDS
KEPT = timedelta(days=30)
NAME = "palermo"


def beat(worker: str = NAME) -> None:
    """Note that the worker is alive now."""
    Beat.objects.update_or_create(worker=worker, defaults={"at": clock.now()})


def tidy() -> None:
    """Take away what has done its work: ended sessions, and jobs of a month ago with the sealed mail in them."""
    now = clock.now()
    Session.objects.filter(expire_date__lt=now).delete()
    UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()
    DBTaskResult.objects.filter(finished_at__lt=now - KEPT).delete()


def run(*, batch: bool = False) -> None:
    """Take jobs from the database until a signal ends it; with `batch`, until none is left."""
    worker = _worker(batch=batch)
    beat()
    stop = threading.Event()
    beating = threading.Thread(target=_beat_until, args=(stop,), daemon=True)
    beating.start()
    try:
        if threading.current_thread() is threading.main_thread():
            worker.configure_signals()
        worker.run()
    finally:
        stop.set()
        beating.join(timeout=BEAT_SECONDS)


def _worker(*, batch: bool) -> Any:
    return Worker(
        queue_names=["*"],
        interval=1.0,
        batch=batch,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=NAME,
        excluded_queue_names=[],
    )


def _beat_until(stop: threading.Event) -> None:
    for beats in count():
        if stop.wait(BEAT_SECONDS):
            break
        close_old_connections()
        beat()
        if beats % TIDY_BEATS == 0:
            tidy()
    connection.close()
