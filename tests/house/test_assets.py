"""What was built in frontend/ lies in the package unchanged, built with the versions that are locked."""

from __future__ import annotations

import hashlib
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from tests.house.house import ROOT, WEB, tracked

STATIC = WEB / "static"
MANIFEST = STATIC / "vendor/manifest.json"
BUILT = ("fonts", "map", "vendor")
ADVICE = "run: python3 dev.py assets"


@cache
def manifest() -> dict[str, Any]:
    held: dict[str, Any] = json.loads(MANIFEST.read_text(encoding="utf-8"))
    return held


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def built() -> dict[str, str]:
    """Every built file of the package, with its hash."""
    held = [path for path in tracked() if path != MANIFEST and path.is_relative_to(STATIC)]
    named = {path.relative_to(STATIC).as_posix(): path for path in held}
    return {name: digest(path) for name, path in named.items() if name.split("/")[0] in BUILT}


def test_every_built_file_is_the_one_that_was_built() -> None:
    assert built() == manifest()["files"], ADVICE


def test_the_manifest_names_the_versions_of_now() -> None:
    declared = json.loads((ROOT / "frontend/package.json").read_text(encoding="utf-8"))["devDependencies"]
    assert manifest()["built_with"] == declared, ADVICE


def test_the_lock_holds_the_versions_that_are_declared() -> None:
    locked = json.loads((ROOT / "frontend/package-lock.json").read_text(encoding="utf-8"))["packages"]
    for name, version in manifest()["built_with"].items():
        assert locked[f"node_modules/{name}"]["version"] == version
    assert [name for name, held in locked.items() if "resolved" in held or (name and "integrity" not in held)] == []


def test_what_browsers_fetch_stays_on_this_host() -> None:
    outward = re.compile(r"url\(\s*[\"']?(?:https?:)?//|@import|fetch\(|importScripts")
    shown = [path for path in tracked() if path.is_relative_to(STATIC) and path.suffix in (".css", ".js", ".svg")]
    assert len(shown) >= 4
    assert [path.name for path in shown if outward.search(path.read_text(encoding="utf-8"))] == []
