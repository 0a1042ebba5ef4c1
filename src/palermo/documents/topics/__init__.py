"""What a paragraph is about, told by the words that a lawyer would mark; they are the reason of each topic."""

from palermo.documents.topics.labelling import topics_in, topics_of
from palermo.documents.topics.labels import TOPICS, Label

__all__ = ["TOPICS", "Label", "topics_in", "topics_of"]
