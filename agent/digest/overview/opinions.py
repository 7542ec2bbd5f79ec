"""Opinions: what a report says in its own voice of what it holds or wants, and tells nobody as a fact.

The outlet speaks for itself in the first person, bids its readers, or says that it is time; what stands in a paragraph
with that and names neither a speaker nor a day is of the same kind.
"""

import re
from collections.abc import Iterable

from agent.digest.statements.polarity import has_finite_verb
from agent.digest.statements.statements import Statement
from agent.digest.voices.places import Place
from agent.evidence.context.referents import ROLES
from index.language.terms import split_words

_QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)|‘(?:[^’]|’(?=\w))*(?:’|$)")
_HELD = (
    r"believe|think|hope|fear|feel|doubt|suspect|urge|call\son|applaud|welcome|support|oppose|endorse|condemn|deplore|"
    r"regret|suggest|propose|recommend|wish|reject|disagree|agree|argue|hold|expect|want|need|deserve|should|must|"
    r"ought\sto|cannot|owe"
)
_OWN = re.compile(
    r"\b(?:[Ii]n|[Tt]o)\s(?:my|our)\s(?:own\s|humble\s|considered\s)?(?:view|opinion|mind|judge?ment|eyes)\b"
    rf"|(?<!World\sWar\s)\b(?:I|[Ww]e)\s(?:(?:\w+ly|also|still|do\snot|don['’]t|therefore|too|can\sonly)\s){{0,2}}(?:{_HELD})\b"
    r"|(?:^|[.!?;:,—–]\s*(?:(?:and|but|so|yet|[Pp]erhaps)\s)?)[Ii]t(?:\sis|['’]s)\s(?:(?:high|about|past|long\spast|surely)\s)?"
    r"time\s(?:that|for|to|the|an?|we|they|he|she|it)\b"
    r"|(?:^|[.!?]\s+)(?:Frankly|Honestly|Surely|Make\sno\smistake|Enough\sis\senough|Shame\son|Let\sus|Let['’]s"
    r"|To\sbe\s(?:frank|blunt|honest|fair|clear))\b"
)
"""How somebody says what they hold: in our view, I believe, and it is time that, Frankly."""
_OUGHT = re.compile(r"\b(?:should|ought\sto|must|needs?\sto)\b")
_DEMANDED = re.compile(
    r"\W*(?:(?:And|But|So|Yet|Now|Instead|At\s(?:the\s)?(?:very\s)?least),?\s)?(?P<subject>(?:the|this|that|our|its|their|his|her)\s[^.;:,]{3,60}?|"
    r"(?:[A-Z][\w’'.-]*\s?){1,4})\s(?:should|ought\sto)\s(?:(?:not|now|also|simply|at\sonce|\w+ly)\s)*"
    r"(?!(?:be|have|not|arrive|take|last|reach)\b)[a-z]+\b",
    re.IGNORECASE,
)
"""The council should scrap its plan; not the work should be finished."""
_BODIES = frozenset(
    """council government police parliament assembly court board club union committee ministry department company firm
    agency authority commission congress senate city state county town party bank school university""".split()
)
_PIECE = re.compile(
    r"\W*(?:opinion|comment|commentary|editorial|column|leader|viewpoint|op-?ed|letters?)\b\s?[:|–—-]", re.IGNORECASE
)


def is_opinion(statements: Iterable[Statement]) -> bool:
    """Tell whether statements are nothing but opinions of the outlets that print them."""
    return all(_is_held(each, place) for each in statements for place in each.places)


def _is_held(statement: Statement, place: Place) -> bool:
    if statement.assertion.speaker:
        return False
    whole = place.paragraph.text
    told = _QUOTED.sub(lambda match: " " * len(match[0]), whole)
    begun = whole.find(place.sentence)
    sentence = told[begun : begun + len(place.sentence)] if begun >= 0 else place.sentence
    if not sentence.strip():
        return False
    if _OWN.search(sentence):
        return True
    if not statement.assertion.dates and _is_demanded(sentence):
        return True
    ought = _OUGHT.search(sentence) is not None
    if _PIECE.match(place.paragraph.source.title):
        return ought
    return _OWN.search(told) is not None and (ought or not statement.assertion.dates)


def _is_demanded(sentence: str) -> bool:
    """Tell whether a sentence tells what somebody in office or a body should do."""
    found = _DEMANDED.match(sentence)
    if found is None or has_finite_verb(found["subject"]):
        return False
    return any(word.casefold() in ROLES | _BODIES for word in split_words(found["subject"]))
