from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from retold.model import CollationCell
from retold.views.passages import passages_side_by_side

ARTICLES = ["a", "b", "c", "d"]
wordings = st.sampled_from(["The ships wait.", "the ships wait.", "Ships waited.", "Nobody came."])
reports = st.lists(st.dictionaries(st.sampled_from(ARTICLES), wordings, min_size=1), max_size=4)


def side_by_side(report: list[dict[str, str]]) -> list[tuple[str, str, list[str], list[str], list[str]]]:
    cells = [
        CollationCell("r", number, article, (number,), 1.0)
        for number, told in enumerate(report)
        for article in told
    ]
    sentences = {
        (article, number): text for number, told in enumerate(report) for article, text in told.items()
    }
    return [
        (
            one.base_id,
            one.text,
            list(one.same),
            [article for wording in one.others for article in wording.article_ids],
            list(one.absent),
        )
        for one in passages_side_by_side(ARTICLES, cells, sentences)
    ]


@given(reports)
def test_every_article_is_accounted_for_once_in_every_passage(report: list[dict[str, str]]) -> None:
    for base, _, same, others, absent in side_by_side(report):
        assert sorted([base, *same, *others, *absent]) == ARTICLES


@given(reports)
def test_the_base_is_the_first_that_tells_the_passage(report: list[dict[str, str]]) -> None:
    for told, (base, text, same, others, _) in zip(report, side_by_side(report), strict=True):
        assert (base, text) == (min(told), told[min(told)])
        assert all(told[article].lower() == text.lower() for article in same)
        assert all(told[article].lower() != text.lower() for article in others)


def test_the_sentences_of_a_cell_are_read_in_order() -> None:
    cells = [CollationCell("r", 0, "a", (3, 5), 1.0)]
    [passage] = passages_side_by_side(["a"], cells, {("a", 3): "One.", ("a", 5): "Two."})
    assert passage.text == "One. Two."
