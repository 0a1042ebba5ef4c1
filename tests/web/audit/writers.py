"""Writers in one process: `python -m tests.web.audit.writers THREADS ENTRIES`, in the database of the environment."""

from __future__ import annotations

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier


def write(threads: int, entries: int) -> None:
    """Let `threads` writers begin at once; each commits `entries` transactions with one entry each."""
    from django.db import connection, transaction

    from palermo.web.audit.actions import By, record

    gate = Barrier(threads)

    def one(writer: int) -> None:
        gate.wait()
        for number in range(entries):
            with transaction.atomic():
                name = f"writer:{os.getpid()}.{writer}"
                record(by=By(name, name), verb="write", room="test", subject=f"line:{number}")
        connection.close()

    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(one, range(threads)))  # raises what a writer raised


if __name__ == "__main__":
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "palermo.web.config.settings.public")
    django.setup()
    write(int(sys.argv[1]), int(sys.argv[2]))
