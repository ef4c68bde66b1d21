"""The actors of a report's articles to those that its repaired names name: one for all tellings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from retold.actors.actor_ids import actor_id, name_words
from retold.actors.bearers import ArticleNames, Bearer, bearers
from retold.actors.dictionary import Words
from retold.model import NamedActor, NameDamage, NameForm


@dataclass(frozen=True, slots=True)
class ActorLink:
    """That an actor an article names is another; `certainty`, 0 to 1: how sure that is."""

    article_id: str
    found_id: str
    actor_id: str
    kind: str
    certainty: float


@dataclass(frozen=True, slots=True)
class RepairedActors:
    """The actors of a report that are named otherwise somewhere: in each article, and which of its own they were."""

    named: tuple[NamedActor, ...]
    links: tuple[ActorLink, ...]


def repaired_actors(articles: Iterable[ArticleNames]) -> RepairedActors:
    """The actors of the articles of one report, in any order.

    Who bears one repaired name is one actor: that of the dictionary if there is one, whose names nothing changes.
    When the dictionary has two it is no one name, and all stay as they were read.
    """
    by_name: dict[Words, list[Bearer]] = {}
    supporters: dict[Words, set[str]] = {}
    for article in articles:
        for bearer in bearers(article):
            by_name.setdefault(bearer.name, []).append(bearer)
        for form in article.forms:
            if form.supports:
                supporters.setdefault(name_words(form.name), set()).add(article.article_id)
    named: list[NamedActor] = []
    links: list[ActorLink] = []
    for name in sorted(by_name):
        every = sorted(by_name[name], key=lambda bearer: (bearer.named.article_id, bearer.named.actor_id))
        actor = _known(every) if any(_is_known(bearer) for bearer in every) else _unknown(every)
        own = [bearer for bearer in every if actor and _becomes(bearer, actor)]
        if actor and not _all_as_read(own):
            named += _named(actor, own)
            named += _unread(actor, own, supporters.get(name, set()))
            links += _links(actor, own)
    return RepairedActors(tuple(_merged(named)), tuple(links))


def _merged(named: Iterable[NamedActor]) -> Iterator[NamedActor]:
    """Each actor once in an article, by whichever names it was found."""
    found: dict[tuple[str, str], list[NamedActor]] = {}
    for row in named:
        found.setdefault((row.article_id, row.actor_id), []).append(row)
    for rows in found.values():
        forms = {form for row in rows for form in row.forms}
        yield replace(
            rows[0],
            forms=tuple(sorted(forms, key=lambda form: (form.text, form.cause))),
            supports=any(row.supports for row in rows),
        )


def _all_as_read(every: Sequence[Bearer]) -> bool:
    """Whether all have one name and nothing is to be put right: it is undamaged, or nobody else has it so."""
    if len({bearer.named.actor_id for bearer in every}) > 1:
        return False
    return all(
        bearer.composed or all(form.cause is None for form in bearer.damages.values()) for bearer in every
    )


def _is_known(bearer: Bearer) -> bool:
    """Whether the dictionary knows who that is, by more than a surname that others have too."""
    return bearer.whole and bearer.named.in_dictionary


def _becomes(bearer: Bearer, actor: NamedActor) -> bool:
    """Whether the bearer is that actor: nobody of the dictionary is another."""
    return not bearer.named.in_dictionary or bearer.named.actor_id == actor.actor_id


def _known(every: Sequence[Bearer]) -> NamedActor | None:
    """The one actor of the dictionary."""
    known = {bearer.named.actor_id: bearer.named for bearer in reversed(every) if _is_known(bearer)}
    return next(iter(known.values())) if len(known) == 1 else None


def _unknown(every: Sequence[Bearer]) -> NamedActor | None:
    """An actor the dictionary does not have, under the best attested name, what it is by those who have it whole."""
    own = [bearer for bearer in every if not bearer.named.in_dictionary]
    best = [bearer for bearer in own if bearer.whole] or own
    if not best:
        return None
    written = _most(bearer.named.name for bearer in best if bearer.form.cause is None)
    written = written or min(bearer.form.name for bearer in best)
    kinds = Counter(bearer.named.kind for bearer in best)
    kind = min(kinds, key=lambda kind: (-kinds[kind], kind != "person", kind))
    country = _most(bearer.named.country for bearer in best)
    like = next((bearer.named for bearer in best if bearer.named.sectors), best[0].named)
    return replace(
        like, actor_id=actor_id(kind, written), name=written, kind=kind, country=country, in_dictionary=False
    )


def _most(values: Iterable[str | None]) -> str | None:
    """The commonest value that is known."""
    counted = Counter(value for value in values if value is not None)
    return min(counted, key=lambda value: (-counted[value], value)) if counted else None


def _links(actor: NamedActor, every: Sequence[Bearer]) -> Iterator[ActorLink]:
    """As sure as the bearer's form, and as the surest of those that were read as the actor."""
    own = [bearer.form.certainty for bearer in every if bearer.named.actor_id == actor.actor_id]
    for bearer in every:
        yield ActorLink(
            bearer.named.article_id,
            bearer.named.actor_id,
            actor.actor_id,
            actor.kind,
            min(bearer.form.certainty, max(own, default=1.0)),
        )


def _named(actor: NamedActor, every: Sequence[Bearer]) -> list[NamedActor]:
    """The actor in each article, with the forms in which each that is it stands there."""
    causes = _causes_beside_the_dictionary(actor, every)
    return [
        replace(
            actor,
            article_id=bearer.named.article_id,
            forms=tuple(_forms(bearer, causes)),
            supports=_supports(bearer, actor),
        )
        for bearer in every
    ]


def _unread(actor: NamedActor, every: Sequence[Bearer], supporters: Set[str]) -> list[NamedActor]:
    """The actor in articles that attest the name though nobody was found there to bear it; without forms."""
    if actor.in_dictionary:
        return []
    missing = supporters - {bearer.named.article_id for bearer in every}
    return [replace(actor, article_id=article_id, forms=(), supports=True) for article_id in sorted(missing)]


def _supports(bearer: Bearer, actor: NamedActor) -> bool:
    if actor.in_dictionary:
        return bearer.named.in_dictionary and bearer.named.supports
    return bearer.form.supports


def _forms(bearer: Bearer, causes: Mapping[str, NameDamage | None]) -> Iterator[NameForm]:
    for form in bearer.named.forms:
        damage = bearer.damages.get(form.text)
        cause = causes.get(damage.text, damage.cause) if damage else None
        # A short form that is read as one says more than that it is shorter.
        kept = cause is None or (cause == "shortened" and form.cause != "as named")
        yield form if kept else NameForm(form.text, cause or form.cause)


def _causes_beside_the_dictionary(actor: NamedActor, every: Sequence[Bearer]) -> dict[str, NameDamage | None]:
    """What happened to forms when the dictionary has another than the best attested: that is damaged then."""
    if not actor.in_dictionary:
        return {}
    right = {bearer.form.text: bearer.form for bearer in every if bearer.named.in_dictionary and bearer.whole}
    causes: dict[str, NameDamage | None] = dict.fromkeys(right)
    if all(form.cause is not None for form in right.values()):
        surest = max(right.values(), key=lambda form: (form.certainty, form.text))
        causes[surest.name] = surest.cause
    return causes
