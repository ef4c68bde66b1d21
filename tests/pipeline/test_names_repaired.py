"""A run leads the damaged names of a report's tellings back to one actor each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pipeline_corpus import PRESS, jsonl, print_papers
from pipeline_corpus import Record as Paper
from pipeline_record import record, worked

from retold import Archive

WIRE = """
The harbour of Lenno will stay open to Chinese freighters this winter, the port authority said on Thursday.
"Nobody closes a harbour that feeds a valley," said Edith Marsh, director of the shipping program at the Fjord Institute.
Marsh said the quays had been inspected twice since the summer storms and were found to be sound.
Chinese legislator Li Zhanshu visited the terminal on Wednesday and spoke with the dock workers for an hour.
"We came to listen, and we leave with a list of repairs," Li Zhanshu told reporters beside the northern crane.
"The ferries to the islands will run as they always did," said Yusuf Karimov, the captain of the oldest of them.
Fishermen at the southern mole complained that the freighters leave them hardly any room to turn their boats.
A decision about the second terminal is expected in the spring, after the council has read the engineers' report.
"""
REWRITTEN = """
The harbour of Lenno is going to stay open to Chinese freighters this winter, the port authority stated on Thursday.
"Nobody closes a harbour that feeds a valley," said Edith Swamp, director of the shipping program at the Fjord Institute.
Swamp said the quays had been examined twice since the summer storms and were found to be sound.
Chinese legislator Li Jianshu visited the terminal on Wednesday and talked with the dock workers for an hour.
"We came to listen, and we leave with a list of repairs," Li Jianshu told reporters beside the northern crane.
"The ferries to the islands will run as they always did," said Yusuf Kareemov, the captain of the oldest of them.
Fishermen at the southern mole complained that the freighters leave them barely any room to turn their boats.
A decision about the second terminal is anticipated in the spring, after the council has read the engineers' report.
"""


def printed(name: str, text: str, hour: int, *cut: str) -> Paper:
    """A telling without the lines that hold what is cut."""
    lines = [line for line in text.strip().splitlines() if not any(part in line for part in cut)]
    return {
        "id": name,
        "source": f"The {name.title()}",
        "text": "\n\n".join(lines),
        "published": f"2022-06-09T{hour:02d}:00:00Z",
    }


HARBOUR = [
    printed("wire", WIRE, 6),
    printed("rewritten", REWRITTEN, 9),
    printed("reprint", WIRE, 11, "southern mole"),
]
PAIRS = [("Edith Marsh", "Edith Swamp"), ("Li Zhanshu", "Li Jianshu"), ("Yusuf Karimov", "Yusuf Kareemov")]


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    folder = tmp_path_factory.mktemp("harbour")
    archive = Archive(folder / "archive")
    archive.add(print_papers(folder / "papers", HARBOUR))
    archive.run()
    return archive


def actor(archive: Archive, name: str) -> dict[str, Any]:
    [found] = [row for row in archive.table("actors").to_pylist() if row["name"] == name]
    return dict(found)


def speakers(archive: Archive, part: str) -> set[str | None]:
    """The actors of the statements in which somebody with this in the name speaks."""
    return {
        row["speaker_id"] for row in archive.table("statements").to_pylist() if part in (row["speaker"] or "")
    }


def test_the_tellings_are_of_one_report(harbour: Archive) -> None:
    """Else nothing could be held against anything."""
    assert len(set(harbour.table("renditions").column("report_id").to_pylist())) == 1


@pytest.mark.parametrize(("right", "damaged"), PAIRS)
def test_a_speaker_is_one_actor_in_all_tellings(harbour: Archive, right: str, damaged: str) -> None:
    assert speakers(harbour, right) == speakers(harbour, damaged) == {actor(harbour, right)["actor_id"]}


@pytest.mark.parametrize(("right", "damaged"), PAIRS)
def test_the_damaged_form_is_an_alias_with_its_cause(harbour: Archive, right: str, damaged: str) -> None:
    found = actor(harbour, right)
    causes = {alias["text"]: alias["cause"] for alias in found["aliases"] if alias["articles"] == 1}
    assert causes[damaged] == ("translated" if "Swamp" in damaged else "transliteration")
    assert found["support"] == 2
    assert not [row for row in harbour.table("actors").to_pylist() if row["name"] == damaged]


def test_short_forms_and_pronouns_follow(harbour: Archive) -> None:
    marsh = actor(harbour, "Edith Marsh")["actor_id"]
    assert speakers(harbour, "Swamp") == speakers(harbour, "Marsh") == {marsh}


def test_the_dictionary_s_actor_keeps_what_is_known_of_it(harbour: Archive) -> None:
    li = actor(harbour, "Li Zhanshu")
    assert (li["country"], li["in_dictionary"]) == ("CHN", True)


def test_mentions_keep_the_words_of_the_text_and_say_that_the_name_was_repaired(harbour: Archive) -> None:
    texts = {row["article_id"]: row["text"] for row in harbour.table("articles").to_pylist()}
    known = set(harbour.table("actors").column("actor_id").to_pylist())
    for row in harbour.table("mentions").to_pylist():
        assert texts[row["article_id"]][row["start"] : row["end"]] == row["text"]
        assert row["actor_id"] in known
        assert (row["method"] == "repaired") <= (0 < row["score"] < 1)
    methods = {row["text"]: row["method"] for row in harbour.table("mentions").to_pylist()}
    assert methods["Edith Swamp"] == "repaired" and methods["Edith Marsh"] == "as named"


def test_what_the_articles_say_by_themselves_is_kept(harbour: Archive) -> None:
    read = {name["name"] for row in harbour.table("readings").to_pylist() for name in row["named"]}
    assert {"Edith Swamp", "Edith Marsh"} <= read


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 2, 0), (2, 1, 0)])
def test_one_after_another_makes_the_record_of_all_at_once(
    harbour: Archive, tmp_path: Path, order: tuple[int, ...]
) -> None:
    archive = Archive(tmp_path / "archive")
    for place in order:
        archive.add(jsonl(tmp_path / f"{place}.jsonl", [HARBOUR[place]]))
        archive.run()
    assert record(archive) == record(harbour)


def test_only_the_report_that_an_article_joins_has_its_names_repaired_again(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "archive")
    archive.add(print_papers(tmp_path / "papers", [*PRESS, HARBOUR[0], HARBOUR[2]]))
    archive.run()
    there = archive.table("repairs").num_rows
    archive.add(jsonl(tmp_path / "late.jsonl", [HARBOUR[1]]))
    rows = worked(archive.run())
    assert (rows["repairs"], rows["readings"]) == (3, 1)
    assert archive.table("repairs").num_rows == there + 1
    assert speakers(archive, "Edith Swamp") == {actor(archive, "Edith Marsh")["actor_id"]}


def test_an_article_of_another_report_has_the_same_actor_by_its_right_name_only(tmp_path: Path) -> None:
    other = """
Edith Marsh has written a history of lighthouses that nobody wanted to print for nine years.
A small press in the hills took it in the end, and sold the first thousand copies before Christmas.
Edith Swamp, a painter of moors, drew the maps for it with a crow's feather.
"""
    archive = Archive(tmp_path / "archive")
    archive.add(print_papers(tmp_path / "papers", [*HARBOUR, printed("weekly", other, 12)]))
    archive.run()
    named = {
        (row["article_id"], row["text"]): row["actor_id"] for row in archive.table("mentions").to_pylist()
    }
    weekly = {
        row["article_id"] for row in archive.table("articles").to_pylist() if row["external_id"] == "weekly"
    }
    ids = {text: actor for (article, text), actor in named.items() if article in weekly}
    marsh = actor(archive, "Edith Marsh")
    assert ids["Edith Marsh"] == marsh["actor_id"] and marsh["support"] == 3
    assert ids["Edith Swamp"] == actor(archive, "Edith Swamp")["actor_id"] != marsh["actor_id"]
