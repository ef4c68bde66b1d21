"""Who was made from whom, and how."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from retold.model import Rendition
from retold.renditions.collation import collate
from retold.renditions.descent import descent
from retold.renditions.telling import Telling, telling
from retold.text import sentences_of

WIRE = """The two neighbours agreed on Wednesday to reopen the mountain railway that was closed after the war of 1994.
Trains will run three times a week between Karsa and the port of Dolen, the transport ministers said after their talks.
Engineers still have to rebuild nine bridges and to clear mines from forty kilometres of track.
The work will cost about 310 million crowns, of which a development bank is to lend two thirds.
Farmers in the valley have asked for the line for years, because trucks need two days for the detour.
Nationalist members of parliament warned that the railway would bring smugglers and spies.
The first train could leave Karsa in the spring of next year, said an official who took part in the talks."""
SPUN = """The two neighbors consented on Wednesday to restart the mountain railroad that was shut following the battle of 1994.
Trains will operate three times a week among Karsa and the harbor of Dolen, the transit ministers stated following their discussions.
Engineers nonetheless have to reconstruct nine spans and to clean mines from forty kilometers of rails.
The labor will price about 310 million crowns, of which a growth financial institution is to loan two thirds.
Growers in the valley have requested for the route for decades, since lorries require two days for the diversion.
Patriotic associates of congress cautioned that the railroad would deliver traffickers and agents.
The initial train might depart Karsa in the springtime of following year, stated a formal who participated in the discussions."""
TRANSLATED = """On Wednesday an agreement was reached between both neighbouring states: the railway through the mountains, which since the 1994 war had not been working, is to be opened anew.
As the transport ministers declared when the talks had ended, there are to be trains on three days of every week from Karsa to Dolen, the port.
Before this, nine bridges must be built again by the engineers, and on forty kilometres the track must be freed of mines.
For the works some 310 million crowns are needed; two thirds of them a development bank will give as a loan.
That the line should come was for years a request of the valley's farmers, whose trucks go round for two days.
From the parliament's nationalists came the warning that smugglers, and spies too, would travel by the railway.
Next spring, according to an official present at the talks, Karsa may see the departure of the first train."""

LOCAL = """Holidaymakers from the capital may soon cross the mountains by train again, and not only in old films.
The stationmaster's house at Karsa, where swallows nest now, is to become a museum and a bakery.
"""


def at(hour: int) -> datetime:
    return datetime(2019, 5, 8, hour, tzinfo=UTC)


def lines(text: str, *chosen: int) -> str:
    return "\n".join(text.splitlines()[number] for number in chosen)


def tellings(texts: dict[str, tuple[str, datetime | None]]) -> list[Telling]:
    sentences = {name: sentences_of(name, text) for name, (text, _) in texts.items()}
    passages: dict[str, dict[int, str]] = {name: {} for name in texts}
    for cell in collate("r", sentences):
        own = sentences[cell.article_id]
        passages[cell.article_id][cell.passage] = " ".join(own[number].text for number in cell.sentences)
    return [telling(name, published, None, None, passages[name]) for name, (_, published) in texts.items()]


def found(texts: dict[str, tuple[str, datetime | None]]) -> dict[str, Rendition]:
    return {row.article_id: row for row in descent("s", "r", tellings(texts))}


FAMILY: dict[str, tuple[str, datetime | None]] = {
    "wire": (WIRE, at(8)),
    "reprint": (WIRE + "\n(Agency)", at(9)),
    "cut": (lines(WIRE, 0, 1, 3), at(10)),
    "edited": (
        LOCAL + lines(WIRE, 1, 2, 3, 4, 6),
        at(11),
    ),
    "spun": (SPUN, at(12)),
    "translated": (TRANSLATED, at(13)),
    "cut of spun": (lines(SPUN, 0, 2, 3, 5), at(14)),
}


@pytest.mark.parametrize(
    ("name", "kind", "parents"),
    [
        ("wire", "original", {None}),
        ("reprint", "verbatim", {"wire"}),
        ("cut", "verbatim", {"wire", "reprint"}),
        ("edited", "edited", {"wire", "reprint"}),
        ("spun", "paraphrased", {"wire", "reprint"}),
        ("translated", "translated", {"wire", "reprint"}),
        ("cut of spun", "verbatim", {"spun"}),
    ],
)
def test_how_each_was_made(name: str, kind: str, parents: set[str | None]) -> None:
    row = found(FAMILY)[name]
    assert row.kind == kind
    assert row.parent_id in parents


def test_an_article_alone_is_its_own_original() -> None:
    row = found({"alone": (WIRE, None)})["alone"]
    assert (row.kind, row.parent_id, row.copied_share, row.confidence) == ("original", None, 0.0, 1.0)


def test_an_early_cut_is_not_taken_for_the_original() -> None:
    rows = found({"flash": (lines(WIRE, 0, 1), at(7)), "wire": (WIRE, at(8)), "reprint": (WIRE, at(9))})
    assert rows["wire"].kind == "original"
    assert rows["flash"].kind == "verbatim"


def test_of_two_rewritten_texts_without_dates_neither_is_the_original() -> None:
    rows = found({"spun": (SPUN, None), "translated": (TRANSLATED, None)})
    assert [row.parent_id for row in rows.values()] == [None, None]
    assert "original" not in {row.kind for row in rows.values()}
    assert all("lost original" in row.evidence for row in rows.values())


def test_sentences_shared_beyond_the_nearest_point_to_a_lost_original() -> None:
    rows = found(
        {
            "long": (lines(WIRE, 0, 1, 2, 3, 4), at(8)),
            "other": (lines(WIRE, 3, 4, 5, 6), at(9)),
            "third": (lines(WIRE, 0, 1, 2, 3, 5, 6), at(10)),
        }
    )
    assert rows["third"].parent_id is None


def test_the_evidence_names_what_it_rests_on() -> None:
    evidence = found(FAMILY)["spun"].evidence
    assert "6 of 7 passages" in evidence
    assert "/" in evidence
