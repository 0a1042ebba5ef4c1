"""What a text names: documents by symbol or by word and number, treaties, targets, paragraphs, meetings, "Ibid.".

`find` looks at every place of a document in one of six languages. One file to a kind of reference; the words of the
languages are data, in `words/`.
"""

from palermo.documents.references.finding import find

__all__ = ["find"]
