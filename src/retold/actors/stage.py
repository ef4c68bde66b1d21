"""Articles to their mentions, statements and actors, as tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from retold.actors.dictionary import plain
from retold.actors.lists.dictionary_with import dictionary_with
from retold.actors.mentions import FoundMention, Named, mentions_in
from retold.actors.speakers import with_actors
from retold.model import Actor, Alias, ArticleReading, NamedActor, NameForm, Parse, Sentence
from retold.reading.article import ReadArticle, read_sentences
from retold.reading.statements import found_statements
from retold.schema import rows_of, table_of


def read_rows(told: pa.Table, listed: tuple[str, ...] = ()) -> pa.Table:
    """What one article says, a row of `ArticleReading`; `listed`: the files of a user's list of actors.

    Rows, sorted by sentence: those of `Sentence`, with the columns of the `Parse` of its wording beside them (null
    where it has none; its text as parsed_text), published_at, source, agency, byline.
    """
    article = _article(told)
    found = mentions_in(article, dictionary_with(listed))
    statements = with_actors(found_statements(article), found)
    row = ArticleReading(
        article.article_id,
        tuple(one.mention for one in found),
        tuple(statements),
        tuple(_named(article.article_id, found)),
    )
    return table_of(ArticleReading, [row])


def _article(told: pa.Table) -> ReadArticle:
    # A sentence stands twice where its wording was parsed in two spellings.
    sentences = list({sentence.sentence: sentence for sentence in rows_of(Sentence, told)}.values())
    first = told.slice(0, 1).to_pylist()[0]
    return ReadArticle(
        article_id=first["article_id"],
        text=text_of(sentences),
        sentences=read_sentences(sentences, _parses(told)),
        published_at=first["published_at"],
        source=first["source"],
        agency=first["agency"],
        byline=first["byline"],
    )


def _parses(told: pa.Table) -> dict[str, Parse]:
    """The parses beside the sentences, by their spelling."""
    there = told.filter(pc.is_valid(told.column("starts"))).drop_columns(["text"])
    names = ["text" if name == "parsed_text" else name for name in there.column_names]
    return {parse.text: parse for parse in rows_of(Parse, there.rename_columns(names))}


def text_of(sentences: Sequence[Sentence]) -> str:
    """The article's text as far as its sentences have it: white space alone lies between them."""
    parts: list[str] = []
    length, paragraph = 0, 0
    for sentence in sentences:
        gap = "\n" if sentence.paragraph != paragraph else " "
        parts += [gap * (sentence.start - length), sentence.text]
        length, paragraph = sentence.end, sentence.paragraph
    return "".join(parts)


def _named(article_id: str, found: Sequence[FoundMention]) -> list[NamedActor]:
    """The actors an article names, each with the forms in which it names them."""
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
                NameForm(text, method) for text, method in sorted(forms[actor_id]) if method != "pronoun"
            ),
            in_dictionary=bool(actor.resolved and actor.resolved.entry),
            supports=any(plain(text) == plain(actor.name) for text, _ in forms[actor_id]),
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
