"""What must hold for all acts: of the ledger as a whole, and against a calendar walked day by day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

from hypothesis import assume, example, given
from hypothesis import strategies as st

from palermo.reference import Act, ActKind, Delay, Instrument, PartialDate
from palermo.treaties import PARTY, BeforeTheData, Code, Ledger, findings, fold
from tests.generative.examples import on_push
from tests.generative.naive import DAY, end_of, history
from tests.generative.treaties import FIRST, LAST, anything, days, instruments, ledgers, partial_dates, precise
from tests.spec.invented import END, catalogue, instrument

asked = st.dates(FIRST - timedelta(days=400), END + timedelta(days=400))


def answers(ledger: Ledger, on: date) -> tuple[object, ...]:
    """Everything that a ledger says of a day, so that two ledgers can be compared."""
    codes = tuple(ledger.catalogue.instruments)
    return (
        {code: ledger.standings(code, on) for code in codes},
        {code: ledger.timeline(code) for code in codes},
        {pair: ledger.relations(*pair, on) for pair in combinations(ledger.catalogue.states, 2)},
        ledger.network(on),
        ledger.changes(FIRST, END),
        findings(ledger),
    )


@given(ledgers(), st.randoms(use_true_random=False), asked)
@on_push(50)
def test_no_answer_depends_on_the_order_of_the_acts(ledger: Ledger, random: st.DataObject, on: date) -> None:
    shuffled = list(ledger.acts)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert answers(Ledger(ledger.catalogue, shuffled), on) == answers(ledger, on)


@given(instruments(), precise())
@on_push(80)
def test_parties_at_a_date_equal_folding_day_by_day(pact: Instrument, acts: list[Act]) -> None:
    # Walking over months is exact only up to the 28th; later days are in the reference manual's table of rules.
    assume(all(act.day.day <= 28 for act in acts))
    # Without a period of notice the end stays open for a year; open ends have their own test below.
    clause = replace(pact.clause, notice=pact.clause.notice or Delay("months", 12))
    pact = replace(pact, reaches=instrument().reaches, clause=clause)
    ledger = Ledger(catalogue(pact), acts)
    for day, code in history(acts, pact, FIRST, date(2009, 1, 1)).items():
        assert ledger.pair(pact, "KET", day).code is code, (day, ledger.spells("PACT", "KET"))
        if day.day == 1:
            assert bool(ledger.parties("PACT", day)) is (code in PARTY)


def _closed(draw: st.DataObject, act: Act) -> Act:
    """The act on one of the days on which it may have happened, with its effect likewise."""
    if act.effect:
        return replace(act, effect=PartialDate.day(draw.draw(st.dates(act.effect.earliest, act.effect.latest))))
    span = act.date or PartialDate(FIRST, act.recorded)
    return replace(act, date=PartialDate.day(draw.draw(st.dates(max(span.earliest, FIRST), span.latest))))


def _alternates(acts: list[Act], pact: Instrument) -> bool:
    """Whether the State joined and left by turns, on different days."""
    moves = sorted(
        (end_of(act, pact), True) if act.kind is ActKind.DENUNCIATION else (act.day, False) for act in acts
    )
    return [left for _, left in moves] == [bool(place % 2) for place in range(len(moves))] and len(
        {day for day, _ in moves}
    ) == len(moves)


@given(
    st.lists(st.none() | partial_dates(), min_size=1, max_size=3),
    st.lists(partial_dates(), max_size=1),
    st.data(),
)
@on_push(200)
def test_what_is_said_of_open_dates_is_true_however_they_close(
    joined: list[PartialDate | None], left: list[PartialDate], draw: st.DataObject
) -> None:
    pact = instrument(rule=Delay("same_day"), in_force="2000-01-01")
    acts = [
        Act(f"j{n}", "PACT", "KET", ActKind.ACCESSION, at, "table", LAST)
        for n, at in enumerate(joined[: len(left) + 1])
    ]
    acts += [Act(f"l{n}", "PACT", "KET", ActKind.DENUNCIATION, None, "table", LAST, at) for n, at in enumerate(left)]
    world = [_closed(draw, act) for act in acts]
    assume(_alternates(world, pact))
    open_dated = Ledger(catalogue(pact), acts)
    for day, code in history(world, pact, FIRST, date(2007, 1, 1)).items():
        said = open_dated.pair(pact, "KET", day)
        assert said.party in (None, code in PARTY), (day, code, said)


@given(ledgers(), asked)
@on_push(50)
def test_relations_are_symmetric_and_the_network_says_the_same(ledger: Ledger, on: date) -> None:
    network = ledger.network(on)
    for a, b in combinations(sorted(ledger.catalogue.states), 2):
        relations = ledger.relations(a, b, on)
        assert relations == ledger.relations(b, a, on)
        in_force = [held for held in relations if held.in_force]
        assert network[a, b].instruments == tuple(held.instrument for held in in_force)
        touched = tuple(held.instrument for held in in_force if held.reservations or held.to_read)
        assert network[a, b].touched == touched
        assert all(held.since <= on for held in relations)


@given(ledgers(), asked)
@on_push(50)
def test_the_timeline_counts_the_parties(ledger: Ledger, on: date) -> None:
    for code in ledger.catalogue.instruments:
        points = ledger.timeline(code)
        reached = [point.parties for point in points if point.day <= on]
        assert len(ledger.parties(code, on)) == (reached[-1] if reached else 0)
        for point in points:
            assert len(ledger.parties(code, point.day)) == point.parties
            assert point.joined or point.left


@given(ledgers(), asked)
@on_push(50)
def test_the_grid_says_what_status_says(ledger: Ledger, on: date) -> None:
    for code, row in ledger.grid(on).rows.items():
        for state, cell in row.items():
            status = ledger.status(code, state, on)
            assert (cell.code, cell.spell, cell.possibly) == (status.code, status.spell, status.possibly)
            assert cell.beyond is status.beyond


@given(ledgers(), asked)
@on_push(50)
def test_spells_follow_one_another_and_none_begins_before_it_can(ledger: Ledger, on: date) -> None:
    for code, states in ledger.folded.items():
        floor = ledger.catalogue.instruments[code].in_force
        for spells in states.values():
            starts = [held.start for held in spells]
            assert starts == sorted(set(starts))
            assert all(held.earliest <= held.start for held in spells)
            assert all(floor is None or held.earliest >= floor for held in spells if held.code is Code.BOUND)


@given(ledgers(), asked, asked, asked)
@on_push(50)
def test_knowledge_only_grows_and_the_last_day_knows_all(ledger: Ledger, one: date, other: date, on: date) -> None:
    early, late = sorted((one, other))
    try:
        before, after = ledger.as_known(early), ledger.as_known(late)
    except BeforeTheData:
        assert ledger.begins is None or early < ledger.begins
        return
    assert set(before.acts) <= set(after.acts)
    assert answers(before, on) == answers(after.as_known(early), on)
    for code, held in before.catalogue.instruments.items():
        assert set(held.reaches) <= set(after.catalogue.instruments[code].reaches)
    assert ledger.as_known(END + timedelta(days=1)).folded == ledger.folded


@given(precise(), precise(), instruments(), st.dates(LAST, END), st.dates(LAST, END))
def test_a_correction_is_as_if_the_first_had_never_been(
    acts: list[Act], others: list[Act], pact: Instrument, first: date, second: date
) -> None:
    assume(first < second)
    wrong = [replace(act, recorded=first) for act in acts]
    right = [
        replace(act, id=f"b{number}", recorded=second, replaces=wrong[number].id if number < len(wrong) else "")
        for number, act in enumerate(others)
    ]
    struck = [
        Act(f"s{act.id}", "PACT", "KET", ActKind.STRUCK, None, "table", second, replaces=act.id)
        for act in wrong[len(right) :]
    ]
    corrected = Ledger(catalogue(pact), [*wrong, *right, *struck])
    assert _outline(corrected) == _outline(Ledger(catalogue(pact), right))
    if wrong:
        assert _outline(corrected.as_known(first)) == _outline(Ledger(catalogue(pact), wrong))


def _outline(ledger: Ledger) -> list[tuple[Code, date, date]]:
    return [(held.code, held.start, held.earliest) for held in ledger.spells("PACT", "KET")]


@given(days, st.integers(1, 1000), st.integers(1, 1000), instruments())
def test_who_leaves_and_accedes_again_is_out_between_and_in_after(
    joined: date, gap: int, later: int, pact: Instrument
) -> None:
    left = joined + timedelta(days=gap)
    again = left + timedelta(days=later)
    acts = [
        Act("a", "PACT", "KET", ActKind.RATIFICATION, PartialDate.day(joined), "table", END),
        Act("b", "PACT", "KET", ActKind.DENUNCIATION, None, "table", END, PartialDate.day(left)),
        Act("c", "PACT", "KET", ActKind.ACCESSION, PartialDate.day(again), "table", END),
    ]
    ledger = Ledger(catalogue(pact), acts)
    inside = [
        bool(ledger.parties("PACT", day)) for day in (joined - DAY, joined, left - DAY, left, again - DAY, again)
    ]
    assert inside == [False, True, True, False, False, True]


@given(days, st.integers(0, 3000), instruments())
def test_a_succession_reaches_back_as_far_as_printed_but_not_behind_the_instrument(
    effect: date, later: int, pact: Instrument
) -> None:
    deposit = PartialDate.day(effect + timedelta(days=later))
    act = Act("a", "PACT", "KET", ActKind.SUCCESSION, deposit, "table", END, PartialDate.day(effect))
    ledger = Ledger(catalogue(pact), [act])
    expected = max(effect, pact.in_force or date.min)
    assert ledger.status("PACT", "KET", expected).code is Code.BOUND
    assert ledger.status("PACT", "KET", expected - DAY).code is not Code.BOUND


extreme = st.sampled_from([date.min, date.max, date(4, 2, 29), date(9999, 11, 30)]) | st.dates()


@given(
    st.lists(st.tuples(st.sampled_from(sorted(ActKind)), st.none() | extreme, st.none() | extreme)),
    instruments(),
    extreme,
)
@example([(ActKind.DENUNCIATION, None, date.min)], instrument(), date.min)
def test_no_day_of_the_calendar_breaks_a_fold(
    drawn: list[tuple[ActKind, date | None, date | None]], pact: Instrument, on: date
) -> None:
    acts = [
        Act(
            f"a{number}", "PACT", "KET", kind, when and PartialDate.day(when), "table", END,
            effect and PartialDate.day(effect), subject="a0", replaces="gone",
        )
        for number, (kind, when, effect) in enumerate(drawn)
    ]  # fmt: skip
    ledger = Ledger(catalogue(pact, instrument("CODE")), acts)
    answers(ledger, on)
    ledger.grid(on)
    assert len(fold(acts, pact)) <= 2 * len(acts)


@given(anything())
def test_nothing_that_is_entered_is_lost(acts: list[Act]) -> None:
    ledger = Ledger(catalogue(instrument(), instrument("CODE")), acts)
    gone = {held.act.id for held in findings(ledger) if held.code in ("unknown-state", "unknown-instrument")}
    unknown = {
        act.id for act in ledger.current if act.state == "XYZ" or act.instrument not in ledger.catalogue.instruments
    }
    assert gone == unknown
