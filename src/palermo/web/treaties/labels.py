"""The words of the method in the language of the page: codes, kinds of acts, rules, places and notes."""

from __future__ import annotations

import re
from datetime import date

from django.utils.translation import gettext, gettext_noop, ngettext
from django.utils.translation import gettext_lazy as _

from palermo.reference import ActKind, Clause, Delay
from palermo.treaties import ENDED, ENTERED, Code, Spell, Status

STATUS = {
    Code.BOUND: _("In force"),
    Code.CONSENTED: _("Party, not yet in force"),
    Code.SIGNATORY: _("Signed only"),
    Code.WITHDRAWN: _("Withdrawn"),
    Code.NO_ACT: _("No act recorded"),
    Code.UNKNOWN: _("Not known"),
}
MEANING = {
    Code.BOUND: _("The State has consented to be bound and the instrument is in force for it."),
    Code.CONSENTED: _("The State has consented to be bound; the instrument is not yet in force for it."),
    Code.SIGNATORY: _("The State has signed and, as far as is known, not yet consented to be bound."),
    Code.WITHDRAWN: _("The State was a party and has left."),
    Code.NO_ACT: _("The source covers this State and this day and records no act."),
    Code.UNKNOWN: _("The data do not reach this State or this day. This does not mean that it is not a party."),
}
KIND = {
    ActKind.SIGNATURE: _("Signature"),
    ActKind.RATIFICATION: _("Ratification"),
    ActKind.ACCEPTANCE: _("Acceptance"),
    ActKind.APPROVAL: _("Approval"),
    ActKind.ACCESSION: _("Accession"),
    ActKind.SUCCESSION: _("Succession"),
    ActKind.DEFINITIVE_SIGNATURE: _("Definitive signature"),
    ActKind.FORMAL_CONFIRMATION: _("Formal confirmation"),
    ActKind.PARTICIPATION: _("Participation"),
    ActKind.CONSENT: _("Ratification or accession"),
    ActKind.DENUNCIATION: _("Denunciation"),
    ActKind.RESERVATION: _("Reservation"),
    ActKind.DECLARATION: _("Declaration"),
    ActKind.STATEMENT: _("Statement"),
    ActKind.RESERVATION_OR_DECLARATION: _("Reservation or declaration"),
    ActKind.OBJECTION: _("Objection"),
    ActKind.WITHDRAWAL: _("Withdrawal of a reservation, declaration or objection"),
    ActKind.STRUCK: _("Entry struck out"),
}
WHAT = {
    **{kind.value: label for kind, label in KIND.items()},
    ENTERED: _("Entry into force"),
    ENDED: _("Ceased to be bound"),
}
FLAG = {
    "verify": _("The source contradicts itself; to be verified."),
    "unverified": _("From general knowledge; not verified."),
    "not-counted": _("Listed by the source, not counted here."),
}
FINDING = {
    "before-adoption": _("The act is dated before the instrument was adopted (%(expected)s)."),
    "effect-before-consent": _("Entry into force is dated before the consent (%(expected)s)."),
    "effect-departs-from-rule": _("The instrument’s own rule gives another entry into force: %(expected)s."),
    "effect-before-entry-into-force": _(
        "The State is bound before the instrument itself entered into force (%(expected)s)."
    ),
    "unknown-instrument": _("The instrument of this entry is not in the catalogue."),
    "unknown-state": _("The State of this entry is not in the catalogue."),
    "replaces-nothing": _("The entry replaces one that the register does not have: %(expected)s."),
    "withdraws-nothing": _("The withdrawal takes back nothing that can be withdrawn: %(expected)s."),
    "denunciation-without-consent": _("A denunciation is recorded, but no consent before it."),
    "consent-before-signature": _("The consent is dated before the signature (%(expected)s)."),
    "party-without-parent": _("Only a party to %(expected)s can be a party to this instrument."),
}
CONDITION = {
    "after_untoc": _("Not before the Convention against Transnational Organized Crime."),
    "parties_to_1953_protocol": _("Counted are the parties to the amending Protocol of 1953."),
}
SCOPE = {
    "all": _("all States"),
    "members": _("Members of the United Nations"),
    "listed": _("the States listed only"),
}
STANDING = {
    "member": _("Member of the United Nations"),
    "observer": _("Observer at the United Nations"),
    "other": _("Neither Member nor observer"),
}
BY = {"region": _("Region"), "subregion": _("Sub-region"), "group": _("Regional group of the United Nations")}
PLACES = [
    gettext_noop("New York"),
    gettext_noop("Geneva"),
    gettext_noop("Lake Success, New York"),
    gettext_noop("Rome"),
    gettext_noop("Warsaw"),
    gettext_noop("Lanzarote"),
    gettext_noop("Istanbul"),
    gettext_noop("Kathmandu"),
    gettext_noop("Kuala Lumpur"),
    gettext_noop("The Hague"),
]
# Notes that the shipped acts carry; what an operator's own file adds is shown as it stands.
NOTES = {
    r"specified minimum age: (\d+)": _("Specified minimum age: %s years"),
    r"signatory \(date not in source\)": _("The source gives no day of signature."),
    r"signature by succession": _("Signature by succession"),
    r"partial list; .*": _("The source lists some of the parties only."),
    r"from general knowledge, unverified; year only": _("From general knowledge, the year only; not verified."),
    r"entry-into-force date as printed .*": _("The printed entry into force departs from the twelve-month rule."),
    r"listed in Swiss table .*": _("Listed by the source, but not a Member of the ILO; not counted."),
    r"omitted from the Swiss table.*": _("Missing from the source; ratification became universal on 4 August 2020."),
    r"consent kept from the 2014 source; absent .*": _("A later table leaves this State out; it has withdrawn."),
    r"verify consent date against .*": _("The printed day of consent contradicts the entry into force."),
    r"printed as accession \(B\) in the source": _("The source prints an accession."),
    r"printed in the source under New Zealand.*": _("The source prints this State under New Zealand."),
}


