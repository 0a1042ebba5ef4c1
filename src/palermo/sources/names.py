"""Names of participants as depositaries print them: without footnote marks, with territories told apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from palermo.reference import plain

MARKS = re.compile(r"[\s\u00a0]*(?:\(?(?<![\w-])\d{1,3}\)?|[*†‡§¹²³⁰⁴-⁹]+)(?:[\s\u00a0]*,[\s\u00a0]*(?=\d|[*†]|$))?$")
LONGEST = 250
SUPERSCRIPTS = str.maketrans("¹²³⁰⁴⁵⁶⁷⁸⁹", "1230456789")

# Not States in treaty tables: extensions to them are declared by the State that answers for them.
TERRITORIES = frozenset(
    plain(name)
    for name in (
        "Akrotiri and Dhekelia", "Åland Islands", "American Samoa", "Anguilla", "Aruba", "Bermuda",
        "Bonaire", "British Antarctic Territory", "British Indian Ocean Territory",
        "British Virgin Islands", "Caribbean Netherlands", "Cayman Islands", "Christmas Island",
        "Cocos (Keeling) Islands", "Curaçao", "Falkland Islands (Malvinas)", "Falkland Islands",
        "Faroe Islands", "Faeroe Islands", "French Guiana", "French Polynesia", "Gibraltar", "Greenland",
        "Guadeloupe", "Guam", "Guernsey", "Hong Kong", "Isle of Man", "Jersey", "Macao", "Macau",
        "Martinique", "Mayotte", "Montserrat", "Netherlands Antilles", "New Caledonia", "Norfolk Island",
        "Northern Mariana Islands", "Pitcairn", "Puerto Rico", "Réunion", "Saint Barthélemy",
        "Saint Helena", "Saint Martin", "Saint Pierre and Miquelon", "Sint Maarten",
        "South Georgia and the South Sandwich Islands", "Svalbard and Jan Mayen", "Tokelau",
        "Turks and Caicos Islands", "United States Virgin Islands", "Wallis and Futuna Islands",
        "China: Hong Kong Special Administrative Region",
        "China, Hong Kong Special Administrative Region", "China, Hong Kong SAR", "Hong Kong SAR",
        "Hong Kong (SAR)", "China: Macao Special Administrative Region",
        "China, Macao Special Administrative Region", "China, Macao SAR", "Macao SAR", "Macau SAR",
        "Saint Helena, Ascension and Tristan da Cunha",
    )
)  # fmt: skip
FORMER = frozenset(
    plain(name)
    for name in (
        "Czechoslovakia",
        "Former Yugoslavia",
        "German Democratic Republic",
        "Republic of Viet-Nam",
        "Serbia and Montenegro",
        "Socialist Federal Republic of Yugoslavia",
        "Union of Soviet Socialist Republics",
        "Yugoslavia",
        "Yugoslavia (former)",
        "Yemen Arab Republic",
        "Democratic Yemen",
        "Zanzibar",
    )
)


@dataclass(frozen=True, slots=True)
class Participant:
    """A name as a table prints it: `name` without marks, the footnotes it points to, whether it is in brackets."""

    name: str
    footnotes: tuple[str, ...] = ()
    bracketed: bool = False

    @property
    def kind(self) -> str:
        """`territory`, `former` for a State that is no more, else `state`."""
        held = plain(self.name)
        return "territory" if held in TERRITORIES else "former" if held in FORMER else "state"


def participant(text: str) -> Participant:
    """Take a printed name apart: `[China 2, 3]` is China, in brackets, with footnotes 2 and 3."""
    if len(text) > LONGEST:
        return Participant(text[:LONGEST])
    name = " ".join(text.split())
    bracketed = name.startswith("[") and name.rstrip("0123456789, *").endswith("]")
    if bracketed:
        name = name[1:].replace("]", " ").strip()
    marks: list[str] = []
    while (found := MARKS.search(name)) and found.start() > 0:
        marks[:0] = re.findall(r"\d+", found[0].translate(SUPERSCRIPTS))
        name = name[: found.start()].rstrip(" ,")
    return Participant(name.strip(" ,*"), tuple(marks), bracketed)
