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
from scipy.sparse import csc_matrix, csr_matrix

from retold.text import words

LENGTHS = (3, 4, 5)
# Bits of an n-gram's hash: of the ten thousand n-grams of a report one in a hundred shares its hash with another.
BITS = 20
_GRAM = np.dtype(np.int32)
# Bits of a row's number beside an n-gram's hash.
_ROW_BITS = 40

Matrix = NDArray[np.float64]


def sentence_vectors(texts: Sequence[str]) -> csr_matrix:
    """One row of unit length per text: its n-grams, each weighed by how few of the texts have it.

    A text without letters or digits gives a row of zeros.
    """
    grams = [_grams(text) for text in texts]
    counts = [len(found) // _GRAM.itemsize for found in grams]
    every = np.frombuffer(b"".join(grams), dtype=_GRAM).astype(np.int64)
    packed = np.sort(every << _ROW_BITS | np.repeat(np.arange(len(texts)), counts))
    packed = packed[np.diff(packed, prepend=-1) != 0]
    gram, row = packed >> _ROW_BITS, packed & ((1 << _ROW_BITS) - 1)
    starts = np.flatnonzero(np.diff(gram, prepend=-1))
    holders = np.diff(starts, append=len(gram))
    weights = np.repeat(np.log1p(len(texts) / holders), holders)
    weights /= np.sqrt(np.bincount(row, weights=weights**2, minlength=len(texts)))[row]
    columns = csc_matrix((weights, row, np.append(starts, len(gram))), shape=(len(texts), len(starts)))
    return csr_matrix(columns)


def row_lengths(matrix: csr_matrix) -> Matrix:
    """The length of each row."""
    rows = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    return np.sqrt(np.bincount(rows, weights=matrix.data**2, minlength=matrix.shape[0]))


def _grams(text: str) -> bytes:
    """Hashes of the character n-grams within words, their edges marked; one may come twice."""
    return b"".join(map(_grams_of_form, text.split()))


@lru_cache(maxsize=100_000)
def _grams_of_form(form: str) -> bytes:
    """Those of what stands between two spaces: forms come again, and looking one up is a tenth of reading it."""
    return b"".join(map(_grams_of_word, words(form)))


@lru_cache(maxsize=100_000)
def _grams_of_word(word: str) -> bytes:
    marked = f" {word} "
    hashes = [
        zlib.crc32(marked[start : start + length].encode()) >> (32 - BITS)
        for length in LENGTHS
        for start in range(max(1, len(marked) - length + 1))
    ]
    return np.array(hashes, dtype=_GRAM).tobytes()
