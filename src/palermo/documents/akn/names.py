"""The names that reader and writer share."""

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OWN = "urn:palermo:documents"
"""The namespace of what AKN has no element for. It stands in `meta/proprietary`, the place AKN keeps for that."""

PHRASE = "openingPhrase"
"""The name of an `inline` that says outright which words are the opening phrase. AKN4UN only sets them in italics."""

CONTINUES = ("openStart", "openEnd")
"""Classes that say that a paragraph goes on before, or after, what the file holds."""
