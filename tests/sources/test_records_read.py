"""Records: JSONL, JSON, CSV, Parquet."""

from __future__ import annotations

import gzip
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from retold.identity import content_id
from retold.settings import InputLimits

TEXT = "The ministers met in Geneva on Monday."
SMALL = InputLimits(text_characters=1_000)


def jsonl(*records: object) -> str:
    return "".join(json.dumps(record) + "\n" for record in records)


def test_every_field_of_a_record_reaches_the_article(reads: Any, writes: Any) -> None:
    record = {
        "id": "a-7",
        "url": "https://example.org/7",
        "source": "The Example",
        "title": "Ministers meet",
        "text": TEXT,
        "published": "2022-09-15T10:00:00+02:00",
        "language": "en-GB",
        "author": "Jane Roe",
        "agency": "Agence France-Presse",
    }
    path = writes("a.jsonl", jsonl(record))
    article = reads(path).article
    published = datetime(2022, 9, 15, 8, tzinfo=UTC)
    assert (article.external_id, article.url, article.source) == (
        "a-7",
        "https://example.org/7",
        "The Example",
    )
    assert (article.title, article.text, article.published_at) == ("Ministers meet", TEXT, published)
    assert (article.language, article.byline, article.agency) == ("en", "Jane Roe", "AFP")
    assert article.origin == f"{path}#line=1"
    fields = ("a-7", "https://example.org/7", "The Example", "Ministers meet", TEXT, published.isoformat())
    assert article.article_id == content_id("article", *fields)


def test_a_broken_line_costs_itself_only(reads: Any, writes: Any) -> None:
    path = writes(
        "a.jsonl", jsonl({"text": TEXT}) + '{"text": "broken\n' + "\n" + jsonl({"text": TEXT + " Again."})
    )
    found = reads(path)
    assert [article.origin for article in found.articles] == [f"{path}#line=1", f"{path}#line=4"]
    assert [(one.origin, one.reason) for one in found.rejections] == [(f"{path}#line=2", "bad_json")]
    assert "line 2" in found.rejections[0].detail


@pytest.mark.parametrize("text", [12, 1.5, ["a"], {"a": 1}, None, True])
def test_a_text_of_the_wrong_type_rejects_the_record(reads: Any, writes: Any, text: object) -> None:
    found = reads(writes("a.jsonl", jsonl({"text": text}, {"text": TEXT})))
    assert found.reasons == ["bad_field"]
    assert found.article.text == TEXT


@pytest.mark.parametrize(
    "line", ["[1, 2]", "7", '"text"', "null", "[" * 100_000, '{"text": ' + "1" * 5000 + "}"]
)
def test_a_line_that_is_no_record_is_rejected(reads: Any, writes: Any, line: str) -> None:
    found = reads(writes("a.jsonl", jsonl({"text": TEXT}) + line + "\n" + jsonl({"text": TEXT})))
    assert len(found.articles) == 2
    assert found.reasons == ["bad_json"]


@pytest.mark.parametrize("field", ["title", "url", "source", "author", "agency", "id", "language"])
@pytest.mark.parametrize("value", [["a"], {"a": 1}, True, 1.5])
def test_another_field_of_the_wrong_type_is_left_out_and_told(
    reads: Any, writes: Any, field: str, value: object
) -> None:
    found = reads(writes("a.jsonl", jsonl({"text": TEXT, field: value})))
    attribute = {"id": "external_id", "author": "byline"}.get(field, field)
    assert getattr(found.article, attribute) is None
    assert found.reasons == ["bad_field"]
    assert field in found.rejections[0].detail


@pytest.mark.parametrize(
    "published", ["2023-02-31", "0000-01-01", "9999-12-31", "2022-09-23", "1799-12-31", "soon", [1], True]
)
def test_an_impossible_date_is_left_out_and_told(reads: Any, writes: Any, published: object) -> None:
    found = reads(writes("a.jsonl", jsonl({"text": TEXT, "published": published})))
    assert found.article.published_at is None
    assert found.reasons == ["bad_date"]


