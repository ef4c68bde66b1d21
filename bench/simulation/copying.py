"""How a copy of each kind is made: which operations, how strong, in which order.

The rates were measured on nothing; they were chosen so that every kind of change is common enough to be scored.
`MEANING_CHANGES` is the mean number of planted changes of meaning in a copy of each kind.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from retold.model import RenditionKind
from retold.text import words
from simulation.additions import add_local, furnish, update
from simulation.arrangement import cut, cut_sentences, merge, move, regroup, split
from simulation.base_texts import Sentences
from simulation.drafts import Desk, Draft, Line, each_line, lines_of
from simulation.meaning import plant
from simulation.names import mistranslate, transliterate
from simulation.rewriting import Rewriter, in_house_style, phrase_table, swap_phrases, swap_words
from simulation.translation import restructure

MEANING_CHANGES: dict[RenditionKind, float] = {
    "verbatim": 0.1,
    "edited": 0.7,
    "paraphrased": 1.2,
    "translated": 1.3,
}
# Shares of the kinds among the copies made by each maker.
KINDS: dict[str, dict[RenditionKind, float]] = {
    "any": {"verbatim": 0.34, "edited": 0.3, "paraphrased": 0.18, "translated": 0.18},
    "client": {"verbatim": 0.45, "edited": 0.33, "paraphrased": 0.09, "translated": 0.13},
    "rewriter": {"verbatim": 0.15, "edited": 0.25, "paraphrased": 0.4, "translated": 0.2},
}


# Two translations of one text share at most about half of their five-word runs (WMT21: .1 to .55).
MOST_KEPT, MOST_ROUNDS = 0.45, 3
LEAD_REWRITTEN = 0.45  # of the edited copies tell the lead in other words
HOUSE_STYLED = 0.3  # of the copies are put into their outlet's spelling
# A copy with fewer words and sentences reworded than this is a reprint, unless something was added.
FEWEST_EDITS = 3
_REWORDING = ("reworded", "restructured", "merged", "split", "added")


@dataclass(frozen=True, slots=True)
class Model:
    """What a copy is made from: the draft, and a real rendition of the original not used yet, if there is one."""

    draft: Draft
    rendition: Sentences | None = None


def drawn_kind(maker: str, chance: random.Random) -> RenditionKind:
    """A kind by this maker's habits; an update is an edited copy."""
    if maker == "update":
        return "edited"
    kinds = KINDS[maker]
    return chance.choices(list(kinds), list(kinds.values()))[0]


def copied(model: Model, kind: RenditionKind, maker: str, desk: Desk) -> Draft:
    """A copy of this kind. Order first, then wording, then slips of meaning, so that each change stays as noted."""
    arranged = _arranged(model.draft, kind, desk)
    if maker == "update":
        arranged = update(arranged, desk)
    if kind == "edited":
        arranged = _edited(arranged, desk)
    elif kind == "paraphrased":
        arranged = _paraphrased(arranged, desk)
    elif kind == "translated":
        arranged = _translated(arranged, model.rendition, desk)
    if desk.chance.random() < HOUSE_STYLED:
        arranged = in_house_style(arranged, desk)
    changed = plant(arranged, desk, _poisson(MEANING_CHANGES[kind], desk.chance))
    return _finished(changed, kind, desk)


def _poisson(mean: float, chance: random.Random) -> int:
    count, left = 0, chance.expovariate(1.0)
    while left < mean:
        count, left = count + 1, left + chance.expovariate(1.0)
    return count


def _arranged(draft: Draft, kind: RenditionKind, desk: Desk) -> Draft:
    chance = desk.chance
    if chance.random() < {"verbatim": 0.55, "edited": 0.6}.get(kind, 0.45):
        draft = cut(draft, desk, chance.choice((0.1, 0.2, 0.3, 0.5)))
    if kind != "verbatim":
        draft = cut_sentences(draft, desk, 0.12)
    if chance.random() < {"edited": 0.3, "translated": 0.15}.get(kind, 0.05):
        draft = move(draft, desk, chance.choice((1, 2)))
    return draft


