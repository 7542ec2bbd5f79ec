"""From the bytes of a file to text, in whatever encoding real files have."""

import codecs
import re

from index.controls import strip_sequences
from index.errors import SourceError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x7fELF",
    b"\x1f\x8b\x08",
    b"\xd0\xcf\x11\xe0",
    b"GGUF",
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROL_BYTES = bytes(code for code in range(256) if _CONTROL.match(chr(code)))
_SYMBOL_IN_WORD = re.compile(r"(?<=[^\W\d_])[^\w\s.,;:'’‘“”\"/()–—-](?=[^\W\d_])|[¹³¿¶](?=[^\W\d_])")
_MARKS_OF_WEST = "…‘’“”•–—\u00a0«»"
_WESTERN_PUNCTUATION = _MARKS_OF_WEST.encode("cp1252")
_WINDOWS = "concord-windows"
_CUT = (b"\xc2", b"\xc3", b"\xff")
"""The first bytes of most western letters in UTF-8, and one that no text has."""
_SAMPLE = 100_000
_FOREIGN_SHARE, _PASTED_SHARE = 0.12, 0.25
"""Shares of the letters of a text from which special ones are none of the west, or none that was pasted into it."""
_BINARY_SHARE = 0.005
_FEW = 8
"""Control characters, none of them a zero byte, that make no short text binary."""
_HINT = "Give the file the suffix of its real format, or remove it from the folder."


def decode(data: bytes, declared: str | None = None) -> str:
    """Return the text of `data` by byte order mark, UTF-8, `declared` or a guess; SourceError if binary."""
    if data.startswith(_MAGIC):
        raise SourceError("The file is binary, not text.", _HINT)
    text = strip_sequences(_decode(data, declared))
    sample = text[:_SAMPLE]
    encoded = sample.encode("utf-8", "replace")  # in which they are found several times as fast
    controls = len(encoded) - len(encoded.translate(None, _CONTROL_BYTES))
    if controls and _is_binary(encoded, controls):
        raise SourceError("The file is binary, not text.", _HINT)
    clean = _CONTROL.sub("", text) if controls or len(text) > _SAMPLE else text
    return clean.replace("\ufeff", "")


def _is_binary(sample: bytes, controls: int) -> bool:
    """Tell whether so many control characters are more than a text from a terminal has: bells, and a few others."""
    others = controls - sample.count(b"\a")
    return others > _BINARY_SHARE * len(sample) and (others > _FEW or b"\0" in sample)


def _decode(data: bytes, declared: str | None) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, errors="replace")
    if wide := _utf16(data):
        return data.decode(wide, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _damaged_utf8(data) or _decode_legacy(data, declared)


def _utf16(data: bytes) -> str | None:
    """Tell UTF-16 without a byte order mark by where the zero bytes of its Latin letters and spaces are."""
    sample = data[:4000]
    half = len(sample) // 2
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if half and max(even, odd) > 0.3 * half and min(even, odd) < 0.02 * half:
        return "utf-16-le" if odd > even else "utf-16-be"
    return None


def _damaged_utf8(data: bytes) -> str | None:
    """Return UTF-8 text with some broken bytes, or None where the special bytes are hardly UTF-8.

    Letters and marks of western languages that come out whole are hardly ever so by chance: what was pasted between
    them in the Windows code page is read by that.
    """
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    special = [each for each in text[:_SAMPLE] if each > "\x7f" and each != "\ufffd"]
    western = all((each.isalpha() and each < "\u0180") or each in _MARKS_OF_WEST for each in special)
    # Two bytes of that code page may be one of the letters from U+0100 on, as a capital and a quotation mark are.
    certain = broken <= len(special) or all(each < "\u0100" or each in _MARKS_OF_WEST for each in special)
    if western and special and certain and broken < _PASTED_SHARE * sum(map(str.isalpha, text)):
        return data.decode("utf-8", errors=_WINDOWS)
    return text if broken < 0.1 * len(special) or (western and broken <= len(special)) else None


def _read_windows(error: UnicodeError) -> tuple[str, int]:
    """Return what a byte that is no UTF-8 is in the Windows code page, unless it is a part of a sign that was cut."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    wrong = error.object[error.start : error.end]
    alone = len(wrong) == 1 and wrong not in _CUT
    return wrong.decode("cp1252", errors="replace") if alone else "\ufffd", error.end


codecs.register_error(_WINDOWS, _read_windows)


def _decode_legacy(data: bytes, declared: str | None) -> str:
    for name in (declared, _guess(data)):
        try:
            # As in browsers, ISO 8859-1 stands for its superset, the Windows code page.
            known = codecs.lookup(name or "").name
            return data.decode("cp1252" if known in ("iso8859-1", "ascii") else known, errors="strict")
        except (LookupError, UnicodeDecodeError):
            continue
    return data.decode("latin-1")


def _guess(data: bytes) -> str:
    sample = data[:_SAMPLE]
    special = sum(1 for byte in sample if byte > 0x7F and byte not in _WESTERN_PUNCTUATION)
    letters = special + sum(1 for byte in sample if byte < 0x80 and chr(byte).isalpha())
    if special < _FOREIGN_SHARE * letters:
        return min(("cp1252", "cp1250"), key=lambda name: _symbols_in_words(sample, name))
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best else "cp1252"


def _symbols_in_words(sample: bytes, name: str) -> int:
    return len(_SYMBOL_IN_WORD.findall(sample.decode(name, errors="replace")))
