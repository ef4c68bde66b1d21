"""An installed spaCy pipeline as a parser. The only module that knows spaCy, whose import takes a second."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.language import Language
from spacy.strings import StringStore
from spacy.tokens import Doc

from retold.errors import InputError
from retold.model import Parse
from retold.reading.parser import LANGUAGE

# Sentences parsed at once: a tenth faster than 128 with the small model, and as fast as 1,024.
BATCH = 512
_COLUMNS = ("IDX", "LENGTH", "LEMMA", "TAG", "POS", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE", "IS_SPACE")
# spaCy's numbers for inside, outside and the beginning of a named entity.
_IOB = {0: "", 1: "I", 2: "O", 3: "B"}
# Characters of a sentence that are parsed: the parser's memory grows with its length, and no sentence of prose is
# that long.
LONGEST = 3_000
# What the rules look at: tags and parts of speech, lemmas, the tree, and what is a name.
NEEDED = ("tagger", "lemmatizer", "parser", "ner")


class SpacyParser:
    """An installed spaCy pipeline. Sentence boundaries are ours: each text is read as one sentence."""

    def __init__(self, pipeline: Language) -> None:
        self._pipeline = pipeline
        if "parser" in pipeline.pipe_names and "one_sentence" not in pipeline.pipe_names:
            pipeline.add_pipe("one_sentence", before="parser")
        meta = pipeline.meta
        self.name = f"{meta['lang']}_{meta['name']} {meta['version']}"
        self.language = str(meta["lang"])

    def parse(self, keys: Sequence[str], texts: Sequence[str]) -> list[Parse]:
        # Sentences of one length together: a batch takes as many steps as its longest.
        order = sorted(range(len(texts)), key=lambda place: len(texts[place]))
        docs = self._pipeline.pipe((texts[place][:LONGEST] for place in order), batch_size=BATCH)
        found = {
            place: _parse(keys[place], texts[place], doc, self.name)
            for place, doc in zip(order, docs, strict=True)
        }
        return [found[place] for place in range(len(texts))]


def pipeline_named(name: str) -> SpacyParser:
    """The parser of an installed pipeline; see `retold.reading.parser.parser_named`."""
    try:
        pipeline = spacy.load(name)
    # What a folder lacks or a pipeline of another spaCy does differently comes as any of these.
    except (OSError, ValueError, KeyError, ImportError) as error:
        raise InputError("no_pipeline", f"the spaCy pipeline {name!r} is not installed: {error}") from error
    if pipeline.lang != LANGUAGE:
        raise InputError(
            "other_language", f"{name!r} reads {pipeline.lang!r}: English is what can be read now"
        )
    lacking = [part for part in NEEDED if not pipeline.has_pipe(part)]
    if lacking:
        raise InputError("no_pipeline", f"the spaCy pipeline {name!r} has no {', '.join(lacking)}")
    return SpacyParser(pipeline)


@Language.component("one_sentence")
def _one_sentence(doc: Doc) -> Doc:
    """Tells the parser where sentences begin: at the beginning."""
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc


def _parse(key: str, text: str, doc: Doc, name: str) -> Parse:
    """The words of a doc that are not white space. Column by column: asking each token takes three times as long."""
    columns = doc.to_array(list(_COLUMNS))
    words = np.flatnonzero(columns[:, _COLUMNS.index("IS_SPACE")] == 0)
    told = dict(zip(_COLUMNS, columns[words].T, strict=True))
    number = np.full(len(doc), -1)
    number[words] = np.arange(len(words))
    heads = number[words + told["HEAD"].astype(np.int64)]
    names = doc.vocab.strings
    return Parse(
        sentence_key=key,
        pipeline=name,
        text=text,
        starts=tuple(told["IDX"].tolist()),
        ends=tuple((told["IDX"] + told["LENGTH"]).tolist()),
        lemmas=_strings(names, told["LEMMA"]),
        tags=_strings(names, told["TAG"]),
        pos=_strings(names, told["POS"]),
        deps=_strings(names, told["DEP"]),
        heads=tuple(np.where(heads < 0, np.arange(len(words)), heads).tolist()),
        entities=tuple(
            f"{_IOB[iob]}-{names[kind]}" if kind else ""
            for iob, kind in zip(told["ENT_IOB"].tolist(), told["ENT_TYPE"].tolist(), strict=True)
        ),
    )


def _strings(names: StringStore, ids: NDArray[np.uint64]) -> tuple[str, ...]:
    return tuple(names[number] for number in ids.tolist())
