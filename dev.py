#!/usr/bin/env python3
"""Everything a developer does with Palermo, as `python3 dev.py TASK`. Standard library only."""

from __future__ import annotations

import sys

if sys.version_info < (3, 11):  # noqa: UP036 -- this file must start on an older Python to say so
    sys.exit(
        f"Palermo needs Python 3.11 or newer; this is {sys.version.split()[0]}. "
        "Start it with a newer one, for example: python3.11 dev.py demo"
    )

import hashlib
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tests.house import private_postgresql
from tests.house.private_postgresql import Skipped, Stop

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
Environment = Mapping[str, str] | None
SETTINGS = {"DJANGO_SETTINGS_MODULE": "palermo.web.config.settings.test"}
SERVICE, WORKSHOP = "requirements.lock", "requirements-dev.lock"
QUICK = ("-m", "not slow and not journey", "--ignore=tests/journeys", "-n", "auto", "--dist", "worksteal")
LOCALE = ROOT / "src/palermo/web/locale"
WITHOUT_A_DATABASE = ("tests/unit", "tests/spec", "tests/generative", "tests/house", "tests/reference")
ENTRY = """#!/bin/sh
'''exec' "$(dirname "$(readlink -f "$0")")/python" "$0" "$@"
' '''
import sys

from palermo.cli import main

sys.exit(main())
"""


def say(text: str) -> None:
    """Print a line of progress at once."""
    print(text, flush=True)


def run(*command: str | Path, folder: Path = ROOT, environment: Environment = None) -> int:
    """Run a command in the project with these environment variables added; return its exit code."""
    where = {"PATH": f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}", "PYTHONUNBUFFERED": "1"}
    compiled = {"PYTHONDONTWRITEBYTECODE": ""}  # kept: the tests start dozens of processes, each in half the time
    variables = {**os.environ, **where, **compiled, **(environment or {})}
    return subprocess.call([str(part) for part in command], cwd=folder, env=variables)


def prepare(lock: str) -> None:
    """Make `.venv` hold what `lock` names, exactly as hashed; instant when it does already."""
    stamp = VENV / f".{lock}.done"
    wanted = f"{hashlib.sha256((ROOT / lock).read_bytes()).hexdigest()} {ROOT}"
    if stamp.is_file() and stamp.read_text() == wanted and PYTHON.exists():
        return
    began = time.monotonic()
    say(f"Preparing .venv from {lock} (once; later starts are instant) ...")
    uv = working_uv()
    make_venv(uv)
    install(lock, uv)
    make_importable()
    stamp.write_text(wanted)
    say(f"Ready after {time.monotonic() - began:.0f} s.")


def working_uv() -> str | None:
    """The path of uv, where one is installed that also runs."""
    found = shutil.which("uv")
    if found and subprocess.run([found, "--version"], capture_output=True, check=False).returncode == 0:
        return found
    return None


def make_venv(uv: str | None) -> None:
    """Create `.venv`, keeping one that works; say what to install where Python comes without venv."""
    test = [str(PYTHON), "-c", "import sys; sys.exit(sys.version_info < (3, 11))"]
    if PYTHON.exists() and subprocess.run(test, capture_output=True, check=False).returncode == 0:
        return
    shutil.rmtree(VENV, ignore_errors=True)
    if uv and run(uv, "venv", "--quiet", "--python", sys.executable, VENV) == 0:
        return
    try:
        import ensurepip  # noqa: F401 -- Debian leaves it out of python3
        import venv
    except ImportError as error:
        raise Stop(
            "This Python cannot make virtual environments. On Debian or Ubuntu: apt-get install python3-venv. "
            "Or install uv, and start again."
        ) from error
    venv.create(VENV, with_pip=True, symlinks=os.name != "nt")


def install(lock: str, uv: str | None) -> None:
    """Install the packages of `lock` with uv, or with pip where there is none or it cannot."""
    if uv:
        if run(uv, "pip", "install", "--python", PYTHON, "--require-hashes", "-r", lock) == 0:
            return
        say("uv could not install the packages; trying pip.")
    if run(PYTHON, "-c", "import pip") and run(PYTHON, "-m", "ensurepip", "--upgrade"):
        raise Stop("There is no pip in .venv. Delete .venv, apt-get install python3-venv, and start again.")
    if install_with_pip(lock):
        raise Stop(
            "The packages could not be installed; the lines above say why. Without a network, "
            "point pip at a folder of wheels: PIP_NO_INDEX=1 PIP_FIND_LINKS=FOLDER python3 dev.py ..."
        )


