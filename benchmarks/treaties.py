"""How fast the ledger answers, beside two peers in the same run: plain Python loops, and SQLite.

Run `python benchmarks/treaties.py`; add `--fold 1` to leave out the hundredfold ledger. Figures are CPU time of one
process (`time.process_time`), the median of several runs. The hundredfold ledger is simulated: the shipped acts,
repeated under a hundred sets of instruments; it says nothing of any State.
"""

from __future__ import annotations

import argparse
import csv
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from datetime import date
from itertools import combinations
from pathlib import Path
from statistics import median
from typing import NamedTuple

from palermo.reference import SHIPPED
from palermo.treaties import PARTY, Code, Ledger
from palermo.treaties.entry_into_force import of_consent, of_denunciation

ON = date(2022, 6, 13)
COLD = """
import sys, time
from pathlib import Path
from palermo.treaties import Ledger
ledger = Ledger.load(Path(sys.argv[1]))
ledger.folded
print(time.process_time() * 1000)
"""
BARE = "import time; print(time.process_time() * 1000)"
COLD_SQLITE = """
import csv, sqlite3, sys, time
from pathlib import Path
held = sqlite3.connect(":memory:")
with (Path(sys.argv[1]) / "acts.csv").open(encoding="utf-8", newline="") as stream:
    rows = csv.reader(stream)
    columns = next(rows)
    held.execute(f"create table acts ({', '.join(columns)})")
    held.executemany(f"insert into acts values ({', '.join('?' * len(columns))})", rows)
held.execute("create index pair on acts (instrument, state)")
print(time.process_time() * 1000)
"""
GRID_SQL = """
select i.code, s.code, case
    when a.left is not null and a.left >= coalesce(a.joined, '') then 'withdrawn'
    when a.bound is not null then 'bound' when a.joined is not null then 'consented'
    when a.signed is not null then 'signatory' else 'none' end
from instruments i cross join states s left join (
    select instrument, state, max(case when kind = 'left' then effect end) as left,
        max(case when kind = 'joined' then day end) as joined,
        max(case when kind = 'joined' and effect <= :on then effect end) as bound,
        max(case when kind = 'signed' then day end) as signed
    from moves where (kind = 'left' and effect <= :on) or (kind <> 'left' and day <= :on) or
        (kind = 'joined' and effect <= :on)
    group by instrument, state
) a on a.instrument = i.code and a.state = s.code
"""
NETWORK_SQL = """
select a.state, b.state, group_concat(a.instrument) from bound a
join bound b on a.instrument = b.instrument and a.state < b.state group by a.state, b.state
"""


class Line(NamedTuple):
    """A row of the table: milliseconds, the bar where there is one, and how many times as long a peer took."""

    what: str
    ours: float
    bar: float | None
    peers: str


def cost(task: Callable[[], object], runs: int = 7) -> float:
    """The median CPU time of a task in milliseconds."""
    spent = []
    for _ in range(runs):
        began = time.process_time()
        task()
        spent.append((time.process_time() - began) * 1000)
    return median(spent)


def fresh(script: str, *arguments: str, runs: int = 7) -> float:
    """The median CPU time, in milliseconds, that a script prints of its own fresh process."""
    command = [sys.executable, "-c", script, *arguments]
    return median(float(subprocess.run(command, check=True, capture_output=True).stdout) for _ in range(runs))


def against(ours: float, **peers: float) -> str:
    """How long each peer took, and the ratio."""
    return "; ".join(
        f"{name.replace('_', ' ')} {spent:,.1f} ms ({spent / ours:.1f}x)" for name, spent in peers.items()
    )


