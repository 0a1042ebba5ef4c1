"""Whether a paragraph says the same in every language: its units beside those of the English text.

    python benchmarks/units_languages.py FOLDER [--form akn|text] [--list]

The folder (or PALERMO_SHARED) holds `data/documents/index.csv` and the texts it names. Every document that is there
in English and in another language is compared, paragraph by paragraph. The table gives, for each language, the share
of paragraphs with the same acts in the same order, with the same acts and strengths in any order, and with the same
kinds of addressees; then the differences by cause. `--list` prints each paragraph that differs. A difference is not
always a fault: translators join, split and weaken what the English text says.
"""

from __future__ import annotations

import argparse
import csv
import os
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from palermo.documents import Document, document_of
from palermo.documents.tree import LANGUAGES
from palermo.documents.units import Unit, units_of

FOLDERS = {"akn": ("akn", ".xml"), "text": ("text", ".txt")}
MEASURES = ("same acts", "same strengths", "same kinds")
Held = Mapping[str, tuple[Unit, ...]]


@dataclass(frozen=True, slots=True)
class Compared:
    """A paragraph in English and in another language."""

    paragraph: str
    english: tuple[Unit, ...]
    other: tuple[Unit, ...]

    def same(self) -> dict[str, bool]:
        """Which of the measures hold."""
        return {
            "same acts": [unit.act for unit in self.english] == [unit.act for unit in self.other],
            "same strengths": _strengths(self.english) == _strengths(self.other),
            "same kinds": _kinds(self.english) == _kinds(self.other),
        }

    def causes(self) -> Iterator[str]:
        """Why they differ, as far as it can be told without reading them."""
        same = self.same()
        more = len(self.other) - len(self.english)
        if not same["same acts"]:
            yield "more acts than English" if more > 0 else "fewer acts than English" if more else "another class"
        elif not same["same strengths"]:
            yield "another strength"
        if not same["same kinds"]:
            yield "kinds: " + _difference(_kinds(self.english), _kinds(self.other))


def _strengths(units: tuple[Unit, ...]) -> Counter[tuple[str, str]]:
    return Counter((unit.act, unit.strength) for unit in units)


def _kinds(units: tuple[Unit, ...]) -> set[str]:
    return {addressee.kind for unit in units for addressee in unit.addressees}


def _difference(english: set[str], other: set[str]) -> str:
    lost, more = sorted(english - other), sorted(other - english)
    return " ".join([*(f"-{kind}" for kind in lost), *(f"+{kind}" for kind in more)])


def main() -> None:
    """Print the tables for the languages of a folder, or say that there is nothing to measure."""
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("folder", nargs="?", default=os.environ.get("PALERMO_SHARED"))
    given.add_argument("--form", choices=tuple(FOLDERS), default="akn")
    given.add_argument("--list", action="store_true")
    chosen = given.parse_args()
    if not chosen.folder:
        raise SystemExit("expected a folder with reference texts, as an argument or in PALERMO_SHARED; got none")
    compared = _compare(Path(chosen.folder, "data/documents"), chosen.form)
    _table(compared)
    _causes(compared)
    if chosen.list:
        _listing(compared)


def _compare(folder: Path, form: str) -> dict[str, list[Compared]]:
    """The paragraphs of each language beside English."""
    compared: dict[str, list[Compared]] = defaultdict(list)
    for symbol, paths in _parallel(folder, form).items():
        english = _units(document_of(paths["en"], "en"))
        for language in LANGUAGES:
            if language != "en" and language in paths:
                other = _units(document_of(paths[language], language))
                compared[language] += [
                    Compared(f"{symbol} {name}", units, other.get(name, ())) for name, units in english.items()
                ]
    return compared


def _parallel(folder: Path, form: str) -> dict[str, dict[str, Path]]:
    """The files of each document by language, of those that are there in English and in another language."""
    place, ending = FOLDERS[form]
    found: dict[str, dict[str, Path]] = defaultdict(dict)
    with (folder / "index.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            path = folder / place / f"{row['id'].removeprefix('akn:')}{ending}"
            if row["id"].startswith("akn:") and path.is_file():
                found[row["symbol"]][row["language"]] = path
    return {symbol: paths for symbol, paths in found.items() if "en" in paths and len(paths) > 1}


def _units(document: Document) -> Held:
    """The units of each operative paragraph, and of each paragraph of an annex, with those of its items."""
    names = [part.id for part in document.operative]
    names += [part.id for annex in document.annexes for part in annex.paragraphs]
    held: dict[str, list[Unit]] = {name: [] for name in names}
    for unit in units_of(document):
        held[unit.within.split("__item")[0]].append(unit)
    return {name: tuple(units) for name, units in held.items()}


def _table(compared: Mapping[str, list[Compared]]) -> None:
    print(f"{'':<10}{'paragraphs':>12}" + "".join(f"{name:>16}" for name in MEASURES))
    for language, paragraphs in compared.items():
        counts = Counter(name for each in paragraphs for name, holds in each.same().items() if holds)
        shares = "".join(f"{counts[name] / len(paragraphs):>16.1%}" for name in MEASURES)
        print(f"{language:<10}{len(paragraphs):>12}{shares}")


def _causes(compared: Mapping[str, list[Compared]]) -> None:
    for language, paragraphs in compared.items():
        print(f"\n{language}: differences by cause")
        for cause, number in Counter(cause for each in paragraphs for cause in each.causes()).most_common():
            print(f"{number:>6}  {cause}")


def _listing(compared: Mapping[str, list[Compared]]) -> None:
    for language, paragraphs in compared.items():
        for each in paragraphs:
            if causes := list(each.causes()):
                print(f"\n{language} {each.paragraph}: {'; '.join(causes)}")
                for units in (each.english, each.other):
                    print("   " + " | ".join(_said(unit) for unit in units))


def _said(unit: Unit) -> str:
    kinds = ",".join(dict.fromkeys(addressee.kind for addressee in unit.addressees))
    return f"{unit.act}/{unit.strength} {unit.phrase}" + (f" -> {kinds}" if kinds else "")


if __name__ == "__main__":
    main()
