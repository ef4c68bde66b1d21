"""Small rows, and the shortest ways to write and read them."""

from __future__ import annotations

from datetime import UTC, date, datetime

from retold.archive.store import Snapshot, Store
from retold.archive.tables import TABLES
from retold.archive.writer import Writer
from retold.model import Article, Run
from retold.schema import Record, rows_of, table_of

NOON = datetime(2022, 9, 16, 12, 30, 0, 250, tzinfo=UTC)


def article(number: int, text: str = "The ministers met.") -> Article:
    return Article(
        article_id=f"{number:032x}",
        external_id=None,
        url=None,
        source="The Courier",
        title=None,
        text=text,
        language="en",
        published_at=NOON,
        collected_at=NOON,
        agency=None,
        byline=None,
        dateline_place=None,
        dateline_date=date(2022, 9, 16),
        origin="a.txt",
    )


def append(writer: Writer, table: str, *rows: object, mark: str = "m") -> None:
    writer.append(table, writer.parquet(table, [table_of(TABLES[table].record, rows)]), mark)


def replace(writer: Writer, table: str, *rows: object, mark: str = "m") -> None:
    writer.replace(table, writer.parquet(table, [table_of(TABLES[table].record, rows)]), mark)


def publish(writer: Writer) -> Run:
    return writer.publish(NOON, "0", "{}", [])


def publish_articles(store: Store, *articles: Article) -> Run:
    """One version with the articles added."""
    with store.writer() as writer:
        append(writer, "articles", *articles)
        return publish(writer)


def read(snapshot: Snapshot, record: type[Record], table: str) -> list[Record]:
    return rows_of(record, snapshot.dataset(table).to_table())


def numbers(snapshot: Snapshot) -> list[int]:
    """The numbers of the articles."""
    return sorted(int(found.article_id, 16) for found in read(snapshot, Article, "articles"))
