"""An article to its statements, before anyone knows who the speakers are."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, MutableSequence, Sequence
from dataclasses import replace
from functools import lru_cache

from retold.model import Span
from retold.reading.parse import KEPT, Reading
from retold.reading.quotations import Quotation
from retold.reading.statement_attribution import beside, of_words
from retold.reading.statement_clauses import clauses_in
from retold.reading.statement_draft import Draft, draft_of
from retold.reading.statement_floating import (
    MAX_CARRIED,
    announced,
    carried,
    floats,
    goes_on,
    introduced,
    posts,
)
from retold.reading.statement_headlines import headline
from retold.reading.statement_quotations import EDGE, MIN_PASSED_ON, joined, outermost, touching
from retold.reading.statements_page import Page

# Share of a quotation that drafts must hold for it to be told.
_HELD = 0.5
# Drafts around a quotation among which the one that it continues is looked for, and back to the last speaker.
_NEAR = 12
_LOOK_BACK = 50
_LEADING_ON = frozenset({":", "—", "–", ":—"})


def drafts_on(page: Page) -> list[Draft]:
    """The statements of an article in the order of their content; page: how it is laid out."""
    clauses = [draft for place in range(len(page.sentences)) for draft in _of_sentence(page, place)]
    told = _with_quotations(page, clauses)
    posted = list(_posts(page))
    by_paragraph = {page.paragraph(post.place): post.hull for post in posted}
    told = [one for one in told if not _within(page, one, by_paragraph)]
    return sorted([*told, *posted], key=lambda one: (one.hull.start, one.hull.end))


def _of_sentence(page: Page, place: int) -> list[Draft]:
    """Drafts from the clauses of one sentence, joined with its quotations."""
    if not page.tells(place):
        return []
    read = page.sentences[place]
    start = read.sentence.start
    near = tuple(
        one.moved(-start) for one in touching(page.quotations, start - EDGE, read.sentence.end + EDGE)
    )
    return [draft.moved(place, start) for draft in _of_wording(read.wording, near)]


@lru_cache(maxsize=KEPT)
def _of_wording(reading: Reading, quotations: tuple[Quotation, ...]) -> tuple[Draft, ...]:
    """The same of a sentence by itself: what it says is the same in all its copies."""
    found: list[Draft] = []
    for clause in clauses_in(reading):
        cue = clause.cue[0]
        if touching(quotations, cue.start, cue.end):
            continue
        draft = draft_of(reading, clause)
        widened = joined(draft, quotations) if draft is not None else None
        if widened is not None:
            found.append(_passed_on(reading, widened, quotations))
    told = headline(reading)
    return tuple(outermost([*found, told] if told is not None else found))


def _passed_on(reading: Reading, draft: Draft, quotations: Sequence[Quotation]) -> Draft:
    """A statement that is only another's quotation, left to the other: "claimed that Li had said “...”"."""
    inner = [one for one in touching(quotations, *draft.hull) if one.start > draft.hull.start]
    if draft.manner != "speech" or len(inner) != 1 or draft.voice is None or draft.construction != "clause":
        return draft
    quotation = inner[0]
    if quotation.end - quotation.start < MIN_PASSED_ON * (draft.hull.end - draft.hull.start):
        return draft
    before = [word for word in reading if draft.hull.start <= word.start and word.end <= quotation.start]
    told = of_words(reading, quotation, before)
    return replace(told, reporter=draft.voice) if told is not None else draft


def _with_quotations(page: Page, clauses: Sequence[Draft]) -> list[Draft]:
    """Drafts of clauses with the quotations that none of them holds."""
    drafts: list[Draft] = []
    waiting = deque(clauses)
    for quotation in page.quotations:
        if not quotation.words:
            continue
        while waiting and waiting[0].hull.start < quotation.start and not _touches(waiting[0], quotation):
            drafts.append(waiting.popleft())
        places = [place for place in page.touched(quotation) if page.tells(place)]
        near = _near(waiting, last=False)
        holder = next((number for number, one in near if _touches(one, quotation)), None)
        if holder is not None:
            waiting[holder] = _quoting(waiting[holder], quotation)
            continue
        if not places or any(_touches(one, quotation) for one in drafts[-4:]):
            continue
        _place_quotation(page, quotation, places, drafts, waiting)
    return [*drafts, *waiting]


def _quoting(draft: Draft, quotation: Quotation) -> Draft:
    """The draft as one with a quotation; what is done by speaking is speech where the words are given."""
    hull = draft.hull
    told = quotation.end - quotation.start >= MIN_PASSED_ON * (hull.end - hull.start)
    if told and draft.manner == "act" and not draft.negated and draft.construction == "object":
        return replace(draft, quoted=True, manner="speech")
    return replace(draft, quoted=True)


