"""The simulator's truth is true: every telling is what it says it is."""

from __future__ import annotations

import itertools
import random
import re
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulation import base_texts, genealogies, shapes
from simulation.base_texts import BaseText
from simulation.copying import Model, copied
from simulation.drafts import Desk, Draft, Line, lines_of, narrated
from simulation.inflection import data, plural, verb_forms
from simulation.shapes import NEWS_SHAPES
from simulation.stance_slips import polarity_slips
from simulation.translation import TURNS
from simulation.truth import Genealogy, SimulatedTelling

TEXT = (
    (
        "The foreign minister of Norland, Peter Fox, will meet his counterpart in Vienna on Monday, officials said.",
        "It is the first meeting since the two countries closed 14 border crossings in March.",
    ),
    (
        '"We have not agreed on a date for the elections," Fox said.',
        "Anna Marsh told reporters that her government could lift the ban on grain within three weeks.",
    ),
    (
        "The ban, which was imposed in 2016, has cost farmers about $230 million, according to the trade ministry.",
        "Marsh said the talks would continue in Geneva, but she did not expect a quick result.",
    ),
    (
        "Police arrested 60 people on Sunday after a protest near the parliament turned violent.",
        "The opposition accuses the president of silencing his critics, and it called for new elections.",
    ),
    (
        "Analysts say the agreement would help both sides, although several important questions remain open.",
        "A former adviser to the president, Hugo Lake, resigned last week because of the dispute.",
    ),
)


@pytest.fixture(scope="module", autouse=True)
def own_texts() -> Iterator[None]:
    """Only the text above, so that nothing beside the project is needed, and only our own shapes."""
    patch = pytest.MonkeyPatch()
    renditions = (tuple(f"In another telling: {text}" for part in TEXT for text in part),)
    texts = (BaseText("own", "norland", TEXT), BaseText("rendered", "norland-2", TEXT, renditions))
    patch.setattr(genealogies, "base_texts", lambda: texts)
    patch.setattr(shapes, "stemmata", lambda: ())
    yield
    patch.undo()


@pytest.fixture(scope="module")
def many() -> list[Genealogy]:
    return list(genealogies.genealogies(60, 3))


def tellings(many: list[Genealogy]) -> list[tuple[Genealogy, SimulatedTelling]]:
    return [(genealogy, telling) for genealogy in many for telling in genealogy.tellings]


def parent_of(genealogy: Genealogy, telling: SimulatedTelling) -> SimulatedTelling | None:
    found = [other for other in genealogy.tellings if other.telling_id == telling.parent_id]
    return found[0] if found else None


def test_a_seed_gives_the_same_genealogies_however_many_are_drawn() -> None:
    assert list(genealogies.genealogies(5, 11)) == list(genealogies.genealogies(7, 11))[:5]


def test_other_seeds_give_others() -> None:
    assert list(genealogies.genealogies(3, 1)) != list(genealogies.genealogies(3, 2))


def test_parents_are_tellings_of_the_same_genealogy(many: list[Genealogy]) -> None:
    for genealogy, telling in tellings(many):
        ids = {other.telling_id for other in genealogy.tellings}
        assert {telling.parent_id, telling.second_parent_id} - {None} <= ids - {telling.telling_id}


def test_only_an_extant_original_is_of_kind_original(many: list[Genealogy]) -> None:
    for genealogy in many:
        originals = [telling for telling in genealogy.tellings if telling.kind == "original"]
        assert len(originals) == (0 if genealogy.lost else 1)
        assert all(telling.paragraphs == genealogy.original for telling in originals)


def test_without_a_lost_original_every_copy_has_a_parent(many: list[Genealogy]) -> None:
    for genealogy, telling in tellings(many):
        if not genealogy.lost and telling.kind != "original":
            assert telling.parent_id is not None


def test_a_copy_is_stamped_after_its_parent_unless_marked(many: list[Genealogy]) -> None:
    for genealogy, telling in tellings(many):
        parent = parent_of(genealogy, telling)
        if telling.published_at and parent and parent.published_at and not telling.misdated:
            assert parent.published_at <= telling.published_at


def test_without_times_no_telling_has_a_stamp() -> None:
    stamps = [
        telling.published_at for _, telling in tellings(list(genealogies.genealogies(5, 3, times=False)))
    ]
    assert set(stamps) == {None}