def test_a_number_is_a_usable_id(reads: Any, writes: Any) -> None:
    assert reads(writes("a.jsonl", jsonl({"text": TEXT, "id": 42}))).article.external_id == "42"


def test_ignored_fields_are_named_once(reads: Any, writes: Any) -> None:
    records = [
        {"text": TEXT, "mood": "good"},
        {"text": TEXT, "mood": "bad", "shoe": 1},
        {"text": TEXT, "shoe": 2},
    ]
    found = reads(writes("a.jsonl", jsonl(*records)))
    assert [note.message for note in found.notes] == ["fields ignored: mood", "fields ignored: shoe"]
    assert found.rejections == []


def test_a_line_longer_than_any_article_is_skipped(reads: Any, writes: Any) -> None:
    huge = json.dumps({"text": "word " * 40_000})
    found = reads(writes("a.jsonl", huge + "\n" + jsonl({"text": TEXT})), limits=SMALL)
    assert found.reasons == ["too_long"]
    assert found.article.text == TEXT


def test_a_long_text_in_a_line_of_allowed_length_is_rejected(reads: Any, writes: Any) -> None:
    found = reads(writes("a.jsonl", jsonl({"text": "word " * 300}, {"text": TEXT})), limits=SMALL)
    assert found.reasons == ["too_long"]
    assert found.article.text == TEXT


@pytest.mark.parametrize(
    ("text", "reason"),
    [("", "empty"), (" \n\t ", "empty"), ("Two words", "too_short"), ("... 12 !", "too_short")],
)
def test_a_text_that_is_none_is_rejected(reads: Any, writes: Any, text: str, reason: str) -> None:
    assert reads(writes("a.jsonl", jsonl({"text": text}))).reasons == [reason]


def test_scripts_without_spaces_count_letters(reads: Any, writes: Any) -> None:
    found = reads(
        writes("a.jsonl", jsonl({"text": "国家主席在北京会见了来访的外国领导人。"}, {"text": "主席在北京。"}))
    )
    assert found.article.text.startswith("国家主席")
    assert found.reasons == ["too_short"]


def test_utf16_and_byte_order_marks_are_read(reads: Any, writes: Any) -> None:
    line = json.dumps({"text": TEXT + " Café."}, ensure_ascii=False) + "\n"
    for name, encoding in (("a.jsonl", "utf-16"), ("b.jsonl", "utf-8-sig"), ("c.jsonl", "cp1252")):
        assert reads(writes(name, line.encode(encoding))).article.text.endswith("Café.")


# JSON documents


@pytest.mark.parametrize(
    ("document", "locators"),
    [
        ({"text": TEXT}, [""]),
        ([{"text": TEXT}, {"text": TEXT}], ["#item=1", "#item=2"]),
        ({"meta": {"n": [1, {}]}, "articles": [{"text": TEXT}, {"text": TEXT}]}, ["#item=1", "#item=2"]),
        ([], []),
    ],
)
@pytest.mark.parametrize("indent", [None, 2])
def test_json_documents_of_every_shape(
    reads: Any, writes: Any, document: object, locators: list[str], indent: int | None
) -> None:
    path = writes("a.json", json.dumps(document, indent=indent))
    assert [article.origin for article in reads(path).articles] == [
        f"{path}{locator}" for locator in locators
    ]


def test_json_lines_called_json_are_read_as_lines(reads: Any, writes: Any) -> None:
    path = writes("a.json", jsonl({"text": TEXT}) + "{broken\n" + jsonl({"text": TEXT}))
    found = reads(path)
    assert [article.origin for article in found.articles] == [f"{path}#line=1", f"{path}#line=3"]
    assert found.reasons == ["bad_json"]


