"""The ordinal of a session, which every new text raises and which therefore says nothing about a change."""

from __future__ import annotations

import re

ENGLISH = (
    r"(?:\w+-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\w+teenth|\w+ieth"
    r"|hundredth|\d+(?:st|nd|rd|th))(?=\s+(?:regular\s+|special\s+|emergency\s+special\s+)?sessions?\b)"
)
FRENCH = r"(?:\w+\s+et\s+)?(?:première|seconde|[\w-]+ième|\d+e)(?=\s+session)"
SPANISH = (
    r"(?:\w+ésimo\s+|décimo\s+)?(?:primero?|segundo|tercero?|cuarto|quinto|sexto|séptimo|octavo|noveno|décimo"
    r"|undécimo|duodécimo|\w+ésimo)(?=\s+período\s+(?:\w+\s+){0,2}de\s+sesiones)"
)
RUSSIAN = (
    r"(?:(?:\w+дцать|сорок|\w+десят|девяносто|сто)\s+)*(?:перв|втор|трет|четверт|пят|шест|седьм|восьм|девят|десят"
    r"|\w+надцат|\w+дцат|сороков|\w+десят|девяност|сот)(?:ой|ей|ьей|ую|ью|ая|ья)(?=\s+(?:\w+ой\s+)?сесси)"
)
ARABIC = (
    r"(?<=دورتها\s)(?:ال(?:أولى|ثانية|ثالثة|رابعة|خامسة|سادسة|سابعة|ثامنة|تاسعة|عاشرة|حادية)(?:\s+عشرة)?\s*)?"
    r"(?:و?ال(?:عشرين|ثلاثين|أربعين|خمسين|ستين|سبعين|ثمانين|تسعين))?"
)
CHINESE = r"第\s*[〇零一二三四五六七八九十百\d]+\s*(?=届)"

ORDINALS = {
    "en": re.compile(rf"\b{ENGLISH}", re.IGNORECASE),
    "fr": re.compile(rf"\b{FRENCH}", re.IGNORECASE),
    "es": re.compile(rf"\b{SPANISH}", re.IGNORECASE),
    "ru": re.compile(rf"\b{RUSSIAN}", re.IGNORECASE),
    "ar": re.compile(ARABIC),
    "zh": re.compile(CHINESE),
}
