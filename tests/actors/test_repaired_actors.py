"""The actors of a report's articles held against its repaired names: who is one, who stays apart."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.actors.actor_ids import actor_id
from retold.actors.bearers import ArticleNames
from retold.actors.repaired_actors import RepairedActors, repaired_actors
from retold.model import NamedActor, NameDamage, NameForm, NameKind, RepairedForm


def read_as(article: str, name: str, *others: str, kind: str = "person", **known: Any) -> NamedActor:
    """An actor as an article names it: `others` are forms beside the name, `known` what the dictionary says."""
    listed = bool(known)
    return NamedActor(
        article_id=article,
        actor_id=actor_id(kind, name, known.get("country")),
        name=name,
        kind=kind,
        country=known.get("country"),
        sectors=known.get("sectors", ()),
        forms=tuple(NameForm(form, "name" if listed else "as named") for form in (name, *others)),
        in_dictionary=listed,
        supports=True,
    )


def form(name: str, text: str, cause: NameDamage | None = None, supports: bool | None = None) -> RepairedForm:
    sure = 1.0 if cause is None else 0.8
    return RepairedForm(name, "person", text, cause, sure, cause is None if supports is None else supports)


def article(name: str, named: list[NamedActor], *forms: RepairedForm) -> ArticleNames:
    return ArticleNames(name, tuple(named), forms)


def links(found: RepairedActors) -> dict[tuple[str, str], str]:
    return {(link.article_id, link.found_id): link.actor_id for link in found.links}


MARSH = "Edith Marsh"
SWAMP = article("b", [read_as("b", "Edith Swamp")], form(MARSH, "Edith Swamp", "translated"))
WHOLE = article("a", [read_as("a", MARSH)], form(MARSH, MARSH))


def test_a_damaged_name_is_the_actor_of_the_undamaged_one() -> None:
    found = repaired_actors([WHOLE, SWAMP])
    assert links(found)["b", actor_id("person", "Edith Swamp")] == actor_id("person", MARSH)
    assert {row.name for row in found.named} == {MARSH}
    assert [row.forms for row in found.named] == [
        (NameForm(MARSH, "as named"),),
        (NameForm("Edith Swamp", "translated"),),
    ]
    assert [row.supports for row in found.named] == [True, False]


def test_a_name_that_stands_whole_nowhere_is_that_of_the_repair() -> None:
    one = article(
        "a", [read_as("a", "Edith Pebble")], form("Edith Stone", "Edith Pebble", "translated", True)
    )
    other = article("b", [read_as("b", "Edith Rock")], form("Edith Stone", "Edith Rock", "translated"))
    found = repaired_actors([one, other])
    assert set(links(found).values()) == {actor_id("person", "Edith Stone")}
    assert sum(row.supports for row in found.named) == 1


def test_who_supports_a_name_counts_though_nobody_was_read_there() -> None:
    found = repaired_actors([article("a", [], form(MARSH, MARSH)), SWAMP])
    assert {row.article_id: row.supports for row in found.named} == {"a": True, "b": False}
    assert {link.article_id for link in found.links} == {"b"}


LI = read_as("a", "Li Zhanshu", country="CHN", sectors=("LEG",))


def test_the_actor_of_the_dictionary_wins_though_others_are_attested_better() -> None:
    """And its own spelling is not the damaged one."""
    one = article("a", [LI], form("Li Jianshu", "Li Zhanshu", "transliteration"))
    others = [article(name, [read_as(name, "Li Jianshu")], form("Li Jianshu", "Li Jianshu")) for name in "bc"]
    found = repaired_actors([one, *others])
    assert set(links(found).values()) == {LI.actor_id}
    assert all(row.in_dictionary and row.country == "CHN" and row.sectors == ("LEG",) for row in found.named)
    assert [row.forms[0].cause for row in found.named] == ["name", "transliteration", "transliteration"]
    assert [row.supports for row in found.named] == [True, False, False]
    assert all(link.certainty < 1 for link in found.links)


def test_two_of_the_dictionary_stay_two_and_draw_nobody_over() -> None:
    bill = read_as("a", "Bill Clinton", country="USA")
    hillary = read_as("b", "Hillary Clinton", country="USA")
    found = repaired_actors(
        [
            article("a", [bill], form("Bill Clinton", "Bill Clinton")),
            article("b", [hillary], form("Bill Clinton", "Hillary Clinton", "typo")),
            article("c", [read_as("c", "Hil Clinton")], form("Bill Clinton", "Hil Clinton", "typo")),
        ]
    )
    assert found == RepairedActors((), ())


def test_a_surname_that_the_dictionary_knows_of_another_is_not_who_is_meant() -> None:
    """Trump by himself is Donald; that does not make Ivanka him, or him her."""
    donald = read_as("b", "Donald Trump", "Trump", country="USA")
    one = article("a", [read_as("a", "Ivanka Trump")], form("Ivanka Trump", "Ivanka Trump"))
    spelled = article(
        "c", [read_as("c", "Iwanka Trump")], form("Ivanka Trump", "Iwanka Trump", "transliteration")
    )
    found = repaired_actors(
        [one, article("b", [donald], form("Ivanka Trump", "Trump", "shortened")), spelled]
    )
    ivanka = actor_id("person", "Ivanka Trump")
    assert links(found) == {("a", ivanka): ivanka, ("c", actor_id("person", "Iwanka Trump")): ivanka}


def test_a_surname_alone_is_whoever_the_report_has_with_it() -> None:
    found = repaired_actors([WHOLE, article("b", [read_as("b", "Marsh")], form(MARSH, "Marsh", "shortened"))])
    assert links(found)["b", actor_id("person", "Marsh")] == actor_id("person", MARSH)


def test_a_namesake_with_another_given_name_is_not_drawn_over_by_the_surname() -> None:
    daniel = read_as("b", "Daniel Marsh", "Marsh")
    found = repaired_actors([WHOLE, article("b", [daniel], form(MARSH, "Marsh", "shortened"))])
    assert found == RepairedActors((), ())


@pytest.mark.parametrize(("full", "short"), [("Lenno Dock Committee", "Lenno"), ("Marsh Household", "Marsh")])
def test_what_is_no_person_is_not_meant_by_a_part_of_its_name(full: str, short: str) -> None:
    kind: NameKind = "body" if "Committee" in full else "person"
    forms = [replace(form(full, full), kind=kind), replace(form(full, short, "shortened"), kind=kind)]
    named = [read_as("a", full), read_as("b", short)]
    found = repaired_actors([article("a", named[:1], *forms), article("b", named[1:], *forms)])
    assert found == RepairedActors((), ())


def test_one_name_read_as_two_kinds_is_one_actor() -> None:
    other = article("b", [read_as("b", MARSH, kind="organisation")], form(MARSH, MARSH))
    third = article("c", [read_as("c", MARSH)], form(MARSH, MARSH))
    assert set(links(repaired_actors([WHOLE, other, third])).values()) == {actor_id("person", MARSH)}


def test_a_name_with_a_word_more_than_was_compared_is_still_borne() -> None:
    one = article("a", [read_as("a", "Yoon Hae-rin")], form("Yoon Hae", "Yoon Hae"))
    other = article("b", [read_as("b", "Yun Hae-lin")], form("Yoon Hae", "Yun Hae", "transliteration"))
    found = repaired_actors([one, other])
    assert {row.name for row in found.named} == {"Yoon Hae-rin"}
    assert len(found.links) == 2


def test_two_who_share_what_was_compared_bear_nothing() -> None:
    brothers = [read_as("a", "Yoon Hae-rin"), read_as("a", "Yoon Hae-jun")]
    other = article("b", [read_as("b", "Yun Hae-lin")], form("Yoon Hae", "Yun Hae", "transliteration"))
    found = repaired_actors([article("a", brothers, form("Yoon Hae", "Yoon Hae")), other])
    assert all(link.article_id == "b" for link in found.links)


def test_the_parts_of_a_long_name_are_put_right() -> None:
    right = "Fjord Centre for Coastal Questions"
    wrong = "Fjord Middle for Seaside Issues"
    one = article("a", [read_as("a", right, kind="organisation")])
    other = article(
        "b",
        [read_as("b", wrong, kind="organisation")],
        form("Fjord Centre", "Fjord Middle", "translated"),
        form("Coastal Questions", "Seaside Issues", "translated"),
    )
    found = repaired_actors([one, other])
    assert set(links(found).values()) == {actor_id("organisation", right)}
    assert found.named[1].forms == (NameForm(wrong, "translated"),)


def test_a_long_name_that_nobody_else_has_stays_as_it_is() -> None:
    lone = read_as("b", "Fjord Middle for Seals", kind="organisation")
    assert repaired_actors(
        [WHOLE, article("b", [lone], form("Fjord Centre", "Fjord Middle", "translated"))]
    ) == RepairedActors((), ())


NAMES = ["Edith Marsh", "Edith Swamp", "Marsh", "Swamp", "Oleg Tarasenko", "Olek Tarasenko", "Li Zhanshu"]
CAUSES: st.SearchStrategy[NameDamage] = st.sampled_from(get_args(NameDamage))


@st.composite
def reports(draw: st.DrawFn) -> list[ArticleNames]:
    """Articles with any actors, and any forms of any names."""
    made = []
    for name in "abcd"[: draw(st.integers(1, 4))]:
        named = [
            read_as(name, text, **({"country": "CHN"} if text == "Li Zhanshu" else {}))
            for text in draw(st.lists(st.sampled_from(NAMES), unique=True))
        ]
        forms = [
            form(whole, text, None if text == whole else draw(CAUSES))
            for text in draw(st.lists(st.sampled_from(NAMES), unique=True))
            for whole in [draw(st.sampled_from(NAMES))]
        ]
        made.append(article(name, named, *forms))
    return made


@settings(deadline=None, max_examples=60)
@given(reports(), st.data())
def test_whatever_the_names_nobody_is_lost_or_two_and_the_order_does_not_matter(
    articles: list[ArticleNames], data: st.DataObject
) -> None:
    found = repaired_actors(articles)
    read = {(one.article_id, actor.actor_id): actor for one in articles for actor in one.named}
    assert len(links(found)) == len(found.links)
    assert links(found).keys() <= read.keys()
    for key, actor in read.items():
        if actor.in_dictionary:
            assert links(found).get(key, actor.actor_id) == actor.actor_id
    told = {(row.article_id, row.actor_id) for row in found.named}
    assert {(link.article_id, link.actor_id) for link in found.links} <= told
    assert len(told) == len(found.named)
    linked = [read[key] for key in links(found)]
    texts = {(actor.article_id, form.text) for actor in linked for form in actor.forms}
    assert {(row.article_id, form.text) for row in found.named for form in row.forms} == texts
    assert repaired_actors(data.draw(st.permutations(articles))) == found


@pytest.mark.parametrize("text", ["", "“”", "李", " ", "A" * 5000])
def test_odd_names_are_borne_by_nobody_or_by_themselves(text: str) -> None:
    found = repaired_actors(
        [article(name, [read_as(name, text)], form(text, text)) for name in "ab"] + [SWAMP]
    )
    assert not [link for link in found.links if link.article_id == "a"]
