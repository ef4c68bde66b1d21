"""Readings of wordings, kept for the copies of their sentences."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence

from retold.model import Parse, Sentence
from retold.reading.article import ReadSentence
from retold.reading.parse import KEPT, Reading, bare_reading, reading_of

Wording = tuple[str, str, str]
"""The pipeline, the spelling that it parsed, and the sentence as it stands in an article."""


class KeptReadings:
    """Readings in places of their sentences; those longest not asked for are let go."""

    def __init__(self, most: int = KEPT) -> None:
        self._most = most
        self._kept: OrderedDict[Wording, Reading] = OrderedDict()

    def __contains__(self, wording: Wording) -> bool:
        return wording in self._kept

    def read(
        self, sentences: Sequence[Sentence], wordings: Sequence[Wording | None], parses: Mapping[str, Parse]
    ) -> tuple[ReadSentence, ...]:
        """The sentences with their words; None for a wording that nothing parsed.

        parses: by their spelling, those of the wordings that are not kept.
        """
        return tuple(
            ReadSentence(sentence, self._reading(wording, parses) if wording else bare_reading(sentence.text))
            for sentence, wording in zip(sentences, wordings, strict=True)
        )

    def _reading(self, wording: Wording, parses: Mapping[str, Parse]) -> Reading:
        found = self._kept.get(wording)
        if found is None:
            _, parsed, text = wording
            found = self._kept[wording] = reading_of(parses[parsed], text)
            if len(self._kept) > self._most:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(wording)
        return found
