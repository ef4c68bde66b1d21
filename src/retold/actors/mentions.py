"""An article to the places that name an actor, and which actor each of them names.

Names are taken from the parse and from the dictionary, descriptions by their roles, and pronouns. Within an article
short forms, descriptions and pronouns lead back to the actor named before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from retold.actors.actor_ids import actor_id
from retold.actors.descriptions import descriptions, head_of, noun_phrase, roles_beside
from retold.actors.dictionary import Dictionary, dictionary, plain
from retold.actors.name_spans import is_where, name_spans
from retold.actors.resolving import ResolvedActor, resolve
from retold.model import Mention
from retold.reading.article import ReadArticle, ReadSentence
from retold.reading.parse import Reading, Word

_HE, _SHE = frozenset(("he", "him", "his", "himself")), frozenset(("she", "her", "hers", "herself"))
_TITLES_OF = {
    **dict.fromkeys(("mr", "sir", "lord", "king", "prince"), "m"),
    **dict.fromkeys(("mrs", "ms", "miss", "queen", "princess", "dame", "lady"), "f"),
}
# What stands before the words that describe somebody: the, two, more than 100, his.
_COUNTS = frozenset(("det", "nummod", "poss", "advmod", "quantmod", "predet"))
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
        # Who is named in the sentence that is read, by the place of the name's head.
        self.named_at: dict[int, Named] = {}

    def mentions(self) -> Iterator[FoundMention]:
        """All mentions in order."""
        self._learn_names()
        for sentence in self.article.sentences:
            if sentence.sentence.kind in ("body", "heading"):
                yield from self._of(sentence)

    def _learn_names(self) -> None:
        """Full names first, wherever they stand: a heading has the surname alone, before the text says whose."""
        for read in self.article.sentences:
            for first, (last, kind) in name_spans(read.reading, self.known).items():
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
        spans = name_spans(read.reading, self.known)
        self.named_at = {}
        inside = {place for start, (end, _) in spans.items() for place in range(start, end)}
        for word in read.reading.words:
            if word.place in spans:
                end, kind = spans[word.place]
                if found := self._name(read, word.place, end, kind):
                    yield found
            elif word.place not in inside:
                yield from self._described(word, read)

    def _name(self, read: ReadSentence, first: int, last: int, kind: str) -> FoundMention | None:
        words = read.reading.words[first:last]
        text = self.article.text[words[0].start : words[-1].end]
        title = read.reading[first - 1].text.casefold().strip(".") if first else ""
        actor, method, score = self._actor(text, kind)
        if actor is None or (method == "seat" and is_where(read.reading, words)):
            return None
        actor.sex = actor.sex or _TITLES_OF.get(title)
        actor.last = read.sentence.sentence + (0.5 if words[-1].dep in _SUBJECTS else 0.0)
        if actor.kind == "person":
            actor.roles |= {*roles_beside(read.reading, words), *self._titles(actor)}
            self.named_at[head_of(words).place] = actor
            if actor.resolved is None:
                actor.resolved = self._as_described(actor, read.reading, words)
        return self._mention(read, words[0].start, words[-1].end, actor, method, score)

    def _actor(self, text: str, kind: str) -> tuple[Named | None, str, float]:
        form = plain(text)
        if not form:
            return None, "", 0.0
        if len(form) == 1 and form[0] in self.families and form not in self.known.nations:
            return self.families[form[0]], "short form", 0.9
        found = resolve(text, self.day, self.known)
        if kind == "person" and found and not found.entry:
            found = None  # "Fiona Church": the words of a person's name describe nobody
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

    def _as_described(self, actor: Named, reading: Reading, words: Sequence[Word]) -> ResolvedActor | None:
        """Country and sectors of somebody whom the dictionary does not know, from the words beside the name."""
        phrases = (
            self.article.text[found[0].start : found[-1].end]
            for found in descriptions(reading, words)
            if found
        )
        told = [found for phrase in phrases if (found := resolve(phrase, self.day, self.known))]
        if not told:
            return None
        return replace(
            told[0],
            name=actor.name,
            kind=actor.kind,
            country=next((found.country for found in told if found.country), None),
            sectors=next((found.sectors for found in told if found.sectors), ()),
            entry=None,
        )

    def _kept(
        self, kind: str, name: str, country: str | None, found: ResolvedActor | None, sex: str | None
    ) -> Named:
        own_id = actor_id(kind, name, country if found and found.entry else None)
        return self.actors.setdefault(own_id, Named(own_id, name, kind, found, sex))

    def _described(self, word: Word, read: ReadSentence) -> Iterator[FoundMention]:
        """A description by role, or a pronoun."""
        if word.tag in ("PRP", "PRP$"):
            if actor := self._by_pronoun(word, read):
                yield self._mention(read, word.start, word.end, actor, "pronoun", 0.6)
        elif word.lemma == "counterpart":
            yield from self._counterpart(word, read)
        elif word.pos in ("NOUN", "PROPN") and not word.entity and plain(word.text) in self.known.roles:
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
        span = noun_phrase(read.reading, word)
        start, end = span[0].start, word.end
        text = self.article.text[start:end]
        if self._stands_before_a_name(word, read.reading):
            return
        if actor := self._named_beside(word, read.reading):
            yield self._mention(read, start, end, actor, "role", 0.8)
            return
        found = resolve(text, self.day, self.known)
        definite = span[0].text.casefold() in ("the", "his", "her", "its", "their") or len(span) > 1
        if definite and not (found and found.entry):
            before = self._last_named(found.country if found else None, role=word.lemma.casefold())
            if before:
                before.last = read.sentence.sentence + (0.5 if word.dep in _SUBJECTS else 0.0)
                yield self._mention(read, start, end, before, "role", 0.7)
                return
        if found is None:
            return
        actor = self._kept(*_kind_and_name(found, span), found.country, found, _sex(found))
        actor.last = read.sentence.sentence + (0.5 if word.dep in _SUBJECTS else 0.0)
        yield self._mention(read, start, end, actor, found.method, found.score)

    def _counterpart(self, word: Word, read: ReadSentence) -> Iterator[FoundMention]:
        """His Russian counterpart: of the country's persons in this article, or of all others, the last named."""
        span = noun_phrase(read.reading, word)
        text = self.article.text[span[0].start : word.end]
        found = resolve(text, self.day, self.known)
        owner = self._by_pronoun(span[0], read) if span[0].tag == "PRP$" else None
        if actor := self._last_named(found.country if found else None, but=owner):
            yield self._mention(read, span[0].start, word.end, actor, "role", 0.6)

    def _last_named(
        self, country: str | None, *, role: str | None = None, but: Named | None = None
    ) -> Named | None:
        """The person named last who has the role, if one is asked, and is of the country, as far as that is known."""
        people = [
            (actor.last, actor)
            for actor in self.actors.values()
            if actor.kind == "person"
            and actor.last is not None
            and actor is not but
            and (role is None or role in actor.roles)
            and country in (None, (actor.resolved and actor.resolved.country) or country)
        ]
        return max(people, key=lambda found: found[0], default=(0, None))[1]

    def _titles(self, actor: Named) -> Iterator[str]:
        """The words of the offices that a person of the dictionary holds on the article's day."""
        entry = actor.resolved.entry if actor.resolved else None
        if entry and self.day:
            for term in entry.terms:
                if term.period.holds(self.day):
                    yield from plain(term.title)

    def _named_beside(self, word: Word, reading: Reading) -> Named | None:
        """Whom a noun describes that stands in apposition to a name, or after it and "is"."""
        above = reading.head(word)
        if word.dep == "appos":
            return self.named_at.get(above.place)
        subject = reading.child(above, "nsubj") if word.dep == "attr" and above.lemma == "be" else None
        return self.named_at.get(subject.place) if subject else None

    def _stands_before_a_name(self, word: Word, reading: Reading) -> bool:
        """Whether the noun belongs to the name that follows: Finnish researcher Aino Laaksonen."""
        if any(part.pos == "PROPN" and part.place > word.place for part in reading.children(word)):
            return True
        above = reading.head(word)
        return word.dep in ("compound", "nmod") and above.place > word.place and above.entity == "PERSON"

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


def _kind_and_name(found: ResolvedActor, span: Sequence[Word]) -> tuple[str, str]:
    """Of somebody described: the phrase without its article, number or owner; a noun in the plural names a group."""
    if found.entry:
        return found.entry.kind, found.name
    words = list(span)
    while len(words) > 1 and (words[0].pos in ("DET", "NUM") or words[0].dep in _COUNTS):
        words.pop(0)
    plural = found.kind == "person" and span[-1].tag == "NNS"
    name = " ".join(word.text for word in words)
    return "group" if plural else found.kind, name


def _sex(found: ResolvedActor) -> str | None:
    return found.entry.sex if found.entry else None
