"""Chinese: no spaces and no endings, relative clauses before the name, titles in their marks."""

from __future__ import annotations

import pytest

from tests.unit.documents.units.speaking import read, said

CALL, DUTY, THINK = "directive encouragement", "directive duty", "directive consideration"
CASES = {
    "请秘书长编制一份灯塔登记册；": [f"{DUTY}: secretary_general"],
    "又敦促会员国修缮灯塔；": [f"{CALL}: states"],
    "促请各国政府、国际组织和私营部门加强合作；": [f"{CALL}: states, international_organization, private_sector"],
    "鼓励联合国毒品和犯罪问题办公室走访港口；": [f"{CALL}: un_entity"],
    "邀请各专门机构、联合国各基金和方案以及捐助方为此作出贡献；": [f"{CALL}: un_entity, donors"],
    "敦促尚未加入《联合国打击灯塔破坏行为公约》的会员国考虑加入该公约，并敦促公约缔约国履行义务；": [
        f"{THINK}: states",
        f"{CALL}: states_parties",
    ],
    "请冰岛政府重新点亮灯塔；": [f"{DUTY}: state"],
    "邀请缔约方会议审查其规则；": [f"{CALL}: conference_of_parties"],
    "鼓励区域和国际组织培训看守人；": [f"{CALL}: regional_organization, international_organization"],
    "邀请特别报告员就此提出报告；": [f"{CALL}: special_rapporteurs"],
    "请经济及社会理事会审议这一问题；": [f"{DUTY}: ecosoc"],
    "促请媒体和民间社会加以宣传；": [f"{CALL}: media, civil_society"],
    "决定继续处理此案；": ["deciding duty: general_assembly"],
    "重申值守拯救生命，并强调浓雾致命；": ["reinforcing affirmation"] * 2,
    "表示注意到秘书长的报告；": ["observing affirmation"],
    "关切地注意到三座灯塔已经熄灭；": ["evaluative affirmation"],
    "欢迎灯塔修复工作取得进展，期待看到下一份报告，并请办公室继续这一工作；": [
        "evaluative affirmation",
        "observing affirmation",
        f"{DUTY}: un_entity",
    ],
    "回顾去年的决定，在这方面邀请所有利益攸关方分享经验；": ["observing affirmation", f"{CALL}: all_stakeholders"],
    "再次邀请会员国通报熄灭的灯光；": [f"{CALL}: states"],
    "请秘书长与会员国协商，公布一份地图；": [f"{DUTY}: secretary_general"],
    "要求冲突各方不得损毁灯塔；": [f"{DUTY}: all_stakeholders"],
    "希望捐助方作出响应；": [f"{CALL}: donors"],
    "鼓励办公室与国际组织合作，邀请这些组织参加其会议；": [f"{CALL}: un_entity"],
    "回顾各国采取了措施，促进了安全，加强了合作；": ["observing affirmation"],
}


@pytest.mark.parametrize("text", CASES)
def test_what_a_chinese_paragraph_asks(text: str) -> None:
    assert [said(unit) for unit in read("zh", text)] == CASES[text]


def test_what_is_asked_keeps_the_word_with_which_it_begins() -> None:
    (unit,) = read("zh", "请办公室每两年应要求向会员国提供援助；")
    assert unit.object == "每两年应要求向会员国提供援助"
    assert (unit.qualifiers, unit.frequency) == (("应要求",), "每两年")
    assert [recipient.kind for recipient in unit.recipients] == ["states"]


def test_a_word_inside_a_name_opens_nothing() -> None:
    (unit,) = read("zh", "请打击人口贩运机构间协调小组和预防犯罪和刑事司法委员会审议这一问题；")
    assert said(unit) == f"{DUTY}: un_entity"
    assert unit.object == "审议这一问题"


def test_verbs_of_a_plan_that_ask_or_judge_are_told_from_those_that_bind_states() -> None:
    texts = ("鼓励企业资助灯塔。", "谴责弃置灯塔的行为。", "加强港口照明。")
    assert [said(read("zh", text, annex=True)[0]) for text in texts] == [
        f"{CALL}: private_sector",
        "evaluative affirmation: states",
        f"{DUTY}: states",
    ]


def test_we_may_say_at_once_who_we_are() -> None:
    units = read("zh", "我们沿岸各国重申海岸需要灯光，欢迎新灯具。", annex=True)
    assert [said(unit) for unit in units] == ["reinforcing affirmation", "evaluative affirmation"]
