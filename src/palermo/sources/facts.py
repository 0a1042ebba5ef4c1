"""When two entries tell the same fact, when they contradict each other, and which of them says more."""

from __future__ import annotations

from dataclasses import replace

from palermo.reference import RESERVING, Act, ActKind, PartialDate


def facts(act: Act) -> tuple[object, ...]:
    """Everything that an act says, but not by whom it is told nor under which identifier."""
    return (
        act.instrument, act.state, act.kind, act.date, act.effect, act.articles, act.towards, act.precludes,
        act.subject, act.replaces, act.flags, act.note,
    )  # fmt: skip


def identical(known: Act, act: Act) -> bool:
    """Whether both say exactly the same."""
    return facts(known) == facts(act)


def same_dated(known: Act, act: Act) -> bool:
    """Whether both name a date, and the dates can be the same day."""
    return bool(known.date and act.date) and same_fact(known, act)


def same_fact(known: Act, act: Act) -> bool:
    """Whether two acts of one State, instrument and family of kinds can be one fact told twice."""
    if not agree(known.date, act.date):
        return False
    if known.kind in RESERVING and known.articles and act.articles:
        return bool(set(known.articles) & set(act.articles))
    return not (known.date is None and act.date is None) or agree(known.effect, act.effect)


def agree(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Whether two dates can be the same day; what is not known agrees with everything."""
    if one is None or other is None:
        return True
    return one.earliest <= other.latest and other.earliest <= one.latest


def conflict(known: Act, act: Act) -> bool:
    """Whether two tellings of one fact cannot both be true: another way to consent, or another day of effect."""
    generic = ActKind.CONSENT in (known.kind, act.kind)
    return not agree(known.effect, act.effect) or (known.kind is not act.kind and not generic)


def absorbs(known: Act, act: Act) -> bool:
    """Whether `known` already says all that `act` does."""
    return same_fact(known, act) and not conflict(known, act) and improved(known, act) is None


def improved(known: Act, act: Act) -> Act | None:
    """The entry to put in the place of `known`, with what `act` says better or besides; None where it adds nothing.

    The more exact date stays, whoever gives it. A fact from a source takes the flag `unverified` away; the other
    flags stay until a person clears them. `act` names the source of the new entry.
    """
    kept = tuple(flag for flag in known.flags if flag != "unverified" or flag in act.flags)
    merged = replace(
        known,
        kind=act.kind if known.kind is ActKind.CONSENT else known.kind,
        date=sharper(known.date, act.date),
        effect=sharper(known.effect, act.effect),
        articles=known.articles if set(act.articles) <= set(known.articles) else act.articles,
        precludes=known.precludes or act.precludes,
        flags=(*kept, *(flag for flag in act.flags if flag not in kept)),
        note=act.note or ("" if "unverified" in known.flags and "unverified" not in act.flags else known.note),
    )
    if merged == known:
        return None
    return replace(merged, source=act.source, recorded=act.recorded, replaces=known.id)


def sharper(known: PartialDate | None, told: PartialDate | None) -> PartialDate | None:
    """The date that leaves fewer days open; `known` where both leave as many."""
    if known is None or told is None:
        return known or told
    return told if told.latest - told.earliest < known.latest - known.earliest else known
