"""French: contractions of the article, elisions, adverbs inside a verb, infinitives after `à` and `de`."""

from __future__ import annotations

import pytest

from tests.unit.documents.units.speaking import read, said

CALL, DUTY, THINK = "directive encouragement", "directive duty", "directive consideration"
CASES = {
    "Prie le Secrétaire général de tenir un registre des phares ;": [f"{DUTY}: secretary_general"],
    "Prie également instamment les États Membres de réparer leurs tours ;": [f"{CALL}: states"],
    "Demande aux gouvernements, aux organisations internationales et au secteur privé de coopérer ;": [
        f"{CALL}: states, international_organization, private_sector"
    ],
    "Engage l’Office des Nations Unies contre la drogue et le crime à visiter les ports ;": [f"{CALL}: un_entity"],
    "Invite les institutions spécialisées, les fonds et programmes des Nations Unies et les donateurs à "
    "y contribuer ;": [f"{CALL}: un_entity, donors"],
    "Exhorte les États qui ne l’ont pas encore fait à envisager de ratifier la Convention sur les feux, et prie "
    "instamment les États parties de s’acquitter de leurs obligations ;": [
        f"{THINK}: states",
        f"{CALL}: states_parties",
    ],
    "Demande de nouveau au Gouvernement islandais de rallumer le phare ;": [f"{CALL}: state"],
    "Invite la Conférence des Parties à revoir ses règles ;": [f"{CALL}: conference_of_parties"],
    "Encourage les organisations régionales et internationales à former des gardiens ;": [
        f"{CALL}: regional_organization, international_organization"
    ],
    "Invite les rapporteuses et rapporteurs spéciaux à en rendre compte ;": [f"{CALL}: special_rapporteurs"],
    "Prie le Conseil économique et social d’examiner la question ;": [f"{DUTY}: ecosoc"],
    "Demande aux médias et à la société civile d’en parler ;": [f"{CALL}: media, civil_society"],
    "Décide de rester saisie de la question ;": ["deciding duty: general_assembly"],
    "Réaffirme que la veille sauve des vies, et souligne que la brume tue ;": ["reinforcing affirmation"] * 2,
    "Prend note du rapport du Secrétaire général ;": ["observing affirmation"],
    "Note avec une vive inquiétude que trois tours se sont éteintes ;": ["evaluative affirmation"],
    "Se félicite de la demande faite par les pilotes et de l’appel des équipages ;": ["evaluative affirmation"],
    "Rappelle les débats de l’an dernier et, à cet égard, invite toutes les parties prenantes à témoigner ;": [
        "observing affirmation",
        f"{CALL}: all_stakeholders",
    ],
    "Renouvelle son invitation aux États Membres de signaler les feux éteints ;": [f"{CALL}: states"],
    "Prie le Secrétaire général, agissant en concertation avec les États Membres, de publier une carte ;": [
        f"{DUTY}: secretary_general"
    ],
    "Exige des parties au conflit qu’elles épargnent les phares ;": [f"{DUTY}: all_stakeholders"],
    "Exprime l’espoir que les donateurs répondront ;": [f"{CALL}: donors"],
}


@pytest.mark.parametrize("text", CASES)
def test_what_a_french_paragraph_asks(text: str) -> None:
    assert [said(unit) for unit in read("fr", text)] == CASES[text]


def test_what_is_asked_begins_after_the_preposition() -> None:
    (unit,) = read("fr", "Prie le Secrétaire général d’ouvrir, selon qu’il convient, les tours aux gardiens ;")
    assert unit.object.startswith("ouvrir")
    assert unit.qualifiers == ("selon qu’il convient",)
    assert [recipient.kind for recipient in unit.recipients] == ["other"]


def test_infinitives_of_a_plan_that_ask_or_judge_are_told_from_those_that_bind_states() -> None:
    texts = (
        "Encourager les entreprises à financer les phares.",
        "Condamner l’abandon des tours.",
        "Éclairer les rades.",
    )
    assert [said(read("fr", text, annex=True)[0]) for text in texts] == [
        f"{CALL}: private_sector",
        "evaluative affirmation: states",
        f"{DUTY}: states",
    ]


def test_we_commit_and_we_call_are_told_apart() -> None:
    units = read("fr", "Nous nous engageons à veiller, et engageons les armateurs à nous aider.", annex=True)
    assert [said(unit) for unit in units] == ["deciding duty: states", f"{CALL}: private_sector"]


def test_a_future_that_no_list_has_is_a_promise() -> None:
    text = "Nous repeindrons les tours, et nous chercherons à loger les équipes aux environs des phares."
    assert [said(unit) for unit in read("fr", text, annex=True)] == ["deciding duty: states"] * 2


def test_engaging_oneself_is_not_engaging_others() -> None:
    units = read("fr", "Nous saluons les gardiens et nous engageons également à les aider.", annex=True)
    assert [said(unit) for unit in units] == ["evaluative affirmation", "deciding duty: states"]


def test_a_pronoun_before_the_verb_means_those_named_before() -> None:
    units = read("fr", "Félicite les donateurs de leur appui, et les invite à le poursuivre ;")
    assert [said(unit) for unit in units] == ["evaluative affirmation", f"{CALL}: donors"]
