"""A parsed sentence to what its predicates mean: patterns first, then what operators make of them, from the inside out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from retold.events.frames import Frames, is_verbal
from retold.events.operators import DENIED, PLANNED, Code, Operator, composed, operators
from retold.events.patterns import ALL, Lexicon, Part, Pattern, Required, classes, lexicon
from retold.events.similarity import likely_code, predicate_of
from retold.model import Modality
from retold.reading.parse import Reading, Word

# A pattern with this strength says enough to stand before an operator.
_STRONG = 2.0
# With this one it says all: verb, object and what stands behind a preposition.
_WHOLE = 3.0
_PARTICLES = 3
_PEACEFUL = frozenset(("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"))
_TROOPS, _AID = Code("MOBILIZE", "troops"), Code("AID")
_JOINED_BEHIND = frozenset(("prt", "prep", "advmod", "acomp", "oprd", "npadvmod", "dobj"))
_PREDICATIVE = frozenset(("acomp", "attr", "oprd", "ROOT", "ccomp", "conj", "advcl", "prep"))
_PAST = frozenset(("VBD", "VBN", "VBG"))
_OBLIGING = frozenset(("must", "should", "ought"))
_LITERAL: dict[str, Modality] = {
    "promise": PLANNED,
    "offer": PLANNED,
    "vow": PLANNED,
    "invite": PLANNED,
    "plan": PLANNED,
    "demand": "demanded",
    "advise": "demanded",
    "refuse": DENIED,
    "threaten": "hypothetical",
    "deny": DENIED,
}
# Operators whose source is told of what they govern by its own source: "demanded that Serbia withdraw".
_ABOUT_ANOTHER = frozenset(
    (
        "demand",
        "advise",
        "allege_that",
        "criticise",
        "blame",
        "approve",
        "allow",
        "prevent",
        "force",
        "investigate",
        "threaten",
    )
)
_TRANSPARENT = frozenset(("do", "cease", "plan", "order"))
# Of a meeting that is planned or agreed on, the parties are those of the meeting.
_JOINT = frozenset(("do", "cease", "plan", "promise"))
_TOGETHER: dict[Part, tuple[str, ...]] = {
    "verb": ("subject",),
    "adjective": ("subject",),
    "noun": ("between", "among", "poss", "mod", "by", "of", "subject"),
}
_WITH = ("object", "with", "to", "and")


@dataclass(frozen=True, slots=True, eq=False)
class Meaning:
    """What a predicate says happened, by whom and to whom, before it is asked whether it did.

    `literal`: what was promised, demanded or refused, of an event under an operator. `head`: the word whose status
    counts, `core`: that of the literal event. `trigger`: the words that made the code. `inside`: places of words that are part of it and no event of their
    own. `modality`: what an operator says of the literal event. `together`: the parties act together, so that all of
    them are its sources. `likely`: how often such a code is right, where only likeness found it.
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


