"""Quotations without a cue of their own: whose words they are by what stands before them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from retold.model import Span
from retold.reading.article import ReadSentence
from retold.reading.quotations import Quotation
from retold.reading.statement_attribution import beside
from retold.reading.statement_draft import Draft, voice_of

# Shorter quotations without a cue are titles, terms and scare quotes (calibration: 3 to 8 words within .002 of F1).
MIN_WORDS = 5
MIN_WORDS_FINAL = 3
# A quotation of so many words that ends in a stop is what someone said.
MIN_WORDS_SENTENCE = 6
# Words outside of a quotation in its sentences beyond which it is taken for a part of the narration.
MAX_OUTSIDE = 3
MAX_OUTSIDE_SHARE = 0.35
# Paragraphs over which the last speaker goes on without being named.
MAX_CARRIED = 4
# Words before a colon among which a name is that of the speaker.
_NEAR_COLON = 6
_WORD = re.compile(r"\w+")


def floats(text: str, quotation: Quotation, sentences: Sequence[ReadSentence]) -> bool:
    """Whether a quotation without a cue stands for itself; sentences: those it touches."""
    if leads_on(text, quotation) and quotation.capital and quotation.final:
        return True
    least = MIN_WORDS_FINAL if quotation.final else MIN_WORDS
    if quotation.words < least or not sentences:
        return False
    start, end = sentences[0].sentence.start, sentences[-1].sentence.end
    outside = len(_WORD.findall(text[start : quotation.start])) + len(
        _WORD.findall(text[quotation.end : end])
    )
    if quotation.continues or (quotation.words >= MIN_WORDS and leads_on(text, quotation)):
        return True
    if quotation.whole and quotation.words >= MIN_WORDS_SENTENCE and quotation.final:
        return True
    return outside <= MAX_OUTSIDE or outside <= MAX_OUTSIDE_SHARE * quotation.words


def leads_on(text: str, quotation: Quotation) -> bool:
    """Whether a colon stands before a quotation."""
    return text[max(0, quotation.start - 3) : quotation.start].rstrip().endswith(":")


def announced(place: int, quotation: Quotation, sentence: ReadSentence, text: str) -> Draft | None:
    """A quotation behind a colon and no cue: "There was praise from Anna Lind: ..."."""
    reading, start = sentence.wording, sentence.sentence.start
    before = [word for word in reading if word.end + start <= quotation.start]
    if not before or not leads_on(text, quotation):
        return None
    near = [word for word in before[-_NEAR_COLON:] if word.entity == "PERSON"]
    subject = next(
        (one for one in reversed(before) if one.dep == "nsubj" and reading.head(one) in before), None
    )
    head = next((word for word in reversed(near) if word.dep != "compound"), subject)
    voice = voice_of(reading, head)
    if voice is None:
        return None
    return replace(carried(place, quotation, None), voice=voice.moved(place, start), carried=False)


def goes_on(text: str, quotation: Quotation, before: Draft) -> bool:
    """Whether a floating quotation is the next piece of the statement before it in the same paragraph."""
    if before.cue is None:
        return False
    end = max(before.hull.end, before.cue.end, before.attribution.end if before.attribution else 0)
    between = text[min(end, quotation.start) : quotation.start]
    return not re.search(r"[.!?]\s+\S*\w+\s+\w+", between)


def introduced(
    place: int, quotation: Quotation, before: ReadSentence | None, quotations: Sequence[Quotation]
) -> Draft | None:
    """A floating quotation with the cue of the sentence before, when that ends with a colon."""
    if before is None or not before.sentence.text.rstrip().endswith((":", ":—")):
        return None
    near = replace(quotation, start=before.sentence.end, end=before.sentence.end)
    found = beside(place - 1, before, near, quotations)
    return replace(found, pieces=(quotation.span,)) if found is not None else None


def carried(place: int, quotation: Quotation, before: Draft | None) -> Draft:
    """A floating quotation with the speaker of the statement before; None is not a speaker."""
    return Draft(
        place=place,
        manner="speech",
        construction="floating",
        lemma=None,
        pieces=(quotation.span,),
        cue=None,
        attribution=None,
        voice=before.voice if before is not None else None,
        named=before.named if before is not None else None,
        quoted=True,
        carried=True,
    )


_POST = re.compile(
    r"\s*(?:pic\.twitter\.com/\w+|https?://\S+)?\s*[—–-]{1,2}\s*(?P<name>[^—–\n@]{2,60}?)\s*\((?P<handle>@\w+)\)"
)


def posts(text: str, place: int, paragraph: Span) -> Draft | None:
    """A post of a social network as pages embed it: its words, a dash, a name and a handle in brackets."""
    found = _POST.search(text, paragraph.start, paragraph.end)
    if found is None or found.start() - paragraph.start < 15:
        return None
    content = Span(paragraph.start, found.start())
    end = re.search(
        r"(?:\s*(?:#\w*)?(?:pic\.twitter\.com/\w+|https?://\S+))+\s*\Z", text[content.start : content.end]
    )
    if end is not None:
        content = Span(content.start, content.start + end.start())
    return Draft(
        place=place,
        manner="speech",
        construction="post",
        lemma=None,
        pieces=(content,),
        cue=None,
        attribution=Span(found.start("name"), found.end()),
        voice=None,
        named=found["name"].strip(),
        quoted=True,
    )
