"""Units of commitment as frozen values: who, does what act, about what, how strongly, by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from palermo.reference.committing import ACTS, STRENGTHS
from palermo.reference.committing import ADDRESSEES as KINDS

__all__ = ["ACTS", "KINDS", "STRENGTHS", "Addressee", "Due", "Unit"]


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom a clause speaks to, or whom it serves. `kind` is one of KINDS; `name` is printed in the text.

    `name` is empty where the text names nobody and the kind follows from the sort of text (`implied`): the measures
    of a plan speak to States, a decision to the organ that takes it.
    """

    kind: str
    name: str = ""
    implied: bool = False

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"expected a kind of addressee among {', '.join(KINDS)}, got {self.kind!r}")


@dataclass(frozen=True, slots=True)
class Due:
    """By when. `text` as printed; `on` the last day of it, where it can be worked out; `session` its number."""

    text: str
    on: date | None = None
    session: int | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """One commitment. `within` is the identifier of the paragraph or item that carries it, `start` and `end` its
    place in the text of that part, so that every unit can be shown where it stands.

    `phrase` is the verb as printed (`Also requests`); `act` one of ACTS, `strength` one of STRENGTHS; `object` what
    is to be done, as printed. `qualifiers` soften or narrow it (`as appropriate`). `frequency` is printed too (`every
    two years`). `recipients` are those for whose good it is done, or to whom it is given. `items` are the identifiers
    of the items that belong to it. `id` is `within` and a running number (`main__para_2__unit_1`).
    """

    id: str
    within: str
    start: int
    end: int
    phrase: str
    act: str
    strength: str
    addressees: tuple[Addressee, ...]
    object: str
    qualifiers: tuple[str, ...] = ()
    due: tuple[Due, ...] = ()
    frequency: str = ""
    recipients: tuple[Addressee, ...] = ()
    items: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.act not in ACTS or self.strength not in STRENGTHS:
            raise ValueError(
                f"{self.id}: expected an act among {', '.join(ACTS)} and a strength among {', '.join(STRENGTHS)}, "
                f"got {self.act!r} and {self.strength!r}"
            )
