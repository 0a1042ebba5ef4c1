"""What became of a text in the next one: every kind of change, in invented texts about lighthouses."""

from __future__ import annotations

from datetime import date

import pytest

from palermo.documents import Document, Footnote, Item, Masthead, Paragraph
from palermo.documents.lineage import Difference, carried, chain, compare

CALLS = (
    "Calls upon all coastal States to keep their lighthouses lit from dusk until dawn in every season of the year;"
)
INVITES = "Invites the keepers of lamps to send their observations of passing vessels to the harbour masters;"
URGES = "Urges the harbour masters to publish a yearly register of wrecks, and to explain how each could be avoided;"
OTHER = "Welcomes the generous offer of the islands to host a museum of foghorns, buoys and signal flags;"


def text(*operative: str, name: str = "x", preamble: tuple[str, ...] = (), language: str = "en") -> Document:
    return Document(
        name=name,
        language=language,
        masthead=Masthead(),
        preamble=tuple(Paragraph(f"main__pre_{n}", "", "", words) for n, words in enumerate(preamble, 1)),
        operative=tuple(Paragraph(f"main__para_{n}", f"{n}.", "", words) for n, words in enumerate(operative, 1)),
    )


def kinds(difference: Difference) -> list[str]:
    return [pairing.kind for pairing in difference.pairings]


def test_a_text_is_kept_whole_in_itself() -> None:
    assert kinds(compare(text(CALLS, INVITES), text(CALLS, INVITES))) == ["kept", "kept"]


def test_a_new_number_alone_changes_nothing() -> None:
    assert kinds(compare(text(INVITES), text(OTHER, INVITES))) == ["new", "kept"]


def test_a_changed_word_is_shown_in_its_place() -> None:
    (pairing,) = compare(text(INVITES), text(INVITES.replace("passing", "foundering"))).pairings
    assert pairing.kind == "changed"
    assert [(run.kind, run.text) for run in pairing.runs] == [
        ("kept", "Invites the keepers of lamps to send their observations of "),
        ("removed", "passing "),
        ("added", "foundering "),
        ("kept", "vessels to the harbour masters;"),
    ]


def test_what_goes_is_dropped_in_the_place_where_it_stood() -> None:
    assert kinds(compare(text(CALLS, OTHER, INVITES), text(CALLS, INVITES))) == ["kept", "dropped", "kept"]


def test_one_paragraph_that_changes_its_place_is_moved_and_the_others_are_kept() -> None:
    difference = compare(text(CALLS, INVITES, URGES, OTHER), text(OTHER, CALLS, INVITES, URGES))
    assert kinds(difference) == ["moved", "kept", "kept", "kept"]


def test_a_recital_that_becomes_operative_is_moved() -> None:
    assert kinds(compare(text(preamble=(OTHER,)), text(OTHER))) == ["moved"]


def test_a_paragraph_in_two_is_split_and_two_in_one_are_merged() -> None:
    both = f"{INVITES.rstrip(';')}, and {URGES.lower()}"
    (split,) = compare(text(both), text(INVITES, URGES)).pairings
    (merged,) = compare(text(INVITES, URGES), text(both)).pairings
    assert (split.kind, len(split.old), len(split.new)) == ("split", 1, 2)
    assert (merged.kind, len(merged.old), len(merged.new)) == ("merged", 2, 1)


def test_an_item_is_part_of_its_paragraph_whatever_its_letter() -> None:
    def listed(letter: str) -> Document:
        item = Item("main__para_1__item", letter, "To paint them white and red every spring;")
        return Document("x", "en", Masthead(), operative=(Paragraph("main__para_1", "1.", "", CALLS, (item,)),))

    assert kinds(compare(listed("(a)"), listed("(b)"))) == ["kept"]
    assert kinds(compare(text(CALLS), listed("(a)"))) == ["changed"]


def test_a_note_marker_says_nothing() -> None:
    marked = Document(
        "x",
        "en",
        Masthead(),
        operative=(Paragraph("main__para_1", "1.", "", INVITES.replace("lamps", "lamps7")),),
        footnotes=(Footnote("7", "See the almanac."),),
    )
    assert kinds(compare(text(INVITES), marked)) == ["kept"]


