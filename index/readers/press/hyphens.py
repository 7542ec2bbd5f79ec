"""Words that the end of a printed line breaks: joined, or kept as the compounds that they are.

The document itself decides where it writes the word elsewhere, and else whether English knows the word.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from index.language.parts_of_speech import list_kinds

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BROKEN = re.compile(r"([-\u2010]|(?<![^\W\d_]))([^\W\d_]+)([-\u2010\u00ad])$")
_HALVES = re.compile(r"(?<![^\W\d_])[^\W\d_]+[-\u2010\u00ad]\n[^\W\d_]+")
_UNSPACED = re.compile(r"\w[–—]$|\d[-\u2010]$")
_PRINTED_WITHIN = re.compile(r"\w\u2010\w")
_TENS = re.compile(r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty$")
_PREFIXES = frozenset("anti co de ex half mid multi neo non post pre quasi re self semi ultra".split())
"""What English sets before a word with a hyphen or without."""
_FURTHER = frozenset("and or to nor but und oder bis et ou".split())
"""What follows the first half of `pre- and post-war`."""
_PARTICLES = frozenset("by down in off on out over to up".split())
"""Short words that the dictionary does not have and that end a compound: `built-in`."""
_FREQUENT, _LONG, _ENGLISH_SHARE = 300, 4, 0.5
_LONGEST = 200
"""Letters of a word at most: what stands further from the end of a paragraph is not searched at each of its lines."""


def is_broken(line: str, following: str) -> bool:
    """Tell whether a line ends within a word that goes on in the following."""
    return following[:1].islower() and _BROKEN.search(line) is not None


class Hyphens:
    """How one document uses hyphens, learnt from its lines."""

    def __init__(self, lines: Sequence[str]) -> None:
        """Count the words of the lines; the halves of a broken word are no words of the document."""
        whole = "\n".join(lines).lower()
        self._words = Counter(_WORD.findall(_HALVES.sub(" ", whole).replace("\u2010", "-")))
        self._lines = lines
        # A typesetter that breaks words by itself with a sign of its own leaves the hyphens of the author as they are.
        self._own_sign = "\u2010\n" in whole and not _PRINTED_WITHIN.search(whole)

    def join(self, held: str, text: str) -> str:
        """Return two lines as one; where a word was broken between them it is mended."""
        broken, right = _BROKEN.search(held, max(0, len(held) - _LONGEST)), _WORD.match(text)
        if not broken:
            return held + text if _UNSPACED.search(held[-2:]) and text[:1].isalnum() else f"{held} {text}"
        if not right:
            return held + text if text[:1].isdigit() else f"{held} {text}"
        first, second = broken[2], right[0]
        capitals = first.isupper() and second.isupper()
        if not second[0].islower() and not capitals:
            return held + text
        if self._is_suspended(first.lower(), second):
            return f"{held} {text}"
        kept = self._is_compound(first.lower(), second.lower(), broken[3], bool(broken[1]))
        return held + text if kept else held[:-1] + text

    def _is_suspended(self, first: str, second: str) -> bool:
        """Tell whether a line goes on after a word that shares its other half: `pre-` and `and post-war`."""
        return second in _FURTHER and not self._is_word(first + second)

    def _is_compound(self, first: str, second: str, sign: str, further: bool) -> bool:
        """Tell whether the hyphen between two halves is the author's; `further` after one before them: `up-to-date`."""
        joined, parted = self._count(first + second), self._count(f"{first}-{second}")
        if len(first) == 1 or joined or parted:
            return len(first) == 1 or parted >= joined
        if self._own_sign:
            return sign != "\u2010"
        if self._is_known(first + second):
            return first in _PREFIXES and not self._breaks_words
        if further or _TENS.match(first) or not self._breaks_words:
            return True
        if self._words[first] and self._words[second] > 1 and (len(first) >= _LONG or not self._is_english):
            return True
        return (first in _PREFIXES or self._is_known(first)) and (second in _PARTICLES or self._is_known(second))

    def _count(self, word: str) -> int:
        """Return how often a word occurs, in the singular or the plural."""
        return self._words[word] + self._words[f"{word}s"] + (self._words[word[:-1]] if word[-1] == "s" else 0)

    @cached_property
    def _breaks_words(self) -> bool:
        """Tell whether the lines end with halves that are no words: such a document breaks words by itself."""
        for line, following in pairwise(self._lines):
            broken, right = _BROKEN.search(line), _WORD.match(following)
            if broken and right and right[0][0].islower() and len(broken[2]) > 1:
                first, second = broken[2].lower(), right[0].split("-")[0]
                if not (self._is_word(second) and (first in _PREFIXES or self._is_word(first))):
                    return True
        return False

    def _is_word(self, word: str) -> bool:
        return self._words[word] > (0 if self._is_english else 1) or self._is_known(word)

    def _is_known(self, word: str) -> bool:
        return self._is_english and _is_in_dictionary(word)

    @cached_property
    def _is_english(self) -> bool:
        frequent = [word for word, _ in self._words.most_common(_FREQUENT) if len(word) >= _LONG and "-" not in word]
        return sum(map(_is_in_dictionary, frequent)) >= _ENGLISH_SHARE * len(frequent)


def _is_in_dictionary(word: str) -> bool:
    return bool(list_kinds(word))
