"""A record made by hand: a strike told in two reports, and a flood nobody retold."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from retold.archive.store import Snapshot, Store
from retold.archive.tables import TABLES
from retold.archive.writer import Writer
from retold.model import (
    Article,
    Choice,
    CollationCell,
    ConsensusPassage,
    Membership,
    Reading,
    Rendition,
    RenditionKind,
    Sentence,
    Story,
    Variant,
    VariantKind,
)
from retold.schema import table_of

STRIKE, FLOOD = "5" * 32, "f100d" + "0" * 27
WIRE, OWN, RIVER = "a" * 32, "b" * 32, "c" * 32

# external id: report, parent, kind, source, agency, hour of 2 May 2021, sentences
TELLINGS: dict[
    str, tuple[str, str | None, RenditionKind, str | None, str | None, int | None, tuple[str, ...]]
] = {
    "first": (
        WIRE,
        None,
        "original",
        "The Quay",
        "Seawire",
        8,
        ("Dockers stopped work at noon.", "Forty ships wait outside.", "Talks resume on Monday."),
    ),
    "copy": (
        WIRE,
        "first",
        "verbatim",
        "Morning Tide",
        "Seawire",
        10,
        ("Dockers stopped work at noon.", "Fourteen ships wait outside."),
    ),
    "copy-of-copy": (
        WIRE,
        "copy",
        "verbatim",
        "Evening Tide",
        None,
        12,
        ("DOCKERS stopped work at noon.", "Fourteen ships wait outside."),
    ),
    "rewritten": (
        WIRE,
        None,
        "paraphrased",
        "Fast News",
        "Northern Press",
        None,
        ("Longshoremen halted their labour at midday.", "Our town has seen this before."),
    ),
    "own": (OWN, None, "original", "The Quay", None, 20, ("I walked along the silent piers.",)),
    "flood": (RIVER, None, "original", "Valley Voice", None, None, ("The river rose.",)),
}
# passage of the wire's report: article and sentence
PASSAGES: list[list[tuple[str, int]]] = [
    [("first", 0), ("copy", 0), ("copy-of-copy", 0), ("rewritten", 0)],
    [("first", 1), ("copy", 1), ("copy-of-copy", 1)],
    [("first", 2)],
    [("rewritten", 1)],
]
# passage of the wire's report: kind, whether it changes the meaning, and who reads what
VARIANTS: list[tuple[int, VariantKind, bool, dict[str, tuple[str, ...]]]] = [
    (0, "wording", False, {"Dockers": ("first", "copy", "copy-of-copy"), "Longshoremen": ("rewritten",)}),
    (0, "date", False, {"noon": ("first", "copy", "copy-of-copy"), "midday": ("rewritten",)}),
    (1, "number", True, {"Forty": ("first",), "Fourteen": ("copy", "copy-of-copy")}),
    (1, "omission", False, {"Forty ships wait outside.": ("first", "copy"), "": ("rewritten",)}),
    (2, "omission", False, {"Talks resume on Monday.": ("first",), "": ("copy", "rewritten")}),
]
STORY_OF = {WIRE: STRIKE, OWN: STRIKE, RIVER: FLOOD}


def article_id(name: str) -> str:
    return f"{list(TELLINGS).index(name) + 0xABC000:032x}"[::-1]


def publish_harbour_record(path: Path, stages: int = 4) -> Snapshot:
    """The record with the first so many of: stories, collation, renditions, variants."""
    store = Store.create_or_open(path)
    with store.writer() as writer:
        _write(writer, "articles", [_article(name) for name in TELLINGS])
        _write(writer, "sentences", [row for name in TELLINGS for row in _sentences(name)])
        members = [Membership(article_id(name), STORY_OF[row[0]], row[0]) for name, row in TELLINGS.items()]
        _write(writer, "memberships", members)
        _write(writer, "stories", _stories())
        if stages > 1:
            _write(writer, "collation", _cells())
        if stages > 2:
            _write(writer, "renditions", [_rendition(name) for name in TELLINGS])
        if stages > 3:
            _write(writer, "variants", [*_variants(WIRE), *_variants(RIVER)])
            _write(writer, "consensus", [*_consensus(WIRE), *_consensus(RIVER)])
        writer.publish(datetime(2021, 5, 3, tzinfo=UTC), "0", "{}", [])
    return store.snapshot()


def _write(writer: Writer, table: str, rows: Sequence[object]) -> None:
    writer.append(table, writer.parquet(table, [table_of(TABLES[table].record, rows)]), "m")


def _published(hour: int | None) -> datetime | None:
    return None if hour is None else datetime(2021, 5, 2, hour, tzinfo=UTC)


def _article(name: str) -> Article:
    _, _, _, source, agency, hour, sentences = TELLINGS[name]
    return Article(
        article_id=article_id(name),
        external_id=name,
        url=None,
        source=source,
        title=f"Title of {name}",
        text=" ".join(sentences),
        language="en",
        published_at=_published(hour),
        collected_at=datetime(2021, 5, 3, tzinfo=UTC),
        agency=agency,
        byline=None,
        dateline_place=None,
        dateline_date=None,
        origin="harbour.jsonl",
    )


def _sentences(name: str) -> list[Sentence]:
    texts = TELLINGS[name][-1]
    starts = [sum(len(text) + 1 for text in texts[:number]) for number in range(len(texts))]
    return [
        Sentence(article_id(name), number, 0, start, start + len(text), text, text, "body")
        for number, (start, text) in enumerate(zip(starts, texts, strict=True))
    ]


def _stories() -> list[Story]:
    return [
        Story(STRIKE, "Dockers’ strike shuts the harbour", _published(8), _published(20), 5, 2, 2),
        Story(FLOOD, "Flood in the valley", None, None, 1, 1, 1),
    ]


def _cells() -> list[CollationCell]:
    return [
        CollationCell(WIRE, number, article_id(name), (sentence,), 1.0)
        for number, passage in enumerate(PASSAGES)
        for name, sentence in passage
    ]


def _rendition(name: str) -> Rendition:
    report, parent, kind, *_ = TELLINGS[name]
    return Rendition(
        article_id=article_id(name),
        story_id=STORY_OF[report],
        report_id=report,
        parent_id=parent and article_id(parent),
        second_parent_id=None,
        kind=kind,
        copied_share=1.0,
        confidence=0.75,
        evidence="2 of 3 passages shared",
    )


def _variants(report: str) -> list[Variant]:
    return [
        Variant(
            report_id=report,
            passage=passage,
            kind=kind,
            readings=tuple(
                Reading(text, tuple(article_id(name) for name in names)) for text, names in readings.items()
            ),
            changes_meaning=changes_meaning,
            preferred=next(iter(readings)),
            confidence=0.75,
        )
        for passage, kind, changes_meaning, readings in VARIANTS
    ]


def _consensus(report: str) -> list[ConsensusPassage]:
    """The passages from the last to the first: a table has no order. The ships are told as the copies do, but one."""
    forty = (Choice(0, 5, "Forty", "Fourteen", "number", (article_id("first"),)),)
    told = [
        ConsensusPassage(
            report_id=report,
            passage=number,
            text=TELLINGS[name][-1][sentence],
            article_ids=(article_id(name),),
            told_by=tuple(sorted(article_id(name) for name, _ in passage)),
            choices=forty if number == 1 else (),
        )
        for number, passage in enumerate(PASSAGES)
        for name, sentence in passage[:1]
    ]
    return told[::-1]
