"""The coder on the codebook's own examples and on sentences made for it: shares, since a model parses them."""

from __future__ import annotations

import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from coded_events import found_in

from retold.coding.codebook.codebook import Example, codebook
from retold.model import EventMention

EXAMPLES = codebook().examples()
SENTENCES: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("event_sentences.toml").read_text(encoding="utf-8")
)
WITHOUT_EVENT = [text for texts in SENTENCES["none"].values() for text in texts]
WITH_STATUS = [row for rows in SENTENCES["status"].values() for row in rows]
MISSES: dict[str, str] = SENTENCES["misses"]


@cache
def told(text: str) -> tuple[EventMention, ...]:
    """What the coder finds above its threshold."""
    return found_in(text).events


def is_coded(example: Example) -> bool:
    return any(one.event_type == example.event_type for one in told(example.text))


def share(held: list[bool]) -> float:
    return sum(held) / len(held)


# the codebook's examples


def test_nine_examples_of_ten_are_coded_with_their_type() -> None:
    assert share([is_coded(one) for one in EXAMPLES]) >= 0.9


@pytest.mark.parametrize("event_type", codebook().types)
def test_of_each_type_three_examples_of_four_are(event_type: str) -> None:
    assert share([is_coded(one) for one in EXAMPLES if one.event_type == event_type]) >= 0.75


def test_modes_are_found_where_the_type_is() -> None:
    held = [
        any((row.event_type, row.mode) == (one.event_type, one.mode) for row in told(one.text))
        for one in EXAMPLES
        if one.mode and is_coded(one)
    ]
    assert share(held) >= 0.85


@pytest.mark.parametrize("role", ["source", "target"])
def test_what_the_examples_name_stands_in_its_role(role: str) -> None:
    """A phrase counts as found when what the coder takes lies within it or around it."""
    held = [
        all(any(part.text in phrase or phrase in part.text for part in in_role) for phrase in phrases)
        for one in EXAMPLES
        if (phrases := one.sources if role == "source" else one.targets) and is_coded(one)
        for in_role in [[part for row in told(one.text) for part in row.arguments if part.role == role]]
    ]
    assert share(held) >= 0.85


def test_an_example_has_few_events_beside_its_own() -> None:
    beside = sum(
        len({row.event_type for row in told(one.text)} - {one.event_type})
        for one in EXAMPLES
        if is_coded(one)
    )
    assert beside / len(EXAMPLES) <= 0.15


def test_every_code_is_one_of_the_codebook() -> None:
    texts = [*(one.text for one in EXAMPLES), *(row["text"] for row in WITH_STATUS)]
    for row in (row for text in texts for row in told(text)):
        kind = codebook().types[row.event_type]
        assert row.mode is None or row.mode in kind.modes
        assert (row.quad, row.score) == (kind.quad, codebook().score_of(row.event_type, row.mode))
        assert set(row.contexts) <= set(codebook().contexts)
        assert row.literal_type in codebook().types


# sentences made for the coder


@pytest.mark.parametrize("text", [text for text in WITHOUT_EVENT if text not in MISSES])
def test_what_is_no_political_event_has_no_code(text: str) -> None:
    assert [row.event_type for row in told(text)] == []


def test_known_misses_are_few_and_still_missed() -> None:
    assert len(MISSES) <= len(WITHOUT_EVENT) / 10
    assert set(MISSES) <= set(WITHOUT_EVENT) and all(MISSES.values())
    assert all(map(told, MISSES)), "take what is mended off the list"


def test_the_status_decides_the_type() -> None:
    """However unsure it is whether the sentence is about that."""
    found = [found_in(row["text"], threshold=0.3).events for row in WITH_STATUS]
    right = [
        row["type"] in {one.event_type for one in events}
        for row, events in zip(WITH_STATUS, found, strict=True)
    ]
    assert share(right) >= 0.8


def test_type_literal_type_modality_and_polarity_are_as_told_wherever_the_type_is() -> None:
    coded = [row for row in WITH_STATUS if of_type(row)]
    assert share([has(row, "modality") for row in coded]) >= 0.85
    assert share([has(row, "polarity") for row in coded]) >= 0.85
    assert share([has(row, "literal_type") for row in coded]) >= 0.75


def test_what_did_not_happen_is_never_told_as_plainly_done() -> None:
    """The worst of all faults: a code's literal event as actual, which the text denies, plans, demands or supposes."""
    wrong = Counter[str]()
    for row in WITH_STATUS:
        if row["modality"] in ("planned", "denied", "demanded", "hypothetical"):
            wrong[row["modality"]] += any(
                one.modality == "actual" and one.literal_type == row["literal"] == one.event_type
                for one in told(row["text"])
            )
    assert wrong.total() <= 0.05 * len(WITH_STATUS), wrong


def of_type(row: dict[str, Any]) -> list[EventMention]:
    return [one for one in told(row["text"]) if one.event_type == row["type"]]


def has(row: dict[str, Any], part: str) -> bool:
    wanted = {
        "literal_type": row["literal"],
        "modality": row["modality"],
        "polarity": row.get("polarity", True),
    }
    return any(getattr(one, part) == wanted[part] for one in of_type(row))