def test_a_broken_item_of_a_list_costs_itself_only(reads: Any, writes: Any) -> None:
    items = [json.dumps({"text": f"{TEXT} Number {number}."}) for number in range(4)]
    items[1] = '{"text": "no comma" "title": 3}'
    found = reads(writes("a.json", "[" + ", ".join(items) + "]"))
    assert [article.text[-2] for article in found.articles] == ["0", "2", "3"]
    assert found.reasons == ["bad_json"]


@pytest.mark.parametrize(
    "document",
    ['{"text": "cut', '[{"text": "The ministers met again."}', "[[[[" * 50_000, "nonsense", "[1, 2]"],
)
def test_broken_json_documents_are_rejected(reads: Any, writes: Any, document: str) -> None:
    assert set(reads(writes("a.json", document)).reasons) == {"bad_json"}


def test_a_list_longer_than_the_window_is_read_whole(reads: Any, writes: Any) -> None:
    count = 3_000
    document = [{"text": f"{TEXT} Number {number}.", "more": "x" * 100} for number in range(count)]
    found = reads(writes("a.json", json.dumps(document)))
    assert [article.origin.rpartition("=")[2] for article in found.articles] == [
        str(n + 1) for n in range(count)
    ]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=50), max_size=6), st.sampled_from([None, 1]))
def test_any_texts_come_through_json_unharmed(
    reads: Any, tmp_path: Path, texts: list[str], indent: int | None
) -> None:
    path = tmp_path / "any.json"
    path.write_text(json.dumps([{"text": f"{TEXT}\n{text!r}"} for text in texts], indent=indent))
    found = reads(path)
    assert len(found.articles) == len(texts)


# CSV and TSV


def test_csv_rows_become_articles(reads: Any, writes: Any) -> None:
    path = writes(
        "a.csv", f'\ufeffid,Title,text,published\n1,One,"{TEXT}\nSecond, line.",1663200000\n\n2,,{TEXT},\n'
    )
    first, second = reads(path).articles
    assert (first.text, first.title) == (f"{TEXT}\nSecond, line.", "One")
    assert first.published_at == datetime(2022, 9, 15, tzinfo=UTC)
    assert (second.external_id, second.title, second.published_at) == ("2", None, None)
    assert second.origin == f"{path}#row=2"


def test_tab_separated_rows_become_articles(reads: Any, writes: Any) -> None:
    assert reads(writes("a.tsv", f"id\ttext\n1\t{TEXT}\n")).article.external_id == "1"


def test_a_ragged_row_costs_itself_only(reads: Any, writes: Any) -> None:
    path = writes("a.csv", f"id,text\n1,{TEXT}\n2,{TEXT},more\n3\n4,{TEXT}\n")
    found = reads(path)
    assert [article.external_id for article in found.articles] == ["1", "4"]
    assert [(one.origin, one.reason) for one in found.rejections] == [
        (f"{path}#row=2", "ragged_row"),
        (f"{path}#row=3", "ragged_row"),
    ]
    assert "row 2" in found.rejections[0].detail


def test_an_unclosed_quote_does_not_swallow_the_file(reads: Any, writes: Any) -> None:
    rows = "".join(f'{number},"{TEXT} Number {number}."\n' for number in range(50))
    found = reads(writes("a.csv", f'id,text\nx,"{TEXT}\n{rows}'))
    assert [article.external_id for article in found.articles] == [str(number) for number in range(50)]
    assert found.reasons == ["ragged_row"]


def test_an_unclosed_quote_without_any_other_quote_is_bounded(reads: Any, writes: Any) -> None:
    rows = "".join(f"{number},{TEXT}\n" for number in range(4_000))
    found = reads(writes("a.csv", f'id,text\nx,"{TEXT}\n{rows}'), limits=SMALL)
    assert len(found.articles) == 4_000
    assert found.reasons == ["ragged_row"]


def test_quotes_that_are_not_doubled_are_read_as_written(reads: Any, writes: Any) -> None:
    found = reads(writes("a.csv", 'id,text\n1,"He said "no" to the ministers"\n'))
    assert "no" in found.article.text


