"""A PostgreSQL that lives as long as the tests: `python3 -m tests.house.private_postgresql COMMAND ...`."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

OLDEST = 15
DEBIAN = Path("/usr/lib/postgresql")


class Stop(Exception):  # noqa: N818 -- the end of a task, with its reason in words
    """The task cannot go on; the message says what to do."""


class Skipped(Exception):  # noqa: N818 -- not a failure
    """The step does not apply here; the message says why."""


@contextmanager
def running() -> Iterator[str]:
    """Start PostgreSQL in a temporary folder, reachable from this machine only; yield its DATABASE_URL and end it."""
    programs, port = find(), str(free_port())
    with tempfile.TemporaryDirectory(prefix="palermo-postgresql-", ignore_cleanup_errors=True) as folder:
        become = unprivileged(folder)
        data = f"{folder}/data"
        quietly(*become, f"{programs}/initdb", *f"-D {data} -U palermo -A trust -E UTF8 -N".split())
        control = [*become, f"{programs}/pg_ctl", "-D", data]
        options = f"-p {port} -c listen_addresses=127.0.0.1 -k {folder} -F"
        options += "".join(f" -c {name}=off" for name in ("synchronous_commit", "full_page_writes", "autovacuum"))
        quietly(*control, "-w", "-l", f"{folder}/log", "-o", options, "start")
        try:
            yield f"postgres://palermo@127.0.0.1:{port}/postgres"
        finally:
            quietly(*control, "-m", "immediate", "stop")


def find() -> Path:
    """The folder with `initdb`, newest first; raise `Skipped` where no version from `OLDEST` on is installed."""
    debian = {int(path.parent.name): path for path in DEBIAN.glob("[0-9]*/bin")}
    for version in sorted(debian, reverse=True):
        if version >= OLDEST and (debian[version] / "initdb").exists():
            return debian[version]
    found = shutil.which("initdb")
    if found and not debian:
        return Path(found).resolve().parent
    raise Skipped(f"no PostgreSQL {OLDEST} or newer; on Debian: apt-get install postgresql")


def unprivileged(folder: str) -> list[str]:
    """What to put before a command so that it does not run as root, which PostgreSQL refuses."""
    if os.geteuid() != 0:
        return []
    shutil.chown(folder, "postgres", "postgres")
    return ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def quietly(*command: str) -> None:
    """Run a command; raise `Stop` with what it printed if it fails."""
    with tempfile.TemporaryFile("w+") as printed:  # not a pipe: the server would keep that open for ever
        done = subprocess.run(command, cwd="/", stdout=printed, stderr=printed, check=False, timeout=60)
        printed.seek(0)
        if done.returncode:
            raise Stop(f"{' '.join(command)} failed:\n{printed.read()}")


if __name__ == "__main__":
    with running() as address:
        code = subprocess.call(sys.argv[1:], env={**os.environ, "DATABASE_URL": address})
    sys.exit(code)
