"""Whatever was recorded, the chain holds; whatever single thing is done to it afterwards, it does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from hypothesis import assume, given
from hypothesis import strategies as st

from palermo.web.audit.chain import GENESIS, Break, Link, canonical, first_break
from tests.generative.examples import on_push

Head = tuple[int, str]

texts = st.text(max_size=20)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)
details = st.dictionaries(texts, values, max_size=3)
moments = st.datetimes(datetime(2020, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
deeds = st.tuples(moments, texts, texts, texts, texts, texts, details)
TEXTS = ("actor", "actor_label", "verb", "room", "subject", "detail", "previous", "hash")


def forge(made: list[tuple[object, ...]]) -> tuple[list[Link], Head]:
    """A chain of these deeds, and its head."""
    links: list[Link] = []
    previous = GENESIS
    for number, (at, actor, label, verb, room, subject, detail) in enumerate(made, start=1):
        link = Link(number, at, actor, label, verb, room, subject, canonical(detail), previous)  # type: ignore[arg-type]
        previous = link.digest()
        links.append(replace(link, hash=previous))
    return links, (len(links), previous)


chains = st.lists(deeds, max_size=6).map(forge)
full_chains = st.lists(deeds, min_size=1, max_size=6).map(forge)


@given(chains)
@on_push(50)
def test_a_chain_that_nobody_touched_holds(chain: tuple[list[Link], Head]) -> None:
    assert first_break(*chain) is None


@given(full_chains, st.data())
@on_push(50)
def test_any_change_of_any_text_is_found_where_it_was_made(
    chain: tuple[list[Link], Head], data: st.DataObject
) -> None:
    links, head = chain
    place = data.draw(st.integers(0, len(links) - 1))
    name = data.draw(st.sampled_from(TEXTS))
    text = data.draw(texts)
    assume(text != getattr(links[place], name))
    links[place] = replace(links[place], **{name: text})
    found = first_break(links, head)
    assert isinstance(found, Break)
    assert found.sequence == place + 1


@given(full_chains, st.data(), st.integers(1, 10**12))
@on_push(50)
def test_any_other_moment_is_found(chain: tuple[list[Link], Head], data: st.DataObject, microseconds: int) -> None:
    links, head = chain
    place = data.draw(st.integers(0, len(links) - 1))
    links[place] = replace(links[place], at=links[place].at + timedelta(microseconds=microseconds))
    assert first_break(links, head) == Break(place + 1, "edited")


@given(full_chains, st.integers(-12, 12))
@on_push(50)
def test_the_same_moment_in_another_zone_is_the_same(chain: tuple[list[Link], Head], hours: int) -> None:
    links, head = chain
    links[0] = replace(links[0], at=links[0].at.astimezone(timezone(timedelta(hours=hours))))
    assert first_break(links, head) is None


@given(full_chains, st.data())
@on_push(50)
def test_any_missing_entry_is_found(chain: tuple[list[Link], Head], data: st.DataObject) -> None:
    links, head = chain
    place = data.draw(st.integers(0, len(links) - 1))
    del links[place]
    assert first_break(links, head) == Break(place + 1, "cut" if place == len(links) else "missing")


@given(st.lists(deeds, min_size=2, max_size=6).map(forge), st.data())
@on_push(50)
def test_entries_that_change_places_are_found(chain: tuple[list[Link], Head], data: st.DataObject) -> None:
    """Both ways: the numbers go along with the entries, or stay in their places."""
    links, head = chain
    one, two = data.draw(st.lists(st.integers(0, len(links) - 1), min_size=2, max_size=2, unique=True))
    links[one], links[two] = links[two], links[one]
    if data.draw(st.booleans()):
        links[one] = replace(links[one], sequence=one + 1)
        links[two] = replace(links[two], sequence=two + 1)
    found = first_break(links, head)
    assert isinstance(found, Break)
    assert found.sequence == min(one, two) + 1


@given(chains, deeds)
@on_push(50)
def test_an_entry_added_behind_the_head_is_found(chain: tuple[list[Link], Head], deed: tuple[object, ...]) -> None:
    links, head = chain
    at, actor, label, verb, room, subject, detail = deed
    link = Link(len(links) + 1, at, actor, label, verb, room, subject, canonical(detail), head[1])  # type: ignore[arg-type]
    assert first_break([*links, replace(link, hash=link.digest())], head) == Break(len(links) + 1, "surplus")


@given(full_chains, st.data())
@on_push(50)
def test_an_edit_with_its_own_hash_redone_is_found_at_the_next(
    chain: tuple[list[Link], Head], data: st.DataObject
) -> None:
    """Who recomputes one hash breaks the next link, or the head."""
    links, head = chain
    place = data.draw(st.integers(0, len(links) - 1))
    text = data.draw(texts)
    assume(text != links[place].subject)
    forged = replace(links[place], subject=text)
    links[place] = replace(forged, hash=forged.digest())
    found = first_break(links, head)
    assert found == (Break(place + 2, "unlinked") if place + 1 < len(links) else Break(place + 1, "edited"))


@given(details)
@on_push(50)
def test_one_value_has_one_text(detail: dict[str, object]) -> None:
    turned = dict(reversed(detail.items()))
    assert canonical(detail) == canonical(turned)
    assert canonical(detail).isascii()