def database(ledger: Ledger) -> sqlite3.Connection:
    """The peer's tables. Effects are worked out for it beforehand: SQL knows no treaty clauses."""
    held = sqlite3.connect(":memory:")
    held.executescript(
        "create table moves (instrument, state, kind, day, effect); create table bound (instrument, state);"
        "create table instruments (code primary key); create table states (code primary key);"
    )
    held.executemany("insert into instruments values (?)", [(code,) for code in ledger.catalogue.instruments])
    held.executemany("insert into states values (?)", [(code,) for code in ledger.catalogue.states])
    held.executemany("insert into moves values (?, ?, ?, ?, ?)", _moves(ledger))
    bound = [(code, state) for code, row in ledger.grid(ON).rows.items() for state, cell in row.items()
             if cell.code is Code.BOUND]  # fmt: skip
    held.executemany("insert into bound values (?, ?)", bound)
    held.executescript(
        "create index pair on moves (instrument, state); create index both on bound (instrument, state);"
    )
    return held


def _moves(ledger: Ledger) -> list[tuple[str, str, str, str, str | None]]:
    names = {Code.SIGNATORY: "signed", Code.CONSENTED: "joined", Code.BOUND: "joined", Code.WITHDRAWN: "left"}
    found = []
    for instrument, states in ledger.folded.items():
        held = ledger.catalogue.instruments[instrument]
        for state, spells in states.items():
            for act, kind in {spell.act.id: (spell.act, names[spell.code]) for spell in spells}.values():
                effect = of_denunciation(act, held) if kind == "left" else kind == "joined" and of_consent(act, held)
                ends = effect.when.latest.isoformat() if effect else None
                found.append((instrument, state, kind, act.day.isoformat(), ends))
    return found


def scanned(ledger: Ledger, cells: list[tuple[str, str]]) -> list[bool]:
    """Who is party, the way a first script would find out: look through all acts for each cell."""
    consents = {"ratification", "acceptance", "approval", "accession", "succession", "consent", "participation",
                "definitive signature", "formal confirmation"}  # fmt: skip
    found = []
    for instrument, state in cells:
        joined = left = None
        for act in ledger.acts:
            if act.instrument == instrument and act.state == state and act.kind.value in consents and act.day <= ON:
                joined = act.day
            if act.instrument == instrument and act.state == state and act.kind.value == "denunciation":
                left = act.effect.latest if act.effect else act.day
        found.append(joined is not None and (left is None or left > ON or joined > left))
    return found


def paired(ledger: Ledger) -> dict[tuple[str, str], list[str]]:
    """The network, the way a first script would find it: for each pair, compare two lists."""
    bound = {code: [held.instrument for held in ledger.bound(code, ON)] for code in ledger.catalogue.states}
    return {(a, b): [code for code in bound[a] if code in bound[b]] for a, b in combinations(sorted(bound), 2)}


def agreement(ledger: Ledger, held: sqlite3.Connection) -> str:
    """How many cells and links both give alike; the question differs where data end, and nowhere else."""
    grid = ledger.grid(ON).rows
    silent = {Code.NO_ACT, Code.UNKNOWN}
    rows = held.execute(GRID_SQL, {"on": ON.isoformat()}).fetchall()
    same = sum(
        code == grid[one][two].code or (code == "none" and grid[one][two].code in silent) for one, two, code in rows
    )
    links = {(a, b): len(codes.split(",")) for a, b, codes in held.execute(NETWORK_SQL)}
    network = ledger.network(ON)
    alike = sum(len(link.instruments) == links.get(pair, 0) for pair, link in network.items())
    return f"SQLite agrees in {same:,} of {len(rows):,} cells and in {alike:,} of {len(network):,} pairs"


def first_grid(ledger: Ledger) -> float:
    """The first grid of a folded ledger, which also makes the cells that later grids share."""
    again = Ledger(ledger.catalogue, ledger.acts)
    _ = again.folded
    return cost(lambda: again.grid(ON), runs=1)


