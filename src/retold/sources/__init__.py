"""Files, folders, standard input, web addresses and feeds to articles."""

from retold.sources.articles import items_of
from retold.sources.items import DraftItem, Item, Note
from retold.sources.reading import read, read_drafts

__all__ = ["DraftItem", "Item", "Note", "items_of", "read", "read_drafts"]
