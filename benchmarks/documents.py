"""How fast texts are read, beside two peers that only take the characters out of a PDF: pypdf and pdfplumber.

Run `python benchmarks/documents.py`. With PALERMO_SHARED it reads the reference texts in that folder; without it,
invented ones of the same size. Figures are CPU time of one process (`time.process_time`), the best of three runs
after one that warms the patterns. Memory is what the process holds (resident set) while it reads text after text.
"""

from __future__ import annotations

import argparse
import importlib.util
import io
import os
import re
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from statistics import median
from typing import NamedTuple

from pypdf import PdfReader, PdfWriter

from palermo.documents import Source, akn, parse, read
from palermo.documents.references import find

WORDS = 5_000  # of a usual text; speeds are given for texts of this size
PDF_PAGES = 123
BAR_TEXTS, BAR_PDF = 100, 2.0
MEMORY_AT = (500, 2_500, 5_000)
NOUNS = ("lighthouses", "harbours", "keepers", "lamps", "coasts", "pilots", "reefs", "tides", "channels", "crews")
WIDTH = 88


class Row(NamedTuple):
    """A line of the table: what was done, how much of it a second, and what that should be at least."""

    what: str
    figure: str
    bar: str = ""


def cost(work: Callable[[], object], runs: int = 3) -> float:
    """Seconds of CPU, the best of several runs after one that is not counted."""
    work()
    spent = []
    for _ in range(runs):
        start = time.process_time()
        work()
        spent.append(time.process_time() - start)
    return min(spent)


def invented(number: int) -> str:
    """A resolution of about 5,000 words with notes and references, on pages of 46 lines."""
    chance = Random(number)
    lines = [
        "United Nations", f"A/RES/90/{number}", "General Assembly", "Distr.: General", "3 May 2036",
        "Ninetieth session", "Resolution adopted by the General Assembly on 1 May 2036",
        f"90/{number}. Lamps on the coast", "The General Assembly,", "",
    ]  # fmt: skip
    for at in range(25):
        cited = f"{60 + at}/{at + 100} of {at + 1} May 2030"
        lines += [*wrapped(f"Recalling its resolution {cited}, {clause(chance)},"), ""]
    for at in range(1, 36):
        lines += [*wrapped(f"{at}. Requests States parties to the Convention to keep {clause(chance)};"), ""]
    pages = [lines[at : at + 46] for at in range(0, len(lines), 46)]
    notes = "\n\n__________________\n{0} United Nations, Treaty Series, vol. 2225, No. 39574.\n\n36-10021  {0}/{1}"
    return "\f".join("\n".join(page) + notes.format(n, len(pages)) for n, page in enumerate(pages, 1))


def clause(chance: Random) -> str:
    """Some eighty words about nothing that was ever adopted."""
    return " ".join(f"the {chance.choice(NOUNS)} of the {chance.choice(NOUNS)} and" for _ in range(13)) + " all lamps"


def wrapped(text: str) -> Iterator[str]:
    """The text in lines of print."""
    yield from re.findall(rf".{{1,{WIDTH}}}(?:\s|$)", text)


def printed(texts: Sequence[str]) -> bytes:
    """The texts as a PDF of plain type, a page for each form feed."""
    pages = [page for text in texts for page in text.split("\f")][:PDF_PAGES]
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    parts = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
             "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]  # fmt: skip
    for n, page in enumerate(pages):
        rows = " ".join(f"({re.sub(r'([()])', '', line)}) '" for line in page.split("\n"))
        stream = f"BT /F1 10 Tf 13 TL 56 790 Td {rows} ET"
        parts.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * n} 0 R >>"
        )
        parts.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    out, places = "%PDF-1.4\n", []
    for n, part in enumerate(parts, 1):
        places.append(len(out))
        out += f"{n} 0 obj\n{part}\nendobj\n"
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(parts) + 1
    table = f"xref\n0 {size}\n0000000000 65535 f \n{rows}trailer\n<< /Size {size} /Root 1 0 R >>"
    return f"{out}{table}\nstartxref\n{len(out)}\n%%EOF".encode("latin-1")


def repeated(files: Sequence[Path]) -> bytes:
    """The pages of these PDFs, over and over, as one of 123 pages."""
    pages = [page for file in files for page in PdfReader(file).pages]
    writer = PdfWriter()
    for n in range(PDF_PAGES):
        writer.add_page(pages[n % len(pages)])
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


class Texts(NamedTuple):
    """What is read: where it comes from, layout texts, files of AKN4UN, a PDF."""

    name: str
    layout: list[Source]
    akn: list[Path]
    pdf: Path


def shared(folder: Path, into: Path) -> Texts:
    """The reference texts in English."""
    texts = [read(path) for path in sorted(folder.glob("text/*.en.txt"))]
    pdf = into / "long.pdf"
    pdf.write_bytes(repeated(sorted(folder.glob("pdf/*.pdf"))))
    return Texts("reference texts", texts, sorted(folder.glob("akn/*.en.xml")), pdf)


