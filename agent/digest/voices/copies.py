"""Copies: sentences of several sources that are one text, whatever was dropped, reordered or respelt around them."""

import re
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from agent.digest.statements.context import drop_number
from index.language.sentences import split_sentences
from index.language.terms import fold, split_words
from index.source import Paragraph

NEAR = 86.0
"""Likeness of two sentences (0 to 100, rapidfuzz's ratio over folded words) from which they are one text."""
EXCERPT = 92.0
"""The same for the part of a longer sentence that a shorter one is likest to."""
_EXCERPT_LENGTH = 50
"""Characters (folded) from which a sentence may be an excerpt of a longer one."""

_SHINGLE = 5
_BANDS, _ROWS = 32, 3
"""Locality-sensitive hashing: sentences that share half of their shingles meet in one of 32 bands of three
hashes with a probability of 99%, a third with 69%; unrelated ones (a thirtieth) with less than 0.2%."""
_SHARED = 0.2
"""Estimated share of common shingles from which two sentences that met are compared letter by letter."""
_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?|``.*?(?:''|$)|«[^»]*»?|„[^“”]*[“”]?")
_DATELINE = re.compile(r"^[A-ZÀ-Ý][^.!?()]{1,60}(?:\([^()]{2,40}\))?\s*(?:[-–—―]{1,2}|:)\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of a paragraph; `text` marks those that are one text, `weight` counts words outside quotations."""

    paragraph: Paragraph
    sentence: str
    text: int
    weight: int


def find_copies(paragraphs: Iterable[Paragraph]) -> list[Statement]:
    """Return all sentences of the paragraphs, in order, those that are copies of each other with one mark."""
    sentences = [
        (paragraph, drop_number(sentence)) for paragraph in paragraphs for sentence in split_sentences(paragraph.text)
    ]
    plain = [fold_text(sentence) for _, sentence in sentences]
    marks = _mark(list(dict.fromkeys(plain)))
    return [
        Statement(paragraph, sentence, marks[text], _weigh(sentence))
        for (paragraph, sentence), text in zip(sentences, plain, strict=True)
    ]


def fold_text(sentence: str) -> str:
    """Return the words of a sentence as they are compared: without dateline, marks, capitals and diacritics."""
    return " ".join(fold(word) for word in split_words(_DATELINE.sub("", sentence)))


def _weigh(sentence: str) -> int:
    """Count the words outside quotations; where words are not set apart, six letters count as one."""
    own = fold_text(_QUOTED.sub(" ", sentence))
    return max(own.count(" ") + 1 if own else 0, len(own) // 6 if not own.isascii() else 0)


def _mark(texts: Sequence[str]) -> dict[str, int]:
    """Give every text the number of the first that it is a copy of.

    Later texts are compared with those that are no copies themselves, so that many copies of one text cost no
    more than as many other texts.
    """
    from rapidfuzz import fuzz

    index = _ShingleIndex()
    marks: dict[str, int] = {}
    for number, text in enumerate(texts):
        sketch = index.sketch(text)
        found = [texts[other] for other in index.query(sketch)]
        original = next((other for other in found if fuzz.ratio(text, other) >= NEAR), None)
        if original is None:
            index.insert(number, sketch)
            original = next((other for other in found if _is_excerpt(text, other)), None)
        marks[text] = number if original is None else marks[original]
    return marks


def _is_excerpt(one: str, other: str) -> bool:
    from rapidfuzz import fuzz

    short, long = sorted((one, other), key=len)
    return len(short) >= _EXCERPT_LENGTH and fuzz.partial_ratio(short, long) >= EXCERPT


class _ShingleIndex:
    """Texts by the sequences of characters that they are made of (MinHash), to find those that share many."""

    def __init__(self) -> None:
        from datasketch import MinHash, MinHashLSH  # type: ignore[import-untyped]

        self._lsh = MinHashLSH(num_perm=_BANDS * _ROWS, params=(_BANDS, _ROWS))
        self._empty = MinHash(num_perm=_BANDS * _ROWS, hashfunc=zlib.crc32)
        self._hashes: dict[int, Any] = {}

    def sketch(self, text: str) -> Any:
        """Return the MinHash of a text's shingles."""
        sketch = self._empty.copy()
        places = range(max(1, len(text) - _SHINGLE + 1))
        sketch.update_batch([text[start : start + _SHINGLE].encode() for start in places])
        return sketch

    def query(self, sketch: Any) -> list[int]:
        """Return the numbers of the texts that probably share enough shingles with a sketch, in order."""
        enough = _SHARED * _BANDS * _ROWS
        found = sorted(self._lsh.query(sketch))
        return [n for n in found if np.count_nonzero(self._hashes[n] == sketch.hashvalues) >= enough]

    def insert(self, number: int, sketch: Any) -> None:
        """Add a text by its number."""
        self._hashes[number] = sketch.hashvalues
        self._lsh.insert(number, sketch, check_duplication=False)
