"""Features of two texts: bounds, symmetry, and what they make of copies and of second reporters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.stories.features import Features, compare, compare_all, longest_increasing
from retold.stories.fingerprints import fingerprint
from retold.stories.profile import Profile, profile
from retold.stories.scoring import judgements
from retold.text import sentences_of

QUOTES = [
    "We did not come to this island to count fish; we came to count the years we have left to catch them,",
    "Every net that goes down after the first of October will come up empty, and the sea will keep the bill,",
    "I would rather be voted out by fishermen than thanked by an empty harbour,",
]

WIRE = (
    "TORSHAVN - The fisheries minister shut the cod grounds north of the islands on Tuesday, the first closure "
    f"in two decades, after surveys found stocks at a third of their level in 1998. “{QUOTES[0]}” Jógvan Heinesen "
    "told a packed meeting of skippers in Klaksvík. Trawler owners, who say the ban will idle forty vessels and "
    "six hundred hands, threatened to block the port if compensation was not agreed by the weekend. "
    f"“{QUOTES[1]}” the minister said. Scientists at the marine laboratory had urged a halt since spring. "
    f"“{QUOTES[2]}” he added before boarding the ferry home. The closure runs until March and covers an area "
    "the size of Luxembourg, patrolled by two coast guard cutters and a leased aircraft."
)
SECOND = (
    "It took Jógvan Heinesen less than ten minutes to lose the hall. By the time he had finished, half of the "
    f"men in oilskins stood with their backs to him. “{QUOTES[0]}” he had begun, reading from a card. "
    "Nobody laughed. At the rear, Annika Dam, whose family has gone out for haddock and cod since her "
    f"great-grandfather bought a sloop, shook her head. “{QUOTES[1]}” came the voice from the stage. "
    "She has two loans and a crew with children at school. Outside, in sleet, boys handed around flasks while "
    f"a radio van filmed the quay. “{QUOTES[2]}” was the line that the evening bulletins kept. "
    "Nobody in the village seemed to think that he would have to wait long for either."
)
REWRITTEN = (
    "TORSHAVN - The fishery minister closed the cod areas north of the isles on Tuesday, the first shutdown "
    "in twenty years, after studies discovered stocks at one third of their level in 1998. “We did not arrive "
    "on this isle to number fish; we arrived to number the years we have remaining to catch them,” Jógvan "
    "Heinesen informed a crowded gathering of skippers in Klaksvík. Trawler proprietors, who state the ban will "
    "idle forty ships and six hundred hands, threatened to obstruct the port if compensation was not settled "
    "by the weekend. Scientists at the marine laboratory had pressed for a halt since spring. The shutdown runs "
    "until March and covers a region the size of Luxembourg, patrolled by two coast guard cutters and a rented "
    "plane."
)
UNRELATED = (
    "The orchestra of Maribor will tour Japan in November with three symphonies by Bruckner. Conductor Petra Zajc "
    "said tickets in Osaka sold out within an hour. A second concert was added, and the choir will travel by train."
)
TEXTS = [WIRE, SECOND, REWRITTEN, UNRELATED]


def made(text: str, language: str = "en") -> Profile:
    return profile(fingerprint("a", sentences_of("a", text), language, None))


def compared(left: str, right: str) -> Features:
    return compare(made(left), made(right))


def report(left: str, right: str) -> float:
    return judgements().same_report.probability(compared(left, right))


def test_two_reporters_at_one_speech_share_its_words_and_are_independent() -> None:
    features = compared(WIRE, SECOND)
    assert features.quotations > 0.9
    assert features.narrated < 0.2
    assert features.runs < 0.05
    assert report(WIRE, SECOND) < 0.5
    assert judgements().same_story.probability(features) > 0.5


def test_a_copy_rewritten_by_synonyms_is_of_the_same_report() -> None:
    assert compared(WIRE, REWRITTEN).narrated > 0.4
    assert report(WIRE, REWRITTEN) > 0.5


def test_a_cut_is_of_the_same_report() -> None:
    cut = " ".join(sentence.text for sentence in sentences_of("a", WIRE)[:3])
    assert compared(WIRE, cut).narrated > 0.8
    assert compared(WIRE, cut).runs == pytest.approx(1.0)
    assert report(WIRE, cut) > 0.9


def test_unrelated_texts_are_neither() -> None:
    assert report(WIRE, UNRELATED) < 0.1
    assert judgements().same_story.probability(compared(WIRE, UNRELATED)) < 0.5


@pytest.mark.parametrize("text", [WIRE, SECOND], ids=["wire", "second"])
def test_identical_texts_score_one(text: str) -> None:
    features = compared(text, text)
    assert tuple(features._replace(narrated=1.0)) == pytest.approx((1.0,) * len(features))
    assert features.narrated > 0.9  # a word that a sentence has twice has no place in the order


@pytest.mark.parametrize("text", ["", "*** —", "... ???\n\n!!!"])
def test_texts_without_words_have_nothing_in_common(text: str) -> None:
    nothing = Features(*[0.0] * len(Features._fields))
    assert compared(text, text) == compared(text, WIRE) == nothing


def test_a_text_that_is_all_quotation_is_told_by_its_quotation() -> None:
    speech = f"“{' '.join(QUOTES)}”"
    features = compared(speech, speech)
    assert features.runs == features.quotations == pytest.approx(1.0)
    assert features.narrated > 0.8


def test_the_order_of_sentences_does_not_matter_to_a_copy() -> None:
    sentences = [sentence.text for sentence in sentences_of("a", WIRE) if "“" not in sentence.text]
    assert compared(" ".join(sentences), " ".join(reversed(sentences))).narrated > 0.9


SENTENCES = [sentence.text for text in TEXTS for sentence in sentences_of("a", text)]
SOME = st.lists(st.sampled_from(SENTENCES), max_size=8).map(" ".join)
LANGUAGES = st.sampled_from(["en", "de", "sq"])


@given(SOME, SOME, LANGUAGES, LANGUAGES)
def test_which_comes_first_does_not_matter(left: str, right: str, ours: str, theirs: str) -> None:
    one, other = made(left, ours), made(right, theirs)
    assert tuple(compare(one, other)) == pytest.approx(tuple(compare(other, one)))


@given(SOME | st.text(), SOME | st.text())
def test_every_feature_is_a_share(left: str, right: str) -> None:
    assert all(0.0 <= share <= 1.0 for share in compared(left, right))


@given(st.lists(SOME, max_size=5), SOME)
def test_many_at_once_give_what_one_by_one_gives(others: list[str], text: str) -> None:
    own, profiles = made(text), [made(other) for other in others]
    for features, other in zip(compare_all(own, profiles), profiles, strict=True):
        assert tuple(features) == pytest.approx(tuple(compare(own, other)))


@given(st.lists(st.integers(0, 9), max_size=9))
def test_longest_increasing_is_the_best_of_all_subsequences(sequence: list[int]) -> None:
    best = [1] * len(sequence)
    for end in range(len(sequence)):
        best[end] += max((best[i] for i in range(end) if sequence[i] < sequence[end]), default=0)
    assert longest_increasing(sequence) == max(best, default=0)
