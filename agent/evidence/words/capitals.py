"""Capitals: names in a question that is typed without any, with those that the sources give them."""

import re
from collections.abc import Iterable

from index.language.sentences import split_sentences
from index.language.terms import is_content

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 2
"""Letters of a word at least that is taken for a name."""


def restore_names(question: str, texts: Iterable[str]) -> str:
    """Return a question with a capital where all sources write a word with one; as it is where it has any itself.

    A capital that opens a sentence tells nothing, nor does one of a heading in capitals.
    """
    if any(map(str.isupper, question[1:])):
        return question
    asked = {word for word in _WORD.findall(question) if len(word) >= _SHORTEST and is_content(word)}
    names: set[str] = set()
    plain: set[str] = set()
    for sentence in {sentence for text in texts for sentence in split_sentences(text)}:
        for number, word in enumerate(_WORD.findall(sentence)):
            if word.islower():
                plain.add(word)
            elif number and word.istitle():
                names.add(word.lower())
    named = (asked & names) - plain
    return _WORD.sub(lambda match: match[0].capitalize() if match[0] in named else match[0], question)
