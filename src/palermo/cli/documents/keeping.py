"""One file for each document, in a folder: never half a file, never over another by accident."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from palermo.cli.documents.opening import STANDARD_INPUT
from palermo.cli.errors import Exit, Stop


def targets(paths: Sequence[str], folder: Path, suffix: str) -> dict[str, Path]:
    """Where what becomes of each path goes: its name with another suffix. Raise `Stop` where two would meet.

    None is ever one of the files that are read.
    """
    if folder.exists() and not folder.is_dir():
        raise Stop(Exit.REFUSED, f"{folder} is a file; --output expects a folder, and makes it where there is none.")
    made: dict[Path, str] = {}
    read = {Path(path).resolve() for path in paths}
    for path in paths:
        target = folder / f"{'standard-input' if path == STANDARD_INPUT else Path(path).stem}{suffix}"
        if target in made:
            raise Stop(
                Exit.REFUSED,
                f"{made[target]} and {path} would both become {target}. Rename one, or parse them apart.",
            )
        if target.resolve() in read:
            raise Stop(Exit.REFUSED, f"{target} is one of the files to read. Give another folder to --output.")
        made[target] = path
    return {path: target for target, path in made.items()}


def left(wanted: dict[str, Path], *, replace: bool, resume: bool) -> dict[str, Path]:
    """What is still to be written. Raise `Stop` where something is there and nobody said what to do with it."""
    there = [target for target in wanted.values() if target.exists()]
    if there and not (replace or resume):
        more = f" and {len(there) - 1} more are" if len(there) > 1 else " is"
        raise Stop(
            Exit.REFUSED,
            f"{there[0]}{more} there already. Add --replace to write over them, or --resume to leave them.",
        )
    return {path: target for path, target in wanted.items() if replace or not target.exists()}


def keep(target: Path, data: bytes) -> None:
    """Write beside and move into place, so that nobody ever finds half a file."""
    handle, drafted = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(drafted).chmod(0o644)
        Path(drafted).replace(target)
    finally:
        Path(drafted).unlink(missing_ok=True)
