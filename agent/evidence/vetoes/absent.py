"""Absent: names in a question that nothing of what was found has, so that it cannot be answered from there.

A model takes the mayor of one town for the answer to who is mayor of another, also of one that no source ever names.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import fuzz, process

from agent.evidence.candidates import Candidate
from agent.evidence.words.gazetteer import is_region
from index.language.names import abbreviates, covers_name, find_names, match_names
from index.language.terms import fold, split_words, stem

LIKE = 75.0
"""Similarity (0 to 100, rapidfuzz's ratio) from which a word may be a name in another spelling, or mistyped."""

_DESCRIBING = re.compile(r"\w*(?:an|ish|ese|ch|i)$")
"""Ends of words for who is of a country, which the sources may call otherwise: `American soldiers`, `US troops`."""

_SHORTEST = 4
"""Letters of a name at least; shorter ones are mostly acronyms, which stand for what the sources write out."""


def lacks_asked(question: str, candidates: Sequence[Candidate]) -> bool:
    """Tell whether a question names what no paragraph or title of the candidates names in any spelling."""
    asked = [name for name in find_names(question) if is_telling(name)]
    if not asked or not candidates:
        return False
    paragraphs = {(each.paragraph.source.id, each.paragraph.n): each.paragraph for each in candidates}.values()
    texts = list(dict.fromkeys(text for each in paragraphs for text in (each.text, each.source.title)))
    words = {fold(word) for text in texts for word in split_words(text)}
    stems = {stem(word) for word in words}
    missing = [name for name in asked if not _has_word(name, words, stems)]
    return any(not _is_named(name, _find_all(texts)) for name in missing)


def tells_names(question: str) -> bool:
    """Tell whether a question has names, and none that sources may write in a form that is not like it."""
    names = find_names(question)
    return bool(names) and all(map(is_telling, names))


def is_telling(name: str) -> bool:
    """Tell whether sources that speak of what bears a name would write it: no acronym, country or state."""
    letters = max(map(len, split_words(name)), default=0)
    return letters >= _SHORTEST and not name.isupper() and not _DESCRIBING.match(name) and not is_region(name)


def _has_word(name: str, words: set[str], stems: set[str]) -> bool:
    """Tell whether any word of a name is there, or one much like it."""
    return any(
        stem(word) in stems or process.extractOne(fold(word), words, scorer=fuzz.ratio, score_cutoff=LIKE)
        for word in split_words(name)
    )


def _find_all(texts: Iterable[str]) -> Iterator[str]:
    return (name for text in texts for name in find_names(text))


def _is_named(name: str, others: Iterable[str]) -> bool:
    """Tell whether one of other names stands for a name; an acronym may have letters more than its words."""
    initials = "".join(word[0] for word in name.split()).upper()
    return any(
        match_names(other, name)
        or covers_name(name, other)
        or abbreviates(name, other)
        or abbreviates(other, name)
        or (len(initials) > 1 and other.isupper() and other.startswith(initials))
        for other in others
    )
