"""Verbs: which words may be forms of one."""

from functools import lru_cache


@lru_cache(maxsize=65536)
def is_inflected(word: str) -> bool:
    """Tell whether a word may be a form of a verb other than its infinitive."""
    from lemminflect import getAllLemmas  # type: ignore[import-untyped]

    return any(lemma != word for lemma in getAllLemmas(word).get("VERB", ()))


@lru_cache(maxsize=65536)
def list_infinitives(word: str) -> tuple[str, ...]:
    """Return the infinitives of the verbs that a word may be a form of."""
    from lemminflect import getAllLemmas

    return tuple(getAllLemmas(word).get("VERB", ()))
