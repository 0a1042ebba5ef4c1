"""Runs background jobs from the database, and says every few seconds that it is alive."""

from __future__ import annotations

import threading
from typing import Any

from django.db import close_old_connections, connection
from django_tasks_db.management.commands.db_worker import Worker

from palermo.web.audit import clock
from palermo.web.config.models import Beat

BEAT_SECONDS = 15
NAME = "palermo"


def beat(worker: str = NAME) -> None:
    """Note that the worker is alive now."""
    Beat.objects.update_or_create(worker=worker, defaults={"at": clock.now()})


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
    while not stop.wait(BEAT_SECONDS):
        close_old_connections()
        beat()
    connection.close()
