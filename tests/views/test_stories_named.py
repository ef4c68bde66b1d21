from __future__ import annotations

from pathlib import Path

import pytest
from harbour_record import FLOOD, OWN, STRIKE, article_id

from retold.archive.store import Snapshot, Store
from retold.errors import NotFound
from retold.views import article_named, story_view


@pytest.mark.parametrize(
    "name",
    [
        STRIKE,
        STRIKE[:4],
        STRIKE[:9].upper(),
        OWN[:6],
        article_id("own"),
        article_id("copy")[:5],
        "copy-of-copy",
        "shuts the harbour",
        "  DOCKERS’   strike ",
    ],
)
def test_a_story_answers_to_ids_their_beginnings_and_words_of_its_headline(
    snapshot: Snapshot, name: str
) -> None:
    assert story_view(snapshot, name).story_id == STRIKE


def test_ids_go_before_words(snapshot: Snapshot) -> None:
    assert story_view(snapshot, "f100d").story_id == FLOOD


@pytest.mark.parametrize("name", ["nothing like it", "", "55", "5" * 33, "shuts harbour", "%"])
def test_what_names_no_story_is_said_to(snapshot: Snapshot, name: str) -> None:
    with pytest.raises(NotFound, match="no story answers"):
        story_view(snapshot, name)


def test_a_name_of_several_stories_names_them(snapshot: Snapshot) -> None:
    with pytest.raises(NotFound, match=r"2 stories answer to 'the': 55555555 .*f100d000 "):
        story_view(snapshot, "the")


def test_without_a_name_there_must_be_one_story(snapshot: Snapshot, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="there are 2 stories, name one"):
        story_view(snapshot)
    with pytest.raises(NotFound, match="no story yet"):
        story_view(Store.create_or_open(tmp_path / "empty").snapshot())


def test_articles_answer_to_their_ids(snapshot: Snapshot) -> None:
    assert article_named(snapshot, "rewritten").article_id == article_id("rewritten")
    assert article_named(snapshot, article_id("flood")).external_id == "flood"
    assert article_named(snapshot, article_id("copy")[:4]).external_id == "copy"
    with pytest.raises(NotFound, match="no article answers"):
        article_named(snapshot, "shuts the harbour")
