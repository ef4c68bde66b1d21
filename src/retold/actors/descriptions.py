"""What the words beside a name say of its bearer: the Kenyan opposition leader; director of the Stimson Center."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from retold.reading.parse import Reading, Word

# What a description ends before: clauses about somebody else than whom it describes.
_CLAUSES = frozenset(("relcl", "advcl", "ccomp", "parataxis"))
# Parts of speech that no words before a noun have which describe whom it names.
_APART = frozenset(("PUNCT", "VERB", "AUX", "ADP", "PRON", "SCONJ"))
_BESIDE = frozenset(("compound", "appos", "nmod", "attr", "ROOT"))


def head_of(words: Sequence[Word]) -> Word:
    """The word of a name on which its others depend."""
    places = {word.place for word in words}
    return max(words, key=lambda word: (word.head not in places or word.head == word.place, word.place))


def roles_beside(reading: Reading, words: Sequence[Word]) -> Iterator[str]:
    """Lemmas of the nouns that say what a named person is: before the name, in apposition, after "is"."""
    places = {word.place for word in words}
    head = head_of(words)
    for word in (*reading.children(head), reading.head(head)):
        if word.pos in ("NOUN", "PROPN") and word.place not in places and word.dep in _BESIDE:
            yield word.lemma.casefold()


def descriptions(reading: Reading, words: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
    """The phrases that describe who is named by these words: before them, in apposition, after "is"."""
    head = head_of(words)
    before = [word for word in reading.subtree(head) if word.place < words[0].place]
    yield _run_before(before, words[0].place)
    behind = next(
        (word for word in reading.children(head) if word.dep == "appos" and word.place > words[-1].place),
        None,
    )
    if behind is not None:
        yield _run_after(reading, behind)
    above = reading.head(head)
    if head.dep == "appos" and above.place < words[0].place:
        yield noun_phrase(reading, above)
    if head.dep == "nsubj" and above.lemma == "be":
        said = reading.child(above, "attr")
        if said is not None:
            yield _run_after(reading, said)


def noun_phrase(reading: Reading, noun: Word) -> tuple[Word, ...]:
    """The words up to a noun that belong to it, without what stands in brackets or commas before."""
    return (
        *_run_before([word for word in reading.subtree(noun) if word.place < noun.place], noun.place),
        noun,
    )


def _run_before(words: Sequence[Word], end: int) -> tuple[Word, ...]:
    """The unbroken run that ends before a place; a comma, a bracket or a clause breaks it."""
    run: list[Word] = []
    for word in reversed(words):
        broken = word.dep in _CLAUSES or (
            word.pos in _APART and word.dep not in ("amod", "poss") and word.text != "-"
        )
        if broken or word.place != end - 1 - len(run):
            break
        run.append(word)
    return tuple(reversed(run))


def _run_after(reading: Reading, noun: Word) -> tuple[Word, ...]:
    """The phrase of a noun up to its first clause."""
    words = reading.subtree(noun)
    clause = min(
        (below.place for word in words if word.dep in _CLAUSES for below in reading.subtree(word)),
        default=len(reading),
    )
    return tuple(word for word in words if word.place < clause)
