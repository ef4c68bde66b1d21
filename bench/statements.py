"""Who said what: Retold's statements beside plain alternatives, on GenderGap and PolNeAR.

    .venv/bin/python bench/statements.py [--split dev] [--documents 100] [--undamaged]

A statement that was annotated counts as found by the share of its characters covered (> .3, > .8), which long
stretches win, and by intersection over union (> .5), which they do not; one to one, in order. GenderGap
takes speech, and each piece of a statement by itself; PolNeAR takes everything, from the first piece to the last.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Sequence

from retold.reading.article import read_text
from retold.reading.parser import parser_named
from retold.reading.statements import FoundStatement, found_statements
from statement_gold import (
    Damage,
    GoldArticle,
    bare_marks,
    gendergap,
    losing,
    polnear,
    questioned,
    single,
    straight,
    whole_paragraphs,
)
from statement_scores import Score, Told

Extractor = Callable[[str], list[Told]]
DAMAGES: dict[str, Damage] = {
    "straight marks": straight,
    "one mark in ten lost": losing(0.1),
    "single marks": single,
    "marks become ?": questioned,
}


def read(text: str) -> list[FoundStatement]:
    return found_statements(read_text(text, parser_named()))


def of_gendergap(found: Iterable[FoundStatement]) -> list[Told]:
    """Speech, piece by piece."""
    return [
        Told((piece.start, piece.end), _speaker(one), one.statement.kind, reference=one.resolved)
        for one in found
        if one.statement.manner == "speech"
        for piece in one.statement.pieces
    ]


def of_polnear(found: Iterable[FoundStatement]) -> list[Told]:
    """Everything, from the first piece to the last."""
    return [
        Told((one.statement.content_start, one.statement.content_end), _speaker(one), one.statement.kind)
        for one in found
    ]


def _speaker(found: FoundStatement) -> tuple[int, int] | None:
    start, end = found.statement.speaker_start, found.statement.speaker_end
    return (start, end) if start is not None and end is not None else None


def scored(articles: Sequence[GoldArticle], extract: Extractor, damage: Damage | None = None) -> Score:
    score = Score()
    for _, text, gold in articles:
        score.add(gold, extract(damage(text) if damage else text))
    return score


def line(name: str, score: Score) -> str:
    return (
        f"| {name} | {score.precision():.3f} / {score.recall():.3f} / {score.f1():.3f} | {score.f1('> .8'):.3f} "
        f"| {score.f1('IoU > .5'):.3f} "
        f"| {score.recall_of('direct'):.2f} / {score.recall_of('mixed'):.2f} / {score.recall_of('indirect'):.2f} |"
    )


def details(score: Score) -> Iterable[str]:
    if score.cued:
        recall = score.cued_matched / score.cued
        yield f"speech-cued recall {recall:.3f} (of {score.cued}) at precision {score.precision():.3f}"
        yield (
            f"indirect recall {score.recall_of('indirect'):.3f} at precision {score.precision_of('indirect'):.3f} "
            "of what is called indirect"
        )
    yield f"speaker's span {score.speakers_right / max(1, score.speakers):.3f} (of {score.speakers})"
    if score.references:
        yield f"resolved reference, last word {score.references_right / score.references:.3f} (of {score.references})"


def report(
    name: str, articles: Sequence[GoldArticle], extract: Extractor, damages: dict[str, Damage]
) -> None:
    print(
        f"\n**{name}** ({len(articles)} documents, {sum(len(gold) for _, _, gold in articles)} statements)\n"
    )
    print("| | > .3 P / R / F1 | > .8 F1 | IoU > .5 F1 | recall direct / mixed / indirect |")
    print("|---|---|---|---|---|")
    ours = scored(articles, extract)
    print(line("Retold", ours))
    print(line("whole paragraphs", scored(articles, whole_paragraphs)))
    print(line("between quotation marks", scored(articles, bare_marks)))
    for damage, change in damages.items():
        print(line(f"Retold, {damage}", scored(articles, extract, change)))
        print(line(f"between quotation marks, {damage}", scored(articles, bare_marks, change)))
    print()
    for item in details(ours):
        print(f"- {item}")


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--split", choices=("dev", "train"), default="dev")
    options.add_argument("--documents", type=int, default=None)
    options.add_argument("--undamaged", action="store_true")
    chosen = options.parse_args()
    damages = {} if chosen.undamaged else DAMAGES
    report("GenderGap", gendergap(), lambda text: of_gendergap(read(text)), damages)
    articles = polnear(chosen.split, chosen.documents)
    report(f"PolNeAR {chosen.split}", articles, lambda text: of_polnear(read(text)), {})


if __name__ == "__main__":
    main()
