"""An article's text to its sentences."""

from __future__ import annotations

from retold.identity import content_id
from retold.model import Sentence
from retold.text.boundaries import sentences_in
from retold.text.kinds import paragraph_kinds
from retold.text.normalising import normal
from retold.text.paragraphs import paragraphs_of


def sentences_of(article_id: str, text: str) -> list[Sentence]:
    """Sentences, headings, captions and boilerplate of a text, in order, numbered from 0.

    `text[start:end]` is the sentence, without white space around it. Sentences do not overlap, and every character
    that is not white space lies in exactly one. Linear in the length of the text.
    """
    spans = [list(sentences_in(text, paragraph)) for paragraph in paragraphs_of(text)]
    plain = [[normal(text[span.start : span.end]) for span in paragraph] for paragraph in spans]
    kinds = paragraph_kinds(plain)
    sentences: list[Sentence] = []
    for paragraph, places in enumerate(spans):
        for place, wording, kind in zip(places, plain[paragraph], kinds[paragraph], strict=True):
            sentences.append(
                Sentence(
                    article_id=article_id,
                    sentence=len(sentences),
                    paragraph=paragraph,
                    start=place.start,
                    end=place.end,
                    text=text[place.start : place.end],
                    sentence_key=content_id("sentence", wording),
                    kind=kind,
                )
            )
    return sentences
