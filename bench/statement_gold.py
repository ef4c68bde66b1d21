"""PolNeAR and GenderGap as articles and what was annotated in them, and ways to damage their texts."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from typing import Any

from gold import rows
from statement_scores import Stretch, Told

# Communicative verbs that make an annotated statement "speech-cued", with "according"; regular forms are built.
_REGULAR = """
accuse acknowledge add admit advise affirm allege announce answer apologize applaud argue ask assert
assure blame boast brag call caution charge cite claim comment complain concede conclude condemn confess
confirm contend counter criticize criticise cry declare demand denounce deny describe disclose dismiss
dispute dub echo emphasize emphasise estimate exclaim explain express forecast highlight hint imply
inform inquire insist joke label lament maintain mention mock mutter note observe opine order plead
pledge point praise predict proclaim promise propose protest question quip quote reaffirm reassure
recall recommend recount refer refute reiterate reject remark remind repeat reply report request respond
retort reveal scream shout speculate state stress suggest talk tease testify thank threaten tout tweet
underscore urge voice vow warn whisper wonder yell
"""
_IRREGULAR = """
say says said saying tell tells told telling speak speaks spoke spoken speaking write writes wrote written writing
swear swears swore sworn read reads reading quipped bragged admitted referred admitting referring according
"""

GoldArticle = tuple[str, str, list[Told]]
Damage = Callable[[str], str]


def speech_forms() -> frozenset[str]:
    found = set(_IRREGULAR.split())
    for verb in _REGULAR.split():
        stem = verb[:-1] if verb.endswith("e") else verb
        last = verb[:-1] + "i" if verb.endswith("y") else stem
        found |= {verb, verb + "s", last + "es", last + "ed", stem + "ing"}
    return frozenset(found)


_FORMS = speech_forms()
_WORD = re.compile(r"[a-z]+")


def _hull(spans: list[dict[str, Any]]) -> Stretch | None:
    return (min(one["start"] for one in spans), max(one["end"] for one in spans)) if spans else None


def polnear(split: str, limit: int | None = None, seed: int = 3) -> list[GoldArticle]:
    """Documents of a split with the statements of the annotator listed first; limit: so many, chosen at random."""
    texts = {row["doc_id"]: row["text"] for row in rows("quotes/polnear_documents") if row["split"] == split}
    chosen = sorted(texts)
    if limit is not None:
        chosen = random.Random(seed).sample(chosen, min(limit, len(chosen)))
    told: dict[str, list[Told]] = {one: [] for one in chosen}
    first: dict[str, str] = {}
    for row in rows("quotes/polnear_attributions"):
        if row["doc_id"] not in told or first.setdefault(row["doc_id"], row["annotator"]) != row["annotator"]:
            continue
        content = _hull(row["content"])
        if content is not None:
            cue = " ".join(one["text"] for one in row["cue"]).lower()
            cued = not _FORMS.isdisjoint(_WORD.findall(cue))
            told[row["doc_id"]].append(Told(content, _hull(row["source"]), row["type_by_marks"], cued))
    return [
        (one, texts[one], sorted(told[one], key=lambda item: item.content)) for one in chosen if told[one]
    ]


def gendergap() -> list[GoldArticle]:
    """The documents with quotes; `reference` is whom the words lead to."""
    texts = {row["doc_id"]: row["text"] for row in rows("quotes/gendergap_documents")}
    told: dict[str, list[Told]] = {}
    for row in rows("quotes/gendergap_quotes"):
        span = row["speaker_span"]
        speaker = (span[0], span[1]) if span and 0 <= span[0] < span[1] else None
        quote = row["quote_span"]
        one = Told((quote[0], quote[1]), speaker, row["type_by_marks"], reference=row["reference"] or None)
        told.setdefault(row["doc_id"], []).append(one)
    return [(one, texts[one], sorted(found, key=lambda item: item.content)) for one, found in told.items()]


_CURLY_OR_STRAIGHT = re.compile(r'[“”"]')


def single(text: str) -> str:
    """Single quotation marks for double ones."""
    return _CURLY_OR_STRAIGHT.sub(lambda mark: {"“": "‘", "”": "’", '"': "'"}[mark[0]], text)


def questioned(text: str) -> str:
    """Curly marks and apostrophes, as they were after a wrong encoding; straight ones go the same way."""
    return re.sub(r"[“”‘’\"]", "?", text)


def losing(share: float, seed: int = 1) -> Damage:
    """A share of the double marks made blanks, so that places stay."""

    def damaged(text: str) -> str:
        rng = random.Random(f"{seed}{len(text)}")
        return _CURLY_OR_STRAIGHT.sub(lambda mark: " " if rng.random() < share else mark[0], text)

    return damaged


def straight(text: str) -> str:
    return text.translate(str.maketrans("“”‘’", "\"\"''"))


_MARKS = re.compile(r"[“”\"«»]|''|``")
_BARE = re.compile(r"“[^“”\n]*”|\"[^\"\n]*\"|''[^'\n]*''|«[^»\n]*»")


def whole_paragraphs(text: str) -> list[Told]:
    """The plain alternative that overlap alone rewards: paragraphs with a quotation mark or a verb of saying."""
    return [Told(span) for span in _paragraphs(text) if _tells(text[span[0] : span[1]])]


def _tells(paragraph: str) -> bool:
    return _MARKS.search(paragraph) is not None or not _FORMS.isdisjoint(_WORD.findall(paragraph.lower()))


def _paragraphs(text: str) -> Iterator[Stretch]:
    for line in re.finditer(r"[^\n]+", text):
        if line[0].strip():
            yield line.span()


def bare_marks(text: str) -> list[Told]:
    """The other plain alternative: whatever stands between two quotation marks."""
    return [Told(found.span(), kind="direct") for found in _BARE.finditer(text)]
