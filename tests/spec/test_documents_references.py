"""How the United Nations cites: each test is one sentence of that practice, in one or in all six languages."""

from __future__ import annotations

import pytest

from tests.unit.documents.references.citing import ECOSOC, GA, HRC, SC, cited, in_notes

Cases = list[tuple[str, str]]


def holds(cases: Cases, expected: list[str], symbol: str = GA) -> None:
    """Each text, in its language, cites exactly these symbols in this order."""
    for language, text in cases:
        assert cited(text, symbol=symbol, language=language) == expected, (language, text)


def test_a_resolution_of_the_general_assembly_has_its_session_and_its_number() -> None:
    holds(
        [
            ("en", "adopted in its resolution 71/904 of 4 May 2017"),
            ("fr", "adopté dans sa résolution 71/904 du 4 mai 2017"),
            ("es", "aprobado en su resolución 71/904, de 4 de mayo de 2017"),
            ("ru", "принятого в ее резолюции 71/904 от 4 мая 2017 года"),
            ("ar", "المعتمدة في قرارها 71/904 المؤرخ 4 أيار/مايو 2017"),
            ("zh", "在其2017年5月4日第71/904号决议中通过"),
        ],
        ["A/RES/71/904"],
    )


def test_several_resolutions_share_one_head_and_each_has_its_date() -> None:
    holds(
        [
            ("en", "Recalling its resolutions 61/980 of 20 December 2006, 64/978 of 18 December 2009 and 67/990"),
            ("fr", "Rappelant ses résolutions 61/980 du 20 décembre 2006, 64/978 du 18 décembre 2009 et 67/990"),
            ("es", "Recordando sus resoluciones 61/980, de 20 de diciembre de 2006, 64/978, de 18 de mayo, y 67/990"),
            ("ru", "ссылаясь на свои резолюции 61/980 от 20 декабря 2006 года, 64/978 от 18 декабря и 67/990"),
            ("ar", "وإذ تشير إلى قراراتها 61/980 المؤرخ 20 كانون الأول/ديسمبر 2006، و 64/978 المؤرخ 18 آب و 67/990"),
            ("zh", "回顾其2006年12月20日第61/980号、2009年12月18日第64/978号和第67/990号决议"),
        ],
        ["A/RES/61/980", "A/RES/64/978", "A/RES/67/990"],
    )


def test_a_note_gives_the_numbers_alone() -> None:
    holds(
        [
            ("en", "Resolutions 55/967, 58/937 and 63/994."),
            ("fr", "Résolutions 55/967, 58/937 et 63/994."),
            ("es", "Resoluciones 55/967, 58/937 y 63/994."),
            ("ru", "Резолюции 55/967, 58/937 и 63/994."),
            ("ar", "القرارات 55/967 و 58/937 و 63/994."),
            ("zh", "第55/967、58/937和63/994号决议。"),
        ],
        ["A/RES/55/967", "A/RES/58/937", "A/RES/63/994"],
    )


def test_the_economic_and_social_council_numbers_by_year() -> None:
    holds(
        [
            ("en", "Recalling Economic and Social Council resolutions 2017/98 of 3 May 2017 and 2021/95"),
            ("fr", "Rappelant les résolutions 2017/98 du 6 juillet 2017 et 2021/95 du Conseil économique et social"),
            (
                "es",
                "Recordando las resoluciones del Consejo Económico y Social 2017/98 y 2021/95",
            ),
            ("ru", "ссылаясь на резолюции Экономического и Социального Совета 2017/98 от 6 июля 2017 года и 2021/95"),
            ("ar", "وإذ تشير إلى قراري المجلس الاقتصادي والاجتماعي 2017/98 المؤرخ 6 تموز/يوليه 2017 و 2021/95"),
            ("zh", "回顾经济及社会理事会2017年7月6日第2017/98号和第2021/95号决议"),
        ],
        ["E/RES/2017/98", "E/RES/2021/95"],
    )
    holds([("en", "Recalling its resolution 2013/41 of 25 July 2013")], ["E/RES/2013/41"], ECOSOC)
    holds([("en", "Council decision 2010/258")], ["E/DEC/2010/258"], ECOSOC)


def test_the_security_council_counts_through_and_adds_the_year() -> None:
    holds(
        [
            ("en", "Recalling Security Council resolutions 1995 (2011) and 2996 (2034)"),
            ("fr", "Rappelant les résolutions du Conseil de sécurité 1995 (2011) et 2996 (2034)"),
            ("es", "Recordando las resoluciones del Consejo de Seguridad 1995 (2011) y 2996 (2034)"),
            ("ru", "ссылаясь на резолюции Совета Безопасности 1995 (2011) и 2996 (2034)"),
            ("ar", "وإذ تشير إلى قراري مجلس الأمن 1995 (2011) و 2996 (2034)"),
            ("zh", "回顾安全理事会第1995(2011)号和第2996(2034)号决议"),
        ],
        ["S/RES/1995 (2011)", "S/RES/2996 (2034)"],
    )
    holds(
        [("en", "including resolutions 2997 (2034), as well as 2998 (2035)")],
        ["S/RES/2997 (2034)", "S/RES/2998 (2035)"],
        SC,
    )
    holds([("en", "Recalling the presidential statement 2035/41")], ["S/PRST/2035/41"], SC)


