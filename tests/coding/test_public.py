"""What is politics and what is business, sport, art, science or private life: the same words, other people."""

from __future__ import annotations

import pytest
from coded_events import kinds


def types(text: str) -> set[str]:
    return {kind.partition("/")[0] for kind in kinds(text)}


@pytest.mark.parametrize(
    ("private", "public", "event_type"),
    [
        (
            "The brewery rejected a takeover offer from a Danish rival.",
            "The rebels rejected a peace offer from the Danish government.",
            "REJECT",
        ),
        (
            "The founder of the furniture chain resigned on Monday.",
            "The founder of the opposition party resigned on Monday.",
            "RETREAT",
        ),
        (
            "The coach criticised the referee after the defeat in Lagos.",
            "The trade unions criticised the government after the arrests in Lagos.",
            "ACCUSE",
        ),
        (
            "Norway and Chile will meet in the final on Sunday.",
            "The presidents of Norway and Chile will meet at the final on Sunday.",
            "AGREE",
        ),
        (
            "The choir visited Japan last spring.",
            "The chancellor visited Japan last spring.",
            "CONSULT",
        ),
        (
            "The two publishers settled their dispute over the cookbooks.",
            "The two countries settled their dispute over the islands.",
            "AGREE",
        ),
        (
            "Customers urged the bakery to bring back its rye bread.",
            "Customers urged the government to bring back price controls.",
            "REQUEST",
        ),
        (
            "The widow donated her books to the library.",
            "Portugal donated its books to the library of Maputo.",
            "AID",
        ),
        (
            "The court dismissed the coffee chain's claim against a bakery.",
            "The court dismissed the opposition's claim against the government.",
            "REJECT",
        ),
        (
            "Parliament debated the bill for six hours.",
            "Ministers of both countries discussed the border for six hours.",
            "CONSULT",
        ),
    ],
)
def test_the_same_is_done_in_private_and_in_public(private: str, public: str, event_type: str) -> None:
    assert types(private) == set()
    assert event_type in types(public)


@pytest.mark.parametrize(
    "text",
    [
        "The novel tells how a Russian spy kidnaps an American diplomat.",
        "The film, in which French soldiers attack a village in Algeria, opens on Friday.",
        "In the second season of the series, rebels storm the palace and kill the president.",
        '"They shot the general at dawn," the narrator says in the opening chapter.',
    ],
)
def test_what_a_work_tells_did_not_happen(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Pakistan banned a film in which a general is poisoned.", "COERCE"),
        ("Six farmers were killed in a series of attacks in Katsina.", "ASSAULT"),
        ("Police arrested the author of the novel in Cairo.", "COERCE"),
    ],
)
def test_what_is_done_about_a_work_did(text: str, event_type: str) -> None:
    assert event_type in types(text)


@pytest.mark.parametrize(
    "text",
    [
        "The virus attacks the cells of the lung and destroys them.",
        "A storm struck the coast of Portugal, tearing roofs off houses.",
        "French onion soup demands patience and good stock.",
        "The browser now supports six more languages, including Ukrainian.",
        "India's bowlers destroyed New Zealand's top order within an hour.",
    ],
)
def test_things_and_players_fight_no_wars(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("A swarm of drones hit the refinery at Ryazan.", "ASSAULT"),
        ("A company of marines was sent to the island.", "MOBILIZE"),
        ("Bands of armed men raided three villages in Katsina.", "ASSAULT"),
        ("An army captain seized power in Burkina Faso on Friday.", "COERCE"),
    ],
)
def test_a_word_for_many_is_as_public_as_they(text: str, event_type: str) -> None:
    assert event_type in types(text)


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("A footballer was shot dead by gunmen outside his home in Guayaquil.", "ASSAULT"),
        ("Fans attacked the referee with bottles after the match in Cairo.", "ASSAULT"),
        ("Actors went on strike against the studios on Friday.", "PROTEST"),
        ("Fans protested against the owners of the club.", "PROTEST"),
        ("The union called off its strike after talks with the ministry.", "CONCEDE"),
        ("The airline accused Belarus of forcing its plane to land.", "ACCUSE"),
        ("The Hungarian government took over the Austrian retailer's stores.", "COERCE"),
        ("The regulator closed three private banks in Kyiv.", "COERCE"),
    ],
)
def test_violence_protest_and_what_touches_a_state_is_public_whoever_does_it(
    text: str, event_type: str
) -> None:
    assert event_type in types(text)
