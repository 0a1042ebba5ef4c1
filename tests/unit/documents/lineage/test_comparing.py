"""What holds for any two texts, how long it takes, and what the texts of a real recurring resolution share."""

from __future__ import annotations

import os
import random
import time
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palermo.documents import Document, Masthead, Paragraph, parse, read
from palermo.documents.lineage import Difference, chain, compare

WORDS = ("lamp", "keeper", "harbour", "fog", "oil", "of", "the", "tower", "3", "session", "tenth")
paragraphs = st.lists(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join), max_size=7)
texts = st.tuples(paragraphs, paragraphs)
MIRROR = {"new": "dropped", "dropped": "new", "split": "merged", "merged": "split"}


def document(preamble: list[str], operative: list[str], name: str = "x") -> Document:
    before = tuple(Paragraph(f"pre_{n}", "", "", words) for n, words in enumerate(preamble))
    after = tuple(Paragraph(f"para_{n}", f"{n}.", "", words) for n, words in enumerate(operative))
    return Document(name, "en", Masthead(), preamble=before, operative=after)


def summary(difference: Difference, *, mirrored: bool = False) -> Counter[tuple[object, ...]]:
    found = Counter[tuple[object, ...]]()
    for pairing in difference.pairings:
        sides = tuple(p.id for p in pairing.old), tuple(p.id for p in pairing.new)
        kind = MIRROR.get(pairing.kind, pairing.kind) if mirrored else pairing.kind
        found[(kind, *(reversed(sides) if mirrored else sides))] += 1
    return found


@given(texts)
def test_a_text_is_all_kept_in_itself(given_text: tuple[list[str], list[str]]) -> None:
    one = document(*given_text)
    difference = compare(one, one)
    assert all(pairing.kind == "kept" and pairing.old == pairing.new for pairing in difference.pairings)


@given(texts, texts)
def test_every_paragraph_is_accounted_for_exactly_once(
    first: tuple[list[str], list[str]], second: tuple[list[str], list[str]]
) -> None:
    old, new = document(*first), document(*second)
    pairings = compare(old, new).pairings
    assert Counter(p.id for pairing in pairings for p in pairing.old) == Counter(p.id for p in old.paragraphs())
    assert Counter(p.id for pairing in pairings for p in pairing.new) == Counter(p.id for p in new.paragraphs())


@given(texts, texts)
def test_swapping_the_sides_gives_the_mirror_image(
    first: tuple[list[str], list[str]], second: tuple[list[str], list[str]]
) -> None:
    old, new = document(*first), document(*second)
    assert summary(compare(old, new)) == summary(compare(new, old), mirrored=True)


@given(texts, texts)
def test_kept_and_added_runs_are_the_new_wording(
    first: tuple[list[str], list[str]], second: tuple[list[str], list[str]]
) -> None:
    for pairing in compare(document(*first), document(*second)).pairings:
        wording = "".join(run.text for run in pairing.runs if run.kind != "removed")
        assert wording == " ".join(p.text for p in pairing.new if p.text)


def long_text(size: int, seed: int) -> Document:
    """Paragraphs that differ in every tenth word from those of another seed, and share most of their phrases."""
    same, own = random.Random(size), random.Random(seed)
    lines = []
    for number in range(size):
        words = [f"w{same.randrange(500)}" for _ in range(50)] + ["in", "keeping", "with", "the", "lamp", "code"]
        lines.append(
            " ".join(f"s{own.randrange(500)}" if at % 10 == number % 10 else w for at, w in enumerate(words))
        )
    return document([], lines)


def seconds(size: int) -> float:
    old, new = long_text(size, 1), long_text(size, 2)
    started = time.process_time()
    difference = compare(old, new)
    spent = time.process_time() - started
    assert difference.counts()["changed"] == size
    return spent


def test_four_times_the_paragraphs_take_no_sixteen_times_as_long() -> None:
    small, large = min(seconds(300) for _ in range(2)), seconds(1200)
    assert large < 9 * small, (small, large)


def test_paragraphs_that_are_nearly_all_alike_are_paired_in_time() -> None:
    size = 2000
    lines = [f"Requests the keeper of lamp {n} to trim its wick before every fog" for n in range(size)]
    started = time.process_time()
    difference = compare(document([], lines), document([], [f"{line} and storm" for line in lines]))
    assert difference.counts()["changed"] == size
    assert time.process_time() - started < 20


@pytest.mark.shared
def test_the_share_carried_along_a_real_chain_is_within_three_points_of_the_known_one() -> None:
    folder = os.environ.get("PALERMO_SHARED")
    if not folder:
        pytest.skip("PALERMO_SHARED does not name the folder with the reference texts")
    names = ["80_228.en", "70_179.en.eosg", "74_176.en", "76_186.en", "78_228.en"]
    place = Path(folder, "data", "documents", "text")
    links = chain(parse(read(place / f"A_RES_{name}.txt")) for name in names)
    assert [100 * link.carried for link in links] == pytest.approx([53, 77, 70, 80], abs=3)
