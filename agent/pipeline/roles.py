"""Roles: persons whom a question tells of by what they are, without a name: the mayor, my aunt, a nurse."""

import re
from collections.abc import Sequence
from typing import Literal

from agent.evidence.context import referents
from agent.evidence.words.people import is_people
from index.language.name_forms import TITLES
from index.language.parts_of_speech import is_adjective, is_plural
from index.language.terms import split_words

Gender = Literal["he", "she", "it"]
_SOMEBODY = frozenset("somebody someone anybody anyone nobody everybody everyone".split())
ROLES = (
    referents.ROLES
    | frozenset(TITLES)
    | frozenset(
        """chair chairperson deputy successor predecessor colleague friend partner nephew niece uncle aunt cousin
        grandson granddaughter grandfather grandmother wife husband trustee landlord landlady tenant""".split()
    )
)
"""Words for what somebody is, beside a name."""
GENDERS: dict[str, Gender] = {
    **dict.fromkeys("he him his himself mr sir lord father son husband brother king prince".split(), "he"),
    **dict.fromkeys("she her hers herself mrs ms miss lady dame mother daughter wife sister queen".split(), "she"),
    **dict.fromkeys("it its itself".split(), "it"),
}
"""Words that tell a man, a woman or a thing."""
_SPEAKER = re.compile(r"^[A-Z][^:.!?,“”\"]{0,40}:\s")
_OF_ONESELF = re.compile(r"\b(?:I|me|my|mine|myself|we|us|our)\b")
_SEVERAL = frozenset("people staff crew family".split())
_ROLE = re.compile(r"\bthe\s(?P<role>[a-z]+)\b(?!['’-])", re.I)


def mentions_person(text: str) -> bool:
    """Tell whether a text tells of somebody without a name: the mayor, my aunt, a nurse, someone."""
    words = text.casefold().split()
    owned = any(word in ("my", "our", "your") for word in words[:-1])
    return owned or any(word in _SOMEBODY or word in ROLES or is_people(word) for word in split_words(text.casefold()))


def mentions_one(text: str) -> bool:
    """Tell whether a text tells of somebody without a name whom a `he` or `she` may mean: no people, no nurses."""
    words = (word for word in split_words(text) if word.casefold() not in _SEVERAL and not is_plural(word))
    return mentions_person(" ".join(words))


def drop_speaker(sentence: str) -> str:
    """Return a sentence without the name of its speaker before a colon, who tells there of somebody else."""
    return sentence if _OF_ONESELF.search(sentence) else _SPEAKER.sub("", sentence)


def find_role(text: str, told: Sequence[str], pronoun: str) -> str:
    """Return the only one whom a text tells of by a role, `the mayor`, where a pronoun means that one.

    What is told of that one in the sentences of the answer has to have the same gender, and no other.
    """
    mentioned = [word for word in split_words(text.casefold()) if word in ROLES or is_people(word)]
    found = [match["role"] for match in _ROLE.finditer(text) if match["role"].casefold() in ROLES]
    if len(mentioned) != 1 or len(found) != 1 or is_adjective(found[0]):
        return ""
    about = [sentence for sentence in told if found[0].casefold() in sentence.casefold()] or told
    genders = {GENDERS.get(word, "it") for sentence in about for word in split_words(sentence.casefold())} - {"it"}
    return f"the {found[0]}" if genders == {GENDERS[pronoun.casefold()]} else ""
