"""One invented resolution about lighthouses in six languages: whoever is asked to do what, it is the same in each."""

from __future__ import annotations

from datetime import date

import pytest

from palermo.documents.tree import LANGUAGES
from tests.unit.documents.units.speaking import read, said

PARAGRAPHS = {
    "one act": {
        "en": "Requests the Secretary-General to keep a register of coastal lights;",
        "fr": "Prie le Secrétaire général de tenir un registre des feux côtiers ;",
        "es": "Solicita al Secretario General que lleve un registro de las luces costeras;",
        "ru": "просит Генерального секретаря вести реестр береговых огней;",
        "ar": "تطلب إلى الأمين العام أن يمسك سجلا بالأضواء الساحلية؛",
        "zh": "请秘书长保存一份沿海灯光登记册；",
    },
    "two acts": {
        "en": "Welcomes the opening of the school of keepers, and invites Member States to send their "
        "trainees there;",
        "fr": "Se félicite de l’ouverture de l’école des gardiens et invite les États Membres à y "
        "envoyer leurs stagiaires ;",
        "es": "Acoge con beneplácito la apertura de la escuela de fareros e invita a los Estados "
        "Miembros a que envíen a "
        "ella a sus aprendices;",
        "ru": "приветствует открытие школы смотрителей и предлагает государствам-членам направлять туда "
        "своих стажеров;",
        "ar": "ترحب بافتتاح مدرسة حراس المنارات، وتدعو الدول الأعضاء إلى إيفاد متدربيها إليها؛",
        "zh": "欢迎开设灯塔看守人学校，并邀请会员国派学员前往；",
    },
    "two addressees": {
        "en": "Calls upon Member States and relevant international organizations to share their charts;",
        "fr": "Demande aux États Membres et aux organisations internationales compétentes de mettre en "
        "commun leurs cartes ;",
        "es": "Exhorta a los Estados Miembros y a las organizaciones internacionales pertinentes a que "
        "compartan sus cartas;",
        "ru": "призывает государства-члены и соответствующие международные организации обмениваться "
        "морскими картами;",
        "ar": "تهيب بالدول الأعضاء والمنظمات الدولية المعنية أن تتبادل خرائطها البحرية؛",
        "zh": "促请会员国和有关国际组织共享海图；",
    },
    "act in the middle": {
        "en": "Recognizes that fog knows no frontier, and in this regard calls upon coastal States to "
        "sound their horns;",
        "fr": "Est consciente que la brume ne connaît pas de frontière, et demande à cet égard aux États "
        "côtiers de faire "
        "retentir leurs cornes ;",
        "es": "Reconoce que la niebla no conoce fronteras y, a este respecto, exhorta a los Estados "
        "ribereños a que hagan "
        "sonar sus sirenas;",
        "ru": "признает, что туман не знает границ, и в этой связи призывает прибрежные государства "
        "подавать звуковые "
        "сигналы;",
        "ar": "تسلم بأن الضباب لا يعرف حدودا، وتهيب في هذا الصدد بالدول الساحلية أن تطلق أبواقها؛",
        "zh": "认识到浓雾不分国界，在这方面促请沿海国鸣响雾号；",
    },
    "decision": {
        "en": "Decides to convene a meeting on coastal lights;",
        "fr": "Décide de convoquer une réunion sur les feux côtiers ;",
        "es": "Decide convocar una reunión sobre las luces costeras;",
        "ru": "постановляет созвать совещание по вопросу о береговых огнях;",
        "ar": "تقرر عقد اجتماع بشأن الأضواء الساحلية؛",
        "zh": "决定召开一次关于沿海灯光的会议；",
    },
    "consideration": {
        "en": "Urges States that have not yet done so to consider acceding to the Convention on Lights;",
        "fr": "Prie instamment les États qui ne l’ont pas encore fait d’envisager d’adhérer à la "
        "Convention sur les feux ;",
        "es": "Insta a los Estados que aún no lo hayan hecho a que consideren la posibilidad de "
        "adherirse a la Convención "
        "sobre las Luces;",
        "ru": "настоятельно призывает государства, которые еще не сделали этого, рассмотреть вопрос о "
        "присоединении к "
        "Конвенции об огнях;",
        "ar": "تحث الدول التي لم تنضم بعد إلى اتفاقية الأضواء على أن تنظر في الانضمام إليها؛",
        "zh": "敦促尚未加入《灯光公约》的国家考虑加入该公约；",
    },
    "a named entity": {
        "en": "Encourages the United Nations Office on Drugs and Crime to visit the towers;",
        "fr": "Encourage l’Office des Nations Unies contre la drogue et le crime à se rendre dans les tours ;",
        "es": "Alienta a la Oficina de las Naciones Unidas contra la Droga y el Delito a que visite las torres;",
        "ru": "рекомендует Управлению Организации Объединенных Наций по наркотикам и преступности посещать башни;",
        "ar": "تشجع مكتب الأمم المتحدة المعني بالمخدرات والجريمة على زيارة الأبراج؛",
        "zh": "鼓励联合国毒品和犯罪问题办公室走访灯塔；",
    },
    "beyond States": {
        "en": "Invites civil society, the private sector and the media to tell of the keepers;",
        "fr": "Invite la société civile, le secteur privé et les médias à faire connaître les gardiens ;",
        "es": "Invita a la sociedad civil, el sector privado y los medios de comunicación a que den a "
        "conocer a los fareros;",
        "ru": "предлагает гражданскому обществу, частному сектору и средствам массовой информации рассказывать о "
        "смотрителях;",
        "ar": "تدعو المجتمع المدني والقطاع الخاص ووسائط الإعلام إلى التعريف بحراس المنارات؛",
        "zh": "邀请民间社会、私营部门和媒体宣传看守人的事迹；",
    },
    "donors": {
        "en": "Invites Member States and other donors to provide voluntary contributions to the fund for lights;",
        "fr": "Invite les États Membres et les autres donateurs à verser des contributions volontaires "
        "au fonds des feux ;",
        "es": "Invita a los Estados Miembros y a otros donantes a que aporten contribuciones voluntarias "
        "al fondo de luces;",
        "ru": "предлагает государствам-членам и другим донорам вносить добровольные взносы в фонд огней;",
        "ar": "تدعو الدول الأعضاء وغيرها من الجهات المانحة إلى تقديم تبرعات إلى صندوق الأضواء؛",
        "zh": "邀请会员国和其他捐助方向灯光基金提供自愿捐款；",
    },
    "all stakeholders": {
        "en": "Invites all stakeholders to observe the day of the lighthouse;",
        "fr": "Invite toutes les parties prenantes à célébrer la journée du phare ;",
        "es": "Invita a todos los interesados a que celebren el día del faro;",
        "ru": "предлагает всем заинтересованным сторонам отмечать день маяка;",
        "ar": "تدعو جميع أصحاب المصلحة إلى الاحتفال بيوم المنارة؛",
        "zh": "邀请所有利益攸关方举办灯塔日活动；",
    },
    "parties": {
        "en": "Also urges States parties to implement their obligations fully;",
        "fr": "Prie également instamment les États parties de s’acquitter pleinement de leurs obligations ;",
        "es": "Insta también a los Estados partes a cumplir plenamente sus obligaciones;",
        "ru": "настоятельно призывает также государства-участники в полной мере выполнять свои обязательства;",
        "ar": "تحث أيضا الدول الأطراف على الوفاء بالتزاماتها على نحو تام؛",
        "zh": "又敦促缔约国充分履行义务；",
    },
    "rapporteur": {
        "en": "Invites the Special Rapporteur on the rights of keepers to study night watches;",
        "fr": "Invite le Rapporteur spécial sur les droits des gardiens à étudier les veilles de nuit ;",
        "es": "Invita al Relator Especial sobre los derechos de los fareros a que estudie las guardias nocturnas;",
        "ru": "предлагает Специальному докладчику по вопросу о правах смотрителей изучить ночные вахты;",
        "ar": "تدعو المقرر الخاص المعني بحقوق حراس المنارات إلى دراسة النوبات الليلية؛",
        "zh": "邀请看守人权利问题特别报告员研究夜间值班；",
    },
    "conference": {
        "en": "Invites the Conference of the Parties to the Convention on Lights to review its rules;",
        "fr": "Invite la Conférence des Parties à la Convention sur les feux à revoir son règlement ;",
        "es": "Invita a la Conferencia de las Partes en la Convención sobre las Luces a que revise su reglamento;",
        "ru": "предлагает Конференции участников Конвенции об огнях пересмотреть свои правила;",
        "ar": "تدعو مؤتمر الأطراف في اتفاقية الأضواء إلى استعراض نظامه الداخلي؛",
        "zh": "邀请灯光公约缔约方会议审查其规则；",
    },
    "reinforcing": {
        "en": "Reaffirms that every coast deserves a light;",
        "fr": "Réaffirme que toute côte mérite un feu ;",
        "es": "Reafirma que toda costa merece una luz;",
        "ru": "вновь подтверждает, что каждый берег заслуживает огня;",
        "ar": "تؤكد من جديد أن لكل ساحل حقا في منارة؛",
        "zh": "重申每一处海岸都应有灯光；",
    },
    "observing": {
        "en": "Takes note of the report of the Secretary-General on coastal lights;",
        "fr": "Prend note du rapport du Secrétaire général sur les feux côtiers ;",
        "es": "Toma nota del informe del Secretario General sobre las luces costeras;",
        "ru": "принимает к сведению доклад Генерального секретаря о береговых огнях;",
        "ar": "تحيط علما بتقرير الأمين العام عن الأضواء الساحلية؛",
        "zh": "表示注意到秘书长关于沿海灯光的报告；",
    },
    "evaluating": {
        "en": "Expresses deep concern about the towers that have fallen dark;",
        "fr": "Se déclare profondément préoccupée par les tours qui se sont éteintes ;",
        "es": "Expresa profunda preocupación por las torres que se han apagado;",
        "ru": "выражает глубокую озабоченность по поводу погасших башен;",
        "ar": "تعرب عن قلقها البالغ إزاء الأبراج التي انطفأت؛",
        "zh": "表示深为关切若干灯塔已经熄灭；",
    },
}
SAID = {
    "one act": ["directive duty: secretary_general"],
    "two acts": ["evaluative affirmation", "directive encouragement: states"],
    "two addressees": ["directive encouragement: states, international_organization"],
    "act in the middle": ["observing affirmation", "directive encouragement: states"],
    "decision": ["deciding duty: general_assembly"],
    "consideration": ["directive consideration: states"],
    "a named entity": ["directive encouragement: un_entity"],
    "beyond States": ["directive encouragement: civil_society, private_sector, media"],
    "donors": ["directive encouragement: states, donors"],
    "all stakeholders": ["directive encouragement: all_stakeholders"],
    "parties": ["directive encouragement: states_parties"],
    "rapporteur": ["directive encouragement: special_rapporteurs"],
    "conference": ["directive encouragement: conference_of_parties"],
    "reinforcing": ["reinforcing affirmation"],
    "observing": ["observing affirmation"],
    "evaluating": ["evaluative affirmation"],
}
DUE = {
    "en": "Requests the Secretary-General to submit a report to it at its eighty-second session;",
    "fr": "Prie le Secrétaire général de lui présenter un rapport à sa quatre-vingt-deuxième session ;",
    "es": "Solicita al Secretario General que le presente un informe en su octogésimo segundo período de sesiones;",
    "ru": "просит Генерального секретаря представить ей доклад на ее восемьдесят второй сессии;",
    "ar": "تطلب إلى الأمين العام أن يقدم إليها تقريرا في دورتها الثانية والثمانين؛",
    "zh": "请秘书长向大会第八十二届会议提交报告；",
}
DATED = {
    "en": "Calls upon Member States to repair their towers by 30 June 2039;",
    "fr": "Demande aux États Membres de réparer leurs tours d’ici au 30 juin 2039 ;",
    "es": "Exhorta a los Estados Miembros a que reparen sus torres a más tardar el 30 de junio de 2039;",
    "ru": "призывает государства-члены отремонтировать свои башни не позднее 30 июня 2039 года;",
    "ar": "تهيب بالدول الأعضاء أن ترمم أبراجها في موعد أقصاه 30 حزيران/يونيه 2039؛",
    "zh": "促请会员国至迟于2039年6月30日修缮灯塔；",
}
OFTEN = {
    "en": ("Requests the Office to count the lights every two years;", "every two years"),
    "fr": ("Prie l’Office de recenser les feux tous les deux ans ;", "tous les deux ans"),
    "es": ("Solicita a la Oficina que cuente las luces cada dos años;", "cada dos años"),
    "ru": ("просит Управление каждые два года проводить подсчет огней;", "каждые два года"),
    "ar": ("تطلب إلى المكتب أن يحصي الأضواء كل سنتين؛", "كل سنتين"),
    "zh": ("请办公室每两年统计一次灯光；", "每两年"),
}
QUALIFIED = {
    "en": ("Encourages States to share their lamps, as appropriate, and to help keepers, upon request;", 2),
    "fr": (
        "Encourage les États à partager leurs lampes, selon qu’il convient, et à aider les gardiens, sur demande ;",
        2,
    ),
    "es": (
        "Alienta a los Estados a que compartan sus lámparas, según proceda, y ayuden a los fareros, "
        "previa solicitud;",
        2,
    ),
    "ru": (
        "рекомендует государствам в соответствующих случаях делиться лампами и помогать смотрителям по их просьбе;",
        2,
    ),
    "ar": ("تشجع الدول على تقاسم مصابيحها، حسب الاقتضاء، ومساعدة حراس المنارات بناء على طلبهم؛", 1),
    "zh": ("鼓励各国酌情分享灯具，并应要求帮助看守人；", 2),
}
ITEMS = {
    "en": ("Urges States:", "To repair the towers;", "To train the keepers;"),
    "fr": ("Prie instamment les États :", "De réparer les tours ;", "De former les gardiens ;"),
    "es": ("Insta a los Estados a que:", "Reparen las torres;", "Capaciten a los fareros;"),
    "ru": ("настоятельно призывает государства:", "отремонтировать башни;", "обучать смотрителей;"),
    "ar": ("تحث الدول على ما يلي:", "ترميم الأبراج؛", "تدريب حراس المنارات؛"),
    "zh": ("敦促各国：", "修缮灯塔；", "培训看守人；"),
}
PLEDGE = {
    "en": "We commit ourselves to keeping every light, and call upon the private sector to help us.",
    "fr": "Nous nous engageons à entretenir chaque feu et demandons au secteur privé de nous aider.",
    "es": "Nos comprometemos a mantener todas las luces y exhortamos al sector privado a que nos ayude.",
    "ru": "Мы обязуемся поддерживать каждый огонь и призываем частный сектор помочь нам.",
    "ar": "نتعهد بصون كل ضوء، ونهيب بالقطاع الخاص أن يساعدنا.",
    "zh": "我们承诺维护每一盏灯，并促请私营部门提供帮助。",
}
DECLARATION = {
    "en": "We, the coastal States, welcome the new lamps, reaffirm our commitment to the safety of "
    "seafarers and recognize "
    "the courage of keepers. We are deeply concerned about the fog. We will repair every tower, and we call upon the "
    "private sector to help. We urge the Secretary-General to report every two years.",
    "fr": "Nous, États côtiers, nous félicitons des nouvelles lampes, réaffirmons notre engagement en "
    "faveur de la sécurité "
    "des marins et reconnaissons le courage des gardiens. Nous sommes profondément préoccupés par la brume. Nous "
    "réparerons chaque tour, et nous demandons au secteur privé de nous aider. Nous prions instamment le Secrétaire "
    "général de faire rapport tous les deux ans.",
    "es": "Nosotros, los Estados ribereños, acogemos con beneplácito las nuevas lámparas, reafirmamos "
    "nuestro compromiso con "
    "la seguridad de los marinos y reconocemos el valor de los fareros. Estamos profundamente "
    "preocupados por la niebla. "
    "Repararemos todas las torres y exhortamos al sector privado a que nos ayude. Instamos al Secretario "
    "General a que "
    "informe cada dos años.",
    "ru": "Мы, прибрежные государства, приветствуем новые лампы, вновь подтверждаем нашу приверженность безопасности "
    "моряков и признаем мужество смотрителей. Мы глубоко обеспокоены туманами. Мы будем чинить каждую "
    "башню и призываем "
    "частный сектор помочь. Мы настоятельно призываем Генерального секретаря докладывать каждые два года.",
    "ar": "نحن، الدول الساحلية، نرحب بالمصابيح الجديدة، ونؤكد من جديد التزامنا بسلامة البحارة، ونعترف بشجاعة الحراس. "
    "ويساورنا بالغ القلق إزاء الضباب. وسنعمل على ترميم كل برج، ونهيب بالقطاع الخاص أن يساعدنا. ونحث الأمين العام على "
    "تقديم تقرير كل سنتين.",
    "zh": "我们，沿海各国，欢迎新灯具，重申我们的承诺，并确认看守人的勇气。我们深为关切浓雾。我们将修缮每座灯塔，"
    "并促请私营部门提供帮助。我们敦促秘书长每两年提出报告。",
}
MEASURE = {
    "en": "Ensure that every tower has a keeper.",
    "fr": "Veiller à ce que chaque tour ait un gardien.",
    "es": "Velar por que cada torre tenga un farero.",
    "ru": "Обеспечить, чтобы у каждой башни был смотритель.",
    "ar": "كفالة وجود حارس لكل منارة.",
    "zh": "确保每座灯塔都有看守人。",
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PARAGRAPHS)
def test_the_same_paragraph_asks_the_same_of_the_same_in_each_language(name: str, language: str) -> None:
    assert [said(unit) for unit in read(language, PARAGRAPHS[name][language])] == SAID[name]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_session_is_due_when_it_opens(language: str) -> None:
    (unit,) = read(language, DUE[language])
    assert [(due.session, due.on) for due in unit.due] == [(82, date(2027, 9, 30))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_day_is_due_on_that_day(language: str) -> None:
    (unit,) = read(language, DATED[language])
    assert [due.on for due in unit.due] == [date(2039, 6, 30)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_done_again_and_again_says_how_often(language: str) -> None:
    text, often = OFTEN[language]
    (unit,) = read(language, text)
    assert unit.frequency == often
    assert said(unit) == "directive duty: un_entity"


@pytest.mark.parametrize("language", LANGUAGES)
def test_qualifiers_are_kept(language: str) -> None:
    text, number = QUALIFIED[language]
    (unit,) = read(language, text)
    assert len(unit.qualifiers) == number


@pytest.mark.parametrize("language", LANGUAGES)
def test_items_below_a_call_are_calls_to_the_same(language: str) -> None:
    units = read(language, *ITEMS[language])
    assert [unit.within for unit in units] == ["main__para_1__item_a", "main__para_1__item_b"]
    assert [said(unit) for unit in units] == ["directive encouragement: states"] * 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_declaration_commits_the_states_and_calls_upon_others(language: str) -> None:
    units = read(language, PLEDGE[language], annex=True)
    assert [said(unit) for unit in units] == ["deciding duty: states", "directive encouragement: private_sector"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_of_a_declaration_says_what_we_do(language: str) -> None:
    units = read(language, DECLARATION[language], annex=True)
    assert [said(unit) for unit in units] == [
        "evaluative affirmation",
        "deciding duty: states",
        "observing affirmation",
        "evaluative affirmation",
        "deciding duty: states",
        "directive encouragement: private_sector",
        "directive encouragement: secretary_general",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_measure_of_a_plan_is_for_states_to_do(language: str) -> None:
    (unit,) = read(language, MEASURE[language], annex=True)
    assert said(unit) == "directive duty: states"
    assert unit.addressees[0].implied
