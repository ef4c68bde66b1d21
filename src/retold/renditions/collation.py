"""Renditions of a report to its passages, side by side.

The renditions join one after another, the fullest first, each aligned to the passages found so far; what it alone
has becomes a new passage in its place. The order is by length and id, so the result does not depend on the order of
input, and the cost grows with the number of renditions, not of pairs of them. Equal bodies are aligned once and weigh
once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy.sparse import csr_matrix

from retold.model import CollationCell, Sentence
from retold.renditions.alignment import Link, align
from retold.renditions.likeness import Matrix, row_lengths, sentence_vectors

# Sentences, of several renditions, whose products with each other are made at once: bounds memory.
TOGETHER = 1_000


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
    passages: list[_Passage] = []
    vectors, row = _vectors([sentence for article in order for sentence in bodies[article]])
    before: _Likenesses | None = None
    for together in _together({article: [row[s.sentence_key] for s in bodies[article]] for article in order}):
        before = _Likenesses(before.sums() if before else vectors[:0], vectors, together.values())
        for article, rows in together.items():
            _join(passages, before, article, rows)
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


def _vectors(sentences: Sequence[Sentence]) -> tuple[csr_matrix, dict[str, int]]:
    """A vector for each wording, which weighs once in how common an n-gram is, and the rows of the wordings."""
    text = {sentence.sentence_key: sentence.text for sentence in sentences}
    return sentence_vectors(list(text.values())), {key: row for row, key in enumerate(text)}


def _together(renditions: Mapping[str, list[int]]) -> Iterator[dict[str, list[int]]]:
    """Renditions and their sentences, in order: as many at once as have `TOGETHER` sentences."""
    found: dict[str, list[int]] = {}
    count = 0
    for article, sentences in renditions.items():
        if found and count + len(sentences) > TOGETHER:
            yield found
            found, count = {}, 0
        found[article] = sentences
        count += len(sentences)
    if found:
        yield found


def _join(passages: list[_Passage], likenesses: _Likenesses, article: str, wordings: Sequence[int]) -> None:
    """Aligns a rendition to the passages and adds it to them, making passages of what is new."""
    links = align(likenesses.of(wordings, [passage.row for passage in passages]))
    told = _told(passages, links, len(wordings))
    for passage, link in told:
        passage.cells.setdefault(article, []).append(link)
    likenesses.join((passage.row, wordings[link.sentence]) for passage, link in told)


def _told(passages: list[_Passage], links: Sequence[Link], length: int) -> list[tuple[_Passage, Link]]:
    """The passages that a rendition's sentences tell; those without a link become passages behind the one before."""
    told = [(passages[link.passage], link) for link in links]
    last = {link.sentence: passage for passage, link in told}
    place = -1
    for sentence in range(length):
        if sentence in last:
            place = passages.index(last[sentence])
            continue
        place += 1
        passages.insert(place, _Passage(len(passages), {}))
        told.append((passages[place], Link(sentence, place, 0.0)))
    return told


class _Likenesses:
    """How like the wordings of some renditions are to the passages while these renditions join them.

    All products between the wordings are made at once: what then joins changes the sums by rows of these.
    """

    def __init__(self, sums: csr_matrix, vectors: csr_matrix, renditions: Iterable[Sequence[int]]) -> None:
        """sums: of the passages so far. vectors: of all wordings, of length one (or zero). renditions: their rows."""
        wordings = sorted({row for rendition in renditions for row in rendition})
        self._place = {row: place for place, row in enumerate(wordings)}
        self._sums, self._vectors = sums, vectors[wordings]
        self._products: Matrix = (sums @ self._vectors.T).toarray()
        self._squares = row_lengths(sums) ** 2
        self._joined: list[tuple[int, int]] = []
        self._added = 0

    @cached_property
    def _mutual(self) -> Matrix:
        return np.asarray((self._vectors @ self._vectors.T).toarray())

    def of(self, wordings: Sequence[int], passages: Sequence[int]) -> Matrix:
        """Cosine of each of the wordings with the sum of each passage's sentences, in the order of `passages`."""
        self._add_joined(len(passages))
        places = [self._place[row] for row in wordings]
        lengths = np.sqrt(self._squares[passages])
        cosines = self._products[np.ix_(passages, places)] / np.where(lengths > 0, lengths, 1)[:, None]
        # Passages that are equally alike stay so in whatever order their sums were made.
        return np.round(cosines, 9).T

    def join(self, told: Iterable[tuple[int, int]]) -> None:
        """Adds wordings to the sums; pairs of passage and wording."""
        self._joined += [(passage, self._place[row]) for passage, row in told]

    def sums(self) -> csr_matrix:
        """The sums of the vectors of all that joined."""
        rows, places = np.array(self._joined, dtype=np.int64).reshape(-1, 2).T
        count = max(self._sums.shape[0], rows.max(initial=-1) + 1)
        told = csr_matrix((np.ones(len(rows)), (rows, places)), shape=(count, len(self._place)))
        ends = np.pad(self._sums.indptr, (0, count - self._sums.shape[0]), mode="edge")
        before = csr_matrix((self._sums.data, self._sums.indices, ends), shape=(count, self._sums.shape[1]))
        return csr_matrix(before + told @ self._vectors)

    def _add_joined(self, count: int) -> None:
        """Brings the products with the sums, of which there now are `count`, up to date."""
        new = count - len(self._squares)
        self._squares = np.concatenate([self._squares, np.zeros(new)])
        self._products = np.concatenate([self._products, np.zeros((new, len(self._place)))])
        for passage, place in self._joined[self._added :]:
            self._squares[passage] += 2 * self._products[passage, place] + self._mutual[place, place]
            self._products[passage] += self._mutual[place]
        self._added = len(self._joined)


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
    if own:
        return round(sum(own) / len(own), 4)
    return round(max((link.likeness for cell in passage.cells.values() for link in cell), default=0.0), 4)
