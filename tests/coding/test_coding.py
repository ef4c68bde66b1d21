"""Who does what to whom, in the sentence's structure; which sense a word has; and what is told of the event."""

from __future__ import annotations

from datetime import date

import pytest
from coded_events import coded, found_in, kinds, of_type
from hypothesis import given
from hypothesis import strategies as st

STATES = ("Norway", "Chile", "Kenya", "Mongolia", "Portugal", "Jamaica")


# roles


@pytest.mark.parametrize(
    "text",
    [
        "Norway invaded Chile.",
        "Chile was invaded by Norway.",
        "Norway, which invaded Chile in March, has a new prime minister.",
        "Chile, which was invaded by Norway, has a new prime minister.",
        "Norway's invasion of Chile shocked the world.",
        "The invasion of Chile by Norway shocked the world.",
        "Norway ordered its army to invade Chile.",
        "Norway left the alliance and invaded Chile.",
        "On Monday, after weeks of rumours, Norway invaded Chile.",
    ],
)
def test_the_invader_is_the_source_however_it_is_said(text: str) -> None:
    found = of_type(text, "ASSAULT")
    assert (found.sources, found.targets) == (("Norway",), ("Chile",))


@given(two=st.permutations(STATES))
def test_roles_do_not_depend_on_who_it_is(two: list[str]) -> None:
    source, target, *_ = two
    for text in (f"{source} bombed {target}.", f"{target} was bombed by {source}."):
        found = of_type(text, "ASSAULT")
        assert (found.sources, found.targets) == ((source,), (target,))


@pytest.mark.parametrize(
    ("text", "event_type", "source", "target"),
    [
        ("Troops from Kyiv shelled Belgorod.", "ASSAULT", "UKR", "RUS"),
        ("Peru cut ties with Moscow.", "SANCTION", "PER", "RUS"),
        ("Serbia rejected Kosovo's proposal.", "REJECT", "SRB", "XKX"),
        ("Moscow's attack on Kharkiv was long.", "ASSAULT", "RUS", "UKR"),
        ("Iran fired a missile at Iraq.", "ASSAULT", "IRN", "IRQ"),
        ("Lebanon accused Israel of bombing a hospital.", "ACCUSE", "LBN", "ISR"),
        ("Germany called on Israel to withdraw from Gaza.", "REQUEST", "DEU", "ISR"),
        ("Peru asked Chile to extradite the general.", "REQUEST", "PER", "CHL"),
        ("China called for talks with India.", "REQUEST", "CHN", "IND"),
    ],
)
def test_actors_are_found_behind_possessives_and_prepositions(
    text: str, event_type: str, source: str, target: str
) -> None:
    found = of_type(text, event_type)
    assert found.source_states == {source}
    assert found.target_states == {target}


def test_several_who_do_it_and_several_to_whom_it_is_done_are_one_event() -> None:
    [found] = coded("Japan and South Korea imposed sanctions on Iran and Russia.")
    assert (found.sources, found.targets) == (("Japan", "South Korea"), ("Iran", "Russia"))


@pytest.mark.parametrize(
    "text",
    [
        "Mali and Niger held talks in Algiers.",
        "Mali held talks with Niger in Algiers.",
        "Talks between Mali and Niger were held in Algiers.",
        "The presidents of Mali and Niger held talks in Algiers.",
    ],
)
def test_all_who_meet_are_sources_and_where_they_meet_is_not(text: str) -> None:
    found = of_type(text, "CONSULT")
    assert found.source_states == {"MLI", "NER"}
    assert "DZA" not in found.target_states
    assert found.row.place_country == "DZA"


def test_of_ministers_of_three_states_all_three_are_parties() -> None:
    found = of_type("The foreign ministers of France, Spain and Italy met in Geneva.", "CONSULT")
    assert found.source_states == {"FRA", "ESP", "ITA"}
    assert found.target_states == set()


@pytest.mark.parametrize("who", ["The West", "World powers", "The allies", "Neighbouring countries"])
def test_those_who_are_no_single_state_are_not_taken_for_one(who: str) -> None:
    found = of_type(f"{who} condemned Iran.", "ACCUSE")
    assert (found.sources, found.targets) == ((), ("Iran",))
    assert found.row.source_text == who


def test_the_same_clause_in_the_passive_has_its_trigger() -> None:
    found = of_type("Positions in Syria were bombed.", "ASSAULT")
    assert "bombed" in found.row.trigger


# nothing from elsewhere


