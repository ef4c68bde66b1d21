"""What a stage may ask of an engine: few verbs over frames, whatever holds the rows."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import TracebackType
from typing import Protocol, Self

import pyarrow as pa

BatchFunction = Callable[[pa.RecordBatch], pa.RecordBatch | pa.Table]
"""Rows to rows, each row for itself: the result for a row does not depend on its neighbours in the batch."""

GroupFunction = Callable[[pa.Table], pa.Table]
"""All rows of one group to rows."""

Progress = Callable[[int, int | None], None]
"""Called with the input rows done and the input rows in all (None when unknown)."""


class Frame(Protocol):
    """An immutable table that an engine holds. Stages see its columns, not its rows."""

    @property
    def schema(self) -> pa.Schema:
        """The columns."""


class Engine(ABC):
    """Runs functions and SQL over frames.

    Functions must be picklable (module functions, or `functools.partial` of them): they may run in other
    processes. What a function raises reaches the caller. A function that needs a model caches it with
    `functools.cache`, so that each process loads it once. The rows of a frame have an order only where a
    query ends in ORDER BY.
    """

    @abstractmethod
    def scan(self, files: Sequence[str], schema: pa.Schema) -> Frame:
        """The rows of Parquet files, none of which the engine changes. No file is an empty frame."""

    @abstractmethod
    def frame(self, table: pa.Table) -> Frame:
        """Rows of this process as a frame."""

    @abstractmethod
    def query(self, sql: str, frames: Mapping[str, Frame], schema: pa.Schema | None = None) -> Frame:
        """The result of SQL (in the subset common to DuckDB and Spark) over frames by their names.

        With a schema, the result has its columns in its order and types. Raises ValueError when the query
        gives other columns than the schema has, or null where it allows none.
        """

    @abstractmethod
    def map(
        self, frame: Frame, fn: BatchFunction, schema: pa.Schema, progress: Progress | None = None
    ) -> Frame:
        """What `fn` makes of the rows; it may give none or many for each. `schema` is that of its results."""

    @abstractmethod
    def group_map(
        self,
        frame: Frame,
        keys: Sequence[str],
        fn: GroupFunction,
        schema: pa.Schema,
        order_by: Sequence[str] = (),
        progress: Progress | None = None,
    ) -> Frame:
        """What `fn` makes of each group of rows with equal keys.

        A group comes whole and in one call, its rows sorted by `order_by` (ties stand in any order, so name
        enough columns when order matters). Null is a key like any other. One group must fit in memory.
        """

    @abstractmethod
    def files(self, frame: Frame) -> list[str]:
        """Parquet files that hold exactly the frame's rows, for an archive to take over. No rows, no file."""

    @abstractmethod
    def batches(self, frame: Frame) -> Iterator[pa.RecordBatch]:
        """The rows, streamed to this process."""

    @abstractmethod
    def count(self, frame: Frame) -> int:
        """The number of rows."""

    @abstractmethod
    def close(self) -> None:
        """Ends worker processes and removes the engine's scratch files; its frames are no longer usable."""

    def collect(self, frame: Frame) -> pa.Table:
        """The rows, all at once in this process."""
        return pa.Table.from_batches(self.batches(frame), schema=frame.schema)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
