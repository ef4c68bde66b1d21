"""The damaged names of two real tellings of one report."""

from __future__ import annotations

from pathlib import Path

import pytest

from retold.actors.repair import RepairedName, repaired_names
from retold.renditions.collation import collate
from retold.renditions.telling import telling
from retold.text import sentences_of

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "data" / "seeds"

pytestmark = pytest.mark.skipif(
    not SEEDS.exists(), reason="the seed texts are not part of the project: ../shared"
)


@pytest.fixture(scope="module")
def names() -> dict[str, RepairedName]:
    sentences = {
        name: list(sentences_of(name, path.read_text(encoding="utf-8")))
        for name, path in zip("ab", sorted(SEEDS.glob("*.txt")), strict=True)
    }
    cells = collate("", sentences)
    tellings = []
    for name, own in sentences.items():
        texts = {sentence.sentence: sentence.text for sentence in own}
        passages = {
            cell.passage: " ".join(texts[number] for number in cell.sentences)
            for cell in cells
            if cell.article_id == name
        }
        tellings.append(telling(name, None, None, None, passages))
    return {found.name: found for found in repaired_names(tellings)}


@pytest.mark.parametrize(
    ("name", "aliases"),
    [
        ("Yun Sun", {"Yun Sunshine": "translated", "Solar": "translated", "Sun San": "transliteration"}),
        ("Hal Brands", {"Hal Makes": "translated"}),
        ("Joseph Torigian", {"Joseph Turrigian": "transliteration"}),
        ("Li Zhanshu", {"Lee": "transliteration", "Li": "shortened"}),
        ("American University", {"American College": "translated"}),
    ],
)
def test_damaged_names_are_aliases_with_their_cause(
    names: dict[str, RepairedName], name: str, aliases: dict[str, str]
) -> None:
    found = {alias.text: alias.cause for alias in names[name].aliases}
    assert aliases.items() <= found.items()


def test_undamaged_names_are_supported_by_both(names: dict[str, RepairedName]) -> None:
    assert all(names[name].support == ("a", "b") for name in ("Xi Jinping", "Yang Jiechi", "Andrey Denisov"))
