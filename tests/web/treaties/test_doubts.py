"""In the year in which a State joined or left on an unknown day, every view says so, and not by colour alone."""

from __future__ import annotations

import csv
import io
import re

import openpyxl
import pytest
from django.test import Client
from django.utils.translation import override

from palermo.treaties import Code
from palermo.web.treaties import labels, models, queries
from palermo.web.treaties.views import doubts, maps

pytestmark = pytest.mark.usefixtures("register")

# The Philippines left the Rome Statute in 2019, and Burundi in 2017; the data give the year only.
DAY, BEFORE, AFTER = "2019-06-01", "2018-12-31", "2019-12-31"
SAID = "May already be “Withdrawn”, at the latest from 2019-12-31: the source gives no exact day."
LEGEND = "May have changed already: the source gives no exact day"
ROW = re.compile(r'<tr><th scope="row"><a href="/en/states/PHL/[^"]*">.*?</tr>', re.DOTALL)


def matrix(client: Client, day: str = DAY, language: str = "en", **query: str) -> str:
    response = client.get(f"/{language}/matrix/", {"family": "all", "q": "phil", "on": day, **query})
    return response.content.decode()


def test_a_cell_of_the_matrix_bears_a_star_and_says_until_when_it_is_open(client: Client) -> None:
    (row,) = ROW.findall(matrix(client))
    (cell,) = (cell for cell in re.findall(r"<td.*?</td>", row) if "<svg" in cell)
    assert cell.startswith('<td class="status-bound"')
    assert f">In force. {SAID} <svg" in cell
    assert f'title="{SAID}"' in cell
    assert 'aria-hidden="true"' in cell


@pytest.mark.parametrize("day", [BEFORE, AFTER])
def test_before_and_after_that_year_nothing_is_open(client: Client, day: str) -> None:
    text = matrix(client, day)
    assert doubts.STAR not in text
    assert LEGEND not in text


def test_the_star_is_explained_where_it_stands_and_nowhere_else(client: Client) -> None:
    assert LEGEND in matrix(client)
    assert LEGEND not in matrix(client, q="france")


def test_a_status_beyond_the_data_that_is_open_says_both(client: Client) -> None:
    models.Reach.objects.filter(instrument="ROME").update(as_of="2019-01-31")
    models.Edition.objects.update(mark="another")
    (row,) = ROW.findall(matrix(client))
    assert f'<td class="status-bound beyond" title="{SAID}">In force, as last known. {SAID}' in row


def downloaded(client: Client, form: str) -> str:
    """What the matrix says in a file of the Philippines under the Rome Statute."""
    body = client.get("/en/matrix/", {"family": "all", "q": "phil", "on": DAY, "format": form})
    if form == "json":
        return str(body.json()["rows"][0]["ROME"])
    if form == "csv":
        return next(csv.DictReader(io.StringIO(body.content.decode("utf-8-sig"))))["ROME"]
    head, row = openpyxl.load_workbook(io.BytesIO(body.content))["matrix"].iter_rows(values_only=True)
    return str(dict(zip(head, row, strict=True))["ROME"])


@pytest.mark.parametrize("form", ["csv", "xlsx", "json"])
def test_the_matrix_says_it_in_every_file(client: Client, form: str) -> None:
    assert downloaded(client, form) == "bound (possibly withdrawn, at the latest from 2019-12-31)"


@pytest.mark.parametrize(("address", "q"), [("/en/states/PHL/", "rome"), ("/en/instruments/ROME/", "philippines")])
def test_the_tables_of_a_state_and_of_an_instrument_have_it_in_columns_of_their_own(
    client: Client, address: str, q: str
) -> None:
    def row(day: str) -> tuple[str, str, str]:
        (held,) = client.get(address, {"format": "json", "q": q, "on": day}).json()["rows"]
        return held["status"], held["possibly"], held["possibly_from"]

    assert row(DAY) == ("bound", "withdrawn", "2019-12-31")
    assert row(BEFORE) == ("bound", "", "")
    assert row(AFTER) == ("withdrawn", "", "")


def test_the_map_bears_a_star_on_the_state_and_says_it_in_the_link(client: Client) -> None:
    text = client.get("/en/instruments/ROME/", {"on": DAY}).content.decode()
    label = f"Philippines: In force. {SAID}"
    assert f'aria-label="{label}"' in text
    assert f"<title>{label}</title>" in text
    x, y = maps.centres()["PHL"]
    drawing = text.split('<svg class="map"')[1].split("</svg>")[0]
    assert drawing.count('class="doubt"') == 1
    assert f'transform="translate({x} {y})' in drawing
    assert re.search(rf"{LEGEND} \(1\)</p>", text)


@pytest.mark.parametrize("day", [BEFORE, AFTER])
def test_a_map_without_doubts_speaks_of_none(client: Client, day: str) -> None:
    text = client.get("/en/instruments/ROME/", {"on": day}).content.decode()
    assert 'class="doubt"' not in text
    assert LEGEND not in text


def test_the_star_stays_on_the_drawing_and_lets_the_pointer_through() -> None:
    star = doubts.placed("1", '"><script>')
    assert 'pointer-events="none"' in star
    assert "<script>" not in star


def test_every_state_that_can_be_drawn_has_a_place_for_the_star() -> None:
    held = {code for code, state in queries.catalogue().states.items() if state.m49}
    assert set(maps.centres()) == held


@pytest.mark.parametrize("language", ["fr", "es", "ru", "ar", "zh"])
def test_the_star_is_explained_in_every_language(client: Client, language: str) -> None:
    text = matrix(client, language=language, q="")
    with override({"zh": "zh-hans"}.get(language, language)):
        withdrawn = str(labels.STATUS[Code.WITHDRAWN])
    assert LEGEND not in text
    assert doubts.STAR in text
    assert any(withdrawn in cell for cell in re.findall(r'<td[^>]*title="([^"]*2019-12-31[^"]*)"', text))
