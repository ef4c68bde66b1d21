"""Slips in what is said of it: negation, certainty, and who says so."""

from __future__ import annotations

import re

from simulation.drafts import Desk, Draft, Line, cased_like, lines_of, narrated
from simulation.inflection import base_verbs, data, past_forms
from simulation.names import full_names, surnames
from simulation.slips import SPOKE, Slip

_AUXILIARY = (
    r"\b(?:(?:is|are|was|were|will|would|could|should|can)(?= [a-z])|(?:has|have|had)(?= (?:been|\w+ed|become|made|"
    r"taken|given|seen|come|gone|said|met|found|won|lost|left|held|begun|shown)\b))(?! not| no\b| set\b| like\b)"
)
_HEDGED = (
    (r"\bwill (?=[a-z]+\b)(?!not)", "may "),
    (r"\bmay (?=[a-z]+\b)(?!not|have)", "will "),
    (r"\bmight (?=[a-z]+\b)(?!not|have)", "will "),
    (r"\bcould (?=be|become|lead|mean|cause|bring|take|help|make)", "will "),
    (r"\bis likely to (?=[a-z])", "will "),
    (r"\bare likely to (?=[a-z])", "will "),
    (r"\bappears to be\b", "is"),
    (r"\bappeared to be\b", "was"),
    (r"\bis expected to (?=[a-z])", "is certain to "),
    (r"\b(?:allegedly|reportedly|apparently|possibly|probably|perhaps) ", ""),
)


def polarity_slips(line: Line, _draft: Draft, desk: Desk) -> list[Slip]:
    """A negation won or lost, or a word for its opposite."""
    negating = r"\b(is|are|was|were|has|have|had|will|would|could|should|can) (not|never)\b(?! only)"
    slips = [Slip(*found.span(), found[1]) for found in re.finditer(negating, line.text)]
    slips += _lost_did_not(line)
    if slips:
        return slips
    told = narrated(line.text)
    for found in re.finditer(_AUXILIARY, line.text):
        if any(start <= found.start() < end for start, end in told):
            no_longer = found[0] in ("is", "are", "was", "were") and desk.chance.random() < 0.3
            slips.append(Slip(*found.span(), f"{found[0]} {'no longer' if no_longer else 'not'}"))
    slips += _negated_past(line)
    return [*slips, *_opposites(line)] if len(slips) < 2 else slips


def _lost_did_not(line: Line) -> list[Slip]:
    """ "did not agree" to "agreed"."""
    pasts = base_verbs()
    return [
        Slip(*found.span(), pasts[found[1]])
        for found in re.finditer(r"\bdid(?: not|n['’]t) ([a-z]+)\b", line.text)
        if found[1] in pasts
    ]


def _negated_past(line: Line) -> list[Slip]:
    """ "Putin met" to "Putin did not meet", after a name or pronoun."""
    bases = past_forms()
    return [
        Slip(found.start(2), found.end(2), f"did not {bases[found[2]]}")
        for found in re.finditer(
            r"(\b[A-Z][a-z]+|\bhe|\bshe|\bthey|\bofficials) ([a-z]+)\b(?! by| that)", line.text
        )
        if found[2] in bases
        and found[2] not in ("said", "had", "was", "were", "made", "told", "left", "put", "went")
    ]


def _opposites(line: Line) -> list[Slip]:
    table = {
        word: other
        for one, two in data("words")["opposites"]["pairs"]
        for word, other in ((one, two), (two, one))
    }
    safe = {
        word: other
        for word, other in table.items()
        if word not in ("with", "before", "after", "left", "support")
    }
    return [
        Slip(*found.span(), cased_like(safe[found[0].lower()], found[0]))
        for found in re.finditer(rf"\b({'|'.join(safe)})\b", line.text)
    ]


def modality_slips(line: Line, _draft: Draft, _desk: Desk) -> list[Slip]:
    """A hedge won or lost; the planned as done."""
    slips = [
        Slip(*found.span(), after)
        for pattern, after in _HEDGED
        for found in re.finditer(pattern, line.text)
        if found.start() > 0
    ]
    planned = r"\b(?:is|are) (?:set|due|scheduled|expected|planning) to ([a-z]+)\b"
    pasts = base_verbs()
    done = [found for found in re.finditer(planned, line.text) if found[1] in pasts and found[1] != "be"]
    return [*slips, *(Slip(*found.span(), pasts[found[1]]) for found in done)]


def attribution_slips(line: Line, draft: Draft, desk: Desk) -> list[Slip]:
    """The words put into another's mouth: another person of the report's, or another unnamed speaker."""
    return [*_person_swaps(line, draft, desk), *_speaker_swaps(line)]


def _person_swaps(line: Line, draft: Draft, desk: Desk) -> list[Slip]:
    text = " ".join(other.text for other in lines_of(draft) if other.told)
    full = sorted({" ".join(name) for name in full_names(text)})
    titled = rf"\b(?:{'|'.join(map(re.escape, data('names')['titles']['before']))}) $"
    slips = []
    for known in (surnames(draft), full):
        names = "|".join(map(re.escape, known))
        pattern = rf"\b({names})\b(?= {SPOKE}\b)|\b{SPOKE} ({names})\b(?=[.,])"
        for found in re.finditer(pattern, line.text) if known else ():
            group = 1 if found[1] else 2
            others = [name for name in known if name.split()[-1] != found[group].split()[-1]]
            before = line.text[: found.start(group)]
            if others and (re.search(titled, before) or not re.search(r"[A-Z][\w.]*\.? $", before)):
                slips.append(Slip(*found.span(group), desk.chance.choice(others)))
    return slips


def _speaker_swaps(line: Line) -> list[Slip]:
    slips = []
    for pair in data("names")["speakers"]["pairs"]:
        for one, two in (pair, pair[::-1]):
            pattern = rf"(?<!\w)({one})(?= {SPOKE}\b)|, {SPOKE} ({one})(?=\.)"
            for found in re.finditer(pattern, line.text, re.IGNORECASE):
                group = 1 if found[1] else 2
                alone = not re.search(r"\w $", line.text[: found.start(group)]) or group == 2
                if alone:
                    slips.append(Slip(*found.span(group), cased_like(two, found[group][:1])))
    return slips
