"""SQL over a snapshot: all tables, nothing else."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pytest
from archive_records import NOON, append, article, publish, publish_articles

from retold.archive.query import query
from retold.archive.store import Store
from retold.archive.tables import TABLES
from retold.errors import QueryError
from retold.model import Reading, Variant


def test_every_table_can_be_queried_before_there_are_rows(store: Store) -> None:
    for name, table in TABLES.items():
        assert query(store.snapshot(), f'SELECT * FROM "{name}"').column_names == table.schema.names
    assert set(query(store.snapshot(), "SHOW TABLES")["name"].to_pylist()) == set(TABLES)


def test_a_query_sees_the_snapshot_it_is_put_to(store: Store) -> None:
    publish_articles(store, article(1))
    publish_articles(store, article(2))
    counts = [
        query(store.snapshot(v), "SELECT count(*) AS n FROM articles")["n"].to_pylist() for v in (0, 1, 2)
    ]
    assert counts == [[0], [1], [2]]
    assert query(store.snapshot(1), "SELECT version FROM runs")["version"].to_pylist() == [1]


def test_lists_structs_times_and_sums_come_as_plain_values(store: Store) -> None:
    with store.writer() as writer:
        append(writer, "articles", article(1))
        append(writer, "variants", Variant("r", 1, "name", (Reading("é", ("a", "b")),), True, None, 0.5))
        publish(writer)
    sql = """
        SELECT readings[1].text AS reading, len(readings[1].article_ids) AS n, published_at, sum(passage) AS total
        FROM variants, articles GROUP BY ALL
    """
    assert query(store.snapshot(), sql).to_pylist() == [
        {"reading": "é", "n": 2, "published_at": NOON, "total": 1}
    ]
    assert (
        query(store.snapshot(), "SELECT sum(passage) AS s FROM variants").schema.field("s").type == pa.int64()
    )


def test_a_sum_too_large_for_64_bits_is_kept(store: Store) -> None:
    sql = "SELECT sum(n) AS s FROM (VALUES (9223372036854775807), (1)) AS t(n)"
    assert query(store.snapshot(), sql)["s"].to_pylist() == [2**63]


@pytest.mark.parametrize(
    ("sql", "message"),
    [
        ("SELECT nothing FROM articles", "nothing"),
        ("SELEC 1", "SELEC"),
        ("SELECT * FROM poems", "poems"),
        ("SELECT 'open", "quote|unterminated"),
        ("", "SELECT"),
        ("SELECT passage FROM collation WHERE score > 0", 'write the table as "collation"'),
        ("SELECT error('one\ntwo')", "one two"),
    ],
)
def test_what_is_wrong_with_a_query_is_told_in_one_line(store: Store, sql: str, message: str) -> None:
    with pytest.raises(QueryError, match=message) as caught:
        query(store.snapshot(), sql)
    assert "\n" not in str(caught.value)


FORBIDDEN = [
    "SELECT * FROM read_text('/etc/passwd')",
    "SELECT * FROM read_csv('/etc/passwd')",
    "SELECT * FROM '/etc/passwd'",
    "SELECT * FROM glob('/etc/*')",
    "SELECT * FROM read_parquet('http://localhost/x.parquet')",
    "COPY articles TO '{folder}/out.csv'",
    "COPY (SELECT 1) TO '{file}' (FORMAT parquet, USE_TMP_FILE false)",
    "EXPLAIN ANALYZE COPY (SELECT 1) TO '{file}' (FORMAT parquet, USE_TMP_FILE false)",
    "SELECT * FROM read_blob('{file}')",
    "EXPORT DATABASE '{folder}/out'",
    "ATTACH '{folder}/out.db'",
    "INSTALL httpfs",
    "LOAD httpfs",
    "SET enable_external_access=true",
    "SET lock_configuration=false",
    "SET memory_limit='1TB'",
    "SELECT * FROM local_variable",
    "DELETE FROM articles",
    "INSERT INTO rejected SELECT * FROM rejected",
]


@pytest.mark.parametrize("sql", FORBIDDEN)
def test_a_query_cannot_reach_outside_the_tables_nor_change_them(
    store: Store, tmp_path: Path, sql: str
) -> None:
    local_variable = pa.table({"secret": [1]})
    publish_articles(store, article(1))
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    [file] = store.snapshot().files("articles")
    with pytest.raises(QueryError):
        query(store.snapshot(), sql.format(folder=tmp_path, file=file))
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
    assert local_variable.num_rows == 1
