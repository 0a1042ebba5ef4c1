"""How well units of commitment are found, beside what people found: prints tables, and every disagreement.

`python benchmarks/units.py SHARED` or with the folder in PALERMO_SHARED. It reads `data/documents/coded_clauses.csv`
(clauses of resolutions whose addressees people coded), the Global Plan of Action, and every English text of
`data/documents/text`.
"""

from __future__ import annotations

import csv
import os
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from palermo.documents.opening import document_of
from palermo.documents.tree import Document, Item, Masthead, Paragraph
from palermo.documents.units import Unit, units_of

# From the categories of the people who coded to ours. Theirs are coarser in some places: both sides meet in the names
# on the right.
THEIRS = {
    "All Member States": "States",
    "Group of States": "States",
    "International Community": "everybody",
    "UN Organ": "United Nations",
    "WHO Director-General": "United Nations",
    "Director-General of the WHO": "United Nations",
    "UN Secretary General": "Secretary-General",
    "Secretary-General": "Secretary-General",
    "Multilateral Organizations": "organizations",
    "Private sector": "private sector",
    "civil society": "civil society",
    "Other": "others",
}
OURS = {
    "states": "States",
    "states_parties": "States",
    "state": "States",
    "donors": "others",
    "all_stakeholders": "everybody",
    "un_entity": "United Nations",
    "general_assembly": "United Nations",
    "security_council": "United Nations",
    "ecosoc": "United Nations",
    "special_rapporteurs": "United Nations",
    "conference_of_parties": "United Nations",
    "secretary_general": "Secretary-General",
    "regional_organization": "organizations",
    "international_organization": "organizations",
    "civil_society": "civil society",
    "private_sector": "private sector",
    "media": "others",
    "other": "others",
}
NUMBER = re.compile(r"^\s*\d+\.\s*")
ITEM = re.compile(r"\s*\(([a-z])\)\s+(?=[A-Z])")