def _edited(draft: Draft, desk: Desk) -> Draft:
    """Some sentences reworded, the lead nearly always."""
    chance = desk.chance
    touched = chance.uniform(0.15, 0.5)
    chosen = [
        id(line)
        for number, paragraph in enumerate(draft)
        for line in paragraph
        if line.told and chance.random() < (0.8 if number == 0 else touched)
    ]
    rewriter = Rewriter(chance.uniform(0.3, 0.7), stiff=False)
    lead = draft[0][0] if chance.random() < LEAD_REWRITTEN else None
    written_anew = {id(lead)} | {place for place in chosen if chance.random() < chance.choice((0.0, 0.3))}

    def reworked(line: Line) -> Line:
        if id(line) not in chosen:
            return line
        one: Draft = ((line,),)
        one = swap_phrases(one, desk, phrase_table("edited"), 0.8, "edited")
        one = swap_words(one, desk, rewriter)
        if id(line) not in written_anew:
            return restructure(one, desk, 0.35)[0][0]
        one = swap_phrases(one, desk, phrase_table("rendered"), 0.7, "rendered")
        return restructure(restructure(one, desk, 1.3), desk, 1.3)[0][0]

    draft = regroup(each_line(draft, reworked), desk, 0.2)
    draft = split(merge(draft, desk, 0.15), desk, 0.2)
    reworded = sum(change.operation in _REWORDING for change in desk.changes)
    return draft if reworded >= FEWEST_EDITS else add_local(draft, desk, 2)


def _paraphrased(draft: Draft, desk: Desk) -> Draft:
    """Words swapped where they stand, names damaged, hardly anything else."""
    chance = desk.chance
    rate = chance.uniform(0.5, 1.0)
    draft = swap_phrases(draft, desk, phrase_table("broken"), rate, "broken")
    habit, in_names = chance.choice((0.3, 0.7, 0.9)), chance.choice((0.0, 0.1, 0.3))
    draft = swap_words(draft, desk, Rewriter(rate, True, habit, in_names))
    return mistranslate(draft, desk, chance.choice((0.0, 0.5, 0.9)))


def _translated(draft: Draft, rendition: Sentences | None, desk: Desk) -> Draft:
    """Sentences as another rendition has them where there is one, else turned round; names in another spelling."""
    chance = desk.chance
    if rendition is not None:
        return transliterate(_retold(draft, rendition, desk), desk, 0.1)
    strength = chance.uniform(0.9, 1.5)
    original = draft
    for _ in range(MOST_ROUNDS):
        draft = restructure(draft, desk, strength)
        draft = swap_phrases(draft, desk, phrase_table("rendered"), 0.55 * strength, "rendered")
        draft = swap_words(draft, desk, Rewriter(chance.uniform(0.2, 0.6), stiff=False))
        if _kept(original, draft) <= MOST_KEPT:
            break
    draft = split(merge(regroup(draft, desk, 0.2), desk, 0.2), desk, 0.3)
    return transliterate(draft, desk, chance.choice((0.0, 0.3, 0.7)))


def _kept(original: Draft, draft: Draft) -> float:
    """Share of the draft's five-word runs that the original has."""
    sets = []
    for told in (original, draft):
        found = [words(line.text) for line in lines_of(told) if line.told]
        sets.append({tuple(line[start : start + 5]) for line in found for start in range(len(line) - 4)})
    return len(sets[0] & sets[1]) / max(1, len(sets[1]))


def _retold(draft: Draft, rendition: Sentences, desk: Desk) -> Draft:
    """Sentences still as in the original are told as the rendition has them; the rest are turned round."""

    def other(line: Line) -> Line:
        if not line.told:
            return line
        if not line.untouched or len(line.origins) != 1:
            return restructure(((line,),), desk, 1.3)[0][0]
        new = line.reworded(rendition[line.origins[0]])
        if new.text != line.text:
            desk.note("retold", new, line.text, new.text)
        return new

    return each_line(draft, other)


def _finished(draft: Draft, kind: RenditionKind, desk: Desk) -> Draft:
    chance = desk.chance
    if chance.random() < {"edited": 0.55, "translated": 0.15, "paraphrased": 0.08}.get(kind, 0.0):
        draft = add_local(draft, desk, chance.choice((1, 1, 2)))
    if chance.random() < {"verbatim": 0.4}.get(kind, 0.25):
        draft = furnish(draft, desk, chance.choice((1, 1, 2)))
    return regroup(draft, desk, chance.choice((0.0, 0.15, 0.4)))


def summed_kind(kinds: Sequence[RenditionKind]) -> RenditionKind:
    """The kind of several steps together, the last step last: the latest rewriting or translation, else edited."""
    heavy = [kind for kind in kinds if kind in ("paraphrased", "translated")]
    if heavy:
        return heavy[-1]
    return "edited" if "edited" in kinds else "verbatim"
