"""Renditions of a report to its passages, side by side.

The renditions join one after another, the fullest first, each aligned to the passages found so far; what it alone
has becomes a new passage in its place. The order is by length and id, so the result does not depend on the order of
input, and the cost grows with the number of renditions, not of pairs of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix, vstack

from retold.model import CollationCell, Sentence
from retold.renditions.alignment import Link, align
from retold.renditions.likeness import Matrix, sentence_vectors, unit_rows


@dataclass(slots=True, eq=False)
class _Passage:
    """Its row in the sums of vectors, and its cells by article."""

    row: int
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
    sums = vectors[:0]
    start = 0
    for article in order:
        end = start + len(bodies[article])
        sums = _join(passages, sums, article, vectors[start:end])
        start = end
    return _cells(report_id, passages, bodies)


def _fullness(sentences: Sequence[Sentence]) -> int:
    return sum(len(sentence.text) for sentence in sentences)


def _vectors(sentences: Sequence[Sentence]) -> csr_matrix:
    """A vector per sentence; equal wordings are made once, and weigh once in how common an n-gram is."""
    row = {key: place for place, key in enumerate(dict.fromkeys(s.sentence_key for s in sentences))}
    text = {sentence.sentence_key: sentence.text for sentence in sentences}
    return sentence_vectors([text[key] for key in row])[[row[s.sentence_key] for s in sentences]]


def _join(passages: list[_Passage], sums: csr_matrix, article: str, vectors: csr_matrix) -> csr_matrix:
    """Aligns a rendition to the passages and adds it to them, making passages of what is new.

    sums: for each passage, in the row that it names, the sum of its sentences' vectors. Returns the sums with the
    rendition's sentences.
    """
    links = align(_likeness(passages, sums, vectors))
    told = [(passages[link.passage], link) for link in links]
    last = {link.sentence: passage for passage, link in told}
    place = -1
    for sentence in range(vectors.shape[0]):
        if sentence in last:
            place = passages.index(last[sentence])
            continue
        place += 1
        passages.insert(place, _Passage(len(passages), {}))
        told.append((passages[place], Link(sentence, place, 0.0)))
    for passage, link in told:
        passage.cells.setdefault(article, []).append(link)
    return _added(sums, vectors, told)


def _likeness(passages: Sequence[_Passage], sums: csr_matrix, vectors: csr_matrix) -> Matrix:
    """Cosine of each of the vectors with the mean of each passage's sentences."""
    means = unit_rows(sums[[passage.row for passage in passages]])
    return np.asarray((vectors @ means.T).toarray(), dtype=np.float64)


def _added(sums: csr_matrix, vectors: csr_matrix, told: Sequence[tuple[_Passage, Link]]) -> csr_matrix:
    before = sums.shape[0]
    rows = [*range(before), *(passage.row for passage, _ in told)]
    parts = [*range(before), *(before + link.sentence for _, link in told)]
    stacked = csr_matrix(vstack([sums, vectors]))
    shape = (max(rows, default=-1) + 1, stacked.shape[0])
    return csr_matrix(csr_matrix((np.ones(len(rows)), (rows, parts)), shape=shape) @ stacked)


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
