"""Who was made from whom: shared changes, omissions, times, credits."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from retold.renditions.stemma import Descent, stemma
from retold.renditions.telling import Telling, telling

START = datetime(2031, 5, 1, tzinfo=UTC)
REPORT = [
    "The council of Vik voted late on Monday to sell the old fish hall by the north quay.",
    "A brewery from the next valley had offered nine million crowns for the building and its cold store.",
    "Two members left the room before the vote and would not say why they had gone.",
    "The hall has stood empty since the last of the trawlers moved up the coast in 2009.",
    "Mayor Lise Brekke said the money would pay for a new roof on the primary school.",
    "Neighbours had asked for a museum, and collected four hundred names in a single week.",
    "The brewery means to open a taproom there before next summer and to hire thirty people.",
    "Divers must first clear the quay of two wrecks that have lain there since the war.",
]


def told(
    name: str,
    hour: float | None,
    texts: list[str],
    *,
    without: tuple[int, ...] = (),
    agency: str | None = None,
) -> Telling:
    time = None if hour is None else START + timedelta(hours=hour)
    passages = {place: text for place, text in enumerate(texts) if place not in without}
    return telling(name, time, f"Outlet {name}", agency, passages)


def changed(texts: list[str], *swaps: tuple[str, str]) -> list[str]:
    """The texts with words swapped; a swap that changes nothing is a mistake in the test."""
    joined = "\n".join(texts)
    for before, after in swaps:
        assert before in joined
        joined = joined.replace(before, after)
    return joined.split("\n")


def parents(tellings: list[Telling]) -> dict[str, str | None]:
    return {row.article_id: row.parent_id for row in stemma(tellings)}


def row(tellings: list[Telling], name: str) -> Descent:
    return next(one for one in stemma(tellings) if one.article_id == name)


REWRITTEN = changed(
    REPORT,
    ("voted late", "decided late"),
    ("sell the old", "part with the old"),
    ("had offered", "had bid"),
    ("stood empty", "been vacant"),
    ("would pay for", "would fund"),
    ("collected", "gathered"),
    ("means to open", "plans to open"),
)


def test_copies_of_a_rewritten_copy_come_from_it_and_not_from_the_report() -> None:
    tellings = [
        told("a", 0, REPORT),
        told("b", 2, REWRITTEN),
        told("c", 5, REWRITTEN, without=(7,)),
        told("d", 6, changed(REWRITTEN, ("thirty", "forty")), without=(5,)),
        told("e", 7, REPORT, without=(6, 7)),
    ]
    assert parents(tellings) == {"a": None, "b": "a", "c": "b", "d": "b", "e": "a"}


def test_a_copy_does_not_come_from_one_that_lacks_what_it_has_from_the_report() -> None:
    tellings = [
        told("a", 0, REPORT),
        told("b", 1, REPORT, without=(2, 3, 5)),
        told("c", 2, changed(REPORT, ("thirty", "forty"))),
    ]
    assert parents(tellings)["c"] == "a"


def test_a_chain_is_followed_step_by_step() -> None:
    second = changed(REPORT, ("nine million", "nine and a half million"), ("collected", "gathered"))
    third = changed(second, ("Two members", "Three members"), ("hire thirty", "employ thirty"))
    fourth = changed(third, ("in a single week", "in only a week"), ("two wrecks", "both wrecks"))
    chain = {"a": REPORT, "b": second, "c": third, "d": fourth}
    tellings = [told(name, hour, text) for hour, (name, text) in enumerate(chain.items())]
    assert parents(tellings) == {"a": None, "b": "a", "c": "b", "d": "c"}


def test_equal_tellings_come_from_the_earliest() -> None:
    tellings = [told(name, hour, REPORT) for name, hour in (("c", 2), ("a", 5), ("b", None), ("d", 1))]
    assert parents(tellings) == {"d": None, "a": "d", "b": "d", "c": "d"}


def test_equal_tellings_without_times_come_from_the_one_that_is_credited() -> None:
    tellings = [
        told("a", None, REPORT),
        told("b", None, REPORT, agency="Outlet d"),
        told("c", None, REPORT, agency="Fjordpress"),
        told("d", None, REPORT, agency="Fjordpress"),
    ]
    assert parents(tellings) == {"a": "d", "b": "d", "c": "d", "d": None}


def test_of_equal_tellings_the_credited_one_is_the_parent() -> None:
    child = changed(REPORT, ("nine million", "ten million"))
    tellings = [told("a", 0, REPORT), told("b", 1, REPORT), told("c", 5, child, agency="Outlet b")]
    assert parents(tellings) == {"a": None, "b": "a", "c": "b"}
    assert "credits Outlet b" in row(tellings, "c").reasons


def test_a_copy_that_credits_whom_its_like_does_not_name_comes_from_elsewhere() -> None:
    tellings = [told("a", 0, REPORT), told("b", 1, REPORT, agency="Fjordpress")]
    assert parents(tellings) == {"a": None, "b": None}
    assert "credits Fjordpress, which that one does not name" in row(tellings, "b").reasons


def test_tellings_that_share_no_passage_have_no_parent() -> None:
    tellings = [told("a", 0, REPORT, without=(4, 5, 6, 7)), told("b", 1, REPORT, without=(0, 1, 2, 3))]
    assert parents(tellings) == {"a": None, "b": None}


def test_the_reasons_say_how_much_of_the_parents_changes_is_kept() -> None:
    tellings = [
        told("a", 0, REPORT),
        told("b", 2, REWRITTEN),
        told("c", 5, REWRITTEN, without=(7,)),
        told("e", 7, REPORT, without=(6, 7)),
    ]
    reasons = "; ".join(row(tellings, "c").reasons)
    assert "7 of its 7 passages stand in Outlet b" in reasons
    assert "that only Outlet b's branch has" in reasons
    assert "1 passages left out" in reasons
    assert "published 3.0 hours later" in reasons


def test_a_shared_credit_is_named() -> None:
    tellings = [
        told("a", 0, REPORT, agency="Fjordpress"),
        told("b", 1, REPORT, without=(7,), agency="Fjordpress"),
    ]
    assert "credits Fjordpress as its parent does" in row(tellings, "b").reasons


def test_one_telling_alone_comes_from_a_lost_original() -> None:
    (only,) = stemma([told("a", 0, REPORT)])
    assert only.parent_id is None
    assert only.reasons == ("the only wording found",)


def test_no_tellings_have_no_stemma() -> None:
    assert stemma([]) == []


def test_a_telling_without_passages_is_kept() -> None:
    tellings = [told("a", 0, REPORT), told("b", 1, []), told("c", 2, [])]
    assert parents(tellings)["b"] is None


def test_passages_taken_from_a_second_telling_are_noticed() -> None:
    other = changed(
        REWRITTEN,
        ("The council of Vik decided late on Monday", "Councillors in Vik made up their minds at night"),
        ("A brewery from the next valley had bid", "Brewers from nearby had put down"),
        ("left the room before the vote and", "walked out ahead of the ballot, who"),
        ("The hall has been vacant since the last", "Nobody has used the building after the last"),
        ("gathered four hundred names in a single week", "got four hundred people to sign within days"),
        ("open a taproom there before next summer", "have a bar running by the spring"),
        ("Divers must first clear", "The harbour must be rid by divers"),
    )
    mixed = [*REPORT[:5], *other[5:]]
    tellings = [told("a", 0, REPORT), told("b", 2, other), told("c", 5, mixed)]
    found = row(tellings, "c")
    assert {found.parent_id, found.second_parent_id} == {"a", "b"}


def test_a_plain_copy_has_no_second_parent() -> None:
    tellings = [told("a", 0, REPORT), told("b", 2, REWRITTEN), told("c", 5, REPORT, without=(7,))]
    assert [one.second_parent_id for one in stemma(tellings)] == [None, None, None]
