"""Russian: names in their cases, infinitives without a particle, feelings before the verb."""

from __future__ import annotations

import pytest

from tests.unit.documents.units.speaking import read, said

CALL, DUTY, THINK = "directive encouragement", "directive duty", "directive consideration"
CASES = {
    "просит Генерального секретаря вести реестр маяков;": [f"{DUTY}: secretary_general"],
    "поручает Генеральному секретарю вести реестр маяков;": [f"{DUTY}: secretary_general"],
    "настоятельно призывает также государства-члены отремонтировать свои башни;": [f"{CALL}: states"],
    "рекомендует государствам — членам Организации Объединенных Наций отремонтировать башни;": [f"{CALL}: states"],
    "призывает правительства, международные организации и частный сектор сотрудничать;": [
        f"{CALL}: states, international_organization, private_sector"
    ],
    "рекомендует Управлению Организации Объединенных Наций по наркотикам и преступности посещать порты;": [
        f"{CALL}: un_entity"
    ],
    "предлагает специализированным учреждениям, фондам и программам Организации Объединенных Наций и донорам оказать "
    "содействие;": [f"{CALL}: un_entity, donors"],
    "настоятельно призывает государства, которые еще не сделали этого, рассмотреть возможность "
    "ратификации Конвенции об "
    "огнях, а также призывает государства-участники выполнять свои обязательства;": [
        f"{THINK}: states",
        f"{CALL}: states_parties",
    ],
    "просит правительство Исландии вновь зажечь маяк;": [f"{DUTY}: state"],
    "предлагает Конференции участников пересмотреть свои правила;": [f"{CALL}: conference_of_parties"],
    "призывает региональные и международные организации обучать смотрителей;": [
        f"{CALL}: regional_organization, international_organization"
    ],
    "предлагает Специальному докладчику представить соображения;": [f"{CALL}: special_rapporteurs"],
    "просит Экономический и Социальный Совет рассмотреть этот вопрос;": [f"{THINK}: ecosoc"],
    "призывает средства массовой информации и гражданское общество рассказать об этом;": [
        f"{CALL}: media, civil_society"
    ],
    "постановляет продолжать заниматься этим вопросом;": ["deciding duty: general_assembly"],
    "вновь подтверждает, что вахта спасает жизни, и подчеркивает, что туман убивает;": ["reinforcing affirmation"]
    * 2,
    "принимает к сведению доклад Генерального секретаря;": ["observing affirmation"],
    "с глубокой озабоченностью отмечает, что три башни погасли;": ["evaluative affirmation"],
    "с удовлетворением отмечает деятельность и ответственность смотрителей;": ["evaluative affirmation"],
    "напоминает о прошлогоднем решении и в этой связи предлагает всем заинтересованным сторонам поделиться опытом;": [
        "observing affirmation",
        f"{CALL}: all_stakeholders",
    ],
    "вновь подтверждает свою просьбу к Генеральному секретарю указывать погасшие огни;": [
        f"{DUTY}: secretary_general"
    ],
    "просит Генерального секретаря в консультации с государствами-членами опубликовать карту;": [
        f"{DUTY}: secretary_general"
    ],
    "требует от сторон в конфликте щадить маяки;": [f"{DUTY}: all_stakeholders"],
    "выражает надежду, что доноры откликнутся;": [f"{CALL}: donors"],
}


@pytest.mark.parametrize("text", CASES)
def test_what_a_russian_paragraph_asks(text: str) -> None:
    assert [said(unit) for unit in read("ru", text)] == CASES[text]


def test_what_is_asked_begins_with_the_infinitive_and_not_with_a_noun_that_looks_like_one() -> None:
    (unit,) = read("ru", "призывает государства, несущие ответственность и имеющие пять башен, помогать смотрителям;")
    assert unit.object == "помогать смотрителям"
    assert [recipient.kind for recipient in unit.recipients] == ["other"]


def test_a_time_and_a_frequency_in_their_cases() -> None:
    (unit,) = read("ru", "просит Управление каждые четыре года до конца 2040 года представлять Ассамблее доклад;")
    assert (unit.frequency, [due.on.year for due in unit.due if due.on]) == ("каждые четыре года", [2040])


def test_infinitives_of_a_plan_that_ask_or_judge_are_told_from_those_that_bind_states() -> None:
    texts = ("Поощрять предприятия к финансированию маяков.", "Осудить разрушение башен.", "Осветить рейды.")
    assert [said(read("ru", text, annex=True)[0]) for text in texts] == [
        f"{CALL}: private_sector",
        "evaluative affirmation: states",
        f"{DUTY}: states",
    ]


def test_what_all_states_shall_do_binds_them() -> None:
    (unit,) = read("ru", "постановляет, что все государства должны безотлагательно зажечь маяки;")
    assert (said(unit), unit.qualifiers) == ("deciding duty: states", ("безотлагательно",))