def install_with_pip(lock: str) -> int:
    """Run pip, counting packages instead of printing a page; return its exit code."""
    total = sum("==" in line and not line.startswith(" ") for line in (ROOT / lock).open())
    command = [str(PYTHON), "-m", "pip", "install", "--no-input", "--require-hashes", "--no-compile", "-r", lock]
    seen, held = 0, list[str]()
    with subprocess.Popen(command, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as pip:
        for line in pip.stdout or ():
            held.append(line)
            if line.startswith("Collecting "):
                seen += 1
                if seen % 10 == 0 or seen == total:
                    say(f"  {seen} of {total} packages fetched")
    if pip.returncode:
        say("".join(held[-20:]))
    return pip.returncode


def make_importable() -> None:
    """Put `src` on the path of `.venv` and a `palermo` command beside its Python: nothing to build."""
    lib = VENV / "Lib" if os.name == "nt" else next((VENV / "lib").glob("python3*"))
    (lib / "site-packages" / "palermo.pth").write_text(f"{ROOT / 'src'}\n", encoding="utf-8")
    entry = BIN / "palermo"
    entry.write_text(ENTRY, encoding="utf-8")
    entry.chmod(0o755)


def demo(*arguments: str) -> int:
    """Prepare everything and serve the demonstration (arguments go to `palermo demo`: --port, --open)."""
    prepare(SERVICE)
    if not (ROOT / "src/palermo/cli").is_dir():
        raise Stop("src/palermo/cli is not there yet, so there is nothing to serve.")
    sys.stdout.flush()
    os.chdir(ROOT)
    os.execv(PYTHON, [str(PYTHON), str(BIN / "palermo"), "demo", *arguments])


def install_service() -> int:
    """Prepare .venv with what the service needs and nothing else, compiled: for a server (docs/how-to/deploy.md)."""
    prepare(SERVICE)
    say("Compiling, so that a service that may not write here starts fast ...")
    return run(PYTHON, "-m", "compileall", "-q", "-j", "0", "src", VENV / "lib")


def test(*arguments: str) -> int:
    """Run the tests: quick ones on SQLite, then on a private PostgreSQL, then in Chromium (or: pytest arguments)."""
    prepare(WORKSHOP)
    if arguments:
        return run(PYTHON, "-m", "pytest", *arguments)
    return report({"SQLite": on_sqlite, "PostgreSQL": on_postgresql, "Chromium": in_chromium})


def check() -> int:
    """Format, lint, types, import contracts, migrations, messages, asset hashes, licences; all, then the verdict."""
    prepare(WORKSHOP)
    return report(
        {
            "format": lambda: tool("ruff", "format", "--check", "."),
            "lint": lambda: tool("ruff", "check", "."),
            "types": lambda: tool("mypy"),
            "import contracts": lambda: tool("lint-imports", "--no-logo"),
            "migrations": migrations,
            "messages": lambda: house("messages", LOCALE),
            "assets": lambda: house("assets", ROOT / "src/palermo/web/static/vendor"),
            "licences": lambda: house("licences", ROOT / SERVICE),
        }
    )


def fix() -> int:
    """Format and repair what ruff can."""
    prepare(WORKSHOP)
    tool("ruff", "check", "--fix", ".")
    return 1 if tool("ruff", "format", ".") else run(PYTHON, "-m", "ruff", "check", "--quiet", ".")


def lock(*arguments: str) -> int:
    """Write both locks anew, with hashes and without addresses (--upgrade: with the newest allowed packages)."""
    uv = working_uv()
    if not uv:
        raise Stop("Locks are made with uv. Install it (pip install uv) and start again.")
    common = ["--universal", "--generate-hashes", "--no-emit-index-url", "--no-emit-find-links", "--quiet"]
    title = ["--custom-compile-command", "python3 dev.py lock"]
    everything = ["--extra", "postgres", "--group", "dev"]
    for name, more in ((WORKSHOP, everything), (SERVICE, ["--extra", "postgres", "-c", WORKSHOP])):
        say(f"Writing {name} ...")
        if run(uv, "pip", "compile", *common, *title, *arguments, *more, "pyproject.toml", "-o", name):
            raise Stop(f"{name} could not be written; the lines above say why.")
        if "://" in (ROOT / name).read_text(encoding="utf-8"):
            raise Stop(f"{name} names an address; look for a dependency given by URL in pyproject.toml.")
    return 0


def assets() -> int:
    """Build styles, scripts and the map from frontend/ into the package (needs Node.js)."""
    if not shutil.which("npm"):
        raise Stop("Assets are built with npm. On Debian: apt-get install npm")
    return run("npm", "ci", folder=ROOT / "frontend") or run("npm", "run", "build", folder=ROOT / "frontend")


def bench(*names: str) -> int:
    """Run benchmarks/NAME.py, or all of them."""
    prepare(WORKSHOP)
    known = {path.stem: path for path in sorted((ROOT / "benchmarks").glob("[!_]*.py"))}
    if not known:
        raise Stop("There are no benchmarks in benchmarks/ yet.")
    for name in names or known:
        if name not in known:
            raise Stop(f"Expected a benchmark among {', '.join(known)}; got {name!r}.")
        say(f"== {name}")
        if code := run(PYTHON, known[name]):
            return code
    return 0


def messages() -> int:
    """Collect the interface texts into the catalogues of six languages and compile these (needs GNU gettext)."""
    prepare(WORKSHOP)
    if not shutil.which("xgettext"):
        raise Stop("Texts are collected with GNU gettext. On Debian: apt-get install gettext")
    collect = ["-m", "django", "makemessages", "--all", "--no-wrap", "--no-obsolete", "--add-location", "file"]
    if run(PYTHON, *collect, folder=LOCALE.parent, environment=SETTINGS):
        return 1
    return run(PYTHON, "-m", "babel.messages.frontend", "compile", "-d", LOCALE, "-D", "django")


TAKING_ARGUMENTS: tuple[Callable[..., int], ...] = (demo, test, lock, bench)
TASKS: dict[str, Callable[..., int]] = {
    task.__name__.partition("_")[0]: task
    for task in (demo, test, check, fix, lock, assets, bench, messages, install_service)
}


# --- steps of `test` and `check` ----------------------------------------------------------------------------


def report(steps: dict[str, Callable[[], str | None]]) -> int:
    """Run every step, print a line for each with its time, and return 1 if any failed."""
    lines, failed = list[str](), False
    for name, step in steps.items():
        say(f"== {name}")
        began = time.monotonic()
        try:
            fault = step()
            outcome = f"FAILED: {fault}" if fault else "ok"
            failed |= bool(fault)
        except Skipped as reason:
            outcome = f"SKIPPED: {reason}"
        lines.append(f"{name:<17} {time.monotonic() - began:6.1f} s  {outcome}")
        say(lines[-1])
    say("\n" + "\n".join(lines))
    return int(failed)


def tool(name: str, *arguments: str) -> str | None:
    """Run a program of `.venv`; return what to say if it fails."""
    return f"see {name} above" if run(BIN / name, *arguments) else None


def house(name: str, subject: Path) -> str | None:
    """Run one test file of the house by itself."""
    if not subject.exists():
        raise Skipped(f"{subject.relative_to(ROOT)} is not there yet")
    bare = ["-p", "no:django", "-o", "addopts=", "-W", "ignore::pytest.PytestConfigWarning"]  # no service needed
    return suite("-q", *bare, f"tests/house/test_{name}.py")


def migrations() -> str | None:
    """Whether every change of a model has its migration."""
    if not (ROOT / "src/palermo/web/config/settings").is_dir():
        raise Skipped("src/palermo/web/config/settings is not there yet")
    command = ["-m", "django", "makemigrations", "--check", "--dry-run"]
    code = run(PYTHON, *command, environment=SETTINGS)
    return "a model changed without a migration" if code else None


def suite(*arguments: str, environment: Environment = None) -> str | None:
    """Run pytest; return what to say if it failed or found nothing to run."""
    code = run(PYTHON, "-m", "pytest", *arguments, environment=environment)
    return {0: None, 5: "no test was selected"}.get(code, f"pytest ended with code {code}")


def on_sqlite() -> str | None:
    """The quick suite on the embedded database."""
    return suite(*QUICK)


def on_postgresql() -> str | None:
    """Every quick test that may touch the database, on a server of its own that ends with the tests."""
    if not (ROOT / "tests/web").is_dir():
        raise Skipped("tests/web is not there yet, and nothing else uses a database")
    passed_over = [f"--ignore={folder}" for folder in WITHOUT_A_DATABASE]
    with private_postgresql.running() as address:
        return suite(*QUICK, *passed_over, environment={"DATABASE_URL": address})


def in_chromium() -> str | None:
    """The journeys of users in the system's Chromium."""
    if not (ROOT / "tests/journeys").is_dir():
        raise Skipped("tests/journeys is not there yet")
    if not any(map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))):
        raise Skipped("no Chromium; on Debian: apt-get install chromium")
    return suite("-m", "journey", "tests/journeys", environment={"DJANGO_ALLOW_ASYNC_UNSAFE": "true"})


def usage() -> str:
    """The list of tasks."""
    lines = [f"  {name:<9} {(task.__doc__ or '').splitlines()[0]}" for name, task in TASKS.items()]
    return "\n".join(["python3 dev.py TASK", "", *lines])


def main(arguments: Sequence[str]) -> int:
    """Run the task that is named, or list them; 2 where it could not be started or finished."""
    name, rest = (arguments[0], arguments[1:]) if arguments else ("help", ())
    if name in ("help", "-h", "--help"):
        say(usage())
        return 0
    try:
        if name not in TASKS:
            raise Stop(f"Expected a task among those below; got {name!r}.\n\n{usage()}")
        if rest and TASKS[name] not in TAKING_ARGUMENTS:
            raise Stop(f"{name} takes no arguments; got {' '.join(rest)}.")
        return TASKS[name](*rest)
    except Stop as reason:
        say(str(reason))
    except KeyboardInterrupt:
        return 130
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
