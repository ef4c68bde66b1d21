"""The codebook is whole: types, modes, scores, contexts, and sentences that show each of them."""

from __future__ import annotations

from collections import Counter

import pytest

from retold.coding.codebook.codebook import QUADS, EventType, Mode, codebook

BOOK = codebook()
TYPES = list(BOOK.types.values())
MODES = [(kind, mode) for kind in TYPES for mode in kind.modes.values()]
QUAD_OF = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), 1),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), 2),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), 3),
    **dict.fromkeys(("PROTEST", "MOBILIZE", "SANCTION", "COERCE", "ASSAULT"), 4),
}
MODES_OF = {
    "CONSULT": "visit third-party multilateral phone",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "REJECT": "assist change yield meet",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "MOBILIZE": "troops weapons police militia",
    "SANCTION": "convict expel withdraw discontinue",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial "
    "drone heavy-weapons crowd-control unconventional",
}
EXAMPLES = BOOK.examples()


def named(value: EventType | tuple[EventType, Mode]) -> str:
    return value.name if isinstance(value, EventType) else f"{value[0].name}-{value[1].name}"


def test_every_type_of_plover_has_its_quad_class_and_no_other() -> None:
    assert {kind.name: kind.quad for kind in TYPES} == QUAD_OF
    assert set(QUAD_OF.values()) == set(QUADS)
    assert all(BOOK.quad_of(name) == quad for name, quad in QUAD_OF.items())


def test_every_mode_of_plover_is_there_and_no_other() -> None:
    assert {kind.name: " ".join(kind.modes) for kind in TYPES if kind.modes} == MODES_OF


@pytest.mark.parametrize("kind", TYPES, ids=named)
def test_cooperation_scores_above_conflict(kind: EventType) -> None:
    assert kind.score > 0 if kind.quad <= 2 else kind.score <= 0
    for mode in kind.modes.values():
        assert -10 <= BOOK.score_of(kind.name, mode.name) <= 10
        assert abs(BOOK.score_of(kind.name, mode.name) - kind.score) <= 3.5, "a mode is a shade of its type"


def test_a_mode_without_a_score_has_its_types() -> None:
    assert BOOK.score_of("PROTEST", "vandalize") == BOOK.score_of("PROTEST") == -5.0
    assert BOOK.score_of("CONSULT", "visit") == 4.0
    assert BOOK.score_of("ACCUSE") == -2.0


def test_what_is_no_type_or_mode_has_no_score() -> None:
    with pytest.raises(KeyError):
        BOOK.score_of("DEMAND")
    with pytest.raises(KeyError):
        BOOK.score_of("AGREE", "visit")
    with pytest.raises(KeyError):
        BOOK.quad_of("YIELD")


@pytest.mark.parametrize("kind", TYPES, ids=named)
def test_every_type_is_defined_and_shown(kind: EventType) -> None:
    assert 2 <= kind.definition.count(". ") + 1 <= 4, "two to four sentences"
    assert len(kind.includes) >= 3
    assert len(kind.excludes) >= 3
    assert len(kind.examples) >= 8
    assert {example.mode for example in kind.examples} <= {None, *kind.modes}


@pytest.mark.parametrize("pair", MODES, ids=named)
def test_every_mode_is_defined_and_shown(pair: tuple[EventType, Mode]) -> None:
    kind, mode = pair
    assert mode.definition.endswith(".")
    assert len(mode.examples) >= 3
    assert {(example.event_type, example.mode) for example in mode.examples} == {(kind.name, mode.name)}


def test_no_example_is_given_twice() -> None:
    texts = Counter(example.text for example in EXAMPLES)
    assert [text for text, times in texts.items() if times > 1] == []


def test_the_phrases_of_an_example_stand_in_it() -> None:
    for example in EXAMPLES:
        phrases = (*example.sources, *example.targets)
        assert all(phrase in example.text for phrase in phrases), example.text
        assert not set(example.sources) & set(example.targets), example.text


def test_exclusions_name_types_that_exist() -> None:
    known = {kind.name for kind in TYPES}
    for kind in TYPES:
        named_there = {
            word.strip(",;:.()") for note in kind.excludes for word in note.split() if word.isupper()
        }
        assert {word for word in named_there if len(word) > 2} <= known, kind.name


def test_contexts_are_the_37_of_plover_each_with_words_that_tell_it() -> None:
    contexts = BOOK.contexts
    assert len(contexts) == 37
    for context in contexts.values():
        assert 15 <= len(context.cues) <= 60, context.name
        assert len(set(context.cues)) == len(context.cues), context.name
        assert all(word and word == word.lower() for cue in context.cues for word in cue), context.name
