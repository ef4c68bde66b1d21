"""A trigger to the words that stand in one clause chain with it: its own clause, what that is for, why and where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from retold.coding.frames.voice import is_verbal
from retold.coding.word_classes import word_classes
from retold.reading.parse import Reading, Word

# Clauses within a clause: what they name has another part in the news.
_OTHER_CLAUSES = frozenset(("relcl", "acl", "advcl", "ccomp", "parataxis", "appos"))
_WORDS = word_classes("parties.toml")
_IF, _BECAUSE, _WHEN = _WORDS["if"], _WORDS["because"], _WORDS["when"]
_WHERE, _BESIDE, _HELP = _WORDS["where"], _WORDS["beside"], _WORDS["help"]
_MOVED_BY, _DONE = _WORDS["moved_by"], _WORDS["done"]


@dataclass(frozen=True, slots=True)
class Chains:
    """The clauses of one sentence."""

    reading: Reading

    def clause(self, head: Word) -> Iterator[Word]:
        """The words of the trigger's own clause behind it, then those before it."""
        words = self._own(self._top(head))
        yield from (word for word in words if word.place > head.place)
        yield from (word for word in words if word.place < head.place)

    def purposes(self, head: Word) -> Iterator[Word]:
        """The words of what it was done for, or unless what: a hunger strike to protest against Sweden's decision."""
        yield from self._purposes(self._top(head))

    def reasons(self, head: Word) -> Iterator[Word]:
        """Who did what it was done for: protested after [Chinese ships] entered its waters."""
        for clause in self._opened(self._top(head), _BECAUSE):
            yield from (one for one in self.reading.children(clause) if one.dep == "nsubj")

    def occasions(self, head: Word) -> Iterator[Word]:
        """The words of how it came about: killed six [when he blew himself up in Goma]."""
        for clause in self._opened(self._top(head), _WHEN):
            yield from self._own(clause)

    def says_where(self, word: Word) -> bool:
        """Whether a place only says where something was."""
        link = self.reading.head(word)
        if link.text.lower() == "of":
            link = self.reading.head(link)  # outside of the town
        return word.dep == "pobj" and link.pos in ("ADP", "ADV") and link.text.lower() in _WHERE

    def is_beside(self, word: Word, head: Word) -> bool:
        """Whether a word stands behind what only accompanies the trigger: with the help of Iran."""
        for one in (word, *self.reading.above(word)):
            if one.place == head.place or one.lemma.lower() in _MOVED_BY:
                return False
            if one.text.lower() in _BESIDE or self._is_help(one):
                return True
            if is_verbal(one) and one.dep != "pcomp":
                return False
        return False

    def _is_help(self, word: Word) -> bool:
        link = self.reading.head(word)
        return word.lemma.lower() in _HELP and link.text.lower() in ("with", "by", "under")

    def _top(self, head: Word) -> Word:
        """The verb that the trigger is, or whose clause it stands in."""
        top = head
        for one in self.reading.above(head):
            if is_verbal(top):
                break
            top = one
        return top

    def _purposes(self, verb: Word) -> Iterator[Word]:
        for child in self.reading.children(verb):
            if child.dep in ("advcl", "xcomp") and any(map(_opens, self.reading.children(child))):
                yield from self._own(child)
                yield from self._purposes(child)

    def _opened(self, verb: Word, openers: frozenset[str]) -> Iterator[Word]:
        """The clauses beside a verb's that one of these words opens."""
        for child in self.reading.children(verb):
            inside = self.reading.children(child)
            if child.dep in ("xcomp", "acomp"):
                yield from self._opened(child, openers)
            elif child.dep == "advcl" and any(
                one.dep in ("mark", "advmod") and one.text.lower() in openers for one in inside
            ):
                yield child

    def _own(self, word: Word) -> list[Word]:
        """The words of a clause without those of the clauses within and beside it, in order."""
        found, waiting = [word], [word]
        while waiting:
            for child in self.reading.children(waiting.pop()):
                if not _is_apart(child):
                    found.append(child)
                    waiting.append(child)
        return sorted(found, key=lambda one: one.place)


def _is_apart(word: Word) -> bool:
    """Whether a clause of its own begins with a word."""
    if word.dep == "conj":
        return is_verbal(word)
    return word.dep in _OTHER_CLAUSES and not (word.dep == "acl" and word.lemma.lower() in _DONE)


def _opens(word: Word) -> bool:
    """Whether a word opens a clause of purpose or condition."""
    return word.tag == "TO" or (word.dep == "mark" and word.text.lower() in _IF)
