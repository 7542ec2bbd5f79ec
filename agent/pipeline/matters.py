"""Matters: the thing that a question talks of, as a noun phrase, for a later question to mean with an `it`."""

import re

from agent.evidence.words.verbs import is_inflected
from agent.pipeline.roles import mentions_person
from index.language.names import find_names
from index.language.parts_of_speech import is_adjective, is_noun, is_plural, list_kinds

_EXISTS = re.compile(
    r"^(?:is|are|was|were)\s+there\s+(?P<one>an?\s+)?(?:any\s+|some\s+|no\s+|still\s+|ever\s+)*(?P<what>\S.*)$", re.I
)
_STATED = re.compile(r"^(?:(?:when|where|why|since\s+when)\s+)?(?:is|are|was|were)\s+(?P<rest>\S.+)$", re.I)
_MEASURED = re.compile(
    r"^how\s+(?:much|long|far|high|deep|big|heavy|wide|fast)\s+(?:do|does|did|will|would|can|could)\s+(?P<rest>\S.+)$",
    re.I,
)
_DETERMINERS = frozenset("the a an this that these those my our your".split())
_BOUND = frozenset("of".split())
"""Prepositions with which a noun phrase goes on."""
_LITTLE = frozenset(
    """in at on by from to for with since until during after before near around outside inside about into over under
    as than and or but not no never all both still yet again already now then there here""".split()
)
_THING = re.compile(r"\b(?:(?P<whose>its)|it)\b", re.I)
_THINGS = re.compile(r"\b(?:(?P<whose>their)|they|them)\b", re.I)
_OF_A_FACT = re.compile(
    r"\b(?:happen|occur|den(?:y|ie)|confirm|admit|announc|claim|report|say|said|tell|told|kn[eo]w|believ|think|thought|"
    r"mean|matter|decid|order|true|false|right|wrong)\w*|\b(?:is|was)\s+it\s+(?:an?|the|because)\b|^(?:\w+\s+){0,2}(?:is|was|did)\s+it$",
    re.I,
)
"""What is said of an event or a statement and not of a thing: who denied it, when was it."""


def name_matter(question: str, standing: str) -> str | None:
    """Return a question with the thing that another one was asked of in the place of a pronoun for it: who built it?

    None where the question has no such pronoun, or asks about what happened or was said.
    """
    thing = _THING.search(question)
    pronoun = thing or _THINGS.search(question)
    if pronoun is None or _OF_A_FACT.search(question):
        return None
    matter = _find_matter(standing, several=thing is None)
    owns = "’s" if pronoun["whose"] else ""
    return f"{question[: pronoun.start()]}{matter}{owns}{question[pronoun.end() :]}" if matter else None


def _find_matter(standing: str, several: bool) -> str:
    if exists := _EXISTS.match(standing):
        return f"the {exists['what']}" if exists["one"] else exists["what"]
    found = _read_subject(standing)
    return (
        found
        if found and not mentions_person(found) and is_plural(found.split(" of ")[0].split()[-1]) is several
        else ""
    )


def _read_subject(standing: str) -> str:
    """Return the noun phrase that something is asked of; nothing where it is unclear where the phrase ends."""
    stated, measured = _STATED.match(standing), _MEASURED.match(standing)
    asked = stated or measured
    words = asked["rest"].split() if asked else []
    if not words or (words[0].casefold() not in _DETERMINERS and not find_names(f"of {words[0]}")):
        return ""
    first = 1 if words[0].casefold() in _DETERMINERS else 0
    ends = (at for at in range(first + 1, len(words)) if _ends_phrase(words, at, measured is not None))
    end = next(ends, 0)
    return " ".join(words[:end]) if end and _is_head(words[end - 1]) else ""


def _ends_phrase(words: list[str], at: int, does: bool) -> bool:
    """Tell whether a noun phrase is over before a word: what is said of it, or where and when, comes there.

    With `does`, that is an infinitive; else an adjective or a participle.
    """
    word = words[at].casefold()
    if word in _BOUND or words[at - 1].casefold() in (_BOUND | _DETERMINERS):
        return False
    if word in _LITTLE or word in _DETERMINERS:
        return True
    kinds = list_kinds(word)
    last = at == len(words) - 1 or words[at + 1].casefold() in _LITTLE | _DETERMINERS
    said = "VERB" in kinds and last if does else is_inflected(word) and "NOUN" not in kinds
    return (said or bool(kinds & {"ADJ", "ADV"})) and _is_head(words[at - 1])


def _is_head(word: str) -> bool:
    """Tell whether a noun phrase may end in a word: a noun that is no adjective, or a name."""
    return word[:1].isupper() or not list_kinds(word) or (is_noun(word) and not is_adjective(word))
