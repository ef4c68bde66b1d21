"""Where tellings of one passage differ, and whether it changes what is said."""

from __future__ import annotations

import pytest

from retold.model import Variant
from retold.renditions.edition import edition
from retold.renditions.telling import Telling, telling
from retold.renditions.variants import passage_variants


def turning(left: str, right: str) -> list[Variant]:
    return [variant for variant in passage_variants({"a": left, "b": right}) if variant.changes_meaning]


def of_kind(left: str, right: str, kind: str) -> list[Variant]:
    return [variant for variant in passage_variants({"a": left, "b": right}) if variant.kind == kind]


def told(article_id: str, *passages: str | None, order: tuple[int, ...] | None = None) -> Telling:
    numbered = {number: text for number, text in enumerate(passages) if text is not None}
    numbered = {number: numbered[number] for number in order} if order else numbered
    return telling(article_id, None, None, None, numbered)


@pytest.mark.parametrize(
    ("kind", "left", "right"),
    [
        (
            "number",
            "Police arrested twelve people after the match.",
            "Police arrested 14 people after the match.",
        ),
        ("number", "The rate rose to 3.67 percent in May.", "The rate rose to 36.7 percent in May."),
        ("number", "The fund lost $3.5 million last year.", "The fund lost $5.3 million last year."),
        ("number", "Rovers won the final 3-1 in the rain.", "Rovers won the final 3-2 in the rain."),
        ("number", "More than 40 villages were cut off.", "Fewer than 40 villages were cut off."),
        ("date", "The council votes on Tuesday.", "The council votes on Thursday."),
        ("date", "The dam was opened in March 2011.", "The dam was opened in March 2012."),
        ("place", "The envoys met again in Oslo.", "The envoys met again in Warsaw."),
        ("place", "The envoys met again in Bergen.", "The envoys met again in Trondheim."),
        ("name", "The prize went to Marta Keller this year.", "The prize went to Marta Brandt this year."),
        ("polarity", "The port did not accept the ship.", "The port accepted the ship."),
        ("polarity", "The bridge is no longer safe.", "The bridge is safe."),
        ("polarity", "Grain exports rose in spring.", "Grain exports fell in spring."),
        ("polarity", "The union refused to sign the offer.", "The union signed the offer."),
        ("modality", "The bank will close ten branches.", "The bank may close ten branches."),
        ("modality", "The driver reportedly fled the town.", "The driver fled the town."),
        ("modality", "The two leaders are set to meet in Riga.", "The two leaders met in Riga."),
        ("modality", "It is not necessarily a defeat for the party.", "It is not a defeat for the party."),
        ("attribution", "The levee will hold, Keller said.", "The levee will hold, Brandt said."),
    ],
)
def test_what_changes_the_meaning_is_found_and_typed(kind: str, left: str, right: str) -> None:
    assert [variant.kind for variant in turning(left, right)] == [kind]
    assert [variant.kind for variant in turning(right, left)] == [kind]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Police arrested twelve people.", "Police arrested 12 people."),
        ("The fund lost $3.5 million.", "The fund lost $3,500,000."),
        ("Talks resume at 7 p.m. on Friday.", "Talks resume at 19:00 on Friday."),
        ("The court said the law is not constitutional.", "The court said the law is unconstitutional."),
        (
            "Norway is a neighbour that cannot be ignored.",
            "Norway is not a neighbour that can be passed over.",
        ),
        ("The union failed to sign the offer.", "The union did not sign the offer."),
        ("The agency will open in May.", "The agency is going to open in May."),
        ("The envoy met Yusuf Karimov on Monday.", "The envoy met Yusuf Kerimoff on Monday."),
        ("Not only farmers but also millers complained.", "Farmers and millers complained."),
        ("Moscow and Beijing signed the accord.", "Russia and China signed the accord."),
        ("The ship sailed three miles along the coast.", "The ship sailed five kilometres along the coast."),
        ("They affirmed the non-interference in trade.", "They affirmed not interfering in trade."),
    ],
)
def test_other_words_for_the_same_change_nothing(left: str, right: str) -> None:
    assert turning(left, right) == []
    assert turning(right, left) == []


