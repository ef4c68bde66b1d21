"""What people read of variants and of the consensus."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from called import STRIKE, Called
from rich.console import Console, RenderableType

from retold.cli.consensus_text import marked_choices, note_on
from retold.cli.names import listed
from retold.cli.variants_text import variants_text
from retold.model import Choice, ConsensusPassage, Reading, VariantKind
from retold.views import VariantView

Command = Callable[..., Called]
NAMES = {"q": "The Quay", "m": "Morning Tide", "f": "Fast News"}


def lines(parts: Sequence[RenderableType], width: int = 100) -> list[str]:
    console = Console(width=width)
    with console.capture() as captured:
        for part in parts:
            console.print(part)
    return [line.rstrip() for line in captured.get().splitlines()]


def variant(kind: VariantKind, changes_meaning: bool, preferred: str | None, **readings: str) -> VariantView:
    told = tuple(Reading(text, (article,)) for article, text in readings.items())
    return VariantView(3, kind, changes_meaning, told, preferred, 0.5)


def told(*variants: VariantView, width: int = 100) -> list[str]:
    return lines(list(variants_text(variants, NAMES)), width)


def test_a_variant_says_who_has_what_and_what_is_preferred() -> None:
    assert told(variant("number", True, "six", q="six", m="nine")) == [
        '  4  number  changes the meaning: "six" (preferred) in The Quay; "nine" in Morning Tide'
    ]
    assert told(variant("name", False, None, q="Marsh", m="Swamp", f="Bog")) == [
        '  4  name  "Marsh" in The Quay; "Swamp" in Morning Tide; "Bog" in Fast News'
    ]


def test_a_reading_of_no_words_is_nothing() -> None:
    assert told(variant("modality", True, None, q="may", m="")) == [
        '  4  modality  changes the meaning: "may" in The Quay; nothing in Morning Tide'
    ]


def test_what_is_not_of_note_is_counted_in_one_line() -> None:
    form: list[VariantKind] = ["wording", "wording", "omission", "addition", "order", "order"]
    rest = [variant(kind, False, None, q="x", m="y") for kind in form]
    counted = "2 of wording, 1 omission, 1 addition, 2 passages moved"
    assert told(*rest) == [f"only: {counted}"]
    assert told(variant("date", True, None, q="May", m="June"), *rest)[1:] == [f"also: {counted}"]
    assert told() == ["nowhere"]


def test_a_variant_keeps_to_the_width_under_its_own_column() -> None:
    long = variant("name", False, None, q="a name of many words " * 4, m="another of as many words " * 4)
    shown = told(long, width=50)
    assert len(shown) > 2
    assert max(map(len, shown)) <= 50
    assert all(line.startswith(" " * 11) for line in shown[1:])


def test_words_of_a_reading_cannot_play_with_the_terminal() -> None:
    [line] = told(variant("name", False, None, q="Ann\x1b[31m\n[bold]", m="Bob"))
    assert '"Ann [31m [bold]" in The Quay' in line


def test_six_are_named_and_the_rest_is_counted() -> None:
    names = {str(number): f"Paper {number}" for number in range(9)}
    assert listed(["7", "2"], names) == "Paper 2, Paper 7"
    assert listed(list("543210"), names).endswith("Paper 4, Paper 5")
    assert listed(list(names), names).endswith("Paper 4, Paper 5 and 3 more")


PASSAGE = ConsensusPassage(
    report_id="r",
    passage=0,
    text="Six ships  wait\nin Tarn.",
    article_ids=("q",),
    told_by=("f", "m", "q"),
    choices=(
        Choice(0, 3, "Six", "Nine", "number", ("f", "m")),
        Choice(19, 23, "Tarn", None, "place", ("q",)),
    ),
)


def test_chosen_readings_are_in_brackets_or_bold() -> None:
    assert marked_choices(PASSAGE, colours=False).plain == "[Six] ships wait in [Tarn]."
    coloured = marked_choices(PASSAGE, colours=True)
    assert coloured.plain == "Six ships wait in Tarn."
    assert [coloured.plain[span.start : span.end] for span in coloured.spans] == ["Six", "Tarn"]
    assert {str(span.style) for span in coloured.spans} == {"bold"}


def test_a_note_says_what_was_chosen_for_what_in_whose_wording() -> None:
    assert note_on(PASSAGE, NAMES) == (
        '"Six" (2 of 3 tellings) for "Nine" in The Quay; "Tarn" (1 of 3 tellings)'
    )
    alone = ConsensusPassage("r", 0, "Six ships wait.", ("f",), ("f",), ())
    assert note_on(alone, NAMES) == "told by Fast News only"


# the commands


def test_show_ends_a_report_with_where_the_tellings_differ(retold: Command, harbour: Path) -> None:
    out = retold("show", "tarn", "--archive", harbour).out
    _, _, differ = out.partition("Where the tellings differ\n")
    [line] = differ.partition("\n\n")[0].splitlines()
    assert line.split(maxsplit=2)[:2] == ["1", "number"]
    for part in ("changes the meaning", '"forty"', " in The Quay", '"fourteen"', " in Morning Tide"):
        assert part in line
    short = retold("show", "tarn", "--archive", harbour, "--no-passages").out
    assert "differ" not in short


def test_a_report_told_once_differs_nowhere(retold: Command, harbour: Path) -> None:
    assert "differ" not in retold("show", "lentils", "--archive", harbour).out
    assert "told once" in retold("show", "lentils", "--consensus", "--archive", harbour).out


def test_before_the_variants_stage_nothing_is_said_of_them(retold: Command, harbour_file: Path) -> None:
    retold("add", harbour_file, "--until", "renditions")
    assert "differ" not in retold("show", "tarn").out
    assert "not worked out yet (retold run)" in retold("show", "tarn", "--consensus").out


@pytest.mark.parametrize("passages", ["--passages", "--no-passages"])
def test_the_consensus_is_the_text_with_its_choices(retold: Command, harbour: Path, passages: str) -> None:
    out = retold("show", "tarn", "--consensus", passages, "--archive", harbour, "--width", "70").out
    assert max(map(len, out.splitlines())) <= 70
    text = " ".join(out.split())
    wanted = STRIKE.replace("forty", "[forty]").split("\n\n")
    assert all(paragraph in text for paragraph in wanted[1:])
    assert wanted[0] in text or wanted[0].replace("forty", "fourteen") in text
    assert "of 2 tellings" in text


def test_the_consensus_has_a_row_for_each_passage(retold: Command, harbour: Path) -> None:
    asked = ["show", "tarn", "--consensus", "--archive", str(harbour), "--format"]
    rows = [json.loads(line) for line in retold(*asked, "jsonl").out.splitlines()]
    assert [row["passage"] for row in rows] == [0, 1, 2, 3, 4]
    table = list(csv.DictReader(io.StringIO(retold(*asked, "csv").out, newline="")))
    assert [row["text"] for row in table] == [row["text"] for row in rows]
    whole = json.loads(retold(*asked, "json").out)
    assert whole["reports"][0]["consensus"] == rows
    assert [one["kind"] for one in whole["reports"][0]["variants"]] == ["number"]


def test_compare_ends_with_where_the_two_differ(retold: Command, harbour: Path) -> None:
    out = retold("compare", "strike-1", "strike-2", "--archive", harbour).out
    assert out.splitlines()[-2:] == [
        "Where they differ",
        '  1  number  changes the meaning: "forty" in A; "fourteen" in B',
    ]
    whole = retold("compare", "strike-1", "strike-2", "--archive", harbour, "--format", "json").out
    [found] = json.loads(whole)["variants"]
    assert (found["passage"], found["kind"], found["changes_meaning"]) == (0, "number", True)
    assert "differ" not in retold("compare", "strike-1", "lentils", "--archive", harbour).out
