"""Import: nothing is written unseen, all is written or nothing, and a second time nothing changes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from palermo.cli.errors import Exit
from palermo.web.audit import queries as log
from palermo.web.audit.models import Entry
from palermo.web.treaties import models
from tests.unit.cli.conftest import Palermo

HEADER = "instrument_id,iso3,signature_date,consent_type,consent_date,note\n"
NEW = "ACTIP-2015,THA,,ratification,2017-07-24,\n"
SHARPER = "ACTIP-2015,KHM,,ratification,2016-01-25,\n"
SAME = "ACTIP-2015,VNM,,ratification,2017-01-05,\n"
CONTRADICTING = "TIP,FRA,,ratification,2003-05-05,\n"
AS_OF = ("--as-of", "2025-06-01")


@pytest.fixture
def file(tmp_path: Path) -> Any:
    def write(*rows: str) -> Path:
        path = tmp_path / "table.csv"
        path.write_text(HEADER + "".join(rows), encoding="utf-8")
        return path

    return write


def counted() -> tuple[int, int, int, int, int]:
    return (
        models.Act.objects.count(),
        models.Source.objects.count(),
        models.Reach.objects.count(),
        models.Import.objects.count(),
        Entry.objects.count(),
    )


def told(done: Any) -> dict[str, Any]:
    held: dict[str, Any] = json.loads(done.stdout)
    return held


def test_a_dry_run_shows_the_old_and_the_new_and_writes_nothing(service: Palermo, file: Any) -> None:
    before = counted()
    done = service("treaties", "import", file(NEW, SHARPER, SAME), *AS_OF)
    assert done.exit_code == Exit.DECISION
    assert "table.csv: 1 changed, 1 new, 2 missing, 1 unchanged (nothing written)" in done.stdout
    assert "ratification 2016-01 (date: 2016-01)" in done.stdout
    assert "date: 2016-01-25" in done.stdout
    assert "ratification 2017-07-24" in done.stdout
    assert "add --accept" in done.stderr
    assert counted() == before


def test_accepted_it_is_written_with_its_source_and_logged(service: Palermo, file: Any) -> None:
    acts, sources, _, imports, entries = counted()
    done = service(
        "treaties", "import", file(NEW, SHARPER, SAME), *AS_OF, "--accept", "--source-title", "ASEAN table",
        "--address", "https://example.org/table", "--format", "json",
    )  # fmt: skip
    assert done.exit_code == Exit.OK, done.stderr
    assert told(done)["about"]["accepted"] is True
    after = counted()
    assert (after[0], after[1], after[3], after[4]) == (acts + 2, sources + 1, imports + 1, entries + 1)
    act = models.Act.objects.get(instrument="ACTIP-2015", state="THA")
    assert (act.source.code, act.source.description) == ("asean-table-20250601", "ASEAN table")
    assert (act.source.address, str(act.source.as_of)) == ("https://example.org/table", "2025-06-01")
    assert models.Act.objects.filter(replaces="ACTIP-2015.KHM.ratification.2016-01", date="2016-01-25").count() == 1
    entry = Entry.objects.latest("sequence")
    assert (entry.actor, entry.verb, entry.room) == ("operator", "import", "treaties")
    assert entry.particulars["sha256"] == told(done)["about"]["sha256"]
    assert log.verify().ok


def test_a_second_run_of_the_same_file_changes_nothing(service: Palermo, file: Any) -> None:
    command = ("treaties", "import", file(NEW, SHARPER, SAME), *AS_OF, "--accept")
    assert service(*command).exit_code == Exit.OK
    before = counted()
    again = service(*command)
    assert again.exit_code == Exit.OK
    assert "3 unchanged (nothing written)" in again.stdout
    assert counted() == before


def test_one_bad_row_keeps_all_rows_out(service: Palermo, file: Any) -> None:
    before = counted()
    wrong = "ACTIP-2015,Tailand,,ratification,2017-07-24,\n", "ACTIP-2015,LAO,,ratification,2017-02-31,\n"
    done = service("treaties", "import", file(NEW, *wrong), *AS_OF, "--accept")
    assert done.exit_code == Exit.UNREADABLE
    assert "row 3, column iso3" in done.stdout
    assert "Nearest: Thailand (THA)" in done.stdout
    assert "row 4, column consent_date" in done.stdout
    assert "2 rows cannot be taken, so nothing was written" in done.stderr
    assert counted() == before


def test_a_contradiction_waits_for_a_person(service: Palermo, file: Any) -> None:
    before = counted()
    command = ("treaties", "import", file(NEW, CONTRADICTING), *AS_OF, "--accept")
    done = service(*command)
    assert done.exit_code == Exit.DECISION
    assert "contradicting  TIP" in done.stdout
    assert "ratification 2002-10-29; in effect 2003-12-25" in done.stdout
    assert counted() == before
    assert service(*command, "--keep-held").exit_code == Exit.OK
    assert models.Act.objects.filter(state="THA", instrument="ACTIP-2015").exists()
    assert not models.Act.objects.filter(state="FRA", instrument="TIP", date="2003-05-05").exists()


def test_only_a_full_table_says_how_far_others_are_known(service: Palermo, file: Any) -> None:
    reaches = models.Reach.objects.filter(instrument="ACTIP-2015", as_of="2025-06-01")
    assert service("treaties", "import", file(NEW), *AS_OF, "--accept").exit_code == Exit.OK
    assert not reaches.exists()
    done = service("treaties", "import", file(NEW, SHARPER), *AS_OF, "--accept", "--full-table")
    assert done.exit_code == Exit.OK
    assert list(reaches.values_list("scope", flat=True)) == ["all"]
    asked = service("treaties", "status", "ACTIP-2015", "LAO", "--on", "2025-06-01", "--format", "json")
    assert told(asked)["rows"][0]["status"] == "no-act"


def test_a_mapping_says_which_column_means_what(service: Palermo, tmp_path: Path) -> None:
    sheet, mapping = tmp_path / "sheet.csv", tmp_path / "mapping.toml"
    sheet.write_text("Country;Deposited\nThailand;24/07/2017\n", encoding="cp1252")
    mapping.write_text(
        'state = "Country"\nconsent_date = "Deposited"\nkind = "ratification"\ndate_format = "%d/%m/%Y"\n'
    )
    done = service(
        "treaties", "import", sheet, *AS_OF, "--mapping", mapping, "--instrument", "ACTIP-2015", "--format", "json"
    )
    assert done.exit_code == Exit.DECISION, done.stderr
    assert (told(done)["rows"][0]["what"], told(done)["rows"][0]["state"]) == ("new", "THA")


@pytest.mark.parametrize(
    ("content", "more", "code", "words"),
    [
        (b"", (), Exit.UNREADABLE, "is empty"),
        (b"%PDF-1.7", (), Exit.UNREADABLE, "is a PDF"),
        (b"a,b\n1,2\n", (), Exit.UNREADABLE, "the columns fit no layout"),
        (b"a,b\n1,2\n", ("--layout", "nonsense"), Exit.UNREADABLE, "no layout is called 'nonsense'"),
        (b"a,b\n1,2\n", ("--instrument", "TIPP"), Exit.UNREADABLE, "no instrument is called 'TIPP'"),
        (b"x" * 20_000_001, (), Exit.UNREADABLE, "larger than 20,000,000 bytes"),
        (None, (), Exit.UNREADABLE, "cannot be opened"),
        (b"a,b\n", ("--as-of", "2999-01-01"), Exit.BAD_INPUT, "lies in the future"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_a_reason(
    service: Palermo, tmp_path: Path, content: bytes | None, more: tuple[str, ...], code: Exit, words: str
) -> None:
    path = tmp_path / "table.csv"
    if content is not None:
        path.write_bytes(content)
    before = counted()
    done = service("treaties", "import", path, *AS_OF, *more, "--accept")
    assert done.exit_code == code
    assert words in done.stderr
    assert counted() == before


def test_a_formula_in_a_cell_is_named_and_never_written(service: Palermo, file: Any) -> None:
    done = service("treaties", "import", file("ACTIP-2015,THA,,ratification,2017-07-24,=1+1\n"), *AS_OF, "--accept")
    assert done.exit_code == Exit.UNREADABLE
    assert "formula is never run" in done.stdout
    assert not models.Act.objects.filter(state="THA", instrument="ACTIP-2015").exists()


def test_without_an_as_of_day_nothing_is_read(service: Palermo, file: Any) -> None:
    done = service("treaties", "import", file(NEW))
    assert done.exit_code == Exit.USAGE
    assert "--as-of" in done.stderr


def test_an_address_too_long_for_the_register_is_refused_before_anything_is_read(service: Palermo, file: Any) -> None:
    before = counted()
    address = "https://example.org/" + "a" * 281
    done = service("treaties", "import", file(NEW), *AS_OF, "--address", address, "--accept")
    assert done.exit_code == Exit.BAD_INPUT
    assert "--address: expected at most 300 characters, got 301" in done.stderr
    assert counted() == before
    assert service("treaties", "import", file(NEW), *AS_OF, "--address", address[:300], "--accept").exit_code == 0


def test_an_act_about_another_states_entry_is_refused_with_its_row(service: Palermo, tmp_path: Path) -> None:
    before, path = counted(), tmp_path / "acts.csv"
    path.write_text(
        "act,instrument,state,kind,date,replaces,source\n"
        "TIP.DEU.struck.2020,TIP,DEU,struck,2020-01-01,TIP.FRA.ratification.2002-10-29,\n"
    )
    done = service("treaties", "import", path, *AS_OF, "--accept", "--format", "json")
    assert done.exit_code == Exit.UNREADABLE
    (row,) = (row for row in told(done)["rows"] if row["what"] == "error")
    assert (row["place"], "TIP.FRA.ratification.2002-10-29, of FRA under TIP" in row["file"]) == (
        "row 2, column replaces",
        True,
    )
    assert counted() == before
