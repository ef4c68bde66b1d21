"""Renditions of a report to its passages, side by side.

The renditions join one after another, the fullest first, each aligned to the passages found so far; what it alone
has becomes a new passage in its place. The order is by length and id, so the result does not depend on the order of
input, and the cost grows with the number of renditions, not of pairs of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix

from retold.model import CollationCell, Sentence
from retold.renditions.alignment import Link, align
from retold.renditions.likeness import Matrix, sentence_vectors, unit_rows


@dataclass(slots=True, eq=False)
class _Passage:
    """The rows of its sentences in the report's vectors, and its cells by article."""

    rows: list[int]
    cells: dict[str, list[Link]]


def collate(report_id: str, renditions: Mapping[str, Sequence[Sentence]]) -> list[CollationCell]:
    """Cells of the report's collation, sorted by passage and article; passages are numbered from 0 in text order.

    renditions: article id to the article's sentences in order. Only body sentences are collated. A passage that
    one rendition alone has gets a score of 0, for nothing is like it.
    """
    bodies = {
        article: [sentence for sentence in sentences if sentence.kind == "body"]
        for article, sentences in renditions.items()
    }
    order = sorted(bodies, key=lambda article: (-_fullness(bodies[article]), article))
    vectors = _vectors([sentence for article in order for sentence in bodies[article]])
    passages: list[_Passage] = []
    start = 0
    for article in order:
        end = start + len(bodies[article])
        _join(passages, article, vectors, range(start, end))
        start = end
    return _cells(report_id, passages, bodies)


def _fullness(sentences: Sequence[Sentence]) -> int:
    return sum(len(sentence.text) for sentence in sentences)


def _vectors(sentences: Sequence[Sentence]) -> csr_matrix:
    """A vector per sentence; equal wordings are made once, and weigh once in how common an n-gram is."""
    row = {key: place for place, key in enumerate(dict.fromkeys(s.sentence_key for s in sentences))}
    text = {sentence.sentence_key: sentence.text for sentence in sentences}
    return sentence_vectors([text[key] for key in row])[[row[s.sentence_key] for s in sentences]]


def _join(passages: list[_Passage], article: str, vectors: csr_matrix, rows: range) -> None:
    """Aligns a rendition to the passages and adds it to them, making passages of what is new."""
    links = align(_likeness(passages, vectors, rows))
    places: dict[int, _Passage] = {}
    for link in links:
        passage = passages[link.passage]
        passage.cells.setdefault(article, []).append(link)
        passage.rows.append(rows[link.sentence])
        places.setdefault(link.sentence, passage)
    previous = -1
    for sentence, row in enumerate(rows):
        if sentence in places:
            previous = passages.index(places[sentence])
            continue
        previous += 1
        passages.insert(previous, _Passage([row], {article: [Link(sentence, previous, 0.0)]}))


def _likeness(passages: Sequence[_Passage], vectors: csr_matrix, rows: range) -> Matrix:
    """Cosine of each of the rows with the mean of each passage's sentences."""
    if not passages or not rows:
        return np.zeros((len(rows), len(passages)))
    members = [row for passage in passages for row in passage.rows]
    bounds = np.cumsum([0, *(len(passage.rows) for passage in passages)])
    summing = csr_matrix((np.ones(len(members)), members, bounds), shape=(len(passages), vectors.shape[0]))
    told = unit_rows(csr_matrix(summing @ vectors))
    return np.asarray((vectors[rows.start : rows.stop] @ told.T).toarray(), dtype=np.float64)


def _cells(
    report_id: str, passages: Sequence[_Passage], bodies: Mapping[str, Sequence[Sentence]]
) -> list[CollationCell]:
    return [
        CollationCell(
            report_id=report_id,
            passage=number,
            article_id=article,
            sentences=tuple(bodies[article][link.sentence].sentence for link in links),
            score=_score(passage, article),
        )
        for number, passage in enumerate(passages)
        for article, links in sorted(passage.cells.items())
    ]


def _score(passage: _Passage, article: str) -> float:
    """Mean likeness of the article's sentences to the passage; for the article that founded it, the best other's."""
    own = [link.likeness for link in passage.cells[article] if link.likeness]
    others = [link.likeness for cell in passage.cells.values() for link in cell]
    return round(float(np.mean(own)) if own else max(others, default=0.0), 4)
