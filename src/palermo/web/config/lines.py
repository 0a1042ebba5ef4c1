"""How a line of the log is written, by whichever process: JSON on standard error, with its time and its place."""

from __future__ import annotations

from typing import Any

import structlog

STAMPED: tuple[Any, ...] = (
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
)


def to_standard_error(before: tuple[Any, ...], **rest: Any) -> dict[str, Any]:
    """A configuration of `logging`: each event goes through `before`; `rest` says which loggers write."""
    formatter = {
        "()": structlog.stdlib.ProcessorFormatter,
        "foreign_pre_chain": before,
        "processors": [
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.JSONRenderer(),
        ],
    }
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": formatter},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
        **rest,
    }
