"""Write `states.csv`: who can be party to an instrument, with codes, groups and names in six languages.

Run by hand when a State changes its name, then read the difference before committing:

    python -m venv /some/where && /some/where/bin/pip install hdx-python-country
    /some/where/bin/python tools/state_names.py src/palermo/reference/data/states.csv [TREATY_TABLE.csv ...]

Needs hdx-python-country (MIT), which the project itself does not depend on; it is read from its own files
(`use_live=False`), nothing is fetched. Further arguments are treaty tables with a column `iso3`: every code in
them must have a row. Raises SystemExit with all findings, and writes nothing, when a name is missing, is in the
wrong script, or names two States.
"""

from __future__ import annotations

import csv
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from hdx.location.country import Country
from state_tables import ALIASES, CORRECTIONS, EUROPEAN_UNION, GROUPS, OBSERVERS, OTHERS

LANGUAGES = {"en": "English", "fr": "French", "es": "Spanish", "ru": "Russian", "ar": "Arabic", "zh": "Chinese"}
COLUMNS = [
    *("iso3", "iso2", "m49", "region", "subregion", "group", "standing"),
    *(f"name_{language}" for language in LANGUAGES),
    "aliases",
]
SCRIPTS = {
    "ru": re.compile(r"[Ѐ-ӿ' ,()—-]+"),
    "ar": re.compile(r"[؀-ۿ ()-]+"),
    "zh": re.compile(r"[一-鿿]+"),
}
LATIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ' ,()-]+")
MEMBERS = 193

Row = dict[str, str]


def plain(text: str) -> str:
    """`text` without case, accents and punctuation, as the package compares names."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(char for char in decomposed if not unicodedata.combining(char))
    return re.sub(r"[\W_]+", " ", kept).strip()


def tidy(text: str) -> str:
    """`text` in composed form, with one kind of apostrophe and single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).replace("\u2019", "'").split())


def code(number: object) -> str:
    """An M49 code as three digits; empty where there is none."""
    return f"{int(str(number)):03d}" if number else ""


def state(iso3: str, group: str, standing: str, held: dict[str, object]) -> Row:
    """The row of one State. The intermediate region, where M49 has one, is taken as the sub-region."""
    names = {
        f"name_{language}": CORRECTIONS.get((iso3, language)) or tidy(str(held[f"{long} Short"] or ""))
        for language, long in LANGUAGES.items()
    }
    formal = re.sub(r"^the ", "", tidy(str(held["English Formal"] or "")))
    return {
        "iso3": iso3,
        "iso2": str(held["ISO 3166-1 Alpha 2-Codes"]),
        "m49": code(held["m49 numerical code"]),
        "region": code(held["Region Code"]),
        "subregion": code(held["Intermediate Region Code"] or held["Sub-region Code"]),
        "group": group,
        "standing": standing,
        **names,
        "aliases": further(names, [formal, *ALIASES.get(iso3, "").split(";")]),
    }


def further(names: Row, aliases: list[str]) -> str:
    """The aliases, `;`-separated, that no name and no earlier alias already spells."""
    seen = {plain(name) for name in names.values()}
    kept: list[str] = []
    for alias in filter(None, aliases):
        if plain(alias) not in seen:
            kept.append(alias)
            seen.add(plain(alias))
    return ";".join(kept)


def rows() -> list[Row]:
    """All rows, sorted by code."""
    countries = Country.countriesdata(use_live=False)["countries"]
    members = [(iso3, group, "member") for group, listed in GROUPS.items() for iso3 in listed.split()]
    observers = [(iso3, "", "observer") for iso3 in OBSERVERS]
    others = [(iso3, "", "other") for iso3 in OTHERS]
    made = [state(*who, held=countries[who[0]]) for who in (*members, *observers, *others)]
    union = dict.fromkeys(COLUMNS, "") | EUROPEAN_UNION
    union["aliases"] = further({k: v for k, v in union.items() if k.startswith("name_")}, ALIASES["EUE"].split(";"))
    return sorted([*made, union], key=lambda row: row["iso3"])


def findings(made: list[Row], tables: list[Path]) -> Iterator[str]:
    """Everything that is wrong, one sentence each."""
    members = [row["iso3"] for row in made if row["standing"] == "member"]
    if len(members) != MEMBERS or len(set(members)) != MEMBERS:
        yield f"expected {MEMBERS} Member States, each in one group, got {len(members)}"
    for row in made:
        for language in LANGUAGES:
            if not SCRIPTS.get(language, LATIN).fullmatch(row[f"name_{language}"]):
                yield f"{row['iso3']}: name_{language} {row[f'name_{language}']!r} is empty or in another script"
    yield from ambiguous(made)
    known = {row["iso3"] for row in made}
    for table in tables:
        with table.open(encoding="utf-8", newline="") as stream:
            unknown = {row["iso3"] for row in csv.DictReader(stream)} - known
        if unknown:
            yield f"{table.name} has codes without a row: {', '.join(sorted(unknown))}"


def ambiguous(made: list[Row]) -> Iterator[str]:
    """Spellings that lead to two States: names, aliases and codes together."""
    owner: dict[str, str] = {}
    for row in made:
        names = [row[f"name_{language}"] for language in LANGUAGES]
        for spelling in [row["iso3"], row["iso2"], *names, *filter(None, row["aliases"].split(";"))]:
            if owner.setdefault(plain(spelling), row["iso3"]) != row["iso3"]:
                yield f"{spelling!r} names both {owner[plain(spelling)]} and {row['iso3']}"


def main(target: Path, tables: list[Path]) -> None:
    """Write `target`, or stop with what is wrong."""
    made = rows()
    if wrong := list(findings(made, tables)):
        raise SystemExit("\n".join(wrong))
    with target.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(made)
    print(f"{len(made)} rows written to {target}")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]])
