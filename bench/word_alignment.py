"""Word alignment of two wordings beside identical words in order, in one run.

    .venv/bin/python bench/word_alignment.py

MultiMWA's MTRef part: two translations of one sentence by people and machines. Precision, recall and F1 over the sure
links that lie between words, marks included; possible links count neither way. The constants of
renditions/aligned_words.py were chosen on the first half of the sentences; the second half gives the last column.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from typing import Any

from gold import rows
from retold.renditions.aligned_words import align_words
from retold.renditions.word import word

Links = set[tuple[int, int]]
Aligner = Callable[[Sequence[str], Sequence[str]], Links]


def aligned(left: Sequence[str], right: Sequence[str]) -> Links:
    links = align_words([word(text) for text in left], [word(text) for text in right])
    return {(link.left, link.right) for link in links}


def identical_in_order(left: Sequence[str], right: Sequence[str]) -> Links:
    blocks = SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()
    return {(block.a + step, block.b + step) for block in blocks for step in range(block.size)}


def figures(pairs: Sequence[dict[str, Any]], aligner: Aligner) -> str:
    """Precision, recall and F1 over all links of the pairs."""
    right = extra = missed = 0
    for pair in pairs:
        sure = {(i, j) for i, j in pair["sure"]}
        found = aligner(pair["tokens1"], pair["tokens2"]) - ({(i, j) for i, j in pair["possible"]} - sure)
        right, extra, missed = (
            right + len(found & sure),
            extra + len(found - sure),
            missed + len(sure - found),
        )
    precision, recall = right / max(1, right + extra), right / max(1, right + missed)
    return f"{precision:.3f} / {recall:.3f} / {2 * right / max(1, 2 * right + extra + missed):.3f}"


def main() -> None:
    pairs = rows("reuse/multimwa_word_alignment")
    half = len(pairs) // 2
    print("| precision / recall / F1 | first half | second half |\n|---|---|---|")
    aligners: list[tuple[str, Aligner]] = [
        ("Retold", aligned),
        ("identical words, in order", identical_in_order),
    ]
    for name, aligner in aligners:
        print(f"| {name} | {figures(pairs[:half], aligner)} | {figures(pairs[half:], aligner)} |")


if __name__ == "__main__":
    main()
