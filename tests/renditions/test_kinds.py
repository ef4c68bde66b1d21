"""How a telling was made is read off its wording: kept, edited, swapped word for word, or translated."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.renditions.kind_marks import marks, reference
from retold.renditions.kinds import CopyKind, judge
from retold.renditions.telling import Telling, telling

WIRE = [
    "The minister of finance of Norland, Erik Brands, resigned on Tuesday after weeks of protests over the new tax on fuel.",
    "His decision surprised the members of the governing coalition, who had expected him to stay until the elections in May.",
    '"I leave because I no longer have the trust of the country," Brands told reporters in the capital.',
    "The prime minister thanked him for his work and said a successor would be named before the end of the week.",
    "Thousands of people had marched through the largest cities on Saturday, and the police arrested more than 60 of them.",
    "Analysts say the government now needs to find a compromise with the unions, which have called for a general strike.",
]
EDITED = [
    "Norland's finance minister Erik Brands stepped down on Tuesday in the face of growing anger at his fuel tax.",
    WIRE[1],
    WIRE[2],
    "The prime minister thanked him and said a successor would be named before the weekend.",
    WIRE[4],
    WIRE[5],
]
REWRITTEN = [
    "The pastor of monetary of Norland, Erik Makes, abdicated on Tuesday after weeks of demonstrations over the novel levy on gasoline.",
    "His determination astonished the associates of the governing alliance, who had anticipated him to linger until the ballots in May.",
    '"I depart because I no longer possess the faith of the nation," Makes informed correspondents in the metropolis.',
    "The prime pastor thanked him for his labour and mentioned a substitute would be designated before the conclusion of the week.",
    "Thousands of individuals had paraded through the biggest municipalities on Saturday, and the constabulary apprehended more than 60 of them.",
    "Observers state the administration now requires to discover a middle way with the syndicates, which have summoned a universal walkout.",
]
TRANSLATED = [
    "On Tuesday, after protests that lasted for weeks against the new fuel tax, the finance minister in Norland, Eric Brandes, resigned.",
    "The members of the coalition which governs were surprised at this decision, as it was expected of him that he stays until elections that are in May.",
    'Brandes said to the journalists in the capital: "I am leaving, for the trust of the country is not with me any more."',
    "He was thanked for the work by the head of the government, who said that before the week is at an end the name of a successor is to be given.",
    "On Saturday thousands went out in the largest of the cities, and of them more than 60 were arrested by the police.",
    "It is on the government, according to analysts, that with the unions, by which a general strike was called for, it now finds a compromise.",
]


def told(name: str, sentences: Sequence[str]) -> Telling:
    return telling(name, None, None, None, dict(enumerate(sentences)))


@pytest.mark.parametrize(
    ("sentences", "kind"),
    [
        (WIRE, "verbatim"),
        (WIRE[:4], "verbatim"),
        (EDITED, "edited"),
        (REWRITTEN, "paraphrased"),
        (TRANSLATED, "translated"),
    ],
)
def test_each_kind_is_known_beside_its_parent(sentences: list[str], kind: CopyKind) -> None:
    assert judge(told("copy", sentences), told("wire", WIRE), []).kind == kind


def test_of_two_reworded_siblings_the_one_with_the_odd_words_was_rewritten() -> None:
    rewritten, translated = told("a", REWRITTEN), told("b", TRANSLATED)
    swapped = judge(rewritten, None, [translated]).probabilities["paraphrased"]
    assert swapped > judge(translated, None, [rewritten]).probabilities["paraphrased"]
    assert judge(translated, None, [rewritten]).kind == "translated"


def test_rarity_is_told_from_either_side_alike() -> None:
    one, other = told("a", REWRITTEN), told("b", WIRE)
    assert marks(one, other).rarer > 0
    assert marks(one, other).rarer == pytest.approx(-marks(other, one).rarer)


def test_where_the_parent_is_lost_each_passage_is_held_beside_the_nearest_sibling() -> None:
    first, second = told("a", [*WIRE[:3], *REWRITTEN[3:]]), told("b", [*REWRITTEN[:3], *WIRE[3:]])
    assert dict(reference(told("c", WIRE), None, [first, second]).passages) == dict(enumerate(WIRE))
    assert judge(told("c", WIRE), None, [first, second]).kind == "verbatim"


def test_sentences_that_fall_into_other_passages_are_not_taken_for_changes() -> None:
    shifted = telling("copy", None, None, None, {0: f"{WIRE[0]} {WIRE[1]}", 2: WIRE[2], 3: WIRE[3]})
    assert marks(shifted, told("wire", WIRE)).changed == 0


def test_damaged_and_respelled_names_are_named() -> None:
    assert ("Brands", "Makes") in judge(told("a", REWRITTEN), told("wire", WIRE), []).marks.damaged_names
    respelled = [sentence.replace("Brands", "Brandes") for sentence in WIRE]
    assert ("Brands", "Brandes") in marks(told("b", respelled), told("wire", WIRE)).respelled_names
    assert any(
        "Brands/Makes" in said for said in judge(told("a", REWRITTEN), told("wire", WIRE), []).evidence
    )


def test_a_telling_that_shares_nothing_has_no_marks() -> None:
    judged = judge(told("alone", WIRE), None, [])
    assert judged.marks.swaps == ()
    assert judged.marks.changed == 0


@given(
    st.lists(st.sampled_from([*WIRE, *REWRITTEN, *TRANSLATED]), min_size=1, max_size=6),
    st.lists(st.sampled_from([*WIRE, *REWRITTEN, *TRANSLATED]), min_size=1, max_size=6),
)
def test_probabilities_add_up_and_shares_are_shares(own: list[str], other: list[str]) -> None:
    judged = judge(told("a", own), told("b", other), [])
    assert sum(judged.probabilities.values()) == pytest.approx(1)
    found = judged.marks
    shares = (found.changed, found.untouched, found.kept, found.added, found.function, found.moved)
    assert all(0 <= share <= 1 for share in shares)


def test_a_brief_text_with_a_word_changed_in_each_sentence_is_edited() -> None:
    brief = ["The mayor of Brno resigned on Monday.", "He gave no reasons.", "An election follows in June."]
    touched = ["The mayor of Brno quit on Monday.", "He gave no explanation.", "An election follows in July."]
    assert judge(told("b", touched), told("a", brief), []).kind == "edited"
    assert judge(told("b", touched), None, [told("a", brief)]).kind == "edited"
    assert judge(told("b", brief), told("a", brief), []).kind == "verbatim"
