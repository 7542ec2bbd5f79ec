"""Stances: which retrieved sentences say that what is asked is so, and which that it is not.

The question is the common ground: a sentence that pronounces its matter a hoax, or denies it, stands against the
sentences that tell the matter, those of other sources first.
"""

import re
from collections.abc import Container, Iterator, Sequence
from itertools import product

from agent.evidence.candidates import Candidate
from agent.evidence.publication import tell_of_one_time
from agent.evidence.question import Question
from agent.evidence.words.deeds import find_order
from agent.evidence.words.likeness import Words
from agent.evidence.words.negation import DENIALS, DENYING, FAILINGS, REPELLED, UNDONE
from agent.evidence.words.verbs import is_inflected
from agent.verify.conflict.clauses import break_at
from agent.verify.conflict.comparisons import read_comparison
from agent.verify.conflict.modes import find_modes
from agent.verify.denial.counterclaims import find_denied, is_firm, points_back
from agent.verify.denial.denials import find_denials
from agent.verify.denial.judgements import find_judgements
from agent.verify.matter import MOST, Matter, read_matter, select
from index.language.terms import content_words, stem

READ = 24
"""Sentences, best first, among which the side that tells the matter is looked for."""

_CLAUSE = break_at("because")
_UNSAID = re.compile(
    rf"\b(?:any|whether|if|unless|no|not|never|none|nothing|without|{UNDONE})\b|\?|n['’]t\b|\b{REPELLED}\b|"
    r"\b(?:defend|disavow)\w*",
    re.IGNORECASE,
)
"""What makes a clause tell nothing that is so."""
_ACCUSED = r"(?:accus\w+|alleg\w+|claim\w*|charge[sd]?|sa(?:id|ys)|told|testif(?:y|ies|ied)|report(?:s|ed)?)"
_ACCUSES = re.compile(rf"\b{_ACCUSED}\b", re.IGNORECASE)
_ACCUSES_OF = re.compile(rf"\b{_ACCUSED}\b[^.]{{0,80}}?\s(?:that|of|had|has)\s", re.IGNORECASE)
_IDENTITY = re.compile(r"\W*(?:who|what|where|when|which\s\w+)(?:['’]s|\s(?:is|are|was|were))\b", re.IGNORECASE)
_BLAMED = frozenset(("responsible", "behind", "guilty", "blame"))
_POINTS = re.compile(r"\b(?:this|that|it)(?:\W*$|,?\s(?:and|as|in|on|saying|while|when)\b)", re.IGNORECASE)
_HEDGED = re.compile(
    r"\b(?:claim\w*|alleg\w+|report(?:edly|s)?|purport\w*|supposed\w*|rumou?r\w*|accord\w+|apparent\w*|says|said|s[ck]epti\w+)\b",
    re.IGNORECASE,
)


def find_sides(
    question: Question, candidates: Sequence[Candidate], words: Words, telling: Container[int] | None = None
) -> Iterator[tuple[int, int]]:
    """Yield positions of candidates that tell and deny what is asked, of different sources first, the best first.

    What a source tells in its own name, and denies nowhere, is put before what it only reports; a denial of `this`
    that does not follow what is told comes last. `telling` are the positions of those that may tell it, or all.
    """
    matter = None if asks_who(question) else read_matter(question)
    denied = _find_denied(matter, candidates, words) if matter else {}
    if matter is None or not denied:
        return
    firm = {n: is_firm(candidates[n].text) for n in denied}
    against = {candidates[n].paragraph.source.id for n in denied}
    read = len(candidates) if asks_denial(question) else min(READ, len(candidates))
    tellers = [n for n in range(read) if n not in denied and is_plain(candidates[n].text)]
    tellers = [n for n in tellers if telling is None or n in telling]
    tellers.sort(
        key=lambda n: (candidates[n].paragraph.source.id in against, _HEDGED.search(candidates[n].text) is not None, n)
    )
    for apart, alone in ((False, False), (False, True), (True, False), (True, True)):
        for stated, denying in product(tellers, denied):
            one, other = candidates[stated], candidates[denying]
            same = one.paragraph.source == other.paragraph.source
            if (
                (one.paragraph == other.paragraph and not firm[denying])
                or same != alone
                or points_elsewhere(one, other) != apart
            ):
                continue
            if tells(matter, denied[denying], one.text, words) and tell_of_one_time(one, other):
                yield stated, denying


