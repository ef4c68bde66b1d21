"""The way data flow: inputs to articles, and articles through the stages to the record."""

from retold.pipeline.adding import Added, add
from retold.pipeline.importing import Imported, import_actors
from retold.pipeline.running import STAGES, run

__all__ = ["STAGES", "Added", "Imported", "add", "import_actors", "run"]
