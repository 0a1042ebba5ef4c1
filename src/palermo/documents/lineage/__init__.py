"""What a text took over from an earlier one: paragraphs aligned, words compared, a recurring resolution as a chain.

`compare` gives the difference of two texts, `carried` the share of the new that stood in the old, `chain` the texts
of a recurring resolution in their order.
"""

from palermo.documents.lineage.chains import carried, chain
from palermo.documents.lineage.comparing import compare
from palermo.documents.lineage.values import KINDS, Difference, Link, Pairing, Run

__all__ = ["KINDS", "Difference", "Link", "Pairing", "Run", "carried", "chain", "compare"]