def asks_who(question: Question) -> bool:
    """Tell whether a question asks who, what or where somebody or something is, which nobody denies."""
    told = _IDENTITY.match(question.text)
    return told is not None and not any(_is_deed(word) for word in content_words(question.text[told.end() :]))


def _is_deed(word: str) -> bool:
    """Tell whether a word may be a form of a verb that tells what was done, or says who did it (responsible)."""
    return word in _BLAMED or is_inflected(word)


def points_elsewhere(stated: Candidate, denying: Candidate) -> bool:
    """Tell whether a denial of `this` would stand apart from what it points to."""
    return _POINTS.search(denying.text) is not None and denying.before != stated.text


def asks_denial(question: Question) -> bool:
    """Tell whether a question asks for a denial, so that its best sentences are all on one side."""
    return any(term in DENYING for term in question.terms)


def _find_denied(matter: Matter, candidates: Sequence[Candidate], words: Words) -> dict[int, tuple[str, ...]]:
    """Return what each candidate that denies the matter denies of it, by its position."""
    pointing = {each.paragraph.source.id for each in candidates if points_back(each.text)}
    accusing = {
        each.paragraph.source.id
        for each in candidates
        if each.paragraph.source.id in pointing and accuses(matter, each.text, words)
    }
    found = (
        (n, find_denied(matter, candidate, words, candidate.paragraph.source.id in accusing))
        for n, candidate in enumerate(candidates)
    )
    return {n: denied for n, denied in found if denied}


def accuses(matter: Matter, text: str, words: Words) -> bool:
    """Tell whether a sentence tells the question's matter, not only its names, as what is said or charged."""
    if not _ACCUSES.search(text):
        return False
    told = matter.select(content_words(text), words)
    common = [word for word in matter.words if word not in matter.names and not _ACCUSES.fullmatch(word)]
    return (
        bool(common)
        and len(told) >= matter.needed
        and len([word for word in common if word in told]) >= MOST * len(common)
    )


def is_plain(text: str) -> bool:
    """Tell whether a sentence asks and orders nothing, and denies nothing by a word of its own."""
    if find_order(text) or text.rstrip('”" ').endswith("?") or any(denial.firm for denial in find_denials(text)):
        return False
    if any(stem(word) in DENIALS - FAILINGS for word in content_words(text)):
        return False
    return all(judgement.upheld for judgement in find_judgements(text))


def tells(matter: Matter, denied: Sequence[str], text: str, words: Words) -> bool:
    """Tell whether a sentence tells what is denied, and much of the question's matter, as something that is so."""
    spoken = content_words(text)
    if len(select(denied, spoken, words)) < MOST * len(denied) or len(matter.select(spoken, words)) < matter.needed:
        return False
    if not any(word.islower() for word in (*denied, *matter.words)) and not _ACCUSES_OF.search(text):
        return False
    if any(judged.upheld and select(denied, judged.matter, words) for judged in find_judgements(text)):
        return True
    return states(matter, denied, text, words)


def states(matter: Matter, sought: Sequence[str], text: str, words: Words) -> bool:
    """Tell whether all clauses of a sentence that speak of what is sought tell something that is so.

    What compares two things otherwise than the question does tells nothing of it.
    """
    if matter.comparison and read_comparison(text) != matter.comparison:
        return False
    clauses = [clause for clause in _CLAUSE.split(text) if select(sought, content_words(clause), words)]
    return not any(find_modes(clause) - matter.modes or _UNSAID.search(clause) for clause in clauses)
