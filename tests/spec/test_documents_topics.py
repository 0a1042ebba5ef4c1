"""What a paragraph is about: topics by words, each with the words that say it. The sentences are invented."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palermo.documents import Document, Item, Masthead, Paragraph
from palermo.documents.topics import TOPICS, Label, topics_in, topics_of
from palermo.documents.topics.rules import pattern, read, rules
from palermo.documents.tree import LANGUAGES

SAID = {
    "en": {
        "prevention": "Calls upon States to raise public awareness in ports and to discourage demand for such lamps;",
        "protection": "Urges harbour authorities to give shelter and psychosocial care to survivors;",
        "prosecution": "Calls upon States to criminalize such acts and to investigate the owners of the vessels;",
        "partnership": "Encourages coast guards to cooperate with one another and to form a network of keepers;",
        "data": "Invites States to collect statistics disaggregated by age;",
        "funding": "Invites donors to make voluntary contributions to the lighthouse fund;",
        "reporting": "Requests the Secretary-General to submit a report at its ninety-second session;",
        "ratification": "Urges States that have not yet done so to ratify or accede to the Harbours Convention;",
    },
    "fr": {
        "prevention": "Demande aux ports de sensibiliser le public et de décourager la demande de telles lampes ;",
        "protection": "Exhorte les ports à offrir un hébergement et une aide psychosociale aux rescapés ;",
        "prosecution": "Demande aux États d’ériger ces actes en infractions pénales et d’enquêter ;",
        "partnership": "Encourage les garde-côtes à coopérer entre eux et à nouer des partenariats ;",
        "data": "Invite les États à recueillir des statistiques ventilées par âge ;",
        "funding": "Invite les donateurs à verser des contributions volontaires au fonds des phares ;",
        "reporting": "Prie le Secrétaire général de lui présenter un rapport à sa prochaine session ;",
        "ratification": "Exhorte les États à ratifier la Convention sur les ports ou à y adhérer ;",
    },
    "es": {
        "prevention": "Exhorta a los puertos a sensibilizar al público y a desalentar la demanda de tales lámparas;",
        "protection": "Insta a los puertos a ofrecer alojamiento y apoyo psicosocial a los supervivientes;",
        "prosecution": "Exhorta a los Estados a que tipifiquen esos actos y enjuicien a los armadores;",
        "partnership": "Alienta a los guardacostas a que cooperen entre sí y formen alianzas;",
        "data": "Invita a los Estados a que reúnan estadísticas desglosadas por edad;",
        "funding": "Invita a los donantes a que aporten contribuciones voluntarias al fondo de los faros;",
        "reporting": "Solicita al Secretario General que le presente un informe en su próximo período de sesiones;",
        "ratification": "Insta a los Estados a que ratifiquen el Convenio de Puertos o se adhieran a él;",
    },
    "ru": {
        "prevention": "призывает порты повышать осведомленность населения и уменьшать спрос на такие лампы;",
        "protection": "настоятельно призывает порты предоставлять выжившим приют и психосоциальную поддержку;",
        "prosecution": "призывает государства криминализировать такие деяния и расследовать действия судовладельцев;",
        "partnership": "призывает береговую охрану сотрудничать и создавать партнерства;",
        "data": "предлагает государствам собирать статистику с разбивкой по возрасту;",
        "funding": "предлагает донорам вносить добровольные взносы на содержание маяков;",
        "reporting": "просит Генерального секретаря представить доклад на ее следующей сессии;",
        "ratification": "настоятельно призывает государства ратифицировать Конвенцию о портах;",
    },
    "ar": {
        "prevention": "تهيب بالموانئ زيادة الوعي لدى الجمهور وتثبيط الطلب على هذه المصابيح؛",
        "protection": "تحث الموانئ على توفير المأوى والخدمات المتخصصة للناجين؛",
        "prosecution": "تهيب بالدول تجريم هذه الأفعال وملاحقة مالكي السفن قضائيا؛",
        "partnership": "تشجع خفر السواحل على التعاون فيما بينهم وبناء شراكات؛",
        "data": "تدعو الدول إلى جمع إحصاءات مصنفة حسب العمر؛",
        "funding": "تدعو الجهات المانحة إلى تقديم تبرعات للمنارات؛",
        "reporting": "تطلب إلى الأمين العام أن يقدم إليها تقريرا في دورتها المقبلة؛",
        "ratification": "تحث الدول على التصديق على اتفاقية الموانئ أو الانضمام إليها؛",
    },
    "zh": {
        "prevention": "促请各港口提高公众认识，抑制对此类灯具的需求；",
        "protection": "敦促各港口为幸存者提供住所和心理支助；",
        "prosecution": "促请各国将此类行为定为刑事犯罪，起诉船主；",
        "partnership": "鼓励海岸警卫队相互合作，建立伙伴关系；",
        "data": "邀请各国收集按年龄分列的统计；",
        "funding": "邀请捐助方为灯塔提供自愿捐款；",
        "reporting": "请秘书长向大会下届会议提交报告；",
        "ratification": "敦促各国批准或加入《港口公约》；",
    },
}
EVERY = [(language, topic) for language in LANGUAGES for topic in TOPICS]


def named(labels: tuple[Label, ...]) -> list[str]:
    return [label.topic for label in labels]


@pytest.mark.parametrize(("language", "topic"), EVERY)
def test_each_topic_is_told_by_its_words_in_each_language(language: str, topic: str) -> None:
    assert named(topics_of(SAID[language][topic], language)) == [topic]


def test_the_reason_is_what_was_printed_each_word_once() -> None:
    (label,) = topics_of("Urges States to Ratify  it and to ratify others, with a RATIFICATION day;", "en")
    assert label == Label("ratification", "Ratify; RATIFICATION")


@pytest.mark.parametrize(
    "text",
    [
        "Recalling the Protocol to Prevent, Suppress and Punish Trafficking in Persons;",
        "Notes the work done in close cooperation with harbours, within existing resources;",
        "Asks keepers to respect data protection and human resources;",
        "Welcomes the lamps.",
        "",
    ],
)
def test_names_and_turns_of_phrase_say_nothing(text: str) -> None:
    assert topics_of(text, "en") == ()


def test_one_hint_is_not_enough_and_two_of_one_word_neither() -> None:
    assert topics_of("Welcomes the progress made.", "en") == ()
    assert topics_of("Welcomes the progress, and all progress, made.", "en") == ()
    assert named(topics_of("Welcomes the progress and the recommendations made.", "en")) == ["reporting"]


def test_a_heading_is_a_hint_and_the_answer_where_nothing_else_is() -> None:
    heading = "II. Protection and assistance"
    assert topics_of("Reaffirm that lamps matter;", "en", under=heading) == (
        Label("protection", "Protection and assistance", heading=True),
    )
    assert topics_of("Think of the services and of lamps;", "en", under=heading) == (Label("protection", "services"),)
    assert named(topics_of("Collect statistics of lamps;", "en", under=heading)) == ["data"]


def test_a_paragraph_is_read_with_its_items_and_an_item_alone() -> None:
    item = Item(
        "main__para_1__item_a", "(a)", "To ratify it;", (Item("main__para_1__item_a__item_i", "(i)", "And fund it;"),)
    )
    paragraph = Paragraph("main__para_1", "1.", "Urges", "Urges States:", (item,))
    assert named(topics_of(paragraph, "en")) == ["ratification"]
    assert named(topics_of(item.items[0], "en")) == []


def test_every_part_of_a_document_is_labelled_under_the_heading_of_its_section() -> None:
    paragraphs = (
        Paragraph("main__para_1", "1.", "Urges", "Urges care.", heading="Prevention"),
        Paragraph(
            "main__para_2", "2.", "Asks", "Asks for light:", (Item("main__para_2__item_a", "(a)", "To prosecute;"),)
        ),
        Paragraph("main__para_3", "3.", "Asks", "Asks for oil.", heading="Lamps"),
    )
    labels = topics_in(Document("lamps", "en", Masthead(), operative=paragraphs))
    assert {identifier: named(found) for identifier, found in labels.items()} == {
        "main__para_1": ["prevention"],
        "main__para_2": ["prosecution"],
        "main__para_2__item_a": ["prosecution"],
        "main__para_3": [],
    }


@pytest.mark.parametrize(
    ("language", "text", "topic"),
    [
        ("ar", "وللوقايةِ مـن ذلك", "prevention"),
        ("ar", "وبالتعاوُن الدولي", "partnership"),
        ("zh", "收集 有关灯塔的\n数据", "data"),
        ("en", "aware\u00adness\u2011raising", "prevention"),
        ("fr", "la prise de conscience et l'aide aux victimes", "protection"),
    ],
)
def test_what_differs_only_in_print_does_not_matter(language: str, text: str, topic: str) -> None:
    assert topic in named(topics_of(text, language))


@pytest.mark.parametrize(
    ("entry", "text", "found"),
    [
        ("lamp*", "of lamps", "lamps"),
        ("lamp*", "clamps", None),
        ("lamp", "lamps", None),
        ("keep ... lamps", "keep all your lamps", "keep all your lamps"),
        ("keep ... lamps", "keep one two three four five six seven lamps", None),
        ("keep ... lamps", "keep on; lamps", None),
        ("(trim|fill) (a|the|) lamp", "fill the lamp", "fill the lamp"),
    ],
)
def test_how_an_entry_is_read(entry: str, text: str, found: str | None) -> None:
    match = pattern([entry], "en").search(text)
    assert (match[0] if match else None) == found


def test_an_entry_that_cannot_be_read_is_named() -> None:
    with pytest.raises(ValueError, match=r"en: expected matching brackets in '\(trim'"):
        pattern(["(trim"], "en")


def test_an_empty_entry_is_refused() -> None:
    with pytest.raises(ValueError, match="ru: expected words in each entry"):
        pattern([" "], "ru")


@given(
    st.text(max_size=200)
    | st.lists(st.sampled_from([*SAID["ar"].values(), *SAID["zh"].values(), "ⅷ", "ß"])).map("".join)
)
def test_any_text_has_labels_whose_words_it_holds(text: str) -> None:
    plain = " ".join(text.split())
    for language in LANGUAGES:
        for label in topics_of(text, language):
            assert all(word in plain for word in label.reason.split("; "))


def test_a_language_or_a_topic_that_is_unknown_is_refused() -> None:
    with pytest.raises(ValueError, match="expected a language among"):
        topics_of("Lampen", "de")
    with pytest.raises(ValueError, match="got lamps"):
        read({"language": "en", "lamps": {}})
    with pytest.raises(ValueError, match="expected a topic among"):
        Label("lamps", "lamp")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_list_is_read_and_every_topic_has_words(language: str) -> None:
    folder = Path(str(files("palermo.documents.topics"))) / "words"
    data = tomllib.loads((folder / f"{language}.toml").read_text(encoding="utf-8"))
    assert all(data[topic]["words"] for topic in TOPICS)
    assert [rule.topic for rule in rules(language).topics] == list(TOPICS)
    entries = [entry for topic in TOPICS for kind in ("words", "hints") for entry in data[topic].get(kind, ())]
    assert all(entry == entry.lower() for entry in entries), "small letters only"
