"""How well the topics of paragraphs are told: beside labels that people gave, and in one language beside another.

    PALERMO_SHARED=FOLDER python3 dev.py bench topics

The folder holds `data/commitments`, where people gave each paragraph of two resolutions and each measure of a plan
the topic it is mainly about, and `data/documents/text` with the same resolutions in several languages. The rules give
every topic that a paragraph names, so that precision against one main topic is a lower bound. The table without
headings shows what the headings of a plan add. CPU time is `time.process_time`.
"""

from __future__ import annotations

import csv
import os
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from palermo.documents import Document, parse, read
from palermo.documents.topics import TOPICS, topics_in, topics_of

# The codes of the tables, as topics. LAW is the law as a whole: ratification, and at times the definition in the law.
CODES = {
    "PREV": "prevention",
    "PROT": "protection",
    "PROS": "prosecution",
    "PART": "partnership",
    "DATA": "data",
    "FUND": "funding",
    "REP": "reporting",
    "LAW": "ratification",
}
TABLES = (("global_plan_measures.csv", "annex_1"), ("coordination_paragraphs.csv", "main"))
TEXTS = {"A/RES/64/293": "A_RES_64_293.en.eosg.txt", "A/RES/70/179": "A_RES_70_179.en.eosg.txt"}
PARALLEL = {"A_RES_78_228": ("fr", "es", "ru", "ar", "zh"), "A_RES_80_9": ("fr",), "A_RES_80_228": ("es",)}
Topics = Mapping[str, set[str]]


def main() -> None:
    """Print the tables, or say that there is nothing to measure."""
    folder = os.environ.get("PALERMO_SHARED")
    if not folder:
        raise SystemExit(
            "PALERMO_SHARED does not name the folder with the reference texts; see the head of this file"
        )
    data = Path(folder, "data")
    against_people(data)
    between_languages(data)


def against_people(data: Path) -> None:
    """Precision and recall of each topic against the labels that people gave."""
    documents = {symbol: parse(read(data / "documents/text" / name)) for symbol, name in TEXTS.items()}
    held = list(labelled(data))
    for title, found in (("with headings", with_headings(documents)), ("headings off", without_headings(documents))):
        counts = Counter[tuple[str, str]]()
        for symbol, paragraph, wanted in held:
            given = found[symbol][paragraph]
            counts.update((topic, "right") for topic in wanted & given)
            counts.update((topic, "too many") for topic in given - wanted)
            counts.update((topic, "missed") for topic in wanted - given)
        print(
            f"{len(held)} labelled paragraphs, {title}\n{'topic':14}{'right':>7}{'too many':>10}{'missed':>8}", end=""
        )
        print(f"{'precision':>11}{'recall':>8}")
        for topic in (*TOPICS, "all"):
            print(row(topic, counts))
        print()


def row(topic: str, counts: Counter[tuple[str, str]]) -> str:
    """One line of the table."""
    topics = TOPICS if topic == "all" else (topic,)
    right, extra, missed = (sum(counts[each, kind] for each in topics) for kind in ("right", "too many", "missed"))
    precision, recall = right / (right + extra or 1), right / (right + missed or 1)
    return f"{topic:14}{right:7}{extra:10}{missed:8}{precision:11.2f}{recall:8.2f}"


def labelled(data: Path) -> Iterator[tuple[str, str, set[str]]]:
    """Symbol, identifier of the paragraph, and its topics, for each labelled paragraph."""
    for name, root in TABLES:
        with (data / "commitments" / name).open(encoding="utf-8", newline="") as file:
            for line in csv.DictReader(file):
                topics = {CODES[code] for code in line["topics"].split(";") if code in CODES}
                yield line["document"], f"{root}__para_{line['paragraph']}", topics


def with_headings(documents: Mapping[str, Document]) -> dict[str, Topics]:
    """The topics of each paragraph under the heading of its section."""
    return {symbol: named(document) for symbol, document in documents.items()}


def without_headings(documents: Mapping[str, Document]) -> dict[str, Topics]:
    """The topics of each paragraph by its own text alone."""
    return {
        symbol: {
            each.id: {
                label.topic for label in topics_of(each.text + " ".join(item.text for item in each.items), "en")
            }
            for each in document.paragraphs()
        }
        for symbol, document in documents.items()
    }


def named(document: Document) -> Topics:
    """The topics of each part."""
    return {part: {label.topic for label in labels} for part, labels in topics_in(document).items()}


def between_languages(data: Path) -> None:
    """How far a language gives the same topics as English to the same paragraph."""
    print(f"{'parallel text':20}{'paragraphs':>11}{'same topics':>12}{'shared labels':>14}{'ms a text':>11}")
    for name, languages in PARALLEL.items():
        english = named(parse(read(data / f"documents/text/{name}.en.txt")))
        for language in languages:
            document = parse(read(data / f"documents/text/{name}.{language}.txt"))
            topics_in(document)
            start = time.process_time()
            other = named(document)
            spent = (time.process_time() - start) * 1000
            pairs = [(english[each.id], other[each.id]) for each in document.paragraphs() if each.id in english]
            same = sum(one == two for one, two in pairs) / len(pairs)
            shared = sum(len(one & two) for one, two in pairs) / sum(len(one | two) for one, two in pairs)
            print(f"{name + ' ' + language:20}{len(pairs):11}{same:12.1%}{shared:14.1%}{spent:11.0f}")


if __name__ == "__main__":
    main()
