"""What a paragraph is about: topics by words, each with the words that say it. The sentences are invented."""

from __future__ import annotations

import pytest

from palermo.documents.topics import TOPICS, Label, topics_of

SAID = {
    "prevention": "Calls upon States to raise public awareness in ports and to discourage demand for such labour;",
    "protection": "Urges harbour authorities to give shelter and psychosocial care to survivors;",
    "prosecution": "Calls upon States to criminalize such acts and to investigate the owners of the vessels;",
    "partnership": "Encourages coast guards to cooperate with one another and to form a network of keepers;",
    "data": "Invites States to collect statistics disaggregated by age;",
    "funding": "Invites donors to make voluntary contributions to the lighthouse fund;",
    "reporting": "Requests the Secretary-General to submit a report at its ninety-second session;",
    "ratification": "Urges States that have not yet done so to ratify or accede to the Harbours Convention;",
}


def named(labels: tuple[Label, ...]) -> list[str]:
    return [label.topic for label in labels]


@pytest.mark.parametrize("topic", TOPICS)
def test_each_topic_is_told_by_its_words(topic: str) -> None:
    assert named(topics_of(SAID[topic], "en")) == [topic]


def test_the_reason_is_what_was_printed() -> None:
    (label,) = topics_of("Urges States to Ratify  it and to ratify others, with a RATIFICATION day;", "en")
    assert label == Label("ratification", "Ratify; RATIFICATION")
