"""The process that takes background jobs from the database. Started by `palermo serve`."""

from __future__ import annotations

import os

import django


def main() -> None:
    """Take jobs until a signal ends it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "palermo.web.config.settings.public")
    django.setup()
    from palermo.web.config import worker  # its tables exist only now

    worker.run()


if __name__ == "__main__":
    main()
