"""Synonyms in the slots of words: what a rewriting tool does everywhere and an editor here and there."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from simulation.drafts import Desk, Draft, Line, cased_like, each_line
from simulation.inflection import Entry, data, entries, plain_entries

_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
_DETERMINERS = frozenset(
    [
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "his",
        "her",
        "its",
        "their",
        "our",
        "my",
        "your",
        "no",
        "some",
        "any",
        "each",
        "every",
        "several",
        "many",
    ]
)
_BEFORE_VERBS = frozenset(
    [
        "to",
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "must",
        "should",
        "not",
        "i",
        "we",
        "you",
        "they",
        "he",
        "she",
        "it",
        "who",
        "did",
        "do",
        "does",
    ]
)
_BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "am"])
_HAVE = frozenset(["has", "have", "had", "having"])
_PREPOSITIONS = frozenset(
    [
        "of",
        "in",
        "on",
        "at",
        "by",
        "for",
        "with",
        "from",
        "into",
        "over",
        "under",
        "about",
        "against",
        "after",
        "before",
        "between",
    ]
)
_ARTICLE_BEFORE_VOWEL = re.compile(r"\b([Aa])n? (?=([A-Za-z]))")


@dataclass(slots=True)
class Rewriter:
    """How one copy's words are swapped.

    `rate`: share of the known words swapped; `stiff`: whether a machine chooses, else an editor. `habit`: chance that
    a word already swapped is swapped the same way again. `in_names`: chance that a common word inside a name of
    several words ("University of Advanced Studies") is swapped like any other.
    """

    rate: float
    stiff: bool
    habit: float = 0.7
    in_names: float = 0.0
    chosen: dict[str, str] = field(default_factory=dict)


def swap_words(draft: Draft, desk: Desk, rewriter: Rewriter) -> Draft:
    """Puts synonyms in the slots of words, outside names."""
    return each_line(draft, lambda line: _swapped(line, desk, rewriter) if line.told else line)


def _swapped(line: Line, desk: Desk, rewriter: Rewriter) -> Line:
    pieces: list[str] = []
    last = 0
    swaps: list[tuple[str, str]] = []
    for found in _WORD.finditer(line.text):
        word = _fitting(line.text, found, desk, rewriter)
        if word is None:
            continue
        pieces += [line.text[last : found.start()], word]
        swaps.append((found[0], word))
        last = found.end()
    text = _articles_mended("".join([*pieces, line.text[last:]]))
    new = line.reworded(text)
    for before, after in swaps:
        desk.note("synonyms" if rewriter.stiff else "reworded", new, before, after)
    return new


def _fitting(text: str, found: re.Match[str], desk: Desk, rewriter: Rewriter) -> str | None:
    """What stands in this word's slot afterwards; None where it stays."""
    word = found[0]
    starts = not re.search(r"[^\s\"“‘'(]", text[: found.start()])
    named = word[0].isupper() and (not starts or _in_name(text, found))
    listed = (entries() if rewriter.stiff else plain_entries()).get(word.lower(), [])
    if not listed or (named and desk.chance.random() >= rewriter.in_names):
        return None
    if not named and desk.chance.random() >= rewriter.rate:
        return None
    before = re.findall(r"[\w']+", text[: found.start()])[-1:]
    after = re.findall(r"^\W*([\w']+)", text[found.end() :])
    entry = _meant(listed, before[0].lower() if before else "", after[0] if after else "", desk, rewriter)
    if entry is None or (named and entry.part not in ("noun", "adjective")):
        return None
    known_as = rewriter.chosen.get(word.lower())
    if known_as is None or desk.chance.random() >= rewriter.habit:
        known_as = rewriter.chosen[word.lower()] = desk.chance.choice(entry.replacements)
    return None if known_as == word.lower() else cased_like(known_as, word)


def _in_name(text: str, found: re.Match[str]) -> bool:
    """Whether a capitalised word follows a capitalised first word: "Prime Minister", "May said"."""
    return found[0][0].isupper() and bool(re.match(r"[ -][A-Z]", text[found.end() :]))


def _meant(known: Sequence[Entry], before: str, after: str, desk: Desk, rewriter: Rewriter) -> Entry | None:
    """The entry whose part of speech fits the neighbours. Where several do, a machine takes one, an editor none."""
    fitting = [entry for entry in known if _fits(entry, before, after)]
    if len(fitting) > 1 and not rewriter.stiff:
        return None
    return desk.chance.choice(fitting) if fitting else None


def _fits(entry: Entry, before: str, after: str) -> bool:
    if entry.part == "verb":
        if entry.form == "base":
            return before in _BEFORE_VERBS
        if entry.form == "past" and before in (_BE | _HAVE):
            return False
        if entry.form == "participle" and entry.differs:
            return before in (_BE | _HAVE)
        return before not in _DETERMINERS
    if entry.part == "noun":
        return before not in _BEFORE_VERBS and not after[:1].isupper()
    if entry.part == "adjective":
        return before in _BE or (after[:1].islower() and after not in _PREPOSITIONS and after not in _BE)
    if entry.part == "adverb":
        return before not in _DETERMINERS and before not in ("as", "so", "too", "very")
    return True


def _articles_mended(text: str) -> str:
    """ "a agreement" to "an agreement"; good enough without sounding words out."""
    return _ARTICLE_BEFORE_VOWEL.sub(
        lambda found: f"{found[1]}{'n' if found[2] in 'aeioAEIO' else ''} ", text
    )


def swap_phrases(
    draft: Draft, desk: Desk, table: Mapping[str, Sequence[str]], rate: float, operation: str
) -> Draft:
    """Puts other words in the place of fixed phrases."""
    pattern = _phrases(tuple(table))

    def changed(line: Line) -> Line:
        swaps: list[tuple[str, str]] = []

        def other(found: re.Match[str]) -> str:
            if desk.chance.random() >= rate:
                return found[0]
            new = cased_like(desk.chance.choice(list(table[found[0].lower()])), found[0])
            swaps.append((found[0], new))
            return new

        if not line.told:
            return line
        new = line.reworded(pattern.sub(other, line.text))
        for before, after in swaps:
            desk.note("synonyms" if operation == "broken" else "reworded", new, before, after)
        return new

    return each_line(draft, changed)


def in_house_style(draft: Draft, desk: Desk) -> Draft:
    """Spelling as the outlet has it, all British or all American."""
    pairs: list[list[str]] = data("phrases")["house"]["pairs"]
    british = desk.chance.random() < 0.5
    table = {american if british else own: own if british else american for own, american in pairs}
    pattern = re.compile(r"(?<![\w.$-])(?:" + "|".join(map(re.escape, table)) + r")(?![\w$-]|\.\w|,\d)")

    def changed(line: Line) -> Line:
        new = line.reworded(pattern.sub(lambda found: table[found[0]], line.text)) if line.told else line
        for before in dict.fromkeys(pattern.findall(line.text)) if line.told else ():
            desk.note("reworded", new, before, table[before])
        return new

    return each_line(draft, changed)


def phrase_table(name: str) -> dict[str, list[str]]:
    """A table of `phrases.toml`: "broken", "rendered" or "edited"."""
    table: dict[str, list[str]] = data("phrases")[name]
    return table


def _phrases(phrases: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(phrases, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest)) + r")(?!\w)", re.IGNORECASE)
