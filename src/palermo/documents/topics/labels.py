"""The topics, and a label as a frozen value."""

from __future__ import annotations

from dataclasses import dataclass

from palermo.reference.committing import TOPICS

__all__ = ["TOPICS", "Label"]


@dataclass(frozen=True, slots=True)
class Label:
    """One topic of a part. `reason` are the words that say so, as printed, parted by semicolons.

    `heading` tells that these words stand in the heading above and not in the part itself.
    """

    topic: str
    reason: str
    heading: bool = False

    def __post_init__(self) -> None:
        if self.topic not in TOPICS:
            raise ValueError(f"expected a topic among {', '.join(TOPICS)}, got {self.topic!r}")
