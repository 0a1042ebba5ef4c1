"""Arabic: prefixes that join or give, the article that a prefix swallows, verbs of an assembly and of a council."""

from __future__ import annotations

import pytest

from tests.unit.documents.units.speaking import read, said

CALL, DUTY, THINK = "directive encouragement", "directive duty", "directive consideration"
CASES = {
    "تطلب إلى الأمين العام أن يمسك سجلا بالمنارات؛": [f"{DUTY}: secretary_general"],
    "يطلب من الأمين العام أن يمسك سجلا بالمنارات؛": [f"{DUTY}: secretary_general"],
    "تحث أيضا الدول الأعضاء على ترميم أبراجها؛": [f"{CALL}: states"],
    "تهيب بالحكومات والمنظمات الدولية والقطاع الخاص أن تتعاون؛": [
        f"{CALL}: states, international_organization, private_sector"
    ],
    "تشجع مكتب الأمم المتحدة المعني بالمخدرات والجريمة على زيارة الموانئ؛": [f"{CALL}: un_entity"],
    "تدعو الوكالات المتخصصة وصناديق الأمم المتحدة وبرامجها والجهات المانحة إلى المساهمة في ذلك؛": [
        f"{CALL}: un_entity, donors"
    ],
    "تحث الدول التي لم تصدق بعد على الاتفاقية على النظر في القيام بذلك، وتحث الدول الأطراف على الوفاء بالتزاماتها؛": [
        f"{THINK}: states",
        f"{CALL}: states_parties",
    ],
    "تطلب إلى حكومة آيسلندا أن تضيء المنارة من جديد؛": [f"{DUTY}: state"],
    "تدعو مؤتمر الأطراف إلى استعراض قواعده؛": [f"{CALL}: conference_of_parties"],
    "تشجع المنظمات الإقليمية والدولية على تدريب حراس المنارات؛": [
        f"{CALL}: regional_organization, international_organization"
    ],
    "تدعو المقررة الخاصة إلى إعداد دراسة؛": [f"{CALL}: special_rapporteurs"],
    "تطلب إلى المجلس الاقتصادي والاجتماعي أن يبحث المسألة؛": [f"{DUTY}: ecosoc"],
    "تهيب بوسائط الإعلام والمجتمع المدني أن تتناول المسألة؛": [f"{CALL}: media, civil_society"],
    "تقرر أن تبقي المسألة قيد نظرها؛": ["deciding duty: general_assembly"],
    "تؤكد من جديد أن الحراسة تنقذ الأرواح، وتشدد على أن الضباب يقتل؛": ["reinforcing affirmation"] * 2,
    "تحيط علما بتقرير الأمين العام؛": ["observing affirmation"],
    "تلاحظ ببالغ القلق أن ثلاثة أبراج قد انطفأت؛": ["evaluative affirmation"],
    "يساورها بالغ القلق لانطفاء ثلاثة أبراج؛": ["evaluative affirmation"],
    "تشير إلى مداولات العام الماضي، وتدعو في هذا الصدد جميع أصحاب المصلحة إلى تبادل الخبرات؛": [
        "observing affirmation",
        f"{CALL}: all_stakeholders",
    ],
    "تكرر دعوتها إلى الدول الأعضاء أن تبلغ عن الأضواء المنطفئة؛": [f"{CALL}: states"],
    "تطلب إلى الأمين العام، بالتشاور مع الدول الأعضاء، أن ينشر خريطة؛": [f"{DUTY}: secretary_general"],
    "تطالب أطراف النزاع بأن تحترم المنارات؛": [f"{DUTY}: all_stakeholders"],
    "تُرحّب بالتقرير، وتدعم عمل المكتب؛": ["evaluative affirmation", "reinforcing affirmation"],
    "تطلب إلى المكتب أن يساعد الحراس وتدعم زياراتهم؛": [f"{DUTY}: un_entity"],
}


@pytest.mark.parametrize("text", CASES)
def test_what_an_arabic_paragraph_asks(text: str) -> None:
    assert [said(unit) for unit in read("ar", text)] == CASES[text]


def test_a_name_whose_article_a_prefix_swallowed_is_a_recipient() -> None:
    (unit,) = read("ar", "تطلب إلى المكتب أن يقدم المساعدة إلى الدول الأعضاء بناء على طلبها كل أربع سنوات؛")
    assert unit.object.startswith("يقدم المساعدة")
    assert (unit.qualifiers, unit.frequency) == (("بناء على طلبها",), "كل أربع سنوات")
    assert [recipient.kind for recipient in unit.recipients] == ["states"]


def test_nouns_of_a_plan_that_ask_or_judge_are_told_from_those_that_bind_states() -> None:
    texts = ("تشجيع الشركات على تمويل المنارات.", "إدانة هجر الأبراج.", "تعزيز إنارة المراسي.")
    assert [said(read("ar", text, annex=True)[0]) for text in texts] == [
        f"{CALL}: private_sector",
        "evaluative affirmation: states",
        f"{DUTY}: states",
    ]


def test_the_council_may_stand_after_its_verb() -> None:
    units = read("ar", "ويدعو مجلس الأمن الدول الأعضاء إلى إضاءة المنارات، ويحث المجلس الأمين العام على زيارتها.")
    assert [said(unit) for unit in units] == [f"{CALL}: states", f"{CALL}: secretary_general"]


def test_what_an_organ_decided_before_binds_it_still() -> None:
    (unit,) = read("ar", "تشير إلى قرارها عقد اجتماع بشأن المنارات في دورتها الثمانين؛")
    assert said(unit) == "observing affirmation: general_assembly"


def test_the_prefix_that_joins_belongs_to_no_object() -> None:
    units = read("ar", "ترحب بالتقرير، وتدعو الدول إلى العمل وتشجع الأفراد على المساعدة.")
    assert [unit.object for unit in units][:2] == ["بالتقرير", "العمل"]


def test_a_pronoun_at_the_end_of_the_verb_means_those_named_before() -> None:
    units = read("ar", "تؤكد من جديد أن الدول تتحمل المسؤولية الرئيسية عن حماية الحراس، وتحثها على القيام بذلك؛")
    assert [said(unit) for unit in units] == ["reinforcing affirmation: states", f"{CALL}: states"]


def test_what_all_states_shall_do_binds_them() -> None:
    (unit,) = read("ar", "يقرر أن على جميع الدول أن تصون المنارات دون تأخير؛")
    assert said(unit) == "deciding duty: states"
