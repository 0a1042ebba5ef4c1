"""One JSON line an event on standard error, without personal data: no addresses, query strings, names or bodies.

A request is logged by its *route*, the pattern that matched (`en/account/invitation/<str:key>/`), never by its path:
paths hold keys, and queries hold what people look for.
"""

from __future__ import annotations

import logging.config
import re
import time
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import structlog
from django.conf import settings as django_settings
from django.http import HttpRequest, HttpResponse
from structlog.contextvars import bound_contextvars, merge_contextvars
from structlog.typing import EventDict, WrappedLogger

from palermo.web.config.lines import STAMPED, to_standard_error

REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{8,64}")
log = structlog.stdlib.get_logger("palermo.request")


def without_request(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """Replace what Django says of a request, which quotes its path, by the bare status."""
    record = event.get("_record")
    if record is not None and hasattr(record, "request"):
        event["event"] = "request refused" if getattr(record, "status_code", 500) < 500 else "request failed"
        event["status"] = getattr(record, "status_code", None)
    return event


SHARED: tuple[Any, ...] = (
    merge_contextvars,
    *STAMPED,
    structlog.processors.format_exc_info,
    without_request,
)


def settings(level: str) -> dict[str, Any]:
    """The LOGGING setting: everything to standard error as JSON, from `level` up."""
    return to_standard_error(
        SHARED,
        root={"handlers": ["stderr"], "level": level.upper()},
        loggers={
            # These say again, with the path, what `palermo.request` says with the route.
            "django.request": {"level": "ERROR"},
            "django.security": {"level": "ERROR"},
            "django.security.DisallowedHost": {"level": "CRITICAL"},  # scanners': a trace of a stranger's text each
            "django.server": {"level": "ERROR"},
        },
    )


def configure(config: dict[str, Any]) -> None:
    """Set up structlog and the standard library's logging together; Django calls this with LOGGING."""
    structlog.configure(
        processors=[*SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    logging.config.dictConfig(config)


class RequestLog:
    """Gives each request an identifier, answers with it, and writes one line when the request is done."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        began = time.perf_counter()
        with bound_contextvars(request_id=_identify(request)) as _:
            response = self._get_response(request)
            response["X-Request-ID"] = structlog.contextvars.get_contextvars()["request_id"]
            matched = request.resolver_match
            log.info(
                "request",
                method=request.method,
                route=matched.route if matched else "",
                status=response.status_code,
                milliseconds=round((time.perf_counter() - began) * 1000, 1),
            )
        return response


def _identify(request: HttpRequest) -> str:
    """The identifier a trusted proxy gave, else a new one: a stranger's own could forge lines of others."""
    given = request.headers.get("X-Request-ID", "")
    trusted = bool(django_settings.ALLAUTH_TRUSTED_PROXY_COUNT)
    return given if trusted and REQUEST_ID.fullmatch(given) else uuid4().hex
