"""Two texts compared to what a reader wants to see: the verdict, the passages side by side, and what it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from retold.comparing import compare
from retold.model import Reading, RenditionKind, Span
from retold.renditions.variants import passage_variants
from retold.renditions.wording import Difference, differences
from retold.stories.scoring import judgements
from retold.views.variants import VariantView, for_reading


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """What both texts tell: the sentences of either, joined, with their places and the differences in words."""

    text_a: str
    text_b: str
    spans_a: tuple[Span, ...]
    spans_b: tuple[Span, ...]
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A feature (`stories.features`), its value, and what it adds to the log odds of either probability.

    The row `bias` is what two texts with nothing in common start from; the rows of a column sum to its log odds.
    """

    feature: str
    value: float
    same_story: float
    same_report: float


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """`same_story` and `same_report` are probabilities; `kind` is how B tells the report beside A, if it does.

    `variants`: where the two, as `a` and `b`, differ in the passages, those that change the meaning first; their
    `passage` is the place in `passages`, from 0.
    """

    same_story: float
    same_report: float
    kind: RenditionKind | None
    passages: tuple[SharedPassage, ...]
    variants: tuple[VariantView, ...]
    evidence: tuple[Evidence, ...]


def comparison_view(text_a: str, text_b: str) -> ComparisonView:
    """Compares two texts; see `retold.compare`."""
    found = compare(text_a, text_b)
    judged = judgements()
    story = judged.same_story.contributions(found.features)
    report = judged.same_report.contributions(found.features)
    features = found.features._asdict().items()
    evidence = [
        Evidence(name, value, story.get(name, 0.0), report.get(name, 0.0)) for name, value in features
    ]
    passages = tuple(_shared(text_a, text_b, ours, theirs) for ours, theirs in found.passages)
    return ComparisonView(
        same_story=found.same_story,
        same_report=found.same_report,
        kind=found.kind,
        passages=passages,
        variants=_variants(passages),
        evidence=(Evidence("bias", 1.0, judged.same_story.bias, judged.same_report.bias), *evidence),
    )


def _shared(text_a: str, text_b: str, spans_a: Sequence[Span], spans_b: Sequence[Span]) -> SharedPassage:
    ours, theirs = _told(text_a, spans_a), _told(text_b, spans_b)
    return SharedPassage(ours, theirs, tuple(spans_a), tuple(spans_b), tuple(differences(ours, theirs)))


def _variants(passages: Sequence[SharedPassage]) -> tuple[VariantView, ...]:
    """Passage by passage: `compare` numbers its variants by passages of which some are told by one text only."""
    return for_reading(
        replace(variant, passage=number, readings=tuple(sorted(variant.readings, key=_holders)))
        for number, passage in enumerate(passages)
        for variant in passage_variants({"a": passage.text_a, "b": passage.text_b})
    )


def _holders(reading: Reading) -> tuple[str, ...]:
    return reading.article_ids


def _told(text: str, spans: Sequence[Span]) -> str:
    return " ".join(text[span.start : span.end] for span in spans)
