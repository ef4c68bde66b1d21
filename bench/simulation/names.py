"""What happens to names: written otherwise by a translator, taken for common words, swapped for another."""

from __future__ import annotations

import random
import re

from simulation.drafts import Desk, Draft, Line, each_line, lines_of
from simulation.inflection import data
from simulation.truth import Operation

_SPEAKING = r"(?:said|told|added|warned|wrote|argued|insisted|stated|says)"


def full_names(text: str) -> list[tuple[str, str]]:
    """Given name (with what stands between) and surname of the persons a text names in full."""
    given = "|".join(data("names")["given"]["names"])
    return re.findall(
        rf"\b((?:{given})(?: [A-Z]\.| [A-Z][a-z]+(?= [A-Z]))?) ([A-Z][\w’'-]*[a-z]{{2,}})\b", text
    )


def surnames(draft: Draft) -> list[str]:
    """Words that the text uses as a person's name: after a given name or a title, or before a verb of saying."""
    text = " ".join(line.text for line in lines_of(draft) if line.told)
    titles = "|".join(map(re.escape, data("names")["titles"]["before"]))
    after_title = re.findall(rf"\b(?:{titles}) (?:[A-Z][a-z]+ )?([A-Z][a-z]{{2,}})\b", text)
    speaking = re.findall(rf"(?<![A-Z][a-z] )\b([A-Z][a-z]{{2,}}) {_SPEAKING}\b", text)
    named = {surname for _, surname in full_names(text)}
    return sorted((named | set(after_title) | set(speaking)) - _no_persons() - _starters(text))


def _starters(text: str) -> set[str]:
    """Words that also stand small in the text, so that a capital may mean only the start of a sentence."""
    return {word.capitalize() for word in re.findall(r"\b[a-z]{3,}\b", text)} - _own_meanings()


def _own_meanings() -> set[str]:
    return set(data("names")["common_nouns"])


def _no_persons() -> set[str]:
    return {*data("names")["titles"]["no_names"], *data("names")["romanisation"]["known"], *_places()}


def transliterate(draft: Draft, desk: Desk, rate: float) -> Draft:
    """Writes names as they come back from another script, each the same way throughout."""
    kept = set(data("names")["romanisation"]["kept"])
    written = {
        name: _romanised(name, desk.chance)
        for name in surnames(draft)
        if name not in kept and desk.chance.random() < rate
    }
    return _renamed(draft, desk, {old: new for old, new in written.items() if old != new}, "transliterated")


def mistranslate(draft: Draft, desk: Desk, rate: float) -> Draft:
    """Takes name words for the common words they also are: sometimes here and there, sometimes throughout."""
    meanings: dict[str, str] = data("names")["common_nouns"]
    named = set(surnames(draft)) & meanings.keys()
    damaged = {word: meanings[word] for word in sorted(named) if desk.chance.random() < rate}
    return _renamed(draft, desk, damaged, "mistranslated", share=desk.chance.choice((0.5, 1.0)))


def _romanised(name: str, chance: random.Random) -> str:
    rules = data("names")["romanisation"]["rules"]
    fitting = [rule for rule in rules if re.search(rule[0], name)]
    for pattern, new in chance.sample(fitting, min(len(fitting), chance.choice((1, 1, 2)))):
        name = re.sub(pattern, new, name, count=1)
    return name[:1].upper() + name[1:]


def _renamed(
    draft: Draft, desk: Desk, names: dict[str, str], operation: Operation, share: float = 1.0
) -> Draft:
    """Puts the new name everywhere, or in a share of the sentences."""
    if not names:
        return draft
    pattern = re.compile(r"\b(" + "|".join(map(re.escape, names)) + r")\b")

    def changed(line: Line) -> Line:
        if not line.told or not pattern.search(line.text) or desk.chance.random() >= share:
            return line
        new = line.reworded(pattern.sub(lambda found: names[found[0]], line.text))
        for old in dict.fromkeys(pattern.findall(line.text)):
            desk.note(operation, new, old, names[old])
        return new

    return each_line(draft, changed)


def _places() -> set[str]:
    return {place for group in data("names")["places"].values() for place in group}
