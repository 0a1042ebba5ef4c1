"""Arrows point down: the floors of the house as `.importlinter` declares them."""

from __future__ import annotations

import configparser
import subprocess
import sys
from pathlib import Path

from tests.house.house import ROOT, SOURCE, WEB

CONTRACTS = configparser.ConfigParser()
CONTRACTS.read(ROOT / ".importlinter", encoding="utf-8")


def lint(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).parent / "lint-imports"
    return subprocess.run(
        [str(program), "--no-cache", *arguments], cwd=folder, capture_output=True, text=True, check=False
    )


def floors(contract: str) -> set[str]:
    return {line.strip("()") for line in CONTRACTS[f"importlinter:contract:{contract}"]["layers"].split()}


def rooms(folder: Path) -> set[str]:
    return {path.parent.name for path in folder.glob("*/__init__.py")}


def test_every_contract_is_kept() -> None:
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_room_has_its_floor() -> None:
    assert rooms(SOURCE) <= floors("house")
    assert rooms(WEB) <= floors("service")


def test_no_room_below_the_doors_may_know_the_framework() -> None:
    methods = CONTRACTS["importlinter:contract:methods"]["source_modules"].split()
    assert set(methods) == {f"palermo.{room}" for room in rooms(SOURCE) - {"cli", "web"}}


def test_an_arrow_that_points_up_is_found(tmp_path: Path) -> None:
    package = tmp_path / "upside"
    for room, imports in {"": "", "upper": "", "lower": "import upside.upper\n"}.items():
        (package / room).mkdir(parents=True, exist_ok=True)
        (package / room / "__init__.py").write_text(imports, encoding="utf-8")
    contract = "type = layers\nname = n\ncontainers = upside\nlayers =\n    upper\n    lower\n"
    (tmp_path / ".importlinter").write_text(
        f"[importlinter]\nroot_package = upside\n[importlinter:contract:c]\n{contract}", encoding="utf-8"
    )
    done = lint(tmp_path, "--config", ".importlinter")
    assert done.returncode == 1
    assert "upside.lower -> upside.upper" in done.stdout
