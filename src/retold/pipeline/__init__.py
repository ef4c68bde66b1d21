"""The way data flow: inputs to articles, and articles through the stages to the record."""

from retold.pipeline.adding import Added, add
from retold.pipeline.running import STAGES, run

__all__ = ["STAGES", "Added", "add", "run"]
