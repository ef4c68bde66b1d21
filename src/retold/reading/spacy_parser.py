"""An installed spaCy pipeline as a parser. The only module that knows spaCy, whose import takes a second."""

from __future__ import annotations

from collections.abc import Sequence

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from retold.errors import InputError
from retold.model import Parse
from retold.reading.parser import LANGUAGE

# Sentences parsed at once: more is no faster with the small model.
BATCH = 128
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
        docs = self._pipeline.pipe((text[:LONGEST] for text in texts), batch_size=BATCH)
        return [_parse(key, text, doc, self.name) for key, text, doc in zip(keys, texts, docs, strict=True)]


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
    words = [token for token in doc if not token.is_space]
    place = {token.i: number for number, token in enumerate(words)}
    return Parse(
        sentence_key=key,
        pipeline=name,
        text=text,
        starts=tuple(token.idx for token in words),
        ends=tuple(token.idx + len(token) for token in words),
        lemmas=tuple(token.lemma_ for token in words),
        tags=tuple(token.tag_ for token in words),
        pos=tuple(token.pos_ for token in words),
        deps=tuple(token.dep_ for token in words),
        heads=tuple(place.get(token.head.i, number) for number, token in enumerate(words)),
        entities=tuple(f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "" for token in words),
    )
