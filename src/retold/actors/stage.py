"""Rows of sentences to articles that are read, and what articles name to actors, as tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby

import pyarrow as pa
import pyarrow.compute as pc

from retold.actors.cast import Named
from retold.actors.dictionary import plain
from retold.actors.mentions import INFERRED, FoundMention
from retold.model import Actor, Alias, NamedActor, NameForm, Parse, Sentence
from retold.reading.article import ReadArticle, ReadSentence
from retold.reading.kept_readings import KeptReadings
from retold.reading.offsets import spelling
from retold.reading.parse import KEPT
from retold.schema import rows_of, table_of

# Columns that tell of the article, as `ReadArticle` has them.
_OF_ARTICLE = ["article_id", "published_at", "source", "agency", "byline", "dateline_date"]
_NO_FORMS = frozenset(("pronoun", INFERRED))
_KEPT = KeptReadings()
_spelling = lru_cache(maxsize=KEPT)(spelling)


def articles_of(told: pa.Table) -> Iterator[ReadArticle]:
    """Articles as they are read.

    Rows, sorted by article and sentence: those of `Sentence`, with published_at, source, agency, byline and
    dateline_date of the article. In one row of a sentence_key, in several where several spellings were parsed, stand
    the columns of the `Parse` too, its text as parsed_text (null elsewhere).
    """
    every = zip(rows_of(Sentence, told), told.select(_OF_ARTICLE).to_pylist(), strict=True)
    # A sentence stands twice where its wording was parsed in two spellings.
    rows = {(sentence.article_id, sentence.sentence): (sentence, about) for sentence, about in every}
    read = _read(told, [sentence for sentence, _ in rows.values()])
    grouped = groupby(zip(read, rows.values(), strict=True), lambda row: row[1][0].article_id)
    for _, group in grouped:
        sentences, (first, *_) = zip(*((one, about) for one, (_, about) in group), strict=True)
        text = text_of([one.sentence for one in sentences])
        yield ReadArticle(text=text, sentences=sentences, **first)


def _read(told: pa.Table, sentences: Sequence[Sentence]) -> tuple[ReadSentence, ...]:
    """The sentences with their words. Parses are taken out of the table only where no copy was read before."""
    there = told.filter(pc.is_valid(told.column("starts")))
    columns = (there.column(name).to_pylist() for name in ("sentence_key", "parsed_text", "pipeline"))
    rows = {
        (key, parsed): (row, pipeline)
        for row, (key, parsed, pipeline) in enumerate(zip(*columns, strict=True))
    }
    keys = [(sentence.sentence_key, _spelling(sentence.text)) for sentence in sentences]
    wordings = [
        (rows[key][1], key[1], sentence.text) if key in rows else None
        for key, sentence in zip(keys, sentences, strict=True)
    ]
    missing = {
        rows[key][0]
        for key, wording in zip(keys, wordings, strict=True)
        if wording is not None and wording not in _KEPT
    }
    return _KEPT.read(sentences, wordings, _parses(there, sorted(missing)))


def _parses(there: pa.Table, rows: Sequence[int]) -> dict[str, Parse]:
    """The parses of these rows, by their spelling."""
    if not rows:
        return {}
    taken = there.drop_columns(["text"]).rename_columns({"parsed_text": "text"}).take(rows)
    return {parse.text: parse for parse in rows_of(Parse, taken)}


def text_of(sentences: Sequence[Sentence]) -> str:
    """The article's text as far as its sentences have it: white space alone lies between them."""
    parts: list[str] = []
    length, paragraph = 0, 0
    for sentence in sentences:
        gap = "\n" if sentence.paragraph != paragraph else " "
        parts += [gap * (sentence.start - length), sentence.text]
        length, paragraph = sentence.end, sentence.paragraph
    return "".join(parts)


def named_actors(article_id: str, found: Sequence[FoundMention]) -> list[NamedActor]:
    """The actors an article names, each with its forms there; pronouns and inferences are none."""
    actors: dict[str, Named] = {}
    forms: dict[str, Counter[tuple[str, str]]] = {}
    for one in found:
        if one.actor is not None:
            actors[one.actor.actor_id] = one.actor
            forms.setdefault(one.actor.actor_id, Counter())[one.mention.text, one.mention.method] += 1
    return [
        NamedActor(
            article_id=article_id,
            actor_id=actor_id,
            name=actor.name,
            kind=actor.kind,
            country=actor.resolved.country if actor.resolved else None,
            # A state acts through its government; what is said of the state itself has no sector.
            sectors=actor.resolved.sectors if actor.resolved and actor.kind != "country" else (),
            forms=tuple(
                NameForm(text, method) for text, method in sorted(forms[actor_id]) if method not in _NO_FORMS
            ),
            in_dictionary=bool(actor.resolved and actor.resolved.entry),
            supports=any(
                method != INFERRED and plain(text) == plain(actor.name) for text, method in forms[actor_id]
            ),
            wikidata_id=_wikidata_id(actor),
        )
        for actor_id, actor in sorted(actors.items())
    ]


def _wikidata_id(actor: Named) -> str | None:
    return actor.resolved.entry.wikidata_id if actor.resolved and actor.resolved.entry else None


def actor_rows(named: pa.Table) -> pa.Table:
    """The actor that articles name under one id, from rows of `NamedActor`, sorted by article."""
    rows = rows_of(NamedActor, named)
    # What the dictionary says of an actor stands before what a description makes of a damaged name.
    best = [row for row in rows if row.in_dictionary] or rows
    first = best[0]
    sectors = Counter(sector for row in best for sector in row.sectors)
    return table_of(
        Actor,
        [
            Actor(
                actor_id=first.actor_id,
                name=_most(row.name for row in best) or first.name,
                kind=first.kind,
                country=_most(row.country for row in best if row.country),
                sectors=tuple(sorted(sectors, key=lambda sector: (-sectors[sector], sector))),
                aliases=tuple(_aliases(rows)),
                wikidata_id=_most(row.wikidata_id for row in best if row.wikidata_id),
                in_dictionary=first.in_dictionary,
                support=len({row.article_id for row in rows if row.supports}),
            )
        ],
    )


def _most(values: Iterable[str]) -> str | None:
    counted = Counter(values)
    return min(counted, key=lambda value: (-counted[value], value)) if counted else None


def _aliases(rows: Sequence[NamedActor]) -> Iterator[Alias]:
    """Every form with its causes, by text."""
    articles = Counter(found for row in rows for found in set(row.forms))
    for form in sorted(articles, key=lambda form: (form.text, form.cause)):
        yield Alias(form.text, form.cause, articles[form])
