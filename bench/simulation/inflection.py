"""Word forms: a base form to its plural or verb forms, and a text's word to what may stand for it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from wordfreq import zipf_frequency

PartOfSpeech = Literal["verb", "noun", "adjective", "adverb", "other"]

# Zipf frequencies between which people swap words.
RAREST_SWAPPED, EVERYDAY = 3.3, 5.25

_SECTIONS: dict[str, PartOfSpeech] = {
    "verbs": "verb",
    "nouns": "noun",
    "adjectives": "adjective",
    "adverbs": "adverb",
    "others": "other",
}


@cache
def data(name: str) -> dict[str, Any]:
    """A data file of the simulator."""
    with (Path(__file__).parent / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


@dataclass(frozen=True, slots=True)
class Entry:
    """What may stand for one form of a word; the first is what an editor would choose.

    `form` is "base", "third", "past", "participle", "ing" of a verb, "singular" or "plural" of a noun, "" of others.
    `differs`: of a participle, that it is not also the past form.
    """

    part: PartOfSpeech
    form: str
    replacements: tuple[str, ...]
    differs: bool = False


def verb_forms(verb: str) -> tuple[str, str, str, str, str]:
    """Base form, third person, past, participle and -ing form; of several words the first is inflected."""
    first, *rest = verb.split(" ")
    forms = (first, *(data("words")["irregular"].get(first) or _regular(first)))
    base, third, past, participle, ing = (" ".join([form, *rest]) for form in forms)
    return base, third, past, participle, ing


def _regular(verb: str) -> tuple[str, str, str, str]:
    third = verb + ("es" if re.search(r"(s|sh|ch|x|z|o)$", verb) else "s")
    stem = verb + verb[-1] if verb in data("words")["doubling"]["verbs"] else verb
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ies", verb[:-1] + "ied", verb[:-1] + "ied", verb + "ing"
    if verb.endswith("e"):
        ing = verb + "ing" if verb.endswith("ee") else verb[:-1] + "ing"
        return third, verb + "d", verb + "d", ing
    return third, stem + "ed", stem + "ed", stem + "ing"


def plural(noun: str) -> str:
    """The plural; of several words the last, or the one before "of", is inflected."""
    irregular = data("words")["irregular_plurals"]
    if " of " in noun:
        head, rest = noun.split(" of ", 1)
        return f"{plural(head)} of {rest}"
    *before, last = noun.split(" ")
    if last in irregular:
        return " ".join([*before, irregular[last]])
    if last.endswith("s") and not last.endswith("ss"):
        return noun
    return " ".join([*before, _plural_by_rule(last)])


def _plural_by_rule(noun: str) -> str:
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    return noun + ("es" if re.search(r"(ss|sh|ch|x|z)$", noun) else "s")


@cache
def entries() -> dict[str, list[Entry]]:
    """Every form of the word list to what may stand for it, one entry per part of speech it can be."""
    found: dict[str, list[Entry]] = {}
    for section, part in _SECTIONS.items():
        for word, replacements in data("words")[section].items():
            for form, inflected, others in _forms(part, word, tuple(replacements)):
                known = found.setdefault(inflected, [])
                if not any(entry.part == part for entry in known):
                    differs = form == "participle" and verb_forms(word)[2] != inflected
                    known.append(Entry(part, form, others, differs))
    return found


@cache
def plain_entries() -> dict[str, list[Entry]]:
    """What editors and translators choose: the first replacement, and as often the other way round.

    A rewriting tool goes from the common word to the rarer; people have no such bent.
    """
    found: dict[str, list[Entry]] = {}
    for word, known in entries().items():
        for entry in known:
            if not _sober(word, entry):
                continue
            there = Entry(entry.part, entry.form, entry.replacements[:1], entry.differs)
            back = Entry(entry.part, entry.form, (word,), entry.differs)
            for form, one in ((word, there), (entry.replacements[0], back)):
                alike = [other for other in found.setdefault(form, []) if other.part == one.part]
                if not alike and " " not in form:
                    found[form].append(one)
    return found


def _sober(word: str, entry: Entry) -> bool:
    """Whether a person would swap it without thinking about the sentence: no everyday word of many meanings."""
    if entry.part == "other" or (entry.part == "adverb" and not word.endswith("ly")):
        return False
    both = {word, entry.replacements[0]}
    everyday = any(not RAREST_SWAPPED < zipf_frequency(form, "en") < EVERYDAY for form in both)
    return not everyday and not both & set(data("words")["many_meanings"]["words"])


def _forms(
    part: PartOfSpeech, word: str, replacements: tuple[str, ...]
) -> list[tuple[str, str, tuple[str, ...]]]:
    if part == "verb":
        names = ("base", "third", "past", "participle", "ing")
        columns = [verb_forms(other) for other in replacements]
        return [
            (name, form, tuple(column[place] for column in columns))
            for place, (name, form) in enumerate(zip(names, verb_forms(word), strict=True))
        ]
    if part == "noun":
        plurals = tuple(plural(other) for other in replacements)
        return [("singular", word, replacements), ("plural", plural(word), plurals)]
    return [("", word, replacements)]


@cache
def past_forms() -> dict[str, str]:
    """Past forms of the list's verbs to their base forms."""
    return {verb_forms(verb)[2]: verb for verb in (*data("words")["verbs"], *data("words")["irregular"])}


@cache
def base_verbs() -> dict[str, str]:
    """Base forms of the list's verbs to their past forms."""
    return {base: past for past, base in past_forms().items()}
