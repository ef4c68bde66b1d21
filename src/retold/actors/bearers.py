"""The actors of an article to the names of its report that they bear."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from retold.actors.actor_ids import name_words
from retold.actors.dictionary import Words
from retold.actors.name_repair import is_word
from retold.actors.rewritten import rewritten
from retold.model import NamedActor, RepairedForm

# How forms were resolved that are names; the others describe.
_NAMES = frozenset(("as named", "name", "short form", "title and name", "body"))


@dataclass(frozen=True, slots=True)
class ArticleNames:
    """The actors of an article as they were read, and the forms in which it has names of its report."""

    article_id: str
    named: tuple[NamedActor, ...]
    forms: tuple[RepairedForm, ...]


@dataclass(frozen=True, slots=True)
class Bearer:
    """An actor of an article and the form of a name that it has there; who has none of the report's bears its own.

    `name`: the words of the name. `whole`: the form is no shorter one. `composed`: parts of it that are other names
    were put right. `damages`: the actor's forms by their text to what happened to them.
    """

    named: NamedActor
    name: Words
    form: RepairedForm
    whole: bool
    composed: bool
    damages: dict[str, RepairedForm]


def bearers(names: ArticleNames) -> list[Bearer]:
    """The actors that bear names, each one name.

    An actor of the dictionary bears it by its name or any form it has there, another by its fullest. Who has two
    names, or has one only partly as somebody else there does, bears none.
    """
    known = _Forms(names.forms)
    found = [bearer for actor in names.named for bearer in _borne(actor, known)]
    return [bearer for bearer in found if _is_only(bearer, found)]


def _borne(actor: NamedActor, known: _Forms) -> Iterator[Bearer]:
    texts = [form.text for form in actor.forms if form.cause in _NAMES]
    if not texts:
        return
    asked = [actor.name, *texts] if actor.in_dictionary else [actor.name]
    best = _fullest([form for text in asked for form in known.matching(text, actor.kind)])
    composed = None if best or actor.in_dictionary else rewritten(actor.name, known.damaged)
    own = RepairedForm(actor.name, "body", actor.name, None, 1.0, actor.supports)
    if len({form.name for form in best}) < 2:
        form = best[0] if best else composed or own
        damages = known.of_name(form.name, texts, actor.kind)
        yield Bearer(
            actor,
            name_words(form.name),
            form,
            _is_whole(form),
            composed is not None,
            damages or {form.text: form},
        )


def _fullest(forms: Sequence[RepairedForm]) -> list[RepairedForm]:
    """Those with most words."""
    most = max((len(name_words(form.text)) for form in forms), default=0)
    return [form for form in forms if len(name_words(form.text)) == most]


def _is_whole(form: RepairedForm) -> bool:
    return form.cause != "shortened" and len(name_words(form.text)) >= len(name_words(form.name))


def _is_only(bearer: Bearer, every: Sequence[Bearer]) -> bool:
    """Whether no other actor of the article bears the name of which this one has more or less than a form."""
    if name_words(bearer.form.text) == name_words(bearer.named.name) or bearer.named.in_dictionary:
        return True
    return all(other is bearer or other.name != bearer.name for other in every)


class _Forms:
    """The forms of an article's names, found by a text."""

    def __init__(self, forms: Sequence[RepairedForm]) -> None:
        self.by_words: dict[Words, list[RepairedForm]] = {}
        for form in filter(_names_alone, forms):
            self.by_words.setdefault(name_words(form.text), []).append(form)
        self.persons = [words for words, found in self.by_words.items() if _is_full_person(words, found)]
        self.damaged = {
            words: found[0]
            for words, found in self.by_words.items()
            if len(found) == 1 and found[0].cause not in (None, "shortened")
        }

    def matching(self, text: str, kind: str) -> list[RepairedForm]:
        """The forms that are the text; else, of a person, those with a word more or less at one end."""
        words = name_words(text)
        if words in self.by_words:
            return self.by_words[words]
        if kind != "person" or len(words) == 1:
            return []
        return [form for other in self.persons if _part_of(words, other) for form in self.by_words[other]]

    def of_name(self, name: str, texts: Sequence[str], kind: str) -> dict[str, RepairedForm]:
        """Of the texts those that are forms of the name."""
        return {text: form for text in texts for form in self.matching(text, kind) if form.name == name}


def _names_alone(form: RepairedForm) -> bool:
    """Whether the form says by itself who is meant: a surname does, the Senate is not each of its committees."""
    if form.cause != "shortened":
        return True
    return form.kind == "person" and not any(map(is_word, name_words(form.name)))


def _is_full_person(words: Words, forms: Sequence[RepairedForm]) -> bool:
    return len(words) > 1 and all(form.kind == "person" for form in forms)


def _part_of(ours: Words, theirs: Words) -> bool:
    """Whether one begins or ends with the other: Moon Jae and Moon Jae-in, Pastor Theresa May and Theresa May."""
    short, long = sorted((ours, theirs), key=len)
    return long[: len(short)] == short or long[-len(short) :] == short
