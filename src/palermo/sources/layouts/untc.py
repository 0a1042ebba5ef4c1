"""A status table of the United Nations Treaty Collection, as its site shows it or exports it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from palermo.reference import ActKind, PartialDate, plain
from palermo.sources import withdrawals
from palermo.sources.intake import Intake, Unusable
from palermo.sources.layouts.layout import Asked, Layout, Recognised
from palermo.sources.names import SUPERSCRIPTS, Participant, participant
from palermo.sources.problems import NOTE, WARNING, SourceError, shown
from palermo.sources.tables import HEADER_WITHIN, WIDEST_HEADER, Header, Line, Table

MARKS = {
    "a": ActKind.ACCESSION,
    "A": ActKind.ACCEPTANCE,
    "AA": ActKind.APPROVAL,
    "c": ActKind.FORMAL_CONFIRMATION,
    "d": ActKind.SUCCESSION,
    "s": ActKind.DEFINITIVE_SIGNATURE,
    "P": ActKind.PARTICIPATION,
}
BY_SUCCESSION = "signature by succession"
CONSENTING = (
    "ratification", "accession", "acceptance", "approval", "succession", "confirmation", "definitive", "consent",
    "adhesion", "acceptation", "approbation", "participation",
)  # fmt: skip
DATED = re.compile(r"(.*?\d{4})(?!\d)(.*)", re.DOTALL)
SURE = 0.9
MOST_FOOTNOTES = 20


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns of the table are; None for one that it does not have. `ratifying`: a bare date means that."""

    participant: int
    signature: int | None
    consent: int | None
    effect: int | None
    ratifying: bool
    others: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """What a cell says: a date, the mark after it, the footnotes it points to, whether it stands in brackets."""

    date: PartialDate
    mark: str = ""
    footnotes: tuple[str, ...] = ()
    bracketed: bool = False


@dataclass
class Told:
    """One row, read: who, and what was signed and deposited."""

    row: int
    state: str
    who: Participant
    signed: Entry | None = None
    deposited: Entry | None = None
    effect: Entry | None = None
    footnotes: list[str] = field(default_factory=list)

    @property
    def bracketed(self) -> bool:
        """Whether the depositary sets the entry in brackets, which it does for those that left."""
        held = (self.signed, self.deposited)
        return self.who.bracketed or any(entry.bracketed for entry in held if entry)


def recognise(table: Table, asked: Asked) -> Recognised | None:
    """Nearly sure where one column is `Participant` and another a signature or a way to consent."""
    if asked.mapping is not None:
        return None
    for position, line in enumerate(table.lines[:HEADER_WITHIN]):
        names = tuple(_plain(cell) for cell in line.cells[:WIDEST_HEADER])
        if _is_header(names):
            return Recognised(SURE, Header(table, position, names))
    return None


def rows(intake: Intake, header: Header, asked: Asked) -> Callable[[Line], None]:
    """Takes in one row at a time; raise `SourceError` where the operator does not say which instrument it is."""
    if not asked.instrument:
        raise SourceError("instrument-needed", "this table does not name its instrument; say which one it is.")
    columns = _columns(header)
    for other in columns.others:
        intake.note(
            "column-ignored", NOTE, header.line.number, header.line.cell(other)[:60], "a column of dates",
            "another one", "Not read.",
        )  # fmt: skip

    def take(line: Line) -> None:
        _take(intake, asked.instrument, _told(intake, columns, line))

    return take


def _plain(cell: str) -> str:
    return re.sub(r"( \d{1,3})+$", "", plain(cell))


def _is_header(names: tuple[str, ...]) -> bool:
    named = any(name in ("participant", "participants") for name in names)
    return named and any(name.startswith("signature") or _consenting(name) for name in names)


def _consenting(name: str) -> bool:
    return not name.startswith("signature") and any(word in name for word in CONSENTING)


def _columns(header: Header) -> Columns:
    places: dict[str, list[int]] = {"participant": [], "signature": [], "consent": [], "effect": [], "other": []}
    for place, name in enumerate(header.names):
        places[_role(name)].append(place) if name else None
    for role in ("participant", "signature", "consent", "effect"):
        if len(places[role]) > 1:
            raise SourceError("columns", f"the table has {len(places[role])} columns of {role}; keep one of them.")
    one = {role: held[0] if held else None for role, held in places.items()}
    who, consent = one["participant"], one["consent"]
    assert who is not None
    ratifying = consent is not None and "ratification" in header.names[consent]
    return Columns(who, one["signature"], consent, one["effect"], ratifying, tuple(places["other"]))


def _role(name: str) -> str:
    if name in ("participant", "participants"):
        return "participant"
    if name.startswith("signature"):
        return "signature"
    if name.startswith(("entry into force", "entree en vigueur", "date of effect")):
        return "effect"
    return "consent" if _consenting(name) else "other"


