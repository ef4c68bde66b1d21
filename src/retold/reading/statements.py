"""An article to its statements: who said what, to whom, through what.

`statements_in` gives the rows of the table; `found_statements` gives them with what the table has no column for.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from retold.identity import content_id
from retold.model import Span, Statement, StatementKind
from retold.reading.article import ReadArticle
from retold.reading.quotations import Quotation
from retold.reading.speakers_cast import cast_of
from retold.reading.speakers_resolved import Resolved, Resolver
from retold.reading.statement_channels import CHANNELS, channel_of
from retold.reading.statement_draft import Draft
from retold.reading.statement_quotations import touching
from retold.reading.statements_found import drafts_on
from retold.reading.statements_page import Page

# How far before and behind a cue its channel is looked for.
_AROUND = 160
# Pieces that begin before a stretch and may reach into it: one, or two where they overlap.
_BEFORE = 3
_ABSENT = re.compile(
    r"\b(?:this|that|the) (?:\w+ ){0,2}(?:statement|remark|line|comment|quote|quotation|sentence|phrase|passage)s? "
    r"(?:did not|didn['’]t|does not|do not|doesn['’]t|was not|were not|wasn['’]t|is not|was|were|went) "
    r"(?:\w+ )??(?:appear|show up|figure|feature|found|included|mentioned|reported|carried|absent|missing|omitted|"
    r"unreported|left out)(?:ed)?\b(?: (?:in|from|by|on) (?P<where>[^.;,]{3,120}))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FoundStatement:
    """A statement and whose it is as far as the article tells.

    `resolved`: the fullest name in the article that the speaker's words lead to, and `resolved_span` its place: of a
    pronoun the person, of a floating quotation the last speaker. `addressee`: the words for whom it was said to.
    `negated`: that someone did not say or refused to say it. `absent_from`: reports that are said not to have it.
    """

    statement: Statement
    resolved: str | None
    resolved_span: Span | None
    addressee: str | None
    negated: bool
    absent_from: str | None


def statements_in(article: ReadArticle) -> list[Statement]:
    """The statements of an article in the order of their content; actors are not resolved yet."""
    return [found.statement for found in found_statements(article)]


def found_statements(article: ReadArticle) -> list[FoundStatement]:
    """The same, each with whom it leads to within the article."""
    page = Page(article)
    drafts = drafts_on(page)
    resolver = Resolver(article, cast_of(article))
    pieces = sorted((piece for draft in drafts for piece in draft.pieces), key=tuple)
    return _with_absences(page, [_found(article, page, draft, resolver, pieces) for draft in drafts])


def _found(
    article: ReadArticle, page: Page, draft: Draft, resolver: Resolver, pieces: Sequence[Span]
) -> FoundStatement:
    text = article.text
    who = _resolved(draft, resolver)
    around = _around(page, draft, pieces)
    channel = channel_of(around) if around else None
    reporter = draft.reporter
    addressee = _words(text, draft.addressee)
    if addressee is not None:
        channel = CHANNELS.outlet(f"told {addressee}") or channel
    if channel is None and reporter is not None:
        channel = channel_of(text[reporter.span.start : reporter.span.end])
    hull = draft.hull
    voice = draft.voice if not draft.carried else None
    speaker = voice.span if voice is not None else None
    if draft.named is not None and draft.attribution is not None:
        speaker = Span(draft.attribution.start, draft.attribution.start + len(draft.named))
    statement = Statement(
        statement_id=content_id("statement", article.article_id, str(hull.start), str(hull.end), draft.lemma),
        article_id=article.article_id,
        sentence=page.sentence_at(hull.start, draft.place),
        kind=_kind(text, draft, page.quotations),
        manner=draft.manner,
        content_start=hull.start,
        content_end=hull.end,
        content=text[hull.start : hull.end],
        pieces=draft.pieces,
        cue=text[draft.cue.start : draft.cue.end] if draft.cue is not None else None,
        speaker_start=speaker.start if speaker else None,
        speaker_end=speaker.end if speaker else None,
        speaker=text[speaker.start : speaker.end] if speaker else None,
        speaker_id=None,
        role=_words(text, who.role if who else None),
        affiliation=_words(text, who.affiliation if who else None),
        addressee_id=None,
        channel=channel,
        reported_by=_words(text, reporter.span if reporter else None),
        utterance_id=None,
    )
    span = who.span if who is not None else None
    return FoundStatement(statement, who.name if who else None, span, addressee, draft.negated, None)


def _resolved(draft: Draft, resolver: Resolver) -> Resolved | None:
    if draft.named is not None and draft.attribution is not None:
        start = draft.attribution.start
        return Resolved(draft.named, Span(start, start + len(draft.named)))
    if draft.voice is None and not draft.carried:
        return None
    return resolver.resolved(None if draft.carried else draft.voice, draft.hull.start)


def _words(text: str, span: Span | None) -> str | None:
    return " ".join(text[span.start : span.end].split()) if span is not None else None


def _around(page: Page, draft: Draft, pieces: Sequence[Span]) -> str | None:
    """The words of the cue's sentence near it, without what anyone said."""
    if draft.cue is None:
        return "Twitter" if draft.construction == "post" else None
    sentence = page.sentences[draft.place].sentence
    start, end = max(sentence.start, draft.cue.start - _AROUND), min(sentence.end, draft.cue.end + _AROUND)
    shown = list(page.text[start:end])
    first = max(0, bisect_left(pieces, start, key=lambda one: one.start) - _BEFORE)
    last = bisect_left(pieces, end, key=lambda one: one.start)
    for piece in pieces[first:last]:
        for place in range(max(piece.start, start), min(piece.end, end)):
            shown[place - start] = " "
    return "".join(shown)


def _kind(text: str, draft: Draft, quotations: Sequence[Quotation]) -> StatementKind:
    """direct where all words stand in quotations (or in a post), mixed where some do."""
    if draft.construction == "post":
        return "direct"
    inside = outside = 0
    for piece in draft.pieces:
        held = [
            (max(one.start, piece.start), min(one.end, piece.end)) for one in touching(quotations, *piece)
        ]
        words = sum(end - start for start, end in held)
        inside += words
        rest = (
            text[piece.start : held[0][0]] + text[held[-1][1] : piece.end]
            if held
            else text[piece.start : piece.end]
        )
        outside += sum(sign.isalnum() for sign in rest)
    if not inside:
        return "indirect"
    return "mixed" if outside > 1 else "direct"


def _with_absences(page: Page, found: Sequence[FoundStatement]) -> list[FoundStatement]:
    """A sentence such as "The remark did not appear in the other side's reports" tells of the statement before it."""
    marked = list(found)
    for one in page.sentences:
        told = _ABSENT.search(one.sentence.text) if len(one.sentence.text) < 600 else None
        if told is None:
            continue
        last = bisect_left(marked, one.sentence.start, key=lambda item: item.statement.content_start) - 1
        if last >= 0:
            where = told["where"]
            marked[last] = replace(marked[last], absent_from=where.strip() if where else "elsewhere")
    return marked
