"""A small press: three stories, one of them in two independent reports, and outlets that copy them or cut them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

Record = dict[str, str]

REPORTS = {
    "dam-wire": """
Engineers lowered the water behind the Karvel dam by four metres on Monday after cracks were found in two gates.
The regional governor, Mirela Dosh, ordered 1,200 people in the villages of Osten and Brill to leave their homes.
"We would rather empty two villages for a night than count the missing in the morning," she told reporters.
Inspectors from the capital had warned in March that the steel was thinner than the drawings showed.
The company that runs the dam, Karvel Hydro, said the cracks did not threaten the wall itself.
Soldiers brought tents and blankets to a football ground, where most of the evacuated families spent the evening.
Downstream, the port of Lenno closed its locks and sent three barges back to the lake.
Parliament will question the minister of energy, Pavel Strand, on Wednesday.
""",
    "dam-local": """
Grandmothers carried hens in shopping bags up the hill from Brill while police went from door to door.
The Karvel dam, which has stood above Osten since 1961, leaks through its gates, and nobody trusts the owners.
Teacher Anselm Rook counted 43 pupils on the football ground and found every one of them.
Governor Mirela Dosh came by helicopter, stayed for twenty minutes and promised soup.
Karvel Hydro keeps repeating that the wall is sound, a sentence the mayor of Osten calls an insult.
Older residents remember the flood of 1974, when the lower street stood under water for nine days.
By midnight the level had fallen far enough for the baker to fetch his flour.
""",
    "ferry": """
Fishermen pulled 31 passengers from the sea off Tarn island on Thursday after the ferry Aurelia struck a sandbank.
The coast guard said one sailor was still missing and that the search would go on through the night.
Captain Odile Marsh had changed course to avoid a drifting container, said the harbour master, Bruno Keel.
The ship, built in 1988, had passed its yearly inspection in April without a complaint.
Two children were treated for cold at the clinic of Port Selby and went home before midnight.
The operator, Selby Lines, cancelled all crossings to the island until Saturday.
Its unions have asked for a second officer on the bridge since a collision three years ago.
""",
    "strike": """
Tram drivers in Novara Hills walked out at dawn on Friday, leaving 200,000 commuters to find other ways to work.
The union wants nine per cent more pay and an end to split shifts, its secretary Ida Falk said at the depot gates.
City hall offered five per cent and called the stoppage reckless so close to the holidays.
Taxi fares doubled within an hour, and the university moved its examinations to the afternoon.
A court will decide on Tuesday whether the drivers must keep a third of the lines running.
""",
}
DAYS = {"dam-wire": 5, "dam-local": 6, "ferry": 8, "strike": 9}


def telling(report: str, outlet: str, hour: int, first: int = 0, last: int | None = None) -> Record:
    """What an outlet printed at that hour of the report's day: its sentences from `first` to before `last`."""
    sentences = REPORTS[report].strip().splitlines()[first:last]
    return {
        "id": f"{report}-{outlet.lower()}",
        "source": f"The {outlet}",
        "title": f"{outlet}: {' '.join(sentences[0].split()[:5])}",
        "text": "\n\n".join(sentences),
        "published": f"2023-06-{DAYS[report]:02d}T{hour:02d}:00:00Z",
    }


PRESS = [
    telling("dam-wire", "Argus", 8),
    telling("dam-wire", "Beacon", 9, last=5),
    telling("dam-wire", "Clarion", 10, first=3),
    telling("dam-wire", "Dispatch", 11, first=1, last=7),
    telling("dam-local", "Echo", 7),
    telling("dam-local", "Flag", 12, last=5),
    telling("ferry", "Argus", 9),
    telling("ferry", "Beacon", 15, last=5),
    telling("ferry", "Echo", 16, first=1),
    telling("strike", "Clarion", 6),
]
"""Ten articles of three stories and four reports, the original of each first."""


def print_papers(folder: Path, records: Iterable[Record]) -> Path:
    """One JSONL file for each record, named after it; returns the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for record in records:
        jsonl(folder / f"{record['id']}.jsonl", [record])
    return folder


def jsonl(path: Path, records: Iterable[Record | str]) -> Path:
    """A JSONL file of records; text stands as it is on a line of its own. Returns the path."""
    lines = [record if isinstance(record, str) else json.dumps(record) for record in records]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path