def note(text: str) -> tuple[str, bool]:
    """A note in the language of the page, and whether it is: an unknown one stays in the language of its source."""
    for pattern, message in NOTES.items():
        match = re.fullmatch(pattern, text)
        if match:
            return (str(message) % match.groups() if match.groups() else str(message)), True
    return text, False


def possibly(spell: Spell) -> str:
    """What may already have taken the place of a status, and from when on it certainly has."""
    message = gettext("May already be “%(code)s”, at the latest from %(day)s: the source gives no exact day.")
    return message % {"code": STATUS[spell.code], "day": spell.start}


def caution(status: Status) -> str:
    """What the reader must know before relying on a status; empty where there is nothing."""
    parts = []
    if status.possibly is not None:
        parts.append(possibly(status.possibly))
    if status.spell is not None and status.spell.basis == "assumed" and status.code is Code.BOUND:
        parts.append(gettext("The source gives no day of entry into force."))
    elif status.spell is not None and status.spell.earliest < status.spell.start:
        when = status.spell.act.effect or status.spell.act.date
        parts.append(gettext("At the latest; the source says %(date)s only.") % {"date": when})
    if status.act is not None:
        parts.extend(str(FLAG[flag]) for flag in status.act.flags)
    if status.spell is not None and status.beyond and status.as_of:
        parts.append(gettext("As last known on %(day)s.") % {"day": status.as_of})
    return " ".join(parts)


def delay(held: Delay) -> str:
    """A delay in words, to follow “enters into force”."""
    count = held.count
    values = {"n": count}
    match held.rule:
        case "days":
            return ngettext("%(n)d day after", "%(n)d days after", count) % values
        case "months":
            return ngettext("%(n)d month after", "%(n)d months after", count) % values
        case "month_start_after_months":
            return (
                ngettext(
                    "on the first day of the month that follows %(n)d month after",
                    "on the first day of the month that follows %(n)d months after",
                    count,
                )
                % values
            )
        case "month_start_after_days":
            return (
                ngettext(
                    "on the first day of the month that follows the day %(n)d day after",
                    "on the first day of the month that follows the day %(n)d days after",
                    count,
                )
                % values
            )
        case _:
            return gettext("on the day of")


def rules(clause: Clause) -> list[str]:
    """How an instrument enters into force, for itself and for a State, and how a State leaves: a sentence each."""
    sentences = []
    if clause.threshold and clause.general:
        text = ngettext(
            "The instrument itself: %(delay)s the deposit of the first consent to be bound.",
            "The instrument itself: %(delay)s the deposit of consent to be bound number %(count)d.",
            clause.threshold,
        )
        sentences.append(text % {"delay": delay(clause.general), "count": clause.threshold})
    if clause.condition in CONDITION:
        sentences.append(str(CONDITION[clause.condition]))
    if clause.condition.startswith("coe_"):
        needed = int(clause.condition.removeprefix("coe_"))
        text = ngettext(
            "Among them at least %(n)d member State of the Council of Europe.",
            "Among them at least %(n)d member States of the Council of Europe.",
            needed,
        )
        sentences.append(text % {"n": needed})
    if clause.state:
        sentences.append(
            gettext("A State that joins later: %(delay)s the deposit of its consent.")
            % {"delay": delay(clause.state)}
        )
    if clause.notice:
        sentences.append(
            gettext("A denunciation takes effect: %(delay)s its receipt.") % {"delay": delay(clause.notice)}
        )
    return sentences


def day(held: date | None) -> str:
    """A day as YYYY-MM-DD, empty where there is none."""
    return held.isoformat() if held else ""
