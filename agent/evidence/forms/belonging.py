"""Belonging: whose something is, so that the mayor of one town is not taken for the mayor of another."""

import re
from collections.abc import Callable, Iterator

from index.language.names import find_names, same_name
from index.language.terms import stem

_NOUN = re.compile(r"\b([a-z][\w-]{3,})\sof\s(?:[a-z-]+\s)?$")
"""What stands before a name that something belongs to: `mayor of neighbouring Korvo`."""
_OWNED = re.compile(r"['’]s?\s((?:[a-z-]+\s)?[a-z][\w-]{3,})")
"""What stands behind a name that something belongs to: `Orla Vance's former husband`."""


def has_several_words(name: str) -> bool:
    """Tell whether a name has several words, as those of people have."""
    return " " in name


def belongs_elsewhere(question: str, sentence: str, is_owner: Callable[[str], bool] = has_several_words) -> bool:
    """Tell whether a sentence speaks of what a question asks for only as of others: `mayor of Korvo`, not of Linden.

    It does not where it names whose it is asked for at all. `The cause of the Korvo fire` may be that of a fire in
    Linden: only names that end what belongs to them are read. `is_owner` says of which names that is read before them,
    `Orla Vance's lawyer`, which are people's: a country or company may have another name as well.
    """
    asked = list(_find_owners(question, is_owner))
    told = {noun for noun, _ in _find_owners(sentence, is_owner)} if asked else set()
    names = find_names(sentence) if told else []
    return any(noun in told and not any(same_name(owner, name) for name in names) for noun, owner in asked)


def _find_owners(text: str, is_owner: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
    """Yield nouns, by their stems, with the names that stand right after their `of`, or before them as `NAME's`."""
    for name in find_names(text):
        for place in re.finditer(re.escape(name), text):
            if (owned := _OWNED.match(text, place.end())) and is_owner(name):
                yield from ((stem(word), name) for word in owned[1].split())
            noun = _NOUN.search(text, 0, place.start())
            if noun and noun[0].split()[-1] != "the" and not text.startswith(("'s", "’s"), place.end()):
                yield stem(noun[1]), name
