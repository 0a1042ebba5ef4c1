"""Acts of States: the dated facts from which every status is folded."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

from palermo.reference.partial_date import PartialDate


class ActKind(StrEnum):
    """What a State did towards an instrument; `struck` is the register's own: an entry that proved wrong."""

    SIGNATURE = "signature"
    RATIFICATION = "ratification"
    ACCEPTANCE = "acceptance"
    APPROVAL = "approval"
    ACCESSION = "accession"
    SUCCESSION = "succession"
    DEFINITIVE_SIGNATURE = "definitive signature"
    FORMAL_CONFIRMATION = "formal confirmation"
    PARTICIPATION = "participation"
    CONSENT = "consent"
    DENUNCIATION = "denunciation"
    RESERVATION = "reservation"
    DECLARATION = "declaration"
    STATEMENT = "statement"
    RESERVATION_OR_DECLARATION = "reservation or declaration"
    OBJECTION = "objection"
    WITHDRAWAL = "withdrawal"
    STRUCK = "struck"


CONSENTS = frozenset(
    {
        ActKind.RATIFICATION,
        ActKind.ACCEPTANCE,
        ActKind.APPROVAL,
        ActKind.ACCESSION,
        ActKind.SUCCESSION,
        ActKind.DEFINITIVE_SIGNATURE,
        ActKind.FORMAL_CONFIRMATION,
        ActKind.PARTICIPATION,
        ActKind.CONSENT,
    }
)
RESERVING = frozenset(
    {
        ActKind.RESERVATION,
        ActKind.DECLARATION,
        ActKind.STATEMENT,
        ActKind.RESERVATION_OR_DECLARATION,
        ActKind.OBJECTION,
    }
)
FLAGS = ("verify", "unverified", "not-counted")


@dataclass(frozen=True, slots=True)
class Act:
    """One act of one State towards one instrument, with its source.

    `date` is None where the source gives none; the act then happened at the latest on `recorded`, the day up to
    which its source speaks or the day a correction was accepted. `effect` is the entry into force (or end) that the
    source prints; None where it prints none and the instrument's own rule decides. `towards` names the State at
    which an objection aims, and `precludes` says that it keeps the instrument from entering into force between the
    two. `subject` is the identifier of the act that a withdrawal takes back; `replaces` that of the entry it
    corrects. Flags: `verify` the source contradicts itself; `unverified` from general knowledge; `not-counted`
    shown but left out of status.
    """

    id: str
    instrument: str
    state: str
    kind: ActKind
    date: PartialDate | None
    source: str
    recorded: datetime.date
    effect: PartialDate | None = None
    articles: tuple[str, ...] = ()
    towards: str = ""
    precludes: bool = False
    subject: str = ""
    replaces: str = ""
    flags: tuple[str, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        if not (self.id and self.instrument and self.state and self.source):
            raise ValueError(f"an act needs an identifier, an instrument, a State and a source, got {self}")
        if self.kind is ActKind.STRUCK and not self.replaces:
            raise ValueError(f"{self.id}: a struck entry must say which entry it replaces")
        if self.kind is ActKind.WITHDRAWAL and not self.subject:
            raise ValueError(f"{self.id}: a withdrawal must say which act it takes back")
        if self.towards == self.state:
            raise ValueError(f"{self.id}: a State cannot object to itself")
        for flag in self.flags:
            if flag not in FLAGS:
                raise ValueError(f"{self.id}: unknown flag {flag!r}; expected one of {', '.join(FLAGS)}")

    @property
    def day(self) -> datetime.date:
        """The day by which the act had certainly happened."""
        return self.date.latest if self.date else self.recorded

    @property
    def earliest(self) -> datetime.date:
        """The first day on which the act can have happened; the beginning of time where nothing is known."""
        return self.date.earliest if self.date else datetime.date.min

    @property
    def counted(self) -> bool:
        """Whether the act takes part in status."""
        return "not-counted" not in self.flags


def identify(instrument: str, state: str, kind: str, when: str) -> str:
    """The stable identifier of an act: what, who, which and when, so that a second import finds the first."""
    return f"{instrument}.{state}.{kind.replace(' ', '-')}.{when or 'undated'}"
