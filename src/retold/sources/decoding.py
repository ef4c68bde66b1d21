"""Bytes to text: which encoding, and how many bytes did not decode."""

from __future__ import annotations

import codecs
import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from charset_normalizer import from_bytes

from retold.errors import InputError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

SAMPLE_BYTES = 65_536
SPARSE = 0.03
"""Share of non-ASCII bytes below which statistics of an encoding are noise: English or Dutch with some accents
and curly quotes. There Windows-1252 is taken when every such byte reads as a letter in a word or as punctuation
(charset-normalizer calls 200 characters of cp1252 English with quotes cp850)."""
USUAL_CHARACTERS = 0.9
"""Share of letters and usual marks among the non-ASCII characters of a text in its right encoding. Stray bytes read
as some 8-bit encoding give boxes and signs as well."""
MAX_REPLACED = 0.001
MAX_CONTROL = 0.01

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What browsers read under these names (WHATWG Encoding Standard, section 4.2).
_AS_BROWSERS_READ = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
_NO_CHARSETS = {"unicode_escape", "raw-unicode-escape", "idna", "punycode", "undefined", "utf-7"}
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_MULTIBYTE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]")
_HIGH_BYTES = re.compile(rb"[\x80-\xff]")
_IN_WORD = re.compile("(?<=[A-Za-zÀ-ž])[à-öø-ýÀ-ÖØ-ÝŠŽšžŒœßŸ]|[à-öø-ýÀ-ÖØ-ÝŠŽšžŒœ](?=[A-Za-zÀ-ž])|\\bà\\b")
_PUNCTUATION = re.compile("[‘’‚“”„–—…•€£§©®°«»¿¡·º\xa0™½¼¾\xad]")
_CONTROL_BYTES = bytes([*range(0x09), *range(0x0E, 0x20)])


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding it was read as, and how many U+FFFD stand for bytes that did not decode."""

    text: str
    encoding: str
    replaced: int


def decode(content: bytes, declared: str | None = None) -> Decoded:
    """The text of `content`: by byte order mark, as UTF-8, as `declared`, or as its bytes suggest.

    Valid UTF-8 beats the declaration. UTF-8 with a few damaged bytes (at most `MAX_REPLACED` of the characters)
    is kept with U+FFFD. Raises InputError `bad_encoding` when more is damaged or the content is no text.
    """
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return _replacing(content[len(mark) :], encoding)
    if (utf16 := _unmarked_utf16(content)) is not None:
        return _replacing(content, utf16)
    _refuse_binary(content)
    try:
        return Decoded(content.decode("utf-8"), "utf-8", 0)
    except UnicodeDecodeError:
        return _decode_8_bit(content, declared)


def declared_charset(head: bytes) -> str | None:
    """The charset that the first bytes of an HTML or XML document name, if any."""
    found = _DECLARED.search(head[:4096])
    return found[1].decode("ascii") if found else None


def as_utf8(stream: io.BufferedReader) -> io.BufferedReader:
    """The stream without its byte order mark, re-encoded when that mark says UTF-16 or UTF-32."""
    head = stream.peek(4)
    for mark, encoding in _BOMS:
        if not head.startswith(mark):
            continue
        stream.read(len(mark))
        if encoding == "utf-8":
            return stream
        return io.BufferedReader(_Transcoded(stream, encoding))
    return stream


def likely_charset(stream: io.BufferedReader, declared: str | None) -> str | None:
    """The encoding of what the stream holds next, to read its lines alike; None when that tells nothing."""
    try:
        return decode(stream.peek(SAMPLE_BYTES), declared).encoding
    except InputError:
        return declared


def _decode_8_bit(content: bytes, declared: str | None) -> Decoded:
    if _is_damaged_utf8(content):
        return _replacing(content, "utf-8")
    if (charset := _usable(declared)) is not None:
        try:
            return Decoded(content.decode(charset), charset, 0)
        except UnicodeDecodeError:
            pass
    if len(_HIGH_BYTES.findall(content)) < SPARSE * len(content):
        return _decode_sparse(content)
    return _guessed(content)


def _decode_sparse(content: bytes) -> Decoded:
    text = content.decode("cp1252", "replace")
    high = sum(not character.isascii() for character in text)
    plausible = len(_IN_WORD.findall(text)) + len(_PUNCTUATION.findall(text))
    if plausible >= high and "\ufffd" not in text:
        return Decoded(text, "cp1252", 0)
    return _replacing(content, "utf-8")


def _is_damaged_utf8(content: bytes) -> bool:
    """Whether most of the non-ASCII in `content` is well-formed UTF-8."""
    good = len(_MULTIBYTE.findall(content))
    bad = content.decode("utf-8", "replace").count("\ufffd")
    return good > 2 * bad


def _guessed(content: bytes) -> Decoded:
    """The content in its likely encoding, refused where that gives boxes and signs rather than letters."""
    decoded = _replacing(content, _likely_encoding(content))
    beyond_ascii = [character for character in decoded.text if not character.isascii()]
    usual = sum(character.isalpha() or bool(_PUNCTUATION.match(character)) for character in beyond_ascii)
    if usual < USUAL_CHARACTERS * len(beyond_ascii):
        raise InputError(
            "bad_encoding", f"no UTF-8, and read as {decoded.encoding} no words; convert it to UTF-8"
        )
    return decoded


def _likely_encoding(content: bytes) -> str:
    best = from_bytes(content[:SAMPLE_BYTES]).best()
    if best is None:
        raise InputError("bad_encoding", "the bytes are text in no encoding we know; convert it to UTF-8")
    return best.encoding


def _replacing(content: bytes, encoding: str) -> Decoded:
    text = content.decode(encoding, "replace")
    already = content.count("\ufffd".encode()) if encoding == "utf-8" else 0
    replaced = max(0, text.count("\ufffd") - already)
    if replaced > max(1, MAX_REPLACED * len(text)):
        detail = f"{replaced} of {len(text)} characters do not decode as {encoding}; convert it to UTF-8"
        raise InputError("bad_encoding", detail)
    return Decoded(text, encoding, replaced)


def _unmarked_utf16(content: bytes) -> str | None:
    sample = content[:4096]
    half = len(sample) // 2
    if half and sample[1::2].count(0) > 0.4 * half and sample[::2].count(0) < 0.05 * half:
        return "utf-16-le"
    if half and sample[::2].count(0) > 0.4 * half and sample[1::2].count(0) < 0.05 * half:
        return "utf-16-be"
    return None


def _refuse_binary(content: bytes) -> None:
    controls = len(content) - len(content.translate(None, _CONTROL_BYTES))
    if controls > max(8, MAX_CONTROL * len(content)):
        raise InputError("bad_encoding", f"{controls} control bytes in {len(content)}: this is not text")


def _usable(declared: str | None) -> str | None:
    try:
        name = codecs.lookup(declared or "").name
    except (LookupError, ValueError):
        return None
    if name in _NO_CHARSETS or name.startswith(("utf-8", "utf-16", "utf-32")):
        return None
    return _AS_BROWSERS_READ.get(name, name)


class _Transcoded(io.RawIOBase):
    """A byte stream in some encoding, read as UTF-8."""

    def __init__(self, stream: io.BufferedReader, encoding: str) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        self._ready = b""
        self._ended = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        while not self._ready and not self._ended:
            chunk = self._stream.read1(SAMPLE_BYTES)
            self._ended = not chunk
            self._ready = self._decoder.decode(chunk, self._ended).encode("utf-8", "replace")
        size = memoryview(buffer).nbytes
        given, self._ready = self._ready[:size], self._ready[size:]
        memoryview(buffer)[: len(given)] = given
        return len(given)
