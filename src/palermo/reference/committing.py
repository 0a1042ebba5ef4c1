"""The code lists of commitments: what a text does, how strongly, to whom it speaks, what it is about."""

from __future__ import annotations

ACTS = ("directive", "deciding", "reinforcing", "observing", "evaluative")
STRENGTHS = ("duty", "encouragement", "consideration", "affirmation")
ADDRESSEES = (
    "states",
    "states_parties",
    "state",
    "general_assembly",
    "security_council",
    "ecosoc",
    "secretary_general",
    "un_entity",
    "special_rapporteurs",
    "conference_of_parties",
    "regional_organization",
    "international_organization",
    "civil_society",
    "private_sector",
    "media",
    "donors",
    "all_stakeholders",
    "other",
)
TOPICS = ("prevention", "protection", "prosecution", "partnership", "data", "funding", "reporting", "ratification")
