"""The process that answers requests: granian with the service in it. Started by `palermo serve` and `demo`."""

from __future__ import annotations

import argparse
import os
from typing import Any

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from palermo.web.config.lines import STAMPED, to_standard_error

TARGET = "palermo.web.config.wsgi:application"
THREADS = 4  # of each worker; each holds a connection to the database
STOP_SECONDS = 5


def logging_settings() -> dict[str, Any]:
    """Granian's own lines in the form of all others."""
    return to_standard_error(STAMPED, loggers={"_granian": {"handlers": ["stderr"], "propagate": False}})


def server(host: str, port: int, workers: int) -> Any:
    """Granian, ready to serve."""
    return Granian(
        target=TARGET,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=THREADS,
        websockets=False,
        respawn_failed_workers=True,
        workers_kill_timeout=STOP_SECONDS,
        log_level=LogLevels(os.environ.get("PALERMO_LOG_LEVEL") or "info"),
        log_dictconfig=logging_settings(),
        log_access=False,  # `palermo.request` writes a line a request, without personal data
    )


def main() -> None:
    """Serve until a signal ends it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--host", required=True)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--workers", type=int, required=True)
    asked = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "palermo.web.config.settings.public")
    server(asked.host, asked.port, asked.workers).serve()


if __name__ == "__main__":
    main()