def test_csv_without_a_text_column_is_rejected(reads: Any, writes: Any) -> None:
    found = reads(writes("a.csv", "id,body\n1,x\n"))
    assert found.reasons == ["no_text_column"]
    assert "body" in found.rejections[0].detail


def test_zero_bytes_and_long_cells_in_csv(reads: Any, writes: Any) -> None:
    cell = "word " * 60_000
    first, second = reads(writes("a.csv", f"id,text\n1,The \0ministers met again\n2,{cell}\n")).articles
    assert first.text == "The ministers met again"
    assert second.text == cell.strip()


# Parquet


def parquet(path: Path, **columns: object) -> Path:
    pq.write_table(pa.table(columns), path)
    return path


def test_parquet_rows_become_articles(reads: Any, tmp_path: Path) -> None:
    times = pa.array([datetime(2022, 9, 15, 10), None], pa.timestamp("ns"))
    names = pa.array(["A", "B"]).dictionary_encode()
    path = parquet(
        tmp_path / "a.parquet", id=[1, 2], text=[TEXT, TEXT], published=times, source=names, extra=[1, 2]
    )
    found = reads(path)
    first, second = found.articles
    assert (first.external_id, first.source) == ("1", "A")
    assert first.published_at == datetime(2022, 9, 15, 10, tzinfo=UTC)
    assert (second.published_at, second.origin) == (None, f"{path}#row=2")
    assert [note.message for note in found.notes] == ["fields ignored: extra"]


def test_parquet_columns_of_wrong_types_are_told_once(reads: Any, tmp_path: Path) -> None:
    path = parquet(tmp_path / "a.parquet", text=[TEXT] * 3, title=[1, 2, 3], url=[["a"], ["b"], ["c"]])
    found = reads(path)
    assert [article.title for article in found.articles] == [None] * 3
    assert found.reasons == ["bad_field", "bad_field"]


def test_parquet_without_usable_text(reads: Any, tmp_path: Path) -> None:
    assert reads(parquet(tmp_path / "a.parquet", text=[1, 2])).reasons == ["bad_field"]
    assert reads(parquet(tmp_path / "b.parquet", body=["a"])).reasons == ["no_text_column"]


def test_binary_text_and_null_text_in_parquet(reads: Any, tmp_path: Path) -> None:
    found = reads(parquet(tmp_path / "a.parquet", text=pa.array([TEXT.encode(), None], pa.binary())))
    assert found.article.text == TEXT
    assert found.reasons == ["bad_field"]


def test_dates_beyond_the_calendar_in_parquet(reads: Any, tmp_path: Path) -> None:
    times = pa.array([9_000_000_000_000, 1_663_200_000], pa.timestamp("s"))
    found = reads(parquet(tmp_path / "a.parquet", text=[TEXT, TEXT], published=times))
    assert [article.published_at is None for article in found.articles] == [True, False]
    assert found.reasons == ["bad_date"]


def test_broken_parquet_is_rejected(reads: Any, tmp_path: Path) -> None:
    whole = parquet(tmp_path / "a.parquet", text=[TEXT] * 1000).read_bytes()
    for number, content in enumerate(
        (whole[:-20], b"PAR1" + b"\0" * 50, b"nothing of the kind", whole[:60] + b"\xff" * 40 + whole[100:])
    ):
        path = tmp_path / f"broken{number}.parquet"
        path.write_bytes(content)
        assert reads(path).reasons[-1] == "bad_parquet"


def test_packed_and_piped_parquet(reads: Any, tmp_path: Path) -> None:
    whole = parquet(tmp_path / "a.parquet", text=[TEXT]).read_bytes()
    packed = tmp_path / "b.parquet.gz"
    packed.write_bytes(gzip.compress(whole))
    assert reads(packed).article.text == TEXT
    assert reads("-", stdin=whole).article.text == TEXT
    assert reads(packed, limits=InputLimits(unpacked_bytes=100)).reasons == ["too_large"]
