"""Who was made from whom: Retold's stemma beside plain alternatives, in one run.

    .venv/bin/python bench/stemma.py

Simulated genealogies whose original texts no weight was fitted on: share of the tellings whose parent (or lost
original) is found, with true passages and with those of the collation, with times and without; reliability of the
confidences; second parents. Notre Besoin, an artificial tradition with a known tree: average sign distance. And how
long 300 tellings take.
"""

from __future__ import annotations

import itertools
import time
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np

from gold import rows
from retold.renditions.stemma import Descent, stemma
from retold.renditions.telling import Telling, telling
from retold.text import words
from simulation.genealogies import Genealogy
from stemma_plain import lost_only, nearest_earlier, spanning_tree
from stemma_samples import TEST_SEEDS, Sample, drawn, samples

GENEALOGIES = 300
# Ranks of the tradition's table that are taken for one passage.
CHUNK = 12
BINS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01)

Parents = Mapping[str, str | None]
Method = Callable[[Sequence[Telling]], Parents]
Edges = list[tuple[str, str]]


def parents_of(tellings: Sequence[Telling]) -> Parents:
    return {row.article_id: row.parent_id for row in stemma(tellings)}


def right(chosen: Sequence[Sample], method: Method) -> float:
    """Share of all tellings whose parent is the true one."""
    hits = [
        found[name] == parent
        for sample in chosen
        for found in [method(sample.tellings)]
        for name, parent in sample.parents.items()
    ]
    return float(np.mean(hits))


def wording_right(chosen: Sequence[Sample]) -> float:
    """The same where a parent with the true one's wording counts: which of equal texts was copied cannot be seen."""
    hits = []
    for sample in chosen:
        texts: dict[str | None, object] = {None: None}
        texts |= {one.article_id: tuple(sorted(one.passages.items())) for one in sample.tellings}
        found = parents_of(sample.tellings)
        hits += [texts[found[name]] == texts[parent] for name, parent in sample.parents.items()]
    return float(np.mean(hits))


def simulated() -> None:
    print("| right parent, simulated | with times | without |\n|---|---|---|")
    by_seed = [drawn(GENEALOGIES, seed, held_out=True) for seed in TEST_SEEDS]
    true, found = (
        [pooled(by_seed, times, collated) for times in (True, False)] for collated in (False, True)
    )
    table: list[tuple[str, list[list[Sample]], Method]] = [
        ("Retold, true passages", true, parents_of),
        ("Retold, passages of the collation", found, parents_of),
        ("nearest earlier telling by shared words", true, nearest_earlier),
        ("minimum spanning tree of edit distances from the longest", true, spanning_tree),
        ("every telling from a lost original", true, lost_only),
    ]
    for name, sets, method in table:
        print(f"| {name} | {' | '.join(f'{right(one, method):.3f}' for one in sets)} |")
    print(
        f"| Retold, equal wordings taken for one | {' | '.join(f'{wording_right(one):.3f}' for one in true)} |"
    )
    for seed in TEST_SEEDS:
        print(f"| Retold, passages of the collation, seed {seed} | {of_seed(found, seed)} |")
    print(f"\n{len(true[0])} genealogies, {sum(len(one.tellings) for one in true[0])} tellings\n")
    for name, sets in (("true passages", true), ("passages of the collation", found)):
        print(f"{name}:\n")
        by_shape(sets)
        reliability(sets)
        contamination(sets)


def pooled(by_seed: Sequence[Sequence[Genealogy]], times: bool, collated: bool) -> list[Sample]:
    return [one for drawn_ in by_seed for one in samples(drawn_, times=times, collated=collated)]


def of_seed(sets: Sequence[Sequence[Sample]], seed: int) -> str:
    """The figures of one seed: between seeds they differ more than between methods."""
    ours = [[one for one in chosen if one.tellings[0].article_id.startswith(f"g{seed}-")] for chosen in sets]
    return " | ".join(f"{right(one, parents_of):.3f}" for one in ours)


def by_shape(sets: Sequence[Sequence[Sample]]) -> None:
    print("| shape | tellings | with times | without |\n|---|---|---|---|")
    shapes = sorted({sample.shape for sample in sets[0]})
    for shape in shapes:
        chosen = [[sample for sample in one if sample.shape == shape] for one in sets]
        figures = " | ".join(f"{right(one, parents_of):.3f}" for one in chosen)
        print(f"| {shape} | {sum(len(sample.tellings) for sample in chosen[0])} | {figures} |")
    print()


def reliability(sets: Sequence[Sequence[Sample]]) -> None:
    """How often edges of a confidence are right."""
    print("| confidence | edges | mean confidence | right |\n|---|---|---|---|")
    edges: list[tuple[float, bool]] = [
        (row.confidence, row.parent_id == sample.parents[row.article_id])
        for sample in itertools.chain(*sets)
        for row in stemma(sample.tellings)
    ]
    for low, high in itertools.pairwise(BINS):
        chosen = [edge for edge in edges if low <= edge[0] < high]
        if chosen:
            means = np.mean(np.array(chosen, dtype=float), axis=0)
            print(f"| {low:.2f}-{min(high, 1):.2f} | {len(chosen)} | {means[0]:.3f} | {means[1]:.3f} |")
    print()


