"""The report's text as it probably stood."""

from __future__ import annotations

from retold.renditions.edition import edition
from retold.renditions.telling import telling


def text_of(weights: dict[str, float] | None, /, **wordings: str) -> str:
    tellings = [telling(name, None, None, None, {0: text}) for name, text in wordings.items()]
    return next(edition("r", tellings, weights or {})).consensus.text


def test_a_slip_in_one_branch_is_put_right_by_two_others() -> None:
    text = text_of(
        None,
        a="The flood reached nine towns in the valley and closed two roads.",
        b="The flood reached six towns in the valley and closed two roads on Sunday night.",
        c="The flood reached six towns in the whole valley and closed two roads.",
    )
    assert "six towns" in text
    assert "nine" not in text


def test_a_damaged_name_is_restored_from_another_branch() -> None:
    tellings = [
        telling(
            "a",
            None,
            None,
            None,
            {0: "“The market is calm,” said Hal Brands, who has taught there for years."},
        ),
        telling(
            "b",
            None,
            None,
            None,
            {0: "“The market is calm,” said Hal Makes, who has taught there for many years."},
        ),
        telling("c", None, None, None, {0: "“The market is calm,” said Hal Brands, who taught there."}),
    ]
    [passage] = [passage.consensus for passage in edition("r", tellings, {})]
    assert passage.article_ids == ("b",)
    assert "Hal Brands" in passage.text
    [choice] = [choice for choice in passage.choices if choice.kind == "name"]
    assert (choice.text, choice.replaced, choice.article_ids) == ("Hal Brands", "Hal Makes", ("a", "c"))


def test_copies_of_one_branch_do_not_outvote_two_others() -> None:
    wrong = {f"copy{number}": "The vote is on Tuesday in the old hall of the town." for number in range(20)}
    right = {"x": "The vote is on Thursday in the old hall.", "y": "The vote is on Thursday in the hall."}
    assert "Thursday" in text_of(None, **wrong, **right)


def test_weights_of_branches_choose_the_base() -> None:
    wordings = {"a": "The mill reopened after a year.", "b": "After one year the mill was opened again."}
    assert text_of({"a": 1.0, "b": 3.0}, **wordings) == wordings["b"]
    assert text_of({"a": 3.0, "b": 1.0}, **wordings) == wordings["a"]


def test_passages_come_in_order_each_once() -> None:
    tellings = [
        telling("a", None, None, None, {2: "Third.", 0: "First."}),
        telling("b", None, None, None, {0: "First.", 1: "Second."}),
    ]
    assert [
        (found.passage, found.text) for found in [passage.consensus for passage in edition("r", tellings, {})]
    ] == [
        (0, "First."),
        (1, "Second."),
        (2, "Third."),
    ]
