"""An article's text to its sentences."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from retold.identity import content_id
from retold.model import Sentence, SentenceKind, Span
from retold.text.boundaries import sentences_in
from retold.text.kinds import kinds_in, with_headings
from retold.text.normalising import normal
from retold.text.paragraphs import paragraphs_of

# Characters of a paragraph that is kept when it has been read, for copies of an article have it again; with the
# number of those kept (about 20 MB) this bounds memory.
_LONGEST_KEPT = 1_000


class _Paragraph(NamedTuple):
    """A paragraph's sentences: where they stand in it, their normal form and key, and their kind by their wording."""

    places: list[Span]
    wordings: list[str]
    keys: list[str]
    kinds: Sequence[SentenceKind]


def sentences_of(article_id: str, text: str) -> list[Sentence]:
    """Sentences, headings, captions and boilerplate of a text, in order, numbered from 0.

    `text[start:end]` is the sentence, without white space around it. Sentences do not overlap, and every character
    that is not white space lies in exactly one. Linear in the length of the text.
    """
    spans = paragraphs_of(text)
    paragraphs = [_paragraph(text[span.start : span.end]) for span in spans]
    kinds = with_headings([read.wordings for read in paragraphs], [read.kinds for read in paragraphs])
    sentences: list[Sentence] = []
    for number, paragraph in enumerate(paragraphs):
        start = spans[number].start
        for place, key, kind in zip(paragraph.places, paragraph.keys, kinds[number], strict=True):
            sentences.append(
                Sentence(
                    article_id=article_id,
                    sentence=len(sentences),
                    paragraph=number,
                    start=start + place.start,
                    end=start + place.end,
                    text=text[start + place.start : start + place.end],
                    sentence_key=key,
                    kind=kind,
                )
            )
    return sentences


def _paragraph(text: str) -> _Paragraph:
    return _kept(text) if len(text) <= _LONGEST_KEPT else _read(text)


@lru_cache(maxsize=10_000)
def _kept(text: str) -> _Paragraph:
    return _read(text)


def _read(text: str) -> _Paragraph:
    places = list(sentences_in(text, Span(0, len(text))))
    wordings = [normal(text[place.start : place.end]) for place in places]
    keys = [content_id("sentence", wording) for wording in wordings]
    return _Paragraph(places, wordings, keys, kinds_in(wordings))
