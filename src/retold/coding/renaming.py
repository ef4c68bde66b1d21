"""Events under the names that a report has put right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from retold.model import EventMention


def renamed(event: EventMention, links: Mapping[str, str]) -> EventMention:
    """The event with its actors' ids put right; links: from an id to the right one."""
    return replace(
        event,
        sources=_right(event.sources, links),
        targets=_right(event.targets, links),
        arguments=tuple(
            replace(one, actor_id=links.get(one.actor_id, one.actor_id)) if one.actor_id else one
            for one in event.arguments
        ),
    )


def _right(ids: Iterable[str], links: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(links.get(one, one) for one in ids))
