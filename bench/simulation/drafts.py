"""A copy while it is made: its lines, its maker's chances, and the changes noted."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from simulation.truth import Change, Operation, SimulatedParagraphs, SimulatedSentence


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence in the making. `altered`: its meaning was changed; `untouched`: it stands as in the original."""

    text: str
    origins: tuple[int, ...]
    altered: bool = False
    untouched: bool = True

    @property
    def told(self) -> bool:
        """Whether it tells something of the original's, not only what was added."""
        return any(origin >= 0 for origin in self.origins)

    def reworded(self, text: str) -> Line:
        """The line with another text."""
        return replace(self, text=text, untouched=self.untouched and text == self.text)


Paragraph = tuple[Line, ...]
Draft = tuple[Paragraph, ...]


@dataclass(slots=True)
class Desk:
    """Where one copy is made: its id, its chances, the changes noted so far.

    `numbers` for what is added and `spent`, the templates used up, are the whole genealogy's.
    """

    telling: str
    chance: random.Random
    numbers: Iterator[int]
    spent: set[str]
    changes: list[Change] = field(default_factory=list)

    def note(
        self, operation: Operation, line: Line, before: str, after: str, *, changes_meaning: bool = False
    ) -> None:
        """Keep what was changed in a line."""
        change = Change(self.telling, operation, line.origins, before, after, changes_meaning)
        self.changes.append(change)

    def fresh(self, templates: Sequence[str], count: int) -> list[str]:
        """Some of the templates that no copy of the genealogy used: two outlets do not write the same by chance."""
        left = [template for template in templates if template not in self.spent]
        chosen = self.chance.sample(left, min(count, len(left)))
        self.spent.update(chosen)
        return chosen

    def addition(self, text: str) -> Line:
        """A new line that tells nothing of the original."""
        return Line(text, (next(self.numbers),), untouched=False)


def lines_of(draft: Draft) -> list[Line]:
    """All lines, in order."""
    return [line for paragraph in draft for line in paragraph]


def each_line(draft: Draft, change: Callable[[Line], Line]) -> Draft:
    """The draft with every line changed so."""
    return tuple(tuple(change(line) for line in paragraph) for paragraph in draft)


def with_line(draft: Draft, old: Line, new: Line) -> Draft:
    """The draft with one line in the place of another."""
    return each_line(draft, lambda line: new if line is old else line)


def finished(draft: Draft) -> SimulatedParagraphs:
    """The draft as a telling's paragraphs; empty ones are left out."""
    told = [tuple(SimulatedSentence(line.text, line.origins) for line in part) for part in draft if part]
    return tuple(told)


def capitalised(text: str) -> str:
    """The text with its first letter in upper case, past any opening quotation mark."""
    return re.sub(r"^([\"“'‘(]*)(\w)", lambda found: found[1] + found[2].upper(), text, count=1)


def cased_like(text: str, model: str) -> str:
    """The text with the capitals of what it replaces: first letter, all title words, or all letters."""
    if model.isupper() and len(model) > 1 and "." not in model:
        return text.upper()
    letters = [word for word in model.split() if word[:1].isalpha()]
    if len(letters) > 1 and all(word[0].isupper() for word in letters):
        return " ".join(word[:1].upper() + word[1:] for word in text.split(" "))
    return capitalised(text) if model[:1].isupper() else text


def lowered(text: str) -> str:
    """The text with a small first letter, unless it begins with a name, a quotation or "I"."""
    first = re.match(
        r"(The|A|An|It|He|She|They|We|In|On|At|But|This|That|These|Those|His|Her|Its|Their|Some|Many|"
        r"After|As|There|While|By|For|From|No|One|Two|Three|All|Most|Several|Since|With)\b",
        text,
    )
    return text[0].lower() + text[1:] if first else text


def is_quoting(text: str) -> bool:
    """Whether the sentence holds quotation marks, whose inside must stay grammatical speech."""
    return any(mark in text for mark in '"“”«»')


def narrated(text: str) -> list[tuple[int, int]]:
    """The stretches outside quotation marks, as character spans."""
    spans, start, inside = [], 0, False
    for place, mark in enumerate(text):
        if mark in '"“”«»':
            opening = mark in "“«" or (mark == '"' and not inside)
            if opening and not inside:
                spans.append((start, place))
            elif not opening:
                start = place + 1
            inside = opening
    return spans if inside else [*spans, (start, len(text))]