def made_up(into: Path) -> Texts:
    """Invented texts of the same size."""
    layout, files = [], []
    for number in range(1, 21):
        text, path = into / f"{number}.txt", into / f"{number}.xml"
        text.write_text(invented(number), encoding="utf-8")
        layout.append(read(text))
        path.write_bytes(akn.write(parse(layout[-1], "en")))
        files.append(path)
    pdf = into / "long.pdf"
    pdf.write_bytes(printed([invented(number) for number in range(1, 21)]))
    return Texts("invented texts", layout, files, pdf)


def words_in(texts: Sequence[Source]) -> list[int]:
    return [sum(len(page.text.split()) for page in text.pages) for text in texts]


def speeds(texts: Texts) -> list[Row]:
    """Texts of 5,000 words a second: by the tree alone, with references, and from XML."""
    share = sum(words_in(texts.layout)) / WORDS
    documents = [parse(text, "en") for text in texts.layout]
    tree = cost(lambda: [parse(text, "en") for text in texts.layout])
    whole = tree + cost(lambda: [find(document) for document in documents])
    flat = [Source(text.name, "pages", text.pages) for text in texts.layout]
    pages = cost(lambda: [parse(text, "en") for text in flat])
    xml = cost(lambda: [akn.read(path) for path in texts.akn])
    held = [sum(len(p.text.split()) for p in akn.read(path).paragraphs()) for path in texts.akn]
    kept = "kept" if share / whole >= BAR_TEXTS else "MISSED"
    return [
        Row("layout text to tree", f"{share / tree:,.0f} texts a second"),
        Row("layout text to tree and references", f"{share / whole:,.0f} texts a second", f"bar {BAR_TEXTS}: {kept}"),
        Row("flattened pages to tree", f"{share / pages:,.0f} texts a second"),
        Row("AKN4UN to tree", f"{len(texts.akn) / xml:,.0f} files a second, {median(held):,.0f} words each"),
    ]


def pdf_speeds(pdf: Path) -> list[Row]:
    """Pages a second out of one long PDF, and what two libraries need for its characters alone."""
    ours = cost(lambda: read(pdf), runs=2)
    whole = cost(lambda: parse(read(pdf), "en"), runs=2)
    kept = "kept" if whole <= BAR_PDF else "MISSED"
    return [
        Row(f"PDF of {PDF_PAGES} pages to lines", f"{PDF_PAGES / ours:,.0f} pages a second, {ours:.2f} s"),
        Row(f"PDF of {PDF_PAGES} pages to tree", f"{PDF_PAGES / whole:,.0f} pages a second, {whole:.2f} s",
            f"bar {BAR_PDF:.0f} s: {kept}"),
        Row("  pypdf, characters only", peer(lambda: [page.extract_text() for page in PdfReader(pdf).pages])),
        Row("  pdfplumber, characters only", plumbed(pdf)),
    ]  # fmt: skip


def peer(work: Callable[[], object]) -> str:
    seconds = cost(work, runs=1)
    return f"{PDF_PAGES / seconds:,.0f} pages a second, {seconds:.2f} s"


def plumbed(pdf: Path) -> str:
    """The same by pdfplumber, which is no dependency."""
    if importlib.util.find_spec("pdfplumber") is None:
        return "not installed"
    plumber = importlib.import_module("pdfplumber")

    def work() -> None:
        with plumber.open(pdf) as opened:
            for page in opened.pages:
                page.extract_text()
                page.close()

    return peer(work)


def memory(texts: Texts, at: Sequence[int]) -> Iterator[Row]:
    """What the process holds after so many texts, read one after the other and let go."""
    done = 0
    for goal in at:
        while done < goal:
            document = parse(texts.layout[done % len(texts.layout)], "en")
            find(document)
            done += 1
        yield Row(f"memory after {goal:,} texts", f"{resident() / 1024 / 1024:,.0f} MiB")


def resident() -> int:
    """The bytes that the process holds in memory, where the system says so."""
    statm = Path("/proc/self/statm")
    return int(statm.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") if statm.is_file() else 0


def show(rows: Sequence[Row]) -> None:
    for row in rows:
        print(f"{row.what:<42}{row.figure:<44}{row.bar}".rstrip())


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--memory", type=int, default=MEMORY_AT[-1], help="the most texts read to watch memory")
    most = parser.parse_args().memory
    folder = os.environ.get("PALERMO_SHARED")
    with tempfile.TemporaryDirectory() as temporary:
        into = Path(temporary)
        texts = shared(Path(folder) / "data" / "documents", into) if folder else made_up(into)
        count = words_in(texts.layout)
        print(f"{len(count)} {texts.name}, {median(count):,.0f} words each (median); speeds are for {WORDS:,} words")
        show(speeds(texts))
        show(pdf_speeds(texts.pdf))
        show(list(memory(texts, [goal for goal in MEMORY_AT if goal <= most] or [most])))


if __name__ == "__main__":
    main()
