"""Texts to fingerprints: words with their roles, the state of quotations, what is kept of them."""

from datetime import UTC, datetime
from itertools import combinations

import numpy as np
import pyarrow as pa
import pytest
from fingerprinted import Rows, printed, stem
from hypothesis import given
from hypothesis import strategies as st

from retold.model import Fingerprint
from retold.schema import rows_of, schema_of
from retold.stories import fingerprints
from retold.stories.coding import HASH, coded
from retold.stories.fingerprints import KEYS, LEAST_NARRATION, SKETCH
from retold.stories.lexicon import HASH_BITS
from retold.stories.stage import fingerprint_rows
from retold.stories.word_runs import WINDOW
from retold.text import sentences_of
from retold.text.bodies import body_of


def words_with(role: str, text: str, *candidates: str) -> list[str]:
    """Those of the candidate words that have the role somewhere in the text."""
    words = fingerprints._words(np.frombuffer(coded(body_of(text), "en"), np.int64))
    stems = set(words.stem[getattr(words, role)].tolist())
    return [word for word in candidates if stem(word) in stems]


def quoted(text: str, *candidates: str) -> list[str]:
    return words_with("quoted", text, *candidates)


def test_words_between_quotation_marks_are_quoted() -> None:
    text = 'The bishop spoke. "Mercy comes first," she said, and left.'
    assert quoted(text, "bishop", "mercy", "first", "said", "left") == ["mercy", "first"]


@pytest.mark.parametrize("marks", ["“”", '""', "„“", "„”", "«»", "»«", "‘’", "''", "””", "「」"])
def test_quotation_marks_of_all_houses(marks: str) -> None:
    text = f"The bishop said: {marks[0]}Mercy comes first{marks[1]} and departed."
    assert quoted(text, "bishop", "mercy", "first", "departed") == ["mercy", "first"]


def test_a_quotation_lasts_over_sentences() -> None:
    text = "She said: “Mercy comes first. Anger never helps. We wait.” Then rain fell."
    assert quoted(text, "mercy", "anger", "wait", "rain") == ["mercy", "anger", "wait"]


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    text = "She said: “Mercy comes first. Anger never helps.\n\nThen rain fell on the harbour all night."
    assert quoted(text, "mercy", "anger", "rain", "harbour") == ["mercy", "anger"]


@pytest.mark.parametrize(
    "text",
    [
        "The workers' union said the company's mercy didn't last.",
        "The workers’ union said the company’s mercy didn’t last.",
        "The O'Briens' mercy was the states' mercy.",
    ],
)
def test_apostrophes_open_no_quotation(text: str) -> None:
    assert quoted(text, "union", "mercy", "last", "company") == []


def test_a_closing_mark_without_an_opening_one_opens_nothing() -> None:
    text = "Mercy comes first.” She departed, and anger never helps."
    assert quoted(text, "mercy", "departed", "anger") == []


def test_an_apostrophe_closes_no_quotation() -> None:
    text = "She said: 'The company's mercy didn't last' and departed."
    assert quoted(text, "company", "mercy", "last", "departed") == ["company", "mercy", "last"]


def test_a_quotation_within_a_quotation_does_not_end_it() -> None:
    text = "She said: “They called it ‘mercy’ in the village” and departed."
    assert quoted(text, "called", "mercy", "village", "departed") == ["called", "mercy", "village"]


def test_names_are_capitalised_words_within_a_sentence() -> None:
    text = "Harvest began early near Ostrava. “Rain helped,” said Novak. (Clouds came later.)"
    assert words_with("name", text, "harvest", "began", "Ostrava", "rain", "Novak") == ["Ostrava", "Novak"]


def test_only_the_body_counts() -> None:
    news = "Farmers near Ostrava began cutting wheat on Monday, weeks before time."
    text = f"Harvest begins early\n\n{news}\n\nRead more: World"
    kinds = {sentence.kind for sentence in sentences_of("a", text)}
    assert {"heading", "body", "boilerplate"} <= kinds
    assert printed(text) == printed(news)


def test_a_text_of_boilerplate_only_leaves_nothing() -> None:
    [made] = printed("Advertisement\n\nRead more: World\n\nSign up for our newsletter.")
    assert not any(made[name] for name in made if name not in ("phrasing_below", "language"))


def test_a_name_does_not_count_as_phrasing() -> None:
    one, other = printed(
        "Yesterday the mayor of Ostrava met the mayor of Brno by the old river bridge.",
        "Yesterday the mayor of Telč met the mayor of Olomouc by the old river bridge.",
    )
    assert one["phrasing"] == other["phrasing"] != []
    assert one["names"] != other["names"]


def test_numbers_are_kept_apart_from_names() -> None:
    one, other = printed("Yesterday 4,300 people came to Brno.", "Yesterday many people came to Brno.")
    assert one["names"] == other["names"] == [stem("brno")]
    assert one["numbers"] == [stem("4,300")] and not other["numbers"]


def test_an_unknown_language_is_read_as_english() -> None:
    text = "The harvest near Ostrava began early."
    [unknown], [english] = printed(text, language=None), printed(text, language="en")
    assert unknown == english | {"language": [0]}


