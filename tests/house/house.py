"""Where the house stands and what belongs to it: the subjects of the tests beside this file."""

from __future__ import annotations

import subprocess
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src/palermo"
WEB = SOURCE / "web"
TEXT = (
    ".cfg",
    ".css",
    ".csv",
    ".html",
    ".ini",
    ".js",
    ".json",
    ".lock",
    ".md",
    ".mjs",
    ".po",
    ".py",
    ".scss",
    ".svg",
)
MORE_TEXT = (".toml", ".txt", ".typ", ".xml", ".yml", ".yaml", "")


@cache
def tracked() -> tuple[Path, ...]:
    """Every file that belongs to the project: those git holds or would take, or all of them without git."""
    listing = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    done = subprocess.run(listing, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return tuple(path for name in done.stdout.split("\0") if name and (path := ROOT / name).is_file())
    hidden = {".venv", "node_modules", "__pycache__", "var", ".git"}
    return tuple(path for path in ROOT.rglob("*") if path.is_file() and not hidden & set(path.parts))


def texts() -> tuple[Path, ...]:
    """The files of the project that hold text."""
    return tuple(path for path in tracked() if path.suffix in TEXT + MORE_TEXT)


def programs(folder: Path) -> tuple[Path, ...]:
    """The Python files in a folder of the project, migrations left out because Django writes them."""
    return tuple(
        path
        for path in tracked()
        if path.suffix == ".py" and path.is_relative_to(folder) and "migrations" not in path.parts
    )


def named(paths: tuple[Path, ...] | list[Path]) -> list[str]:
    """Paths as a reader of the project writes them."""
    return [path.relative_to(ROOT).as_posix() for path in paths]


@cache
def project() -> dict[str, Any]:
    """pyproject.toml, read."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
