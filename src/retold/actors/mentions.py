"""An article to the places that name an actor, and which actor each of them names.

Names are taken from the parse and from the dictionary, descriptions by their roles, and pronouns. Within an article
short forms, descriptions and pronouns lead back to the actor named before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from retold.actors.dictionary import Dictionary, dictionary, plain
from retold.actors.resolving import ResolvedActor, resolve
from retold.identity import content_id
from retold.model import Mention
from retold.reading.article import ReadArticle, ReadSentence
from retold.reading.parse import Reading, Word

# Kinds of OntoNotes' entities that can be actors.
_KINDS = {
    "PERSON": "person",
    "ORG": "organisation",
    "NORP": "group",
    "GPE": "country",
    "LOC": "place",
    "FAC": "place",
}
_HE, _SHE = frozenset(("he", "him", "his", "himself")), frozenset(("she", "her", "hers", "herself"))
_TITLES_OF = {
    **dict.fromkeys(("mr", "sir", "lord", "king", "prince"), "m"),
    **dict.fromkeys(("mrs", "ms", "miss", "queen", "princess", "dame", "lady"), "f"),
}
_WHERE = frozenset(("in", "at", "near", "around", "outside", "inside", "across", "downtown", "central"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
# Sentences back in which a pronoun's person is looked for.
REACH = 5


@dataclass(slots=True)
class Named:
    """An actor of an article: what is known of it so far.

    `last`: the sentence in which it was last named, a half more where it was the subject; None: not yet.
    """

    actor_id: str
    name: str
    kind: str
    resolved: ResolvedActor | None
    sex: str | None = None
    roles: set[str] = field(default_factory=set)
    last: float | None = None


@dataclass(frozen=True, slots=True)
class FoundMention:
    """A mention and the actor it names."""

    mention: Mention
    actor: Named | None


def mentions_in(article: ReadArticle, known: Dictionary | None = None) -> list[FoundMention]:
    """The mentions of an article in order."""
    return list(_Reader(article, known or dictionary()).mentions())


class _Reader:
    """Reads an article from its beginning; remembers who was named."""

    def __init__(self, article: ReadArticle, known: Dictionary) -> None:
        self.article = article
        self.known = known
        self.day = article.published_at.date() if article.published_at else None
        self.actors: dict[str, Named] = {}
        self.families: dict[str, Named] = {}

    def mentions(self) -> Iterator[FoundMention]:
        """All mentions in order."""
        self._learn_names()
        for sentence in self.article.sentences:
            if sentence.sentence.kind in ("body", "heading"):
                yield from self._of(sentence)

    def _learn_names(self) -> None:
        """Full names first, wherever they stand: a heading has the surname alone, before the text says whose."""
        for read in self.article.sentences:
            for first, last, kind in _named_spans(read.reading):
                if kind == "person" and last - first > 1:
                    words = read.reading.words[first:last]
                    actor, _, _ = self._actor(self.article.text[words[0].start : words[-1].end], kind)
                    if actor is not None and actor.kind == "person":
                        self._keep_family(actor)

    def _keep_family(self, actor: Named) -> None:
        """The first of a surname in the article has it; a dictionary knows whose surname comes first."""
        entry = actor.resolved.entry if actor.resolved else None
        family = plain(entry.family) if entry and entry.family else plain(actor.name)[-1:]
        if len(family) == 1:
            self.families.setdefault(family[0], actor)

    def _of(self, read: ReadSentence) -> Iterator[FoundMention]:
        """Names, descriptions and pronouns in the order in which they stand: a pronoun is of who came before."""
        spans = self._spans(read.reading)
        inside = {place for start, (end, _) in spans.items() for place in range(start, end)}
        for word in read.reading.words:
            if word.place in spans:
                end, kind = spans[word.place]
                if found := self._name(read, word.place, end, kind):
                    yield found
            elif word.place not in inside:
                yield from self._described(word, read)

    def _spans(self, reading: Reading) -> dict[int, tuple[int, str]]:
        """Where names begin, with where they end and their kinds; of overlapping ones the earliest and longest."""
        found: dict[int, tuple[int, str]] = {}
        reached = 0
        every = [*_named_spans(reading), *self._listed_spans(reading)]
        for start, end, kind in sorted(every, key=lambda span: (span[0], -span[1])):
            if start >= reached:
                found[start] = end, kind
                reached = end
        return found

    def _listed_spans(self, reading: Reading) -> Iterator[tuple[int, int, str]]:
        """Runs of words with capitals that the dictionary knows and the parse may not."""
        forms = [plain(word.text) for word in reading.words]
        for start, word in enumerate(reading.words):
            if not word.text[0].isupper() or (
                start and reading[start - 1].text[0].isupper() and reading[start - 1].pos == "PROPN"
            ):
                continue
            for end in range(min(len(forms), start + self.known.longest), start, -1):
                form = tuple(part for parts in forms[start:end] for part in parts)
                entries = self.known.named(
                    form, in_capitals=all(part.text.isupper() for part in reading.words[start:end])
                )
                if (
                    entries
                    and forms[end - 1]
                    and (end - start > 1 or word.text.isupper() or word.pos == "PROPN")
                ):
                    yield start, end, entries[0].kind
                    break
                if forms[end - 1] and form in self.known.nations and (word.pos in ("PROPN", "ADJ") or start):
                    yield start, end, "country"
                    break

    def _name(self, read: ReadSentence, first: int, last: int, kind: str) -> FoundMention | None:
        words = read.reading.words[first:last]
        text = self.article.text[words[0].start : words[-1].end]
        title = read.reading[first - 1].text.casefold().strip(".") if first else ""
        actor, method, score = self._actor(text, kind)
        if actor is None or (method == "seat" and _is_where(read, words)):
            return None
        actor.sex = actor.sex or _TITLES_OF.get(title)
        actor.last = read.sentence.sentence + (0.5 if words[-1].dep in _SUBJECTS else 0.0)
        if actor.kind == "person":
            actor.roles |= set(_roles_beside(read.reading, words))
        return self._mention(read, words[0].start, words[-1].end, actor, method, score)

    def _actor(self, text: str, kind: str) -> tuple[Named | None, str, float]:
        form = plain(text)
        if not form:
            return None, "", 0.0
        if len(form) == 1 and form[0] in self.families and kind in ("person", "organisation", "country"):
            return self.families[form[0]], "short form", 0.9
        found = resolve(text, self.day, self.known)
        if found and found.entry:
            sex = found.entry.sex
            return (
                self._kept(found.entry.kind, found.name, found.country, found, sex),
                found.method,
                found.score,
            )
        if found and found.kind == "country":
            return self._kept("country", found.name, found.country, found, None), found.method, found.score
        if kind in ("place", "country") or form in self.known.cities:
            return None, "", 0.0  # a town, a river: no actor as far as we know
        return self._kept(kind, text, found.country if found else None, found, None), "as named", 0.5

    def _kept(
        self, kind: str, name: str, country: str | None, found: ResolvedActor | None, sex: str | None
    ) -> Named:
        actor_id = content_id(
            "actor", kind, " ".join(plain(name)), country if found and found.entry else None
        )
        return self.actors.setdefault(actor_id, Named(actor_id, name, kind, found, sex))

    def _described(self, word: Word, read: ReadSentence) -> Iterator[FoundMention]:
        """A description by role, or a pronoun."""
        if word.tag in ("PRP", "PRP$"):
            if actor := self._by_pronoun(word, read):
                yield self._mention(read, word.start, word.end, actor, "pronoun", 0.6)
        elif word.pos == "NOUN" and plain(word.text) in self.known.roles:
            yield from self._by_role(word, read)

    def _by_pronoun(self, word: Word, read: ReadSentence) -> Named | None:
        form = word.text.casefold()
        sex = "m" if form in _HE else "f" if form in _SHE else None
        if sex is None:
            return None
        people = [
            (actor.last, actor.sex == sex, actor)
            for actor in self.actors.values()
            if actor.kind == "person"
            and actor.sex in (sex, None)
            and actor.last is not None
            and read.sentence.sentence - actor.last <= REACH
        ]
        return max(people, key=lambda found: found[:2], default=(0, False, None))[2]

    def _by_role(self, word: Word, read: ReadSentence) -> Iterator[FoundMention]:
        """The Chinese president: who is so called in this article, or whoever the dictionary knows as that."""
        span = [part for part in read.reading.subtree(word) if part.place <= word.place]
        start, end = span[0].start, word.end
        text = self.article.text[start:end]
        if any(part.pos == "PROPN" and part.place > word.place for part in read.reading.children(word)):
            return
        definite = span[0].text.casefold() in ("the", "his", "her", "its", "their") or len(span) > 1
        before = [
            (actor.last, actor)
            for actor in self.actors.values()
            if actor.kind == "person" and actor.last is not None and word.lemma.casefold() in actor.roles
        ]
        if definite and before:
            _, actor = max(before, key=lambda found: found[0])
            yield self._mention(read, start, end, actor, "role", 0.7)
            return
        found = resolve(text, self.day, self.known)
        if found is None:
            return
        actor = self._kept(
            found.entry.kind if found.entry else found.kind,
            found.name,
            found.country,
            found,
            found.entry.sex if found.entry else None,
        )
        actor.last = read.sentence.sentence + (0.5 if word.dep in _SUBJECTS else 0.0)
        yield self._mention(read, start, end, actor, found.method, found.score)

    def _mention(
        self, read: ReadSentence, start: int, end: int, actor: Named, method: str, score: float
    ) -> FoundMention:
        return FoundMention(
            Mention(
                article_id=self.article.article_id,
                sentence=read.sentence.sentence,
                start=start,
                end=end,
                text=self.article.text[start:end],
                kind=actor.kind,
                actor_id=actor.actor_id,
                method=method,
                score=score,
            ),
            actor,
        )


def _named_spans(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Named entities, without determiners, possessives and titles at their edges."""
    for words in reading.entities():
        kind = _KINDS.get(words[0].entity)
        if kind is None:
            continue
        first, last = words[0].place, words[-1].place + 1
        while first < last and (
            reading[first].pos == "DET"
            or plain(reading[first].text)[:1] in (("mr",), ("mrs",), ("ms",), ("dr",))
        ):
            first += 1
        while last > first and (reading[last - 1].tag == "POS" or not reading[last - 1].text[-1].isalnum()):
            last -= 1
        if first < last:
            yield first, last, kind


def _is_where(read: ReadSentence, words: Sequence[Word]) -> bool:
    """Whether a capital says where something is, and stands for nobody: in a dateline, after "in"."""
    reading = read.reading
    head = reading.head(words[-1])
    if head.text.casefold() in _WHERE or words[-1].dep in ("npadvmod", "ROOT"):
        return True
    before = reading[words[0].place - 1].text.casefold() if words[0].place else ""
    after = reading[words[-1].place + 1].text if words[-1].place + 1 < len(reading) else ""
    return before in _WHERE or (words[0].place == 0 and after in ("(", ",", "-", "\u2013", "\u2014", ":"))


def _roles_beside(reading: Reading, words: Sequence[Word]) -> Iterator[str]:
    """Lemmas of the nouns that say what a named person is: before the name, in apposition, after "is"."""
    head = max(
        words,
        key=lambda word: (word.head not in {w.place for w in words} or word.head == word.place, word.place),
    )
    for word in (*reading.children(head), reading.head(head)):
        if (
            word.pos in ("NOUN", "PROPN")
            and word.place not in {w.place for w in words}
            and word.dep in ("compound", "appos", "nmod", "attr", "ROOT")
        ):
            yield word.lemma.casefold()