def _told(intake: Intake, columns: Columns, line: Line) -> Told:
    who = participant(line.cell(columns.participant))
    told = Told(line.number, intake.state(line.cell(columns.participant), line.number, "Participant"), who)
    told.signed = _entry(intake, line, columns.signature, "Signature")
    told.deposited = _entry(intake, line, columns.consent, "Ratification")
    told.effect = _entry(intake, line, columns.effect, "Entry into force")
    if told.deposited and not told.deposited.mark and not columns.ratifying:
        raise intake.refuse(
            "mark", line.number, "Ratification", "a mark that says how the State consented", "a date alone",
            f"One of {', '.join(MARKS)}.",
        )  # fmt: skip
    if not (told.signed or told.deposited):
        raise intake.refuse("no-act", line.number, "", "a signature or a consent", "neither", "Look at the row.")
    told.footnotes = [
        *who.footnotes,
        *(note for entry in (told.signed, told.deposited) if entry for note in entry.footnotes),
    ]
    return told


def _entry(intake: Intake, line: Line, place: int | None, column: str) -> Entry | None:
    text = intake.text(line.cell(place), line.number, column) if place is not None else ""
    if not text:
        return None
    bracketed = text.startswith("[") and "]" in text
    inner = " ".join(text.replace("[", " ").replace("]", " ").split()) if bracketed else " ".join(text.split())
    found = DATED.fullmatch(inner)
    words = re.split(r"[\s,()]+", found[2].translate(SUPERSCRIPTS)) if found else []
    marks = [word for word in words if word and not word.isdigit() and word != "*"]
    if len(marks) > 1 or any(mark not in MARKS for mark in marks):
        raise intake.refuse(
            "mark", line.number, column, f"a date and one mark of {', '.join(MARKS)}", shown(text), "Look at the row."
        )
    day = intake.date(found[1] if found else inner, line.number, column)
    assert day is not None
    return Entry(day, marks[0] if marks else "", tuple(word for word in words if word.isdigit()), bracketed)


def _take(intake: Intake, instrument: str, told: Told) -> None:
    ended, unclear = _withdrawal(intake, told)
    if told.bracketed and ended is None:
        why = unclear or "no footnote of this row announces a withdrawal"
        intake.note(
            "withdrawal-unclear", WARNING, told.row, "Participant", "a footnote that says since when the State left",
            f"an entry in brackets: {why}", "Left out whole: read the footnote and enter the acts by hand.",
        )  # fmt: skip
        raise Unusable
    if unclear:
        intake.note(
            "withdrawal-unclear", WARNING, told.row, "Participant", "a footnote that can be read in one way",
            unclear, "The row is kept without it: read the footnote and enter what it says by hand.",
        )  # fmt: skip
    _acts(intake, instrument, told)
    if ended:
        intake.act(
            told.row, "Participant", instrument=instrument, state=told.state, kind=ActKind.DENUNCIATION,
            date=ended.notified, effect=ended.effect,
        )  # fmt: skip
        intake.note(
            "withdrawal-read", NOTE, told.row, "Participant", "a person to check what a footnote says",
            f"withdrawal notified {ended.notified or 'on an unknown day'}, effective "
            f"{ended.effect or 'by the rule of the instrument'}",
            "Compare it with the footnote.",
        )  # fmt: skip


def _acts(intake: Intake, instrument: str, told: Told) -> None:
    signed, deposited = told.signed, told.deposited
    if signed:
        kind = ActKind.DEFINITIVE_SIGNATURE if signed.mark == "s" else ActKind.SIGNATURE
        intake.act(
            told.row, "Signature", instrument=instrument, state=told.state, kind=kind, date=signed.date,
            note=BY_SUCCESSION if signed.mark == "d" else "",
        )  # fmt: skip
    if deposited:
        intake.act(
            told.row, "Ratification", instrument=instrument, state=told.state,
            kind=MARKS.get(deposited.mark, ActKind.RATIFICATION), date=deposited.date,
            effect=told.effect.date if told.effect else None,
        )  # fmt: skip


def _withdrawal(intake: Intake, told: Told) -> tuple[withdrawals.Withdrawal | None, str]:
    """The withdrawal in the footnotes of a row, or why one that is announced cannot be read."""
    found: list[withdrawals.Withdrawal] = []
    unclear = ""
    for number in dict.fromkeys(told.footnotes[:MOST_FOOTNOTES]):
        note = intake.table.aside.get(number, "")
        try:
            held = withdrawals.find(note, _names(intake, told), _others(intake, told.state))
        except withdrawals.Unclear as error:
            unclear = f"footnote {number} speaks of a withdrawal, but {error}"
        else:
            found += [held] if held else []
    if len(found) > 1:
        return None, "more than one footnote announces a withdrawal"
    return (found[0], "") if found and not unclear else (None, unclear)


def _names(intake: Intake, told: Told) -> tuple[str, ...]:
    state = intake.catalogue.states[told.state]
    return (told.who.name, *state.names.values(), *state.aliases)


def _others(intake: Intake, code: str) -> tuple[str, ...]:
    return tuple(
        name
        for state in intake.catalogue.states.values()
        if state.code != code
        for name in (state.name("en"), state.name("fr"))
    )


LAYOUT = Layout("untc", "a status table of the United Nations Treaty Collection", recognise, rows)
