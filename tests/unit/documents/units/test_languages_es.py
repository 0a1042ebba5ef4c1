"""Spanish: `al` and `del`, the personal `a` before each of several, subjunctives after `que`."""

from __future__ import annotations

import pytest

from tests.unit.documents.units.speaking import read, said

CALL, DUTY, THINK = "directive encouragement", "directive duty", "directive consideration"
CASES = {
    "Solicita al Secretario General que lleve un registro de los faros;": [f"{DUTY}: secretary_general"],
    "Insta también a los Estados Miembros a que reparen sus torres;": [f"{CALL}: states"],
    "Exhorta a los Gobiernos, a las organizaciones internacionales y al sector privado a cooperar;": [
        f"{CALL}: states, international_organization, private_sector"
    ],
    "Alienta a la Oficina de las Naciones Unidas contra la Droga y el Delito a que visite los puertos;": [
        f"{CALL}: un_entity"
    ],
    "Invita a los organismos especializados, los fondos y programas de las Naciones Unidas y los donantes a que "
    "contribuyan;": [f"{CALL}: un_entity, donors"],
    "Insta a los Estados que aún no lo hayan hecho a que consideren la posibilidad de ratificar la "
    "Convención sobre las "
    "Luces, e insta a los Estados partes a que cumplan sus obligaciones;": [
        f"{THINK}: states",
        f"{CALL}: states_parties",
    ],
    "Pide al Gobierno de Islandia que vuelva a encender el faro;": [f"{DUTY}: state"],
    "Invita a la Conferencia de las Partes a que revise sus normas;": [f"{CALL}: conference_of_parties"],
    "Alienta a las organizaciones regionales e internacionales a que capaciten a los fareros;": [
        f"{CALL}: regional_organization, international_organization"
    ],
    "Invita a la Relatora Especial a que informe al respecto;": [f"{CALL}: special_rapporteurs"],
    "Solicita al Consejo Económico y Social que examine la cuestión;": [f"{DUTY}: ecosoc"],
    "Exhorta a los medios de comunicación y a la sociedad civil a hablar de ello;": [f"{CALL}: media, civil_society"],
    "Decide seguir ocupándose de la cuestión;": ["deciding duty: general_assembly"],
    "Reafirma que la guardia salva vidas y subraya que la niebla mata;": ["reinforcing affirmation"] * 2,
    "Toma nota del informe del Secretario General;": ["observing affirmation"],
    "Observa con honda preocupación que tres torres se han apagado;": ["evaluative affirmation"],
    "Acoge con beneplácito la oferta y la demanda de lámparas;": ["evaluative affirmation"],
    "Recuerda la decisión del año pasado y, a este respecto, invita a todos los interesados a que den testimonio;": [
        "observing affirmation",
        f"{CALL}: all_stakeholders",
    ],
    "Reitera su invitación a los Estados Miembros a que señalen las luces apagadas;": [f"{CALL}: states"],
    "Solicita al Secretario General que, en consulta con los Estados Miembros, publique un mapa;": [
        f"{DUTY}: secretary_general"
    ],
    "Exige a las partes en el conflicto que respeten los faros;": [f"{DUTY}: all_stakeholders"],
    "Expresa la esperanza de que los donantes respondan;": [f"{CALL}: donors"],
    "Hace suyas las conclusiones del Comité y aprueba el plan;": ["deciding duty: general_assembly"] * 2,
}


@pytest.mark.parametrize("text", CASES)
def test_what_a_spanish_paragraph_asks(text: str) -> None:
    assert [said(unit) for unit in read("es", text)] == CASES[text]


def test_what_is_asked_begins_after_que_and_its_side_remark() -> None:
    (unit,) = read(
        "es", "Pide al Secretario General que, según proceda, preste asistencia a los huérfanos cada dos años;"
    )
    assert unit.object.startswith("preste asistencia")
    assert (unit.qualifiers, unit.frequency) == (("según proceda",), "cada dos años")
    assert [recipient.name for recipient in unit.recipients] == ["huérfanos"]


def test_infinitives_of_a_plan_that_ask_or_judge_are_told_from_those_that_bind_states() -> None:
    texts = (
        "Alentar a las empresas a que financien los faros.",
        "Condenar el abandono de las torres.",
        "Iluminar las radas.",
    )
    assert [said(read("es", text, annex=True)[0]) for text in texts] == [
        f"{CALL}: private_sector",
        "evaluative affirmation: states",
        f"{DUTY}: states",
    ]


def test_subjunctive_items_take_over_the_call() -> None:
    units = read("es", "Insta a los Estados y a los donantes a que:", "Reparen las torres;", "Formen a los fareros;")
    assert [said(unit) for unit in units] == [f"{CALL}: states, donors"] * 2
    assert [unit.object for unit in units] == ["Reparen las torres", "Formen a los fareros"]


def test_a_future_that_no_list_has_is_a_promise() -> None:
    units = read("es", "Pintaremos las torres en los puntos extremos, y alojaremos a los equipos.", annex=True)
    assert [said(unit) for unit in units] == ["deciding duty: states"] * 2


def test_the_number_of_a_session_may_stand_in_figures() -> None:
    (unit,) = read(
        "es", "Invita al Consejo de Derechos Humanos a que examine la cuestión en su 62º período de sesiones;"
    )
    assert [due.session for due in unit.due] == [62]
