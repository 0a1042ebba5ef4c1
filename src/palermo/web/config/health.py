"""Whether the service can do its work: the database answers, its tables are current, the job worker is alive."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from palermo.web.audit import clock
from palermo.web.config.models import Beat

LATE = timedelta(seconds=90)

_migrated = False


def database_state() -> str:
    """`ok`, or `unreachable`."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return "unreachable"
    return "ok"


def migrations_state() -> str:
    """`ok`, or `pending`. Once applied they stay applied while this process lives, so that is asked only once."""
    global _migrated
    if not _migrated:
        executor = MigrationExecutor(connection)
        _migrated = not executor.migration_plan(executor.loader.graph.leaf_nodes())
    return "ok" if _migrated else "pending"


def worker_state() -> str:
    """`ok`, `late` or `never`; `not needed` where jobs run at once, inside the request."""
    if settings.TASKS["default"]["BACKEND"].endswith("ImmediateBackend"):
        return "not needed"
    last = Beat.objects.order_by("-at").values_list("at", flat=True).first()
    if last is None:
        return "never"
    return "ok" if clock.now() - last <= LATE else "late"


@never_cache
@require_safe
def health(_request: HttpRequest) -> JsonResponse:
    """200 with the state of each part where all are well, else 503."""
    states = {"database": database_state()}
    if states["database"] == "ok":
        states["migrations"] = migrations_state()
        states["worker"] = worker_state() if states["migrations"] == "ok" else "unknown"
    well = all(state in ("ok", "not needed") for state in states.values())
    return JsonResponse({"status": "ok" if well else "unwell", **states}, status=200 if well else 503)
