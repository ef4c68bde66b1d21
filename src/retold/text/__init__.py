"""Text to sentences, tokens, language and normal form."""

from retold.text.language import language_of
from retold.text.normalising import normal, sentence_key
from retold.text.sentences import sentences_of
from retold.text.tokens import Token, tokens, words

__all__ = ["Token", "language_of", "normal", "sentence_key", "sentences_of", "tokens", "words"]