def test_each_clause_keeps_its_actors_and_its_day() -> None:
    text = "After Japan expelled a Russian diplomat in April, Norway on Monday arrested a Danish captain."
    expelled, arrested = of_type(text, "SANCTION"), of_type(text, "COERCE")
    assert expelled.sources == ("Japan",) and arrested.sources == ("Norway",)
    assert "Danish" not in expelled.words("target") and "Russian" not in arrested.words("target")
    assert (expelled.row.date_start, expelled.row.date_end) == (date(2023, 4, 1), date(2023, 4, 30))
    assert (arrested.row.date_start, arrested.row.date_end) == (date(2023, 5, 8), date(2023, 5, 8))


def test_the_place_of_another_clause_is_not_taken() -> None:
    text = "Finland closed its border on Friday, a week after Sweden expelled a Belarusian envoy in Malmo."
    assert of_type(text, "COERCE").row.place is None
    assert of_type(text, "SANCTION").row.place == "Malmo"


def test_the_actor_of_a_relative_clause_does_not_act_outside_it() -> None:
    text = "The leaders of Mali, whom France accused of terrorism, visited Moscow."
    assert of_type(text, "ACCUSE").sources == ("France",)
    visit = of_type(text, "CONSULT")
    assert "France" not in (*visit.sources, *visit.targets) and "Russia" in visit.targets


def test_another_sentence_gives_nothing() -> None:
    text = "Protesters marched on Tuesday. Denmark has a queen. In Oslo it rained in March."
    [found] = coded(text)
    assert found.row.place is None and found.row.date_start == date(2023, 5, 9)
    assert not {"Denmark", "Norway"} & {*found.sources, *found.targets}


def test_the_day_of_a_promise_is_not_that_of_its_keeping() -> None:
    told = of_type("Chile promised on Monday to withdraw its troops.", "CONCEDE").row
    kept = of_type("Chile promised to withdraw its troops on Monday.", "CONCEDE").row
    assert (told.date_start, kept.date_start) == (date(2023, 5, 8), date(2023, 5, 15))


def test_without_a_day_nothing_is_dated() -> None:
    assert of_type("Iran fired a missile at Iraq.", "ASSAULT").row.date_start is None


# senses


@pytest.mark.parametrize(
    ("political", "kind", "other"),
    [
        ("Poland opened its border.", "RETREAT/access", "Poland opened a shop in Warsaw."),
        ("Germany called on Israel to withdraw.", "REQUEST/yield", "She called her mother on Tuesday."),
        ("Germany called Israel on Tuesday.", "CONSULT/phone", "Germany called Tuesday a holiday."),
        ("Venezuela struck a deal with Guyana.", "AGREE", "France struck a balance between growth and debt."),
        ("Russian missiles struck Izium.", "ASSAULT/heavy-weapons", "The clock struck noon in Vienna."),
        ("Iran fired a missile at Iraq.", "ASSAULT/heavy-weapons", "Chelsea fired its coach on Monday."),
        ("Thousands marched in Lima.", "PROTEST/demo", "The march of time is slow in Lima."),
        ("Egypt released three prisoners.", "RETREAT/release", "The singer released an album in Cairo."),
    ],
)
def test_a_word_is_read_with_its_object(political: str, kind: str, other: str) -> None:
    assert kinds(political) == [kind]
    assert kinds(other) == []


# operators


@pytest.mark.parametrize(
    ("text", "kind", "literal", "modality", "polarity"),
    [
        ("Israel agreed to end its blockade of Gaza.", "CONCEDE", "RETREAT", "planned", True),
        ("Iran refused to call for talks with Israel.", "REJECT/meet", "CONSULT", "denied", False),
        ("Iran refused to hold talks with Israel.", "REJECT/meet", "CONSULT", "denied", False),
        ("Turkey promised to help Somalia.", "AGREE", "AID", "planned", True),
        ("Bolivia threatened to bomb Paraguay.", "THREATEN/violence", "ASSAULT", "hypothetical", True),
        ("Bolivia denied that it had bombed Paraguay.", "ASSAULT/aerial", "ASSAULT", "denied", False),
        ("Chile urged Peru to release the fishermen.", "REQUEST/yield", "RETREAT", "demanded", True),
    ],
)
def test_operators_make_the_type_and_the_literal_event_stands_beside(
    text: str, kind: str, literal: str, modality: str, polarity: bool
) -> None:
    [found] = coded(text)
    assert (found.kind, found.row.literal_type) == (kind, literal)
    assert (found.row.modality, found.row.polarity) == (modality, polarity)


def test_of_nested_operators_each_has_its_rule() -> None:
    [found] = coded("Israel agreed to end its blockade of Gaza.")
    assert found.row.rule.startswith("offer: agree < ")
    assert found.row.trigger == "agreed to end its blockade"


