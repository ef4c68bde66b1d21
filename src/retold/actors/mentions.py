"""An article to the places that name an actor, and which actor each of them names.

Names are taken from the parse and from the dictionary, descriptions by their roles, and pronouns. Within an article
short forms, descriptions and pronouns lead back to the actor named before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from retold.actors.cast import Cast, Named
from retold.actors.dictionary import Dictionary, dictionary, plain
from retold.actors.mention_places import (
    CounterpartPlace,
    NamePlace,
    Place,
    PronounPlace,
    RolePlace,
    places_in,
)
from retold.actors.resolving import ResolvedActor, resolve
from retold.actors.thing_pronouns import ThingPlace, main_subject
from retold.model import Mention, Sentence
from retold.reading.article import ReadArticle, ReadSentence
from retold.reading.parse import Word

_TITLES_OF = {
    **dict.fromkeys(("mr", "sir", "lord", "king", "prince"), "m"),
    **dict.fromkeys(("mrs", "ms", "miss", "queen", "princess", "dame", "lady"), "f"),
}
# What stands before the words that describe somebody: the, two, more than 100, his.
_COUNTS = frozenset(("det", "nummod", "poss", "advmod", "quantmod", "predet"))
INFERRED = "inferred"
"""The method of an actor whom nothing names where an event needs one."""


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
        self.cast = Cast()
        self.families: dict[str, Named] = {}

    def mentions(self) -> Iterator[FoundMention]:
        """All mentions in order."""
        self._learn_names()
        for read in self.article.sentences:
            if read.sentence.kind in ("body", "heading"):
                yield from self._of(read)

    def _places(self, read: ReadSentence) -> tuple[Place, ...]:
        return places_in(read.wording, read.sentence.text, self.known)

    def _learn_names(self) -> None:
        """Full names first, wherever they stand: a heading has the surname alone, before the text says whose."""
        for read in self.article.sentences:
            for place in self._places(read):
                if isinstance(place, NamePlace) and place.kind == "person" and place.several:
                    actor, _, _ = self._actor(place.text, place.kind)
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
        sentence = read.sentence
        for place in self._places(read):
            if isinstance(place, NamePlace):
                found = self._name(sentence, place)
            elif isinstance(place, PronounPlace):
                found = self._pronoun(sentence, place)
            elif isinstance(place, ThingPlace):
                found = self._thing(sentence, place)
            elif isinstance(place, RolePlace):
                found = self._by_role(sentence, place)
            else:
                found = self._counterpart(sentence, place)
            if found:
                yield found
        self.cast.next_sentence(main_subject(read.wording))

    def _name(self, sentence: Sentence, place: NamePlace) -> FoundMention | None:
        actor, method, score = self._actor(place.text, place.kind)
        if actor is None or (method == "seat" and place.says_where):
            return None
        actor.sex = actor.sex or _TITLES_OF.get(place.title)
        actor.last = _last(sentence, place.subject)
        self.cast.named_at[place.head] = actor
        if actor.kind == "person":
            actor.roles |= {*place.roles, *self._titles(actor)}
            if actor.resolved is None:
                actor.resolved = self._as_described(actor, place.phrases)
        return self._mention(sentence, place, actor, method, score)

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
                self.cast.kept(found.entry.kind, found.name, found.country, found, sex),
                found.method,
                found.score,
            )
        if found and found.kind == "country":
            return (
                self.cast.kept("country", found.name, found.country, found, None),
                found.method,
                found.score,
            )
        if kind in ("place", "country") or form in self.known.cities:
            return None, "", 0.0  # a town, a river: no actor as far as we know
        return self.cast.kept(kind, text, found.country if found else None, found, None), "as named", 0.5

    def _as_described(self, actor: Named, phrases: Sequence[str]) -> ResolvedActor | None:
        """Country and sectors of somebody whom the dictionary does not know, from the words beside the name."""
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

    def _home(self, name: str) -> str | None:
        """The country of a place."""
        found = resolve(name, self.day, self.known)
        return (found.country if found else None) or self.known.cities.get(plain(name))

    def _pronoun(self, sentence: Sentence, place: PronounPlace) -> FoundMention | None:
        sent = filter(None, map(self.cast.person_at, place.sent))
        actor = next((one for one in sent if one.sex in (place.sex, None)), None)
        actor = actor or self.cast.of_sex(place.sex, sentence.sentence)
        return self._mention(sentence, place, actor, "pronoun", 0.6) if actor else None

    def _thing(self, sentence: Sentence, place: ThingPlace) -> FoundMention | None:
        actor = self.cast.thing(place.before, place.state)
        if actor is None:
            return None
        self.cast.named_at[place.head] = actor
        return self._mention(sentence, place, actor, "pronoun", 0.5)

    def _by_role(self, sentence: Sentence, place: RolePlace) -> FoundMention | None:
        """The Chinese president: who is so called in this article, or whoever the dictionary knows as that."""
        actor = self.cast.person_at(place.beside)
        if actor:
            return self._mention(sentence, place, actor, "role", 0.8)
        found = resolve(place.text, self.day, self.known)
        if place.definite and not (found and found.entry):
            before = self.cast.last_named(found.country if found else None, role=place.role)
            if before:
                before.last = _last(sentence, place.subject)
                return self._mention(sentence, place, before, "role", 0.7)
        if found is None:
            return None
        home = self._home(place.where) if place.where and not found.entry and not found.country else None
        found = replace(found, country=found.country or home)
        actor = self.cast.kept(*_kind_and_name(found, place.phrase), found.country, found, _sex(found), home)
        actor.last = _last(sentence, place.subject)
        self.cast.named_at[place.phrase[-1].place] = actor
        return self._mention(sentence, place, actor, found.method, found.score)

    def _counterpart(self, sentence: Sentence, place: CounterpartPlace) -> FoundMention | None:
        """His Russian counterpart: of the country's persons in this article, or of all others, the last named."""
        found = resolve(place.text, self.day, self.known)
        owner = self.cast.of_sex(place.owner, sentence.sentence) if place.owner else None
        actor = self.cast.last_named(found.country if found else None, other_than=owner)
        return self._mention(sentence, place, actor, "role", 0.6) if actor else None

    def _titles(self, actor: Named) -> Iterator[str]:
        """The words of the offices that a person of the dictionary holds on the article's day."""
        entry = actor.resolved.entry if actor.resolved else None
        if entry and self.day:
            for term in entry.terms:
                if term.period.holds(self.day):
                    yield from plain(term.title)

    def _mention(
        self, sentence: Sentence, place: Place, actor: Named, method: str, score: float
    ) -> FoundMention:
        return FoundMention(
            Mention(
                article_id=self.article.article_id,
                sentence=sentence.sentence,
                start=sentence.start + place.start,
                end=sentence.start + place.end,
                text=sentence.text[place.start : place.end],
                kind=actor.kind,
                actor_id=actor.actor_id,
                method=method,
                score=score,
            ),
            actor,
        )


def _last(sentence: Sentence, subject: bool) -> float:
    """When somebody was named, as `Named.last` has it."""
    return sentence.sentence + (0.5 if subject else 0.0)


def _kind_and_name(found: ResolvedActor, span: Sequence[Word]) -> tuple[str, str]:
    """Of somebody described: the phrase without its article, number or owner; a noun in the plural names a group."""
    if found.entry:
        return found.entry.kind, found.name
    words = list(span)
    while len(words) > 1 and (words[0].pos in ("DET", "NUM", "PART") or words[0].dep in _COUNTS):
        words.pop(0)
    plural = found.kind == "person" and span[-1].tag == "NNS"
    name = " ".join(word.text for word in words)
    return "group" if plural else found.kind, name


def _sex(found: ResolvedActor) -> str | None:
    return found.entry.sex if found.entry else None
