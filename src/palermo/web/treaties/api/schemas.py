"""The shape of every answer, for the description of the API. Answers are built in `facts`; tests compare the two."""

from __future__ import annotations

import datetime
from typing import Any, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from palermo.treaties import Code
from palermo.web.treaties.api.asking import KINDS

T = TypeVar("T")
Day = datetime.date  # several answers have a field `date`, which would hide the type
PARTIAL = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?(/[0-9]{4}-[0-9]{2}-[0-9]{2})?$"
DATE = r"^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?$"
SAID = r"\S"  # something must be said
CODES: list[JsonValue] = [code.value for code in Code]


def partial(description: str) -> Any:
    """A date as far as its source gives it."""
    return Field(description=f"{description} YYYY, YYYY-MM or YYYY-MM-DD, as far as it is known.", pattern=PARTIAL)


class About(BaseModel):
    """What an answer says of itself."""

    on: Day = Field(description="The day that the answer is for.")
    known_on: Day | None = Field(description="The day of knowledge, where one was asked for.")
    today: Day = Field(description="The day on which it was given (UTC).")
    language: str
    source: str = Field(description="The line to print wherever the facts are shown.")
    note: str = Field(description="What must not be read into the facts.")


class One(BaseModel, Generic[T]):
    """One thing."""

    about: About
    item: T


class Listed(BaseModel, Generic[T]):
    """A page of a list. `next` and `previous` are addresses without a host, or null; header `Link` has them too."""

    about: About
    total: int = Field(description="How many items there are on all pages.")
    page: int
    per_page: int
    next: str | None
    previous: str | None
    items: list[T]


class StateFacts(BaseModel):
    """A State, observer or regional organisation."""

    code: str = Field(description="ISO 3166-1 alpha-3.", examples=["FRA"])
    name: str
    alpha2: str | None
    m49: str | None
    standing: Literal["member", "observer", "other"] = Field(description="Its place in the United Nations.")
    region: str | None = Field(description="M49 code.")
    region_name: str | None
    subregion: str | None = Field(description="M49 code.")
    subregion_name: str | None
    group: str | None = Field(description="Regional group of the United Nations.")
    group_name: str | None


class WholeState(StateFacts):
    """A State with its name in every language."""

    names: dict[str, str]


class Reach(BaseModel):
    """Up to which day the data speak, and of whom."""

    scope: Literal["all", "members", "listed"] = Field(
        description="all States, Members of the United Nations, or only the States that the source lists."
    )
    as_of: Day


class InstrumentFacts(BaseModel):
    """A treaty or protocol."""

    code: str = Field(examples=["TIP"])
    name: str = Field(description="The short title.")
    title: str = Field(description="The full title.")
    adopted: Day
    in_force: Day | None = Field(description="When it entered into force as a whole; null if not, or not known.")
    depositary: str | None
    families: list[str]
    in_plan: bool = Field(description="Whether the Global Plan of Action names it.")
    as_of: Day | None = Field(description="The last day that its data reach; null where there are none.")
    reaches: list[Reach]


class WholeInstrument(InstrumentFacts):
    """An instrument with its titles in every language and its rules of entry into force in words."""

    names: dict[str, str]
    titles: dict[str, str]
    place: str | None
    unts_volume: str | None
    unts_registration: str | None
    depositary_ref: str | None
    rules: list[str]


class StatusAct(BaseModel):
    """The act on which a status rests."""

    ref: str = Field(description="To be read at /acts/{ref}.")
    kind: str = Field(json_schema_extra={"enum": list(KINDS)})
    date: str | None = partial("Its day.")
    flags: list[str] = Field(description="`verify`: the source contradicts itself. `unverified`: not verified.")


class Possibly(BaseModel):
    """A status that may hold already: its day is known to the month or the year only."""

    code: str = Field(json_schema_extra={"enum": CODES})
    earliest: Day | None
    latest: Day = Field(description="The day from which it certainly holds.")


class StatusFacts(BaseModel):
    """Where a State stands towards an instrument."""

    state: str
    state_name: str
    instrument: str
    instrument_name: str
    on: Day
    code: str = Field(
        description="`bound`: in force for the State. `consented`: party, not yet in force. `signatory`: signed. "
        "`withdrawn`: it has left. `no-act`: the source covers it and has no act. `unknown`: the data do not say.",
        json_schema_extra={"enum": CODES},
    )
    party: bool | None = Field(description="Whether it is a party. null: not known. That is not a no.")
    since: Day | None = Field(description="The first day on which the code certainly holds.")
    basis: Literal["source", "rule", "assumed"] | None = Field(
        description="How `since` was found: printed by the source, by the instrument's own rule, or at the latest."
    )
    as_of: Day | None = Field(description="The last day that the data on this State reach.")
    beyond: bool = Field(description="Whether `on` lies after `as_of`: the status is then the last known.")
    possibly: Possibly | None
    act: StatusAct | None
    source: str | None = Field(description="The code of the act's source, to be found at /sources.")