def test_a_general_recommendation_with_a_year_is_no_resolution() -> None:
    holds(
        [
            ("en", "Taking note of general recommendation No. 61 (2035) of the Committee"),
            ("fr", "prenant note de la recommandation générale no 61 (2035) du Comité"),
            ("ar", "التوصية العامة رقم 61 (2035)"),
        ],
        [],
    )


def test_the_human_rights_council_has_sessions_too() -> None:
    holds(
        [
            ("en", "Recalling Human Rights Council resolution 44/54 of 9 May 2020"),
            ("fr", "Rappelant la résolution 44/54 adoptée le 9 mai 2020 par le Conseil des droits de l’homme"),
            ("es", "Recordando la resolución 44/54 del Consejo de Derechos Humanos, de 9 de mayo de 2020"),
            ("ru", "ссылаясь на резолюцию 44/54 Совета по правам человека от 9 мая 2020 года"),
            ("ar", "وإذ تشير إلى قرار مجلس حقوق الإنسان 44/54 المؤرخ 9 أيار/مايو 2020"),
            ("zh", "回顾人权理事会题为“加强保护”的2020年5月9日第44/54号决议"),
        ],
        ["A/HRC/RES/44/54"],
    )
    holds(
        [("en", "Recalling Council resolution 7/29 and General Assembly resolution 60/251")],
        ["A/HRC/RES/7/29", "A/RES/60/251"],
        HRC,
    )
    holds([("en", "Human Rights Council decision 6/102")], ["A/HRC/DEC/6/102"])
    holds([("en", "Recalling its resolutions S-41/3 and 33/59")], ["A/HRC/RES/S-41/3", "A/HRC/RES/33/59"], HRC)


def test_the_commission_before_the_council_had_symbols_of_its_own() -> None:
    holds([("en", "Commission on Human Rights resolution 2004/110")], ["E/CN.4/RES/2004/110"], HRC)


def test_until_1976_sessions_are_roman_and_stand_in_brackets() -> None:
    holds(
        [
            ("en", "General Assembly resolution 217 A (III)"),
            ("fr", "la résolution 217 A (III) de l’Assemblée générale"),
            ("es", "la resolución 217 A (III) de la Asamblea General"),
            ("ru", "резолюция 217 A (III) Генеральной Ассамблеи"),
            ("ar", "قرار الجمعية العامة 217 ألف (د-3)"),
            ("zh", "大会第217 A(III)号决议"),
        ],
        ["A/RES/217(III)"],
    )
    holds(
        [("en", "its resolutions 377 A (V), 2625 (XXV) and 3201 (S-VI)")],
        ["A/RES/377(V)", "A/RES/2625(XXV)", "A/RES/3201(S-VI)"],
    )
    holds([("en", "resolution 1503 (XLVIII) of the Economic and Social Council")], ["E/RES/1503(XLVIII)"])
    holds([("ar", "القرار 2625 (د-25)")], ["A/RES/2625(XXV)"])


def test_special_and_emergency_sessions_have_letters() -> None:
    holds([("en", "its resolutions S-10/2 and ES-11/1 of 2 March 2022")], ["A/RES/S-10/2", "A/RES/ES-11/1"])
    holds([("ar", "قرارها دإط-11/1")], ["A/RES/ES-11/1"])


def test_decisions_are_numbered_like_resolutions() -> None:
    holds(
        [
            ("en", "pursuant to its decision 76/982"),
            ("fr", "conformément à sa décision 76/982"),
            ("es", "de conformidad con su decisión 76/982"),
            ("ru", "в соответствии со своим решением 76/982"),
            ("ar", "عملا بمقررها 76/982"),
            ("zh", "根据其第76/982号决定"),
        ],
        ["A/DEC/76/982"],
    )


def test_reports_and_drafts_are_cited_by_symbol_in_brackets_or_notes() -> None:
    notes = {
        "1": "See Official Records of the General Assembly, Seventy-fifth Session, Suppl. No. 53 (A/75/53).",
        "2": "See A/64/995.",
        "3": "A/CONF.183/9.",
        "4": "A/C.3/74/L.10/Rev.1 and E/2014/30.",
    }
    expected = ["A/75/53", "A/64/995", "A/CONF.183/9", "A/C.3/74/L.10/Rev.1", "E/2014/30"]
    assert [each.symbol for each in in_notes(notes)] == expected


@pytest.mark.parametrize("text", ["by 20 votes to 10, with 17 abstentions", "two thirds (2/3)", "3/7", "on 1/2/2016"])
def test_votes_fractions_footers_and_dates_cite_nothing(text: str) -> None:
    assert cited(f"adopted {text}") == []