def table_rows(texts: list[str], published: list[datetime | None]) -> list[Fingerprint]:
    columns = {
        "article_id": pa.array([str(number) for number in range(len(texts))], pa.string()),
        "text": pa.array(texts, pa.string()),
        "language": pa.array(["en"] * len(texts), pa.string()),
        "published_at": pa.array(published, pa.timestamp("us", tz="UTC")),
    }
    made = fingerprint_rows(pa.RecordBatch.from_pydict(columns))
    assert made.schema == schema_of(Fingerprint)
    return list(rows_of(Fingerprint, made))


def test_days_count_from_1970() -> None:
    published = [datetime(1970, 1, 3, 23, 59, tzinfo=UTC), datetime(1969, 12, 31, tzinfo=UTC), None]
    assert [row.day for row in table_rows(["", "", ""], published)] == [2, -1, None]


def test_no_articles_have_no_fingerprints() -> None:
    assert table_rows([], []) == []
    assert printed() == []


LINES = [
    "Miners at Karviná walked out at dawn over unpaid wages.",
    "The walkout spread to two smelters by nightfall.",
    "Riot police guarded the gates but kept their distance.",
    "“Wages have been frozen since the spring thaw, and nobody has told us why,” said Marit Lund of Brno.",
    "She added: “We will not go",
    "*** ???",
]
NEWS = st.lists(st.sampled_from(LINES), max_size=8).map("\n\n".join)
ODD = st.text(st.sampled_from(list("abcMN ,.\"'“”‘’\n\x00\ud800中é"))) | st.text()


@given(st.lists(NEWS | ODD, max_size=5))
def test_a_fingerprint_does_not_depend_on_its_neighbours(texts: list[str]) -> None:
    alone: Rows = [row for text in texts for row in printed(text)]
    assert printed(*texts) == alone


@given(NEWS | ODD)
def test_what_is_kept_of_a_text(text: str) -> None:
    [made] = printed(text)
    for name in ("phrases", "stems", "names", "numbers", "quotations", "phrasing"):
        assert made[name] == sorted(set(made[name])), name
        assert all(0 <= value <= HASH for value in made[name]), name
    assert len(made["stems"]) == len(made["weights"])
    assert all(0 < weight < 2**7 for weight in made["weights"])
    assert {*made["names"], *made["numbers"]} <= set(made["stems"])
    assert len(made["keys"]) == min(KEYS, len(made["stems"]))
    weights = dict(zip(made["stems"], made["weights"], strict=True))
    assert all(weights[key & HASH] == key >> HASH_BITS for key in made["keys"])


PLAIN = [line for line in LINES if "“" not in line]


@given(st.permutations(PLAIN))
def test_keys_do_not_depend_on_the_order_of_sentences(lines: list[str]) -> None:
    [made], [expected] = printed(" ".join(lines)), printed(" ".join(PLAIN))
    assert made["keys"] == expected["keys"] != []


def test_keys_are_the_rare_words_the_most_frequent_first() -> None:
    [made] = printed(
        "The Karviná miners met. The Karviná miners marched. The people of Karviná were also there."
    )
    keys = [key & HASH for key in made["keys"]]
    assert keys[:2] == [stem("Karviná"), stem("miners")]
    assert stem("the") not in keys
    assert stem("people") not in keys


def test_phrases_of_a_quotation_are_the_same_wherever_it_stands() -> None:
    said = "“We will not trade the river for a road, nor the road for a promise that nobody ever intends to keep”"
    first, second, alone = printed(
        f"The mayor of Telč was blunt on Monday. {said}, she told reporters.",
        f"{said}: with these words Telč's mayor turned the offer down.",
        said,
    )
    assert alone["phrases"]
    assert set(alone["phrases"]) <= set(first["phrases"]) & set(second["phrases"])


TOLD = " ".join(["police guarded the gates of the mine all night while rain fell"] * 4)
SAID = "“we have waited nine winters for this”"


def test_phrasing_leaves_quotations_out() -> None:
    plain, spoken = printed(f"{TOLD}.", f"{TOLD}, {SAID}.")
    assert plain["phrasing"] == spoken["phrasing"] != []
    assert plain["quotations"] == [] != spoken["quotations"]


def test_a_text_with_hardly_any_narration_is_told_by_its_quotations() -> None:
    spoken, bare = printed(f"{SAID}, she said.", SAID.strip("“”"))
    assert len(spoken["quotations"]) > 0 and "she said".count(" ") < LEAST_NARRATION
    assert set(bare["phrasing"]) <= set(spoken["phrasing"])


def test_phrasing_of_a_short_text_is_all_of_its_skip_trigrams() -> None:
    words = [f"word{letter}" for letter in "abcdefghij"]
    [made] = printed(" ".join(words))
    within = [(a, b, c) for a, b, c in combinations(range(len(words)), 3) if c - a < WINDOW]
    assert len(made["phrasing"]) == len(within)
    assert made["phrasing_below"] == [HASH]


@given(st.integers(200, 3000))
def test_phrasing_of_a_long_text_is_a_sample_of_bounded_size(count: int) -> None:
    [made] = printed(" ".join(f"w{number}" for number in range(count)))
    [below] = made["phrasing_below"]
    assert max(made["phrasing"]) < below < HASH
    assert 0.8 * SKETCH < len(made["phrasing"]) < 1.2 * SKETCH