@dataclass(slots=True)
class Meanings:
    """The meanings of a sentence's words. `is_actor`: whether a word names somebody who can act, `belongs`: or something of
    theirs."""

    reading: Reading
    is_actor: Callable[[Word], bool]
    belongs: Callable[[Word], bool]
    profile: str
    frames: Frames = field(init=False)
    lexicon: Lexicon = field(default_factory=lexicon)
    _known: dict[int, Meaning | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.frames = Frames(self.reading, self.is_actor)

    def all(self) -> list[Meaning]:
        """What the sentence says happened, without what is only a part of another event."""
        found = [meaning for word in self.reading if (meaning := self.of(word))]
        found = [self._relieving(meaning, found) for meaning in found if not _is_private(meaning)]
        inside = {place for meaning in found for place in meaning.inside}
        return [meaning for meaning in found if meaning.head.place not in inside]

    def _relieving(self, meaning: Meaning, others: Iterable[Meaning]) -> Meaning:
        """Troops that are sent to keep the peace are aid; PLOVER's manual has it so."""
        if meaning.code != _TROOPS:
            return meaning
        for other in others:
            if "peacekeeping" in other.contexts and meaning.head in self.reading.above(other.head):
                inside = meaning.inside | {other.head.place}
                return replace(meaning, code=_AID, literal=_AID, contexts=("peacekeeping",), inside=inside)
        return meaning

    def of(self, word: Word) -> Meaning | None:
        """What a word means as a predicate; None when it tells of no event."""
        if word.place not in self._known:
            self._known[word.place] = None  # a circle ends here
            self._known[word.place] = self._of(word)
        return self._known[word.place]

    def _of(self, word: Word) -> Meaning | None:
        inner = self._plain(word)
        return self._obliged(word, inner) or inner

    def _attributive(self, word: Word) -> bool:
        """A participle that only describes a noun: Iran-backed militias, suspected militants."""
        return word.dep == "amod" and word.pos == "VERB"

    def _obliged(self, word: Word, inner: Meaning | None) -> Meaning | None:
        """What somebody says must be done is demanded of its subject."""
        modal = next(
            (one for one in self.reading.children(word) if one.dep == "aux" and one.lemma in _OBLIGING), None
        )
        speaker = self._speaker(word) if modal is not None and is_verbal(word) else ()
        if modal is None or not speaker or (inner is not None and inner.operator in ("demand", "advise")):
            return None
        code = composed("demand", inner.code if inner else None, self.profile)
        assert code is not None
        targets = self._acting(word, ("subject", "object"), speaker) or self.frames.slot(word, "subject")
        return Meaning(
            code=code,
            literal=inner.literal if inner else code,
            head=word,
            core=inner.core if inner else word,
            trigger=(modal, *(inner.trigger if inner else (word,))),
            sources=speaker,
            targets=targets,
            rules=(f"demand: {modal.text.lower()}", *(inner.rules if inner else ())),
            strength=inner.strength if inner else 0.0,
            contexts=inner.contexts if inner else (),
            likely=inner.likely if inner else 1.0,
            inside=inner.inside if inner else frozenset(),
            operator="demand",
            modality="demanded",
        )

    def _speaker(self, word: Word) -> tuple[Word, ...]:
        """The subject of the verb that the clause is said in."""
        above = self.reading.head(word)
        if word.dep != "ccomp" or not is_verbal(above):
            return ()
        return self._acting(above, ("subject",))

    def _plain(self, word: Word) -> Meaning | None:
        part = _part(word)
        if part is None or self._attributive(word) or _is_date(word):
            return None
        patterns = list(self._fitting(word, part))
        governing = self._by_operator(word, part)
        if patterns and patterns[0].strength >= _STRONG and not _more_telling(governing, patterns[0]):
            return self._by_pattern(word, patterns[0])
        return (
            governing
            or self._by_operator(word, part, unknown=True)
            or (self._by_pattern(word, patterns[0]) if patterns else self._by_likeness(word, part))
        )

    def _by_likeness(self, word: Word, part: Part) -> Meaning | None:
        """What a predicate that nothing knows is like, where an actor stands on both sides."""
        if part == "adjective" or word.pos == "PROPN" or self.is_actor(word):
            return None
        if any(self.lexicon.of(part, lemma) for lemma in self.lemmas(word, part)):
            return None
        like = likely_code(predicate_of(word, part, self.frames, self.is_actor))
        meaning = self._by_pattern(word, like.pattern) if like else None
        if like is None or meaning is None or any(map(self.of, self.frames.slot(word, "object"))):
            return None
        named = all(any(map(self.belongs, words)) for words in (meaning.sources, meaning.targets))
        return replace(meaning, likely=like.confidence) if named else None

    def _part(self, word: Word) -> Part | None:
        """Its part of speech; an adjective counts behind its noun as well: a report critical of Greece."""
        if word.pos == "ADJ" and word.dep == "amod" and word.place > word.head:
            return "adjective"
        return _part(word)

    def is_other_sense(self, word: Word) -> bool:
        """Whether a pattern asks for what is beside the word and says that it is no event there: fired 200 traders."""
        part = _part(word)
        best = next(self._fitting(word, part), None) if part is not None else None
        return best is not None and best.event_type is None and best.strength > 0

    def lemmas(self, word: Word, part: Part) -> Iterator[str]:
        """The lemma with a word that makes another of it (call off, shoot dead, test-fire), then by itself."""
        lemma = self._mended(word)
        if part == "noun":
            yield from self._hyphened(word)
            if word.tag == "VBG":
                yield word.text.lower()
        else:
            yield from self._joined(word, lemma)
        yield lemma

    def _joined(self, word: Word, lemma: str) -> Iterator[str]:
        for child in self.reading.children(word):
            distance = child.place - word.place
            if (
                0 < distance <= (1 if child.dep == "prep" else _PARTICLES) and child.dep in _JOINED_BEHIND
            ) or (distance > 0 and child.dep in ("acomp", "oprd", "ccomp") and child.pos in ("ADJ", "NOUN")):
                yield f"{lemma}_{child.text.lower()}"
            elif distance < 0 and child.dep in ("advmod", "npadvmod", "punct", "dep", "amod", "compound"):
                yield f"{child.text.lower()}_{lemma}"
        if word.place > 1 and self.reading[word.place - 1].text == "-":
            yield f"{self.reading[word.place - 2].text.lower()}_{lemma}"

    def _mended(self, word: Word) -> str:
        """The lemma; a small model makes "stag" of "staged", "readmitte" of "readmitted", "dos" of "doses"."""
        lemma = word.lemma.lower()
        if word.tag in _PAST and lemma not in self.lexicon.words:
            stem = word.text.lower().removesuffix("ing").removesuffix("ed")
            return next((one for one in (f"{lemma}e", stem[:-1]) if one in self.lexicon.words), lemma)
        if word.tag == "NNS" and lemma not in self.lexicon.words:
            singular = word.text.lower().removesuffix("s")
            return singular if singular in self.lexicon.words else lemma
        return lemma

    def _hyphened(self, word: Word) -> Iterator[str]:
        """cease-fire: three words of the parse."""
        if word.place > 1 and self.reading[word.place - 1].text == "-":
            yield self.reading[word.place - 2].text.lower() + word.lemma.lower()

    def _fitting(self, word: Word, part: Part) -> Iterator[Pattern]:
        """The patterns that fit, the strongest first; those of a word with its particle before those of the word."""
        for lemma in self.lemmas(word, part):
            fitting = [one for one in self.lexicon.of(part, lemma) if self._fits(word, one)]
            if fitting:
                yield from fitting
                return
        if part == "noun" and word.lemma.lower().endswith("ing"):
            yield from self._gerund(word)

    def _gerund(self, word: Word) -> Iterator[Pattern]:
        """A noun in -ing that the lexicon has as a verb: the shelling of the town."""
        stem = word.lemma.lower().removesuffix("ing")
        for lemma in (stem, f"{stem}e", stem[:-1] if stem[-1:] == stem[-2:-1] else stem):
            for pattern in self.lexicon.of("verb", lemma):
                if pattern.strength == 0:
                    yield pattern
                    return

    def _fits(self, word: Word, pattern: Pattern) -> bool:
        if pattern.thing is not None and not self._thing_fits(word, pattern):
            return False
        return not pattern.prepositions or any(
            self._stands(self.frames.slot(word, name), needed) for name, needed in pattern.prepositions
        )

    def _thing_fits(self, word: Word, pattern: Pattern) -> bool:
        assert pattern.thing is not None
        if (
            pattern.thing.nothing
            and not self.frames.slot(word, "object")
            and not self.reading.child(word, "ccomp")
        ):
            return True
        place = "mod" if pattern.part == "noun" else "object"
        return self._stands(self.frames.slot(word, place), pattern.thing)

    def _stands(self, words: Iterable[Word], needed: Required) -> bool:
        found = [one for word in words for one in self.frames.content(word)]
        if needed.anything and found:
            return True
        if needed.actor and any(self.is_actor(one) for one in found):
            return True
        return any(
            lemma in needed.lemmas
            for one in found
            for lemma in (one.lemma.lower(), self._mended(one), *self._hyphened(one))
        )

    def _by_pattern(self, word: Word, pattern: Pattern) -> Meaning | None:
        if pattern.event_type is None:
            return None
        part = _part(word)
        slots = pattern if part == pattern.part else lexicon_default(pattern, part)
        together = slots.sources == (ALL,)
        sources = self._parties(word, _TOGETHER[part or "noun"] if together else slots.sources)
        targets = self._parties(word, _WITH if together else slots.targets, sources)
        targets = targets or self._acting(word, ("clause",), sources)
        code = Code(pattern.event_type, pattern.mode)
        things = (
            self.frames.slot(word, "object")
            if pattern.thing and pattern.thing.lemmas and part == "verb"
            else ()
        )
        return Meaning(
            code=code,
            literal=code,
            head=word,
            core=word,
            trigger=(word, *(thing for thing in things if not self.is_actor(thing))),
            sources=sources,
            targets=targets,
            rules=(pattern.name,),
            strength=pattern.strength,
            contexts=pattern.contexts,
            inside=frozenset(one.place for thing in things for one in self.frames.content(thing)),
            together=together,
        )

    def _acting(self, word: Word, slots: Iterable[str], but: Iterable[Word] = ()) -> tuple[Word, ...]:
        """The first of the places that holds an actor, or else something of an actor's."""
        taken = {one.place for one in but}
        for stands in (self.is_actor, self.belongs):
            for slot in slots:
                things = (one for thing in self.frames.slot(word, slot) for one in self.frames.content(thing))
                found = tuple(one for one in things if stands(one) and one.place not in taken)
                if found:
                    return found
        return ()

    def _parties(self, word: Word, slots: Iterable[str], but: Iterable[Word] = ()) -> tuple[Word, ...]:
        """The actors in the first place that has one; where none has, what stands in the first that is filled."""
        taken = {one.place for one in but}
        things = self.frames.first(word, (slot for slot in slots if slot != "mod"))
        return self._acting(word, slots, but) or tuple(one for one in things if one.place not in taken)

    def _by_operator(self, word: Word, part: Part, unknown: bool = False) -> Meaning | None:
        particle = self.reading.child(word, "prt") is not None
        for lemma in self.lemmas(word, part):
            for operator in operators().get((part, lemma), ()):
                if particle and "_" not in lemma and operator.name == "do":
                    continue
                if meaning := self._governing(word, operator, unknown):
                    return meaning
        return None

    def _governing(self, word: Word, operator: Operator, unknown: bool) -> Meaning | None:
        for name in operator.complements:
            for thing in self._complements(word, name):
                for governed in [thing, *self.frames.content(thing)]:
                    inner = self.of(governed)
                    if (inner is None) != unknown or governed.place == word.place:
                        continue
                    code = composed(operator.name, inner.code if inner else None, self.profile)
                    if code is not None:
                        return self._whole(word, operator, inner, governed, code)
        return None

    def _complements(self, word: Word, name: str) -> Iterator[Word]:
        reading = self.reading
        children = reading.children(word)
        if name == "subject":
            yield from self.frames.slot(word, "subject") if not self.frames.slot(word, "object") else ()
            yield from (one for one in children if one.dep == "csubj")
        elif name == "object":
            yield from self.frames.slot(word, "object") if is_verbal(word) else ()
        elif name.endswith(":"):
            yield from self.frames.slot(word, name[:-1])
        elif name == "ing":
            yield from (
                one for one in children if one.dep in ("xcomp", "ccomp", "pcomp") and one.tag == "VBG"
            )
        elif name == "subjunctive":
            yield from (
                one
                for one in children
                if one.dep == "ccomp" and (one.tag == "VB" or _is_bare(reading.child(one, "auxpass")))
            )
        elif name in ("to", "that"):
            for child in children:
                infinitive = any(one.tag == "TO" and one.dep == "aux" for one in reading.children(child))
                if name == "to" and infinitive and child.dep in ("xcomp", "ccomp", "acl", "relcl"):
                    yield child
                if name == "that" and not infinitive and child.dep in ("ccomp", "acl", "relcl"):
                    yield child
            if name == "to":
                yield from self._of_addressed(word)

    def _of_addressed(self, word: Word) -> Iterator[Word]:
        """The infinitive that a parse hangs on whom somebody is asked: called on [Serbia to withdraw]."""
        for slot in ("object", "on", "to", "for", "from"):
            for thing in self.frames.slot(word, slot):
                for child in self.reading.children(thing):
                    if child.dep in ("acl", "relcl") and any(
                        one.tag == "TO" for one in self.reading.children(child)
                    ):
                        yield child

    def _whole(
        self, word: Word, operator: Operator, inner: Meaning | None, governed: Word, code: Code
    ) -> Meaning:
        sources = self._operator_sources(word, operator, inner)
        targets = self._operator_targets(word, operator, inner, governed, sources)
        if operator.name == "undergo":
            sources, targets = (inner.sources if inner else ()), self.frames.slot(word, "subject")
        trigger = (word, *(inner.trigger if inner else (governed,)))
        return Meaning(
            code=code,
            literal=inner.literal if inner else code,
            head=word,
            core=inner.core if inner else governed,
            trigger=tuple(dict.fromkeys(sorted(trigger, key=lambda one: one.place))),
            sources=sources,
            targets=targets,
            rules=(f"{operator.name}: {operator.lemma.replace('_', ' ')}", *(inner.rules if inner else ())),
            strength=inner.strength if inner else 0.0,
            contexts=inner.contexts if inner else (),
            likely=inner.likely if inner else 1.0,
            inside=frozenset(
                (*(inner.inside if inner else ()), *([inner.head.place] if inner else [governed.place]))
            ),
            operator=operator.name,
            modality=_LITERAL.get(operator.name) or (inner.modality if inner else None),
            together=inner is not None and inner.together and operator.name in _JOINT,
        )

    def _operator_sources(self, word: Word, operator: Operator, inner: Meaning | None) -> tuple[Word, ...]:
        if not is_verbal(word) and _part(word) == "noun":
            own = self._acting(word, ("by", "poss", "mod", "of", "from", "subject"))
        else:
            own = self._acting(word, ("subject",)) or self.frames.slot(word, "subject")
        if operator.name in _TRANSPARENT and inner is not None:
            own_actors = [one for one in own if self.belongs(one)]
            if not own_actors and inner.sources:
                return inner.sources
            if inner.together:
                return tuple(dict.fromkeys((*own, *inner.sources)))
        return own

    def _operator_targets(
        self, word: Word, operator: Operator, inner: Meaning | None, governed: Word, sources: tuple[Word, ...]
    ) -> tuple[Word, ...]:
        taken = {one.place for one in sources}
        wanted: list[tuple[Word, ...]] = []
        if operator.name not in ("do", "cease", "plan", "stop"):
            slots = (
                ("dative", "object", "on", "to", "from", "against", "with")
                if is_verbal(word)
                else ("to", "on", "against", "at")
            )
            wanted.append(self._acting(word, slots))
        if inner is not None:
            ours = tuple(one for one in inner.sources if one.place not in taken and one.tag != "PRP$")
            wanted += (
                [ours, inner.targets]
                if operator.name in _ABOUT_ANOTHER or not inner.targets
                else [inner.targets, ours]
            )
        else:
            wanted.append(
                self._acting(
                    governed,
                    ("poss", "by", "of", "mod", "subject", "object", "with", "on", "against", "to", "in"),
                )
            )
        if operator.name in ("do", "cease", "plan", "stop"):
            wanted.append(self._acting(word, ("dative", "with", "on", "against", "to", "from", "for", "in")))
        for found in wanted:
            kept = tuple(one for one in found if one.place not in taken and self.belongs(one))
            if kept:
                return kept
        return next((tuple(one for one in found if one.place not in taken) for found in wanted if found), ())


def _more_telling(meaning: Meaning | None, pattern: Pattern) -> bool:
    """Whether an operator says the same as a pattern, and of what; or its noun has words beside it that say more."""
    if meaning is None:
        return False
    if meaning.code.event_type == pattern.event_type:
        return pattern.mode is None or meaning.operator not in _TRANSPARENT
    if meaning.code.event_type == "REQUEST":  # who approves a bid asks for nothing
        return False
    return meaning.operator in _TRANSPARENT and meaning.strength >= _STRONG and pattern.strength < _WHOLE


def _is_bare(auxiliary: Word | None) -> bool:
    """Whether a passive is in the subjunctive: that troops be withdrawn."""
    return auxiliary is not None and auxiliary.text.lower() == "be"


def lexicon_default(pattern: Pattern, part: Part | None) -> Pattern:
    """A verb's pattern with the places that a noun made of it has."""
    return replace(
        pattern,
        part="noun",
        sources=("by", "poss", "mod"),
        targets=("of", "on", "against", "with", "to", "at"),
    )


def _is_private(meaning: Meaning) -> bool:
    """Whether only somebody in private life does it: the singer visited Rome."""
    private = classes()["private"]
    return (
        meaning.code.event_type in _PEACEFUL
        and bool(meaning.sources)
        and all(word.lemma.lower() in private for word in meaning.sources)
    )


def _is_date(word: Word) -> bool:
    """A name of a month that is a word as well: in March."""
    return word.pos == "PROPN" and word.entity == "DATE"


def _part(word: Word) -> Part | None:
    if is_verbal(word):
        return "noun" if word.tag == "VBG" and word.dep in ("nsubj", "nsubjpass", "pobj") else "verb"
    if word.pos in ("NOUN", "PROPN"):
        return "noun"
    if word.pos in ("ADJ", "ADV", "ADP"):
        return "adjective" if word.dep in _PREDICATIVE else None
    return None
