"""The two seed texts: who speaks in them, through what, and who passed it on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

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


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> retold.Archive:
    """Both tellings, run together."""
    folder = tmp_path_factory.mktemp("seeds")
    lines = [
        json.dumps({"id": name, "text": seed.read_text(encoding="utf-8"), "published": "2022-09-16"})
        for name, seed in zip("ab", SEEDS, strict=True)
    ]
    (folder / "seeds.jsonl").write_text("\n".join(lines), encoding="utf-8")
    archive = retold.open(folder / "archive")
    archive.add(folder / "seeds.jsonl")
    archive.run()
    return archive


def actor(record: retold.Archive, name: str) -> dict[str, Any]:
    [found] = [row for row in record.table("actors").to_pylist() if row["name"] == name]
    return dict(found)


@pytest.mark.parametrize(
    "name", ["Yun Sun", "Hal Brands", "Joseph Torigian", "Li Zhanshu", "Yang Jiechi", "Xi Jinping"]
)
def test_both_tellings_have_the_actor(name: str, record: retold.Archive) -> None:
    wanted = actor(record, name)["actor_id"]
    mentions = record.table("mentions").to_pylist()
    assert len({row["article_id"] for row in mentions if row["actor_id"] == wanted}) == 2


@pytest.mark.parametrize(
    ("name", "parts", "times"),
    [
        ("Yun Sun", ("Sun", "San", "Solar"), 3),
        ("Hal Brands", ("Hal ",), 1),
        ("Joseph Torigian", ("Joseph", "he"), 2),
        ("Li Zhanshu", ("Li",), 2),
        ("Yang Jiechi", ("Yang",), 1),
    ],
)
def test_both_tellings_have_the_actor_speak(
    name: str, parts: tuple[str, ...], times: int, record: retold.Archive
) -> None:
    """As often in the one as in the other, by whatever form of the name."""
    wanted = actor(record, name)["actor_id"]
    spoken = [
        row["article_id"]
        for row in record.table("statements").to_pylist()
        if row["speaker_id"] == wanted and any(part in row["speaker"] for part in parts)
    ]
    assert sorted(spoken.count(article) >= times for article in set(spoken)) == [True, True]


@pytest.mark.parametrize(
    ("name", "damaged"),
    [
        ("Yun Sun", {"Yun Sunshine": "translated", "Sun San": "transliteration", "Solar": "translated"}),
        ("Hal Brands", {"Hal Makes": "translated"}),
        ("Joseph Torigian", {"Joseph Turrigian": "transliteration"}),
        ("Li Zhanshu", {"Lee": "transliteration"}),
        ("American University", {"American College": "translated"}),
    ],
)
def test_damaged_names_are_aliases_with_their_causes(
    name: str, damaged: dict[str, str], record: retold.Archive
) -> None:
    aliases = {alias["text"]: alias["cause"] for alias in actor(record, name)["aliases"]}
    assert damaged.items() <= aliases.items()
    names = {row["name"] for row in record.table("actors").to_pylist()}
    assert not damaged.keys() & names


def test_a_run_keeps_channels_and_who_passed_it_on(record: retold.Archive) -> None:
    statements = record.table("statements").to_pylist()

    def of(name: str) -> list[dict[str, Any]]:
        wanted = actor(record, name)["actor_id"]
        return [row for row in statements if row["speaker_id"] == wanted]

    assert [row["channel"] for row in of("Hal Brands")] == ["Twitter", "Twitter"]
    assert [row["channel"] for row in of("Joseph Torigian")].count("AFP") == 2
    assert [row["reported_by"] for row in of("Li Zhanshu")].count("Russia") == 2
