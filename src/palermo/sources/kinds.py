"""The words for acts, in English and French, as tables of depositaries use them."""

from __future__ import annotations

from palermo.reference import ActKind, plain

WORDS = {
    ActKind.SIGNATURE: "signature, signed, signe",
    ActKind.RATIFICATION: "ratification, ratified, ratifie",
    ActKind.ACCEPTANCE: "acceptance, accepted, acceptation, accepte",
    ActKind.APPROVAL: "approval, approved, approbation, approuve",
    ActKind.ACCESSION: "accession, acceded, adhesion",
    ActKind.SUCCESSION: "succession, succeeded, notification of succession",
    ActKind.DEFINITIVE_SIGNATURE: "definitive signature, signature definitive",
    ActKind.FORMAL_CONFIRMATION: "formal confirmation, act of formal confirmation, confirmation formelle",
    ActKind.PARTICIPATION: "participation",
    ActKind.CONSENT: "consent, consent to be bound, ratification or accession, ratification accession",
    ActKind.DENUNCIATION: "denunciation, denounced, withdrawal, withdrawn, denonciation, retrait",
}
KINDS = {plain(word): kind for kind, words in WORDS.items() for word in words.split(",")}


def kind(text: str) -> ActKind | None:
    """The kind of act that a word names, None for a word that names none."""
    return KINDS.get(plain(text))
