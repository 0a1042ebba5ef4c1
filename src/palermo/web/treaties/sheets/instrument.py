"""The facts of an instrument's sheet: what it is, how it grew, its parties in order of joining, and who is left."""

from __future__ import annotations

from dataclasses import asdict

from django.utils.translation import gettext as _

from palermo.reference import Act, Catalogue, Instrument, plain
from palermo.treaties import PARTY, Code, Ledger, Row, Status
from palermo.web.presentation import curves
from palermo.web.treaties import labels
from palermo.web.treaties.sheets.parts import (
    Asked,
    Facts,
    Sources,
    act_words,
    articles,
    doubts,
    frame,
    last_known,
    status,
)


def facts(ledger: Ledger, held: Instrument, asked: Asked, findings: list[tuple[Act, str]]) -> Facts:
    """All that the sheet of an instrument says; `findings` are the contradictions in its acts, each in words."""
    statuses = ledger.standings(held.code, asked.day.on)
    parties = ledger.parties(held.code, asked.day.on)
    narrowing = _narrowing(ledger, asked)
    acts = [*(one.act for one in parties), *(act for one in narrowing.values() for act in one)]
    sources = Sources(ledger.catalogue, acts)
    known = bool(held.reaches)
    return {
        **frame(asked, eyebrow=_("Instrument"), name=held.name(asked.language), sources=sources),
        "full_title": held.title(asked.language),
        "reach": _("Beyond the day that its data reach, a status is the last one known.")
        if known
        else _("There are no status data for this instrument yet: who is party to it is not known here."),
        "known": known,
        "counts": _counts(held, statuses),
        "facts": _about(ledger.catalogue, held, asked),
        "curve": _curve(ledger, held, asked) if known else None,
        "parties": _parties(ledger.catalogue, parties, narrowing, asked, sources) if known else None,
        "left": _left(ledger, held, asked) if known else None,
        "doubts": _doubts(ledger, statuses, asked, findings),
    }


def _counts(held: Instrument, statuses: tuple[Status, ...]) -> list[list[str]]:
    codes = [one.code for one in statuses]
    known = bool(held.reaches)
    parties = str(sum(code in PARTY for code in codes)) if known else "–"
    return [
        [_("Parties"), parties],
        [_("In force for"), str(codes.count(Code.BOUND)) if known else "–"],
        [_("Not known"), str(codes.count(Code.UNKNOWN))],
        [_("Data as of"), labels.day(held.as_of) or "–"],
    ]


def _about(catalogue: Catalogue, held: Instrument, asked: Asked) -> list[Facts]:
    depositary = catalogue.depositaries.get(held.depositary)
    adopted = [labels.day(held.adopted), _(held.place) if held.place else ""]
    kept = [depositary.name(asked.language) if depositary else "", held.depositary_ref]
    series = _("vol. %(volume)s, No. %(number)s") % {"volume": held.unts_volume, "number": held.unts_registration}
    article = _("(article %(article)s)") % {"article": held.clause.article} if held.clause.article else ""
    rows = [
        {"label": _("Adopted"), "lines": [" · ".join(part for part in adopted if part)]},
        {"label": _("Entry into force"), "lines": [labels.day(held.in_force)]},
        {"label": _("Depositary"), "lines": [" · ".join(part for part in kept if part)]},
        {"label": _("Treaty Series"), "lines": [series if held.unts_volume else ""]},
        {"label": _("How it takes effect"), "aside": article, "lines": labels.rules(held.clause)},
        {
            "label": _("Whom the data cover"),
            "lines": [f"{labels.SCOPE[reach.scope]} ({labels.day(reach.as_of)})" for reach in held.reaches],
        },
    ]
    return [row for row in rows if any(row["lines"])]


def _curve(ledger: Ledger, held: Instrument, asked: Asked) -> Facts | None:
    points = [(point.day, point.parties) for point in ledger.timeline(held.code)]
    drawn = curves.step(points, held.as_of, asked.day.on)
    if drawn is None or not any(day <= asked.day.on for day, _count in points):
        return None
    last = [count for day, count in points if day <= asked.day.on][-1]
    alt = _("Number of parties to %(name)s over time, %(parties)s at the end; the table below has every step.")
    return {
        "title": _("How the number of parties grew"),
        "alt": alt % {"name": held.name(asked.language), "parties": last},
        **asdict(drawn),
    }


def _narrowing(ledger: Ledger, asked: Asked) -> dict[str, list[Act]]:
    return {
        state: [one.act for one in found if one.stands(asked.day.on)]
        for (_code, state), found in ledger.narrowing.items()
    }


def _parties(
    catalogue: Catalogue,
    parties: tuple[Status, ...],
    narrowing: dict[str, list[Act]],
    asked: Asked,
    sources: Sources,
) -> Facts:
    said = last_known(parties)

    def row(place: int, held: Status) -> Facts:
        narrowed = "; ".join(articles(act) for act in narrowing.get(held.state, []))
        return {
            "place": str(place),
            "name": catalogue.states[held.state].name(asked.language),
            "status": status(held, said),
            "days": [*act_words(held.act), labels.day(held.since), narrowed, sources.number(held.act)],
        }

    columns = [_("State"), _("Status"), _("Act"), _("Day of the act"), _("Status since")]
    return {
        "title": _("Parties in the order in which they joined"),
        "lead": _("As last known on %(day)s, unless a row names another day.") % {"day": said} if said else "",
        "columns": ["", *columns, _("Reservations, declarations"), _("No.")],
        "rows": [row(place, held) for place, held in enumerate(parties, start=1)],
        "none": _("No party on this day."),
    }


def _left(ledger: Ledger, held: Instrument, asked: Asked) -> Facts:
    rows = ledger.coverage(held.code, asked.day.on, "group")
    return {
        "title": _("Who is left"),
        "lead": _("Members of the United Nations and observers not known to be a party, by regional group."),
        "columns": [str(labels.BY["group"]), _("Parties"), _("States"), _("Not known to be a party")],
        "none": _("All are parties."),
        "rows": [_group(ledger.catalogue, row, asked.language) for row in rows],
    }


def _group(catalogue: Catalogue, row: Row, language: str) -> Facts:
    group = catalogue.groups.get(row.label)
    names = {held.state: catalogue.states[held.state].name(language) for held in row.left}
    return {
        "name": group.name(language) if group else _("In no group"),
        "parties": row.parties,
        "total": row.total,
        "left": [
            {
                "code": code.value,
                "word": str(labels.STATUS[code]),
                "names": sorted((names[held.state] for held in row.left if held.code is code), key=plain),
            }
            for code in Code
            if any(held.code is code for held in row.left)
        ],
    }


def _doubts(ledger: Ledger, statuses: tuple[Status, ...], asked: Asked, findings: list[tuple[Act, str]]) -> Facts:
    """By State, what the sources contradict themselves in and what was never verified."""
    flagged = [(held.act, doubts(held.act)) for held in statuses if held.act and held.act.flags]
    texts: dict[str, list[str]] = {}
    for act, text in (*findings, *flagged):
        texts.setdefault(act.state, []).append(text)
    states = ledger.catalogue.states
    return {
        "title": _("To be verified"),
        "rows": [
            {"name": states[code].name(asked.language), "text": " ".join(held)}
            for code, held in texts.items()
            if code in states
        ],
    }
