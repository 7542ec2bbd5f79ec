"""Copies: sentences of several sources that are one text, whatever was dropped, reordered or respelt around them."""

import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from index.sentences import split_sentences
from index.source import Paragraph
from index.terms import fold, split_words

NEAR = 86.0
"""Likeness of two sentences (0 to 100, rapidfuzz's ratio over folded words) from which they are one text."""
EXCERPT = 92.0
"""The same for the part of a longer sentence that a shorter one is likest to."""
_EXCERPT_LENGTH = 50
"""Characters (folded) from which a sentence may be an excerpt of a longer one."""

_SHINGLE = 5
_BANDS, _ROWS = 32, 2
"""Locality-sensitive hashing: sentences that share a third of their shingles meet in one of 32 bands of two
hashes with a probability of 97%, those that share a tenth with 28%."""
_SHARED = 0.2
"""Estimated share of common shingles from which two sentences that met are compared letter by letter."""
_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?|``.*?(?:''|$)|«[^»]*»?|„[^“”]*[“”]?")
_DATELINE = re.compile(r"^[A-ZÀ-Ý][^.!?()]{1,60}(?:\([^()]{2,40}\))?\s*(?:[-–—]{1,2}|:)\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of a paragraph; `text` marks those that are one text, `weight` counts words outside quotations."""

    paragraph: Paragraph
    sentence: str
    text: int
    weight: int


def find_copies(paragraphs: Iterable[Paragraph]) -> list[Statement]:
    """Return all sentences of the paragraphs, in order, those that are copies of each other with one mark."""
    sentences = [(paragraph, sentence) for paragraph in paragraphs for sentence in split_sentences(paragraph.text)]
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
    """Give every text the number of the first that it is a copy of."""
    from rapidfuzz import fuzz

    parent = list(range(len(texts)))
    for one, other in _candidates(texts):
        short, long = sorted((texts[one], texts[other]), key=len)
        near = fuzz.ratio(short, long, score_cutoff=NEAR) > 0
        if near or (len(short) >= _EXCERPT_LENGTH and fuzz.partial_ratio(short, long, score_cutoff=EXCERPT)):
            first, second = sorted((_root(parent, one), _root(parent, other)))
            parent[second] = first
    return {text: _root(parent, number) for number, text in enumerate(texts)}


def _root(parent: list[int], number: int) -> int:
    while parent[number] != number:
        parent[number] = parent[parent[number]]
        number = parent[number]
    return number


def _candidates(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield pairs of texts whose shingles of characters probably overlap (MinHash)."""
    from datasketch import MinHash, MinHashLSH  # type: ignore[import-untyped]

    lsh = MinHashLSH(num_perm=_BANDS * _ROWS, params=(_BANDS, _ROWS))
    empty = MinHash(num_perm=_BANDS * _ROWS, hashfunc=zlib.crc32)
    sketches: list[MinHash] = []
    for number, text in enumerate(texts):
        shingles = {text[start : start + _SHINGLE] for start in range(max(1, len(text) - _SHINGLE + 1))}
        sketch = empty.copy()
        sketch.update_batch([shingle.encode() for shingle in sorted(shingles)])
        for other in sorted(lsh.query(sketch)):
            if np.count_nonzero(sketch.hashvalues == sketches[other].hashvalues) >= _SHARED * len(sketch):
                yield other, number
        sketches.append(sketch)
        lsh.insert(number, sketch, check_duplication=False)
