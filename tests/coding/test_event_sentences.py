"""The sentences that the coder is tested with are of one piece with the codebook."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, get_args

import pytest

from retold.coding.codebook.codebook import codebook
from retold.model import Modality

SENTENCES: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("event_sentences.toml").read_text(encoding="utf-8")
)
WITHOUT_EVENT = [text for texts in SENTENCES["none"].values() for text in texts]
WITH_STATUS = [row for rows in SENTENCES["status"].values() for row in rows]


def test_there_are_sixty_of_each_and_none_twice() -> None:
    texts = [*WITHOUT_EVENT, *(row["text"] for row in WITH_STATUS)]
    assert len(WITHOUT_EVENT) >= 60
    assert len(WITH_STATUS) >= 60
    assert len({*texts, *(example.text for example in codebook().examples())}) == len(texts) + len(
        codebook().examples()
    )


@pytest.mark.parametrize("row", WITH_STATUS, ids=lambda row: row["text"])
def test_status_is_told_in_the_codebooks_terms(row: dict[str, Any]) -> None:
    assert row["modality"] in get_args(Modality)
    assert row["literal"] in codebook().types
    assert row.get("mode") in (None, *codebook().types[row["type"]].modes)
    assert row["modality"] != "denied" or row["polarity"] is False, "what is denied did not happen"
    assert row["modality"] != "actual" or row.get("polarity", True), "what happened was not denied"
    for role in ("trigger", "source", "target"):
        told = row.get(role, [])
        assert all(phrase in row["text"] for phrase in ([told] if isinstance(told, str) else told))


def test_every_modality_is_shown_several_times() -> None:
    shown = [row["modality"] for row in WITH_STATUS]
    assert all(shown.count(modality) >= 6 for modality in get_args(Modality))
