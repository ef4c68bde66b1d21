"""A word introduces statements in some constructions and not in others."""

from __future__ import annotations

import pytest

from retold.reading.cues import CUES


@pytest.mark.parametrize(
    "verb", ["say", "tell", "state", "express", "articulate", "convey", "remark", "opine"]
)
def test_cues_of_reporters_and_of_rewriting_tools_stand_by_quotations(verb: str) -> None:
    assert CUES.quotes(verb)


def test_what_someone_thinks_is_no_speech() -> None:
    assert CUES.manner("think", "clause") == "attitude"
    assert not CUES.speaks("think")


def test_a_promise_to_do_something_is_an_act_and_one_that_something_will_be_too() -> None:
    assert CUES.manner("promise", "infinitive") == "act"
    assert CUES.manner("promise", "clause") == "act"


def test_a_word_of_a_preposition_list_has_its_prepositions() -> None:
    assert CUES.prepositions("warn", "preposition") == {"of", "about", "against"}
    assert not CUES.prepositions("say", "preposition")


def test_words_that_tell_nothing_introduce_nothing() -> None:
    assert not CUES.quotes("walk")
    assert CUES.manner("walk", "clause") is None


def test_a_lemma_that_a_model_cuts_wrongly_is_mended() -> None:
    assert CUES.lemma("hop") == "hope"
    assert CUES.lemma("Say") == "say"
