"""Relations: words for what somebody is to something, by which the deed that a question names may be told.

`The director of the mill, Ann Orr` tells who runs it; no likeness of the words shows that.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from index.language.terms import split_words, stem


@dataclass(frozen=True, slots=True)
class _Relation:
    """Stems of the words that ask for somebody by a deed or part, and of those that tell it."""

    asked: frozenset[str]
    told: frozenset[str]


def _read(asked: str, told: str) -> _Relation:
    return _Relation(*(frozenset(map(stem, words.split())) for words in (asked, told)))


_RELATIONS = (
    _read(
        "run runs running head heads headed lead leads led manage manages managed direct directs directed charge",
        """director head chief manager chair chairman chairwoman chairperson president commander governor boss leader
        principal headteacher headmaster headmistress ceo chancellor rector dean superintendent coordinator""",
    ),
    _read(
        "represent represents represented defend defends defended lawyer counsel attorney barrister solicitor",
        "lawyer counsel attorney barrister solicitor advocate appeared appears appearing",
    ),
    _read("own owns owned owner owners", "owner property proprietor belongs belonged belonging"),
    _read("marry married marries wife husband spouse", "wife husband spouse bride bridegroom wed widow widower"),
    _read("succeed succeeds succeeded replace replaced replaces", "successor succeeded replaced replacement"),
    _read("control controls controlled hold holds held", "hands controlled held"),
)


def tells_relation(asked: Sequence[str], sentence: str) -> bool:
    """Tell whether a sentence has another word for what the words of a question ask for."""
    wanted = set(map(stem, asked))
    told = set(map(stem, split_words(sentence)))
    return any(wanted & each.asked and told & each.told for each in _RELATIONS)
