"""What a stage works with: the newest tables, an engine, and how its result is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from retold.archive.tables import table_named
from retold.archive.writer import Writer
from retold.engine.base import Engine, Frame
from retold.identity import content_id
from retold.settings import Settings

RowProgress = Callable[[int, int | None], None]


def recipe_of(settings: Settings, code_version: str) -> str:
    """Identifies code and settings but model and profile, which few stages heed (`with_model`, `with_profile`)."""
    return content_id("recipe", code_version, replace(settings, model="", profile="").to_json())


@dataclass(frozen=True, slots=True)
class Work:
    """One stage's view of the archive.

    `recipe` identifies code and settings: rows made by another recipe are made anew. `state` identifies the recipe,
    the articles and the user's list of actors: a table that carries it as its mark is up to date.
    """

    engine: Engine
    writer: Writer
    settings: Settings
    recipe: str
    state: str
    progress: RowProgress

    def with_model(self) -> Work:
        """The work by a recipe that holds for this parser only."""
        return replace(self, recipe=f"{self.recipe}+{content_id('model', self.settings.model)}")

    def with_profile(self) -> Work:
        """The work by a recipe that holds for this profile of events only."""
        return replace(self, recipe=f"{self.recipe}+{self.settings.profile}")

    def table(self, name: str) -> Frame:
        """The newest rows of a table."""
        return self.engine.scan(self.writer.files(name), table_named(name).schema)

    def usable(self, name: str) -> Frame:
        """The rows of a table that were made by this recipe: all of them or none."""
        mark = self.writer.mark(name) or ""
        files = self.writer.files(name) if mark.partition("/")[0] == self.recipe else []
        return self.engine.scan(files, table_named(name).schema)

    def append(self, name: str, fresh: Frame) -> int:
        """Adds rows to those of this recipe, or puts them in the place of another's; returns their number."""
        files = self.engine.files(fresh)
        if (self.writer.mark(name) or self.recipe) == self.recipe:
            self.writer.append(name, files, self.recipe)
        else:
            self.writer.replace(name, files, self.recipe)
        return self.engine.count(fresh)

    def replace(self, name: str, *parts: Frame) -> int:
        """Makes the parts together the table's rows, up to date; returns their number."""
        files = [file for part in parts for file in self.engine.files(part)]
        self.writer.replace(name, files, self.state)
        return sum(self.engine.count(part) for part in parts)

    def up_to_date(self, name: str) -> bool:
        """Whether the table was made from these very articles by this recipe."""
        return self.writer.mark(name) == self.state