def contamination(sets: Sequence[Sequence[Sample]]) -> None:
    """Precision and recall of the second parent."""
    print("| second parents | true | found | right | precision | recall |\n|---|---|---|---|---|---|")
    for name, chosen in zip(("with times", "without"), sets, strict=True):
        true = {(name, second) for one in chosen for name, second in one.seconds.items() if second}
        found = {
            (row.article_id, row.second_parent_id)
            for one in chosen
            for row in stemma(one.tellings)
            if row.second_parent_id
        }
        hits = len(true & found)
        shares = f"{hits / max(1, len(found)):.2f} | {hits / max(1, len(true)):.2f}"
        print(f"| {name} | {len(true)} | {len(found)} | {hits} | {shares} |")
    print()


def witnesses() -> list[Telling]:
    """Notre Besoin's witnesses, a dozen words of the common table to a passage."""
    found = []
    for row in rows("reuse/stemma_notre_besoin_witnesses"):
        passages: dict[int, list[str]] = {}
        for reading in row["readings"]:
            passages.setdefault(reading["rank"] // CHUNK, []).append(reading["text"])
        told = {passage: " ".join(texts) for passage, texts in passages.items()}
        found.append(telling(row["witness"], None, None, None, told))
    return found


def sign_distance(
    true: Iterable[tuple[str, str]], found: Iterable[tuple[str, str]], names: Sequence[str]
) -> float:
    """Average sign distance (Roos and Heikkila 2009): whether B or C is nearer to A, over triples of witnesses."""
    theirs, ours = distances(true), distances(found)
    scores = [
        1 - abs(np.sign(theirs[a][b] - theirs[a][c]) - np.sign(ours[a][b] - ours[a][c])) / 2
        for a, b, c in itertools.permutations(names, 3)
        if b < c
    ]
    return float(np.mean(scores))


def distances(edges: Iterable[tuple[str, str]]) -> dict[str, dict[str, int]]:
    """Number of edges between any two nodes of a tree."""
    beside = defaultdict(set)
    for left, right_ in edges:
        beside[left].add(right_)
        beside[right_].add(left)
    found = {}
    for start in beside:
        steps, ahead = {start: 0}, deque([start])
        while ahead:
            node = ahead.popleft()
            for other in beside[node] - steps.keys():
                steps[other] = steps[node] + 1
                ahead.append(other)
        found[start] = steps
    return found


def edges_of(found: Parents) -> Edges:
    """The tree's edges; the lost original is a node when more than one telling comes from it."""
    tops = [name for name, parent in found.items() if parent is None]
    edges = [(parent, name) for name, parent in found.items() if parent is not None]
    return edges + ([("(lost)", name) for name in tops] if len(tops) > 1 else [])


def artificial() -> None:
    trees = rows("reuse/stemma_trees")
    true = [tuple(edge) for edge in trees[0]["edges"]]
    told = witnesses()
    names = [one.article_id for one in told]
    print("| average sign distance | Notre Besoin |\n|---|---|")
    for name, method in (
        ("Retold", parents_of),
        ("minimum spanning tree", spanning_tree),
        ("star", lost_only),
    ):
        print(f"| {name} | {sign_distance(true, edges_of(method(told)), names):.3f} |")
    theirs = [tuple(edge) for edge in trees[1]["edges"]]
    print(f"| the gold's RHM tree | {sign_distance(true, theirs, names):.3f} |")
    print(f"\nfound: {' '.join(f'{left}>{right_}' for left, right_ in sorted(edges_of(parents_of(told))))}\n")


def many(distinct: int, count: int) -> list[Telling]:
    """So many tellings with so many wordings: passages of 20 words, every wording changes some words of its own."""
    rng = np.random.default_rng(1)
    base = [[f"word{number}" for number in rng.integers(0, 3000, 20)] for _ in range(25)]
    wordings = []
    for _ in range(distinct):
        told = {
            place: " ".join(f"other{rng.integers(9999)}" if rng.random() < 0.1 else word for word in sentence)
            for place, sentence in enumerate(base)
            if rng.random() < 0.8
        }
        wordings.append(told)
    return [telling(f"{place:05}", None, None, None, wordings[place % distinct]) for place in range(count)]


def scale() -> None:
    print("| tellings | wordings | seconds |\n|---|---|---|")
    for distinct, count in ((20, 300), (300, 300), (20, 3000), (600, 600)):
        told = many(distinct, count)
        started = time.perf_counter()
        found: list[Descent] = stemma(told)
        print(f"| {len(found)} | {distinct} | {time.perf_counter() - started:.1f} |")
    print(f"\n{len(words(' '.join(told[0].passages.values())))} words each")


def main() -> None:
    simulated()
    artificial()
    scale()


if __name__ == "__main__":
    main()
