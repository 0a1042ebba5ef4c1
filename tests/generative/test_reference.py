"""Dates, names and acts of the reference room: what must hold for all of them."""

from __future__ import annotations

import unicodedata
from contextlib import suppress
from datetime import date, timedelta
from functools import cache

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from palermo.reference import Act, ActKind, Catalogue, ImpossibleDate, PartialDate, UnknownName, identify, load
from palermo.reference.finding import Index, plain

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
SPANS = st.tuples(DAYS, DAYS).map(sorted).map(lambda pair: PartialDate(*pair))


@cache
def catalogue() -> Catalogue:
    return load()


# --- Dates as far as the source gives them ------------------------------------------------------------------------


@given(DAYS, st.sampled_from([4, 7, 10]))
def test_a_date_is_read_as_it_was_written(day: date, length: int) -> None:
    text = day.isoformat()[:length]
    read = PartialDate.parse(text)
    assert str(read) == text
    assert read.earliest <= day <= read.latest
    assert read.precision == {4: "year", 7: "month", 10: "day"}[length]


@given(DAYS)
def test_a_month_holds_its_days_and_a_year_its_months(day: date) -> None:
    year, month, exact = (PartialDate.parse(day.isoformat()[:length]) for length in (4, 7, 10))
    assert year.earliest <= month.earliest <= exact.earliest == exact.latest <= month.latest <= year.latest
    assert month.latest == date.max or (month.latest + timedelta(days=1)).day == 1
    assert year.latest == date.max or (year.latest + timedelta(days=1)).month == 1


@given(SPANS)
def test_what_is_written_says_which_days_it_may_be(span: PartialDate) -> None:
    if span.precision == "span":
        assert str(span) == f"{span.earliest}/{span.latest}"
    else:
        assert PartialDate.parse(str(span)) == span


@given(st.text(max_size=12))
def test_any_text_is_a_date_or_is_refused(text: str) -> None:
    with suppress(ImpossibleDate):
        assert str(PartialDate.parse(text)) == text


@given(DAYS, DAYS)
def test_a_span_never_ends_before_it_begins(first: date, last: date) -> None:
    assume(last < first)
    with pytest.raises(ImpossibleDate):
        PartialDate(first, last)


# --- Names --------------------------------------------------------------------------------------------------------

STATES = st.sampled_from(sorted(catalogue().states))
LANGUAGES = st.sampled_from(["en", "fr", "es", "ru", "ar", "zh"])


def disguised(text: str, how: str) -> str:
    """The same name as somebody else would type it."""
    decomposed = unicodedata.normalize("NFD", text)
    return {
        "upper": text.upper(),
        "lower": text.lower(),
        "without accents": "".join(char for char in decomposed if not unicodedata.combining(char)),
        "decomposed": decomposed,
        "spaced": f"  {text.replace(' ', '   ')}\t",
        "hyphens": text.replace(" ", "-"),
        "bold": "".join(chr(0x1D400 + ord(char) - ord("A")) if "A" <= char <= "Z" else char for char in text),
        "full width": "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text),
    }[how]


@given(
    STATES,
    LANGUAGES,
    st.sampled_from(["upper", "lower", "without accents", "decomposed", "spaced", "hyphens", "bold", "full width"]),
)
def test_a_state_is_found_by_every_name_however_it_is_typed(code: str, language: str, how: str) -> None:
    name = catalogue().states[code].names.get(language, code)
    assert catalogue().state(disguised(name, how)).code == catalogue().state(name).code == code


@given(st.sampled_from(sorted(catalogue().instruments)), LANGUAGES)
def test_an_instrument_is_found_by_every_title(code: str, language: str) -> None:
    held = catalogue().instruments[code]
    for text in filter(None, (code, held.titles.get(language, ""))):
        assert catalogue().instrument(text).code == code


@given(st.text(max_size=60))
def test_any_text_is_a_state_or_is_refused_with_what_is_near(text: str) -> None:
    try:
        found = catalogue().state(text)
    except UnknownName as caught:
        refused = caught
    else:
        assert plain(text) in {plain(name) for name in (found.code, *found.names.values(), *found.aliases)}
        return
    assert len(refused.nearest) <= 3
    assert {code for code, _ in refused.nearest} <= set(catalogue().states)


@given(STATES, st.data())
def test_a_slip_of_the_finger_is_answered_with_what_was_meant(code: str, draw: st.DataObject) -> None:
    name = catalogue().states[code].names["en"]
    assume(len(name) > 7)
    at = draw.draw(st.integers(1, len(name) - 2))
    slipped = name[:at] + "q" + name[at + 1 :]
    assume(plain(slipped) != plain(name))
    with pytest.raises(UnknownName) as refused:
        catalogue().state(slipped)
    assert code in [near for near, _ in refused.value.nearest]


@given(st.text(max_size=30))
@example("㎒")
@example("İ")
@example("ﬁ ß ϓ")
def test_a_plain_text_stays_plain(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@given(st.dictionaries(st.text("ABC", min_size=1, max_size=3), st.lists(st.text("ab -", max_size=4)), max_size=5))
def test_the_first_to_claim_a_spelling_keeps_it(spellings: dict[str, list[str]]) -> None:
    index = Index("thing", spellings)
    first: dict[str, str] = {}
    for code, held in spellings.items():
        for spelling in held:
            first.setdefault(plain(spelling), code)
    for spelling, code in first.items():
        assert index.find(spelling) == code


# --- Acts ---------------------------------------------------------------------------------------------------------

WHEN = st.none() | DAYS.map(PartialDate.day) | SPANS


@given(WHEN, DAYS)
def test_an_act_happened_at_the_latest_when_it_was_recorded(when: PartialDate | None, recorded: date) -> None:
    act = Act("a", "TIP", "FRA", ActKind.ACCESSION, when, "table", recorded)
    assert act.earliest <= act.day
    assert act.day == (when.latest if when else recorded)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["TIP", "UNTOC"]),
            st.sampled_from(["FRA", "DEU"]),
            st.sampled_from(sorted(kind.value for kind in ActKind)),
            st.sampled_from(["", "2002", "2002-10", "2002-10-29"]),
        ),
        unique=True,
    )
)
def test_two_different_acts_never_share_an_identifier(facts: list[tuple[str, str, str, str]]) -> None:
    made = [identify(*each) for each in facts]
    assert len(set(made)) == len(facts)
    assert not any(" " in each for each in made)


@pytest.mark.parametrize("missing", ["id", "instrument", "state", "source"])
def test_an_act_without_what_names_it_is_none(missing: str) -> None:
    facts = {"id": "a", "instrument": "TIP", "state": "FRA", "source": "table", missing: ""}
    with pytest.raises(ValueError, match="an act needs an identifier, an instrument, a State and a source"):
        Act(kind=ActKind.ACCESSION, date=None, recorded=date(2026, 1, 1), **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "more", "words"),
    [
        (ActKind.STRUCK, {}, "must say which entry it replaces"),
        (ActKind.WITHDRAWAL, {}, "must say which act it takes back"),
        (ActKind.OBJECTION, {"towards": "FRA"}, "cannot object to itself"),
        (ActKind.ACCESSION, {"flags": ("verify", "sure")}, "unknown flag 'sure'"),
    ],
)
def test_an_act_that_cannot_be_says_why(kind: ActKind, more: dict[str, object], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        Act("a", "TIP", "FRA", kind, None, "table", date(2026, 1, 1), **more)  # type: ignore[arg-type]
