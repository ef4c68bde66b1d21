"""Clauses turned round, as between languages of another order: attributions, days, places, subordinate clauses."""

from __future__ import annotations

import random
import re

from simulation.drafts import capitalised, is_quoting, lowered
from simulation.inflection import past_forms, verb_forms

_SPEECH = {
    "said": ("stated", "indicated", "noted", "affirmed", "declared", "said"),
    "says": ("states", "indicates", "considers", "says"),
    "told": ("informed", "told"),
    "added": ("continued", "went on", "pointed out also", "added"),
    "announced": ("declared", "made known", "announced"),
}
_SPEAKER = (
    r"((?:the |The |a |A |an )?[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4}|he|she|they|[Tt]he [a-z]+ ?[a-z]*)"
)
_WEEKDAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_DATELINE = re.compile(r"^[A-Z]{3,}[^.]{0,40} [-–—―] ")


def attribution_first(text: str, chance: random.Random) -> str:
    """ "X, Y said." to "Y said that X" and the like."""
    found = re.match(rf"^([^\"“”]{{25,}}), {_SPEAKER} (said|says)( on {_WEEKDAY})?\.$", text)
    if found is None:
        return text
    word = chance.choice(_SPEECH[found[3]])
    if chance.random() < 0.3:
        return f"According to {lowered(found[2])}, {lowered(found[1])}{found[4] or ''}."
    return f"{capitalised(found[2])} {word}{found[4] or ''} that {lowered(found[1])}."


def quotation_last(text: str, chance: random.Random) -> str:
    """ "X," Y said." to "Y said: "X."" and now and then the other way."""
    found = re.match(rf"^[\"“]([^\"“”]+),[\"”] (?:{_SPEAKER} (said|says)|(said|says) {_SPEAKER})\.$", text)
    if found:
        speaker, verb = found[2] or found[5], found[3] or found[4]
        return f'{capitalised(speaker)} {chance.choice(_SPEECH[verb])}: "{found[1]}."'
    found = re.match(rf"^{_SPEAKER} (said|says)[,:] [\"“]([^\"“”]+)\.[\"”]$", text)
    return f'"{found[3]}," {chance.choice(_SPEECH[found[2]])} {lowered(found[1])}.' if found else text


def said_that(text: str, chance: random.Random) -> str:
    """ "Y said X" gets or loses its "that"; the verb of saying changes."""

    def other(found: re.Match[str]) -> str:
        return f"{found[1]} {chance.choice(_SPEECH[found[2]])} that {found[3]}"

    return re.sub(rf"^{_SPEAKER} (said|announced) (?:that )?((?:the|he|she|it|they|a|an|this) )", other, text)


def saying(text: str, chance: random.Random) -> str:
    """Another verb of saying."""
    return re.sub(
        r"\b(said|says|added|announced)\b", lambda found: chance.choice(_SPEECH[found[1]]), text, count=1
    )


def day_first(text: str, chance: random.Random) -> str:
    """ "did X on Monday" to "On Monday, did X", or the day to the end."""
    found = re.search(rf" (on|last|late|early) ({_WEEKDAY})(?= |,|\.)", text)
    if found is None or is_quoting(text) or _DATELINE.search(text):
        return text
    rest = text[: found.start()] + text[found.end() :]
    if chance.random() < 0.6:
        return f"{capitalised(found[1])} {found[2]}, {lowered(rest)}"
    return rest[:-1].rstrip(",") + f", {found[1]} {found[2]}." if rest.endswith(".") else text


def clause_first(text: str, chance: random.Random) -> str:
    """ "X, while Y." to "While Y, X." """
    found = re.match(
        r"^([^,\"“”]{20,}(?:, [^,\"“”]+,[^,\"“”]+)?),? (while|after|although|because|if|when|as|before) "
        r"([^,\"“”]{15,})\.$",
        text,
    )
    if found is None or _DATELINE.search(text) or (found[2] == "as" and chance.random() < 0.5):
        return text
    return f"{capitalised(found[2])} {found[3]}, {lowered(found[1])}."


def clause_last(text: str, chance: random.Random) -> str:
    """ "While Y, X." to "X, while Y." """
    found = re.match(
        r"^(While|After|Although|Because|If|When|As|Before|Despite|Since|Under|In|During) ([^,\"“”]{8,}), "
        r"([^\"“”]{20,})\.$",
        text,
    )
    if found is None:
        return text
    comma = "," if found[1] in ("While", "Although") or chance.random() < 0.3 else ""
    return f"{capitalised(found[3])}{comma} {found[1].lower()} {found[2]}."


def participle_unfolded(text: str, chance: random.Random) -> str:
    """ ", accusing" to ", and accused"."""
    by_ing = {_ing(base): past for past, base in past_forms().items()}

    def unfolded(found: re.Match[str]) -> str:
        past = by_ing.get(found[1])
        return chance.choice((f", and {past}", f", as it {past}", f" and {past}")) if past else found[0]

    return re.sub(r", ([a-z]+ing)\b(?= [a-z])", unfolded, text, count=1)


def _ing(base: str) -> str:
    return verb_forms(base)[4]


def passive_turned(text: str, chance: random.Random) -> str:
    """ "X was built by Y." to "Y built X." where both are short."""
    found = re.match(r"^([A-Z][\w ']{3,40}) (?:was|were) (\w+ed) by ([\w ']{3,40})([,.].*)$", text)
    if found is None or chance.random() < 0.2:
        return text
    return f"{capitalised(found[3])} {found[2]} {lowered(found[1])}{found[4]}"


def relative_opened(text: str, chance: random.Random) -> str:
    """ "the letter released on Friday" to "the letter that was released on Friday"."""
    pasts = past_forms()

    def opened(found: re.Match[str]) -> str:
        was = "were" if found[1].endswith("s") else "was"
        known = found[2] in pasts
        return (
            f"{found[1]} {chance.choice(('which', 'that'))} {was} {found[2]} {found[3]}"
            if known
            else found[0]
        )

    pattern = r"(?<=[a-z] )([a-z]{4,}(?<!ly)(?<!ing)) ([a-z]{3,}ed) (by|in|for)\b"
    return re.sub(pattern, opened, text, count=1)


def place_first(text: str, chance: random.Random) -> str:
    """A last "in ..." or "at ..." to the front, a first one to the end."""
    last = r"^([^,\"“”]{25,}) ((?:in|at|during|after|before|following) (?:the |a |his |her )?[\w ]{4,28})\.$"
    found = re.match(last, text)
    if found and not _DATELINE.search(text):
        return f"{capitalised(found[2])}, {lowered(found[1])}."
    found = re.match(r"^((?:In|At|During|After|Before|On|By) [\w ]{3,28}), ([^\"“”]{20,})\.$", text)
    return f"{capitalised(found[2])} {lowered(found[1])}." if found and chance.random() < 0.8 else text


def apposition_opened(text: str, chance: random.Random) -> str:
    """ "X, a lawyer, said" to "X, who is a lawyer, said"; "who was" closes up."""
    if chance.random() < 0.5:
        return re.sub(r", who (?:is|was) (?=an? |the )", ", ", text, count=1)
    return re.sub(r"([A-Z]\w+), (an? [a-z][^,\"“”]{5,50}),(?= \w)", r"\1, who is \2,", text, count=1)
