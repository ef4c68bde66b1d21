"""The user's own list of actors as the stages that read articles use it."""

from __future__ import annotations

from dataclasses import replace

from retold.actors.lists.gathering import looked_up_anew
from retold.archive.tables import table_named
from retold.archive.writer import Writer
from retold.pipeline.work import Work

LIST = "listed_actors"


def list_of(writer: Writer) -> str:
    """Identifies what the list says; "" when there is none."""
    return (writer.mark(LIST) or "").partition("/")[2]


def with_list(work: Work) -> tuple[Work, tuple[str, ...]]:
    """The work by a recipe that holds for this list only, and the list's files.

    Names of a list that another version of Retold imported are first made to be looked up as this one does.
    """
    known = list_of(work.writer)
    if not known:
        return work, ()
    if (work.writer.mark(LIST) or "").partition("/")[0] != work.recipe:
        made = work.engine.map(work.table(LIST), looked_up_anew, table_named(LIST).schema)
        work.writer.replace(LIST, work.engine.files(made), f"{work.recipe}/{known}")
    return replace(work, recipe=f"{work.recipe}+{known}"), tuple(work.writer.files(LIST))
