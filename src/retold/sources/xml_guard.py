"""Refuses XML that defines entities: no feed needs them, and a few lines of them fill any memory."""

from __future__ import annotations

import re

from retold.errors import InputError
from retold.sources.decoding import declared_charset, decode

_ENTITY = re.compile(r"<!\s*ENTITY", re.IGNORECASE)


def refuse_entities(content: bytes) -> None:
    """Raise InputError `entity_bomb` when an XML document declares an entity."""
    if b"<!" in content and _ENTITY.search(content.decode("latin-1")):
        raise InputError("entity_bomb", "the document declares XML entities; remove its DTD")
    if content[:4].count(0) or content.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = decode(content, declared_charset(content)).text
        if _ENTITY.search(text):
            raise InputError("entity_bomb", "the document declares XML entities; remove its DTD")
