"""What goes into the tables comes out the same, and a part of the register tells what the whole does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from unittest.mock import patch

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from palermo.reference import Act, ActKind, PartialDate, Reach, Source
from palermo.treaties import Ledger
from palermo.web.treaties import models, queries, records
from tests.generative.examples import on_push
from tests.generative.treaties import LAST, anything, instruments
from tests.spec.invented import END, STATES, catalogue

pytestmark = pytest.mark.django_db
EXAMPLES = on_push(30, HealthCheck.too_slow, HealthCheck.function_scoped_fixture)

# Whatever a source may print, the half-characters that no encoding can hold left out.
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
PARTS = st.lists(st.text("abc019.-() é", min_size=1, max_size=8), max_size=3).map(tuple)
FLAGS = st.sampled_from([(), ("verify",), ("unverified",), ("verify", "not-counted")])
SOURCES = st.builds(Source, st.just("table"), TEXTS, TEXTS, TEXTS, st.dates(), TEXTS, TEXTS)


def storable(acts: list[Act]) -> list[Act]:
    """The acts that the table takes: no entry is replaced twice. What an act points at is of its own State."""
    pairs = {act.id: (act.instrument, act.state) for act in acts}
    once: dict[str, Act] = {}
    for act in acts:
        own = pairs[act.id]
        replaces, subject = (
            f"gone {own}" if name and pairs.get(name) != own else name for name in (act.replaces, act.subject)
        )
        articles = tuple(filter(None, act.articles))  # no source prints an article without a number
        told = replace(act, replaces=replaces, subject=subject, articles=articles)
        once.setdefault(replaces or f"itself {act.id}", told)
    return list(once.values())


REGISTERS = anything().map(storable)


@contextmanager
def entered(acts: list[Act], source: Source) -> Iterator[None]:
    """These acts, and no others, in the tables until the end."""
    with transaction.atomic():
        row = records.source_row(source)
        row.save()
        models.Act.objects.bulk_create(records.rows(acts, {source.code: row}))
        yield
        transaction.set_rollback(True)


@given(REGISTERS, SOURCES, st.lists(st.tuples(TEXTS, PARTS, FLAGS, st.dates()), min_size=12, max_size=12))
@EXAMPLES
def test_an_act_comes_out_of_the_tables_as_it_went_in(
    acts: list[Act], source: Source, details: list[tuple[str, tuple[str, ...], tuple[str, ...], date]]
) -> None:
    told = [
        replace(act, note=note, articles=articles, flags=flags, recorded=recorded)
        for act, (note, articles, flags, recorded) in zip(acts, details, strict=False)
    ]
    with entered(told, source):
        assert sorted(records.acts(models.Act.objects.all()), key=lambda act: act.id) == sorted(
            told, key=lambda act: act.id
        )
        assert records.sources() == {source.code: source}


@given(st.dates(date(1000, 1, 1)), st.sampled_from([4, 7, 10]))
@EXAMPLES
def test_a_date_stays_as_open_as_the_source_left_it(day: date, length: int) -> None:
    when = PartialDate.parse(day.isoformat()[:length])
    act = Act("a", "PACT", "KET", ActKind.RATIFICATION, when, "table", END, effect=when)
    with entered([act], Source("table", "", "", "", END, "invented", "")):
        (held,) = records.acts(models.Act.objects.all())
    assert (held.date, held.effect) == (when, when)


@given(st.lists(st.builds(Reach, st.sampled_from(["all", "members", "listed"]), st.dates(), TEXTS), max_size=4))
@EXAMPLES
def test_how_far_the_data_reach_comes_back_too(reaches: list[Reach]) -> None:
    once = {(reach.scope, reach.as_of): reach for reach in reaches}
    with transaction.atomic():
        models.Reach.objects.bulk_create(
            models.Reach(instrument="PACT", scope=held.scope, as_of=held.as_of, note=held.note)
            for held in once.values()
        )
        assert set(records.reaches().get("PACT", ())) == set(once.values())
        transaction.set_rollback(True)


@given(REGISTERS, instruments("PACT"), instruments("CODE"), st.dates(date(1999, 1, 1), END))
@EXAMPLES
def test_a_part_of_the_register_tells_what_the_whole_does(
    acts: list[Act], pact: object, code: object, on: date
) -> None:
    """A State's page reads that State's acts only. Whatever the acts are, it must not answer otherwise for that."""
    held = catalogue(pact, code)  # type: ignore[arg-type]
    whole = Ledger(held, acts)
    with entered(acts, held.sources["table"]), patch.object(queries, "catalogue", lambda: held):
        for state in STATES:
            part = queries.of_state(state)
            assert part.statuses(state, on) == whole.statuses(state, on)
            for instrument in held.instruments:
                assert part.standing(instrument, state, on) == whole.standing(instrument, state, on)
                assert queries.of_pair(instrument, state).status(instrument, state, on) == whole.status(
                    instrument, state, on
                )
        assert queries.of_state("KET", "LIM").relations("KET", "LIM", on) == whole.relations("KET", "LIM", on)
        for instrument in held.instruments:
            under = queries.of_instrument(instrument)
            assert under.standings(instrument, on) == whole.standings(instrument, on)
            assert under.timeline(instrument) == whole.timeline(instrument)
            assert under.coverage(instrument, on, "group") == whole.coverage(instrument, on, "group")


@given(REGISTERS, st.dates(LAST, END))
@EXAMPLES
def test_the_order_of_the_rows_says_nothing(acts: list[Act], on: date) -> None:
    held = catalogue()
    with entered(acts, held.sources["table"]), patch.object(queries, "catalogue", lambda: held):
        forwards = queries.of_instrument("PACT").standings("PACT", on)
    with entered(acts[::-1], held.sources["table"]), patch.object(queries, "catalogue", lambda: held):
        assert queries.of_instrument("PACT").standings("PACT", on) == forwards
