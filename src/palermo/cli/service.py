"""Starting the service: `serve` for everyday work, `demo` to try it out on this machine."""

from __future__ import annotations

import os
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from palermo.cli import database
from palermo.cli.output import Answer, Column, Format, show

if TYPE_CHECKING:
    from palermo.web.config.serving.supervising import Child
    from palermo.web.partners.actions import DemoAccount

LOOPBACK = ("127.0.0.1", "localhost", "::1")
FIRST_PAGE_SECONDS = 60.0
MOST_WORKERS = 4

Host = Annotated[str, typer.Option(help="The address to listen on.")]
Port = Annotated[int, typer.Option(min=1, max=65535, help="The port to listen on.")]


def demo(
    port: Port = 8000,
    host: Host = "127.0.0.1",
    data: Annotated[
        Path | None, typer.Option(help="Folder of the demonstration; PALERMO_DATA or var if left out.")
    ] = None,
    open_page: Annotated[bool, typer.Option("--open", help="Open the first page in a browser.")] = False,
    serve_pages: Annotated[bool, typer.Option("--serve/--no-serve", help="Serve, or prepare only.")] = True,
) -> None:
    """Try Palermo out: prepare everything, print how to sign in, serve. Accounts and organisations are simulated."""
    _as_demonstration(host, data)
    database.connect(current=False)
    from django.conf import settings

    from palermo.web.config import demo as demonstration
    from palermo.web.config.serving import preparing

    if serve_pages:
        preparing.check_port(host, port)
    typer.echo("Preparing the demonstration ...", err=True)
    preparing.check_nobody_real()
    loaded = preparing.prepare()
    if loaded:
        typer.echo(f"Loaded {loaded} acts of States.", err=True)
    _print_accounts(demonstration.accounts(settings.PALERMO_DATA), settings.PALERMO_DATA / demonstration.FILE)
    if serve_pages:
        _serve_demonstration(host, port, open_page=open_page)


def serve(
    host: Host = "127.0.0.1",
    port: Port = 8000,
    workers: Annotated[
        int | None, typer.Option(min=1, max=64, help="Processes that answer; by default one a core, at most 4.")
    ] = None,
) -> None:
    """Run the service: bring the tables up to date, fill an empty register, answer requests, do background jobs."""
    database.connect(current=False)
    import structlog

    from palermo.web.config.serving import preparing
    from palermo.web.config.serving.supervising import Child, Supervisor

    log = structlog.stdlib.get_logger("palermo.serve")
    for message in preparing.check_safe():
        log.warning("look at this", message=str(message.msg), hint=message.hint, id=message.id)
    preparing.check_port(host, port)
    preparing.check_no_demonstration()
    loaded = preparing.prepare()
    log.info("ready to start", host=host, port=port, acts_loaded=loaded, database=database.present())
    count = workers or min(os.cpu_count() or 1, MOST_WORKERS)
    Supervisor([_pages(host, port, count), Child("jobs", ["-m", "palermo.web.config.serving.jobs"])]).run()


def register_on(app: typer.Typer) -> None:
    """Give the commands their names."""
    app.command()(demo)
    app.command()(serve)


def _as_demonstration(host: str, data: Path | None) -> None:
    """Set the environment, before settings are read: this process and those that it starts are the demonstration."""
    os.environ["PALERMO_DEMO"] = "1"
    os.environ.setdefault("PALERMO_LOG_LEVEL", "warning")  # the terminal is for the reader; `serve` logs everything
    if data is not None:
        os.environ["PALERMO_DATA"] = str(data.absolute())
    if host not in LOOPBACK and not os.environ.get("PALERMO_HOSTS"):
        import socket

        names = {"localhost", "127.0.0.1", socket.gethostname(), *(() if host in ("0.0.0.0", "::") else (host,))}  # noqa: S104 -- compared, not bound
        os.environ["PALERMO_HOSTS"] = ",".join(sorted(names))
        typer.echo(
            f"Caution: whoever reaches {host} can sign in with the details below. This is for a network you trust.",
            err=True,
        )


def _serve_demonstration(host: str, port: int, *, open_page: bool) -> None:
    from palermo.web.config.serving.supervising import Supervisor

    address = f"http://{'localhost' if host in (*LOOPBACK, '0.0.0.0', '::') else host}:{port}/"  # noqa: S104
    supervisor = Supervisor([_pages(host, port, 1)])
    supervisor.run(meanwhile=lambda: _announce(address, lambda: supervisor.stopping, open_page=open_page))


def _pages(host: str, port: int, workers: int) -> Child:
    from palermo.web.config.serving.supervising import Child

    listening = ["--host", host, "--port", str(port), "--workers", str(workers)]
    return Child("pages", ["-m", "palermo.web.config.serving.pages", *listening])


def _announce(address: str, stopping: Callable[[], bool], *, open_page: bool) -> None:
    """In the background: wait until the first page answers, and say so."""

    def wait() -> None:
        began = time.monotonic()
        while not stopping() and time.monotonic() - began < FIRST_PAGE_SECONDS:
            if _answers(address):
                typer.echo(f"\nPalermo is at {address}  (Ctrl-C ends it)")
                if open_page:
                    typer.launch(address)
                return
            time.sleep(0.05)
        if not stopping():
            typer.echo(f"No page answers at {address} yet; the lines above may say why.", err=True)

    threading.Thread(target=wait, daemon=True).start()


def _answers(address: str) -> bool:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # never by way of a proxy to this machine
    try:
        with opener.open(address, timeout=FIRST_PAGE_SECONDS) as response:
            return bool(response.status == 200)
    except urllib.error.HTTPError as error:
        return error.code < 500
    except (OSError, ValueError):
        return False


def _print_accounts(accounts: tuple[DemoAccount, ...], path: Path) -> None:
    from palermo.web.audit import clock

    moment = clock.now()
    columns = (
        ("role", "Role"),
        ("email", "E-mail address"),
        ("password", "Password"),
        ("code", "Code now"),
        ("secret", "Authenticator secret"),
    )
    answer = Answer(
        title="Sign in as (all simulated)",
        columns=tuple(Column(*column) for column in columns),
        rows=tuple(
            {
                "role": held.role.value.replace("_", " "),
                "email": held.email,
                "password": held.password,
                "code": held.code(moment),
                "secret": held.secret,
            }
            for held in accounts
        ),
        about={},
        notes=(
            f"The code changes every 30 seconds: add the secret to an authenticator app, or run "
            f"`palermo demo --no-serve` again. Kept in {path}.",
        ),
    )
    show(answer, Format.TABLE)
