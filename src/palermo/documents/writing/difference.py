"""The difference of two texts, word by word: as JSON, as Markdown, and as a page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from palermo.documents.lineage import Difference, Pairing, Run
from palermo.documents.tree import Document
from palermo.documents.writing.markdown import escaped
from palermo.documents.writing.markup import Markup, element, joined
from palermo.documents.writing.sheet import sheet
from palermo.documents.writing.vocabulary import words

TAGS = {"added": "ins", "removed": "del"}


def difference_as_json(difference: Difference) -> dict[str, Any]:
    """Plain values for `json.dumps`: counts, and each pairing with its runs and the identifiers of its paragraphs."""
    return {
        "old": difference.old,
        "new": difference.new,
        "counts": difference.counts(),
        "pairings": [
            {
                "kind": pairing.kind,
                "old": [paragraph.id for paragraph in pairing.old],
                "new": [paragraph.id for paragraph in pairing.new],
                "runs": [{"kind": run.kind, "text": run.text} for run in pairing.runs],
            }
            for pairing in difference.pairings
        ],
    }


def difference_as_markdown(difference: Difference, old: Document, new: Document) -> str:
    """One entry for each pairing; `<ins>` and `<del>` around what is added and removed."""
    said = words(new.language)
    counts = ", ".join(f"{said[f'changes.{kind}']}: {count}" for kind, count in difference.counts().items())
    head = [
        f"# {said['changes.difference']}",
        f"- {said['changes.before']}: {escaped(named(old))}\n- {said['changes.after']}: {escaped(named(new))}",
        counts,
    ]
    names = _names(old), _names(new)
    entries = [
        f"**{said[f'changes.{each.kind}']}** {escaped(_sides(each, *names))}\n\n{_marked(each.runs)}"
        for each in difference.pairings
    ]
    return "\n\n".join([*head, *entries]) + "\n"


def difference_as_html(difference: Difference, old: Document, new: Document) -> str:
    """A page that stands alone, like that of a document."""
    said = words(new.language)
    title = f"{said['changes.difference']}: {named(old)} → {named(new)}"
    facts = [
        element("div", element("dt", said[f"changes.{kind}"]), " ", element("dd", str(count)))
        for kind, count in difference.counts().items()
    ]
    texts = [
        element("div", element("dt", said[f"changes.{side}"]), " ", element("dd", element("bdi", named(document))))
        for side, document in (("before", old), ("after", new))
    ]
    head = element(
        "header",
        element("h1", said["changes.difference"]),
        *(element("dl", *row, class_="facts") for row in (texts, facts)),
    )
    names = _names(old), _names(new)
    rows = [_row(each, said[f"changes.{each.kind}"], _sides(each, *names)) for each in difference.pairings]
    body = joined((head, element("main", *rows, id="text"), element("footer", element("p", said["source"]))), "\n")
    return sheet(title, new.language, body)


def named(document: Document) -> str:
    """Symbol and title of a document; its name where it has neither."""
    head = document.masthead
    return ", ".join(part for part in (head.symbol, head.title) if part) or document.name


def _names(document: Document) -> dict[str, str]:
    """What each paragraph is called: its number as printed; of a recital, its place in the preamble."""
    said = words(document.language)
    made = {paragraph.id: f"{said['preamble']} {at}" for at, paragraph in enumerate(document.preamble, 1)}
    made |= {paragraph.id: paragraph.num.rstrip(". ") or paragraph.id for paragraph in document.operative}
    for annex in document.annexes:
        made |= {each.id: f"{said['annex']}, {each.num.rstrip('. ') or each.id}" for each in annex.paragraphs}
    return made


def _sides(pairing: Pairing, before: dict[str, str], after: dict[str, str]) -> str:
    old = ", ".join(before[paragraph.id] for paragraph in pairing.old)
    new = ", ".join(after[paragraph.id] for paragraph in pairing.new)
    return old if old == new else " → ".join((old or "–", new or "–"))


def _row(pairing: Pairing, kind: str, sides: str) -> Markup:
    place = element("p", element("bdi", sides), class_="place")
    head = element("div", element("span", kind, class_="what"), place)
    return element("section", head, element("p", *map(_run, pairing.runs)), class_=f"pairing {pairing.kind}")


def _run(run: Run) -> Markup | str:
    return element(TAGS[run.kind], run.text) if run.kind in TAGS else run.text


def _marked(runs: Sequence[Run]) -> str:
    return " ".join(
        f"<{TAGS[run.kind]}>{escaped(run.text)}</{TAGS[run.kind]}>" if run.kind in TAGS else escaped(run.text)
        for run in runs
    )
