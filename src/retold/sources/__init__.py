"""Files, folders, standard input, web addresses and feeds to articles."""

from retold.sources.items import Item, Note
from retold.sources.reading import read

__all__ = ["Item", "Note", "read"]
