"""States and regional organisations, as actors that can join an instrument."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")
STANDINGS = ("member", "observer", "other")


@dataclass(frozen=True, slots=True)
class State:
    """One State, observer or regional organisation; `code` is its ISO 3166-1 alpha-3 code.

    `standing` is its place in the United Nations (member, observer or other); `group` the UN regional group;
    `region` and `subregion` M49 codes. `names` holds one name for each of the six languages.
    """

    code: str
    alpha2: str
    m49: str
    region: str
    subregion: str
    group: str
    standing: str
    names: Mapping[str, str]
    aliases: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if len(self.code) != 3 or not self.code.isalpha() or not self.code.isupper():
            raise ValueError(f"expected an ISO 3166-1 alpha-3 code of three capitals, got {self.code!r}")
        if self.standing not in STANDINGS:
            raise ValueError(f"{self.code}: standing must be one of {', '.join(STANDINGS)}, got {self.standing!r}")

    def name(self, language: str = "en") -> str:
        """The name in `language`, in English where that language is missing."""
        return self.names.get(language) or self.names["en"]


@dataclass(frozen=True, slots=True)
class Label:
    """A coded term with its name in the six languages: a region, a regional group, a family, a depositary."""

    code: str
    names: Mapping[str, str]
    parent: str = ""
    link: str = ""
    descriptions: Mapping[str, str] | None = None

    def name(self, language: str = "en") -> str:
        """The name in `language`, in English where that language is missing."""
        return self.names.get(language) or self.names["en"]

    def description(self, language: str = "en") -> str:
        """One sentence on what the term covers, empty where there is none."""
        held = self.descriptions or {}
        return held.get(language) or held.get("en", "")