class ActFacts(BaseModel):
    """One act of one State, as its source has it."""

    ref: str = Field(examples=["TIP.FRA.ratification.2002-10-29"])
    instrument: str
    instrument_name: str | None
    state: str
    state_name: str | None
    kind: str = Field(json_schema_extra={"enum": list(KINDS)})
    date: str | None = partial("Its day.")
    effect: str | None = partial("The entry into force or end that the source prints.")
    source: str
    recorded: Day = Field(description="When the register came to know it.")
    articles: list[str]
    towards: str | None = Field(description="The State at which an objection aims.")
    precludes: bool = Field(description="Whether an objection keeps the instrument out of force between the two.")
    subject: str | None = Field(description="The act that a withdrawal takes back.")
    replaces: str | None = Field(description="The entry that this one corrects.")
    flags: list[str]
    note: str


class WholeAct(ActFacts):
    """An act, and whether the register still goes by it."""

    stands: bool = Field(description="Whether it is neither replaced nor struck out.")
    replaced_by: str | None


class RelationFacts(BaseModel):
    """An instrument that binds both of two States."""

    instrument: str
    instrument_name: str
    in_force: bool = Field(description="Whether it is a legal basis between the two; an objection may preclude that.")
    since: Day
    as_of: Day | None
    beyond: bool
    taken_out: list[str] = Field(description="Articles that a reservation takes out between the two.")
    reservations: list[ActFacts]
    to_read: list[ActFacts] = Field(description="Acts that may narrow the relation: read them first.")
    precluded_by: ActFacts | None
    statuses: list[StatusFacts] = Field(description="Of the two, in order of code.")


class ChangeFacts(BaseModel):
    """Something that happened."""

    day: Day = Field(description="The day by which it had certainly happened.")
    what: str = Field(description="A kind of act, `entry into force` (for the State), or `end`.")
    state: str
    state_name: str
    instrument: str
    instrument_name: str
    precision: Literal["day", "month", "year", "span"] | None = Field(description="How exactly the act is dated.")
    act: str
    source: str


class Named(BaseModel):
    """A State by code and name."""

    code: str
    name: str


class PointFacts(BaseModel):
    """A day on which the number of parties changed."""

    day: Day
    parties: int
    joined: list[Named]
    left: list[Named]


class CoverageFacts(BaseModel):
    """A region or regional group: how many of its Members and observers stand where, and who is left."""

    code: str | None = Field(description="M49 code or code of the group; null for States in none.")
    name: str | None
    total: int
    parties: int
    unknown: int
    counts: dict[str, int]
    left: list[StatusFacts]


class SourceFacts(BaseModel):
    """A published table or document."""

    code: str
    description: str
    address: str | None
    path: str | None
    revision: str | None
    as_of: Day
    licence: str | None
    acts: int = Field(description="How many acts rest on it.")


class FindingFacts(BaseModel):
    """A contradiction in the acts: shown, never mended in silence."""

    code: str
    message: str
    expected: str | None
    act: ActFacts


class CorrectionSource(BaseModel):
    """Where a correction comes from."""

    model_config = ConfigDict(extra="forbid")

    title: str = Field(
        pattern=SAID, max_length=300, examples=["Depositary notification C.N.12.2026.TREATIES-XVIII.12.a"]
    )
    address: str = Field(
        "", max_length=300, examples=["https://treaties.un.org/doc/Publication/CN/2026/CN.12.2026-Eng.pdf"]
    )
    as_of: Day = Field(description="The day of the source, not in the future.", examples=["2026-01-15"])


class Proposal(BaseModel):
    """A correction that a focal point asks for. A change other than `add` names the entry in `act`."""

    model_config = ConfigDict(extra="forbid")

    change: Literal["add", "replace", "strike"] = Field(examples=["add"])
    state: str = Field(min_length=1, max_length=120, description="Your State, by code or name.", examples=["FRA"])
    act: str = Field("", max_length=120, description="The entry that is wrong; empty for `add`.", examples=[""])
    instrument: str = Field("", max_length=120, description="For `add`: the instrument.", examples=["TIP"])
    kind: str = Field(
        "", max_length=30, description="For `add` and `replace`: what the State did.", examples=["ratification"]
    )
    date: str = Field("", pattern=DATE, description="Its day: YYYY, YYYY-MM or YYYY-MM-DD.", examples=["2002-10-29"])
    effect: str = Field(
        "", pattern=DATE, description="Entry into force or end, where the source prints it.", examples=[""]
    )
    articles: list[str] = Field([], max_length=50, description="Of a reservation.", examples=[[]])
    note: str = Field("", max_length=500, examples=[""])
    source: CorrectionSource
    explanation: str = Field(pattern=SAID, max_length=2000, examples=["The ratification is missing from the table."])


class Decision(BaseModel):
    """A moderator's yes or no, with the reason that the proposer and later readers need."""

    model_config = ConfigDict(extra="forbid")

    decision: Literal["accepted", "refused"] = Field(examples=["accepted"])
    reason: str = Field(pattern=SAID, max_length=2000, examples=["The depositary's notification says so."])


class CorrectionFacts(BaseModel):
    """A correction and what became of it."""

    id: int
    status: Literal["proposed", "accepted", "refused", "withdrawn"]
    change: Literal["add", "replace", "strike"]
    state: str
    instrument: str
    act: str | None
    kind: str | None
    date: str | None
    effect: str | None
    articles: list[str]
    note: str
    source: dict[str, str | None]
    explanation: str
    proposed_by: str
    proposed_at: datetime.datetime
    decided_at: datetime.datetime | None
    reason: str | None
    result: str | None = Field(description="The act that came of it.")
