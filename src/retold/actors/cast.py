"""The actors of an article as far as it was read: who is meant where nobody is named."""

from __future__ import annotations

from dataclasses import dataclass, field

from retold.actors.actor_ids import actor_id
from retold.actors.resolving import ResolvedActor

# Sentences back in which a pronoun's person is looked for.
REACH = 5
# What "it" may stand for.
_THINGS = frozenset(("country", "organisation", "armed_group", "military"))


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


class Cast:
    """Remembers who was named."""

    def __init__(self) -> None:
        self.actors: dict[str, Named] = {}
        # Who is named in the sentence that is read, by the place of the name's head.
        self.named_at: dict[int, Named] = {}
        # What the sentence before is about.
        self.topic: Named | None = None

    def next_sentence(self, main_subject: int | None) -> None:
        """Leaves the sentence that was read; main_subject: the place of its main verb's subject."""
        self.topic = None if main_subject is None else self.named_at.get(main_subject)
        self.named_at = {}

    def person_at(self, place: int | None) -> Named | None:
        """The person named at a place of the sentence."""
        found = None if place is None else self.named_at.get(place)
        return found if found and found.kind == "person" else None

    def thing(self, before: int | None, state: bool) -> Named | None:
        """The state or organisation that a subject named: that at `before`, or of the last sentence's main verb."""
        found = self.topic if before is None else self.named_at.get(before)
        kinds = frozenset(("country",)) if state else _THINGS
        return found if found and found.kind in kinds else None

    def kept(
        self,
        kind: str,
        name: str,
        country: str | None,
        found: ResolvedActor | None,
        sex: str | None,
        home: str | None = None,
    ) -> Named:
        """home: the country of somebody described, which tells protesters in Cairo and in Paris apart."""
        own_id = actor_id(kind, name, country if found and found.entry else home)
        return self.actors.setdefault(own_id, Named(own_id, name, kind, found, sex))

    def of_sex(self, sex: str, sentence: int) -> Named | None:
        """The person of that sex, as far as it is known, who was named last."""
        people = [
            (actor.last, actor.sex == sex, actor)
            for actor in self.actors.values()
            if actor.kind == "person"
            and actor.sex in (sex, None)
            and actor.last is not None
            and sentence - actor.last <= REACH
        ]
        return max(people, key=lambda found: found[:2], default=(0, False, None))[2]

    def last_named(
        self, country: str | None, *, role: str | None = None, other_than: Named | None = None
    ) -> Named | None:
        """The person named last who has the role, if one is asked, and is of the country, as far as that is known.

        Of those that are other than somebody, the ones who have a role with them come first.
        """
        people = [
            (bool(other_than and other_than.roles & actor.roles), actor.last, actor)
            for actor in self.actors.values()
            if actor.kind == "person"
            and actor.last is not None
            and actor is not other_than
            and (role is None or role in actor.roles)
            and country in (None, (actor.resolved and actor.resolved.country) or country)
        ]
        return max(people, key=lambda found: found[:2], default=(False, 0, None))[2]
