"""Articles to their mentions, statements and actors, as tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from retold.actors.mentions import FoundMention, Named, mentions_in
from retold.actors.speakers import with_actors
from retold.model import Actor, Alias, Mention, NamedActor, Parse, Sentence, Statement
from retold.reading.article import ReadArticle, read_sentences
from retold.reading.statements import found_statements
from retold.schema import rows_of, schema_of, table_of


@dataclass(frozen=True, slots=True)
class Read:
    """What reading an article adds to the tables."""

    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]
    named: tuple[NamedActor, ...]


READ = schema_of(Read)


def read_rows(told: pa.Table) -> pa.Table:
    """What one article says, a row of `Read`.

    Rows, sorted by sentence: those of `Sentence`, with the columns of the `Parse` of its wording beside them (null
    where it has none; its text as parsed_text), published_at, source, agency, byline.
    """
    article = _article(told)
    found = mentions_in(article)
    statements = with_actors(found_statements(article), found)
    row = Read(
        tuple(one.mention for one in found), tuple(statements), tuple(_named(article.article_id, found))
    )
    return table_of(Read, [row])


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
            aliases=tuple(
                Alias(text, method) for text, method in sorted(forms[actor_id]) if method != "pronoun"
            ),
            in_dictionary=bool(actor.resolved and actor.resolved.entry),
        )
        for actor_id, actor in sorted(actors.items())
    ]


def actor_rows(named: pa.Table) -> pa.Table:
    """The actor that articles name under one id, from rows of `NamedActor`, sorted by article."""
    rows = rows_of(NamedActor, named)
    names = Counter(row.name for row in rows)
    countries = Counter(row.country for row in rows if row.country)
    sectors = Counter(sector for row in rows for sector in row.sectors)
    aliases = dict.fromkeys((alias.text, alias.cause) for row in rows for alias in row.aliases)
    first = rows[0]
    return table_of(
        Actor,
        [
            Actor(
                actor_id=first.actor_id,
                name=min(names, key=lambda name: (-names[name], name)),
                kind=first.kind,
                country=min(countries, key=lambda code: (-countries[code], code)) if countries else None,
                sectors=tuple(sorted(sectors, key=lambda sector: (-sectors[sector], sector))),
                aliases=tuple(Alias(text, cause) for text, cause in sorted(aliases)),
                wikidata_id=None,
                in_dictionary=any(row.in_dictionary for row in rows),
            )
        ],
    )
