"""Quotable: the sentences of a paragraph, joined where one alone says too little, or what is not so."""

import re

from agent.evidence.errata.ellipses import is_ellipsis
from agent.evidence.errata.interludes import ends_interlude
from index.article.rows import is_row
from index.article.shape import drop_mark
from index.language.sentences import lacks_speaker, split_sentences

_HEADED = 4
"""Words up to which what opens a paragraph may be its heading: `Cost. The bill was two million.`"""

_TELLS = re.compile(
    r"\b(?:I|he|she|it|they|we|you|this|that|these|those|there|who|is|are|was|were|has|have|had|do|does|did|will|would"
    r"|can|could|says?|said)\b|['’](?:s|re|ve|ll|d|m)\b|n['’]t\b",
    re.IGNORECASE,
)
"""Words that make a short sentence one that tells something."""


def split_quotable(text: str) -> list[str]:
    """Return a paragraph's sentences, joined where one alone says too little.

    A bare quotation is joined to the sentence before it, so that it keeps its speaker, what is said under a heading
    in the same line to that heading, what ended soon to how it ended, and what is denied to `It did not`.
    """
    if is_row(text):
        return [text]
    joined: list[str] = []
    position = 0
    for sentence in split_sentences(text):
        start = text.index(sentence, position)
        position = start + len(sentence)
        headed = len(joined) == 1 and _is_heading(joined[0])
        if joined and (headed or lacks_speaker(sentence) or _is_ended(joined[-1], sentence)):
            first = text.rindex(joined[-1], 0, start)
            joined[-1] = text[first:position]
        else:
            joined.append(sentence)
    return joined


def _is_ended(before: str, sentence: str) -> bool:
    """Tell whether a sentence tells that what the one before it tells is not so, or was so for a short while."""
    return ends_interlude(before, sentence) or is_ellipsis(before, sentence)


def _is_heading(sentence: str) -> bool:
    """Tell whether the first sentence of a paragraph is a heading in the same line."""
    words = drop_mark(sentence).split()
    return sentence.endswith((".", ":")) and 0 < len(words) <= _HEADED and not _TELLS.search(sentence)
