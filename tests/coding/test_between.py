"""Who of two acts toward the other, told by the sentence's structure, with and without a pattern for what is done."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold import event_between
from retold.coding.article import sentence_events
from retold.coding.between.between import Between
from retold.errors import InputError
from retold.model import EventMention, Span
from retold.reading.article import read_text
from retold.reading.parser import parser_named

# The source stands in [brackets], the target in {braces}, the word that tells it in <angles>.
DIRECTED = (
    # Verbs, their passives and what hangs on them.
    "[The rebels] <attacked> {the garrison} at dawn.",
    "{The garrison} was <attacked> by [the rebels] at dawn.",
    "{The garrison}, <attacked> by [the rebels] at dawn, surrendered.",
    "[The men] who <attacked> {the garrison} were never found.",
    "{The garrison} that [the rebels] <attacked> was rebuilt.",
    "[Gunmen] stormed the depot and <wounded> {two guards}.",
    "{The bridge} was <destroyed> by [retreating soldiers].",
    "[Gunmen] opened fire, <wounding> {two guards}.",
    "[The bomber] planned to <kill> {the governor}.",
    "[The brothers] are suspected of <killing> {the banker}.",
    "[A trader] was found guilty of <murdering> {his partner}.",
    "Prosecutors accused [the captain] of <abandoning> {the passengers}.",
    "The court jailed [a nurse] for <poisoning> {four patients}.",
    "[Officials] <urged> {residents} to leave.",
    "[The envoy] <called> on {the generals} to step down.",
    "[The envoy] <told> {the generals} to step down.",
    "[Paramedics] <carried> {the wounded} to safety.",
    "[Detectives] <questioned> {a driver} on Monday.",
    "{A driver} was <questioned> by [detectives] on Monday.",
    "{Two smugglers} were <arrested> by [border police] near the lake.",
    "[Border police] say they have <arrested> {two smugglers}.",
    "[The bomb squad] was sent in and <defused> {the device}.",
    # Those who undergo it are the subject.
    "{The village} <suffered> an attack by [the militia].",
    "{Six farmers} <died> in an attack by [the militia].",
    "{The minister} <survived> an attempt on his life by [extremists].",
    "{The envoy} <received> threats from [the militia].",
    "{The suspect} was <killed> in a shootout with [police].",
    "{The convoy} <fled> from [the rebels].",
    # What is done is a noun.
    "[The militia]'s <attack> on {the village} left six dead.",
    "The <attack> by [the militia] on {the village} left six dead.",
    "The <killing> of {the mayor} by [the militia] shocked the town.",
    "{The mayor}'s <murder> by [the militia] shocked the town.",
    "[The militia] launched an <attack> on {the village}.",
    "[The militia] carried out the <bombing> of {the market}.",
    "An <attack> on {the village} was carried out by [the militia].",
    "[The militia] claimed responsibility for the <bombing> of {the market}.",
    "[The militia] is responsible for the <bombing> of {the market}.",
    "The mayor blamed [the militia] for the <bombing> of {the market}.",
    "[The militia] is blamed for the <bombing> of {the market}.",
    "[The militia] was behind the <attack> on {the market}.",
    "[Two students] were charged in the <bombing> of {the market}.",
    "[Two students] were arrested over the <bombing> of {the market}.",
    "[A guard] played a role in the <murder> of {the banker}.",
    "[A guard] is a suspect in the <murder> of {the banker}.",
    "[The guard], a suspect in the <murder> of {the banker}, vanished.",
    "[The air <strike>] on {the camp} killed two men.",
    "[A guard] took part in the <kidnapping> of {the banker}.",
    "{The widow} was a victim of [the guard]'s <attack>.",
    "The <beating> of {a student} by [prison guards] was filmed.",
    "<Threats> by [the militia] against {aid workers} have multiplied.",
    "[Kenyan] <attacks> on {the rebels} continued.",
    "[The surgeon]'s <treatment> of {the hostages} was praised.",
    "{The diplomat} was taken into <custody> by [soldiers].",
    # Names and pronouns that stand for them.
    "[Marek Dolan] told the court that he had <shot> {the landlord}.",
    "[Marek Dolan] admitted the killing. He had <shot> {the landlord} twice.",
    # Neither is anybody that the dictionary knows, and nothing that is done is in the codebook.
    "[The gardener] <tickled> {the bishop}.",
    "{The bishop} was <tickled> by [the gardener].",
    "[The beekeeper] <consoled> {the miller} after the fire.",
    "{The miller} was <consoled> by [the beekeeper].",
    "{The miller}, whom [the beekeeper] <consoled>, went home.",
    # States.
    "[France] <expelled> {a Belarusian diplomat}.",
    "{A Belarusian diplomat} was <expelled> by [France].",
    "[Vietnam]'s <invasion> of {Cambodia} is long past.",
    "[Poland] imposed <sanctions> on {Belarus}.",
)
# Here the word that tells it need not be given: it tells of politics or of nothing in particular.
FOUND_ANYWHERE = tuple(
    marked
    for marked in DIRECTED
    if not re.search(
        "surgeon|claimed resp|taken into|Threats|Kenyan|attempt on|played|victim of|Vietnam|defused", marked
    )
)
# Nothing here is done by the one to the other.
UNRELATED = (
    "[Police] said {the suspect} was seen near the harbour.",
    "[Norway] is larger than {Denmark}.",
    "[The baker] sneezed. Far away, {the judge} slept.",
    "[The president] spoke on Monday, and {the miners} went home.",
)
TOGETHER = (
    "[The rebels] and {the army} <clashed> on Sunday.",
    "[Peru] and {Chile} <agreed> on a border treaty.",
    "<Talks> between [Peru] and {Chile} resumed on Friday.",
    "[Peru] and {Chile} <met> in Lima.",
)
_MARKS = {"[": "source", "]": "source", "{": "target", "}": "target", "<": "trigger", ">": "trigger"}
Stretch = tuple[int, int]


def read(marked: str) -> tuple[str, dict[str, Stretch]]:
    """The text without its marks, and what they mark."""
    text = ""
    begun: dict[str, int] = {}
    found: dict[str, Stretch] = {}
    for character in marked:
        name = _MARKS.get(character)
        if name is None:
            text += character
        elif name in begun:
            found[name] = (begun[name], len(text))
        else:
            begun[name] = len(text)
    return text, found


def both_ways(marked: str, trigger: bool) -> tuple[EventMention | None, EventMention | None]:
    """The event from the source to the target, and the one back."""
    text, spans = read(marked)
    word = spans["trigger"] if trigger else None
    forward = event_between(text, spans["source"], spans["target"], trigger=word)
    return forward, event_between(text, spans["target"], spans["source"], trigger=word)


@pytest.mark.parametrize("marked", DIRECTED)
def test_the_word_that_tells_it_says_who_acts(marked: str) -> None:
    forward, back = both_ways(marked, trigger=True)
    assert forward is not None, "nobody acts"
    assert back is None, f"{back.rule} has it the other way round"


@pytest.mark.parametrize("marked", FOUND_ANYWHERE)
def test_without_that_word_the_surest_predicate_decides(marked: str) -> None:
    forward, back = both_ways(marked, trigger=False)
    assert forward is not None, "nobody acts"
    assert back is None, f"{back.rule} has it the other way round"


@pytest.mark.parametrize("marked", UNRELATED)
def test_where_neither_acts_on_the_other_there_is_no_event(marked: str) -> None:
    assert both_ways(marked, trigger=False) == (None, None)


@pytest.mark.parametrize("trigger", [True, False])
@pytest.mark.parametrize("marked", TOGETHER)
def test_what_two_do_to_each_other_is_told_in_both_directions(marked: str, trigger: bool) -> None:
    forward, back = both_ways(marked, trigger)
    assert forward is not None
    assert back is not None
    assert forward.event_type == back.event_type


@pytest.mark.parametrize("marked", DIRECTED)
def test_the_stretches_are_the_parties_of_the_event(marked: str) -> None:
    text, spans = read(marked)
    forward, _ = both_ways(marked, trigger=True)
    assert forward is not None
    for role in ("source", "target"):
        own = {(one.start, one.end) for one in forward.arguments if one.role == role}
        assert spans[role] in own
    assert all(text[one.start : one.end] == one.text for one in forward.arguments)


def test_what_only_the_structure_tells_is_marked_and_unsure() -> None:
    forward, _ = both_ways("[The gardener] <tickled> {the bishop}.", trigger=True)
    assert forward is not None
    assert forward.rule.startswith("structure: tickle")
    assert forward.confidence < 0.5


def test_where_the_coder_knows_what_is_done_its_code_counts() -> None:
    forward, _ = both_ways("{The garrison} was <attacked> by [the rebels] at dawn.", trigger=True)
    assert forward is not None
    assert forward.event_type == "ASSAULT"
    assert not forward.rule.startswith("structure")


def test_a_pattern_with_roles_of_its_own_turns_the_structure() -> None:
    forward, back = both_ways("{Vietnam} <hosted> [the Cuban president] at the weekend.", trigger=True)
    assert forward is not None
    assert back is None


def test_a_stretch_outside_the_text_is_refused() -> None:
    with pytest.raises(InputError, match="stretch"):
        event_between("Peru met Chile.", (0, 4), (9, 99))
    with pytest.raises(InputError, match="stretch"):
        event_between("Peru met Chile.", (0, 4), (9, 14), trigger=(5, 5))


TEXTS = (
    "The rebels attacked the army and the army attacked the rebels, officials said. They met in Lima.",
    "Goals: Vehl 12, Dolan 30; booked: Marten.",
    "China's attack on Japan by China on China.",
    "!!! ... 17",
    "Beat two eggs with the sugar, then fold in the flour.",
)


def stretches_of(text: str) -> st.SearchStrategy[Span]:
    """Any stretches of a text."""
    ends = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text)))
    return ends.filter(lambda pair: pair[0] < pair[1]).map(lambda pair: Span(*pair))


@cache
def between_of(text: str) -> Between:
    """What a text tells of its pairs."""
    article = read_text(text, parser_named())
    return Between(article, sentence_events(article))


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_either_nobody_acts_or_one_does_or_both(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(TEXTS))
    first, second, trigger = (data.draw(stretches_of(text)) for _ in range(3))
    word = data.draw(st.sampled_from((None, trigger)))
    told = between_of(text)
    one, back = told.decided(first, second, word), told.decided(second, first, word)
    assert (one is None) == (back is None), "who acts does not hang on who is asked for first"
    if one is not None and back is not None:
        assert one.together == back.together
        assert one.together or one.forward != back.forward


VERBS = st.sampled_from(
    ("attacked", "thanked", "tickled", "visited", "was seen by", "was sued by", "fled from")
)
PEOPLE = st.sampled_from(
    ("the rebels", "France", "a nurse", "Marek Dolan", "two guards", "the United Nations")
)


@settings(deadline=None, max_examples=40)
@given(PEOPLE, VERBS, PEOPLE)
def test_of_two_in_different_places_only_one_acts(one: str, verb: str, other: str) -> None:
    text = f"{one[0].upper()}{one[1:]} {verb} {other} on Friday."
    end = len(one) + len(verb) + 2
    first, second = (0, len(one)), (end, end + len(other))
    found = event_between(text, first, second), event_between(text, second, first)
    assert None in found
