"""Deeds: the verbs of a question or clause, as far as its words show which they are; and orders, which tell none."""

import re
from collections.abc import Sequence
from functools import lru_cache

from agent.evidence.words.verbs import is_inflected, list_infinitives
from index.language.parts_of_speech import list_kinds
from index.language.terms import is_content

_TOKEN = re.compile(r"[\w’'-]+|[.,:;?!]")
_DETERMINER = re.compile(
    r"(?:the|an?|his|her|their|its|my|our|your|this|that|these|those|any|some|each|every|no|all|many|much|more|most|"
    r"which|what|whose|of|in|on|at|for|from|by|with|\w+['’]s?)",
    re.IGNORECASE,
)
"""What stands before a noun rather than a verb."""
_BEHIND = re.compile(
    r"(?:[.,:;?!]|\d.*|the|an?|his|her|their|its|my|our|your|this|that|these|those|any|some|each|every|no|all|many|much|"
    r"more|him|them|it|me|us|you|of|in|on|at|to|for|from|by|with|after|before|since|during|until|into|over|up|off|out|"
    r"down|as|about|against|through|if|when|and|or|last|next)"
)
"""What may stand behind a verb, in lower case; a noun in its place would have another noun there, or a verb."""
_BE = frozenset(("is", "are", "was", "were", "be", "been", "being"))
_GOVERNS = frozenset(
    ("to", "do", "does", "did", "will", "would", "shall", "should", "can", "could", "may", "might", "must")
)
"""Words in whose clause a verb is an infinitive."""
_ORDER = re.compile(
    r"^\W*(?:please,?\s)?(?:(?P<negated>do\snot|don['’]t|never)\s(?P<deed>[a-z]+)"
    r"|(?P<verb>[A-Za-z]+)\s(?=(?:the|an?|your|this|these|those|any|all|every|each|no|it|them|him|her|only)\b))",
    re.IGNORECASE,
)


@lru_cache(maxsize=16384)
def find_deeds(text: str) -> tuple[str, ...]:
    """Return the verbs of a question or clause: the words that can only be verbs, or else the first that may."""
    tokens = _TOKEN.findall(text)
    verbs = [place for place, word in enumerate(tokens) if _may_be_verb(tokens, place, word)]
    sure = tuple(tokens[place] for place in verbs if _is_certain(tokens[place]))
    return sure or tuple(tokens[place] for place in verbs if _is_governed(tokens, place))[:1]


def _may_be_verb(tokens: Sequence[str], place: int, word: str) -> bool:
    if not (word.islower() and is_content(word)) or "VERB" not in list_kinds(word):
        return False
    return place == 0 or not _DETERMINER.fullmatch(tokens[place - 1])


def _is_certain(word: str) -> bool:
    """Tell whether a word that may be a verb can be nothing else where it stands: finished, killed, resign."""
    kinds = list_kinds(word)
    return "NOUN" not in kinds and (kinds == {"VERB"} or is_inflected(word))


def _is_governed(tokens: Sequence[str], place: int) -> bool:
    """Tell whether a word that may be a noun as well stands as a verb does: behind it no other noun or verb.

    Where the clause has a form of `be`, only behind a word that takes the infinitive.
    """
    behind = tokens[place + 1] if place + 1 < len(tokens) else "."
    before = set(map(str.lower, tokens[:place]))
    if not (_BEHIND.fullmatch(behind.lower()) or behind[:1].isupper()):
        return False
    return before.isdisjoint(_BE) or tokens[place - 1].lower() == "to" or not before.isdisjoint(_GOVERNS)


def find_order(sentence: str) -> str:
    """Return the verb of a sentence that only orders or forbids something: `Do not close the gate.`; else nothing.

    A headline is none, nor is what a diary notes without its subject: `Put the mail on the table.`
    """
    if not sentence.rstrip("”\"’') ").endswith((".", "!", ";")) or not (match := _ORDER.match(sentence)):
        return ""
    verb = (match["deed"] or match["verb"]).lower()
    return verb if verb in list_infinitives(verb) and (match["deed"] or not _is_past_too(verb)) else ""


def _is_past_too(verb: str) -> bool:
    """Tell whether the past of a verb is written as its infinitive: put, cut, read."""
    from lemminflect import getInflection  # type: ignore[import-untyped]

    return verb in getInflection(verb, tag="VBD")
