"""A predicate that no pattern knows is like those that have the same word in them, or the same beside them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.actors.mentions import mentions_in
from retold.coding.coder import CodedEvent, events_of
from retold.coding.lexicon.patterns import lexicon
from retold.coding.similarity import Alike, Predicate, calibrated, company, likely_code, likenesses
from retold.reading.article import read_text
from retold.reading.parser import parser_named

# Invented verbs stand for all that the lexicon lacks.
UNKNOWN = "zibble"


def without(*lemmas: str) -> Alike:
    """What the lexicon has beside some words."""
    known = likenesses()
    words = {key: patterns for key, patterns in known.words.items() if key[1] not in lemmas}
    return replace(known, words=words)


def type_of(predicate: Predicate, alike: Alike | None = None) -> str | None:
    found = likely_code(predicate, alike)
    return found.code.event_type if found else None


def told(text: str) -> list[CodedEvent]:
    article = read_text(text, parser_named())
    mentions = mentions_in(article)
    return [
        event
        for read in article.sentences
        for event in events_of(
            read.reading,
            [one for one in mentions if one.mention.sentence == read.sentence.sentence],
            article.text,
        )
    ]


def by_likeness(text: str) -> list[CodedEvent]:
    return [one for one in told(text) if any(rule.startswith("like: ") for rule in one.rules)]


@pytest.mark.parametrize(
    ("lemma", "part", "event_type"),
    [
        ("counterattack", "verb", "ASSAULT"),
        ("rebombard", "verb", "ASSAULT"),
        ("castigation", "noun", "ACCUSE"),
        ("bombardment", "noun", "ASSAULT"),
        ("denunciation", "noun", None),
        ("dearrest", "verb", None),
    ],
)
def test_a_word_made_of_a_known_one_is_like_it(lemma: str, part: str, event_type: str | None) -> None:
    predicate = Predicate(lemma, "verb" if part == "verb" else "noun", acted=True)
    assert type_of(predicate, without(lemma)) == event_type


@pytest.mark.parametrize(
    ("predicate", "event_type"),
    [
        (Predicate(UNKNOWN, "verb", ("praise",), (("on", "minister"),)), "SUPPORT"),
        (Predicate(UNKNOWN, "verb", ("accusation",), (("at", "minister"),)), "ACCUSE"),
        (Predicate(UNKNOWN, "verb", (), (("behind", "bar"),), acted=True), "COERCE"),
        (Predicate(UNKNOWN, "verb", ("sanction",), (("on", "country"),)), None),
        (Predicate(UNKNOWN, "verb", ("breakfast",)), None),
        (Predicate(UNKNOWN, "verb", acted=True), None),
        (Predicate(UNKNOWN, "verb"), None),
    ],
)
def test_an_unknown_verb_is_like_those_with_its_object(predicate: Predicate, event_type: str | None) -> None:
    assert type_of(predicate) == event_type


def test_what_stands_beside_a_noun_says_nothing_of_it() -> None:
    verb = Predicate(UNKNOWN, "verb", ("praise",), (("on", "minister"),))
    assert type_of(verb) == "SUPPORT"
    assert type_of(replace(verb, part="noun")) is None


@pytest.mark.parametrize("lemma", ["eat", "believe", "consist", "describe", "resemble", "cook"])
def test_verbs_of_everyday_life_are_no_event_whatever_their_object_is(lemma: str) -> None:
    assert type_of(Predicate(lemma, "verb", ("praise",), (("on", "minister"),))) is None


def test_a_word_that_the_lexicon_or_the_operators_have_is_left_to_them() -> None:
    assert type_of(Predicate("heap", "verb", ("praise",), (("on", "minister"),))) is None
    assert type_of(Predicate("promise", "verb", ("praise",), (("on", "minister"),))) is None


def test_a_pattern_that_a_word_has_to_itself_says_nothing_about_it() -> None:
    predicate = Predicate("impose", "verb", ("sanction",), (("on", "iran"),))
    others = {name for pattern in company(predicate, without("impose")) for name in (pattern.name,)}
    rows = {pattern.name.partition(" ")[0]: words for pattern, words in likenesses().rows}
    assert others
    assert all(rows[name.partition(" ")[0]] != {"impose"} for name in others)


def test_nothing_unlikely_is_told() -> None:
    assert calibrated(0.0) == 0.0
    assert calibrated(0.59) == 0.0
    assert 0.0 < calibrated(0.6) <= calibrated(0.8) <= calibrated(1.0) < 1.0


@given(
    lemma=st.text(st.characters(codec="ascii", categories=["Ll"]), min_size=1, max_size=12),
    things=st.lists(st.sampled_from(sorted(lexicon().words)), max_size=2),
    links=st.lists(
        st.tuples(st.sampled_from(["on", "to", "with", "subject"]), st.sampled_from(sorted(lexicon().words))),
        max_size=2,
    ),
    acted=st.booleans(),
)
def test_any_predicate_has_a_code_with_a_share_and_a_reason_or_none(
    lemma: str, things: list[str], links: list[tuple[str, str]], acted: bool
) -> None:
    found = likely_code(Predicate(lemma, "verb", tuple(things), tuple(links), acted))
    if found is not None:
        assert 0.6 <= found.similarity <= 1.0
        assert 0.0 < found.confidence < 1.0
        assert found.code.event_type == found.pattern.event_type
        assert found.pattern.name.startswith(f"like: {lemma} as ")


def test_a_likeness_is_told_as_one_with_less_confidence_than_a_pattern() -> None:
    (like,) = by_likeness("Russian troops counterattacked Ukrainian forces near Kherson.")
    assert like.code.event_type == "ASSAULT"
    assert like.rules == ("like: counterattack as attack 1.00",)
    assert [(one.role, one.text) for one in like.arguments] == [
        ("source", "Russian troops"),
        ("target", "Ukrainian forces"),
    ]
    (pattern,) = told("Russian troops attacked Ukrainian forces near Kherson.")
    assert like.confidence < pattern.confidence


@pytest.mark.parametrize(
    "text",
    [
        "The chef counterattacked with a sauce.",
        "Peru described Chile.",
        "Peru zibbled Chile.",
        "Denmark ate Norway's fish.",
        "Britain foisted sanctions on Belarus.",
    ],
    ids=[
        "no actors",
        "an everyday verb",
        "nothing to go by",
        "another everyday verb",
        "the object is the event",
    ],
)
def test_likeness_says_nothing_where_it_must_not(text: str) -> None:
    assert by_likeness(text) == []