def coded(folder: Path) -> list[dict[str, str]]:
    with (folder / "data/documents/coded_clauses.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def clause(row: dict[str, str]) -> Document:
    """The clause as a document of its own: its number taken off, its items cut out."""
    text, *parts = ITEM.split(NUMBER.sub("", row["clause_text"]))
    items = tuple(
        Item(f"main__para_1__item_{mark}", f"({mark})", part)
        for mark, part in zip(parts[::2], parts[1::2], strict=True)
    )
    paragraph = Paragraph("main__para_1", "1.", "", text.replace(" :", ":"), items)
    organ = "World Health Assembly" if row["document"].startswith("WHA") else "General Assembly"
    return Document(row["document"], "en", Masthead(organ=organ), operative=(paragraph,))


def theirs(row: dict[str, str]) -> set[str]:
    return {THEIRS[name.strip()] for name in row["addressees"].split(";") if name.strip()}


def ours(units: Iterable[Unit]) -> set[str]:
    """Whom the units ask: an organ that decides asks nobody, and people coded nobody."""
    return {
        OURS[who.kind]
        for unit in units
        for who in unit.addressees
        if not (unit.act == "deciding" and who.implied and who.kind != "states")
    }


def cause(expected: set[str], found: set[str]) -> str:
    """Why two readings differ, by the marks that can be told without judging the sentence."""
    if not found:
        return "we find nobody: the clause only stresses or welcomes"
    if "organizations" in expected ^ found and "United Nations" in expected ^ found:
        return "specialized agency or organization: where the line runs"
    if found - expected and not expected - found:
        return "we name more: " + ", ".join(sorted(found - expected))
    if expected - found and not found - expected:
        return "they name more: " + ", ".join(sorted(expected - found))
    return "other category: " + ", ".join(sorted(expected - found)) + " for " + ", ".join(sorted(found - expected))


def agreement(folder: Path) -> None:
    rows = coded(folder)
    pairs = [(row, theirs(row), ours(units_of(clause(row)))) for row in rows]
    same = sum(expected == found for _, expected, found in pairs)
    common = sum(bool(expected & found) or expected == found for _, expected, found in pairs)
    states = sum(expected == {"States"} for _, expected, _ in pairs)
    print(f"\nCoded clauses: {len(rows)}\n")
    print("| Rule | Clauses | Share |\n|---|---:|---:|")
    for name, count in (("same set of kinds", same), ("at least one in common", common), ("always 'States'", states)):
        print(f"| {name} | {count} | {count / len(rows):.1%} |")
    print("\n| Category of theirs | met in | clauses |\n|---|---|---:|")
    counts = Counter(name.strip() for row in rows for name in row["addressees"].split(";") if name.strip())
    for name, count in counts.most_common():
        print(f"| {name} | {THEIRS[name]} | {count} |")
    print("\n| Category | theirs | ours | both |\n|---|---:|---:|---:|")
    for name in sorted(set(THEIRS.values())):
        print(
            f"| {name} | {sum(name in expected for _, expected, _ in pairs)} | "
            f"{sum(name in found for _, _, found in pairs)} | "
            f"{sum(name in expected & found for _, expected, found in pairs)} |"
        )
    differences(pairs)


def differences(pairs: list[tuple[dict[str, str], set[str], set[str]]]) -> None:
    causes: dict[str, list[str]] = defaultdict(list)
    for row, expected, found in pairs:
        if expected != found:
            where = f"{row['document']} ({row['clause_number']})"
            causes[cause(expected, found)].append(where)
    print("\n| Cause of the difference | Clauses | Where |\n|---|---:|---|")
    for name, where in sorted(causes.items(), key=lambda item: -len(item[1])):
        print(f"| {name} | {len(where)} | {'; '.join(where)} |")


def plan(folder: Path) -> None:
    document = document_of(next((folder / "data/documents/text").glob("A_RES_64_293*")))
    found = {unit.within.split("__item")[0]: unit for unit in units_of(document) if unit.addressees}
    measures = [held for annex in document.annexes for held in annex.paragraphs if held.num]
    missing = [held.num for held in measures if held.id not in found]
    print(
        f"\nPlan: {len(measures) - len(missing)} of {len(measures)} measures with act and addressee; "
        f"missing {missing}"
    )


def english(folder: Path) -> Iterator[tuple[Path, Document]]:
    for path in sorted((folder / "data/documents/text").glob("*.en*.txt")):
        yield path, document_of(path)


def texts(folder: Path) -> None:
    documents = list(english(folder))
    began = time.process_time()
    documents = list(english(folder))  # again, with every pattern made
    parsing = time.process_time() - began
    [units_of(document) for _, document in documents]
    began = time.process_time()
    found = [units_of(document) for _, document in documents]
    splitting = time.process_time() - began
    paragraphs = [held for _, document in documents for held in document.operative if held.num]
    within = {
        (path, unit.within.split("__item")[0])
        for (path, _), units in zip(documents, found, strict=True)
        for unit in units
    }
    having = sum((path, held.id) in within for path, document in documents for held in document.operative if held.num)
    asking = [unit for units in found for unit in units if unit.act == "directive"]
    named = sum(any(not who.implied for who in unit.addressees) for unit in asking)
    print(f"\nEnglish texts: {len(documents)}; units {sum(map(len, found))}")
    print(
        f"numbered operative paragraphs with a unit: {having} of {len(paragraphs)} ({having / len(paragraphs):.1%})"
    )
    print(
        f"directive units with an addressee: {sum(bool(unit.addressees) for unit in asking)} of {len(asking)}; "
        f"named {named}"
    )
    others = Counter(who.name for units in found for unit in units for who in unit.addressees if who.kind == "other")
    print(f"addressees of kind 'other': {sum(others.values())}: {others.most_common(12)}")
    print(
        f"parsing {parsing:.2f} s, units {splitting:.2f} s ({splitting / parsing:.0%}); "
        f"{len(documents) / splitting:.0f} documents a second"
    )


if __name__ == "__main__":
    shared = Path(sys.argv[1] if len(sys.argv) > 1 else os.environ["PALERMO_SHARED"])
    agreement(shared)
    plan(shared)
    texts(shared)
