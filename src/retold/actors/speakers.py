"""Statements to the actors who made them and to whom they were made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from retold.actors.dictionary import plain
from retold.actors.mentions import FoundMention
from retold.model import Span, Statement
from retold.reading.statements import FoundStatement


def with_actors(found: Sequence[FoundStatement], mentions: Sequence[FoundMention]) -> list[Statement]:
    """The statements with `speaker_id` and `addressee_id`, as far as the article's mentions tell."""
    named = [one for one in mentions if one.actor is not None]
    return [
        replace(
            one.statement,
            speaker_id=_speaker(one, named),
            addressee_id=_addressee(one, named),
        )
        for one in found
    ]


def _speaker(found: FoundStatement, mentions: Sequence[FoundMention]) -> str | None:
    """The actor named where the speaker's fullest name stands, where the speaker does, or by that name anywhere."""
    told = found.statement
    spans = [found.resolved_span]
    if told.speaker_start is not None and told.speaker_end is not None:
        spans.append(Span(told.speaker_start, told.speaker_end))
    for span in spans:
        if span is not None and (actor_id := _named_within(span, mentions)):
            return actor_id
    wanted = plain(found.resolved or "")
    return next(
        (one.mention.actor_id for one in mentions if wanted and plain(one.mention.text) == wanted), None
    )


def _named_within(span: Span, mentions: Sequence[FoundMention]) -> str | None:
    """Of the mentions that touch a span a person's before others', and of these the longest."""
    touching = [
        (
            one.mention.kind == "person",
            one.mention.end - one.mention.start,
            -one.mention.start,
            one.mention.actor_id,
        )
        for one in mentions
        if one.mention.start < span.end and span.start < one.mention.end
    ]
    return max(touching, key=lambda found: found[:3])[3] if touching else None


def _addressee(found: FoundStatement, mentions: Sequence[FoundMention]) -> str | None:
    """The actor of the sentence whose name is among the words for the addressee."""
    wanted = plain(found.addressee or "")
    own = [one for one in mentions if one.mention.sentence == found.statement.sentence]
    return next(
        (one.mention.actor_id for one in own if wanted and _holds(wanted, plain(one.mention.text))), None
    )


def _holds(words: Sequence[str], part: Sequence[str]) -> bool:
    count = len(part)
    return count > 0 and any(
        tuple(words[at : at + count]) == tuple(part) for at in range(len(words) - count + 1)
    )