def _touches(draft: Draft, quotation: Quotation) -> bool:
    shared = sum(
        max(0, min(piece.end, quotation.end) - max(piece.start, quotation.start)) for piece in draft.pieces
    )
    return shared > _HELD * (quotation.end - quotation.start)


def _place_quotation(
    page: Page, quotation: Quotation, places: Sequence[int], drafts: list[Draft], waiting: deque[Draft]
) -> None:
    """Adds a quotation to the statement it belongs to, or as one of its own."""
    if _continue_with_colon(page, quotation, drafts, waiting):
        return
    found = _beside(page, quotation, places)
    if found is not None:
        for group in (drafts, waiting):
            for number, one in _near(group, last=group is drafts):
                if one.cue == found.cue:
                    if one.construction == "preposition":
                        group[number] = found
                    elif one.construction in ("quotation", "clause"):
                        pieces = [
                            piece
                            for piece in one.pieces
                            if piece.end <= quotation.start or piece.start >= quotation.end
                        ]
                        group[number] = replace(one.with_pieces([*pieces, quotation.span]), quoted=True)
                    return
        if quotation.words >= 2 or quotation.final or found.construction == "quotation":
            drafts.append(found)
        return
    sentences = [page.sentences[place] for place in places]
    if not floats(page.text, quotation, sentences):
        return
    before = _before(drafts, quotation)
    if before is not None:
        number, one = before
        quoted = _quoted_before(page, drafts, number, page.paragraph(places[0]))
        if quoted is not None and goes_on(page.text, quotation, drafts[quoted]):
            drafts[quoted] = drafts[quoted].with_pieces([*drafts[quoted].pieces, quotation.span])
            return
    previous = page.sentences[places[0] - 1] if places[0] else None
    told = announced(places[0], quotation, sentences[0], page.text)
    told = told or introduced(places[0], quotation, previous, page.quotations)
    if told is None:
        near = (
            before is not None and page.paragraph(places[0]) - page.paragraph(before[1].place) <= MAX_CARRIED
        )
        told = carried(places[0], quotation, before[1] if before is not None and near else None)
    drafts.append(told)


def _continue_with_colon(
    page: Page, quotation: Quotation, drafts: list[Draft], waiting: deque[Draft]
) -> bool:
    """Adds a quotation to the words before it when only a colon or a dash stands between."""
    for group in (drafts, waiting):
        for number, one in _near(group, last=group is drafts):
            if one.hull.end > quotation.start or one.construction != "clause":
                continue
            if page.text[one.hull.end : quotation.start].strip() in _LEADING_ON:
                last = Span(one.pieces[-1].start, quotation.end)
                group[number] = replace(one.with_pieces([*one.pieces[:-1], last]), quoted=True)
                return True
    return False


def _near(drafts: MutableSequence[Draft], last: bool) -> list[tuple[int, Draft]]:
    """The first or the last few drafts with their numbers."""
    first = max(0, len(drafts) - _NEAR) if last else 0
    return [(number, drafts[number]) for number in range(first, min(len(drafts), first + _NEAR))]


def _before(drafts: Sequence[Draft], quotation: Quotation) -> tuple[int, Draft] | None:
    """The last statement of somebody's words before a quotation."""
    for number in range(len(drafts) - 1, max(-1, len(drafts) - 1 - _LOOK_BACK), -1):
        if drafts[number].manner == "speech" and drafts[number].hull.start < quotation.start:
            return number, drafts[number]
    return None


def _quoted_before(page: Page, drafts: Sequence[Draft], last: int, paragraph: int) -> int | None:
    """The last statement with a quotation in the same sentence as the last one of the paragraph."""
    for number in range(last, -1, -1):
        one = drafts[number]
        if one.place != drafts[last].place or page.paragraph(one.place) != paragraph:
            break
        if one.quoted and one.manner == "speech":
            return number
    return None


def _beside(page: Page, quotation: Quotation, places: Sequence[int]) -> Draft | None:
    for place in (places[-1], places[0]):
        found = beside(place, page.sentences[place], quotation, page.quotations)
        if found is not None:
            return found
    return None


def _posts(page: Page) -> Iterator[Draft]:
    for paragraph, places in page.paragraphs.items():
        found = posts(page.text, places[0], page.spans[paragraph])
        if found is not None:
            yield found


def _within(page: Page, draft: Draft, hulls: Mapping[int, Span]) -> bool:
    hull = hulls.get(page.paragraph(draft.place))
    return hull is not None and draft.hull.start < hull.end and hull.start < draft.hull.end
