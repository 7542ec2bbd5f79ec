"""Parts of speech: what a word may be by the English dictionary, and names, which it does not have."""

import re
from functools import lru_cache

_PARTICIPLE_OR_PLURAL = re.compile(r"(?:ed|[^s]s)$", re.IGNORECASE)
_PLURAL = re.compile(r"[^s]s$", re.IGNORECASE)
_KEPT = 10_000


@lru_cache(maxsize=_KEPT)
def list_kinds(word: str) -> frozenset[str]:
    """Return what a word may be: `NOUN`, `VERB`, `ADJ`, `ADV`; nothing where the dictionary does not have it."""
    from lemminflect import getAllLemmas  # type: ignore[import-untyped]

    return frozenset(getAllLemmas(word.lower()))


def is_proper(word: str) -> bool:
    """Tell whether a word can only be a name, as the dictionary does not have it."""
    return word.lower() != "the" and not list_kinds(word)


def is_noun(word: str) -> bool:
    """Tell whether a word may be a noun."""
    return "NOUN" in list_kinds(word)


def is_plural(word: str) -> bool:
    """Tell whether a word may be the plural of a noun that is spelt otherwise."""
    from lemminflect import getAllLemmas

    folded = word.lower()
    return folded not in getAllLemmas(folded).get("NOUN", (folded,))


def is_adjective(word: str) -> bool:
    """Tell whether a word may be an adjective."""
    return "ADJ" in list_kinds(word)


def may_be_deed(word: str) -> bool:
    """Tell whether a word in a headline is a verb: it is nothing else, or has the ending of the third person."""
    kinds = list_kinds(word)
    if "VERB" not in kinds or "ADJ" in kinds:
        return False
    return "NOUN" not in kinds or _PLURAL.search(word) is not None


def may_end_name(word: str) -> bool:
    """Tell whether a name may end in a word: no participle, and no plural that may be a verb (`Lisk Floods`)."""
    return "VERB" not in list_kinds(word) or _PARTICIPLE_OR_PLURAL.search(word) is None
