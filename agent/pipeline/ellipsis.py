"""Ellipsis: whether a question is whole, and what a short one leaves out."""

import re

from agent.evidence.words.verbs import is_inflected
from agent.pipeline.antecedents import find_topic
from agent.pipeline.matters import name_matter
from index.language.names import find_names
from index.language.terms import content_words, stem

AUXILIARY = r"(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|must)"
DEGREE = (
    r"(?:much|many|little|few|long|short|far|near|high|low|deep|big|large|small|old|young|fast|slow|late|early|often)"
)
_ASKING = re.compile(rf"\b(?:wh\w+|how|{AUXILIARY})\b", re.I)
_HAS_AUXILIARY = re.compile(rf"\b{AUXILIARY}\b", re.I)
_SUBJECT = re.compile(r"^(?:who|what|which|how\s+(?:many|much))\s+(?P<verb>[a-z]+)\b", re.I)
_CUT_OFF = re.compile(rf"^{AUXILIARY}\s+(?!.*\b{AUXILIARY}\b)(?P<who>.+)$", re.I)
_POINTING = re.compile(
    r"\b(?:they|them|their|theirs|its|this|these|those)\b"
    r"|(?<!is )(?<!was )\bit\b(?!(?:\s+\w+){0,2}\s+(?:that|to)\b)"
    r"|(?:(?<=is )|(?<=was ))it\b(?!(?:\s+\w+){0,2}\s+(?:that|to)\b)"
    r"(?!\s+(?:true|false|right|correct|certain|clear|likely|possible|known|a\s+fact)\s+\w)"
    r"|(?:^|\b(?:is|was|are|were|did|does|has|had|after|before|of|about|for|by|in|on|why|how)\s+)that\b"
    r"|\b(?:that|so|then|else|there)$|\bthe same\b",
    re.I,
)
_ABOUT = re.compile(r"^(?:please\s+)?(?:tell|show|give|say|explain|more)\b.*\b(?:about|on|of)\s+(?P<what>.+)$", re.I)
_THEY = frozenset("they them their theirs".split())
_DEFINITION = re.compile(r"^(?:who|what)(?:['’]s|\s+(?:is|are|was|were))\s+\w", re.I)
_EMPTY = frozenset(map(stem, "happen occur more detail".split()))
"""Words that tell nothing of what is asked about."""

PREPOSITIONS = "in|at|on|by|from|to|for|with|since|until|during|after|before|near|around|outside|inside|about"
_FRAGMENT = re.compile(rf"^(?:(?:{PREPOSITIONS})\b(?!.*\b(?:wh\w+|how)\b)|against$|without$)", re.I)
_NOUNS = re.compile(r"^(?:the|an?|his|her|their|its)\s+\w+(?:\s+\w+){0,3}$", re.I)
TIME = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|to(?:day|night|morrow)|yesterday|january|february|march|april|may|"
    r"june|july|august|september|october|november|december|\d{4}|(?:last|next|this|that)\s+(?:week|month|year)|morning|"
    r"noon|afternoon|evening|night|midnight|week|weekend|month|year|\d\d?(?::\d\d)?\s?[ap]\.?m)\b",
    re.I,
)


def lacks_topic(question: str) -> bool:
    """Tell whether a question points to something that it does not name, or is no whole question.

    One that has a verb and something that it is said of stands alone, however short it is.
    """
    if pointing := _POINTING.search(question):
        before = question[: pointing.start()]
        named_here = find_names(f"of {before}") if before else []
        told_here = len(content_words(before)) >= 2 and pointing.end() < len(question)
        somebody = pointing[0].casefold() in _THEY and len(_list_telling(question)) >= 2
        return not (named_here or told_here or somebody)
    words = _list_telling(question)
    if (about := _ABOUT.match(question)) and _list_telling(about["what"]):
        return False
    if cut := _CUT_OFF.match(question):
        return find_names(f"of {cut['who']}") == [cut["who"]] or not words
    if find_names(question) or _DEFINITION.match(question):
        return False
    return not words or (len(words) == 1 and not _is_clause(question))


def _list_telling(question: str) -> list[str]:
    """Return the content words that tell what a question is about."""
    return [word for word in content_words(question) if stem(word) not in _EMPTY]


def _is_clause(question: str) -> bool:
    subject = _SUBJECT.match(question)
    return _HAS_AUXILIARY.search(question) is not None or (subject is not None and is_inflected(subject["verb"]))


def is_phrase(question: str) -> bool:
    """Tell whether a question is but a preposition and what follows it: in 2016, and on Friday."""
    return _FRAGMENT.match(question) is not None


def is_noun(question: str, opened: bool) -> bool:
    """Tell whether a question is but a noun or a name, which `opened` says stands behind an `and`."""
    if _ASKING.search(question):
        return False
    named = find_names(f"of {question}") == [question]
    time = TIME.fullmatch(question) is not None
    return _NOUNS.match(question) is not None or (opened and (named or time))


def add_topic(question: str, standing: str) -> str:
    """Return a question with the thing that it means named in it, or with what another one is about in brackets."""
    topic = find_topic(standing)
    return name_matter(question, standing) or (f"{question} ({topic})" if topic else question)