def test_a_vague_quantity_is_a_loss_of_precision_and_no_conflict() -> None:
    left = "Farms sold most of their wool over the three months between March and June."
    right = "Farms sold most wool during a few months between March and perhaps June."
    [found] = of_kind(left, right, "number")
    assert {reading.text for reading in found.readings} == {"three", "few"}
    assert not found.changes_meaning
    assert found.preferred == "three"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("said Joseph Harutian, who teaches in Lyon", "said Joseph Herutyan, who teaches in Lyon"),
        (
            "The trade was praised by Ann Marsh of the fund.",
            "The trade was praised by Ann Swamp of the fund.",
        ),
        ("Lena Sun, who runs the office, declined.", "Lena Sunshine, who runs the office, declined."),
        (
            "The treaty was welcomed by the White House on Monday.",
            "The treaty was greeted by the Pale House on Monday.",
        ),
        ("The United States took the first step.", "The Joined States made the first stride."),
    ],
)
def test_a_damaged_name_is_a_name_and_the_same_person(left: str, right: str) -> None:
    [found] = of_kind(left, right, "name")
    assert not found.changes_meaning


def test_copies_have_one_reading_however_many_they_are() -> None:
    by_article = {f"copy{number}": "Rain fell on nine towns." for number in range(30)}
    [found] = [
        one
        for one in passage_variants({**by_article, "slip": "Rain fell on six towns."})
        if one.changes_meaning
    ]
    assert [(reading.text, len(reading.article_ids)) for reading in found.readings] == [
        ("nine", 30),
        ("six", 1),
    ]
    assert found.preferred is None  # two wordings, one each


def test_weights_decide_what_is_preferred() -> None:
    by_article = {"a": "Rain fell on nine towns.", "b": "Rain fell on six towns."}
    [found] = passage_variants(by_article, {"a": 0.5, "b": 2.0})
    assert found.preferred == "six"


def test_a_third_telling_breaks_the_tie_though_it_words_the_rest_otherwise() -> None:
    [found] = [
        one
        for one in passage_variants(
            {
                "a": "Rain fell on nine towns in the north.",
                "b": "Rain fell on six towns in the north.",
                "c": "Heavy rain fell on nine towns in the northern hills.",
            }
        )
        if one.kind == "number"
    ]
    assert found.preferred == "nine"
    assert {reading.text: reading.article_ids for reading in found.readings} == {
        "nine": ("a", "c"),
        "six": ("b",),
    }


def test_swapped_words_are_told_as_wording() -> None:
    [found] = passage_variants({"a": "The mayor thanked the nurses.", "b": "The mayor praised the nurses."})
    assert (found.kind, found.changes_meaning) == ("wording", False)
    assert {reading.text for reading in found.readings} == {"thanked", "praised"}


def test_a_clause_that_one_lacks_is_an_omission() -> None:
    left = "The mill, which employed ninety weavers before the flood, reopened on Monday."
    [found] = passage_variants({"a": left, "b": "The mill reopened on Monday."})
    assert (found.kind, found.changes_meaning) == ("omission", False)
    assert {reading.text for reading in found.readings if "b" in reading.article_ids} == {""}


def variants_of(tellings: list[Telling]) -> list[Variant]:
    return [variant for passage in edition("r", tellings, {}) for variant in passage.variants]


def test_a_passage_is_left_out_added_or_moved() -> None:
    first, second, third = "The mill reopened.", "Ninety weavers came back.", "The mayor cut a ribbon."
    tellings = [
        told("a", first, second, third),
        told("b", first, second),
        told("c", first, second, order=(1, 0)),
    ]
    found = {(one.kind, one.passage): one for one in variants_of(tellings)}
    assert found.keys() == {("addition", 2), ("order", 0)} or found.keys() == {("addition", 2), ("order", 1)}
    assert not any(one.changes_meaning for one in found.values())


def test_what_most_have_and_one_lacks_is_an_omission() -> None:
    tellings = [
        told("a", "The mill reopened.", "Ninety came."),
        told("b", "The mill reopened.", "Ninety came."),
    ]
    [found] = variants_of([*tellings, told("c", "The mill reopened.", None)])
    assert (found.kind, found.passage, found.readings[1].article_ids) == ("omission", 1, ("c",))


def test_another_language_is_not_searched_for_english_negations() -> None:
    left = "Der Minister sagte am Abend in Hamburg, man habe die Lage nie so ernst genommen und nor die Ruhe bewahrt."
    right = "Der Minister sagte am Abend in Hamburg, man habe die Lage nie so ernst genommen und die Ruhe bewahrt."
    assert turning(left, right) == []
