"""What coding events costs a sentence, beside its parse, in one run on one core.

    .venv/bin/python bench/event_cost.py [--runs 5]

Over the demo's articles and the gold sentences, each of these an article of its own. Milliseconds of processor time,
which other work on the machine hardly lengthens; the median of the runs. What is loaded once does not count, and
every run is made in a copy of a process that has read none of the sentences: nothing is remembered from the last one.
*Mentions and statements* are what was read from a parse before there were events.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection

from gold import rows
from retold.actors.dictionary import dictionary
from retold.actors.mentions import mentions_in
from retold.actors.speakers import with_actors
from retold.coding.article import found_events
from retold.demo import articles_path
from retold.model import Parse, Sentence
from retold.reading.article import ReadArticle, parsed, read_sentences
from retold.reading.parser import parser_named
from retold.reading.statements import found_statements
from retold.text import sentences_of

GOLD = ("events/plover_gsr_cameo", "events/plv_zsp_train")
# Read before the clock starts, so that the parser, the dictionary and the lexicon are loaded.
WARMING = (
    "The prime minister of Norway said on Monday that her country would not sign the treaty.",
    "Protesters in Lima burned tyres after the court had jailed two journalists for slander.",
)
Way = Callable[[ReadArticle], object]


@dataclass(frozen=True, slots=True)
class Collection:
    """Articles by their texts and sentences, and the parses of the sentences."""

    articles: Sequence[tuple[str, Sequence[Sentence]]]
    parses: Mapping[str, Parse]

    @property
    def sentences(self) -> int:
        return sum(len(sentences) for _, sentences in self.articles)


def demo() -> list[str]:
    """The texts of the demo's articles."""
    return [json.loads(line)["text"] for line in articles_path().read_text(encoding="utf-8").splitlines()]


def gold() -> list[str]:
    """The gold sentences, each wording once."""
    return list(dict.fromkeys(row["text"] for name in GOLD for row in rows(name)))


def without_events(article: ReadArticle) -> object:
    """What was read before."""
    return with_actors(found_statements(article), mentions_in(article, dictionary()))


def with_events(article: ReadArticle) -> object:
    """The same, and the events."""
    return found_events(article, dictionary())


def collection(texts: Iterable[str]) -> Collection:
    articles = [(text, sentences_of(str(number), text)) for number, text in enumerate(texts)]
    every = [sentence for _, sentences in articles for sentence in sentences]
    return Collection(articles, parsed(every, parser_named()))


def parsing(texts: Sequence[str]) -> float:
    """Seconds for the parses of all distinct sentences."""
    every = [sentence for text in texts for sentence in sentences_of("", text)]
    started = time.process_time()
    parsed(every, parser_named())
    return time.process_time() - started


def reading(chosen: Collection, way: Way) -> float:
    """Seconds to read what the parses say."""
    started = time.process_time()
    for text, sentences in chosen.articles:
        way(ReadArticle("", text, read_sentences(sentences, chosen.parses)))
    return time.process_time() - started


def reading_afresh(chosen: Collection, way: Way) -> float:
    """The same in a copy of this process, which remembers nothing of it."""
    context = get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(chosen, way, sender))
    process.start()
    sender.close()  # the copy has its own: should it fail, nothing waits for it
    seconds: float = receiver.recv()
    process.join()
    return seconds


def _send(chosen: Collection, way: Way, sender: Connection) -> None:
    sender.send(reading(chosen, way))


def line(name: str, texts: Sequence[str], runs: int) -> str:
    chosen = collection(texts)
    parses = [parsing(texts) for _ in range(runs)]
    before, after = [], []
    for _ in range(runs):
        before.append(reading_afresh(chosen, without_events))
        after.append(reading_afresh(chosen, with_events))
    added = [late - early for early, late in zip(before, after, strict=True)]
    figures = " | ".join(milliseconds(one, chosen.sentences) for one in (parses, before, added, after))
    return f"| {name} | {chosen.sentences} | {figures} |"


def milliseconds(seconds: Iterable[float], sentences: int) -> str:
    """The median a sentence, with the least and the most."""
    each = [1000 * one / sentences for one in seconds]
    return f"{statistics.median(each):.2f} ({min(each):.2f} to {max(each):.2f})"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    for way in (without_events, with_events):
        reading(collection(WARMING), way)
    print("Milliseconds a sentence: the median (least to most)\n")
    print("| | sentences | parse | mentions and statements | events, added | all over the parse |")
    print("|---|---|---|---|---|---|")
    print(line("the demo's articles", demo(), runs), flush=True)
    print(line("the gold sentences", gold(), runs))


if __name__ == "__main__":
    main()