def test_each_change_still_shows(many: list[Genealogy]) -> None:
    for _, telling in tellings(many):
        for change in telling.changes:
            if change.operation not in ("cut", "split"):
                told = [
                    sentence.text
                    for paragraph in telling.paragraphs
                    for sentence in paragraph
                    if set(sentence.origins) & set(change.origins)
                ]
                assert any(change.after in text for text in told), change


def test_what_was_cut_is_gone(many: list[Genealogy]) -> None:
    for _, telling in tellings(many):
        told = {(sentence.text, sentence.origins) for sentence in itertools.chain(*telling.paragraphs)}
        for change in telling.changes:
            if change.operation == "cut":
                assert (change.before, change.origins) not in told


def test_origins_name_the_original_s_sentences_or_an_addition(many: list[Genealogy]) -> None:
    for genealogy, telling in tellings(many):
        count = sum(map(len, genealogy.original))
        for sentence in itertools.chain(*telling.paragraphs):
            assert sentence.text
            assert sentence.origins
            assert all(origin < count for origin in sentence.origins)


def test_a_copy_has_an_addition_only_from_its_models_or_as_a_noted_change(many: list[Genealogy]) -> None:
    for genealogy, telling in tellings(many):
        parent = parent_of(genealogy, telling)
        if parent is None or telling.second_parent_id:
            continue
        inherited = {
            origin for sentence in itertools.chain(*parent.paragraphs) for origin in sentence.origins
        }
        noted = {origin for change in telling.changes for origin in change.origins if not change.before}
        here = {origin for sentence in itertools.chain(*telling.paragraphs) for origin in sentence.origins}
        assert {origin for origin in here if origin < 0} <= inherited | noted


def test_verbatim_copies_change_no_wording_but_spelling(many: list[Genealogy]) -> None:
    spellings = [set(pair) for pair in data("phrases")["house"]["pairs"]]
    allowed = {"cut", "moved", "furniture", "contaminated"}
    for _, telling in tellings(many):
        if telling.kind == "verbatim":
            others = [change for change in telling.changes if change.operation not in allowed]
            assert all(
                change.changes_meaning or {change.before, change.after} in spellings for change in others
            )


def test_only_planted_changes_and_updates_change_the_meaning(many: list[Genealogy]) -> None:
    meaning = {"number", "date", "place", "name_changed", "polarity", "modality", "attribution", "updated"}
    for _, telling in tellings(many):
        for change in telling.changes:
            assert change.changes_meaning == (change.operation in meaning)


def test_every_kind_of_copy_and_change_comes_about(many: list[Genealogy]) -> None:
    kinds = Counter(telling.kind for _, telling in tellings(many))
    operations = Counter(change.operation for _, telling in tellings(many) for change in telling.changes)
    assert set(kinds) == {"original", "verbatim", "edited", "paraphrased", "translated"}
    assert len(operations) >= 18, operations


def test_a_sentence_changes_meaning_once_at_most_on_a_way(many: list[Genealogy]) -> None:
    for _, telling in tellings(many):
        meaning = [change for change in telling.changes if change.changes_meaning]
        touched = Counter(origin for change in meaning for origin in change.origins)
        told = Counter(origin for line in itertools.chain(*telling.paragraphs) for origin in line.origins)
        assert all(count <= told[origin] for origin, count in touched.items()) or telling.second_parent_id


def desk(seed: int) -> Desk:
    return Desk("t", random.Random(seed), itertools.count(-1, -1), set())


def a_draft() -> Draft:
    numbers = itertools.count()
    return tuple(tuple(Line(text, (next(numbers),)) for text in paragraph) for paragraph in TEXT)


@given(st.integers(0, 10_000))
@settings(max_examples=25, deadline=None)
def test_a_rewritten_copy_keeps_the_order_of_what_it_tells(seed: int) -> None:
    draft = copied(Model(a_draft()), "paraphrased", "any", desk(seed))
    told = [line.origins[0] for line in lines_of(draft) if line.told]
    moved = sum(first > second for first, second in itertools.pairwise(told))
    assert moved <= 4


@given(st.integers(0, 10_000))
@settings(max_examples=25, deadline=None)
def test_names_of_persons_stay_where_nothing_was_noted(seed: int) -> None:
    made = desk(seed)
    draft = copied(Model(a_draft()), "edited", "any", made)
    changed = {origin for change in made.changes for origin in change.origins}
    for line in lines_of(draft):
        if line.told and not set(line.origins) & changed:
            assert line.text == next(
                text for n, text in enumerate(itertools.chain(*TEXT)) if n == line.origins[0]
            )


