"""A predicate of a parse to who and what stands in its places: subject, object, and behind each preposition.

Passives, relative clauses, shared subjects, control and participles are undone here, so that a pattern needs to know
of none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from retold.events.patterns import PREPOSITIONS
from retold.reading.parse import Reading, Word

_SUBJECTS = ("nsubj", "csubj")
_SHARING = frozenset(
    ("xcomp", "advcl", "pcomp", "prep", "ccomp", "dep", "parataxis", "acomp", "attr", "oprd")
)
_RELATIVE = frozenset(("who", "which", "that", "whom"))
# Verbs whose object does what the infinitive says: they asked Serbia to withdraw.
_OF_OBJECT = frozenset(
    (
        *("advise", "allow", "ask", "authorise", "authorize", "beg", "call", "cause", "challenge", "command"),
        *(
            "compel",
            "direct",
            "enable",
            "encourage",
            "expect",
            "forbid",
            "force",
            "help",
            "implore",
            "instruct",
        ),
        *("invite", "lead", "let", "order", "permit", "persuade", "plead", "press", "pressure", "prompt"),
        *("push", "request", "require", "see", "summon", "task", "tell", "urge", "want", "warn", "appeal"),
    )
)
# Nouns that say how much or what kind of the noun behind "of".
_TRANSPARENT = frozenset(
    (
        *(
            "amount",
            "array",
            "batch",
            "bit",
            "body",
            "bulk",
            "campaign",
            "chunk",
            "couple",
            "dozen",
            "flurry",
        ),
        *(
            "form",
            "group",
            "half",
            "host",
            "hundred",
            "kind",
            "load",
            "lot",
            "majority",
            "million",
            "billion",
        ),
        *("mass", "most", "number", "package", "pair", "part", "piece", "range", "round", "scores", "score"),
        *(
            "series",
            "set",
            "share",
            "shipment",
            "some",
            "sort",
            "spate",
            "string",
            "thousand",
            "ton",
            "tonne",
        ),
        *(
            "type",
            "variety",
            "wave",
            "act",
            "measure",
            "team",
            "delegation",
            "convoy",
            "dollar",
            "worth",
            "rest",
            "percent",
            "contingent",
            "kg",
            "kilogram",
            "litre",
            "liter",
            "sack",
            "crate",
            "box",
            "detachment",
            "consignment",
            "tranche",
            "quantity",
            "truckload",
            "planeload",
        ),
    )
)
# Participles that tell what their subject is like, as adjectives do: Israel is opposed to it.
_STATES = frozenset(
    (
        *(
            "opposed",
            "committed",
            "prepared",
            "determined",
            "dedicated",
            "inclined",
            "concerned",
            "disappointed",
        ),
        *("interested", "involved", "engaged", "poised", "resolved", "convinced", "supposed", "embroiled"),
    )
)
# Verbs whose object did what stands behind "of" or "for": accused of killing, jailed for the attack.
_OF_ACCUSED = frozenset(
    (
        *(
            "accuse",
            "acquit",
            "arrest",
            "blame",
            "charge",
            "condemn",
            "convict",
            "criticise",
            "criticize",
            "detain",
        ),
        *(
            "fault",
            "fine",
            "hang",
            "indict",
            "jail",
            "prosecute",
            "punish",
            "sentence",
            "sue",
            "suspect",
            "try",
        ),
        *(
            "prevent",
            "stop",
            "ban",
            "bar",
            "thank",
            "praise",
            "deter",
            "discourage",
            "dissuade",
            "force",
            "pardon",
        ),
    )
)
_CHARGES = frozenset(("of", "for", "in", "over", "with", "from", "into"))
# Verbs whose infinitive has no "to".
_BARE = frozenset(("let", "help"))
# Prepositions that may belong to the noun two phrases before them, and those of the phrase between.
_HUNG_LOW = frozenset(("by", "against"))
_BEFORE = frozenset(("of", "by", "against", "on"))
# Links of the parse that patterns ask for by their own names.
_LINKS = frozenset(("npadvmod", "xcomp", "ccomp", "acomp", "advcl", "advmod", "amod"))
_MAX_LINKS = 8


def is_verbal(word: Word) -> bool:
    """Whether a word is a verb that says something by itself."""
    return word.pos in ("VERB", "AUX") and word.dep not in ("aux", "auxpass")


def is_passive(reading: Reading, verb: Word) -> bool:
    """Whether what is done to the subject is told."""
    if reading.child(verb, "auxpass", "nsubjpass") is not None:
        return verb.text.lower() not in _STATES or reading.child(verb, "agent") is not None
    if verb.tag != "VBN" or reading.child(verb, "aux", "nsubj", "dobj") is not None:
        return False
    if verb.dep == "conj" and is_verbal(reading.head(verb)):
        return is_passive(reading, reading.head(verb))
    return verb.dep in ("acl", "relcl", "advcl", "amod", "ROOT", "ccomp")


class Frames:
    """The places of the predicates of one sentence; each is worked out when it is asked for."""

    def __init__(self, reading: Reading, is_actor: Callable[[Word], bool] | None = None) -> None:
        self.reading = reading
        self._acts = is_actor or (lambda word: True)
        self._known: dict[tuple[int, str], tuple[Word, ...]] = {}

    def slot(self, word: Word, name: str) -> tuple[Word, ...]:
        """The heads of what stands in a place of the predicate, with those joined to them by "and"."""
        key = (word.place, name)
        if key not in self._known:
            self._known[key] = ()  # a parse with a circle of shared subjects ends here
            self._known[key] = tuple(dict.fromkeys(self._found(word, name)))
        return self._known[key]

    def first(self, word: Word, names: Iterable[str]) -> tuple[Word, ...]:
        """What stands in the first of these places that is filled."""
        return next((found for name in names if (found := self.slot(word, name))), ())

    def _found(self, word: Word, name: str) -> Iterator[Word]:
        place, _, inner = name.partition(".")
        if inner:
            for thing in self.slot(word, place):
                for real in self.content(thing):
                    yield from self.slot(real, inner)
        elif name == "subject":
            yield from self._with_conjuncts(self._subject(word))
        elif name == "object":
            yield from self._with_conjuncts(self._object(word))
        elif name == "dative":
            yield from self._with_conjuncts(self._dative(word))
        elif name == "poss":
            yield from self._with_conjuncts(self.reading.child(word, "poss"))
        elif name == "mod":
            yield from self._modifiers(word)
        elif name == "clause":
            yield from self._in_clause(word)
        elif name == "infinitive":
            yield from self._infinitives(word)
        elif name == "joined":
            yield from self._joined(word)
        elif name == "speaker":
            yield from self._speakers(word)
        elif name == "oprd":
            yield from self._called(word)
        elif name in _LINKS:
            yield from (child for child in self.reading.children(word) if child.dep == name)
        elif name == "acl":
            yield from (child for child in self.reading.children(word) if child.dep in ("acl", "relcl"))
        else:
            yield from self._behind(word, name)

    def content(self, word: Word) -> Iterator[Word]:
        """The noun, and what a noun of quantity or kind is of: a wave of attacks."""
        yield word
        if word.lemma.lower() in _TRANSPARENT or word.pos == "NUM":
            for link in self.reading.children(word):
                if link.dep == "prep" and link.text.lower() in ("of", "in", "by"):
                    for thing in self.reading.children(link):
                        if thing.dep == "pobj":
                            yield from self._with_conjuncts(thing)
        if word.lemma.lower() in _TRANSPARENT:
            yield from (child for child in self.reading.children(word) if child.dep in ("compound", "nmod"))

    def _subject(self, word: Word, links: int = 0) -> Word | None:
        """Who does what the predicate says."""
        reading = self.reading
        if links > _MAX_LINKS:
            return None
        if not is_verbal(word):
            return self._subject_of_noun(word, links)
        if is_passive(reading, word):
            return self._agent(word)
        own = [child for child in reading.children(word) if child.dep in (*_SUBJECTS, "nsubjpass")]
        if own:
            nearest = min(own, key=lambda child: abs(child.place - word.place))
            return self._meant(nearest) if nearest.dep != "csubj" else None
        head = reading.head(word)
        if word.head == word.place:
            return None
        if word.dep in ("acl", "relcl"):
            return self._of_modified(word, head, links)
        if word.dep == "amod":
            return head if word.tag == "VBG" else None
        if word.dep == "conj" or word.dep in _SHARING:
            return self._shared(word, head, links)
        return None

    def _shared(self, word: Word, head: Word, links: int) -> Word | None:
        """The subject of what the predicate hangs on, or its object where that is asked to do something."""
        reading = self.reading
        if word.dep == "xcomp" and head.lemma.lower() in _OF_OBJECT:
            thing = self._object(head) or self._dative(head)
            behind = [one for link in ("on", "upon", "to", "for") for one in self._prepositional(head, link)]
            return thing or next(iter(behind), None) or self._subject(head, links + 1)
        if head.dep == "prep" or head.pos == "ADP":
            link, head = head, reading.head(head)
            if is_verbal(head) and head.lemma.lower() in _OF_ACCUSED and link.text.lower() in _CHARGES:
                return self._object(head)
        if word.dep in ("advcl", "xcomp") and is_verbal(head) and is_passive(reading, head):
            return self._object(head)
        return self._subject(head, links + 1)

    def _of_modified(self, word: Word, head: Word, links: int) -> Word | None:
        """Of a clause that hangs on a noun: the noun, or whose it is (Russia's decision to withdraw)."""
        if word.dep == "relcl" and self.reading.child(word, "dobj") is None and self._has_subject(word):
            return None
        infinitive = any(child.tag == "TO" for child in self.reading.children(word))
        if (infinitive and head.pos == "NOUN") or (word.tag == "VBG" and not self._acts(head)):
            owner = self.reading.child(head, "poss")
            if owner is not None and self._acts(owner):
                return owner
            above = self.reading.head(head)
            if head.dep in ("dobj", "pobj", "attr", "nsubjpass"):
                return self._subject(above if is_verbal(above) else self.reading.head(above), links + 1)
        return head

    def _has_subject(self, word: Word) -> bool:
        return self.reading.child(word, *_SUBJECTS, "nsubjpass") is not None

    def _subject_of_noun(self, word: Word, links: int) -> Word | None:
        """Of a noun or an adjective behind "is": the subject of that; of an object, the verb's."""
        head = self.reading.head(word)
        if word.head == word.place:
            return None
        if word.dep == "pobj":
            verb = self.reading.head(head)
            if is_verbal(verb) and verb.lemma.lower() in _OF_ACCUSED and head.text.lower() in _CHARGES:
                return self._object(verb)
        if word.dep == "nsubjpass":
            return self._agent(head)
        if word.dep in ("attr", "acomp", "oprd") and is_verbal(head) and is_passive(self.reading, head):
            return self._object(head)  # found guilty of it
        if word.dep == "amod" and word.place > head.place:
            return head
        if word.dep in ("attr", "acomp", "dobj", "oprd", "conj", "appos", "pobj", "prep"):
            return self._subject(head, links + 1)
        return None

    def _agent(self, verb: Word) -> Word | None:
        by = self.reading.child(verb, "agent")
        if by is None:
            by = next(
                (one for one in self.reading.children(verb) if one.dep == "prep" and one.text == "by"), None
            )
        return self.reading.child(by, "pobj") if by is not None else None

    def _object(self, verb: Word) -> Word | None:
        """What the predicate is done to; the subject of a passive."""
        reading = self.reading
        if not is_verbal(verb):
            return None
        if is_passive(reading, verb):
            kept = reading.child(verb, "dobj")
            if kept is not None:
                return self._meant(kept)
            own = reading.child(verb, "nsubjpass", "nsubj")
            if own is not None:
                return self._meant(own)
            head = reading.head(verb)
            if verb.dep in ("acl", "relcl", "amod"):
                return head
            if verb.dep == "conj" and is_verbal(head):
                return self._object(head) if is_passive(reading, head) else self._subject(head)
            return (
                self._subject(head) if verb.dep in ("advcl", "xcomp") and head.place != verb.place else None
            )
        own = reading.child(verb, "dobj")
        if own is not None:
            return self._meant(own)
        if verb.dep == "relcl" and self._has_subject(verb):
            subject = reading.child(verb, "nsubj")
            if subject is not None and subject.text.lower() not in _RELATIVE:
                return reading.head(verb)
        if verb.dep == "conj" and verb.lemma != reading.head(verb).lemma:
            return None
        return None

    def _dative(self, verb: Word) -> Word | None:
        found = self.reading.child(verb, "dative")
        if found is None and self.reading.child(verb, "dobj") is not None:
            return self.reading.child(verb, "nsubjpass")  # they were given shelter
        if found is None:
            return None
        return self.reading.child(found, "pobj") or (None if found.pos == "ADP" else found)

    def _meant(self, word: Word) -> Word:
        """The noun that a relative pronoun stands for."""
        if word.text.lower() in _RELATIVE:
            for above in self.reading.above(word):
                if above.dep == "relcl":
                    return self.reading.head(above)
        return word

    def _modifiers(self, noun: Word) -> Iterator[Word]:
        for child in self.reading.children(noun):
            if child.dep in ("amod", "compound", "nmod") and child.place < noun.place:
                yield child
                if child.dep == "compound":
                    yield from self._modifiers(child)

    def _behind(self, word: Word, preposition: str) -> Iterator[Word]:
        yield from self._prepositional(word, preposition)
        if preposition == "by" and is_verbal(word):
            agent = self._agent(word)
            if agent is not None:
                yield from self._with_conjuncts(agent)
        elif preposition in _HUNG_LOW:
            yield from self._hung_low(word, preposition)

    def _hung_low(self, word: Word, preposition: str) -> Iterator[Word]:
        """What a parse hangs on the first of two: the beating of students by guards."""
        for link in self.reading.children(word):
            before = link.dep == "agent" if is_verbal(word) else link.text.lower() in _BEFORE
            if before and link.text.lower() != preposition:
                for thing in self.reading.children(link):
                    if thing.dep == "pobj":
                        yield from self._prepositional(thing, preposition)

    def _prepositional(self, word: Word, preposition: str) -> Iterator[Word]:
        """What stands behind a preposition that hangs on the word, or on one before it: out of, away from."""
        for link in self.reading.children(word):
            if link.dep not in ("prep", "agent", "dative", "prt", "advmod") or link.pos not in (
                "ADP",
                "SCONJ",
                "ADV",
                "PART",
            ):
                continue
            if link.text.lower() == preposition or (
                preposition == "toward" and link.text.lower() == "towards"
            ):
                for thing in self.reading.children(link):
                    if thing.dep in ("pobj", "pcomp") and thing.entity not in ("DATE", "TIME"):
                        yield from self._with_conjuncts(self._meant(thing))
            for further in self.reading.children(link):
                if further.dep == "prep" and further.text.lower() == preposition:
                    for thing in self.reading.children(further):
                        if thing.dep in ("pobj", "pcomp"):
                            yield from self._with_conjuncts(thing)

    def _in_clause(self, word: Word) -> Iterator[Word]:
        """The subject of the clause that the predicate governs: allowed [the inspectors] to return."""
        for child in self.reading.children(word):
            if child.dep in ("ccomp", "xcomp"):
                for subject in self.reading.children(child):
                    if subject.dep in ("nsubj", "nsubjpass"):
                        yield from self._with_conjuncts(subject)

    def _infinitives(self, word: Word) -> Iterator[Word]:
        """What it is done for or to do: called Rome [to discuss] the gas line, let the pilot [go]."""
        for one in (word, *self.slot(word, "object")):
            for child in self.reading.children(one):
                if child.dep not in ("xcomp", "ccomp", "advcl", "acl", "relcl"):
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
            for modifier in self._modifiers(one):
                if self._acts(modifier):
                    yield from (child for child in self.reading.children(modifier) if child.dep == "conj")

    def _speakers(self, word: Word) -> Iterator[Word]:
        """Who says the clause that the predicate heads: Kabul said the Taliban were responsible."""
        clause = word if is_verbal(word) else self.reading.head(word)
        above = self.reading.head(clause)
        if clause.dep == "ccomp" and is_verbal(above) and not is_passive(self.reading, above):
            yield from self.slot(above, "subject")

    def _called(self, word: Word) -> Iterator[Word]:
        """What the object is called: branded the exercise a provocation."""
        things = [child for child in self.reading.children(word) if child.dep in ("dobj", "oprd")]
        yield from (one for one in things if one.dep == "oprd" or one.place != things[0].place)

    def _with_conjuncts(self, word: Word | None) -> Iterator[Word]:
        """The word and those joined to it; of appositions the first stands for all."""
        waiting = [word] if word is not None else []
        while waiting:
            one = waiting.pop(0)
            yield one
            if one.pos not in ("VERB", "AUX"):
                waiting += [child for child in self.reading.children(one) if child.dep == "conj"]

    def prepositions(self, word: Word) -> Iterator[tuple[str, Word]]:
        """Every preposition that hangs on the word, with what stands behind it."""
        for link in self.reading.children(word):
            name = link.text.lower()
            if link.dep in ("prep", "agent", "dative") and name in PREPOSITIONS:
                for thing in self.reading.children(link):
                    if thing.dep in ("pobj", "pcomp"):
                        yield name, thing
