"""Records to Arrow and back."""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import pkgutil
from datetime import UTC, date, datetime

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold import model
from retold.identity import content_id
from retold.model import Article, CollationCell, Reading, Variant
from retold.schema import rows_of, schema_of, table_of

ROOMS = [importlib.import_module(room.name) for room in pkgutil.iter_modules(model.__path__, "retold.model.")]
RECORDS = [
    record
    for room in ROOMS
    for _, record in inspect.getmembers(room, inspect.isclass)
    if dataclasses.is_dataclass(record) and record.__module__ == room.__name__
]

ARTICLE = Article(
    article_id=content_id("article", "x"),
    external_id=None,
    url=None,
    source="Kestrel Daily",
    title="Ministers meet",
    text="They met.",
    language="en",
    published_at=datetime(2015, 7, 14, 10, 30, tzinfo=UTC),
    collected_at=datetime(2015, 7, 15, tzinfo=UTC),
    agency=None,
    byline=None,
    dateline_place="VIENNA",
    dateline_date=date(2015, 7, 14),
    origin="ministers.txt",
)


def test_every_record_is_had_from_the_model_itself() -> None:
    assert {record.__name__ for record in RECORDS} <= set(model.__all__)
    assert all(hasattr(model, name) for name in model.__all__)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_record_has_a_schema_with_its_fields(record: type) -> None:
    assert schema_of(record).names == [field.name for field in dataclasses.fields(record)]


def test_none_is_allowed_only_where_the_record_says_so() -> None:
    schema = schema_of(Article)
    assert schema.field("url").nullable
    assert not schema.field("text").nullable


def test_rows_survive_the_way_to_arrow_and_back() -> None:
    assert rows_of(Article, table_of(Article, [ARTICLE])) == [ARTICLE]


def test_nested_rows_survive_the_way_to_arrow_and_back() -> None:
    variant = Variant(
        report_id="r",
        passage=3,
        kind="number",
        readings=(Reading("three", ("a", "b")), Reading("20", ("c",))),
        changes_meaning=True,
        preferred="20",
        confidence=0.5,
    )
    cell = CollationCell("r", 3, "a", (4, 5), 0.75)
    assert rows_of(Variant, table_of(Variant, [variant])) == [variant]
    assert rows_of(CollationCell, table_of(CollationCell, [cell])) == [cell]


def test_no_rows_keep_their_columns() -> None:
    assert table_of(Article, []).schema == schema_of(Article)


def test_a_type_without_arrow_counterpart_is_refused() -> None:
    @dataclasses.dataclass
    class Odd:
        value: complex

    with pytest.raises(TypeError, match="no Arrow counterpart"):
        schema_of(Odd)


@given(st.lists(st.text()), st.lists(st.text()))
def test_ids_differ_where_fields_differ(left: list[str], right: list[str]) -> None:
    assert (content_id("x", *left) == content_id("x", *right)) == (left == right)


def test_ids_are_32_hex_digits_and_stay_as_they_are() -> None:
    assert content_id("article", "a") == "2a9fd29b0613d40839e082c33d4bc4d6"
    assert content_id("article", "a", None) != content_id("article", "a", "")
    assert pa.types.is_string(schema_of(Article).field("article_id").type)
