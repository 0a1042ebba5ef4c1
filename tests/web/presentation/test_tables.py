"""A table is shown, sorted, filtered and paged as its address asks, and never loses a row on the way."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palermo.web.presentation.markup import body
from palermo.web.presentation.tables import PER_PAGE, Cell, Column, Table, select, view

COLUMNS = (Column("name", "Name"), Column("parties", "Parties", numeric=True), Column("code", "code", hidden=True))


def table(*names: tuple[str, int | None]) -> Table:
    rows = tuple((Cell(name), Cell("" if n is None else str(n), value=n), Cell(name[:1])) for name, n in names)
    return Table("states", "States", COLUMNS, rows)


def names(held: Table) -> list[str]:
    return [row[0].text for row in held.rows]


FOUR = table(("Émile", 3), ("Zürich", 20), ("arabia", None), ("Bénin", 100))


def test_a_filter_forgives_case_and_accents() -> None:
    assert names(select(FOUR, {"q": "BENIN"})) == ["Bénin"]


def test_a_filter_that_finds_nothing_gives_no_rows_and_keeps_the_total() -> None:
    shown = view(FOUR, {"q": "xyz"})
    assert (shown.found, shown.total, shown.rows) == (0, 4, ())


def test_names_sort_by_their_plain_spelling() -> None:
    assert names(select(FOUR, {"sort": "name"})) == ["arabia", "Bénin", "Émile", "Zürich"]


def test_numbers_sort_by_size_not_by_spelling() -> None:
    assert names(select(FOUR, {"sort": "parties"}))[:3] == ["Émile", "Zürich", "Bénin"]


@pytest.mark.parametrize("sort", ["parties", "-parties"])
def test_what_is_not_known_stays_last_in_both_directions(sort: str) -> None:
    assert names(select(FOUR, {"sort": sort}))[-1] == "arabia"


def test_an_unknown_sort_key_leaves_the_order() -> None:
    assert names(select(FOUR, {"sort": "colour"})) == names(FOUR)


def test_a_heading_offers_the_other_direction() -> None:
    first = view(FOUR, {"sort": "name"}).headings[0]
    assert (first.sorted, first.query) == ("ascending", "-name")


LONG = table(*((f"State {n:03}", n) for n in range(120)))


@pytest.mark.parametrize(
    ("asked", "page"), [("1", 1), ("3", 3), ("9", 3), ("0", 1), ("-1", 1), ("x", 1), ("", 1), ("1" * 40, 1)]
)
def test_a_page_number_that_is_none_gives_the_nearest_page(asked: str, page: int) -> None:
    assert view(LONG, {"page": asked}).page == page


def test_pages_show_every_row_once() -> None:
    seen = [row for page in range(1, 4) for row in view(LONG, {"page": str(page)}).rows]
    assert seen == list(LONG.rows)
    assert len(view(LONG, {}).rows) == PER_PAGE


def test_all_rows_at_once_on_request() -> None:
    shown = view(LONG, {"show": "all"})
    assert (len(shown.rows), shown.pages, shown.before, shown.after) == (120, 1, 0, 0)


def test_a_row_with_too_few_cells_is_refused() -> None:
    with pytest.raises(ValueError, match="expected 3 cells a row, got 1"):
        Table("states", "States", COLUMNS, ((Cell("alone"),),))


def test_markup_escapes_every_text_and_hides_download_columns() -> None:
    held = Table(
        "t", "T", COLUMNS, ((Cell("<b>", link='/x?a=1&b="'), Cell("1", value=1, note="<i>"), Cell("hidden & gone")),)
    )
    html = body(view(held, {}))
    assert "<b>" not in html
    assert "<i>" not in html
    assert "hidden" not in html
    assert 'href="/x?a=1&amp;b=&quot;"' in html


def test_a_day_gets_a_class_that_keeps_it_on_one_line() -> None:
    columns = (Column("a", "A"), Column("b", "B"))
    held = Table("t", "T", columns, ((Cell("x"), Cell("2020-01-01", value=date(2020, 1, 1))),))
    assert '<td class="day"><bdi>2020-01-01</bdi></td>' in body(view(held, {}))


def test_a_day_in_small_print_is_read_whole() -> None:
    held = Table(
        "notes", "Notes", (Column("status", "Status"),), ((Cell("In force", note="As known on 2020-01-01."),),)
    )
    assert 'As known on <span class="day">2020-01-01</span>.</small>' in body(view(held, {}))


def test_a_day_that_heads_its_row_is_read_whole_too() -> None:
    held = Table("days", "Days", (Column("day", "Day"),), ((Cell("2020-01-01", value=date(2020, 1, 1)),),))
    assert '<th scope="row" class="day"><bdi>2020-01-01</bdi></th>' in body(view(held, {}))


@given(
    st.lists(st.tuples(st.text(max_size=5), st.none() | st.integers(-5, 5)), max_size=130),
    st.sampled_from(["", "name", "-name", "parties", "-parties", "code"]),
)
def test_sorting_and_paging_never_lose_or_repeat_a_row(rows: list[tuple[str, int | None]], sort: str) -> None:
    held = table(*rows)
    pages = view(held, {"sort": sort}).pages
    seen = [row for page in range(1, pages + 1) for row in view(held, {"sort": sort, "page": str(page)}).rows]
    assert sorted(map(repr, seen)) == sorted(map(repr, held.rows))
