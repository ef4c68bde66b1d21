"""An article laid out for statements: its sentences by paragraph, and its quotations."""

from __future__ import annotations

from bisect import bisect_right

from retold.model import Span
from retold.reading.article import ReadArticle
from retold.reading.quotations import Quotation, quotations_in

# Captions and boilerplate have verbs of saying and tell nothing.
_TELLING = ("body", "heading")


class Page:
    """An article's sentences by paragraph, and its quotations."""

    def __init__(self, article: ReadArticle) -> None:
        self.text = article.text
        self.sentences = article.sentences
        self.paragraphs: dict[int, list[int]] = {}
        for number, one in enumerate(article.sentences):
            self.paragraphs.setdefault(one.sentence.paragraph, []).append(number)
        self.spans = {
            paragraph: Span(self.sentences[places[0]].sentence.start, self.sentences[places[-1]].sentence.end)
            for paragraph, places in self.paragraphs.items()
        }
        self._starts = [one.sentence.start for one in article.sentences]
        self._order = list(self.paragraphs)
        self.quotations = quotations_in(self.text, [self.spans[one] for one in self._order])

    def touched(self, quotation: Quotation) -> list[int]:
        """Places of the sentences in which a quotation stands."""
        return [
            place
            for place in self.paragraphs[self._order[quotation.paragraph]]
            if self.sentences[place].sentence.start < quotation.end
            and quotation.start < self.sentences[place].sentence.end
        ]

    def tells(self, place: int) -> bool:
        return self.sentences[place].sentence.kind in _TELLING

    def sentence_at(self, position: int, place: int) -> int:
        """The number of the sentence at a character; that of sentence `place` where none is there."""
        found = bisect_right(self._starts, position) - 1
        if found < 0 or position >= self.sentences[found].sentence.end:
            found = place
        return self.sentences[found].sentence.sentence

    def paragraph(self, place: int) -> int:
        return self.sentences[place].sentence.paragraph
