"""Sentences to vectors of character n-grams, whose cosine is how alike two sentences are.

Characters rather than words: inflection, respelled names and compounds still share most of their n-grams. On WMT21
renditions, cut and with moved paragraphs, character 3-5-grams align 2 to 3 points of F1 better than words.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags_array

from retold.text import words

LENGTHS = (3, 4, 5)

Matrix = NDArray[np.float64]


def sentence_vectors(texts: Sequence[str]) -> csr_matrix:
    """One row of unit length per text: its n-grams, each weighed by how few of the texts have it.

    A text without letters or digits gives a row of zeros.
    """
    grams = [_grams(text) for text in texts]
    lengths = np.array([0, *map(len, grams)], dtype=np.int64)
    every = np.fromiter((gram for found in grams for gram in found), dtype=np.int64, count=int(lengths.sum()))
    distinct, columns, frequency = np.unique(every, return_inverse=True, return_counts=True)
    weight = np.log1p(len(texts) / frequency)
    matrix = csr_matrix((weight[columns], columns, lengths.cumsum()), shape=(len(texts), len(distinct)))
    return unit_rows(matrix)


def unit_rows(matrix: csr_matrix) -> csr_matrix:
    """The matrix with every row that is not zero scaled to length one."""
    norms = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1))).ravel()
    return csr_matrix(diags_array(1 / np.where(norms > 0, norms, 1)) @ matrix)


def _grams(text: str) -> set[int]:
    """Hashes of the character n-grams within words, their edges marked."""
    return set[int]().union(*map(_grams_of_word, words(text)))


@lru_cache(maxsize=100_000)
def _grams_of_word(word: str) -> tuple[int, ...]:
    marked = f" {word} "
    return tuple(
        zlib.crc32(marked[start : start + length].encode())
        for length in LENGTHS
        for start in range(max(1, len(marked) - length + 1))
    )
