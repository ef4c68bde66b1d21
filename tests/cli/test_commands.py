"""Claims about every command."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from called import LENTILS, STRIKE, Called

import retold as library

Command = Callable[..., Called]


def rows_of_csv(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


# add and run


def test_adding_again_is_no_failure_and_changes_nothing(retold: Command, harbour_file: Path) -> None:
    first = retold("add", harbour_file, "--archive", "a").err.splitlines()
    assert "articles: 3 rows" in first
    assert sum(line.startswith("sentences: ") for line in first) == 1
    version = library.open("a").version
    again = retold("add", harbour_file, "--archive", "a")
    assert again.status == 0
    assert "0 new, 3 known, 0 rejected" in again.err
    assert library.open("a").version == version


def test_what_is_rejected_is_told_and_fails_and_the_rest_is_added(
    retold: Command, harbour_file: Path
) -> None:
    added = retold("add", "missing.txt", harbour_file, "--until", "articles")
    assert (added.status, added.out) == (1, "")
    assert "rejected: " in added.err
    assert "missing.txt: not_found: " in added.err
    assert "3 new, 0 known, 1 rejected" in added.err
    assert library.open("retold-archive").table("articles").num_rows == 3


def test_twenty_rejections_are_told_and_the_rest_counted(retold: Command) -> None:
    added = retold(
        "add",
        *[f"missing-{number}.txt" for number in range(25)],
        "--archive",
        "my archive",
        "--until",
        "articles",
    )
    assert added.err.count("rejected: ") == 20
    assert "... and 5 more: retold sql \"SELECT * FROM rejected\" --archive 'my archive'" in added.err
    assert "0 new, 0 known, 25 rejected" in added.err


def test_until_articles_only_adds(retold: Command, harbour_file: Path) -> None:
    assert retold("add", harbour_file, "--until", "articles").status == 0
    assert json.loads(retold("stories", "--format", "json").out) == []
    assert retold("run", "--until", "stories").status == 0
    assert "not worked out yet" in retold("show", "tarn").out
    finished = retold("run")
    assert finished.err.splitlines()[-1] == "version 3: 3 articles, 2 stories"
    assert "not worked out yet" not in retold("show", "tarn").out
    assert retold("run").err.splitlines()[-1] == "version 3: nothing to do"


def test_standard_input_is_read(retold: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(LENTILS.encode())))
    assert retold("add", "-", "--until", "articles").status == 0
    assert "gathered eighty recipes" in retold("sql", "SELECT text FROM articles").out


# stories and show


def test_stories_are_a_table_newest_first(retold: Command, harbour: Path) -> None:
    header, lentils, strike = retold("stories", "--archive", harbour).out.splitlines()
    assert header.split() == ["story", "date", "articles", "reports", "headline"]
    assert lentils.split(maxsplit=4)[1:] == ["2021-06-01", "1", "1", "A book of lentils"]
    assert strike.split(maxsplit=4)[1:] == ["2021-05-02", "2", "1", "Tarn dockers strike"]


@pytest.mark.parametrize(
    ("filters", "headlines"),
    [
        (["--since", "2021-05-03"], ["A book of lentils"]),
        (["--until", "2021-05-31"], ["Tarn dockers strike"]),
        (["--source", "morning"], ["Tarn dockers strike"]),
        (["--agency", "seawire"], ["Tarn dockers strike"]),
        (["--agency", "voice"], []),
        (["--min-articles", "2"], ["Tarn dockers strike"]),
        (["--search", "lentils book"], ["A book of lentils"]),
        (["--limit", "1"], ["A book of lentils"]),
        (["--version", "0"], []),
    ],
)
def test_stories_can_be_chosen(
    retold: Command, harbour: Path, filters: list[str], headlines: list[str]
) -> None:
    found = json.loads(retold("stories", *filters, "--archive", harbour, "--format", "json").out)
    assert [story["headline"] for story in found] == headlines


@pytest.mark.parametrize(
    "command",
    [
        ["stories"],
        ["show", "tarn"],
        ["sql", "SELECT * FROM articles ORDER BY external_id"],
        ["sql", "SELECT * FROM runs"],
        ["sql", "SELECT * FROM variants"],
        ["compare", "strike-1", "strike-2"],
        ["doctor"],
    ],
    ids=" ".join,
)
def test_csv_and_json_lines_carry_the_same_rows(retold: Command, harbour: Path, command: list[str]) -> None:
    archive = [] if command == ["doctor"] else ["--archive", str(harbour)]
    lines = retold(*command, *archive, "--format", "jsonl").out.splitlines()
    table = retold(*command, *archive, "--format", "csv").out
    assert [{name: as_cell(value) for name, value in json.loads(line).items()} for line in lines] == (
        rows_of_csv(table)
    )
    if command[0] not in ("show", "compare"):
        assert json.loads(retold(*command, *archive, "--format", "json").out) == list(map(json.loads, lines))


def as_cell(value: object) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    return json.dumps(value, ensure_ascii=False)


def test_show_in_json_has_everything(retold: Command, harbour: Path) -> None:
    story = json.loads(retold("show", "tarn", "--archive", harbour, "--format", "json").out)
    assert story["first_published"] == "2021-05-02T13:00:00Z"
    [report] = story["reports"]
    first, copy = report["renditions"]
    assert (first["external_id"], first["kind"], first["depth"]) == ("strike-1", "original", 0)
    assert (copy["external_id"], copy["parent_id"], copy["depth"]) == ("strike-2", first["article_id"], 1)
    changes = [
        (one["left"], one["right"])
        for passage in report["passages"]
        for wording in passage["others"]
        for one in wording["differences"]
        if one["change"] != "same"
    ]
    assert changes == [("forty", "fourteen")]


def test_show_has_a_row_for_each_telling(retold: Command, harbour: Path) -> None:
    rows = rows_of_csv(retold("show", "tarn", "--archive", harbour, "--format", "csv").out)
    assert [row["source"] for row in rows] == ["The Quay", "Morning Tide"]
    assert rows[1]["parent_id"] == rows[0]["article_id"]


def test_show_can_leave_out_passages_and_other_reports(retold: Command, harbour: Path) -> None:
    whole = retold("show", "tarn", "--archive", harbour).out
    short = retold("show", "tarn", "--archive", harbour, "--no-passages").out
    assert whole.startswith(short)
    assert "fourteen" not in short
    assert retold("show", "tarn", "--archive", harbour, "--report", "1").out == whole
    assert retold("show", "tarn", "--archive", harbour, "--report", "7").status == 1


def test_in_a_pipe_there_are_no_colours_and_no_trailing_blanks(retold: Command, harbour: Path) -> None:
    for command in (["show", "tarn"], ["stories"], ["compare", "strike-1", "strike-2"]):
        out = retold(*command, "--archive", harbour).out
        assert out
        assert "\x1b" not in out
        assert [line for line in out.splitlines() if line != line.rstrip()] == []


def test_show_keeps_to_the_width(retold: Command, harbour: Path) -> None:
    narrow = retold("show", "tarn", "--archive", harbour, "--width", "60").out
    assert max(map(len, narrow.splitlines())) <= 60


def test_a_title_cannot_play_with_the_terminal(retold: Command) -> None:
    row = {"text": LENTILS, "title": "Red \x1b[31m[bold]lentils[/bold]\x07", "source": "\x9b2JVoice"}
    Path("a.jsonl").write_text(json.dumps(row), encoding="utf-8")
    retold("add", "a.jsonl")
    for command in (["show"], ["stories"], ["sql", "SELECT title, source FROM articles"]):
        out = retold(*command).out
        assert "[bold]lentils[/bold]" in out
        assert not {"\x1b", "\x07", "\x9b"} & set(out)


# compare


def test_files_are_compared(retold: Command) -> None:
    Path("a.txt").write_text(STRIKE, encoding="utf-8")
    Path("b.html").write_text(f"<p>{STRIKE.replace('forty', 'ninety')}</p>", encoding="utf-8")
    compared = retold("compare", "a.txt", "b.html")
    assert compared.status == 0
    assert "[-forty-]{+ninety+}" in " ".join(compared.out.split())
    assert "log odds" not in compared.out
    assert "log odds" in retold("compare", "a.txt", "b.html", "--explain").out


def test_articles_of_an_archive_are_compared(retold: Command, harbour: Path) -> None:
    [row] = rows_of_csv(retold("compare", "strike-1", "lentils", "--archive", harbour, "--format", "csv").out)
    assert float(row["same_report"]) < 0.5
    assert row["kind"] == ""
    everything = json.loads(
        retold("compare", "strike-1", "strike-2", "--archive", harbour, "--format", "json").out
    )
    assert everything["kind"] in ("verbatim", "edited")
    assert len(everything["passages"]) == 5
    assert {row["feature"] for row in everything["evidence"]} > {"bias", "phrasing"}


def test_what_cannot_be_compared_is_said(retold: Command, harbour: Path, harbour_file: Path) -> None:
    Path("empty.txt").write_text("", encoding="utf-8")
    for a, b in (("no.txt", "no.txt"), ("empty.txt", "empty.txt"), (str(harbour_file), str(harbour_file))):
        assert_told_in_a_line(retold("compare", a, b))
    assert_told_in_a_line(retold("compare", "strike-1", "strike-9", "--archive", harbour))


# sql, export, doctor


def test_sql_errors_are_one_line(retold: Command, harbour: Path) -> None:
    for query in ("SELECT nothing FROM stories", "SELECT * FROM nowhere", "SELEC", "COPY stories TO 'x'"):
        assert_told_in_a_line(retold("sql", query, "--archive", harbour))
    hint = retold("sql", "SELECT * FROM collation", "--archive", harbour).err
    assert 'write the table as "collation"' in hint
    assert retold("sql", 'SELECT * FROM "collation"', "--archive", harbour).status == 0


def test_sql_shows_values_of_every_kind(retold: Command, harbour: Path) -> None:
    query = (
        "SELECT 1 AS a, 2 AS a, [1, 2] AS l, {'x': TIMESTAMPTZ '2020-01-01 02:00:00+02'} AS s, 1.5::DECIMAL AS d, "
        "'inf'::FLOAT AS f, NULL AS n, true AS b, DATE '2020-02-03' AS day, sum(1) AS wide, '\\xAA'::BLOB AS bytes"
    )
    [row] = map(json.loads, retold("sql", query, "--archive", harbour, "--format", "jsonl").out.splitlines())
    assert row == {
        "a": 1,
        "a_1": 2,
        "l": [1, 2],
        "s": {"x": "2020-01-01T00:00:00Z"},
        "d": 1.5,
        "f": None,
        "n": None,
        "b": True,
        "day": "2020-02-03",
        "wide": 1,
        "bytes": "aa",
    }


def test_sql_says_when_a_value_cannot_be_shown(retold: Command, harbour: Path) -> None:
    for fmt in ("json", "csv", "table"):
        far = retold("sql", "SELECT TIMESTAMP '200000-01-01'", "--archive", harbour, "--format", fmt)
        assert far.status == 1
        assert "cast it to VARCHAR" in far.err


@pytest.mark.parametrize("fmt", ["jsonl", "csv", "parquet"])
def test_export_names_its_files(retold: Command, harbour: Path, fmt: str) -> None:
    exported = retold("export", "out", "--archive", harbour, "--format", fmt)
    files = exported.out.splitlines()
    assert exported.status == 0
    assert f"out/stories.{fmt}" in files
    assert all(Path(file).is_file() for file in files)


def test_doctor_says_how_to_get_what_is_missing(retold: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    told = retold("doctor", "--format", "json")
    parts = {row["part"]: row for row in json.loads(told.out)}
    assert told.status == 0
    assert {"retold", "python", "memory", "processors", "languages"} <= set(parts)
    assert {"Apache Spark", "Chromium", "parsed"} <= set(parts)
    assert all(row["get"] for row in parts.values() if row["state"] == "missing")
    assert parts["Chromium"]["state"] == "missing"
    assert parts["retold"]["found"] == library.__version__


# what every command keeps to


def assert_told_in_a_line(called: Called) -> None:
    assert called.status == 1
    assert called.out == ""
    assert called.err.startswith("retold: ")
    assert called.err.count("\n") == 1


READING = [["stories"], ["show", "x"], ["sql", "SELECT 1"], ["export", "out"], ["run"]]


@pytest.mark.parametrize("command", READING, ids=" ".join)
def test_a_missing_archive_is_told_in_a_line(retold: Command, command: list[str]) -> None:
    assert_told_in_a_line(retold(*command))
    assert_told_in_a_line(retold(*command, "--archive", "nowhere"))


@pytest.mark.parametrize("command", READING[:-1], ids=" ".join)
def test_a_missing_version_is_told_in_a_line(retold: Command, harbour: Path, command: list[str]) -> None:
    assert_told_in_a_line(retold(*command, "--archive", harbour, "--version", "99"))


def test_a_folder_with_other_files_is_not_taken_for_an_archive(retold: Command, harbour_file: Path) -> None:
    Path("notes").mkdir()
    Path("notes", "a.txt").write_text("mine", encoding="utf-8")
    assert_told_in_a_line(retold("add", harbour_file, "--archive", "notes"))
    assert_told_in_a_line(retold("demo", "--archive", "notes"))


def test_the_archive_can_be_named_by_the_environment(
    retold: Command, harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RETOLD_ARCHIVE", str(harbour))
    assert "Tarn dockers" in retold("stories").out


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["frobnicate"],
        ["--nonsense"],
        ["demo", "surplus"],
        ["add"],
        ["add", "x", "--until", "tea"],
        ["run", "--engine", "spark"],
        ["run", "--engine", "steam"],
        ["run", "--until", "tea"],
        ["stories", "--format", "xml"],
        ["stories", "--since", "yesterday"],
        ["stories", "--min-articles", "0"],
        ["stories", "--limit", "-1"],
        ["stories", "--version", "-1"],
        ["show", "a", "b"],
        ["show", "a", "--width", "3"],
        ["compare", "a"],
        ["sql"],
        ["export"],
        ["export", "out", "--format", "table"],
        ["doctor", "--format", "xml"],
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_2(retold: Command, arguments: list[str]) -> None:
    called = retold(*arguments)
    assert called.status == 2
    assert "Usage: retold" in called.err + called.out
    assert list(Path.cwd().iterdir()) == []


def test_the_program_tells_its_version(retold: Command) -> None:
    assert retold("--version") == Called(0, f"retold {library.__version__}\n", "")


@pytest.mark.parametrize(
    "name", ["demo", "add", "run", "stories", "show", "compare", "sql", "export", "doctor"]
)
def test_every_command_explains_itself(retold: Command, name: str) -> None:
    assert retold(name, "--help").out.startswith(f"Usage: retold {name} ")
