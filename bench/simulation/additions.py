"""What is added on the way: furniture, local paragraphs, next-day leads, sentences of a second model."""

from __future__ import annotations

import re
from dataclasses import replace

from simulation.drafts import Desk, Draft, Line, lines_of, with_line
from simulation.inflection import base_verbs, data
from simulation.names import surnames

_NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")


def _filled(template: str, draft: Draft, desk: Desk) -> str:
    """The template with its slots filled from the report and the invented material."""
    material, choice = data("material"), desk.chance.choice
    text = " ".join(line.text for line in lines_of(draft)[:4])
    topics = (
        surnames(draft)
        or [name for name in _NAME.findall(text) if name.lower() not in text]
        or ["the matter"]
    )
    return template.format(
        place=choice(material["small_places"]),
        body=choice(material["bodies"]),
        person=choice(material["persons"]),
        person2=choice(material["persons"]),
        outlet=choice(material["outlets"]),
        agency=choice(material["agencies"]),
        number=choice(material["numbers"]),
        weekday=choice(material["weekdays"]),
        topic=choice(topics),
    )


def furnish(draft: Draft, desk: Desk, count: int) -> Draft:
    """Puts page furniture at the foot, sometimes between paragraphs."""
    for template in desk.chance.sample(data("material")["furniture"], count):
        line = desk.addition(_filled(template, draft, desk))
        desk.note("furniture", line, "", line.text)
        place = len(draft) if desk.chance.random() < 0.7 else desk.chance.randrange(1, len(draft) + 1)
        draft = (*draft[:place], (line,), *draft[place:])
    return draft


def add_local(draft: Draft, desk: Desk, count: int) -> Draft:
    """Adds paragraphs of the outlet's own, of one or two sentences, after the lead."""
    for _ in range(count):
        told = desk.fresh(data("material")["added"], desk.chance.choice((1, 1, 2)))
        paragraph = tuple(desk.addition(_filled(template, draft, desk)) for template in told)
        for line in paragraph:
            desk.note("added", line, "", line.text)
        place = desk.chance.randrange(1, len(draft) + 1)
        draft = (*draft[:place], paragraph, *draft[place:])
    return draft


def update(draft: Draft, desk: Desk) -> Draft:
    """A day later: a new lead, what was planned has happened, a figure has moved, a line on what follows."""
    draft = _happened(_figure_moved(draft, desk), desk)
    leads, others = (desk.fresh(data("material")[kind], 1) for kind in ("next_day", "updates"))
    lead, last = (
        tuple(desk.addition(_filled(text, draft, desk)) for text in texts) for texts in (leads, others)
    )
    for line in (*lead, *last):
        desk.note("added", line, "", line.text)
    place = desk.chance.randrange(1, len(draft) + 1)
    return tuple(part for part in (lead, *draft[:place], last, *draft[place:]) if part)


def _happened(draft: Draft, desk: Desk) -> Draft:
    """ "is set to meet", "will meet" to "met", in at most two sentences."""
    left = 2
    for line in lines_of(draft):
        found = re.search(r"\b(?:will|(?:is|are) (?:set|due|scheduled|expected) to) ([a-z]+)\b", line.text)
        if found and left and not line.altered and found[1] in base_verbs() and '"' not in line.text:
            left -= 1
            draft = _updated(draft, desk, line, found.span(), base_verbs()[found[1]])
    return draft


def _figure_moved(draft: Draft, desk: Desk) -> Draft:
    """A count of two or three digits that has risen a little."""
    for line in lines_of(draft):
        found = re.search(r"(?<![\w.,/$-])(?<!May )(?<!June )(?<!July )\d{2,3}(?= [a-z]{4,})", line.text)
        if found and line.told and not line.altered:
            new = str(int(found[0]) + desk.chance.randrange(1, max(2, int(found[0]) // 4)))
            return _updated(draft, desk, line, found.span(), new)
    return draft


def _updated(draft: Draft, desk: Desk, line: Line, span: tuple[int, int], after: str) -> Draft:
    start, end = span
    new = replace(line.reworded(line.text[:start] + after + line.text[end:]), altered=True)
    desk.note("updated", new, line.text[start:end], after, changes_meaning=True)
    return with_line(draft, line, new)


def contaminate(draft: Draft, other: Draft, desk: Desk, share: float) -> Draft:
    """Takes paragraphs from a second model: instead of its own that tell the same, or in addition."""
    taken = desk.chance.sample(range(len(other)), max(1, round(len(other) * share)))
    for place in sorted(taken):
        paragraph = other[place]
        told = {origin for line in paragraph for origin in line.origins}
        own = [
            number for number, part in enumerate(draft) if told & {o for line in part for o in line.origins}
        ]
        if any(line.text not in {mine.text for mine in lines_of(draft)} for line in paragraph):
            for line in paragraph:
                desk.note("contaminated", line, "", line.text)
            spot = own[0] if own else min(place, len(draft))
            kept = tuple(part for number, part in enumerate(draft) if number not in own)
            spot = min(spot, len(kept))
            draft = (*kept[:spot], _without(own, draft, told), paragraph, *kept[spot:])
    return tuple(part for part in draft if part)


def _without(own: list[int], draft: Draft, told: set[int]) -> tuple[Line, ...]:
    """The lines of the paragraphs replaced that tell something else and are kept."""
    return tuple(line for number in own for line in draft[number] if not told & set(line.origins))
