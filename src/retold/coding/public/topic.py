"""An article to how much of it is about politics, and what that makes of the confidence in its events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from retold.actors.mentions import FoundMention
from retold.coding.states import is_political
from retold.model import EventMention

# In shorter texts the share says nothing.
_LEAST_SENTENCES = 5
# Of 792 events judged in 162 real articles (bench/judged.py), .12 were right in articles with less than a fifth of
# political sentences; with less than half, .48 of those with a political party and .20 of the others; .52 elsewhere.
_FEW, _SEVERAL = 0.2, 0.5
_ELSEWHERE, _NOBODY = 0.5, 0.6


@dataclass(frozen=True, slots=True)
class Topic:
    """`share`: of the article's sentences, how many name a state or one of its bodies, parties or armed groups.

    1 for a text too short to tell. `political`: the ids of those named.
    """

    share: float
    political: frozenset[str]

    def weighed(self, event: EventMention) -> EventMention:
        """The event with the confidence that it deserves in such an article."""
        if self.share < _FEW:
            weight = _ELSEWHERE
        elif self.share < _SEVERAL and self.political.isdisjoint((*event.sources, *event.targets)):
            weight = _NOBODY
        else:
            return event
        return replace(event, confidence=event.confidence * weight)


def topic_of(sentences: int, mentions: Sequence[FoundMention], known: frozenset[str]) -> Topic:
    """The topic of an article with so many sentences; known: the ids of states, which may be inferred."""
    political = [one for one in mentions if is_political(one)]
    named = frozenset(one.mention.actor_id for one in political if one.mention.actor_id)
    telling = len({one.mention.sentence for one in political})
    share = telling / sentences if sentences >= _LEAST_SENTENCES else 1.0
    return Topic(share, named | known)
