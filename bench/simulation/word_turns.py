"""Words within a clause, as another language has them: articles, prepositions, modals, possessives, dates."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

from simulation.inflection import data

_MONTH = (
    r"(January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|"
    r"Sept\.|Oct\.|Nov\.|Dec\.)"
)
_MODALS = (
    (r"\bwould (?=[a-z]+)(?!not|have)", ("was going to ", "was to ", "will ")),
    (r"\bmust (?=[a-z]+)(?!not|have)", ("has to ", "should ", "needs to ")),
    (r"\bcan (?=[a-z]+)(?!not)", ("is able to ", "may ", "can ")),
    (r"\bneeds? to ", ("must ", "should ")),
    (r"\bin order to ", ("to ", "so as to ")),
    (r"\bdid not\b", ("didn't", "did not")),
    (r"\bso that\b", ("in order that", "such that")),
    (r"\bhas been\b", ("was", "is")),
    (r"\bhave been\b", ("were", "are")),
)
_WRITTEN = (
    (rf"\b{_MONTH} (\d{{1,2}})\b(?!,? ?\d)", (r"\2 \1", r"the \2th of \1")),
    (r"\b(\d[\d.,]*) ?percent\b", (r"\1%", r"\1 per cent")),
    (r"(?<![A-Z])\$(\d[\d.,]*\d|\d)( million| billion)?", (r"\1\2 dollars", r"$\1\2", r"US$\1\2")),
    (r"\bU\.S\.(?= [a-z])", ("US", "American", "United States")),
    (r"\b(\d),(\d{3})\b", (r"\1\2", r"\1 \2")),
    (r"\bdozens of\b", ("tens of", "scores of")),
    (
        r"(?<!the )(?<!U\.S\. )(?<!US )\bPresident ([A-Z]\w+ [A-Z]\w+)(?!,)",
        (r"the President, \1,", r"President \1", r"US President \1"),
    ),
    (r"\bMr\. ([A-Z])", (r"\1", r"Mr \1")),
    (r"\b(his|her|their|its) (?=[a-z]+ )", ("the ", r"\1 ", r"\1 own ")),
)
_PREPOSITIONS = (
    (r"\bin an? ", ("with a ", "during a ", "in a ")),
    (r"\bamid ", ("in the midst of ", "against the background of ", "with ")),
    (r"\bover the ", ("because of the ", "regarding the ", "about the ")),
    (r"\babout (?=\d)", ("around ", "some ", "approximately ")),
    (r"\babout (?=the )", ("concerning ", "regarding ", "on ")),
    (r"\bwithin ", ("in the course of ", "during ")),
    (r"\bacross ", ("throughout ", "all over ")),
    (r"\bamong ", ("between ", "from among ")),
    (r"\btoward ", ("in the direction of ", "to ")),
    (r"\bbecause ", ("since ", "as ")),
    (r"\bwhich ", ("that ", "which ")),
    (r"\balso ", ("likewise ", "in addition ", "as well ")),
    (r"\bbut ", ("however ", "yet ", "while ")),
    (r"\bfor the ", ("to the ", "in favour of the ", "for ")),
    (r"\bon the ", ("upon the ", "on ")),
    (r"\bfrom the ", ("of the ", "out of the ")),
    (r"\bwith the ", ("together with the ", "by the ", "with ")),
)


def genitive_unfolded(text: str, chance: random.Random) -> str:
    """ "China's support" to "the support of China"."""

    def unfolded(found: re.Match[str]) -> str:
        return f"the {found[2]} of {found[1]}" if chance.random() < 0.7 else found[0]

    return re.sub(
        r"\b([A-Z][a-z]+)['’]s ([a-z]{4,})(?= (?:to|in|of|on|and|was|is|had|has|would|will)\b|[,.])",
        unfolded,
        text,
    )


def genitive_folded(text: str, chance: random.Random) -> str:
    """ "the government of Iraq" to "Iraq's government"."""

    def folded(found: re.Match[str]) -> str:
        return f"{found[2]}'s {found[1]}" if chance.random() < 0.7 else found[0]

    return re.sub(r"\bthe ([a-z]{4,}) of ([A-Z][a-z]+)\b(?! [A-Z])", folded, text)


def perfect_flattened(text: str, chance: random.Random) -> str:
    """ "has agreed" to "agreed", contractions written out."""

    def flattened(found: re.Match[str]) -> str:
        return found[1] if chance.random() < 0.7 else found[0]

    text = re.sub(r"\b(?:has|have|had) (\w{3,}ed)\b", flattened, text)
    written = {"n't": " not", "'ll": " will", "'re": " are", "'ve": " have", "'m": " am"}
    for short, full in written.items():
        text = re.sub(rf"(?<=\w)(?<!ca)(?<!wo){short}\b".replace("'", "['’]"), full, text)
    return text


def articles_changed(text: str, chance: random.Random) -> str:
    """Loses some articles and gains others."""

    def lost(found: re.Match[str]) -> str:
        return found[1] if chance.random() < 0.18 else found[0]

    def gained(found: re.Match[str]) -> str:
        return f"{found[1]} the {found[2]}" if chance.random() < 0.3 else found[0]

    text = re.sub(r"(?<=[a-z] )the ([a-z]{4,})", lost, text)
    return re.sub(r"\b(of|for|with|to|against) ([a-z]{5,}(?:s|ion|ment|ity))\b", gained, text)


def prepositions_changed(text: str, chance: random.Random) -> str:
    """Other prepositions and links."""
    return _exchanged(text, _PREPOSITIONS, chance)


def modals_changed(text: str, chance: random.Random) -> str:
    """Other modals and tenses, which a language apart does not keep."""
    return _exchanged(text, _MODALS, chance)


def written_otherwise(text: str, chance: random.Random) -> str:
    """Dates, figures, titles and possessives as another house writes them."""
    return _exchanged(text, _WRITTEN, chance)


def _exchanged(text: str, table: Sequence[tuple[str, Sequence[str]]], chance: random.Random) -> str:
    """The first place of most patterns with one of the others there."""
    for pattern, others in table:
        if chance.random() < 0.65:
            text = re.sub(pattern, chance.choice(others), text, count=1)
    return text


def demonym_opened(text: str, chance: random.Random) -> str:
    """ "the Russian president" to "the president of Russia", "Russia's president" or back."""
    countries: dict[str, str] = data("names")["demonyms"]

    def opened(found: re.Match[str]) -> str:
        country = countries[found[2]]
        owner = country.removeprefix("the ")
        return chance.choice((f"the {found[3]} of {country}", f"{owner}'s {found[3]}", found[0]))

    names = "|".join(countries)
    return re.sub(rf"\b([Tt]he) ({names}) ([a-z]{{4,}})\b(?! [a-z]+(?:er|or|ist|ment|ion)\b)", opened, text)


def articles_definite(text: str, chance: random.Random) -> str:
    """ "a" to "the" and back, here and there."""

    def other(found: re.Match[str]) -> str:
        if chance.random() > (0.05 if found[0] == "the" else 0.12):
            return found[0]
        return {"a": "the", "an": "the", "the": "this"}[found[0]]

    return re.sub(r"(?<=[a-z,] )(?:a|an|the)(?= [a-z])", other, text)


def compound_unfolded(text: str, chance: random.Random) -> str:
    """ "oil prices" to "prices of oil": two plain nouns, the second a plural, after a preposition."""

    def unfolded(found: re.Match[str]) -> str:
        return f"{found[1]} {found[3]} of {found[2]}" if chance.random() < 0.5 else found[0]

    return re.sub(
        r"\b(of|in|on|for|with|about|against|over|and) ([a-z]{3,}(?:[rlkmt]|ion|ment|ity)) "
        r"([a-z]{4,}(?<!s)s)\b(?=[ ,.])",
        unfolded,
        text,
        count=1,
    )
