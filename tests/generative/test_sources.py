"""Whatever bytes come in, a reading or a `SourceError` comes out, soon; what is written comes back as it was."""

from __future__ import annotations

import io
import time
import zipfile
from contextlib import suppress
from dataclasses import fields, replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from palermo.reference import Act, ActKind, PartialDate, Source, identify, load
from palermo.sources import Difference, Limits, Reading, SourceError, compare, dates, read, withdrawals, write_acts
from palermo.sources.checks import astray
from palermo.sources.names import participant
from tests.generative.examples import on_push

CATALOGUE = load()
SOURCE = Source("generated", "", "", "", date(2026, 1, 31), "generated", "facts")
SECONDS = 5.0
EXAMPLES = settings(suppress_health_check=[HealthCheck.too_slow])
MAPPING = {"state": "Country", "consent_date": "Ratified", "instrument": "TIP"}


def taken(data: bytes, seconds: float = SECONDS, **asked: object) -> Reading | SourceError:
    """Read these bytes as a file; anything raised but `SourceError` fails the test, and so does taking long."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        path.write_bytes(data)
        begun = time.process_time()
        try:
            return read(path, catalogue=CATALOGUE, source=SOURCE, **asked)  # type: ignore[arg-type]
        except SourceError as error:
            return error
        finally:
            assert time.process_time() - begun < seconds


def workbook() -> bytes:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (("Country", "Ratified"), ("Chad", date(2009, 8, 18)), ("Chile", "29 Nov 2004")):
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


PAGE = (
    b"<html><table><tr><th>Participant</th><th>Signature</th><th>Ratification, Accession(a)</th></tr>"
    b"<tr><td>Chad<sup>1</sup></td><td></td><td>18 Aug 2009 a</td></tr></table><h3>End Note</h3>"
    b"<p>1. On 2 May 2016, Chad denounced the Protocol.</p></html>"
)
STATUS = (
    "instrument_id,iso3,signature_date,consent_type,consent_date\nTIP,TCD,,accession,2009-08-18\n"
    "TIP,Côte d’Ivoire,,accession,2012-10-25\n"
).encode()
SEEDS = (STATUS, STATUS.decode().encode("utf-16"), PAGE, workbook())


@given(st.binary(max_size=3000))
@EXAMPLES
def test_any_bytes_end_in_a_reading_or_an_error(data):
    taken(data)
    taken(data, mapping=MAPPING)


@given(st.text(alphabet=st.sampled_from("TIP,TCD;\t|\"'=\n\r<>[]&a1 2é€Ж\ufeff"), max_size=400))
@EXAMPLES
def test_any_text_below_a_header_ends_in_a_reading_or_an_error(text):
    taken(STATUS + text.encode())
    taken(b"Country,Ratified\n" + text.encode(), mapping=MAPPING)
    taken(PAGE[:-7] + text.encode(), instrument="TIP")


@given(st.sampled_from(SEEDS), st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=8)), max_size=6))
@EXAMPLES
def test_a_damaged_file_ends_in_a_reading_or_an_error(seed, wounds):
    data = bytearray(seed)
    for where, what in wounds:
        place = int(where * len(data))
        data[place : place + len(what)] = what
    taken(bytes(data), instrument="TIP")
    taken(bytes(data), mapping=MAPPING)


@given(st.sampled_from(SEEDS), st.floats(0, 1))
@EXAMPLES
def test_a_file_cut_short_ends_in_a_reading_or_an_error(seed, where):
    taken(seed[: int(where * len(seed))], instrument="TIP")


@given(
    st.binary(max_size=2000), st.sampled_from(["xl/workbook.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml"])
)
@on_push(60, HealthCheck.too_slow)
def test_a_workbook_with_any_part_replaced_ends_in_a_reading_or_an_error(content, name):
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook())) as whole, zipfile.ZipFile(stream, "w") as made:
        for part in whole.infolist():
            made.writestr(part.filename, content if part.filename == name else whole.read(part))
    taken(stream.getvalue(), mapping=MAPPING)


HOSTILE = {
    "tables in tables": lambda n: b"<table>" * (5 * n),
    "blocks before a table": lambda n: b"<div>" * (5 * n) + PAGE,
    "one endless row": lambda n: b"<table><tr>" + b"<td>x" * (5 * n),
    "cells over all rows": lambda n: b"<table>" + b"<tr><td rowspan=99999>x<td>y" * (9 * n // 10),
    "one word": lambda n: b"a" * (50 * n),
    "short rows": lambda n: b"a,b\n" * (99 * n // 100),
    "quotes": lambda n: b'"' * (30 * n + 1),
    "many columns": lambda n: b",".join([b"x"] * (10 * n)),
    "one unknown State": lambda n: STATUS.splitlines()[0] + b"\n" + b"TIP,Nowhere,2009-08-18,,\n" * (99 * n // 100),
    "unknown States": lambda n: (
        STATUS.splitlines()[0] + b"\n" + b"".join(b"TIP,N%d,2009-08-18,,\n" % at for at in range(99 * n // 100))
    ),
    "marks of notes": lambda n: b"Participant\tSignature\n" + b"Chad " + b"1, " * (n * 6 // 100) + b"\t1 May 2001\n",
    "one long note": lambda n: PAGE[:-7] + b"<p>1. " + b"denounce withdraw from with effect from " * (n // 50),
    "letters of no encoding": lambda n: b"\xe9t\xe9 " * (10 * n),
    "entities": lambda n: b"&lt;" * (10 * n),
    "declarations": lambda n: b"<!DOCTYPE" * (5 * n),
}
"""Files of a size that grows with `n`, each made to cost more than its size."""


@pytest.mark.parametrize("size", [20_000, pytest.param(100_000, marks=pytest.mark.slow)])
@pytest.mark.parametrize("name", HOSTILE)
def test_files_made_to_be_slow_are_not(name, size):
    data = HOSTILE[name](size)
    for asked in ({"instrument": "TIP"}, {"mapping": MAPPING}):
        taken(data, seconds=SECONDS * size / 100_000, **asked)


PRINTED = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=30)
# Cells that spreadsheets, our escaping or the csv module treat in a special way.
TRICKY = st.lists(
    st.sampled_from(["=", "+", "-", "@", "'", '"', ",", ";", "\n", "\r", "\t", " ", "x"]), max_size=6
).map("".join)
NOTES = PRINTED | TRICKY
NAMES = st.text("abcXYZ019.-é", min_size=1, max_size=12)
STATES = st.sampled_from(sorted(CATALOGUE.states))
DAYS = st.dates(date(2001, 1, 1), date(2025, 12, 31))


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    day = draw(DAYS).isoformat()
    return PartialDate.parse(draw(st.sampled_from([day, day[:7], day[:4]])))


@st.composite
def acts(draw: st.DrawFn) -> Act:
    state, towards = draw(st.tuples(STATES, STATES))
    return Act(
        id=draw(NAMES),
        instrument=draw(st.sampled_from(["TIP", "SOM", "UNTOC"])),
        state=state,
        kind=draw(st.sampled_from([kind for kind in ActKind if kind not in (ActKind.STRUCK, ActKind.WITHDRAWAL)])),
        date=draw(st.none() | partial_dates()),
        source="generated",
        recorded=draw(DAYS),
        effect=draw(st.none() | partial_dates()),
        articles=tuple(draw(st.lists(NAMES, max_size=3))),
        towards=draw(st.just("") | st.just(towards if towards != state else "")),
        precludes=draw(st.booleans()),
        subject=draw(st.just("") | NAMES),
        flags=draw(st.sampled_from([(), ("verify",), ("unverified", "not-counted")])),
        note=draw(NOTES),
    )


def at_home(held: list[Act]) -> list[Act]:
    """The same acts, none about an entry that it cannot be about: such a table is refused, not read back."""
    lost = {act.id for act, *_ in astray(held, {act.id: act for act in held})}
    return [replace(act, subject="") if act.id in lost else act for act in held]


LISTS = st.lists(acts(), min_size=1, max_size=8, unique_by=lambda act: act.id).map(at_home)


@given(LISTS)
@EXAMPLES
def test_acts_that_are_written_are_read_back(held):
    # A row that a spreadsheet would run is escaped, so identifiers may begin with any sign too.
    stream = io.StringIO(newline="")
    write_acts(held, stream)
    reading = taken(stream.getvalue().encode(), today=date(2026, 1, 31))
    assert isinstance(reading, Reading)
    assert [problem for problem in reading.problems if problem.level == "error"] == []
    assert reading.acts == tuple(sorted(held, key=lambda act: act.id))


@st.composite
def registers(draw: st.DrawFn) -> list[Act]:
    """Acts of few States, so that they meet: told under the identifiers that a reader gives."""
    made: dict[str, Act] = {}
    for act in draw(st.lists(acts(), max_size=7)):
        state = draw(st.sampled_from(["TCD", "CHL"]))
        told = replace(
            act, instrument="TIP", state=state, towards="", subject="", note=draw(st.sampled_from(["", "n"]))
        )
        named = replace(told, id=identify("TIP", state, act.kind.value, str(act.date or act.effect or "")))
        made.setdefault(named.id, named)
    return list(made.values())


@given(registers(), registers(), st.randoms())
@EXAMPLES
def test_a_difference_does_not_depend_on_order(held, file, chance):
    expected = compare(held, file)
    chance.shuffle(held)
    chance.shuffle(file)
    assert compare(held, file) == expected


@given(registers(), registers())
@EXAMPLES
def test_nothing_is_new_or_changed_after_it_has_been_accepted(held, file):
    first = compare(held, file)
    register = [*held, *first.new, *(proposed for _, proposed in first.changed)]
    assert len({act.id for act in register}) == len(register)
    again = compare(register, file)
    assert (again.new, again.changed) == ((), ())


@given(registers())
@EXAMPLES
def test_a_register_compared_with_itself_is_unchanged(held):
    assert compare(held, held) == Difference((), (), (), tuple(sorted(held, key=lambda act: act.id)), ())


@given(registers(), registers())
@EXAMPLES
def test_every_act_of_a_file_ends_in_one_list_or_another(held, file):
    found = compare(held, file)
    told = len(found.new) + len(found.changed) + len(found.contradicting) + len(found.unchanged)
    assert told == len(file)
    known = {act.id for act in held}
    assert {act.id for act in found.missing} <= known
    assert not known & {act.id for act in found.new}


@given(PRINTED | TRICKY)
@EXAMPLES
def test_any_text_is_a_date_or_says_why_not(text):
    with suppress(dates.UnreadableDate):
        assert isinstance(dates.read(text), PartialDate)


@given(DAYS, st.sampled_from(["%d %b %Y", "%d %B %Y", "%Y-%m-%d", "%d-%b-%Y"]))
@EXAMPLES
def test_every_day_is_read_as_it_is_printed(day, form):
    assert dates.read(day.strftime(form)) == PartialDate.day(day)


@given(PRINTED | TRICKY)
@EXAMPLES
def test_any_name_loses_its_marks_without_harm(text):
    held = participant(text)
    assert held.name == participant(held.name).name or held.bracketed or "[" in text


WORDS = (
    "Chad", "denounced", "withdrew from", "the Protocol", "On 2 May 2016,", "not", "article",
    "with effect from 3 May 2017", "its reservation", "Canada", ".",
)  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=12))
@EXAMPLES
def test_a_withdrawal_is_never_read_where_a_second_reading_is_possible(words):
    note = " ".join(words)
    try:
        held = withdrawals.find(note, ("Chad",), ("Canada",))
    except withdrawals.Unclear:
        return
    if held is not None:
        assert "Chad" in words
        assert not {"not", "article", "Canada", "its reservation"} & set(words)
        assert held.notified or held.effect


def test_limits_are_all_above_nothing():
    assert all(getattr(Limits(), held.name) > 0 for held in fields(Limits))
    assert timedelta(seconds=SECONDS) <= timedelta(seconds=5)
