"""A predicate of a parse to who and what stands in its places: subject, object, and behind each preposition.

Patterns ask for the places by name and need to know of no construction.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from retold.coding.frames import noun_phrases, prepositions
from retold.coding.frames.noun_phrases import modifiers, owner, with_conjuncts
from retold.coding.frames.prepositions import accompanying
from retold.coding.frames.subjects import Subjects
from retold.coding.frames.voice import is_passive, is_verbal
from retold.coding.word_classes import word_classes
from retold.reading.parse import Reading, Word

_WORDS = word_classes("frames/frames.toml")
_BARE, _JOINING = _WORDS["bare"], _WORDS["joining"]
# Links of the parse that patterns ask for by their own names, and one that stands for two.
_LINKS = {name: (name,) for name in ("npadvmod", "xcomp", "ccomp", "acomp", "advcl", "advmod", "amod")} | {
    "acl": ("acl", "relcl")
}
_OF_INFINITIVES = frozenset(("xcomp", "ccomp", "advcl", "acl", "relcl"))


def _anybody(_: Word) -> bool:
    return True


class Frames:
    """The places of the predicates of one sentence; each is worked out when it is asked for.

    `hidden`: by the place of a verb, its object where the parse hangs that on the verb's particle.
    """

    def __init__(
        self,
        reading: Reading,
        is_actor: Callable[[Word], bool] = _anybody,
        hidden: Mapping[int, Word] | None = None,
    ) -> None:
        self.reading = reading
        self._hidden = hidden or {}
        self._acts = is_actor
        self._subjects = Subjects(reading, is_actor)
        self._known: dict[tuple[int, str], tuple[Word, ...]] = {}

    def slot(self, word: Word, name: str) -> tuple[Word, ...]:
        """The heads of what stands in a place of the predicate, with those joined to them by "and".

        name: a key of the table below, a link of the parse, a preposition, or two of them with a dot between: what
        stands in a place of what stands in the first ("object.of").
        """
        key = (word.place, name)
        if key not in self._known:
            self._known[key] = ()  # a parse with a circle of shared subjects ends here
            self._known[key] = tuple(dict.fromkeys(self._found(word, name)))
        return self._known[key]

    def first(self, word: Word, names: Iterable[str]) -> tuple[Word, ...]:
        """What stands in the first of these places that is filled."""
        return next((found for name in names if (found := self.slot(word, name))), ())

    def content(self, word: Word) -> Iterator[Word]:
        """The noun, and what a noun of quantity or kind is of: a wave of attacks."""
        return noun_phrases.content(self.reading, word)

    def prepositions(self, word: Word) -> Iterator[tuple[str, Word]]:
        """Every preposition that hangs on the word, with what stands behind it."""
        return prepositions.prepositions(self.reading, word)

    def _found(self, word: Word, name: str) -> Iterable[Word]:
        place, _, inner = name.partition(".")
        if inner:
            return self._inner(word, place, inner)
        if name in _PLACES:
            return _PLACES[name](self, word)
        if name in _LINKS:
            return (child for child in self.reading.children(word) if child.dep in _LINKS[name])
        if name == "to" and self.reading.child(word, "dative"):
            return self._dative(word)  # sent Peru a ship
        return prepositions.behind(self.reading, word, name)

    def _inner(self, word: Word, place: str, inner: str) -> Iterator[Word]:
        for thing in self.slot(word, place):
            for real in self.content(thing):
                yield from self.slot(real, inner)

    def _subject(self, word: Word) -> Iterator[Word]:
        """Who does what it says, and with whom."""
        subject = self._subjects.of(word)
        yield from with_conjuncts(self.reading, subject)
        for one in (word, subject) if subject is not None and is_verbal(word) else ():
            yield from accompanying(self.reading, one)
        yield from self._beside_subject(word, subject)

    def _beside_subject(self, word: Word, subject: Word | None) -> Iterator[Word]:
        """A second subject that is joined to the first, or who is joined in doing it: joined [Peru] in protesting."""
        for other in self.reading.children(word) if subject is not None else ():
            if other.dep == "nsubj" and other.place < word.place and self.reading.child(other, "cc"):
                yield from with_conjuncts(self.reading, other)
        above = self.reading.head(self.reading.head(word))
        if word.dep == "pcomp" and above.lemma.lower() in _JOINING:
            yield from self._object(above)

    def _object(self, word: Word) -> Iterator[Word]:
        """What it is done to."""
        return with_conjuncts(self.reading, self._hidden.get(word.place) or self._subjects.objects.of(word))

    def _dative(self, word: Word) -> Iterator[Word]:
        """To whom something is given or told."""
        return with_conjuncts(self.reading, self._subjects.objects.dative_of(word))

    def _owner(self, word: Word) -> Iterator[Word]:
        """Whose it is."""
        return with_conjuncts(self.reading, owner(self.reading, word))

    def _modifiers(self, word: Word) -> Iterator[Word]:
        """What stands before a noun and says what kind it is or whose."""
        return modifiers(self.reading, word)

    def _in_clause(self, word: Word) -> Iterator[Word]:
        """The subject of the clause that the predicate governs: allowed [the inspectors] to return."""
        for child in self.reading.children(word):
            if child.dep in ("ccomp", "xcomp"):
                for subject in self.reading.children(child):
                    if subject.dep in ("nsubj", "nsubjpass"):
                        yield from with_conjuncts(self.reading, subject)

    def _infinitives(self, word: Word) -> Iterator[Word]:
        """What it is done for or to do: called Rome [to discuss] the gas line, let the pilot [go]."""
        for one in (word, *self.slot(word, "object")):
            for child in self.reading.children(one):
                if child.dep not in _OF_INFINITIVES:
                    continue
                parts = self.reading.children(child)
                bare = word.lemma.lower() in _BARE and child.tag in ("VB", "VBP")
                if bare or any(part.tag == "TO" and part.dep == "aux" for part in parts):
                    yield child

    def _joined(self, word: Word) -> Iterator[Word]:
        """Who else does it: Oman in "India and Oman", "the navies of India and Oman", "Indian and Omani ships"."""
        subjects = self.slot(word, "subject")
        yield from subjects[1:]
        for one in subjects[:1]:
            yield from self.slot(one, "of")[1:]
            for modifier in modifiers(self.reading, one):
                if self._acts(modifier):
                    yield from (child for child in self.reading.children(modifier) if child.dep == "conj")

    def _speakers(self, word: Word) -> Iterator[Word]:
        """Who says the clause that the predicate heads: Kabul said the Taliban were responsible."""
        clause = word if is_verbal(word) else self.reading.head(word)
        above = self.reading.head(clause)
        told = clause.dep == "ccomp" and clause.place > above.place
        if told and is_verbal(above) and not is_passive(self.reading, above):
            yield from self.slot(above, "subject")

    def _called(self, word: Word) -> Iterator[Word]:
        """What the object is called: branded the exercise a provocation."""
        things = [child for child in self.reading.children(word) if child.dep in ("dobj", "oprd")]
        yield from (one for one in things if one.dep == "oprd" or one.place != things[0].place)


_PLACES: dict[str, Callable[[Frames, Word], Iterator[Word]]] = {
    "subject": Frames._subject,
    "object": Frames._object,
    "dative": Frames._dative,
    "poss": Frames._owner,
    "mod": Frames._modifiers,
    "clause": Frames._in_clause,
    "infinitive": Frames._infinitives,
    "joined": Frames._joined,
    "speaker": Frames._speakers,
    "oprd": Frames._called,
}
