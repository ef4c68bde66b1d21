"""Where tellings disagree: Retold's variants beside plain word differences, in one run.

    .venv/bin/python bench/variants.py [--count 60] [--seed 11] [--table]

1. Meaning changes planted in simulated genealogies: how many are found, and how many of the variants that are said
   to change the meaning were planted. Passages are taken as known.
2. Untouched WMT21 renditions of one text: variants that are said to change the meaning, per pair of articles;
   `--table` prints fifty at random to be read by hand.
3. Pairs of sentences edited to change the meaning or to keep it. Of every set the second half is reported; the first
   was looked at while building.

The plain alternative takes every stretch of words that difflib finds changed and that holds a figure, a word with a
capital, a negation or a modal word.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import islice

from gold import GoldPair, renditions, rows
from retold.model import Reading, Variant
from retold.renditions.edition import edition
from retold.renditions.telling import Telling, telling
from retold.renditions.variants import passage_variants
from retold.text import words
from simulation.genealogies import Change, Genealogy, genealogies

PairJudge = Callable[[str, str], list[tuple[str, str]]]

# Kinds of variants under which a planted change may be told.
KINDS = {
    "number": {"number", "date"},
    "date": {"date", "number"},
    "place": {"place", "name"},
    "name_changed": {"name", "attribution", "place"},
    "attribution": {"attribution", "name"},
    "polarity": {"polarity"},
    "modality": {"modality"},
    "updated": {"modality", "number", "date"},
}
TURNING = re.compile(
    r"\d|\b[A-Z]|\b(?:not|no|never|none|nor|neither|without|may|might|could|can|will|would|should|must|likely)\b|n['’]t"
)


def by_retold(left: str, right: str) -> list[tuple[str, str]]:
    found = passage_variants({"a": left, "b": right})
    return [(one.readings[0].text, one.readings[1].text) for one in found if one.changes_meaning]


def by_words(left: str, right: str) -> list[tuple[str, str]]:
    ours, theirs = left.split(), right.split()
    codes = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    stretches = [(" ".join(ours[i:j]), " ".join(theirs[k:m])) for tag, i, j, k, m in codes if tag != "equal"]
    return [found for found in stretches if TURNING.search(found[0]) or TURNING.search(found[1])]


@dataclass(slots=True)
class Tally:
    """Planted changes that show and were found, by operation; variants said to change the meaning, and true ones."""

    shown: Counter[str]
    found: Counter[str]
    said: int = 0
    true: int = 0

    def __str__(self) -> str:
        recall = self.found.total() / max(1, self.shown.total())
        kinds = ", ".join(f"{kind} {self.found[kind]}/{self.shown[kind]}" for kind in sorted(self.shown))
        return f"found {recall:.3f}, precision {self.true / max(1, self.said):.3f} | {kinds}"


def planted(count: int, seed: int, judge: Callable[[Sequence[Telling]], list[Variant]]) -> Tally:
    tally = Tally(Counter(), Counter())
    for genealogy in genealogies(count, seed, times=False):
        tellings = _tellings(genealogy)
        said = judge(tellings)
        changes = {
            (change.operation, change.origins, change.before, change.after): (change, one.telling_id)
            for one in genealogy.tellings
            for change in one.changes
            if change.changes_meaning
        }
        told = {one.article_id: one.passages for one in tellings}
        for change, holder in changes.values():
            if _shows(change, told):
                tally.shown[change.operation] += 1
                tally.found[change.operation] += any(_tells(variant, change, holder) for variant in said)
        tally.said += len(said)
        tally.true += sum(
            any(_tells(variant, change, holder) for change, holder in changes.values()) for variant in said
        )
    return tally


def _tellings(genealogy: Genealogy) -> list[Telling]:
    """The simulated tellings with the sentences of the original as passages."""
    made = []
    for one in genealogy.tellings:
        passages: dict[int, list[str]] = {}
        for sentence in (sentence for paragraph in one.paragraphs for sentence in paragraph):
            passages.setdefault(min(sentence.origins), []).append(sentence.text)
        joined = {passage: " ".join(texts) for passage, texts in passages.items()}
        made.append(telling(one.telling_id, None, one.source, one.agency, joined))
    return made


def _shows(change: Change, told: Mapping[str, Mapping[int, str]]) -> bool:
    """Whether some extant tellings have the change and others that tell the passage have not."""
    texts = [
        passages[origin] for passages in told.values() for origin in change.origins if origin in passages
    ]
    has = [_stands(change.after or change.before, text) for text in texts]
    return any(has) and not all(has)


def _stands(part: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(part)}(?!\w)", text) is not None


def _tells(variant: Variant, change: Change, holder: str) -> bool:
    """Whether a variant is about a change: its words are, or it is of its kind and parts who has it from others."""
    if variant.passage not in change.origins:
        return False
    changed = set(words(change.after)) ^ set(words(change.before))
    if any(changed & set(words(reading.text)) for reading in variant.readings):
        return True
    return variant.kind in KINDS[change.operation] and any(
        holder in reading.article_ids for reading in variant.readings
    )


def said_by_retold(tellings: Sequence[Telling]) -> list[Variant]:
    edited = edition("", tellings, {})
    return [variant for passage in edited for variant in passage.variants if variant.changes_meaning]


def said_by_words(tellings: Sequence[Telling]) -> list[Variant]:
    """Every distinct wording of a passage beside the longest."""
    found = []
    for passage in sorted({passage for one in tellings for passage in one.passages}):
        holders: dict[str, list[str]] = {}
        for one in tellings:
            if passage in one.passages:
                holders.setdefault(one.passages[passage], []).append(one.article_id)
        base, *others = sorted(holders, key=lambda text: (-len(text), text))
        for other in others:
            for ours, theirs in by_words(base, other):
                readings = Reading(ours, tuple(holders[base])), Reading(theirs, tuple(holders[other]))
                found.append(Variant("", passage, "wording", readings, True, None, 0.5))
    return found


def untouched(pairs: Sequence[GoldPair], judge: PairJudge) -> list[tuple[str, str, str, str]]:
    """What is said to change the meaning in renditions of one text: both readings and both segments."""
    return [
        (*found, left, right)
        for pair in pairs
        for left, right in zip(pair.left, pair.right, strict=True)
        for found in judge(left, right)
    ]


@dataclass(frozen=True, slots=True)
class Edited:
    """A pair of sentences and whether they can both be true."""

    source: str
    left: str
    right: str
    changed: bool


def edited() -> Iterator[Edited]:
    """The second half of each set: contradictions that share half their words, and pairs that say the same."""
    for name in ("sick2014", "fever_symmetric", "negation_nli"):
        for row in rows(f"disagree/{name}")[1::2]:
            if row["label"] == "entailment":
                yield Edited(name, row["a"], row["b"], False)
            elif row["label"] == "contradiction" and _alike(row["a"], row["b"]):
                yield Edited(name, row["a"], row["b"], True)
    for row in rows("disagree/msrp_news_pairs")[1::2]:
        if row["paraphrase"]:
            yield Edited("msrp, paraphrases", row["a"], row["b"], False)


def _alike(left: str, right: str) -> bool:
    ours, theirs = set(words(left)), set(words(right))
    return 2 * len(ours & theirs) >= min(len(ours), len(theirs))


def edited_figures(judge: PairJudge) -> list[str]:
    """Per set: share of changed pairs where something is said to change the meaning, and of unchanged ones."""
    every, said = Counter[tuple[str, bool]](), Counter[tuple[str, bool]]()
    for pair in edited():
        every[pair.source, pair.changed] += 1
        said[pair.source, pair.changed] += bool(judge(pair.left, pair.right))
    return [
        f"{name}: "
        + ", ".join(
            f"{'found' if changed else 'false'} {said[name, changed] / every[name, changed]:.3f}"
            f" of {every[name, changed]}"
            for changed in (True, False)
            if every[name, changed]
        )
        for name in dict.fromkeys(source for source, _ in every)
    ]


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--count", type=int, default=60, help="simulated genealogies")
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--table", action="store_true", help="print fifty variants of untouched renditions")
    return parser.parse_args()


def main() -> None:
    given = arguments()
    print("## Planted meaning changes\n")
    print(f"- Retold: {planted(given.count, given.seed, said_by_retold)}")
    print(f"- words: {planted(given.count, given.seed, said_by_words)}")
    print("\n## Untouched renditions: changes of meaning per pair of articles\n")
    rng = random.Random(given.seed)
    pairs = [pair for language in ("ru", "is") for pair in renditions(language, 2, rng)]
    ours = untouched(pairs, by_retold)
    print(f"- Retold: {len(ours) / len(pairs):.2f} in {len(pairs)} pairs")
    print(f"- words: {len(untouched(pairs, by_words)) / len(pairs):.2f}")
    if given.table:
        for found in islice(rng.sample(ours, len(ours)), 50):
            print("\n| {} | {} |\n  {}\n  {}".format(*found))
    print("\n## Edited sentences, second halves\n")
    judges: list[tuple[str, PairJudge]] = [("Retold", by_retold), ("words", by_words)]
    for name, judge in judges:
        print(f"- {name}: " + "; ".join(edited_figures(judge)))


if __name__ == "__main__":
    main()
