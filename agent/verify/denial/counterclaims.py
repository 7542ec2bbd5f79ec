"""Counterclaims: what a sentence denies, or judges to be false, of a question's matter."""

import re
from collections.abc import Sequence

from agent.evidence.candidates import Candidate
from agent.evidence.words.casualties import join_deaths
from agent.evidence.words.likeness import Words
from agent.verify.conflict.assertions import match_words
from agent.verify.conflict.denied import is_light
from agent.verify.conflict.modes import find_modes
from agent.verify.denial.denials import Denial, find_denials
from agent.verify.denial.judgements import find_judgements, name_matter
from agent.verify.denial.sayings import is_said
from agent.verify.matter import MOST, Matter, select
from index.language.terms import content_words, stem

JUDGED = 0.6
"""Share of the words of what is judged or denied that must be of the question's matter, unless most of that is told."""

DENIED = 0.5
"""Share of the question's matter that a denial by a verb, with its subject, must tell."""

SHORT = 3
"""Words of a matter of which what is denied must have the first: that a glove was found says nothing of a knife."""

_THAT = re.compile(r"\bissue\swith\s(?:that|this|it)\b", re.IGNORECASE)
"""Objections to a sentence just said, which is then somebody's; a denial of `this` may be of what the title tells."""
_PLEADED = re.compile(r"\bpleaded\snot\sguilty\b|\binnocence\b", re.IGNORECASE)
"""How somebody denies what he is accused of, whatever else is told beside it."""
_ABLE = frozenset(map(stem, ("able", "capable", "possible")))
"""Stems of words that say no more than `can`."""
_OPEN = re.compile(r"\b(?:whether|if|unless)\b|\?", re.IGNORECASE)


def find_denied(matter: Matter, candidate: Candidate, words: Words, accused: bool) -> tuple[str, ...]:
    """Return the words of what a candidate denies, or judges to be false, of the question's matter, or none.

    `accused` says that the source tells the matter as an accusation, so that `NAME denied the allegations` is of it.
    """
    judgements = find_judgements(candidate.text)
    if any(judgement.upheld for judgement in judgements):
        return ()
    near = content_words(f"{candidate.before} {candidate.text}")
    for judged in judgements:
        if not judged.matter:
            found = _point(matter, candidate, words, accused)
        else:
            found = _share(matter, judged.matter, (), 0.0 if judged.whole else matter.needed, words, near)
        if found:
            return found
    read = (_deny(matter, denial, candidate, words, accused) for denial in find_denials(candidate.text))
    return next((found for found in read if found), ())


def is_firm(text: str) -> bool:
    """Tell whether a sentence denies or judges by a word of its own rather than by a bare negation."""
    return bool(find_judgements(text)) or any(denial.firm for denial in find_denials(text))


def points_back(text: str) -> bool:
    """Tell whether a sentence denies, or judges, something without repeating it."""
    return any(not judged.matter for judged in find_judgements(text)) or any(
        denial.before for denial in find_denials(text)
    )


def _deny(matter: Matter, denial: Denial, candidate: Candidate, words: Words, accused: bool) -> tuple[str, ...]:
    if denial.judged or _OPEN.search(denial.scope) or (denial.doubted and not matter.whether):
        return ()
    if denial.before:
        if _PLEADED.search(candidate.text) and not accused:
            return ()
        told = not _THAT.search(candidate.text) or is_said(candidate.before)
        return _point(matter, candidate, words, accused) if told and not find_modes(candidate.text) else ()
    if denial.firm:
        if not matter.is_touched(denial.scope, words):
            return ()
        least = DENIED * len(matter.words)
        return _share(matter, name_matter(denial.scope), content_words(denial.subject), least, words)
    return _negate(matter, denial, words) if matter.whether else ()


def _share(
    matter: Matter, judged: Sequence[str], subject: Sequence[str], least: float, words: Words, near: Sequence[str] = ()
) -> tuple[str, ...]:
    """Return the words that what is judged shares with the question's matter, where these are enough of both.

    Names and verbs without a meaning of their own are not enough: much is said of a name, and of another name in its
    place where the question's own does not stand `near`. `least` is how many of its words must stand in what
    is judged or its `subject`.
    """
    shared = tuple(word for word in select(judged, matter.words, words) if not is_light(word))
    common = [word for word in (*shared, *matter.select(judged, words)) if word.islower() and not is_light(word)]
    told = len(matter.select([*judged, *subject], words))
    names = [word for word in judged if not word.islower() and not word.isdigit()]
    if len(shared) < 2 or not common or told < least:
        return ()
    if len(matter.words) <= SHORT and not select(matter.words[:1], [*judged, *subject, *near], words):
        return ()
    if names and matter.names and not select(matter.names, [*names, *subject, *near], words):
        return ()
    own = [word for word in judged if word.islower()] or judged
    return shared if len(select(own, matter.words, words)) >= JUDGED * len(own) or told >= matter.needed else ()


def _point(matter: Matter, candidate: Candidate, words: Words, accused: bool) -> tuple[str, ...]:
    """Return the words of the question's matter that a sentence denies without repeating them.

    They stand near it; or it is the one who is accused of the question's matter who denies it. Only where it is asked
    whether that is so: much that is told near a place or a name is denied without being asked for.
    """
    if not matter.whether:
        return ()
    named = select(matter.names, content_words(candidate.text), words)
    if accused and named and len(matter.names) < len(matter.words):
        return matter.words
    near = f"{candidate.paragraph.source.title} {candidate.before} {candidate.text}"
    close = matter.select(content_words(near), words)
    return close if len(close) >= matter.needed else ()


def _negate(matter: Matter, denial: Denial, words: Words) -> tuple[str, ...]:
    """Return the words of a negated clause where its verb and nearly all else of it are the question's.

    Of a single word (`is not legal`) only where the clause tells all of the question.
    """
    scope = [word for word in name_matter(denial.scope) if word in matter.words or stem(word) not in _ABLE]
    found = match_words(join_deaths(scope), join_deaths(matter.words), words)
    if not scope or not found[0] or find_modes(denial.scope) - matter.modes or not matter.is_done(denial.scope, words):
        return ()
    if sum(found) < (MOST * len(found) if len(matter.words) > 1 else 1.0):
        return ()
    told = matter.select([*scope, *content_words(denial.subject)], words)
    needed = matter.needed if len(scope) > 1 else len(matter.words)
    return select(scope, matter.words, words) if len(told) >= needed else ()
