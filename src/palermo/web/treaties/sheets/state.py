"""The facts of a State's sheet: its status under every instrument, what is missing, what narrows or is in doubt."""

from __future__ import annotations

from collections import Counter

from django.utils.translation import gettext as _

from palermo.reference import Act, Catalogue, Instrument, State
from palermo.treaties import PARTY, Code, Ledger, Status
from palermo.web.treaties import labels
from palermo.web.treaties.sheets.parts import Asked, Facts, Sources, act_words, articles, doubts, frame, status

CORE = "core"
# An instrument of several families stands under the first of these: the nearest to the subject, then the narrowest.
ORDER = (CORE, "slavery", "regional", "migration", "children", "labour", "women", "crime", "human-rights")


def facts(ledger: Ledger, held: State, asked: Asked, findings: list[tuple[Act, str]]) -> Facts:
    """All that the sheet of a State says; `findings` are the contradictions in its acts, each in words."""
    statuses = ledger.statuses(held.code, asked.day.on)
    narrowing = _narrowing(ledger, held, asked)
    sources = Sources(ledger.catalogue, [*(one.act for one in statuses), *narrowing])
    return {
        **frame(asked, eyebrow=_("State"), name=held.name(asked.language), sources=sources),
        "reach": _(
            "The data on each instrument end on the day in the column “Data as of”. "
            "Beyond it a status is the last one known."
        ),
        "codes": _codes(ledger.catalogue, held, asked.language),
        "counts": _counts(statuses),
        "core": _core(ledger, statuses),
        "missing": _missing(ledger, statuses, asked),
        "table": _table(ledger.catalogue, statuses, asked, sources),
        "narrowing": _narrowed(ledger, narrowing, asked, sources),
        "doubts": _doubts(ledger, statuses, asked, findings),
    }


def _codes(catalogue: Catalogue, held: State, language: str) -> list[list[str]]:
    region = catalogue.regions.get(held.subregion) or catalogue.regions.get(held.region)
    group = catalogue.groups.get(held.group)
    rows = [
        ["ISO 3166", " · ".join(part for part in (held.code, held.alpha2) if part)],
        ["M49", held.m49],
        [_("Standing"), str(labels.STANDING[held.standing])],
        [_("Region"), region.name(language) if region else ""],
        [_("Regional group"), group.name(language) if group else ""],
    ]
    return [row for row in rows if row[1]]


def _counts(statuses: tuple[Status, ...]) -> list[Facts]:
    counted = Counter(held.code for held in statuses)
    return [{"code": code.value, "word": str(labels.STATUS[code]), "count": counted[code]} for code in Code]


def _of_core(ledger: Ledger, statuses: tuple[Status, ...]) -> list[Status]:
    return [held for held in statuses if CORE in ledger.catalogue.instruments[held.instrument].families]


def _core(ledger: Ledger, statuses: tuple[Status, ...]) -> Facts:
    core = _of_core(ledger, statuses)
    return {
        "label": _("Core instruments it is party to"),
        "parties": sum(held.code in PARTY for held in core),
        "total": len(core),
    }


def _missing(ledger: Ledger, statuses: tuple[Status, ...], asked: Asked) -> Facts:
    left = [held for held in _of_core(ledger, statuses) if held.code not in PARTY]
    instruments = ledger.catalogue.instruments
    lead = _("Core instruments to which this State is not known to be a party on this day:")
    return {
        "title": _("What is missing"),
        "lead": lead if left else _("Party to every core instrument on this day."),
        "rows": [
            {"name": instruments[held.instrument].name(asked.language), "status": status(held), "as_of": _reach(held)}
            for held in left
        ],
    }


def _reach(held: Status) -> str:
    return _("data as of %(day)s") % {"day": labels.day(held.as_of)} if held.as_of else _("no status data")


def _family(instrument: Instrument) -> str:
    named = [code for code in ORDER if code in instrument.families]
    return (named or list(instrument.families) or [""])[0]


def _table(catalogue: Catalogue, statuses: tuple[Status, ...], asked: Asked, sources: Sources) -> Facts:
    grouped: dict[str, list[Facts]] = {}
    for held in statuses:
        instrument = catalogue.instruments[held.instrument]
        kind, dated = act_words(held.act)
        row = {
            "name": instrument.name(asked.language),
            "status": status(held),
            "days": [labels.day(held.since), kind, dated, labels.day(held.as_of), sources.number(held.act)],
        }
        grouped.setdefault(_family(instrument), []).append(row)
    order = sorted(grouped, key=lambda code: ORDER.index(code) if code in ORDER else len(ORDER))
    names = {code: label.name(asked.language) for code, label in catalogue.families.items()}
    columns = [_("Status"), _("Since"), _("Act"), _("Day of the act"), _("Data as of"), _("No.")]
    return {
        "title": _("Every instrument"),
        "columns": [_("Instrument"), *columns],
        "families": [{"name": names.get(code, _("Other")), "rows": grouped[code]} for code in order],
        "note": _("An instrument of several families stands once. The last column is the number of the source."),
    }


def _narrowing(ledger: Ledger, held: State, asked: Asked) -> list[Act]:
    """The reserving acts that may stand on the day, in the order of the page: by instrument."""
    return [
        one.act
        for (code, state), found in sorted(ledger.narrowing.items())
        if state == held.code and code in ledger.catalogue.instruments
        for one in found
        if one.stands(asked.day.on)
    ]


def _narrowed(ledger: Ledger, acts: list[Act], asked: Asked, sources: Sources) -> Facts:
    instruments = ledger.catalogue.instruments
    return {
        "title": _("Reservations, declarations and objections"),
        "columns": [_("Instrument"), _("Act"), _("Data as of"), _("No.")],
        "rows": [
            [
                instruments[act.instrument].name(asked.language),
                articles(act),
                labels.day(act.recorded),
                sources.number(act),
            ]
            for act in acts
        ],
        "note": _(
            "Kind and articles are indicative: some may have been withdrawn since. "
            "Read the text at the depositary before relying on it."
        )
        if acts
        else _("None in the data. The data do not cover every instrument."),
    }


def _doubts(ledger: Ledger, statuses: tuple[Status, ...], asked: Asked, findings: list[tuple[Act, str]]) -> Facts:
    """By instrument, what the sources contradict themselves in and what was never verified."""
    flagged = [(held.act, doubts(held.act)) for held in statuses if held.act and held.act.flags]
    texts: dict[str, list[str]] = {}
    for act, text in (*findings, *flagged):
        texts.setdefault(act.instrument, []).append(text)
    instruments = ledger.catalogue.instruments
    return {
        "title": _("To be verified"),
        "rows": [
            {"name": instruments[code].name(asked.language), "text": " ".join(held)}
            for code, held in texts.items()
            if code in instruments
        ],
    }