def measured(ledger: Ledger) -> list[Line]:
    """The lines of the shipped ledger."""
    held = database(ledger)
    cells = [(code, state) for code in ledger.catalogue.instruments for state in ledger.catalogue.states]
    few = cells[:: len(cells) // 60]
    cold, grid = fresh(COLD, str(SHIPPED)), cost(lambda: ledger.grid(ON), runs=31)
    network = cost(lambda: ledger.network(ON))
    scan = cost(lambda: scanned(ledger, few), runs=3) * len(cells) / len(few)
    sql = cost(lambda: held.execute(GRID_SQL, {"on": ON.isoformat()}).fetchall())
    return [
        Line("interpreter alone", fresh(BARE), None, ""),
        Line("cold load: start, import, parse, fold", cold, 150,
             against(cold, SQLite_without_folding=fresh(COLD_SQLITE, str(SHIPPED)))),
        Line(f"status of {len(cells):,} cells, first grid", median(first_grid(ledger) for _ in range(5)), None, ""),
        Line(f"status of {len(cells):,} cells, later grids", grid, 5, against(grid, plain_scan=scan, SQLite=sql)),
        Line("status of the same cells one by one", cost(lambda: [ledger.standings(code, ON) for code in
             ledger.catalogue.instruments], runs=5), None, ""),
        Line(f"network of {len(ledger.network(ON)):,} pairs", network, 1000,
             against(network, plain_lists=cost(lambda: paired(ledger), runs=3),
                     SQLite=cost(lambda: held.execute(NETWORK_SQL).fetchall(), runs=3))),
        Line("parties to one instrument", cost(lambda: ledger.parties("TIP", ON), runs=31), None, ""),
        Line("relations of two States", cost(lambda: ledger.relations("FRA", "NGA", ON), runs=31), None, ""),
    ]  # fmt: skip


def multiplied(folder: Path, fold: int) -> None:
    """Write a simulated folder of tables: every instrument and act again under `fold` sets of codes."""
    for table in SHIPPED.glob("*.csv"):
        with table.open(encoding="utf-8", newline="") as stream:
            columns, *rows = csv.reader(stream)
        if "instrument" not in columns:
            shutil.copy(table, folder)
            continue
        place = columns.index("instrument")
        with (folder / table.name).open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream)
            writer.writerow(columns)
            for copy in range(fold):
                for row in rows:
                    named = [f"{row[0]}~{copy}", *row[1:]]
                    named[place] = f"{row[place]}~{copy}"
                    writer.writerow(named)


def scaled(fold: int) -> list[Line]:
    """The lines of the simulated ledger."""
    with tempfile.TemporaryDirectory() as folder:
        multiplied(Path(folder), fold)
        cold = fresh(COLD, folder, runs=1)
        ledger = Ledger.load(Path(folder))
    first = first_grid(ledger)
    _ = ledger.grid(ON)
    count = len(ledger.catalogue.instruments) * len(ledger.catalogue.states)
    state = sum(held.code in PARTY for held in ledger.statuses("FRA", ON))
    return [
        Line(f"cold load of {len(ledger.acts):,} simulated acts", cold, None, ""),
        Line(f"status of {count:,} simulated cells, first grid", first, None, ""),
        Line(f"status of {count:,} simulated cells, later grids", cost(lambda: ledger.grid(ON), runs=5), None, ""),
        Line(f"one State's {len(ledger.catalogue.instruments):,} statuses ({state:,} as party)",
             cost(lambda: ledger.statuses("FRA", ON), runs=5), None, ""),
        Line("parties to one instrument", cost(lambda: ledger.parties("TIP~0", ON), runs=31), None, ""),
    ]  # fmt: skip


def show(lines: list[Line]) -> None:
    """Print the table."""
    for line in lines:
        kept = "" if line.bar is None else f"bar {line.bar:,.0f} ms: {'kept' if line.ours <= line.bar else 'MISSED'}"
        print(f"{line.what:<55}{line.ours:>12,.2f} ms  {kept:<20} {line.peers}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fold", type=int, default=100, help="how many times the shipped acts are repeated")
    fold = parser.parse_args().fold
    ledger = Ledger.load()
    kinds = Counter(cell.code.value for row in ledger.grid(ON).rows.values() for cell in row.values())
    print(
        f"{len(ledger.acts):,} acts; on {ON}: "
        + ", ".join(f"{code} {count:,}" for code, count in kinds.most_common())
    )
    show(measured(ledger))
    print(agreement(ledger, database(ledger)))
    if fold > 1:
        print(f"\nSimulated: the same acts under {fold} sets of instruments")
        show(scaled(fold))


if __name__ == "__main__":
    main()
