"""What one predicate says happened: the record that patterns and operators make and the coder reads."""

from __future__ import annotations

from dataclasses import dataclass

from retold.coding.lexicon.operators import Code
from retold.model import Modality
from retold.reading.parse import Word


@dataclass(frozen=True, slots=True, eq=False)
class Meaning:
    """What a predicate says happened, by whom and to whom, before it is asked whether it did.

    `literal`: what was promised, demanded or refused, of an event under an operator. `head`: the word whose status
    counts, `core`: that of the literal event. `trigger`: the words that made the code. `inside`: places of words
    that are part of it and no event of their own. `modality`: what an operator says of the literal event.
    `together`: the parties act together, so that all of them are its sources. `likely`: how often such a code is
    right, where only likeness found it.
    """

    code: Code
    literal: Code
    head: Word
    core: Word
    trigger: tuple[Word, ...]
    sources: tuple[Word, ...]
    targets: tuple[Word, ...]
    rules: tuple[str, ...]
    strength: float
    contexts: tuple[str, ...] = ()
    inside: frozenset[int] = frozenset()
    operator: str | None = None
    modality: Modality | None = None
    together: bool = False
    likely: float = 1.0


def unknown(word: Word, code: Code) -> Meaning:
    """A word that nothing is known of but the code that its operator gives it."""
    return Meaning(
        code=code,
        literal=code,
        head=word,
        core=word,
        trigger=(word,),
        sources=(),
        targets=(),
        rules=(),
        strength=0.0,
    )
