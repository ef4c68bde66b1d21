"""Features of two texts: bounds, symmetry, and what they make of copies and of second reporters."""

import random
from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pytest
from fingerprinted import compared, printed
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.stories.features import CHANCE, MOST_CHANCE, Features, comparable, compare
from retold.stories.fingerprints import SKETCH, prints_of
from retold.stories.scoring import Judgement, judgements
from retold.stories.word_runs import WINDOW
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


NOTHING = Features(*[0.0] * len(Features._fields))


def probability(judgement: Judgement, features: Features) -> float:
    return float(
        judgement.probabilities({name: np.array([value]) for name, value in features._asdict().items()})[0]
    )


def story(features: Features) -> float:
    return probability(judgements().same_story, features)


def report(left: str, right: str) -> float:
    return probability(judgements().same_report, compared(left, right))


def test_two_reporters_at_one_speech_share_its_words_and_are_independent() -> None:
    features = compared(WIRE, SECOND)
    assert features.quotations > 0.9
    assert features.phrasing < 0.05
    assert report(WIRE, SECOND) < 0.5
    assert story(features) > 0.5


def test_a_copy_rewritten_by_synonyms_is_of_the_same_report() -> None:
    assert compared(WIRE, REWRITTEN).phrasing > 0.15
    assert report(WIRE, REWRITTEN) > 0.5


def test_a_cut_is_of_the_same_report() -> None:
    cut = " ".join(sentence.text for sentence in sentences_of("a", WIRE)[:3])
    assert compared(WIRE, cut).phrasing > 0.6
    assert report(WIRE, cut) > 0.9


def test_a_copy_with_other_names_keeps_its_phrasing() -> None:
    renamed = WIRE.replace("Jógvan Heinesen", "Sámal Joensen").replace("Klaksvík", "Vestmanna")
    assert compared(WIRE, renamed).phrasing > 0.95
    assert compared(WIRE, renamed).names < 0.6


def test_unrelated_texts_are_neither() -> None:
    assert report(WIRE, UNRELATED) < 0.1
    assert story(compared(WIRE, UNRELATED)) < 0.5


@pytest.mark.parametrize("text", [WIRE, SECOND], ids=["wire", "second"])
def test_identical_texts_score_one(text: str) -> None:
    assert tuple(compared(text, text)) == pytest.approx((1.0,) * 6 + (0.0,))


@pytest.mark.parametrize("text", ["", "*** —", "... ???\n\n!!!", "Advertisement\n\nRead more: World"])
def test_texts_without_news_have_nothing_in_common(text: str) -> None:
    assert compared(text, text) == compared(text, WIRE) == NOTHING


def test_a_text_that_is_all_quotation_is_told_by_its_quotation() -> None:
    speech = f"“{' '.join(QUOTES)}”"
    features = compared(speech, speech)
    assert features.phrasing == features.quotations == pytest.approx(1.0)


def test_the_order_of_sentences_hardly_matters_to_a_copy() -> None:
    sentences = [sentence.text for sentence in sentences_of("a", WIRE) if "“" not in sentence.text]
    assert compared(" ".join(sentences), " ".join(reversed(sentences))).phrasing > 0.6


TEN_WORDS = [
    "The minister said the talks in Geneva would go on for another week.",
    "Officials hope that talks in Geneva will go on next week as planned.",
    "Talks in Geneva broke off on Monday, an aide to the minister said.",
    "Oil prices rose as the talks on output went on in Vienna.",
    "Rain fell on the harbour all night, the minister of fisheries said.",
]


@pytest.mark.parametrize(("left", "right"), list(combinations(TEN_WORDS, 2)))
def test_articles_of_ten_words_that_share_four_are_no_copies(left: str, right: str) -> None:
    assert report(left, right) < 0.5


def wording(seed: int, count: int) -> list[str]:
    """Words of one vocabulary in an order of their own: a narration nobody copied."""
    made = random.Random(seed)
    return [f"w{made.randrange(600)}" for _ in range(count)]


@pytest.mark.parametrize("count", [300, 3_000, 30_000])
def test_long_texts_do_not_win_by_their_length(count: int) -> None:
    left, right = (" ".join(wording(seed, count)) for seed in range(2))
    excerpt = " ".join(wording(3, 100))
    assert compared(left, right).phrasing < 0.05
    assert compared(left, excerpt).phrasing < 0.05


def full_share(left: list[str], right: list[str]) -> float:
    """`phrasing`, counted on all skip-trigrams."""
    sides = [
        {
            (text[a], text[b], text[c])
            for a in range(len(text))
            for b, c in combinations(range(a + 1, a + WINDOW), 2)
            if c < len(text)
        }
        for text in (left, right)
    ]
    return len(sides[0] & sides[1]) / min(map(len, sides))


