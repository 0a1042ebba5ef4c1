"""The words that Palermo adds to a text of one of the six languages: headings, names of acts and of addressees."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "words"


@cache
def words(language: str) -> Mapping[str, str]:
    """The words of a language by key; those of a group have its name before theirs: `kinds.states`."""
    held = tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    plain = {key: value for key, value in held.items() if isinstance(value, str)}
    groups = {key: value for key, value in held.items() if key not in plain}
    return plain | {f"{name}.{key}": value for name, group in groups.items() for key, value in group.items()}