def test_a_year_after_a_comma_is_no_note_marker() -> None:
    first, second = (
        text(f"Recalls the lamp oil tables,{n} which the keepers adopted at the quay;") for n in (36, 37)
    )
    assert kinds(compare(first, second)) == ["changed"]


@pytest.mark.parametrize(
    ("language", "before", "after"),
    [
        ("en", "at its seventy-eighth session the lamps", "at its eightieth session the lamps"),
        ("fr", "à sa soixante-dix-huitième session les phares", "à sa quatre-vingtième session les phares"),
        (
            "es",
            "en su septuagésimo octavo período de sesiones los faros",
            "en su octogésimo período de sesiones los faros",
        ),
        ("ru", "на своей семьдесят восьмой сессии маяки", "на своей восьмидесятой сессии маяки"),
        ("ar", "في دورتها الثامنة والسبعين المنارات", "في دورتها الثمانين المنارات"),
        ("zh", "在第七十八届会议上审议灯塔", "在第八十届会议上审议灯塔"),
    ],
)
def test_the_next_session_says_nothing_but_the_rest_does(language: str, before: str, after: str) -> None:
    old, new = text(before, language=language), text(after, language=language)
    assert kinds(compare(old, new)) == ["kept"]
    assert kinds(compare(old, text(after + " 8", language=language))) == ["changed"]


def test_chinese_is_compared_by_character() -> None:
    old, new = (text(f"吁请所有沿海国在每年{n}季保持灯塔明亮；", language="zh") for n in "冬夏")
    (pairing,) = compare(old, new).pairings
    assert [(run.kind, run.text) for run in pairing.runs][1:3] == [("removed", "冬"), ("added", "夏")]


def test_arabic_is_compared_by_word_and_vowel_signs_say_nothing() -> None:
    old = text("تهيب بجميع الدول الساحلية أن تبقي مناراتها مضاءة في كل موسم", language="ar")
    assert kinds(
        compare(old, text("تهيب بجميع الدُّول الساحلية أن تبقي مناراتها مضاءة في كل موسم", language="ar"))
    ) == ["kept"]
    changed = compare(old, text("تهيب بجميع الدول الجزرية أن تبقي مناراتها مضاءة في كل موسم", language="ar"))
    assert [run.text.strip() for run in changed.pairings[0].runs][1:3] == ["الساحلية", "الجزرية"]


def test_texts_in_two_languages_are_refused_with_their_names() -> None:
    with pytest.raises(ValueError, match=r"one language, got en \(old\) and fr"):
        compare(text(CALLS, name="old"), text(CALLS, language="fr"))


def test_carried_counts_six_word_sequences_of_the_new_text_once() -> None:
    old, new = text("one two three four five six seven"), text("one two three four five six nine")
    assert carried(old, new) == 0.5
    assert carried(old, text(*["one two three four five six nine"] * 3)) == 0.5
    assert carried(text("one two three"), text("four five six", "one two three")) == 0.5
    assert carried(old, text()) == 0.0


def test_a_chain_goes_by_day_of_adoption_whatever_the_order_given() -> None:
    def adopted(year: int, *operative: str) -> Document:
        head = Masthead(symbol=f"A/RES/{year - 1945}/9", adopted=date(year, 12, 1))
        return Document(str(year), "en", head, operative=text(*operative).operative)

    links = chain([adopted(2035, CALLS, INVITES), adopted(2031, CALLS), adopted(2033, CALLS)])
    assert [(link.old.name, link.new.name) for link in links] == [("2031", "2033"), ("2033", "2035")]
    assert links[0].carried == 1.0
    assert links[1].difference.counts() == {
        "kept": 1, "changed": 0, "moved": 0, "split": 0, "merged": 0, "new": 1, "dropped": 0
    }  # fmt: skip
    assert chain([adopted(2031, CALLS)]) == ()