@settings(max_examples=25)
@given(st.integers(0, 99), st.integers(400, 4_000), st.floats(0.02, 1.0), st.floats(0.0, 0.5))
def test_an_excerpt_is_compared_as_by_all_skip_trigrams(
    seed: int, count: int, part: float, rewritten: float
) -> None:
    """However many of the long text's are left out, and whether or not those of the excerpt are all kept."""
    made = random.Random(seed)
    whole = [f"v{made.randrange(10**6)}" for _ in range(count)]
    start = made.randrange(count)
    cut = [
        made.choice("xyz") if made.random() < rewritten else word for word in whole[start:] + whole[:start]
    ]
    excerpt = cut[: max(60, round(part * count))]
    found = compared(" ".join(whole), " ".join(excerpt), ("xx", "xx")).phrasing
    kept = min(SKETCH * len(excerpt) / count, 10 * len(excerpt))
    chance = min(MOST_CHANCE, CHANCE * (10 * count) ** 0.5)
    expected = max(0.0, (full_share(whole, excerpt) - chance) / (1 - chance))
    assert found == pytest.approx(expected, abs=5 * (0.25 / kept) ** 0.5)


def market(day: str, index: str, levels: Sequence[str], company: str) -> str:
    """One day's market report, as its outlet writes it every day."""
    points, percent, barrel, oil, krone = levels
    return (
        f"Stocks ended {day} little changed as investors weighed fresh data on inflation and a batch of quarterly "
        f"results. The {index} index closed at {points} points after trading in a narrow range for most of the "
        f"afternoon. Shares of {company} moved most, by {percent} percent, after the company gave its outlook for the "
        f"year. Volume was below the average of the past weeks, traders said. Oil settled at {barrel} dollars a "
        f"barrel, {oil} percent from where it stood the day before, and the krone at {krone} to the euro. Analysts "
        "expect the central bank to leave rates where they are at its next meeting."
    )


MONDAY = market("Monday", "Harbour", ("1,812.4", "6.2", "71.30", "0.8", "10.61"), "Tellus Mining")
TUESDAY = market("Tuesday", "Harbour", ("1,794.9", "4.7", "69.85", "1.1", "10.72"), "Norvik Shipping")


def test_a_form_filled_in_anew_is_another_report() -> None:
    assert compared(MONDAY, TUESDAY).phrasing == 0.0
    assert report(MONDAY, TUESDAY) < 0.5


def test_a_form_with_one_figure_corrected_is_the_same_report() -> None:
    corrected = MONDAY.replace("6.2", "2.6")
    assert compared(MONDAY, corrected).phrasing > 0.9
    assert report(MONDAY, corrected) > 0.99


def test_a_copy_that_leaves_figures_out_is_the_same_report() -> None:
    vague = MONDAY.replace(", by 6.2 percent,", "").replace("at 1,812.4 points ", "")
    assert report(MONDAY, vague) > 0.99


REPEATED = "The orchestra of Maribor will tour Japan in November with three symphonies by Bruckner, its manager said."


def test_a_paragraph_repeated_a_thousand_times_is_no_more_than_the_paragraph() -> None:
    repeated = "\n\n".join([REPEATED] * 1_000)
    [made] = printed(repeated)
    assert len(made["phrasing"]) < 200
    assert report(repeated, WIRE) < 0.1
    assert report(repeated, repeated) > 0.9


MIXED = [
    WIRE,
    "Оркестр Марибора поедет в Японию в ноябре.\n\n" * 9,
    "雨が港に一晩中降り続いた。" * 30,
    "أمطرت طوال الليل " * 30,
]


@pytest.mark.parametrize(("left", "right"), list(combinations(MIXED, 2)))
def test_texts_in_different_scripts_are_no_report(left: str, right: str) -> None:
    assert report(left, right) < 0.1
    assert report(f"{left}\n\n{right}", right) <= 1.0


SENTENCES = [sentence.text for text in TEXTS for sentence in sentences_of("a", text)]
SOME = st.lists(st.sampled_from(SENTENCES), max_size=8).map(" ".join)
LANGUAGES = st.sampled_from(["en", "de", "sq"])


@given(SOME, SOME, LANGUAGES, LANGUAGES)
def test_which_comes_first_does_not_matter(left: str, right: str, ours: str, theirs: str) -> None:
    one, other = compared(left, right, (ours, theirs)), compared(right, left, (theirs, ours))
    assert tuple(one) == pytest.approx(tuple(other))


@given(SOME | st.text(), SOME | st.text())
def test_every_feature_is_a_share(left: str, right: str) -> None:
    assert all(0.0 <= share <= 1.0 for share in compared(left, right))


@given(st.lists(SOME, min_size=1, max_size=5), st.data())
def test_many_at_once_give_what_one_by_one_gives(texts: list[str], data: st.DataObject) -> None:
    rows = st.lists(st.integers(0, len(texts) - 1), min_size=3, max_size=3)
    left, right = data.draw(rows), data.draw(rows)
    laid_out = comparable(prints_of(texts, ["en"] * len(texts)))
    found = compare(laid_out, np.array(left), np.array(right))
    for number, (one, other) in enumerate(zip(left, right, strict=True)):
        at_once = [found[name][number] for name in Features._fields]
        assert at_once == pytest.approx(tuple(compared(texts[one], texts[other])))


def test_no_pairs_have_no_features() -> None:
    nobody = np.array([], np.int64)
    for texts in ([], ["", ""], [WIRE]):
        found = compare(comparable(prints_of(texts, [None] * len(texts))), nobody, nobody)
        assert {name: len(values) for name, values in found.items()} == dict.fromkeys(Features._fields, 0)
