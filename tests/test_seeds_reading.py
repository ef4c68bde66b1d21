"""The two seed texts: who speaks in them, through what, and who passed it on."""

from __future__ import annotations

from pathlib import Path

import pytest

import retold
from retold.model import Statement

SEEDS = sorted((Path(__file__).parents[2] / "shared" / "data" / "seeds").glob("*.txt"))
pytestmark = pytest.mark.skipif(len(SEEDS) != 2, reason="the seed texts are not beside the project")


@pytest.fixture(scope="module")
def found() -> list[list[Statement]]:
    return [retold.statements(seed.read_text(encoding="utf-8"), "2022-09-16") for seed in SEEDS]


def spoken_by(statements: list[Statement], name: str) -> list[Statement]:
    return [one for one in statements if name in (one.speaker or "")]


@pytest.mark.parametrize("telling", [0, 1])
@pytest.mark.parametrize("name", ["Yang Jiechi", "Li", "Hal", "Joseph"])
def test_each_telling_has_the_speaker(telling: int, name: str, found: list[list[Statement]]) -> None:
    assert spoken_by(found[telling], name)


@pytest.mark.parametrize("telling", [0, 1])
def test_through_what_they_spoke(telling: int, found: list[list[Statement]]) -> None:
    [brands] = spoken_by(found[telling], "Hal ")
    assert brands.channel == "Twitter" and brands.kind == "direct"
    assert any(one.channel == "AFP" and one.speaker == "he" for one in found[telling])


@pytest.mark.parametrize("telling", [0, 1])
def test_who_passed_it_on(telling: int, found: list[list[Statement]]) -> None:
    assert any(one.reported_by == "Russia" for one in spoken_by(found[telling], "Li"))


def test_one_actor_speaks_in_both_tellings(found: list[list[Statement]]) -> None:
    for name in ("Yang Jiechi", "Li"):
        actors = [{one.speaker_id for one in spoken_by(telling, name)} for telling in found]
        assert actors[0] & actors[1] - {None}
