"""Articles in other languages and scripts: do they meet their story?

    .venv/bin/python bench/languages.py

Two sets. WMT21: an article in Russian or Icelandic beside English renditions of it, whole and cut, and of all other
articles of the set (news of the same months); and among 10,000 mixed articles, whether it is a candidate. And
`scripts/stories.jsonl`, written for the project: 16 happenings in eight pairs of look-alikes, each told in English
by two reporters and by one in each of 13 languages, taken to be published on one day, which is the hardest, or three
days apart. Beside each figure the one without sounds.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from calibrate_pairs import RENDITIONS_ABROAD, pairs_abroad
from gold import sources
from mixed import mixed
from retold.stories.candidates import Keys, candidate_pairs
from retold.stories.features import comparable, compare
from retold.stories.fingerprints import prints_of
from retold.stories.scoring import judgements
from retold.stories.sharing import Numbers

STORIES = Path(__file__).parent / "scripts" / "stories.jsonl"
MIXED = 10_000


def story(features: dict[str, Numbers], days: float) -> tuple[Numbers, Numbers]:
    """Probability of one story, with sounds and without."""
    apart = np.full(len(features["sounds"]), days)
    judged = judgements().same_story
    silent = features | {"sounds": np.zeros(len(apart))}
    return judged.probabilities(features, apart), judged.probabilities(silent, apart)


def wmt() -> None:
    print(
        "| WMT21, source beside English renditions | one story | without sounds | other news taken for it |"
    )
    print("|---|---|---|---|")
    for language in ("ru", "is"):
        for condition in ("whole", "cut"):
            found, true = pairs_abroad(language, cut_down=condition == "cut")
            heard, silent = story(found, np.nan)
            told = [(heard[true] > 0.5).mean(), (silent[true] > 0.5).mean(), (heard[~true] > 0.5).mean()]
            print(
                f"| {language}, {condition} |", " | ".join(f"{value:.3f}" for value in told), "|", flush=True
            )


def found_among_many() -> None:
    """Share of (source, rendition) that are candidates."""
    rng = random.Random(1)
    texts = [article.text for article in mixed(MIXED, cut_down=False).articles]
    languages = ["en"] * len(texts)
    true: list[tuple[str, int, int]] = []
    for language in ("ru", "is"):
        for source, renditions in sources(language):
            row = len(texts)
            chosen = rng.sample(renditions, RENDITIONS_ABROAD)
            texts += ["\n".join(text) for text in (source, *chosen)]
            languages += [language] + ["en"] * len(chosen)
            true += [(language, row, row + place) for place in range(1, len(chosen) + 1)]
    prints = prints_of(texts, languages)
    part = np.array([rng.randrange(2**32) for _ in texts])
    print(f"\n| candidates among {len(texts):,} articles of one stretch | ru | is | candidates an article |")
    print("|---|---|---|---|")
    for name, spoken in (("with sounds", prints.language), ("without", np.zeros_like(prints.language))):
        keys = Keys(prints.keys, prints.phrases, prints.sounds, spoken)
        sides = candidate_pairs(keys, part, np.ones(len(texts), bool))
        pairs = set(zip(*(side.tolist() for side in sides), strict=True))
        shares = [
            np.mean([(a, b) in pairs for one, a, b in true if one == language]) for language in ("ru", "is")
        ]
        print(
            f"| {name} |",
            " | ".join(f"{share:.3f}" for share in shares),
            f"| {2 * len(pairs) / len(texts):.1f} |",
        )


def written_for_this() -> None:
    rows: list[dict[str, Any]] = [
        json.loads(line) for line in STORIES.read_text(encoding="utf-8").splitlines()
    ]
    texts = comparable(prints_of([row["text"] for row in rows], [row["language"] for row in rows]))
    number = {name: place for place, name in enumerate(dict.fromkeys(row["story"] for row in rows))}
    print(
        "\n| language | one story, one day | without sounds | look-alike, one day | 3 days apart | others |"
    )
    print("|---|---|---|---|---|---|")
    languages = sorted({row["language"] for row in rows} - {"en"})
    for shown in [*([language] for language in languages), languages, ["en"]]:
        pairs = list(_pairs(rows, shown))
        kinds = np.array([_kind(number[rows[a]["story"]], number[rows[b]["story"]]) for a, b in pairs])
        found = compare(texts, *(np.array(side) for side in zip(*pairs, strict=True)))
        today, silent = story(found, 0)
        later, _ = story(found, 3)
        values = [
            (today[kinds == "same"] > 0.5).mean(),
            (silent[kinds == "same"] > 0.5).mean(),
            (today[kinds == "look-alike"] > 0.5).mean(),
            (later[kinds == "look-alike"] > 0.5).mean(),
            (today[kinds == "other"] > 0.5).mean(),
        ]
        name = shown[0] if len(shown) == 1 else "all but English"
        print(f"| {name} |", " | ".join(f"{value:.2f}" for value in values), "|")


def _pairs(rows: Sequence[dict[str, Any]], languages: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Articles in the languages beside the English ones."""
    for a, ours in enumerate(rows):
        for b, theirs in enumerate(rows):
            if ours["language"] in languages and theirs["language"] == "en" and a != b:
                yield a, b


def _kind(ours: int, theirs: int) -> str:
    """Stories stand in pairs of look-alikes, one after the other."""
    if ours == theirs:
        return "same"
    return "look-alike" if ours // 2 == theirs // 2 else "other"


if __name__ == "__main__":
    wmt()
    found_among_many()
    written_for_this()
