"""Renditions of a report to its passages, side by side.

The renditions join one after another, the fullest first, each aligned to the passages found so far; what it alone
has becomes a new passage in its place. The order is by length and id, so the result does not depend on the order of
input, and the cost grows with the number of renditions, not of pairs of them. Equal bodies are aligned once and weigh
once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix

from retold.model import CollationCell, Sentence
from retold.renditions.alignment import Link, align
from retold.renditions.likeness import Matrix, row_lengths, sentence_vectors


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
    copies = _copies(bodies)
    order = sorted(copies, key=lambda article: (-_fullness(bodies[article]), article))
    vectors = _vectors([sentence for article in order for sentence in bodies[article]])
    passages: list[_Passage] = []
    sums = vectors[:0]
    start = 0
    for article in order:
        end = start + len(bodies[article])
        sums = _join(passages, sums, article, vectors[start:end])
        start = end
    for passage in passages:
        for article, links in list(passage.cells.items()):
            passage.cells.update({copy: [_copied(link) for link in links] for copy in copies[article]})
    return _cells(report_id, passages, bodies)


def _copies(bodies: Mapping[str, Sequence[Sentence]]) -> dict[str, list[str]]:
    """The first article of each body to the others that have the same, sentence by sentence."""
    first: dict[tuple[str, ...], str] = {}
    found: dict[str, list[str]] = {}
    for article in sorted(bodies):
        own = first.setdefault(tuple(sentence.sentence_key for sentence in bodies[article]), article)
        found.setdefault(own, []).append(article)
    return {own: articles[1:] for own, articles in found.items()}


def _copied(link: Link) -> Link:
    """The link of a copy: where its first founded the passage, nothing could be more like it."""
    return Link(link.sentence, link.passage, link.likeness or 1.0)


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
    """Cosine of each of the vectors, of length one, with the sum of each passage's sentences."""
    products = np.asarray((vectors @ sums.T).toarray(), dtype=np.float64)
    lengths = row_lengths(sums)
    return (products / np.where(lengths > 0, lengths, 1))[:, [passage.row for passage in passages]]


def _added(sums: csr_matrix, vectors: csr_matrix, told: Sequence[tuple[_Passage, Link]]) -> csr_matrix:
    rows, parts = [passage.row for passage, _ in told], [link.sentence for _, link in told]
    count = max(sums.shape[0], max(rows, default=-1) + 1)
    places = csr_matrix((np.ones(len(rows)), (rows, parts)), shape=(count, vectors.shape[0]))
    ends = np.pad(sums.indptr, (0, count - sums.shape[0]), mode="edge")
    before = csr_matrix((sums.data, sums.indices, ends), shape=(count, sums.shape[1]))
    return csr_matrix(before + places @ vectors)


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
