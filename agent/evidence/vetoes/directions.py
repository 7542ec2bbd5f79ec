"""Directions: who is for something is no answer to who is against it."""

import re
from collections.abc import Iterator, Sequence

from agent.evidence.candidates import Candidate
from agent.evidence.context.surroundings import list_above
from agent.evidence.question import Kind, Question
from index.language.names import find_names
from index.language.terms import content_stems, stem

_TAKEN = re.compile(
    r"\b(?P<verb>vot\w+|argu\w+|sp(?:eak|oke)\w*|campaign\w*|decid\w+|rul\w+|testif\w+|demonstrat\w+|march\w*|protest\w*|"
    r"advis\w+|was|were|is|are|be|been|came\sout|lobb\w+|fought)\s(?:\w+ly\s)?(?P<way>for|in\sfavou?r\sof|against)\b",
    re.IGNORECASE,
)
"""A verb by which somebody takes a side, and which."""
_BEING = frozenset("was were is are be been".split())
_OPPOSED = re.compile(
    r"\b(?:oppos\w+|reject\w+|dissent\w*|object\w*|defied|rebel\w*|disagree\w*|against)\b", re.IGNORECASE
)
_BACKED = re.compile(r"\b(?:back(?:ed|s|ing|ers?)|support\w*|approv\w+|endors\w+|for|favou?r\w*)\b", re.IGNORECASE)
"""Words for those who are against something, and for it."""
_VOTED = re.compile(r"\bvot\w+\s(?P<way>no|nay|yes|aye|yea)\b", re.IGNORECASE)
"""How somebody is said to vote without `for` or `against`."""
_TALLIED = re.compile(r"(\bvot\w+)\s[\w-]+\s(?:votes?\s)?to\s[\w-]+\s(for|in\sfavou?r\sof|against)\b", re.IGNORECASE)
"""How a body as a whole is said to vote: voted six to five in favour."""
_NEITHER = re.compile(
    r"\b(?:abstain\w*|abstentions?|second(?:ed|er|s)|moved|propos(?:ed|er|es)|votes?\s(?:was|were)\s(?:taken|held)|"
    r"recorded\svote|not\svote|voted(?=\W*$))\b",
    re.IGNORECASE,
)
"""What is done at a vote by those who take no side, or before any is taken."""
_LABEL = re.compile(r"^\W*(?P<label>[A-Z][a-z]+(?:\s[a-z]+)?):\s")
"""What stands before a colon in a line of a list."""
_LISTED = re.compile(
    r"^\W*(?:[Vv]ot\w+\s)?(?:(?P<against>(?i:against|no|noes|nays?))|(?i:for|in\sfavou?r|yes|ayes?|yeas?)):\s"
)
_VOTERS = frozenset(
    map(stem, "vote voted voting against no yes favour favor councillor councillors member members mp mps".split())
)
"""Stems of words of a question about a vote that do not say which."""
_ABOVE = 3
"""Paragraphs above a list of votes in which that is named what is voted on."""
_NOES = re.compile(r"\b(?:no|noes|nays?)\b", re.IGNORECASE)
_AYES = re.compile(r"\b(?:yes|ayes?|yeas?)\b", re.IGNORECASE)
"""How the votes of either side are called."""


def take_other_side(question: Question, candidates: Sequence[Candidate]) -> list[bool]:
    """Tell which sentences only say who took the other side: `voted for it`, where it is asked who voted against it.

    None where it is asked whether somebody did, which the other side answers.
    """
    asked = dict(_find_sides(question.text))
    if question.kind is Kind.YES_NO or len(asked) != 1:
        return [False] * len(candidates)
    verb, against = next(iter(asked.items()))
    voted = verb == stem("voted") and question.kind in (Kind.WHO, Kind.THING)
    return [_is_other(verb, against, each.text) or (voted and _takes_none(each.text, against)) for each in candidates]


def lists_side(question: Question, candidate: Candidate) -> bool:
    """Tell whether a sentence lists by a label who voted as it is asked: `Against: Orla Vance, Tom Abel (2)`.

    What else is asked about must be named in its paragraph, section or title: which vote that is.
    """
    asked = dict(_find_sides(question.text))
    listed = _LISTED.match(candidate.text)
    if question.kind not in (Kind.WHO, Kind.THING) or set(asked) != {stem("voted")} or listed is None:
        return False
    if bool(listed["against"]) != asked[stem("voted")] or not find_names(candidate.text[listed.end() :]):
        return False
    words = set(question.terms) - _VOTERS
    texts = (candidate.paragraph.text, candidate.paragraph.source.title, *list_above(candidate)[-_ABOVE:])
    return not words or any(not words.isdisjoint(content_stems(text)) for text in texts)


def _takes_none(sentence: str, against: bool) -> bool:
    """Tell whether a sentence only says who took no side at a vote, or is a line of a list with another label."""
    if any(sign.search(sentence) for sign in ((_OPPOSED, _NOES) if against else (_BACKED, _AYES))):
        return False
    return _NEITHER.search(sentence) is not None or _LABEL.match(sentence) is not None


def _is_other(verb: str, against: bool, sentence: str) -> bool:
    told = {side for word, side in _find_sides(sentence) if word == verb}
    if told != {not against}:
        return False
    rest = _TAKEN.sub(" ", sentence)
    return not (_OPPOSED if against else _BACKED).search(rest)


def _find_sides(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the verbs by which sides are taken, by their stems, and whether that is against something."""
    text = _TALLIED.sub(r"\1 \2", text)
    for match in _VOTED.finditer(text):
        yield stem("voted"), match["way"].lower().startswith("n")
    for match in _TAKEN.finditer(text):
        verb = match["verb"].lower()
        yield "be" if verb in _BEING else stem(verb), match["way"].lower() == "against"