@given(st.integers(0, 10_000), st.sampled_from([turn for turn, _ in TURNS]))
@settings(max_examples=60, deadline=None)
def test_turning_a_sentence_round_keeps_its_numbers(seed: int, turn: object) -> None:
    assert callable(turn)
    for text in itertools.chain(*TEXT):
        turned = turn(text, random.Random(seed))
        assert sorted(re.findall(r"\d+", turned)) == sorted(re.findall(r"\d+", text))


def test_a_negation_is_put_after_the_auxiliary_or_taken_away() -> None:
    line = Line("The ministers have agreed on a date.", (0,))
    assert {slip.after for slip in polarity_slips(line, a_draft(), desk(1))} >= {"have not"}
    denied = Line("She did not expect a result.", (0,))
    assert [slip.after for slip in polarity_slips(denied, a_draft(), desk(1))] == ["expected"]


def test_quotations_are_told_from_narration() -> None:
    text = 'He said "no way" and left.'
    assert [text[start:end] for start, end in narrated(text)] == ["He said ", " and left."]


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("carry", ("carry", "carries", "carried", "carried", "carrying")),
        ("take away", ("take away", "takes away", "took away", "taken away", "taking away")),
        ("plan", ("plan", "plans", "planned", "planned", "planning")),
    ],
)
def test_verbs_are_inflected(verb: str, forms: tuple[str, ...]) -> None:
    assert verb_forms(verb) == forms


def test_nouns_are_put_in_the_plural() -> None:
    assert [plural(noun) for noun in ("ally", "loss of life", "press aide", "spokesman")] == [
        "allies",
        "losses of life",
        "press aides",
        "spokesmen",
    ]


def test_the_word_list_is_as_large_as_promised() -> None:
    words = data("words")
    parts = ("verbs", "nouns", "adjectives", "adverbs", "others")
    assert sum(len(words[part]) for part in parts) >= 600
    assert all(2 <= len(others) <= 5 for part in parts for others in words[part].values())
    assert len(data("phrases")["broken"]) >= 100
    assert len(data("names")["common_nouns"]) >= 80


@given(st.integers(0, 10_000))
@settings(max_examples=60, deadline=None)
def test_news_shapes_put_parents_before_children(seed: int) -> None:
    for make in NEWS_SHAPES:
        shape = make(random.Random(seed))
        assert shape.nodes[0].parent is None
        assert all(
            node.parent is not None and node.parent < place for place, node in enumerate(shape.nodes) if place
        )
        assert shape.extant >= (2 if make is shapes.small_family else shapes.FEWEST - 1)


def test_a_drawn_stemma_is_read() -> None:
    dot = (
        'digraph { a -> b; a -> c; b -> d; c -> d [style="dashed"]; a [color="grey"]; b[label="x"]; c -> e }'
    )
    shape = shapes._read("data/x/Own_Tree/stemma.gv", dot)
    assert shape is not None
    assert [node.lost for node in shape.nodes].count(True) == 1
    assert sum(node.second is not None for node in shape.nodes) == 1
    assert shapes._read("data/x/Round/stemma.gv", "digraph { r -> a; a -> b; b -> a }") is None


def test_the_demo_serves_where_no_gold_is(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    monkeypatch.setattr(base_texts, "SHARED", tmp_path)
    base_texts.base_texts.cache_clear()
    try:
        assert {text.collection for text in base_texts.base_texts()} == {"demo"}
    finally:
        base_texts.base_texts.cache_clear()


def test_small_families_have_two_to_four_tellings_with_the_original_or_without() -> None:
    drawn = [shapes.small_family(random.Random(seed)) for seed in range(200)]
    assert {shape.extant for shape in drawn} == {2, 3, 4}
    assert {shape.nodes[0].lost for shape in drawn} == {True, False}


def test_an_agency_that_publishes_is_credited_by_its_copies() -> None:
    agencies = set(data("material")["agencies"])
    credited = [
        told.agency == original.source
        for genealogy in genealogies.genealogies(60, 3)
        for original in genealogy.tellings
        if original.kind == "original" and original.source in agencies
        for told in genealogy.tellings
        if told.parent_id == original.telling_id
    ]
    assert 0.3 < sum(credited) / len(credited) < 1
