"""What a simulated genealogy is: its tellings, and of each how it was made and what was changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from retold.model import RenditionKind

Operation = Literal[
    "cut",
    "moved",
    "merged",
    "split",
    "synonyms",
    "reworded",
    "restructured",
    "retold",
    "transliterated",
    "mistranslated",
    "name_changed",
    "number",
    "date",
    "place",
    "polarity",
    "modality",
    "attribution",
    "updated",
    "added",
    "contaminated",
    "furniture",
]


@dataclass(frozen=True, slots=True)
class Change:
    """One change made on the way to a telling.

    `telling` is the copy in which it was made, which is lost where no telling has this id. `origins` are the
    original's sentences it touches, `before` and `after` the words changed; where something was left out or added
    one of them is empty. Of what was cut or moved they are the whole sentences.
    """

    telling: str
    operation: Operation
    origins: tuple[int, ...]
    before: str
    after: str
    changes_meaning: bool


@dataclass(frozen=True, slots=True)
class SimulatedSentence:
    """A sentence of a telling, and which of the original's it tells: several where it was merged.

    Negative origins are material added on the way; a copy inherits them, so they too tell kinship.
    """

    text: str
    origins: tuple[int, ...]


SimulatedParagraphs = tuple[tuple[SimulatedSentence, ...], ...]


@dataclass(frozen=True, slots=True)
class SimulatedTelling:
    """One extant copy.

    `parent_id` is its nearest extant ancestor, None where that is the lost original; `second_parent_id` the
    telling it also took sentences from. `kind` is how it was made beside that ancestor, over the lost copies between,
    and `changes` are those made on that way, as far as the telling still shows them. `misdated`: its stamp is
    earlier than its parent's.
    """

    telling_id: str
    parent_id: str | None
    second_parent_id: str | None
    kind: RenditionKind
    published_at: datetime | None
    misdated: bool
    source: str
    agency: str | None
    paragraphs: SimulatedParagraphs
    changes: tuple[Change, ...]

    @property
    def text(self) -> str:
        """The telling as it would be published: paragraphs with an empty line between them."""
        return text_of(self.paragraphs)


@dataclass(frozen=True, slots=True)
class Genealogy:
    """A report and its tellings, in no telling order; `original` is its text, extant or lost.

    `collection` says where the original's text was taken from, `group` which text it is: no fold of a
    cross-validation may split a group.
    """

    report: str
    shape: str
    collection: str
    group: str
    tellings: tuple[SimulatedTelling, ...]
    lost: bool
    original: SimulatedParagraphs


def text_of(paragraphs: SimulatedParagraphs) -> str:
    """Sentences joined by spaces, paragraphs by an empty line."""
    return "\n\n".join(" ".join(sentence.text for sentence in paragraph) for paragraph in paragraphs)
