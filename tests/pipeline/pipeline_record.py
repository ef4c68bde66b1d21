"""What an archive holds, in a form to compare: rows without time and place of reading, and files on disk."""

from __future__ import annotations

from pathlib import Path

from retold import Archive
from retold.archive.tables import RUNS, TABLES
from retold.model import Run

Record = dict[str, list[str]]
Tree = dict[str, int]

_OF_READING = {"collected_at", "origin"}


def record(archive: Archive, *also_rejected: str) -> Record:
    """The rows of every table a run makes and of the articles, sorted; of `rejected` the columns that are named."""
    names = [name for name in TABLES if name not in ("rejected", RUNS)]
    rows = {name: table_rows(archive, name) for name in names}
    if also_rejected:
        refused = archive.table("rejected").select(list(also_rejected)).to_pylist()
        rows["rejected"] = sorted(map(repr, refused))
    return rows


def table_rows(archive: Archive, name: str) -> list[str]:
    """A table's rows, sorted, without when and where the articles were read."""
    rows = archive.table(name).to_pylist()
    return sorted(repr({key: value for key, value in row.items() if key not in _OF_READING}) for row in rows)


def on_disk(archive: Archive) -> Tree:
    """Every file of the archive with its size, but the lock: tables, their logs, and `runs`."""
    files = (path for path in Path(archive.path).rglob("*") if path.is_file() and path.name != "writer.lock")
    return {str(path.relative_to(archive.path)): path.stat().st_size for path in files}


def worked(run: Run) -> dict[str, int]:
    """The rows each stage of a run made."""
    return {stage.stage: stage.rows for stage in run.stages}


def outlets(archive: Archive, table: str, column: str) -> dict[str, str]:
    """A column of a table with one row per article, by the article's own id ("ferry-argus")."""
    found = archive.sql(
        f'SELECT external_id, "{table}"."{column}" AS value FROM "{table}" JOIN articles USING (article_id)'
    )
    return {row["external_id"]: row["value"] for row in found.to_pylist()}
