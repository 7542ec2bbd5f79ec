"""Coverage: how much of what a claim says, word by word and name by name, stands in another report."""

from agent.digest.accord.synonyms import spread
from agent.digest.statements.statements import Statement
from agent.evidence.words.likeness import Words
from agent.verify.conflict.assertions import Assertion, match_name, match_words, word_keys
from index.language.terms import content_words

COVERED = 0.72
"""Weighted share of a core's words and names that the other report must have."""
_INTRODUCING = 0.6
"""Weight of a word that only introduces a name (the minister Orla Vance), where others weigh 1."""
_NAME = 1.5
"""Weight of a name."""
_MISSING = 2
"""Words of a core that the other may lack at the most."""
_SHARED = 4
"""Words and names that they must share at the least."""


def covers(core: Assertion, other: Statement, words: Words) -> bool:
    """Tell whether another has nearly all words of a core."""
    share, count, missing = weigh_covered(core, other, words)
    if missing > 1 and not _has_end(core, other, words):
        return False
    return count >= _SHARED and share >= COVERED and missing <= _MISSING


def _has_end(core: Assertion, other: Statement, words: Words) -> bool:
    """Tell whether the other has the last word of a core, which mostly is what is new in it."""
    dated = " ".join(date.text for date in core.dates).split()
    last = [word for word in content_words(core.said) if word not in dated][-1:]
    theirs = content_words(other.text)
    known = {key for word in theirs for key in word_keys(word)}
    return all(match_words(last, theirs, words)) or any(not known.isdisjoint(spread(word)) for word in last)


def weigh_covered(core: Assertion, other: Statement, words: Words) -> tuple[float, int, int]:
    """Return the share of a core's words and names that the other has, by weight, how many it has and how many not."""
    own, names = tuple(dict.fromkeys(core.words)), tuple(dict.fromkeys(core.names))
    own += tuple(name.lower() for name in names if is_word(name, core.text))
    names = tuple(name for name in names if not is_word(name, core.text))
    theirs = other.assertion
    parts = [part for name in theirs.names for part in name.split()]
    near = match_words(own, (*theirs.words, *parts), words)
    known = {key for word in theirs.words for key in word_keys(word)}
    found = [here or not known.isdisjoint(spread(word)) for word, here in zip(own, near, strict=True)]
    found += [match_name(name, theirs.names) for name in names]
    weights = [_weigh_word(word, core) for word in own] + [_NAME] * len(names)
    total = sum(weights)
    shared = sum(weight for weight, here in zip(weights, found, strict=True) if here)
    dated = {date.value for date in core.dates} & {date.value for date in theirs.dates}
    return (shared / total if total else 0.0), sum(found) + len(dated), found.count(False)


def _weigh_word(word: str, core: Assertion) -> float:
    """Return the weight of a word in a core, less where it stands before the first name to introduce that."""
    introduces = core.names and core.names[0] in core.text and word in core.text[: core.text.index(core.names[0])]
    return _INTRODUCING if introduces else 1.0


def is_word(name: str, text: str) -> bool:
    """Tell whether a name is only a word that stands first in its sentence (Delegates, Several)."""
    from lemminflect import getAllLemmas  # type: ignore[import-untyped]

    if " " in name or not text.startswith(name) or not name.isalpha():
        return False
    return bool({"NOUN", "ADJ", "ADV", "VERB"} & getAllLemmas(name.lower()).keys())