def test_profiles_differ_where_a_retreat_is_promised_and_nowhere_else_here() -> None:
    text = "Angola promised to withdraw its troops from Congo."
    assert (kinds(text), kinds(text, "gold-cameo")) == (["CONCEDE"], ["AGREE"])
    for text in ("Angola withdrew its troops from Congo.", "Turkey promised to help Somalia."):
        assert kinds(text) == kinds(text, "gold-cameo") != []


# what is said


@pytest.mark.parametrize(
    "text",
    [
        "Serbia said the weather was good.",
        "The Serbian president said on Monday that Kosovo was a beautiful country.",
        "The minister told reporters in Lisbon that he was pleased.",
        "Experts noted that inflation was high in Turkey.",
        '"Our islands are the loveliest of all," Portugal\'s prime minister said.',
    ],
)
def test_plain_statements_are_no_events(text: str) -> None:
    assert coded(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Serbia said Kosovo had attacked a monastery.",
        '"Kosovo attacked a monastery," Serbia\'s foreign minister said.',
    ],
)
def test_what_is_said_to_have_happened_is_an_event_that_names_its_statement(text: str) -> None:
    found = found_in(text)
    [event], [statement] = found.events, found.statements
    assert event.statement_id == statement.statement_id
    assert statement.content_start <= event.trigger_start < event.trigger_end <= statement.content_end


def test_what_the_text_tells_itself_names_no_statement() -> None:
    assert of_type("Kosovo attacked a monastery.", "ASSAULT").row.statement_id is None


@pytest.mark.parametrize(
    ("text", "trigger", "speaker"),
    [
        (
            "Peru promised to send doctors to Chad, its foreign minister said.",
            "promised",
            "its foreign minister",
        ),
        ("Kosovo attacked a monastery: Serbia", "attacked", "Serbia"),
        ("Serbian troops crossed the border, a general said, killing two farmers.", "killing", "a general"),
        (
            "Kosovo attacked a monastery, Serbia's minister was quoted as saying.",
            "attacked",
            "Serbia's minister",
        ),
        ("Serbia confirmed the arrest of two Albanians.", "confirmed", "Serbia"),
        ("Serbia denied bombing the monastery.", "denied", "Serbia"),
    ],
)
def test_an_event_names_the_statement_of_whoever_says_so(text: str, trigger: str, speaker: str) -> None:
    found = found_in(text)
    said = {one.statement_id: one.speaker for one in found.statements}
    [link] = [one.statement_id for one in found.events if one.trigger.startswith(trigger)]
    assert link is not None and said[link] == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Serbia condemned the attack on the monastery.",
        "Serbia accused Kosovo of attacking a monastery.",
        "Serbia threatened to bomb Pristina.",
        "Serbia demanded that Kosovo release two priests.",
        "Kosovo attacked a monastery, and Serbia said the roof was damaged.",
    ],
)
def test_what_is_done_by_speaking_and_what_the_author_tells_names_no_statement(text: str) -> None:
    events = found_in(text).events
    assert events and all(one.statement_id is None for one in events)


def test_we_are_the_speaker() -> None:
    text = '"We condemn the attack on Iran," Russian President Vladimir Putin told reporters.'
    found = of_type(text, "ACCUSE")
    assert found.sources == ("Vladimir Putin",) and found.words("source") == "We"


# spans


def test_what_is_taken_for_want_of_others_is_marked() -> None:
    found = of_type("Police in Cairo arrested a lawyer.", "COERCE")
    assert found.target_states == {"EGY"} and found.row.target_text == "a lawyer"
    [egypt] = [one for one in found.row.arguments if one.inferred]
    assert (egypt.role, egypt.actor_id in found.row.targets) == ("target", True)


def test_what_stands_in_the_place_itself_is_not_marked() -> None:
    found = of_type("Japan imposed sanctions on Iran.", "SANCTION")
    assert not [one for one in found.row.arguments if one.inferred]


def test_every_span_is_what_it_says_also_behind_other_paragraphs() -> None:
    text = (
        "OSLO, May 9 — A quiet week.\n\n“Norway’s police arrested 12 sailors from Chile on Monday,” a spokesman said.\n\n"
        "Kenya’s president will visit Jamaica in June.  Portugal sent 300 troops to Mali."
    )
    rows = found_in(text).events
    assert len(rows) >= 3
    for row in rows:
        assert text[row.trigger_start : row.trigger_end] == row.trigger
        assert all(text[one.start : one.end] == one.text for one in row.arguments)
        assert all(text[one.start : one.end] == one.text for one in row.quantities)
