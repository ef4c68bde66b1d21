"""What reads sentences, whichever library does it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol

from retold.model import Parse
from retold.settings import Settings

PIPELINE = Settings().model
LANGUAGE = "en"


class Parser(Protocol):
    """Reads sentences. `name` says which pipeline and version made a parse."""

    name: str
    language: str

    def parse(self, keys: Sequence[str], texts: Sequence[str]) -> list[Parse]:
        """A parse for each sentence, in order; keys: their `sentence_key`."""
        ...


@lru_cache(maxsize=2)
def parser_named(pipeline: str = PIPELINE) -> Parser:
    """The parser of an installed spaCy pipeline, loaded once per process.

    Raises InputError where it is not installed, lacks what is needed, or is of another language than `LANGUAGE`.
    """
    # Here and not above: every command would wait a second for spaCy.
    from retold.reading.spacy_parser import pipeline_named

    return pipeline_named(pipeline)
