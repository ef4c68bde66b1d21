"""What an operator governs, to whether its own source does it: warned that it would strike, admitted its men had."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from retold.coding.frames.frames import Frames
from retold.coding.lexicon.patterns import classes
from retold.coding.meaning import Meaning
from retold.reading.parse import Word

# Operators that say what they do only of what their source itself does.
OF_OWN = frozenset(("warn", "concede"))
_REFERRING = frozenset(("it", "they", "he", "she", "we", "i"))


def is_own(
    frames: Frames, word: Word, deed: Meaning, country: Callable[[Word], str | None], sources: Sequence[Word]
) -> bool:
    """Whether a deed that a word governs is that of who says the word; one without a doer is.

    country: of the actor that a word stands for.
    """
    home = {country(one) for one in sources} - {None}
    return all(
        one in sources or _refers_back(frames, one) or country(one) in home or _serves(one, country)
        for one in deed.sources
        if one.place != word.place
    )


def _refers_back(frames: Frames, word: Word) -> bool:
    """Whether it stands for who speaks, or for somebody of theirs: it, its army."""
    return word.text.lower() in _REFERRING or any(one.tag == "PRP$" for one in frames.slot(word, "poss"))


def _serves(word: Word, country: Callable[[Word], str | None]) -> bool:
    """Whether it is an army or a police that is said to be nobody's else."""
    known = classes()
    return country(word) is None and word.lemma.lower() in known["troops"] | known["police"]
