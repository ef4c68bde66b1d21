"""The words for a speaker to the member of the cast they lead to."""

from __future__ import annotations

from dataclasses import dataclass

from retold.model import Span
from retold.reading.article import ReadArticle
from retold.reading.parse import Reading, Word
from retold.reading.speakers import Description, described
from retold.reading.speakers_cast import Cast, Member, pronoun_sex
from retold.reading.speakers_names import KNOWN, is_body, sex_of_name, untitled
from retold.reading.statement_draft import Voice, moved, voice_of

_RELATIVE = frozenset({"who", "which", "that", "whom"})
_NOBODY = frozenset(
    {"i", "we", "you", "they", "one", "some", "many", "others", "this", "these", "those", "it", "that"}
)


@dataclass(frozen=True, slots=True)
class Resolved:
    """Whom the words lead to: the fullest name in the article, with its place, role and affiliation."""

    name: str
    span: Span
    role: Span | None = None
    affiliation: Span | None = None
    member: Member | None = None


class Resolver:
    """Follows an article from speaker to speaker; statements are to be asked for in their order."""

    def __init__(self, article: ReadArticle, cast: Cast) -> None:
        self._article = article
        self._cast = cast
        self._spoken: list[tuple[int, Resolved]] = []

    def resolved(self, voice: Voice | None, position: int) -> Resolved | None:
        """Who the words of a voice stand for, noted as the last speaker; without words the last speaker."""
        found = self._of_voice(voice) if voice is not None else self.last
        if found is not None:
            self._spoken.append((voice.span.start if voice is not None else position, found))
        return found

    @property
    def last(self) -> Resolved | None:
        return self._spoken[-1][1] if self._spoken else None

    def name_of(self, voice: Voice | None) -> str | None:
        """The fullest name for a voice that does not speak, as a reporter does."""
        found = self._of_voice(voice) if voice is not None else None
        return found.name if found is not None else None

    def _of_voice(self, voice: Voice) -> Resolved:
        read = self._article.sentences[voice.place]
        reading, start = read.wording, read.sentence.start
        word = voice.head
        lower = word.text.lower()
        if lower in _RELATIVE and voice.span.end - voice.span.start == len(word.text):
            antecedent = _antecedent(reading, word)
            above = voice_of(reading, antecedent) if antecedent is not None else None
            if above is not None and moved(above.span, start) != voice.span:
                return self._of_voice(above.moved(voice.place, start))
        sex = pronoun_sex(lower)
        if sex is not None:
            return self._of_pronoun(voice, sex)
        if lower in _NOBODY:
            return self._of_body(voice, ()) if lower in ("it", "they") else self._as_it_stands(voice)
        return self._of_phrase(voice, described(reading, moved(voice.span, -start), word).moved(start))

    def _of_pronoun(self, voice: Voice, sex: str) -> Resolved:
        """The last named person of that sex: a speaker or a subject before any other."""
        speaker = next((one for one in reversed(self._spoken[-6:]) if self._may_be(one[1], sex)), None)
        since = speaker[0] if speaker is not None else -1
        others: list[Member] = []
        for named in self._cast.before(voice.span.start):
            if named.start <= since:
                break
            if named.member.person and named.member.sex in (None, sex):
                if named.subject:
                    return self._of_member(named.member, sex)
                others.append(named.member)
        if speaker is not None:
            return speaker[1]
        return self._of_member(others[0], sex) if others else self._as_it_stands(voice)

    def _may_be(self, speaker: Resolved, sex: str) -> bool:
        member = speaker.member
        if member is not None:
            return member.person and member.sex in (None, sex)
        words = speaker.name.lower().split()
        if not words or words[0] in _NOBODY or any(is_body(word) for word in words):
            return False
        return all(KNOWN.sexes.get(word, sex) == sex for word in words)

    def _of_member(self, member: Member, sex: str | None = None) -> Resolved:
        if member.person and member.sex is None and sex is not None:
            member.sex = "male" if sex == "male" else "female"
        return Resolved(member.name, member.span, member.role, member.affiliation, member)

    def _of_phrase(self, voice: Voice, found: Description) -> Resolved:
        text = self._article.text
        if found.name is not None:
            name = text[found.name.start : found.name.end]
            written = text[voice.span.start : found.name.end]
            member = self._cast.named(untitled(name.split()), sex_of_name(written)) or self._cast.body(name)
            if member is not None:
                held = self._of_member(member)
                return Resolved(
                    held.name,
                    held.span,
                    found.role or held.role,
                    found.affiliation or held.affiliation,
                    member,
                )
            return Resolved(name, found.name, found.role, found.affiliation)
        return self._of_noun(voice, found)

    def _of_noun(self, voice: Voice, found: Description) -> Resolved:
        """ "the minister": the person last called so; "the company": the body last named."""
        first = self._article.text[voice.span.start : voice.span.end].split()[0].lower()
        lemma = voice.head.lemma.lower()
        if first in ("the", "that", "this") and voice.head.tag in ("NN", "NNP") and found.affiliation is None:
            for named in self._cast.before(voice.span.start):
                if named.member.person and lemma in named.member.words:
                    return self._of_member(named.member)
            if is_body(lemma):
                return self._of_body(voice, (lemma,))
        standing = self._as_it_stands(voice)
        return Resolved(standing.name, standing.span, found.role, found.affiliation)

    def _of_body(self, voice: Voice, nouns: tuple[str, ...]) -> Resolved:
        """The body that spoke last, or the last one that is a subject."""
        for noun in nouns:
            for named in self._cast.before(voice.span.start):
                if not named.member.person and noun in named.member.name.lower().split():
                    return self._of_member(named.member)
        if self.last is not None and (self.last.member is None or not self.last.member.person):
            return self.last
        for named in self._cast.before(voice.span.start):
            if not named.member.person and named.subject:
                return self._of_member(named.member)
        return self._as_it_stands(voice)

    def _as_it_stands(self, voice: Voice) -> Resolved:
        text = self._article.text[voice.span.start : voice.span.end]
        return Resolved(" ".join(text.split()), voice.span)


def _antecedent(reading: Reading, word: Word) -> Word | None:
    for above in reading.above(word):
        if above.dep == "relcl" and above.head != above.place:
            return reading.head(above)
    return None
